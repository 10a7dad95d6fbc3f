"""Check 8: the front asks one thing, in a form that a reader takes in at a glance."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.domain import cloze
from flashdeck.extraction.languages import terms
from flashdeck.extraction.lint.endings import breaks_off
from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Repair, Severity
from flashdeck.extraction.lint.repairs import rewritten_front
from flashdeck.messages import Message

_COMFORTABLE_WORDS: Final = 25
_ASKS: Final = re.compile(
    r"(?:^|: |– )(?:what|when|why|how|where|which|who|whose|was|wann|warum|wie|wo|welche[rsn]?|wer)\b", re.IGNORECASE
)
_YES_OR_NO: Final = re.compile(r"(?:yes|no|ja|nein|true|false|richtig|falsch)\b[\s.,!]*", re.IGNORECASE)
_SMALL_WORDS: Final = ("A", "An", "The", "Each", "Every", "All", "Your", "Some", "Any", "Many")
_CAPITAL: Final = re.compile(
    rf"\b(?P<aux>does|do|did|can|must|should|will|is|are|was|were) (?P<small>{'|'.join(_SMALL_WORDS)})"
    r"(?= (?!do\b|mean\b|be\b|have\b|map\b|stand\b)[^\W\d_]{2})"
)
_CAPITALS: Final = tuple(f" {word} " for word in _SMALL_WORDS)
_ORDINAL: Final = re.compile(
    r"(?:^|: |– )(?:scenario|szenario|problem|step|schritt|example|beispiel|case|fall|part|teil|option|figure|phase|"
    r"stage|task|aufgabe|question|frage|exercise|übung|shape|slide|section|chapter) ?#?\d+\??$",
    re.IGNORECASE,
)
_CATALOGUED: Final = re.compile(
    r"(?:what (?:is|are|does)|was (?:ist|bedeutet)|which \w+ is) [„“]?[^\W\d_]{2,6}-\d{2,6}[“”]?(?: mean)?\?$",
    re.IGNORECASE,
)
"""A number in a catalogue, which is looked up and not learned."""
_NO_QUESTION: Final = re.compile(
    r"(?:^|: )(?:how (?:do|does) [^?]{0,300}\suse|what (?:do|does) [^?]{0,300}\suse of|which \w+ examples are there|"
    r"in what way [^?]{0,300}\sin\s[^?]{0,300}|"
    r"what (?:do|does) [^?]{0,300}\sby (?:allow|enabl|lett|help)ing [^?]{0,300})\?$"
)
"""A verb without its object, a noun taken for a verb, examples of nothing.

