"""The row of a sitting."""

from hypothesis import given
from hypothesis import strategies as st

from flashdeck.scheduling.session import CRAM_DISTANCE, SessionQueue


def test_asks_each_card_once_then_the_drills_round_and_round():
    queue = SessionQueue(row=("a", "b"))
    queue = queue.drill(0)  # a is missed
    assert queue.current == "b"
    queue = queue.drill(0)
    assert queue.current == "a"
    queue = queue.drill(0)  # missed again
    assert queue.current == "b"
    queue = queue.finish()
    assert (queue.current, queue.remaining, queue.done) == ("a", 1, 1)
    assert queue.finish().current is None


def test_a_missed_cram_card_returns_after_a_few_others():
    queue = SessionQueue(row=tuple("abcdefgh")).repeat_soon()
    assert queue.waiting.index("a") == CRAM_DISTANCE


def test_the_only_cram_card_left_returns_at_once():
    assert SessionQueue(row=("a",)).repeat_soon().current == "a"


def test_a_dropped_card_is_not_counted_as_done():
    queue = SessionQueue(row=("a",), drills=("b",)).drop()
    assert (queue.current, queue.done) == ("b", 0)
    assert queue.drop().current is None


def test_a_card_asked_now_stands_nowhere_else():
    queue = SessionQueue(row=("a", "b"), drills=("c", "d")).ask_now("c", lambda card: card == "c")
    assert queue.waiting == ("c", "a", "b")
    assert queue.drills == ("d",)


@given(
    st.integers(0, 7),
    st.lists(
        st.one_of(
            st.sampled_from(("finish", "drop", "repeat_soon")).map(lambda name: (name,)),
            st.tuples(st.just("drill"), st.integers(0, 4)),
            st.tuples(st.just("ask_now"), st.sampled_from("abcdefghz")),
        ),
        max_size=12,
    ),
)
def test_the_row_is_the_one_that_plain_lists_lead_to(cards, steps):
    """The same steps on lists that are cut and put together anew each time."""
    queue = SessionQueue(row=tuple("abcdefgh"[:cards]), drills=("y",))
    waiting, drills, done = list(queue.row), ["y"], 0
    for name, *arguments in steps:
        if name == "ask_now":
            (card,) = arguments
            queue = queue.ask_now(card, lambda other, card=card: other == card)
            waiting, drills = [card, *(set_aside(waiting, card))], set_aside(drills, card)
        elif queue.current is not None:
            queue = getattr(queue, name)(*arguments)
            current = (waiting or drills).pop(0)
            done += name == "finish"
            if name == "repeat_soon":
                waiting.insert(CRAM_DISTANCE, current)
            elif name == "drill" and 0 < arguments[0] <= len(waiting):
                waiting.insert(arguments[0], current)
            elif name == "drill":
                drills.append(current)
        assert (list(queue.waiting), list(queue.drills), queue.done) == (waiting, drills, done)
        assert (queue.current, queue.remaining) == (next(iter([*waiting, *drills]), None), len(waiting) + len(drills))


def set_aside(cards, card):
    return [other for other in cards if other != card]
