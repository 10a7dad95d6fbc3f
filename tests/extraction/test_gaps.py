"""What a cloze hides, and what it must not."""

from itertools import pairwise

import pytest

from flashdeck.extraction.analysis.scope import Vocabulary
from flashdeck.extraction.clozes import gaps
from tests.extraction.slide_notation import text_of

WORDS = Vocabulary(
    common=frozenset({"crates", "ships", "the", "maximum", "steel", "doors"}), frequent=frozenset({"harbor"})
)


def hidden(marked: str, known: str = "Harbor Queue") -> list[str]:
    text = text_of(marked)
    return [text.plain[gap.start : gap.end] for gap in gaps.gaps(text, known, WORDS)]


@pytest.mark.parametrize(
    ("statement", "best"),
    [
        ("Maximum crate size is 256 KB", "256 KB"),
        ("Costs about $0.05 per crate", "$0.05"),
        ("Doors open in 1-5 minutes at night", "1-5 minutes"),
        ("Saves 30-90% of the rope", "30-90%"),
        ("Ropes must be dry at sea", "dry"),
        ("Works with **steel hooks** in the hold", "steel hooks"),
        ("Type `lift --all` to raise every crate", "lift --all"),
        ("Loading between quays is asynchronous", "asynchronous"),
        ("Sealed with wax from Elba Island", "Elba Island"),
        ("Copies go to Oslo, Bergen, Narvik", "Oslo, Bergen, Narvik"),
        ("Stock the hold using wooden boxes", "wooden boxes"),
        ("Writes loads to Tape / Disk / Paper", "Tape / Disk / Paper"),
        ("Sailors can only carry wooden boxes through customs", "wooden boxes"),
        ("Sends old crates to Elba Island and use Oslo Ferry", "Elba Island"),
        ("Polishes brass rails with coarse sand (SND)", "coarse sand"),
        ("Toll conversions from Crowns to Marks / Pounds (only at night)", "Crowns to Marks / Pounds"),
        ("Unload old crates from a ship into sheds in Elba", "sheds in Elba"),
        ("The longest stay at the quay is 120 minutes (2 hours)", "120 minutes (2 hours)"),
    ],
)
def test_the_best_gap(statement, best):
    assert hidden(statement)[0] == best


@pytest.mark.parametrize(
    ("statement", "never"),
    [
        ("Up to 5 crates", "5"),
        ("Ropes are **automatically** dry at sea", "automatically"),
        ("Paper from the mill, Ink to the press, Wax", "Paper from the mill, Ink to the press, Wax"),
        ("Send loads to shops that sell things like", "shops that sell things like"),
        ("Sorted by size in the harbor", "harbor"),
        ("The Harbor Load Balancer (HLB) spreads ships", "HLB"),
        ("Must be HLB (Harbor Load Balancer) at sea", "HLB"),
        ("Sealed by default at the gate", "default"),
        ("Kept in Glacier Deep Archive", "Archive"),
        ("Ships wait for crates of ships", "ships"),
        ("Give it to them in that case", "that case"),
        ("Sent in “open boxes", "open boxes"),
        ("Wax is needed", "needed"),
        ("Comes with ropes, hooks and lamps etc", "ropes, hooks and lamps etc"),
        ("Load a {{crate}} with care", "{{crate}}"),
        ("Optional, dry and safe for ships", "Optional"),
        ("Needs wax (e.g. red wax)", "e.g. red wax"),
        ("Waits for the tide (ex: 40 hours)", "40 hours"),
        ("Requires rope", "rope"),
        ("Ropes must be kept in the hold", "kept"),
        ("Wax is red paint", "red paint"),
        ("Lamps for the pier", "pier"),
        ("Buys wood (Oak, Elm, Ash) at noon", "Oak, Elm, Ash"),
        ("Sells Oak, Elm, Ash and Fir", "Oak, Elm, Ash and Fir"),
        ("Cheap ropes for **related** ships", "related"),
        ("Sold at the pier or in Elba Island", "Elba Island"),
        ("Configure cranes to only lift crates", "only lift crates"),
        ("Send it over **a specific amount of harbor**", "a specific amount of harbor"),
        ("Moors the ferry easily with thick cables", "thick cables"),
        ("Paints the hull in grey for longer life", "longer life"),
        ("Cranes that are fitted with OSL lift Steel Beams use OSL", "OSL lift Steel Beams use OSL"),
        ("Sailors can only carry crates stored at sea", "crates stored"),
        ("Sailors need to manually tie the old ferry", "manually"),
        ("Ferry passengers must register at Dock 53", "Dock"),
        ("Count the passengers in ferry logs with OsloLog.Entries and Seats", "OsloLog"),
        ("The island mail is handed over to Oslo Ferry [Norse OF]", "Oslo Ferry"),
        ("Loading the ferry requires less rope today", "less rope"),
        ("The captain must have a licence that allows night trips", "licence"),
    ],
)
def test_what_is_never_hidden(statement, never):
    assert never not in hidden(statement)


