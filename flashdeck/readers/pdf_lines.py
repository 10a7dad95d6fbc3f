"""Glyphs of a page to lines of text: spaces from gaps, raised digits, letter-spaced headings, doubled layers."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from flashdeck.domain.pages import PlacedLine

# Gaps in shares of the type size (em).
_WIDE_GAP: Final = 1.0
_WORD_GAP: Final = 0.17
_CJK_WORD_GAP: Final = 0.5
_OVERLAP: Final = 0.5
_LETTER_SPACE: Final = 0.14
_SAME_BASELINE: Final = 0.12
_SHIFTED_BASELINE: Final = 0.5
_SHIFTED_GAP: Final = 0.3
_WIDEST_SPACE: Final = 0.4
_RAISED: Final = 0.2
_LOWERED: Final = 0.05
_SMALL: Final = 0.85
_ASCENT: Final = 0.8
_FEWEST_SPACED: Final = 5
_RAISED_SIGNS: Final = dict(zip("0123456789+-−()nit", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿⁱᵗ", strict=True))
_LOWERED_SIGNS: Final = dict(
    zip("0123456789+-−()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True), **{",": ""}
)
_ACCENTS: Final = {
    "¨": "\u0308",
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¸": "\u0327",
    "˚": "\u030a",
    "ˇ": "\u030c",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a run of glyphs is set."""

    size: float
    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    color: int = 0


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its place; not keyword-only, because a file has hundreds of thousands.

    Attributes:
        spaces: how many spaces stand directly before it in the file.
    """

    text: str
    left: float
    right: float
    baseline: float
    style: Style
    spaces: int = 0


@dataclass(slots=True)
class _Run:
    """Glyphs in a row, growing to the right; mutable while it grows."""

    glyphs: list[Glyph]
    baseline: float
    size: float
    left: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    def takes(self, glyph: Glyph) -> bool:
        """Whether the next glyph of the file goes on with this run."""
        last = self.glyphs[-1]
        gap = glyph.left - last.right
        if _ACCENTS.keys() & {glyph.text, last.text} and last.left - _OVERLAP * self.size <= glyph.left < last.right:
            return True
        size = max(self.size, glyph.style.size)
        shift = abs(glyph.baseline - self.baseline)
        if shift <= _SAME_BASELINE * size and _alike(self.size, glyph.style.size):
            room = _WIDE_GAP * size
            if glyph.style.is_code and last.style.is_code:
                room = max(room, (glyph.spaces + 1) * size)
            return -_OVERLAP * size <= gap <= room
        if glyph.style.color != last.style.color and shift > 0:
            return False
        room = _SHIFTED_GAP + (_WIDEST_SPACE if glyph.spaces and shift <= _SAME_BASELINE * size else 0)
        return shift <= _SHIFTED_BASELINE * size and -_SHIFTED_GAP * size <= gap <= room * size

    def add(self, glyph: Glyph) -> None:
        if glyph.style.size > self.size:
            self.size, self.baseline = glyph.style.size, glyph.baseline
        self.glyphs.append(glyph)


def lines_of(glyphs: Sequence[Glyph]) -> list[PlacedLine]:
    """Return the lines that the glyphs of a page make; glyphs come in the order of the file."""
    runs: list[_Run] = []
    for glyph in glyphs:
        if runs and runs[-1].takes(glyph):
            runs[-1].add(glyph)
        else:
            runs.append(_Run([glyph], glyph.baseline, glyph.style.size))
    return [_line(run) for run in _merged(runs)]


def rotated_line(glyphs: Sequence[Glyph], box: tuple[float, float, float, float]) -> PlacedLine:
    """Return glyphs that do not run from left to right as one line with the box that holds them."""
    left, top, right, bottom = box
    style = glyphs[0].style
    text = "".join((" " if glyph.spaces and index else "") + glyph.text for index, glyph in enumerate(glyphs))
    return PlacedLine(
        text=text,
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        font_size=style.size,
        is_bold=style.is_bold,
        is_code=style.is_code,
        is_rotated=True,
        color=style.color,
    )


def _alike(one: float, other: float) -> bool:
    return _SMALL * max(one, other) <= min(one, other)


def _merged(runs: list[_Run]) -> Iterator[_Run]:
    """Yield the runs of the file, those that go on in one another joined and doubled ones dropped."""
    runs.sort(key=lambda run: (run.baseline, run.left))
    start = 0
    for index in range(1, len(runs) + 1):
        if index < len(runs):
            above, here = runs[index - 1], runs[index]
            if here.baseline - above.baseline <= _SAME_BASELINE * min(above.size, here.size):
                continue
        yield from _merged_row(sorted(runs[start:index], key=lambda run: run.left))
        start = index


def _merged_row(row: Sequence[_Run]) -> Iterator[_Run]:
    current: _Run | None = None
    for run in row:
        if current is None:
            current = run
            continue
        if _is_double(current, run):
            continue
        gap = run.left - current.right
        if _alike(current.size, run.size) and -_SHIFTED_GAP * run.size <= gap <= _WIDE_GAP * min(
            run.size, current.size
        ):
            current.glyphs.extend(run.glyphs)
        else:
            yield current
            current = run
    if current is not None:
        yield current


def _is_double(kept: _Run, run: _Run) -> bool:
    """Whether a run repeats the one before it in (nearly) the same place, as shadows and hidden layers do."""
    near = abs(kept.left - run.left) <= _WORD_GAP * kept.size and abs(kept.right - run.right) <= _WORD_GAP * kept.size
    return near and [glyph.text for glyph in kept.glyphs] == [glyph.text for glyph in run.glyphs]


def _line(run: _Run) -> PlacedLine:
    texts = _composed(run)
    spaces = _spaces(run)
    text = ""
    strong: list[tuple[int, int]] = []
    code: list[tuple[int, int]] = []
    for glyph, piece, count in zip(run.glyphs, texts, spaces, strict=True):
        start = len(text) + count
        text += " " * count + piece
        if glyph.style.is_bold or glyph.style.is_italic:
            _extend(strong, start, len(text))
        if glyph.style.is_code:
            _extend(code, start, len(text))
    bold = sum(len(glyph.text) for glyph in run.glyphs if glyph.style.is_bold)
    fixed = sum(len(glyph.text) for glyph in run.glyphs if glyph.style.is_code)
    return PlacedLine(
        text=text,
        left=run.left,
        top=run.baseline - _ASCENT * run.size,
        right=run.right,
        bottom=run.baseline + (1 - _ASCENT) * run.size,
        font_size=_usual_size(run),
        is_bold=2 * bold > len(run.glyphs),
        is_code=2 * fixed > len(run.glyphs),
        color=run.glyphs[0].style.color,
        strong=_partial(strong, text),
        code=_partial(code, text),
    )


def _usual_size(run: _Run) -> float:
    """Return the size of most glyphs that are neither raised nor lowered."""
    sizes = Counter(glyph.style.size for glyph in run.glyphs if _shift(glyph, run) == 0)
    return sizes.most_common(1)[0][0]


def _extend(ranges: list[tuple[int, int]], start: int, end: int) -> None:
    if ranges and start - ranges[-1][1] <= 1:
        ranges[-1] = (ranges[-1][0], end)
    else:
        ranges.append((start, end))


def _partial(ranges: Sequence[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    return () if list(ranges) == [(0, len(text))] else tuple(ranges)


def _composed(run: _Run) -> list[str]:
    """Return the text of each glyph: raised and lowered signs as such, accents put onto their letters."""
    texts = [glyph.text for glyph in run.glyphs]
    for start, end, signs, mark in _shifted_runs(run):
        shifted = [signs.get(text) for text in texts[start:end]]
        if None in shifted:
            texts[start] = mark + texts[start]
        else:
            texts[start:end] = [sign or "" for sign in shifted]
    for index, (glyph, following) in enumerate(pairwise(run.glyphs)):
        before, after = _ACCENTS.get(glyph.text), _ACCENTS.get(following.text)
        if texts[index] and before and following.left < glyph.right and following.text.isalpha():
            texts[index], texts[index + 1] = "", unicodedata.normalize("NFC", following.text + before)
        elif after and following.left < glyph.right and glyph.text.isalpha():
            texts[index], texts[index + 1] = unicodedata.normalize("NFC", glyph.text + after), ""
    return texts


def _shifted_runs(run: _Run) -> Iterator[tuple[int, int, dict[str, str], str]]:
    """Yield start and end of each raised or lowered part, its signs, and the mark that shows it without such signs."""
    start = 0
    for index in range(1, len(run.glyphs) + 1):
        shift = _shift(run.glyphs[start], run)
        if index < len(run.glyphs) and _shift(run.glyphs[index], run) == shift:
            continue
        if shift > 0:
            yield start, index, _RAISED_SIGNS, "^"
        elif shift < 0:
            yield start, index, _LOWERED_SIGNS, "_"
        start = index


def _shift(glyph: Glyph, run: _Run) -> int:
    """Return 1 for a raised glyph, -1 for a lowered one, 0 for one on the line."""
    if glyph.style.size > _SMALL * run.size or glyph.text in _ACCENTS:
        return 0
    raised_by = run.baseline - glyph.baseline
    return 1 if raised_by >= _RAISED * run.size else -1 if raised_by <= -_LOWERED * run.size else 0


def _spaces(run: _Run) -> list[int]:
    """Return how many spaces stand before each glyph."""
    gaps = [following.left - glyph.right for glyph, following in pairwise(run.glyphs)]
    limit = _letter_spaced_limit(run, gaps)
    counts = [0]
    for gap, (glyph, following) in zip(gaps, pairwise(run.glyphs), strict=True):
        if limit is not None:
            counts.append(int(gap > limit))
        elif following.style.is_code and glyph.style.is_code and following.spaces:
            counts.append(following.spaces)
        else:
            wide = _CJK_WORD_GAP if _is_cjk(glyph.text) or _is_cjk(following.text) else _WORD_GAP
            counts.append(int(following.spaces > 0 or gap > wide * following.style.size))
    return counts


def _letter_spaced_limit(run: _Run, gaps: Sequence[float]) -> float | None:
    """Return the gap above which a space stands in a letter-spaced run, or None when the run is not letter-spaced."""
    if len(gaps) < _FEWEST_SPACED - 1 or run.glyphs[0].style.is_code or _is_cjk(run.glyphs[0].text):
        return None
    within = sorted(gaps)
    if within[len(within) // 4] < _LETTER_SPACE * run.size:
        return None
    return median(gaps) + _WORD_GAP * run.size


def _is_cjk(text: str) -> bool:
    return any("\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\uffef" for character in text)
