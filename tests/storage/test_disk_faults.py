"""Full disks, files that cannot be written, disks that fail: a sentence, and nothing that was acknowledged is lost."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flashdeck.cli import run
from flashdeck.domain.quality import Quality
from flashdeck.errors import CollectionError, CollectionReadOnlyError, FlashdeckError
from flashdeck.services import collection_file
from flashdeck.services.check import faults_of
from flashdeck.services.export_cards import export_notes
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.storage import backups
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.collection import Collection
from tests.conftest import basic
from tests.faulty_disk import as_nobody, open_to_all

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's mounts and users")


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one mebibyte; needs the administrator."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", folder], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("only the administrator can mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def fill(folder: Path) -> Path:
    """Leave not a byte free."""
    ballast = folder / "ballast"
    with ballast.open("ab", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(b"\0" * size):
                    pass
            except OSError:
                continue
    return ballast


def answer_all(session: StudySession, acknowledged: list[str]) -> None:
    while session.question() is not None:
        acknowledged.append(session.answer(Quality.GOOD).uid)


class TestFullDisk:
    def test_every_acknowledged_answer_is_there_after_space_is_freed(self, small_disk, clock):
        path = small_disk / "collection.flashdeck"
        acknowledged = []
        with Collection(path) as collection:
            with collection.atomic():
                for number in range(60):
                    collection.notes.add(basic(f"n{number}"), now=clock.now())
            ballast = fill(small_disk)
            today = Today(collection, clock)
            session = StudySession(collection, clock, today, today.review_queue(new_limit=60), StudyMode.REVIEW)
            with pytest.raises(CollectionError, match=re.escape(f"The disk that holds {path} is full")):
                answer_all(session, acknowledged)
            asked = session.question().card.uid
            ballast.unlink()
            assert session.answer(Quality.GOOD).card_uid == asked
        with Collection(path) as collection:
            log = {entry.uid for entries in collection.reviews.by_card().values() for entry in entries}
            assert set(acknowledged) <= log
            assert len(log) == len(acknowledged) + 1
            assert faults_of(collection) == ()

    def test_a_check_says_that_all_is_well_with_no_byte_free(self, small_disk, clock, capsys):
        path = small_disk / "collection.flashdeck"
        with Collection(path) as collection, collection.atomic():
            collection.notes.add(basic("a"), now=clock.now())
        fill(small_disk)
        assert run(["check", "--collection", str(path)]) == 0
        assert run(["check", "--repair", "--collection", str(path)]) == 0
        assert run(["backup", "--collection", str(path)]) == 1
        out, err = capsys.readouterr()
        assert out == "The collection is sound.\nThe collection is sound; there was nothing to mend.\n"
        assert err.startswith(f"flashdeck: There is no room for the backup {small_disk}/collection-backups/")
        assert ".partial" not in err

    def test_the_collection_opens_with_no_byte_free(self, small_disk, clock):
        path = small_disk / "collection.flashdeck"
        with Collection(path) as collection, collection.atomic():
            collection.notes.add(basic("a"), now=clock.now())
        fill(small_disk)
        with Collection(path) as collection:
            assert collection.cards.count() == 1
            assert Today(collection, clock).overview().new == 1

    def test_a_backup_or_export_without_room_leaves_the_old_file_and_no_trace(self, small_disk, clock, collection):
        with collection.atomic():
            for number in range(400):
                collection.notes.add(basic(f"n{number}", back="b" * 900), now=clock.now())
        backup, export = small_disk / "backup.flashdeck", small_disk / "cards.csv"
        backup.write_bytes(b"the old one")
        export.write_bytes(b"the old one")
        fill(small_disk)
        with pytest.raises(CollectionError):
            backups.make(collection, backup)
        with pytest.raises(FlashdeckError, match="Not enough room"):
            export_notes(collection, Today(collection, clock), export, CardFilter())
        assert backup.read_bytes() == export.read_bytes() == b"the old one"
        assert sorted(path.name for path in small_disk.iterdir()) == ["backup.flashdeck", "ballast", "cards.csv"]


@pytest.fixture
def open_folder():
    with open_to_all() as folder:
        yield folder


class TestReadOnly:
    @pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
    def test_what_cannot_be_written_can_be_looked_at(self, open_folder, clock, file_mode, folder_mode):
        path = open_folder / "collection.flashdeck"
        with Collection(path) as collection, collection.atomic():
            collection.notes.add(basic("a"), now=clock.now())
        path.chmod(file_mode)
        open_folder.chmod(folder_mode)
        before = path.read_bytes()
        with as_nobody():
            with pytest.raises(CollectionReadOnlyError):
                Collection(path)
            with collection_file.open_collection(path) as viewed:
                assert viewed.is_view_only
                assert viewed.path == path
                today = Today(viewed, clock)
                session = StudySession(viewed, clock, today, today.review_queue(), StudyMode.REVIEW)
                assert session.question().front == "question a?"
                with pytest.raises(CollectionReadOnlyError, match=re.escape(f"{path} cannot be written")):
                    session.answer(Quality.GOOD)
                assert not viewed.has_changed
        assert path.read_bytes() == before

    def test_the_terminal_asks_no_card_whose_answer_it_could_not_keep(self, open_folder, clock, capsys):
        path = open_folder / "collection.flashdeck"
        with Collection(path) as collection, collection.atomic():
            collection.notes.add(basic("a"), now=clock.now())
        open_folder.chmod(0o555)
        with as_nobody():
            assert run(["review", "--collection", str(path)]) == 1
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert f"{path} cannot be written" in err

    def test_what_cannot_be_read_is_a_sentence(self, open_folder):
        path = open_folder / "collection.flashdeck"
        Collection(path).close()
        path.chmod(0)
        with as_nobody(), pytest.raises(CollectionError, match="Permission denied"):
            collection_file.open_collection(path)

    def test_a_folder_in_which_no_collection_can_be_made_is_a_sentence(self, open_folder):
        open_folder.chmod(0o555)
        with as_nobody(), pytest.raises(CollectionError, match="cannot be"):
            collection_file.open_collection(open_folder / "collection.flashdeck")

    def test_an_older_collection_that_cannot_be_written_is_looked_at_in_its_new_shape(self, old_collection, clock):
        with Collection(old_collection, view_only=True) as viewed:
            assert viewed.reviews.answers() == 17
            assert faults_of(viewed) == ()


def test_the_copy_to_be_looked_at_is_gone_after_closing(collection_path, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    Collection(collection_path).close()
    with Collection(collection_path, view_only=True):
        assert list(tmp_path.glob("flashdeck-view-*"))
    assert list(tmp_path.glob("flashdeck-view-*")) == []
    with pytest.raises(CollectionError, match=r"cannot be read: [^\[]+\.$"):
        Collection(tmp_path / "gone.flashdeck", view_only=True)
    assert list(tmp_path.glob("flashdeck-view-*")) == []


def test_what_a_killed_program_left_in_its_log_is_looked_at_too(collection_path, tmp_path, clock):
    copy = tmp_path / "copy.flashdeck"
    with Collection(collection_path) as collection:
        with collection.atomic():
            collection.notes.add(basic("a"), now=clock.now())
        for suffix in ("", "-wal"):
            part = collection_path.with_name(collection_path.name + suffix)
            shutil.copyfile(part, copy.with_name(copy.name + suffix))
    with Collection(copy, view_only=True) as viewed:
        assert viewed.cards.count() == 1
