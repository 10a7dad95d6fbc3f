"""The one widget that shows text from decks as rich text.

Qt's rich text opens whatever file an image names, and loads the name itself when `loadResource` returns nothing. This
widget therefore always answers with a picture: one from the media folder, or an empty one.
"""

import re
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QImageReader,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QWidget

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import CARD_COLUMNS, CARD_LINE_HEIGHT, SPACE_L, SPACE_M, SPACE_XL

MAX_MEDIA_BYTES: Final = 20 * 2**20
MAX_MEDIA_PIXELS: Final = 40_000_000
_MEDIA_FORMATS: Final = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"webp"})
_MEDIA_NAME: Final = re.compile(r"[\w][\w .()+-]{0,150}", re.ASCII)
_SCROLL_KEYS: Final = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
    | {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)
_TAB_REASONS: Final = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
_OPTICAL_CENTRE: Final = 1 / 3
_HEIGHTS_KEPT: Final = 12


class CardSize(StrEnum):
    """How large the text is."""

    CARD = "card"
    """For reviewing: card text in a column of readable width."""
    PREVIEW = "preview"
    """For panes beside other things: body text."""


class CardView(QTextBrowser):
    """Shows HTML from `rendering.to_html`; opens no file but pictures of the media folder, and no address.

    `link_activated` carries an http or https address that the user clicked; asking before it is opened is the
    receiver's part.
    """

    link_activated = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        size: CardSize = CardSize.CARD,
        media_folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._media_folder = media_folder
        self._question = ""
        self._answer = ""
        self._remark = self._likely_remark = ""
        self._answer_shown = False
        self._trial = _Document(self)
        self._heights: dict[tuple[str, int], int] = {}
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(self.tr("Card text"))
        self.anchorClicked.connect(self._on_anchor)
        self._wear()
        theme.changed.connect(self._on_theme)

    def use_media(self, folder: Path) -> None:
        """Take pictures from this folder and no other."""
        self._media_folder = folder
        self._heights.clear()

    def prepare(self, question_html: str, answer_html: str) -> None:
        """Measure a card that is likely to be shown next, which is then shown the sooner."""
        column = self._column()
        for body in (_body(question_html), _body(question_html, answer_html)):
            self._height(self._laid_out(body), column)

    def show_card(
        self, question_html: str, answer_html: str, *, answer_shown: bool = False, likely_remark: str = ""
    ) -> None:
        """Show a card from its beginning; its question stands where it will stand above the answer.

        Args:
            question_html: from `rendering.to_html`.
            answer_html: likewise.
            answer_shown: whether the answer is to be seen.
            likely_remark: HTML about as high as what may be said below the answer, for which room is kept.
        """
        self._question, self._answer, self._answer_shown = question_html, answer_html, answer_shown
        self._remark, self._likely_remark = "", likely_remark
        self._render()

    def reveal(self, remark: str = "") -> None:
        """Show the answer below a rule and bring its first line into view; what is in view moves no more than that.

        Args:
            remark: HTML of ours below the answer.
        """
        bar = self.verticalScrollBar()
        place, rule_at = bar.value(), self.document().characterCount()
        self._answer_shown, self._remark = True, remark
        self._render()
        bar.setValue(place)
        first_line = QTextCursor(self.document())
        first_line.setPosition(min(rule_at + 1, self.document().characterCount() - 1))
        below = self.cursorRect(first_line).bottom() + SPACE_L - self.viewport().height()
        bar.setValue(bar.value() + max(0, below))

    def show_html(self, markup: str) -> None:
        """Show one text."""
        self.show_card(markup, "")

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(name.toString() if isinstance(name, QUrl) else name)
        return QByteArray(b" ")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # All other keys belong to the page: a text that is only read must not swallow Space or a digit.
        if event.key() in _SCROLL_KEYS or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_ring(shown=event.reason() in _TAB_REASONS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_ring(shown=False)

    def _set_ring(self, *, shown: bool) -> None:
        """Show the focus ring only to whom it helps: a card that has the focus by itself stays calm."""
        self.setProperty("ringed", shown)
        self.style().unpolish(self)
        self.style().polish(self)

    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme().lower() in {"http", "https"}:
            self.link_activated.emit(url.toString())

    def _on_theme(self) -> None:
        self._wear()
        self._render()

    def _wear(self) -> None:
        self._heights.clear()
        style = self._style()
        for document in (self.document(), self._trial):
            document.setDefaultStyleSheet(style)

    def _render(self) -> None:
        markup = self._question_and_answer(self._remark) if self._answer_shown else self._question_alone()
        self.setWordWrapMode(_wrapping(markup))
        self.setHtml(markup)
        self._place()

    def _question_alone(self) -> str:
        return self._laid_out(_body(self._question))

    def _question_and_answer(self, remark: str) -> str:
        return self._laid_out(_body(self._question, self._answer, remark))

    def _laid_out(self, markup: str) -> str:
        """Return HTML with code on a ground of its own and headers aligned left, which no style can say to Qt."""
        ground = (
            f'<table width="100%" cellpadding="{SPACE_M}"><tr>'
            f'<td bgcolor="{self._theme.colours.hover}" style="border: none; padding: {SPACE_M}px;"><pre>'
        )
        markup = markup.replace("\n</code></pre>", "</code></pre>").replace("<th>", '<th align="left">')
        return markup.replace("<pre>", ground).replace("</pre>", "</pre></td></tr></table>")

    def _style(self) -> str:
        colours, sizes = self._theme.colours, self._theme.sizes
        text = sizes.card if self._size is CardSize.CARD else sizes.body
        line = round(text * CARD_LINE_HEIGHT)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        return f"""
            div, p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, blockquote {{
                font-size: {text}px; color: {colours.text}; line-height: {line}px;
            }}
            p, ul, ol, dl {{ margin-top: 0; margin-bottom: {text // 2}px; }}
            table {{ margin-top: {text // 2}px; margin-bottom: {text // 2}px; }}
            h1, h2, h3, h4, h5, h6, dt, th {{ font-weight: 600; }}
            li {{ margin-bottom: {text // 5}px; }}
            dd {{ margin-left: {text}px; margin-bottom: {text // 3}px; }}
            hr {{ background-color: {colours.line}; margin-top: {text // 2}px; margin-bottom: 0; }}
            code, pre, kbd {{ font-family: '{fixed}'; font-size: {round(text * 0.86)}px; }}
            code, kbd {{ background-color: {colours.hover}; }}
            pre {{ margin: 0; line-height: {round(line * 0.86)}px; }}
            table {{ border-collapse: collapse; }}
            th, td {{ padding: {text // 4}px {text // 2}px; border-bottom: 1px solid {colours.line}; }}
            mark {{ background-color: {colours.accent_soft}; color: {colours.text}; }}
            a {{ color: {colours.accent}; }}
            .context {{ font-size: {sizes.small}px; color: {colours.muted}; }}
        """

    def _place(self) -> None:
        """Centre the column, and put the question a third from the top, higher when the answer needs the room."""
        frame = self.document().rootFrame()
        frame_format = frame.frameFormat()
        if self._size is CardSize.PREVIEW:
            frame_format.setMargin(SPACE_M)
            frame.setFrameFormat(frame_format)
            return
        column = self._column()
        left = (self._room() - column) // 2
        free = self.viewport().height()
        question = self._height(self._question_alone(), column)
        whole = self._height(self._question_and_answer(self._likely_remark), column) if self._answer else question
        top = round((free - question) * _OPTICAL_CENTRE)
        top = max(SPACE_L, min(top, free - whole - SPACE_L))
        frame_format.setLeftMargin(left)
        frame_format.setRightMargin(max(0, self.viewport().width() - left - column))
        frame_format.setTopMargin(top)
        frame_format.setBottomMargin(SPACE_L)
        frame.setFrameFormat(frame_format)

    def _room(self) -> int:
        return self.width() - 2 * self.frameWidth()

    def _column(self) -> int:
        """Width of the text; room for the scroll bar is kept, so that the text stands still when one appears."""
        bar = self.verticalScrollBar().sizeHint().width()
        if self._size is CardSize.PREVIEW:
            return self._room() - bar - 2 * SPACE_M
        return min(column_width(self._theme), self._room() - 2 * max(SPACE_XL, bar))

    def _height(self, markup: str, column: int) -> int:
        """Return how high a text is in a column so wide; the last ones are remembered."""
        trial = self._trial
        if trial.defaultFont() != self.document().defaultFont():
            trial.setDefaultFont(self.document().defaultFont())
            self._heights.clear()
        known = self._heights.pop((markup, column), None)
        if known is None:
            option = trial.defaultTextOption()
            option.setWrapMode(_wrapping(markup))
            trial.setDefaultTextOption(option)
            trial.setHtml(markup)
            trial.setTextWidth(column)
            known = round(trial.size().height())
            trial.clear()
        self._heights[markup, column] = known
        if len(self._heights) > _HEIGHTS_KEPT:
            del self._heights[next(iter(self._heights))]
        return known

    def _picture(self, name: str) -> QImage:
        path = self._media_path(name)
        image = read_picture(path) if path is not None else None
        if image is None:
            return _nothing()
        widest = max(1, self._column())
        if image.width() > widest:
            return image.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)
        return image

    def _media_path(self, name: str) -> Path | None:
        if self._media_folder is None or not _MEDIA_NAME.fullmatch(name):
            return None
        path = self._media_folder / name
        return path if path.is_file() and not path.is_symlink() else None


