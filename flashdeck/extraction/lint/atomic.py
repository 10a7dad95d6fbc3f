"""Check 2: one fact a card, in about a dozen words."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.domain import cloze
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import NUMBER_WORDS
from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Repair, Severity
from flashdeck.messages import Message

MAX_SIDE_WORDS: Final = 60
COMFORTABLE_ANSWER_WORDS: Final = 14
_SENTENCES: Final = re.compile(r"(?:\.(?=\s+[A-ZÄÖÜ])|;(?=\s+[^\W_]))(?<=[^\W\d]{2}[\w)\]”\"].)(?<!etc.)\s+")
_MARKS_OF_SENTENCES: Final = re.compile(r"[.;]\s")
"""What stands between two sentences at the least, so that few answers are cut."""
_WRITTEN_SENTENCE: Final = re.compile(
    r"(?<=[^\W\d]{2}[\w)\]”}])(?<!etc)(?<!\b[Mm]ax)(?<!\b[Mm]in)\.\s+(?=[A-ZÄÖÜ][a-zäöüß])"
)
_POINTS_BACK: Final = re.compile(r"\b(?:this|that|these|those|it|its|they|their|then|also|such)\b", re.IGNORECASE)
_INNER_LABEL: Final = re.compile(r"(?<![\w(),-])(?:[\w(),-]++ ){2}[a-z][\w()-]* (?:[A-Z][\w-]*)(?: [A-Z][\w-]*)?: ")
_COUNTS: Final = "|".join(NUMBER_WORDS[2:])
_AIM: Final = re.compile(r"\s(?:in the form of|in order to) (?=[a-z])")
"""Where the aim or the shape of a thing follows that a very long answer does without."""
_ASKS_FOR_POINTS: Final = re.compile(
    rf"which (?:{_COUNTS}) (?:characteristics|points)\??$|\((?:{_COUNTS}) (?:points|answers)\)\??$", re.IGNORECASE
)
_ASKS_OR_OPENS: Final = re.compile(
    r"\b(?:what|which|how|why|when|where|who)\b.*\(|\b(?:to|by|for|from|against|if|can|with) …", re.IGNORECASE
)
"""A question that its answers fit, or the opening of a sentence that they complete."""
_AMOUNT: Final = re.compile(r"\W{0,2}\d")
_LONG_ANSWER_WORDS: Final = 23
_LONG_LIST_WORDS: Final = 24
_ROOMY_WORDS: Final = 15
"""Words from which an answer does without what only adds to it."""
_FEWEST_LEFT: Final = 6
_ONLY_ADDS: Final = (
    re.compile(r"(?<!\s)\s\((?![^()]*\d)[^()]{8,}\)$"),
    re.compile(
        r",?\s(?:i\.e\.|z\.\s?B\.|d\.\s?h\.)|;\s|(?<!\s)\s[–—]\s|"
        r",\s(?:which|thus|thereby|so|often used|making|allowing|enabling|facilitating|ensuring|helping)\s",
        re.IGNORECASE,
    ),
    re.compile(r",?\s(?:such as|including)\s(?!.{0,300}\b(?:to|that|for|is|are|can|will|with|in|by)\b)"),
)
"""Where a remark, a consequence or examples follow, the least needed first."""
_NAME_WORDS: Final = 3
_JOINT: Final = re.compile(r",? (?:and|but|und|aber) (?=\w)|, (?=so |which )")
_MAX_SPLIT: Final = 4


def check(card: CardText) -> Iterator[Finding]:
    """Find sides that are too long, and answers of more than one sentence."""
    answer_words = terms.count_words(card.back)
    if max(answer_words, terms.count_words(card.front)) > MAX_SIDE_WORDS:
        severity = Severity.WARNING if card.is_written else Severity.VETO
        why = Message("more than {count} words on a side", count=MAX_SIDE_WORDS)
        yield Finding(check=CheckName.ATOMIC, severity=severity, why=why, loss=0.3, repair=_split(card))
    elif answer_words > _ROOMY_WORDS and (shorter := _without_additions(card)) != card.back:
        repair = Repair(front=card.front, back=shorter, how="what only adds to the answer left out", is_tidying=True)
        why = Message("the answer adds what was not asked")
        yield Finding(check=CheckName.ATOMIC, severity=Severity.WARNING, why=why, loss=0.06, repair=repair)
    elif answer_words > (_LONG_LIST_WORDS if card.is_list else _LONG_ANSWER_WORDS):
        why = Message("the answer is very long")
        yield Finding(check=CheckName.ATOMIC, severity=Severity.WARNING, why=why, loss=0.28, repair=_split(card))
    elif answer_words > COMFORTABLE_ANSWER_WORDS * (1 + card.is_list):
        why = Message("the answer is long")
        yield Finding(check=CheckName.ATOMIC, severity=Severity.HINT, why=why, loss=0.06, repair=_split(card))
    elif _MARKS_OF_SENTENCES.search(card.back) and len(_sentences(card)) > 1:
        why = Message("the answer has more than one sentence")
        yield Finding(check=CheckName.ATOMIC, severity=Severity.HINT, why=why, repair=_split(card))
    yield from _joined_facts(card)


def _joined_facts(card: CardText) -> Iterator[Finding]:
    items = card.items
    if items and _ASKS_FOR_POINTS.search(card.front):
        counted = sum(_AMOUNT.match(item) is not None for item in items)
        if 0 < counted < len(items):
            why = Message("an amount beside other things behind one question")
            yield Finding(check=CheckName.ATOMIC, severity=Severity.WARNING, why=why, loss=0.2)
        elif any(map(_is_fact, items)) and not _ASKS_OR_OPENS.search(card.front):
            why = Message("whole facts behind one vague question")
            yield Finding(check=CheckName.ATOMIC, severity=Severity.WARNING, why=why, loss=0.2)
    if not card.is_list and ": " in card.back and _INNER_LABEL.search(card.back):
        why = Message("the answer runs labelled facts together")
        yield Finding(check=CheckName.ATOMIC, severity=Severity.WARNING, why=why, loss=0.3)
    if card.cloze_text and (sentence := _sentence_with_gap(card)):
        repair = Repair(cloze_text=sentence, how="the sentence with the gap by itself", is_tidying=True)
        why = Message("more sentences than the gap needs")
        yield Finding(check=CheckName.ATOMIC, severity=Severity.HINT, why=why, loss=0.05, repair=repair)


def _without_additions(card: CardText) -> str:
    """Return the answer up to what only adds to it, or the answer itself."""
    if card.cloze_text or card.is_list or card.is_written:
        return card.back
    kept = card.back
    for mark in _ONLY_ADDS:
        head, *rest = mark.split(kept, maxsplit=1)
        head = head.rstrip(" ,;:")
        one_bracket = mark is not _ONLY_ADDS[0] or "(" not in head
        if rest and one_bracket and terms.count_words(head) >= _FEWEST_LEFT and terms.is_balanced(head):
            kept = head
        if terms.count_words(kept) <= _ROOMY_WORDS:
            return kept
    head = _AIM.split(kept, maxsplit=1)[0]
    very_long = terms.count_words(kept) > _LONG_ANSWER_WORDS and terms.count_words(head) >= _ROOMY_WORDS - 3
    return head if very_long and terms.is_balanced(head) else kept


def _is_fact(item: str) -> bool:
    words = terms.count_words(item)
    return words > _NAME_WORDS + 2 or (words > _NAME_WORDS and terms.is_clause(item))


def _sentence_with_gap(card: CardText) -> str:
    """Return the one sentence that has the gaps, with the subject the text opens with; empty when all is one."""
    if "." not in card.cloze_text:
        return ""
    subject, mark, statement = card.cloze_text.rpartition(": ")
    parts = _WRITTEN_SENTENCE.split(statement)
    with_gap = [part for part in parts if "{{" in part]
    if len(parts) < 2 or len(with_gap) != 1 or _POINTS_BACK.search(with_gap[0]):
        return ""
    return f"{subject}{mark}{with_gap[0].rstrip('.')}"


def _sentences(card: CardText) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the answer's sentences without their closing marks."""
    if card.cloze_text or card.is_list:
        return ()
    return _between(card.back, _SENTENCES)


