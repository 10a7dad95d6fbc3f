"""Builds pages of a PDF for tests, as a reader hands them on."""

from typing import Any

from flashdeck.domain.pages import Bookmark, Page, PageDocument, PlacedLine, PlacedShape
from flashdeck.extraction.dialects import pdf_pages
from flashdeck.extraction.model import Bullet, BulletList, Code, NoiseReason, Paragraph, Slide, Table

WIDTH, HEIGHT = 720.0, 405.0
_LETTER = 0.5
"""Width of a letter in shares of the type size."""


def line(text: str, left: float, top: float, size: float = 20, **fields: Any) -> PlacedLine:
    """Return a line; `top` is where its type starts."""
    return PlacedLine(
        text=text,
        left=left,
        top=top,
        right=fields.pop("right", left + _LETTER * size * len(text)),
        bottom=top + size,
        font_size=size,
        **fields,
    )


def title(text: str, **fields: Any) -> PlacedLine:
    """Return a line where the decks of these tests keep their titles."""
    return line(text, 40, 24, 32, **fields)


def bullets(*texts: str, left: float = 40, top: float = 100, size: float = 20) -> list[PlacedLine]:
    """Return list items, each with a mark of its own; two leading spaces nest one level."""
    lines: list[PlacedLine] = []
    for number, text in enumerate(texts):
        depth = (len(text) - len(text.lstrip())) // 2
        edge, height = left + 30 * depth, top + 1.5 * size * number
        lines += [line("•", edge, height, size), line(text.strip(), edge + size, height, size)]
    return lines


def page(*lines: PlacedLine | list[PlacedLine], shapes: tuple[PlacedShape, ...] = ()) -> Page:
    """Return a page; `deck` numbers it."""
    flat = [one for part in lines for one in (part if isinstance(part, list) else [part])]
    return Page(number=0, width=WIDTH, height=HEIGHT, lines=tuple(flat), shapes=shapes)


def box(left: float, top: float, right: float, bottom: float) -> PlacedShape:
    return PlacedShape(left=left, top=top, right=right, bottom=bottom)


def document(*pages: Page, bookmarks: tuple[Bookmark, ...] = (), producer: str = "") -> PageDocument:
    numbered = tuple(
        Page(number=number, width=one.width, height=one.height, lines=one.lines, shapes=one.shapes)
        for number, one in enumerate(pages, start=1)
    )
    return PageDocument(name="deck.pdf", pages=numbered, bookmarks=bookmarks, producer=producer)


def deck(*pages: Page, **how: Any) -> tuple[Slide, ...]:
    """Return the slides of the pages."""
    return pdf_pages.read(document(*pages, **how))


FILLERS = tuple(
    page(title(f"Filler {word}"), bullets(f"{word.title()} leaves are sorted by hand in the morning"))
    for word in ("alpha", "beta", "gamma", "delta")
)
"""Pages that show where a deck keeps its titles."""


def slide(*lines: PlacedLine | list[PlacedLine], shapes: tuple[PlacedShape, ...] = (), **how: Any) -> Slide:
    """Return the slide that the lines make in a deck of ordinary slides."""
    return deck(FILLERS[0], page(*lines, shapes=shapes), *FILLERS[1:], **how)[1]


def outline(slide: Slide) -> list[str]:
    """Return the content of a slide as lines: `= heading`, `- item`, `> body`, `P paragraph`, `| cell |`, code."""
    shown: list[str] = []
    for group in slide.groups:
        shown += [f"= {group.heading.plain}"] if group.heading else []
        for block in group.blocks:
            match block:
                case BulletList():
                    shown += [text for item in block.items for text in _item(item, 0)]
                case Paragraph():
                    shown.append(f"P {block.text.plain}")
                case Table():
                    shown += ["| " + " | ".join(cell.plain for cell in row) + " |" for row in block.rows]
                case Code():
                    shown += block.source.split("\n")
    return shown


def _item(item: Bullet, depth: int) -> list[str]:
    mark = "-" if item.number is None else f"{item.number}."
    shown = [f"{'  ' * depth}{mark} {item.text.plain}", *(f"{'  ' * depth}> {text.plain}" for text in item.body)]
    return shown + [text for child in item.children for text in _item(child, depth + 1)]


def noise(slide: Slide) -> dict[str, NoiseReason]:
    """Return the lines that are no knowledge, with the reasons."""
    return {one.text: one.noise for one in slide.lines if one.noise is not None}
