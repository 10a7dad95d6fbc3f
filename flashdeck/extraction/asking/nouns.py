"""A term as the subject of a question: whether it takes an article, and how it is written inside a sentence."""

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from flashdeck.extraction.analysis import clauses
from flashdeck.extraction.analysis.definitions import ARTICLE, OPTION
from flashdeck.extraction.analysis.scope import Vocabulary
from flashdeck.extraction.languages import lexicon, noun_forms, terms
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.naming.wording import lower_first

_AN: Final = re.compile(r"[aeio]|u(?!n[it]|s[eai]|ti)", re.IGNORECASE | re.ASCII)
_AN_ACRONYM: Final = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9&]|s?\b)")
_INDEFINITE: Final = re.compile(r"an? ", re.IGNORECASE)
_PARTICIPLE: Final = re.compile(r"(?<=s) \w+ed(?= |$)")
_BRACKET: Final = re.compile(r"(?<=s)\([A-Z]+s\)$")
_COUNTED: Final = lexicon.word_set(
    """action statement version option instance function partition application subscription connection exception
    component document element segment environment region station session transaction question section"""
)
"""Nouns that end like mass nouns."""
_PROCESS: Final = re.compile(
    r"[a-z]{2,}(?:ation|ition|sion|[cpu]tion|ment|ing)|operations|reads|writes|backoff", re.IGNORECASE | re.ASCII
)
_UNCOUNTED: Final = lexicon.word_set("time support access control work use data help training hand")


class Names(NamedTuple):
    """What a deck knows of its words.

    Attributes:
        common: lower-case words of the deck, which tell a common noun from a name.
        topics: keys of terms known to be names.
        is_english: whether its questions may be worded in English.
    """

    common: Collection[str]
    topics: Collection[str] = ()
    is_english: bool = True


def names_of(vocabulary: Vocabulary) -> Names:
    """Return what a deck knows of its words, for questions about its terms."""
    return Names(vocabulary.common, vocabulary.topics, vocabulary.language is Language.ENGLISH)


def is_plural(term: str) -> bool:
    """Whether a term takes the verb of the plural; a participle behind its noun does not hide it (`Crates left`)."""
    bare = _BRACKET.sub("", term)
    return "_" not in term and clauses.is_plural(_PARTICIPLE.split(bare, maxsplit=1)[0])


def is_process(term: str) -> bool:
    """Whether a label names something that goes on (`Crate Handling`, `Write operations`)."""
    found = terms.words(term.partition("(")[0])
    head = found[-1].casefold() if found else ""
    return head.removesuffix("s") not in _COUNTED and _PROCESS.fullmatch(head) is not None


def as_subject(term: str, description: str, names: Names) -> str:
    """The term as the subject of a question; empty when it is not known whether it takes an article."""
    said = small(term, names) if terms.is_plural(term) else lower_first(term, names.common)
    if found := article(term, description, names.common, names.topics):
        return found + said
    first, *others = terms.words(term)
    last = others[-1] if others else ""
    is_name = (
        terms.is_plural(term)
        or term[:1].islower()
        or "_" in term
        or OPTION.fullmatch(term) is not None
        or terms.key(term) in names.topics
        or ARTICLE.match(term) is not None
        or (terms.is_name_like(term) and (not last or not last.islower()) and last.casefold() not in names.common)
        or (noun_forms.is_mass_noun(term) and not terms.is_verb(first))
    )
    return said if is_name else ""


def small(term: str, names: Names) -> str:
    """A respect as a common noun (`Free Tier` -> `free tier`), names kept."""
    found = re.findall(r"[^\W\d_][\w'’-]*", term)
    known = all(word.islower() or terms.is_name_like(word) or word.casefold() in names.common for word in found)
    return " ".join(word if terms.is_name_like(word) else word.lower() for word in term.split()) if known else term


def article(term: str, description: str, common: Collection[str], names: Collection[str] = ()) -> str:
    """Return `a ` or `an ` when the term is known to be a common noun that can be counted.

    A description that opens with `a place to ...` tells it (`Berth: a place ...`), and so does a deck that writes the
    plural of its last word too; a mass noun, a verb or a proper name has neither.
    """
    if ARTICLE.match(term) or term[:1].islower() or terms.is_plural(term) or terms.key(term) in names:
        return ""
    found = terms.words(term.partition("(")[0])
    if not found or found[-1].casefold() not in common or terms.is_name_like(found[-1]) or not found[-1].isalpha():
        return ""
    head = found[-1].casefold()
    is_mass = noun_forms.is_mass_noun(term) and head not in _COUNTED
    if is_mass or not (_INDEFINITE.match(description) or _is_counted(head, common)):
        return ""
    if terms.is_verb(found[0]) or not term[0].isalpha() or " + " in term:
        return ""
    return f"{indefinite(term)} "


def indefinite(noun: str) -> str:
    """Return `an` before a noun that is spoken with a vowel first, else `a`."""
    acronym = _AN_ACRONYM.match(noun)
    vowel = acronym is not None if noun[:2].isupper() else _AN.match(noun) is not None
    return "an" if vowel else "a"


def _is_counted(noun: str, common: Collection[str]) -> bool:
    if noun in _UNCOUNTED:
        return False
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"
    return plural in common
