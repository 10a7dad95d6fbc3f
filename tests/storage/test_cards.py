"""Which cards wait, in which order."""

import random
from datetime import timedelta

import pytest

from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.domain.scope import EVERYTHING, ScopePart
from flashdeck.scheduling import scheduler
from tests.conftest import basic


@pytest.fixture
def day(clock):
    return clock.now().date()


@pytest.fixture
def answer(collection, clock):
    def review(uid: str, quality: Quality, on):
        card = collection.cards.find_uid(uid)
        entry = ReviewLogEntry(
            uid=f"{uid} {on}",
            card_uid=uid,
            kind=EntryKind.REVIEW,
            quality=quality,
            answered_at=clock.now(),
            study_day=on,
        )
        with collection.atomic():
            collection.reviews.append(entry)
            collection.cards.replace_state(card, scheduler.next_state(card.state, quality, today=on, card_uid=card.uid))

    return review


def uids(cards):
    return [card.uid for card in cards]


def test_due_cards_come_longest_overdue_first(collection, add, answer, day):
    add(basic("a"), basic("b"), basic("c"))
    answer("a-0", Quality.GOOD, day - timedelta(days=3))
    answer("b-0", Quality.GOOD, day - timedelta(days=9))
    answer("c-0", Quality.GOOD, day)
    assert uids(collection.cards.due(day, EVERYTHING)) == ["b-0", "a-0"]


@pytest.mark.parametrize("scope", [EVERYTHING, (ScopePart(deck="Boats"),), (ScopePart(topic="knots"),), ()])
def test_so_many_of_the_due_cards_are_the_first_of_all(collection, add, day, clock, scope):
    chance = random.Random(4)
    numbers = range(60)
    add(
        *(
            basic(f"n{n}", deck=chance.choice(("Boats", "Sails")), topic=chance.choice(("Knots", "lights")))
            for n in numbers
        )
    )
    with collection.atomic():
        for number in numbers:
            card = collection.cards.find_uid(f"n{number}-0")
            state = scheduler.next_state(card.state, Quality.GOOD, today=day, card_uid=card.uid)
            due_on, drill_on = day - timedelta(days=chance.randrange(-2, 6)), chance.choice((None, None, None, day))
            collection.cards.replace_state(card, state._replace(due_on=due_on, drill_on=drill_on))
            if chance.random() < 0.2:
                collection.cards.bury(card.id, until=day + timedelta(days=chance.randrange(2)), now=clock.now())
            collection.cards.set_suspended([card.id], suspended=chance.random() < 0.2, now=clock.now())
    everything = collection.cards.due(day, scope)
    assert [card.state.due_on for card in everything] == sorted(card.state.due_on for card in everything)
    for limit in range(len(everything) + 2):
        assert collection.cards.due(day, scope, limit=limit) == everything[:limit]


def test_a_card_that_owes_a_drill_waits_as_a_drill_only(collection, add, answer, day):
    add(basic("a"))
    answer("a-0", Quality.AGAIN, day)
    assert uids(collection.cards.drills(day, EVERYTHING)) == ["a-0"]
    assert collection.cards.due(day, EVERYTHING) == ()
    tomorrow = day + timedelta(days=1)
    assert collection.cards.drills(tomorrow, EVERYTHING) == ()
    assert uids(collection.cards.due(tomorrow, EVERYTHING)) == ["a-0"]


@pytest.mark.parametrize("due_in", [-1, 0, 1])
def test_a_drill_counts_as_a_drill_alone_even_if_it_is_due(collection, add, day, due_in):
    add(basic("a"), basic("b"))
    state = scheduler.next_state(collection.cards.find_uid("a-0").state, Quality.AGAIN, today=day, card_uid="a-0")
    with collection.atomic():
        due = state._replace(due_on=day + timedelta(days=due_in))
        collection.cards.replace_state(collection.cards.find_uid("a-0"), due)
    (counts,) = collection.cards.topic_counts(day)
    assert (counts.due, counts.new, counts.drill, counts.total) == (0, 1, 1, 2)


