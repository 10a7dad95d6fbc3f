"""The child process that reads a package leaves nothing behind, whatever becomes of it."""

import tempfile

import pytest

from flashdeck.errors import AnkiPackageError, OperationCancelledError
from flashdeck.services.package_process import PackageProcess, is_package
from tests.interop.anki_files import database_of, packed
from tests.interop.anki_student import PICTURE


@pytest.fixture
def package(tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.setenv("TMPDIR", str(scratch))
    path = tmp_path / "moon.apkg"
    data = database_of(notes=[("g", 'f <img src="a.png">\x1fb')])
    path.write_bytes(packed(data, media=b'{"0": "a.png"}', more=[("0", PICTURE)]))
    yield path
    assert list(scratch.iterdir()) == []


def test_notes_come_as_values_and_pictures_as_files_until_it_is_closed(package):
    shares = []
    read = PackageProcess(package).wait(shares.append)
    (picture,) = read.folder.iterdir()
    assert picture.read_bytes() == PICTURE
    assert read.package.notes[0].content.front == f"f ![]({picture.name})"
    assert shares[-1] == 1.0
    read.close()


def test_what_is_refused_leaves_nothing(package):
    package.write_bytes(b"PK")
    with pytest.raises(AnkiPackageError, match=r"moon\.apkg is damaged"):
        PackageProcess(package).wait(lambda _: None)


def test_what_is_cancelled_leaves_nothing(package):
    process = PackageProcess(package)
    process.cancel()
    with pytest.raises(OperationCancelledError):
        process.poll(wait_s=10)


def test_a_result_outlives_its_process(package):
    process = PackageProcess(package)
    while (read := process.poll(wait_s=1)) is None:
        pass
    process.cancel()
    assert len(list(read.folder.iterdir())) == 1
    read.close()


def test_packages_are_told_by_their_ending(tmp_path):
    assert is_package(tmp_path / "a.APKG")
    assert is_package(tmp_path / "a.colpkg")
    assert not is_package(tmp_path / "a.zip")
