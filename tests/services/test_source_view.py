"""What a card was made from, and the page that shows it."""

import hashlib
from pathlib import Path

import pytest

from flashdeck.errors import CollectionError, NotFoundError, SlideFileError
from flashdeck.extraction.report import report_of
from flashdeck.services import source_files
from flashdeck.services.extract_file import extract_file
from flashdeck.services.extraction_process import ExtractedFile
from flashdeck.services.import_slides import apply_import, plan_import
from flashdeck.services.page_picture import PageDrawing
from flashdeck.services.source_view import source_of
from tests.conftest import basic
from tests.readers.pdf_files import PdfPage, pdf_bytes, text

COURSE = Path(__file__).resolve().parents[1] / "data" / "coastal_skipper.txt"


@pytest.fixture
def pdf(tmp_path) -> Path:
    path = tmp_path / "knots.pdf"
    said = text("Knots", 40, 30, 32) + text("• Bowline: a loop that does not slip under load", 40, 120)
    path.write_bytes(pdf_bytes([PdfPage(said), PdfPage(said.replace("Bowline", "Clove hitch"))]))
    return path


@pytest.fixture
def import_file(collection, clock):
    def run(path: Path):
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        found = report_of(extract_file(path))
        apply_import(collection, clock, plan_import(collection, ExtractedFile(sha256=sha256, found=found, path=path)))
        return sha256

    return run


def wait_for(drawing: PageDrawing):
    picture = drawing.poll(wait_s=60)
    assert picture is not None
    return picture


def test_a_card_of_a_text_knows_its_lines(collection, import_file):
    import_file(COURSE)
    view = source_of(collection, 1)
    assert view.file_name == COURSE.name
    assert view.passage
    assert view.pdf is None


def test_a_card_of_a_pdf_leads_to_its_page(collection, import_file, pdf):
    import_file(pdf)
    pdf.unlink()  # the copy is enough
    view = source_of(collection, 1)
    assert view.pdf.parent == source_files.folder_of(collection.path)
    picture = wait_for(PageDrawing(view.pdf, view.slide_number, width=300, passage=view.passage))
    assert picture.width == 300
    assert picture.boxes


def test_a_card_written_by_hand_has_no_source(collection, add):
    (note_id,) = add(basic("a"))
    assert source_of(collection, note_id) is None
    with pytest.raises(NotFoundError):
        source_of(collection, note_id + 1)


def test_a_file_that_changed_since_it_was_read_is_not_kept(collection, pdf):
    source_files.keep(collection.path, pdf, "0" * 64)
    assert source_files.find(collection.path, "0" * 64) is None
    assert list(source_files.folder_of(collection.path).iterdir()) == []


def test_a_copy_that_cannot_be_written_is_said_and_nothing_is_stored(collection, import_file, pdf):
    source_files.folder_of(collection.path).write_text("in the way")
    with pytest.raises(CollectionError, match="could not be kept"):
        import_file(pdf)
    assert collection.notes.count() == 0


def test_a_page_that_cannot_be_drawn_is_said(tmp_path):
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(b"%PDF-1.7\n")
    drawing = PageDrawing(torn, 1, width=300, passage=())
    with pytest.raises(SlideFileError, match="torn"):
        wait_for(drawing)


def test_drawing_can_be_stopped(collection, import_file, pdf):
    drawing = PageDrawing(pdf, 1, width=300, passage=())
    drawing.cancel()
    with pytest.raises(SlideFileError, match="too much to draw"):
        wait_for(drawing)
