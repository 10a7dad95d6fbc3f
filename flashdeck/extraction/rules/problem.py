"""A problem and its solution -> what helps."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("problem", CardKind.PROBLEM)

_PROBLEM: Final = re.compile(
    r"^(?:problem|issue|challenge|symptom|cause|error|ursache|fehler)\s*+(?:\d+\s*+)?:\s*", re.IGNORECASE
)
_SOLUTION: Final = re.compile(
    r"^(?:solution|fix|remedy|workaround|mitigation|resolution|lösung|abhilfe)s?\s*\d*\s*:?\s*", re.IGNORECASE
)
_CAUSE: Final = re.compile(
    r"(?:(?:this\s+)?(?:might|may|could|can)\s+be\s+|is\s+)?(?:due to|caused by|because(?: of)?)\s+"
    r"|(?=not\s+\w+ed\s|\w+ing\s[^.]*\swithout\s)|(?:liegt|lag)\s(?=an\s)",
    re.IGNORECASE,
)
"""How a line opens that explains a trouble though it stands as its solution."""
_INSTEAD: Final = re.compile(
    r"^(?P<need>.{4,90}?)\s*(?:->|→|=>|⇒|–|—|-)\s*(?P<use>use\s.{3,80}?)(?P<instead>\s+instead)?$", re.IGNORECASE
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each problem that a solution follows, and each `X -> use Y instead`."""
    items = tuple(scope.walk())
    for index, item in enumerate(items):
        problem = _PROBLEM.match(item.plain)
        if problem:
            yield from _pair(scope, item, terms.clean_statement(item.plain[problem.end() :]), items[index + 1 :])
        instead = _INSTEAD.match(terms.clean_statement(item.plain))
        if instead and (instead.group("instead") or definitions.ARROW.search(item.plain)):
            yield _instead(scope, item, instead)


def _pair(scope: Scope, item: Item, problem: str, below: tuple[Item, ...]) -> Iterator[Candidate]:
    inside = _solution_inside(item)
    said = problem or (terms.clean_statement(item.body[0].plain) if item.body else "")
    if inside is not None:
        yield from _card(scope, item, said, *inside)
        return
    for other in below[:4]:
        match = _SOLUTION.match(other.plain)
        if match is None:
            if not said:
                said = terms.clean_statement(other.plain)
            continue
        solution = terms.clean_statement(other.plain[match.end() :])
        last = other.text.last_line
        if not solution and (other.body or other.children):
            text = (other.body or (other.children[0].text,))[0]
            solution, last = terms.clean_statement(text.plain), text.last_line
        yield from _card(scope, item, said, solution, last)
        return


def _solution_inside(item: Item) -> tuple[str, int] | None:
    """Return the solution that stands in the problem's own text, and its last line."""
    for index, text in enumerate(item.body):
        match = _SOLUTION.match(text.plain)
        if match and match.end() < len(text.plain):
            return terms.clean_statement(text.plain[match.end() :]), text.last_line
        if match and index + 1 < len(item.body):
            return terms.clean_statement(item.body[index + 1].plain), item.body[index + 1].last_line
    return None


def _card(scope: Scope, item: Item, said: str, solution: str, last: int) -> Iterator[Candidate]:
    if not said or not solution:
        return
    owner = wording.name(scope.subject, item.labels)
    cause = _CAUSE.match(solution)
    frame = scope.frames.helps if cause is None else scope.frames.caused
    solution = solution[cause.end() :] if cause else solution
    front = wording.question_about(owner, frame.format(problem=said))
    lines = (item.text.first_line, last)
    yield _CARDS.question(front, definitions.shorten(solution), lines, 0.85, "problem with its solution")


def _instead(scope: Scope, item: Item, match: re.Match[str]) -> Candidate:
    need, use = match.group("need").strip(), match.group("use").strip()
    owner = wording.name(scope.subject, item.labels)
    return _CARDS.question(
        wording.question_about(owner, f"what instead for {wording.lower_first(need, scope.vocabulary.common)}?"),
        use,
        (item.text.first_line, item.text.last_line),
        0.75,
        "a need with what to use instead",
    )
