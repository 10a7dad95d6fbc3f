"""A question with lettered options -> the question as it stands, when the slide marks the right option."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind

_CARDS: Final = candidates.Maker("question", CardKind.QUESTION)
_OPTION: Final = re.compile(r"^\(?(?P<letter>[A-Ha-h])[).:]\s+(?P<text>.+)$")
_MARKED: Final = re.compile(r"(?:(?<!\s)|(?!\s))\s*(?:✓|✔|✅|\((?:correct|right)(?: answer)?\))\s*", re.IGNORECASE)
_KEY: Final = re.compile(r"^(?:correct\s+)?answers?\s*:\s*\(?(?P<letter>[A-Ha-h])\b", re.IGNORECASE)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each question whose options carry a key; without a key there is no card."""
    items = tuple(scope.walk())
    for index, item in enumerate(items):
        if item.plain.rstrip().endswith("?"):
            yield from _card(item, items[index + 1 :])


def _card(item: Item, below: tuple[Item, ...]) -> Iterator[Candidate]:
    options: list[tuple[str, str]] = []
    right = ""
    last = item.text.last_line
    for other in below:
        option, answer = _OPTION.match(other.plain), _KEY.match(other.plain)
        if answer and options:
            right, last = answer.group("letter").upper(), other.text.last_line
        elif option:
            letter, text = option.group("letter").upper(), option.group("text")
            right = letter if _MARKED.search(text) else right
            options.append((letter, _MARKED.sub("", text).strip()))
            last = other.text.last_line
        else:
            break
    texts = dict(options)
    if len(options) >= 2 and right in texts:
        lettered = "\n".join(f"{letter}) {text}" for letter, text in options)
        front = f"{terms.clean_statement(item.plain)}\n{lettered}"
        lines = (item.text.first_line, last)
        yield _CARDS.question(front, f"{right}) {texts[right]}", lines, 0.9, "question with options and their key")
