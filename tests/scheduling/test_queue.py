"""The order of a day's cards."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from flashdeck.scheduling.queue import spread, without_siblings


@dataclass(frozen=True)
class Item:
    name: str
    sibling_key: str


def test_only_the_first_of_a_family_stays():
    cards = [Item("a1", "a"), Item("b1", "b"), Item("a2", "a")]
    assert [card.name for card in without_siblings(cards)] == ["a1", "b1"]


def test_a_family_that_was_asked_today_stays_out():
    assert without_siblings([Item("a1", "a")], {"a"}) == ()


def test_new_cards_stand_evenly_among_the_reviews():
    assert "".join(spread("rrrrrr", "nn")) == "rrrnrrrn"


@given(st.lists(st.integers(0, 99)), st.lists(st.integers(100, 199)))
def test_spreading_keeps_every_card_once_and_both_orders(reviews, new):
    row = spread(reviews, new)
    assert [card for card in row if card < 100] == reviews
    assert [card for card in row if card >= 100] == new


@given(st.integers(0, 60), st.integers(1, 60))
def test_no_stretch_of_the_row_has_more_than_its_share_of_new_cards(reviews, new):
    row = spread([0] * reviews, [1] * new)
    for length in range(1, len(row) + 1):
        assert sum(row[:length]) <= length * new / len(row)
