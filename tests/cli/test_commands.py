"""The commands and their exit statuses."""

import io
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import click
import pytest

from flashdeck.cli.commands import flashdeck as program
from flashdeck.domain.card_state import ScheduledState
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.services import schedules
from flashdeck.storage.backups_folder import backups_folder_of
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock
from tests.readers.pdf_files import pdf_bytes, saved, text


def test_without_a_terminal_window_the_help_names_every_command(flashdeck):
    outcome = flashdeck("--help")
    for command in ("extract", "import", "review", "schedule", "export", "check", "backup", "restore", "doctor"):
        assert command in outcome.out
    assert "extract-worker" not in outcome.out


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["schedule"], ["schedule", "6"], ["extract"], ["review", "--limit", "0"]]
)
def test_a_wrong_call_has_status_two(flashdeck, arguments):
    outcome = flashdeck(*arguments)
    assert outcome.status == 2
    assert "Usage" in outcome.err


def test_a_file_that_may_not_be_read_is_a_fault_of_the_world_and_no_wrong_call():
    """click would end with status 2 and its usage; what opens the file says it in one sentence."""
    context = click.Context(program)
    commands = [program.get_command(context, name) for name in program.list_commands(context)]
    paths = [each.type for command in commands for each in command.params if isinstance(each.type, click.Path)]
    assert len(paths) > 10
    assert not any(path.readable for path in paths)


