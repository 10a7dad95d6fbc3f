"""A symptom on a slide about troubles -> its causes, what it is a sign of, and what to do; never the symptom itself."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from flashdeck.extraction.analysis import definitions, troubles
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.analysis.troubles import Part, Told
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.rules import order

_CARDS: Final = candidates.Maker("trouble", CardKind.PROBLEM)
_SEEN: Final = re.compile(
    r"(?:if|when|whenever) (?:you|we|it) (?:get|gets|see|receive)s? (?P<what>[^,]+)$", re.IGNORECASE
)
_BRACKETS: Final = re.compile(r"(?<!\s)\s*\([^()]*\)")
_VAGUE: Final = frozenset({"make", "be", "have", "ensure", "see", "know", "remember", "handle", "try"})
_ANY_REMEDY: Final = frozenset({"what to use", "what to apply", "what to do"})
"""Questions that ask for one remedy as well as for the next."""
_LOOKS: Final = re.compile(r"(?P<where>(?:check|search|inspect|scan) \S+(?: \S+)?) for (?P<what>\S.*)", re.IGNORECASE)
_MOST: Final = 3
_MOST_WORDS: Final = 12
_MOST_WORDS_TOGETHER: Final = 22


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose the cards of every symptom that something is told of."""
    if not troubles.is_about(scope.slide.title):
        return
    for item in scope.walk():
        if item.children and not item.labels and troubles.opens_case(item.plain, item.children[0].plain):
            yield from _cards(scope, item)


def _cards(scope: Scope, item: Item) -> Iterator[Candidate]:
    symptom, found = item.said, defaultdict[Part, list[tuple[Item, Told]]](list)
    for point in item.children:
        if seen := _SEEN.match(point.plain):
            symptom = terms.clean_statement(seen["what"])
        elif troubles.heads_remedies(point.plain):
            found[Part.REMEDY] += ((below, _remedy(below)) for below in point.children)
        elif (told := troubles.told(point.plain)) and not point.children and (told.is_marked or _is_plain(point)):
            found[told.part].append((point, told))
    for asked, said, points in (
        *_of_signs(found[Part.SIGN]),
        *_of_causes(found[Part.CAUSE]),
        *_of_remedies(found[Part.REMEDY]),
    ):
        answer = candidates.as_list(said) if len(said) > 1 else definitions.shorten(said[0])
        front = wording.question_about(scope.subject, f"{symptom} – {asked}?")
        lines = (item.text.first_line, max(point.text.last_line for point in points))
        yield _CARDS.question(front, answer, lines, 0.8, "a symptom with what is told of it")


_Asked = tuple[str, list[str], list[Item]]
"""A question about a symptom, its answers, and the lines that they come from."""
_Points = Sequence[tuple[Item, Told]]


def _of_signs(signs: _Points) -> Iterator[_Asked]:
    if len(signs) == 1:
        yield "what does it indicate", [signs[0][1].said], [signs[0][0]]


def _of_causes(causes: _Points) -> Iterator[_Asked]:
    said = [told.said if len(causes) == 1 else _bare(told.said) for _, told in causes]
    if said and len(said) <= _MOST and _are_short(said):
        number = wording.number_word(len(said))
        asked = "what is the likely cause" if len(said) == 1 else f"which {number} causes are possible"
        yield asked, said, [point for point, _ in causes]


def _of_remedies(remedies: _Points) -> Iterator[_Asked]:
    """What to do: each verb with its objects, or all of it together where a verb says nothing."""
    by_verb = defaultdict[str, list[tuple[Item, str]]](list)
    for point, told in remedies:
        if made := _asked_of(told.said):
            by_verb[made[0].rstrip("?")].append((point, made[1]))
    asked_singly = sum(map(len, by_verb.values()))
    said = [told.said for _, told in remedies]
    if asked_singly < len(remedies) <= _MOST and _are_short(said):
        count = f" ({wording.number_word(len(said))} answers)" if len(said) > 1 else ""
        yield f"what helps{count}", said, [point for point, _ in remedies]
        return
    for asked, answers in by_verb.items():
        if asked.rstrip("?") in _ANY_REMEDY and len(by_verb) > 1:
            continue  # the other remedies are to be used as well
        count = f" ({wording.number_word(len(answers))} answers)" if len(answers) > 1 else ""
        if len(answers) <= _MOST:
            yield f"{asked}{count}", [answer for _, answer in answers], [point for point, _ in answers]


def _asked_of(said: str) -> tuple[str, str] | None:
    """Return what an order asks to do, and its object; None when its verb says too little, or it has no object."""
    if looked := _LOOKS.match(said):
        return f"what to {looked['where'].lower()} for?", looked["what"]
    is_order = troubles.is_act(said) and terms.words(said)[0].casefold() not in _VAGUE
    made = order.asked_of(said.partition("; ")[0]) if is_order else None
    return made[:2] if made else None


def _remedy(item: Item) -> Told:
    told = troubles.told(item.plain)
    return told if told and told.part is Part.REMEDY else Told(Part.REMEDY, item.said)


def _is_plain(item: Item) -> bool:
    return item.definition is None


def _bare(said: str) -> str:
    return _BRACKETS.sub("", said).strip()


def _are_short(said: Sequence[str]) -> bool:
    counts = [terms.count_words(one) for one in said]
    return max(counts) <= _MOST_WORDS and sum(counts) <= _MOST_WORDS_TOGETHER
