"""Texts of a deck that is not English: described terms, sentences with a frame of their own, else one gap each.

One rule for all three, because a paragraph holds several sentences on one line, and a line belongs to one rule.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking.candidates import Maker
from flashdeck.extraction.languages import german as german_grammar
from flashdeck.extraction.languages import japanese, terms
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.model import Candidate, CardKind, Text
from flashdeck.extraction.naming import wording
from flashdeck.extraction.rules import cloze, described, german, told_questions

_CARDS: Final = Maker("sentences", CardKind.DEFINITION)
_MAX_ANSWER_WORDS: Final = 22
_ADVICE: Final = re.compile(r"^\w+ Sie\b|\b(?:wir|uns|unser\w*)\b", re.IGNORECASE)
"""What a German slide asks its reader to do, or its writers say of themselves."""
_ORDER: Final = re.compile(r"\w+ Sie\b")
_CALL: Final = re.compile(r"(?:ましょう|ください|下さい|ご覧|を開くと)[^ぁ-ん]*$|ください|参照|閲覧(?:が)?でき")
"""What a Japanese slide asks its reader to do."""
_CHOICE: Final = re.compile(r" (?:oder|or) ")
_REMARKS: Final = ("Hinweis", "Hinweise", "注記", "補足")
_LONG_LIST: Final = 8
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_CONDITION: Final = re.compile(r"(?:wenn|falls|sofern|sobald)\b", re.IGNORECASE)
_MAX_CHARACTERS: Final = 500
"""A longer text is no sentence; the limit keeps the cost linear on hostile input."""
_SHORTEST_TERM: Final = 5
_MOST: Final = 10
"""Cards of a slide that is prose: the surest of them."""


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each described term and each sentence, of a slide full of prose only the surest."""
    found = list(_candidates(scope))
    least = sorted((one.confidence for one in found), reverse=True)[:_MOST][-1] if found else 0.0
    surer = sum(one.confidence > least for one in found)
    for one in found:
        surer += one.confidence == least
        if one.confidence > least or (one.confidence == least and surer <= _MOST):
            yield one


def _candidates(scope: Scope) -> Iterator[Candidate]:
    lines = {(item.labels, item.plain) for item in scope.walk()}
    named = Counter((labels, terms.key(plain.partition(":")[0])) for labels, plain in lines)
    cases: set[int] = set()
    group_of_cases = -1
    for item in scope.walk():
        if german_grammar.opens_cases(item.plain):
            cases.update(child.text.first_line for child in item.children)
            group_of_cases = -1 if item.children else item.group
        if item.plain.rstrip().endswith("?"):
            yield from told_questions.question_card(item)
            continue
        if item.is_example or statements.heads_examples(item):
            continue
        owner = wording.name(scope.subject, filter(_narrows, item.labels))
        found = described.definition_of(item)
        made = described.card(scope, owner, found) if found is not None and _is_told_apart(item, found, named) else None
        if made is not None:
            yield made
        in_cases = item.text.first_line in cases or item.group == group_of_cases
        if in_cases or any(map(german_grammar.opens_cases, item.labels)):
            continue  # what the sentence above it says if
        if not item.is_heading and found is None:
            yield from _sentences(scope, owner, definitions.sentences(item.text))
        is_owner = terms.is_label(item.plain) and not _ORDER.match(item.plain)
        below = wording.name(owner, [terms.clean_label(item.plain)]) if is_owner else owner
        for position, text in enumerate(item.body):
            rest = definitions.sentences(text)[1 if found is not None and position == 0 else 0 :]
            yield from _sentences(scope, below, rest)


def _is_told_apart(item: Item, found: definitions.Definition, named: Counter[tuple[tuple[str, ...], str]]) -> bool:
    """Whether a term is asked once, as one thing, and its description neither repeats it nor breaks off."""
    return (
        named[item.labels, terms.key(found.term)] <= 1
        and _CHOICE.search(found.term) is None
        and not found.term.startswith(_REMARKS)
        and not (
            found.description.rstrip().endswith(("...", "…")) and terms.count_words(found.description) < _LONG_LIST
        )
        and not (terms.count_words(found.term) > 1 and terms.contains_words(found.description, _bare(found.term)))
        and not _opens_with(found.term, found.description)
    )


def _opens_with(term: str, description: str) -> bool:
    """Whether a description opens with a compound of its term (`Lotsen`: `Lotsen-Namen des Hafens`), which tells it."""
    first = description.partition(" ")[0].casefold()
    return len(term) >= _SHORTEST_TERM and first.startswith(term.casefold()) and len(first) > len(term) + 1


def _bare(term: str) -> str:
    """Return a term without its brackets."""
    return _BRACKETS.sub(" ", term)


def _narrows(label: str) -> bool:
    """Whether a label names something; a sentence above its points says no more than they do, save for a condition."""
    before_comma = _BRACKETS.sub(" ", label).partition(",")[0]  # `Risks, that …` is a name that a clause narrows
    stem = german_grammar.has_finite_verb(before_comma) or german_grammar.is_stem(label) or _ORDER.match(label)
    return not stem or _CONDITION.match(label) is not None


def _sentences(scope: Scope, owner: str, texts: tuple[Text, ...]) -> Iterator[Candidate]:
    for text in texts:
        if text.plain.rstrip().endswith((":", "…", "...", "?")) or _CALL.search(text.plain):
            continue
        if _leans_on_others(scope, text.plain):
            continue
        made = _framed(scope, owner, text)
        if made is not None:
            yield made
        elif not _ADVICE.search(text.plain):
            yield from cloze.cards(scope, owner, text)


def _leans_on_others(scope: Scope, sentence: str) -> bool:
    plain = terms.clean_statement(sentence)
    if scope.vocabulary.language is Language.GERMAN:
        return german_grammar.leans_on_others(plain)
    return terms.is_unspaced(plain) and japanese.leans_on_others(plain)


def _framed(scope: Scope, owner: str, text: Text) -> Candidate | None:
    if len(text.plain) > _MAX_CHARACTERS:
        return None
    lines = (text.first_line, text.last_line)
    if scope.vocabulary.language is Language.GERMAN:
        return german.card(owner, text.plain, lines)
    found = japanese.topic_of(terms.clean_statement(text.plain)) if terms.is_unspaced(text.plain) else None
    if found is None or terms.count_words(found[2]) > _MAX_ANSWER_WORDS:
        return None
    topic, mark, said = found
    front = wording.question_about(wording.owner_of(topic, owner), f"{topic}{mark}何ですか?")
    return _CARDS.question(front, said, lines, 0.74, "what a sentence says of its topic")
