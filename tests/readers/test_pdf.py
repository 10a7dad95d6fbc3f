import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.domain.pages import PageDocument, PlacedLine
from flashdeck.errors import SlideFileError
from flashdeck.readers.pdf import MAX_BYTES, read_pdf_document
from tests.readers.pdf_files import PAGE_HEIGHT, PdfPage, box, pdf_bytes, saved, text


def read(folder: Path, *pages: PdfPage | str, **how) -> PageDocument:
    return read_pdf_document(saved(folder, pdf_bytes(pages, **how)))


def lines(folder: Path, *content: str, entries: str = "") -> tuple[PlacedLine, ...]:
    return read(folder, PdfPage("".join(content), entries)).pages[0].lines


def said(folder: Path, *content: str) -> list[str]:
    return [line.text for line in lines(folder, *content)]


class TestLines:
    def test_a_line_has_its_place_and_size(self, tmp_path):
        [line] = lines(tmp_path, text("Kettles boil water", 50, 100, size=24))
        assert line.text == "Kettles boil water"
        assert line.left == pytest.approx(50, abs=1)
        assert line.top == pytest.approx(100, abs=1)
        assert line.bottom == pytest.approx(124, abs=1)
        assert line.font_size == 24
        assert 200 < line.right < 300

    def test_size_follows_the_scale_of_the_text(self, tmp_path):
        [line] = lines(tmp_path, "BT /F1 10 Tf 3 0 0 3 50 200 Tm (Scaled to three times) Tj ET")
        assert line.font_size == 30

    def test_fonts_tell_bold_and_code(self, tmp_path):
        bold, code = lines(tmp_path, text("Strong words", 50, 50, font="F2"), text("boil --now", 50, 90, font="F3"))
        assert (bold.is_bold, bold.is_code) == (True, False)
        assert (code.is_bold, code.is_code) == (False, True)

    def test_a_bold_part_is_a_range(self, tmp_path):
        content = "BT 1 0 0 1 50 300 Tm /F2 20 Tf (Infuser) Tj /F1 20 Tf (: keeps the leaves together) Tj ET"
        [line] = lines(tmp_path, content)
        assert line.text == "Infuser: keeps the leaves together"
        assert [line.text[start:end] for start, end in line.strong] == ["Infuser"]
        assert not line.is_bold

    def test_a_wide_gap_parts_lines_and_a_narrow_one_does_not(self, tmp_path):
        assert said(tmp_path, text("Green", 50, 50), text("Black", 300, 50)) == ["Green", "Black"]
        assert said(tmp_path, text("Green", 50, 50), text("tea", 110, 50)) == ["Green tea"]

    def test_spaces_that_are_only_gaps_are_found(self, tmp_path):
        assert said(tmp_path, "BT /F1 20 Tf 1 0 0 1 50 300 Tm [(Lost) -300 (spaces) -300 (return)] TJ ET") == [
            "Lost spaces return"
        ]

    def test_a_letter_spaced_heading_is_closed_up(self, tmp_path):
        assert said(tmp_path, text("TEA AND WATER", 50, 50, extra="6 Tc")) == ["TEA AND WATER"]

    def test_words_of_one_line_are_joined_whatever_the_order_of_the_file(self, tmp_path):
        assert said(tmp_path, text("leaves", 132, 50), text("Steeped", 50, 50)) == ["Steeped leaves"]

    def test_a_doubled_layer_counts_once(self, tmp_path):
        shadow = text("Shadowed heading", 51, 51)
        assert said(tmp_path, text("Shadowed heading", 50, 50), shadow) == ["Shadowed heading"]

    def test_raised_and_lowered_digits(self, tmp_path):
        content = (
            "BT /F1 20 Tf 1 0 0 1 50 300 Tm (Holds 10) Tj /F1 12 Tf 7 Ts (9) Tj 0 Ts /F1 20 Tf ( leaves of H) Tj "
            "/F1 12 Tf -4 Ts (2) Tj 0 Ts /F1 20 Tf (O) Tj ET"
        )
        assert said(tmp_path, content) == ["Holds 10⁹ leaves of H₂O"]

    def test_an_accent_set_over_its_letter_becomes_one_sign(self, tmp_path):
        content = "BT /F1 20 Tf 1 0 0 1 50 300 Tm [(\xa8) 340 (Ubung macht den Meister)] TJ ET"
        assert said(tmp_path, content) == ["Übung macht den Meister"]

    def test_a_slanted_line_is_marked(self, tmp_path):
        [line] = lines(tmp_path, "BT /F1 20 Tf 0 1 -1 0 300 100 Tm (Upright label) Tj ET")
        assert (line.text, line.is_rotated) == ("Upright label", True)
        assert line.bottom - line.top > line.right - line.left

    def test_indented_code_keeps_its_place(self, tmp_path):
        first, second = lines(tmp_path, text("def brew():", 50, 50, font="F3"), text("return 3", 98, 80, font="F3"))
        assert (first.left, second.left) == (pytest.approx(50, abs=1), pytest.approx(98, abs=1))


