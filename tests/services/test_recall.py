"""Probabilities come from FSRS-6, whatever the scheduler."""

from datetime import timedelta

import pytest

from flashdeck.domain.choices import Algorithm
from flashdeck.domain.quality import Quality
from flashdeck.services import library, merge, recall_file, schedules, settings
from flashdeck.services.recall import Recall, TopicRecall
from flashdeck.services.recall_file import Kept
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.undo import undo_last
from flashdeck.storage.collection import Collection
from tests.conftest import basic


@pytest.fixture
def answer(collection, clock, today):
    def give(*qualities: Quality) -> StudySession:
        session = StudySession(collection, clock, today, today.review_queue(limit=len(qualities)), StudyMode.REVIEW)
        for quality in qualities:
            session.answer(quality)
        return session

    return give


def of(recall: Recall, day) -> dict[str, TopicRecall]:
    """Return what is told of each topic in the end."""
    (told,) = [each for each in recall.topics_on(day) if each is not None]
    return {topic.topic: topic for topic in told}


def test_the_scheduler_makes_no_difference_and_time_takes_away(collection, add, clock, today, answer):
    add(basic("a", topic="A"), basic("b", topic="B"), basic("never asked", topic="C"))
    answer(Quality.EASY, Quality.HARD)
    clock.sleep_until_tomorrow()
    answer(Quality.GOOD, Quality.AGAIN)
    tomorrow = today.day() + timedelta(days=1)
    by_sm2 = of(Recall(collection), tomorrow)
    assert by_sm2.keys() == {"A", "B"}
    assert by_sm2["A"].deck_name == "Cloud::Storage"
    assert 1 > by_sm2["A"].total > by_sm2["B"].total > 0.3
    assert of(Recall(collection), tomorrow + timedelta(days=60))["A"].total < by_sm2["A"].total
    chosen = settings.load(collection)._replace(algorithm=Algorithm.FSRS6)
    schedules.change_settings(collection, clock, chosen)
    for topic, by_fsrs in of(Recall(collection), tomorrow).items():
        assert by_fsrs.total == pytest.approx(by_sm2[topic].total)


def test_a_topic_adds_up_all_its_cards_that_may_be_asked(collection, add, clock, today, answer):
    add(*(basic(f"{number:02}") for number in range(50)))
    session = answer(*[Quality.GOOD] * 20)
    clock.sleep_until_tomorrow()
    answer(*[Quality.GOOD] * 40)
    (topic,) = of(Recall(collection), today.day()).values()
    assert topic.cards == 40
    library.set_suspended(collection, clock, [session._steps[0].answer.note_id], suspended=True)
    (topic,) = of(Recall(collection), today.day()).values()
    assert topic.cards == 39


@pytest.mark.parametrize("lost", [None, 77])
def test_a_card_that_has_lost_its_topic_counts_nowhere(collection, add, today, answer, lost):
    add(basic("a", topic="A"), basic("b", topic="B"))
    answer(Quality.GOOD, Quality.GOOD)
    with collection.atomic():
        collection._connection.execute("UPDATE cards SET topic_id = ? WHERE uid = 'b-0'", [lost])
    assert of(Recall(collection), today.day()).keys() == {"A"}


def test_what_is_kept_follows_answers_and_what_takes_them_back(collection, add, clock, today, answer):
    add(basic("a", topic="A"), basic("b", topic="B"))
    recall = Recall(collection)
    assert of(recall, today.day()) == {}
    answer(Quality.GOOD, Quality.GOOD)
    clock.sleep_until_tomorrow()
    day = today.day() + timedelta(days=3)
    before = of(recall, day)
    clock.sleep_until_tomorrow()
    answer(Quality.AGAIN)
    after = of(recall, day)
    assert after == of(Recall(collection), day)
    assert [after[name] != before[name] for name in "AB"] == [True, False]
    undo_last(collection, clock, today)
    assert of(recall, day) == before


def test_what_is_kept_follows_a_merge_that_is_taken_back(collection, add, clock, today, answer, tmp_path):
    add(basic("a", topic="A"))
    answer(Quality.GOOD)
    collection.vacuum_into(tmp_path / "other.flashdeck")
    recall, day = Recall(collection), today.day() + timedelta(days=9)
    clock.sleep_until_tomorrow()
    before = of(recall, day)
    with Collection(tmp_path / "other.flashdeck") as other:
        there = type(today)(other, clock)
        StudySession(other, clock, there, there.review_queue(), StudyMode.REVIEW).answer(Quality.EASY)
    merge.merge(collection, clock, tmp_path / "other.flashdeck")
    merged = of(recall, day)
    assert merged["A"].total > before["A"].total
    undo_last(collection, clock, today)
    assert of(recall, day) == before


CARDS = 14
"""More than are worked out anew to see whether what was kept is to be trusted."""