def test_the_module_is_the_program(collection_path):
    Collection(collection_path).close()
    done = subprocess.run(
        [sys.executable, "-m", "flashdeck", "stats", "--collection", collection_path],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "0  notes" in done.stdout


@pytest.mark.parametrize("command", ["stats", "check", "decks", "review", "backup", "lint"])
def test_a_collection_that_is_not_there_is_no_empty_one(flashdeck, collection_path, command):
    backups_folder_of(collection_path).mkdir()  # with nothing in it
    outcome = flashdeck(command)
    assert outcome.status == 1
    assert outcome.err.startswith(f"flashdeck: There is no collection {collection_path}. ")
    assert not collection_path.exists()


@pytest.mark.usefixtures("imported")
def test_stopping_by_the_keyboard_leaves_no_traceback(flashdeck):
    class Interrupted(io.StringIO):
        def readline(self, *_):
            raise KeyboardInterrupt

    outcome = flashdeck("review", stdin=Interrupted())
    assert outcome.status == 130
    assert outcome.err.strip() == "flashdeck: stopped."


class TestSchedule:
    def test_prints_the_trail(self, flashdeck):
        outcome = flashdeck("schedule", 5, 4, 3, 2, "--json")
        trail = json.loads(outcome.out)["trail"]
        assert [step["interval_days"] for step in trail] == [1, 6, 15, 1]
        assert [step["repetitions"] for step in trail] == [1, 2, 3, 0]
        assert [round(step["ease_factor"], 2) for step in trail] == [2.6, 2.6, 2.46, 2.46]

    def test_prints_a_table_to_people(self, flashdeck):
        assert "6 days" in flashdeck("schedule", 4, 4).out
        assert "No interval" not in flashdeck("schedule", 4, 4).out

    def test_no_interval_is_longer_than_a_button_promises(self, flashdeck):
        assert flashdeck("schedule", *[5] * 150).out.endswith("36500 days\nNo interval is longer than 36,500 days.\n")


class TestExtract:
    def test_json_is_json_and_nothing_else(self, flashdeck, deck_file):
        found = json.loads(flashdeck("extract", deck_file, "--json").out)
        assert found["source"] == {"name": deck_file.name, "format": "text"}
        slide = next(slide for slide in found["slides"] if slide["title"] == "Tidal Terms")
        assert (slide["section"], slide["number"]) == ("Tides", 9)
        card = next(card for card in found["cards"] if "neap tide" in card["front"].lower())
        assert card["slide"] == slide["id"]
        assert card["back"] == "the smallest range, shortly after the half moons"
        assert card["context"] == "Tides > Tidal Terms"
        assert 0 < card["score"] <= 1
        assert card["reasons"]

    def test_finds_the_same_cards_on_every_run(self, flashdeck, deck_file):
        assert flashdeck("extract", deck_file, "--json").out == flashdeck("extract", deck_file, "--json").out

    def test_leaves_out_cards_below_the_score(self, flashdeck, deck_file):
        everything = json.loads(flashdeck("extract", deck_file, "--json").out)["cards"]
        best = json.loads(flashdeck("extract", deck_file, "--json", "--min-score", 0.8).out)["cards"]
        assert 0 < len(best) < len(everything)
        assert all(card["score"] >= 0.8 for card in best)

    def test_explains_what_each_rule_did(self, flashdeck, deck_file):
        outcome = flashdeck("extract", deck_file, "--explain")
        assert "definition:" in outcome.out
        assert "turned down" in outcome.out

    def test_prints_cards_to_people_and_stores_nothing(self, flashdeck, deck_file, collection_path):
        outcome = flashdeck("extract", deck_file)
        assert "Tides > Tidal Terms" in outcome.out
        assert "cards from 26 slides" in outcome.err
        assert not collection_path.exists()


class TestExtractPdf:
    """A PDF is read in a child process, which shows in nothing but its limits."""

    @pytest.fixture
    def pdf(self, tmp_path):
        mooring = text("Mooring", 40, 40, size=32) + text("• Hawser: a thick rope that moors a ship", 40, 120)
        towing = text("Towing", 40, 40, size=32) + text("• Bridle: two short ropes that share the load", 40, 120)
        return saved(tmp_path, pdf_bytes([mooring, towing]))

    def test_prints_what_a_text_would(self, flashdeck, pdf):
        found = json.loads(flashdeck("extract", pdf, "--json").out)
        assert found["source"] == {"name": "deck.pdf", "format": "pdf"}
        assert [slide["title"] for slide in found["slides"]] == ["Mooring", "Towing"]
        assert found["cards"][-1]["back"] == "two short ropes that share the load"
        assert "two short ropes" in flashdeck("extract", pdf).out
        assert "definition:" in flashdeck("extract", pdf, "--explain").out

    def test_a_score_counts_there_too(self, flashdeck, pdf):
        assert json.loads(flashdeck("extract", pdf, "--json", "--min-score", 1).out)["cards"] == []

    def test_a_torn_file_is_one_sentence(self, flashdeck, pdf):
        pdf.write_bytes(pdf.read_bytes()[:300])
        outcome = flashdeck("extract", pdf, "--json")
        assert (outcome.status, outcome.out) == (1, "")
        assert outcome.err.startswith("flashdeck: deck.pdf is damaged")
        assert outcome.err.count("\n") == 1


class TestSamples:
    """Real decks of every kind, where they are."""

    @pytest.mark.parametrize(
        ("name", "slides"),
        [
            ("kafka_streaming.pdf", 36),
            ("model_monitoring_beamer.pdf", 47),
            ("unit_testing_gslides.pdf", 44),
            ("ai_uncertainty.pptx", 51),
            ("inspection_problems.pptx", 11),
            ("owasp_top10_2017_ja.pptx", 25),
            ("containers_marp.md", 23),
            ("k8s_storage_slidev.md", 10),
            ("tls_reveal.md", 33),
            ("debian_packaging_de_raw.txt", 89),
        ],
    )
    def test_slides_of_every_kind_become_cards(self, flashdeck, shared_slides, name, slides):
        found = json.loads(flashdeck("extract", shared_slides / "samples" / name, "--json").out)
        assert len(found["slides"]) == slides
        assert len(found["cards"]) >= slides / 4

    def test_pictures_of_slides_are_named_as_such(self, flashdeck, shared_slides):
        outcome = flashdeck("import", shared_slides / "samples" / "text_analytics_imageonly.pdf")
        assert outcome.status == 1
        assert "no text" in outcome.err


class TestImport:
    def test_stores_cards_with_sections_as_sub_decks_and_topics(self, flashdeck, deck_file):
        assert "new, 0 same, 26 slides" in flashdeck("import", deck_file, "--deck", "Skipper").out
        decks = json.loads(flashdeck("decks", "--json").out)["decks"]
        assert {"deck": "Skipper::Tides"}.items() <= decks[1].items()
        topics = json.loads(flashdeck("topics", "--json").out)["topics"]
        assert "Tidal Terms" in [topic["topic"] for topic in topics]

    def test_importing_again_adds_nothing(self, flashdeck, imported, deck_file):
        before = json.loads(flashdeck("stats", "--json").out)
        assert " 0 new, " in flashdeck("import", deck_file, "--deck", "Elsewhere").out
        assert json.loads(flashdeck("stats", "--json").out) == before

    def test_a_dry_run_stores_nothing(self, flashdeck, deck_file):
        assert "would go to deck" in flashdeck("import", deck_file, "--dry-run").out
        assert json.loads(flashdeck("stats", "--json").out)["notes"] == 0

    def test_takes_the_shipped_deck_file(self, flashdeck):
        from flashdeck.resources import deck_path  # noqa: PLC0415

        assert flashdeck("import", deck_path("welcome.md")).out.startswith("welcome.md: 10 new, 0 same")
        assert flashdeck("import", deck_path("welcome.md")).out.startswith("welcome.md: 0 new, 10 same")

    def test_files_that_cannot_be_read_keep_no_other_from_being_imported(self, flashdeck, deck_file, tmp_path):
        torn, package = tmp_path / "torn.md", tmp_path / "torn.apkg"
        torn.write_text("---\nformat: flashdeck deck 1\nid: torn\nname: Torn\n---\n", encoding="utf-8")
        package.write_bytes(b"PK")
        outcome = flashdeck("import", torn, package, tmp_path / "gone.txt", deck_file)
        assert outcome.status == 1
        assert "new, 0 same, 26 slides" in outcome.out
        told = outcome.err.splitlines()
        assert [line.split()[:2] for line in told[:2]] == [["flashdeck:", "torn.md:"], ["flashdeck:", "torn.apkg"]]
        assert "There is no file gone.txt" in told[2]
        assert len(told) == 3

    def test_takes_an_anki_package_with_its_answers(self, flashdeck, imported, collection_path, tmp_path):
        flashdeck("review", "--limit", "2", stdin="3\n4\n")
        package = tmp_path / "phone.apkg"
        assert flashdeck("export", package, "--with-progress").status == 0
        count = json.loads(flashdeck("stats", "--json").out)["notes"]
        other = tmp_path / "other.flashdeck"

        planned = flashdeck("import", package, "--dry-run", "--collection", other).out
        assert planned == f"phone.apkg: {count} new, 0 same, 0 edited, 2 answers from Anki, would go to deck Skipper\n"
        taken = flashdeck("import", package, "--deck", "Phone", "--collection", other).out
        assert taken == f"phone.apkg: {count} new, 0 same, 0 edited, 2 answers from Anki, in deck Phone::Skipper\n"
        again = flashdeck("import", package, "--collection", other).out
        assert again.startswith(f"phone.apkg: 0 new, {count} same, 0 edited, 0 answers from Anki")
        found = json.loads(flashdeck("stats", "--json", "--collection", other).out)
        assert (found["notes"], found["answers"]) == (count, 2)

    def test_a_package_that_is_none_is_one_line(self, flashdeck, tmp_path):
        (tmp_path / "bad.colpkg").write_bytes(b"PK")
        for name, words in (("bad.colpkg", "is damaged"), ("gone.apkg", "There is no file gone.apkg")):
            outcome = flashdeck("import", tmp_path / name)
            assert (outcome.status, outcome.out, outcome.err.count("\n")) == (1, "", 1)
            assert words in outcome.err

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("missing.txt", None),
            ("empty.txt", b""),
            ("blank.txt", b"\n \n\t\n"),
            ("binary.txt", bytes(range(256)) * 40),
            ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 400),
            ("torn-utf16.txt", "slide".encode("utf-16") + b"\0"),
            ("utf8-cut.txt", "Gezeitenströme".encode()[:-4] + b"\xff\xfe\x80\x81 " * 30),
            ("prose.txt", b"Once upon a time there was a harbour. The boats lay in it and nobody sailed.\n" * 40),
            ("numbers.txt", b"1,2,3\n4,5,6\n" * 200),
        ],
    )
    def test_what_is_no_slide_deck_is_one_sentence_and_stores_nothing(self, flashdeck, tmp_path, name, content):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        for command in (["import", path], ["extract", path, "--json"]):
            outcome = flashdeck(*command)
            assert outcome.status == 1
            assert outcome.err.startswith("flashdeck: ")
            assert outcome.err.count("\n") == 1
            assert outcome.out == ""
        assert json.loads(flashdeck("stats", "--json").out)["notes"] == 0

    def test_a_folder_is_one_sentence(self, flashdeck, tmp_path):
        assert flashdeck("import", tmp_path).status == 1

    def test_one_bad_file_among_good_ones_keeps_what_came_before(self, flashdeck, deck_file, tmp_path):
        assert flashdeck("import", deck_file, tmp_path / "missing.txt").status == 1
        assert json.loads(flashdeck("stats", "--json").out)["notes"] > 0


