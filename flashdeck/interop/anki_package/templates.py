"""Anki's card templates: which fields stand where on the two sides of a card."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_TAG: Final = re.compile(r"\{\{([#^/]?)([^{}]*)\}\}")
_ANSWER_LINE: Final = re.compile(r"<hr[^<>]*\bid\s*=\s*[\"']?answer\b[^<>]{0,300}>", re.IGNORECASE)
_CARD_NUMBER: Final = re.compile(r"c\d+")
_FRONT_SIDE: Final = "FrontSide"
_ANSWER_FILTERS: Final = frozenset({"type", "hint"})
"""Fields behind these show on the answer side only: there is nothing to type or to unfold here."""
_NOT_SHOWN_FILTERS: Final = ("tts", "tts-voices")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """How a card is laid out: HTML with fields in double braces."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteType:
    """The fields of a note in their order, and the cards made of them."""

    is_cloze: bool
    fields: tuple[str, ...]
    templates: tuple[Template, ...]


def question(template: Template, values: Mapping[str, str]) -> str:
    """Return the front of a card as HTML, gaps as they were written."""
    return _render(template.question, values)


def answer(template: Template, values: Mapping[str, str], *, is_cloze: bool) -> str:
    """Return the back of a card as HTML without what the front shows already."""
    layout = template.answer
    if is_cloze:
        layout = re.sub(r"\{\{[^{}]*\bcloze(?:-only)?:[^{}]*\}\}", "", layout)
        return _render(layout, values, hidden=frozenset(_names(template.question)), is_answer=True)
    if parted := _ANSWER_LINE.search(layout):
        layout = layout[parted.end() :]
    elif layout.startswith(template.question):
        layout = layout.removeprefix(template.question)
    return _render(layout, values, is_answer=True)


def _names(layout: str) -> Iterator[str]:
    for sign, name in _TAG.findall(layout):
        if not sign:
            yield name.rpartition(":")[2].strip()


def _render(
    layout: str, values: Mapping[str, str], *, hidden: frozenset[str] = frozenset(), is_answer: bool = False
) -> str:
    parts: list[str] = []
    shown = [True]
    at = 0
    for match in _TAG.finditer(layout):
        if shown[-1]:
            parts.append(layout[at : match.start()])
        at = match.end()
        sign, name = match.group(1), match.group(2).strip()
        if sign == "/":
            if len(shown) > 1:
                shown.pop()
        elif sign:
            is_filled = bool(_CARD_NUMBER.fullmatch(name)) or bool(values.get(name, "").strip())
            shown.append(shown[-1] and is_filled == (sign == "#"))
        elif shown[-1]:
            parts.append(_value(name, values, hidden, is_answer=is_answer))
    if shown[-1]:
        parts.append(layout[at:])
    return "".join(parts)


def _value(name: str, values: Mapping[str, str], hidden: frozenset[str], *, is_answer: bool) -> str:
    if name in values:
        return "" if name in hidden else values[name]
    *filters, field = (part.strip() for part in name.split(":"))
    if field == _FRONT_SIDE or field in hidden:
        return ""
    if not is_answer and _ANSWER_FILTERS.intersection(filters):
        return ""
    if any(each.startswith(_NOT_SHOWN_FILTERS) for each in filters):
        return ""
    return values.get(field, "")
