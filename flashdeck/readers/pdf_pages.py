"""Pages of an open PDF through pdfium: glyphs with place and font, and what is drawn beside them.

pdfium is asked through its plain C functions: a wrapper object for each character would take minutes a file.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from flashdeck.domain.pages import Page, PlacedLine, PlacedShape
from flashdeck.extraction.text.lines import repair
from flashdeck.readers.pdf_lines import Glyph, Style, lines_of, rotated_line

MAX_PAGE_CHARACTERS: Final = 50_000
_MAX_SHAPES: Final = 3_000
_HYPHEN: Final = 0x02  # how pdfium shows a hyphen at the end of a line
_UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"
_BOLD_NAME: Final = re.compile(r"bold|black|heavy|semibold|demi|BX\d|-Bd|\bBd\b", re.IGNORECASE)
_ITALIC_NAME: Final = re.compile(r"italic|oblique|CMTI|SFTI|-It$", re.IGNORECASE)
_FIXED_NAME: Final = re.compile(
    r"courier|mono|consol|menlo|monaco|typewriter|CMTT|SFTT|lmtt|inconsolata", re.IGNORECASE
)
_FIXED_PITCH_FLAG: Final = 1
_UPRIGHT: Final = 0.05
# private codes of the symbol fonts that Office writes bullets and arrows with
_SYMBOLS: Final = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF071: "❑", 0xF06E: "■", 0xF06F: "□",
    0xF0E0: "→", 0xF0E8: "➔", 0xF0F0: "⇨", 0xF0DF: "←",
}  # fmt: skip


_BLANKS: Final = frozenset((0x20, 0xA0, 0x09, 0x0A, 0x0D))

_Box = tuple[float, float, float, float]
"""left, top, right, bottom as the page is shown"""


@dataclass(frozen=True, slots=True)
class _Font:
    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False


_PLAIN_FONT: Final = _Font()


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """How the page is shown: its visible box in the file's coordinates and its quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        return (self.top - self.bottom) if self.turns % 2 else (self.right - self.left)

    @property
    def height(self) -> float:
        return (self.right - self.left) if self.turns % 2 else (self.top - self.bottom)

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.turns:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """Return a direction as it is shown, downwards positive."""
        return ((x, -y), (y, x), (-x, y), (-y, -x))[self.turns]

    def box(self, left: float, bottom: float, right: float, top: float) -> _Box:
        (one, two), (three, four) = self.point(left, bottom), self.point(right, top)
        return min(one, three), min(two, four), max(one, three), max(two, four)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the characters of one text object have in common."""

    style: Style
    baseline: float
    is_rotated: bool


class PageReader:
    """Reads pages; keeps what it learned about the fonts."""

    def __init__(self) -> None:
        self._fonts: dict[int, _Font] = {}
        self._box = pdfium_c.FS_RECTF()
        self._matrix = pdfium_c.FS_MATRIX()
        self._numbers = [ctypes.c_double() for _ in range(2)]
        self._channels = [ctypes.c_uint() for _ in range(4)]
        self._name = ctypes.create_string_buffer(256)

    def read(self, page: pdfium.PdfPage, number: int) -> Page:
        """Return a page.

        Raises:
            pdfium.PdfiumError: its text cannot be read.
        """
        left, bottom, right, top = page.get_bbox()
        view = _View(left=left, bottom=bottom, right=right, top=top, turns=page.get_rotation() // 90 % 4)
        text_page = page.get_textpage()
        try:
            lines = [line for line in self._lines(text_page, view) if _is_on(line, view)]
        finally:
            text_page.close()
        return Page(
            number=number,
            width=view.width,
            height=view.height,
            lines=tuple(lines),
            shapes=tuple(_shapes(page, view)),
        )

    def _lines(self, text_page: pdfium.PdfTextPage, view: _View) -> Iterator[PlacedLine]:
        upright: list[Glyph] = []
        slanted: list[tuple[Glyph, _Box]] = []
        for glyph, is_rotated, box in self._glyphs(text_page, view):
            if not is_rotated:
                upright.append(glyph)
                continue
            if slanted and not _is_near(slanted[-1][1], box, glyph.style.size):
                yield _slanted_line(slanted)
                slanted = []
            slanted.append((glyph, box))
        if slanted:
            yield _slanted_line(slanted)
        yield from lines_of(upright)

    def _glyphs(self, text_page: pdfium.PdfTextPage, view: _View) -> Iterator[tuple[Glyph, bool, _Box]]:
        """Yield the glyphs in the order of the file; the letters of a ligature are one glyph."""
        raw, box = text_page.raw, self._box
        last_object: int | None = None
        pending: tuple[Glyph, bool, _Box] | None = None
        setting = _Setting(style=Style(size=1.0), baseline=0.0, is_rotated=False)
        spaces = 0
        for index, code in _codes(raw, min(text_page.count_chars(), MAX_PAGE_CHARACTERS)):
            text_object = ctypes.cast(pdfium_c.FPDFText_GetTextObject(raw, index), ctypes.c_void_p).value
            if text_object is None:
                continue  # a space or line end that pdfium made up; the places of the glyphs tell
            if code in _BLANKS:
                spaces += 1
                continue
            if text_object != last_object:
                setting = self._setting(raw, index, view)
            pdfium_c.FPDFText_GetLooseCharBox(raw, index, box)
            place = view.box(box.left, box.bottom, box.right, box.top)
            text = _text(code)
            if pending is not None:
                if text_object == last_object and place == pending[2] and not spaces:
                    pending = (replace(pending[0], text=pending[0].text + text), pending[1], place)
                    continue
                yield pending
            glyph = Glyph(text, place[0], place[2], setting.baseline, setting.style, spaces)
            pending = (glyph, setting.is_rotated, place)
            last_object, spaces = text_object, 0
        if pending is not None:
            yield pending

    def _setting(self, raw: pdfium_c.FPDF_TEXTPAGE, index: int, view: _View) -> _Setting:
        x, y = self._numbers
        pdfium_c.FPDFText_GetCharOrigin(raw, index, x, y)
        pdfium_c.FPDFText_GetMatrix(raw, index, self._matrix)
        matrix = self._matrix
        size = pdfium_c.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
        across, down = view.direction(matrix.a, matrix.b)
        red, green, blue, alpha = self._channels
        pdfium_c.FPDFText_GetFillColor(raw, index, red, green, blue, alpha)
        font = self._font(pdfium_c.FPDFTextObj_GetFont(pdfium_c.FPDFText_GetTextObject(raw, index)))
        return _Setting(
            style=Style(
                size=max(0.1, round(size, 1)),
                is_bold=font.is_bold,
                is_italic=font.is_italic,
                is_code=font.is_code,
                color=(red.value << 16) | (green.value << 8) | blue.value,
            ),
            baseline=view.point(x.value, y.value)[1],
            is_rotated=across <= 0 or abs(down) > _UPRIGHT * across,
        )

    def _font(self, font: pdfium_c.FPDF_FONT) -> _Font:
        address = ctypes.cast(font, ctypes.c_void_p).value
        if address is None:
            return _PLAIN_FONT
        if address not in self._fonts:
            self._fonts[address] = self._described(font)
        return self._fonts[address]

    def _described(self, font: pdfium_c.FPDF_FONT) -> _Font:
        length = pdfium_c.FPDFFont_GetBaseFontName(font, self._name, len(self._name))
        name = self._name.value.decode("latin-1") if 0 < length <= len(self._name) else ""
        flags = pdfium_c.FPDFFont_GetFlags(font)
        return _Font(
            is_bold=_BOLD_NAME.search(name) is not None,
            is_italic=_ITALIC_NAME.search(name) is not None,
            is_code=_FIXED_NAME.search(name) is not None or (flags >= 0 and bool(flags & _FIXED_PITCH_FLAG)),
        )


def _codes(raw: pdfium_c.FPDF_TEXTPAGE, count: int) -> Iterator[tuple[int, int]]:
    """Yield index and code point of each character; Windows hands out halves of surrogate pairs."""
    high = 0
    for index in range(count):
        code = pdfium_c.FPDFText_GetUnicode(raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        yield index, code


def _text(code: int) -> str:
    if code == _HYPHEN:
        return "-"
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    if 0xE000 <= code < 0xF900:
        return "•"  # a symbol font's own: most often a bullet
    if code < 0x20 or 0x7F <= code < 0xA0 or code in (0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return _UNREADABLE
    return repair(chr(code))


def _slanted_line(glyphs: list[tuple[Glyph, _Box]]) -> PlacedLine:
    boxes = [box for _, box in glyphs]
    return rotated_line(
        [glyph for glyph, _ in glyphs],
        (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        ),
    )


def _is_near(one: tuple[float, ...], other: tuple[float, ...], size: float) -> bool:
    return all(abs(there - here) <= 2 * size for here, there in zip(one, other, strict=True))


def _is_on(line: PlacedLine, view: _View) -> bool:
    """Whether a line stands on the visible page and has anything to show."""
    return (
        bool(line.text.strip())
        and line.right > 0
        and line.left < view.width
        and line.bottom > 0
        and line.top < view.height
    )


def _shapes(page: pdfium.PdfPage, view: _View) -> Iterator[PlacedShape]:
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(min(pdfium_c.FPDFPage_CountObjects(page.raw), _MAX_SHAPES)):
        item = pdfium_c.FPDFPage_GetObject(page.raw, index)
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT or (kind == pdfium_c.FPDF_PAGEOBJ_PATH and not _is_drawn(item)):
            continue
        if not pdfium_c.FPDFPageObj_GetBounds(item, *sides):
            continue
        left, top, right, bottom = view.box(*(side.value for side in sides))
        yield PlacedShape(
            left=left, top=top, right=right, bottom=bottom, is_picture=kind == pdfium_c.FPDF_PAGEOBJ_IMAGE
        )


def _is_drawn(path: pdfium_c.FPDF_PAGEOBJECT) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, mode, stroke)
    if stroke.value:
        return True
    channels = [ctypes.c_uint() for _ in range(4)]
    pdfium_c.FPDFPageObj_GetFillColor(path, *channels)
    return mode.value != 0 and channels[3].value > 0
