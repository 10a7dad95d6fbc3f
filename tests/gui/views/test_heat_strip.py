"""The picture of the last weeks: readable without colour, and in words."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from flashdeck.gui.theme import Theme
from flashdeck.gui.view_values import DayCount
from flashdeck.gui.views.heat_strip import HeatStrip


@pytest.fixture
def strip(theme: Theme, qtbot: QtBot) -> HeatStrip:
    made = HeatStrip(theme)
    qtbot.addWidget(made)
    counts = (0, 1, 4, 9, 0, 16, 2, 16, 3)
    made.show_days(
        tuple(DayCount(day=date(2026, 4, 27) + timedelta(days=n), number=count) for n, count in enumerate(counts))
    )
    made.resize(made.sizeHint())
    made.show()
    return made


def test_is_one_sentence_to_a_screen_reader(strip: HeatStrip) -> None:
    assert strip.accessibleName() == "Last 2 weeks: 51 answers, on 7 days"


def test_more_answers_are_a_larger_square(strip: HeatStrip) -> None:
    image = strip.grab().toImage()
    cell = strip.width() // 2
    ground = image.pixelColor(strip.width() - 1, strip.height() - 1)

    def drawn(number: int) -> int:
        column, line = divmod(number, 7)
        return sum(
            image.pixelColor(column * cell + x, line * cell + y) != ground for x in range(cell) for y in range(cell)
        )

    assert drawn(0) < drawn(1) < drawn(3) < drawn(5)


def test_each_day_has_its_words(strip: HeatStrip) -> None:
    assert strip.day_text(DayCount(day=date(2026, 4, 28), number=1)).endswith(": 1 answer")
    assert strip._day_at(QPointF(5, 20)).number == 1
    assert strip._day_at(QPointF(500, 20)) is None


def test_without_days_it_takes_no_room(strip: HeatStrip) -> None:
    strip.show_days(())
    assert strip.sizeHint().width() == 0
