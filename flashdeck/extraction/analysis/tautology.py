"""Whether what a line says of its label is the label again, or nothing but praise: no question is worth it then."""

import re
from functools import lru_cache
from typing import Final

from flashdeck.extraction.languages import kinship, synonyms, terms
from flashdeck.extraction.text import needles

_PRAISES: Final = re.compile(
    r"(?:detailed|reduced|reasonable|eas(?:y|ier)|simpl(?:e|er)|improved|better|enhanced|seamless|effective|efficient|"
    r"flexible|robust|powerful|great|good|quick|smooth|effortless|advanced|cost-effective)\b",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"\b(?:all|one|each|every|any|only|different|same|single|multiple|two|not|no|without)\b|[<>=_/{}()\d]",
    re.IGNORECASE,
)
_MEANS_STEMS: Final = terms.stems("based using used via")
_PRAISE_VERB: Final = re.compile(
    r"(?:enhances?|improves?|ensures?|simplif(?:y|ies)|enables?|increases?) ", re.IGNORECASE
)
_LIMITS: Final = re.compile(r"\b(?:only|all|not|no|without|each|every)\b|<\w", re.IGNORECASE)
_COUNTED: Final = re.compile(r"(?:non|un|single|multi|no)[\s-]", re.IGNORECASE)
"""A label that says itself how many or that not."""
_GENERIC_NEWS: Final = terms.stems(
    """fees charges costs operations provides information applications use allows enables supports helps lets makes
    data stored specific certain various complex easy easier secure safe applies"""
)
_BLAND: Final = _GENERIC_NEWS | terms.stems(
    """specific based certain advanced detailed dedicated features environment resource service services need
    needs requirement requirements required require ability manage manages managed handle handles ensure ensures work
    works perform performs offer offers deliver delivers additional enhanced related given various important entire
    whole multiple provided create creates capture captures simplify simplifies streamline streamlines operation
    operations using item items number easily efficient efficiently optimize optimizes designed specifically seamless
    popular type types kind several lower lowers reduce reduces increase increases improve improves establish defines
    define further carry carries general utilizes utilize run ideal suitable high performance"""
)
"""What a description may hold beside the words that tell something."""
_FIRM: Final = re.compile(
    r"\b(?:only|not|no|without|each|every|between|than|up to|into|instead|both)\b"
    r"|[<>=_{}\"]|“|(?<![^\W\d_])(?<!/)\d|(?:^| )/\w",
    re.IGNORECASE,
)
_FIRST_NOUN: Final = re.compile(r"[\w-]+(?= (?:of|by) )")
_BY_HAND: Final = re.compile(r"\b(?:no|without) (?=manual\b)", re.IGNORECASE)
"""What is automatic needs nothing by hand."""
_LETTERS: Final = re.compile(r"\b[A-Z]{2,5}\b")
_WORDS_OF_ITSELF: Final = (
    *("group", "series", "build", "create", "develop", "define", "make", "one or more", "specify", "use", "write"),
)
_ITSELF: Final = re.compile(
    r"(?:an? )?(?:(?:group|series) of |(?:build|create|develop|define|make) a?n? ?|"
    r"one or more (?:individual )?|(?:specify|use|write) a (?:function|command|condition|rule) to )",
    re.IGNORECASE,
)
_VERSION: Final = re.compile(r"(?:the )?(?:old|new|late|previous|earli|curr)\w* version of ", re.IGNORECASE)
_BOTH_WAYS: Final = re.compile(r"\b(?:bi-?directional|two-way)\b", re.IGNORECASE)
_HUMPS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MAX_PRAISE_WORDS: Final = 3
_FEWEST_PARTS: Final = 2
_MAX_BLAND: Final = 1
_MAX_OF_PLACE: Final = 2
_FIGURE: Final = re.compile(r"\d")
_ROOT: Final = 5
"""Letters that the forms of a word share (`isolation`, `isolated`)."""


def says_nothing(owner: str, term: str, description: str) -> bool:
    """Whether a description is two or three words of praise, or adds a single word to its label and what owns it."""
    if terms.count_words(description) <= _MAX_PRAISE_WORDS and _PRAISES.match(description):
        return True
    said = terms.stems(description) - _MEANS_STEMS
    if _PRAISE_VERB.match(description) and terms.stems(term) <= said:
        return True
    news = said - terms.stems(term) - terms.stems(owner)
    if _TELLS.search(description):
        return False
    if _is_circular(owner, term, description):
        return True
    return len(said) > 2 and len(news) <= 1 and not terms.is_name_like(" ".join(news))


def _is_circular(owner: str, term: str, description: str) -> bool:
    """Whether a description has all words of its term in some form, and hardly another (`Isolation: is isolated`)."""
    said = [word[:_ROOT] for word in terms.content_words(description)]
    named = {word[:_ROOT] for word in terms.content_words(term)}
    known = named | {word[:_ROOT] for word in terms.content_words(owner)}
    news = sum(word not in known for word in said)
    return bool(named) and named <= set(said) and news <= 1 and not terms.is_name_like(term)


