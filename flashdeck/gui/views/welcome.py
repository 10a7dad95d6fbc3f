"""The first start: four ways in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from flashdeck.gui import icons
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import CHOICE_HEIGHT, SPACE_2XL, SPACE_L, SPACE_M, SPACE_XL, SPACE_XS, WIDE_DIALOG
from flashdeck.gui.view_values import KeyHint
from flashdeck.gui.views.controls import Button, label, row
from flashdeck.gui.views.page import Page, scrolled

_MARK_EDGE = 56


class _Way(Button):
    """A large button with a title and what it leads to."""

    def __init__(self, theme: Theme, *, icon: str, title: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._icon = icon
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.show_key("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        words = QVBoxLayout()
        words.setSpacing(SPACE_XS)
        words.addWidget(label(title, "strong"))
        words.addWidget(label(text, "muted", wrap=True))
        line = row(self._picture, spacing=SPACE_L)
        line.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        line.addLayout(words, 1)
        self.setLayout(line)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._tint)
        self._tint()

    def show_key(self, key: str) -> None:
        """Name the key of this way in the tooltip."""
        self.setToolTip(f"{self._title}  ({key})" if key else self._title)

    def _tint(self) -> None:
        edge = self._theme.sizes.icon
        self._picture.setPixmap(icons.icon(self._icon, self._theme.colours, edge, "accent").pixmap(edge, edge))
        self.setMinimumHeight(self._theme.sizes.px(CHOICE_HEIGHT))


class WelcomePage(Page):
    """Shown while the collection is empty and nothing was chosen yet."""

    welcome_deck_asked = Signal()
    import_asked = Signal()
    package_asked = Signal()
    open_asked = Signal()

    def __init__(self, theme: Theme, shortcuts: Shortcuts | None = None, parent: QWidget | None = None) -> None:
        super().__init__("welcome", parent)
        self._shortcuts = shortcuts or Shortcuts(self)
        self.setAccessibleName(self.tr("Welcome"))
        mark = QLabel()
        mark.setTextFormat(Qt.TextFormat.PlainText)
        mark.setPixmap(icons.application_icon().pixmap(_MARK_EDGE, _MARK_EDGE))
        mark.setAccessibleName("flashdeck")
        self._ways = (
            _Way(
                theme,
                icon="play",
                title=self.tr("Try the welcome deck"),
                text=self.tr("Ten cards that teach the keys. Three minutes."),
            ),
            _Way(
                theme,
                icon="import",
                title=self.tr("Import…"),
                text=self.tr(
                    "Slides in PDF, PowerPoint or text become cards, on this computer. Or drop files on this window."
                ),
            ),
            _Way(
                theme,
                icon="library",
                title=self.tr("Import from Anki…"),
                text=self.tr("Decks, pictures and your reviews, out of an .apkg or .colpkg package."),
            ),
            _Way(
                theme,
                icon="folder",
                title=self.tr("Open an existing collection…"),
                text=self.tr("Go on where you were, with a file from another computer or a backup."),
            ),
        )
        signals = (self.welcome_deck_asked, self.import_asked, self.package_asked, self.open_asked)
        body = QWidget()
        body.setMaximumWidth(theme.sizes.px(WIDE_DIALOG))
        theme.changed.connect(lambda: body.setMaximumWidth(theme.sizes.px(WIDE_DIALOG)))
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(mark)
        column.addWidget(label(self.tr("Slides in, good cards out"), "title", wrap=True))
        for way, signal in zip(self._ways, signals, strict=True):
            way.clicked.connect(lambda _checked, chosen=signal: chosen.emit())
            column.addWidget(way)
        line = row(0, body, 0)
        line.setStretch(1, 100)
        placed = QWidget()
        layout = QVBoxLayout(placed)
        layout.setContentsMargins(SPACE_2XL, SPACE_XL, SPACE_2XL, SPACE_XL)
        layout.addWidget(self.notice)
        layout.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(placed, self.accessibleName()))
        self._shortcuts.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        _deck, slides, _package, collection = self._ways
        slides.show_key(self._shortcuts.shown("import"))
        collection.show_key(self._shortcuts.shown("open"))

    def key_hints(self) -> tuple[KeyHint, ...]:
        return (KeyHint(key="Tab, " + self.tr("Enter"), meaning=self.tr("Choose a way in")),)

    def focus_first(self) -> None:
        self._ways[0].setFocus()
