"""Which words of a statement a cloze hides: a gap must be worth knowing and nameable from what stays."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from flashdeck.extraction import terms
from flashdeck.extraction.lexicon import ANSWER_PREPOSITIONS, DECIDING_WORDS, STOP_WORDS, UNITS
from flashdeck.extraction.model import Text

_UNIT: Final = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
QUANTITY: Final = re.compile(
    rf"(?<![\w.:/-])(?:~\s?|[$€£]\s?)?\d[\d,]*(?:\.\d+)?(?:\s?[-–x×]\s?\d[\d,]*(?:\.\d+)?)?"
    rf"(?:\s?%|[\s-]?(?:{_UNIT})\b(?:\s?/\s?(?:{_UNIT})\b)?(?![\w-]))?",
    re.IGNORECASE,
)
_HAS_UNIT: Final = re.compile(r"[^\d.,\s–x×-]")
_NAME: Final = re.compile(
    r"\b(?:[A-Z][\w’'-]*[A-Z0-9]\w*|[A-Z][a-z]\w*(?:-[A-Z]\w*)*)"
    r"(?:[ ](?:[A-Z][\w’'-]*[A-Z0-9]\w*|[A-Z][a-z]\w*(?:-[A-Z]\w*)*|[A-Z]\b)){0,3}"
)
_TAIL_START: Final = re.compile(r"[\s(]")
_MAX_GAP_WORDS: Final = 6
_MIN_LEFT_WORDS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A range of a statement that may be hidden.

    Attributes:
        start: half-open range of the plain text.
        weight: 0 to 1, how sure it is that the gap is worth asking.
        why: for the user, why these words.
    """

    start: int
    end: int
    weight: float
    why: str


def gaps(text: Text, known: str, *, common: Collection[str] = ()) -> tuple[Gap, ...]:
    """Return the gaps that fit a statement, the best first; of two that overlap only the better one.

    Args:
        known: what the front names anyway (subject and labels); such words are no gap.
        common: lower-case words of the deck.
    """
    found = [
        trimmed
        for gap in (
            *_quantities(text.plain),
            *_emphasised(text),
            *_restricted(text.plain),
            *_deciding(text.plain),
            *_names(text.plain, common),
            *_tails(text.plain),
        )
        if (trimmed := _trim(text.plain, gap)) is not None and _is_fit(text.plain, trimmed, known)
    ]
    found.sort(key=lambda gap: (-gap.weight, gap.start, gap.end))
    kept: list[Gap] = []
    for gap in found:
        if all(gap.end <= other.start or gap.start >= other.end for other in kept):
            kept.append(gap)
    return tuple(kept)


def has_unit(quantity: str) -> bool:
    """Whether a quantity says what it counts in."""
    return bool(_HAS_UNIT.search(quantity))


def _quantities(plain: str) -> Iterator[Gap]:
    for match in QUANTITY.finditer(plain):
        value = match.group().strip()
        if has_unit(value):
            yield Gap(start=match.start(), end=match.start() + len(value), weight=0.9, why="a number with its unit")


def _emphasised(text: Text) -> Iterator[Gap]:
    for start, end in text.strong:
        yield Gap(start=start, end=end, weight=0.85, why="emphasised on the slide")
    for start, end in text.code:
        yield Gap(start=start, end=end, weight=0.8, why="code named on the slide")


_RESTRICTED: Final = re.compile(r"\b(?:only|must be|must use|must have|cannot be|can't be|can’t be|requires?)\s+", re.I)


def _restricted(plain: str) -> Iterator[Gap]:
    for match in _RESTRICTED.finditer(plain):
        end = _phrase_end(plain, match.end())
        yield Gap(start=match.end(), end=end, weight=0.78, why="what a restriction allows")


def _deciding(plain: str) -> Iterator[Gap]:
    for match in terms.WORD.finditer(plain):
        if match.group().casefold() in DECIDING_WORDS:
            yield Gap(start=match.start(), end=match.end(), weight=0.7, why="the word that decides")


