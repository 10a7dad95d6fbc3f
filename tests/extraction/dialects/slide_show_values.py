"""Presentations for tests, as a reader hands them over: 720 by 540 points."""

from collections.abc import Sequence
from dataclasses import replace

from flashdeck.domain.slide_show import ShapeParagraph, ShapeRole, ShowSlide, SlideShape, SlideShow
from flashdeck.extraction.dialects.slide_shows import read
from flashdeck.extraction.model import Bullet, BulletList, Code, Group, NoiseReason, Paragraph, Slide, Table


def paragraph(row: str, *, size: float = 18) -> ShapeParagraph:
    """Two spaces a level; `- ` a bullet, `1. ` a number of the file's, `**` around emphasised words."""
    level = (len(row) - len(row.lstrip(" "))) // 2
    bare = row.strip(" ")
    is_bulleted = bare.startswith("- ")
    number = int(bare[0]) if bare[1:3] == "# " else None
    text, strong = "", []
    for index, piece in enumerate(bare[2 if is_bulleted else 3 if number else 0 :].split("**")):
        if index % 2:
            strong.append((len(text), len(text) + len(piece)))
        text += piece
    return ShapeParagraph(
        text=text, level=level, is_bulleted=is_bulleted, number=number, strong=tuple(strong), font_size=size
    )


def title(text: str) -> SlideShape:
    return _shape(ShapeRole.TITLE, (36, 20, 640, 60), (paragraph(text, size=40),))


def body(*rows: str, place: tuple[float, float, float, float] = (36, 120, 640, 340)) -> SlideShape:
    return _shape(ShapeRole.BODY, place, tuple(paragraph(row) for row in rows))


def box(
    *rows: str,
    at: tuple[float, float] = (100, 300),
    size: tuple[float, float] = (200, 40),
    font: float = 18,
    group: int = 0,
) -> SlideShape:
    shape = _shape(ShapeRole.TEXT_BOX, (*at, *size), tuple(paragraph(row, size=font) for row in rows))
    return replace(shape, group=group)


def diagram(*rows: str) -> SlideShape:
    return _shape(ShapeRole.DIAGRAM, (100, 150, 500, 300), tuple(paragraph(row) for row in rows))


def table(*rows: Sequence[str], has_header: bool = True, place=(60, 150, 600, 300)) -> SlideShape:
    cells = tuple(
        tuple(tuple(paragraph(line) for line in cell.split("\n")) if cell else () for cell in row) for row in rows
    )
    return replace(_shape(ShapeRole.TABLE, place, ()), rows=cells, has_header=has_header)


def _shape(role, place, paragraphs) -> SlideShape:
    left, top, width, height = place
    return SlideShape(role=role, left=left, top=top, width=width, height=height, paragraphs=paragraphs)


def slide(*shapes: SlideShape, **fields) -> ShowSlide:
    return ShowSlide(number=1, shapes=shapes, **fields)


def show_of(*slides: ShowSlide) -> SlideShow:
    numbered = tuple(replace(one, number=number) for number, one in enumerate(slides, start=1))
    return SlideShow(name="bees.pptx", width=720, height=540, slides=numbered)


def slides_of(*slides: ShowSlide) -> tuple[Slide, ...]:
    return read(show_of(*slides))


COVER = slide(title("Beekeeping"), layout="Title Slide")


def content_of(*shapes: SlideShape, **fields) -> Slide:
    """The slide after a cover."""
    return slides_of(COVER, slide(*shapes, **fields))[1]


def outline(made: Slide) -> list:
    """The groups in a form that is easy to compare: (heading, blocks)."""
    return [
        (group.heading.plain if group.heading else "", [_block(block) for block in group.blocks])
        for group in made.groups
    ]


def _block(block):
    match block:
        case BulletList():
            return [_bullet(item) for item in block.items]
        case Paragraph():
            return block.text.plain
        case Code():
            return {"code": block.source}
        case Table():
            rows = [[cell.plain for cell in row] for row in block.rows]
            return {"header": block.header is not None, "rows": rows}


def _bullet(bullet: Bullet):
    below = [_bullet(child) for child in bullet.children] or [text.plain for text in bullet.body]
    return (bullet.text.plain, below) if below else bullet.text.plain


def noise_of(made: Slide) -> dict[str, NoiseReason]:
    return {line.text: line.noise for line in made.lines if line.noise}


def headings(groups: Sequence[Group]) -> list[str]:
    return [group.heading.plain if group.heading else "" for group in groups]
