"""Packages made to do harm: each is refused in one clear sentence, within bounds, and nothing of it is stored."""

import contextlib
import json
import os
import struct
import zipfile

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.errors import AnkiPackageError
from flashdeck.interop.anki_package import archive, database, wire
from flashdeck.interop.anki_package.model import LeftOut
from flashdeck.interop.anki_package.reading import read_package
from tests.interop.anki_files import BASIC, database_of, entries_of, packed
from tests.interop.anki_student import PICTURE

MEGABYTE = 1 << 20


@pytest.fixture
def read(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    path = tmp_path / "hostile.apkg"

    def run(data):
        path.write_bytes(data)
        return read_package(path, folder)

    run.path, run.folder = path, folder
    return run


@pytest.fixture
def refused(read):
    def run(data):
        with pytest.raises(AnkiPackageError) as caught:
            read(data)
        sentence = str(caught.value)
        assert sentence.startswith("hostile.apkg ")
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert list(read.folder.iterdir()) == []
        return sentence

    return run


def test_the_harmless_package_of_these_tests_is_read(read):
    (note,) = read(packed(database_of())).notes
    assert (note.uid, note.deck_name, note.content.front, note.content.back) == ("g", "D", "front", "back")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip at all",
        packed(b""),
        packed(b"SQLite format 3\0" + bytes(4096)),
        packed(os.urandom(5000)),
        packed(database_of()[:3000]),
        packed(database_of())[:-200],
        packed(database_of(), member="collection.anki21b"),
        packed(b"\x28\xb5\x2f\xfd" + bytes(50), member="collection.anki21b", media=None),
        packed(database_of(models="{")),
        packed(database_of(models="[" * 100_000)),
        packed(database_of(decks="nonsense")),
        packed(database_of(conf="nonsense")),
        packed(database_of(), media=b"[]"),
        packed(database_of(), media=b"{"),
        packed(database_of("DROP TABLE notes")),
        packed(database_of("ALTER TABLE notes DROP COLUMN flds")),
        packed(zstandard.compress(database_of()), member="collection.anki21b", media=b"\x0a\xff\xff"),
        packed(zstandard.compress(database_of()), member="collection.anki21b",
               media=zstandard.compress(b"\x0a" + b"\xff" * 12)),
        packed(database_of(), more=[("meta", b"\xff" * 12)]),
    ],
)  # fmt: skip
def test_what_is_torn_or_broken_is_called_damaged(refused, data):
    assert "damaged" in refused(data)


@pytest.mark.parametrize("data", [packed(b"", member="notes.txt"), packed(database_of(), member="../collection.anki2")])
def test_what_holds_no_database_is_no_package(refused, data):
    assert "no Anki package" in refused(data)


def test_what_holds_no_cards_says_so(refused):
    assert "no cards" in refused(packed(database_of(notes=())))
    assert "no cards" in refused(packed(database_of(models={})))
    assert "no cards" in refused(packed(database_of("DELETE FROM cards")))


def test_a_request_to_update_is_not_imported(refused):
    notice = "Please update to the latest Anki version, then import the .colpkg/.apkg file again.\x1f"
    assert "export it again" in refused(packed(database_of(notes=[("g", notice)])))


def test_a_format_of_the_future_is_refused_with_the_way_out(refused):
    assert "Support older Anki versions" in refused(packed(database_of(), more=[("meta", b"\x08\x04")]))


def test_a_deflate_bomb_is_not_unpacked(refused):
    assert "safe" in refused(packed(bytes(300 * MEGABYTE)))


def test_a_zstd_bomb_is_stopped_while_it_is_unpacked(refused):
    compressor = zstandard.ZstdCompressor(level=3).compressobj()  # declares no size
    bomb = b"".join(compressor.compress(bytes(MEGABYTE)) for _ in range(600)) + compressor.flush()
    assert len(bomb) < MEGABYTE
    assert "safe" in refused(packed(bomb, member="collection.anki21b", media=None, method=zipfile.ZIP_STORED))


