"""What counts as the same card."""

from flashdeck.extraction.lint import CardText, CheckName, Finding, SeenCards


def asked(front: str, back: str, *, topic: str = "Harbor", slide: int = 1) -> CardText:
    return CardText(
        front=front, back=back, topic=topic, slide=f"s{slide}", uid=f"card {slide}", place=f"on slide {slide}"
    )


def cards_seen(*cards: CardText) -> SeenCards:
    seen = SeenCards()
    for card in cards:
        assert seen.find(card) is None
        seen.add(card)
    return seen


def found(seen: SeenCards, card: CardText) -> Finding:
    finding = seen.find(card)
    assert finding is not None
    return finding


def test_case_and_marks_do_not_make_a_new_card():
    seen = cards_seen(asked("Harbor: Crane?", "lifts crates"))
    finding = found(seen, asked("harbor – crane", "Lifts crates."))
    assert (finding.check, finding.repeats) == (CheckName.DUPLICATE, "card 1")
    assert finding.why == "repeats the card on slide 1"


def test_a_question_with_another_answer_is_ambiguous_within_a_topic():
    seen = cards_seen(asked("Harbor: Crane?", "lifts crates"))
    finding = found(seen, asked("Harbor: Crane?", "made of steel"))
    assert finding.check is CheckName.AMBIGUOUS
    assert "another answer" in finding.why
    assert seen.find(asked("Harbor: Crane?", "made of steel", topic="Museum")) is None


def test_a_statement_whose_one_gap_has_two_answers_is_ambiguous():
    seen = cards_seen(asked("Harbor: ships wait for [...]", "the tide"))
    assert found(seen, asked("Harbor: ships wait for [...]", "a pilot")).check is CheckName.AMBIGUOUS
    assert seen.find(asked("Harbor: [...] wait for", "ships")) is None


def test_misspelled_repetitions_are_near():
    seen = cards_seen(asked("Harbor: [...] of minutes for a crate", "a minimum"))
    assert "nearly" in found(seen, asked("Harbor: [...] of minuttes for a crate", "a minimum")).why


def test_another_number_or_word_is_another_fact():
    seen = cards_seen(asked("Harbor: rows of crates within [...] of the old northern quay", "9 m"))
    assert seen.find(asked("Harbor: rows of crates within [...] of the old northern quays 2", "9 m")) is None
    assert seen.find(asked("Harbor: rows of crates within [...] of the old southern quay", "9 m")) is None


def test_an_acronym_is_asked_once_wherever_it_stands():
    seen = cards_seen(asked("What does HLB stand for (Harbor)?", "Harbor Load Balancer"))
    repeated = asked("What does HLB stand for (Port)?", "Harbor Load Balancing", topic="Port")
    assert "same letters" in found(seen, repeated).why
    assert "same letters" in found(seen, asked("HLB (Harbor) stands for?", "harbor load balancers")).why


def test_the_same_letters_can_stand_for_something_else():
    seen = cards_seen(asked("What does HLB stand for?", "Harbor Load Balancer"))
    assert seen.find(asked("What does HLB stand for?", "high low buoy", topic="Museum")) is None


def test_hostile_repetition_stays_cheap():
    seen = SeenCards()
    for number in range(3000):
        card = asked(f"Harbor: berth [...] of quay {number} and {number + 1}", "the same answer")
        if seen.find(card) is None:
            seen.add(card)
    assert seen.find(asked("Harbor: berth [...] of quay 0 and 1", "the same answer")) is not None


def test_a_question_that_only_adds_words_repeats_one_of_another_slide():
    seen = cards_seen(asked("Harbor: Crane?", "lifts crates"))
    assert "in other words" in found(seen, asked("Harbor – Quay: Crane?", "Lifts crates", slide=2)).why
    assert seen.find(asked("Harbor – Quay: Crane?", "Lifts crates")) is None  # beside it, `Quay` makes the difference
    assert seen.find(asked("Harbor – Quay: Crane?", "lifts crates", slide=2, topic="Museum")) is None
    assert seen.find(asked("Harbor – Quay: Tug?", "lifts crates", slide=2)) is None


def test_numbers_and_single_words_are_answers_of_many_questions():
    seen = cards_seen(asked("Harbor: Crane?", "9 m"), asked("Harbor: Tug?", "steel"))
    assert seen.find(asked("Harbor – Quay: Crane?", "9 m", slide=2)) is None
    assert seen.find(asked("Harbor – Quay: Tug?", "steel", slide=2)) is None


def test_letters_that_were_spelled_out_are_no_term():
    seen = cards_seen(asked("What does HLB stand for (Harbor)?", "Harbor Load Balancer"))
    assert "in other words" in found(seen, asked("Harbor: HLB?", "Harbor Load Balancer")).why
