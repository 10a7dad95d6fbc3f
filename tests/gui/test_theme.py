"""The look: contrasts, both schemes, text sizes."""

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QRadioButton,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from flashdeck.gui import icons
from flashdeck.gui.style_sheet import style_sheet
from flashdeck.gui.theme import Appearance, Theme, palette
from flashdeck.gui.tokens import DARK, LIGHT, Colours, Sizes
from flashdeck.resources import asset_path
from flashdeck.services.settings import Settings

_GROUNDS = ("background", "surface", "accent_soft", "hover")
_TEXTS = ("text", "muted", "accent", "again", "hard", "good", "easy")


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: str, other: str) -> float:
    """Contrast of WCAG 2.1, 1 to 21."""
    lighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), list(product(_TEXTS, _GROUNDS)))
def test_text_can_be_read(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_on_the_main_action_can_be_read(colours: Colours) -> None:
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
    ],
)
def test_the_palette_can_be_read(colours: Colours, text: QPalette.ColorRole, ground: QPalette.ColorRole) -> None:
    made = palette(colours)
    assert contrast(made.color(text).name(), made.color(ground).name()) >= 4.5


def test_the_focus_ring_stands_out(qapp: QApplication) -> None:
    for colours in (LIGHT, DARK):
        assert contrast(colours.accent, colours.background) >= 3
        assert contrast(colours.accent, colours.surface) >= 3


def test_appearance_and_text_size_apply_at_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Start")
    qtbot.addWidget(button)
    button.show()
    small = button.sizeHint().height()
    with qtbot.waitSignal(theme.changed):
        theme.apply(Appearance.DARK, 200)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background)
    assert qapp.font().pixelSize() == 26
    assert button.sizeHint().height() > 1.7 * small
    theme.apply(Appearance.LIGHT, 100)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.background)
    assert button.sizeHint().height() == small


@pytest.mark.parametrize(("asked", "pixels"), [(10, 10), (80, 10), (100, 13), (160, 21), (500, 26)])
def test_text_size_stays_within_its_bounds(theme: Theme, qapp: QApplication, asked: int, pixels: int) -> None:
    theme.apply(Appearance.LIGHT, asked)
    assert qapp.font().pixelSize() == pixels


def test_settings_that_are_worn_already_are_not_put_on_again(theme: Theme, qtbot: QtBot) -> None:
    settings = Settings(appearance=Appearance.DARK, text_percent=120)
    theme.apply_settings(settings)
    with qtbot.assertNotEmitted(theme.changed):
        theme.follow_settings(settings)
    with qtbot.waitSignal(theme.changed):
        theme.follow_settings(settings._replace(text_percent=100))
    assert theme.sizes.factor == 1.0


