"""Files that are torn, lie about themselves or mean harm: one clear sentence, soon, and in little memory."""

import io
import os
import random
import re
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.errors import SlideFileError
from flashdeck.extraction.dialects.slide_shows import read
from flashdeck.readers.pptx import read_slide_show
from flashdeck.readers.pptx_package import POWERPOINT
from tests.readers.presentations import FIRST_SLIDE, add_slide, add_table, data_of, new_deck, write

MEGABYTE = 1 << 20


def deck_data() -> bytes:
    deck = new_deck()
    add_slide(deck, "Hive", "one", "  two")
    add_table(add_slide(deck, "Table", layout=5).shapes, [["a", "b"], ["c", "d"]])
    return data_of(deck)


def refused(path: Path) -> str:
    """Read a file that must be refused, in little memory; return the sentence."""
    tracemalloc.start()
    try:
        with pytest.raises(SlideFileError) as caught:
            read_slide_show(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 60 * MEGABYTE
    message = str(caught.value)
    assert path.name in message
    assert "\n" not in message
    assert message.endswith(".")
    return message


def with_member(path: Path, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> Path:
    path.write_bytes(deck_data())
    with zipfile.ZipFile(path, "a", method) as archive:
        archive.writestr(name, data)
    return path


def test_a_bomb_is_refused_before_it_is_read(tmp_path):
    path = with_member(tmp_path / "bomb.pptx", "ppt/media/image1.png", bytes(64 * MEGABYTE))
    assert path.stat().st_size < MEGABYTE
    assert "safe" in refused(path)


def test_many_members_that_swell_together_are_refused(tmp_path):
    path = tmp_path / "swarm.pptx"
    path.write_bytes(deck_data())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(12):
            archive.writestr(f"ppt/media/image{number}.png", bytes(8 * MEGABYTE))
    assert "safe" in refused(path)


def test_too_many_members_are_refused(tmp_path):
    path = tmp_path / "many.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(POWERPOINT.max_members + 1):
            archive.writestr(f"{number}", b"")
    assert "10,000" in refused(path)


def test_a_directory_too_large_for_them_is_not_even_read(tmp_path):
    path = tmp_path / "directory.pptx"
    entry = b"PK\x01\x02" + bytes(24) + struct.pack("<HHH", 60_000, 0, 0) + bytes(12)
    directory = (entry + b"a" * 60_000) * 100
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 100, 100, len(directory), 4, 0)
    path.write_bytes(b"PK\x03\x04" + directory + end)
    assert "10,000" in refused(path)


def test_members_that_share_bytes_are_refused(tmp_path):
    path = tmp_path / "overlap.pptx"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", b"x" * 1000)
        archive.writestr("b.xml", b"y" * 1000)
    data = bytearray(buffer.getvalue())
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    path.write_bytes(bytes(data))
    assert "damaged" in refused(path)


def test_an_encrypted_member_is_refused(tmp_path):
    path = tmp_path / "locked.pptx"
    data = bytearray(deck_data())
    for found in re.finditer(rb"PK\x01\x02", bytes(data)):
        data[found.start() + 8] |= 1
    path.write_bytes(bytes(data))
    assert "encrypted" in refused(path)


def test_an_unusual_method_is_refused(tmp_path):
    path = with_member(tmp_path / "odd.pptx", "x.xml", b"words " * 100, zipfile.ZIP_BZIP2)
    assert "unusual" in refused(path)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.999])
def test_a_torn_file_is_refused(tmp_path, share):
    data = deck_data()
    path = tmp_path / "torn.pptx"
    path.write_bytes(data[: int(len(data) * share)])
    assert "damaged" in refused(path)


def test_a_member_that_does_not_match_its_check_sum_is_refused(tmp_path):
    path = tmp_path / "flipped.pptx"
    with zipfile.ZipFile(io.BytesIO(deck_data())) as source, zipfile.ZipFile(path, "w") as out:
        for name in source.namelist():
            out.writestr(name, source.read(name))
    data = bytearray(path.read_bytes())
    data[data.index(b"Hive")] ^= 1
    path.write_bytes(bytes(data))
    assert "damaged" in refused(path)


@pytest.mark.parametrize(
    ("name", "slide"),
    [
        ("entities", '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p:sld xmlns:p="p">&b;</p:sld>'),
        ("file", '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><p:sld xmlns:p="p">&a;</p:sld>'),
        ("spaced", '<!  DOCTYPE s><p:sld xmlns:p="p"/>'),
        ("encoding", '<?xml version="1.0" encoding="utf-7"?><p:sld xmlns:p="p"/>'),
        ("deep", "<a>" * 100_000 + "</a>" * 100_000),
        ("crowded", "<a>" + "<b/>" * 900_000 + "</a>"),
        ("open", '<p:sld xmlns:p="p"><p:cSld>'),
        ("empty", ""),
    ],
)
def test_xml_that_could_harm_or_is_broken_is_refused(tmp_path, name, slide):
    deck = new_deck()
    add_slide(deck, "Hive")
    refused(write(deck, tmp_path / f"{name}.pptx", changes={FIRST_SLIDE: lambda _: slide}))


