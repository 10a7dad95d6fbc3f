"""What the user can choose, with its defaults and limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Final

from flashdeck.domain.choices import Appearance, Grading
from flashdeck.domain.study_day import DEFAULT_ROLLOVER_HOUR
from flashdeck.storage.collection import Collection


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
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
    shortcuts: Mapping[str, str] = field(default_factory=dict)


LIMITS: Final = {
    "new_per_day": (0, 9999),
    "reviews_per_day": (0, 9999),
    "rollover_hour": (0, 23),
    "text_percent": (80, 200),
    "drill_distance": (0, 99),
    "reminder_minute": (0, 1439),
}


def load(collection: Collection) -> Settings:
    """Return the stored settings; a value that is unknown or out of range falls back to its default."""
    stored = collection.settings.all()
    chosen: dict[str, object] = {}
    for name, (low, high) in LIMITS.items():
        value = stored.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            chosen[name] = value
    for name in ("types_answer", "reduces_motion"):
        if isinstance(stored.get(name), bool):
            chosen[name] = stored[name]
    if isinstance(keys := stored.get("shortcuts"), dict):
        chosen["shortcuts"] = {name: key for name, key in keys.items() if isinstance(key, str)}
    for name, choices in (("grading", Grading), ("appearance", Appearance)):
        if stored.get(name) in list(choices):
            chosen[name] = choices(str(stored[name]))
    return Settings(**chosen)  # type: ignore[arg-type]  # checked against the limits above


def save(collection: Collection, settings: Settings) -> None:
    """Store every setting that differs from what is stored."""
    stored = collection.settings.all()
    with collection.atomic():
        for each in fields(settings):
            value = getattr(settings, each.name)
            if stored.get(each.name) != value:
                collection.settings.put(each.name, value)