class TestPages:
    def test_a_turned_page_reads_as_it_is_shown(self, tmp_path):
        content = "BT /F1 20 Tf 0 1 -1 0 100 50 Tm (Shown upright) Tj ET"
        document = read(tmp_path, PdfPage(content, "/MediaBox [0 0 405 720] /Rotate 90"))
        [page] = document.pages
        [line] = page.lines
        assert (page.width, page.height) == (720, PAGE_HEIGHT)
        assert (line.text, line.is_rotated) == ("Shown upright", False)
        assert line.left == pytest.approx(50, abs=1)
        assert line.bottom == pytest.approx(104, abs=1)

    def test_places_count_from_the_visible_box(self, tmp_path):
        content = text("Visible", 120, 60) + text("Cut away", 10, 60)
        [line] = lines(tmp_path, content, entries="/CropBox [100 0 720 405]")
        assert (line.text, round(line.left)) == ("Visible", 20)

    def test_boxes_and_pictures_are_shapes(self, tmp_path):
        image = "q 100 0 0 80 200 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q\n"
        [page] = read(tmp_path, box(30, 40, 60, 20) + image + text("Beside them", 300, 40)).pages
        filled, picture = page.shapes
        assert (filled.left, filled.top, filled.right, filled.bottom) == pytest.approx((30, 40, 90, 60), abs=1)
        assert (filled.is_picture, picture.is_picture) == (False, True)

    def test_bookmarks_that_lead_in_a_circle_end_in_silence(self, tmp_path):
        data = pdf_bytes([text("First page", 50, 50)], bookmarks=[("Tea", 1), ("Water", 1), ("Milk", 1)])
        second, third = re.findall(rb"/Next (\d) 0 R", data)
        path = saved(tmp_path, data.replace(b"/Next %s 0 R" % third, b"/Next %d 0 R" % (int(second) - 1)))
        read = "from flashdeck.readers.pdf import read_pdf_document as read; from pathlib import Path; read(Path({!r}))"
        command = [sys.executable, "-c", read.format(str(path))]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout + done.stderr == ""
        assert [mark.title for mark in read_pdf_document(path).bookmarks] == ["Tea", "Water"]

    def test_bookmarks_lead_to_pages(self, tmp_path):
        document = read(
            tmp_path, text("First page", 50, 50), text("Second page", 50, 50), bookmarks=[("Tea", 1), ("Water", 2)]
        )
        assert [(mark.title, mark.level, mark.page_number) for mark in document.bookmarks] == [
            ("Tea", 0, 1),
            ("Water", 0, 2),
        ]

    def test_the_program_that_wrote_it_is_known(self, tmp_path):
        assert read(tmp_path, text("Written by hand", 50, 50), creator="TeX").producer == "TeX"


def refusal(path: Path) -> str:
    with pytest.raises(SlideFileError) as caught:
        read_pdf_document(path)
    message = str(caught.value)
    assert "\n" not in message
    return message


class TestRefusals:
    def test_missing_folder_pipe_empty_and_other_files(self, tmp_path):
        assert "There is no file" in refusal(tmp_path / "gone.pdf")
        assert "is a folder" in refusal(tmp_path)
        assert "is empty" in refusal(saved(tmp_path, b"", "empty.pdf"))
        assert "is no PDF" in refusal(saved(tmp_path, b"PK\x03\x04 something else", "other.pdf"))

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
    def test_a_pipe_is_not_waited_for(self, tmp_path):
        os.mkfifo(tmp_path / "pipe.pdf")
        assert "pipe" in refusal(tmp_path / "pipe.pdf")

    def test_a_password(self, tmp_path):
        encryption = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<01> <01>]"
        data = pdf_bytes([text("Secret", 50, 50)], trailer=encryption.format("ab" * 32))
        assert "password" in refusal(saved(tmp_path, data))

    def test_a_torn_file(self, tmp_path):
        assert "damaged" in refusal(saved(tmp_path, b"%PDF-1.7\n1 0 obj\n<< /Type /Cat"))

    def test_pictures_without_text(self, tmp_path):
        image = "q 720 0 0 405 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q\n"
        path = saved(tmp_path, pdf_bytes([image + text(str(number), 700, 380, 8) for number in (1, 2, 3)]))
        assert "pictures of pages and no text" in refusal(path)

    def test_pages_without_anything(self, tmp_path):
        assert "no text" in refusal(saved(tmp_path, pdf_bytes(["", box(10, 10, 20, 20)])))

    def test_too_many_pages(self, tmp_path):
        assert "2001 pages" in refusal(saved(tmp_path, pdf_bytes([""] * 2001)))

    def test_a_huge_file(self, tmp_path):
        path = saved(tmp_path, b"%PDF-1.7\n")
        os.truncate(path, MAX_BYTES + 1)
        assert "larger than" in refusal(path)


SOUND = pdf_bytes(
    [text("Kettles", 50, 30, 32) + text("Boil water before the leaves go in", 50, 120), text("Cups", 50, 30, 32)],
    bookmarks=[("Kettles", 1), ("Cups", 2)],
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cut=st.integers(0, len(SOUND)), change=st.none() | st.tuples(st.integers(0, len(SOUND) - 1), st.binary(max_size=6))
)
def test_a_damaged_file_is_read_or_refused_in_one_sentence(tmp_path, cut, change):
    data = SOUND[:cut] if change is None else SOUND[: change[0]] + change[1] + SOUND[change[0] + len(change[1]) :]
    outcome = read_or_refusal(saved(tmp_path, data))
    assert "\n" not in outcome if isinstance(outcome, str) else outcome.pages


def read_or_refusal(path: Path) -> PageDocument | str:
    try:
        return read_pdf_document(path)
    except SlideFileError as error:
        return str(error)


def test_other_commands_do_not_pay_for_the_library():
    code = "import sys, flashdeck.readers.pdf; sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
