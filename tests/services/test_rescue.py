"""A damaged collection comes back: the newest good backup, and every row that can still be read."""

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from flashdeck.domain.note import NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.errors import CollectionBusyError, CollectionDamagedError, CollectionError
from flashdeck.services import collection_file, library
from flashdeck.services.check import faults_of, repair
from flashdeck.services.rescue import offer, rescue
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.services.undo import undo_last
from flashdeck.storage import backups
from flashdeck.storage.backups_folder import backups_folder_of
from flashdeck.storage.collection import Collection
from flashdeck.storage.salvage import salvage
from tests.conftest import StandingClock, basic

PAGE = 4096


def fill(path: Path, clock: StandingClock, *, notes: int, long_text: int = 0) -> None:
    """A collection with some history, closed."""
    with Collection(path) as collection:
        with collection.atomic():
            for number in range(notes):
                collection.notes.add(basic(f"n{number}", tags=("rope",), back="b" * long_text + "end"), now=clock.now())
            gaps = basic("gaps", kind=NoteKind.CLOZE, front="{{c1::one}} and {{c2::two}}", back="")
            collection.notes.add(gaps, now=clock.now())
        answer(collection, clock, 12)


def answer(collection: Collection, clock: StandingClock, count: int) -> None:
    today = Today(collection, clock)
    session = StudySession(collection, clock, today, today.review_queue(), StudyMode.REVIEW)
    for number in range(count):
        if session.question() is not None:
            session.answer(Quality(number % 3 + 3))
    clock.sleep_until_tomorrow()


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    """A collection with a backup and something done since."""
    folder = tmp_path_factory.mktemp("sample")
    path, clock = folder / "collection.flashdeck", StandingClock()
    fill(path, clock, notes=40)
    with Collection(path) as collection:
        backups.make_dated(collection, now=clock.now())
        answer(collection, clock, 9)
        library.delete_notes(collection, clock, [collection.notes.id_of("n7")])
        for other in backups.dated(backups_folder_of(path))[:1]:
            other[0].unlink()  # the one of the deletion: the rescue has to know of it from the damaged file
    return folder


@pytest.fixture
def damaged(sample, tmp_path):
    """A copy of the sample, to be damaged."""
    folder = tmp_path / "copy"
    shutil.copytree(sample, folder)
    return folder / "collection.flashdeck"


def contents(path: Path):
    with Collection(path) as collection:
        assert faults_of(collection) == ()
        return collection.merging.read()


