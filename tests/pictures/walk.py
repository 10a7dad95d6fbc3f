"""All scenes, one after the other, light and dark."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import shiboken6

from flashdeck.domain.choices import Appearance
from flashdeck.gui.app import application_for
from tests.conftest import StandingClock
from tests.pictures import course, daily, exchange, hostile, mishaps, pages
from tests.pictures.studio import Studio

SCENES: Final = (
    *(daily.day, daily.today, daily.answers, daily.leech, daily.page_of_slides, daily.cram, daily.link),
    *(pages.library, pages.empty, pages.settings, pages.helps, pages.menus),
    *(exchange.imports, exchange.from_anki, exchange.exports, exchange.backups, exchange.checks, exchange.merges),
    *(mishaps.refusals, mishaps.damage, mishaps.crash, hostile.cards),
)
_EVENING: Final = datetime(2026, 5, 4, 18, 30, tzinfo=UTC)


def walk(folder: Path, scratch: Path, wanted: frozenset[str], size: tuple[int, int], percent: int) -> None:
    """Take the pictures whose names are wanted into a folder."""
    application = application_for(["flashdeck"])
    clock = StandingClock(instant=_EVENING)
    filled = scratch / "filled" / "collection.flashdeck"
    filled.parent.mkdir()
    course.fill(filled, clock)
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        studio = Studio(
            filled=filled,
            folder=folder,
            scratch=scratch / appearance.value,
            clock=clock,
            appearance=appearance,
            size=size,
            percent=percent,
            wanted=wanted,
        )
        studio.scratch.mkdir()
        for scene in SCENES:
            shown = studio.theme()  # for scenes that open no window
            scene(studio)
            shiboken6.delete(shown)
    application.quit()
