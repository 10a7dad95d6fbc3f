"""What the speaker says: where each program keeps it, and how much of it can stand in for a slide."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.dialects.markdown_decks import wrappers
from flashdeck.extraction.dialects.markdown_decks.flavour import Flavour
from flashdeck.extraction.dialects.markdown_decks.rows import Row, Where, read_rows
from flashdeck.extraction.model import Block, Bullet, BulletList, Group, Paragraph, Table, Text

_REVEAL_NOTES: Final = re.compile(r"(?:\*\*|__)?notes?:(?:\*\*|__)?(?=\s|\Z)", re.IGNORECASE)
_ASIDE: Final = re.compile(r"<aside\b[^<>]*\bnotes\b[^<>]*>", re.IGNORECASE)
_DIRECTIVE: Final = re.compile(
    r"(?:[_A-Za-z$][\w-]*\s*:|\.(?:slide|element)\b|slide-front-matter\b|/?(?:fit|TODO|FIXME)\b)"
)
_SENTENCE_END: Final = re.compile(
    r"(?<=[.!?])(?<!\b[A-Za-zÄÖÜäöü]\.)(?<!etc\.)(?<!bzw\.)(?<!vgl\.)(?<!ggf\.)(?<!evtl\.)(?<!vs\.)\s+(?=[A-ZÄÖÜ\"“„(`])"
)
_DIRECTION: Final = re.compile(
    r"\b(?:I|I'm|I’m|I'll|we|we're|we’re|we've|we'll|we’ll|us|our|let's|let’s|slides?|audience|instructors?|presenter|learners|students?|workshop"
    r"|class|lab|demo|click|advance|flip|as you can see|ask the|Folien?|Vorlesung|ich|wir|uns|unser\w*|Ihnen|Sie)\b"
)
_ADDRESSED: Final = re.compile(
    r"\b(?:you|you're|you've|you'll|your|yourself|did you|have you|du|dein\w*|ihr)\b", re.IGNORECASE
)
_FEWEST_WORDS: Final = 6
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
            words += sum(len(text.plain.split()) for text in _texts(block))
    return words < _THIN


def sayings(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the notes without what is said to the speaker or by him to his listeners, sentence by sentence."""
    kept = [Group(heading=group.heading, blocks=tuple(_kept(group.blocks))) for group in groups]
    return tuple(group for group in kept if group.blocks)


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
        if div is not None and depth:
            depth += 1 if div.opens else -1
        elif div is not None and wrappers.holds_notes(div):
            depth = 1
            is_whole = index == 0
        target = spoken if depth and not is_whole else shown
        if depth or div is None or not wrappers.holds_notes(div):
            target.append(row)
    return tuple(shown), tuple(row for row in spoken if wrappers.div_of(row) is None)


def _uncommented(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the words of comments, without those that steer the program."""
    lines = []
    for row in rows:
        text = row.text.replace("<!--", "").replace("-->", "").strip()
        opens = "<!--" in row.text
        if text and not (opens and _DIRECTIVE.match(text)):
            lines.append(replace(row.line, text=text))
    return read_rows(lines)


def _texts(block: Block) -> list[Text]:
    if isinstance(block, Paragraph):
        return [block.text]
    if isinstance(block, BulletList):
        return [text for item in block.items for bullet in item.walk() for text in (bullet.text, *bullet.body)]
    return []


def _kept(blocks: Sequence[Block]) -> list[Block]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            kept.extend(Paragraph(text=text) for text in sentences(block.text) if not is_direction(text.plain))
        elif isinstance(block, BulletList):
            items = tuple(item for item in block.items if not _speaks(item))
            kept.extend([BulletList(items=items)] if items else [])
        else:
            kept.append(block)
    return kept


def _speaks(item: Bullet) -> bool:
    return not item.children and is_direction(item.text.plain, fewest_words=1)


def is_direction(plain: str, *, fewest_words: int = _FEWEST_WORDS) -> bool:
    """Whether a sentence speaks to someone, or is too short to say something."""
    return (
        plain.rstrip().endswith("?")
        or len(plain.split()) < fewest_words
        or _DIRECTION.search(plain) is not None
        or len(_ADDRESSED.findall(plain)) > 1
        or _ADDRESSED.match(plain) is not None
    )


def sentences(text: Text) -> list[Text]:
    """Return the sentences of a text; each keeps the lines of the whole."""
    found: list[Text] = []
    start = 0
    for end in [*(match.start() for match in _SENTENCE_END.finditer(text.plain)), len(text.plain)]:
        lead = len(text.plain[start:end]) - len(text.plain[start:end].lstrip())
        first = start + lead
        if first < end:
            found.append(
                Text(
                    plain=text.plain[first:end],
                    first_line=text.first_line,
                    last_line=text.last_line,
                    strong=_within(text.strong, first, end),
                    code=_within(text.code, first, end),
                )
            )
        start = end
    return found


def _within(ranges: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    cut = ((max(first, start) - start, min(last, end) - start) for first, last in ranges)
    return tuple((first, last) for first, last in cut if first < last)
