"""A file takes the place of another as a whole or not at all."""

import pytest

from flashdeck.durable_files import make_folder, replacing


def test_folders_on_the_way_are_made(tmp_path):
    target = tmp_path / "some" / "folder" / "file"
    with replacing(target) as partial:
        partial.write_text("new")
    assert target.read_text() == "new"
    make_folder(target.parent)  # and those that are there stay
    assert target.read_text() == "new"


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        make_folder(tmp_path / "file" / "folder")


def fail_half_way(target):
    with replacing(target) as partial:
        partial.write_text("half")
        raise ZeroDivisionError


def test_what_fails_leaves_the_old_file_and_no_part_of_the_new_one(tmp_path):
    target = tmp_path / "file"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError):
        fail_half_way(target)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]
