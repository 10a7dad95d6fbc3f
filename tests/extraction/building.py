"""Compact notation for slides in tests.

# title  (then `## subtitle`)
= heading of a group
- bullet, nested by two spaces
| cell | cell      a table; the first row is its header
> text that belongs to the bullet above
other lines are paragraphs; **bold** and `code` mark ranges
"""

import re
from dataclasses import replace
from typing import Any

from flashdeck.extraction.model import (
    Block,
    Bullet,
    BulletList,
    Group,
    Line,
    Paragraph,
    Slide,
    SlideKind,
    Table,
    Text,
)
from flashdeck.extraction.pipeline import DEFAULT_MIN_SCORE, ExtractionOptions, extract_slides
from flashdeck.extraction.scope import Scope, scope_of
from flashdeck.extraction.vocabulary import vocabulary_of


def text_of(marked: str, number: int = 1) -> Text:
    """Return a Text; `**bold**` and `` `code` `` become ranges."""
    plain = ""
    strong: list[tuple[int, int]] = []
    code: list[tuple[int, int]] = []
    for part in re.split(r"(\*\*[^*]+\*\*|`[^`]+`)", marked):
        ranges = strong if part.startswith("**") else code if part.startswith("`") else None
        bare = part.strip("*`") if ranges is not None else part
        if ranges is not None:
            ranges.append((len(plain), len(plain) + len(bare)))
        plain += bare
    return Text(plain=plain, first_line=number, last_line=number, strong=tuple(strong), code=tuple(code))


def slide_of(notation: str, *, first_line: int = 1, **fields: Any) -> Slide:
    """Return the slide that the notation describes."""
    rows = [row for row in notation.splitlines() if row.strip()]
    title = subtitle = ""
    groups: list[Group] = []
    blocks: list[Block] = []
    heading: Text | None = None
    bullets: list[tuple[int, Bullet]] = []
    cells: list[tuple[Text, ...]] = []
    lines: list[Line] = []

    def close_list() -> None:
        while len(bullets) > 1 and bullets[-1][0] > bullets[0][0]:
            _fold(bullets)
        if bullets:
            blocks.append(BulletList(items=tuple(bullet for _, bullet in bullets)))
            bullets.clear()
        if cells:
            blocks.append(Table(rows=tuple(cells), header=cells[0]))
            cells.clear()

    def close_group() -> None:
        close_list()
        if blocks or heading is not None:
            groups.append(Group(blocks=tuple(blocks), heading=heading))
            blocks.clear()

    for number, row in enumerate(rows, start=first_line):
        bare = row.strip()
        lines.append(Line(number=number, text=bare.lstrip("#=->|").strip()))
        if bare.startswith("## "):
            subtitle = bare[3:]
        elif bare.startswith("# "):
            title = bare[2:]
        elif bare.startswith("= "):
            close_group()
            heading = text_of(bare[2:], number)
        elif bare.startswith("- "):
            depth = len(row) - len(row.lstrip())
            while bullets and bullets[-1][0] > depth:
                _fold(bullets)
            bullets.append((depth, Bullet(text=text_of(bare[2:], number))))
        elif bare.startswith("> "):
            depth, bullet = bullets[-1]
            bullets[-1] = (depth, replace(bullet, body=(*bullet.body, text_of(bare[2:], number))))
        elif bare.startswith("|"):
            cells.append(tuple(text_of(cell.strip(), number) for cell in bare.strip("|").split("|")))
        else:
            close_list()
            blocks.append(Paragraph(text=text_of(bare, number)))
    close_group()
    made = Slide(
        number=1,
        kind=SlideKind.CONTENT,
        title=title,
        subtitle=subtitle,
        first_line=first_line,
        last_line=first_line + max(0, len(rows) - 1),
        lines=tuple(lines),
        groups=tuple(groups),
    )
    return replace(made, **fields)


def _fold(bullets: list[tuple[int, Bullet]]) -> None:
    """Move the last bullets of one depth under the bullet before them."""
    depth = bullets[-1][0]
    children: list[Bullet] = []
    while bullets and bullets[-1][0] == depth:
        children.insert(0, bullets.pop()[1])
    parent_depth, parent = bullets[-1]
    bullets[-1] = (parent_depth, replace(parent, children=(*parent.children, *children)))


def scope_for(notation: str, **fields: Any) -> Scope:
    """Return what a rule sees of the slide."""
    slide = slide_of(notation, **fields)
    return scope_of(slide, vocabulary_of([slide]))


def cards_of(*slides: Slide | str, min_score: float = DEFAULT_MIN_SCORE, **fields: Any) -> list[tuple[str, str]]:
    """Return (front, back) of the cards that the whole pipeline makes from the slides."""
    built = tuple(
        replace(slide_of(slide, **fields) if isinstance(slide, str) else slide, number=number)
        for number, slide in enumerate(slides, start=1)
    )
    extraction = extract_slides("deck.txt", "text", "test", built, ExtractionOptions(min_score=min_score))
    return [(draft.front, draft.back) for draft in extraction.drafts]
