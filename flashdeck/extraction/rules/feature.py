"""A feature named in a few words -> which kind of it: the head noun is asked, the whole phrase answers."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, opposites
from flashdeck.extraction.languages import lexicon, qualities, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.text import needles

_CARDS: Final = candidates.Maker("feature", CardKind.DEFINITION)

_BREAK: Final = re.compile(
    r"(?<!\s)\s+(?:(?:of|for|with|to|from|in|on|by|using|across|via|through|between|within|without|per|over|into|as|at|than|"
    r"against|under|when|if|during|while|only|based|is|are|meant|designed|used|stored|that|which|so|after|before)\b(?!-)"
    r"|[–—(+=-])"
)
_MARKS: Final = re.compile(r"[,;:?!\\<>]|…|(?<!\d)/|->|=>|\.\.\.|\. ")
_JOINED: Final = re.compile(r"^(?P<before>.+ )?(?P<head>[\w-]+ (?:&|and) [\w-]+)$")
_DESCRIBES: Final = re.compile(
    r"(?:[a-z]{2}(?:al|ic|ed|ive|able|ible|ent|ant|less|ous|ar|ory|ary)|\w-\w+|(?<!\d)\d+/\d+)$"
)
_FACET: Final = re.compile(
    r"(?:[a-z]{3}(?:ation|ption|cution|ssion|uction|ction)|[a-z]{3}ing|(?:stor|us)age|backup|delivery|"
    r"framework|language|format|protocol|concurrency|governance|transfer|access control|architecture|"
    r"(?:infra)?structure|system|analysis|management)(?<!permission)(?<!operation)$"
)
"""Nouns of what a thing does or has in one way: how it does or has it is one answer (`Hourly replication`)."""
_GENUS: Final = re.compile(r"(?:engine|database|tool)$")
"""Nouns of what a thing is itself: asked for its kind, it would have to be known as one."""
_WORK: Final = re.compile(r"(?:processing|analysis|analytics)$")
_MANY_KINDS: Final = re.compile(
    r"\b(?:access control|encryption|monitoring|logging|authentication|replication|security)$", re.IGNORECASE
)
"""Works that a thing does in more than one way."""
_MADE_SO: Final = re.compile(r"\w-\w+ed$")
"""What tells several things apart by how they were made (`tag-based policies`)."""
_MADE_BY: Final = re.compile(r"(?P<what>[A-Za-z]{2,})-(?P<made>based|driven|powered|backed)", re.IGNORECASE | re.ASCII)
"""What made a thing (`tag-based`), which is asked for rather than the kind."""
_WITH_NAMES: Final = re.compile(r"(?P<what>[^,;:()]{3,60}?) with (?P<names>[A-Z][^;:]+)")
_OF_WHAT: Final = re.compile(r"(?P<kind>.+ (?P<head>access|control)) (?P<what>(?:to|over) \S.+)$", re.IGNORECASE)
"""Nouns that ask of what they are (`Full control over the keys`)."""
_OPEN_LABEL: Final = re.compile(
    r"\b(?:use cases?|examples?|including|include|such as|like|e\.g|sources?|targets?|challenges|reasons)\b",
    re.IGNORECASE,
)
_NO_HEADS: Final = lexicon.word_set(
    """use case cases example examples way ways thing things part parts lot lots one ones kind kinds type types number
    item items time times need place amount rest idea name names value values option options it them data
    variety experience generation version feature capabilities concepts support industries endpoints cloud
    entities nodes scenes fly hood box hand range permission permissions edition set group level point points
    long same fit works known operation operations connector credentials events
    execution characters components measurements"""
)
_NO_NOUNS: Final = lexicon.word_set(
    "important relevant useful helpful cheaper because such since while easier harder slower stronger weaker common"
)
_NO_OPENERS: Final = lexicon.word_set("still always never already")
"""Words that stand before a verb rather than a noun."""
_JUDGES: Final = lexicon.word_set(
    """high low higher lower lowest highest good better best great nice easy easier simple fast faster slow big large
    small wide broad various specific different multiple several many more most less few new only also other
    another same first second last next automatic automated predictable limited ensured quick efficient reliable
    additional similar older regulated configurable about above typically basically finer global complete
    enhanced improved advanced finer limitless unlimited boundless cost-efficient
    low-cost fully-managed high-performance
    user-friendly"""
)
"""Words that praise or count: a phrase that nothing else narrows tells nothing."""
_ANY_SCALING: Final = lexicon.word_set("auto automatic automated continuous dynamic elastic on-demand seamless")
_QUOTED: Final = re.compile(r"^[“\"](?P<said>[^“”\"]+)[”\"]$")
_OF_TIME: Final = lexicon.word_set("hourly daily weekly monthly yearly early")
_QUOTES: Final = "“”\"'"
_HUMPS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_GOES_ON: Final = re.compile(r"\([^()]*\) \w")
"""A bracket inside a longer name (`Deep Access (DA) Table`)."""
_ADDS: Final = re.compile(r"\b(?:possible|only|too|is obvious\))$|^(?:formerly|re-\w+s)\b", re.IGNORECASE)
_MARKS_OF_ADDING: Final = ("possible", "only", "too", "obvious", "formerly", "re-")
_MANY_NAMES: Final = 4
_MAX_NAME_WORDS: Final = 3
_MIN_WORDS: Final = 2
_MAX_WORDS: Final = 14
_MAX_PHRASE_WORDS: Final = 5


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each noun phrase whose head no other point of the slide shares."""
    phrases = [(item, found) for item in scope.walk() if _may_be_feature(item) and (found := _phrase(scope, item))]
    return _cards(scope, phrases) if phrases else iter(())


