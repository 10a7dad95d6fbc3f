"""Lines of a slide to runs: lines of one form that stand together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from flashdeck.extraction.dialects.blank_runs import forms
from flashdeck.extraction.model import Line, Text
from flashdeck.extraction.text import inline
from flashdeck.extraction.text.lines import join_wrapped

PICTURE_GAP: Final = 3
"""Blank lines from which on a picture may have stood between two lines."""
_UNFINISHED: Final = re.compile(
    r"\b(?:an?|across|and|are|as|at|be|by|can|causing|for|from|has|have|in|includ(?:es?|ing)|into|is|like|of|on|or|over|such"
    r"|than|that|the|their|through|to|under|until|using|via|when|where|which|with|within|without)$",
    re.IGNORECASE,
)


_LABELLED_AMOUNT: Final = re.compile(r"[^:]{1,40}: [~<>≤≥]?\d")
_AMOUNT: Final = re.compile(r"[~<>≤≥]?\d[\d.,]* \S")


class Form(Enum):
    """What the lines of a run are."""

    PLAIN = auto()
    ARROW = auto()
    LIST = auto()
    TABLE = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Lines of one form that no blank line parts.

    Attributes:
        text: plain lines as one text; empty for other forms.
    """

    form: Form
    lines: tuple[Line, ...]
    text: Text

    @property
    def gap(self) -> int:
        """Blank lines before the run."""
        return self.lines[0].gap

    @property
    def words(self) -> int:
        """Number of words in all lines."""
        return sum(forms.word_count(line.text) for line in self.lines)


def split(lines: Sequence[Line], code_numbers: frozenset[int]) -> list[Run]:
    """Return the runs of lines that are no noise."""
    runs: list[Run] = []
    current: list[Line] = []
    form: Form | None = None
    for line in lines:
        new_form = _form(line, form, code_numbers)
        if form is not None and _continues(line, current, form, new_form):
            current.append(line)
            continue
        if form is not None:
            runs.append(_run(form, current))
        current, form = [line], new_form
    if form is not None:
        runs.append(_run(form, current))
    return runs


def _run(form: Form, lines: Sequence[Line]) -> Run:
    first, last = lines[0].number, lines[-1].number
    text = text_of(lines) if form is Form.PLAIN else Text(plain="", first_line=first, last_line=last)
    return Run(form=form, lines=tuple(lines), text=text)


def texts_of(lines: Sequence[Line]) -> tuple[Text, ...]:
    """Return the sentences on these lines, each with the lines it was wrapped over."""
    parts: list[list[Line]] = []
    for line in lines:
        if parts and _counts_on(parts[-1], line):
            parts[-1][-1] = replace(parts[-1][-1], text=f"{parts[-1][-1].text},")
            parts[-1].append(line)
        elif parts and _goes_on(parts[-1][-1], line):
            parts[-1].append(line)
        else:
            parts.append([line])
    return tuple(text_of(part) for part in parts)


def _counts_on(part: Sequence[Line], line: Line) -> bool:
    """Return whether a line is one more amount behind a label with an amount (`1 crate: 5 kg`, then `2 m long`)."""
    last = part[-1].text
    return (
        _LABELLED_AMOUNT.match(part[0].text) is not None
        and _AMOUNT.match(line.text) is not None
        and not last.endswith((".", ",", ";", ":"))
        and ":" not in line.text
    )


def text_of(lines: Sequence[Line]) -> Text:
    """Return the lines as one text."""
    joined = join_wrapped(line.text.removeprefix("↳").strip() for line in lines)
    return inline.parse(joined, lines[0].number, lines[-1].number)


def is_unfinished(text: str) -> bool:
    """Return whether the text stops in the middle of a sentence."""
    return text.endswith((",", "...")) or _UNFINISHED.search(text, max(0, len(text) - 12)) is not None


def _form(line: Line, current: Form | None, code_numbers: frozenset[int]) -> Form:
    if line.number in code_numbers:
        return Form.CODE
    if forms.is_table_row(line):
        return Form.TABLE
    if forms.is_bullet(line) or forms.is_numbered(line):
        return Form.LIST
    if line.gap == 0 and current is Form.LIST:
        return Form.LIST
    return Form.ARROW if forms.is_arrow(line) else Form.PLAIN


def _continues(line: Line, current: Sequence[Line], form: Form, new_form: Form) -> bool:
    if form is Form.CODE and new_form is Form.CODE:
        return len(current) == 1 or not forms.is_fence(current[-1])
    if line.gap > 0 or (form is not Form.LIST and line.number != current[-1].number + 1):
        return False  # between the two stood blank lines, or noise
    return new_form is form or (form is Form.ARROW and new_form is Form.PLAIN)


def _goes_on(before: Line, line: Line) -> bool:
    if forms.is_arrow(line):
        return False
    first = line.text.lstrip("*_`(\"'“‘")[:1]
    if line.text.startswith("(") or is_unfinished(before.text):
        return True
    return (first.islower() and not before.text.endswith((".", "!", "?", ":"))) or before.wraps
