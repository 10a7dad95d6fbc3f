from flashdeck.extraction.lint.digests import DigestTable, digest


def test_every_text_has_a_digest_of_its_own():
    digests = {digest(one, other) for one in ("", "a", "b", "ab") for other in ("", "a", "b", "ba")}
    assert len(digests) == 16
    assert all(0 < each < 1 << 64 for each in digests)
    assert digest("a", "b") == digest("a", "b")


def test_a_table_keeps_the_first_number_of_each_digest():
    table = DigestTable()
    keys = [digest(str(number)) for number in range(5000)]
    for number, key in enumerate(keys, start=1):
        table.add(key, number)
        table.add(key, number + 1)
    assert [table.get(key) for key in keys] == list(range(1, 5001))
    assert not any(table.get(digest(f"other {number}")) for number in range(5000))


def test_digests_that_want_the_same_place_stand_beside_each_other():
    table = DigestTable()
    for number in range(1, 60):
        table.add(number << 40, number)
    assert [table.get(number << 40) for number in range(1, 60)] == list(range(1, 60))
    assert table.get(60 << 40) == 0