def _cards(scope: Scope, phrases: list[tuple[Item, tuple[list[str], str]]]) -> Iterator[Candidate]:
    lists = _lists_of_names(scope)
    phrases = [(item, found) for item, found in phrases if item.labels not in lists]
    single = Counter((item.labels, terms.stem(head.split()[-1])) for item, (_, head) in phrases)
    double = Counter((item.labels, terms.key(_longer(*found))) for item, found in phrases)
    for item, (before, last) in phrases:
        owner = item.owner
        is_shared = single[item.labels, terms.stem(last.split()[-1])] > 1
        head = _longer(before, last) if is_shared else last
        if is_shared and (len(before) < _MIN_WORDS or double[item.labels, terms.key(head)] > 1):
            continue
        plain = _QUOTED.sub(r"\g<said>", item.said)
        of_what = _OF_WHAT.match(plain) is not None and before[0].casefold() not in _JUDGES
        is_genus = not item.labels and before[0].casefold() not in _JUDGES and _GENUS.search(head.lower()) is not None
        if not of_what and not is_genus and not _is_facet(before, last, head):
            continue  # a thing among others rather than how its owner does or has something
        if _names_owner(before, owner) or _spells_out(plain, owner):
            continue
        if not owner or terms.stems(head) <= terms.stems(owner) or _OPEN_LABEL.search(owner):
            continue
        if is_genus:
            owner, name = wording.split_owner(owner)
            if not name or terms.is_plural(name):
                continue
            asked, said = f"what is {name}?", plain
        elif _is_purpose(item, head):
            owner, name = wording.split_owner(owner)
            asked, said = f"what {'are' if terms.is_plural(name) else 'is'} {name} for?", plain
        else:
            asked, said = _question(before, plain, head)
            if asked.startswith("what kind of") and plain == " ".join((*before, head)) and _MANY_KINDS.search(head):
                continue  # a thing has several, and this is one of them
        yield _CARDS.question(
            wording.question_about(owner, asked),
            said,
            (item.text.first_line, item.text.last_line),
            0.7,
            "a noun with what narrows it",
        )


def _is_purpose(item: Item, head: str) -> bool:
    """Whether a phrase names a work, and is told of one of several things (`Tugs` over `Harbor towing`)."""
    return bool(item.labels) and _WORK.search(head.lower()) is not None and not terms.is_generic(item.labels[-1])


