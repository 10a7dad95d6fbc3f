"""The slide a card came from, with the passage marked: the page as a picture, or its lines."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from flashdeck.domain.pages import PagePicture
from flashdeck.gui.study_values import PageRef, SourceSlide
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import FOCUS_RING, HAIRLINE, SPACE_2XS, SPACE_L, SPACE_S, SPACE_XS
from flashdeck.gui.views.controls import ElidedLabel, label, row
from flashdeck.gui.views.plain_lines import PlainLines
from flashdeck.gui.views.segments import Segments
from flashdeck.gui.wording import told
from flashdeck.rendering.limits import NOTICE_CUT, cut
from flashdeck.rendering.names import visible

_MARK_ALPHA: Final = 60
_TEXT, _PICTURE = 0, 1


class PageView(QWidget):
    """A drawn page as wide as there is room, its passage on a soft ground within a line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self._boxes: tuple[tuple[float, float, float, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Page"))

    def show_picture(self, picture: PagePicture) -> None:
        """Show a page."""
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
        self._image = image.copy()  # the pixels belong to Python
        self._boxes = picture.boxes
        self._fit()
        self.update()

    def first_box_top(self) -> int:
        """Return how far down the passage begins, in pixels; 0 when it was not found."""
        return round(min((box[1] for box in self._boxes), default=0.0) * self.height())

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(QRectF(self.rect()), self._image)
        accent = QColor(self._theme.colours.accent)
        ground = QColor(accent)
        ground.setAlpha(_MARK_ALPHA)
        painter.setPen(QPen(accent, FOCUS_RING))
        painter.setBrush(ground)
        width, height = self.width(), self.height()
        for left, top, right, bottom in self._boxes:
            box = QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height)
            painter.drawRoundedRect(box.adjusted(-SPACE_XS, -SPACE_2XS, SPACE_XS, SPACE_2XS), SPACE_XS, SPACE_XS)
        painter.end()

    def _wanted_height(self) -> int:
        if self._image is None or not self._image.width():
            return 0
        return round(self.width() * self._image.height() / self._image.width())

    def _fit(self) -> None:
        self.setFixedHeight(max(HAIRLINE, self._wanted_height()))


class SourcePanel(QWidget):
    """Slide title, file and number, and either the page as a picture or its lines, as the user likes.

    It can be covered, since the slide holds the answer.

    `page_wanted` asks for the picture of a `PageRef`, so many pixels wide, once it is to be seen.
    """

    page_wanted = Signal(object, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slide: SourceSlide | None = None
        self._title = label("", "strong", wrap=True)
        self._where = ElidedLabel("small", mode=Qt.TextElideMode.ElideRight)
        self._problem = label("", "small", wrap=True)
        self._problem.hide()
        self._kinds = Segments(self.tr("Show as"), ((_PICTURE, self.tr("Page")), (_TEXT, self.tr("Text"))), _PICTURE)
        self._kinds.changed.connect(self._choose)
        self._text = PlainLines(theme, self.tr("Text of the slide"))
        self._page = PageView(theme)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Page of the slides"))
        self._scroll.setWidget(self._page)
        self._body = QStackedWidget()
        self._body.addWidget(self._text)
        self._body.addWidget(self._scroll)
        self._content = QWidget()
        self._cover = label("", "small", wrap=True)
        self._cover.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._cover.hide()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(SPACE_L, SPACE_S, 0, 0)
        self._outer.addWidget(self._content)
        self._outer.addWidget(self._cover)
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self._title)
        where = row(self._where, self._kinds.widget)
        where.setStretch(0, 1)
        layout.addLayout(where)
        layout.addWidget(self._problem)
        layout.addWidget(self._body, 1)

    def show_slide(self, slide: SourceSlide | None) -> None:
        """Show a slide; None says that the card was written by hand."""
        self._slide = slide
        self._problem.hide()
        self._kinds.widget.setVisible(slide is not None and slide.page is not None)
        if slide is None:
            self._title.setText(self.tr("Written by hand"))
            self._where.set_text(self.tr("This card has no slide."))
            self._text.show_lines(())
            self._body.setCurrentIndex(_TEXT)
            return
        self._title.setText(visible(slide.title))
        self._title.setVisible(bool(slide.title))
        where = self.tr("Slide %1 of %2").replace("%1", str(slide.slide_number)).replace("%2", visible(slide.file_name))
        self._where.set_text(where)
        # an endless line takes seconds to lay out
        text, was_cut = cut("\n".join(visible(line.text) for line in slide.lines))
        marked = [number for number, line in enumerate(slide.lines) if line.marked]
        lines = [*text.split("\n"), told(NOTICE_CUT)] if was_cut else text.split("\n")
        self._text.show_lines(lines, [number for number in marked if number < len(lines)])
        self._body.setCurrentIndex(_TEXT)
        self.ask_for_page()

    @property
    def is_covered(self) -> bool:
        """Whether a sentence stands in the place of the slide."""
        return self._content.isHidden()

    def cover(self, sentence: str) -> None:
        """Show a sentence in the place of the slide."""
        self._cover.setText(sentence)
        self._content.hide()
        self._cover.show()

    def uncover(self) -> None:
        """Show the slide, unless it is shown; it stays where it was scrolled to then."""
        if not self.is_covered:
            return
        self._cover.hide()
        self._content.show()
        if self._body.currentIndex() == _PICTURE:
            self._outer.activate()  # a picture that came behind the cover has its height only now
            self._go_to_passage()

    def ask_for_page(self) -> None:
        """Ask for the picture if the panel is seen and pictures are wanted; until it is there the lines are shown."""
        if self.isVisible() and self._slide is not None and self._slide.page and self._kinds.value == _PICTURE:
            self.page_wanted.emit(self._slide.page, round(self.width() * self.devicePixelRatioF()))

    def show_page(self, ref: PageRef, picture: PagePicture) -> None:
        """Show a picture that was asked for, unless another slide is shown by now."""
        if self._slide is None or self._slide.page != ref:
            return
        self._page.show_picture(picture)
        found = self.tr("Page %1, the passage is marked") if picture.boxes else self.tr("Page %1")
        self._page.setAccessibleName(found.replace("%1", str(ref.number)))
        if self._kinds.value == _PICTURE:
            self._body.setCurrentIndex(_PICTURE)
            self._go_to_passage()

    def _go_to_passage(self) -> None:
        self._scroll.ensureVisible(0, self._page.first_box_top(), 0, self._scroll.height() // 3)

    def show_problem(self, ref: PageRef, sentence: str) -> None:
        """Say why there is no picture; the lines stay."""
        if self._slide is not None and self._slide.page == ref:
            self._problem.setText(visible(sentence))
            self._problem.show()

    def _choose(self) -> None:
        self._body.setCurrentIndex(_TEXT)
        self.ask_for_page()