class TestWhatIsKeptForTheNextStart:
    """In a file beside the collection; what it says of the last card is told without a look into the log."""

    @pytest.fixture
    def path(self, collection, add, answer):
        add(*(basic(f"{number:02}", topic=f"T{number:02}") for number in range(CARDS)))
        answer(*[Quality.GOOD] * CARDS)
        return recall_file.path_of(collection.path)

    @pytest.fixture
    def day(self, path, today):
        return today.day() + timedelta(days=5)

    def start(self, collection, day) -> dict[str, TopicRecall]:
        return of(Recall(collection, keeps_from=1), day)

    def afresh(self, collection, path, day) -> dict[str, TopicRecall]:
        kept = path.read_bytes()
        path.unlink()
        told = of(Recall(collection), day)
        path.write_bytes(kept)
        return told

    def change(self, path, place: int) -> str:
        """Let the file say that a card is remembered very long; return its topic."""
        *_, kept = returned(recall_file.read(path))
        uid = list(kept.stabilities)[place]
        list(recall_file.write(path, Kept(mark=kept.mark, stabilities={**kept.stabilities, uid: 9e9})))
        return f"T{uid.removesuffix('-0')}"

    def test_it_is_taken_without_working_it_out_again(self, collection, path, day):
        told = self.start(collection, day)
        assert self.start(collection, day) == told
        topic = self.change(path, -1)
        assert self.start(collection, day)[topic].total == pytest.approx(1)

    def test_little_is_worked_out_sooner_than_kept(self, collection, path, day):
        of(Recall(collection), day)
        assert not path.exists()

    def test_only_what_was_answered_since_is_worked_out(self, collection, path, day, clock, answer):
        before = self.start(collection, day)
        changed = {self.change(path, place) for place in range(CARDS - 3, CARDS)}
        clock.sleep_until_tomorrow()
        answer(Quality.AGAIN)
        told, afresh = self.start(collection, day), self.afresh(collection, path, day)
        (answered,) = {topic for topic, recall in afresh.items() if recall != before[topic]}
        assert {topic for topic, recall in told.items() if recall != afresh[topic]} == changed - {answered}

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda data: b"",
            lambda data: data[:-2],
            lambda data: data[: len(data) // 2],
            lambda data: b"".join(data.splitlines(keepends=True)[:-1]),
            lambda data: data.replace(b"2.3065", b"2.3066", 1),
            lambda data: data.replace(b"-1 ", b"-2 ", 1),
            lambda data: b"years of work\n" * 50,
            lambda data: bytes(range(256)),
            lambda data: data.replace(b" ", b" \xff", 2),
        ],
    )
    def test_what_is_damaged_or_not_ours_is_made_anew(self, collection, path, day, spoil):
        told = self.start(collection, day)
        whole = path.read_bytes()
        path.write_bytes(spoil(whole))
        assert path.read_bytes() != whole
        assert self.start(collection, day) == told
        assert path.read_bytes() == whole

    def test_another_version_of_fsrs_works_everything_out_anew(self, collection, path, day):
        told = self.start(collection, day)
        self.change(path, 0)
        assert self.start(collection, day) == told

    def test_it_follows_what_is_taken_back(self, collection, path, day, clock, today, answer):
        clock.sleep_until_tomorrow()
        answer(Quality.AGAIN)
        before = self.start(collection, day)
        undo_last(collection, clock, today)
        told = self.start(collection, day)
        assert told != before
        assert told == self.afresh(collection, path, day)

    def test_of_another_log_nothing_is_taken(self, collection, path, day, clock, answer, tmp_path):
        collection.vacuum_into(tmp_path / "older.flashdeck")
        clock.sleep_until_tomorrow()
        answer(Quality.AGAIN)
        self.start(collection, day)
        self.change(path, -1)
        with Collection(tmp_path / "older.flashdeck") as older:
            path.rename(recall_file.path_of(older.path))
            told = self.start(older, day)
            assert told == self.afresh(older, recall_file.path_of(older.path), day)

    def test_a_disk_that_refuses_it_changes_nothing(self, collection, path, day):
        path.mkdir()
        told = self.start(collection, day)
        path.rmdir()
        assert [each for each in path.parent.iterdir() if path.name in each.name] == []
        assert self.start(collection, day) == told

    def test_nothing_is_written_beside_a_collection_that_is_only_looked_at(self, collection, path, day):
        collection.close()
        with Collection(collection.path, view_only=True) as looked_at:
            assert self.start(looked_at, day).keys() == {f"T{number:02}" for number in range(CARDS)}
        assert not path.exists()

    def test_writing_that_is_broken_off_leaves_what_was_there(self, collection, path, day):
        self.start(collection, day)
        whole = path.read_bytes()
        names = sorted(path.parent.iterdir())
        *_, kept = returned(recall_file.read(path))
        writing = recall_file.write(path, kept)
        next(writing)
        assert sorted(path.parent.iterdir()) != names
        writing.close()
        assert sorted(path.parent.iterdir()) == names
        assert path.read_bytes() == whole


def returned(generator):
    """Yield what a generator yields, then what it returns."""
    yield (yield from generator)
