"""What the user types in a search box, as a filter: `kinesis topic:glue deck:"AWS::S3" is:due tag:hard -shard`."""

import re
from typing import Final

from flashdeck.domain.scope import EVERYTHING, Scope, ScopePart
from flashdeck.errors import FlashdeckError
from flashdeck.messages import Message
from flashdeck.storage.browse import STATES, CardFilter

_TERM: Final = re.compile(r'(-?)(?:(topic|deck|is|tag):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)


class SearchSyntaxError(FlashdeckError):
    """The search names something that does not exist."""


def parse(query: str, scope: Scope = EVERYTHING) -> CardFilter:
    """Return the filter of a query, within a scope.

    Raises:
        SearchSyntaxError: `is:` with an unknown state, or `-` before `topic:`, `deck:`, `is:` or `tag:`.
    """
    words: list[str] = []
    without: list[str] = []
    tags: list[str] = []
    states: list[str] = []
    for match in _TERM.finditer(query.replace("\0", " ")):
        minus, field, quoted, plain = match.groups()
        value = (quoted if quoted is not None else plain).strip()
        if not value:
            continue
        if field is None:
            if any(character.isalnum() for character in value):  # marks alone have no words to find
                (without if minus else words).append(value)
            continue
        if minus:
            raise SearchSyntaxError(
                Message(
                    "'-{field}:' is not known: a minus goes before a plain word, as in -{value}.",
                    field=field,
                    value=value,
                )
            )
        scope = _narrow(field.lower(), value, scope, tags, states)
    return CardFilter(
        scope=scope, words=tuple(words), without_words=tuple(without), tags=tuple(tags), states=tuple(states)
    )


def _narrow(field: str, value: str, scope: Scope, tags: list[str], states: list[str]) -> Scope:
    if field == "tag":
        tags.append(value)
    elif field == "is":
        if value.lower() not in STATES:
            raise SearchSyntaxError(
                Message("'is:{value}' is not known. Try one of: is:{states}.", value=value, states=", is:".join(STATES))
            )
        states.append(value.lower())
    elif field == "topic":
        return tuple(ScopePart(deck=part.deck, topic=value) for part in scope)
    else:
        return tuple(ScopePart(deck=value, topic=part.topic) for part in scope)
    return scope
