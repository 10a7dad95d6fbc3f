"""Settings are kept with the collection; what cannot be right falls back to its default."""

from dataclasses import replace

import pytest

from flashdeck.services import schedules, settings
from flashdeck.services.settings import Settings


def test_what_is_saved_is_loaded(collection, clock):
    chosen = replace(
        Settings(),
        new_per_day=7,
        types_answer=True,
        reminder_minute=18 * 60 + 30,
        shortcuts={"review.source": "Q", "review.mark": ""},
    )
    schedules.change_settings(collection, clock, chosen)
    assert settings.load(collection) == chosen
    schedules.change_settings(collection, clock, Settings())
    assert settings.load(collection) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("new_per_day", -1),
        ("new_per_day", True),
        ("text_percent", 500),
        ("reminder_minute", 1440),
        ("types_answer", 1),
        ("shortcuts", ["Q"]),
        ("grading", "seven"),
    ],
)
def test_a_value_that_cannot_be_right_is_not_taken(collection, clock, name, value):
    with collection.atomic():
        collection.settings.put(name, value, now=clock.now())
    assert settings.load(collection) == Settings()


def test_a_key_that_is_no_text_is_not_taken(collection, clock):
    with collection.atomic():
        collection.settings.put("shortcuts", {"review.mark": 7, "review.source": "Q"}, now=clock.now())
    assert settings.load(collection).shortcuts == {"review.source": "Q"}
