"""Tables, lists and definition lists written as HTML tags."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from flashdeck.extraction.dialects.markdown_decks import markup
from flashdeck.extraction.dialects.markdown_decks.rows import Row
from flashdeck.extraction.model import Block, Bullet, BulletList, Paragraph, Table, Text

_TAG: Final = re.compile(r"<(/?)([A-Za-z][\w-]*+)([^<>]*+)>")
_OPENER: Final = re.compile(r"<(table|dl|ul|ol)\b", re.IGNORECASE)
_INLINE: Final = {"b": "**", "strong": "**", "code": "`", "kbd": "`", "tt": "`", "em": "", "i": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    """A tag (lower case, `/` before a closing one) or, with an empty tag, the words between two tags."""

    number: int
    tag: str = ""
    words: str = ""


@dataclass(slots=True)
class _Draft:
    """Words that are being collected."""

    number: int
    last: int = 0
    words: list[str] = field(default_factory=list)
    is_header: bool = False
    has_block: bool = False

    def add(self, token: _Token) -> None:
        self.words.append(token.words)
        self.last = token.number

    def as_text(self) -> Text:
        return markup.parse(" ".join("".join(self.words).split()), self.number, max(self.number, self.last))


def html_end(rows: Sequence[Row], start: int) -> int:
    """Return the index after the table or list that opens at `start`, or `start` when none does."""
    found = _OPENER.match(rows[start].text)
    if found is None:
        return start
    name = found.group(1).lower()
    depth = 0
    for end in range(start, len(rows)):
        if not rows[end].is_text:
            return end
        text = rows[end].text.lower()
        depth += text.count(f"<{name}>") + text.count(f"<{name} ") - text.count(f"</{name}>")
        if depth <= 0:
            return end + 1
    return len(rows)


def read_html(rows: Sequence[Row]) -> tuple[Block, ...]:
    """Return what the rows hold; a table that only lays things out becomes what its cells hold."""
    tokens = list(_tokens(rows))
    if tokens and tokens[0].tag == "table":
        table = _table(tokens)
        if table is not None:
            return (table,)
    return tuple(_flow(tokens))


def _tokens(rows: Sequence[Row]) -> Iterator[_Token]:
    for row in rows:
        position = 0
        for found in _TAG.finditer(row.text):
            if found.start() > position:
                yield _Token(number=row.number, words=html.unescape(row.text[position : found.start()]))
            name = found.group(2).lower()
            if name in _INLINE:
                yield _Token(number=row.number, words=_INLINE[name])
            else:
                yield _Token(number=row.number, tag=found.group(1) + name)
            position = found.end()
        yield _Token(number=row.number, words=html.unescape(row.text[position:]) + " ")


def _table(tokens: Sequence[_Token]) -> Table | None:
    rows: list[list[_Draft]] = []
    cell: _Draft | None = None
    for token in tokens:
        if token.tag == "tr":
            rows.append([])
        elif token.tag in {"td", "th"}:
            cell = _Draft(number=token.number, is_header=token.tag == "th")
            (rows or [[]])[-1].append(cell)
        elif token.tag in {"/td", "/th", "/tr"}:
            cell = None
        elif cell is not None and token.tag in {"li", "table", "img", "h1", "h2", "h3", "h4"}:
            cell.has_block = True
        elif cell is not None:
            cell.add(token)
    return _as_table([row for row in rows if row])


def _as_table(rows: Sequence[Sequence[_Draft]]) -> Table | None:
    """Return the table, or None when it has no header and its cells hold more than words, or no two rows."""
    width = max((len(row) for row in rows), default=0)
    has_header = bool(rows) and all(cell.is_header for cell in rows[0])
    if width < 2 or len(rows) < 2 or (not has_header and any(cell.has_block for row in rows for cell in row)):
        return None
    texts = [_filled([cell.as_text() for cell in row], width) for row in rows]
    if has_header:
        return Table(rows=tuple(texts[1:]), header=texts[0])
    return Table(rows=tuple(texts))


def _filled(cells: list[Text], width: int) -> tuple[Text, ...]:
    line = cells[0].first_line
    return (*cells, *[Text(plain="", first_line=line, last_line=line)] * (width - len(cells)))


@dataclass(slots=True)
class _Node:
    """A list item that is being filled, with what is nested under it."""

    draft: _Draft
    number: int | None = None
    children: list["_Node"] = field(default_factory=list)
    body: list[_Draft] = field(default_factory=list)

    def as_bullets(self) -> tuple[Bullet, ...]:
        text = self.draft.as_text()
        children = tuple(bullet for node in self.children for bullet in node.as_bullets())
        body = tuple(found for draft in self.body if (found := draft.as_text()).plain)
        if not text.plain:
            return children
        return (Bullet(text=text, children=children, body=body, number=self.number),)


class _Flow:
    """Collects lists and paragraphs in the order of their tags."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._tops: list[_Node] = []
        self._lists: list[list[_Node]] = []
        self._numbers: list[int | None] = []
        self._text = _Draft(number=0)

    def take(self, token: _Token) -> None:
        if token.tag in {"ul", "ol", "dl"}:
            self._open_list(is_numbered=token.tag == "ol")
        elif token.tag in {"/ul", "/ol", "/dl"}:
            self._close_list()
        elif token.tag in {"li", "dt"}:
            self._open_item(token)
        elif token.tag == "dd" and self._lists and self._lists[-1]:
            self._text = _Draft(number=token.number)
            self._lists[-1][-1].body.append(self._text)
        elif token.tag.strip("/") in {"td", "th", "tr", "p", "div"}:
            self._close_text(token)
        elif token.tag in {"/li", "/dt", "/dd"}:
            self._text = _Draft(number=token.number)
        else:
            self._text.number = self._text.number or token.number
            self._text.add(token)

    def close(self) -> None:
        while self._lists:
            self._close_list()
        self._close_text(_Token(number=0))

    def _open_list(self, *, is_numbered: bool) -> None:
        if not self._lists:
            self._close_text(_Token(number=0))
        inside = self._lists[-1][-1].children if self._lists and self._lists[-1] else self._tops
        self._lists.append(inside)
        self._numbers.append(0 if is_numbered else None)

    def _close_list(self) -> None:
        if not self._lists:
            return
        self._lists.pop()
        self._numbers.pop()
        self._text = _Draft(number=0)
        if not self._lists:
            items = tuple(bullet for node in self._tops for bullet in node.as_bullets())
            if items:
                self.blocks.append(BulletList(items=items))
            self._tops = []

    def _open_item(self, token: _Token) -> None:
        if not self._lists:
            self._open_list(is_numbered=False)
        last = self._numbers[-1]
        if last is not None:
            self._numbers[-1] = last + 1
        self._text = _Draft(number=token.number)
        self._lists[-1].append(_Node(draft=self._text, number=self._numbers[-1]))

    def _close_text(self, token: _Token) -> None:
        if self._lists:
            self._text.words.append(" ")
            return
        text = self._text.as_text() if self._text.number else None
        if text is not None and text.plain:
            self.blocks.append(Paragraph(text=text))
        self._text = _Draft(number=token.number)


def _flow(tokens: Sequence[_Token]) -> list[Block]:
    flow = _Flow()
    for token in tokens:
        flow.take(token)
    flow.close()
    return flow.blocks
