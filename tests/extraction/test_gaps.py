"""What a cloze hides, and what it must not."""

from itertools import pairwise

import pytest

from flashdeck.extraction import gaps
from flashdeck.extraction.scope import Vocabulary
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
    ],
)
def test_what_is_never_hidden(statement, never):
    assert never not in hidden(statement)


def test_gaps_do_not_overlap_and_leave_something_to_read():
    text = text_of("Loading 256 KB with **steel hooks** at 3 MB using wooden boxes is asynchronous")
    found = gaps.gaps(text, "Harbor Queue", WORDS)
    spans = sorted((gap.start, gap.end) for gap in found)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert not hidden("Steel", known="")


def test_what_the_front_names_is_no_gap():
    assert "Elba" not in hidden("Sealed with wax from Elba", known="Elba")


def test_quantities_come_in_the_order_of_the_text():
    text = text_of("Takes 3 MB in 2 s per crate")
    assert [text.plain[gap.start : gap.end] for gap in gaps.quantities(text, "")] == ["3 MB", "2 s"]
