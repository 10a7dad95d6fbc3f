"""Every text goes through the translation, and a language is added by a file alone."""

import ast
import re
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from flashdeck.domain.note import NoteContent, NoteKind
from flashdeck.errors import DeckFileError, SlideFileError
from flashdeck.extraction import lint
from flashdeck.extraction.lint import CardText
from flashdeck.gui import language, wording
from flashdeck.gui.card_values import NoteDraftView
from flashdeck.gui.card_view import CardView
from flashdeck.gui.plain_text import shown_text
from flashdeck.gui.study_values import SourceLine, SourceSlide
from flashdeck.gui.view_values import TodayView
from flashdeck.gui.views.note_editor import NoteDialog
from flashdeck.gui.views.plain_lines import PlainLines
from flashdeck.gui.views.source_panel import SourcePanel
from flashdeck.gui.views.today import TodayPage
from flashdeck.messages import Message
from flashdeck.readers.pptx_package import POWERPOINT
from flashdeck.readers.text import read_text_document
from flashdeck.rendering import limits
from flashdeck.services.extraction_process import ExtractionProcess
from flashdeck.services.import_cards import import_cards
from flashdeck.services.library import NoteContentError, check_content
from flashdeck.storage.collection import Collection
from tests import translations
from tests.conftest import StandingClock
from tests.gui.views.screens import SCREENS


@pytest.fixture(scope="module")
def every_text(tmp_path_factory):
    """All texts of the program, as a translator would get them, in an invented German."""
    path = translations.update("de", tmp_path_factory.mktemp("texts"))
    tree = ElementTree.parse(path)
    for message in tree.iter("message"):
        translation, source = message.find("translation"), message.findtext("source")
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for form in forms or [translation]:
            form.text = f"⟦{source}⟧"
    tree.write(path, encoding="utf-8", xml_declaration=True)
    return path


def texts_of(path) -> list[tuple[str, str]]:
    tree = ElementTree.parse(path)
    return [
        (context.findtext("name"), message.findtext("source"))
        for context in tree.iter("context")
        for message in context.iter("message")
    ]


def test_every_text_has_a_context(every_text):
    assert [text for context, text in texts_of(every_text) if not context] == []


def test_the_english_forms_are_up_to_date(tmp_path):
    shutil.copy(translations.FOLDER / "flashdeck_en.ts", tmp_path)
    before = texts_of(tmp_path / "flashdeck_en.ts")
    path = translations.update("en", tmp_path)
    assert texts_of(path) == before, "run: python -m tests.translations"
    compiled = translations.compile_to_qm(path).read_bytes()
    assert compiled == (translations.FOLDER / "flashdeck_en.qm").read_bytes(), "run: python -m tests.translations"
    assert "unfinished" not in path.read_text("utf-8")


def test_what_the_core_says_is_among_the_texts(every_text):
    said = {text for context, text in texts_of(every_text) if context == wording.CONTEXT}
    assert said == set(translations.core_messages())
    assert {"the answer is long", "{name} is empty; choose a file with text."} <= said


def test_nothing_that_the_window_says_names_a_command_of_the_terminal():
    said = translations.core_messages()
    assert [text for text in said if re.search(r"flashdeck [a-z]+ --|'flashdeck |--[a-z]", text)] == []


def test_every_message_is_written_out_where_translators_look_for_it():
    hidden = [
        path.name
        for path in (translations.ROOT / "flashdeck").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Message"
        and not (len(node.args) == 1 and isinstance(node.args[0], ast.Constant))
    ]
    assert hidden == ["messages.py"]  # where another process made it


def test_faults_and_reasons_of_the_core_are_told_in_the_language_of_the_window(invented_german):
    missing = Path("no {such} deck.txt")
    with pytest.raises(SlideFileError) as raised:
        read_text_document(missing)
    assert str(raised.value) == "There is no file no {such} deck.txt; check the name and the folder."
    assert wording.told(raised.value) == f"⟦{raised.value}⟧"
    found = list(lint.findings_of(CardText(front="?", back="")))
    assert found
    assert all(wording.told(finding.why) == f"⟦{finding.why}⟧" for finding in found)