class TestReview:
    def test_piped_answers_are_saved_one_a_line(self, flashdeck, imported):
        outcome = flashdeck("review", "--limit", 3, stdin="3\n4\n3\n")
        saved = [line.split() for line in outcome.out.splitlines() if line.startswith("saved ")]
        assert [quality for _, _, quality in saved] == ["4", "5", "4"]
        assert len({card for _, card, _ in saved}) == 3
        assert json.loads(flashdeck("stats", "--json").out)["answers"] == 3

    def test_enter_shows_the_answer_first(self, flashdeck, imported):
        outcome = flashdeck("review", "--limit", 1, stdin="\n3\n")
        lines = outcome.out.splitlines()
        shown = next(number for number, line in enumerate(lines) if line.startswith("= "))
        assert shown < next(number for number, line in enumerate(lines) if line.startswith("saved "))
        assert "Good (1 d)" in outcome.out
        assert "Again (again today, 1 d)" in outcome.out

    def test_a_card_that_is_forgotten_again_and_again_is_named_with_what_may_be_wrong(
        self, flashdeck, imported, collection_path
    ):
        with Collection(collection_path) as collection, collection.atomic():
            note_id = collection.cards.all()[0].note_id
            vague = replace(collection.notes.get(note_id).content, back=" and ".join(["many words"] * 30))
            clock = StandingClock(datetime(2020, 1, 1, 12, tzinfo=UTC))
            collection.notes.update_content(note_id, vague, now=clock.now())
            collection.settings.put("leech_lapses", 2, now=clock.now())
            card = collection.cards.all()[0]
            qualities = (4, 1, 4)
            for number, quality in enumerate(qualities):
                entry = ReviewLogEntry(
                    uid=str(number),
                    card_uid=card.uid,
                    kind=EntryKind.REVIEW,
                    quality=Quality(quality),
                    answered_at=clock.now(),
                    study_day=clock.now().date(),
                )
                collection.reviews.append(entry)
                clock.instant += timedelta(days=30)
            schedules.rebuild_all(collection)
        outcome = flashdeck("review", "--new", 0, stdin="1\n")
        lines = outcome.out.splitlines()
        (said,) = [number for number, line in enumerate(lines) if line.startswith("This card was forgotten 2 times")]
        assert lines[said - 1] == f"saved {card.uid} 1"
        assert lines[said + 1].startswith("  ")

    def test_grades_from_zero_to_five(self, flashdeck, imported):
        outcome = flashdeck("review", "--grades", "--limit", 2, stdin="5\n2\n4\n")
        assert [line.split()[2] for line in outcome.out.splitlines() if line.startswith("saved ")] == ["5", "2", "4"]

    def test_undo_takes_the_last_answer_back(self, flashdeck, imported):
        outcome = flashdeck("review", "--limit", 2, stdin="3\nu\n4\nq\n")
        saved = [line.split() for line in outcome.out.splitlines() if line.startswith("saved ")]
        assert saved[0][1] == saved[1][1]
        assert json.loads(flashdeck("stats", "--json").out)["answers"] == 1

    def test_undo_reaches_the_last_run(self, flashdeck, imported):
        flashdeck("review", "--limit", 1, stdin="3\n")
        assert "undone" in flashdeck("review", stdin="u\nq\n").out
        assert json.loads(flashdeck("stats", "--json").out)["answers"] == 0

    def test_unknown_keys_are_explained(self, flashdeck, imported):
        assert "u to undo" in flashdeck("review", stdin="9\nq\n").out

    def test_new_overrides_the_daily_limit(self, flashdeck, imported):
        outcome = flashdeck("review", "--new", 25, stdin="4\n" * 25)
        assert outcome.out.count("saved ") == 25
        assert "Nothing is due." in flashdeck("review").out
        assert flashdeck("review", "--new", 1, stdin="4\n").out.count("saved ") == 1

    def test_cram_by_topic_leaves_the_schedule(self, flashdeck, imported):
        due = flashdeck("due", "--json").out
        outcome = flashdeck("review", "--cram", "--topic", "Tidal Terms", stdin="1\n" + "3\n" * 20)
        assert "Tides > Tidal Terms" in outcome.out
        assert flashdeck("due", "--json").out == due
        assert json.loads(flashdeck("stats", "--json").out)["answers"] > 4
        assert flashdeck("check").status == 0

    def test_deck_and_topic_narrow_the_review(self, flashdeck, imported):
        outcome = flashdeck("review", "--deck", "Skipper::Weather", "--new", 99, stdin="q\n")
        assert "Weather > Fronts" in outcome.out

    @pytest.mark.parametrize("option", ["--deck", "--topic"])
    def test_a_name_that_does_not_exist_is_one_sentence(self, flashdeck, imported, option):
        outcome = flashdeck("review", option, "Nowhere")
        assert outcome.status == 1
        assert "Nowhere" in outcome.err

    def test_what_was_saved_survives_a_kill(self, imported, collection_path):
        child = subprocess.Popen(
            [sys.executable, "-m", "flashdeck", "review"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "FLASHDECK_COLLECTION": str(collection_path)},
        )
        saved = 0
        with child:
            for _ in range(7):
                child.stdin.write("3\n")
                child.stdin.flush()
                line = child.stdout.readline()
                while not line.startswith("saved "):
                    assert line, "the child has ended"
                    line = child.stdout.readline()
                saved += 1
            child.send_signal(signal.SIGKILL)
        done = subprocess.run(
            [sys.executable, "-m", "flashdeck", "stats", "--json", "--collection", collection_path],
            capture_output=True,
            check=True,
        )
        assert json.loads(done.stdout)["answers"] == saved


