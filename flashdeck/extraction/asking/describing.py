"""The question that the description of a term answers: what it is, what it does, what it means, what it is for."""

import re
from collections.abc import Collection
from typing import Final

from flashdeck.extraction.analysis.definitions import ARTICLE
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import ASPECTS, DEICTIC_OPENERS, TERM_BREAKERS
from flashdeck.extraction.naming.wording import lower_first, owner_of, question_about, split_owner, without_generic

_QUERY: Final = re.compile(r"(?:SELECT|INSERT|UPDATE|DELETE|CREATE|GRANT|ALTER|COPY|UNLOAD)\s")
_DEFINITION_OF: Final = re.compile(r"^definition(?:\s+of)?\s+(?=\S)|(?<=\S)\s+definition$", re.IGNORECASE)
_AN: Final = re.compile(r"[aeio]|u(?!n[it]|s[eai]|ti)", re.IGNORECASE)
_AN_ACRONYM: Final = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9&]|s?\b)")
_ACTION: Final = re.compile(r"(?:ing|tion|ment)$")
_PRICED: Final = re.compile(r"(?:billing|pricing)$", re.IGNORECASE)
_BY: Final = re.compile(r"(?:using|via|by|through|with)\s", re.IGNORECASE)
_RELATIVE: Final = re.compile(r"\s(?:that|which|who|where|when|for|of|to)\s")
_INDEFINITE: Final = re.compile(r"an?\s", re.IGNORECASE)
_FOR: Final = re.compile(r"[Ff]or\s")
_REMARK: Final = re.compile(r"(?<=\S)\s\((?:but|both|not|only|now|optional)\s[^()]*\)$")
"""A remark in brackets behind a term, rather than its short form."""
_MAX_MEANT_WORDS: Final = 1
_MAX_ACTOR_WORDS: Final = 3
_MAX_EXPANDED: Final = 6


def describe(term: str, description: str, owner: str, common: Collection[str], names: Collection[str] = ()) -> str:
    """Return the question that a description of a term answers.

    Args:
        term: as the slide writes it, without a colon.
        description: what the slide says of it.
        owner: what it belongs to; may be empty.
        common: lower-case words of the deck, which tell a common noun from a name.
        names: keys of terms known to be names.
    """
    special = _special(term, description)
    if special:
        return question_about(owner_of(term, owner), special)
    term = _DEFINITION_OF.sub("", without_generic(_REMARK.sub("", term))) or term
    owner = owner_of(term, owner)
    aspect = ASPECTS.get(terms.key(term))
    if aspect and owner:
        before, last = split_owner(owner)
        if last and not terms.is_plural(last):
            asked = aspect.format(last)
            if asked == f"What is {last}?" and terms.opens_in_third_person(description):
                asked = f"What does {last} {'do' if _says_what_it_does(last, description) else 'mean'}?"
            return question_about(before, asked[:1].lower() + asked[1:])
    if _FOR.match(description) and owner and terms.is_term(term):
        return question_about(
            owner, f"what {'are' if terms.is_plural(term) else 'is'} {lower_first(term, common)} for?"
        )
    if owner and terms.is_praise(term):
        return question_about(owner, f"in what way {term.lower()}?")
    is_list = " / " in description or (", " in description and not terms.is_clause(description))
    if (terms.is_adjective(term) and not is_list) or not terms.words(term):
        return question_about(owner, f"what does {term} mean?")
    if owner and terms.is_adjective(terms.words(term)[-1]):
        return question_about(owner, f"{term}?")
    if terms.is_generic(term):
        return question_about(owner, f"{term}?" if owner else f"what are the {term.lower()}?")
    return _describe_noun(term, description, owner, common, names, is_list=is_list)


def _special(term: str, description: str) -> str:
    """The question for a description of a special form, without its owner; empty for all others."""
    if _is_expansion(term, description):
        return f"what {'do' if terms.is_plural(term) else 'does'} {term} stand for?"
    if terms.is_order(term):
        return f"how to {term[:1].lower()}{term[1:]}?" if terms.is_order(description) else ""
    return f"{term} – how?" if _BY.match(description) and terms.is_clause(term) else ""


