"""A sitting, as a student goes through it."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from flashdeck.domain.card_state import NewState
from flashdeck.domain.note import NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind
from flashdeck.domain.scope import EVERYTHING, ScopePart
from flashdeck.errors import CollectionError
from flashdeck.services import library, schedules
from flashdeck.services import settings as settings_service
from flashdeck.services.check import faults_of
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.summary import TopicResult
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage.collection import Collection
from tests.conftest import basic


@pytest.fixture
def sit(collection, clock, today):
    """Begin a sitting with today's cards."""

    def begin(scope=EVERYTHING, mode=StudyMode.REVIEW, **limits):
        queue = today.cram_queue(scope) if mode is StudyMode.CRAM else today.review_queue(scope, **limits)
        return StudySession(collection, clock, today, queue, mode)

    return begin


def answer_all(session: StudySession, *qualities: Quality) -> list[str]:
    """Answer in turn and return the uids of the cards asked."""
    asked = []
    for quality in qualities:
        asked.append(session.question().card.uid)
        session.answer(quality)
    return asked


def test_asks_new_cards_and_schedules_them(sit, add, collection, clock):
    add(basic("a"), basic("b"))
    session = sit()
    assert session.question().front == "question a?"
    assert session.question().is_new
    assert answer_all(session, Quality.GOOD, Quality.EASY) == ["a-0", "b-0"]
    assert session.question() is None
    assert collection.cards.find_uid("a-0").state.due_on == clock.now().date() + timedelta(days=1)
    assert faults_of(collection) == ()


def test_what_scored_below_four_is_drilled_until_it_does(sit, add, collection):
    add(basic("a"), basic("b"))
    session = sit()
    asked = answer_all(session, Quality.HARD, Quality.AGAIN, Quality.AGAIN, Quality.GOOD, Quality.EASY)
    assert asked == ["a-0", "b-0", "a-0", "b-0", "a-0"]
    assert session.question() is None
    assert [entry.kind for entry in collection.reviews.of_card("a-0")] == [
        EntryKind.REVIEW,
        EntryKind.DRILL,
        EntryKind.DRILL,
    ]
    assert faults_of(collection) == ()


def test_a_sitting_that_was_broken_off_goes_on_with_its_drills(sit, add):
    add(basic("a"), basic("b"))
    answer_all(sit(), Quality.AGAIN)
    resumed = sit()
    assert answer_all(resumed, Quality.GOOD, Quality.GOOD) == ["b-0", "a-0"]
    assert resumed.question() is None


def test_drills_that_were_left_are_forgiven_on_the_next_day(sit, add, clock):
    add(basic("a"))
    answer_all(sit(), Quality.AGAIN)
    clock.sleep_until_tomorrow()
    assert not sit().question().is_drill


def test_previews_tell_what_each_answer_brings(sit, add):
    add(basic("a"))
    preview = sit().question().preview
    assert (preview(Quality.AGAIN).interval_days, preview(Quality.AGAIN).again_today) == (1, True)
    assert (preview(Quality.GOOD).interval_days, preview(Quality.GOOD).again_today) == (1, False)


def test_the_preview_is_what_the_answer_does(sit, add, clock, collection):
    add(basic("a"))
    for quality in (Quality.GOOD, Quality.EASY, Quality.GOOD):
        session = sit()
        promised = session.question().preview(quality).interval_days
        session.answer(quality)
        state = collection.cards.find_uid("a-0").state
        assert state.interval_days == promised
        clock.instant += timedelta(days=state.interval_days)


def test_what_is_previewed_and_answered_after_midnight_counts_for_the_new_day(sit, add, clock, collection):
    add(basic("a"))
    session = sit()
    session.answer(Quality.AGAIN)
    question = session.question()
    assert question.is_drill
    assert question.preview(Quality.GOOD).interval_days is None
    clock.sleep_until_tomorrow()
    assert question.preview(Quality.GOOD).interval_days == 1
    assert session.answer(Quality.GOOD).kind is EntryKind.REVIEW
    assert faults_of(collection) == ()


def test_a_drill_that_was_looked_at_before_midnight_is_none_after_it(sit, add, clock):
    add(basic("a"), basic("b"))
    session = sit()
    answer_all(session, Quality.AGAIN, Quality.AGAIN)
    session.question()
    assert session.coming() == ("question b?", "answer b")
    clock.sleep_until_tomorrow()
    session.answer(Quality.GOOD)
    question = session.question()
    assert (question.card.uid, question.is_drill) == ("b-0", False)


