"""A point that says what its subject is or does -> what is it, what does it do."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction import candidates, lexicon, statements, terms, wording
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.scope import Item, Scope

_CARDS: Final = candidates.Maker("predicate", CardKind.DEFINITION)
_ENABLES: Final = re.compile(
    r"^(?P<verb>allow|enable|let|help|permit)s?\s+"
    r"(?:(?P<who>you|users|us|customers|developers|applications|teams|organizations)\s+)?(?P<to>to\s+)?(?P<rest>.{6,})$",
    re.IGNORECASE,
)
_IS: Final = re.compile(r"^(?P<term>.{2,50}?)\s+(?P<be>is|are)\s+(?P<what>(?:an?|the)\s.{6,})$", re.IGNORECASE)
_KIND_NOUNS: Final = (
    "service|tool|database|platform|engine|framework|solution|feature|system|library|protocol|format|language|network|"
    "repository|store|storage|warehouse|environment|interface|registry|scheduler|orchestrator|firewall|gateway|cache|"
    "catalog|broker|algorithm|method|technique|utility|suite|process|approach|mechanism|standard|api"
)
_KIND: Final = re.compile(
    rf"^(?:is\s+)?(?P<what>(?:an?\s+|the\s+)?(?:[\w-]+,?\s){{0,6}}(?:{_KIND_NOUNS})s?\b(?!\s*(?:is|are|can|must)\b).{{0,120}})$",
    re.IGNORECASE,
)
_MANNER: Final = re.compile(r"(?:\w+ly|very|well|better|faster|based on)\b")
_ADVERBIAL: Final = re.compile(
    r"(?:when|if|under|until|during|after|before|up|down|out|once|while|that|how|what|where|whether|not|only|between)\b"
)
_PREPOSITION: Final = re.compile(
    r"(?P<word>with|on|from|to|for|in|into|as|by|at|against|of|across|over)\s+(?P<object>.+)"
)
_MAX_OBJECT_WORDS: Final = 16


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each statement whose subject is the slide's own, and each `X is a Y`.

    Two statements with one verb would be two answers to one question, so such a verb is left to the clozes.
    """
    verbs = Counter((item.labels, terms.leading_verb(item.plain)) for item in scope.walk())
    for index, item in enumerate(scope.walk()):
        if item.is_heading or not statements.is_statement(item):
            continue
        plain = terms.clean_statement(item.plain)
        owner = wording.name(scope.subject, item.labels)
        lines = (item.text.first_line, item.text.last_line)
        alone = verbs[item.labels, terms.leading_verb(item.plain)] == 1
        only = sum(count for (labels, verb), count in verbs.items() if labels == item.labels and verb) == 1
        if made := _is_card(scope, plain, owner, lines):
            yield made
        elif index == 0 and owner and (match := _KIND.match(plain)):
            yield _kind_card(owner, match.group("what"), lines)
        elif only and owner and terms.opens_in_third_person(plain):
            yield _does_card(owner, plain, lines)
        elif alone and owner and not terms.is_label(plain):
            yield from _verb_cards(owner, plain, lines)


def _is_card(scope: Scope, plain: str, owner: str, lines: candidates.Lines) -> Candidate | None:
    match = _IS.match(plain)
    if match is None or not terms.is_term(match.group("term")) or match.group("term")[0].islower():
        return None
    term, be = terms.clean_label(match.group("term")), match.group("be").lower()
    said = wording.owner_of(term, owner)
    asked = term if said == "" else wording.lower_first(term, scope.vocabulary.common)
    article = "" if be == "are" else wording.article(term, scope.vocabulary.common, scope.vocabulary.topics)
    front = wording.question_about(said, f"what {be} {article}{asked}?")
    return _CARDS.question(
        front, statements.shorten(match.group("what")), lines, 0.82, f"“{be}” between term and description"
    )


def _kind_card(owner: str, what: str, lines: candidates.Lines) -> Candidate:
    front = f"What {_be(owner)} {owner}?"
    return _CARDS.question(front, statements.shorten(what), lines, 0.78, "first point names the kind of thing")


def _verb_cards(owner: str, plain: str, lines: candidates.Lines) -> Iterator[Candidate]:
    do = "do" if terms.is_plural(owner) else "does"
    enables = _ENABLES.match(plain)
    if enables:
        verb = lexicon.VERBS[enables.group("verb").casefold()]
        who = f" {enables.group('who')}" if enables.group("who") else ""
        to = " to do" if enables.group("to") else " do" if who else ""
        front = f"What {do} {owner} {verb}{who}{to}?"
        yield _CARDS.question(
            front, statements.shorten(enables.group("rest")), lines, 0.75, "what its subject makes possible"
        )
    elif terms.opens_in_third_person(plain):
        yield from _object_cards(f"{do} {owner}", plain, lines)


def _does_card(owner: str, plain: str, lines: candidates.Lines) -> Candidate:
    do = "do" if terms.is_plural(owner) else "does"
    back = statements.shorten(plain)
    return _CARDS.question(
        f"What {do} {owner} do?", back, lines, 0.72, "the only point that says what its subject does"
    )


def _object_cards(asked: str, plain: str, lines: candidates.Lines) -> Iterator[Candidate]:
    first, _, rest = plain.partition(" ")
    verb = terms.leading_verb(plain) or terms.singular(first.casefold())
    if not 2 <= terms.count_words(rest) <= _MAX_OBJECT_WORDS or _ADVERBIAL.match(rest):
        return
    preposition = _PREPOSITION.match(rest)
    if _MANNER.match(rest):
        yield _CARDS.question(f"How {asked} {verb}?", rest, lines, 0.7, "how its subject does it")
    elif preposition:
        front = f"What {asked} {verb} {preposition.group('word')}?"
        yield _CARDS.question(front, preposition.group("object"), lines, 0.68, "what its subject does")
    else:
        yield _CARDS.question(f"What {asked} {verb}?", rest, lines, 0.7, "what its subject does")


def _be(owner: str) -> str:
    return "are" if terms.is_plural(owner) else "is"
