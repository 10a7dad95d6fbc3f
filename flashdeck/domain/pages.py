"""What a reader finds in a PDF: lines of text with their place and size, page by page, and the bookmarks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLine:
    """A run of characters on one baseline without a wide gap, as it stands on the page.

    Attributes:
        left, top, right, bottom: in points, from the page's upper left corner as it is shown.
        font_size: in points, of most of its characters.
        is_bold: whether most of its characters are set in a bold font.
        is_code: whether most of its characters are set in a font of fixed width.
        is_rotated: whether it does not run from left to right, as upright labels of charts and slanted stamps do.
        color: of its first character, as 0xRRGGBB.
        strong: half-open character ranges of `text` in bold or italics, when only a part is.
        code: half-open character ranges of `text` in a font of fixed width, when only a part is.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    font_size: float
    is_bold: bool = False
    is_code: bool = False
    is_rotated: bool = False
    color: int = 0
    strong: tuple[tuple[int, int], ...] = ()
    code: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedShape:
    """Something drawn on a page that is no text: a box, a rule, a bullet, a picture. Places as in `PlacedLine`."""

    left: float
    top: float
    right: float
    bottom: float
    is_picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a PDF; `lines` in the order of the file, which need not be the order of reading."""

    number: int
    width: float
    height: float
    lines: tuple[PlacedLine, ...]
    shapes: tuple[PlacedShape, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """An entry of the outline: `level` 0 is outermost; `page_number` from 1, None when it leads nowhere."""

    title: str
    level: int
    page_number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDocument:
    """A PDF.

    Attributes:
        name: file name without its folder.
        producer: the program that wrote it, as the file says, empty when it does not.
    """

    name: str
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    producer: str = ""
    format: str = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A page as it looks, with a passage found on it.

    Attributes:
        pixels: rows from the top, three bytes a pixel (red, green, blue), `stride` bytes a row.
        boxes: where the passage stands: left, top, right, bottom as shares of the page's width and height.
    """

    width: int
    height: int
    stride: int
    pixels: bytes
    boxes: tuple[tuple[float, float, float, float], ...]