def test_the_desktops_scheme_is_followed_live(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(Appearance.SYSTEM, 100)
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    theme.apply(Appearance.DARK, 100)
    with qtbot.assertNotEmitted(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.colours is DARK


@pytest.mark.parametrize("path", sorted(asset_path("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_is_drawn_on_the_grid_in_its_tint(qapp: QApplication, path: object) -> None:
    name = getattr(path, "stem", "")
    if name == "flashdeck":
        pytest.skip("the program's own icon has its own colours")
    image = icons.icon(name, LIGHT, 20).pixmap(20, 20).toImage()
    drawn = [image.pixelColor(x, y) for x in range(20) for y in range(20) if image.pixelColor(x, y).alpha() > 250]
    assert drawn
    wanted = QColor(LIGHT.text)
    assert all(abs(colour.red() - wanted.red()) < 4 and abs(colour.blue() - wanted.blue()) < 4 for colour in drawn)


@pytest.mark.parametrize("path", sorted(asset_path("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_has_the_one_stroke_on_the_one_grid(path: Path) -> None:
    if path.stem == "flashdeck":
        pytest.skip("the program's own icon has its own lines")
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r'stroke-width="([^"]*)"', text)) == {"1.5"}
    assert 'viewBox="0 0 20 20"' in text


def test_icons_are_tinted_again_with_the_scheme(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.assign(button, "search")
    theme.apply(Appearance.LIGHT, 100)
    light = button.icon().pixmap(20, 20).toImage()
    theme.apply(Appearance.DARK, 100)
    assert button.icon().pixmap(20, 20).toImage() != light


def test_the_application_icon_has_the_usual_sizes(qapp: QApplication) -> None:
    assert {size.width() for size in icons.application_icon().availableSizes()} >= {16, 32, 48, 256}


def test_only_the_tokens_name_colours() -> None:
    names = ("check", "partly", "dot", "close", "chevron-up", "chevron-down")
    sheet = style_sheet(LIGHT, Sizes(), dict.fromkeys(names, "x"))
    named = {getattr(LIGHT, field) for field in Colours._fields}
    used = {word.strip(";,}{ ") for word in sheet.split() if word.startswith("#")}
    assert used
    assert used <= named


@pytest.mark.parametrize("made", [QPushButton, QToolButton, QCheckBox, QRadioButton])
def test_the_focus_is_a_ring_and_nothing_else(theme: Theme, qtbot: QtBot, made: Callable[[], QAbstractButton]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    button, other = made(), QPushButton("Other")
    button.setText("Import")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(other)
    layout.addWidget(button)
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    other.setFocus()
    inside = button.rect().adjusted(8, 3, -8, -3)  # between the round corners of the ring
    before, whole = button.grab(inside).toImage(), button.grab().toImage()
    qtbot.keyClick(other, Qt.Key.Key_Tab)
    assert button.hasFocus()
    assert button.grab(inside).toImage() == before
    assert button.grab().toImage() != whole


def test_the_current_line_of_a_list_is_one_even_ground(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    other, lines = QPushButton("Other"), QListWidget()
    lines.addItems(["one", "two"])
    lines.setCurrentRow(0)
    layout.addWidget(other)
    layout.addWidget(lines)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Tab)
    assert lines.hasFocus()
    line = lines.visualItemRect(lines.item(0))
    drawn = lines.viewport().grab(line.adjusted(line.width() // 2, 0, 0, 0)).toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())}
    assert colours == {theme.colours.accent_soft.lower()}


class QBalloonTip(QWidget):
    """Named as the bubble that only Qt can make: the style sheet knows it by its name."""

    def __init__(self) -> None:
        super().__init__()
        self.setPalette(QPalette(QColor("#ffffe1")))  # as Qt's own
        self.words, self.close_button = QLabel("12 cards wait", self), QPushButton(self)


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_bubble_of_a_reminder_can_be_read(theme: Theme, qtbot: QtBot, appearance: Appearance) -> None:
    theme.apply(appearance, 100)
    bubble = QBalloonTip()
    qtbot.addWidget(bubble)
    for each in (bubble, bubble.words, bubble.close_button):
        each.ensurePolished()
    ground = bubble.palette().color(QPalette.ColorRole.Window)
    words = bubble.words.palette().color(QPalette.ColorRole.WindowText)
    assert contrast(ground.name(), words.name()) >= 4.5
    assert bubble.close_button.minimumHeight() == 0


def test_only_the_window_at_hand_gets_its_icons(theme: Theme, qtbot: QtBot) -> None:
    window, other = QWidget(), QWidget()
    for each in (window, other):
        qtbot.addWidget(each)
    inside, elsewhere, gone = QPushButton(window), QPushButton(other), QPushButton(window)
    for button in (inside, elsewhere, gone):
        icons.assign(button, "search")
    Shiboken.delete(gone)
    theme.adopt(window)
    assert not inside.icon().isNull()
    assert elsewhere.icon().isNull()


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_icons_of_a_menu_grow_with_the_text_and_make_no_line_higher(theme: Theme, qtbot: QtBot, percent: int) -> None:
    theme.apply(Appearance.LIGHT, percent)
    menu = QMenu()
    qtbot.addWidget(menu)
    lines = [menu.addAction("with"), menu.addAction("without")]
    icons.assign(lines[0], "folder")
    theme.adopt_menu(menu)
    menu.ensurePolished()
    with_icon, without = (menu.actionGeometry(line).height() for line in lines)
    assert abs(with_icon - without) <= 2
    assert menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu) == round(16 * percent / 100)
