"""Why the description of a term makes no card, though a question fits its form."""

import re
from typing import Final

from flashdeck.extraction.analysis import definitions, tautology
from flashdeck.extraction.asking import kind_phrases, labels, lists, nouns, roles
from flashdeck.extraction.languages import terms
from flashdeck.extraction.naming import wording
from flashdeck.extraction.rules import misfits

_ASKS_ONE_THING: Final = re.compile(
    r"(?:: |– )(?:when|how|where|what (?:is|are) .{1,300} (?:by|for|on|to|with|from))\b[^:]{0,300}\?$"
)

GIVEN: Final = "the label gives the answer away"
SAID: Final = "the label says the same"
OPEN: Final = "several other answers fit"
SAYS_OF: Final = "it says something of its label, not what it is"
MISFIT: Final = "the question does not fit the label and what is said of it"
SETTLED: Final = frozenset({SAID, OPEN, SAYS_OF, MISFIT})
"""Reasons that leave nothing of the line to another rule."""
_ANY: Final = re.compile(
    r": (?:recommendations?|efficiency|integration|(?:[\w-]+ )?integrations|targets|destinations|syntax|pros?|cons?"
    r"|(?:[\w-]+ )*(?:strategy|upper limit))\?$|: example (?:pricing|prices?|costs?)\?$",
    re.IGNORECASE,
)
"""Questions by a bare label that says neither where, how nor of what."""
_SAMPLE: Final = re.compile(r": example ", re.IGNORECASE)
"""A figure of one case, which nobody need know."""
_BARE_WORK: Final = re.compile(r": (?:[\w-]+ )*encryption\?$", re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?<![A-Za-z])\d")
_WEIGHT: Final = re.compile(r"what is the importance of [^?]+\?$", re.IGNORECASE)
"""Why something matters, of which a slide gives one reason out of many."""
_ANY_EFFECT: Final = re.compile(
    r"(?:\w+ )?(?:(?:suboptimal|poor|bad|slow|degraded) performance|problems|issues|difficulties|inefficiency)",
    re.IGNORECASE,
)
_MEANT: Final = re.compile(r"\b[Ww]hat do(?:es)? \w+ly [a-z][^?]{0,200} mean\?$")
"""A word with an adverb before it, which is a claim rather than a name (`Usually moored`)."""
_CASE: Final = re.compile(r"(?:once|when|if|after|unless) ", re.IGNORECASE)
_USES: Final = re.compile(r"(?:what are|: ) ?(?:use cases?|usage)(?: of [^?]{1,200})?\?$", re.IGNORECASE)
_EXAMPLE: Final = re.compile(r"\b(?:an example of|example) (?P<of>[^?]+)\?$")
_TROUBLE: Final = re.compile(
    r"\b(?:anti[- ]?patterns?|avoid|problems?|errors?|issues?|faults?|fails?|failures?|hard|slow|too|if|when|not|no"
    r"|without|lost|missing|high|low|out of|\w+(?:ed|ing))\b",
    re.IGNORECASE,
)
_EASES: Final = re.compile(r"(?:easily|allows? for|helps? to|enhances?) ", re.IGNORECASE)
"""How praise of a thing opens that many things deserve."""
_ETC: Final = re.compile(r",\s*(?:…|\.\.\.|etc\.?)$")
_MOST_USES: Final = 2
_MOST_OF_ASPECT: Final = 3
_LIKE: Final = re.compile(r"\b(?:like|such as|including)\b", re.IGNORECASE)
_IS: Final = re.compile(
    r"\bwhat (?:is|are) (?!the |[^?]{0,200} (?:for|by|on|to|with|from|of|in|as|like)\?)"
    r"(?![^?]{0,200} (?:called|needed|used|returned|charged)\?)[^?]{1,200}\?$",
    re.IGNORECASE,
)
_BENEFIT: Final = re.compile(r"(?:higher|lower|better|more|less|fewer|faster|easier|easily) ", re.IGNORECASE)
_NARROWED: Final = re.compile(r" (?:that|which|who|whose|where|when|to|you|we|they|it) |[(:;]|–|—")
_MODAL: Final = re.compile(r" (?:can|must|may|should|will) ", re.IGNORECASE)
_EVERY: Final = re.compile(r"\ball\b", re.IGNORECASE)


