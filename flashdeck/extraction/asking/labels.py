"""What kind of label stands before a description: a respect, a task, a statement, a quality, or a thing."""

import re
from functools import lru_cache
from typing import Final

from flashdeck.extraction.asking import lists
from flashdeck.extraction.languages import lexicon, qualities, terms
from flashdeck.extraction.naming.wording import VERSUS

_ASPECT_HEADS: Final = lexicon.word_set(
    """cost costs price prices pricing billing fee fees charges performance speed latency throughput bandwidth capacity
    size duration length timeout period window retention limit limits limitation limitations quota quotas
    maximum minimum default defaults port ports frequency interval granularity resolution importance role unit
    units rate count case cases range format formats syntax engine model schema structure purpose goal aim
    objective reason reasons cause causes effect effects benefit benefits advantage advantages disadvantage
    disadvantages drawback drawbacks risk risks time times challenge challenges recommendation requirement
    requirements prerequisite prerequisites condition conditions difference differences analogy strategy
    security encryption durability availability scalability reliability flexibility simplicity consistency
    complexity compatibility visibility accuracy efficiency overhead setup integration integrations destination
    destinations source sources target targets rule law formula bound theorem usage workaround factor factors
    implications covered services pro pros con cons"""
)
"""Nouns that name a respect in which a thing can be told of, so that `Port: depth?` asks something."""
_ACTING_HEADS: Final = lexicon.word_set("security role encryption integration integrations services engine schema")
_BRACKET: Final = re.compile(r"(?<!\s)\s*\([^()]*\)$")
_TAIL: Final = re.compile(r" (?:of|for|per|in|from|to|with|by) | \(")
_BETTER: Final = re.compile(
    r"(?:increased|improved|reduced|enhanced|simplified|faster|better|easier)\s+\w", re.IGNORECASE
)
_VAGUE_TERM: Final = re.compile(
    r"(?:my|our|your|each|every|all|any|some|other|another|various|new|newer|special|different|certain|oldest|latest|during|"
    r"traditionally|default|in general|unlike|large number) |(?:context|background)$|(?:less|more|most|least) common$"
    r"|(?:pros?|cons?|upsides?|downsides?)$",
    re.IGNORECASE,
)
"""How a label opens that names no thing of its own."""
_FIELDS: Final = lexicon.word_set("name type value id key title label resource text")
"""Fields that anything has, where they are written small as such."""
_DENIES: Final = re.compile(r" (?:not|instead of|rather than) ")
_GRADED: Final = re.compile(r"(?:fully|highly|typically|mostly|always|partly) \w+$", re.IGNORECASE)
_ADVISES: Final = re.compile(r"(?:use|pay|keep|put|set|store|configure|add) (?!cases?\b)\S", re.IGNORECASE)
_WITH_OBJECT: Final = re.compile(r"(?!(?:For|In|With|At|On|By|As)\b|\w+ing )[A-Z][a-z]+ (?:an?|the|your) [A-Za-z]")
_GENERAL: Final = re.compile(r"general[- ]purpose\b", re.IGNORECASE)
_KIND_OF: Final = re.compile(r"(?:types?|kinds?) of ", re.IGNORECASE)
_PARTICIPLE: Final = re.compile(r"(?!speed|feed|seed|embed)[a-z]{3,}ed", re.IGNORECASE | re.ASCII)
_ENDINGS: Final = ("ility", "icity", "iency", "ness")
_ABSTRACT: Final = re.compile(
    r"(?:[a-z]{3}ility|[a-z]{3}icity|agility|[a-z]{3}iency|[a-z]{3}ness)$", re.IGNORECASE | re.ASCII
)
_TASK: Final = re.compile(
    r"(?:\S+ ){0,4}(?:command|query|statement|keyword|function|option|flag|key|way)s? to [a-z]+ \S",
    re.IGNORECASE | re.ASCII,
)


def is_respect(term: str) -> bool:
    """Whether a label is a respect in which things are told of (`Depth`, `Agility`, `Benefits`)."""
    is_abstract = term.lower().endswith(_ENDINGS) and _ABSTRACT.search(term) is not None
    return is_abstract or terms.is_generic(term) or asks_itself(term)


@lru_cache(maxsize=1 << 12)
def asks_itself(term: str) -> bool:
    """Whether the noun that heads a term is a respect (`Depth`, `Depth of the lock`, `Key to open the gate`)."""
    head = terms.words(_TAIL.split(term, maxsplit=1)[0])
    return not _GENERAL.match(term) and (
        is_search(term) or bool(_KIND_OF.match(term)) or (bool(head) and head[-1].casefold() in _ASPECT_HEADS)
    )


def is_search(term: str) -> bool:
    """Whether a label asks for the command or the way to do something (`Key to open the gate`)."""
    return _TASK.match(term) is not None


def may_act(term: str) -> bool:
    """Whether a label of several words is headed by a respect that can also do something (`Gate security`)."""
    found = terms.words(_BRACKET.sub("", term))
    return len(found) > 1 and found[-1].casefold() in _ACTING_HEADS


def is_task(term: str) -> bool:
    """Whether a label tells what to do (`Use partitions`); `Compute Optimized` names a kind."""
    tells = terms.is_order(term) or _ADVISES.match(term) or _WITH_OBJECT.match(term)
    return bool(tells) and not term.endswith("ed")


def advises(term: str) -> bool:
    """Whether a label advises its reader to do something (`Use partitions`)."""
    return _ADVISES.match(term) is not None


def is_spoken(term: str) -> bool:
    """Whether a label is a statement, of which nothing can be asked as of a thing."""
    return (
        (terms.is_clause(term) or _DENIES.search(term) is not None)
        and not terms.is_title_case(term)
        and term[:1].isupper()
    )


def is_vague(term: str) -> bool:
    """Whether a label names no thing of its own (`My way`, `Each ship`, `Note`); `A` alone may be a name."""
    is_letter = term.isupper() and len(term) == 1
    is_note = terms.is_statement_label(term) and not is_letter
    is_phrase = term.startswith(("A ", "An "))  # it says what its owner is
    is_path = term.startswith("/") and term.endswith("/")
    return (
        is_note
        or is_path
        or is_phrase
        or term in _FIELDS
        or _VAGUE_TERM.match(term) is not None
        or VERSUS.search(term) is not None
    )


def is_quality(term: str) -> bool:
    """Whether a label is an adjective or ends in one (`Stateless`, `Fully managed`); a name in title case is none."""
    found = terms.words(_BRACKET.sub("", term)) or terms.words(term)
    return _GRADED.match(term) is not None or (qualities.is_adjective(found[-1]) and not terms.is_title_case(term))


def is_praise(term: str) -> bool:
    """Whether a label praises its owner, in one word or in two that `and` joins."""
    return qualities.is_praise(term) or (" and " in term and all(map(lists.is_quality, term.split(" and "))))


def is_improvement(term: str) -> bool:
    """Whether a label says what gets better (`Improved speed`), so that its description says why."""
    return _BETTER.match(term) is not None


def ends_in_participle(term: str) -> bool:
    """Whether a label of several words ends in what is done (`Crew Managed`), so that it names no thing."""
    found = terms.words(term)
    return len(found) > 1 and _PARTICIPLE.fullmatch(found[-1]) is not None


def is_work(term: str) -> bool:
    """Whether a label names a work by its verb and its object (`Rotating keys`)."""
    first, *others = terms.words(term)
    stem = first.casefold().removesuffix("ing")
    return (
        bool(others)
        and stem != first.casefold()
        and any(base in lexicon.VERBS for base in (stem, f"{stem}e", stem[:-1]))
    )
