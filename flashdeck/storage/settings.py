"""The user's settings, by name, as JSON values."""

import json
from datetime import datetime

from flashdeck.storage.connection import Connection
from flashdeck.storage.rows import instant_text

Value = str | int | float | bool | None | dict[str, "Value"] | list["Value"]


class SettingsRepository:
    """Settings that travel with the collection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, Value]:
        """Return every stored setting; those never changed are not among them."""
        rows = self._connection.select("SELECT name, value FROM settings ORDER BY name")
        return {row["name"]: json.loads(row["value"]) for row in rows}

    def put(self, name: str, value: Value, *, now: datetime) -> None:
        """Store a setting."""
        self.remove(name)
        columns = {"name": name, "value": json.dumps(value), "changed_at": instant_text(now)}
        self._connection.insert_sealed("settings", columns)

    def remove(self, name: str) -> None:
        """Forget a setting."""
        self._connection.execute("DELETE FROM settings WHERE name = ?", [name])