def _is_expansion(term: str, description: str) -> bool:
    """Whether a description only spells out the letters of a term (`cgroups`: `control groups`)."""
    bare, said = terms.key(term), terms.key(description).split()
    if " " in bare or not 2 <= len(said) <= _MAX_EXPANDED:
        return False
    initials = "".join(word[0] for word in said)
    return bare in {initials, f"{initials}s", f"{initials[:-1]}{said[-1]}"}


def _describe_noun(
    term: str, description: str, owner: str, common: Collection[str], names: Collection[str], *, is_list: bool
) -> str:
    plural = terms.is_plural(term)
    said = lower_first(term, common)
    noun = article(term, description, common, names) + said
    if not is_list and (_says_what_it_does(term, description) or (not owner and _acts(description))):
        return question_about(owner, f"what do {said} do?" if plural else f"what does {said} do?")
    if _says_what_it_is(description):
        return question_about(owner, f"what {'are' if plural else 'is'} {noun}?")
    if not is_list and not plural and _says_what_happens(term, description):
        return question_about(owner, f"what does {said} mean?")
    if _QUERY.match(description) and terms.count_words(term) <= _MAX_ACTOR_WORDS:
        return question_about(owner, f"an example of {term}?")
    if owner or terms.is_order(term):
        return question_about(owner, f"{term}?")
    return f"What {'are' if plural else 'is'} {noun}?"


def article(term: str, description: str, common: Collection[str], names: Collection[str] = ()) -> str:
    """Return `a ` or `an ` when the description shows that the term is a common noun that can be counted.

    Only `a place to ...` tells a countable noun (`Berth: a place ...`) from a mass noun, a verb or a proper name.
    """
    if (
        not _INDEFINITE.match(description)
        or ARTICLE.match(term)
        or term[:1].islower()
        or terms.is_plural(term)
        or terms.is_mass_noun(term)
        or terms.key(term) in names
    ):
        return ""
    found = terms.words(re.sub(r"(?<!\s)\s*\(.*", "", term))
    if not found or found[-1].casefold() not in common or terms.is_name_like(found[-1]) or not found[-1].isalpha():
        return ""
    if terms.is_verb(found[0]):
        return ""
    acronym = _AN_ACRONYM.match(term)
    vowel = acronym is not None if term[:2].isupper() else _AN.match(term) is not None
    return "an " if vowel else "a "


def _says_what_it_does(term: str, description: str) -> bool:
    """Only what acts by its name (`Scheduler`, `GetItem`) does something; `Management overhead: requires ...` does not.

    Orders (`Encrypt it first`) say what a thing does only under the name of an action (`Filtering: remove rows`).
    """
    if terms.opens_in_third_person(description):
        return terms.is_agent_noun(term) and terms.count_words(term) <= _MAX_ACTOR_WORDS
    acts = (_ACTION.search(term) is not None and not _PRICED.search(term)) or term[:1].islower()
    return acts and not terms.is_plural(term) and terms.is_order(description) and not terms.is_order(term)


def _acts(description: str) -> bool:
    return terms.opens_in_third_person(description)


def _says_what_it_is(description: str) -> bool:
    return ARTICLE.match(description) is not None and not terms.is_clause(_opener(description))


def _opener(description: str) -> str:
    """The first words, up to a relative clause."""
    return " ".join(_RELATIVE.split(description, maxsplit=1)[0].split()[:5])


def _says_what_happens(term: str, description: str) -> bool:
    """Whether a common term is explained by a whole sentence (`Veer: the wind shifts clockwise`)."""
    return (
        terms.count_words(term) <= _MAX_MEANT_WORDS
        and not any(word.isupper() or word.isdigit() for word in terms.words(term))
        and not terms.opens_in_third_person(description)
        and not terms.is_order(description)
        and not terms.is_order(term)
        and terms.is_clause(_opener(description))
        and terms.words(description)[0].casefold() not in DEICTIC_OPENERS | TERM_BREAKERS
    )
