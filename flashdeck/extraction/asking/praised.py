"""A label that praises its owner (`Secure`, `Cost efficiency`): the fact that its description tells is asked."""

import re
from typing import Final

from flashdeck.extraction.analysis import deeds, definitions
from flashdeck.extraction.asking import phrases, verb_questions
from flashdeck.extraction.asking.questions import CHARGES
from flashdeck.extraction.asking.roles import Asked
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import VERBS
from flashdeck.extraction.naming.wording import question_about, split_owner

_SUITS: Final = re.compile(
    r"(?:an? )?(?P<how>ideal|suitable|suited|good|great|perfect|best|useful|designed)"
    r"(?: (?:solution|choice|option|fit|tool))? for (?P<what>\S.+)",
    re.IGNORECASE,
)
_BETTER: Final = re.compile(r"(?:more|less|most|least) [\w-]+ for (?P<what>\S.+)", re.IGNORECASE)
_ACTS: Final = re.compile(r"(?P<verb>[A-Za-z]+) (?P<how>\w+ly\b.*|(?:up|down|out|in|with|by|based on) .+)")
_COST: Final = re.compile(r"(?:cost|econom|afford|cheap)", re.IGNORECASE)
_ROOT: Final = 4
"""Letters that a verb and its adjective share (`scales`, `scalable`)."""


def of_praise(adjective: str, description: str, owner: str) -> Asked:
    """Return the question that a description answers of the thing that it praises.

    Args:
        adjective: the praise, as an adjective.
        description: in what it lies.
        owner: the thing, with what it belongs to.
    """
    before, last = split_owner(owner)
    adjective = adjective.lower()
    plain = Asked(question_about(owner, f"in what way {adjective}?"), description)
    if better := _BETTER.fullmatch(description):
        return Asked(question_about(owner, f"{adjective} for what?"), better["what"])
    spared = phrases.spared(description)
    if spared is not None:
        return Asked(question_about(owner, spared.frame), spared.back)
    if not last:
        return plain
    be, do = ("are", "do") if terms.is_plural(last) else ("is", "does")
    if suits := of_aim(description, owner):
        return suits
    if _COST.match(adjective) and phrases.is_charge(description):
        return Asked(question_about(before, CHARGES.format(be=be, it=last)), description)
    acts = _ACTS.fullmatch(description)
    if acts and VERBS.get(acts["verb"].casefold()) and acts["verb"][:_ROOT].casefold() == adjective[:_ROOT]:
        return Asked(question_about(before, f"how {do} {last} {VERBS[acts['verb'].casefold()]}?"), acts["how"])
    return _of_deed(description, before, f"{do} {last}") or plain


def of_aim(description: str, owner: str) -> Asked | None:
    """Return the question for what a thing is good (`Suited for fog`); None where a description says no such thing."""
    before, last = split_owner(owner)
    suits = _SUITS.fullmatch(description) if last else None
    if suits is None:
        return None
    be = "are" if terms.is_plural(last) else "is"
    return Asked(question_about(before, f"what {be} {last} {suits['how'].lower()} for?"), suits["what"])


def _of_deed(description: str, before: str, subject: str) -> Asked | None:
    """Return the question for what the first of some deeds is done with or to, if something narrows it."""
    first, _, rest = description.partition(" ")
    if not terms.opens_in_third_person(description) or deeds.is_order(description):
        return None
    found = verb_questions.asked_of(VERBS.get(first.casefold(), ""), _first_clause(rest))
    if found is None or not found.behind or definitions.is_open_list(found.answer) or not found.is_single:
        return None
    return Asked(question_about(before, found.about(subject, VERBS[first.casefold()])), found.answer)


def _first_clause(rest: str) -> str:
    """Return what stands before a second deed behind a comma (`ropes for mooring, provides fenders`)."""
    head, _, behind = rest.partition(", ")
    return head if terms.opens_in_third_person(behind) else rest
