"""A problem and its solution -> what helps."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from flashdeck.extraction.analysis import definitions, troubles
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.language import Language
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
    r"|(?=not\s+\w+ed |\w+ing [^.]* without )|(?:liegt|lag) (?=an )",
    re.IGNORECASE,
)
"""How a line opens that explains a trouble though it stands as its solution."""
_MARKED_SOLUTION: Final = re.compile(
    r"(?:(?:practical|possible|simple|quick)\s+)?(?:solution|fix|remedy|workaround|mitigation|lösung|abhilfe)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
"""How a line opens that tells what helps against the trouble above it."""
_CALLED_PROBLEM: Final = re.compile(
    r"(?:so\s+)?(?:(?:if|when)\s+)?(?P<what>\S.{8,160}?),? (?:that|this|it|which)"
    r"(?:[’']s| is| can be) a (?:\w+ )?problem$",
    re.IGNORECASE,
)
_ONE_MORE: Final = re.compile(
    r"(?:additional|other|further|more|common|weitere) (?:issues|problems|errors|probleme|fehler)\W*$", re.IGNORECASE
)
_MOST_ABOVE: Final = 4
_MOST_CAUSES: Final = 3
_INSTEAD: Final = re.compile(
    r"^(?P<need>.{4,90}?)\s*(?:->|→|=>|⇒|–|—|-)\s*(?P<use>use .{3,80}?)(?P<instead>\s+instead)?$", re.IGNORECASE
)


class _Told(NamedTuple):
    """A problem with the sentences below it: those in front of its solution, and the solution."""

    problem: str
    solution: Sequence[str]
    last_line: int
    causes: Sequence[str] = ()


_NO_REMEDY: Final = re.compile(r"(?:monitor|watch|observe|keep an eye on)\b", re.IGNORECASE)
"""What only shows the trouble."""


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose the cards of each problem that a solution follows, and of each `X -> use Y instead`."""
    items = scope.every_item
    for index, item in enumerate(items):
        is_marked = ":" in item.plain
        if is_marked and (problem := _PROBLEM.match(item.plain)):
            yield from _pair(scope, item, terms.clean_statement(item.plain[problem.end() :]), items[index + 1 :])
        elif is_marked and (said := _trouble_above(item, items[:index])):
            solution = definitions.sentences_in(item.plain[_end_of(_MARKED_SOLUTION, item.plain) :])
            yield from _cards(scope, item, _Told(said, solution, item.text.last_line))
        instead = _INSTEAD.match(item.said) if "use" in item.plain.lower() else None
        if instead and (instead.group("instead") or definitions.holds_arrow(item.plain)):
            yield _instead(scope, item, instead)


def _trouble_above(item: Item, above: tuple[Item, ...]) -> str:
    """Return the trouble that a line like `Fix: oil the hinge` is the remedy of, which stands beside it above."""
    if not _MARKED_SOLUTION.match(item.plain) or item.body or item.children:
        return ""
    beside = [other for other in above if other.labels == item.labels][-_MOST_ABOVE:]
    called = [found["what"] for other in beside if (found := _CALLED_PROBLEM.match(terms.clean_statement(other.plain)))]
    troubled = [terms.clean_statement(other.plain) for other in beside if troubles.is_symptom(other.plain)]
    return (called or [said for said in troubled if not _MARKED_SOLUTION.match(said)] or [""])[-1]


def _pair(scope: Scope, item: Item, problem: str, below: tuple[Item, ...]) -> Iterator[Candidate]:
    texts = list(item.body)
    at = next((index for index, text in enumerate(texts) if _SOLUTION.match(text.plain)), None)
    if at is not None:
        before = [sentence for text in texts[:at] for sentence in definitions.sentences_in(text.plain)[:1]]
        after = [
            sentence for text in texts[at:] for sentence in definitions.sentences_in(_unmarked(text.plain)) if sentence
        ]
        said = problem or (before.pop(0) if before else "")
        yield from _cards(scope, item, _Told(said, after, texts[-1].last_line, causes=before))
        return
    said = problem or (texts[0].plain if texts else "")
    for other in below[:4]:
        if not _SOLUTION.match(other.plain):
            said = said or terms.clean_statement(other.plain)
            continue
        solution, last = _unmarked(other.plain), other.text.last_line
        if not terms.clean_statement(solution) and (other.body or other.children):
            text = (other.body or (other.children[0].text,))[0]
            solution, last = text.plain, text.last_line
        yield from _cards(scope, item, _Told(said, definitions.sentences_in(solution), last))
        return


def _unmarked(plain: str) -> str:
    return plain[_end_of(_SOLUTION, plain) :]


def _end_of(pattern: re.Pattern[str], plain: str) -> int:
    found = pattern.match(plain)
    return found.end() if found else 0


def _cards(scope: Scope, item: Item, told: _Told) -> Iterator[Candidate]:
    """The causes of a problem, which may stand under its solution too, and what helps."""
    said = terms.clean_statement(told.problem)
    if not said:
        return
    owner = wording.name(scope.subject, [label for label in item.labels if not _ONE_MORE.match(label)])
    found, helps = [terms.clean_statement(cause) for cause in told.causes], list[str]()
    for sentence in filter(None, map(terms.clean_statement, told.solution)):
        if cause := _CAUSE.match(sentence):
            found.append(sentence[cause.end() :])
        elif not _NO_REMEDY.match(sentence):
            helps.append(sentence)
    lines = (item.text.first_line, told.last_line)
    number = wording.number_word(len(found))
    for frame, answers in ((scope.frames.caused, found), (scope.frames.helps, helps[:1])):
        if not answers or len(answers) > _MOST_CAUSES:
            continue
        asked = frame.format(problem=said)
        if len(answers) > 1:
            if scope.vocabulary.language is not Language.ENGLISH:
                continue
            asked = f"{said} – which {number} causes are possible?"
        back = candidates.as_list(answers) if len(answers) > 1 else definitions.shorten(answers[0])
        yield _CARDS.question(wording.question_about(owner, asked), back, lines, 0.85, "problem with its solution")


def _instead(scope: Scope, item: Item, match: re.Match[str]) -> Candidate:
    need, use = match.group("need").strip(), match.group("use").strip()
    owner = item.owner
    return _CARDS.question(
        wording.question_about(owner, f"what instead for {wording.lower_first(need, scope.vocabulary.common)}?"),
        use,
        (item.text.first_line, item.text.last_line),
        0.75,
        "a need with what to use instead",
    )
