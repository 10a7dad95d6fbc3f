"""Whether a description says what its label is, means or does; where it tells a property or a claim, no question fits.

What is turned down here is left to the cloze, which keeps the label and hides the informative part of the claim.
"""

import re
from collections.abc import Callable
from typing import Final

from flashdeck.extraction.analysis import deeds
from flashdeck.extraction.asking import kind_phrases, labels, nouns, opposites, questions
from flashdeck.extraction.asking.questions import NO_FORM, Form
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import VERBS, word_set
from flashdeck.extraction.naming.wording import VERSUS, number_word
from flashdeck.extraction.text import needles

_FORMULA: Final = re.compile(r"=|[\u0370-\u03ff\u2070-\u209f\u2200-\u22ff]")
_EQUALS: Final = re.compile(r"(?P<left>[^\s=]{1,20}) ?= ?(?![\d.,]+$)\S")
_INDICES: Final = re.compile(r"[\u1d62-\u1d6a\u2080-\u209c]")
"""What makes a symbol one part of a computation."""
_PAIR_OF: Final = re.compile(r"(?P<which>[\w-]+ (?:and|&|or) [\w-]+) (?P<noun>(?:\w+ )?[^\W\d_]+s)", re.IGNORECASE)
"""Two kinds of one noun (`coal and oil engines`)."""
_TOLD_OF: Final = re.compile(r"(?:details?|information|metadata|statistics) (?:on|about|of|for) ", re.IGNORECASE)
_LIST_OF: Final = re.compile(r"(?:an? )?(?:list|set) of ", re.IGNORECASE)
_HOLDERS: Final = re.compile(
    r"\b(?:view|table|log|file|record|report|page|document|manifest|header|catalog|register)s?$", re.IGNORECASE
)
_CIRCUMSTANCE: Final = re.compile(r" (?:in|on|at|for|with|without|to|under) ", re.IGNORECASE)
_CIRCUMSTANCE_FIRST: Final = re.compile(
    r"(?:during|in|at|on|after|before|with|under|from) [^,:;]{3,60}, ", re.IGNORECASE
)
_CHOICES: Final = word_set(
    """mode modes style styles options results types states values levels class classes settings status dimensions
        properties principles criteria policies strategies terms metacharacters events examples"""
)
"""What stands above labels that each mean something."""
_QUALITY: Final = re.compile(
    r"(?:\S+ )?[\w-]+(?:al|ic|ed|ive|able|ible|less|ous|ary|ant|ent)|\w+-\w+|"
    r"(?:single|multi|non|semi|auto|pre)[\s-]\w+",
    re.IGNORECASE,
)
_COMPOUND: Final = re.compile(r"[A-Z][a-z]+-[A-Z]?[a-z]+")
"""A quality of two words (`Real-World`)."""
_CAMEL: Final = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+\b")
_COMPARES: Final = re.compile(r"\b(?:more|less|larger|smaller|easier|supports?|makes?|also)\b", re.IGNORECASE)
_FEW_NAMES: Final = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}(?:, [A-Z][\w-]*(?: [A-Z][\w-]*){0,3}){1,2}")
_CLAIMS: Final = re.compile(r"^(?:each|every)\b|(?<![\w(])\d", re.IGNORECASE)
"""A figure, or what holds for each: a claim, whose gap asks more than its label does."""
_PASSIVE: Final = re.compile(r" (?:is|are) (?:\w+ly )?(?:\w+ed|sent|held|kept|made|read|written) ")
_TWOFOLD: Final = re.compile(r",|;| (?:and|&|/|but|when|if|unless|except|every) |\d")
_TIED: Final = re.compile(
    r"(?P<done>[a-z]+ed) (?P<word>to|by|with|at|on) (?P<what>[^,;]{2,40}), .+", re.IGNORECASE | re.ASCII
)
_AND_ACTS: Final = re.compile(r"[\w-]+, (?P<deed>[a-z]+ (?:at|on|in|with|for) .+)")
"""A quality, and what the same thing does besides (`Moored, sail at noon`)."""
_NOMINALISED: Final = re.compile(r"(?:e?ment|ation|tion|ion|al|ance|ence)s?", re.IGNORECASE)
_OF_OTHER: Final = re.compile(
    r"(?P<who>an? [a-z]+(?: [a-z]+)?) (?P<can>can|may|must) have (?P<count>\d[^;:()]{0,30}?) (?P<what>[a-z]+s)",
    re.IGNORECASE | re.ASCII,
)
"""How many of something a thing has, under a label that is another word for it."""
_EQUATION: Final = re.compile(r"\S ?= ?\S.*=|\) ?= ?\S")
_COMPUTED: Final = re.compile(r"[a-z]\w*\(.*[,+*/-].*\)")
"""A function with its arguments (`max(length, width)`)."""
_TO_WHAT: Final = re.compile(r"(?P<word>to|for|on|with|in|from) (?P<what>\S.*)")
_SHORTEST_VERB: Final = 4
_BARE_QUALITY: Final = re.compile(
    r"(?!instance|sequence|reference|audience|appliance|maintenance|preference|occurrence|utility|activity|entity|"
    r"identity|utilities|activities)(?:[a-z]{4,}(?:ity|ness|ance|ence|ship|iency)|security|compliance|expertise)"
)
_STATUS: Final = re.compile(r"\b(?:results|outcomes|verdicts|status(?:es)?|states|codes)\b", re.IGNORECASE)
"""What stands above values that each mean something."""
_STATE: Final = re.compile(r"\b(?:security|compliance|access)$", re.IGNORECASE)
_CALLS_FOR: Final = "what {do} {it} call for?"
_OF_OWNER: Final = re.compile(r"(?:complies|offers|supports|includes|improves|comes|has) ", re.IGNORECASE)
_WARNING: Final = re.compile(
    r"\b(?:avoid|anti[- ]?patterns?|troubleshooting|problems?|issues?|errors?)\b", re.IGNORECASE
)
_NAMES_NOTHING: Final = re.compile(r"(?:on|in|during|from|by)[\s-](?!demand\b|memory\b)", re.IGNORECASE)
"""How a circumstance opens (`On board / in port`)."""
_BRACKETS: Final = re.compile(r" \([^()]*\)")
_FEW_WORDS: Final = 3
_FEWEST_LISTED: Final = 2
_MOST_LISTED: Final = 3
_MOST_WORDS_OF_LISTED: Final = 5
_MOST_WORDS_OF_NAME: Final = 2


