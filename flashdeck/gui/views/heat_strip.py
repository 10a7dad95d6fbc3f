"""How much was answered on each day of the last weeks: a column a week, a square a day."""

from typing import Final

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import HEAT_CELL, HEAT_SQUARE, SPACE_2XS
from flashdeck.gui.view_values import DayCount

_DAYS: Final = 7
_SHARES: Final = (0.36, 0.56, 0.78, 1.0)
"""Edge of the square for a few, some, many and most answers; size tells it where colour does not."""
_STRENGTHS: Final = (0.45, 0.6, 0.8, 1.0)


class HeatStrip(QWidget):
    """A picture with a tooltip for each day; for screen readers one sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[DayCount, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.changed.connect(self.updateGeometry)

    def show_days(self, days: tuple[DayCount, ...]) -> None:
        """Show days, oldest first, of which the first is the first of a week."""
        self._days = days
        total, active = sum(day.number for day in days), sum(day.number > 0 for day in days)
        weeks = -(-len(days) // _DAYS)
        answers = self.tr("%Ln answer(s)", "", total)
        on_days = self.tr("on %n day(s)", "", active)
        self.setAccessibleName(self.tr("Last %n week(s)", "", weeks) + f": {answers}, {on_days}")
        self.updateGeometry()
        self.update()

    @property
    def is_telling(self) -> bool:
        """Whether there was an answer on any of the days."""
        return any(day.number for day in self._days)

    def sizeHint(self) -> QSize:
        weeks = -(-len(self._days) // _DAYS)
        cell = self._theme.sizes.px(HEAT_CELL)
        return QSize(weeks * cell, _DAYS * cell)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = self._theme.colours
        most = max((day.number for day in self._days), default=0)
        for number, day in enumerate(self._days):
            cell = self._cell(number)
            if day.number:
                level = min(len(_SHARES) - 1, (len(_SHARES) * day.number - 1) // most)
                colour = QColor(colours.accent)
                colour.setAlphaF(_STRENGTHS[level])
                self._draw(painter, cell, _SHARES[level], colour)
            else:
                self._draw(painter, cell, _SHARES[0] / 2, QColor(colours.line))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        day = self._day_at(event.position())
        self.setToolTip("" if day is None else self.day_text(day))

    def day_text(self, day: DayCount) -> str:
        """Return what there is to say of a day."""
        date = QLocale().toString(QDate(day.day.year, day.day.month, day.day.day), QLocale.FormatType.ShortFormat)
        return f"{date}: " + self.tr("%Ln answer(s)", "", day.number)

    def _day_at(self, place: QPointF) -> DayCount | None:
        return next((day for number, day in enumerate(self._days) if self._cell(number).contains(place)), None)

    def _cell(self, number: int) -> QRectF:
        cell = self._theme.sizes.px(HEAT_CELL)
        return QRectF(number // _DAYS * cell, number % _DAYS * cell, cell, cell)

    def _draw(self, painter: QPainter, cell: QRectF, share: float, colour: QColor) -> None:
        edge = self._theme.sizes.px(HEAT_SQUARE) * share
        square = QRectF(0, 0, edge, edge)
        square.moveCenter(cell.center())
        painter.setBrush(colour)
        painter.drawRoundedRect(square, SPACE_2XS, SPACE_2XS)
