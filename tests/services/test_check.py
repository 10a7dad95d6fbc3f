"""What a check finds and a repair mends."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pytest

from flashdeck.domain.card_state import NewState
from flashdeck.domain.note import NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.errors import CollectionDamagedError
from flashdeck.services import collection_file, library
from flashdeck.services.check import faults_of, repair
from flashdeck.services.merge import merge
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.storage.checksums import CHECKED_COLUMNS
from flashdeck.storage.collection import Collection
from flashdeck.storage.notes import StoredSlide
from flashdeck.storage.verification import verify
from tests.conftest import basic


@pytest.fixture
def studied(collection, add, clock, today):
    """Some notes with answers, an edit, settings."""
    add(*(basic(f"n{number}", tags=("rope",)) for number in range(4)))
    add(basic("gaps", kind=NoteKind.CLOZE, front="{{c1::one}} and {{c2::two}}", back=""))
    for _ in range(3):
        session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
        for quality in (Quality.GOOD, Quality.AGAIN, Quality.EASY, Quality.GOOD):
            if session.question() is not None:
                session.answer(quality, took_ms=2500)
        clock.sleep_until_tomorrow()
    (gone,) = add(basic("gone"))
    with collection.atomic():
        collection.notes.delete([gone], now=clock.now())
    note = collection.notes.get(collection.notes.id_of("n0"))
    library.edit_note(collection, clock, note.id, replace(note.content, back="better"))
    library.set_suspended(collection, clock, [collection.cards.find_uid("n1-0").id], suspended=False)
    collection.settings.put("new_per_day", 7, now=clock.now())
    slide = StoredSlide(number=1, section="", topic="", title="Two", first_line=1, last_line=1, lines=((1, "Two"),))
    collection.notes.add_source(file_name="knots.txt", file_format="text", sha256="00", slides=[slide], now=clock.now())
    assert faults_of(collection) == ()
    return collection


def change(collection, sql: str, *values) -> None:
    """Change the file as no part of the program does."""
    with collection.health.open_log():
        assert collection._connection.execute(sql, values) >= 1


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE notes SET front = 'questiom n2?' WHERE uid = 'n2'", "note 'questiom n2?'"),
        ("UPDATE cards SET is_suspended = 1 WHERE uid = 'n3-0'", "card 'question n3?'"),
        ("UPDATE decks SET name = 'Clouf'", "deck 'Clouf'"),
        ("UPDATE settings SET value = '8'", "setting 'new_per_day'"),
        ("UPDATE review_log SET took_ms = 2501 WHERE seq = 3", "answer to card 'question n"),
        ("UPDATE operations SET label = 'n9'", "what can be taken back: 'n9'"),
        ("UPDATE notes_before SET back = 'bettep'", "what can be taken back in note 'question n0?'"),
        ("UPDATE cards_before SET is_suspended = 1", "what can be taken back in card 'question n1?'"),
        ("UPDATE notes_before SET back = CAST(back AS BLOB)", "what can be taken back in note 'question n0?'"),
        ("UPDATE deleted_notes SET deleted_at = '2026-05-07T18:00:00.001+00:00'", "deletion of note 'gone'"),
        ("UPDATE deleted_notes SET uid = CAST(x'e76f6e65' AS TEXT)", "deletion of note '\ufffdone'"),
        ("UPDATE note_versions SET digest = x'00'", "earlier text of note 'question n0?'"),
        ("UPDATE settings SET name = CAST(x'ee' AS TEXT) WHERE name = 'new_per_day'", "setting '\ufffd'"),
    ],
)
def test_a_row_that_changed_by_itself_is_found_and_comes_back_from_a_backup(studied, clock, sql, named):
    collection_file.backup_now(studied, clock)
    before = contents(studied)
    change(studied, sql)
    assert any(named in fault for fault in faults_of(studied))
    repaired = repair(studied)
    assert "from a backup" in repaired.done[0]
    assert (repaired.doubtful, repaired.left) == ((), ())
    assert contents(studied) == before


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE notes SET front = 'questiom n2?' WHERE uid = 'n2'",
        "UPDATE review_log SET took_ms = 2501 WHERE seq = 3",
        "UPDATE notes_before SET back = CAST(back AS BLOB) WHERE existed",
    ],
)
def test_a_row_that_broke_in_the_newest_backup_too_comes_from_the_one_before(studied, clock, sql):
    collection_file.backup_now(studied, clock)
    before = contents(studied)
    clock.sleep_until_tomorrow()
    change(studied, sql)
    with pytest.raises(CollectionDamagedError, match="is written, but"):
        collection_file.backup_now(studied, clock)
    newest = collection_file.dated_backups(studied.path)[0].path
    assert any("not as it was written" in fault for fault in faults_of(studied))
    repaired = repair(studied)
    assert (len(repaired.done), repaired.doubtful, repaired.left) == (1, (), ())
    assert contents(studied) == before
    newest.unlink()
    for backup in collection_file.dated_backups(studied.path):
        backup.path.unlink()
    change(studied, sql)
    with pytest.raises(CollectionDamagedError, match="is written, but"):
        collection_file.backup_now(studied, clock)
    assert len(repair(studied).doubtful) == 1
    assert faults_of(studied) == ()


def contents(collection) -> dict[str, list]:
    return {
        table: collection._connection.select(f"SELECT {', '.join(columns)}, checksum FROM {table} ORDER BY 1")
        for table, columns in CHECKED_COLUMNS.items()
    }


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE notes SET front = 'questiom n2?' WHERE uid = 'n2'",
        "UPDATE review_log SET took_ms = 2501 WHERE seq = 3",
        "UPDATE notes_before SET existed = 0",
        "UPDATE decks SET name = 'Clouf'",
        "UPDATE sources SET file_name = 'knotz.txt'",
        "UPDATE slides SET title = 'Twq'",
        "UPDATE slides SET lines = 'no list'",
        "UPDATE cards SET is_suspended = 1 WHERE uid = 'n3-0'",
        "UPDATE settings SET value = 'no value'",
        "UPDATE operations SET label = 'n9' WHERE seq = 1",
        "UPDATE notes SET checksum = NULL WHERE uid = 'n2'",
        "UPDATE notes_before SET back = CAST(back AS BLOB) WHERE existed",
        "UPDATE deleted_notes SET deleted_at = 'once'",
        "UPDATE deleted_notes SET uid = CAST(x'e76f6e65' AS TEXT)",
        "UPDATE note_versions SET digest = x'00'",
        "UPDATE settings SET name = CAST(x'ee' AS TEXT)",
    ],
)
def test_without_a_backup_it_stays_and_is_named(studied, sql):
    change(studied, sql)
    repaired = repair(studied)
    assert not any("backup" in item for item in repaired.done)
    assert len(repaired.doubtful) == 1
    assert faults_of(studied) == ()
    assert studied.cards.count() == 6


def test_a_row_without_a_name_is_named_by_what_it_is(studied, clock):
    with studied.operations.recorded("import", "file", now=clock.now()):
        studied.notes.add(basic("new"), now=clock.now())
    change(studied, "UPDATE notes_before SET back = 'something' WHERE NOT existed")
    assert faults_of(studied) == ("what can be taken back in note '' is not as it was written",)


def test_an_answer_that_vanished_is_noticed(studied):
    change(studied, "DELETE FROM review_log WHERE seq = 4")
    assert any("answer to card" in fault for fault in faults_of(studied))
    repair(studied)
    assert faults_of(studied) == ()


def lose_newest(collection, count: int) -> None:
    """Take the newest entries out of the log as no part of the program does."""
    connection = collection._connection
    (trigger,) = connection.tuples("SELECT sql FROM sqlite_schema WHERE name = 'review_log_no_delete'")
    connection.execute("DROP TRIGGER review_log_no_delete")
    connection.execute("DELETE FROM review_log WHERE seq > (SELECT max(seq) FROM review_log) - ?", [count])
    connection.execute(*trigger)


@pytest.fixture
def crammed(studied, clock, today):
    """Its newest entries, on which no schedule hangs: two answers while cramming and the undo of one."""
    session = StudySession(studied, clock, today, today.cram_queue(EVERYTHING), StudyMode.CRAM)
    for _ in range(2):
        session.question()
        session.answer(Quality.GOOD)
    session.undo()
    return studied


@pytest.mark.parametrize("count", [1, 2, 3, 14])
def test_the_newest_entries_of_the_log_cannot_vanish_unnoticed_and_come_back_from_a_backup(crammed, clock, count):
    collection_file.backup_now(crammed, clock)
    before = contents(crammed)
    assert len(before["review_log"]) == 14
    lose_newest(crammed, count)
    gone = f"the newest entries of the review log, {count} in number, are gone"
    assert gone in faults_of(crammed)
    clock.sleep_until_tomorrow()
    with pytest.raises(CollectionDamagedError, match=gone):
        collection_file.backup_now(crammed, clock)
    newest = collection_file.dated_backups(crammed.path)[0].path
    with pytest.raises(CollectionDamagedError, match="Not everything in"):
        verify(newest)
    repaired = repair(crammed)
    assert f"took the newest entries of the review log, {count} in number, from a backup" in repaired.done
    assert (repaired.doubtful, repaired.left) == ((), ())
    assert contents(crammed) == before
    assert faults_of(crammed) == ()


def test_newest_entries_that_no_backup_has_are_named(crammed, clock):
    collection_file.backup_now(crammed, clock)
    crammed.reviews.append(crammed.reviews.last_standing()._replace(uid="one more"))
    lose_newest(crammed, 2)
    assert repair(crammed).doubtful == (
        "the newest entries of the review log, 2 in number, are gone, and no backup has them",
    )
    assert faults_of(crammed) == ()
    crammed.reviews.append(crammed.reviews.last_standing()._replace(uid="and on"))
    assert faults_of(crammed) == ()


def test_newest_entries_that_broke_in_the_backup_are_not_taken_from_it(crammed, clock):
    change(crammed, "UPDATE review_log SET took_ms = 1 WHERE seq = 14")
    with pytest.raises(CollectionDamagedError, match="is written, but"):
        collection_file.backup_now(crammed, clock)
    lose_newest(crammed, 3)
    assert len(repair(crammed).doubtful) == 1
    assert len(crammed.reviews.since(0)) == 11
    assert faults_of(crammed) == ()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE log_end SET seq = seq - 1",
        "UPDATE log_end SET seq = seq + 1",
        "UPDATE log_end SET checksum = x'00'",
        "DELETE FROM log_end",
    ],
)
def test_an_end_of_the_log_that_broke_by_itself_is_named_and_no_answer_is_touched(studied, clock, sql):
    before = contents(studied)
    studied._connection.execute(sql)
    assert faults_of(studied) == ("the review log does not end as it did when it was written",)
    with pytest.raises(CollectionDamagedError, match="does not end as it did"):
        collection_file.backup_now(studied, clock)
    assert len(repair(studied).doubtful) == 1
    assert contents(studied) == before
    assert faults_of(studied) == ()


def test_a_log_that_lost_its_newest_entries_is_not_merged(crammed, clock, tmp_path):
    lose_newest(crammed, 1)
    crammed.close()
    with (
        Collection(tmp_path / "other.flashdeck") as other,
        pytest.raises(CollectionDamagedError, match="nothing was merged"),
    ):
        merge(other, clock, crammed.path)


@pytest.mark.parametrize(
    ("sql", "missed"),
    [
        ("DELETE FROM cards WHERE uid = 'n0-0'", ["question n0?"]),
        ("DELETE FROM cards WHERE uid IN ('gaps-1', 'n2-0')", ["question n2?", "{{c1::one}} and {{c2::two}}"]),
        ("UPDATE cards SET ordinal = 3 WHERE uid = 'gaps-0'", ["{{c1::one}} and {{c2::two}}"]),
    ],
)
def test_a_card_that_vanished_is_named_and_comes_back_where_its_answers_lead(studied, sql, missed):
    states = {card.uid: (card.state, card.note_id, card.ordinal) for card in studied.cards.all()}
    change(studied, sql)
    with studied.atomic():
        for card in studied.cards.all():  # what the program itself writes
            studied.cards.replace_state(card, card.state)
    faults = faults_of(studied)
    assert faults == tuple(f"a card of note '{front}' is missing" for front in missed)
    assert repair(studied).done[0] == f"gave notes the {len(missed)} cards that they missed"
    assert faults_of(studied) == ()
    assert {card.uid: (card.state, card.note_id, card.ordinal) for card in studied.cards.all()} == states


def test_a_schedule_that_its_answers_do_not_lead_to_is_replayed(studied):
    card = studied.cards.find_uid("n2-0")
    wanted = card.state
    with studied.atomic():
        studied.cards.replace_state(card, NewState())
        other = studied.cards.find_uid("n3-0")
        studied.cards.replace_state(other, other.state._replace(due_on=other.state.due_on + timedelta(days=1)))
    assert faults_of(studied) == tuple(
        f"card 'question {uid}?' stands where its answers do not lead" for uid in ("n2", "n3")
    )
    assert repair(studied).done == ("replayed the answers of 2 cards that stood elsewhere",)
    assert studied.cards.find_uid("n2-0").state == wanted
    assert faults_of(studied) == ()


def test_a_search_index_that_lost_a_note_is_made_anew(studied):
    studied._connection.execute("INSERT INTO notes_fts (notes_fts) VALUES ('delete-all')")
    assert faults_of(studied) == ("the search index does not say what the notes say",)
    assert repair(studied).done == ("made the search index anew",)
    assert faults_of(studied) == ()


def test_rows_that_point_to_nothing_are_set_right_and_no_note_is_lost(studied):
    studied._connection.execute("PRAGMA foreign_keys = OFF")
    change(studied, "DELETE FROM decks")
    change(studied, "UPDATE notes SET source_id = 99 WHERE uid = 'n1'")
    change(studied, "DELETE FROM notes WHERE uid = 'n3'")
    change(studied, "INSERT INTO slides VALUES (77, 1, '', '', '', NULL, NULL, '[]', NULL)")
    assert any("points to nothing" in fault for fault in faults_of(studied))
    repair(studied)
    assert faults_of(studied) == ()
    assert studied.notes.count() == 4
    assert studied.cards.find_uid("n3-0") is None


def test_a_sound_collection_is_left_as_it_is(studied):
    before = contents(studied)
    repaired = repair(studied)
    assert (repaired.done, repaired.doubtful, repaired.left) == ((), (), ())
    assert contents(studied) == before


def test_every_single_bit_that_flips_in_a_row_is_noticed(studied, tmp_path):
    """SQLite's own check sees a fifth of them."""
    with studied.atomic():  # the rows themselves, not what an undo would bring back
        studied._connection.execute("DELETE FROM operations")
    studied.vacuum_into(tmp_path / "compact.flashdeck")
    original = (tmp_path / "compact.flashdeck").read_bytes()
    page_size, rows = 4096, rows_of(original)
    chance = random.Random(4)
    missed = []
    for number in range(150):
        place = chance.choice(rows)
        damaged = bytearray(original)
        damaged[place] ^= 1 << chance.randrange(8)
        path = tmp_path / f"{number}.flashdeck"
        path.write_bytes(damaged)
        if not is_noticed(path):
            missed.append((place // page_size + 1, place % page_size))
        path.unlink()
    assert missed == []


def rows_of(data: bytes) -> list[int]:
    """Return where in the file the text of notes, cards and answers stands."""
    found = []
    for word in (b"question n", b"answer n", b"Cloud::Storage", b"Buckets", b"n1-0", b"2026-05", b"better"):
        start = data.find(word)
        while start >= 0:
            found += range(start, start + len(word))
            start = data.find(word, start + 1)
    return found


def is_noticed(path) -> bool:
    try:
        with Collection(path) as collection:
            return bool(faults_of(collection))
    except CollectionDamagedError:
        return True


def test_text_that_is_none_any_more_is_damage_and_no_crash(studied, collection_path, clock):
    collection_file.backup_now(studied, clock)
    studied.close()
    with closing(sqlite3.connect(collection_path)) as connection:
        connection.execute("UPDATE notes SET back = CAST(x'ff20fe' AS TEXT) WHERE uid = 'n1'")
        connection.commit()
    with Collection(collection_path) as collection:
        assert any("'question n1?'" in fault for fault in faults_of(collection))
        with pytest.raises(CollectionDamagedError, match="is damaged"):
            collection.notes.get(collection.notes.id_of("n1"))
        assert repair(collection).left == ()
        assert collection.notes.get(collection.notes.id_of("n1")).content.back == "answer n1"


def test_cards_counted_in_a_wrong_topic_are_counted_anew(studied):
    change(studied, "UPDATE cards SET topic_id = NULL WHERE uid = 'n1-0'")
    assert faults_of(studied) == ("some cards are counted in the wrong topic",)
    assert repair(studied).done == ("counted every card in the topic of its note",)
    assert faults_of(studied) == ()


@pytest.mark.parametrize("sql", ["DELETE FROM study_days", "UPDATE study_days SET first_seq = first_seq + 1"])
def test_answers_counted_on_no_day_are_counted_anew(studied, sql):
    days = studied.reviews.answers_by_day(date.min)
    studied._connection.execute(sql)
    assert faults_of(studied) == ("some answers are not counted on their day",)
    assert repair(studied).done == ("counted every answer on its day",)
    assert faults_of(studied) == ()
    assert studied.reviews.answers_by_day(date.min) == days


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE notes SET modified_at = 'never' WHERE uid = 'n1'",
        "UPDATE cards SET due_on = 'soon' WHERE uid = 'n1-0'",
        "UPDATE review_log SET answered_at = 'once', study_day = 'upon' WHERE seq = 2",
    ],
)
def test_a_row_that_means_nothing_is_damage_and_gets_the_nearest_meaning(studied, sql):
    change(studied, sql)
    with pytest.raises(CollectionDamagedError, match="a row that means nothing"):
        read_all(studied)
    repaired = repair(studied)
    assert len(repaired.doubtful) == 1
    assert faults_of(studied) == ()
    read_all(studied)


def read_all(collection) -> None:
    collection.cards.all()
    collection.reviews.by_card()
    for card in collection.cards.all():
        collection.notes.get(card.note_id)


def test_a_row_of_what_was_not_there_before_counts_as_it_reads(collection, clock):
    with collection.operations.recorded("import", "f", now=clock.now()):
        collection.notes.add(basic("a"), now=clock.now())
    change(collection, "UPDATE notes_before SET row_id = 9")
    assert len(faults_of(collection)) == 1
    assert len(repair(collection).doubtful) == 1
    assert faults_of(collection) == ()