def names_itself(term: str, description: str) -> bool:
    """Whether a description says `list of` its own term, what version it is, or that it is made (`Build a tug`)."""
    said = _ITSELF.sub("", description) if needles.any_in(description, _WORDS_OF_ITSELF) else description
    again = len(said) < len(description) and terms.stems(term) <= terms.stems(
        " ".join(said.split()[: len(term.split())])
    )
    return again or _VERSION.match(description) is not None


def spells_itself(name: str, description: str) -> bool:
    """Whether a name written as one word says its description (`CloseGate`: `Closes a single gate in a port`)."""
    parts, said = _HUMPS.sub(" ", name).split(), terms.stems(description)
    named = terms.stems(" ".join(parts))
    is_verb = len(parts) >= _FEWEST_PARTS and terms.stems(parts[0]) & terms.stems(description.partition(" ")[0])
    return bool(is_verb) and named <= said and len(said - named) <= _MAX_OF_PLACE and not _FIGURE.search(description)


def gives_away(term: str, description: str, owner: str, *, in_any_form: bool) -> bool:
    """Whether half of a description's words stand in its term, and no number or limit is news.

    Args:
        term: the label.
        owner: what it belongs to, whose words are no news of a label that denies or counts.
        description: what is said of it.
        in_any_form: whether kin of a word (`visual`, `visualization`) counts as the word.
    """
    said, shown = _parts(description), _parts(term)
    told = said & shown
    if in_any_form:
        told = frozenset(word for word in said if any(kinship.are_kin(word, other) for other in shown))
    news = said - told - (_parts(owner) if _COUNTED.match(term) else frozenset())
    if (
        len(said) < _FEWEST_PARTS
        or (news and _LIMITS.search(description) and not _COUNTED.match(term))
        or any(any(map(str.isdigit, word)) for word in news)
    ):
        return False
    if told and len(news - _GENERIC_NEWS) < _FEWEST_PARTS:
        return True
    return len(news) * 2 < len(said) or len(said) == _FEWEST_PARTS > len(news)


def adds_nothing(term: str, owner: str, said: str, *, despite_names: bool = False) -> bool:
    """Whether a label tells its description: one word at most is neither its own, its owner's nor bland.

    A figure, a limit, a relation between two things or a name is news all the same.

    Args:
        term: the label.
        owner: what it belongs to.
        said: what is said of the label, or a part of it.
        despite_names: whether a name is no news either, as where only the reason of a charge is asked.
    """
    shown, fresh = _parts(term), news(term, owner, said)
    shared = len((_parts(said) & _parts(owner)) - shown)
    if len(fresh) + max(0, shared - 1) > _MAX_BLAND:
        return False
    is_told = bool(_spelled(term, said)) or any(synonyms.tells(shown, word) for word in _parts(said))
    opening = _FIRST_NOUN.match(said)
    if opening and not terms.opens_in_third_person(said) and terms.stems(opening[0]) & fresh:
        return False  # a kind of its own (`Crew Managed: Duty of the crew`)
    if not is_told or _FIRM.search(_without(term, said)):
        return False
    return despite_names or not any(
        terms.is_name_like(word) and terms.stems(word) & fresh for word in terms.words(said)
    )


def news(term: str, owner: str, said: str) -> frozenset[str]:
    """Return the stems of what is said that are not bland, and that neither a label nor its owner tells.

    A label tells its words in any form, what says the same, and what its letters stand for.
    """
    shown = _parts(term)
    fresh = _parts(said) - _parts(owner) - _BLAND - _spelled(term, said)
    return synonyms.untold(shown, fresh)


def _spelled(term: str, said: str) -> frozenset[str]:
    """Return the stems of the words that an abbreviation in a term stands for, where they stand in a row."""
    found = terms.words(said)
    initials = "".join(word[0] for word in found).upper()
    spelled: set[str] = set()
    for letters in _LETTERS.findall(term):
        start = initials.find(letters)
        if start >= 0:
            spelled |= terms.stems(" ".join(found[start : start + len(letters)]))
    return frozenset(spelled)


def _without(term: str, said: str) -> str:
    """Return what is said without the words of a term (`read-only` of `Read-only mode`)."""
    named = {word.casefold() for word in re.findall(r"[^\W_]+", _HUMPS.sub(" ", term))}
    said = _BY_HAND.sub("", said) if synonyms.tells(_parts(term), "manual") else said
    return " ".join(word for word in re.findall(r"[^\s-]+", said) if word.casefold() not in named)


@lru_cache(maxsize=1 << 12)
def _parts(text: str) -> frozenset[str]:
    """The stems of a text, with compounds and CamelCase cut into their words."""
    return terms.stems(_HUMPS.sub(" ", _BOTH_WAYS.sub("bidirectional", text)))
