"""What a description answers about its term, told by its form, as a whole or by its first words.

What no form tells is asked by no card: a label with a question mark behind it leaves the student guessing.
"""

import re
from typing import Final

from flashdeck.extraction.analysis import deeds
from flashdeck.extraction.analysis.definitions import ABOUT, ARTICLE
from flashdeck.extraction.asking.phrases import USERS_VERBS, form_of_phrase, is_quality
from flashdeck.extraction.asking.questions import DOES, FOR, INVOLVES, IS, ITSELF, LIKE, MEANS, TO_DO, Form
from flashdeck.extraction.languages import lexicon, terms

_DID: Final = re.compile(
    r"(?:[^\W\d_]+ed|paid|built|made|won|wrote|took|gave|led|sold|bought|began) (?:the|an?|its|their|all|many|some) "
    r"|[^\W\d_]+ed \w+s \w+ly$",
    re.IGNORECASE,
)
_SAMPLE: Final = re.compile(r"[\"“][^\"”]*[\"”]|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d|.* here")
"""A value of one case: quoted words, a day; and what points to a place on the slide."""
_NOTED: Final = re.compile(r"(?:solutions?|causes?|reasons?|notes?|examples?): ", re.IGNORECASE)
_USES: Final = re.compile(
    r"(?P<verb>uses|requires|needs|means|has|have|contains?|consists of|represents?|refers to|"
    r"measures?|belongs to) (?P<what>\S.*)",
    re.IGNORECASE,
)
_BASES: Final = {
    "uses": "use",
    "has": "have",
    "requires": "require",
    "needs": "need",
    "means": "mean",
    "consists of": "consist of",
    "refers to": "refer to",
    "belongs to": "belong to",
}
_FOR_USE: Final = re.compile(r"for [a-z]+: (?=[a-z])", re.IGNORECASE | re.ASCII)
"""For what a thing is told of (`For code: sealed by a stamp`)."""
_YOURS: Final = re.compile(r"\byour\b", re.IGNORECASE)
_ADVICE: Final = lexicon.word_set(
    "use choose consider leverage prefer try batch pick watch incorporate attach authorize assign install"
)
"""What a slide advises its reader to do, rather than what a thing does."""
_OPEN_ENDS: Final = ("other", "the", "a", "an", "and", "or", "their", "its", "your")
_CUT_SHORT: Final = re.compile(
    r"\b(?:other|the|an?|and|or|their|its|your)$|^(?:\S+ ){0,3}\S*,? ?(?:etc\b\.?|…)\W*$", re.IGNORECASE
)
_EACH: Final = re.compile(r"(?:all|any|both) (?!of\b)", re.IGNORECASE)
_EACH_OF: Final = re.compile(
    r"(?:all|any|both) (?P<noun>(?:[a-z-]+ ){0,2}(?!including)[a-z]+s)(?= (?:[–—-]|\()|,|$)",
    re.IGNORECASE | re.ASCII,
)
_PARTED: Final = re.compile(r"[A-Z]?[a-z]+s (?:\w+ly )?[a-z]+ed (?:across|based|by|in|into|over|to|on) ")
_SAME: Final = re.compile(r"(?P<same>same)\s+(?P<what>\S.*)", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"(?:the|an?) (?:[\w-]+ ){1,3}?(?:\w+ly )?[^\W\d_]+ed (?:the|an?|its|all|each)\b", re.IGNORECASE
)
"""A sentence of the past (`The pilot signed the log`)."""
_ADVERB_AND_VERB: Final = re.compile(r"[A-Z]?[a-z]+ly [a-z]+[^s\s] (?:the|an?|your|its|all|each|every) ")
"""A verb that no list needs to know, between its adverb and its object (`Slowly haul the rope`)."""
_NOUNS_IN_ING: Final = re.compile(r"missing |(?:\w+ing \w+s, )+(?:and )?\w+ing \w+s$", re.IGNORECASE)
_OPENS_LOOSE: Final = re.compile(r"^(?:from|into|onto|upon|over|as|than|per|plus|and|or|but) ", re.IGNORECASE)
_ONLY: Final = re.compile(r"only (?!the\b|an?\b)", re.IGNORECASE)
_ACCESS: Final = re.compile(r"access to (?P<what>\S.*)", re.IGNORECASE)
_BARE_DEGREE: Final = re.compile(r"^(?:less|more|very|finer|rather) \w+(?: \([^()]*\))?$", re.IGNORECASE)
_GOOD: Final = re.compile(
    r"(?:reducing|improving|preventing|avoiding|increasing|identifying|minimi[sz]ing|eliminating|speeding up|saving|"
    r"simplifying) ",
    re.IGNORECASE | re.ASCII,
)
"""What is done for the good of something: the aim of a thing rather than a part of it."""
_GERUND: Final = re.compile(
    r"(?!(?:Every|Any|Some|No)thing)[A-Z]?[a-z]{2,}ing "
    r"(?!.*\b(?:is|are|can|may|must|will|leads?|causes?|lowers?|results?)\b)"
)
_VALUE: Final = re.compile(r"(?!an? |the )[a-z]+(?: [a-z]+)?")
_ATTRIBUTE: Final = re.compile(r"[A-Z][a-z]+")
_EXCLUDED: Final = re.compile(
    r"not (?:applicable|supported|available|possible|allowed|needed|required)\W*$", re.IGNORECASE
)
_RULE_OR_PRICE: Final = re.compile(r"\b(?:must|required|only|should)\b|[$€£]\d", re.IGNORECASE)
_MOST_WORDS_OF_NAME: Final = 2
_MOST_WORDS: Final = 26


