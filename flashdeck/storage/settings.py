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
        self._known: dict[str, Value] | None = None
        self._known_at = 0
        self._changes = 0

    def all(self) -> dict[str, Value]:
        """Return every stored setting; those never changed are not among them."""
        if self._known is None or self._known_at != self._connection.rollbacks:
            rows = self._connection.select("SELECT name, value FROM settings ORDER BY name")
            self._known = {row["name"]: json.loads(row["value"]) for row in rows}
            self._known_at = self._connection.rollbacks
        return dict(self._known)

    @property
    def version(self) -> tuple[int, int]:
        """What is another one after every change, and after every change that was taken back."""
        return self._changes, self._connection.rollbacks

    def put(self, name: str, value: Value, *, now: datetime) -> None:
        """Store a setting."""
        self.put_row(name, json.dumps(value), instant_text(now))

    def put_row(self, name: str, value: str, changed_at: str) -> None:
        """Store a setting as its row is elsewhere: the value as JSON, the instant as text."""
        self.remove(name)
        columns = {"name": name, "value": value, "changed_at": changed_at}
        self._connection.insert_sealed("settings", columns)

    def remove(self, name: str) -> None:
        """Forget a setting."""
        self._known = None
        self._changes += 1
        self._connection.execute("DELETE FROM settings WHERE name = ?", [name])
