import re

import pytest

from flashdeck.domain import cloze
from flashdeck.domain.note import NoteKind
from flashdeck.interop.deck_file import format_deck_file, read_deck_file
from flashdeck.readers.text import read_text_document
from flashdeck.resources import deck_path

DECK_FILE = read_deck_file(read_text_document(deck_path("welcome.md")).text)


def test_the_deck_has_ten_notes_that_never_change_their_identity():
    assert (DECK_FILE.id, DECK_FILE.name) == ("welcome", "Welcome to flashdeck")
    assert [note.uid for note in DECK_FILE.notes] == [f"flashdeck-welcome-{number:02}" for number in range(1, 11)]
    assert read_deck_file(format_deck_file(DECK_FILE)) == DECK_FILE


def words(text):
    return set(re.findall(r"\w{4,}", text.lower()))


@pytest.mark.parametrize("note", DECK_FILE.notes, ids=lambda note: note.uid)
def test_each_note_keeps_the_rules_for_good_cards(note):
    content = note.content
    answer = cloze.answer(content.front, 1) if content.kind is NoteKind.CLOZE else content.back.split("\n")[0]
    shown = cloze.question(content.front, 1)

    assert content.topic
    assert content.context
    assert 1 <= len(answer.split()) <= 12
    assert 4 <= len(shown.split()) <= 25
    assert shown.endswith("?") if content.kind is NoteKind.BASIC else cloze.numbers(content.front) == (1,)
    assert not words(answer) & words(shown)


def test_the_deck_teaches_the_keys():
    told = "\n".join(note.content.front + note.content.back for note in DECK_FILE.notes)
    for key in ("Space", "Enter", "1", "2", "3", "4", "Ctrl+Z", "S", "E", "-", "@", "F1"):
        assert f"**{key}**" in told
