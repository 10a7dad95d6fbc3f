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
    r"^(?:it\s+)?(?P<verb>allows?|enables?|lets?|helps?|permits?)\s+(?:(?P<who>you|users|us|customers|developers|applications|companies|organizations)\s+)?(?P<to>to\s+)?(?P<rest>.{6,})$",
    re.IGNORECASE,
)
_IS: Final = re.compile(r"^(?P<term>.{2,50}?)\s+(?P<be>is|are)\s+(?P<what>(?:an?|the)\s.{6,})$", re.IGNORECASE)
_KIND: Final = re.compile(
    r"^(?:an?\s+|the\s+)?(?:[\w-]+[ -]){0,6}(?:service|tool|database|platform|engine|framework|solution|feature|system|library|protocol|"
    r"format|language|network|repository|store|storage|warehouse|environment|interface|registry|scheduler|orchestrator|"
    r"firewall|gateway|cache|catalog|broker|algorithm|method|technique|utility|suite|service)s?\b(?!\s*(?:is|are)\b).{0,120}$",
    re.IGNORECASE,
)
_COMMON_OBJECTS: Final = 2


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each statement whose subject is the slide's own, and each `X is a Y`."""
    verbs = Counter((item.labels, terms.leading_verb(item.plain)) for item in scope.walk())
    for index, item in enumerate(scope.walk()):
        if statements.is_statement(item) and not terms.is_label(item.plain) or _KIND.match(item.plain):
            yield from _cards(
                scope, item, first=index == 0, alone=verbs[item.labels, terms.leading_verb(item.plain)] == 1
            )


def _cards(scope: Scope, item: Item, *, first: bool, alone: bool) -> Iterator[Candidate]:
    plain = terms.clean_statement(item.plain)
    owner = wording.name(scope.subject, item.labels)
    lines = (item.text.first_line, item.text.last_line)
    copula = _IS.match(plain)
    if copula and terms.is_term(copula.group("term")):
        term = terms.clean_label(copula.group("term"))
        said = wording.owner_of(term, owner)
        front = wording.question_about(said, f"what {copula.group('be').lower()} {term}?")
        yield _CARDS.question(
            front,
            statements.shorten(copula.group("what")),
            lines,
            0.82,
            "`is` between term and description",
        )
    elif owner and _ENABLES.match(plain) and alone:
        yield _enables(owner, plain, lines)
    elif owner and first and not item.labels and _KIND.match(plain):
        be = "are" if terms.is_plural(owner) else "is"
        yield _CARDS.question(
            f"What {be} {owner}?",
            statements.shorten(plain),
            lines,
            0.75,
            "first point names the kind of thing",
        )
    elif owner and alone and terms.opens_in_third_person(plain):
        yield from _does(owner, plain, lines)


def _enables(owner: str, plain: str, lines: tuple[int, int]) -> Candidate:
    match = _ENABLES.match(plain)
    assert match is not None
    verb = lexicon.VERBS[match.group("verb").casefold()]
    do = "do" if terms.is_plural(owner) else "does"
    who = f" {match.group('who')}" if match.group("who") else ""
    to = " to do" if match.group("to") else " do" if who else ""
    front = f"What {do} {owner} {verb}{who}{to}?"
    return _CARDS.question(
        front,
        statements.shorten(match.group("rest")),
        lines,
        0.75,
        "what its subject makes possible",
    )


def _does(owner: str, plain: str, lines: tuple[int, int]) -> Iterator[Candidate]:
    verb = terms.leading_verb(plain)
    rest = plain.split(maxsplit=1)[1] if " " in plain else ""
    if not 2 <= terms.count_words(rest) <= 16:
        return
    manner = re.match(r"\w+ly\b|based on\b", rest)
    if manner:
        yield _CARDS.question(
            f"How {'do' if terms.is_plural(owner) else 'does'} {owner} {verb}?",
            rest,
            lines,
            0.7,
            "how its subject does it",
        )
        return
    preposition = re.match(r"(?P<word>with|on|from|to|for|in|into|as|by|at|against)\s+(?P<object>.+)", rest)
    do = "do" if terms.is_plural(owner) else "does"
    if preposition:
        front, back = f"What {do} {owner} {verb} {preposition.group('word')}?", preposition.group("object")
    else:
        front, back = f"What {do} {owner} {verb}?", rest
    yield _CARDS.question(front, back, lines, 0.7, "what its subject does")