def of(found: definitions.Definition, description: str, asked: roles.Asked | None, owner: str, *, heads: bool) -> str:
    """Why a description makes no card; empty when it does."""
    if asked is None or is_of_name(found, description) or misfits.has_no_way(found.term, asked.front, asked.back):
        return "its form does not tell what is asked"
    if _is_open(found.term, asked) or _is_open_deed(found.term, asked, owner):
        return OPEN
    if _IS.search(asked.front) and _says_of(asked.back):
        return SAYS_OF
    if misfits.is_misfit(found.term, asked):
        return MISFIT
    if heads and found.how.startswith("gloss") and not _ASKS_ONE_THING.search(asked.front):
        return "the points below answer what the label is"
    if found.how.startswith("first point") and nouns.is_plural(found.term) and asked.front.endswith("mean?"):
        return "the label heads a list"
    is_named = (
        terms.is_name_like(found.term.replace("-", " "))
        or not found.term[:1].isupper()
        or labels.is_respect(found.term)
    )
    given = tautology.gives_away(found.term, description, owner, in_any_form=not is_named)
    given = given or tautology.names_itself(found.term, found.description)
    if given:
        return GIVEN
    return SAID if _tells_itself(found, description, asked, owner) else ""


def _is_open(term: str, asked: roles.Asked) -> bool:
    """Whether many things could be answered: some uses of something, or many names at once."""
    if (
        (asked.front.endswith(" mean?") and _MEANT.search(asked.front))
        or ((_ANY.search(asked.front) or _WEIGHT.search(asked.front)) and not _tells_figure(asked))
        or (asked.front.endswith(" lead to?") and _ANY_EFFECT.fullmatch(asked.back))
        or (asked.front.endswith(" work?") and _CASE.match(asked.back))  # what happens in one case
        or _is_bare_work(asked)
    ):
        return True
    if _USES.search(asked.front):
        is_bare = asked.front.casefold().endswith(": use cases?") and _ETC.search(asked.back) is not None
        return is_bare or len(lists.SEVERAL.split(_ETC.sub("", asked.back))) > _MOST_USES
    if example := _EXAMPLE.search(asked.front):
        return example["of"].isupper() or lists.SEVERAL.search(asked.back) is not None
    if asked.front.casefold().endswith(f": {term.casefold()}?"):
        if misfits.is_claim(term, asked.back):
            return True
        return len(definitions.listed(asked.back)) > _MOST_OF_ASPECT and not _LIKE.search(asked.back)
    return False


def _tells_figure(asked: roles.Asked) -> bool:
    return _FIGURE.search(asked.back) is not None and _SAMPLE.search(asked.front) is None


def _is_bare_work(asked: roles.Asked) -> bool:
    """Whether a work is asked for, neither where nor by what it is done (`Night encryption?`)."""
    return _BARE_WORK.search(asked.front) is not None and "," not in asked.back


def _is_open_deed(term: str, asked: roles.Asked, owner: str) -> bool:
    """Whether nearly anything could be done: no trouble is told, praise is, or the title asks which of two it is."""
    if asked.front.endswith("what to do?"):
        return _TROUBLE.search(asked.front) is None
    if not asked.front.endswith(" do?"):
        return False
    return _is_third(term, owner) or _EASES.match(asked.back) is not None


def _is_third(term: str, owner: str) -> bool:
    """Whether two things are compared above a label, and it belongs to neither."""
    parts = owner.split(" – ")
    compared = next(filter(wording.VERSUS.search, parts), "")
    return compared != "" and not any(terms.contains_words(compared, part) for part in {*parts, term} - {compared})


def _says_of(back: str) -> bool:
    """Whether words compare, or are a clause, so that they do not say what something is."""
    clause = _NARROWED.split(back, maxsplit=1)[0]
    return _BENEFIT.match(back) is not None or _MODAL.search(clause) is not None


def _tells_itself(found: definitions.Definition, description: str, asked: roles.Asked, owner: str) -> bool:
    """Whether a question of a part of something has its answer in the name of the part."""
    owner = wording.owner_of(found.term, owner)
    if (
        not owner
        or found.how.startswith("equals")
        or (labels.is_respect(found.term) and not (labels.may_act(found.term) and asked.front.endswith(" mean?")))
        or labels.is_task(found.term)
        or asked.front.endswith(" stand for?")
        or not terms.contains_words(asked.front, found.term)
    ):
        return False
    is_code = terms.is_name_like(found.term) and " " not in found.term
    is_command = found.term[:1].islower() and " " in found.term
    is_meant = is_code or is_command
    if is_code and tautology.spells_itself(found.term, asked.back):
        return True
    if is_meant and _EVERY.search(asked.back):
        return False
    if (is_meant or asked.back != description) and tautology.news(found.term, owner, asked.back):
        return False  # a name has a meaning of its own; or the question took its words
    is_charged = asked.front.endswith(" charged?")
    return tautology.adds_nothing(found.term, owner, asked.back, despite_names=is_charged)


def is_of_name(found: definitions.Definition, description: str) -> bool:
    """Whether several things stand behind the dash of one name, which they belong to (`Elba – lamps to warn ships`)."""
    return (
        found.how.startswith("dash")
        and found.term.isalpha()
        and not (found.term.isupper() or terms.is_plural(found.term))
        and description[:1].islower()
        and not (terms.is_order(description) or kind_phrases.denies(description))
        and terms.is_plural(kind_phrases.opening(description).partition(" to ")[0])
    )
