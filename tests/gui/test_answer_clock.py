"""The time for an answer stands still while a dialog is open."""

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from flashdeck.gui.answer_clock import AnswerClock


def test_a_dialog_stops_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    clock, always = AnswerClock(window), AnswerClock(QWidget())
    clock.start(1000)
    always.start()
    dialog = QDialog(window)
    dialog.open()
    stood = clock.elapsed_ms()
    before = always.elapsed_ms()
    qtbot.waitUntil(lambda: always.elapsed_ms() > before + 10)
    assert clock.elapsed_ms() == stood >= 1000
    dialog.accept()
    qtbot.waitUntil(lambda: clock.elapsed_ms() > stood)
    clock.start()
    assert clock.elapsed_ms() < stood


def test_it_stands_at_nothing_before_it_is_started(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert AnswerClock(window).elapsed_ms() == 0
