"""A sentence is asked once, a line with several sentences once for each."""

from flashdeck.extraction.analysis.claims import Claims
from flashdeck.extraction.model import Candidate, CardKind
from tests.extraction.slide_notation import ask, scope_for

TWO = "If the fog comes, the tug stays at the quay. A crate is sealed with red wax."


def candidate(front: str, back: str, lines: tuple[int, int] = (2, 2)) -> Candidate:
    return Candidate(
        rule="clause",
        kind=CardKind.DEFINITION,
        front=front,
        back=back,
        first_line=lines[0],
        last_line=lines[1],
        confidence=0.8,
        evidence="",
    )


def test_two_sentences_on_one_line_are_claimed_apart():
    claims = Claims(scope_for(f"# Harbor\n{TWO}").every_item)
    claims.add(candidate("What happens if the fog comes?", "the tug stays at the quay"))
    assert claims.owner_of(candidate("Does the tug stay at the quay if", "the fog comes")) == "clause"
    assert claims.owner_of(candidate("What is a crate sealed with?", "red wax")) == ""
    assert claims.lines() == frozenset()
    claims.add(candidate("What is a crate sealed with?", "red wax"))
    assert claims.lines() == frozenset({2})


def test_a_line_with_one_sentence_is_claimed_whole():
    claims = Claims(scope_for("# Harbor\n- A crate is sealed with red wax").every_item)
    claims.add(candidate("What is a crate sealed with?", "red wax"))
    assert claims.owner_of(candidate("anything else", "at all")) == "clause"
    assert claims.owner_of(candidate("anything else", "at all", (2, 3))) == ""


def test_both_sentences_of_a_line_become_cards():
    made = ask(f"# Harbor Queue\n{TWO}")
    assert "red wax" in made.values()
    assert len(made) == 2