def asked(session):
    """What a sitting asks now."""
    question = session.question()
    return question and (question.card, question.front, question.back, question.is_marked, question.is_drill)


@pytest.mark.parametrize("quality", [Quality.AGAIN, Quality.GOOD])
@pytest.mark.parametrize(
    "between",
    ["nothing", "edit", "mark", "suspend", "bury", "delete", "answer and undo", "tomorrow"],
)
def test_a_card_that_was_looked_at_before_is_asked_as_it_stands(sit, add, collection, clock, between, quality):
    ids = add(basic("a"), basic("b"), basic("c"))
    ahead, plain = sit(), sit()
    assert asked(ahead) == asked(plain)
    assert ahead.coming() == ("question b?", "answer b")
    card = collection.cards.find_uid("b-0")

    match between:
        case "edit":
            content = collection.notes.get(ids[1]).content
            library.edit_note(collection, clock, ids[1], replace(content, front="another question?"))
        case "mark":
            library.toggle_mark(collection, clock, ids[1])
        case "suspend":
            library.set_suspended(collection, clock, [card.id], suspended=True)
        case "bury":
            library.bury(collection, clock, [card.id], until=clock.now().date() + timedelta(days=1))
        case "delete":
            library.delete_notes(collection, clock, [ids[1]])
        case "answer and undo":
            ahead.answer(Quality.EASY)
            assert ahead.undo() is not None
        case "tomorrow":
            clock.sleep_until_tomorrow()
    uid = ahead.answer(quality).uid
    plain.take_up([collection.reviews.get(uid)])
    first = asked(ahead)
    assert first == asked(plain)
    ahead.coming()
    ahead.answer(quality)
    plain.take_up(collection.reviews.since(collection.reviews.last_seq() - 1))
    assert asked(ahead) == asked(plain)


def test_the_log_beside_the_file_does_not_grow_with_a_sitting_while_cards_are_looked_at(sit, add, collection_path):
    add(basic("a"), basic("b"))
    session, log = sit(), collection_path.with_name(f"{collection_path.name}-wal")
    sizes = []
    for _ in range(100):
        session.question()
        session.coming()
        session.answer(Quality.AGAIN)  # a drill that comes again and again
        sizes.append(log.stat().st_size)
    assert sizes[0] < sizes[20], "each answer is written there"
    assert sizes[40] == sizes[-1]


def test_the_card_to_come_can_be_looked_at_before(sit, add):
    add(basic("a"), basic("b"))
    session = sit()
    assert session.coming() == ("question b?", "answer b")
    assert session.question().front == "question a?", "looking moves nothing"
    answer_all(session, Quality.AGAIN)
    assert session.coming() == ("question a?", "answer a"), "the drill"
    answer_all(session, Quality.GOOD)
    assert session.coming() is None
    answer_all(session, Quality.GOOD)
    assert session.coming() is None


def test_a_cloze_card_asks_its_gap(sit, add):
    add(basic("n", kind=NoteKind.CLOZE, front="{{c1::Oslo}} is the capital of {{c2::Norway}}.", back="since 1814"))
    question = sit().question()
    assert question.front == "[...] is the capital of Norway."
    assert question.back == "Oslo\n\nsince 1814"


class TestUndo:
    def test_brings_the_card_and_its_state_back(self, sit, add, collection):
        add(basic("a"), basic("b"))
        session = sit()
        answer_all(session, Quality.AGAIN, Quality.GOOD)
        assert session.undo()
        assert session.question().card.uid == "b-0"
        assert session.undo()
        assert session.question().card.uid == "a-0"
        assert session.remaining == 2
        assert collection.cards.find_uid("a-0").state == NewState()
        assert session.undo() is None
        assert faults_of(collection) == ()

    def test_reaches_back_behind_a_restart(self, sit, add, collection_path, clock, collection):
        add(basic("a"), basic("b"))
        answer_all(sit(), Quality.GOOD)
        collection.close()
        with Collection(collection_path) as reopened:
            today = Today(reopened, clock)
            session = StudySession(reopened, clock, today, today.review_queue(), StudyMode.REVIEW)
            assert session.question().card.uid == "b-0"
            assert session.undo()
            assert session.question().card.uid == "a-0"
            assert session.remaining == 2

    def test_survives_that_the_card_was_deleted(self, sit, add, collection, clock):
        ids = add(basic("a"), basic("b"))
        session = sit()
        answer_all(session, Quality.GOOD)
        with collection.atomic():
            collection.notes.delete([ids[0]], now=clock.now())
        assert session.undo()
        assert session.question().card.uid == "b-0"

    def test_of_a_cram_answer_leaves_the_schedule_alone(self, sit, add, collection, clock, today):
        add(basic("a"))
        answer_all(sit(), Quality.GOOD)
        state = collection.cards.find_uid("a-0").state
        answer_all(sit(mode=StudyMode.CRAM), Quality.AGAIN)
        undo_last(collection, clock, today)
        assert collection.cards.find_uid("a-0").state == state
        assert collection.reviews.answers() == 1