This and what follows are written for small letters, where an expression takes a third of the time.
"""
_MARKS_OF_NONE: Final = ("use?", "use of?", "examples are there?", "in what way ", "by ")
_LABEL_ASKED: Final = re.compile(r"what (?:is|are) [^?:]{1,40}: [^?]*\?$")
"""A label taken into a question."""
_EITHER_WHICH: Final = re.compile(r"(?:^|: )[^?]{0,300}\seither\s[^?]{0,300}\swhich two\?$")
_ANY_NOUN: Final = re.compile(
    r"(?:the |an? |its |their )?(?:criteria|rules?|ways?|process(?:es)?|information|settings?|details|conditions?|"
    r"parameters?|options?|steps?|tasks?|things?|actions?|behaviou?r)"
    r"|[^\W\d_][\u2080-\u209c\u1d62-\u1d6a\u2c7c]{1,6}",
    re.IGNORECASE,
)
_OPEN_DEEDS: Final = tuple(
    f"{verb}?"
    for verb in (
        *(
            "provide",
            "offer",
            "serve",
            "enhance",
            "improve",
            "guarantee",
            "ensure",
            "support",
            "allow for",
            "help with",
        ),
    )
)
_OPEN_DEED: Final = re.compile(
    rf"\bwhat (?:do|does) [^?]{{0,300}}\s(?:{'|'.join(map(re.escape, _OPEN_DEEDS))})$", re.IGNORECASE
)
"""What nearly anything does, and nothing behind it narrows."""
_CHARACTERIZES: Final = re.compile(r"\b[Ww]hat (?:characterizes|is|are)\b")
_SINGLED_OUT: Final = re.compile(
    r"\b[A-Z\d]{2}|\b(?:each|every|all|no|not|only|own|same|within|without|between|across|from|to|by|at)\b|\bin an?\b"
)
_PRAISE: Final = re.compile(
    r"(?:an? )?(?:[\w-]+(?:\s&\s|\sand\s|,\s))?[\w-]+\s(?:choice|option|solution|approach)"
    r"|the (?:backbone|heart|soul|cornerstone) of .*"
    r"|(?:advanced|enhanced|improved|efficient|powerful|robust|various) "
    r"(?:techniques|methods|capabilities|features|options|tools|approaches)(?: (?:for|of|to) .*)?",
    re.IGNORECASE,
)
"""An answer that praises and tells nothing."""
_BOTH_STATES: Final = re.compile(r"\bin which two states\s.*\bencrypted\?$", re.IGNORECASE)
"""There are no more than these two: at rest and in transit."""
_DANGLING: Final = re.compile(r"\sindependently$")
"""Of what, the line above it told."""
_NO_NAME: Final = re.compile(r"(?:all|any|both|none|some|many)(?: of them)?|\S+ and third[- ]party", re.IGNORECASE)
_WHICH: Final = re.compile(r"\bwhich (?P<noun>[^\W\d_]{3,}) ", re.IGNORECASE)
_EMPTY_KIND: Final = re.compile(
    r"(?:the |an? )?(?:default|different|various|multiple|several|certain|specific|own|other) (?P<noun>[a-z]{3,})",
    re.IGNORECASE | re.ASCII,
)
_ASKS_TWICE: Final = re.compile(r"^[^\n]*\?\s+[^\W_][^\n]*$")
_ONE_AGAINST_ANOTHER: Final = re.compile(r"(?:^|: |– )(?>[^:?\[]{0,300}?\b(?:vs|versus)\b)[^:?\[]*+\?$", re.IGNORECASE)
_TWICE: Final = re.compile(r"^(?P<name>[^:]{3,60}): (?P=name)(?=\W)")


def check(card: CardText) -> Iterator[Finding]:
    """Find fronts that ask nothing, break off, are too long or too short, or can be guessed by tossing a coin."""
    why = _is_broken(card)
    if why:
        severity = Severity.WARNING if card.is_written else Severity.VETO
        yield Finding(check=CheckName.FRONT_FORM, severity=severity, why=why, loss=0.3)
        return
    for severity, why, loss, repair in _form(card):
        yield Finding(check=CheckName.FRONT_FORM, severity=severity, why=why, loss=loss, repair=repair)


def _is_broken(card: CardText) -> Message | None:
    if card.has_picture:
        return None
    if not terms.content_words(card.shown) and not (card.is_written and terms.words(card.shown)):
        return Message("the front names nothing")
    asks_number = card.front.rstrip("?")[-1:].isdigit() and _ORDINAL.search(card.front)
    if asks_number or (not card.is_written and "-" in card.front and _CATALOGUED.search(card.front)):
        return Message("asks for a number, not for a thing")
    if not card.is_written and (_is_no_question(card.front) or _cuts_quotation(card.front)):
        return Message("the question is broken")
    if not card.is_written and _asks_too_little(card):
        return Message("the answer says no more than the question")
    if card.cloze_text:
        return Message("the statement breaks off") if breaks_off(card.whole) else None
    return Message("the front breaks off") if breaks_off(card.front) and not card.is_written else None


def _is_no_question(front: str) -> bool:
    if "?" not in front:
        return False
    small = front.lower()
    return (
        _LABEL_ASKED.match(small) is not None
        or (any(map(small.__contains__, _MARKS_OF_NONE)) and _NO_QUESTION.search(small) is not None)
        or ("either" in small and _EITHER_WHICH.search(small) is not None)
    )


def _asks_too_little(card: CardText) -> bool:
    """Whether an answer is a noun that any thing has (`the criteria`), or the asked noun with an empty word."""
    if card.cloze_text or card.is_list:
        return False
    if (_NO_NAME.fullmatch(card.back) and _ASKS.search(card.front)) or _says_little(card):
        return True
    if _ANY_NOUN.fullmatch(card.back):
        return True
    again = _EMPTY_KIND.fullmatch(card.back)
    asked = _WHICH.search(card.front) if again else None
    return again is not None and asked is not None and terms.stem(again["noun"]) == terms.stem(asked["noun"])


def _says_little(card: CardText) -> bool:
    """Whether an answer could be given of nearly anything, or praises."""
    small = card.front.lower()
    is_open = small.endswith(_OPEN_DEEDS) and _OPEN_DEED.search(card.front) and not _SINGLED_OUT.search(card.back)
    if is_open or (small.endswith("encrypted?") and _BOTH_STATES.search(card.front)):
        return True
    if card.back.endswith("independently") and _DANGLING.search(card.back):
        return True
    return _PRAISE.fullmatch(card.back) is not None and _CHARACTERIZES.search(card.front) is not None


def _compares(front: str) -> bool:
    small = front.lower()
    return ("vs" in small or "versus" in small) and _ONE_AGAINST_ANOTHER.search(front) is not None


def _cuts_quotation(front: str) -> bool:
    """Whether a quotation mark stands alone; the German mark that closes is the English one that opens."""
    return front.count("„") + front.count("”") < front.count("“")


def _form(card: CardText) -> Iterator[tuple[Severity, Message, float, Repair | None]]:
    words = terms.count_words(card.front)
    if words > _COMFORTABLE_WORDS * (1 + card.is_list):
        yield Severity.HINT, Message("the front is long"), 0.1, None
    if words < 3 and not card.context and not card.is_written:
        yield Severity.HINT, Message("the front is short"), 0.1, None
    asks = not card.cloze_text and _ASKS.search(card.front) is not None
    if asks and "?" not in card.front and "\n" not in card.front:
        repair = Repair(
            front=f"{card.front.rstrip(' .:')}?", back=card.back, how="the question mark added", is_tidying=True
        )
        yield Severity.HINT, Message("a question without its mark"), 0.0, repair
    if asks and any(map(card.front.__contains__, _CAPITALS)) and (match := _CAPITAL.search(card.front)):
        start, end = match.span("small")
        front = card.front[:start] + match.group("small").lower() + card.front[end:]
        repair = Repair(front=front, back=card.back, how="a small letter inside the question", is_tidying=True)
        yield Severity.HINT, Message("a capital inside the question that begins no name"), 0.0, repair
    if not card.is_written and "?" in card.front[:-1] and _ASKS_TWICE.search(card.front):
        yield Severity.WARNING, Message("more than one question, or one inside a statement"), 0.25, None
    if not card.is_written and not card.is_list and _compares(card.front):
        yield Severity.WARNING, Message("asks to compare, and the answer speaks of one thing"), 0.3, None
    if card.cloze_text and card.front.count(cloze.BLANK) > 1:
        yield Severity.HINT, Message("more than one gap is asked at once"), 0.0, None
    if not card.cloze_text and _YES_OR_NO.fullmatch(card.back):
        yield Severity.WARNING, Message("yes or no can be guessed"), 0.25, None
    text = card.cloze_text or card.front
    if ": " in text and (match := _TWICE.match(text)):
        once = text[len(match.group("name")) + 2 :]
        repair = rewritten_front(card, once, "the subject named once", is_tidying=True)
        yield Severity.HINT, Message("names its subject twice"), 0.0, repair