def test_gaps_do_not_overlap_and_leave_something_to_read():
    text = text_of("Loading 256 KB with **steel hooks** at 3 MB using wooden boxes is asynchronous")
    found = tuple(gaps.gaps(text, "Harbor Queue", WORDS))
    spans = sorted((gap.start, gap.end) for gap in found)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert not hidden("Steel", known="")


def test_what_the_front_names_is_no_gap():
    assert "Elba" not in hidden("Sealed with wax from Elba", known="Elba")


def test_quantities_come_in_the_order_of_the_text():
    text = text_of("Takes 3 MB in 2 s per crate")
    assert [text.plain[gap.start : gap.end] for gap in gaps.quantities(text, "")] == ["3 MB", "2 s"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Ropes of the harbor end in either `.knot` or `.loop` at sea", "`.knot` or `.loop`"),
        ("A crane of the old quay is set up with `--slow-winch` in fog", "--slow-winch"),
    ],
)
def test_code_is_hidden_whole_and_names_in_a_row_together(marked, expected):
    assert hidden(marked)[0] == expected.replace("`", "")


@pytest.mark.parametrize(
    "marked",
    [
        "Old programs such as `moonchart` were used by pilots",
        "Pilots used, for example, `moonchart` at the tables of the port",
        "A `HQ` keeps crates in the order of their ships",
    ],
)
def test_an_example_and_the_initials_of_the_subject_are_no_gap(marked):
    assert not {"moonchart", "HQ"} & set(hidden(marked, known="HarborQueue"))


def test_code_that_many_slides_name_is_a_poor_gap():
    text = text_of("A crane is set up with `winch` by the oldest sailor")
    (gap, *_) = gaps.gaps(text, "Cranes", Vocabulary(familiar_code=frozenset({"winch"})))
    assert text.plain[gap.start : gap.end] != "winch" or gap.weight < 0.58


@pytest.mark.parametrize("statement", ["Can be used together with Elba Island", "Data is asynchronous"])
def test_a_gap_needs_words_that_tell_what_is_asked(statement):
    assert not hidden(statement)


@pytest.mark.parametrize(
    ("statement", "spared"),
    [
        ("Works with tugs and with Elba Ferries", "Elba Ferries"),
        ("Tolls are due each night (30 for Elba Ferry)", "Elba Ferry"),
        ("Registry of ships was moved to the quay in 2014", "2014"),
        ("Rest for a night at your wooden quay hut", "wooden quay hut"),
    ],
)
def test_half_a_pair_an_aside_to_a_number_a_year_and_what_is_yours_are_no_gaps(statement: str, spared: str):
    assert spared not in hidden(statement)


def test_the_subject_in_another_form_is_no_gap_however_many_words_it_has():
    assert hidden("Dear ropes are tested to be compatible with more hooks", "Ropes – Paying for compatibility") == []


def test_a_sign_before_a_quantity_is_hidden_with_it():
    assert hidden("Short stay (<10 days in the hold)") == ["<10 days"]
    assert "be eligible" not in hidden("Ships must meet the rules of the port to be eligible for loading at night")


def test_a_name_tells_more_than_an_adverb():
    assert "asynchronously" not in hidden("Crates are asynchronously lifted using “Night Cranes”")
