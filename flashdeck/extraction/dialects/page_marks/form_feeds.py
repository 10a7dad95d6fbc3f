"""Cutting text at real form feeds, and giving its lines the marks that the rest of the dialect goes by."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.dialects.page_marks.code import looks_like_code
from flashdeck.extraction.dialects.page_marks.marks import BULLETS, FORM_FEED, is_item, is_url
from flashdeck.extraction.dialects.page_marks.widths import width
from flashdeck.extraction.languages.lexicon import STOP_WORDS, word_set
from flashdeck.extraction.model import Line, NoiseReason
from flashdeck.extraction.text import shells

_BARE_NUMBER: Final = re.compile(r"\d{1,2}\Z")
_NUMBER_AND_TEXT: Final = re.compile(r"(\d{1,2}) (?=[^\W\d_])")
_COLUMN: Final = re.compile(r"\S {4,}(?=\S)")
_SPACES: Final = re.compile(r" {2,}")
_VALUE: Final = re.compile(r"[<>~$€]?\d[\d.,]* ?\S{0,6}\Z")
_FEWEST_VALUES: Final = 2
_FAR_RIGHT: Final = 36
"""Columns right of a list from which a line belongs to what stands beside it."""
_SPACED_DOTS: Final = re.compile(r"\.(?: \.){2,}")
_SPACED_SIGNS: Final = re.compile(
    r"\w [.,] \w|[$(] \w+ \)|/ \w+ / \w+|\w - - \w|\w ; .{0,300} = |"
    r"[a-z] -\d+\.\d|\\ \w|\\\. |[a-z] [äöüß] [a-z]|\w :\d+:"
)
_OPENERS: Final = word_set(
    "the a an this these it they we you if when and or but there for in on see use der die das ein eine dies diese es "
    "er wir ich und oder aber wenn falls viele alle manche gute im am bei für mit von zu"
)
_ADDRESS: Final = re.compile(
    r"Sie (?:können|müssen|sollten|benötigen|brauchen|haben|sind|dürfen|werden)\b|[A-ZÄÖÜ][a-zäöü]+en Sie\b"
)
_LEADS_ON: Final = STOP_WORDS | word_set(
    "dass der die das den dem des ein eine einen einem einer und oder für von mit im in auf zu zum zur bei am an nur "
    "durch als wie um ob wenn falls sowie nach aus über unter"
)
_CODE_INDENT: Final = 4
_FULL: Final = 0.75
"""Share of the widest line up to which the next word would have fitted, whatever the level of the item."""
_FAR: Final = 3
"""Blank lines from which a text has nothing to do with the number above it."""


def cut_at_form_feeds(lines: Iterable[Line]) -> Iterator[tuple[int, tuple[Line, ...]]]:
    """Yield the pages with their numbers, from 1; a page without a line has a number and is left out."""
    number = 1
    current: list[Line] = []
    for line in lines:
        feeds = line.text.count(FORM_FEED)
        if feeds and current:
            yield number, _marked(current)
            current = []
        number += feeds
        current.append(_without_feeds(line) if feeds else line)
    if current:
        yield number, _marked(current)


def _without_feeds(line: Line) -> Line:
    bare = line.text.replace(FORM_FEED, "")
    return replace(line, text=bare.strip(" "), indent=len(bare) - len(bare.lstrip(" ")) or line.indent)


def _marked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with wrapped items marked as such.

    Here a blank line says nothing about the level of an item, which its indentation shows instead, so each item is
    set apart; and a bullet mark or a number on a line of its own goes to the text below it. A listing or an address
    directly below an item is no part of its sentence.
    """
    page = _without_columns(list(_with_marks(_with_numbers([_without_spaced_dots(line) for line in lines]))))
    room = max((width(line.text) for line in page if line.noise is None), default=0)
    content = [line for line in page if line.noise is None]
    listing = _listing(content)
    marked: dict[int, Line] = {}

    def stands_alone(line: Line) -> bool:
        return line.number in listing or is_url(line.text) or looks_like_code(line.text)

    in_item = False
    for index, line in enumerate(content):
        below = content[index + 1] if index + 1 < len(content) else None
        in_item = index > 0 and (is_item(line.text) or (in_item and line.gap == 0 and not stands_alone(line)))
        goes_on = in_item and below is not None and below.gap == 0 and not is_item(below.text)
        goes_on = goes_on and below is not None and not stands_alone(below)
        by_hand = goes_on and below is not None and _ends_by_hand(line, below, room)
        has_address = is_item(line.text) and below is not None and below.gap == 0 and is_url(below.text)
        text = f"{line.text}." if by_hand else line.text.rstrip(" :") if has_address else line.text
        gap = max(1, line.gap) if index and is_item(line.text) else line.gap
        indent = line.indent if is_item(line.text) else _CODE_INDENT if line.number in listing else 0
        marked[line.number] = replace(line, text=text, gap=gap, indent=indent, wraps=line.wraps or goes_on)
    return tuple(marked.get(line.number, line) for line in page)


