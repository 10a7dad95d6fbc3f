"""`check --repair` and `merge`, run as users run them."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

pytestmark = pytest.mark.usefixtures("imported")


class TestMerge:
    def test_takes_answers_of_another_collection_over_and_shows_conflicts(self, flashdeck, course, tmp_path):
        other = tmp_path / "other.flashdeck"
        shutil.copyfile(course, other)
        assert flashdeck("review", "--limit", 2, "--collection", other, stdin="3\n4\n").status == 0
        assert flashdeck("review", "--limit", 1, stdin="1\n3\n").status == 0
        outcome = flashdeck("merge", other)
        assert outcome.status == 0
        assert outcome.out.startswith("2 answers, 0 notes added")
        assert json.loads(flashdeck("stats", "--json").out)["answers"] == 4
        assert flashdeck("check").out == "The collection is sound.\n"

    def test_a_collection_that_is_not_there_is_a_sentence(self, flashdeck, tmp_path):
        outcome = flashdeck("merge", tmp_path / "nothing.flashdeck")
        assert (outcome.status, outcome.out) == (1, "")
        assert "There is no collection" in outcome.err


def test_a_missing_picture_is_named_and_what_to_do_about_it_said(flashdeck, tmp_path):
    cards = tmp_path / "moons.csv"
    cards.write_text(f"front,back\nA moon of Jupiter,Io ![]({'ab' * 16}.png)\n")
    assert flashdeck("import", cards).status == 0
    checked = flashdeck("check")
    assert (checked.status, checked.out) == (1, f"picture {'ab' * 16}.png is missing\n")
    assert "import the package again" in checked.err


class TestRepair:
    def test_says_what_it_did(self, flashdeck, collection_path):
        with closing(sqlite3.connect(collection_path)) as connection:
            connection.execute(
                "UPDATE cards SET state = 'scheduled', due_on = '2020-01-01', answered_on = '2019-01-01',"
                " interval_days = 1, lapses = 0, ease_factor = 2.5, repetitions = 1 WHERE id = 1"
            )
            connection.commit()
        checked = flashdeck("check")
        assert checked.status == 1
        assert "--repair" in checked.err
        repaired = flashdeck("check", "--repair")
        assert repaired.status == 0
        assert "Kept the collection as it was" in repaired.out
        assert repaired.out.endswith("The collection is sound.\n")
        assert "nothing to mend" in flashdeck("check", "--repair").out

    def test_puts_a_damaged_file_together_again(self, flashdeck, collection_path):
        assert flashdeck("review", "--limit", 3, stdin="3\n3\n3\n").status == 0
        backup = flashdeck("backup").out
        assert "Backed up" in backup
        folder, kept = collection_path.with_name("collection-backups"), collection_path.with_name("kept")
        shutil.copytree(folder, kept)
        assert flashdeck("review", "--limit", 2, stdin="3\n3\n").status == 0
        shutil.rmtree(folder)
        kept.rename(folder)  # without that of the second review
        data = bytearray(collection_path.read_bytes())
        data[100:4096] = bytes(3996)
        collection_path.write_bytes(data)
        broken = flashdeck("stats")
        assert (broken.status, broken.out) == (1, "")
        assert "check --repair" in broken.err
        repaired = flashdeck("check", "--repair")
        assert repaired.status == 0
        assert repaired.out.startswith(f"{collection_path} cannot be read as it is; what can still be read is put")
        assert "still had 2 answers" in repaired.out
        assert json.loads(flashdeck("stats", "--json").out)["answers"] == 5

    def test_leaves_what_is_no_collection_alone(self, flashdeck, tmp_path):
        thesis = tmp_path / "thesis.txt"
        thesis.write_text("years of work " * 99)
        assert flashdeck("check", "--repair", "--collection", thesis).status == 1
        assert thesis.read_text() == "years of work " * 99
