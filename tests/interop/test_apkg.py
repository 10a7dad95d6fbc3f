import html
import itertools
import unicodedata
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.domain import cloze
from flashdeck.domain.note import NoteKind
from flashdeck.errors import ExportError
from flashdeck.interop.anki_fields import text_digest
from flashdeck.interop.anki_names import clean_field, deck_id, deck_name, slug_tags
from flashdeck.interop.apkg import write_apkg
from tests.interop.builders import MADE, SOURCE, anki_notes, escaped, make_note

HOSTILE = [
    "<script>alert(1)</script> & <b>bold</b>",
    "emoji 🦜👩‍🚀 and e\u0301 accents",
    "{{Front}} {{#Back}} {{c1::not a gap}} }} {{",
    "quotes \" ' ` and \\ backslashes \\n",
    "field\x1fseparator\x00nul\x07bell",
    "long " * 20_000,
    "مرحبا \u202eright to left",
    "line one\nline two\ttabbed",
]


def in_anki(text):
    """Anki composes what it imports."""
    return unicodedata.normalize("NFC", clean_field(text))


def test_every_note_field_card_tag_and_deck_arrives(tmp_path, anki, import_into_anki):
    basic = make_note(
        "uid-basic",
        context="Cloud > Storage",
        topic="Storage & cost",
        tags=("exam topic", "s3"),
        deck_name="Cloud::Storage",
        source=SOURCE,
    )
    gaps = make_note(
        "uid-cloze", "A key has {{c1::1,024}} bytes in {{c2::UTF-8}}", "Counted in bytes", kind=NoteKind.CLOZE
    )
    package = tmp_path / "out.apkg"

    write_apkg(package, [basic, gaps], render=escaped)
    import_into_anki(package)

    notes = anki_notes(anki)
    assert set(notes) == {"uid-basic", "uid-cloze"}
    assert dict(notes["uid-basic"].items()) == {
        "Front": "What holds objects?",
        "Back": "A bucket",
        "Context": "Cloud &gt; Storage",
        "Source": "storage.txt, slide 12: Buckets &amp; keys",
        "Extra": "",
        "Topic": "Storage &amp; cost",
        "Uid": f"uid-basic text={text_digest(notes['uid-basic'].values())}",
    }
    assert sorted(notes["uid-basic"].tags) == ["exam_topic", "s3"]
    assert [anki.decks.name(card.did) for card in notes["uid-basic"].cards()] == ["Cloud::Storage"]
    assert [card.ord for card in notes["uid-cloze"].cards()] == [0, 1]
    assert {deck.name for deck in anki.decks.all_names_and_ids()} >= {"Cloud", "Cloud::Storage"}
    assert notes["uid-basic"].note_type()["name"] == "flashdeck Basic"
    assert notes["uid-cloze"].note_type()["name"] == "flashdeck Cloze"


def test_anki_shows_context_question_answer_and_source(tmp_path, anki, import_into_anki):
    package = tmp_path / "out.apkg"
    write_apkg(
        package,
        [
            make_note("a", context="Cloud", source=SOURCE),
            make_note("b", "At most {{c1::100}} buckets", "", kind=NoteKind.CLOZE, context="Limits"),
        ],
        render=escaped,
    )
    import_into_anki(package)
    basic = anki_notes(anki)["a"].cards()[0]
    gap = anki_notes(anki)["b"].cards()[0]

    assert basic.question().index("Cloud") < basic.question().index("What holds objects?")
    assert "A bucket" not in basic.question()
    assert "A bucket" in basic.answer()
    assert "storage.txt, slide 12" in basic.answer()
    assert "[...]" in gap.question()
    assert ">100</span>" not in gap.question()
    assert ">100</span>" in gap.answer()
    assert "<hr" not in gap.answer()


def test_new_cards_come_in_the_order_of_the_export(tmp_path, anki, import_into_anki):
    package = tmp_path / "out.apkg"
    write_apkg(package, [make_note(uid, f"front {uid}") for uid in "zmaq"], render=escaped)
    import_into_anki(package)

    notes = anki_notes(anki)
    assert sorted(notes, key=lambda uid: notes[uid].cards()[0].due) == list("zmaq")


def test_a_later_export_updates_the_note_and_keeps_its_schedule(tmp_path, anki, import_into_anki):
    package = tmp_path / "out.apkg"
    write_apkg(package, [make_note("a", deck_name="Cloud"), make_note("b", "untouched")], render=escaped)
    import_into_anki(package)
    card = anki_notes(anki)["a"].cards()[0]
    card.type, card.queue, card.due, card.ivl, card.factor, card.reps = 2, 2, 300, 40, 2300, 7
    anki.update_card(card)

    edited = make_note("a", "What holds objects, then?", modified_at=MADE + timedelta(days=1))
    write_apkg(package, [edited, make_note("b", "untouched")], render=escaped)
    log = import_into_anki(package)

    notes = anki_notes(anki)
    assert len(notes) == 2
    assert notes["a"]["Front"] == "What holds objects, then?"
    assert len(log.updated) == 1
    kept = notes["a"].cards()[0]
    assert (kept.id, kept.type, kept.due, kept.ivl, kept.factor, kept.reps) == (card.id, 2, 300, 40, 2300, 7)


def test_what_the_user_edited_in_anki_later_is_not_overwritten(tmp_path, anki, import_into_anki):
    package = tmp_path / "out.apkg"
    write_apkg(package, [make_note("a")], render=escaped)
    import_into_anki(package)
    note = anki_notes(anki)["a"]
    note["Front"] = "Edited on the phone"
    anki.update_note(note)

    write_apkg(package, [make_note("a", "Older words")], render=escaped)
    import_into_anki(package)

    assert anki_notes(anki)["a"]["Front"] == "Edited on the phone"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("kind", NoteKind)
