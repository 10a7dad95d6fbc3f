"""A label over names: up to three are asked together with their number, four to seven by one gap each."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction import candidates, statements, terms, wording
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.scope import Item, Scope

_CARDS: Final = candidates.Maker("enumeration", CardKind.ENUMERATION)

_MAX_TOGETHER: Final = 3
_MAX_GAPS: Final = 7
_MAX_NAME_WORDS: Final = 7
_COUNT: Final = re.compile(r"^(?:the\s+)?(?:\d+|two|three|four|five|six|seven)\s+", re.IGNORECASE)
_OPENING_VERB: Final = re.compile(
    r"(?:\bto|\bcan|\bfor|\bis|\bare|\bif|\bwith|\bof|\band|\bor|\bby|\bin|\bon|\bvia)$", re.I
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose the cards of every list of names under a label, and of lists written in one line."""
    for item in scope.walk():
        names = _names_below(item)
        if names:
            yield from _cards(scope, item, names)


def _names_below(item: Item) -> tuple[str, ...]:
    if not 2 <= len(item.children) <= _MAX_GAPS or item.body:
        return ()
    if any(child.children or child.body for child in item.children):
        return ()
    names = tuple(terms.clean_statement(child.plain) for child in item.children)
    return names if all(_is_name(name) for name in names) else ()


def _is_name(name: str) -> bool:
    return (
        0 < terms.count_words(name) <= _MAX_NAME_WORDS
        and statements.ARROW.search(name) is None
        and ": " not in name
        and not name.endswith(("?", ":"))
    )


def _cards(scope: Scope, item: Item, names: tuple[str, ...]) -> Iterator[Candidate]:
    label = _COUNT.sub("", terms.clean_label(item.plain))
    owner = wording.owner_of(label, wording.name(scope.subject, item.labels))
    lines = (item.text.first_line, item.last_line)
    if len(names) <= _MAX_TOGETHER:
        front = _together(label, owner, len(names))
        yield _CARDS.question(
            front,
            candidates.as_list(names),
            lines,
            0.75,
            f"{len(names)} points under a label",
        )
        return
    if any(terms.is_clause(name) for name in names):
        return
    frame = (
        f"{wording.lead(owner, label)}: " if not terms.is_generic(label) or not owner else f"{owner}, {label.lower()}: "
    )
    yield from gap_each(frame, names, lines)


def gap_each(frame: str, names: tuple[str, ...], lines: tuple[int, int]) -> Iterator[Candidate]:
    """Propose one cloze for each name, the others standing around it."""
    text = frame + ", ".join(names)
    start = len(frame)
    for name in names:
        end = start + len(name)
        yield _CARDS.cloze(
            text,
            (start, end),
            lines,
            0.62,
            f"one of {len(names)} points under a label",
        )
        start = end + 2


def _together(label: str, owner: str, count: int) -> str:
    number = wording.number_word(count)
    if _OPENING_VERB.search(label) or not terms.is_label(label):
        return wording.question_about(owner, f"{label} … ({number} answers)?")
    if terms.is_plural(label):
        return wording.question_about(
            owner, f"which {number} {label}?" if owner else f"which are the {number} {label}?"
        )
    return wording.question_about(owner, f"{label} ({number} points)?")
