"""Check 1: the answer says something, says it to its end, and the slide says it."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import EMPTY_PREDICATES, word_set
from flashdeck.extraction.lint.endings import breaks_off
from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Severity
from flashdeck.messages import Message

_EMPTY_ANSWERS: Final = (
    frozenset({"the rest", "all others", "others", "everything", "anything", "it depends"}) | EMPTY_PREDICATES
)
_VAGUE: Final = re.compile(
    r"(?:(?:different|various|certain|some|lots of|a variety of|a number of)"
    r"(?:\s(?:kinds?|types?|sorts?|forms?)\sof)?(?:\s(?!and\b|or\b)[a-z-]+){1,2}"
    r"|(?:in )?(?:different|various|many) ways)"
)
_IN_WAYS: Final = re.compile(r"\bin (?:different|various|many|several) ways$")
"""How an answer promises what it does not tell (`different settings`)."""
_EXPECTS_MORE: Final = word_set(
    """its your our their that which whose if has had was were can may should must will would than as into onto because
    between such per every dass als zu"""
)


def check(card: CardText) -> Iterator[Finding]:
    """Find answers without content, and words that the source does not have."""
    if card.has_picture:
        return
    severity = Severity.WARNING if card.is_written else Severity.VETO
    why = _is_empty(card.back, is_written=card.is_written)
    if why:
        yield Finding(check=CheckName.GROUNDED, severity=severity, why=why, loss=0.3)
        return
    missing = [word for word in terms.key(card.back).split() if card.source is not None and word not in card.source]
    if missing and not card.is_written:
        why = Message("not grounded: “{word}” is not on the slide", word=missing[0])
        yield Finding(check=CheckName.GROUNDED, severity=severity, why=why)
    last = terms.words(card.back)[-1:]
    if breaks_off(card.back) and not card.is_written:
        yield Finding(check=CheckName.GROUNDED, severity=severity, why=Message("the answer breaks off"))
    elif card.back.rstrip().endswith("?") and not card.is_written and "which question" not in card.front.casefold():
        why = Message("the answer is a question")
        yield Finding(check=CheckName.GROUNDED, severity=Severity.WARNING, why=why, loss=0.3)
    elif last and last[0] in _EXPECTS_MORE and not card.is_list and not card.is_written:
        why = Message("the answer ends in a word that expects another")
        yield Finding(check=CheckName.GROUNDED, severity=Severity.HINT, why=why, loss=0.1)


def _is_empty(answer: str, *, is_written: bool) -> Message | None:
    if not terms.words(answer):
        return Message("the answer has no word") if not is_written or not answer.strip() else None
    if is_written and len(answer.split()) == 1:
        return None  # a word alone can be the very thing to learn
    if answer == "all":
        return None  # which ones
    vague = _VAGUE.fullmatch(answer.strip(" .")) or (answer.endswith(" ways") and _IN_WAYS.search(answer))
    if not terms.content_words(answer) or terms.key(answer) in _EMPTY_ANSWERS or (vague and not is_written):
        return Message("the answer says nothing")
    return None
