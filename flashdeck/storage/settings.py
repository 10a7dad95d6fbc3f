"""The user's settings, by name, as JSON values."""

import json

from flashdeck.storage.connection import Connection

Value = str | int | float | bool | None | dict[str, "Value"] | list["Value"]


class SettingsRepository:
    """Settings that travel with the collection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, Value]:
        """Return every stored setting; those never changed are not among them."""
        rows = self._connection.select("SELECT name, value FROM settings ORDER BY name")
        return {row["name"]: json.loads(row["value"]) for row in rows}

    def put(self, name: str, value: Value) -> None:
        """Store a setting."""
        self._connection.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [name, json.dumps(value)],
        )
