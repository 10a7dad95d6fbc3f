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

from flashdeck.errors import SlideFileError
from flashdeck.extraction.analysis.scope import Scope, scope_of
from flashdeck.extraction.analysis.vocabulary import vocabulary_of
from flashdeck.extraction.model import (
    Block,
    Bullet,
    BulletList,
    Group,
    Line,
    Paragraph,
    Slide,
    SlideFile,
    SlideKind,
    Table,
    Text,
)
from flashdeck.extraction.options import DEFAULT_MIN_SCORE, ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides


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
    builder = _Builder()
    for number, row in enumerate(rows, start=first_line):
        builder.read(row, number)
    builder.close_group()
    made = Slide(
        number=1,
        kind=SlideKind.CONTENT,
        title=builder.title,
        subtitle=builder.subtitle,
        first_line=first_line,
        last_line=first_line + max(0, len(rows) - 1),
        lines=tuple(builder.lines),
        groups=tuple(builder.groups),
    )
    return replace(made, **fields)


class _Builder:
    def __init__(self) -> None:
        self.title = self.subtitle = ""
        self.groups: list[Group] = []
        self.lines: list[Line] = []
        self._heading: Text | None = None
        self._blocks: list[Block] = []
        self._bullets: list[tuple[int, Bullet]] = []
        self._cells: list[tuple[Text, ...]] = []

    def read(self, row: str, number: int) -> None:
        bare = row.strip()
        self.lines.append(Line(number=number, text=re.sub(r"^(?:#+|[=>|-]) ?", "", bare).rstrip("|").strip()))
        mark, _, rest = bare.partition(" ")
        match mark:
            case "#":
                self.title = rest
            case "##":
                self.subtitle = rest
            case "=":
                self.close_group()
                self._heading = text_of(rest, number)
            case "-":
                self._bullet(len(row) - len(row.lstrip()), text_of(rest, number))
            case ">":
                depth, bullet = self._bullets[-1]
                self._bullets[-1] = (depth, replace(bullet, body=(*bullet.body, text_of(rest, number))))
            case "|":
                self._cells.append(tuple(text_of(cell.strip(), number) for cell in bare.strip("|").split("|")))
            case _:
                self._close_blocks()
                self._blocks.append(Paragraph(text=text_of(bare, number)))

    def _bullet(self, depth: int, text: Text) -> None:
        depth = max(depth, 0 if not self._bullets else self._bullets[0][0])
        while self._bullets and self._bullets[-1][0] > depth:
            _fold(self._bullets)
        self._bullets.append((depth, Bullet(text=text)))

    def _close_blocks(self) -> None:
        while len(self._bullets) > 1 and self._bullets[-1][0] > self._bullets[0][0]:
            _fold(self._bullets)
        if self._bullets:
            self._blocks.append(BulletList(items=tuple(bullet for _, bullet in self._bullets)))
        if self._cells:
            self._blocks.append(Table(rows=tuple(self._cells), header=self._cells[0]))
        self._bullets, self._cells = [], []

    def close_group(self) -> None:
        self._close_blocks()
        if self._blocks or self._heading is not None:
            self.groups.append(Group(blocks=tuple(self._blocks), heading=self._heading))
        self._blocks, self._heading = [], None


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
    extraction = extract_slides(
        SlideFile(name="deck.txt", format="text", dialect="test", slides=built),
        options=ExtractionOptions(min_score=min_score),
    )
    return [(draft.front, draft.back) for draft in extraction.drafts]


TOPIC = {"topic": "Harbor Queue", "section": "Section 3: Queues"}


def ask(notation: str, **fields) -> dict[str, str]:
    """Front -> back of the cards made from one slide; empty when there are none."""
    try:
        return dict(cards_of(notation, **{**TOPIC, **fields}))
    except SlideFileError:
        return {}