def test_hostile_text_survives(tmp_path, anki, import_into_anki, text, kind):
    front = f"{{{{c1::gap}}}} {text}" if kind is NoteKind.CLOZE else text
    package = tmp_path / "out.apkg"
    write_apkg(package, [make_note("a", front, text, kind=kind, context=text, topic=text)], render=escaped)
    import_into_anki(package)

    note = anki_notes(anki)["a"]
    assert note.fields[0] == in_anki(escaped(clean_field(front)))
    assert note["Back"] == in_anki(escaped(clean_field(text)))
    assert note["Context"] == note["Topic"] == in_anki(html.escape(clean_field(text)))
    assert len(note.cards()) == 1


def test_a_gap_that_rendering_destroys_is_exported_as_plain_text(tmp_path, anki, import_into_anki):
    package = tmp_path / "out.apkg"
    note = make_note("a", "see <{{c1::this}}>\nnow", kind=NoteKind.CLOZE)
    write_apkg(package, [note], render=lambda text: text.replace("<{{c1::this}}>", "…"))
    import_into_anki(package)

    assert anki_notes(anki)["a"]["Text"] == "see &lt;{{c1::this}}&gt;<br>now"
    assert len(anki_notes(anki)["a"].cards()) == 1


def test_attributes_over_two_lines_raise_no_warning(tmp_path):
    write_apkg(tmp_path / "out.apkg", [make_note()], render=lambda _: '<a href="x"\n title="y">z</a>')


@pytest.mark.parametrize(
    ("notes", "sentence"),
    [
        ([], "There are no cards to export"),
        ([make_note(front="")], 'The note "A bucket" in Cloud has an empty front'),
        (
            [make_note(front="no gap here", kind=NoteKind.CLOZE)],
            r"has no gap, or an empty one; mark the answer as \{\{c1::answer\}\}",
        ),
        ([make_note(front="{{c1::}} nothing hidden", kind=NoteKind.CLOZE)], "has no gap"),
    ],
)
def test_notes_without_cards_are_refused_and_the_old_file_stays(tmp_path, notes, sentence):
    package = tmp_path / "out.apkg"
    package.write_bytes(b"old")

    with pytest.raises(ExportError, match=sentence):
        write_apkg(package, notes, render=escaped)

    assert package.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [package]


def test_two_notes_with_one_uid_are_a_bug(tmp_path):
    with pytest.raises(ValueError, match="same uid"):
        write_apkg(tmp_path / "out.apkg", [make_note("a"), make_note("a")], render=escaped)


def test_equal_notes_make_equal_files_and_no_litter(tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)
    notes = [make_note(f"n{i}", f"front {i}", tags=("b", "a")) for i in range(50)]

    write_apkg(tmp_path / "1.apkg", notes, render=escaped)
    write_apkg(tmp_path / "2.apkg", notes, render=escaped)

    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()
    assert list(temporary.iterdir()) == []
    with zipfile.ZipFile(tmp_path / "1.apkg") as package:
        assert package.getinfo("collection.anki2").compress_type == zipfile.ZIP_DEFLATED


def test_deck_ids_are_stable_and_in_range():
    assert deck_id("Cloud::Storage") == 1_210_180_896_796
    assert deck_id("Cloud") != deck_id("cloud")
    assert all(1 << 40 <= deck_id(name) < 1 << 41 for name in ("", "Cloud", "Ünï::cødé"))


texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)
basics = st.builds(make_note, front=texts.filter(lambda t: clean_field(t).strip()), back=texts)
clozes = st.builds(
    lambda before, hidden, number, after: make_note(
        front=f"{before} {cloze.gap(hidden, number)} {after}", back=after, kind=NoteKind.CLOZE
    ),
    texts,
    texts.filter(lambda t: clean_field(t).strip() and not set(t) & set("{}:")),
    st.integers(1, 400),
    texts.filter(lambda t: "{{" not in t),
)
decks = st.lists(
    st.tuples(st.one_of(basics, clozes), st.tuples(texts, texts), st.lists(texts, max_size=3)), min_size=1, max_size=5
)


@pytest.fixture(scope="module")
def one_collection(tmp_path_factory):
    collection = Collection(str(tmp_path_factory.mktemp("anki") / "c.anki2"))
    yield collection
    collection.close()


uids = (f"uid{number}" for number in itertools.count())


def renamed(note, names, tags):
    return replace(note, uid=next(uids), deck_name="::".join(names), content=replace(note.content, tags=tuple(tags)))


@given(decks=decks)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_deck_arrives_unchanged(one_collection, decks):
    notes = [renamed(*drawn) for drawn in decks]
    package = Path(one_collection.path).with_name("out.apkg")

    write_apkg(package, notes, render=escaped)
    one_collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package)))

    for note in notes:
        (note_id,) = one_collection.db.list("select id from notes where guid = ?", note.uid)
        found = one_collection.get_note(note_id)
        content = note.content
        assert found.fields[:2] == [in_anki(escaped(clean_field(text))) for text in (content.front, content.back)]
        assert {tag.casefold() for tag in found.tags} == {in_anki(tag).casefold() for tag in slug_tags(content.tags)}
        numbers = cloze.numbers(content.front) if content.kind is NoteKind.CLOZE else (1,)
        assert tuple(card.ord + 1 for card in found.cards()) == numbers
        deck = one_collection.decks.name(found.cards()[0].did)
        assert deck.casefold() == in_anki(deck_name(note.deck_name)).casefold()