def _question(before: list[str], plain: str, head: str) -> tuple[str, str]:
    """Return what a phrase is asked for and the answer: one of two opposites, names behind `with`, or a kind."""
    if len(before) == 1 and (choice := opposites.choice(before[0])):
        return f"{choice} {head.lower()}?", f"{before[0]} {head}"
    made = _MADE_BY.fullmatch(before[-1]) if plain == " ".join((*before, head)) else None
    if made:
        what = made["what"] if made["what"].isupper() else made["what"].lower()
        asked = f"what {'are' if terms.is_plural(head) else 'is'} {head.lower()} {made['made'].lower()}"
        return f"{asked} {'on' if made['made'].lower() == 'based' else 'by'}?", what
    if of_what := _OF_WHAT.match(plain):
        return f"what kind of {of_what.group('head').lower()} {of_what.group('what')}?", of_what.group("kind")
    named = _WITH_NAMES.fullmatch(plain)
    if named and named["what"].casefold().endswith(f" {head.casefold()}"):
        what = " ".join(word if terms.is_name_like(word) else word.lower() for word in named["what"].split())
        return f"{what} with what?", named["names"]
    return f"what kind of {head.lower()}?", plain


def _is_facet(before: list[str], last: str, head: str) -> bool:
    if terms.is_plural(last):
        return _MADE_SO.search(before[-1]) is not None
    if last.casefold().endswith("scaling") and before[0].casefold() in _ANY_SCALING:
        return False
    return before[0].casefold() not in _JUDGES and _FACET.search(head.lower()) is not None


def _names_owner(before: list[str], owner: str) -> bool:
    """Whether the words before a head are its owner's own (`BuildBox`: `Box building service`)."""
    said, named = terms.stems(" ".join(before)), terms.stems(_HUMPS.sub(" ", owner))
    return bool(said) and len(said & named) * 2 >= len(said)


def _spells_out(plain: str, owner: str) -> bool:
    """Whether a phrase only says what the letters of its owner stand for (`TTB`: `Tide Table Book`)."""
    initials = "".join(word[0] for word in terms.words(plain))
    return any(word.isupper() and initials.startswith(word) for word in terms.words(owner) if len(word) > 1)


def _lists_of_names(scope: Scope) -> frozenset[tuple[str, ...]]:
    """The labels under which nothing but many names stand, none of which is a feature of what is above them."""
    beside: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for item in scope.walk():
        beside[item.labels].append(item.plain)
    return frozenset(
        labels
        for labels, lines in beside.items()
        if len(lines) >= _MANY_NAMES
        and all(terms.count_words(line) <= _MAX_NAME_WORDS and not terms.is_clause(line) for line in lines)
    )


def _longer(before: list[str], head: str) -> str:
    """The head with the word before it, which tells apart `in-flight encryption` and `at-rest encryption`."""
    return f"{before[-1]} {head}"


def _may_be_feature(item: Item) -> bool:
    if item.children or item.body or item.is_heading or item.number is not None or item.text.code:
        return False
    if not item.is_statement or item.definition is not None or definitions.holds_arrow(item.plain):
        return False
    above = terms.words(item.labels[-1]) if item.labels else ()
    return (
        not (above and above[-1].casefold() in lexicon.STOP_WORDS)
        and _MIN_WORDS <= terms.count_words(item.plain) <= _MAX_WORDS
        and not any(label.endswith(":") or _OPEN_LABEL.search(label) for label in item.labels)
    )


