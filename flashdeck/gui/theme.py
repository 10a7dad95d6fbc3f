"""The look in force: scheme and text size, applied to the whole application and kept in step with the desktop."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from flashdeck.domain.choices import Appearance
from flashdeck.gui import icons
from flashdeck.gui.style_sheet import style_sheet
from flashdeck.gui.tokens import DARK, LIGHT, SCALE_RANGE, Colours, Sizes
from flashdeck.services.settings import Settings

_BARE_FAMILY: Final = "Sans Serif"
"""What Qt reports when no desktop names a UI font."""
_GOOD_FAMILIES: Final = ("Inter", "Cantarell", "Noto Sans", "Ubuntu", "Open Sans")


_SCHEMES: Final = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}
"""What window frames, drawn by the desktop, are asked to wear."""


_EFFECTS: Final = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Theme(QObject):
    """Applies palette, fonts and style sheet over the style Fusion; `changed` is emitted after each change.

    Attributes:
        reduces_motion: whether nothing may fade.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._appearance = Appearance.SYSTEM
        self._percent = 100
        self.reduces_motion = False
        self._pictures = QTemporaryDir()
        self._icons: dict[tuple[str, str, Colours, int], QIcon] = {}
        self._family = ui_family()
        self._effects = {effect: QApplication.isEffectEnabled(effect) for effect in _EFFECTS}
        self._cursor_flash_ms = application.styleHints().cursorFlashTime()
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def colours(self) -> Colours:
        """Colours in force."""
        match self._appearance:
            case Appearance.LIGHT:
                return LIGHT
            case Appearance.DARK:
                return DARK
            case Appearance.SYSTEM:
                scheme = self._application.styleHints().colorScheme()
                return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    @property
    def sizes(self) -> Sizes:
        """Sizes in force."""
        return Sizes(factor=self._percent / 100)

    def apply(self, appearance: Appearance, percent: int, *, reduces_motion: bool = False) -> None:
        """Show everything in a scheme and at a text size in percent, which is kept within 80 and 200.

        With reduced motion nothing fades, slides or blinks.
        """
        self.reduces_motion = reduces_motion
        self._calm(reduces_motion=reduces_motion)
        low, high = SCALE_RANGE
        self._appearance = appearance
        self._percent = min(max(percent, low), high)
        self._application.styleHints().setColorScheme(_SCHEMES[appearance])
        self._refresh()

    def apply_settings(self, settings: Settings) -> None:
        """Wear what the user's settings say."""
        self.apply(settings.appearance, settings.text_percent, reduces_motion=settings.reduces_motion)

    def follow_settings(self, settings: Settings) -> None:
        """Wear what other settings say; what is worn already is not put on again, for which every widget would wait."""
        worn = (self._appearance, self._percent, self.reduces_motion)
        if worn != (settings.appearance, settings.text_percent, settings.reduces_motion):
            self.apply_settings(settings)

    def apply_without_settings(self) -> None:
        """Wear what the desktop wears, where the collection with the user's settings cannot be opened."""
        self.apply(Appearance.SYSTEM, 100)

    def _calm(self, *, reduces_motion: bool) -> None:
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, not reduces_motion and self._effects[effect])
        hints = self._application.styleHints()
        hints.setCursorFlashTime(0 if reduces_motion else self._cursor_flash_ms)

    def adopt(self, root: QWidget) -> None:
        """Tint the icons of a window or dialog made after the last change."""
        icons.tint_all(root, self._icon, self.sizes.icon)

    def adopt_menu(self, menu: QMenu) -> None:
        """Tint the icons of a menu that is about to be shown."""
        icons.tint_menu(menu, self._icon)

    def _icon(self, name: str, tone: str) -> QIcon:
        key = (name, tone, self.colours, self.sizes.icon)
        if key not in self._icons:
            self._icons[key] = icons.icon(name, self.colours, self.sizes.icon, tone)
        return self._icons[key]

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._appearance is Appearance.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        colours, sizes = self.colours, self.sizes
        font = QFont(self._family)
        font.setPixelSize(sizes.body)
        self._application.setFont(font)
        self._application.setPalette(palette(colours))
        self._application.setStyleSheet(style_sheet(colours, sizes, self._tinted_pictures(colours)))
        for window in self._application.topLevelWidgets():
            self.adopt(window)
        self.changed.emit()

    def _tinted_pictures(self, colours: Colours) -> dict[str, str]:
        """Write the few pictures that a style sheet can only name by path, tinted, and return their paths."""
        tints = {
            "check": colours.on_accent,
            "partly": colours.accent,
            "dot": colours.on_accent,
            "chevron-up": colours.muted,
            "chevron-down": colours.muted,
        }
        paths = {}
        for name, colour in tints.items():
            path = Path(self._pictures.filePath(f"{name}-{colour[1:]}.svg"))
            if not path.exists():
                path.write_bytes(icons.svg(name, colour))
            paths[name] = path.as_posix()
        return paths


def ui_family() -> str:
    """Return the desktop's UI font; where there is no desktop to ask, the best of the usual ones."""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if family != _BARE_FAMILY:
        return family
    installed = set(QFontDatabase.families())
    return next((name for name in _GOOD_FAMILIES if name in installed), family)


def palette(colours: Colours) -> QPalette:
    """Return the palette of a scheme, for what the style sheet does not reach."""
    role = QPalette.ColorRole
    values = {
        role.Window: colours.background,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.background,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.again,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent_soft,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.muted,
        role.Shadow: colours.line,
    }
    result = QPalette()
    for colour_role, colour in values.items():
        result.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(colours.disabled))
    return result
