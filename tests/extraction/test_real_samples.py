"""Marks on public decks, where they are at hand; never their words beyond a title's opening."""

from pathlib import Path

import pytest

from flashdeck.domain.document import TextDocument
from flashdeck.extraction.detect import choose_dialect
from flashdeck.extraction.dialects.markdown_decks.flavour import Flavour, recognise
from flashdeck.extraction.dialects.markdown_decks.rows import read_rows
from flashdeck.extraction.model import BulletList, SlideKind
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides, read_slides
from flashdeck.extraction.text.lines import split_lines

FOLDER = Path(__file__).resolve().parents[2] / ".." / "shared" / "slides" / "samples"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the samples are not here")


def lines_of(name):
    return split_lines((FOLDER / name).read_text(encoding="utf-8"))


def slides_of(name):
    dialect = choose_dialect(lines_of(name))
    assert dialect is not None
    return dialect.read(lines_of(name))


@pytest.mark.parametrize(
    ("name", "flavour"),
    [
        ("containers_marp.md", Flavour.MARP),
        ("tls_reveal.md", Flavour.REVEAL),
        ("terraform_aws_remark.md", Flavour.REMARK),
        ("k8s_storage_slidev.md", Flavour.SLIDEV),
        ("docker_pandoc_de.md", Flavour.PANDOC),
        ("pytest_demo_pandoc.md", Flavour.PANDOC),
    ],
)
def test_each_deck_is_told_from_the_others(name, flavour):
    found = recognise(read_rows(lines_of(name)))
    assert (found.flavour, found.likelihood) == (flavour, 0.95)


@pytest.mark.parametrize(
    ("name", "slides", "titled", "sections", "front"),
    [
        ("containers_marp.md", 23, 22, 0, 3),
        ("tls_reveal.md", 33, 33, 0, 2),
        ("terraform_aws_remark.md", 84, 83, 6, 17),
        ("k8s_storage_slidev.md", 10, 10, 0, 0),
        ("docker_pandoc_de.md", 9, 9, 0, 0),
        ("pytest_demo_pandoc.md", 37, 32, 5, 1),
        ("kafka_nopgbrk.txt", 36, 36, 0, 0),
        ("debian_packaging_de_raw.txt", 89, 89, 9, 39),
    ],
)
def test_slides_titles_and_sections(name, slides, titled, sections, front):
    found = slides_of(name)
    assert len(found) == slides
    assert found[-1].number == slides
    assert sum(bool(slide.title) for slide in found) == titled
    assert len({slide.section for slide in found} - {""}) == sections
    assert sum(slide.kind is SlideKind.FRONT_MATTER for slide in found) == front


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.name)
def test_no_code_becomes_a_bullet_and_no_markup_is_left(path):
    if path.name == "SOURCES.md":
        assert choose_dialect(lines_of(path.name)) is None
        return
    for slide in slides_of(path.name):
        for group in slide.groups:
            for block in group.blocks:
                for item in block.items if isinstance(block, BulletList) else ():
                    assert not any(mark in item.text.plain for mark in ("```", "](", "<v-", ":::", "**"))


@pytest.mark.parametrize(
    ("name", "fewest", "most"),
    [
        ("containers_marp.md", 20, 60),
        ("tls_reveal.md", 15, 50),
        ("terraform_aws_remark.md", 30, 110),
        ("k8s_storage_slidev.md", 12, 50),
        ("pytest_demo_pandoc.md", 5, 40),
        ("kafka_nopgbrk.txt", 28, 90),
    ],
)
def test_cards_come_from_slides_that_teach(name, fewest, most):
    text = (FOLDER / name).read_text(encoding="utf-8")
    found = extract_slides(
        read_slides(TextDocument(name=name, format="markdown", text=text)), options=ExtractionOptions()
    )
    quiet = {slide.id for slide in found.slides if slide.kind is not SlideKind.CONTENT}
    assert fewest <= len(found.drafts) <= most
    assert not {draft.slide_id for draft in found.drafts} & quiet
