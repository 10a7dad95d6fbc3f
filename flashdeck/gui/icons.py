"""The icon set: SVG outlines on a 20 px grid, tinted by the theme."""

from collections.abc import Callable
from functools import cache, lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from flashdeck.gui.tokens import Colours
from flashdeck.resources import asset_path

_NAME: Final = "iconName"
_TONE: Final = "iconTone"


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


def _pixmap(name: str, colour: str, edge: int, ratio: int) -> QPixmap:
    pixmap = QPixmap(edge * ratio, edge * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg(name, colour))).render(painter, QRectF(0, 0, edge * ratio, edge * ratio))
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
    for colour, mode, state in states:
        for ratio in _ratios():
            result.addPixmap(_pixmap(name, colour, edge, ratio), mode, state)
    return result


def application_icon() -> QIcon:
    """Return the program's own icon in the sizes that desktops ask for."""
    renderer = QSvgRenderer(str(asset_path("icons", "flashdeck.svg")))
    result = QIcon()
    for edge in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(edge, edge)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        result.addPixmap(pixmap)
    return result


def assign(owner: QAbstractButton | QAction, name: str, tone: str = "text") -> None:
    """Name the icon that a button or action wears; `tint_all` draws it."""
    owner.setProperty(_NAME, name)
    owner.setProperty(_TONE, tone)


def tint_all(root: QObject, draw: Callable[[str, str], QIcon], edge: int) -> None:
    """Draw every named icon below `root`, given how to draw a name in a tone."""
    for owner in [root, *root.findChildren(QObject)]:
        name = owner.property(_NAME)
        if not isinstance(name, str) or not isinstance(owner, QAbstractButton | QAction):
            continue
        owner.setIcon(draw(name, str(owner.property(_TONE))))
        if isinstance(owner, QAbstractButton):
            owner.setIconSize(QSize(edge, edge))