def test_a_zstd_frame_that_lies_of_its_size_gets_no_memory_for_it(refused):
    frame = b"\x28\xb5\x2f\xfd\xe0" + struct.pack("<Q", 1 << 40) + b"\x03\x00\x00\x00"
    refused(packed(frame, member="collection.anki21b", media=None, method=zipfile.ZIP_STORED))


def test_a_bomb_among_the_media_map_is_stopped(refused):
    media = zstandard.compress(bytes(200 * MEGABYTE))
    assert "safe" in refused(packed(zstandard.compress(database_of()), member="collection.anki21b", media=media))


def test_a_database_beyond_the_bound_is_refused(refused, monkeypatch):
    monkeypatch.setattr(archive, "MAX_DATABASE_BYTES", 1000)
    assert "safe" in refused(packed(database_of()))


def test_too_many_members_are_refused(refused):
    more = [(str(number), b"") for number in range(archive.PACKAGE.max_members)]
    assert "50,000" in refused(packed(database_of(), more=more, method=zipfile.ZIP_STORED))


@pytest.mark.parametrize("table", ["NOTES", "CARDS", "ANSWERS"])
def test_too_many_rows_are_refused(refused, monkeypatch, table):
    monkeypatch.setattr(database, f"MAX_{table}", 0)
    answer = "INSERT INTO revlog (id, cid, ease, factor, time, type) VALUES (1, 1, 3, 0, 0, 0)"
    assert "fewer decks" in refused(packed(database_of(answer)))


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE notes", f"CREATE VIEW notes AS {ENDLESS} i id, 'g' guid, 1 mid, 0 mod, '' tags, '' flds FROM n"],
        ["DROP TABLE revlog", f"CREATE VIEW revlog AS {ENDLESS} i id, 1 cid, 1 ease, 1 factor, 1 time, 1 type FROM n"],
        ["DROP TABLE notes", "CREATE VIRTUAL TABLE notes USING fts5(id, guid, mid, mod, tags, flds)"],
        [
            "DROP TABLE notes",
            "CREATE TABLE notes (id integer PRIMARY KEY, guid, mid, mod, tags, flds AS (hex(zeroblob(100000000))))",
            "INSERT INTO notes (id, guid, mid, mod, tags) VALUES (1, 'g', 1, 0, '')",
        ],
        ["UPDATE notes SET flds = zeroblob(20000000)"],
    ],
    ids=["endless view", "endless log", "virtual table", "generated column", "huge value"],
)  # fmt: skip
def test_a_database_that_computes_is_not_run(refused, statements):
    assert "damaged" in refused(packed(database_of(*statements), method=zipfile.ZIP_STORED))


NAMES = [
    "../../evil.png",
    "/etc/passwd",
    "C:\\evil.png",
    "\\\\host\\share.png",
    "a\0b.png",
    "CON",
    "x" * 300 + ".png",
    "evil\u202egnp.exe",
    "file:///etc/passwd",
    "https://example.org/x.png",
    "..",
    "",
]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_stranger_reaches_the_disk(read, name):
    fields = f'f <img src="{name}">\x1f'
    package = read(packed(database_of(notes=[("g", fields)]), media=json.dumps({"0": name}), more=[("0", PICTURE)]))
    written = [path.name for path in read.folder.iterdir()]
    assert all(len(name) == 36 and name.endswith(".png") for name in written)
    assert package.notes[0].content.front.removesuffix(")").endswith(tuple(written) or "f")
    assert not (read.path.parent / "evil.png").exists()


@pytest.mark.parametrize(
    "media",
    [
        {"0": "a.png", "1": "a.png"},
        {"../0": "a.png"},
        {"collection.anki2": "a.png"},
        {"7": "a.png"},
        {"0": 5},
        {"0": ["a.png"]},
    ],
)
def test_a_media_map_of_nonsense_gives_no_picture(read, media):
    package = read(packed(database_of(notes=[("g", 'f <img src="a.png">\x1f')]), media=json.dumps(media)))
    assert package.notes[0].content.front == "f"
    assert package.left_out == {LeftOut.PICTURE: 1}


