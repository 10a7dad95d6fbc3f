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
    topics: list[str] = []
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
        match field.lower():
            case "tag":
                tags.append(value)
            case "topic":
                if any(character.isalnum() for character in value):
                    topics.append(value)
            case "deck":
                scope = tuple(ScopePart(deck=value, topic=part.topic) for part in scope)
            case _:
                states.append(_state(value.lower()))
    return CardFilter(
        scope=scope,
        words=tuple(words),
        without_words=tuple(without),
        topics=tuple(topics),
        tags=tuple(tags),
        states=tuple(states),
    )


def _state(value: str) -> str:
    if value not in STATES:
        raise SearchSyntaxError(
            Message("'is:{value}' is not known. Try one of: is:{states}.", value=value, states=", is:".join(STATES))
        )
    return value
