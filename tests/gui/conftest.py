"""Windows are shown on the offscreen platform unless the environment asks for another."""

import os
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from flashdeck.gui import language
from flashdeck.gui.theme import Appearance, Theme


@pytest.fixture(scope="session", autouse=True)
def _english(qapp: QApplication) -> None:
    """Whatever the machine's language is, the tests read English."""
    language.install(qapp, QLocale("en_US"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The program's application is made with its style."""
    return ["flashdeck", "-style", "fusion"]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The look at 100 %, light; the application is left without it."""
    made = Theme(qapp)
    made.apply(Appearance.LIGHT, 100)
    yield made
    made._calm(reduces_motion=False)  # what it found in the application, the next one shall find, too
    # what the test has closed is deleted now: each window left would be styled anew in every later test
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    shiboken6.delete(made)  # at once, or it would style the windows of the tests before the next one