def flip_bits(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data


def truncate(data: bytearray, chance: random.Random) -> bytearray:
    return data[: chance.randrange(len(data))]


def zero_pages(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) // PAGE) * PAGE
        data[start : start + PAGE] = bytes(PAGE)
    return data


def garble_header(data: bytearray, chance: random.Random) -> bytearray:
    data[:100] = chance.randbytes(100)
    return data


def empty(data: bytearray, chance: random.Random) -> bytearray:
    return bytearray()


def write_text(data: bytearray, chance: random.Random) -> bytearray:
    return bytearray(b"this is no collection\n" * chance.randint(1, 500))


DAMAGES = (flip_bits, truncate, zero_pages, garble_header, empty, write_text)


def recover(path: Path, clock: StandingClock) -> None:
    """Do what `check --repair` does."""
    try:
        with Collection(path) as collection:
            if not faults_of(collection):
                return
            collection_file.keep_copy(collection, clock, "before-repair")
            if not repair(collection).left:
                return
    except (CollectionDamagedError, CollectionError):
        pass
    rescue(path, clock)


@pytest.fixture(scope="module")
def kept(sample):
    """What the backup of the sample holds, and what the sample does."""
    path = sample / "collection.flashdeck"
    (backup, _) = backups.newest_good(path)
    with Collection(backup) as saved:
        return saved.merging.read(), contents(path)


def check_recovery(kept, path: Path, damage, seed: int) -> None:
    in_backup, whole = kept
    broken = bytes(damage(bytearray(path.read_bytes()), random.Random(seed)))
    path.write_bytes(broken)
    recover(path, StandingClock())
    now = contents(path)
    assert set(in_backup.log) <= set(now.log) <= set(whole.log)
    assert set(in_backup.notes) - {"n7"} <= set(now.notes)
    aside = list(path.parent.glob("collection-damaged-*.flashdeck"))
    assert all(kept.read_bytes() == broken for kept in aside)


@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_happened_to_the_file_nothing_that_a_backup_has_is_lost(kept, damaged, damage):
    check_recovery(kept, damaged, damage, seed=1)


@pytest.mark.crash
@pytest.mark.parametrize("seed", range(50))
@pytest.mark.parametrize("damage", DAMAGES)
def test_three_hundred_damages(kept, damaged, damage, seed):
    check_recovery(kept, damaged, damage, seed)


@pytest.mark.parametrize("with_backup", [True, False])
def test_without_its_schema_every_row_comes_back(sample, damaged, with_backup):
    whole = contents(sample / "collection.flashdeck")
    if not with_backup:
        shutil.rmtree(backups_folder_of(damaged))
    data = bytearray(damaged.read_bytes())
    data[100:PAGE] = b"\x5a" * (PAGE - 100)  # the first page of the schema
    damaged.write_bytes(data)
    rescued = rescue(damaged, StandingClock())
    assert (rescued.backup is not None) is with_backup
    now = contents(damaged)
    assert now.log == whole.log
    assert {uid: note.columns for uid, note in now.notes.items()} == {
        uid: note.columns for uid, note in whole.notes.items()
    }
    assert rescued.notes == len(whole.notes)
    assert rescued.aside.read_bytes() == bytes(data)


def test_long_texts_come_back_over_all_their_pages(tmp_path):
    path = tmp_path / "long.flashdeck"
    fill(path, StandingClock(), notes=5, long_text=30_000)
    whole = contents(path)
    data = bytearray(path.read_bytes())
    data[100:PAGE] = bytes(PAGE - 100)
    path.write_bytes(data)
    assert salvage(path).notes == whole.notes


def test_what_stands_only_in_the_write_ahead_log_comes_back(tmp_path, clock):
    path = tmp_path / "open.flashdeck"
    copy = tmp_path / "copy.flashdeck"
    with Collection(path) as collection:
        with collection.operations.recorded("import", "file", now=clock.now()):
            collection.notes.add(basic("only in the log"), now=clock.now())
        for suffix in ("", "-wal"):
            shutil.copyfile(path.with_name(path.name + suffix), copy.with_name(copy.name + suffix))
    assert set(salvage(copy).notes) == {"only in the log"}


def test_a_row_that_broke_is_left_out_and_its_neighbours_stay(tmp_path, clock):
    path = tmp_path / "c.flashdeck"
    fill(path, clock, notes=10)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE notes SET back = 'changed by nobody' WHERE uid = 'n3'")
        connection.execute("DROP TRIGGER review_log_no_update")
        connection.execute("UPDATE review_log SET took_ms = 1 WHERE seq = 4")
        connection.execute("DROP TRIGGER review_log_no_delete")
        connection.execute("DELETE FROM review_log WHERE seq = 8")
        connection.commit()
    saved = salvage(path)
    assert set(saved.notes) == {f"n{number}" for number in range(10)} - {"n3"} | {"gaps"}
    assert len(saved.log) == 10


def test_notes_edited_twice_since_the_backup_come_back_without_an_older_text_beside_them(tmp_path, clock):
    path = tmp_path / "c.flashdeck"
    with Collection(path) as collection:
        with collection.atomic():
            ids = [collection.notes.add(basic(f"n{number}"), now=clock.now()) for number in range(5)]
        backups.make_dated(collection, now=clock.now())
        for word in ("once", "twice"):
            clock.sleep_until_tomorrow()
            for note in ids:
                content = replace(collection.notes.get(note).content, front=f"{word} {note}?")
                library.edit_note(collection, clock, note, content)
        whole = collection.merging.read()
    data = path.read_bytes()
    path.write_bytes(bytes(100) + data[100:])
    rescue(path, clock)
    assert {uid: note.columns["front"] for uid, note in contents(path).notes.items()} == {
        uid: note.columns["front"] for uid, note in whole.notes.items()
    }


@pytest.mark.parametrize("newest_first", [True, False])
def test_of_several_versions_of_a_row_the_newest_counts_wherever_in_the_file_it_stands(tmp_path, clock, newest_first):
    path = tmp_path / "c.flashdeck"
    versions = []
    with Collection(path) as collection, collection.atomic():
        note = collection.notes.add(basic("n"), now=clock.now())
    for suspended, word in ((True, "older"), (False, "newest")):
        clock.sleep_until_tomorrow()
        with Collection(path) as collection:
            content = replace(collection.notes.get(note).content, front=f"{word}?")
            library.edit_note(collection, clock, note, content)
            library.set_suspended(collection, clock, collection.cards.ids_of_note(note), suspended=suspended)
            with collection.atomic():
                collection.settings.put("word", word, now=clock.now())
            whole = collection.merging.read()
        versions.append(path.read_bytes())
    path.write_bytes(b"".join(reversed(versions) if newest_first else versions))
    assert salvage(path) == whole


def test_the_offer_is_the_newest_backup_that_is_good(damaged, clock):
    good = offer(damaged)
    assert good.backup is not None
    bad = good.backup.with_name("20990101-000000.flashdeck")
    bad.write_bytes(b"SQLite format 3\0 torn")
    assert offer(damaged) == good
    shutil.rmtree(good.backup.parent)
    assert (offer(damaged).backup, offer(damaged).taken_at) == (None, None)


def test_a_file_that_never_was_a_collection_is_left_alone(tmp_path, clock):
    path = tmp_path / "thesis.txt"
    path.write_text("years of work\n" * 900)
    with pytest.raises(CollectionDamagedError, match="left as it is"):
        rescue(path, clock)
    assert path.read_text() == "years of work\n" * 900


def test_an_open_collection_is_not_rescued(damaged, clock):
    with Collection(damaged), pytest.raises(CollectionBusyError):
        rescue(damaged, clock)


def test_a_file_that_is_gone_is_a_sentence(tmp_path, clock):
    with pytest.raises(CollectionError, match="cannot be read"):
        rescue(tmp_path / "gone.flashdeck", clock)


@pytest.mark.parametrize("lose", [lambda path: path.write_bytes(b""), Path.unlink], ids=["emptied", "gone"])
def test_a_lost_file_with_backups_is_no_new_collection_and_comes_back(damaged, clock, lose):
    lose(damaged)
    with pytest.raises(CollectionDamagedError, match="there are backups"):
        Collection(damaged)
    found = offer(damaged)
    rescued = rescue(damaged, clock)
    assert (rescued.backup, rescued.added.changes.notes_added) == (found.backup, 0)
    assert contents(damaged) == contents(found.backup)


@pytest.mark.parametrize(
    "bring_back",
    [
        rescue,
        lambda path, clock: collection_file.restore(offer(path).backup, path, clock),
    ],
    ids=["rescued", "restored"],
)
def test_a_log_that_outlived_its_file_is_not_taken_for_that_of_the_backup(damaged, clock, tmp_path, bring_back):
    backup = offer(damaged).backup
    other = tmp_path / "other.flashdeck"
    with Collection(other) as collection:
        with collection.atomic():
            collection.notes.add(basic("stranger"), now=clock.now())
        log = other.with_name(other.name + "-wal").read_bytes()
    damaged.unlink()
    damaged.with_name(damaged.name + "-wal").write_bytes(log)
    bring_back(damaged, clock)
    assert contents(damaged) == contents(backup)
    assert len([path for path in damaged.parent.glob("*-wal") if path.read_bytes() == log]) == 1


def test_a_backup_made_on_the_way_is_never_the_damaged_file(damaged, clock):
    clock.instant += timedelta(days=30)
    collection_file.restore(offer(damaged).backup, damaged, clock)
    kept = list(damaged.parent.glob("collection-replaced-*"))
    assert len(kept) == 1
    assert "n7" in contents(damaged).notes
    assert "n7" not in contents(kept[0]).notes


def test_what_a_killed_rescue_left_beside_the_collection_goes_with_the_next(damaged, clock):
    damaged.write_bytes(bytes(100) + damaged.read_bytes()[100:])
    left = damaged.with_name(f"{damaged.name}.rescue")
    left.mkdir()
    (left / damaged.name).write_bytes(b"half a file")
    rescue(damaged, clock)
    assert contents(damaged).notes
    assert not left.exists()


@pytest.mark.parametrize(
    ("damage", "is_promising"),
    [
        (lambda path: path.write_bytes(bytes(4096) + path.read_bytes()[4096:]), True),
        (lambda path: path.write_text("years of work"), False),
        (Path.unlink, False),
    ],
)
def test_without_a_backup_only_a_file_that_holds_something_of_a_collection_is_promising(damaged, damage, is_promising):
    shutil.rmtree(backups_folder_of(damaged))
    damage(damaged)
    assert offer(damaged).is_promising is is_promising


def rot(path: Path, *statements: str) -> None:
    """Change a closed file as no part of the program does."""
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount == 1
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def without_schema(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\x5a" * (PAGE - 100) + data[PAGE:])


ROTS = (
    "UPDATE notes SET back = 'rotten' WHERE uid = 'n1'",
    "UPDATE review_log SET quality = 0 WHERE seq = 1",
    "UPDATE cards SET is_suspended = 1 WHERE uid = 'n3-0'",
)


def test_of_a_backup_in_which_rows_rotted_the_rows_of_the_damaged_file_stand(sample, damaged):
    whole = contents(sample / "collection.flashdeck")
    rot(offer(damaged).backup, *ROTS)
    without_schema(damaged)
    rescued = rescue(damaged, StandingClock())
    assert (rescued.backup, rescued.doubtful, rescued.faults) == (rescued.backup, (), ())
    now = contents(damaged)
    assert now.log == whole.log
    assert now.notes["n1"] == whole.notes["n1"]
    assert now.notes["n3"].flags[0]["is_suspended"] == 0


def test_what_was_written_since_in_the_damaged_file_stands_without_the_rotten_text_beside_it(damaged):
    clock = StandingClock()
    clock.instant += timedelta(days=9)
    with Collection(damaged) as collection:
        note = collection.notes.get(collection.notes.id_of("n1"))
        library.edit_note(collection, clock, note.id, replace(note.content, back="written since"))
    rot(offer(damaged).backup, *ROTS)
    without_schema(damaged)
    rescued = rescue(damaged, clock)
    assert (rescued.added.conflicts, rescued.doubtful, rescued.faults) == ((), (), ())
    assert contents(damaged).notes["n1"].columns["back"] == "written since"


def test_what_rotted_in_the_only_copy_that_is_left_stays_and_is_named(damaged):
    rot(offer(damaged).backup, *ROTS)
    damaged.write_bytes(b"")
    rescued = rescue(damaged, StandingClock())
    assert rescued.faults == ()
    assert [item for item in rescued.doubtful if item.startswith("note 'question n1?' is not as it was written")]
    assert len(rescued.doubtful) == 3
    assert contents(damaged).notes["n1"].columns["back"] == "rotten"


def test_an_older_backup_that_is_good_is_begun_with_rather_than_a_newer_one_in_which_a_row_rotted(damaged):
    good = offer(damaged).backup
    newer = good.with_name("20990101-000000.flashdeck")
    shutil.copyfile(good, newer)
    rot(newer, *ROTS)
    assert offer(damaged).backup == good


@pytest.mark.parametrize("is_edited", [False, True])
def test_what_was_done_before_the_backup_can_be_undone_unless_a_note_has_changed_since(tmp_path, clock, is_edited):
    path = tmp_path / "c.flashdeck"
    with Collection(path) as collection:
        with collection.operations.recorded("import", "f", now=clock.now()):
            ids = [collection.notes.add(basic(f"n{number}"), now=clock.now()) for number in range(5)]
        with collection.operations.recorded("delete", "n2", now=clock.now()):  # leaves a gap in the order of new cards
            collection.notes.delete([ids[2]], now=clock.now())
        answer(collection, clock, 2)
        content = collection.notes.get(ids[0]).content
        library.edit_note(collection, clock, ids[0], replace(content, back="once"))
        backups.make_dated(collection, now=clock.now())
        answer(collection, clock, 2)
        if is_edited:
            library.edit_note(collection, clock, ids[0], replace(content, back="twice"))
        positions = {card.uid: card.position for card in collection.cards.all()}
    data = path.read_bytes()
    path.write_bytes(bytes(100) + data[100:])
    assert rescue(path, clock).faults == ()
    with Collection(path) as collection:
        undone = []
        while (last := undo_last(collection, clock, Today(collection, clock))) is not None:
            undone.append("answer" if last.answer is not None else last.operation.kind)
            assert faults_of(collection) == ()
            if not is_edited and undone == ["answer"] * 2:
                assert {card.uid: card.position for card in collection.cards.all()} == positions
                assert collection.notes.get(ids[0]).content.back == "once"
        if is_edited:
            assert undone == ["answer"] * 4
            assert collection.notes.get(ids[0]).content.back == "twice"
        else:
            assert undone == ["answer", "answer", "edit", "answer", "answer", "delete", "import"]
            assert collection.notes.count() == 0


def test_a_whole_score_which_the_file_keeps_as_an_integer_comes_back(collection, add, tmp_path):
    add(replace(basic("a"), score=1.0), replace(basic("b"), score=0.5))
    whole = collection.merging.read()
    collection.vacuum_into(tmp_path / "copy.flashdeck")
    assert salvage(tmp_path / "copy.flashdeck") == whole
