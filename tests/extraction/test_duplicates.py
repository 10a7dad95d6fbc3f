"""What counts as the same card."""

from flashdeck.extraction.duplicates import Asked, DuplicateFinder
from flashdeck.extraction.model import CardKind


def asked(
    front: str, back: str, *, topic: str = "Harbor", kind: CardKind = CardKind.DEFINITION, slide: int = 1
) -> Asked:
    is_cloze = "[...]" in front
    return Asked(topic=topic, kind=kind, front=front, back=back, label=f"slide {slide}", is_cloze=is_cloze)


def finder_with(*cards: Asked) -> DuplicateFinder:
    finder = DuplicateFinder()
    for card in cards:
        assert finder.find(card) == ""
        finder.add(card)
    return finder


def test_case_and_marks_do_not_make_a_new_card():
    finder = finder_with(asked("Harbor: Crane?", "lifts crates"))
    assert "slide 1" in finder.find(asked("harbor – crane", "Lifts crates."))


def test_a_question_with_another_answer_is_the_same_question_within_a_topic():
    finder = finder_with(asked("Harbor: Crane?", "lifts crates"))
    assert "another answer" in finder.find(asked("Harbor: Crane?", "made of steel"))
    assert finder.find(asked("Harbor: Crane?", "made of steel", topic="Museum")) == ""


def test_misspelled_repetitions_are_near():
    finder = finder_with(asked("Harbor: [...] of minutes for a crate", "a minimum"))
    assert "nearly" in finder.find(asked("Harbor: [...] of minuttes for a crate", "a minimum"))


def test_another_number_or_word_is_another_fact():
    finder = finder_with(asked("Harbor: rows of crates within [...] of the old northern quay", "9 m"))
    assert finder.find(asked("Harbor: rows of crates within [...] of the old northern quays 2", "9 m")) == ""
    assert finder.find(asked("Harbor: rows of crates within [...] of the old southern quay", "9 m")) == ""


def test_an_acronym_is_asked_once_wherever_it_stands():
    finder = finder_with(asked("What does HLB stand for (Harbor)?", "Harbor Load Balancer", kind=CardKind.ACRONYM))
    repeated = asked("What does HLB stand for (Port)?", "Harbor Load Balancing", topic="Port", kind=CardKind.ACRONYM)
    assert "acronym" in finder.find(repeated)


def test_hostile_repetition_stays_cheap():
    finder = DuplicateFinder()
    for number in range(3000):
        card = asked(f"Harbor: berth [...] of quay {number} and {number + 1}", "the same answer")
        if not finder.find(card):
            finder.add(card)
    assert finder.find(asked("Harbor: berth [...] of quay 0 and 1", "the same answer"))
