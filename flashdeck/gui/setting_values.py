"""What the settings show and ask for."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flashdeck.domain.choices import Algorithm


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsView:
    """The user's settings, see `services.settings.Settings`.

    Attributes:
        answer_buttons: 2, 4 or 6.
        appearance: "system", "light" or "dark".
        text_percent: 80 to 200.
    """

    new_per_day: int
    reviews_per_day: int
    rollover_hour: int
    answer_buttons: int
    appearance: str
    text_percent: int
    drill_distance: int = 0
    leech_lapses: int = 8
    types_answer: bool = False
    algorithm: Algorithm = Algorithm.SM2
    retention_percent: int = 90
    maximum_interval_days: int = 36_500
    smooths_load: bool = False
    easy_weekdays: tuple[int, ...] = ()
    reduces_motion: bool = False
    reminder_minute: int | None = None
    exam_on: date | None = None
    collection_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """A backup to choose, as it is to be read: when and, if it was one, before what it was made, and its size."""

    path: Path
    made: str
    size: str
    occasion: str = ""
