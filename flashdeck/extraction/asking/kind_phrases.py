"""Whether a noun phrase says what kind of thing a label is (`Oven for clay`), or names a deed, a property, a list."""

import re
from typing import Final

from flashdeck.extraction.analysis import definitions, kinds
from flashdeck.extraction.analysis.definitions import ARTICLE
from flashdeck.extraction.asking import nouns
from flashdeck.extraction.languages import lexicon, qualities, terms
from flashdeck.extraction.text import needles

_PHRASE_ENDS: Final = re.compile(
    r" (?:of|for|in|on|at|by|with|from|to|that|which|who|where|when|if|as|between|through|across|via|using|within|"
    r"without|per|over|against|under|about|into|based|used|so|is|are|around|during|behind|than)\b|[,(:;]|–|—| - "
    r"| [^\W\d_]+ing (?:to|the|an?|all|every|each|data)\b",
    re.IGNORECASE,
)
_ALTERNATIVES: Final = re.compile(r" [/&] ")
_GOES_ON: Final = re.compile(
    r", (?:such|which|where|including|like|e\.g|typically|usually|often|always|\w+ing\b)", re.IGNORECASE
)
"""A comma that tells more of the same thing."""
_YOURS: Final = re.compile(r"(?:\w+ ){1,3}(?:you|we|they|users) [a-z]+")
"""A noun with what somebody does with it (`key you carry`)."""
_ACTIVITY: Final = re.compile(
    r"[a-z]{3,}(?:ation|ition|sion|[cpu]tion|ment|ing)s?|access|backups?|usage|upgrades?|use|protection|recovery|retrieval"
)
_THINGS: Final = lexicon.word_set(
    """representation definition information description permission collection solution location operation notation
    organization implementation abstraction specification configuration extension expression condition equation
    combination relation version position region distribution infrastructure computation string building application
    thing offering setting mapping listing environment measurement assignment argument statement agreement document
    instrument equipment apartment payment department decision dimension tradition institution translation station
    nation population publication transaction question reaction direction illustration generation convention
    conversation exception conclusion transition connection execution transformation function action option instance
    component segment element session section partition subscription fraction"""
)
"""Nouns with the ending of a process that name a thing."""
_PROPERTIES: Final = lexicon.word_set(
    """choice balance throughput latency latencies cost costs performance price speed responsibility purpose
    alternative growth savings bandwidth availability durability scalability flexibility efficiency overhead effort
    quality compatible scalable serverless default"""
)
"""Nouns of what a thing is like."""
_NO_NOUN: Final = re.compile(
    r"(?:not?|none|never|only|suitable|good|great|ideal|useful|recommended|similar|like|less|more|most|very|mostly|"
    r"too|mainly|multi-\w+|non-\w+|\w+-wide)\b",
    re.IGNORECASE,
)
_CODE_NAME: Final = re.compile(r"(?=\S*[A-Z])(?=\S*\d)[\w.-]+")
_NAMES: Final = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)* (?:and|&) [A-Z][\w-]*(?: [A-Z][\w-]*)*")
_HAPPENS: Final = re.compile(r" (?:\w+ly \w+ed|kept|held|sent|stored|moved|made) ")
"""What is done with things, without its auxiliary (`crates automatically weighed on arrival`)."""
_WORKS: Final = re.compile(r"\b(?:recovery|backups?|retrieval|access|connectivity)$", re.IGNORECASE)
"""Processes whose nouns end unlike others."""
_USES: Final = lexicon.word_set(
    "apps applications workloads jobs devices scenarios projects audiences clusters databases"
)
_LONG_NOUN: Final = 7
_FEW_WORDS: Final = 3
_BARE_CLASS: Final = re.compile(
    r"an? [a-z]+-[a-z-]+ (?P<noun>service|feature|tool|resource|product|component)", re.IGNORECASE | re.ASCII
)
"""A class of nearly everything with one word in front (`a per-port service`), which defines nothing by itself."""


def says_kind(term: str, description: str) -> bool:
    """Whether a noun phrase names the kind of thing that a label is, rather than a property, a means or a field."""
    if ARTICLE.match(description) or definitions.RELATIVE.match(description) or _YOURS.match(description):
        return True
    first = opening(description)
    found = terms.words(first)
    if not found or denies(description) or ": " in description or is_name(description) or _ends_loosely(description):
        return False
    kind = kinds.kind_in(description)
    if goes_on(description) and (not kind or kinds.is_kind_noun(found[-1]) or terms.is_clause(description)):
        return False
    if is_property(description) or _is_quality(found):
        return False
    if is_activity(first):
        return is_process(term) and description[len(first) :].startswith(" of ") and found[-1] not in {"use", "usage"}
    if kind:
        return True
    few = terms.count_words(description) <= _FEW_WORDS
    return not has_alternatives(first) and not (is_process(term) and (few or _HAPPENS.search(description)))


def is_process(term: str) -> bool:
    """Whether a label names something that goes on, whatever the ending of its noun (`Crate Handling`, `Recovery`)."""
    return nouns.is_process(term) or _WORKS.search(term) is not None


def is_activity(phrase: str) -> bool:
    """Whether the noun that heads a phrase names what is done (`Automatic steering`)."""
    found = terms.words(phrase)
    head = found[-1].casefold() if found else ""
    return head.removesuffix("s") not in _THINGS and _ACTIVITY.fullmatch(head) is not None


def opening(description: str) -> str:
    """Return the words of a noun phrase up to the one that heads it."""
    return _PHRASE_ENDS.split(description, maxsplit=1)[0].strip()


def goes_on(description: str) -> bool:
    """Whether a comma goes on with a second thing behind the noun that heads the first."""
    first = opening(description)
    rest = description[len(first) :].lstrip()
    is_first_quality = len(first.split()) == 1 and not terms.is_name_like(first) and not terms.is_plural(first)
    return rest.startswith(",") and not _GOES_ON.match(rest) and not is_first_quality


def names_uses(description: str) -> bool:
    """Whether a description only names what something is for (`long-running jobs, real-time apps`)."""
    return not _USES.isdisjoint(needles.words_in(description))


def has_alternatives(phrase: str) -> bool:
    """Whether a phrase names several things beside each other (`crates / barrels`)."""
    return _ALTERNATIVES.search(phrase) is not None


def denies(description: str) -> bool:
    """Whether a description opens with a negation, a restriction or a praise rather than a noun."""
    return _NO_NOUN.match(description) is not None


def is_name(description: str) -> bool:
    """Whether a description is nothing but a code name or two names (`C7`, `Harbor Bell and Harbor Lamp`)."""
    return _CODE_NAME.fullmatch(description) is not None or _NAMES.fullmatch(description) is not None


def is_property(description: str) -> bool:
    """Whether a phrase tells what a thing is like (`low price`, `high speed / capacity`)."""
    first = opening(description)
    head = (terms.words(first) or ("",))[-1].casefold()
    return head in _PROPERTIES and (head in {"choice", "balance"} or first == description.strip())


def _ends_loosely(description: str) -> bool:
    return description.endswith("ly") and terms.count_words(description) <= _FEW_WORDS


def _is_quality(found: tuple[str, ...]) -> bool:
    """Whether a phrase opens with an adjective alone (`Loadable by crane`)."""
    return len(found) == 1 and qualities.is_adjective(found[0]) and len(found[0]) > _LONG_NOUN


def asked(what: str) -> str:
    """Return how to ask for what something is: a single word in front of a bare class is its kind."""
    found = _BARE_CLASS.fullmatch(what)
    return f"what kind of {found['noun'].lower()}" if found else "what"