def form_of(term: str, description: str, *, how: str = "") -> Form | None:
    """Return what a description answers about a term, or None when its form does not tell.

    Args:
        term: what is described, as a noun.
        description: what is said of it.
        how: how the two were told apart; an equals sign says what a thing is, whatever stands behind it.
    """
    if terms.count_words(description) > _MOST_WORDS:
        return None
    if (not how.startswith("equals") and _SAMPLE.fullmatch(description)) or _NOTED.match(description):
        return None
    if how.startswith(ABOUT) and not any(map(str.isdigit, description)):
        return Form("what {be} {it} comparable to?", description)
    form = form_of_phrase(term, _FOR_USE.sub("", description))
    if form is not None:
        return form if form.frame else None
    if how.startswith("equals") and not deeds.is_deed(term, description):
        told = terms.count_words(description)
        is_deed = terms.leading_verb(term) != "" and not terms.is_title_case(term)
        is_name = told <= _MOST_WORDS_OF_NAME < terms.count_words(term) and (told > 1 or is_deed)
        return Form("what is it called?" if is_name else IS, description)
    return _by_sentence(term, description)


def _by_sentence(term: str, description: str) -> Form | None:
    """What a thing does, is like, means, or is: told by whether its description is a verb, a clause or a noun."""
    said = deeds.without_adverb(description)
    if _is_cut_short(description) or _OPENS_LOOSE.match(description) or _BARE_DEGREE.match(description):
        return None
    if early := _by_first_word(term, description, said):
        return early
    is_clause = _is_clause(_SUBORDINATE.split(description, maxsplit=1)[0])
    special = None if is_clause else _by_opening(description)
    if is_clause or special is not None:
        return special or _clause(description)
    if _ONLY.match(description):
        return None
    if _EXCLUDED.match(description) or not terms.content_words(description):
        return None
    if _PARTED.match(description) and not terms.is_plural(term):
        return Form(MEANS, description)
    if is_quality(description):
        return Form(LIKE, description)
    is_value = _VALUE.fullmatch(description) and _ATTRIBUTE.fullmatch(term) and not terms.is_plural(term)
    return Form(ITSELF if is_value else IS, description)


def _is_cut_short(description: str) -> bool:
    """Whether a description goes on elsewhere."""
    lowered = description.lower()
    may_be = lowered.endswith(_OPEN_ENDS) or "etc" in lowered or "…" in lowered
    return may_be and _CUT_SHORT.search(description) is not None


def _is_clause(opening: str) -> bool:
    """Whether words have a verb of their own, also one that may be a noun, behind a plural (`trucks wait less`)."""
    first, second, *_ = (*opening.casefold().split(), "", "")
    if second == "of" and not any(map(terms.is_auxiliary, terms.words(opening))):
        return False  # `Balance of load`
    if terms.is_clause(opening) or _TOLD.match(opening):
        return True
    return terms.is_plural(first) and lexicon.VERBS.get(second) == second != ""


def _by_first_word(term: str, description: str, said: str) -> Form | None:
    """What a thing does, did, gives access to, or involves."""
    if deeds.is_deed(term, said) or _ADVERB_AND_VERB.match(description):
        return _deed(description, said)
    if _DID.match(description):
        return Form("what did {it} do?", description)
    if access := _ACCESS.match(description):
        return Form("what {do} {it} give access to?", access.group("what"))
    if not _GERUND.match(description) or _NOUNS_IN_ING.match(description):
        return None
    return Form(FOR if _GOOD.match(description) else INVOLVES, description)


def _by_opening(description: str) -> Form | None:
    """What all or the same of something is, a path, a file."""
    if found := _SAME.match(description):
        return Form("what stays the same?", found.group("what"))
    if _EACH.match(description):
        several = _EACH_OF.match(description)
        return Form(f"which {several.group('noun').lower()}?" if several else "which part of {it}?", description)
    path = "" if ARTICLE.match(description) else _path_asked(description)
    return Form(path, description) if path else None


def _path_asked(description: str) -> str:
    """What a path or the name of a file is asked by; empty for anything else."""
    first = description.partition(" ")[0]
    if re.match(r"/\w+/", first):
        return "which path?"
    return "which file?" if re.fullmatch(r"[\w*<>-]*\.[a-z][\w.]{1,7}", first) and description == first else ""


def _deed(description: str, said: str) -> Form | None:
    found = _USES.match(said) if said == description else None
    if found:
        verb = found.group("verb").casefold()
        return Form(f"what {{do}} {{it}} {_BASES.get(verb, verb.rstrip('s'))}?", found.group("what"))
    verb = terms.leading_verb(said)
    if deeds.is_order(said) and (verb in _ADVICE or (verb in USERS_VERBS and _YOURS.search(said))):
        return Form(TO_DO, description)
    return Form(DOES, description)


def _clause(description: str) -> Form | None:
    first = terms.words(description)[0].casefold()
    if first in lexicon.DEICTIC_OPENERS - {"you"} or first in lexicon.TERM_BREAKERS - {"you"}:
        return None
    return None if _RULE_OR_PRICE.search(description) else Form(MEANS, description)


_SUBORDINATE: Final = re.compile(
    r" (?:that|which|who|whose|where|when|if|while|because|how|what|to|this|these|you|we|they) |[,(:;]| [–—-] "
)
