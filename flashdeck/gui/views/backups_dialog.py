"""Choose a backup to go back to."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from flashdeck.gui.setting_values import BackupRow
from flashdeck.gui.theme import Theme
from flashdeck.gui.tokens import DIALOG, SPACE_L, SPACE_M, SPACE_XL
from flashdeck.gui.views.controls import button, label, row

_PERMILLE: Final = 1000


class BackupsDialog(QDialog):
    """Lists the backups, newest first; `restore_asked` carries the path of the chosen one."""

    restore_asked = Signal(Path)

    def __init__(self, theme: Theme, backups: Sequence[BackupRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Backups, newest first"))
        for backup in backups:
            item = QListWidgetItem("   ·   ".join(part for part in (backup.made, backup.size, backup.occasion) if part))
            item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(lambda _item: self._emit())
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _PERMILLE)
        self._bar.setAccessibleName(self.tr("Restoring…"))
        self._bar.hide()
        self._restore = button(self.tr("Restore"), self._emit, role="primary", key=self.tr("Enter"))
        self._restore.setEnabled(bool(backups))
        text = self.tr("The collection as it is now is kept beside it, under another name.")
        if not backups:
            text = self.tr("One is made every half hour in which you change something, and when you close flashdeck.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(label(self.tr("Go back to") if backups else self.tr("There is no backup yet."), "strong"))
        layout.addWidget(self._list, 1)
        layout.addWidget(label(text, "muted", wrap=True))
        layout.addWidget(self._bar)
        layout.addWidget(self._problem)
        if not backups:
            layout.addStretch(1)
        cancel = button(self.tr("Cancel") if backups else self.tr("Close"), self.reject, key="Esc")
        layout.addLayout(row(0, cancel, self._restore))
        self._cancel = cancel
        for made in (cancel, self._restore):
            made.setAutoDefault(False)  # the Return that chooses from the list would press Cancel, too
        self._list.setVisible(bool(backups))
        self._restore.setVisible(bool(backups))
        (self._list if backups else cancel).setFocus()
        self.setMinimumWidth(theme.sizes.px(DIALOG))

    def show_progress(self, fraction: float) -> None:
        """Show how far it is, 0 to 1; until it is restored, or not, nothing else can be chosen."""
        self._bar.setValue(round(fraction * _PERMILLE))
        if self._bar.isHidden():
            self._problem.hide()
            self._let_choose(is_free=False)
            self._cancel.setFocus()

    def _let_choose(self, *, is_free: bool) -> None:
        self._bar.setHidden(is_free)
        self._list.setEnabled(is_free)
        self._restore.setEnabled(is_free)

    def show_failure(self, sentence: str) -> None:
        """Say why it could not be restored; nothing has changed."""
        self._let_choose(is_free=True)
        self._problem.setText(sentence)
        self._problem.show()
        self._list.setFocus()

    def _emit(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.restore_asked.emit(Path(str(item.data(Qt.ItemDataRole.UserRole))))
