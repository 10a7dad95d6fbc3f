"""What the user can choose, with its defaults and limits."""

from dataclasses import dataclass, fields
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
    """

    new_per_day: int = 20
    reviews_per_day: int = 200
    rollover_hour: int = DEFAULT_ROLLOVER_HOUR
    grading: Grading = Grading.FOUR_BUTTONS
    appearance: Appearance = Appearance.SYSTEM
    text_percent: int = 100


LIMITS: Final = {
    "new_per_day": (0, 9999),
    "reviews_per_day": (0, 9999),
    "rollover_hour": (0, 23),
    "text_percent": (80, 200),
}


def load(collection: Collection) -> Settings:
    """Return the stored settings; a value that is unknown or out of range falls back to its default."""
    stored = collection.settings.all()
    chosen: dict[str, object] = {}
    for name, (low, high) in LIMITS.items():
        value = stored.get(name)
        if isinstance(value, int) and low <= value <= high:
            chosen[name] = value
    for name, choices in (("grading", Grading), ("appearance", Appearance)):
        if stored.get(name) in list(choices):
            chosen[name] = choices(str(stored[name]))
    return Settings(**chosen)  # type: ignore[arg-type]  # checked against the limits above


def save(collection: Collection, settings: Settings) -> None:
    """Store every setting that differs from what is stored."""
    stored = collection.settings.all()
    with collection.atomic():
        for field in fields(settings):
            value = getattr(settings, field.name)
            if stored.get(field.name) != value:
                collection.settings.put(field.name, value)
