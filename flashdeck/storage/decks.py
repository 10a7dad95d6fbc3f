"""Decks: names, made when the first note needs them."""

from flashdeck.domain.deck import SEPARATOR, join, split
from flashdeck.domain.ids import DeckId
from flashdeck.storage.connection import Connection


class DeckRepository:
    """The decks of a collection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get_or_create(self, name: str) -> DeckId:
        """Return the deck of a clean name (see `domain.deck.clean_name`), making it when it is missing."""
        found = self._connection.value("SELECT id FROM decks WHERE name = ?", [name])
        if found is not None:
            return DeckId(found)
        made = self._connection.insert_sealed("decks", {"name": name})
        assert made is not None
        return DeckId(made)

    def names(self) -> tuple[str, ...]:
        """Return every deck that holds notes, in order of name."""
        rows = self._connection.select(
            "SELECT name FROM decks WHERE EXISTS (SELECT 1 FROM notes WHERE deck_id = decks.id) ORDER BY name"
        )
        return tuple(row["name"] for row in rows)

    def names_with_parents(self) -> tuple[str, ...]:
        """Return every deck that holds notes or has sub-decks that do, in order of name."""
        names: set[str] = set()
        for name in self.names():
            parts = split(name)
            names.update(join(*parts[: depth + 1]) for depth in range(len(parts)))
        return tuple(sorted(names))

    def has_any_within(self, name: str) -> bool:
        """Whether the deck or one of its sub-decks holds notes."""
        within = "name = :name OR substr(name, 1, length(:name) + 2) = :name || :separator"
        found = self._connection.value(
            f"SELECT 1 FROM decks WHERE ({within}) AND EXISTS (SELECT 1 FROM notes WHERE deck_id = decks.id)",
            {"name": name, "separator": SEPARATOR},
        )
        return found is not None