def test_what_a_card_lacks_and_hides_is_told_in_the_language_of_the_window(invented_german, theme, qtbot):
    with pytest.raises(NoteContentError) as raised:
        check_content(NoteContent(kind=NoteKind.CLOZE, front="no gap", back=""))
    assert wording.told(raised.value) == f"⟦{raised.value}⟧"
    draft = NoteDraftView(uid="n", kind=NoteKind.BASIC, front="word " * 10_000, back="<table><tr><td>" * 5)
    dialog = NoteDialog(theme, draft)
    qtbot.addWidget(dialog)
    text = dialog.findChild(CardView).toPlainText()
    assert f"⟦{limits.NOTICE_CUT}⟧" in text
    assert f"⟦{limits.NOTICE_PLAIN}⟧" in text


def test_what_a_plain_text_hides_is_told_in_the_language_of_the_window(invented_german, theme, qtbot):
    assert f"⟦{limits.NOTICE_PLAIN}⟧" in shown_text("<table><tr><td>" * 5)
    panel = SourcePanel(theme)
    qtbot.addWidget(panel)
    slide = SourceSlide(file_name="a.txt", slide_number=1, title="", lines=(SourceLine(text="word " * 10_000),))
    panel.show_slide(slide)
    assert panel.findChild(PlainLines).toPlainText().endswith(f"⟦{limits.NOTICE_CUT}⟧")
    panel.show_slide(replace(slide, lines=(SourceLine(text="a word"),)))
    assert panel.findChild(PlainLines).toPlainText() == "a word"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.deck.md", "no fence", "⟦Line 1: ⟦a deck file begins with a line '---'⟧.⟧"),
        ("a.csv", "front,back\n,b\n", "⟦Line 2: ⟦the front is empty; write one or delete the row⟧.⟧"),
    ],
)
def test_what_is_wrong_in_a_line_is_told_in_the_language_of_the_window(invented_german, tmp_path, name, text, told):
    path = tmp_path / name
    path.write_text(text)
    with Collection(tmp_path / "c.flashdeck") as collection, pytest.raises(DeckFileError) as raised:
        import_cards(collection, StandingClock(), path)
    assert wording.told(raised.value) == told


def test_what_a_file_is_and_lacks_is_told_in_the_language_of_the_window(invented_german, tmp_path):
    picture = tmp_path / "a.txt"
    picture.write_bytes(b"GIF89a")
    with pytest.raises(SlideFileError) as raised:
        read_text_document(picture)
    assert wording.told(raised.value).startswith("⟦a.txt is ⟦a GIF picture⟧, but")
    part = Message("{part} is missing", part="x.xml")
    assert wording.told(POWERPOINT.damaged("a.pptx", part)).startswith("⟦a.pptx is damaged (⟦x.xml is missing⟧);")
    assert "⟦slide deck⟧" in wording.told(POWERPOINT.too_many("a.pptx"))


def test_nothing_written_out_in_english_is_filled_into_a_message():
    filled = [
        f"{path.name}: {ast.unparse(value.value)}"
        for path in (translations.ROOT / "flashdeck").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message"
        for value in node.keywords
        if isinstance(value.value, ast.JoinedStr)
        or (isinstance(value.value, ast.Constant) and isinstance(value.value.value, str))
    ]
    assert filled == []