class TestCram:
    def test_leaves_every_schedule_untouched(self, sit, add, collection):
        add(basic("a"), basic("b"), basic("c"))
        answer_all(sit(), Quality.GOOD)
        before = collection.cards.all()
        session = sit(mode=StudyMode.CRAM)
        while session.question() is not None:
            session.answer(Quality.GOOD)
        assert collection.cards.all() == before
        assert session.done == 3

    def test_misses_return_until_they_are_right(self, sit, add):
        add(*(basic(f"n{number}") for number in range(3)))
        session = sit(mode=StudyMode.CRAM)
        first = session.question().card.uid
        asked = answer_all(session, Quality.AGAIN, Quality.GOOD, Quality.HARD, Quality.AGAIN, Quality.GOOD)
        assert asked.count(first) == 3
        assert session.question() is None

    def test_takes_only_the_chosen_topics_and_keeps_siblings(self, sit, add):
        add(
            basic("a", topic="Queues", sibling_key="s"),
            basic("b", topic="Queues", sibling_key="s"),
            basic("c", topic="Buckets"),
        )
        assert sit((ScopePart(topic="Queues"),), StudyMode.CRAM).remaining == 2


class TestLimits:
    def test_new_cards_stop_at_the_daily_limit(self, sit, add):
        add(*(basic(f"n{number}") for number in range(30)))
        assert sit().remaining == 20
        answer_all(sit(), *[Quality.GOOD] * 20)
        assert sit().question() is None

    def test_the_user_can_ask_for_more_new_cards_now(self, sit, add):
        add(*(basic(f"n{number}") for number in range(30)))
        answer_all(sit(), *[Quality.GOOD] * 20)
        assert sit(new_limit=5).remaining == 5

    def test_a_limit_of_cards_holds_for_drills_too(self, sit, add):
        add(*(basic(f"n{number}") for number in range(9)))
        answer_all(sit(), Quality.AGAIN, Quality.AGAIN)
        assert sit(limit=8).remaining == 8

    def test_large_families_do_not_hide_the_cards_behind_them(self, sit, add):
        add(*(basic(f"s{number:03}", sibling_key="one family") for number in range(99)), basic("z1"), basic("z2"))
        assert sit(new_limit=3).remaining == 3

    def test_siblings_wait_for_another_day(self, sit, add, clock):
        add(basic("a", sibling_key="s"), basic("b", sibling_key="s"), basic("c"))
        assert answer_all(sit(), Quality.GOOD, Quality.GOOD) == ["a-0", "c-0"]
        assert sit().question() is None
        clock.sleep_until_tomorrow()
        assert {sit().question().card.uid} <= {"a-0", "c-0"}


class TestAhead:
    def test_asks_what_falls_due_soon_and_never_lengthens_an_interval_for_it(self, sit, add, today, collection, clock):
        add(basic("a"), basic("b"))
        answer_all(sit(), Quality.GOOD, Quality.GOOD)
        clock.sleep_until_tomorrow()
        answer_all(sit(), Quality.GOOD)
        assert today.ahead_queue(days=5).waiting == ()
        clock.sleep_until_tomorrow()
        queue = today.ahead_queue(days=5)
        assert [card.uid for card in queue.waiting] == ["a-0"]
        session = StudySession(collection, clock, today, queue, StudyMode.REVIEW)
        assert session.question().preview(Quality.EASY).interval_days == 6
        answer_all(session, Quality.EASY)
        assert collection.cards.find_uid("a-0").state.due_on == today.day() + timedelta(days=6)
        assert faults_of(collection) == ()

    def test_keeps_to_its_limit_and_its_siblings_apart(self, sit, add, today, clock):
        add(basic("a", sibling_key="s"), basic("b"), basic("c"))
        answer_all(sit(), *[Quality.GOOD] * 3)
        assert today.ahead_queue(days=1).waiting == ()  # answered today
        clock.sleep_until_tomorrow()
        answer_all(sit(), *[Quality.GOOD] * 3)
        clock.sleep_until_tomorrow()
        assert today.ahead_queue(days=9, limit=2).remaining == 2


