"""`flashdeck lint`."""

import json

import pytest

from flashdeck.extraction.lint import CheckName

BAD_DECK = """---
format: flashdeck deck 1
id: bad-cards
name: Harbour
---

## pointing
topic: Cranes
context: Harbour > Cranes > Gantry crane

Q: What does it lift?

A: containers

## long-list
topic: Cranes

Q: Parts of a crane?

A: boom, hook, cab, counterweight, jib, trolley

## good
topic: Tides

Q: Spring tide: when?

A: shortly after full and new moon

## twice
topic: Tides

Q: Spring tide: when?

A: twice a month
"""


@pytest.fixture
def bad_deck(tmp_path):
    path = tmp_path / "bad.md"
    path.write_text(BAD_DECK, encoding="utf-8")
    return path


def linted(outcome) -> dict[str, dict]:
    assert outcome.status == 0
    assert outcome.err == ""
    return {card["card"]: card for card in json.loads(outcome.out)["cards"]}


def test_a_deck_file_is_linted_with_reasons_and_repairs(flashdeck, bad_deck):
    cards = linted(flashdeck("lint", bad_deck, "--json"))
    assert list(cards) == ["pointing", "long-list", "twice"]
    (pointing,) = cards["pointing"]["findings"]
    assert (pointing["check"], pointing["severity"]) == ("self-contained", "warning")
    assert pointing["repair"] == {
        "kind": "basic",
        "front": "What does Gantry crane lift?",
        "back": "containers",
        "how": "the subject named",
    }
    (listed,) = cards["long-list"]["findings"]
    assert listed["check"] == "enumeration"
    assert listed["repair"]["front"].startswith("Parts of a crane? {{c1::boom}}, {{c2::hook}}, ")
    (twice,) = cards["twice"]["findings"]
    assert (twice["check"], twice["repeats"], twice["repair"]) == ("ambiguous", "good", None)
    assert 0 < cards["pointing"]["score"] < 1


def test_json_counts_every_check(flashdeck, bad_deck):
    found = json.loads(flashdeck("lint", bad_deck, "--json").out)
    assert found["checked"] == 4
    assert list(found["checks"]) == [check.value for check in CheckName]
    assert sum(found["checks"].values()) == 3


def test_people_read_it_grouped_by_check(flashdeck, bad_deck):
    out = flashdeck("lint", bad_deck).out
    assert out.index("self-contained: 1") < out.index("ambiguous: 1")
    assert "  warning: the answer is a list of 6 items\n    Harbour | Parts of a crane? | boom, hook" in out
    assert "    better: What does Gantry crane lift? | containers (the subject named)" in out
    assert out.endswith("4 cards, 3 with findings: 0 vetoes, 3 warnings, 0 hints\n")


def test_less_bad_findings_can_be_left_out(flashdeck, bad_deck):
    with bad_deck.open("a", encoding="utf-8") as deck:
        deck.write("\n## short-list\n\nQ: Lights of a crane?\n\nA: red, green, white, amber\n")
    every = json.loads(flashdeck("lint", bad_deck, "--json").out)
    bad = json.loads(flashdeck("lint", bad_deck, "--json", "--min-severity", "warning").out)
    assert every["checked"] == bad["checked"] == 5
    assert [card["card"] for card in every["cards"]][3:] == ["short-list"]
    assert bad["cards"] == every["cards"][:3]
    assert sum(bad["checks"].values()) < sum(every["checks"].values())


def test_the_collection_is_linted_by_deck_and_search(flashdeck, imported, bad_deck):
    flashdeck("import", bad_deck)
    everything = json.loads(flashdeck("lint", "--json").out)
    assert everything["checked"] == json.loads(flashdeck("stats", "--json").out)["cards"]
    assert set(linted(flashdeck("lint", "--json", "--deck", "Harbour"))) == {"pointing-0", "long-list-0", "twice-0"}
    cards = linted(flashdeck("lint", "--json", "--search", "topic:Tides twice"))
    assert cards["twice-0"]["findings"][0]["repeats"] == "good-0"
    assert flashdeck("lint", "--deck", "Nowhere").status == 1


def test_made_cards_of_the_collection_are_no_worse_than_those_of_the_file(flashdeck, imported, deck_file):
    stored = json.loads(flashdeck("lint", "--json").out)
    assert stored["checks"] == json.loads(flashdeck("lint", deck_file, "--json").out)["checks"]


def test_wrong_calls_and_files_are_named(flashdeck, tmp_path, deck_file):
    assert flashdeck("lint", deck_file, "--deck", "Harbour").status == 2
    assert flashdeck("lint", "--min-severity", "awful").status == 2
    missing = flashdeck("lint", tmp_path / "missing.txt", "--json")
    assert (missing.status, missing.out) == (1, "")
    assert flashdeck("lint", "--json", "--search", "is:nonsense").status == 1
