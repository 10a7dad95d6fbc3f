"""Gaps in texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain import cloze

plain = st.text(st.characters(exclude_characters="{}:", exclude_categories=("Cs",)), min_size=1)


def test_the_question_blanks_one_gap_and_fills_the_others_in():
    text = "{{c1::Lisbon}} lies on the {{c2::Tagus}}."
    assert cloze.question(text, 1) == "[...] lies on the Tagus."
    assert cloze.question(text, 2) == "Lisbon lies on the [...]."
    assert cloze.answer(text, 2) == "Tagus"
    assert cloze.numbers(text) == (1, 2)


def test_a_hint_stands_in_the_gap():
    assert cloze.question("{{c1::Lisbon::city}} lies there", 1) == "[city] lies there"


def test_gaps_of_one_number_are_asked_together():
    assert cloze.answer("{{c1::up}} and {{c1::down}}", 1) == "up, down"


@pytest.mark.parametrize("text", ["nothing hidden", "{{c::x}}", "{{c1:x}}", "{c1::x}", "{{c0::x}}"])
def test_a_text_without_a_proper_gap_has_no_cards(text):
    assert cloze.numbers(text) == ()


@given(before=plain, hidden=plain, after=plain)
def test_filling_the_gap_gives_the_text_back(before, hidden, after):
    text = before + cloze.gap(hidden) + after
    assert cloze.filled(text) == before + hidden + after
    assert cloze.answer(text, 1) == hidden
    assert cloze.question(text, 1).count(cloze.BLANK) == 1 + (before + after).count(cloze.BLANK)
