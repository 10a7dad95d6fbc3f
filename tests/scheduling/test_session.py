"""The row of a sitting."""

from flashdeck.scheduling.session import CRAM_DISTANCE, SessionQueue


def test_asks_each_card_once_then_the_drills_round_and_round():
    queue = SessionQueue(waiting=("a", "b"))
    queue = queue.drill()  # a is missed
    assert queue.current == "b"
    queue = queue.drill()
    assert queue.current == "a"
    queue = queue.drill()  # missed again
    assert queue.current == "b"
    queue = queue.finish()
    assert (queue.current, queue.remaining, queue.done) == ("a", 1, 1)
    assert queue.finish().current is None


def test_a_missed_cram_card_returns_after_a_few_others():
    queue = SessionQueue(waiting=tuple("abcdefgh")).repeat_soon()
    assert queue.waiting.index("a") == CRAM_DISTANCE


def test_the_only_cram_card_left_returns_at_once():
    assert SessionQueue(waiting=("a",)).repeat_soon().current == "a"


def test_a_dropped_card_is_not_counted_as_done():
    queue = SessionQueue(waiting=("a",), drills=("b",)).drop()
    assert (queue.current, queue.done) == ("b", 0)
    assert queue.drop().current is None


def test_a_card_asked_now_stands_nowhere_else():
    queue = SessionQueue(waiting=("a", "b"), drills=("c", "d")).ask_now("c", lambda card: card == "c")
    assert queue.waiting == ("c", "a", "b")
    assert queue.drills == ("d",)