class _Document(QTextDocument):
    """A document to measure with; it takes its pictures from the view."""

    def __init__(self, view: CardView) -> None:
        super().__init__(view)
        self._view = view
        self.setDocumentMargin(0)
        self.setUndoRedoEnabled(False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return self._view.loadResource(kind, name)


def _body(question: str, answer: str | None = None, remark: str = "") -> str:
    """Return the HTML of a card, of its question alone where there is no answer to show."""
    below = f'<hr><div class="answer">{answer}</div>' if answer is not None else ""
    said = f'<div class="remark">{remark}</div>' if remark else ""
    return f'<div class="question">{question}</div>{below}{said}'


def _wrapping(markup: str) -> QTextOption.WrapMode:
    """Return where lines may break: Qt makes columns as narrow as a letter where words may be broken.

    A table that is too wide is scrolled instead; endless words are broken on cards without one.
    """
    has_table = "<table>" in markup  # the ground of code has a width
    return QTextOption.WrapMode.WordWrap if has_table else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def column_width(theme: Theme) -> int:
    """Return the width, in pixels, of a column of card text."""
    font = QFont(QApplication.font())
    font.setPixelSize(theme.sizes.card)
    return round(QFontMetricsF(font).averageCharWidth() * CARD_COLUMNS)


def _nothing() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


def read_picture(path: Path) -> QImage | None:
    """Return a picture of bounded size, None when the file is none that cards may show."""
    if path.stat().st_size > MAX_MEDIA_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(path.read_bytes()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _MEDIA_FORMATS or size.width() * size.height() > MAX_MEDIA_PIXELS:
        return None
    image = reader.read()
    return None if image.isNull() else image
