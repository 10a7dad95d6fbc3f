"""Which nouns of a German sentence a student could be asked for."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Vocabulary
from flashdeck.extraction.languages import german, terms

_JOINT: Final = re.compile(r"\s*(?:,\s*[A-ZÄÖÜ]|/|\s(?:und|oder|sowie|bzw\.)\s)")
_MIN_NOUN: Final = 12
_MIN_DESCRIBED_NOUN: Final = 9
"""A compound is long and names one thing; a short noun, also with an adjective, could be another."""
_MOST_BEHIND: Final = 40
"""Characters behind a gap without a name: what stands far from the end of a German sentence is seldom its news."""
_REFERS: Final = re.compile(r"(?:Stand|Abschnitt|Kapitel|Seite|Folie|Teil|Schritt)\s\d")
_NAMED_BEHIND: Final = re.compile(r"\s+[a-z]\w*(?:[-_:./]\w+)+")
"""The name of the very thing, in letters of code (`auf der Liste port-security-news`)."""
_GOOD: Final = re.compile(r"(?:gut|best|wichtig|ideal|schlecht)\w{0,3}\s", re.IGNORECASE)
_VAGUE_NOUN: Final = re.compile(
    r"(?:auswirkung|einstellung|möglichkeit|anforderung|maßnahme|aktivität|bedeutung|information|spanne|niveau|problem|"
    r"situation|aufgabe|funktion|lösung|methode|technik|ergebnis|ereignis|plan|management)\w{0,3}$",
    re.IGNORECASE,
)


def phrases(plain: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int, float]]:
    """Yield half-open ranges of nouns with their adjectives, each with how sure it is, 0 to 1.

    The last tells most, and a short common noun is a guess.
    """
    is_sentence = german.has_finite_verb(plain)
    found = list(german.noun_phrases(plain))
    for start, end in found[len(found) > 1 :]:  # the first is what the statement speaks of
        if start == 0:
            continue  # any word is capital there
        phrase = plain[start:end]
        if not is_sentence and not phrase[:1].isdigit():
            continue  # a phrase says nothing of its nouns
        said = terms.content_words(phrase)
        before = plain[:start].rstrip()
        if before.count('"') % 2 or before.count("„") > before.count("“"):
            continue  # a part of what stands in quotation marks
        if before.count("(") > before.count(")"):
            continue  # a remark on what the sentence says
        listed = before.endswith((",", " und", " oder", " sowie", "/")) or _JOINT.match(plain, end)
        if listed or frozenset(map(terms.stem, said)) <= vocabulary.frequent:
            continue
        is_named = "-" in phrase or terms.is_name_like(phrase)
        head = phrase.split()[-1]
        if not is_named and len(head) < (_MIN_NOUN if len(said) < 2 else _MIN_DESCRIBED_NOUN):
            continue
        if _REFERS.match(phrase) or _NAMED_BEHIND.match(plain, end) or _GOOD.match(phrase):
            continue
        if not is_named and (end < len(plain.rstrip(" .")) - _MOST_BEHIND or _VAGUE_NOUN.search(head)):
            continue
        weight = 0.6 + 0.05 * ((start, end) == found[-1]) + 0.04 * (len(said) > 1 or is_named)
        yield start, end, weight