def settled(form: Form, term: str, description: str, owner: str) -> Form | None:
    """Return what a description answers of its label, asked as its words allow; None where no question tells.

    Args:
        form: what the opening words of the description tell.
        term: the label, which is no quality.
        description: what is said of it.
        owner: what it belongs to; may be empty.
    """
    match form.frame:
        case questions.IS:
            return _of_noun(term, description, owner)
        case questions.MEANS:
            return _of_clause(form, term, description, owner)
        case questions.LIKE:
            return _of_quality(form, description)
        case questions.DOES:
            return _of_deed(form, term, description)
        case questions.TO_DO if not _WARNING.search(owner):
            return _of_order(term, description)
    return form


def _of_noun(term: str, description: str, owner: str) -> Form | None:
    """What a noun phrase answers of a label that names a thing."""
    if _NAMES_NOTHING.match(term) or _two_deeds(term):
        return None
    found = next((told for read in _OF_NOUNS if (told := read(term, description, owner))), NO_FORM)
    if found.frame == questions.IS and _STATUS.search(owner.rpartition(" – ")[2]) and terms.count_words(term) == 1:
        return Form(questions.MEANS, found.back)
    return found if found.frame else None


def _of_order(term: str, description: str) -> Form | None:
    """What an order answers: what a command does, for what a quality calls, how a process goes on."""
    if term[:1].islower() and " " in term:
        return Form(questions.DOES, description)  # a command
    if _BARE_QUALITY.fullmatch(terms.head_of(term)):
        return Form(_CALLS_FOR, description)
    return Form("how?", description) if nouns.is_process(term) else None


def _two_deeds(term: str) -> bool:
    """Whether a label is two things to do (`Load & Sail`)."""
    parts = re.split(r" (?:&|and) ", term.casefold())
    return len(parts) > 1 and all(VERBS.get(part) == part for part in parts)


