"""What an arrow points to -> what follows from the statement before it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import arrows, dates, definitions, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, nouns, whole
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("implication", CardKind.IMPLICATION)

_RESULT: Final = re.compile(r"^(?=[^=]*\d)(?P<case>(?>(?:[^=\s]++|\s++(?!=))*))\s*+=\s*+(?P<result>[^=]*\d[^=]{0,40})$")
_EXAMPLE: Final = re.compile(r"^(?:e\.g\.?|for example)[,:]?\s+", re.IGNORECASE)
_WHEN: Final = re.compile(r"(?:when|whenever|if|where)\b", re.IGNORECASE)
_DEFINED: Final = re.compile(r"an?\s+\w+\s+of (?!.*\b(?:is|are|has|have|can|was|were)\b)", re.IGNORECASE)
_TELLS: Final = re.compile(r"[^\W\d_]{3}|\d")
"""A word or a number; signs alone are the other half of a formula."""
_MORE: Final = re.compile(r"(?:used|can|may|often|usually|automatic(?:ally)?)\b", re.IGNORECASE)
_SUM: Final = re.compile(r"[*×∗]| [x+/] ")
_FEWEST_OF_CASE: Final = 3
_ADDRESS: Final = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/\S*$")
_AMOUNT: Final = re.compile(r"[~<>]?\d[\d.,]* ?[A-Za-z]{1,3} of ")
"""How much of something: of what the label has that much, only the slide's own words tell."""
_COUNTED: Final = re.compile(r"\d[\d.,]* ")
_DONE: Final = re.compile(r"(?:not )?[A-Za-z]+ed", re.IGNORECASE | re.ASCII)
_IS: Final = re.compile(r"\bwhat (?:is|are) ", re.IGNORECASE)
_OPENER_OF_QUESTION: Final = re.compile(r"\b(?:what|which|how|when|where|why|who)\b", re.IGNORECASE)
_JOINED: Final = re.compile(r" [+&] ")
_POSSIBLE: Final = re.compile(r"\b(?:may|might|could) ", re.IGNORECASE)
_ADDS: Final = re.compile(r"[^\W\d_]{2,}ing (?:more|less|further)\b", re.IGNORECASE)
_SHORTEST_CLAUSE: Final = 2
_CASE_AND_SUM: Final = 2
_OPENER: Final = re.compile(r"^(?:it|this|they)\s+(?:is|are)\s+", re.IGNORECASE)

