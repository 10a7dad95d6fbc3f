"""A description without the term that it opens with, or that its sentence defines (`Kiln: A kiln is an oven`)."""

import re
from typing import Final

from flashdeck.extraction.analysis.definitions import ARTICLE, sentences_in
from flashdeck.extraction.languages import noun_forms, terms
from flashdeck.extraction.languages.lexicon import VERB_FORMS, VERBS
from flashdeck.extraction.text import needles

_IS: Final = (" is ", " are ")
_SAYS_WHAT: Final = re.compile(
    r"(?:an?\s++|the\s++)?(?P<name>.{2,50}?)\s+(?:is|are)\s+(?P<what>(?:an?|the) .+)$", re.IGNORECASE
)
_PRONOUN: Final = re.compile(
    r"(?:(?:it|they|this|these)\s+(?:[^\W\d_]+\s+(?=is\b|are\b))?(?:(?:is|are)\s+)?|(?:is|are)\s+)(?P<what>\w.+)$",
    re.IGNORECASE,
)
_MODALS: Final = frozenset({"can", "will", "must", "should", "may"})
_MIN_SAID_WORDS: Final = 2


def without_term(term: str, description: str) -> str:
    """Return the description without the term or pronoun that opens it (`Kiln: it is an oven`)."""
    pronoun = _PRONOUN.match(description)
    if pronoun and terms.is_term(term):
        return pronoun.group("what")
    said = _behind_name(term, description)
    verb = said.partition(" ")[0].casefold()
    if verb in {"is", "are"} and terms.count_words(said) > _MIN_SAID_WORDS:
        return said.partition(" ")[2]
    agrees = (VERBS.get(verb) == verb) == terms.is_plural(term)
    if verb in _MODALS or (verb in VERBS and (agrees or verb in VERB_FORMS) and terms.count_words(said) > 1):
        return said[:1].upper() + said[1:]
    for sentence in (description, *sentences_in(description)[1:]) if needles.any_in(description, _IS) else ():
        match = _SAYS_WHAT.match(sentence)
        if match is not None and _is_named(term, match.group("name")):
            return match.group("what")
    return description


def _behind_name(term: str, description: str) -> str:
    """Return what follows the term that opens a description, in either number, with an article or without."""
    article = ARTICLE.match(description)
    found = description[article.end() if article else 0 :].split()
    length = len(term.split())
    named, known = terms.key(" ".join(found[:length])), terms.key(term)
    is_again = named[:1] == known[:1] and noun_forms.singular(named) == noun_forms.singular(known)
    return " ".join(found[length:]) if is_again else ""


def _is_named(term: str, name: str) -> bool:
    """Whether a sentence speaks of the term by its name, or of it in its place (`A crate in the queue`)."""
    named, asked = terms.key(name), terms.key(term)
    return named == asked or named.startswith((f"{asked} in ", f"{asked} of ", f"{asked} for "))
