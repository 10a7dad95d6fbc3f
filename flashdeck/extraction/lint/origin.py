"""Check 12: a card says where it belongs."""

from collections.abc import Iterator

from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Severity
from flashdeck.messages import Message


def check(card: CardText) -> Iterator[Finding]:
    """Find cards without a context line, and cards that no topic holds."""
    if not card.context and not card.is_written:
        why = Message("no context line")
        yield Finding(check=CheckName.ORIGIN, severity=Severity.HINT, why=why, loss=0.05)
    elif not card.context and not card.topic:
        why = Message("neither context nor topic says where it belongs")
        yield Finding(check=CheckName.ORIGIN, severity=Severity.HINT, why=why)
