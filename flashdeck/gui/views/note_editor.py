"""Editing one note, with what the card will look like beside it."""

import html
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from flashdeck.domain import cloze
from flashdeck.domain.note import NoteKind
from flashdeck.gui.card_values import NoteDraftView
from flashdeck.gui.card_view import CardSize, CardView
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import (
    EDITOR_DIALOG,
    EDITOR_NARROW,
    SPACE_2XS,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XL,
    SPACE_XS,
    TEXT_MARGIN,
    TWO_LINES,
)
from flashdeck.gui.views.controls import breakable, button, label, resize_within, row
from flashdeck.gui.views.message_dialog import MessageDialog
from flashdeck.gui.views.page_line import is_undo, share_keys
from flashdeck.gui.wording import told
from flashdeck.rendering.limits import cut
from flashdeck.rendering.markup import to_html
from flashdeck.rendering.names import context_path, visible

_PREVIEW_DELAY_MS: Final = 150


class NoteEditor(QWidget):
    """Fields of a note and a live preview. `saved` carries the changed `NoteDraftView`; Ctrl+Return saves.

    What a field would take too long to lay out is shown cut, and can then not be changed: it is saved as it was.
    """

    saved = Signal(object)
    dirty_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft: NoteDraftView | None = None
        self._front = _text_edit(self.tr("Front"))
        self._back = _text_edit(self.tr("Back"))
        self._context = _line_edit(self.tr("Context"))
        self._topic = _line_edit(self.tr("Topic"))
        self._tags = _line_edit(self.tr("Tags"))
        self._tags.setPlaceholderText(self.tr("separated by spaces"))
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        self._cut = label("", "muted", wrap=True)
        self._cut.hide()
        self._save = button(self.tr("Save"), self.save, key="Ctrl+Enter")
        self._revert = button(self.tr("Revert"), self._show_draft, role="quiet")
        self._preview = CardView(theme, size=CardSize.PREVIEW)
        self._preview.setProperty("role", "pane")
        self._preview.setAccessibleName(self.tr("Preview of the card"))
        self._timer = QTimer(self, singleShot=True, interval=_PREVIEW_DELAY_MS)
        self._timer.timeout.connect(self._show_preview)
        self._fields: tuple[QPlainTextEdit | QLineEdit, ...] = (
            self._front, self._back, self._context, self._topic, self._tags
        )  # fmt: skip
        for field in self._fields:
            field.textChanged.connect(self._on_change)
            field.installEventFilter(self)
            share_keys(field, lambda: any(map(_can_undo, self._fields)))
        self._names_of_texts: list[QLabel] = []
        self._build()
        self._fit()  # what holds the editor asks for its height before it is shown
        self.setEnabled(False)

    def show_note(self, draft: NoteDraftView | None) -> None:
        """Show a note to edit; None empties the editor."""
        self._draft = draft
        if draft is not None and draft.media_folder is not None:
            self._preview.use_media(draft.media_folder)
        self.setEnabled(draft is not None)
        self._show_draft()

    def is_dirty(self) -> bool:
        """Whether something was changed and not saved."""
        return self._draft is not None and self._edited() != self._draft

    def save(self) -> None:
        """Emit the note as edited when it can be a card; say what is missing when it cannot."""
        if self._draft is None:
            return
        problem = self._find_problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self._draft = self._edited()
            self._mark_dirty()
            self.saved.emit(self._draft)

    def add_cancel(self, on_cancel: Callable[[], object]) -> None:
        """Offer a way out beside saving, which is the main action then."""
        self._save.setProperty("role", "primary")
        self._buttons.addWidget(button(self.tr("Cancel"), on_cancel, key="Esc"))

    def focus_front(self) -> None:
        """Give the focus to the front."""
        self._front.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.save()
            return True
        return is_undo(event, QEvent.Type.KeyPress) and self._undo_elsewhere(watched)

    def _undo_elsewhere(self, field: QObject) -> bool:
        """Take typing back in another field where this one has none; return whether there was any."""
        typed_at = [each for each in self._fields if _can_undo(each)]
        if not typed_at or field in typed_at:
            return False
        typed_at[0].undo()
        typed_at[0].setFocus()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the preview out where both would be too narrow, and show two lines of each text."""
        for field in (self._front, self._back):
            field.setMinimumHeight(self._theme.sizes.px(TWO_LINES))
        for name in self._names_of_texts:  # beside the first line
            name.setContentsMargins(0, self._theme.sizes.px(SPACE_XS) + TEXT_MARGIN, 0, 0)
        self._preview.setHidden(self.width() / self._theme.sizes.factor < EDITOR_NARROW)

    def _build(self) -> None:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 3)
        places: tuple[tuple[str, QWidget, int, int, int], ...] = (
            (self.tr("Front"), self._front, 0, 0, 3),
            (self.tr("Back"), self._back, 1, 0, 3),
            (self.tr("Context"), self._context, 2, 0, 3),
            (self.tr("Topic"), self._topic, 3, 0, 1),
            (self.tr("Tags"), self._tags, 3, 2, 1),
        )
        for name, field, line, column, span in places:
            buddy = label(name, "muted")
            buddy.setBuddy(field)
            is_text = line < 2
            if is_text:
                self._names_of_texts.append(buddy)
            grid.addWidget(buddy, line, column, Qt.AlignmentFlag.AlignTop if is_text else Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, line, column + 1, 1, span)
            grid.setRowStretch(line, 1 if is_text else 0)
        grid.addWidget(self._cut, 4, 1, 1, 3)
        grid.addWidget(self._problem, 5, 1, 1, 3)
        self._buttons = row(self._save, self._revert, 0)
        grid.addLayout(self._buttons, 6, 1, 1, 3)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("editor")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(SPACE_L)
        splitter.addWidget(fields)
        splitter.addWidget(self._preview)
        splitter.setSizes([500, 400])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _show_draft(self) -> None:
        draft = self._draft or NoteDraftView(uid="", kind=NoteKind.BASIC, front="", back="")
        cut_names: list[str] = []
        for field, text in (
            (self._front, draft.front),
            (self._back, draft.back),
            (self._context, draft.context),
            (self._topic, draft.topic),
            (self._tags, " ".join(draft.tags)),
        ):
            shown, was_cut = cut(text)
            field.setReadOnly(was_cut)
            if was_cut:
                cut_names.append(field.accessibleName())
            if isinstance(field, QLineEdit):
                field.setText(shown)
                field.setCursorPosition(0)
            else:
                field.setPlainText(shown)
        self._cut.setText(self.tr("Too long to be shown whole or changed here: %1").replace("%1", ", ".join(cut_names)))
        self._cut.setVisible(bool(cut_names))
        self._problem.hide()
        self._show_preview()

    def _edited(self) -> NoteDraftView:
        draft = self._draft or NoteDraftView(uid="", kind=NoteKind.BASIC, front="", back="")
        return replace(
            draft,
            front=draft.front if self._front.isReadOnly() else self._front.toPlainText(),
            back=draft.back if self._back.isReadOnly() else self._back.toPlainText(),
            context=draft.context if self._context.isReadOnly() else self._context.text(),
            topic=draft.topic if self._topic.isReadOnly() else self._topic.text(),
            tags=draft.tags if self._tags.isReadOnly() else tuple(self._tags.text().split()),
        )

    def _find_problem(self) -> str:
        edited = self._edited()
        if not edited.front.strip():
            return self.tr("The front is empty. Write a question.")
        if edited.kind is NoteKind.CLOZE and not cloze.numbers(edited.front):
            return self.tr("The front has no gap. Mark one as {{c1::answer}}.")
        if edited.kind is NoteKind.BASIC and not edited.back.strip():
            return self.tr("The back is empty. Write the answer.")
        return ""

    def _on_change(self) -> None:
        self._mark_dirty()
        self._timer.start()

    def _mark_dirty(self) -> None:
        dirty = self.is_dirty()
        self._save.setEnabled(dirty)
        self._revert.setEnabled(dirty)
        self.dirty_changed.emit(dirty)

    def _show_preview(self) -> None:
        self._timer.stop()
        if self._draft is None:
            self._preview.show_html("")
            return
        edited = self._edited()
        question, answer = edited.front, edited.back
        if edited.kind is NoteKind.CLOZE and (numbers := cloze.numbers(edited.front)):
            question = cloze.question(edited.front, numbers[0])
            answer = f"**{cloze.answer(edited.front, numbers[0])}**\n\n{edited.back}"
        shown = html.escape(context_path(cut(edited.context)[0]))
        context = f'<p class="context">{shown}</p>' if shown else ""
        self._preview.show_card(context + to_html(question, told), to_html(answer, told), answer_shown=True)


class NoteDialog(QDialog):
    """The editor in a window of its own, for editing during a review. Esc leaves without saving, and asks before."""

    def __init__(
        self, theme: Theme, draft: NoteDraftView, parent: QWidget | None = None, *, reasons: Sequence[str] = ()
    ) -> None:
        """Show a note; `reasons` say what may be wrong with it."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit card"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._question: MessageDialog | None = None
        self.editor = NoteEditor(theme)
        self.editor.add_cancel(self.reject)
        self.editor.saved.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        layout.setSpacing(SPACE_M)
        if reasons:
            layout.addWidget(label(breakable(" ".join(map(visible, reasons))), "strong", wrap=True))
        layout.addWidget(self.editor, 1)
        self.editor.show_note(draft)
        self.editor.focus_front()
        resize_within(self, *map(theme.sizes.px, EDITOR_DIALOG))
        theme.adopt(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.editor.save()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        if not self.editor.is_dirty():
            super().reject()
        elif self._question is None or not self._question.isVisible():
            self._question = self._asked_to_leave()
            self._question.accepted.connect(lambda: self.done(QDialog.DialogCode.Rejected))
            self._question.open()

    def _asked_to_leave(self) -> MessageDialog:
        """Return what asks whether that shall be lost which was written."""
        return MessageDialog(
            self.tr("Leave without saving?"),
            self.tr("What you wrote in this card is lost then."),
            way_on=self.tr("Leave"),
            way_out=self.tr("Go on writing"),
            is_grave=True,
            parent=self,
        )


def _text_edit(name: str) -> QPlainTextEdit:
    result = QPlainTextEdit()
    result.setAccessibleName(name)
    result.setTabChangesFocus(True)
    result.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # endless words are broken
    result.document().setDocumentMargin(SPACE_2XS)
    return result


def _can_undo(field: QPlainTextEdit | QLineEdit) -> bool:
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def _line_edit(name: str) -> QLineEdit:
    result = QLineEdit()
    result.setAccessibleName(name)
    return result
