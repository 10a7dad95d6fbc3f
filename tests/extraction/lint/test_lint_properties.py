"""What must hold for the findings in any card."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashdeck.domain import cloze
from flashdeck.extraction import lint, quality
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.lint import CardText
from flashdeck.extraction.lint.slide_words import SlideWords

PIECES = word_set(
    """crane hook Rope stores is are it It this these they What does Why lifts crates and or but an a the of with in
    5 GB (Quay) ( ) [ ] , ; . : – ? yes No see_next_slide the_following counter- weight e\ufb03cient Ã© \ufffd {{ }}
    groß https://x.example 123456789012 Harbour Load Balancer only must use steel containers because"""
)
LINES = st.lists(st.sampled_from(sorted(PIECES)) | st.text(max_size=4), max_size=12).map(
    lambda pieces: " ".join(" ".join(pieces).replace("_", " ").split())
)
SIDES = st.lists(LINES, min_size=1, max_size=3).map("\n".join) | st.lists(LINES, min_size=2, max_size=7).map(
    lambda lines: "\n".join(f"- {line}" for line in lines)
)
CONTEXTS = st.sampled_from(["", "Harbour", "Harbour > Gantry crane", "Harbour > Cranes"])


@st.composite
def cards(draw):
    fields = {
        "context": draw(CONTEXTS),
        "topic": draw(CONTEXTS),
        "rule": draw(st.sampled_from(["", "definition"])),
        "source": draw(st.none() | SIDES.map(lambda text: SlideWords([text], forms={}))),
    }
    if draw(st.booleans()):
        return CardText(front=draw(SIDES), back=draw(SIDES), **fields)
    hidden = [
        draw(LINES.filter(lambda line: line and not set(line) & set("{}:"))) for _ in range(draw(st.integers(1, 3)))
    ]
    text = draw(LINES.filter(lambda line: "{{" not in line))
    for number, answer in enumerate(hidden, start=1):
        text += f" {cloze.gap(answer, number)} " + draw(LINES.filter(lambda line: not set(line) & set("{}")))
    number = draw(st.integers(1, len(hidden)))
    return CardText(
        front=cloze.question(text, number), back=cloze.answer(text, number), cloze_text=text, gap=number, **fields
    )


@given(cards())
def test_linting_is_repeatable_and_says_why(card):
    found = list(lint.findings_of(card))
    assert found == list(lint.findings_of(card))
    assert all(finding.why and 0 <= finding.loss <= 1 for finding in found)
    assert 0 <= lint.score(found) <= 1


@given(cards())
def test_a_repaired_card_passes_the_check_that_offered_it(card):
    checks = dict(lint.CHECKS)
    for finding in lint.findings_of(card):
        if finding.repair is None:
            continue
        better = finding.repair.cards(card)
        assert better
        for one in better:
            assert all(other.severity < finding.severity for other in checks[finding.check](one))


@given(cards())
def test_a_repair_invents_no_word(card):
    said = SlideWords([card.front, card.back, card.whole, card.context, card.topic], forms={})
    for finding in lint.findings_of(card):
        if finding.repair is None or finding.why == "characters of another encoding":
            continue  # decoding makes other letters of the same bytes
        for one in finding.repair.cards(card):
            words = terms.key(f"{one.whole} {one.back}").split()
            assert all(word in said or word in (card.source or ()) for word in words)


@given(cards())
def test_tidying_comes_to_an_end(card):
    verdict = quality.judge(card, 0.8)
    assert quality.judge(verdict.card, 0.8) == verdict
    assert 0 <= verdict.score <= 1


@settings(max_examples=30)
@given(st.lists(cards(), max_size=6))
def test_a_repetition_is_found_in_one_of_the_cards_before(deck):
    named = [CardText(front=card.front, back=card.back, uid=str(at)) for at, card in enumerate(deck)]
    for at, (_, found) in enumerate(lint.lint(named)):
        assert all(int(finding.repeats) < at for finding in found if finding.repeats)


@pytest.mark.parametrize(
    "unit", ["a ", "A, ", "x-", "(", "- ", "It is. ", "1 MB; ", "and ", "this ", "Ã© ", ": ", "[...]"]
)
def test_pumped_sides_cost_no_more_than_their_length(unit):
    def calls(length: int) -> int:
        counted = 0

        def count(_frame, event, _argument):
            nonlocal counted
            counted += event in {"call", "c_call"}

        side = (unit * length)[:length]
        sys.setprofile(count)
        try:
            list(lint.findings_of(CardText(front=f"Crane: {side}?", back=side, context=side)))
        finally:
            sys.setprofile(None)
        return counted

    calls(500)
    assert calls(8000) <= 12 * calls(1000)
