"""Check 3: a list is learnt item by item."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.domain import cloze
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import NUMBER_WORDS, STOP_WORDS
from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Repair, Severity
from flashdeck.messages import Message

_EASY_ITEMS: Final = 3
_MAX_ITEMS: Final = 5
_MAX_SPLIT: Final = 9
_MAX_ITEM_WORDS: Final = 10
_MAX_WORDS: Final = 45
_BETWEEN: Final = re.compile(
    r"(?:(?<!\s)|(?!\s))\s*[,;]\s+(?:(?:and|or|und|oder|&)\s+)?|(?<!\s)\s+(?:and|or|und|oder|&)\s+(?=[^,;]{0,400}$)"
)
_COUNT: Final = re.compile(rf"\b(?:which|what|the) ({'|'.join(NUMBER_WORDS[2:])})\b", re.IGNORECASE)
_IN_A_SENTENCE: Final = STOP_WORDS - {"and", "or", "und", "oder", "own", "on", "off", "all"}
"""What no name of an item holds."""
_AND_SO_ON: Final = re.compile(r"\W*(?:etc|usw|more|others?|mehr)?\W*", re.IGNORECASE)


def check(card: CardText) -> Iterator[Finding]:
    """Find answers that are lists of more than three items."""
    items = _items(card)
    asked = _COUNT.search(card.front) if card.items else None
    if asked and NUMBER_WORDS.index(asked.group(1).lower()) != len(items):
        why = Message("asks for {wanted} and gives {count}", wanted=asked.group(1).lower(), count=len(items))
        yield Finding(check=CheckName.ENUMERATION, severity=Severity.WARNING, why=why, loss=0.2)
    if len(items) <= _EASY_ITEMS:
        return
    many = len(items) > _MAX_ITEMS
    yield Finding(
        check=CheckName.ENUMERATION,
        severity=Severity.WARNING if many else Severity.HINT,
        why=Message("the answer is a list of {count} items", count=len(items)),
        repair=_one_gap_an_item(card, items),
    )


def _items(card: CardText) -> tuple[str, ...]:
    """Return the items of an answer: its lines, or what commas part when every part is short."""
    if card.items or card.is_list or card.cloze_text:
        return card.items
    if card.back.count(",") + card.back.count(";") < _EASY_ITEMS - 1 or not terms.is_balanced(card.back):
        return ()
    parts = tuple(part for part in _BETWEEN.split(card.back.strip(" .…,;")) if part and not _AND_SO_ON.fullmatch(part))
    short = all(terms.count_words(part) <= 4 and terms.is_balanced(part) for part in parts)
    named = not any(_IN_A_SENTENCE & frozenset(part.casefold().split()) or terms.is_clause(part) for part in parts)
    # in `a fast, cheap, fully managed time series database` the last part is what the others describe
    alike = bool(parts) and terms.count_words(parts[-1]) <= max(map(terms.count_words, parts[:-1]), default=0) + 1
    return parts if short and named and alike else ()


def _one_gap_an_item(card: CardText, items: tuple[str, ...]) -> Repair | None:
    """Return the list as one text with a gap for each item: each is asked with the others in view."""
    words = [terms.count_words(item) for item in items]
    if len(items) > _MAX_SPLIT or max(words) > _MAX_ITEM_WORDS or sum(words) > _MAX_WORDS or card.cloze_text:
        return None
    if "{{" in card.front + card.back or cloze.BLANK in card.front:
        return None
    gaps = [cloze.gap(item, number) for number, item in enumerate(items, start=1)]
    listed = "".join(f"\n- {gap}" for gap in gaps) if card.items else f" {', '.join(gaps)}"
    return Repair(cloze_text=card.front + listed, how="one gap an item, the others in view")
