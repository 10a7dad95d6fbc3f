"""A typed answer beside the right one: what is there, what is missing, what is too much."""

import html
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from flashdeck.rendering.limits import clean_text

MAX_CHARS: Final = 1_000
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_NEARLY: Final = 0.8


class Verdict(StrEnum):
    """How a typed answer compares."""

    SAME = "same"
    NEARLY = "nearly"
    OTHER = "other"
    EMPTY = "empty"


class Part(StrEnum):
    """What a piece of the comparison is."""

    RIGHT = "right"
    MISSING = "missing"
    """Of the answer, and was not typed."""
    EXTRA = "extra"
    """Was typed, and is not of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedComparison:
    """What was typed laid over the answer, in the order of reading."""

    verdict: Verdict
    pieces: tuple[tuple[Part, str], ...]


def compare(typed: str, answer: str) -> TypedComparison:
    """Compare what was typed with the answer, both plain text; case, punctuation and white space do not count.

    Where they have no word in common, only what was typed is told: the rest would be the answer again.
    """
    wanted, given = _words(answer), _words(typed)
    if not given:
        return TypedComparison(verdict=Verdict.EMPTY, pieces=())
    matcher = SequenceMatcher(None, _folded(given), _folded(wanted), autojunk=False)
    pieces: list[tuple[Part, str]] = []
    for kind, given_from, given_to, wanted_from, wanted_to in matcher.get_opcodes():
        if kind == "equal":
            pieces.append((Part.RIGHT, " ".join(wanted[wanted_from:wanted_to])))
            continue
        if given_to > given_from:
            pieces.append((Part.EXTRA, " ".join(given[given_from:given_to])))
        if wanted_to > wanted_from:
            pieces.append((Part.MISSING, " ".join(wanted[wanted_from:wanted_to])))
    if all(part is not Part.RIGHT for part, _ in pieces):
        pieces = [(Part.EXTRA, " ".join(given))]
    return TypedComparison(verdict=_verdict(given, wanted), pieces=tuple(pieces))


def _words(text: str) -> list[str]:
    """Return the words, and the signs only where there are no words to compare."""
    tokens = _TOKEN.findall(clean_text(text)[:MAX_CHARS])
    words = [token for token in tokens if token[0].isalnum() or token[0] == "_"]
    return words or tokens


def _folded(words: list[str]) -> list[str]:
    return [word.casefold() for word in words]


def _verdict(given: list[str], wanted: list[str]) -> Verdict:
    left, right = " ".join(_folded(given)), " ".join(_folded(wanted))
    if left == right:
        return Verdict.SAME
    is_near = SequenceMatcher(None, left, right, autojunk=False).ratio() >= _NEARLY
    return Verdict.NEARLY if is_near else Verdict.OTHER


def comparison_html(comparison: TypedComparison) -> str:
    """Return the pieces as HTML: the missing underlined, the extra struck out, so that no colour is needed."""
    tags = {Part.RIGHT: "{}", Part.MISSING: "<u><b>{}</b></u>", Part.EXTRA: "<s>{}</s>"}
    return " ".join(tags[part].format(html.escape(text)) for part, text in comparison.pieces)
