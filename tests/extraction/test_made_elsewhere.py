"""Cards that other processes made of single slides give the deck that one process would have made alone."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.errors import SlideFileError
from flashdeck.extraction.model import Slide, SlideCards
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import cards_for_themselves, find_cards, read_slides
from tests.extraction.slide_notation import slide_of
from tests.extraction.test_real_decks import DECKS, document

OPTIONS = ExtractionOptions(keeps_rejections=False)
PARTS = (
    "# Harbor Queue\n- Crane: lifts a crate out of the queue\n- Maximum crate size is 256 KB",
    "# Harbor Queue\n- Crane: lifts a crate out of the queue\n- Maximum crate size is 256 KB\n- Winch: pulls ropes out",
    "# Harbor Queue\n- Crane: lifts crates out of the queue\n- Maximum crate size is 512 KB",
    "# Harbor Load Balancer (HLB)\n- Harbor Load Balancer (HLB): spreads the ships over the quays",
    "# Rope Store\n- HLB stands for Harbor Load Balancer\n- Crane: turns the drum\n- Crane: turns the drum of a ship",
    "# Exercise 1\n- Winch: turns the drum of the crane",
    "# Oak",
    "# Hoist\n- `hoist scale`: weighs all crates of a ship",
    "# Hoist\n- `hoist scale` weighs all crates of a ship",
)


class Elsewhere(dict[int, SlideCards]):
    def take(self, index: int) -> SlideCards | None:
        return self.pop(index, None)


def elsewhere(slides: Sequence[Slide], indices: Sequence[int], options: ExtractionOptions = OPTIONS) -> Elsewhere:
    return Elsewhere(cards_for_themselves(slides, indices, options=options))


def found(slides, made=None, options=OPTIONS):
    try:
        return list(find_cards(slides, name="deck.txt", options=options, elsewhere=made))
    except SlideFileError as error:
        return str(error)


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=8), st.data(), st.sampled_from([0.3, 0.58, 0.8, 0.99]))
def test_whichever_slides_are_made_elsewhere_the_cards_are_the_same(parts, data, min_score):
    options = OPTIONS._replace(min_score=min_score)
    numbered = enumerate(parts, start=1)
    slides = [replace(slide_of(part, first_line=9 * n), number=n) for n, part in numbered]
    indices = data.draw(st.lists(st.sampled_from(range(len(slides))), unique=True))
    assert found(slides, elsewhere(slides, indices, options), options) == found(slides, options=options)


def test_a_slide_whose_cards_repeat_none_is_taken_as_it_was_made():
    slides = [slide_of(PARTS[0]), slide_of("# Rope Store\n- Winch: pulls ropes out", first_line=9)]
    made = elsewhere(slides, [1])
    (card,) = made[1].drafts
    made[1] = made[1]._replace(drafts=(card._replace(score=0.123),))
    assert found(slides, made)[-1].score == 0.123


def test_a_card_that_repeats_an_earlier_one_falls_away_and_the_others_of_its_slide_are_taken_as_they_were_made():
    slides = [slide_of(part, first_line=9 * n) for n, part in enumerate((PARTS[0], PARTS[6], PARTS[1]))]
    made = elsewhere(slides, [2])
    made[2] = made[2]._replace(drafts=tuple(card._replace(score=0.123) for card in made[2].drafts))
    new = found(slides, made)[len(found(slides[:2])) :]
    assert [(card.back, card.score) for card in new] == [("pulls ropes out", 0.123)]


def test_progress_counts_what_is_made_and_not_yet_taken():
    slides = [slide_of(PARTS[0], first_line=9 * number) for number in range(4)]
    told: list[float] = []
    list(find_cards(slides, name="d", options=OPTIONS, on_progress=told.append, elsewhere=elsewhere(slides, [2, 3])))
    assert told == [0.75, 1.0, 1.0, 1.0]


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.name[:3])
def test_a_course_made_elsewhere_is_the_same(path):
    slides = read_slides(document(path)).slides
    alone = found(slides)
    assert found(slides, elsewhere(slides, range(len(slides)))) == alone
    assert found(slides, elsewhere(slides, range(1, len(slides), 2))) == alone
