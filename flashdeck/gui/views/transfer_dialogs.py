"""Cards in and cards out: the progress and result of an import, and where an export goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import CHECK_OUT, DIALOG, SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS, WIDE_DIALOG
from flashdeck.gui.transfer_values import ExportRequest, ImportedFile
from flashdeck.gui.views.controls import ElidedLabel, breakable, button, label, row
from flashdeck.gui.views.segments import Segments
from flashdeck.rendering.names import deck_path, visible

SLIDE_FILTER: Final = "*.pdf *.pptx *.md *.txt *.csv *.tsv"
PACKAGE_FILTER: Final = "*.apkg *.colpkg"
_PERMILLE: Final = 1000
_FORMATS: Final = (("apkg", "Anki"), ("csv", "CSV"), ("json", "JSON"), ("md", "Markdown"))


class ImportDialog(QDialog):
    """First the progress with a way to stop, then the result. Esc stops while it runs and closes afterwards.

    Where notes that are there already would change, the difference is shown in between, to be applied or not.
    """

    cancel_asked = Signal()
    apply_asked = Signal()
    show_cards_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._running = True
        self.setWindowTitle(self.tr("Import"))
        self.setMinimumWidth(theme.sizes.px(DIALOG))
        self._title = label(self.tr("Reading…"), "strong", wrap=True)
        self._file = ElidedLabel("muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _PERMILLE)
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self._result = QWidget()
        self._result_layout = QVBoxLayout(self._result)
        self._result_layout.setContentsMargins(0, 0, 0, 0)
        self._result_layout.setSpacing(SPACE_M)
        self._result.hide()
        self._cancel = button(self.tr("Cancel"), self._on_cancel, key="Esc")
        self._show_cards = button(
            self.tr("Show the cards"), self._on_show, hint=self.tr("Show the cards in the library")
        )
        self._close = button(self.tr("Done"), self.accept, role="primary", key=self.tr("Enter"))
        self._apply = button(self.tr("Apply"), self._on_apply, role="primary", key=self.tr("Enter"))
        for later in (self._show_cards, self._close, self._apply):
            later.hide()
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        for widget in (self._title, self._file, self._bar, self._result):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addSpacing(SPACE_S)
        layout.addLayout(row(0, self._cancel, self._show_cards, self._close, self._apply))

    def show_progress(self, file_name: str, fraction: float) -> None:
        """Show how far a file is read, 0 to 1."""
        self._title.setText(self.tr("Reading…"))
        self._file.set_text(visible(file_name))
        self.show_fraction(fraction)

    def show_fraction(self, fraction: float) -> None:
        """Show how far what is done now is, 0 to 1."""
        self._bar.setValue(round(fraction * _PERMILLE))

    def show_backup(self, title: str) -> None:
        """Show that a backup is made before anything is stored."""
        self._title.setText(title)
        self._result.hide()
        self._apply.hide()
        self._bar.setValue(0)
        self._bar.show()
        self._cancel.setFocus()

    def show_difference(self, imported: ImportedFile, *, undo: str) -> None:
        """Show what a later version of slides, or cards rewritten in Anki, would change, before it is applied.

        Args:
            imported: what would change.
            undo: the key, or the command, that would take it back.
        """
        from_anki = self.tr("Cards you have were rewritten in Anki")
        self._title.setText(from_anki if imported.is_from_anki else self.tr("A new version of slides you have"))
        self._file.hide()
        self._bar.hide()
        self._result_layout.addWidget(self._counts_of(imported, is_done=False))
        note = self.tr(
            "Nothing is changed yet. Progress will stay with every card, and so will what you wrote. Afterwards %1 "
            "takes the import back."
        )
        self._result_layout.addWidget(label(note.replace("%1", undo), "muted", wrap=True))
        self._result.show()
        self._apply.show()
        self._apply.setFocus()
        self._fit()

    def show_result(self, files: Sequence[ImportedFile]) -> None:
        """Show what was stored."""
        new = sum(imported.new for imported in files)
        for imported in files:
            self._result_layout.addWidget(self._counts_of(imported, is_done=True))
        self._finish(self._title_of(files, new))
        self._show_cards.setVisible(new > 0)

    def show_failure(self, sentence: str) -> None:
        """Say why nothing was stored, or why not all of it."""
        problem = label(breakable(sentence), "error", wrap=True)
        self._result_layout.addWidget(problem)
        problem.show()  # Qt would do that later, and leave no room for it now
        if self._running:
            self._finish(self.tr("Nothing was imported"))
        else:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._running:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        if self._running:
            self._on_cancel()
        super().reject()

    def _finish(self, title: str) -> None:
        self._running = False
        self._title.setText(title)
        for widget, shown in (
            (self._file, False),
            (self._bar, False),
            (self._cancel, False),
            (self._result, True),
            (self._close, True),
        ):
            widget.setVisible(shown)
        self._close.setFocus()
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is shown now; labels that wrap know their height only once they have a width."""
        self._result_layout.activate()
        self._layout.activate()
        self.adjustSize()
        self.resize(self.width(), max(self.height(), self._layout.totalHeightForWidth(self.width())))

    def _title_of(self, files: Sequence[ImportedFile], new: int) -> str:
        """Return what the import came to, in one line."""
        answers = sum(imported.answers for imported in files)
        changed = sum(each.edited + each.conflicts + each.moved + each.removed for each in files)
        if new:
            return self.tr("%Ln new card(s)", "", new)
        if answers:
            return self.tr("%Ln answer(s) from Anki", "", answers)
        if changed:
            return self.tr("%Ln card(s) brought up to date", "", changed)
        return self.tr("Nothing new: the cards are there already")

    def _counts_of(self, imported: ImportedFile, *, is_done: bool) -> QWidget:
        result = QWidget()
        grid = QGridLayout(result)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_XS)
        grid.setColumnStretch(1, 1)
        name = ElidedLabel("muted")
        deck = deck_path(imported.deck)
        name.set_text(f"{visible(imported.name)}  →  {deck}" if deck else visible(imported.name))
        grid.addWidget(name, 0, 0, 1, 2)
        for count, words in self._counts(imported, is_done=is_done):
            if count:
                number = label(f"{count:,}", "count")
                number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                line = grid.rowCount()
                grid.addWidget(number, line, 0)
                grid.addWidget(label(words), line, 1)
        return result

    def _counts(self, imported: ImportedFile, *, is_done: bool) -> tuple[tuple[int, str], ...]:
        left_out = dict(imported.left_out)
        new, edited, conflicts, removed = self._done_words(imported) if is_done else self._planned_words(imported)
        return (
            (imported.new, new),
            (imported.unchanged, self.tr("already there, unchanged")),
            (imported.edited, edited),
            (imported.conflicts, conflicts),
            (imported.moved, self.tr("moved to another place in the slides")),
            (imported.removed, removed),
            (imported.rejected, self.tr("candidates not good enough")),
            (imported.answers, self.tr("answers given in Anki")),
            (left_out.get("sound", 0), self.tr("left out: sounds")),
            (left_out.get("picture", 0), self.tr("left out: pictures, missing or of another kind")),
            (left_out.get("occlusion", 0), self.tr("left out: cards with covered pictures")),
            (left_out.get("empty", 0), self.tr("left out: cards without a front")),
            (left_out.get("cut", 0), self.tr("left out: ends of very long texts")),
        )

    def _planned_words(self, imported: ImportedFile) -> tuple[str, str, str, str]:
        """Return what will be done with new, rewritten, twice rewritten and removed notes."""
        from_anki = self.tr("rewritten in Anki, will be updated")
        return (
            self.tr("new, will be added"),
            from_anki if imported.is_from_anki else self.tr("changed in the slides, will be updated"),
            self.tr("rewritten here and in Anki, both texts will be kept"),
            self.tr("no longer in the slides, will be suspended, not deleted"),
        )

    def _done_words(self, imported: ImportedFile) -> tuple[str, str, str, str]:
        """Return what was done with them."""
        from_anki = self.tr("rewritten in Anki, updated")
        return (
            self.tr("new"),
            from_anki if imported.is_from_anki else self.tr("changed in the slides, updated"),
            self.tr("rewritten here and in Anki, both texts kept"),
            self.tr("no longer in the slides, suspended, not deleted"),
        )

    def _on_apply(self) -> None:
        self._apply.hide()
        while (item := self._result_layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._result.hide()
        self.apply_asked.emit()

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._title.setText(self.tr("Stopping…"))
        self.cancel_asked.emit()

    def _on_show(self) -> None:
        self.accept()
        self.show_cards_asked.emit()


class ExportDialog(QDialog):
    """Asks what to write where. `export_asked` carries an `ExportRequest`; the dialog stays until told it worked."""

    export_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        decks: Sequence[tuple[str, str]],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the decks, as pairs of key and name, besides all of them; the file goes to `folder` at first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(theme.sizes.px(WIDE_DIALOG))
        self._deck = QComboBox()
        self._deck.setAccessibleName(self.tr("Cards to export"))
        for key, name in (("", self.tr("All decks")), *decks):
            self._deck.addItem(deck_path(name), key)
        self._format = Segments(self.tr("Format"), _FORMATS, "apkg")
        self._format.changed.connect(self._on_format)
        self._path = QLineEdit(str(folder / "flashdeck.apkg"))
        self._path.setAccessibleName(self.tr("File to write"))
        self._path.textChanged.connect(self._on_path)
        self._progress = QCheckBox(self.tr("With my progress (due dates and review history)"))
        self._progress.setAccessibleName(self._progress.text())
        self._progress.setToolTip(self.tr("Otherwise Anki starts every card as new"))
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        self._export = button(self.tr("Export"), self._emit, role="primary", key=self.tr("Enter"))
        self._export.setDefault(True)  # or Return in a field would press the first button, which is a format
        self._fields = QWidget()
        self._writing = label("", "muted")
        self._writing.hide()
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Writing"))
        self._busy.hide()
        self._build()

    def show_writing(self, notes: int) -> None:
        """Say that the file is being written; nothing can be changed meanwhile."""
        self._problem.hide()
        self._fields.setEnabled(False)
        self._export.setEnabled(False)
        self._writing.setText(self.tr("Writing %Ln note(s)…", "", notes))
        self._writing.show()
        self._busy.show()

    def show_failure(self, sentence: str) -> None:
        """Say beside the file why it could not be written."""
        self._writing.hide()
        self._busy.hide()
        self._fields.setEnabled(True)
        self._export.setEnabled(bool(self._path.text().strip()))
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _build(self) -> None:
        browse = button(self.tr("Browse…"), self._on_browse, hint=self.tr("Choose the file to write"))
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_L - CHECK_OUT)
        grid.setVerticalSpacing(SPACE_M)
        grid.setColumnStretch(1, 1)
        for number, (text, fields) in enumerate(
            (
                (self.tr("Cards"), (self._deck,)),
                (self.tr("Format"), (self._format.widget,)),
                (self.tr("File"), (self._path, browse)),
            )
        ):
            name = label(text, "muted")
            name.setBuddy(fields[0])
            line = row(*fields)
            line.setContentsMargins(CHECK_OUT, 0, 0, 0)
            line.setStretch(0, 1)
            grid.addWidget(name, number, 0)
            grid.addLayout(line, number, 1)
        self._problem.setContentsMargins(CHECK_OUT, 0, 0, 0)
        grid.addWidget(self._problem, 3, 1)
        grid.addWidget(self._progress, 4, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_L)
        layout.addWidget(label(self.tr("Take cards with you"), "strong"))
        layout.addWidget(self._fields)
        layout.addWidget(self._writing)
        layout.addWidget(self._busy)
        layout.addLayout(row(0, button(self.tr("Cancel"), self.reject, key="Esc"), self._export))

    def _on_format(self) -> None:
        self._path.setText(str(Path(self._path.text()).with_suffix(f".{self._format.value}")))
        self._progress.setEnabled(self._format.value == "apkg")

    def _on_path(self, text: str) -> None:
        self._export.setEnabled(bool(text.strip()))
        self.show_failure("")

    def _on_browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export to"), self._path.text())
        if path:
            self._path.setText(path)

    def _emit(self) -> None:
        self.export_asked.emit(
            ExportRequest(
                path=self._path.text().strip(),
                format=self._format.value,
                deck_key=str(self._deck.currentData()),
                with_progress=self._progress.isEnabled() and self._progress.isChecked(),
            )
        )
