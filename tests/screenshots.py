"""Pictures of every screen, light and dark, of an invented course: `python -m tests.screenshots OUT_DIR [NAME...]`.

Without names every screen is taken; the README shows `today-light`, `review-light` and `library-dark`.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flashdeck.domain.choices import Appearance
from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.extraction.report import from_json, to_json
from flashdeck.gui.app import application_for
from flashdeck.gui.program import Program
from flashdeck.gui.study_values import LeechView
from flashdeck.gui.theme import Theme
from flashdeck.gui.views.main_window import PageName
from flashdeck.gui.workspace import Workspace
from flashdeck.services.extract_file import extract_file
from flashdeck.services.extraction_process import ExtractedFile
from flashdeck.services.import_cards import import_welcome_deck
from flashdeck.services.import_slides import apply_import, plan_import
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock

COURSE = Path(__file__).with_name("data") / "coastal_skipper.txt"
SIZE = (1280, 800)
STUDY_DAYS = 25
_REASON = "The answer holds more than one fact."


def main(folder: Path, wanted: set[str]) -> None:
    """Take the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    application = application_for(["flashdeck"])
    theme = Theme(application)
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "collection.flashdeck"
            clock = StandingClock(instant=datetime(2026, 5, 4, 18, 30, tzinfo=UTC))
            fill(path, clock)
            workspace = Workspace(path, clock)
            workspace.save_settings(replace(workspace.settings, appearance=appearance))
            program = Program(theme, workspace, Path(scratch) / "window.ini")
            program.show()
            program.window.resize(*SIZE)
            program._today.make_ready()

            def take(name: str, look: str = appearance.value, shown: Program = program) -> None:
                QTest.qWait(250)  # a picture needs the layout to have settled
                if not wanted or f"{name}-{look}" in wanted:
                    (QApplication.activeModalWidget() or shown.window).grab().save(str(folder / f"{name}-{look}.png"))

            walk(program, take)
            program.close()
            program.window.hide()


def fill(path: Path, clock: StandingClock) -> None:
    """Import the course and the welcome deck and study them for some days, up to the clock's."""
    chance = random.Random(7)
    clock.instant -= timedelta(days=STUDY_DAYS)
    with Collection(path) as collection:
        found = from_json(to_json(extract_file(COURSE)))
        plan = plan_import(collection, ExtractedFile(sha256="0" * 64, found=found), deck_name="Coastal Skipper")
        apply_import(collection, clock, plan)
        import_welcome_deck(collection, clock)
        for _ in range(STUDY_DAYS):
            if chance.random() < 0.2:  # a day off
                clock.instant += timedelta(days=1)
                continue
            today = Today(collection, clock)
            queue = today.review_queue(EVERYTHING, new_limit=2)
            session = StudySession(collection, clock, today, queue, StudyMode.REVIEW)
            while session.question() is not None:
                quality = chance.choices(list(Quality), weights=[0, 12, 0, 13, 55, 20])[0]
                session.answer(quality, took_ms=chance.randrange(4_000, 22_000))
            clock.instant += timedelta(days=1)


def walk(program: Program, take: Callable[[str], None]) -> None:
    """Go through the screens as a user would."""
    take("today")
    press(program, Qt.Key.Key_Return)
    take("question")
    press(program, Qt.Key.Key_Space)
    take("review")
    press(program, Qt.Key.Key_S)
    take("source")
    press(program, Qt.Key.Key_S)
    press(program, Qt.Key.Key_3)
    QTest.keyClicks(program.window.focusWidget(), "t")
    QTest.keyClicks(program.window.focusWidget(), "the wind has to do with it")
    press(program, Qt.Key.Key_Return)
    take("typed")
    press(program, Qt.Key.Key_3, Qt.Key.Key_Escape)
    QTest.keyClicks(program.window.focusWidget(), "t")
    for key in "3133431343":
        press(program, Qt.Key.Key_Space)
        QTest.keyClicks(program.window.focusWidget(), key)
    program._review_page.show_leech(
        LeechView(question="Which light does a vessel under sail show at her stern?", lapses=8, reasons=(_REASON,))
    )
    take("leech")
    program._study._ask()
    press(program, Qt.Key.Key_Escape)
    take("summary")
    for name in (PageName.LIBRARY, PageName.CRAM, PageName.SETTINGS):
        program.go_to(name)
        take(name.value)
    walk_dialogs(program, take)
    program.window.add_page(PageName.WELCOME, program._welcome_page)
    program.window.show_page(PageName.WELCOME)
    take("welcome")


def walk_dialogs(program: Program, take: Callable[[str], None]) -> None:
    """Open the dialogs in front of the settings."""
    program._backups.back_up()
    for name, ask in (
        ("keys", program._settings_page.keys_asked.emit),
        ("backups", program._settings_page.restore_asked.emit),
        ("export", program._export.ask),
        ("help", program.window.show_help),
        ("about", lambda: program._serve("about")),
    ):
        ask()
        take(name)
        QApplication.activeWindow().close()


def press(program: Program, *keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        QTest.keyClick(program.window.focusWidget(), key)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), set(sys.argv[2:]))
