"""Check 13: what the reviews say of a card. A card that will not stick is mostly a card that is put badly."""

from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Severity
from flashdeck.messages import Message

_MANY_LAPSES: Final = 4
_LOW_EASE_FACTOR: Final = 1.5
_LONG_MS: Final = 20_000


def check(card: CardText) -> Iterator[Finding]:
    """Find cards that are forgotten again and again, that stay hard, or that take long to answer."""
    fared = card.behaviour
    if fared is None:
        return
    if fared.lapses >= _MANY_LAPSES:
        yield _finding(
            Severity.WARNING, Message("forgotten {lapses} times: split it or say it otherwise", lapses=fared.lapses)
        )
    elif fared.ease_factor <= _LOW_EASE_FACTOR:
        yield _finding(
            Severity.WARNING,
            Message("stays hard (ease factor {ease_factor:.2f}): split it", ease_factor=fared.ease_factor),
        )
    if fared.median_took_ms is not None and fared.median_took_ms > _LONG_MS:
        yield _finding(
            Severity.HINT,
            Message("takes {seconds:.0f} seconds to answer: ask for less", seconds=fared.median_took_ms / 1000),
        )


def _finding(severity: Severity, why: Message) -> Finding:
    return Finding(check=CheckName.BEHAVIOUR, severity=severity, why=why, loss=0.1)
