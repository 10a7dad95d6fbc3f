"""What a reader finds in a presentation: slides with their shapes, which need not stand in the order of reading."""

from dataclasses import dataclass
from enum import StrEnum


class ShapeRole(StrEnum):
    """What a shape is on its slide."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    TEXT_BOX = "text box"
    TABLE = "table"
    DIAGRAM = "diagram"
    """SmartArt: its nodes as paragraphs, `level` for their depth."""
    FOOTER = "footer"
    """Date, footer or slide number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeParagraph:
    """A paragraph of a shape.

    Attributes:
        text: as it stands; a line break within the paragraph is a newline.
        level: depth of its bullet, 0 outermost.
        is_bulleted: whether it shows a bullet or number (of its own or of its placeholder).
        number: its number when the list is numbered.
        strong: half-open character ranges of `text` in bold or italics, in order.
        formulas: likewise, those that were formulas.
        font_size: in points, when the file says.
    """

    text: str
    level: int = 0
    is_bulleted: bool = False
    number: int | None = None
    strong: tuple[tuple[int, int], ...] = ()
    formulas: tuple[tuple[int, int], ...] = ()
    is_code: bool = False
    font_size: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideShape:
    """A shape with text; places in points from the slide's upper left corner.

    Attributes:
        rows: cells of a table, row by row, each with its paragraphs; empty for other shapes. A cell that another one
            covers has none.
        has_header: whether the first row of a table is its header, as the file says.
        group: number of the group of shapes that it belongs to, from 1 on each slide; 0 for none.
    """

    role: ShapeRole
    left: float
    top: float
    width: float
    height: float
    paragraphs: tuple[ShapeParagraph, ...] = ()
    rows: tuple[tuple[tuple[ShapeParagraph, ...], ...], ...] = ()
    has_header: bool = False
    group: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSlide:
    """A slide; hidden ones are counted too.

    Attributes:
        section: of the presentation's own list of sections; empty without one.
        layout: name of its layout ("Section Header", "Title Slide", ...).
        notes: the speaker's notes.
        pictures: how many pictures it shows.
    """

    number: int
    shapes: tuple[SlideShape, ...]
    section: str = ""
    layout: str = ""
    notes: str = ""
    is_hidden: bool = False
    pictures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideShow:
    """A presentation.

    Attributes:
        name: file name without its folder.
        width: of its slides, in points.
        height: likewise.
    """

    name: str
    width: float
    height: float
    slides: tuple[ShowSlide, ...]
    format: str = "pptx"
