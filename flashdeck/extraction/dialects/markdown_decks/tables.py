"""Pipe tables."""

import re
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects.markdown_decks import markup
from flashdeck.extraction.dialects.markdown_decks.rows import Row
from flashdeck.extraction.model import Block, Paragraph, Table, Text

_DELIMITER: Final = re.compile(r"[|:\s-]+\Z")
_FEWEST_DASHES: Final = 1


def table_end(rows: Sequence[Row], start: int) -> int:
    """Return the index after the pipe table whose header stands at `start`, or `start` when none does."""
    if start + 1 >= len(rows) or "|" not in rows[start].text or not _is_delimiter(rows[start + 1]):
        return start
    if len(_cells(rows[start].text)) != len(_cells(rows[start + 1].text)):
        return start
    end = start + 2
    while end < len(rows) and rows[end].is_text and not rows[end].gap and "|" in rows[end].text:
        end += 1
    return end


def read_table(rows: Sequence[Row]) -> tuple[Block, ...]:
    """Return the table, or its cells as paragraphs when it only lays things out side by side."""
    header = _texts(rows[0], len(_cells(rows[0].text)))
    body = [_texts(row, len(header)) for row in rows[2:]]
    body = [cells for cells in body if any(cell.plain for cell in cells)]
    named = any(cell.plain for cell in header)
    if not body or len(header) < 2 or (not named and len(body) < 2):
        return tuple(Paragraph(text=cell) for cells in (header, *body) for cell in cells if cell.plain)
    width = max(len(header), *(len(cells) for cells in body))
    return (
        Table(rows=tuple(_filled(cells, width) for cells in body), header=_filled(header, width) if named else None),
    )


def _is_delimiter(row: Row) -> bool:
    return (
        row.is_text
        and not row.gap
        and "|" in row.text
        and row.text.count("-") >= _FEWEST_DASHES
        and _DELIMITER.match(row.text) is not None
    )


def _texts(row: Row, width: int) -> tuple[Text, ...]:
    return tuple(markup.parse(cell, row.number, row.number) for cell in _cells(row.text)[:width])


def _filled(cells: tuple[Text, ...], width: int) -> tuple[Text, ...]:
    line = cells[0].first_line
    return cells + (Text(plain="", first_line=line, last_line=line),) * (width - len(cells))


def _cells(text: str) -> list[str]:
    """Return what stands between the bars; a bar in code or behind a backslash separates nothing."""
    cells = [""]
    for part, is_code in markup.code_parts(text.strip()):
        if is_code:
            cells[-1] += part
            continue
        pieces = part.replace(r"\|", "\0").split("|")
        cells[-1] += pieces[0]
        cells.extend(pieces[1:])
    if not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return [cell.replace("\0", "|").strip() for cell in cells] or [""]
