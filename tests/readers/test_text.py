import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain.document import TextDocument
from flashdeck.errors import SlideFileError
from flashdeck.readers.text import MAX_BYTES, read_text_document

posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX files")
TEXT = "Überblick\r\n• Größe – 5 €\n\fnächste Folie\u2028 日本"


@pytest.fixture
def read(tmp_path):
    def write_and_read(data, name="slides.txt"):
        (tmp_path / name).write_bytes(data)
        return read_text_document(tmp_path / name)

    return write_and_read


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_as_it_was_written(read, mark, encoding):
    assert read(mark + TEXT.encode(encoding)) == TextDocument(name="slides.txt", format="text", text=TEXT)


@pytest.mark.parametrize(
    ("name", "expected"), [("a.md", "markdown"), ("A.MARKDOWN", "markdown"), ("a.txt", "text"), ("notes", "text")]
)
def test_the_format_follows_the_name(read, name, expected):
    assert read(b"text", name).format == expected


@pytest.mark.parametrize(
    "text", ["Überblick: größte Schätze – “quoted” 5 €\n" * 3, "MARCHÉ» d'été, où l'on paye\f", "plain\x0bbreak é"]
)
def test_western_text_in_cp1252_is_read(read, text):
    assert read(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        ("Größe und Höhe, ".encode() + b"broken \xff here, " + "für später".encode(), 26),
        ("Это русский текст".encode("cp1251"), 0),
        ("これは日本語の文章です".encode("shift-jis"), 0),
        ("caf\xe9 \x01\x02".encode("latin-1"), 3),
        (b"caf\xe9 undefined \x81 in cp1252", 3),
    ],
)
def test_what_is_neither_names_the_byte(read, data, offset):
    with pytest.raises(SlideFileError, match=rf"slides.txt is not clean UTF-8 text: byte 0x.. at offset {offset} "):
        read(data)


def test_damage_after_a_byte_order_mark_counts_from_the_start_of_the_file(read):
    with pytest.raises(SlideFileError, match="not clean UTF-16-LE text: byte 0x00 at offset 4 "):
        read(codecs.BOM_UTF16_LE + b"a\x00\x00\xdca\x00")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "deck.pdf", "a PDF"),
        (b"%PDF-1.7\n", "renamed.txt", "a PDF"),
        (b"PK\x03\x04rest", "deck.pptx", "a PowerPoint file"),
        (b"PK\x03\x04rest", "deck.apkg", "an Anki package"),
        (b"PK\x03\x04rest", "deck.txt", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "deck.ppt", "an old Office file"),
        (b"\x89PNG\r\n\x1a\n", "slide.png", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "slide.jpg", "a JPEG picture"),
    ],
)
def test_other_files_are_called_by_their_kind(read, data, name, kind):
    with pytest.raises(SlideFileError, match=rf"^{name} is {kind}.* reads text only; save the slides as plain text"):
        read(data, name)


@pytest.mark.parametrize("data", [b"text\x00more", codecs.BOM_UTF16_LE + "text\0more".encode("utf-16-le")])
def test_a_nul_byte_is_no_text(read, data):
    with pytest.raises(SlideFileError, match="it has a NUL byte at offset 4; save"):
        read(data)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_BE])
def test_an_empty_file_is_refused(read, data):
    with pytest.raises(SlideFileError, match=r"slides.txt is empty; choose"):
        read(data)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("missing.txt", "There is no file missing.txt; check"),
        ("file/inside.txt", "There is no file inside.txt; check"),
        ("", "is a folder; choose a file in it"),
        ("n\0ul.txt", "cannot be read"),
        ("x" * 300, "cannot be read"),
    ],
)
def test_what_cannot_be_opened_is_named(tmp_path, name, sentence):
    (tmp_path / "file").write_text("x")
    with pytest.raises(SlideFileError, match=sentence):
        read_text_document(tmp_path / name)


def test_a_file_over_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SlideFileError, match=r"huge.txt is larger than 200 MB; split it"):
        read_text_document(path)


@posix
def test_a_file_that_may_not_be_read_is_named(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("permissions do not bind the administrator")
    with pytest.raises(SlideFileError, match=r"secret.txt may not be read"):
        read_text_document(path)


@posix
def test_pipes_and_devices_are_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(SlideFileError, match="is a device or a pipe"):
            read_text_document(path)


@posix
def test_a_file_name_that_is_no_unicode_is_shown_with_marks(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("x")
    assert read_text_document(path).name == "caf\ufffd.txt"


@given(data=st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_in_one_sentence(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    try:
        assert read_text_document(path).text.strip()
    except SlideFileError as error:
        assert "\n" not in str(error)  # noqa: PT017
        assert str(error).endswith(".")  # noqa: PT017
