"""What the speaker says: where each program keeps it, and whether a slide shows so little that it is needed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.dialects.markdown_decks import wrappers
from flashdeck.extraction.dialects.markdown_decks.flavour import Flavour
from flashdeck.extraction.dialects.markdown_decks.rows import Row, Where, read_rows
from flashdeck.extraction.model import Block, BulletList, Group, Paragraph, Table, Text

_REVEAL_NOTES: Final = re.compile(r"(?:\*\*|__)?notes?:(?:\*\*|__)?(?=\s|\Z)", re.IGNORECASE)
_ASIDE: Final = re.compile(r"<aside\b[^<>]*\bnotes\b[^<>]*>", re.IGNORECASE)
_DIRECTIVE: Final = re.compile(
    r"\$?_?(?:theme|paginate|class|color|background\w*|header|footer|size|math|headingDivider|style|lang|title|author"
    r"|description|keywords|url|image|marp|transition|auto-scaling)\s*:|\.(?:slide|element)\b|slide-front-matter\b"
    r"|/?(?:fit|TODO|FIXME|prettier-ignore|markdownlint)\b"
)
_THIN: Final = 12
"""Words on a slide up to which its notes are its content."""


def split_notes(rows: Sequence[Row], flavour: Flavour) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return what the slide shows, and what the speaker says to it."""
    if flavour is Flavour.PANDOC:
        return _split_divs(rows)
    if flavour in (Flavour.MARP, Flavour.SLIDEV):
        shown = tuple(row for row in rows if row.where is not Where.COMMENT)
        spoken = [row for row in rows if row.where is Where.COMMENT]
        return shown, _uncommented(spoken)
    for index, row in enumerate(rows):
        mark = _opening_mark(row, flavour)
        if mark is not None:
            rest = row.text[mark:].strip()
            first = (replace(row, text=rest),) if rest else ()
            return tuple(rows[:index]), first + tuple(rows[index + 1 :])
    return tuple(rows), ()


def is_thin(groups: Sequence[Group]) -> bool:
    """Whether a slide shows so little that its notes are what is to be learned."""
    words = 0
    for group in groups:
        for block in group.blocks:
            if isinstance(block, Table):
                return False
            words += sum(len(text.plain.split()) for text in texts_of(block))
    return words < _THIN


def _opening_mark(row: Row, flavour: Flavour) -> int | None:
    """Return how many characters the mark takes that opens the notes, or None."""
    if not row.is_text:
        return None
    if flavour is Flavour.REMARK and row.text == "???":
        return len(row.text)
    found = _ASIDE.match(row.text)
    if found is None and flavour is Flavour.REVEAL:
        found = _REVEAL_NOTES.match(row.text)
    return found.end() if found else None


def _split_divs(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Notes of a slide that is nothing but notes, heading included, are the slide."""
    shown: list[Row] = []
    spoken: list[Row] = []
    depth = 0
    is_whole = False
    for index, row in enumerate(rows):
        div = wrappers.div_of(row)
        before = depth
        if div is not None and depth:
            depth += 1 if div.opens else -1
        elif div is not None and wrappers.holds_notes(div):
            depth = 1
            is_whole = index == 0
        is_mark = before + depth == 1
        if before == depth == 0 or (is_whole and not is_mark):
            shown.append(row)
        elif not is_mark:
            spoken.append(row)
    return tuple(shown), tuple(spoken)


def _uncommented(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the words of comments, without those that steer the program."""
    lines = []
    for row in rows:
        text = row.text.replace("<!--", "").replace("-->", "").strip()
        opens = "<!--" in row.text
        if text and not (opens and _DIRECTIVE.match(text)):
            lines.append(replace(row.line, text=text))
    return read_rows(lines)


def texts_of(block: Block) -> list[Text]:
    """Return the texts of a block in source order; code has none."""
    if isinstance(block, Paragraph):
        return [block.text]
    if isinstance(block, BulletList):
        return [text for item in block.items for bullet in item.walk() for text in (bullet.text, *bullet.body)]
    if isinstance(block, Table):
        return [cell for row in (block.header or (), *block.rows) for cell in row]
    return []
