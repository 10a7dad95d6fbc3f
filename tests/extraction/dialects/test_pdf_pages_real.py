"""Marks that the reading of real PDFs holds; the files are not part of the project."""

import re
from functools import cache
from pathlib import Path

import pytest

from flashdeck.errors import SlideFileError
from flashdeck.extraction.dialects import pdf_pages
from flashdeck.extraction.model import Extraction, NoiseReason, SlideFile, SlideKind
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides
from flashdeck.readers.pdf import read_pdf_document

SAMPLES = Path(__file__).resolve().parents[3] / ".." / "shared" / "slides" / "samples"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real PDFs are not beside the checkout")

PAGES = {"kafka_streaming": 36, "model_monitoring_beamer": 47, "tekna_bigdata_kafka": 122, "unit_testing_gslides": 44}
UNTITLED = {
    "kafka_streaming": set(),
    "model_monitoring_beamer": set(),
    "tekna_bigdata_kafka": {49, 57, 61, 64, 66, 122},
    "unit_testing_gslides": set(),
}
CARDS = {"kafka_streaming": 28, "model_monitoring_beamer": 44, "tekna_bigdata_kafka": 80, "unit_testing_gslides": 14}
NAMES = sorted(PAGES)


@cache
def extraction(name: str) -> Extraction:
    document = read_pdf_document(SAMPLES / f"{name}.pdf")
    slides = pdf_pages.read(document)
    return extract_slides(SlideFile(name=name, format="pdf", dialect="pdf", slides=slides), options=ExtractionOptions())


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_a_slide_and_titles_are_found(name):
    slides = extraction(name).slides
    assert len(slides) == PAGES[name]
    assert {one.number for one in slides if not one.title} == UNTITLED[name]


@pytest.mark.parametrize("name", NAMES)
def test_no_footer_bar_or_page_number_reaches_a_card_or_a_group(name):
    found = extraction(name)
    running = {
        one.text
        for each in found.slides
        for one in each.lines
        if one.noise is NoiseReason.FOOTER and not re.fullmatch(r"[\d /]+", one.text)
    }
    sections = {each.section for each in found.slides} | {each.topic for each in found.slides}
    for draft in found.drafts:
        for text in running - sections:
            assert text not in draft.front
            assert text not in draft.back


@pytest.mark.parametrize("name", NAMES)
def test_there_are_cards_and_none_from_silent_slides(name):
    found = extraction(name)
    assert len(found.drafts) >= CARDS[name]
    silent = {one.id for one in found.slides if one.kind is not SlideKind.CONTENT}
    assert not silent & {draft.slide_id for draft in found.drafts}


def test_titles_do_not_need_the_bookmarks():
    document = read_pdf_document(SAMPLES / "tekna_bigdata_kafka.pdf")
    bare = type(document)(name=document.name, pages=document.pages)
    known = [one.title for one in pdf_pages.read(document)]
    found = [one.title for one in pdf_pages.read(bare)]
    assert sum(one == other for one, other in zip(known, found, strict=True)) >= 120


def test_bookmarks_of_beamer_are_sections():
    slides = extraction("model_monitoring_beamer").slides
    assert len({one.section for one in slides if one.section}) == 6
    assert len({one.topic for one in slides if one.topic}) == 10


def test_pictures_of_pages_are_refused():
    with pytest.raises(SlideFileError, match="pictures of pages"):
        read_pdf_document(SAMPLES / "text_analytics_imageonly.pdf")
