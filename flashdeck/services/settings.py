"""What the user can choose, with its defaults and limits."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from flashdeck.domain.choices import Algorithm, Appearance, Grading
from flashdeck.domain.study_day import DEFAULT_ROLLOVER_HOUR
from flashdeck.scheduling.leech import DEFAULT_LEECH_LAPSES
from flashdeck.scheduling.options import (
    HIGHEST_RETENTION,
    LONGEST_INTERVAL_DAYS,
    LOWEST_RETENTION,
    SchedulerOptions,
)
from flashdeck.storage.collection import Collection
from flashdeck.storage.settings import Value


class Settings(NamedTuple):
    """The user's choices.

    Attributes:
        new_per_day: new cards introduced a study day, 0 to 9999.
        reviews_per_day: due cards asked a study day, 0 to 9999.
        rollover_hour: local hour at which a study day begins, 0 to 23.
        text_percent: size of all text, 80 to 200.
        drill_distance: how many other cards come before a missed card is drilled, 0 to 99; 0 keeps all drills for the
            end of the sitting.
        types_answer: whether answers are typed and compared.
        reduces_motion: whether nothing fades.
        reminder_minute: local minute of the day, 0 to 1439, at which a reminder is shown; None for no reminder.
        shortcuts: key of each command whose key the user changed, by the command's name; an empty key is none.
        algorithm: which scheduler; changing it moves due days, and changing it back moves them back.
        desired_retention_percent: probability of recall at which FSRS-6 asks again, 70 to 97.
        maximum_interval_days: no card is asked later, 1 to 36,500.
        smooths_load: spread the due days of long intervals.
        easy_weekdays: days on which as few cards as possible fall due, 0 (Monday) to 6.
        leech_lapses: lapses that make a card a leech, 2 to 99.
        exam_on: day of the exam; None for no exam.
    """

    new_per_day: int = 20
    reviews_per_day: int = 200
    rollover_hour: int = DEFAULT_ROLLOVER_HOUR
    grading: Grading = Grading.FOUR_BUTTONS
    appearance: Appearance = Appearance.SYSTEM
    text_percent: int = 100
    drill_distance: int = 0
    types_answer: bool = False
    reduces_motion: bool = False
    reminder_minute: int | None = None
    shortcuts: Mapping[str, str] = MappingProxyType({})
    algorithm: Algorithm = Algorithm.SM2
    desired_retention_percent: int = 90
    maximum_interval_days: int = LONGEST_INTERVAL_DAYS
    smooths_load: bool = False
    easy_weekdays: tuple[int, ...] = ()
    leech_lapses: int = DEFAULT_LEECH_LAPSES
    exam_on: date | None = None

    def scheduler_options(self) -> SchedulerOptions:
        """Return the choices that schedules depend on."""
        return SchedulerOptions(
            algorithm=self.algorithm,
            maximum_interval_days=self.maximum_interval_days,
            desired_retention=self.desired_retention_percent / 100,
            smooths_load=self.smooths_load,
            easy_weekdays=frozenset(self.easy_weekdays),
        )


LIMITS: Final = {
    "new_per_day": (0, 9999),
    "reviews_per_day": (0, 9999),
    "rollover_hour": (0, 23),
    "text_percent": (80, 200),
    "drill_distance": (0, 99),
    "reminder_minute": (0, 1439),
    "desired_retention_percent": (round(LOWEST_RETENTION * 100), round(HIGHEST_RETENTION * 100)),
    "maximum_interval_days": (1, LONGEST_INTERVAL_DAYS),
    "leech_lapses": (2, 99),
}
_CHOICES: Final = (("grading", Grading), ("appearance", Appearance), ("algorithm", Algorithm))

SITTING: Final = "sitting"
"""Where `services.sitting` keeps what is under way; it stands here, because looking for it must load nothing."""
UNSEEN_LEECHES: Final = "unseen_leeches"
"""Where `services.leeches` keeps which cards became leeches without an answer given here."""


def load(collection: Collection) -> Settings:
    """Return the stored settings; a value that is unknown or out of range falls back to its default."""
    return from_stored(collection.settings.all())


def from_stored(stored: Mapping[str, Value]) -> Settings:
    """Return the settings that stored values mean."""
    chosen: dict[str, object] = {}
    for name, (low, high) in LIMITS.items():
        value = stored.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            chosen[name] = value
    for name in ("types_answer", "reduces_motion", "smooths_load"):
        if isinstance(stored.get(name), bool):
            chosen[name] = stored[name]
    if isinstance(keys := stored.get("shortcuts"), dict):
        chosen["shortcuts"] = {name: key for name, key in keys.items() if isinstance(key, str)}
    for name, choices in _CHOICES:
        if stored.get(name) in list(choices):
            chosen[name] = choices(str(stored[name]))
    days = stored.get("easy_weekdays")
    if isinstance(days, str):
        chosen["easy_weekdays"] = tuple(int(day) for day in days if day in "0123456")
    chosen["exam_on"] = _day(stored.get("exam_on"))
    return Settings(**chosen)  # type: ignore[arg-type]  # checked against the limits above


def to_stored(settings: Settings) -> dict[str, Value]:
    """Return the settings as they are stored; week days as digits in one word."""
    exam_on = None if settings.exam_on is None else settings.exam_on.isoformat()
    easy_weekdays = "".join(str(day) for day in sorted(set(settings.easy_weekdays)))
    keys = dict(settings.shortcuts)
    return {**settings._asdict(), "shortcuts": keys, "easy_weekdays": easy_weekdays, "exam_on": exam_on}


def _day(stored: Value) -> date | None:
    try:
        return date.fromisoformat(stored) if isinstance(stored, str) else None
    except ValueError:
        return None
