"""Check 11: broken characters, ligatures, words cut at a line end, brackets that do not close."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Repair, Severity
from flashdeck.extraction.lint.repairs import rewritten
from flashdeck.messages import Message

_BROKEN: Final = re.compile("[\ufffd\ue000-\uf8ff]|\\\\u[0-9a-fA-F]{4}")
_LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
_MOJIBAKE: Final = re.compile("(?:[ÂÃ][\u0080-\u00bf]|â[€‚„†‡ˆ‰Š‹ŒŽ\u0080-\u009f][\u0080-\u203a])")
_ODD: Final = re.compile("[\ufffd\ue000-\uf8ff\ufb00-\ufb06ÂÃâ]|\\\\u")
"""What holds one of these is looked at closely."""
_CUT: Final = re.compile(r"(?<![\w-])([^\W\d_]{2,})[-\u00ad] ([^\W\d_]{2,})(?![\w-])")
_SHARED_ENDING: Final = frozenset({"and", "or", "und", "oder", "to", "bis"})
_LETTERED: Final = re.compile(r"^\s{0,40}(?:\d{1,2}|[A-Za-z])\)\s", re.MULTILINE)
_SMILEY: Final = re.compile(r"[:;]-?[()]")
_DOUBLED: Final = re.compile(r"\b(with|the|of|to|a|an|and|for) \1\b(?![-’'])", re.IGNORECASE)
_DOUBLES: Final = tuple(f"{word} {word}" for word in ("with", "the", "of", "to", "a", "an", "and", "for"))


def check(card: CardText) -> Iterator[Finding]:
    """Find what reading the file has broken."""
    text = f"{card.whole}\n{card.back}"
    if (not text.isascii() or "\\u" in text) and _ODD.search(text):
        if _BROKEN.search(text):
            yield Finding(check=CheckName.ENCODING, severity=Severity.VETO, why=Message("broken characters"))
            return
        yield from _misread(card, text)
    if "- " in text or "\u00ad " in text:
        yield from _cut_words(card, text)
    if terms.holds_brackets(text):
        yield from _open_brackets(card)
    if any(map(text.lower().__contains__, _DOUBLES)) and _DOUBLED.search(text):
        repair = rewritten(card, lambda side: _DOUBLED.sub(r"\1", side), "the doubled word once", is_tidying=True)
        yield Finding(
            check=CheckName.ENCODING, severity=Severity.HINT, why=Message("a word stands twice"), repair=repair
        )
    if not card.cloze_text and ("{{" in text or "}}" in text):
        yield Finding(
            check=CheckName.ENCODING,
            severity=Severity.WARNING,
            why=Message("shows the marks of a gap as text"),
            loss=0.1,
        )


def _misread(card: CardText, text: str) -> Iterator[Finding]:
    if _LIGATURE.search(text):
        repair = rewritten(card, _without_ligatures, "ligatures as letters", is_tidying=True)
        yield Finding(
            check=CheckName.ENCODING,
            severity=Severity.WARNING,
            why=Message("letters joined to one character"),
            repair=repair,
        )
    if _MOJIBAKE.search(text):
        repair = rewritten(card, _decoded, "characters decoded anew", is_tidying=True)
        yield Finding(
            check=CheckName.ENCODING,
            severity=Severity.VETO,
            why=Message("characters of another encoding"),
            repair=repair,
        )


def _without_ligatures(text: str) -> str:
    return _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def _decoded(text: str) -> str:
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _cut_words(card: CardText, text: str) -> Iterator[Finding]:
    known = frozenset(terms.key(f"{card.context} {text}").split())
    source = card.source or known

    def is_cut(match: re.Match[str]) -> bool:
        first, second = match.groups()
        whole = (first + second).casefold()
        return second[:1].islower() and second not in _SHARED_ENDING and (whole in known or whole in source)

    def join(match: re.Match[str]) -> str:
        return match.group(1) + match.group(2) if is_cut(match) else match.group()

    if any(is_cut(match) for match in _CUT.finditer(text)):
        repair = rewritten(card, lambda side: _CUT.sub(join, side), "the word put together", is_tidying=True)
        yield Finding(
            check=CheckName.ENCODING,
            severity=Severity.WARNING,
            why=Message("a word is cut in two"),
            loss=0.1,
            repair=repair,
        )


def _open_brackets(card: CardText) -> Iterator[Finding]:
    options = "\n" in card.front and _LETTERED.search(card.front) is not None
    for is_answer, text in ((False, card.whole), (True, card.back)):
        plain = _SMILEY.sub("", _LETTERED.sub("", text)) if card.is_written else text
        if terms.is_balanced(plain) or (options and not card.is_written):
            continue
        severity = Severity.HINT if card.is_written else Severity.VETO
        why = (
            Message("a bracket is not closed in the answer")
            if is_answer
            else Message("a bracket is not closed on the front")
        )
        yield Finding(check=CheckName.ENCODING, severity=severity, why=why, repair=_closed(card))


def _closed(card: CardText) -> Repair | None:
    """Return the card with its one open bracket closed at the end; a gap makes that ambiguous."""
    if card.cloze_text:
        return None
    front, back = (_with_closing(side) for side in (card.front, card.back))
    closed = card._replace(front=front, back=back)
    if not (terms.is_balanced(closed.front) and terms.is_balanced(closed.back)):
        return None
    return Repair(front=front, back=back, how="the bracket closed")


def _with_closing(text: str) -> str:
    if terms.is_balanced(text):
        return text
    for opening, closing in (("(", ")"), ("[", "]")):
        if text.count(opening) == text.count(closing) + 1:
            return f"{text[:-1]}{closing}?" if text.endswith("?") else f"{text}{closing}"
    return text
