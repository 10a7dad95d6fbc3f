"""Runs to groups: which plain line is a heading, a definition, a paragraph, an item of a list or a mere label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from flashdeck.extraction import inline
from flashdeck.extraction.dialects.blank_runs import forms
from flashdeck.extraction.dialects.blank_runs.runs import Form, Run, is_unfinished, texts_of
from flashdeck.extraction.dialects.blank_runs.tables import table_of
from flashdeck.extraction.model import Block, Bullet, BulletList, Code, Group, Line, Paragraph, Text

_LONGEST_HEADING: Final = 12
_LONGEST_LABEL: Final = 6
_SENTENCE: Final = 5
_LONGEST_TERM: Final = 5
_LIST_NAMES: Final = re.compile(
    r"(?:\w+ ){0,2}(?:features?|benefits?|advantages?|disadvantages?|limitations?|use cases?|options?|types?|specif(?:y|ies)|examples?)$",
    re.IGNORECASE,
)
_COMMENT_ONLY: Final = re.compile(r"\s*(?:/\*(?P<block>[^*]*)\*/|(?:#|--|//) ?(?P<line>[^\n]*))\s*$")


@dataclass(slots=True)
class _Item:
    """A bullet while its children and its body are still to come."""

    text: Text
    indent: int
    number: int | None = None
    children: list["_Item"] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)

    def frozen(self) -> Bullet:
        return Bullet(
            text=self.text,
            number=self.number,
            children=tuple(child.frozen() for child in self.children),
            body=texts_of(self.body),
        )

    def last(self) -> "_Item":
        item = self
        while item.children:
            item = item.children[-1]
        return item


@dataclass(slots=True)
class _Draft:
    """A group that is being filled."""

    heading: Text | None = None
    blocks: list[Block | list[_Item]] = field(default_factory=list)

    def frozen(self) -> Group:
        return Group(
            heading=self.heading,
            blocks=tuple(
                BulletList(items=tuple(item.frozen() for item in block)) if isinstance(block, list) else block
                for block in self.blocks
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The groups of a slide, and the numbers of the lines that turned out to be labels of a picture."""

    groups: tuple[Group, ...]
    labels: frozenset[int]


def build(runs: Sequence[Run]) -> Content:
    """Return the groups that the runs form."""
    builder = _Builder(runs)
    return builder.build()


