"""A table -> what a row says under a column; a column that never differs is one card."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction import candidates, terms, wording
from flashdeck.extraction.lexicon import word_set
from flashdeck.extraction.model import Candidate, CardKind, Table, Text
from flashdeck.extraction.scope import Scope

_CARDS: Final = candidates.Maker("table", CardKind.CELL)

_MAX_ROWS: Final = 12
_MAX_CELL_WORDS: Final = 20
_FILE: Final = re.compile(r"\.\w{2,4}$|/$|^s3:|^arn:|\d{4}")
_SAMPLE_HEADERS: Final = word_set(
    """id ids name names first last email e-mail phone address city state street zip country date dates time timestamp
    age customer order orders product price amount quantity qty user username owner created modified row key value
    size status actions action checksum hash url path"""
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each cell that tells a row from the others."""
    for table, labels in scope.tables:
        if table.header is not None and _names_properties(table):
            yield from _cells(wording.name(scope.subject, labels), table, table.header)


def _names_properties(table: Table) -> bool:
    """Whether a table is knowledge; a table whose columns are fields of records is sample data."""
    assert table.header is not None
    headers = [terms.key(cell.plain) for cell in table.header[1:]]
    rows = [terms.key(row[0].plain) for row in table.rows]
    sample = sum(any(word in _SAMPLE_HEADERS for word in header.split()) for header in headers)
    names = all(re.search(r"[^\W\d]{2}", row) for row in rows if row)
    names = names and not any(_FILE.search(row[0].plain) for row in table.rows)
    return (
        2 <= len(table.rows) <= _MAX_ROWS
        and len(set(rows)) == len(rows)
        and any(headers)
        and sample * 2 <= len(headers)
        and names
    )


def _cells(owner: str, table: Table, header: tuple[Text, ...]) -> Iterator[Candidate]:
    body = [row for row in table.rows if row != header]
    for column in range(1, len(header)):
        title = terms.clean_label(header[column].plain)
        values = [terms.clean_statement(row[column].plain) for row in body]
        filled = [value for value in values if value]
        if not title or len(filled) < 2:
            continue
        if len({terms.key(value) for value in filled}) == 1 and len(filled) == len(body):
            corner = terms.clean_label(header[0].plain)
            front = wording.question_about(owner, f"{title}, the same in every row{f' ({corner})' if corner else ''}?")
            yield _card(front, filled[0], (body[0][0].first_line, body[-1][0].last_line))
            continue
        for row, value in zip(body, values, strict=True):
            name = terms.clean_label(row[0].plain)
            if name and value and terms.count_words(value) <= _MAX_CELL_WORDS:
                asked = f"{name}: {title}" if terms.is_covered(owner, [name]) else f"{owner} – {name}: {title}"
                yield _card(f"{asked}?", value, (row[0].first_line, row[column].last_line))


def _card(front: str, back: str, lines: tuple[int, int]) -> Candidate:
    return _CARDS.question(front, back, lines, 0.8, "cell of a table")