def _without_spaced_dots(line: Line) -> Line:
    return replace(line, text=_SPACED_DOTS.sub("…", line.text)) if ". ." in line.text else line


def _listing(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of commands and of the lines of listings that were set with blanks around their signs.

    Such a listing goes on to the next blank line or item.
    """
    found: set[int] = set()
    typed: set[int] = set()
    for index, line in enumerate(lines):
        goes_on = index > 0 and lines[index - 1].number in found and line.gap == 0
        if not is_item(line.text) and (goes_on or _SPACED_SIGNS.search(line.text) is not None):
            found.add(line.number)
        elif index and shells.is_typed(line.text):
            typed.add(line.number)
    return frozenset(found | typed)


def _ends_by_hand(line: Line, below: Line, room: int) -> bool:
    """Whether a sentence of its own follows in the next line: it opens with a small word in capitals, or would fit."""
    word = below.text.split(" ", 1)[0]
    last = line.text.split()[-1].casefold()
    if last in _LEADS_ON or not below.text[:1].isupper() or not (line.text[-1:].isalnum() or line.text[-1:] in ')"”“»'):
        return False
    if _ADDRESS.match(below.text):
        return True
    return word.casefold() in _OPENERS or width(f"{line.text} {word}") < _FULL * room


def _with_marks(lines: Sequence[Line]) -> Iterator[Line]:
    mark = ""
    for line in lines:
        yield replace(line, text=f"{mark} {line.text}") if mark and not is_item(line.text) else line
        mark = line.text if len(line.text) == 1 and line.text in BULLETS else ""


def _with_numbers(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the numbers of a list, which stand without a point or above their text, in its usual form.

    Only numbers that count up from 1 are those of a list.
    """
    numbered = list(lines)
    for run in _counting_runs(lines):
        for number, index in enumerate(run, start=1):
            line = lines[index]
            if _BARE_NUMBER.match(line.text):
                numbered[index] = replace(line, noise=NoiseReason.EMPTY)
                numbered[index + 1] = replace(lines[index + 1], text=f"{number}. {lines[index + 1].text}")
            else:
                numbered[index] = replace(line, text=f"{number}. {line.text[len(str(number)) :].lstrip()}")
    return numbered


def _counting_runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    run: list[int] = []
    for index, line in enumerate(lines):
        number = _number_of(lines, index) if line.noise is None else None
        if number == len(run) + 1:
            run.append(index)
        elif number == 1:
            if len(run) > 1:
                yield run
            run = [index]
    if len(run) > 1:
        yield run


def _number_of(lines: Sequence[Line], index: int) -> int | None:
    text = lines[index].text
    if _BARE_NUMBER.match(text):
        below = lines[index + 1] if index + 1 < len(lines) else None
        heads = below is not None and below.gap < _FAR and below.text[:1].isalpha() and below.noise is None
        return int(text) if heads else None
    found = _NUMBER_AND_TEXT.match(text)
    return int(found.group(1)) if found else None


def _without_columns(lines: list[Line]) -> list[Line]:
    """Return the lines without what stands beside them in another column, as dumps that keep the layout have it.

    The text of a list and its title go on at the left; any other row of short pieces belongs to a picture.
    """
    in_item = False
    left = min((line.indent for line in lines if is_item(line.text)), default=_FAR_RIGHT)
    for index, line in enumerate(lines):
        if index and line.indent >= left + _FAR_RIGHT and line.noise is None and not is_item(line.text):
            lines[index] = replace(line, noise=NoiseReason.DIAGRAM_LABEL)
            continue
        in_item = is_item(line.text) or (in_item and line.gap == 0 and line.indent > 0)
        found = _COLUMN.search(line.text) if line.noise is None else None
        if found is None:
            continue
        if in_item or index == 0:
            lines[index] = replace(line, text=line.text[: found.start() + 1], wraps=False)
        elif sum(_VALUE.match(piece) is not None for piece in _SPACES.split(line.text)) < _FEWEST_VALUES:
            lines[index] = replace(line, noise=NoiseReason.DIAGRAM_LABEL)
        else:
            lines[index] = replace(line, text=_SPACES.sub(" ", line.text))
    return lines
