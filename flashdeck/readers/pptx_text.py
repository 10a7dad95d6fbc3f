"""Paragraphs of PowerPoint shapes: their text, level, bullet, emphasis and size, inherited ones included."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from flashdeck.domain.slide_show import ShapeParagraph
from flashdeck.readers.pptx_math import lowered, math_text, raised
from flashdeck.readers.pptx_symbols import plain_symbols
from flashdeck.readers.pptx_xml import Element, attribute, children, find, is_true, name_of, number, whole_number

LINE_BREAK: Final = "\n"
_DEEPEST_LEVEL: Final = 8
_CODE_FONTS: Final = (
    "courier", "consolas", "monaco", "menlo", "lucida console", "inconsolata", "source code", "fira code", "fira mono",
    "cascadia", "jetbrains mono", "andale mono", "dejavu sans mono", "liberation mono", "ubuntu mono", "roboto mono",
    "sf mono", "ms gothic", "letter gothic", "lucida sans typewriter", "anonymous pro", "hack", "pt mono", "nsimsun",
)  # fmt: skip
_BULLETS: Final = frozenset({"buNone", "buChar", "buAutoNum", "buBlip"})


@dataclass(frozen=True, slots=True)
class _Level:
    """How paragraphs of a level look unless they say otherwise."""

    bullet: str = "buNone"
    font_size: float | None = None
    typeface: str = ""


@dataclass(slots=True)
class TextStyle:
    """The list styles that a text inherits, the nearest first; mutable only to remember what it found.

    Attributes:
        sources: `a:lstStyle` and similar elements.
    """

    sources: Sequence[Element]
    _levels: dict[int, _Level] = field(default_factory=dict)

    def level(self, depth: int) -> _Level:
        """Return how a level looks."""
        if depth not in self._levels:
            self._levels[depth] = self._resolve(depth)
        return self._levels[depth]

    def _resolve(self, depth: int) -> _Level:
        styles = [
            style
            for source in self.sources
            for style in (find(source, f"lvl{depth + 1}pPr"), find(source, "defPPr"))
            if style is not None
        ]
        runs = [run for style in styles if (run := find(style, "defRPr")) is not None]
        return _Level(
            bullet=next((kind for style in styles if (kind := _bullet(style))), "buNone"),
            font_size=next((size for run in runs if (size := _size(run))), None),
            typeface=next((face for run in runs if (face := _typeface(run))), ""),
        )


@dataclass(slots=True)
class _Run:
    text: str
    is_strong: bool = False
    is_code: bool = False
    is_formula: bool = False
    size: float | None = None


def read_paragraphs(body: Element | None, style: TextStyle) -> tuple[ShapeParagraph, ...]:
    """Return the paragraphs of a text body that say something, in order."""
    counters: dict[int, int] = {}
    paragraphs: list[ShapeParagraph] = []
    for element in children(body, "p"):
        properties = find(element, "pPr")
        depth = min(max(whole_number(properties, "lvl"), 0), _DEEPEST_LEVEL)
        level = style.level(depth)
        runs = _spaced(list(_runs(element, level)))
        if not "".join(run.text for run in runs).strip():
            continue
        bullet = (_bullet(properties) if properties is not None else "") or level.bullet
        paragraphs.append(_paragraph(runs, depth, bullet, _count(counters, depth, bullet, properties), level))
    return tuple(paragraphs)


def plain_text(body: Element | None) -> str:
    """Return the words of a text body, a line for each paragraph."""
    return LINE_BREAK.join(paragraph.text for paragraph in read_paragraphs(body, TextStyle(())))


def _paragraph(runs: Sequence[_Run], depth: int, bullet: str, count: int | None, level: _Level) -> ShapeParagraph:
    said = [run for run in runs if run.text.strip()]
    sizes = Counter[float | None]()
    for run in said:
        sizes[run.size] += len(run.text)
    return ShapeParagraph(
        text="".join(run.text for run in runs).rstrip(),
        level=depth,
        is_bulleted=bullet != "buNone",
        number=count,
        strong=_ranges(runs, lambda run: run.is_strong),
        formulas=_ranges(runs, lambda run: run.is_formula),
        is_code=5 * sum(len(run.text) for run in said if run.is_code) >= 4 * sum(len(run.text) for run in said),
        font_size=sizes.most_common(1)[0][0] or level.font_size,
    )


def _ranges(runs: Sequence[_Run], holds: Callable[[_Run], bool]) -> tuple[tuple[int, int], ...]:
    """Return where the runs of a kind stand in the text, those that touch as one."""
    ranges: list[tuple[int, int]] = []
    position = 0
    for run in runs:
        end = position + len(run.text)
        if holds(run) and run.text.strip():
            start = ranges.pop()[0] if ranges and ranges[-1][1] == position else position
            ranges.append((start, end))
        position = end
    return tuple(ranges)


def _count(counters: dict[int, int], depth: int, bullet: str, properties: Element | None) -> int | None:
    """Count a numbered paragraph on; a paragraph of a lesser depth starts the deeper lists again."""
    for deeper in [key for key in counters if key > depth]:
        del counters[deeper]
    if bullet != "buAutoNum":
        counters.pop(depth, None)
        return None
    start = whole_number(find(properties, "buAutoNum"), "startAt", 1) if properties is not None else 1
    counters[depth] = counters[depth] + 1 if depth in counters else max(start, 0)
    return counters[depth]


def _runs(paragraph: Element, level: _Level) -> Iterator[_Run]:
    for element in children(paragraph):
        match name_of(element):
            case "r":
                yield _run(element, level)
            case "br":
                yield _Run(LINE_BREAK)
            case "fld" if attribute(element, "type") != "slidenum":
                yield _run(element, level)
            case "m" | "oMath" | "oMathPara":
                yield _Run(math_text(element), is_formula=True)


def _spaced(runs: list[_Run]) -> list[_Run]:
    """Set formulas apart from the words beside them, as the fonts do on the slide."""
    for before, after in pairwise(runs):
        if before.is_formula != after.is_formula and _touch(before, after):
            words = after if before.is_formula else before
            words.text = f" {words.text}" if before.is_formula else f"{words.text} "
    return runs


def _touch(before: _Run, after: _Run) -> bool:
    """Whether two runs would read as one word; the last bracket of a formula does not part it from a word."""
    last = before.text[-1:]
    return after.text[:1].isalnum() and (last.isalnum() or (before.is_formula and last in ")]}"))


def _run(element: Element, level: _Level) -> _Run:
    properties = find(element, "rPr")
    holder = find(element, "t")
    text = plain_symbols((holder.text if holder is not None else "") or "", _symbol_font(properties))
    # a line break or tab inside a run is written as a character by some programs
    text = text.replace("\v", LINE_BREAK).replace("\r", LINE_BREAK)
    baseline = number(properties, "baseline")
    if baseline and text.strip():
        text = raised(text) if baseline > 0 else lowered(text)
    typeface = (_typeface(properties) if properties is not None else "") or level.typeface
    return _Run(
        text=text,
        is_strong=properties is not None and (is_true(properties.get("b")) or is_true(properties.get("i"))),
        is_code=typeface.lower().startswith(_CODE_FONTS),
        size=_size(properties),
    )


def _bullet(style: Element) -> str:
    return next((name for child in children(style) if (name := name_of(child)) in _BULLETS), "")


def _size(properties: Element | None) -> float | None:
    hundredths = number(properties, "sz")
    return hundredths / 100 if 100 <= hundredths <= 400_000 else None


def _typeface(properties: Element) -> str:
    latin = find(properties, "latin")
    return latin.get("typeface", "") if latin is not None else ""


def _symbol_font(properties: Element | None) -> str:
    fonts = children(properties, "sym", "latin")
    return next((face for font in fonts if (face := font.get("typeface", "")).startswith(("Symbol", "Wingdings"))), "")
