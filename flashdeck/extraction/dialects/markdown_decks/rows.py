"""Lines as Markdown sees them: how far they are indented, and which stand inside fences or comments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from flashdeck.extraction.dialects.markdown_decks.marks import is_rule
from flashdeck.extraction.model import Line

_TAB: Final = 4
_FENCES: Final = "`~"
_FEWEST_MARKS: Final = 3
_COMMENT_MARKS: Final = ("<!--", "-->")


class Where(Enum):
    """What surrounds a row."""

    TEXT = auto()
    FENCE = auto()
    """The mark that opens or closes a block of code."""
    CODE = auto()
    COMMENT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line with its indentation in columns, tabs counted as four, and its text without outer blanks."""

    line: Line
    indent: int
    text: str
    where: Where = Where.TEXT

    @property
    def number(self) -> int:
        """The number of its line."""
        return self.line.number

    @property
    def gap(self) -> int:
        """Blank lines directly before it."""
        return self.line.gap

    @property
    def is_text(self) -> bool:
        """Whether its marks count as Markdown."""
        return self.where is Where.TEXT


def read_rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Return the lines as rows.

    A fence or comment that nothing closes ends where the slide ends, so that a slip does not swallow the deck.
    """
    rows = [_row(line) for line in lines]
    ends = _Ends(rows)
    index = 0
    while index < len(rows):
        text = rows[index].text
        if text.startswith("<!--"):
            end = ends.of_comment(index)
            rows[index:end] = [replace(row, where=Where.COMMENT) for row in rows[index:end]]
        elif fence := fence_mark(text):
            end = ends.of_fence(index, fence)
            rows[index:end] = _fenced(rows[index:end], fence)
        else:
            end = index + 1
        index = max(end, index + 1)
    return tuple(rows)


def fence_mark(text: str) -> str:
    """Return the run of back quotes or tildes that opens a block of code, or an empty string."""
    if text[:1] not in _FENCES or not text:
        return ""
    mark = text[: len(text) - len(text.lstrip(text[0]))]
    if len(mark) < _FEWEST_MARKS or (mark[0] == "`" and "`" in text[len(mark) :]):
        return ""
    return mark


def without_comments(text: str) -> str:
    """Return the text without the comments that open and close in it."""
    opening, closing = _COMMENT_MARKS
    kept: list[str] = []
    position = 0
    while (start := text.find(opening, position)) >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            break
        kept.append(text[position:start])
        position = end + len(closing)
    return " ".join([*kept, text[position:]]).strip() if kept else text


def _row(line: Line) -> Row:
    bare = line.text.replace("\f", "").strip(" ")
    text = bare.strip()
    lead = bare[: len(bare) - len(bare.lstrip())]
    return Row(line=line, indent=line.indent + _TAB * lead.count("\t"), text=text)


def _fenced(rows: Sequence[Row], mark: str) -> list[Row]:
    fenced = [replace(row, where=Where.CODE) for row in rows]
    fenced[0] = replace(rows[0], where=Where.FENCE)
    if len(rows) > 1 and _closes(rows[-1].text, mark):
        fenced[-1] = replace(rows[-1], where=Where.FENCE)
    return fenced


def _closes(text: str, mark: str) -> bool:
    return len(text) >= len(mark) and not text.strip(mark[0]) and text != ""


class _Ends:
    """Finds where fences and comments end, without searching twice for what is not there."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._last_comment_end = max((index for index, row in enumerate(rows) if "-->" in row.text), default=-1)
        self._unclosed = dict.fromkeys(_FENCES, len(rows) + max((len(row.text) for row in rows), default=0))
        """Shortest mark of its kind that nothing in the rest of the text closes."""

    def of_comment(self, start: int) -> int:
        """Return the index after the comment; the start itself when text follows it on its line."""
        if "-->" in self._rows[start].text:
            return start if without_comments(self._rows[start].text) else start + 1
        if start > self._last_comment_end:
            return start + 1
        end = start
        while "-->" not in self._rows[end].text:
            end += 1
        return end + 1

    def of_fence(self, start: int, mark: str) -> int:
        """Return the index after the row that closes the fence, or of the separator that ends its slide."""
        if len(mark) < self._unclosed[mark[0]]:
            for end in range(start + 1, len(self._rows)):
                if _closes(self._rows[end].text, mark):
                    return end + 1
            self._unclosed[mark[0]] = len(mark)
        end = start + 1
        while end < len(self._rows) and not is_rule(self._rows[end].text):
            end += 1
        return end
