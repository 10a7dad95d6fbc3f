"""Joining the lines of a page's body into chunks: bullets, numbered items, runs of text and code.

The tool that made such a text wrote a blank line wherever a line starts right of the line above (unless that one
opened a paragraph), left of it (unless it opened a paragraph), or far below it. So the blank lines tell where the
lines started, and a line's `Start` is known: `OPENS` after a blank, `HANGS` when it was indented under an opening
line, `ALIGNED` when it stands below a line that hangs or is aligned.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from flashdeck.extraction.dialects.page_marks.code import code_end, goes_on_as_code, looks_like_code
from flashdeck.extraction.dialects.page_marks.marks import (
    bullet_text,
    is_bullet,
    is_item,
    is_url,
    item_number,
    join_lines,
    numbered_text,
)
from flashdeck.extraction.model import Line, Text

_INCOMPLETE: Final = ("(", "=", "∗", "*(", "[")
_TAIL_LABEL: Final = re.compile(r"(?<=[a-z)]{3}\.) [A-Z][A-Za-z0-9]*(?: [A-Z][A-Za-z0-9]*)?$")
_GLUED_NAME: Final = re.compile(r"\bthe (?P<noun>[a-z]{3,}) (?P<name>[A-Z]\w*(?: [A-Z]\w*){1,3})$")
_FEWEST_CHUNKS: Final = 3
_PLACE_CODE: Final = re.compile(r"[a-z]{2,}(?:-[a-z]+)+-\d[a-z]?$")
"""The name of a region or zone in a picture; no sentence goes on with it."""
_HARD_BREAK: Final = frozenset("abcdefghijklmnopqrstuvwxyz(")
"""How a line begins that goes on with the one above, though that does not say so."""


class Form(Enum):
    """What a chunk is."""

    BULLET = auto()
    NUMBERED = auto()
    TEXT = auto()
    CODE = auto()


_ITEMS: Final = (Form.BULLET, Form.NUMBERED)

_Opening = tuple[Form, str, int | None]
"""What a line begins, its text without the mark, and the number of a numbered item."""


class Start(Enum):
    """Where a line started, seen from the line above."""

    OPENS = auto()
    HANGS = auto()
    ALIGNED = auto()


class Chunk(NamedTuple):
    """Lines that belong to one statement.

    Attributes:
        text: joined, without the mark.
        number: of a numbered item.
        start: where its first line started.
        end: where its last line started.
    """

    form: Form
    lines: tuple[Line, ...]
    text: str
    start: Start
    end: Start
    number: int | None = None

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.form in _ITEMS

    @property
    def is_incomplete(self) -> bool:
        """Whether it breaks off in a formula that the page drew as a picture."""
        return self.is_item and self.text.endswith(_INCOMPLETE)

    def as_text(self) -> Text:
        """Return it as what the student reads."""
        return Text(plain=self.text, first_line=self.lines[0].number, last_line=self.lines[-1].number)


def join_chunks(lines: Sequence[Line]) -> list[Chunk]:
    """Return the chunks of a page body in source order."""
    chunks: list[Chunk] = []
    index = 0
    start = Start.ALIGNED
    while index < len(lines):
        start = _next_start(lines[index], start)
        opening = _opening(lines[index].text)
        end = code_end(lines, index) if opening[0] is Form.TEXT else index
        if end > index:
            chunks.append(_code(lines[index:end], start))
            index, start = end, Start.ALIGNED
            continue
        chunk = _statement(lines, index, start, opening)
        chunks.append(chunk)
        index, start = index + len(chunk.lines), chunk.end
    return _without_last_label(chunks)


def _without_last_label(chunks: list[Chunk]) -> list[Chunk]:
    """Cut a name off the end of the last item that other text of the page names, behind a noun that it uses alone."""
    if len(chunks) < _FEWEST_CHUNKS or not chunks[-1].is_item:
        return chunks
    *others, last = chunks
    found = _GLUED_NAME.search(last.text)
    if found is None:
        return chunks
    said = " ".join(chunk.text for chunk in others)
    alone = re.search(
        rf"\b{re.escape(found.group('noun'))}s?\b(?! {re.escape(found.group('name'))})", said, re.IGNORECASE
    )
    if alone is None or found.group("name") not in said:
        return chunks
    return [*others, last._replace(text=last.text[: found.start("name")].rstrip())]


def _next_start(line: Line, above: Start) -> Start:
    if line.gap > 0:
        return Start.OPENS
    return Start.ALIGNED if above is Start.ALIGNED else Start.HANGS


def _code(lines: Sequence[Line], start: Start) -> Chunk:
    source = "\n".join(" " * line.indent + line.text for line in lines)
    return Chunk(form=Form.CODE, lines=tuple(lines), text=source, start=start, end=start)


def _statement(lines: Sequence[Line], index: int, start: Start, opening: _Opening) -> Chunk:
    form, text, number = opening
    end = index + 1
    above = start
    while end < len(lines) and _continues(lines, index, end, above, is_item_chunk=form is not Form.TEXT):
        above = _next_start(lines[end], above)
        end += 1
    if form is not Form.TEXT and end < len(lines) and lines[end - 1].wraps and looks_like_code(text):
        while end < len(lines) and not is_item(lines[end].text) and goes_on_as_code(lines[end]):
            end += 1
    taken = tuple(lines[index:end])
    if len(taken) > 1:
        mark = len(taken[0].text) - len(text)
        text = join_lines(taken)[mark:]
    text = _without_label(text.replace("\t", " "))
    return Chunk(form=form, lines=taken, text=text, start=start, end=above, number=number)


def _without_label(text: str) -> str:
    """Cut one or two capitalised words after the end of a sentence: the label of a picture beside it."""
    found = _TAIL_LABEL.search(text) if ". " in text else None
    return text[: found.start()] if found else text


def _opening(text: str) -> _Opening:
    if is_bullet(text):
        return Form.BULLET, bullet_text(text), None
    number = item_number(text)
    if number is not None:
        return Form.NUMBERED, numbered_text(text), number
    return Form.TEXT, text, None


def _continues(lines: Sequence[Line], start: int, end: int, above: Start, *, is_item_chunk: bool) -> bool:
    """Whether the line at `end` goes on with the statement that begins at `start`."""
    last, line = lines[end - 1], lines[end]
    goes_on = last.wraps or last.text.endswith("-")
    if not goes_on and (line.gap or line.text[:1] not in _HARD_BREAK):
        return False  # as most lines; addresses begin with a small letter, too
    if line.gap > 1 or is_item(line.text):
        return False
    if is_url(line.text):
        return line.gap == 0 and (last.wraps or is_url(last.text))
    if line.gap == 0:
        goes_on = goes_on or (line.indent <= 1 and line.text[:1] in _HARD_BREAK)
    elif line.indent > 1:
        return False
    elif is_item_chunk:  # a blank inside an item is forced only after a first line that did not open a paragraph
        goes_on = goes_on and end == start + 1 and above is not Start.OPENS
    return goes_on and not _PLACE_CODE.match(line.text)