class TestCare:
    def test_a_backup_can_be_restored(self, flashdeck, imported, tmp_path):
        copy = tmp_path / "copy.flashdeck"
        assert flashdeck("backup", copy).status == 0
        flashdeck("review", "--limit", 2, stdin="3\n3\n")
        outcome = flashdeck("restore", copy)
        assert "What was there before is now" in outcome.out
        assert json.loads(flashdeck("stats", "--json").out)["answers"] == 0

    def test_backing_up_over_the_collection_is_refused(self, flashdeck, imported, collection_path):
        assert flashdeck("backup", collection_path).status == 1
        assert flashdeck("check").out == "The collection is sound.\n"

    def test_a_second_program_is_told(self, flashdeck, imported, collection_path):
        from flashdeck.storage.collection import Collection  # noqa: PLC0415

        with Collection(collection_path):
            outcome = flashdeck("stats")
        assert outcome.status == 1
        assert "open in another flashdeck" in outcome.err

    def test_a_schedule_that_the_log_does_not_explain_is_found(self, flashdeck, imported, collection_path):
        day = date(2026, 1, 1)
        state = ScheduledState(repetitions=9, ease_factor=2.5, interval_days=9, due_on=day, answered_on=day)
        with Collection(collection_path) as collection, collection.atomic():
            collection.cards.replace_state(collection.cards.all()[0], state)
        outcome = flashdeck("check")
        assert outcome.status == 1
        assert "answers do not lead" in outcome.out