def test_a_fault_in_a_child_process_is_told_in_the_language_of_the_window(invented_german, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    with pytest.raises(SlideFileError) as raised:
        ExtractionProcess(empty).wait(lambda _progress: None)
    assert wording.told(raised.value) == f"⟦{raised.value}⟧"


def test_a_slip_in_a_translated_placeholder_leaves_the_message_in_english(qapp, monkeypatch):
    monkeypatch.setattr(QCoreApplication, "translate", lambda _context, _text: "{nam} ist leer")
    assert wording.told(Message("{name} is empty", name="deck.txt")) == "deck.txt is empty"


def test_a_text_from_elsewhere_stays_as_it_is(qapp):
    assert wording.told("{name} & more") == "{name} & more"


def test_one_and_several_are_told_apart(qapp):
    told = [QCoreApplication.translate("TodayPage", "%Ln card(s)", "", count) for count in (1, 2, 1460)]
    assert told == ["1 card", "2 cards", "1,460 cards"]


def test_a_file_is_all_that_a_language_needs(qapp, theme, every_text, monkeypatch, qtbot):
    folder = every_text.parent
    translations.compile_to_qm(every_text)
    shutil.copy(translations.FOLDER / "flashdeck_en.qm", folder)
    monkeypatch.setattr(language, "asset_path", lambda _name: folder)
    before = qapp.findChildren(QTranslator)
    try:
        assert language.install(qapp, QLocale("de_AT")).language() == QLocale.Language.German
        page = TodayPage(theme)
        qtbot.addWidget(page)
        page.show_today(
            TodayView(local_hour=9, due=21, new=0, drill=0, minutes=7, streak_days=0, answered_today=0, decks=())
        )
        assert page._start.text().startswith("⟦Start⟧")
        assert "⟦21 card(s)⟧" in page._headline.text()
    finally:
        for translator in qapp.findChildren(QTranslator):
            if translator not in before:
                qapp.removeTranslator(translator)
        QLocale.setDefault(QLocale("en_US"))


@pytest.mark.parametrize("code", ["fi_FI", "de_DE"])
def test_a_language_without_a_file_falls_back_to_english_with_english_names(qapp, code):
    before = QLocale()
    try:
        assert language.install(qapp, QLocale(code)) == QLocale()
        assert (QLocale().dayName(1), QLocale().monthName(5)) == ("Monday", "May")
        assert QLocale().territory() == QLocale(code).territory(), "dates are written as the country does"
        assert QCoreApplication.translate("TodayPage", "%n day(s) in a row", "", 1) == "1 day in a row"
    finally:
        QLocale.setDefault(before)


_OWN_WORDS = re.compile(r"[^\W\d_]{3,}")
_DATA = re.compile(
    r"x&|Strg|Leertaste|Entf|Umschalt|"
    r"<b>|img src|\\etc|hostname|flashdeck|example\.org|https|Anki|CSV|JSON|Markdown|SM-2|FSRS|yesterday|Ctrl|Space|"
    r"Return|Del\b|Esc|Tab|Home|apkg|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Mai|May|MB|pdf|tmp|Di\b|Mi\b|Do\b|Montag|tag\b|woch"
)
"""Deck text, names of formats and keys, and what Qt says in the language of the locale."""


@pytest.fixture
def invented_german(qapp, every_text, monkeypatch):
    translations.compile_to_qm(every_text)
    shutil.copy(translations.FOLDER / "flashdeck_en.qm", every_text.parent)
    monkeypatch.setattr(language, "asset_path", lambda _name: every_text.parent)
    before = qapp.findChildren(QTranslator)
    language.install(qapp, QLocale("de_DE"))
    yield
    for translator in qapp.findChildren(QTranslator):
        if translator not in before:
            qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale("en_US"))


@pytest.mark.parametrize("name", SCREENS)
def test_no_screen_has_a_text_that_cannot_be_translated(name, invented_german, theme, qtbot):
    screen = SCREENS[name](theme)
    qtbot.addWidget(screen)
    texts = [made.text() for made in screen.findChildren(QLabel) + screen.findChildren(QAbstractButton)]
    texts += [made.accessibleName() for made in screen.findChildren(QWidget)]
    texts += [made.toolTip() for made in screen.findChildren(QWidget)]
    foreign = {text for text in texts if _OWN_WORDS.search(text) and "⟦" not in text and not _DATA.search(text)}
    assert foreign == set()
