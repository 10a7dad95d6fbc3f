"""Bullet trees from list items and their indentation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from flashdeck.extraction.dialects.markdown_decks import markup
from flashdeck.extraction.dialects.markdown_decks.rows import Row
from flashdeck.extraction.model import Bullet, BulletList, Text

_MARKER: Final = re.compile(
    r"(?:[-*+•‣◦▪]|(?P<number>\d{1,9})[.)]|\((?P<round>\d{1,3})\)|#[.)])(?:\s+(?P<text>\S.*)?|\Z)"
)
_TASK: Final = re.compile(r"\[[ xX]\]\s+")
_HARD_BREAK: Final = re.compile(r"(?:<br ?/?>|(?<!\\)\\)\Z", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.:!?…)\"”*`]\Z")
_DEEPER: Final = 2
_MAX_DEPTH: Final = 12
"""No slide nests deeper; what a hostile one nests below stands beside the deepest item."""
"""Columns from which an item stands below the one above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """What opens a list item: its number, or None for a bullet, and the text behind it."""

    text: str
    number: int | None


def marker_of(row: Row) -> Marker | None:
    """Return the marker of a list item, or None."""
    found = _MARKER.match(row.text)
    if found is None:
        return None
    number = found["number"] or found["round"]
    return Marker(text=_TASK.sub("", found["text"] or "", count=1), number=int(number) if number else None)


def breaks_after(row: Row, below: Row) -> bool:
    """Whether the author ended the line by hand: by a tag, a backslash, or two blanks where a sentence can end."""
    if _HARD_BREAK.search(row.text):
        return True
    return (
        row.line.wraps
        and bool(_SENTENCE_END.search(row.text))
        and (below.text[:1].isupper() or below.text[:1] in "*`[")
    )


def segments(rows: Sequence[Row], texts: Sequence[str]) -> list[Text]:
    """Return the lines of a paragraph as texts, wrapped lines joined, cut where the author ended a line by hand."""
    found: list[Text] = []
    start = 0
    for end in range(1, len(rows) + 1):
        if end < len(rows) and not breaks_after(rows[end - 1], rows[end]):
            continue
        text = markup.text_of(rows[start:end], [_HARD_BREAK.sub("", text) for text in texts[start:end]])
        if text.plain:
            found.append(text)
        start = end
    return found


@dataclass(slots=True)
class _Item:
    """An item that is being filled."""

    indent: int
    number: int | None
    rows: list[Row]
    texts: list[str]
    body: list[tuple[list[Row], list[str]]] = field(default_factory=list)
    children: list["_Item"] = field(default_factory=list)


class ListBuilder:
    """Takes the rows of a list one by one."""

    def __init__(self) -> None:
        self._tops: list[_Item] = []
        self._open: list[_Item] = []

    def is_like(self, marker: Marker, indent: int) -> bool:
        """Whether an item after a block in between goes on with the list: the next number, or a nested item."""
        top = self._tops[-1]
        if indent >= top.indent + _DEEPER:
            return True
        return top.number is not None and marker.number is not None and marker.number in {top.number + 1, 1}

    def holds(self, indent: int) -> bool:
        """Whether text with this indentation stands inside the last item."""
        return bool(self._open) and indent >= self._open[0].indent + _DEEPER

    def add(self, row: Row, marker: Marker) -> None:
        """Take a row that opens an item."""
        while self._open and row.indent < self._open[-1].indent + _DEEPER:
            self._open.pop()
        del self._open[_MAX_DEPTH - 1 :]
        item = _Item(indent=row.indent, number=marker.number, rows=[row], texts=[marker.text])
        (self._open[-1].children if self._open else self._tops).append(item)
        self._open.append(item)

    def go_on(self, row: Row) -> None:
        """Take a row that goes on with the text above it."""
        item = self._open[-1]
        rows, texts = item.body[-1] if item.body else (item.rows, item.texts)
        rows.append(row)
        texts.append(row.text)

    def add_body(self, row: Row) -> None:
        """Take a row that opens a paragraph inside the item it is indented under."""
        while len(self._open) > 1 and row.indent < self._open[-1].indent + _DEEPER:
            self._open.pop()
        self._open[-1].body.append(([row], [row.text]))

    def build(self) -> BulletList | None:
        """Return the list, or None when all its items are empty."""
        items = _bullets(self._tops)
        return BulletList(items=items) if items else None


def _bullets(items: Sequence[_Item]) -> tuple[Bullet, ...]:
    numbers = [item.number for item in items]
    same = len(items) > 1 and len(set(numbers)) == 1 and numbers[0] is not None
    bullets: list[Bullet] = []
    for index, item in enumerate(items):
        number = index + 1 if same else item.number
        bullets.extend(_bullet(item, number))
    return tuple(bullets)


def _bullet(item: _Item, number: int | None) -> tuple[Bullet, ...]:
    """Return the item; one without words of its own (a picture) passes its children on."""
    children = _bullets(item.children)
    texts = segments(item.rows, item.texts)
    texts += [text for rows, parts in item.body for text in segments(rows, parts)]
    if not texts:
        return children
    return (Bullet(text=texts[0], children=children, body=tuple(texts[1:]), number=number),)