class TestExport:
    @pytest.mark.parametrize("ending", ["apkg", "csv", "tsv", "json", "md"])
    def test_writes_every_format(self, flashdeck, imported, tmp_path, ending):
        out = tmp_path / f"cards.{ending}"
        outcome = flashdeck("export", out, "--topic", "Tidal Terms")
        assert outcome.status == 0
        assert out.stat().st_size > 100
        assert list(tmp_path.glob("*.part")) == []

    def test_an_exported_table_can_be_imported_elsewhere(self, flashdeck, imported, tmp_path):
        table = tmp_path / "cards.csv"
        flashdeck("export", table, "--topic", "Tidal Terms")
        other = tmp_path / "other.flashdeck"
        assert " new, 0 same, in deck cards" in flashdeck("import", table, "--collection", other).out
        assert " 0 new, " in flashdeck("import", table, "--collection", other).out

    def test_progress_goes_along_only_to_anki(self, flashdeck, imported, tmp_path):
        flashdeck("review", "--limit", 2, stdin="3\n3\n")
        assert flashdeck("export", tmp_path / "a.apkg", "--with-progress").status == 0
        outcome = flashdeck("export", tmp_path / "a.csv", "--with-progress")
        assert outcome.status == 1
        assert ".apkg" in outcome.err

    def test_an_unknown_ending_is_one_sentence(self, flashdeck, imported, tmp_path):
        outcome = flashdeck("export", tmp_path / "cards.docx")
        assert outcome.status == 1
        assert ".apkg" in outcome.err

    def test_a_search_narrows_the_export(self, flashdeck, imported, tmp_path):
        out = tmp_path / "cards.json"
        flashdeck("export", out, "--search", "neap deck:Skipper::Tides")
        assert "half moons" in out.read_text(encoding="utf-8")
        assert flashdeck("export", out, "--search", "is:tired").status == 1