class _Builder:
    """Walks over the runs once; every decision looks at the neighbours only."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._drafts: list[_Draft] = [_Draft()]
        self._labels: set[int] = set()
        self._single_item = False

    def build(self) -> Content:
        index = 0
        while index < len(self._runs):
            index += self._take(index)
        groups = tuple(draft.frozen() for draft in self._drafts if draft.blocks)
        return Content(groups=groups, labels=frozenset(self._labels))

    def _take(self, index: int) -> int:
        """Place the run and return how many runs are done."""
        run = self._runs[index]
        match run.form:
            case Form.CODE:
                self._take_code(index)
            case Form.TABLE:
                self._blocks.append(table_of(run.lines))
            case Form.LIST:
                self._take_list(run)
            case Form.ARROW:
                self._take_arrow(run)
            case Form.PLAIN:
                return self._take_plain(index)
        return 1

    @property
    def _blocks(self) -> list[Block | list[_Item]]:
        return self._drafts[-1].blocks

    def _take_code(self, index: int) -> None:
        run = self._runs[index]
        source = _source(run.lines)
        comment = _COMMENT_ONLY.match(source)
        follower = self._after(index)
        if comment and follower is not None and follower.form is Form.CODE:
            words = " ".join((comment["block"] or comment["line"] or "").split())
            self._open(inline.parse(words, run.lines[0].number, run.lines[-1].number))
        elif source.strip():
            self._blocks.append(Code(source=source, first_line=run.lines[0].number, last_line=run.lines[-1].number))

    def _take_list(self, run: Run) -> None:
        items = self._open_list()
        fresh = 0
        for line in run.lines:
            if forms.is_bullet(line) or forms.is_numbered(line):
                _add(items, line)
                fresh += 1
            else:
                items[-1].last().body.append(line)
        self._single_item = fresh == 1

    def _open_list(self) -> list[_Item]:
        if self._blocks and isinstance(self._blocks[-1], list):
            return self._blocks[-1]
        items: list[_Item] = []
        self._blocks.append(items)
        return items

    def _take_arrow(self, run: Run) -> None:
        self._blocks.extend(Paragraph(text=text) for text in texts_of(run.lines))

    def _take_plain(self, index: int) -> int:
        run = self._runs[index]
        if self._defines_last_item(index):
            self._last_item().body.extend(run.lines)
            return 1
        labels = self._labels_from(index)
        stem = self._last_item()
        if len(labels) > 1 and stem is not None and _is_stem(stem.text.plain):
            stem.children.extend(_Item(text=label.text, indent=stem.indent + 1) for label in labels)
            return len(labels)
        if len(labels) > 2 and _is_stem(run.text.plain):
            self._open(run.text)
            self._blocks.append([_Item(text=label.text, indent=0) for label in labels[1:]])
            return len(labels)
        if self._is_heading(index):
            self._open(run.text)
        elif _is_sentence(run):
            self._blocks.extend(Paragraph(text=text) for text in texts_of(run.lines))
        else:
            self._labels.update(line.number for line in run.lines)
        return 1

    def _open(self, heading: Text) -> None:
        self._drafts.append(_Draft(heading=heading))

    def _last_item(self) -> _Item | None:
        if self._blocks and isinstance(self._blocks[-1], list) and self._blocks[-1]:
            return self._blocks[-1][-1].last()
        return None

    def _defines_last_item(self, index: int) -> bool:
        item = self._last_item()
        if item is None or item.body or self._runs[index - 1].form is not Form.LIST:
            return False
        run = self._runs[index]
        if len(self._labels_from(index)) > 1 and is_unfinished(item.text.plain):
            return False
        if item.text.plain.endswith(":"):
            return not run.text.plain.endswith(":")
        words = forms.word_count(item.text.plain)
        is_term = words <= _LONGEST_TERM and not item.text.plain.endswith((".", "?"))
        return is_term and (
            (_is_strong(item.text) and not self._is_heading(index))
            or (self._single_item and (run.words > words or _ends_sentence(run)))
        )

    def _labels_from(self, index: int) -> Sequence[Run]:
        end = index
        while end < len(self._runs) and self._is_label(end):
            end += 1
        return self._runs[index:end]

    def _is_label(self, index: int) -> bool:
        run = self._runs[index]
        follower = self._after(index)
        return (
            run.form is Form.PLAIN
            and run.words <= _LONGEST_LABEL
            and not _ends_sentence(run)
            and (follower is None or follower.form is not Form.LIST or index == 0 or not self._heads(index))
        )

    def _heads(self, index: int) -> bool:
        follower = self._after(index)
        return follower is not None and follower.form in {Form.LIST, Form.TABLE, Form.CODE, Form.ARROW}

    def _is_heading(self, index: int) -> bool:
        run = self._runs[index]
        follower = self._after(index)
        if follower is None or run.words > _LONGEST_HEADING or run.text.plain.endswith((".", ";", ",")):
            return False
        if follower.form is not Form.PLAIN:
            return True
        return run.words <= _LONGEST_LABEL and _is_sentence(follower) and follower.words > run.words

    def _after(self, index: int) -> Run | None:
        return self._runs[index + 1] if index + 1 < len(self._runs) else None


def _add(items: list[_Item], line: Line) -> None:
    number, words = forms.split_number(forms.strip_bullet(line.text))
    item = _Item(text=inline.parse(words, line.number, line.number), indent=line.indent, number=number)
    level = items
    while level and line.indent > level[-1].indent:
        level = level[-1].children
    level.append(item)


def _source(lines: Sequence[Line]) -> str:
    body = [line for line in lines if not forms.is_fence(line)]
    out: list[str] = []
    for position, line in enumerate(body):
        out.extend([""] * (line.gap if position else 0))
        out.append(" " * line.indent + line.text)
    return "\n".join(out)


def _is_stem(text: str) -> bool:
    return is_unfinished(text) or text.endswith(":") or _LIST_NAMES.match(text) is not None


def _is_strong(text: Text) -> bool:
    return sum(end - start for start, end in text.strong) >= len(text.plain.rstrip(":")) > 0


def _ends_sentence(run: Run) -> bool:
    return run.text.plain.endswith((".", "!", "?"))


def _is_sentence(run: Run) -> bool:
    return run.words >= _SENTENCE or _ends_sentence(run) or any(mark in run.text.plain for mark in (" = ", ": ", " – "))