def test_a_picture_too_large_is_left_out(read, monkeypatch):
    monkeypatch.setattr(archive, "MAX_PICTURE_BYTES", 40)
    data = database_of(notes=[("g", 'f <img src="a.png">\x1f')])
    assert read(packed(data, media=b'{"0": "a.png"}', more=[("0", PICTURE)])).left_out == {LeftOut.PICTURE: 1}
    packed_picture = zstandard.compress(PICTURE[:8] + bytes(1000))
    new = packed(zstandard.compress(data), "collection.anki21b", entries_of("a.png"), [("0", packed_picture)])
    assert len(packed_picture) < 40
    assert read(new).left_out == {LeftOut.PICTURE: 1}


def test_notes_of_one_guid_get_uids_of_their_own(read):
    notes = [("g", "a\x1f"), ("g", "b\x1f"), ("g.2", "c\x1f"), ("", "d\x1f"), (" x y ", "e\x1f")]
    assert len({note.uid for note in read(packed(database_of(notes=notes))).notes}) == 5


def test_values_of_other_types_are_taken_as_they_come(read):
    statements = [
        "UPDATE notes SET guid = 5, mid = '1', mod = 'x', tags = x'ff', flds = x'61ff1f62'",
        "UPDATE cards SET did = 'nine', ord = 0.0, due = NULL, queue = 'x'",
        "INSERT INTO revlog (id, cid, ease, factor, time, type) VALUES (5, 'x', 9, x'00', -1, 1e300)",
    ]
    (note,) = read(packed(database_of(*statements))).notes
    assert (note.uid, note.content.front, note.content.back, note.deck_name) == ("5", "a\ufffd", "b", "hostile")


def test_a_field_without_end_is_cut_and_counted(read):
    package = read(packed(database_of(notes=[("g", "a " * 100_000 + "\x1fb")]), method=zipfile.ZIP_STORED))
    assert len(package.notes[0].content.front) < 110_000
    assert package.left_out == {LeftOut.CUT: 1}


@pytest.mark.parametrize(
    "field",
    [
        *("<div>" * 19_000, "{{c1::" * 15_000, "{{c1::a}}" * 10_000, "<!--" * 20_000, "&" * 90_000, "<b><i>" * 15_000),
        *("[sound:" * 12_000, "[anki:tts]" * 9_000, "<a " * 30_000, "<a b='" * 15_000, "</a" * 30_000, "<!" * 40_000),
        *("<?" * 40_000, "<![CDATA[" * 9_000, "<anki-mathjax>" * 7_000, "<rt>" * 20_000, "{{#a}}" * 15_000),
        *("<a ''<a" * 12_000, "<a'<b'" * 15_000, '<a "' * 20_000, "*_`" * 30_000, "[](" * 30_000, "<code>`" * 10_000),
    ],
    ids=lambda field: field[:12],
)
def test_a_field_made_to_take_long_does_not(read, field):
    cloze = {"1": {**BASIC["1"], "type": 1, "tmpls": [{"qfmt": "{{cloze:Front}}", "afmt": "{{Back}}", "ord": 0}]}}
    fields = f"{{{{c1::x}}}} {field}\x1fb"
    notes = read(packed(database_of(notes=[("g", fields)], models=cloze), method=zipfile.ZIP_STORED)).notes
    assert len(notes) == 1


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_are_not(data):
    try:
        for number, value in wire.fields(data):
            assert number >= 0
            assert isinstance(value, int | bytes)
    except ValueError:
        pass


WHOLE = packed(database_of(), more=[("0", PICTURE)])


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_byte_is_read_or_refused_but_never_a_crash(read, place, byte):
    data = bytearray(WHOLE)
    data[place] = byte
    with contextlib.suppress(AnkiPackageError):
        read(bytes(data))


DATABASE = database_of()


@given(st.lists(st.tuples(st.integers(0, len(DATABASE) - 1), st.integers(0, 255)), min_size=1, max_size=4))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_database_with_flipped_bytes_is_read_or_refused_but_never_a_crash(read, flips):
    data = bytearray(DATABASE)
    for place, byte in flips:
        data[place] = byte
    with contextlib.suppress(AnkiPackageError):
        read(packed(bytes(data), method=zipfile.ZIP_STORED))