def test_entities_in_other_encodings_are_refused(tmp_path):
    deck = new_deck()
    add_slide(deck, "Hive")
    path = write(deck, tmp_path / "wide.pptx", changes={FIRST_SLIDE: lambda _: "MARK"})
    xml = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE s [<!ENTITY a "aa">]><s>&a;</s>'
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as source, zipfile.ZipFile(path, "w") as out:
        for member in source.namelist():
            out.writestr(member, xml.encode("utf-16") if member == FIRST_SLIDE else source.read(member))
    refused(path)


def test_a_huge_part_is_refused(tmp_path):
    deck = new_deck()
    add_slide(deck, "Hive")
    noise = random.Random(1).randbytes(9 * MEGABYTE).hex()  # packs badly, so it is no bomb by its ratio
    path = write(deck, tmp_path / "huge.pptx", changes={FIRST_SLIDE: lambda xml: xml + f"<!--{noise}-->"})
    assert "MB" in refused(path)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("old.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".pptx"),
        (
            "secret.pptx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        ("empty.pptx", b"", "empty"),
        ("text.pptx", b"only words", "no PowerPoint file"),
        ("halfzip.pptx", b"PK\x03\x04 and then nothing", "damaged"),
    ],
)
def test_other_formats_are_named(tmp_path, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)
    assert said in refused(path)


def test_an_archive_without_slides_is_named(tmp_path):
    path = tmp_path / "plain.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    assert "no PowerPoint file" in refused(path)
    empty = tmp_path / "none.pptx"
    new_deck().save(str(empty))
    assert "no slides" in refused(empty)


def test_a_word_file_is_named(tmp_path):
    deck = new_deck()
    add_slide(deck, "Hive")
    word = '<w:document xmlns:w="w"/>'
    assert "without slides" in refused(
        write(deck, tmp_path / "word.pptx", changes={"ppt/presentation.xml": lambda _: word})
    )


def test_missing_files_and_folders_are_named(tmp_path):
    assert "no file" in refused(tmp_path / "gone.pptx")
    (tmp_path / "folder.pptx").mkdir()
    assert "folder" in refused(tmp_path / "folder.pptx")


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX files")
def test_pipes_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.pptx")
    assert "pipe" in refused(tmp_path / "pipe.pptx")


def test_names_that_lead_out_of_the_archive_lead_nowhere(tmp_path):
    deck = new_deck()
    add_slide(deck, "Hive", "stays")
    rels = "ppt/slides/_rels/slide1.xml.rels"
    outside = '<Relationship Id="rX" Type="t/notesSlide" Target="../../../../../etc/passwd"/></Relationships>'
    path = write(deck, tmp_path / "out.pptx", changes={rels: lambda xml: xml.replace("</Relationships>", outside)})
    assert read_slide_show(path).slides[0].notes == ""


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_parts_are_read_or_refused_but_never_crash(tmp_path, data):
    with zipfile.ZipFile(io.BytesIO(deck_data())) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    names = sorted(name for name in parts if name.endswith((".xml", ".rels")) and "theme" not in name)
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(names))
        match data.draw(st.sampled_from(["cut", "value", "tag", "drop"])):
            case "cut":
                parts[name] = parts[name][: data.draw(st.integers(0, len(parts[name])))]
            case "value":
                values = list(re.finditer(rb'="([^"]*)"', parts[name]))
                if values:
                    at = data.draw(st.sampled_from(values))
                    odd = data.draw(st.sampled_from([b"", b"-1", b"nan", b"1e999", b"9" * 5000, b"\xc3\xa9", b"x"]))
                    parts[name] = parts[name][: at.start(1)] + odd + parts[name][at.end(1) :]
            case "tag":
                tags = sorted(set(re.findall(rb"</?([a-z0-9]+:\w+)", parts[name])))
                if tags:
                    old, new = data.draw(st.sampled_from(tags)), data.draw(st.sampled_from(tags))
                    parts[name] = re.sub(rb"(</?)" + re.escape(old) + rb"\b", rb"\1" + new, parts[name])
            case _:
                parts[name] = b"<a/>"
    path = tmp_path / "fuzzed.pptx"
    with zipfile.ZipFile(path, "w") as out:
        for name, part in parts.items():
            out.writestr(name, part)
    try:
        show = read_slide_show(path)
    except SlideFileError:
        return
    assert len(read(show)) == len(show.slides)
