"""A question with lettered options -> the question as it stands, when the slide marks the right option."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind

_CARDS: Final = candidates.Maker("question", CardKind.QUESTION)
_OPTION: Final = re.compile(r"^\(?(?P<letter>[A-Ha-h])[).:]\s+(?P<text>.+)$")
_MARKED: Final = re.compile(r"(?:(?<!\s)|(?!\s))\s*(?:✓|✔|✅|\((?:correct|right)(?: answer)?\))\s*", re.IGNORECASE)
_KEY: Final = re.compile(r"^(?:correct\s+)?answers?\s*:\s*\(?(?P<letter>[A-Ha-h])\b", re.IGNORECASE)

_PRAISED: Final = re.compile(
    r"^(?P<what>[“\"]?[^\s,;:]+(?: [^\s,;:]+){0,4}?[”\"]?) (?:is|(?:has|have|offers?|gives?|spreads?) [^;:]{4,100}?,? "
    r"so (?:it|that)(?:['’]s| is)) "
    r"(?:an? |the )?(?:very )?(?:good|best|right|ideal|correct) (?:candidate|choice|option|answer|one|fit)\b",
    re.IGNORECASE,
)
"""What a line says of the option that is right (`The quay has most room so it's the best choice`)."""
_FEWEST_OPTIONS: Final = 3
_MOST_OPTIONS: Final = 5
_MOST_OPTION_WORDS: Final = 4


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each question that tells which of its options is right; without that there is no card."""
    items = tuple(scope.walk())
    for index, item in enumerate(items):
        if item.plain.rstrip().endswith("?"):
            below = items[index + 1 :]
            made = _keyed(item, below) or _judged(item, below)
            if made is not None:
                yield made


def _judged(item: Item, below: tuple[Item, ...]) -> Candidate | None:
    """The card of a question whose options stand below it, one of which a line after them praises and no other."""
    options = [terms.clean_statement(child.plain) for child in item.children]
    if not _FEWEST_OPTIONS <= len(options) <= _MOST_OPTIONS or any(map(_is_long, options)):
        return None
    after = [other for other in below if other.text.first_line > item.children[-1].text.last_line]
    praised = [
        option
        for other in after
        if (match := _PRAISED.match(terms.clean_statement(other.plain)))
        for option in options
        if terms.key(match.group("what")) == terms.key(option)
    ]
    if len(praised) != 1:
        return None
    right = options.index(praised[0])
    lettered = tuple(zip("ABCDE", options, strict=False))
    lines = (item.text.first_line, item.children[-1].text.last_line)
    back = "{}) {}".format(*lettered[right])
    return _CARDS.question(_with_options(item, lettered), back, lines, 0.86, "question whose answer is praised")


def _is_long(option: str) -> bool:
    return terms.count_words(option) > _MOST_OPTION_WORDS or terms.is_clause(option)


def _keyed(item: Item, below: tuple[Item, ...]) -> Candidate | None:
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
    if len(options) < 2 or right not in texts:
        return None
    lines = (item.text.first_line, last)
    back = f"{right}) {texts[right]}"
    return _CARDS.question(_with_options(item, options), back, lines, 0.9, "question with options and their key")


def _with_options(item: Item, options: Iterable[tuple[str, str]]) -> str:
    lettered = "\n".join(f"{letter}) {text}" for letter, text in options)
    return f"{item.said}\n{lettered}"
