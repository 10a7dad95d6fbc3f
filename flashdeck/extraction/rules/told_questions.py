"""A question on the slide with its answer, and a term told by the question that it answers."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("definition", CardKind.DEFINITION)

_IF_SO: Final = re.compile(r"^(?:if so|if yes|then|answer|solution)\s*[,:]\s*", re.IGNORECASE)
_YES_OR_NO: Final = re.compile(
    r"(?:is|are|was|were|do|does|did|can|could|should|shall|will|would|has|have|must|"
    r"ist|sind|kann|können|soll|sollte|muss|hat|haben|wird|werden|darf|dürfen|"
    r"(?:wie|was|wer) \w+ (?:ich|das|dies|meine?)) ",
    re.IGNORECASE,
)
_POINTS_OUT: Final = re.compile(
    r"\b(?:this|that|these|those)\b|^what (?:should|would|could|will|might) (?:happen|we|you|i)\b", re.IGNORECASE
)
HOW_MANY: Final = re.compile(r"how (?:many|much|long|often|large|big|fast|far) ", re.IGNORECASE)
"""A heading that asks for a quantity of what stands below it."""
_WHY_IMPORTANT: Final = re.compile(r"why (?:is|are) (?:it|they|this|that) (?:so )?important$", re.IGNORECASE)
_DO_YOU: Final = re.compile(r"do you (?P<what>[^?]+)\?$", re.IGNORECASE)
_MIN_ASKED_WORDS: Final = 5
_MAX_ASKED_WORDS: Final = 22
_MAX_QUESTION_WORDS: Final = 16
_FAULTY: Final = 0.2
"""Belief in a card that is only made to be turned down with its reason."""
_IT: Final = re.compile(r"what (?:(?:is )?it|does it) (?P<verb>do(?=es\?|\?)|mean)(?:e?s)?\?", re.IGNORECASE)
_ROOT: Final = 5


def question_card(item: Item) -> Iterator[Candidate]:
    """Propose the card of a question on the slide with one answer under it; a yes or no is none."""
    texts = item.body or tuple(child.text for child in item.children if not child.children)
    if len(texts) != 1 or terms.count_words(item.plain) > _MAX_QUESTION_WORDS:
        return
    if _POINTS_OUT.search(item.plain):
        return
    if _YES_OR_NO.match(item.plain) and not _IF_SO.match(texts[0].plain):
        return
    answer = _IF_SO.sub("", terms.clean_statement(texts[0].plain))
    if not answer or answer.endswith("?") or definitions.ARROW.match(answer):
        return
    owner = item.owner
    before, last = wording.split_owner(owner)
    said = _IT.fullmatch(item.plain)
    condition = _DO_YOU.match(item.plain)
    if condition and terms.is_order(answer):
        asked = f"what to do if you {condition.group('what')}?"
        front = wording.question_about(owner, asked)
    elif said and last and not terms.is_plural(last):
        front = wording.question_about(before, f"what does {last} {said['verb'].lower()}?")
    else:
        front = item.plain if terms.is_covered(owner, [item.plain]) else f"{owner}: {item.plain}"
    lines = (item.text.first_line, texts[0].last_line)
    yield _CARDS.question(front, definitions.shorten(answer), lines, 0.78, "question with its answer")


def answered_card(item: Item) -> Iterator[Candidate]:
    """A term told by the question it answers (`Triage: Which crate goes first?`)."""
    found = item.definition
    if found is None or not found.how.startswith("colon") or item.children or item.body or item.is_example:
        return
    asked = terms.clean_statement(found.description)
    fits = _MIN_ASKED_WORDS <= terms.count_words(asked) <= _MAX_ASKED_WORDS
    is_name = terms.is_term(found.term) and not terms.is_statement_label(found.term)
    if not fits or not is_name or len(found.term) == 1 or terms.is_clause(found.term) or _says_term(found.term, asked):
        return
    owner = wording.owner_of(found.term, item.owner)
    do = "do" if terms.is_plural(found.term) else "does"
    front = wording.question_about(owner, f"which question {do} {found.term} answer?")
    lines = (found.first_line, found.last_line)
    if _YES_OR_NO.match(asked):
        if _roots(found.term) & _roots(asked):
            return  # the question names what it is called by
        turned = wording.question_about(owner, f"which one asks “{asked}”?")
        yield _CARDS.question(turned, found.term, lines, 0.78, "a term told by its question")
    else:
        yield _CARDS.question(front, asked, lines, 0.78, "a term with the question it answers")


def counted_card(scope: Scope, item: Item) -> Candidate | None:
    """The card of a term under a heading that asks for its quantity (`How many crew?`), or why it matters."""
    found = item.definition
    if found is None or item.children or not item.labels or item.labels[-1].endswith(":"):
        return None
    above = item.labels[-1]
    asks_why = _WHY_IMPORTANT.match(above)
    before, last = wording.split_owner(wording.name(scope.subject, item.labels[:-1])) if asks_why else ("", "")
    if HOW_MANY.match(above):
        owner = wording.name(scope.subject, [*item.labels[:-1], found.term])
        front = wording.question_about(owner, f"{above[:1].lower()}{above[1:]}?")
    elif last and terms.is_term(found.term):
        be = "are" if terms.is_plural(last) else "is"
        front = wording.question_about(before, f"why {be} {last} important for {found.term}?")
    else:
        return None
    lines = (found.first_line, found.last_line)
    said = definitions.shorten(found.description)
    if asks_why and _roots(found.term) & _roots(said):  # `Safe Mooring: moors the ship safely`
        return _CARDS.question(front, said, lines, _FAULTY, "the label says the same")
    return _CARDS.question(front, said, lines, 0.78, "question above a term")


def _says_term(term: str, question: str) -> bool:
    """Whether half of a question's words are its term's, in whatever form (`Route check: Can I check a route?`)."""
    said = _roots(question)
    return len(said & _roots(term)) * 2 >= len(said)


def _roots(text: str) -> frozenset[str]:
    return frozenset(word[:_ROOT] for word in terms.content_words(text))
