"""What stands above a label makes it a use case, a limit, a cause, one of several sources: that is asked then."""

import re
from typing import Final, NamedTuple

from flashdeck.extraction.analysis import deeds, definitions
from flashdeck.extraction.analysis.definitions import ARTICLE
from flashdeck.extraction.asking import nouns, phrases
from flashdeck.extraction.asking.questions import DOES, IS, LIKE, MEANS, Form
from flashdeck.extraction.languages import kinship, qualities, synonyms, terms
from flashdeck.extraction.languages.lexicon import phrases as phrases_of
from flashdeck.extraction.naming.wording import question_about, split_owner

_USE_CASES: Final = re.compile(r"\buse cases?\s*:?$", re.IGNORECASE)
_LAST: Final = re.compile(r"(?:^| – )(?:other )?use cases?$", re.IGNORECASE)
_GERUND: Final = re.compile(r"[A-Z]?[a-z]{2,}ing ")
_IN: Final = re.compile(r"in ", re.IGNORECASE)
_STATE: Final = re.compile(
    r"(?:ideal|useful|suitable|suited|good|great|perfect|best|used|designed|when|if|for)\b", re.IGNORECASE
)
_SETS_OFF: Final = re.compile(r"\b(?:instead|rather|without|not|only|never)\b", re.IGNORECASE)
_BOUNDS: Final = {"maximum": "maximum", "max": "maximum", "minimum": "minimum", "min": "minimum"}
_SOURCES: Final = phrases_of("sources; targets; destinations; data sources; sinks; log sources; supported sources")
_CAUSES: Final = re.compile(r"(?:reasons|causes|sources) (?:of|for) (?P<of>\S.*)|(?:reasons|causes)$", re.IGNORECASE)
_TROUBLE: Final = re.compile(r"\btroubleshooting\b|\b(?:issues|problems|errors|faults)$", re.IGNORECASE)
_WORK: Final = re.compile(
    r"(?:rotation|encryption|authentication|authorization|replication|pricing|billing|backup|backups|deployment)s?$",
    re.IGNORECASE,
)
_EVERY: Final = re.compile(r"\bevery \w", re.IGNORECASE)
_NORMAL: Final = re.compile(r"(?:normal|expected|harmless|fine)\b", re.IGNORECASE)
_FEWEST_WORDS: Final = 4
_COLLECTED: Final = re.compile(r"(?:the )?collection (?:of|from) (?P<what>\S.*)", re.IGNORECASE)
_LEADING_BRACKET: Final = re.compile(r"(?P<bracket>\([^()]*\)) (?P<rest>\S.*)")


class Asked(NamedTuple):
    """A question and its answer."""

    front: str
    back: str


NO_CARD: Final = Asked("", "")
"""Says that no question fits."""


def is_case(above: str) -> bool:
    """Whether what stands above a label says that it names a use case."""
    return _USE_CASES.search(above) is not None


def of_case(term: str, description: str, owner: str, names: nouns.Names) -> Asked | None:
    """Return the question of a use case of its owner, which is what acts in it; None when its form does not tell."""
    before, last = split_owner(_LAST.sub("", owner))
    if _IN.match(description) or _opens_again(term, description):
        return NO_CARD  # where it happens, or its own word again
    if not last or ARTICLE.match(term) or _STATE.match(description) or definitions.listed(description):
        return None
    if deeds.is_deed(term, deeds.without_adverb(description)):
        if _says_case(term, description):
            return NO_CARD
        asked = f"what {'do' if terms.is_plural(last) else 'does'} {last} do?"
    elif _GERUND.match(description):
        if _says_case(term, description):
            return NO_CARD
        asked = "what does it involve?"
    elif terms.is_clause(description) or terms.count_words(description) < _FEWEST_WORDS:
        return None
    else:
        asked = "for what?"
    named = f"{last} – use case {nouns.small(term, names)}"
    return Asked(question_about(f"{before} – {named}" if before else named, asked), description)


def _opens_again(term: str, description: str) -> bool:
    """Whether a description opens with a word of its term in some form (`Automation`: `Automate the crane`)."""
    opens, named = terms.stems(description.partition(" ")[0]), terms.stems(term)
    if _GERUND.match(description):
        return any(synonyms.tells(named, one) for one in opens)
    return any(kinship.are_kin(one, other) for one in opens for other in named)


def _says_case(term: str, description: str) -> bool:
    """Whether a description says half of the words of its case again, and sets it off from nothing."""
    return kinship.tells_half(description, term) and _SETS_OFF.search(description) is None


def of_bound(term: str, description: str, owner: str, names: nouns.Names) -> Asked | None:
    """Return the question of a quantity under `Maximum` or `Minimum`."""
    before, _, last = owner.rpartition(" – ")
    bound = _BOUNDS.get(terms.key(last), "")
    if not bound or not any(map(str.isdigit, description)):
        return None
    many = "number of " if terms.is_plural(term) else ""
    return Asked(question_about(before, f"{bound} {many}{nouns.small(term, names)}?"), description)


def of_part(term: str, description: str, owner: str, form: Form, names: nouns.Names) -> Asked | None:
    """Return the question of a label that its owner makes a source, a cause, a trouble or a case of a work."""
    if source := _of_source(term, description, owner, form):
        return source
    before, _, last = owner.rpartition(" – ")
    if _TROUBLE.search(owner) and _NORMAL.match(description):
        return Asked(question_about(f"{owner} – {term}", "what does it mean?"), description)
    plural = terms.is_plural(term)
    if form.frame == MEANS and (cause := _CAUSES.search(last) or _graded_cause(before, last)):
        of = cause.group("of") or before.rpartition(" – ")[2]
        asked = f"how {'do' if plural else 'does'} {nouns.small(term, names)} cause {nouns.small(of, names)}?"
        return Asked(question_about(owner if cause.group("of") else before, asked), description) if of else None
    if form.frame in {MEANS, IS, LIKE} and _TROUBLE.search(owner):
        asked = "what does it mean?" if form.frame == LIKE else "what is the cause?"
        return Asked(question_about(f"{owner} – {term}", asked), description)
    bracket = _LEADING_BRACKET.match(description)
    said = f"{bracket.group('rest')} {bracket.group('bracket')}" if bracket else description
    if form.frame in {IS, LIKE} and _WORK.search(last) and phrases.is_quality(said):
        noun = nouns.as_subject(term, description, names) or term
        return Asked(question_about(owner, f"{'how often' if _EVERY.search(said) else 'how'} for {noun}?"), said)
    return None


def _graded_cause(before: str, last: str) -> re.Match[str] | None:
    """What causes are told of above a label that only grades them (`Causes of fog – Less obvious`)."""
    found = _CAUSES.search(before.rpartition(" – ")[2])
    return found if found and found.group("of") and all(map(qualities.is_adjective, terms.words(last)[-1:])) else None


def _of_source(term: str, description: str, owner: str, form: Form) -> Asked | None:
    """Return the question of one of several sources, which a noun does not define; `NO_CARD` where it tells no more."""
    if form.frame not in {IS, LIKE, DOES} or terms.key(owner.rpartition(" – ")[2]) not in _SOURCES:
        return None
    if description.casefold().startswith(f"{term.casefold()} "):
        return Asked(question_about(owner, f"which one of {term}?"), description)
    found = _COLLECTED.match(description)
    return Asked(question_about(owner, f"what is collected from {term}?"), found.group("what")) if found else NO_CARD