def _of_quality(form: Form, description: str) -> Form | None:
    """What a quality answers: to what something is tied, or what it is like where more than one thing is told."""
    if tied := _TIED.fullmatch(description):
        return Form(f"what {{be}} {{it}} {tied['done'].lower()} {tied['word']}?", tied["what"])
    acts = _AND_ACTS.fullmatch(description)
    is_mixed = acts is not None and terms.leading_verb(acts["deed"]) != ""
    if is_mixed and (choice := opposites.choice(quality := description.partition(",")[0])):
        return Form(f"{choice}?", quality)
    return form if _TWOFOLD.search(description) and not is_mixed else None


def _of_deed(form: Form, term: str, description: str) -> Form | None:
    """What a deed answers: a quality does nothing, but an order may say what it means."""
    if terms.is_plural(term) and _OF_OWNER.match(description):
        return None  # what has such things does so
    if named := _own_deed(term, description):
        return named
    if not _BARE_QUALITY.fullmatch(terms.head_of(term)):
        return form
    if terms.is_order(description) and description[:1].isupper():
        return Form(questions.MEANS if _STATE.search(term) else _CALLS_FOR, description)
    is_single = terms.count_words(term) == 1 or " and " in term or " & " in term
    return None if is_single else form


def _own_deed(term: str, description: str) -> Form | None:
    """What is done, where an order has the verb that its label is made of (`Night Payment: Pay for the berth`)."""
    verb, _, rest = description.partition(" ")
    noun, verb = terms.words(term)[-1].casefold(), verb.casefold()
    if len(verb) < _SHORTEST_VERB or not rest or not deeds.is_order(description):
        return None
    stem = verb.removesuffix("e")
    if not noun.startswith(stem) or not _NOMINALISED.fullmatch(noun.removeprefix(verb).removeprefix(stem)):
        return None
    moved = _TO_WHAT.match(rest)
    return Form(f"what do you {verb} {moved['word']}?", moved["what"]) if moved else Form(f"what do you {verb}?", rest)


def _of_clause(form: Form, term: str, description: str, owner: str) -> Form | None:
    """What a clause answers: the meaning of a word that others stand beside, or how a process goes on."""
    if labels.is_work(term):
        return Form("how?", description)
    if counted := _OF_OTHER.fullmatch(description):
        who = f"{counted['who'][0].lower()}{counted['who'][1:]}"
        return Form(f"how many {counted['what']} {counted['can'].lower()} {who} have?", counted["count"])
    if _EQUATION.search(description):
        return None  # the case of a formula rather than a meaning
    is_choice = not _CHOICES.isdisjoint(needles.words_in(f"{owner} {term}"))
    if nouns.is_process(term) and _COMPARES.search(description) and not is_choice:
        return None
    if is_choice or (_is_word(term, owner) and not nouns.is_process(term)):
        return form
    if _CLAIMS.search(description):
        return None
    is_done = _PASSIVE.search(description) is not None and not terms.is_plural(term)
    if nouns.is_process(term) or is_done:
        return Form("how {do} {it} work?", description)
    return None if any(map(str.isdigit, term)) or terms.is_plural(term) else form


def _is_word(term: str, owner: str) -> bool:
    """Whether a label is a word with a meaning (a mode, a symbol, a quality) rather than a thing."""
    is_sign = term.isupper() or "_" in term or ":" in term or not terms.words(term) or not owner
    return (
        is_sign
        or VERSUS.search(owner) is not None
        or _CAMEL.match(term) is not None
        or _QUALITY.fullmatch(term) is not None
    )


def _formula_or_clause(term: str, description: str, _owner: str) -> Form | None:
    if _COMPUTED.fullmatch(description):
        return Form("how {be} {it} computed?", description)
    if equation := _EQUALS.match(description):
        return NO_FORM if _INDICES.search(equation["left"]) else Form("how {be} {it} computed?", description)
    if _FORMULA.search(description) or term[:1].isdigit():
        return Form(questions.IS, description)
    circumstance = _CIRCUMSTANCE_FIRST.match(description)
    if circumstance is None:
        return None
    said = description[circumstance.end() :]
    if deeds.is_deed(term, said):
        return Form(questions.DOES, description)
    return Form(questions.MEANS, description) if terms.is_clause(said) else None


def _which_of_noun(term: str, description: str, _owner: str) -> Form | None:
    """Which two kinds of one noun (`coal and oil engines`)."""
    pair = _PAIR_OF.fullmatch(description)
    if pair is None or terms.is_plural(pair["which"].split()[0]) or terms.is_plural(term):
        return None
    return Form(f"which {pair['noun'].lower()}?", pair["which"])