def test_suspended_cards_wait_nowhere_and_buried_ones_come_back(collection, add, day, clock):
    add(basic("a"), basic("b"), basic("c"))
    with collection.atomic():
        collection.cards.set_suspended([collection.cards.find_uid("a-0").id], suspended=True, now=clock.now())
        collection.cards.bury(collection.cards.find_uid("b-0").id, until=day + timedelta(days=1), now=clock.now())
    assert uids(collection.cards.new(day, EVERYTHING)) == ["c-0"]
    assert uids(collection.cards.new(day + timedelta(days=1), EVERYTHING)) == ["b-0", "c-0"]
    assert uids(collection.cards.weakest_first(day, EVERYTHING)) == ["b-0", "c-0"]
    (counts,) = collection.cards.topic_counts(day)
    assert (counts.new, counts.total) == (1, 3)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (EVERYTHING, ["a", "b", "c"]),
        ((ScopePart(deck="Cloud"),), ["a", "b"]),
        ((ScopePart(deck="Clou"),), []),
        ((ScopePart(topic="queues"),), ["b", "c"]),
        ((ScopePart(deck="Cloud", topic="Queues"),), ["b"]),
        ((ScopePart(deck="Cloud::Storage"), ScopePart(deck="Cooking")), ["a", "c"]),
        ((), []),
    ],
)
def test_a_scope_holds_decks_with_sub_decks_and_topics(collection, add, day, scope, expected):
    add(
        basic("a", deck="Cloud::Storage", topic="Buckets"),
        basic("b", deck="Cloud::Messages", topic="Queues"),
        basic("c", deck="Cooking", topic="Queues"),
    )
    assert uids(collection.cards.new(day, scope)) == [f"{uid}-0" for uid in expected]


def test_weak_cards_come_before_strong_ones_and_new_ones_last(collection, add, answer, day):
    add(basic("new"), basic("strong"), basic("weak"))
    for uid, quality in (("strong-0", Quality.EASY), ("weak-0", Quality.HARD)):
        answer(uid, quality, day - timedelta(days=5))
    assert uids(collection.cards.weakest_first(day, EVERYTHING)) == ["weak-0", "strong-0", "new-0"]


def test_the_load_ahead_is_counted_by_day(collection, add, answer, day):
    add(basic("a"), basic("b"), basic("c"))
    answer("a-0", Quality.GOOD, day)
    answer("b-0", Quality.GOOD, day)
    answer("c-0", Quality.GOOD, day - timedelta(days=1))
    assert collection.cards.due_by_day(day, 7) == ((day + timedelta(days=1), 2),)
    assert collection.cards.next_asked_after(day) == day + timedelta(days=1)


def test_a_buried_card_is_asked_when_it_is_back(collection, add, answer, day, clock):
    new, due, later, suspended = (f"{uid}-0" for uid in ("a", "b", "c", "d"))
    add(*(basic(uid) for uid in "abcd"))
    for uid in (due, later, suspended):
        answer(uid, Quality.GOOD, day - timedelta(days=1))
    with collection.atomic():
        cards = collection.cards
        cards.set_suspended([cards.find_uid(suspended).id], suspended=True, now=clock.now())
        for uid, days in ((due, 4), (new, 3), (suspended, 1)):
            cards.bury(cards.find_uid(uid).id, until=day + timedelta(days=days), now=clock.now())
        cards.replace_state(cards.find_uid(later), cards.find_uid(later).state._replace(due_on=day + timedelta(days=5)))
    assert [(cards.next_asked_after(day + timedelta(days=days)) - day).days for days in range(5)] == [3, 3, 3, 4, 5]


def test_siblings_that_were_answered_today_are_known(collection, add, answer, day):
    add(basic("a", sibling_key="family"), basic("b", sibling_key="family"))
    assert collection.cards.next_asked_after(day) is None
    answer("a-0", Quality.GOOD, day)
    assert collection.cards.sibling_keys_answered_on(day) == {"family"}
    assert collection.cards.sibling_keys_answered_on(day + timedelta(days=1)) == set()
