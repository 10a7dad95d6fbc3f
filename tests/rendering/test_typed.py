"""Typed answers are compared as a fair reader would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.rendering.typed import Part, Verdict, compare, comparison_html


@pytest.mark.parametrize(
    ("typed", "answer", "verdict"),
    [
        ("bowline", "Bowline", Verdict.SAME),
        ("  the   bowline. ", "the bowline", Verdict.SAME),
        ("bowlin", "Bowline", Verdict.NEARLY),
        ("anchor bend", "Bowline", Verdict.OTHER),
        ("", "Bowline", Verdict.EMPTY),
        (" \n", "Bowline", Verdict.EMPTY),
        ("5 %", "5%", Verdict.SAME),
        ("->", "→", Verdict.OTHER),
        ("→", "→", Verdict.SAME),
        ("straße", "STRASSE", Verdict.SAME),
    ],
)
def test_the_verdict_is_fair(typed, answer, verdict):
    assert compare(typed, answer).verdict is verdict


def test_what_is_missing_and_what_is_extra_is_told_apart():
    pieces = compare("a red light at the port side", "red light on the port side").pieces
    assert pieces == (
        (Part.EXTRA, "a"),
        (Part.RIGHT, "red light"),
        (Part.EXTRA, "at"),
        (Part.MISSING, "on"),
        (Part.RIGHT, "the port side"),
    )


def test_what_has_nothing_of_the_answer_is_told_alone():
    assert compare("the wind", "a white light").pieces == ((Part.EXTRA, "the wind"),)


def test_the_answer_can_be_read_without_colour():
    markup = comparison_html(compare("two <b>bold</b>", "two long"))
    assert markup == "two <s>b bold b</s> <u><b>long</b></u>"


@given(st.text(max_size=300), st.text(max_size=300))
def test_every_word_of_both_sides_is_shown_once_where_they_have_one_in_common(typed, answer):
    comparison = compare(typed, answer)
    if comparison.verdict is Verdict.EMPTY:
        return
    shown = [text for part, text in comparison.pieces if part is not Part.EXTRA]
    if not any(part is Part.RIGHT for part, _ in comparison.pieces):
        assert not shown, "the answer stands above already"
        return
    again = [text for part, text in compare(answer, answer).pieces]
    assert " ".join(shown) == " ".join(again)
    if comparison.verdict is Verdict.SAME:
        assert all(part is Part.RIGHT for part, _ in comparison.pieces)


def test_an_endless_answer_takes_no_time_to_compare():
    assert compare("a b " * 100_000, "b a " * 100_000).pieces