def _names(plain: str, common: Collection[str]) -> Iterator[Gap]:
    for match in _NAME.finditer(plain):
        name = match.group()
        starts_sentence = match.start() == 0 or plain[: match.start()].rstrip().endswith((".", ":", "!", "?"))
        first = name.split()[0]
        if starts_sentence and (first.casefold() in common or not terms.is_name_like(first)):
            continue
        if all(word.casefold() in common and not terms.is_name_like(word) for word in name.split()):
            continue
        yield Gap(start=match.start(), end=match.end(), weight=0.72, why="a name")


def _tails(plain: str) -> Iterator[Gap]:
    """The end of a clause carries what is new in it: what follows the last preposition or form of `be`."""
    for match in re.finditer(r"\b(\w+)\s+", plain):
        opener = match.group(1).casefold()
        if opener in ANSWER_PREPOSITIONS or opener in {"is", "are", "be", "called", "of"}:
            end = _phrase_end(plain, match.end())
            at_end = end >= len(plain.rstrip(" ."))
            weight = (0.62 if at_end else 0.5) - (0.08 if opener in {"of", "to", "for", "as"} else 0.0)
            yield Gap(start=match.end(), end=end, weight=weight, why="the new part of the statement")


def _phrase_end(plain: str, start: int) -> int:
    """Where the phrase that begins at `start` ends: at a mark, a conjunction, a preposition or a verb."""
    for match in re.compile(r"[,;:().!?–—⇒]|\s-\s|\b(\w[\w'’-]*)").finditer(plain, start):
        word = match.group(1)
        if word is None:
            return match.start()
        lowered = word.casefold()
        if match.start() > start and lowered in _PHRASE_STOPS:
            return match.start()
    return len(plain)


_PHRASE_STOPS: Final = (STOP_WORDS | ANSWER_PREPOSITIONS | {"using", "when"}) - {
    "a", "an", "the", "its", "own", "same", "each", "every", "all", "any", "other", "one", "more", "most", "your", "and", "or",
}  # fmt: skip


def _trim(plain: str, gap: Gap) -> Gap | None:
    start, end = gap.start, gap.end
    while start < end and plain[start] in " ,;:.–—-*\"“”'‘(":
        start += 1
    while end > start and plain[end - 1] in " ,;:.–—-*\"“”'‘":
        end -= 1
    determiner = re.match(r"(?:an?|the|your|its|their|our)\s+", plain[start:end], re.IGNORECASE)
    if determiner:
        start += determiner.end()
    if start >= end:
        return None
    return Gap(start=start, end=end, weight=gap.weight, why=gap.why)


def _is_fit(plain: str, gap: Gap, known: str) -> bool:
    hidden = plain[gap.start : gap.end]
    rest = plain[: gap.start] + " " + plain[gap.end :]
    hidden_stems = terms.stems(hidden)
    return (
        bool(hidden_stems)
        and len(hidden.split()) <= _MAX_GAP_WORDS
        and len(terms.words(rest)) >= _MIN_LEFT_WORDS
        and len(terms.content_words(rest)) >= 2
        and len(hidden.split()) * 3 <= len(plain.split()) * 2
        and not hidden_stems <= terms.stems(known)
        and not hidden_stems & terms.stems(rest)
        and terms.is_balanced(hidden)
        and _is_whole(plain, gap)
        and "{" not in hidden
        and "}" not in hidden
        and "::" not in hidden
    )


def _is_whole(plain: str, gap: Gap) -> bool:
    """Whether the gap cuts no word and no compound in two."""
    before, after = plain[gap.start - 1 : gap.start], plain[gap.end : gap.end + 1]
    return not (before and (before.isalnum() or before in "-/_")) and not (
        after and (after.isalnum() or after in "-/_")
    )
