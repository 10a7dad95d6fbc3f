"""A scope as an SQL condition on `decks.name` and the topic."""

from flashdeck.domain.deck import SEPARATOR
from flashdeck.domain.scope import Scope


def condition(scope: Scope, *, topic_column: str = "notes.topic") -> tuple[str, dict[str, object]]:
    """Return the condition and its named parameters; the empty scope holds nothing."""
    alternatives: list[str] = []
    parameters: dict[str, object] = {}
    for index, part in enumerate(scope):
        terms: list[str] = []
        if part.deck is not None:
            deck = f"scope_deck_{index}"
            parameters[deck] = part.deck
            parameters[f"{deck}_within"] = part.deck + SEPARATOR
            terms.append(f"(decks.name = :{deck} OR substr(decks.name, 1, length(:{deck}_within)) = :{deck}_within)")
        if part.topic is not None:
            parameters[f"scope_topic_{index}"] = part.topic
            terms.append(f"{topic_column} = :scope_topic_{index} COLLATE NOCASE")
        alternatives.append(" AND ".join(terms) or "1")
    return f"({' OR '.join(alternatives) or '0'})", parameters
