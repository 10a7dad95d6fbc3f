"""The only place that asks what time it is."""

from datetime import UTC, datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Where the services get the time from."""

    def now(self) -> datetime:
        """Return the present instant, aware."""
        ...

    def zone(self) -> tzinfo:
        """Return the time zone in which the user's days begin."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)

    def zone(self) -> tzinfo:
        """Return the local zone with the offset in force now."""
        zone = datetime.now(UTC).astimezone().tzinfo
        assert zone is not None
        return zone
