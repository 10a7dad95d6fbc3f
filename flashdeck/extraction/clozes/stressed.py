"""What stands out in a statement: set in bold, or written in capitals among small letters."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.languages import qualities, terms
from flashdeck.extraction.languages.lexicon import DECIDING_WORDS, VERBS
from flashdeck.extraction.model import Text

_SHOUTED: Final = re.compile(r"[A-Z](?<!\w.)[A-Z]+(?: [A-Z]{2,}){2,5}\b")
_FEWEST_SMALL: Final = 4
_CHOICE_AFTER: Final = re.compile(r"\s*(?:,|/|(?:or|and)\s+[A-Z(])")


def named(text: Text) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of what is set in bold and names something."""
    for start, end in text.strong:
        found = terms.words(text.plain[start:end])
        if len(found) == 1 and _is_stressed(found[0]):
            continue  # a single verb, adverb or quality is stressed, not named
        if _CHOICE_AFTER.match(text.plain, end) or continues_name(text.plain[:start].rstrip()):
            continue  # one of several, or the end of a name
        if text.plain[end:].lstrip().startswith(":"):
            continue  # a label, stressed as such
        yield start, end


def shouted(plain: str) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of words that a sentence in small letters writes in capitals."""
    for match in () if plain[1:].islower() else _SHOUTED.finditer(plain):
        rest = plain[: match.start()] + plain[match.end() :]
        if sum(word.islower() for word in terms.words(rest)) >= _FEWEST_SMALL:
            yield match.span()


def continues_name(before: str) -> bool:
    """Whether the word before belongs to the same name (`Glacier Deep` before `Archive`)."""
    found = before.split()
    return len(found) > 1 and found[-1][:1].isupper()


def _is_stressed(word: str) -> bool:
    """Whether a single word that stands out names nothing: a verb, an adverb, a common quality."""
    lowered = word.casefold()
    return (
        word.endswith("ly")
        or lowered in VERBS
        or (lowered.endswith(("ed", "ing")) and lowered not in DECIDING_WORDS)
        or (qualities.is_adjective(word) and lowered not in DECIDING_WORDS)
    )
