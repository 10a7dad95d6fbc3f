"""Pages to slides, stage by stage."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flashdeck.extraction.dialects.page_marks.blocks import read_body, with_noise
from flashdeck.extraction.dialects.page_marks.noise import mark_page_noise
from flashdeck.extraction.dialects.page_marks.outline import find_places
from flashdeck.extraction.dialects.page_marks.pages import Page, cut_pages
from flashdeck.extraction.dialects.page_marks.sketches import Sketch, WordCases, sketch_of
from flashdeck.extraction.dialects.page_marks.titles import Head, read_heads
from flashdeck.extraction.dialects.page_marks.topics import find_topics
from flashdeck.extraction.dialects.page_marks.watermark import watermarks
from flashdeck.extraction.model import Line, Slide, SlideKind
from flashdeck.extraction.packing import pack


def read(lines: Sequence[Line]) -> Sequence[Slide]:
    """Return every page as a slide, in order; every line belongs to exactly one."""
    pages = mark_page_noise(cut_pages(lines, watermarks(lines)))
    sketches: list[Sketch] = []
    cases = WordCases()
    slides = pack(_slides(pages, read_heads(pages), sketches, cases))
    del pages
    places = find_places(sketches)
    topics = find_topics(sketches, cases, places, slides)
    return pack(
        replace(
            slide,
            kind=place.kind,
            section=place.section,
            topic=topic,
            groups=slide.groups if place.kind in (SlideKind.CONTENT, SlideKind.FRONT_MATTER) else (),
        )
        for slide, place, topic in zip(slides, places, topics, strict=True)
    )


def _slides(pages: Iterable[Page], heads: Iterable[Head], sketches: list[Sketch], cases: WordCases) -> Iterator[Slide]:
    """Yield the slides before their places in the deck are known, and note what tells those."""
    for page, head in zip(pages, heads, strict=True):
        body = read_body(head)
        sketches.append(sketch_of(head, body))
        cases.count(head)
        yield Slide(
            number=page.number,
            kind=SlideKind.CONTENT,
            title=head.title,
            subtitle=head.subtitle,
            first_line=page.lines[0].number,
            last_line=page.lines[-1].number,
            lines=with_noise(page.lines, body.noise),
            groups=body.groups,
            is_comparison=body.is_comparison,
        )
