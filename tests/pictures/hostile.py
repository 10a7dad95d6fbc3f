"""Cards that nobody would write by hand, in every screen that shows their text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from flashdeck.gui.study_values import LeechView
from flashdeck.gui.views.main_window import PageName
from tests.pictures import course
from tests.pictures.studio import Studio, press


def cards(studio: Studio) -> None:
    """Each hostile card asked and answered."""
    path = studio.empty()
    notes = course.hostile_notes(course.media_of(path))
    course.add(path, studio.clock, notes)
    wide = QImage(6_000, 1_500, QImage.Format.Format_RGB32)
    wide.fill(Qt.GlobalColor.darkCyan)
    wide.save(str(course.media_of(path) / "wide.png"))
    with studio.program(path, new_per_day=50) as program:
        studio.take("hostile-today")
        press(Qt.Key.Key_Return)
        while program.window.current is PageName.REVIEW:
            name = program._study._question.card.uid.removesuffix("-0")
            studio.take(f"{name}-question")
            press(Qt.Key.Key_Space)
            studio.take(f"{name}-answer")
            if name in {"hostile-word", "hostile-rtl"}:
                press("e")
                studio.take(f"{name}-editor")
                QApplication.activeModalWidget().close()
                question = program._study._question.front
                program._review_page.show_leech(LeechView(question=question, lapses=8, reasons=()))
                studio.take(f"{name}-leech")
                program._study._ask()
                press(Qt.Key.Key_Space)
            press(Qt.Key.Key_1 if name != "hostile-code" and not program._study._question.is_drill else Qt.Key.Key_3)
        studio.take("hostile-summary")
        press(Qt.Key.Key_Escape)
        for page in (PageName.LIBRARY, PageName.CRAM):
            program.go_to(page)
            studio.take(f"hostile-{page.value}")
        program.go_to(PageName.LIBRARY)
        table = program._library_page._table
        table.setFocus()
        for row in range(len(notes)):
            table.selectRow(row)
            studio.take(f"hostile-library-{row}")
        program._export.ask()
        studio.take("hostile-export")
        QApplication.activeModalWidget().close()
