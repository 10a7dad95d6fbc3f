"""Who lets whom do what (`A badge allows a pilot to enter`) -> do what; who gives whom what -> what."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("enabling", CardKind.DEFINITION)
_ENABLING: Final = {
    **{f"{verb}s": verb for verb in ("allow", "enable", "permit", "ask", "instruct", "force", "cause")},
    **{f"{verb}s": verb for verb in ("tell", "encourage", "invite", "let", "help", "make")},
}
_GIVING: Final = {
    f"{verb}s": verb for verb in ("give", "send", "show", "sell", "offer", "tell", "grant", "pay", "hand")
}
_VERBS: Final = frozenset({*_ENABLING.values(), *_GIVING.values()})
_FORMS: Final = _VERBS | _ENABLING.keys() | _GIVING.keys()
_MODALS: Final = frozenset({"can", "will", "may", "must", "should", "could", "might"})
_ADVERBS: Final = word_set("also then only usually often always automatically simply")
_TO: Final = re.compile(
    r"(?<!\S)(?P<whom>\S++(?: \S++){0,6}?)\s+to\s+(?P<deed>(?!the\b|a\b|an\b|its\b|your\b)[a-z]+\s+\S.*)"
)
_PERSONS: Final = word_set("you us users it them developers teams admins everyone customers clients")
_BARE: Final = re.compile(rf"(?P<whom>{'|'.join(sorted(_PERSONS))})\s+(?P<deed>[a-z]+\s+\S.*)")
_WHOM: Final = re.compile(
    rf"(?P<whom>{'|'.join(sorted(_PERSONS))}|each \w+)\s+"
    r"(?P<what>(?:an?|the|your|its|all|full|more|one|two|some)\s+\S.*|[A-Z]\w+ \S.*)"
)
_MOST_WORDS_OF_SUBJECT: Final = 6
_MOST_WORDS: Final = 18
_FAULTY: Final = 0.2
"""Belief in a card that is only made to be turned down with its reason."""
_FEWEST_WORDS: Final = 2


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each sentence whose subject makes somebody do something, or gives it to him."""
    for item in scope.unasked():
        plain = item.said
        if item.is_heading or not item.is_statement or item.definition:
            continue
        found = _parts(plain)
        if found is None:
            continue
        subject, modal, verb, rest = found
        made = _asked(verb, rest)
        if made is None:
            continue
        ending, answer = made
        owner = wording.owner_of(subject, item.owner)
        is_open = _is_topic(scope, subject)
        helper = modal or ("do" if terms.is_plural(subject) or " and " in subject else "does")
        front = wording.question_about(owner, f"what {helper} {subject} {verb} {ending}?")
        lines = (item.text.first_line, item.text.last_line)
        belief, why = (
            (_FAULTY, "a whole topic lets one do many things") if is_open else (0.75, "who makes whom do what")
        )
        yield replace(_CARDS.question(front, answer, lines, belief, why), settles=is_open)


def _is_topic(scope: Scope, subject: str) -> bool:
    """Whether a sentence tells of the topic on a slide that is about a part of it."""
    topic = terms.stems(scope.slide.topic)
    titled = terms.stems(" ".join(terms.content_words(scope.slide.title)))
    return bool(topic) and terms.stems(subject) == topic and not titled <= topic


def _parts(plain: str) -> tuple[str, str, str, str] | None:
    """Return the subject, a modal verb or nothing, the base form of the verb, and the rest."""
    if _FORMS.isdisjoint(plain.casefold().split()):
        return None
    found = plain.split()
    for index in range(1, min(len(found) - 2, _MOST_WORDS_OF_SUBJECT + 1)):
        word, before = found[index].casefold(), found[index - 1].casefold()
        modal = before if before in _MODALS else ""
        base = word if modal else _ENABLING.get(word) or _GIVING.get(word) or ""
        if not base and word in _VERBS and terms.is_plural(" ".join(found[:index])):
            base = word
        if base not in _VERBS:
            continue
        names = [name for name in found[: index - bool(modal)] if name.casefold() not in _ADVERBS]
        subject = " ".join(names)
        bare = terms.without_article(subject)
        if not names or not terms.is_label(bare) or terms.is_clause(subject):
            return None
        if names[0] in {"A", "An", "The", "Each", "Every", "Some", "Many"}:
            subject = f"{names[0].lower()} {' '.join(names[1:])}"
        return subject, modal, base, " ".join(found[index + 1 :])
    return None


def _asked(verb: str, rest: str) -> tuple[str, str] | None:
    """Return how the question ends, and its answer."""
    for pattern in (_TO, _BARE) if verb in _ENABLING.values() else ():
        found = pattern.fullmatch(rest)
        if found is None or (pattern is _BARE and verb not in {"let", "help", "make"}):
            continue
        deed, whom = found["deed"], found["whom"]
        is_sure = whom.casefold() in _PERSONS or (bool(terms.leading_verb(deed)) and not terms.is_clause(whom))
        if whom.casefold() in {"it", "them"}:
            continue  # it is not said who
        if is_sure and terms.count_words(deed) >= _FEWEST_WORDS:
            short = deed if terms.count_words(deed) <= _MOST_WORDS else definitions.shorten(deed)
            return f"{whom} {'to ' if pattern is _TO else ''}do", short
    given = _WHOM.fullmatch(rest) if verb in _GIVING.values() else None
    if given is None or not _FEWEST_WORDS <= terms.count_words(given["what"]) <= _MOST_WORDS:
        return None
    return given["whom"], given["what"]
