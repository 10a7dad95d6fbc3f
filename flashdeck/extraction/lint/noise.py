"""Check 10: text of a page or a screen is no knowledge."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.domain import cloze
from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Severity
from flashdeck.messages import Message

_LINK: Final = re.compile(
    r"(?:https?://|www\.|mailto:)(?!(?:[\w-]+\.)*example\.(?:com|net|org)\b)\S+|<https?:"
    r"|(?<![\w.+-])[\w.+-]+@(?!(?:[\w-]+\.)*example\.(?:com|net|org)\b)[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
"""An address; those of the reserved example domains stand for any."""
_MARKS_OF_LINK: Final = ("/", "@", "www.", "mailto:", "<http")
"""What a text with an address holds at the least, so that few texts are searched for one."""
_FILE: Final = re.compile(
    r"[\w/.-]+\.(?:txt|csv|pdf|json|png|jpe?g|docx?|xlsx?|zip|html?|log|py|md|ya?ml|cfg|toml|sh)",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(
    r"©|all rights reserved|\bclick\b|\blorem ipsum\b|\(UTC[+-]|▼|▾|\bInfo$|\byou have \[\.\.\.\] to\b", re.IGNORECASE
)
_MARKS_OF_PAGE: Final = ("©", "rights", "click", "lorem", "(utc", "▼", "▾", "info", "you have [...]")
_SUBSCRIPT: Final = re.compile("[\u2080-\u209c\u1d62-\u1d6a]")
_SAYS_MORE: Final = re.compile(r"[=≈≤≥←∝]|[^\W\d_]{4}")
_SECRET: Final = re.compile(
    r"\b(?=[A-Za-z0-9/+]*\d)(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*[A-Z])[A-Za-z0-9/+]{16,80}\b"
)
_DIGIT: Final = re.compile(r"\d")
_IDENTIFIER: Final = re.compile(r"[\da-f](?<![\w.,].)(?:(?<=[0-9a-f])[0-9a-f]{11,}|(?<=\d)\d{8,})(?![\w.%])")
_ASIDE: Final = re.compile(
    r"\bI (?:only |really |just |also )?(?:like|think|mean|prefer|hope|guess|believe|recommend|mention|would|will|have|"
    r"am|love|use|know)\b|\bI[’'](?:m|ve|ll|d)\b|\b(?:TBH|IMHO|btw|lol)\b"
)
_MARKS_OF_ASIDE: Final = ("I ", "I’", "I'", "TBH", "IMHO", "btw", "lol")
_MARKS: Final = (*_MARKS_OF_LINK, *_MARKS_OF_PAGE)
_CLOSING: Final = re.compile(r"(?:any )?questions\s*[?!]*|thank you\s*[!.]*|\W*page \d+(?: of \d+)?\W*", re.IGNORECASE)


def check(card: CardText) -> Iterator[Finding]:
    """Find links, file names and scraps of pages and screens; in a card that a person wrote only a bare link."""
    if not card.is_written and not _may_be_noise(f"{card.front}\n{card.back}"):
        return
    for text in (card.front, card.back):
        why = _written(text) if card.is_written else _made(text)
        if why:
            severity = Severity.WARNING if card.is_written else Severity.VETO
            yield Finding(check=CheckName.NOISE, severity=severity, why=why, loss=0.3)
            return


def _may_be_noise(text: str) -> bool:
    """Whether a text holds a mark of anything that `_made` looks for, so that few cards are looked at side by side."""
    small = text.lower()
    return (
        "." in small.replace(cloze.BLANK, "")
        or any(map(small.__contains__, _MARKS))
        or any(map(text.__contains__, _MARKS_OF_ASIDE))
        or _is_made_up(text)
        or (not text.isascii() and _SUBSCRIPT.search(text) is not None)
    )


def _is_made_up(text: str) -> bool:
    """Whether a text holds letters and figures that a machine has put together."""
    return _DIGIT.search(text) is not None and (
        _IDENTIFIER.search(text) is not None or _SECRET.search(text) is not None
    )


def _made(text: str) -> Message | None:
    small = text.lower()
    if "." in text and all(_FILE.fullmatch(line.removeprefix("- ")) for line in text.splitlines()):
        return Message("a file name is no knowledge")
    if any(map(small.__contains__, _MARKS_OF_LINK)) and _LINK.search(text):
        return Message("a link is no knowledge")
    if not text.isascii() and _SUBSCRIPT.search(text) and not _SAYS_MORE.search(text):
        return Message("a bare symbol is no knowledge")
    is_page = any(map(small.__contains__, _MARKS_OF_PAGE)) and _PAGE.search(text)
    if is_page or _is_made_up(text):
        return Message("text of a page or screen, no knowledge")
    if any(map(text.__contains__, _MARKS_OF_ASIDE)) and _ASIDE.search(text):
        return Message("a remark of the speaker, no knowledge")
    return None


def _written(text: str) -> Message | None:
    if _LINK.fullmatch(text.strip()):
        return Message("a side that is a link asks nothing")
    return Message("a closing or page line is no knowledge") if _CLOSING.fullmatch(text.strip()) else None
