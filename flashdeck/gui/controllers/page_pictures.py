"""Pages of PDFs for the source panel: drawn one at a time in a child process, the latest kept."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from flashdeck.errors import SlideFileError
from flashdeck.gui.study_values import PageRef
from flashdeck.gui.tokens import NARROWEST_PAGE
from flashdeck.gui.views.source_panel import SourcePanel
from flashdeck.gui.wording import told
from flashdeck.services.page_picture import PageDrawing

if TYPE_CHECKING:
    from flashdeck.domain.pages import PagePicture

_POLL_EVERY_MS: Final = 30
_KEPT: Final = 12


class PagePictures(QObject):
    """Serves one panel; only what it asked for last is drawn."""

    def __init__(self, panel: SourcePanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._kept: OrderedDict[PageRef, PagePicture] = OrderedDict()
        self._drawing: PageDrawing | None = None
        self._wanted: PageRef | None = None
        self._timer = QTimer(self, interval=_POLL_EVERY_MS)
        self._timer.timeout.connect(self._poll)
        panel.page_wanted.connect(self._ask)

    def stop(self) -> None:
        """Draw nothing any longer."""
        self._timer.stop()
        drawing, self._drawing = self._drawing, None
        if drawing is not None:
            drawing.cancel()

    def _ask(self, ref: PageRef, width: int) -> None:
        if ref in self._kept:
            self._kept.move_to_end(ref)
            self._panel.show_page(ref, self._kept[ref])
        elif ref != self._wanted or self._drawing is None:
            self.stop()
            self._wanted = ref
            self._drawing = PageDrawing(ref.path, ref.number, width=max(NARROWEST_PAGE, width), passage=ref.passage)
            self._timer.start()

    def _poll(self) -> None:
        assert self._drawing is not None
        assert self._wanted is not None
        try:
            picture = self._drawing.poll()
        except SlideFileError as error:
            self.stop()
            self._panel.show_problem(self._wanted, told(error))
            return
        if picture is not None:
            self.stop()
            self._kept[self._wanted] = picture
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            self._panel.show_page(self._wanted, picture)