_PRICE: Final = re.compile(r"(?:[$€£] ?\d[\d.,]{0,20}|\d[\d.,]{0,20} ?[€£])$")


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each arrow between a cause and its only consequence."""
    if not any(definitions.holds_arrow(item.plain) for item in scope.walk()):
        return
    pairs = list(statements.arrow_pairs(scope.items))
    counts = Counter(cause for _, cause, _ in pairs)
    before = ""
    for item, cause, consequence in pairs:
        if counts[cause] == 1 and not dates.is_date(cause):
            yield from _card(scope, item, cause, consequence)
        elif counts[cause] == _CASE_AND_SUM and before and _RESULT.match(consequence) and terms.is_label(cause):
            yield _worked_case(scope, item, cause, before, consequence)
        before = consequence if counts[cause] > 1 else ""


def _worked_case(scope: Scope, item: Item, label: str, case: str, result: str) -> Candidate:
    """The card of an example whose numbers stand before its sum."""
    owner = wording.name(scope.subject, [*item.labels, terms.clean_label(label)])
    asked = "what does it cost?" if _PRICE.search(result.rstrip(" .")) else "what is the result?"
    front = wording.question_about(owner, f"{terms.clean_statement(case)} – {asked}")
    lines = (item.text.first_line, item.text.last_line)
    return _CARDS.question(front, terms.clean_statement(result), lines, 0.75, "a worked example")


def _labels_above(item: Item, label: str) -> list[str]:
    return [above for above in item.labels if terms.key(above) != terms.key(label)]


def _passes_on(before: str, after: str) -> bool:
    """Whether an arrow leads from one name to the next (`Rope Store → Rope Loom`), which is no consequence."""
    names = (re.sub(r"^(?:ex|e\.g\.|from)[:\s]+", "", said, flags=re.IGNORECASE) for said in (before, after))
    return all(terms.is_label(name) and (terms.is_title_case(name) or terms.is_name_like(name)) for name in names) and (
        not any(word.islower() for word in terms.words(after))
    )


def _says_more(before: str, after: str) -> bool:
    """Whether what the arrow points to is one more thing said of the same subject, or the next step of an order."""
    if _MORE.match(after) or terms.opens_in_third_person(after):
        return True
    return terms.is_order(before) and (terms.is_order(after) or not terms.is_clause(after))


def _card(scope: Scope, item: Item, cause: str, consequence: str) -> Iterator[Candidate]:
    before, after = terms.clean_statement(cause), _OPENER.sub("", terms.clean_statement(consequence))
    if not before or not after or definitions.holds_arrow(after) or _ADDRESS.match(after):
        return
    lines = (item.text.first_line, item.text.last_line)
    worked = _RESULT.match(after)
    if worked:
        owner = wording.name(
            scope.subject, [*item.labels, terms.clean_label(before)] if terms.is_label(before) else item.labels
        )
        told = re.findall(r"[A-Za-z]{3,}", worked.group("case"))
        if len(told) >= _FEWEST_OF_CASE or not _SUM.search(worked.group("case")):  # a bare sum is nothing but reckoning
            front = wording.question_about(owner, f"{worked.group('case')} = ?")
            yield _CARDS.question(front, worked.group("result"), lines, 0.75, "a worked example")
        return
    if _passes_on(before, after):
        return
    owner = wording.name(scope.subject, _labels_above(item, before))
    if _WHEN.match(before) and "," not in before:
        from flashdeck.extraction.rules import condition  # noqa: PLC0415 - a deck that is not English seldom needs it

        case = condition.whole_case(f"{before[:1].lower()}{before[1:]}")
        front = wording.question_about(owner, f"what happens {case}?")
        yield _CARDS.question(front, definitions.shorten(after), lines, 0.7, "arrow from a condition")
        return
    if arrows.is_name(before) or (terms.count_words(before) <= _SHORTEST_CLAUSE and not terms.is_order(before)):
        yield from _from_label(scope, owner, before, after, lines)
        return
    if _WHEN.match(after) or cause.rstrip().endswith(("…", "...")) or not _TELLS.search(after):
        return
    if _DEFINED.match(before) or _says_more(before, after):
        return
    yield from _from_statement(scope, owner, before, after, lines)


def _from_label(scope: Scope, owner: str, before: str, after: str, lines: candidates.Lines) -> Iterator[Candidate]:
    """What a name or a case in a few words leads to; only a verb or a name tells of what kind the arrow is."""
    if _COUNTED.match(before) or _AMOUNT.match(after) or _DONE.fullmatch(before):
        return
    names = nouns.names_of(scope.vocabulary)
    if scope.vocabulary.language is Language.GERMAN:
        from flashdeck.extraction.asking import german_labels  # noqa: PLC0415 - loaded with the first German deck

        asked, said = german_labels.of_deed(before, after) or (scope.frames.follows.format(cause=before), after)
        front = wording.question_about(wording.owner_of(before, owner), asked)
        yield _CARDS.question(front, definitions.shorten(said), lines, 0.75, "arrow from a label")
        return
    front = whole.describe(before, after, owner, names)
    asks_little = (_IS.search(front) is not None and not _is_named(before)) or _OPENER_OF_QUESTION.search(front) is None
    if names.is_english and _JOINED.search(before) and (terms.is_order(after) or asks_little):
        front = wording.question_about(wording.owner_of(before, owner), f"{before} – what for?")
    elif asks_little and names.is_english:
        front = wording.question_about(owner, _of_case(scope, before, after))
    yield _CARDS.question(front, definitions.shorten(after), lines, 0.75, "arrow from a label")


def _of_case(scope: Scope, before: str, after: str) -> str:
    """The question for what a case leads to (a clause), or what it is a sign of (`Spikes → bent hooks`)."""
    case = before if terms.is_name_like(before.partition(" ")[0]) else f"{before[:1].lower()}{before[1:]}"
    if terms.is_clause(after):
        return scope.frames.follows.format(cause=case)
    return f"what {'do' if terms.is_plural(before) else 'does'} {case} mean?"


def _is_named(before: str) -> bool:
    """Whether a label is a name, which an arrow explains, rather than a case, of which it tells what follows."""
    found = terms.words(before)
    return len(found) == 1 and (terms.is_name_like(before) or not terms.is_plural(before)) and before[:1].isupper()


def _from_statement(scope: Scope, owner: str, before: str, after: str, lines: candidates.Lines) -> Iterator[Candidate]:
    """What follows from a statement, or what to do about it."""
    if _POSSIBLE.search(before) and _ADDS.match(after):
        return  # what may be so only goes on
    if _EXAMPLE.match(before) and not any(map(str.isdigit, f"{before}{after}")):
        return  # one case of many
    before = _EXAMPLE.sub("for example, ", before)
    is_advice = scope.vocabulary.language is Language.ENGLISH and terms.is_order(after) and terms.is_clause(before)
    asked = f"{before} – what to do?" if is_advice else scope.frames.follows.format(cause=before)
    front = wording.question_about(owner, asked)
    yield _CARDS.question(front, definitions.shorten(after), lines, 0.65, "arrow from a statement")