class TestLeavingOut:
    def test_a_buried_card_comes_back_tomorrow(self, sit, add, clock):
        add(basic("a"))
        session = sit()
        session.bury()
        assert session.question() is None
        assert sit().question() is None
        clock.sleep_until_tomorrow()
        assert sit().question().card.uid == "a-0"

    def test_a_suspended_card_stays_away(self, sit, add, clock):
        add(basic("a"))
        sit().suspend()
        clock.sleep_until_tomorrow()
        assert sit().question() is None

    def test_a_card_deleted_meanwhile_is_passed_over(self, sit, add, collection, clock):
        ids = add(basic("a"), basic("b"))
        session = sit()
        with collection.atomic():
            collection.notes.delete([ids[0]], now=clock.now())
        assert session.question().card.uid == "b-0"


class TestFaults:
    def test_an_answer_that_could_not_be_written_is_asked_again(self, sit, add, collection):
        add(basic("a"))
        session = sit()
        collection._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(CollectionError):
            session.answer(Quality.GOOD)
        collection._connection.execute("PRAGMA query_only = OFF")
        assert session.question().card.uid == "a-0"
        assert session.answer(Quality.GOOD).card_uid == "a-0"
        assert collection.reviews.answers() == 1

    @pytest.fixture
    def answer_landing_with_a_fault(self, collection, monkeypatch):
        """Give an answer of which the disk reports a fault after the commit was already there."""
        database = collection._connection._db
        execute = database.execute

        def commit_then_fail(*arguments):
            result = execute(*arguments)
            if arguments[0].startswith("UPDATE cards"):
                database.conn.execute("COMMIT")
                raise sqlite3.OperationalError("disk I/O error")
            return result

        def answer(session):
            with monkeypatch.context() as patched:
                patched.setattr(database, "execute", commit_then_fail)
                with pytest.raises(sqlite3.OperationalError):
                    session.answer(Quality.GOOD)

        return answer

    def test_an_answer_that_landed_despite_a_fault_counts_once(self, sit, add, collection, answer_landing_with_a_fault):
        add(basic("a"), basic("b"))
        session = sit()
        answer_landing_with_a_fault(session)
        session.answer(Quality.GOOD)
        assert collection.reviews.answers() == 1
        assert session.question().card.uid == "b-0"
        assert faults_of(collection) == ()

    def test_the_answer_after_one_that_landed_despite_a_fault_and_was_not_given_again_counts(
        self, sit, add, collection, answer_landing_with_a_fault
    ):
        add(basic("a"), basic("b"))
        session = sit()
        answer_landing_with_a_fault(session)
        session.bury()
        assert session.question().card.uid == "b-0"
        assert session.answer(Quality.EASY).card_uid == "b-0"
        assert collection.reviews.answers() == 2
        assert faults_of(collection) == ()


class TestSummary:
    def test_counts_first_answers_by_topic_and_lists_the_missed(self, sit, add):
        add(basic("a", topic="Queues"), basic("b", topic="Queues"), basic("c", topic="Buckets"))
        session = sit()
        answer_all(session, Quality.AGAIN, Quality.GOOD, Quality.HARD)
        answer_all(session, Quality.AGAIN, Quality.GOOD, Quality.GOOD)
        summary = session.summary()
        assert (summary.answered, summary.correct) == (3, 2)
        assert summary.topics == (
            TopicResult(topic="Queues", answered=2, correct=1),
            TopicResult(topic="Buckets", answered=1, correct=1),
        )
        assert [(card.front, card.misses) for card in summary.missed] == [("question a?", 2)]
        assert [day.due for day in summary.load] == [3, 0, 0, 0, 0, 0, 0]

    def test_what_the_limit_keeps_out_today_comes_on_the_next_days(self, sit, add, collection, clock):
        add(*(basic(name) for name in "abcde"))
        answer_all(sit(), *[Quality.GOOD] * 5)
        clock.sleep_until_tomorrow()
        schedules.change_settings(collection, clock, settings_service.load(collection)._replace(reviews_per_day=2))
        session = sit()
        answer_all(session, Quality.GOOD, Quality.GOOD)  # three of five wait
        assert [day.due for day in session.summary().load] == [2, 1, 0, 0, 0, 2, 0]

    def test_what_the_limit_keeps_new_comes_day_by_day(self, sit, add, collection, clock):
        add(*(basic(name) for name in "abcdefg"))
        schedules.change_settings(collection, clock, settings_service.load(collection)._replace(new_per_day=3))
        session = sit()
        answer_all(session, Quality.GOOD)  # the other two of today are to be answered today
        assert [(day.due, day.new) for day in session.summary().load][:3] == [(1, 3), (0, 1), (0, 0)]

    def test_forgets_what_was_taken_back(self, sit, add):
        add(basic("a"))
        session = sit()
        answer_all(session, Quality.AGAIN)
        session.undo()
        assert session.summary().answered == 0


