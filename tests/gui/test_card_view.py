"""The one widget for deck text opens no file, follows no address, and never hangs."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flashdeck.gui.card_view import CardSize, CardView, read_picture
from flashdeck.gui.theme import Appearance, Theme
from flashdeck.rendering.markup import to_html

_RED = QColor(255, 0, 0)


def _view(theme: Theme, qtbot: QtBot, media: Path | None = None, size: tuple[int, int] = (800, 600)) -> CardView:
    view = CardView(theme, media_folder=media)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    return view


def _red_pixels(view: CardView) -> int:
    image = view.grab().toImage()
    return sum(image.pixelColor(x, y) == _RED for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


def _picture(path: Path, colour: QColor = _RED) -> Path:
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(colour)
    assert image.save(str(path), "PNG")
    return path


def test_a_picture_of_the_media_folder_is_shown(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    _picture(tmp_path / "plan.png")
    view = _view(theme, qtbot, tmp_path)
    view.show_html(to_html("![plan](plan.png)"))
    assert _red_pixels(view) > 400


@pytest.mark.parametrize("through_rendering", [True, False], ids=["rendered", "raw"])
@pytest.mark.parametrize(
    "form",
    [
        "{path}",
        "file://{path}",
        "file:{path}",
        "FILE://{path}",
        "./secret.png",
        "../{folder}/secret.png",
        "secret.png",
        "%2e%2e/{folder}/secret.png",
        "..\\{folder}\\secret.png",
        "//localhost{path}",
        "file://localhost{path}",
        "qrc:{path}",
        ":{path}",
        "link.png",
    ],
)
def test_no_picture_elsewhere_is_shown(
    theme: Theme, qtbot: QtBot, tmp_path: Path, form: str, through_rendering: bool
) -> None:
    secrets = tmp_path / "secrets"
    media = tmp_path / "media"
    secrets.mkdir()
    media.mkdir()
    secret = _picture(secrets / "secret.png")
    (media / "link.png").symlink_to(secret)
    source = form.format(path=secret, folder="secrets")
    markup = f'<p>before</p><img src="{source}"><p>after</p><table background="{source}"><tr><td>x</td></tr></table>'
    view = _view(theme, qtbot, media)
    here = Path.cwd()
    os.chdir(secrets)
    try:
        view.show_card(to_html(markup) if through_rendering else markup, markup, answer_shown=not through_rendering)
        assert _red_pixels(view) == 0
    finally:
        os.chdir(here)


_CHILD = textwrap.dedent(
    """
    import os, sys
    from pathlib import Path
    from PySide6.QtWidgets import QApplication
    from flashdeck.gui.card_view import CardView
    from flashdeck.gui.theme import Appearance, Theme
    application = QApplication([])
    theme = Theme(application)
    theme.apply(Appearance.LIGHT, 100)
    pipe = Path(sys.argv[1]) / "pipe.png"
    os.mkfifo(pipe)
    view = CardView(theme, media_folder=Path(sys.argv[1]))
    view.show()
    for source in ("/dev/zero", "file:///dev/zero", str(pipe), "pipe.png", "/dev/stdin", "/proc/self/mem"):
        view.show_html(f'<img src="{source}"><p>text</p>')
        view.grab()
        application.processEvents()
    print("alive")
    """
)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_endless_files_do_not_hang_the_window(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        check=False,
    )
    assert done.stdout.strip() == "alive", done.stderr


@pytest.mark.parametrize(
    "field",
    [
        "<table><tr><td>" * 25,
        "<div>" * 5_000,
        "a" * 1_000_000,
        "| a " * 400 + "\n" + "|---" * 400 + "\n" + "| b " * 400,
        "- x\n" * 5_000,
        "<table><tr><td colspan=99999 rowspan=99999>x</table>",
        "\u202e\u2066 right to left " * 200,
        "".join(f"<b id={number}>" for number in range(900)) + "<p>" * 900,
    ],
    ids=["tables", "elements", "word", "wide", "list", "spans", "bidi", "formats"],
)
def test_bombs_are_laid_out(theme: Theme, qtbot: QtBot, field: str) -> None:
    view = _view(theme, qtbot)
    view.show_card(to_html(field), to_html(field), answer_shown=True)
    assert not view.grab().isNull()


def test_a_picture_bomb_is_refused(tmp_path: Path) -> None:
    bomb = QImage(9_000, 9_000, QImage.Format.Format_Mono)
    bomb.fill(0)
    path = tmp_path / "bomb.png"
    assert bomb.save(str(path), "PNG")
    assert read_picture(path) is None


def test_only_pictures_are_pictures(tmp_path: Path) -> None:
    disguised = tmp_path / "x.png"
    disguised.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8")
    assert read_picture(disguised) is None
    disguised.write_bytes(b"")
    assert read_picture(disguised) is None


def _lines(view: CardView) -> list[str]:
    """Return the lines as they are laid out, without the spaces at their ends."""
    found, block = [], view.document().begin()
    while block.isValid():
        text, layout = block.text(), block.layout()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        found += [text[line.textStart() : line.textStart() + line.textLength()].strip() for line in lines]
        block = block.next()
    return [line for line in found if line]


def test_a_table_that_is_too_wide_is_scrolled_and_breaks_no_word(theme: Theme, qtbot: QtBot) -> None:
    words = [f"Halyard{letter}" for letter in "abcdefghijklmnop"]
    rule = "---|" * len(words)
    view = _view(theme, qtbot)
    view.show_card(to_html("What?"), to_html(f"|{'|'.join(words)}|\n|{rule}\n|{'|'.join(words)}|"), answer_shown=True)
    assert _lines(view) == ["What?", *words, *words]
    assert view.horizontalScrollBar().maximum() > 0
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.horizontalScrollBar().value() > 0
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.horizontalScrollBar().value() == 0
    view.show_html(to_html("a sail " + "halyard" * 60))
    assert view.horizontalScrollBar().maximum() == 0, "without a table an endless word is broken"


def test_a_table_with_room_breaks_between_words(theme: Theme, qtbot: QtBot) -> None:
    view = _view(theme, qtbot)
    sentence = "made fast to the cleat on the mast before the sail is hoisted at all"
    view.show_html(to_html(f"|Rope|Where|\n|---|---|\n|halyard|{sentence}|\n|sheet|{sentence}|"))
    assert view.horizontalScrollBar().maximum() == 0
    assert set(" ".join(_lines(view)).split()) == {"Rope", "Where", "halyard", "sheet", *sentence.split()}


def test_wide_pictures_fit(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(3_000, 60, QImage.Format.Format_RGB32)
    image.fill(_RED)
    image.save(str(tmp_path / "wide.png"), "PNG")
    view = _view(theme, qtbot, tmp_path)
    view.show_html(to_html("![w](wide.png)"))
    assert view.horizontalScrollBar().maximum() == 0


def _question_place(view: CardView) -> tuple[int, int]:
    cursor = view.document().find("Question")
    cursor.setPosition(cursor.selectionStart())
    place = view.cursorRect(cursor).topLeft()
    return place.x(), place.y()


@pytest.mark.parametrize("answer", ["Short.", "A line.\n\n" * 8, "A paragraph that goes on.\n\n" * 60])
@pytest.mark.parametrize("size", [(1200, 700), (700, 420)])
def test_the_question_stays_when_the_answer_appears(
    theme: Theme, qtbot: QtBot, answer: str, size: tuple[int, int]
) -> None:
    view = _view(theme, qtbot, size=size)
    view.show_card(to_html("Question here?"), to_html(answer))
    before = _question_place(view)
    view.reveal()
    assert _question_place(view) == before
    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("ending", ["", "\n\n| a | b |\n|---|---|\n| 1 | 2 |", "\n\n- one\n- two"])
def test_a_long_question_keeps_its_place_and_the_first_line_of_the_answer_is_seen(
    theme: Theme, qtbot: QtBot, share: float, ending: str
) -> None:
    view = _view(theme, qtbot, size=(700, 420))
    bar = view.verticalScrollBar()
    view.show_card(to_html("A line.\n\n" * 40 + ending), to_html("First of the answer.\n\n" + "More.\n\n" * 30))
    before = round(bar.maximum() * share)
    bar.setValue(before)
    view.reveal()
    line = view.cursorRect(view.document().find("First of the answer."))
    assert bar.value() >= before
    assert 0 <= line.top() < line.bottom() <= view.viewport().height()
    if bar.value() > before:  # no further than needed
        assert line.bottom() > view.viewport().height() - 2 * line.height()


def test_the_next_card_is_shown_from_its_beginning(theme: Theme, qtbot: QtBot) -> None:
    view = _view(theme, qtbot, size=(700, 420))
    for _ in range(2):
        view.show_card(to_html("A line.\n\n" * 40), to_html("Short."))
        assert view.verticalScrollBar().value() == 0
        view.reveal()
        assert view.verticalScrollBar().value() > 0


def test_a_short_answer_needs_no_scrolling(theme: Theme, qtbot: QtBot) -> None:
    view = _view(theme, qtbot, size=(900, 560))
    view.show_card(to_html("Question?"), to_html("One line.\n\n" * 7), answer_shown=True)
    assert view.verticalScrollBar().maximum() == 0


def test_lines_are_no_longer_than_can_be_read(theme: Theme, qtbot: QtBot) -> None:
    view = _view(theme, qtbot, size=(2400, 900))
    view.show_html(to_html("word " * 200))
    block = view.document().begin()
    lines = [block.layout().lineAt(number).textLength() for number in range(block.layout().lineCount())]
    assert 50 <= max(lines) <= 80


def _top(view: CardView) -> float:
    return view.document().rootFrame().frameFormat().topMargin()


_LONG = to_html("word " * 400)
_PICTURED = to_html("![plan](plan.png)\n\nWhat is this?")


@pytest.mark.parametrize("answer", ["", to_html("short"), _LONG], ids=["none", "short", "long"])
@pytest.mark.parametrize("question", [to_html("Why?"), _LONG, _PICTURED], ids=["short", "long", "pictured"])
def test_a_prepared_card_stands_where_it_would_have_stood(
    theme: Theme, qtbot: QtBot, tmp_path: Path, question: str, answer: str
) -> None:
    _picture(tmp_path / "plan.png")
    view, prepared = _view(theme, qtbot, tmp_path), _view(theme, qtbot, tmp_path)
    prepared.prepare(question, answer)
    for made in (view, prepared):
        made.show_card(question, answer)
    assert _top(prepared) == _top(view)
    assert prepared.document().size() == view.document().size()
    theme.apply(Appearance.LIGHT, 160)
    afresh = _view(theme, qtbot, tmp_path)
    afresh.show_card(question, answer)
    assert _top(prepared) == _top(afresh), "what was measured holds for one text size only"


def test_a_picture_of_another_folder_is_measured_anew(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    _picture(tmp_path / "plan.png")
    view = _view(theme, qtbot, tmp_path / "none")
    view.show_card(_PICTURED, "")
    without = _top(view)
    view.use_media(tmp_path)
    view.show_card(_PICTURED, "")
    assert _top(view) < without


def test_links_are_handed_on_and_never_followed(theme: Theme, qtbot: QtBot) -> None:
    view = _view(theme, qtbot)
    view.show_html(to_html("[site](https://example.org/a) "))
    with qtbot.waitSignal(view.link_activated) as caught:
        view.anchorClicked.emit(QUrl("https://example.org/a"))
    assert caught.args == ["https://example.org/a"]
    for address in ("file:///etc/passwd", "javascript:alert(1)", "smb://host/share"):
        with qtbot.assertNotEmitted(view.link_activated):
            view.anchorClicked.emit(QUrl(address))
    assert "example.org" not in view.source().toString()


def test_keys_of_the_page_pass_through(theme: Theme, qtbot: QtBot) -> None:
    pressed: list[int] = []

    class Host(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
            pressed.append(event.key())

    host = Host()
    qtbot.addWidget(host)
    view = CardView(theme)
    QVBoxLayout(host).addWidget(view)
    view.show_html(to_html("line\n\n" * 100))
    host.resize(500, 300)
    host.show()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_E, Qt.Key.Key_Escape):
        qtbot.keyClick(view, key)
    assert pressed == [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_E, Qt.Key.Key_Escape]
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_previews_use_body_text(theme: Theme, qtbot: QtBot) -> None:
    view = CardView(theme, size=CardSize.PREVIEW)
    qtbot.addWidget(view)
    view.show_html(to_html("text"))
    cursor = QTextCursor(view.document())
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    assert cursor.charFormat().font().pixelSize() == theme.sizes.body
