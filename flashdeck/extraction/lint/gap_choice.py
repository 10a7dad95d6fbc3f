"""Check 9: a gap hides the word that tells something, and leaves enough to know which one it is."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.domain import cloze
from flashdeck.extraction.analysis.scope import Vocabulary
from flashdeck.extraction.clozes import gaps
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import VERBS
from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Repair, Severity
from flashdeck.extraction.model import Text
from flashdeck.messages import Message

_MAX_WORDS: Final = 40
_MIN_WORDS: Final = 4
_MAX_GAP_WORDS: Final = 6
_GAP: Final = re.escape(cloze.BLANK)
_IS_OPEN: Final = re.compile(
    rf"\((?:can|may) be {_GAP}\)|\bthat (?:is|are|(?:can|must) be) {_GAP}$"
    rf"|(?:^|: |– )(?:does|do|did) not (?:require|need) {_GAP}$"
    rf"|(?:^|: |– )(?:is|are) (?:only )?to {_GAP}"
    rf"|(?:^|: |– )(?:built-in |native )?(?:support|integration) (?:for|with) {_GAP}$"
    rf"|\b(?:over|about|more than) {_GAP} old\b"
    rf"|{_GAP} if (?:needed|necessary|required|wanted)$"
    rf"|\bno more {_GAP} limit"
    rf"|(?:^|: |– )sometimes we\b[^?]*{_GAP}"
    rf"|\((?:used |chosen )?(?:von|by|bei) {_GAP} (?:der|of)\b"
)
"""What may be so in passing, what something is good for, and what it spares one may be nearly anything; what share of
all uses it is no knowledge of it. This and the next are written for small letters."""
_AROUND_OPEN: Final = (
    *[
        f"{word} {cloze.BLANK}"
        for word in ("be", "is", "are", "require", "need", "to", "for", "with", "over", "about", "than", "more")
    ],
    *(f"by {cloze.BLANK}", f"von {cloze.BLANK}", f"bei {cloze.BLANK}", f"{cloze.BLANK} if ", "sometimes we"),
)
"""What all these hold, so that few fronts are searched for one."""
_POSSIBLE: Final = re.compile(
    rf"(?:^|: |– )(?:[\w-]+ )?(?:can|may|could) (?!be {_GAP})(?:also |\w+ly )?(?:be )?\w+"
    rf"(?: (?:with|by|to|in|from|on|based on))? {_GAP}(?: \((?!two\)|three\)|four\))[^()]*\))?$"
)
"""What a thing can do or have done to it, and nothing behind it narrows, is one of much."""
_PRAISE: Final = re.compile(rf"\bfully(?: \w+,)? {_GAP}$|: {_GAP} \w+(?:able|ible)\b", re.IGNORECASE)
_QUALITY: Final = re.compile(rf"(?:[&=]|\bis all) {_GAP}$", re.IGNORECASE)
"""Behind these a single word is one praise of many (`enabled & free`)."""
_IN_CASE: Final = re.compile(rf"\b(?:if|when|once)\s(?:\w+\s){{1,3}}(?:is|are) {_GAP}")
_SPECIAL: Final = re.compile(r"(?:special|extra|additional|certain|necessary|needed|required|relevant)\s[a-z]+")
_BESIDE_ADVERB: Final = re.compile(
    r"\b(?:is|are|be) (?:(?P<before>[a-z]{3,}ly) \{\{c(?P<one>\d+)::(?P<done>[a-z]+ed)\}\}"
    r"|\{\{c(?P<other>\d+)::(?P<does>[a-z]+ed)\}\} (?P<after>[a-z]{3,}ly))$"
)
"""What is done, hidden beside how it is done, which is the news."""
_COMMON_ADVERBS: Final = frozenset(
    {"fully", "only", "usually", "easily", "automatically", "seamlessly", "highly", "tightly"}
)
_PAID: Final = re.compile(rf"\bpay(?: only)? (?:for|when) (?:the |what )?{_GAP}", re.IGNORECASE)
_OPENS: Final = re.compile(rf"(?:^|: |– ){_GAP} (?P<verb>[a-z]+) ")
_MANY_DO: Final = frozenset({"use", "define", "provide", "have", "need", "contain", "describe", "specify"})
"""Verbs whose subject is one of many, so that nothing tells which it is."""
_USED: Final = re.compile(
    r"(?:in )?(?:the )?(?:resources?|capacity|services?|what)?\s?"
    r"(?:(?:that|you|are|is|they) )*(?:consumed?|used?|need(?:ed)?)",
    re.IGNORECASE,
)


def check(card: CardText) -> Iterator[Finding]:
    """Find gaps that hide small words, too much or half a word, and statements too short or too long for one."""
    if not card.cloze_text:
        return
    severity = Severity.WARNING if card.is_written else Severity.VETO
    if terms.count_words(card.front) > _MAX_WORDS:
        why = Message("more than {count} words around the gap", count=_MAX_WORDS)
        yield Finding(check=CheckName.GAP, severity=severity, why=why, loss=0.2)
    if len(terms.words(card.shown)) < _MIN_WORDS and not (card.is_written and card.context):
        why = Message("too little stays around the gap")
        yield Finding(check=CheckName.GAP, severity=severity, why=why, loss=0.2)
    elif not terms.content_words(card.back):
        why = Message("the gap hides no word that tells something")
        yield Finding(check=CheckName.GAP, severity=severity, why=why, loss=0.3, repair=_moved(card))
    elif not card.is_written and (_is_open(card.front.lower()) or _goes_without_saying(card)):
        yield Finding(check=CheckName.GAP, severity=severity, why=Message("many words fit the gap"), loss=0.3)
    elif not card.is_written and (manner := _manner_hidden(card.cloze_text)):
        repair = Repair(cloze_text=manner, how="the manner hidden", is_tidying=True)
        yield Finding(check=CheckName.GAP, severity=severity, why=Message("many words fit the gap"), repair=repair)
    elif _cuts_a_word(card):
        why = Message("the gap hides a part of a word")
        yield Finding(check=CheckName.GAP, severity=Severity.WARNING, why=why, loss=0.1, repair=_moved(card))
    elif terms.count_words(card.back) > _MAX_GAP_WORDS and not any(mark in card.back for mark in ",/"):
        why = Message("the gap hides {count} words", count=terms.count_words(card.back))
        yield Finding(check=CheckName.GAP, severity=Severity.HINT, why=why, repair=_moved(card))


def _is_open(small: str) -> bool:
    return any(map(small.__contains__, _AROUND_OPEN)) and _IS_OPEN.search(small) is not None


def _manner_hidden(text: str) -> str:
    """Return a statement whose gap hides how something is done and not that it is; empty where it hides neither."""
    found = _BESIDE_ADVERB.search(text) if "ly" in text else None
    if found is None or (found["before"] or found["after"]) in _COMMON_ADVERBS:
        return ""
    if found["before"]:
        return f"{text[: found.start('before')]}{{{{c{found['one']}::{found['before']}}}}} {found['done']}"
    return f"{text[: found.start('other') - 3]}{found['does']} {{{{c{found['other']}::{found['after']}}}}}"


def _goes_without_saying(card: CardText) -> bool:
    """Whether a gap hides praise beside praise, that one pays for what one uses, or that a thing is there to work."""
    is_word = card.back.isalpha() and card.back.islower()
    if _QUALITY.search(card.front) and card.back.replace("-", "").isalpha() and card.back[1:].islower():
        return True
    if _SPECIAL.fullmatch(card.back) or (card.back in {"enabled", "used"} and _IN_CASE.search(card.front)):
        return True
    opens = _OPENS.search(card.front)
    if _POSSIBLE.search(card.front.lower()) and not card.back.lower().startswith("only "):
        return True
    if opens is not None and VERBS.get(opens["verb"]) in _MANY_DO and card.back[1:].islower():
        return True
    return (is_word and _PRAISE.search(card.front) is not None) or (
        _PAID.search(card.front) is not None and _USED.fullmatch(card.back) is not None
    )


def _cuts_a_word(card: CardText) -> bool:
    before, blank, after = card.front.partition(cloze.BLANK)
    if not blank:
        return False  # it shows a hint
    if terms.is_unspaced(card.front):
        return False
    starts_inside = before[-1:].isalnum() and card.back[:1].isalnum()
    return starts_inside or (after[:1].isalnum() and card.back[-1:].isalnum() and not card.back[-1:].isdigit())


def _moved(card: CardText) -> Repair | None:
    """Return the card with the best other gap of its statement; a statement of several gaps stays as it is."""
    if len(cloze.numbers(card.cloze_text)) != 1 or card.front.count(cloze.BLANK) != 1:
        return None
    lead, _, statement = card.whole.rpartition(": ")
    text = Text(plain=statement, first_line=1, last_line=1)
    for gap in gaps.gaps(text, lead, Vocabulary()):
        hidden = statement[gap.start : gap.end]
        marked = statement[: gap.start] + cloze.gap(hidden) + statement[gap.end :]
        repair = Repair(cloze_text=f"{lead}: {marked}" if lead else marked, how="another gap")
        (moved,) = repair.cards(card)
        if moved.back != card.back and not any(check(moved)):
            return repair
    return None
