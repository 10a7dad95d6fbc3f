"""The words of a slide are those of its lines, in whatever form an answer needs them."""

from flashdeck.extraction.lint.slide_words import SlideWords


def test_words_compare_without_case_and_marks() -> None:
    words = SlideWords(["• The Tug (T-4) pulls", "Großer Kran – 20 t"], forms={})
    assert all(word in words for word in ("the", "tug", "t", "4", "pulls", "grosser", "kran", "20"))
    assert "crane" not in words
    assert "T-4" not in words


def test_neighbours_may_be_written_as_one_word_also_over_the_end_of_a_line() -> None:
    words = SlideWords(["a counter", "weight of steel", "für Güter"], forms={})
    assert "counterweight" in words
    assert "steelfür" in words
    assert "counterof" not in words


def test_other_forms_are_those_of_the_words_on_the_slide() -> None:
    words = SlideWords(["A tug pulls over loads"], forms={"pulls": "pull", "overloads": "overload", "lifts": "lift"})
    assert "pull" in words
    assert "overload" in words
    assert "lift" not in words
