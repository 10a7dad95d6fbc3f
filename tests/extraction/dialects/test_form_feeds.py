from flashdeck.extraction.dialects.page_marks import DIALECT
from flashdeck.extraction.lines import split_lines
from flashdeck.extraction.model import BulletList, Code


def read(*pages):
    return DIALECT.read(split_lines("\n\f".join(pages)))


def items(slide):
    lists = [block for group in slide.groups for block in group.blocks if isinstance(block, BulletList)]
    return [(item.number, item.text.plain) for block in lists for item in block.items]


def test_numbers_above_or_before_their_text_number_a_list():
    above, before = read(
        "Taufe\n1\n\nÖffne die Flasche\n\n2\n\nWirf sie", "Stapellauf\n1 Löse die Keile\n2 Zieh die Bremse"
    )
    assert items(above) == [(1, "Öffne die Flasche"), (2, "Wirf sie")]
    assert items(before) == [(1, "Löse die Keile"), (2, "Zieh die Bremse")]


def test_numbers_that_do_not_count_from_one_stay():
    (slide,) = read("Oars\n• They are long\n\n7\n\nPairs")
    assert items(slide) == [(None, "They are long")]


def test_listings_and_addresses_are_no_part_of_an_item():
    (slide,) = read("Oars\n• Count them\n$ oars --count -v\n• Buy more\nhttps://oars.example/shop\n• Paint them")
    assert items(slide)[0] == (None, "Count them")
    assert [text for _, text in items(slide)] == ["Count them", "Buy more", "Paint them"]
    assert any(isinstance(block, Code) for group in slide.groups for block in group.blocks)


def test_an_agenda_that_comes_back_names_the_sections():
    agenda = "Gliederung\n1\n\nRümpfe\n\n2\n\nMasten\n\n3\n\nSegel"
    pages = [agenda, agenda, "Planken\n• Eiche", agenda, "Spuren\n• Kiel", agenda, "Reffs\n• klein"]
    assert [slide.section for slide in read("Boote\n• alle", *pages)] == [
        "", "", "Rümpfe", "Rümpfe", "Masten", "Masten", "Segel", "Segel",
    ]  # fmt: skip