def _clauses(card: CardText) -> tuple[tuple[int, int], ...]:
    """Return the ranges of two facts that a word joins, each with a verb of its own; empty when it is one fact."""
    if card.cloze_text or card.is_list:
        return ()
    ranges = _between(card.back, _JOINT)
    return ranges if len(ranges) == 2 and all(_says_something(card.back[start:end]) for start, end in ranges) else ()


def _says_something(part: str) -> bool:
    return terms.count_words(part) >= _NAME_WORDS and (
        terms.opens_in_third_person(part) or terms.is_order(part) or terms.is_clause(part)
    )


def _between(text: str, mark: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    """Return the ranges of a text between the marks."""
    found = [match.span() for match in mark.finditer(text)]
    starts, ends = (0, *(end for _, end in found)), (*(start for start, _ in found), len(text.rstrip(" .;")))
    return tuple([(start, end) for start, end in zip(starts, ends, strict=True) if end > start])


def _split(card: CardText) -> Repair | None:
    """Return the facts of the answer as gaps of one text: each is asked with the others in view."""
    ranges = _sentences(card)
    how = "one gap a sentence"
    if len(ranges) == 1:
        ranges, how = _clauses(card), "one gap a fact"
    if not 1 < len(ranges) <= _MAX_SPLIT or "{{" in card.front + card.back or cloze.BLANK in card.front:
        return None
    sizes = [terms.count_words(card.back[start:end]) for start, end in ranges]
    if max(sizes) > COMFORTABLE_ANSWER_WORDS or terms.count_words(card.front) + sum(sizes) > MAX_SIDE_WORDS:
        return None
    text, done = "", 0
    for number, (start, end) in enumerate(ranges, start=1):
        text += card.back[done:start] + cloze.gap(card.back[start:end], number)
        done = end
    return Repair(cloze_text=f"{card.front} {text}{card.back[done:]}", how=how)
