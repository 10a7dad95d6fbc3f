"""A table -> what a row says under a column; a column that never differs is one card."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates, nouns, whole
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.model import Candidate, CardKind, Table, Text
from flashdeck.extraction.naming import wording
from flashdeck.extraction.naming.frames import Frames

_CARDS: Final = candidates.Maker("table", CardKind.CELL)

_MAX_ROWS: Final = 12
_WIDE: Final = 5
_MANY: Final = 4
_MIN_GLOSS_WORDS: Final = 3
_MAX_CELL_WORDS: Final = 20
_MOST_HOLDERS: Final = 3
_MAX_NAME_WORDS: Final = 4
_MOST_NAMED: Final = 5
"""Of so many columns that say the same each is named beside two others; more of them are all but the others."""
_MOST_APART: Final = 2
_YES_OR_NO: Final = frozenset({"yes", "no", "ja", "nein"})
_NOTHING: Final = frozenset({"none", "nothing", "n a", "not applicable", "keine", "nichts"})
"""Cells that say that a row has none of what its column tells, which those that have some tell as well."""
_MONEY: Final = re.compile(r"\\?[$€£¥] ?\d|\d[\d.,]* ?[€£]")
_PRICE: Final = re.compile(r"[$€£¥]|\b(?:price|pricing|costs?|fees?|preise?|kosten|gebühr(?:en)?)\b", re.IGNORECASE)
_SAYS_NOTHING: Final = re.compile(r"(?:(?:additional )?charges apply|varies|depends|see \w.*|tbd|\?+)$", re.IGNORECASE)
"""Cells that only say that there is something to know."""
_POINTING: Final = re.compile(r"^(?P<verb>\w+(?: \w+)?) this$")
"""A header that speaks of its own cells (`Use this`)."""
_FIGURE: Final = re.compile(r"[~<>≤≥]? ?\d[\d.,]* ?[^\W\d]*(?:/[^\W\d]+)?$")
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
            yield from _cells(wording.name(scope.subject, labels), table, table.header, scope.frames)
        elif table.header is None and _is_glossary(table):
            yield from _glossary(scope, wording.name(scope.subject, labels), table)


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
        and not _is_reckoned(table)
    )


def _is_reckoned(table: Table) -> bool:
    """Whether figures stand for the rows, for the columns and in every cell: sums to work out, nothing to remember."""
    assert table.header is not None
    return all(_FIGURE.match(cell.plain) for row in (table.header[1:], *table.rows) for cell in row)


def _is_glossary(table: Table) -> bool:
    """Whether a table of two columns without a header explains one term a row."""
    rows = [row for row in table.rows if row[0].plain]
    described = sum(terms.count_words(row[1].plain) >= _MIN_GLOSS_WORDS for row in rows if len(row) == 2)
    return (
        2 <= len(rows) <= _MAX_ROWS
        and all(len(row) == 2 and terms.is_term(row[0].plain) for row in rows)
        and described == len(rows)
    )


def _glossary(scope: Scope, owner: str, table: Table) -> Iterator[Candidate]:
    for term, said in table.rows:
        if not term.plain:
            continue
        description = definitions.shorten(terms.clean_statement(said.plain))
        front = whole.describe(terms.clean_label(term.plain), description, owner, nouns.names_of(scope.vocabulary))
        yield _card(front, description, (term.first_line, said.last_line))


def _cells(owner: str, table: Table, header: tuple[Text, ...], frames: Frames) -> Iterator[Candidate]:
    """Wide tables hold one property a row, the others one a column; only cells that differ are asked."""
    body = [row for row in table.rows if row != header]
    names = _names(header[0], body)
    titles = [_POINTING.sub(_to_do, terms.clean_label(cell.plain)) for cell in header]
    if len(body) < 2:
        return
    corner = f" ({titles[0]})" if titles[0] else ""
    measure = titles[0] if all(re.search(r"\d", title) for title in titles[1:]) else ""
    columns = range(1, len(header))
    if all(_MONEY.match(_value(cell.plain)) for row in body for cell in row[1:] if cell.plain):
        titles = [title if _PRICE.search(title) else frames.price_under.format(case=title) for title in titles]
    told = dict(_told_apart(owner, body, names, titles, frames))
    yield from told.values()
    if len(columns) >= _WIDE or _says_less_by_row(body):
        same, others = frames.same_in_columns, titles[1:]
        runs = [([(row, column) for column in columns], names[row]) for row in range(len(body))]
    else:
        same, others = frames.same_in_rows, names
        runs = [([(row, column) for row in range(len(body))], titles[column]) for column in columns]
    for cells, asked in runs:
        values = [_value(body[row][column].plain) for row, column in cells]
        usual = _usual(values)
        lines = (body[cells[0][0]][0].first_line, body[cells[-1][0]][0].last_line)
        if asked and usual and all(terms.key(value) == usual for value in values):
            front = wording.question_about(owner, same.format(column=asked, corner=corner))
            yield _card(front, values[0], lines)
            continue
        said, alike, apart = _most(values, usual, others) if asked and usual else ("", "", "")
        if said and (alike or not _is_asked_apart(values, usual, others)):
            all_but = wording.question_about(owner, frames.all_but.format(what=asked, others=apart))
            yield _card(f"{owner} – {asked}: {alike}?" if alike else all_but, said, lines)
        for together in _alike(values, usual, others):
            places = [cells[index] for index in together if cells[index][0] not in told]
            value = values[together[0]]
            if not all(names[row] and titles[column] for row, column in places):
                continue
            if places and terms.count_words(value) <= _MAX_CELL_WORDS and not _SAYS_NOTHING.match(value):
                lines = (body[places[0][0]][0].first_line, body[places[-1][0]][places[-1][1]].last_line)
                name = ", ".join(dict.fromkeys(names[row] for row, _ in places))
                title = ", ".join(dict.fromkeys(titles[column] for _, column in places))
                yield _card(_asked(owner, name, (title, measure), value, frames), value, lines)


def _names(corner: Text, body: Sequence[tuple[Text, ...]]) -> list[str]:
    """The rows by what stands in front, behind the words that a header says of each of them (`Afraid of this`)."""
    names = [terms.clean_label(row[0].plain) for row in body]
    pointing = _POINTING.match(terms.clean_label(corner.plain))
    if pointing is None:
        return names
    lead = pointing["verb"].lower()
    return [f"{lead} {name[:1].lower() if name[1:2].islower() else name[:1]}{name[1:]}" for name in names]


def _says_less_by_row(body: Sequence[tuple[Text, ...]]) -> bool:
    """Whether the rows of a table say the same thing over and over, so that each is told in far fewer cards."""
    cells = [[terms.key(cell.plain) for cell in row[1:]] for row in body]
    by_row = sum(len(set(row)) for row in cells)
    by_column = sum(len(set(column)) for column in zip(*cells, strict=True))
    return by_row * 4 <= by_column * 3


def _alike(values: Sequence[str], usual: str, others: Sequence[str]) -> list[list[int]]:
    """Return the places of a run that say the same, together when short names tell of which, as they are one fact."""
    places: dict[str, list[int]] = {}
    is_told = any(value and terms.key(value) not in _NOTHING for value in values)
    for index, value in enumerate(values):
        if value and terms.key(value) != usual and not (is_told and terms.key(value) in _NOTHING):
            is_short = terms.count_words(others[index]) <= _MAX_NAME_WORDS
            places.setdefault(terms.key(value) if is_short else f"{index} {value}", []).append(index)
    return list(places.values())


def _to_do(match: re.Match[str]) -> str:
    return f"what to {match['verb'].lower()}"


def _most(values: Sequence[str], usual: str, others: Sequence[str]) -> tuple[str, str, str]:
    """Return what most cells of a run say, which these are if they are few, and the one or two that say another.

    All are empty when that tells little. A cell that says the same and more (`11 m`, `11 m at low tide`) is none of
    the others.
    """
    apart = [index for index, value in enumerate(values) if terms.key(value) != usual]
    said = next(value for value in values if terms.key(value) == usual)
    if len(apart) > _MOST_APART or usual in _YES_OR_NO or any(usual in terms.key(values[index]) for index in apart):
        return "", "", ""
    alike = [other for index, other in enumerate(others) if index not in apart]
    are_few = (
        len(apart) > 1
        and len(alike) <= _MOST_NAMED
        and all(terms.count_words(other) <= _MAX_NAME_WORDS for other in alike)
    )
    return said, ", ".join(alike) if are_few else "", ", ".join(others[index] for index in apart)


def _is_asked_apart(values: Sequence[str], usual: str, others: Sequence[str]) -> bool:
    """Whether the one cell that says another thing than all the rest makes a card, which tells the exception."""
    apart = [index for index, value in enumerate(values) if terms.key(value) != usual]
    return len(apart) == 1 and all(
        0 < terms.count_words(values[index]) <= _MAX_CELL_WORDS
        and terms.key(values[index]) not in _NOTHING
        and terms.key(values[index]) not in terms.key(others[index])
        for index in apart
    )


def _told_apart(
    owner: str, body: Sequence[tuple[Text, ...]], names: Sequence[str], titles: Sequence[str], frames: Frames
) -> Iterator[tuple[int, Candidate]]:
    """Yield rows that say yes or no in every column, each with the card that asks for the columns it holds for."""
    for index, row in enumerate(body):
        values = [terms.key(cell.plain) for cell in row[1:]]
        counts = Counter(values)
        if len(counts) != 2 or not counts.keys() <= _YES_OR_NO or not (names[index] and all(titles[1:])):
            continue
        rarer = next((value for value in ("yes", "ja") if value in counts), values[0])
        if counts[rarer] * 2 > len(values):
            rarer = next(value for value in values if value != rarer)
        holders = [title for title, value in zip(titles[1:], values, strict=True) if value == rarer]
        if len(holders) > _MOST_HOLDERS:
            continue
        if len(values) == 2:
            asked = frames.which_side.format(one=titles[1], other=titles[2], said=names[index])
        else:
            number = frames.numbers[len(holders)] if frames.numbers else str(len(holders))
            asked = frames.holds_for.format(what=names[index], said=rarer, number=number)
        back = candidates.as_list(holders) if len(holders) > 1 else holders[0]
        yield index, _card(wording.question_about(owner, asked), back, (row[0].first_line, row[-1].last_line))


def _asked(owner: str, name: str, column: tuple[str, str], value: str, frames: Frames) -> str:
    """Ask a cell by its row and column; a column named like the end of its row (`Rope type: Type?`) says nothing.

    Args:
        owner: what the table is about.
        name: of the row.
        column: its title, and what its cells measure when the titles are values themselves (`9 knots`).
        value: what the cell says.
        frames: words of the language.
    """
    title, measure = column
    listed = definitions.listed(value)
    if listed and terms.key(name).endswith(f" {terms.key(title)}"):
        return wording.question_about(owner, frames.counted(name, len(listed)))
    named = name if terms.is_covered(owner, [name]) else f"{owner} – {name}"
    return f"{named}, {title}: {measure}?" if measure else f"{named}: {title}?"


def _value(plain: str) -> str:
    """Return a cell without marks around it, of which `>= 3` needs its own."""
    return plain.strip() if plain.lstrip().startswith(("<", ">", "≤", "≥", "~")) else terms.clean_statement(plain)


def _usual(values: list[str]) -> str:
    """Return the key of the value that most cells share, or an empty string."""
    value, count = Counter(terms.key(value) for value in values).most_common(1)[0]
    return (
        value
        if len(values) > 1 and (count == len(values) or (len(values) >= _MANY and count * 5 >= len(values) * 3))
        else ""
    )


def _card(front: str, back: str, lines: tuple[int, int]) -> Candidate:
    return _CARDS.question(front, back, lines, 0.8, "cell of a table")
