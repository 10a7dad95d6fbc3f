import csv
import io
import json

import pytest
from anki import import_export_pb2 as pb
from anki.collection import ImportCsvRequest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashdeck.domain.note import NoteKind
from flashdeck.errors import ExportError
from flashdeck.interop.deck_file import read_deck_file
from flashdeck.interop.text import (
    CSV_COLUMNS,
    guard_cell,
    unguard_cell,
    write_csv,
    write_json,
    write_markdown,
    write_tsv,
)
from tests.interop.builders import MADE, SOURCE, anki_notes, escaped, make_note

BASIC = make_note(
    "b1",
    '- a "quoted", list\n- with lines',
    "=HYPERLINK(1)",
    context="Cloud > Storage",
    topic="@cost",
    tags=("exam topic", "s3"),
    deck_name="Cloud::Storage",
    source=SOURCE,
)
CLOZE = make_note("c1", "At most {{c1::100 🪣}}", "", kind=NoteKind.CLOZE)


def rows(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def test_csv_has_a_row_a_note_and_guards_formulas(tmp_path):
    write_csv(tmp_path / "out.csv", [BASIC, CLOZE])

    first, second = rows(tmp_path / "out.csv")
    assert tuple(first) == CSV_COLUMNS
    assert first == {
        "uid": "b1",
        "deck": "Cloud::Storage",
        "kind": "basic",
        "front": '\'- a "quoted", list\n- with lines',
        "back": "'=HYPERLINK(1)",
        "context": "Cloud > Storage",
        "topic": "'@cost",
        "tags": "exam_topic s3",
        "source": "storage.txt, slide 12: Buckets & keys",
    }
    assert second["front"] == "At most {{c1::100 🪣}}"


def test_csv_without_the_guard_is_the_plain_text(tmp_path):
    write_csv(tmp_path / "out.csv", [BASIC], guard_formulas=False)
    assert rows(tmp_path / "out.csv")[0]["back"] == "=HYPERLINK(1)"


@pytest.mark.parametrize("text", ["=1", " =1", "\u00a0@x", "\t", "\r=", "\n+1", "-", "＝1", "'=1", "''+x"])
def test_whatever_begins_like_a_formula_is_guarded(text):
    assert guard_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "'tis", "a = b", "1-2", "'quoted'"])
def test_ordinary_text_is_left_alone(text):
    assert guard_cell(text) == text == unguard_cell(text)


@given(st.text(alphabet=st.one_of(st.sampled_from("'=+-@\t\r\n ＝\u00a0"), st.characters()), max_size=12))
@settings(max_examples=1000)
def test_the_guard_can_be_taken_off(text):
    assert unguard_cell(guard_cell(text)) == text
    assert guard_cell(text).strip()[:1] not in tuple("=+-@＝＋－＠")


def import_tsv(collection, path):
    metadata = collection.get_csv_metadata(str(path), None)
    return collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log


def test_anki_imports_the_tsv_with_decks_tags_and_identities(tmp_path, anki):
    write_tsv(tmp_path / "out.tsv", [BASIC, CLOZE, make_note("#3", "starts # odd\tand has a tab")], render=escaped)
    import_tsv(anki, tmp_path / "out.tsv")

    notes = anki_notes(anki)
    assert set(notes) == {"b1", "c1", "#3"}
    assert notes["b1"].note_type()["name"] == "Basic"
    assert notes["b1"]["Front"] == ("<small>Cloud &gt; Storage</small>\n- a &quot;quoted&quot;, list<br>- with lines")
    assert notes["b1"]["Back"] == "=HYPERLINK(1)\n<p><small>storage.txt, slide 12: Buckets &amp; keys</small></p>"
    assert sorted(notes["b1"].tags) == ["exam_topic", "s3"]
    assert anki.decks.name(notes["b1"].cards()[0].did) == "Cloud::Storage"
    assert notes["c1"].note_type()["name"] == "Cloze"
    assert [card.ord for card in notes["c1"].cards()] == [0]
    assert notes["#3"]["Front"] == "starts # odd\tand has a tab"


def test_a_second_tsv_updates_the_note(tmp_path, anki):
    write_tsv(tmp_path / "out.tsv", [BASIC, CLOZE], render=escaped)
    import_tsv(anki, tmp_path / "out.tsv")
    write_tsv(tmp_path / "out.tsv", [make_note("b1", "Other words", deck_name="Cloud::Storage"), CLOZE], render=escaped)
    log = import_tsv(anki, tmp_path / "out.tsv")

    assert anki_notes(anki)["b1"]["Front"] == "Other words"
    assert len(anki_notes(anki)) == 2
    assert log.dupe_resolution == pb.CsvMetadata.UPDATE


def test_json_tells_everything(tmp_path):
    write_json(tmp_path / "out.json", [BASIC, CLOZE])

    document = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert document["format"] == "flashdeck notes 1"
    assert document["notes"][0] == {
        "uid": "b1",
        "deck": "Cloud::Storage",
        "kind": "basic",
        "front": BASIC.content.front,
        "back": "=HYPERLINK(1)",
        "context": "Cloud > Storage",
        "topic": "@cost",
        "tags": ["exam topic", "s3"],
        "source": {
            "file_name": "storage.txt",
            "slide_number": 12,
            "slide_title": "Buckets & keys",
            "first_line": 8,
            "last_line": 9,
        },
        "created_at": MADE.isoformat(),
        "modified_at": MADE.isoformat(),
    }
    assert document["notes"][1]["source"] is None


def test_markdown_is_a_deck_file(tmp_path):
    write_markdown(tmp_path / "out.md", [BASIC, make_note("x", deck_name="Cloud::Compute")])

    deck_file = read_deck_file((tmp_path / "out.md").read_text("utf-8"))
    assert (deck_file.id, deck_file.name) == ("cloud", "Cloud")
    assert [(note.uid, note.deck_name) for note in deck_file.notes] == [
        ("b1", "Cloud::Storage"),
        ("x", "Cloud::Compute"),
    ]
    assert deck_file.notes[0].content.front == BASIC.content.front


def test_decks_without_a_common_root_export_under_the_programs_name(tmp_path):
    write_markdown(tmp_path / "out.md", [make_note("a", deck_name="One"), make_note("b", deck_name="Two")])
    assert read_deck_file((tmp_path / "out.md").read_text("utf-8")).name == "flashdeck"


@pytest.mark.parametrize(
    "write", [write_csv, write_json, write_markdown, lambda path, notes: write_tsv(path, notes, render=escaped)]
)
def test_an_empty_export_is_refused(tmp_path, write):
    with pytest.raises(ExportError, match="There are no cards to export"):
        write(tmp_path / "out", [])
    assert list(tmp_path.iterdir()) == []
