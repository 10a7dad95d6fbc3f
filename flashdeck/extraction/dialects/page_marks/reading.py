"""Pages to slides, stage by stage."""

from flashdeck.extraction.dialects.page_marks.blocks import read_body, with_noise
from flashdeck.extraction.dialects.page_marks.noise import mark_page_noise, mark_watermarks
from flashdeck.extraction.dialects.page_marks.outline import find_places
from flashdeck.extraction.dialects.page_marks.pages import cut_pages
from flashdeck.extraction.dialects.page_marks.titles import read_heads
from flashdeck.extraction.dialects.page_marks.topics import find_topics
from flashdeck.extraction.dialects.page_marks.watermark import watermarks
from flashdeck.extraction.model import Line, Slide, SlideKind


def read(lines: tuple[Line, ...]) -> tuple[Slide, ...]:
    """Return every page as a slide, in order; every line belongs to exactly one."""
    blocks = watermarks(lines)
    pages = mark_page_noise(cut_pages(mark_watermarks(lines, blocks), blocks))
    heads = read_heads(pages)
    bodies = [read_body(head) for head in heads]
    places = find_places(heads, bodies)
    topics = find_topics(heads, bodies, places)
    return tuple(
        Slide(
            number=page.number,
            kind=place.kind,
            title=head.title,
            subtitle=head.subtitle,
            first_line=page.lines[0].number,
            last_line=page.lines[-1].number,
            section=place.section,
            topic=topic,
            lines=with_noise(page.lines, body.noise),
            groups=body.groups if place.kind in (SlideKind.CONTENT, SlideKind.FRONT_MATTER) else (),
            is_comparison=body.is_comparison,
        )
        for page, head, body, place, topic in zip(pages, heads, bodies, places, topics, strict=True)
    )
