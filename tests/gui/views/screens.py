"""Every screen and dialog, filled with hostile text: tests walk through them widget by widget."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget

from flashdeck.domain.note import NoteKind
from flashdeck.domain.pages import PagePicture
from flashdeck.domain.quality import Quality
from flashdeck.errors import CollectionError
from flashdeck.gui import faults
from flashdeck.gui.card_values import CardRow, NoteDraftView
from flashdeck.gui.damage import Rescuer
from flashdeck.gui.setting_values import BackupRow, SettingsView
from flashdeck.gui.shortcuts import Shortcuts
from flashdeck.gui.study_values import (
    AnswerChoice,
    DayLoad,
    LeechView,
    MissedCard,
    PageRef,
    ProgressView,
    SlowCard,
    SourceLine,
    SourceSlide,
    StudyCardView,
    SummaryView,
    TopicAccuracy,
)
from flashdeck.gui.theme import Theme
from flashdeck.gui.transfer_values import ImportedFile
from flashdeck.gui.view_values import DayCount, KeyHint, TodayView, TreeNode
from flashdeck.gui.views.about_dialog import AboutDialog
from flashdeck.gui.views.backups_dialog import BackupsDialog
from flashdeck.gui.views.check_dialog import CheckDialog
from flashdeck.gui.views.cram import CramPage
from flashdeck.gui.views.help_dialog import HelpDialog
from flashdeck.gui.views.keys_dialog import KeysDialog
from flashdeck.gui.views.library import LibraryPage
from flashdeck.gui.views.link_dialog import LinkDialog
from flashdeck.gui.views.message_dialog import MessageDialog
from flashdeck.gui.views.note_editor import NoteDialog
from flashdeck.gui.views.review import ReviewPage
from flashdeck.gui.views.settings import SettingsPage
from flashdeck.gui.views.summary import SummaryPage
from flashdeck.gui.views.today import TodayPage
from flashdeck.gui.views.transfer_dialogs import ExportDialog, ImportDialog
from flashdeck.gui.views.wait_dialog import WaitDialog
from flashdeck.gui.views.welcome import WelcomePage
from flashdeck.interop.anki_package.model import LeftOut
from flashdeck.services.merge import Merge
from flashdeck.services.rescue import Offer, Rescue
from flashdeck.storage.merging import Changes

EVIL = '<b>x</b><img src="/etc/hostname">&amp;\u202etxt'


def _tree() -> tuple[TreeNode, ...]:
    return (TreeNode(key="k", name=EVIL, counts=(1, 2, 3), children=(TreeNode(key="l", name=EVIL, counts=(1, 2, 3)),)),)


def _slide() -> SourceSlide:
    return SourceSlide(file_name=EVIL, slide_number=1, title=EVIL, lines=(SourceLine(text=EVIL, marked=True),))


def _days() -> tuple[DayCount, ...]:
    return tuple(DayCount(day=date(2026, 5, 4) + timedelta(days=number), number=number) for number in range(7))


def _today(theme: Theme) -> QWidget:
    page = TodayPage(theme)
    page.show_today(
        TodayView(
            local_hour=9,
            due=1,
            new=2,
            drill=3,
            minutes=4,
            streak_days=5,
            answered_today=6,
            decks=_tree(),
            activity=_days(),
        )
    )
    return page


def _done_today(theme: Theme) -> QWidget:
    page = TodayPage(theme)
    done = TodayView(
        local_hour=19, due=0, new=0, drill=0, minutes=0, streak_days=1, answered_today=6, decks=_tree(), days_to_next=2
    )
    page.show_today(done._replace(due_waiting=7, new_waiting=8, days_to_exam=9))
    return page


def _no_cards_today(theme: Theme) -> QWidget:
    page = TodayPage(theme)
    nothing = TodayView(
        local_hour=3, due=0, new=0, drill=0, minutes=0, streak_days=0, answered_today=0, decks=(), has_cards=False
    )
    page.show_today(nothing)
    return page


def _review(theme: Theme) -> QWidget:
    page = ReviewPage(theme)
    card = StudyCardView(uid="u", context=EVIL, question=EVIL, answer=EVIL, choices=(), source=_slide())
    page.show_question(card, ProgressView(done=0, total=1, minutes_left=1))
    page.reveal()
    page.toggle_source()
    return page


_CHOICES = (
    AnswerChoice(key="1", quality=Quality.AGAIN, interval_days=1, drilled=True),
    AnswerChoice(key="2", quality=Quality.GOOD, interval_days=6),
)


def _typing(theme: Theme) -> QWidget:
    page = ReviewPage(theme)
    page.set_typing(wanted=True)
    card = StudyCardView(uid="u", context=EVIL, question=EVIL, answer=EVIL, choices=_CHOICES, is_marked=True)
    page.show_question(card, ProgressView(done=0, total=1, minutes_left=1))
    page._bar._typed.setText(EVIL)
    page.reveal()
    return page


def _leech(theme: Theme) -> QWidget:
    page = _typing(theme)
    page.show_leech(LeechView(question=EVIL, lapses=8, reasons=(EVIL,)))
    return page


def _page_of_slides(theme: Theme) -> QWidget:
    page = ReviewPage(theme)
    ref = PageRef(path=Path("x.pdf"), number=1, passage=(EVIL,))
    card = StudyCardView(
        uid="u", context=EVIL, question=EVIL, answer=EVIL, choices=_CHOICES, source=replace(_slide(), page=ref)
    )
    page.show_question(card, ProgressView(done=0, total=1, minutes_left=1))
    page.toggle_source()
    picture = PagePicture(width=4, height=3, stride=12, pixels=bytes(36), boxes=((0.1, 0.1, 0.9, 0.5),))
    page.source.show_page(ref, picture)
    page.source.show_problem(ref, EVIL)
    return page


def _writing(theme: Theme) -> QWidget:
    dialog = ExportDialog(theme, [("k", EVIL)], Path("/tmp"))
    dialog.show_writing(3)
    return dialog


def _backups(theme: Theme) -> QWidget:
    dialog = BackupsDialog(
        theme, [BackupRow(path=Path("/b"), made="yesterday", size="1 MB", occasion="before a merge")]
    )
    dialog.show_failure(EVIL)
    return dialog


def _no_backups(theme: Theme) -> QWidget:
    return BackupsDialog(theme, [])


def _restoring(theme: Theme) -> QWidget:
    dialog = BackupsDialog(theme, [BackupRow(path=Path("/b"), made="yesterday", size="1 MB", occasion="")])
    dialog.show_progress(0.5)
    return dialog


def _checking(theme: Theme) -> QWidget:
    dialog = CheckDialog(theme)
    dialog.show_running("⟦Checking⟧", "⟦About⟧")
    dialog.show_progress(0.5)
    return dialog


def _checked(theme: Theme) -> QWidget:
    dialog = CheckDialog(theme)
    dialog.show_result(EVIL, EVIL, [EVIL] * 300, can_mend=True)
    return dialog


def _backing_up(theme: Theme) -> WaitDialog:
    dialog = WaitDialog(theme, "⟦Backing up⟧", about="⟦Checked⟧", give_up="⟦Out⟧", skip="⟦On⟧")
    dialog.show_progress(0.5)
    return dialog


def _not_backed_up(theme: Theme) -> QWidget:
    dialog = _backing_up(theme)
    dialog.show_failure("⟦None⟧", "⟦Saved⟧", EVIL)
    return dialog


def _keys(theme: Theme) -> QWidget:
    dialog = KeysDialog(theme, Shortcuts())
    dialog._ask_for("source", "E")
    return dialog


def _summary(theme: Theme) -> QWidget:
    page = SummaryPage(theme)
    page.show_summary(
        SummaryView(
            answered=2,
            remembered=1,
            minutes=1,
            topics=(TopicAccuracy(topic=EVIL, answered=2, remembered=1),),
            missed=(MissedCard(uid="u", question=EVIL, topic=EVIL, misses=1),),
            slowest=(SlowCard(uid="v", question=EVIL, topic=EVIL, seconds=40),),
            load=tuple(DayLoad(day=each.day, due=each.number, new=3) for each in _days()),
        )
    )
    return page


def _draft() -> NoteDraftView:
    return NoteDraftView(uid="u", kind=NoteKind.BASIC, front=EVIL, back=EVIL, context=EVIL, topic=EVIL)


def _library(theme: Theme) -> QWidget:
    page = LibraryPage(theme)
    page.show_tree(_tree())
    row = CardRow(uid="u", question=EVIL, topic=EVIL, deck=EVIL, due="today", ease="2.5", state="new")
    page.show_rows(2, (row, replace(row, uid="v")))
    page.show_note(_draft())
    page.show_problem(EVIL)
    return page


def _nothing_found(theme: Theme) -> QWidget:
    page = LibraryPage(theme)
    page.show_tree(())
    page.search(EVIL)
    page.show_rows(0, ())
    return page


def _cram(theme: Theme) -> QWidget:
    page = CramPage(theme)
    page.show_sections(_tree())
    return page


def _settings(theme: Theme) -> QWidget:
    page = SettingsPage(theme)
    page.show_settings(
        SettingsView(
            new_per_day=1,
            reviews_per_day=2,
            rollover_hour=3,
            answer_buttons=4,
            appearance="system",
            text_percent=100,
            collection_path=EVIL,
        )
    )
    return page


def _importing(theme: Theme) -> QWidget:
    dialog = ImportDialog(theme)
    dialog.show_progress(EVIL, 0.5)
    dialog.show_result([ImportedFile(name=EVIL, new=1, unchanged=2, deck=EVIL)])
    dialog.show_failure(EVIL)
    return dialog


def _difference(theme: Theme) -> QWidget:
    dialog = ImportDialog(theme)
    dialog.show_progress(EVIL, 1.0)
    dialog.show_difference(
        ImportedFile(name=EVIL, new=1, unchanged=2, edited=3, moved=4, removed=5, deck=EVIL), undo="Ctrl+Z"
    )
    return dialog


def _reading(theme: Theme) -> QWidget:
    dialog = ImportDialog(theme)
    dialog.show_progress(EVIL, 0.5)
    return dialog


def _from_anki(theme: Theme) -> QWidget:
    dialog = ImportDialog(theme)
    left_out = tuple((kind.value, number) for number, kind in enumerate(LeftOut, start=1))
    package = ImportedFile(
        name=EVIL, new=0, unchanged=2, conflicts=3, answers=4, left_out=left_out, deck=EVIL, is_from_anki=True
    )
    dialog.show_result([package, replace(package, new=5)])
    return dialog


def _offer(theme: Theme, *, is_gone: bool) -> QWidget:
    offer = Offer(backup=Path("/b"), taken_at=datetime(2026, 5, 4, tzinfo=UTC), is_promising=True)
    return Rescuer().question(Path("/") / EVIL, offer, is_gone=is_gone)


def _rescued(_theme: Theme) -> QWidget:
    changes = Changes(notes_added=1, notes_changed=0, notes_deleted=0, answers_added=2)
    added = Merge(changes=changes, conflicts=(), rescheduled=0, backup=None)
    return Rescuer().result(
        Rescue(
            aside=Path("/") / EVIL,
            backup=None,
            taken_at=None,
            added=added,
            notes=1,
            answers=2,
            doubtful=(EVIL,) * 7,
            faults=(EVIL,),
        )
    )


def _crash(_theme: Theme) -> QWidget:
    dialog = faults.notice(EVIL)
    next(made for made in dialog.findChildren(QPushButton) if made.isCheckable()).click()
    return dialog


def _deleting(_theme: Theme) -> QWidget:
    return MessageDialog(EVIL, EVIL, way_on="⟦On⟧", way_out="⟦Out⟧", is_grave=True)


def _exporting(theme: Theme) -> QWidget:
    dialog = ExportDialog(theme, [("k", EVIL)], Path("/tmp"))
    dialog.show_failure(EVIL)
    return dialog


SCREENS: dict[str, Callable[[Theme], QWidget]] = {
    "today": _today,
    "review": _review,
    "summary": _summary,
    "library": _library,
    "cram": _cram,
    "settings": _settings,
    "welcome": WelcomePage,
    "import": _importing,
    "export": _exporting,
    "editor": lambda theme: NoteDialog(theme, _draft()),
    "link": lambda theme: LinkDialog(theme, "https://example.org/" + EVIL),
    "about": lambda theme: AboutDialog(theme, "1", EVIL),
    "typing": _typing,
    "leech": _leech,
    "page": _page_of_slides,
    "writing": _writing,
    "backups": _backups,
    "keys": _keys,
    "today done": _done_today,
    "today without cards": _no_cards_today,
    "nothing found": _nothing_found,
    "reading": _reading,
    "difference": _difference,
    "from anki": _from_anki,
    "no backups": _no_backups,
    "backing up": _backing_up,
    "restoring": _restoring,
    "checking": _checking,
    "checked": _checked,
    "not backed up": _not_backed_up,
    "damaged": lambda theme: _offer(theme, is_gone=False),
    "gone": lambda theme: _offer(theme, is_gone=True),
    "rescued": _rescued,
    "refused": lambda _theme: Rescuer().refusal(CollectionError(EVIL)),
    "crash": _crash,
    "deleting": _deleting,
    "help": lambda _theme: HelpDialog("x", (KeyHint(key="a", meaning=EVIL),), ()),
}


def left_edge(root: QWidget, field: QWidget) -> int:
    """Return where, in a window, the first pixel of a field is that is not the window's ground."""
    drawn = root.grab().toImage()
    left, middle = field.mapTo(root, QPoint(0, 0)).x(), field.mapTo(root, field.rect().center()).y()
    return next(x for x in range(left, drawn.width()) if drawn.pixelColor(x, middle) != drawn.pixelColor(left, 0))
