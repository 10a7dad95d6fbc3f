"""What must hold for cards of any slide text."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain import cloze
from flashdeck.errors import SlideFileError
from flashdeck.extraction import quality
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.lint import MAX_SIDE_WORDS
from flashdeck.extraction.model import SlideFile
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides
from tests.extraction.slide_notation import slide_of

WORDS = (
    "crane hook Rope stores is are the by using 5 GB (Quay) must only if , : – = ⇒ / ; “ ” ( ) [ {{ }} :: etc. "
    "this It asynchronous Harbor Load Balancer (HLB) default up to 14 days and or 1) ? ! $0.05 30% -> Use when …"
)
LINES = st.lists(st.sampled_from(sorted(word_set(WORDS))) | st.text(max_size=6), min_size=1, max_size=14).map(" ".join)
MARKS = st.sampled_from(["- ", "  - ", "= ", "> ", "p ", "| a | "])


@st.composite
def slides(draw):
    rows = ["# Harbor Queue", "- Crane: lifts a crate"]
    for _ in range(draw(st.integers(0, 9))):
        line = " ".join(draw(LINES).split())
        rows.append(draw(MARKS) + line)
        if rows[-1].startswith(">") and not rows[-2].startswith("- "):
            rows[-1] = f"- {rows[-1][2:]}"
    return slide_of("\n".join(rows), topic=draw(st.sampled_from(["Harbor Queue", "", "Quay"])))


def run(slide, min_score=0.0):
    options = ExtractionOptions(min_score=min_score)
    try:
        return extract_slides(SlideFile(name="d", format="text", dialect="test", slides=(slide,)), options=options)
    except SlideFileError:
        return None


@given(slides())
def test_cards_are_grounded_small_unique_and_repeatable(slide):
    extraction = run(slide)
    if extraction is None:
        return
    said = quality.source_words(slide)
    for draft in extraction.drafts:
        assert all(word in said for word in terms.key(draft.back).split())
        assert 0 < terms.count_words(draft.back) <= MAX_SIDE_WORDS
        assert 0 < terms.count_words(draft.front) <= MAX_SIDE_WORDS
        assert 0.0 <= draft.score <= 1.0
    pairs = [(draft.front, draft.back) for draft in extraction.drafts]
    assert len(set(pairs)) == len(pairs)
    keys = [draft.source_key for draft in extraction.drafts]
    assert len(set(keys)) == len(keys)
    assert run(slide) == extraction


@given(slides())
def test_a_cloze_has_one_gap_that_its_answer_fills(slide):
    extraction = run(slide)
    for draft in extraction.drafts if extraction else ():
        if draft.cloze_text:
            assert draft.front.count(cloze.BLANK) == 1
            assert draft.front.replace(cloze.BLANK, draft.back) == cloze.filled(draft.cloze_text)
            assert cloze.question(draft.cloze_text, 1) == draft.front
            assert cloze.answer(draft.cloze_text, 1) == draft.back
        else:
            assert cloze.BLANK not in draft.front


@given(slides(), st.floats(0, 1))
def test_a_higher_limit_never_adds_better_cards_than_it_shows(slide, min_score):
    extraction = run(slide, min_score)
    assert all(draft.score >= min_score for draft in (extraction.drafts if extraction else ()))


@pytest.mark.parametrize(
    "unit", ["a ", "A, ", "x-", "(", "A / ", "1 MB ", "is a ", "– ", ": ", "if a ", "Use a to ", "it ", "= "]
)
def test_pumped_lines_cost_no_more_than_their_length(unit):
    def calls(length: int) -> int:
        counted = 0

        def count(_frame, event, _argument):
            nonlocal counted
            counted += event in {"call", "c_call"}

        line = (unit * length)[:length]
        slide = slide_of(f"# Harbor Queue\n- Crane: lifts a crate\n- Use {line}\n- {line}")
        sys.setprofile(count)
        try:
            run(slide)
        finally:
            sys.setprofile(None)
        return counted

    calls(1000)
    assert calls(8000) <= 24 * calls(1000)  # quadratic cost would be 64 times as much
