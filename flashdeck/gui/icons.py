"""The icon set: SVG outlines on a 20 px grid, tinted by the theme."""

from collections.abc import Callable
from functools import cache, lru_cache
from math import ceil
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from shiboken6 import Shiboken

from flashdeck.gui.tokens import Colours
from flashdeck.resources import asset_path

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_NAME: Final = "iconName"
_TONE: Final = "iconTone"
_wearers: Final[WeakSet[QAbstractButton]] = WeakSet()
"""The buttons that wear an icon: looking for them in a window makes PySide6 build a type for all that Qt put there."""


@cache
def _ratios() -> tuple[int, ...]:
    """Return the pixel ratios of the screens there are; one that comes later gets scaled pictures."""
    return tuple(sorted({1, *(ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())}))


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return asset_path("icons", f"{name}.svg").read_text(encoding="utf-8")


def svg(name: str, colour: str) -> bytes:
    """Return the icon's SVG drawn in one colour."""
    return _source(name).replace("#000", colour).encode()


def _shape(name: str, edge: int) -> QPixmap:
    """Return the icon in the colour of its file."""
    pixmap = QPixmap(edge, edge)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_source(name).encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    return pixmap


def _tinted(shape: QPixmap, colour: str, ratio: int) -> QPixmap:
    pixmap = shape.copy()
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(pixmap.rect())
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colours: Colours, edge: int, tone: str = "text") -> QIcon:
    """Return the icon tinted: `tone` is the name of a colour token; chosen ones take the accent."""
    result = QIcon()
    states = (
        (getattr(colours, tone), QIcon.Mode.Normal, QIcon.State.Off),
        (colours.accent if tone != "on_accent" else colours.on_accent, QIcon.Mode.Normal, QIcon.State.On),
        (colours.disabled, QIcon.Mode.Disabled, QIcon.State.Off),
    )
    for ratio in _ratios():
        shape = _shape(name, edge * ratio)
        for colour, mode, state in states:
            result.addPixmap(_tinted(shape, colour, ratio), mode, state)
    return result


def application_icon() -> QIcon:
    """Return the program's own icon in the sizes that desktops ask for."""
    renderer = QSvgRenderer(QByteArray(_source("flashdeck").encode()))
    result = QIcon()
    for edge in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(edge, edge)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        result.addPixmap(pixmap)
    return result


def assign(owner: "QAbstractButton | QAction", name: str, tone: str = "text") -> None:
    """Name the icon that a button or a line of a menu wears; `tint_all` and `tint_menu` draw it."""
    owner.setProperty(_NAME, name)
    owner.setProperty(_TONE, tone)
    if isinstance(owner, QAbstractButton):
        _wearers.add(owner)


def wears(owner: QAbstractButton) -> bool:
    """Whether an icon was named for it."""
    return owner.property(_NAME) is not None


def tint_all(root: QWidget, draw: Callable[[str, str], QIcon], edge: int) -> None:
    """Draw the named icon of `root` and of every button below it, given how to draw a name in a tone."""
    for button in tuple(_wearers):
        if Shiboken.isValid(button) and (button is root or root.isAncestorOf(button)):
            _tint(button, draw)
            button.setIconSize(QSize(edge, edge))


def tint_menu(menu: QMenu, draw: Callable[[str, str], QIcon]) -> None:
    """Draw the named icons of a menu's lines; only needed once the menu is to be seen."""
    for action in menu.actions():
        _tint(action, draw)


def _tint(owner: "QAbstractButton | QAction", draw: Callable[[str, str], QIcon]) -> None:
    name = owner.property(_NAME)
    if isinstance(name, str):
        owner.setIcon(draw(name, str(owner.property(_TONE))))