def _content(term: str, description: str, owner: str) -> Form | None:
    listed = _LIST_OF.match(description)
    if listed and terms.stems(term) <= terms.stems(" ".join(description[listed.end() :].split()[:_FEW_WORDS])):
        return Form(questions.IS, description)
    holds = _HOLDERS.search(term) or _HOLDERS.search(owner)
    return Form("what {do} {it} contain?", description) if holds and _TOLD_OF.match(description) else None


def _kind(term: str, description: str, owner: str) -> Form | None:
    if terms.words(kind_phrases.opening(description))[-1:] == (term.casefold(),) and "," in description:
        return Form("which {bare}?" if terms.is_plural(term) else questions.IS, description)
    if kind_phrases.says_kind(term, description):
        is_quality = labels.ends_in_participle(term) or _COMPOUND.fullmatch(term)
        return Form(questions.MEANS if owner and is_quality else questions.IS, description)
    is_state = (term.isupper() or "_" in term) and kind_phrases.denies(description)
    return Form(questions.MEANS, description) if is_state else None


def _which_ones(term: str, description: str, _owner: str) -> Form | None:
    """Which few things a plural stands for."""
    parts = description.split(", ")
    if not terms.is_plural(term) or len(parts) < _FEWEST_LISTED:
        return None
    if len(parts) <= _MOST_LISTED and all(map(_is_short, parts)):
        return Form(f"which {number_word(len(parts))} {{bare}}?", description)
    is_deed = kind_phrases.is_activity(kind_phrases.opening(description))
    return Form("which {bare}?", description) if is_deed and term[1:].islower() else None


def _bare_names(term: str, description: str, _owner: str) -> Form | None:
    """Which few things a plural stands for, each told by a word or two, or with its examples in brackets."""
    bare = _BRACKETS.sub("", description)
    parts = bare.split(", ")
    if not terms.is_plural(term) or len(parts) < _FEWEST_LISTED or "(" in bare:
        return None
    most = _MOST_WORDS_OF_LISTED if bare != description else _MOST_WORDS_OF_NAME
    if not all(_is_short(part) and terms.count_words(part) <= most for part in parts):
        return None
    if len(parts) > _MOST_LISTED:
        return NO_FORM
    is_told = bare != description or len(parts) > _FEWEST_LISTED
    return Form(f"which {number_word(len(parts))} {{bare}}?", description) if is_told else None


def _is_short(part: str) -> bool:
    return terms.count_words(part) <= _MOST_WORDS_OF_LISTED and not set(part) & set("(:…") and "..." not in part


def _process(term: str, description: str, _owner: str) -> Form | None:
    """How a process goes on, by what it is done."""
    if not kind_phrases.is_process(term):
        return None
    opening = kind_phrases.opening(description)
    if _FEW_NAMES.fullmatch(description):
        return Form(f"by which {number_word(description.count(',') + 1)} means?", description)
    if kind_phrases.is_name(description) or kind_phrases.has_alternatives(opening):
        return NO_FORM
    if kind_phrases.goes_on(description) or not nouns.is_process(term):
        return Form("how?", description) if kind_phrases.is_activity(opening) else NO_FORM
    few = terms.count_words(description) <= _FEW_WORDS
    return Form("how {be} {it} done?" if few else "how {do} {it} work?", description)


def _property_or_purpose(term: str, description: str, _owner: str) -> Form | None:
    if kind_phrases.names_uses(description):
        return Form(questions.FOR, description)
    if kind_phrases.is_property(description) and _TWOFOLD.search(kind_phrases.opening(description)):
        return Form(questions.LIKE, description)
    opening = kind_phrases.opening(description)
    if kind_phrases.has_alternatives(opening) or kind_phrases.goes_on(description) or _CIRCUMSTANCE.search(term):
        return None
    return Form(questions.FOR, description) if kind_phrases.is_activity(opening) else None


_OF_NOUNS: Final[tuple[Callable[[str, str, str], Form | None], ...]] = (
    _formula_or_clause,
    _which_of_noun,
    _content,
    _bare_names,
    _kind,
    _which_ones,
    _process,
    _property_or_purpose,
)
"""What a noun phrase may answer, tried in this order."""