def _phrase(scope: Scope, item: Item) -> tuple[list[str], str] | None:
    """Return the words before the head of a noun phrase, and the head; None when the item is another kind of text."""
    plain = item.said
    first, second, *_ = (*plain.lstrip(_QUOTES).split(maxsplit=2), "", "")
    if not _may_open(scope, first.casefold(), second.rstrip(_QUOTES)):
        return None
    opening = _BREAK.split(plain, maxsplit=1)[0]
    rest = plain[len(opening) :].strip()
    opening = opening.strip(_QUOTES)
    found = opening.split()
    if (
        len(found) < _MIN_WORDS
        or _MARKS.search(opening)
        or (needles.any_in(plain, _MARKS_OF_ADDING) and _ADDS.search(plain))
        or _GOES_ON.match(rest)
        or not terms.is_balanced(rest)
        or terms.is_clause(_BRACKETS.sub("", plain) if "(" in plain else plain)
        or (_has_verb(found) and not _is_work_of(found, rest))
    ):
        return None
    if not {"the", "a", "an"}.isdisjoint(opening.casefold().split()[1:]):
        return None  # `Harbor master bought the tugs`
    joined = _JOINED.match(opening)
    head = joined.group("head") if joined else _compound(found)
    before = opening[: len(opening) - len(head)].split()
    common = scope.vocabulary.common
    if not before or len(before) + 1 > _MAX_PHRASE_WORDS or not _is_head(head, common):
        return None
    is_followed = bool(rest) and not rest.startswith("(")
    is_told_apart = scope.slide.is_comparison and is_followed and before[0].casefold() not in _JUDGES
    return (before, head) if is_told_apart or _narrows(before, common, is_followed) else None


def _may_open(scope: Scope, first: str, second: str) -> bool:
    """Whether a word before another may open such a phrase: it is no verb, tells something and names nothing."""
    if first in lexicon.VERBS and not second.endswith("ing"):
        return False
    is_named = first in scope.vocabulary.brands or first in scope.vocabulary.topics
    return not is_named and first not in lexicon.STOP_WORDS and first not in _NO_OPENERS


def _compound(found: list[str]) -> str:
    """The last word with the plain nouns before it (`access control` in `fine-grained access control`)."""
    start = len(found) - 1
    while start > 1 and found[start - 1].islower() and found[start - 1].isalpha() and not _tells(found[start - 1]):
        start -= 1
    return " ".join(found[start:])


def _tells(word: str) -> bool:
    lowered = word.casefold()
    return (
        lowered.endswith("ing")
        or lowered in _JUDGES
        or lowered in lexicon.STOP_WORDS
        or _DESCRIBES.search(lowered) is not None
    )


def _has_verb(found: list[str]) -> bool:
    """Whether a word may be the verb of an order or of a clause (`Track costs`, `Records belong`)."""
    lowered = [word.casefold() for word in found]
    first = lowered[0] if lowered else ""
    return first in lexicon.VERBS or any(
        word in lexicon.VERB_FORMS
        or (word in lexicon.VERBS and (lexicon.VERBS[word] != word or terms.is_plural(before)))
        for before, word in pairwise(lowered)
    )


def _is_work_of(found: list[str], rest: str) -> bool:
    """Whether two words are a noun with what is done to it (`Cargo tracking of all ships`), not an order."""
    return len(found) == 2 and found[1].endswith("ing") and rest.startswith("of ")


def _is_head(head: str, common: Collection[str]) -> bool:
    """Whether a word is a common noun that can be asked for."""
    found = [word for word in head.split() if word not in {"&", "and"}]
    return not any(word.casefold() in _NO_NOUNS for word in found) and all(
        word.replace("-", "").isalpha()
        and len(word) > 2
        and (word.casefold() in common or _FACET.search(word))
        and word[1:].islower()
        and word.casefold() not in _NO_HEADS
        and not word.casefold().endswith(("ly", "ed"))
        and not qualities.is_adjective(word)
        for word in found[-1:]
    )


def _narrows(before: list[str], common: Collection[str], is_followed: bool) -> bool:
    """Whether the words before a head describe it, rather than belong to a name or praise it."""
    lowered = [word.casefold() for word in before]
    if lowered[0].endswith("ing"):
        return False
    if lowered[0].endswith("ly") and len(before) == 1 and lowered[0] not in _OF_TIME:
        return False
    if terms.is_name_like(before[0]) and not _DESCRIBES.search(lowered[-1]):
        return False
    telling = [word for word in lowered if word not in _JUDGES and word not in lexicon.STOP_WORDS]
    describes = any(_DESCRIBES.search(word) for word in telling)
    return bool(telling) and (describes or (is_followed and lowered[0] in common))