def test_a_mark_and_an_edit_are_taken_back_one_by_one(sit, add, collection):
    (note_id,) = add(basic("a"))
    session = sit()
    session.toggle_mark()
    assert session.question().is_marked
    session.edit(note_id, replace(collection.notes.get(note_id).content, front="other question?"))
    assert session.question().front == "other question?"
    session.undo()
    assert (session.question().front, session.question().is_marked) == ("question a?", True)
    session.undo()
    assert not session.question().is_marked
    session.toggle_mark()
    session.toggle_mark()
    assert collection.notes.get(note_id).content.tags == ()


def test_a_mark_is_no_edit_of_the_text(sit, add, collection):
    add(basic("a"))
    sit().toggle_mark()
    columns = collection._connection.select("SELECT imported_front FROM notes")
    assert columns == [{"imported_front": None}]


def test_a_missed_card_is_drilled_after_as_many_others_as_the_setting_says(sit, add, collection, clock):
    schedules.change_settings(collection, clock, settings_service.load(collection)._replace(drill_distance=2))
    add(*(basic(name) for name in "abcde"))
    session = sit()
    asked = answer_all(session, Quality.AGAIN, *[Quality.GOOD] * 5)
    assert asked == ["a-0", "b-0", "c-0", "a-0", "d-0", "e-0"]


def test_with_fewer_others_left_the_drill_comes_at_the_end(sit, add, collection, clock):
    schedules.change_settings(collection, clock, settings_service.load(collection)._replace(drill_distance=9))
    add(*(basic(name) for name in "abc"))
    assert answer_all(sit(), Quality.AGAIN, *[Quality.GOOD] * 3) == ["a-0", "b-0", "c-0", "a-0"]


def test_the_summary_names_the_slowest_cards(sit, add):
    add(*(basic(f"n{number}") for number in range(8)))
    session = sit()
    for took_ms in (4_000, 30_000, 5_000, 6_000, 19_000, None, 4_000, 60_000):
        session.answer(Quality.GOOD, took_ms=took_ms)
    slowest = session.summary().slowest
    assert [(card.card_uid, card.took_ms) for card in slowest] == [
        ("n7-0", 60_000),
        ("n1-0", 30_000),
        ("n4-0", 19_000),
    ]


def test_without_a_measured_answer_none_is_slow(sit, add):
    add(basic("a"))
    session = sit()
    session.answer(Quality.GOOD)
    assert session.summary().slowest == ()


def test_a_card_answered_before_can_be_suspended_and_brought_back(sit, add, collection):
    add(basic("a"), basic("b"))
    session = sit()
    asked = session.question().card
    session.answer(Quality.AGAIN)
    session.suspend_answered(asked.id)
    answer_all(session, Quality.GOOD)
    assert session.question() is None  # its drill is not asked
    session.undo()
    session.undo()
    assert not collection.cards.find(asked.id).is_suspended
    assert answer_all(session, Quality.GOOD, Quality.GOOD) == ["b-0", "a-0"]


def test_the_summary_shows_a_question_as_it_was_edited_since(sit, add, collection):
    first, second = add(basic("a"), basic("b"))
    session = sit()
    answer_all(session, Quality.AGAIN, Quality.AGAIN)
    session.edit(first, replace(collection.notes.get(first).content, front="better question?"))
    assert [card.front for card in session.summary().missed] == ["better question?", "question b?"]
    session.edit(second, replace(collection.notes.get(second).content, kind=NoteKind.CLOZE, front="a {{c2::gap}}"))
    assert [card.front for card in session.summary().missed] == ["better question?", "question b?"]  # its card is gone
