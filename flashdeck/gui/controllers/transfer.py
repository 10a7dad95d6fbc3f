"""Cards in and out: imports in a child process with progress and cancel, exports by a dialog."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from flashdeck.errors import FlashdeckError, OperationCancelledError
from flashdeck.gui.controllers import deck_tree
from flashdeck.gui.controllers.backup_run import Waiting
from flashdeck.gui.controllers.backups import BackupController
from flashdeck.gui.controllers.controller import Controller, waiting
from flashdeck.gui.import_jobs import PackageImport, SlideImport, job_for
from flashdeck.gui.tasks import Task, wait_for_all
from flashdeck.gui.theme import Theme
from flashdeck.gui.transfer_values import ExportRequest, ImportedFile
from flashdeck.gui.views.main_window import MainWindow
from flashdeck.gui.views.transfer_dialogs import PACKAGE_FILTER, SLIDE_FILTER, ExportDialog, ImportDialog
from flashdeck.gui.wording import told
from flashdeck.gui.workspace import Workspace
from flashdeck.services.export_cards import read_export
from flashdeck.services.import_cards import holds_cards, import_cards
from flashdeck.services.package_process import is_package
from flashdeck.storage.browse import CardFilter

_POLL_EVERY_MS: Final = 40


def _documents() -> Path:
    """Return where people keep their files; a new account may have no such folder yet."""
    named = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return named if named.is_dir() else Path.home()


class ImportController(Controller):
    """Imports files one after the other. `show_cards_asked` carries the deck to show."""

    show_cards_asked = Signal(str)

    def __init__(self, window: MainWindow, workspace: Workspace, theme: Theme, backups: BackupController) -> None:
        super().__init__(window, workspace)
        self._theme = theme
        self._backups = backups
        self._waiting: deque[Path] = deque()
        self._done: list[ImportedFile] = []
        self._job: SlideImport | PackageImport | None = None
        self._dialog: ImportDialog | None = None
        self._folder = _documents()
        self._timer = QTimer(self, interval=_POLL_EVERY_MS)
        self._timer.timeout.connect(self._poll)

    def choose(self) -> None:
        """Ask which files to import."""
        kinds = (
            self.tr("Slides and decks") + f" ({SLIDE_FILTER} {PACKAGE_FILTER})",
            self.tr("Anki packages") + f" ({PACKAGE_FILTER})",
            self.tr("All files (*)"),
        )
        self._begin_chosen(self.tr("Import"), ";;".join(kinds))

    def choose_package(self) -> None:
        """Ask which Anki packages to import."""
        kinds = (self.tr("Anki packages") + f" ({PACKAGE_FILTER})", self.tr("All files (*)"))
        self._begin_chosen(self.tr("Import from Anki"), ";;".join(kinds))

    def _begin_chosen(self, title: str, kinds: str) -> None:
        names, _ = QFileDialog.getOpenFileNames(self._window, title, str(self._folder), kinds)
        if names:
            self._folder = Path(names[0]).parent
            self.begin([Path(name) for name in names])

    def begin(self, paths: Sequence[Path]) -> None:
        """Import files; while an import runs, further ones wait for their turn."""
        self._waiting.extend(paths)
        if self._dialog is None:
            self._done = []
            dialog = ImportDialog(self._theme, self._window)
            dialog.cancel_asked.connect(self._cancel)
            dialog.show_cards_asked.connect(self._show_cards)
            dialog.apply_asked.connect(self._apply)
            self._theme.adopt(dialog)
            self._dialog = dialog
            dialog.open()
            self._next()

    def stop(self) -> None:
        """Stop what runs; nothing of it is stored."""
        self._waiting.clear()
        self._backups.give_up()
        self._close_job()

    def _next(self) -> None:
        assert self._dialog is not None
        if not self._waiting:
            self._finish("")
            return
        path = self._waiting[0]
        self._dialog.show_progress(path.name, 0.0)
        try:
            if not is_package(path) and holds_cards(path):
                self._import_deck(path)
            else:
                self._job = job_for(path, self._workspace)
                self._timer.start()
        except FlashdeckError as error:
            self._finish(told(error))

    def _import_deck(self, path: Path) -> None:
        result = import_cards(self._workspace.collection, self._workspace.clock, path)
        self._done.append(ImportedFile(name=path.name, new=result.new, unchanged=result.same, deck=result.deck_name))
        self._waiting.popleft()
        self._next()

    def _poll(self) -> None:
        job, dialog = self._job, self._dialog
        if job is None or dialog is None:
            return
        try:
            if not job.poll():
                dialog.show_progress(job.path.name, job.progress)
                return
        except OperationCancelledError:
            self._close_job()
        except FlashdeckError as error:
            self._fail(told(error))
        else:
            self._timer.stop()
            if job.plan.changes_notes:
                dialog.show_difference(job.summary(), undo=self._window.shortcuts.named("undo"))
            else:
                self._apply()

    def _apply(self) -> None:
        """Store the plan, behind a backup, and go on with the next file."""
        job, dialog = self._job, self._dialog
        if job is None or dialog is None:
            return
        if not job.plan.stores:
            self._store()
            return
        title = self.tr("Backing up before the import…")
        dialog.show_backup(title)
        self._backups.first(
            Waiting(then=self._store, title=title, otherwise=self._fail, on_progress=dialog.show_fraction)
        )

    def _store(self) -> None:
        job = self._job
        if job is None:
            return
        try:
            with waiting():
                job.apply()
        except FlashdeckError as error:
            self._fail(told(error))
            return
        self._done.append(job.summary())
        self._close_job()
        self._waiting.popleft()
        self._next()

    def _cancel(self) -> None:
        self.stop()
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.done(0)
        if self._done:
            self._workspace.changed.emit()

    def _fail(self, sentence: str) -> None:
        self._close_job()
        self._finish(sentence)

    def _finish(self, failure: str) -> None:
        """Show what was stored, and beneath it why the rest was not."""
        self._waiting.clear()
        dialog, self._dialog = self._dialog, None
        assert dialog is not None
        if self._done or not failure:
            dialog.show_result(self._done)
        if failure:
            dialog.show_failure(failure)
        if self._done:
            self._workspace.changed.emit()

    def _close_job(self) -> None:
        self._timer.stop()
        job, self._job = self._job, None
        if job is not None:
            job.close()

    def _show_cards(self) -> None:
        self.show_cards_asked.emit(self._done[-1].deck)


class ExportController(Controller):
    """Writes cards where the dialog says."""

    def __init__(self, window: MainWindow, workspace: Workspace, theme: Theme) -> None:
        super().__init__(window, workspace)
        self._theme = theme

    def ask(self) -> None:
        """Ask what to write where, and write it."""
        names = self.attempt(self._workspace.collection.decks.names_with_parents)
        if names is None:
            return
        dialog = ExportDialog(self._theme, [(name, name) for name in names], _documents(), self._window)
        dialog.export_asked.connect(lambda request: self._export(dialog, request))
        self._theme.adopt(dialog)
        dialog.open()

    def stop(self) -> None:
        """Let what is being written be finished."""
        wait_for_all()

    def _export(self, dialog: ExportDialog, request: ExportRequest) -> None:
        """Read the notes here, where the collection belongs, and write them on another thread."""
        path = Path(request.path).expanduser()
        card_filter = CardFilter(scope=deck_tree.scope_of(request.deck_key))
        workspace = self._workspace
        try:
            export = read_export(
                workspace.collection, workspace.today, path, card_filter, with_progress=request.with_progress
            )
        except FlashdeckError as error:
            dialog.show_failure(told(error))
            return
        dialog.show_writing(len(export.notes))
        task = Task(export.write, self)
        task.failed.connect(dialog.show_failure)
        task.done.connect(lambda count: self._tell(dialog, count, path))
        task.start()

    def _tell(self, dialog: ExportDialog, count: int, path: Path) -> None:
        dialog.accept()
        written = self.tr("%Ln note(s) written to %1", "", count)
        self._window.show_notice(written.replace("%1", str(path)))
