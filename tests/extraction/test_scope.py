"""Which labels stand above the sentences and points of a slide."""

from flashdeck.extraction.vocabulary import vocabulary_of
from tests.extraction.slide_notation import ask, scope_for, slide_of


def labels(notation: str) -> dict[str, tuple[str, ...]]:
    return {item.plain: item.labels for item in scope_for(notation).walk()}


def test_the_sentences_behind_a_described_term_stand_under_it():
    found = labels("# Towing\n**Long line** - Ropes of sixty metres are used at sea. Every line is kept in a dry shed.")
    assert found["Every line is kept in a dry shed."] == ("Long line",)


def test_the_sentences_behind_a_bold_term_stand_under_it():
    found = labels("# Towing\n**Long line** is a rope for the open sea. Every one is kept in a dry shed.")
    assert found["Every one is kept in a dry shed."] == ("Long line",)
    found = labels("# Towing\nA **long line** is a rope for the open sea. Every one is kept in a dry shed.")
    assert found["Every one is kept in a dry shed."] == ()


def test_a_lead_in_that_says_the_kind_is_a_statement_and_names_what_its_points_speak_of():
    slide = "# Harbor Queue\n- Tugboat is a ship with a strong engine:\n  - Pulls ships out of the fog\n  - Burns coal"
    assert labels(slide)["Burns coal"] == ("Tugboat",)
    made = ask(slide)
    assert "a ship with a strong engine" in made.values()
    assert not [front for front in made if "answers" in front]


def test_a_lead_in_that_only_announces_its_points_keeps_them():
    assert labels("# Ports\n- The kinds of port are the following:\n  - Oil port\n  - Ferry port")["Oil port"] == (
        "The kinds of port are the following:",
    )


def test_link_targets_tell_nothing_about_words():
    slide = slide_of("# Ports\n- [Tugboat][tugboat] and [Ferry](ferry) are small words in their links")
    common = vocabulary_of([slide]).common
    assert "words" in common
    assert not {"tugboat", "ferry"} & common