def test_what_is_due_is_said_in_words(flashdeck, imported):
    assert "20 new" in flashdeck("due").out
    flashdeck("review", stdin="4\n" * 20)
    assert "Nothing left today. The next cards come on" in flashdeck("due").out


def test_what_the_daily_limit_keeps_out_is_said_and_can_be_asked(flashdeck, imported, collection_path, clock):
    with Collection(collection_path) as collection, collection.atomic():
        collection.settings.put("reviews_per_day", 1, now=clock.now())
        for card in collection.cards.all()[:3]:
            entry = ReviewLogEntry(
                uid=card.uid,
                card_uid=card.uid,
                kind=EntryKind.REVIEW,
                quality=Quality.GOOD,
                answered_at=clock.now(),
                study_day=clock.now().date(),
            )
            collection.reviews.append(entry)
        schedules.rebuild_all(collection)
    assert flashdeck("review", "--new", 0, stdin="3\n").out.count("saved") == 1
    said = "2 more are due beyond today's limit; 'flashdeck review --due 2' asks them now."
    assert said in flashdeck("due").out
    assert json.loads(flashdeck("due", "--json").out)["due_waiting"] == 2
    assert said in flashdeck("review", "--new", 0).out
    assert flashdeck("review", "--new", 0, "--due", 2, stdin="3\n3\n").out.count("saved") == 2
    assert "Nothing is due." in flashdeck("review", "--new", 0).out
    assert "beyond" not in flashdeck("due").out


def test_stats_and_decks_speak_to_people(flashdeck, imported):
    assert "answered today" in flashdeck("stats").out
    assert "Skipper::Tides" in flashdeck("decks").out
