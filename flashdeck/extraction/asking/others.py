"""What a description says of another than its label: who handles what, what a deed leads to, what the owner has."""

import re
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.asking import lists, nouns, objects
from flashdeck.extraction.asking.roles import Asked
from flashdeck.extraction.languages import terms
from flashdeck.extraction.naming.wording import number_word, question_about, split_owner

_HAS: Final = re.compile(
    r"(?P<verb>complies with|supports|includes|offers|works with|integrates with|speaks|runs on) (?P<what>[^;:()]+)",
    re.IGNORECASE,
)
_BASES: Final = {
    "complies with": "comply with",
    "works with": "work with",
    "integrates with": "integrate with",
    "runs on": "run on",
}
_JOINS: Final = re.compile(r"(?P<verb>Integrate|Comply|Work)s? with (?P<what>[^;:()]+)", re.IGNORECASE)
_HANDLES: Final = re.compile(
    r"(?P<who>(?!\w+ly )[A-Z]\w*(?: [A-Z]\w*){0,2}) (?P<verb>handle|manage|provision|maintain)s (?P<what>[^;:()]+)"
)
_LEADS: Final = re.compile(
    r"(?P<cause>[A-Z][a-z]+ing [^,;:]{3,50}?) (?P<can>can )?(?P<verb>leads? to|causes?|results? in) "
    r"(?P<effect>[^,;:]+)(?:, .*)?"
)
_JOINT: Final = re.compile(r", (?:and )?| (?:and|&) ")
_OPEN: Final = re.compile(r"(?<![\s,])[\s,]*(?:etc\b\.?|…|\.\.\.|and more)\W{0,3}$", re.IGNORECASE)
_FEWEST: Final = 2
_MOST: Final = 3


def of_other(term: str, description: str, owner: str, names: nouns.Names) -> Asked | None:
    """Return the question about who or what a description speaks of; None where that is its label.

    Args:
        term: the label.
        description: what is said under it.
        owner: what the label belongs to; may be empty.
        names: what the deck knows of its words.
    """
    before, last = split_owner(owner)
    if not last:
        return None
    if terms.is_plural(term) and (has := _HAS.fullmatch(description)):
        return _of_owner(has, nouns.small(term, names), before, last)
    if (joins := _JOINS.fullmatch(description)) and _are_few_names(parts := _JOINT.split(joins["what"])):
        does = "do they" if terms.is_plural(term) else "does it"
        asked = f"which {number_word(len(parts))} {does} {joins['verb'].lower()} with?"
        return Asked(question_about(f"{owner} – {term}", asked), joins["what"])
    if (handles := _HANDLES.fullmatch(description)) and not (
        _OPEN.search(handles["what"]) or terms.contains_words(f"{owner} {term}", handles["who"])
    ):
        is_list = " and " in handles["what"]
        what = handles["what"] if is_list else objects.without_aside(handles["what"])
        return Asked(question_about(owner, f"what does {handles['who']} {handles['verb']}?"), what)
    if (leads := _LEADS.fullmatch(description)) and not terms.is_generic(term):
        base = leads["verb"].replace("leads", "lead").replace("causes", "cause").replace("results", "result")
        cause = f"{leads['cause'][0].lower()}{leads['cause'][1:]}"
        asked = f"what {'can' if leads['can'] else 'does'} {cause} {base}?"
        return Asked(question_about(owner, asked), leads["effect"])
    return None


def _of_owner(has: re.Match[str], label: str, before: str, last: str) -> Asked | None:
    """Return which of several things, named by a label, their owner has; each must have a name of its own."""
    parts = _JOINT.split(has["what"])
    if not _are_few_names(parts) or definitions.is_open_list(has["what"]):
        return None
    do = "do" if terms.is_plural(last) else "does"
    verb = has["verb"].lower()
    base = _BASES.get(verb, verb.removesuffix("s"))
    return Asked(question_about(before, f"which {number_word(len(parts))} {label} {do} {last} {base}?"), has["what"])


def _are_few_names(parts: Sequence[str]) -> bool:
    """Whether two or three things are listed, each by a name of its own."""
    return _FEWEST <= len(parts) <= _MOST and lists.are_names(parts)
