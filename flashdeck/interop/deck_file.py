"""Deck files: decks of notes in a Markdown file that people write and read.

    ---
    format: flashdeck deck 1
    id: capitals
    name: Geography::Capitals
    ---

    Lines up to the first note are for the reader.

    ## capitals-1
    topic: Europe
    tags: capitals easy

    Q: What is the capital of Portugal?

    A: Lisbon

    ## capitals-2

    C: {{c1::Valletta}} is the capital of Malta.

A note begins at `## ` with its uid, which stays the same for ever: the note keeps its progress as long as
it keeps its uid. Then come settings (`topic`, `context`, `tags`, `deck` where it is not the file's name), then
the texts: `Q:` with `A:`, or `C:` for a text with gaps, with an `A:` for what is worth knowing besides. A text
runs to the next mark and is Markdown. A line of a text that looks like a mark has a backslash before it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from flashdeck.domain import cloze, deck
from flashdeck.domain.note import NewNote, NoteContent, NoteKind
from flashdeck.errors import DeckFileError
from flashdeck.interop.anki_names import slug_tags
from flashdeck.messages import Message

FORMAT: Final = "flashdeck deck 1"
_FENCE: Final = "---"
_EXAMPLE: Final = cloze.gap("answer")
_MARK: Final = re.compile(r"(## |[QCA]:)")
_ESCAPED_MARK: Final = re.compile(r"\\+(?:## |[QCA]:)")
_SETTING: Final = re.compile(r"([a-z]+):(?:\s+(.*))?")
_NOTE_SETTINGS: Final = ("topic", "context", "tags", "deck")
_HEADER_SETTINGS: Final = ("format", "id", "name")
_NOTE: Final = "## "


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckFile:
    """A deck file.

    Attributes:
        id: by which the deck is known again when its name has changed.
        name: the deck of the notes that name no other.
    """

    id: str
    name: str
    notes: tuple[NewNote, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


def is_deck_file(text: str) -> bool:
    """Whether the text claims to be a deck file, of this or another version."""
    start = text.removeprefix("\ufeff").lstrip()[:200].splitlines()
    return (
        bool(start) and start[0].rstrip() == _FENCE and any(line.startswith("format: flashdeck deck") for line in start)
    )


def read_deck_file(text: str) -> DeckFile:
    """Return the deck of a file's text.

    Raises:
        DeckFileError: the text breaks the format; the sentence begins with the line.
    """
    unified = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = [_Line(number, line) for number, line in enumerate(unified.split("\n"), start=1)]
    header, body = _split_header(lines)
    name = deck.clean_name(header["name"])
    notes: dict[str, NewNote] = {}
    first_lines: dict[str, int] = {}
    for block in _blocks(body):
        note = _note(block, name)
        if note.uid in notes:
            raise _error(
                block[0],
                Message(
                    "the uid {uid} is already used in line {line}; give each its own",
                    uid=note.uid,
                    line=first_lines[note.uid],
                ),
            )
        notes[note.uid] = note
        first_lines[note.uid] = block[0].number
    if not notes:
        raise _error(lines[-1], Message("there is no note; a note begins with a line like '## my-first-note'"))
    return DeckFile(id=header["id"], name=name, notes=tuple(notes.values()))


def _split_header(lines: Sequence[_Line]) -> tuple[Mapping[str, str], Sequence[_Line]]:
    """Return the settings between the first two `---` lines, and the lines after them."""
    fences = [index for index, line in enumerate(lines) if line.text.rstrip() == _FENCE][:2]
    if not fences or any(line.text.strip() for line in lines[: fences[0]]):
        raise _error(lines[0], Message("a deck file begins with a line '{fence}'", fence=_FENCE))
    if len(fences) == 1:
        raise _error(
            lines[fences[0]], Message("the settings that begin here need a closing line '{fence}'", fence=_FENCE)
        )
    start, end = fences
    header = _settings(lines[start + 1 : end], _HEADER_SETTINGS)
    for key in _HEADER_SETTINGS:
        if not header.get(key, ""):
            raise _error(lines[end], Message("the setting '{key}:' is missing above this line", key=key))
    if header["format"] != FORMAT:
        raise _error(
            lines[start],
            Message(
                "the format is '{found}', but this version reads '{known}'; update flashdeck",
                found=header["format"],
                known=FORMAT,
            ),
        )
    if not deck.clean_name(header["name"]):
        raise _error(
            lines[start], Message("'{name}' is no name for a deck; use letters or digits", name=header["name"])
        )
    return header, lines[end + 1 :]


def _settings(lines: Sequence[_Line], known: Sequence[str]) -> dict[str, str]:
    settings: dict[str, str] = {}
    for line in lines:
        if not line.text.strip():
            continue
        match = _SETTING.fullmatch(line.text.strip())
        if match is None or match.group(1) not in known:
            raise _error(
                line,
                Message(
                    "'{text}' is no setting; here stand {known}, each as 'name: value'",
                    text=line.text.strip()[:40],
                    known=", ".join(known),
                ),
            )
        if match.group(1) in settings:
            raise _error(line, Message("'{key}' is set twice; keep one of them", key=match.group(1)))
        settings[match.group(1)] = match.group(2) or ""
    return settings


def _blocks(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Return the lines of each note, its `## ` line first."""
    blocks: list[list[_Line]] = []
    for line in lines:
        if line.text.startswith(_NOTE):
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line)
    return blocks


def _note(block: Sequence[_Line], default_deck: str) -> NewNote:
    head = block[0]
    uid = head.text.removeprefix(_NOTE).strip()
    if not uid or len(uid.split()) > 1:
        raise _error(head, Message("after '## ' stands the note's uid, one word without spaces, like 'capitals-1'"))
    marks = [index for index, line in enumerate(block) if index and _MARK.match(line.text)]
    settings = _settings(block[1 : marks[0] if marks else len(block)], _NOTE_SETTINGS)
    texts = _texts(block, marks)
    kind = _kind(head, texts)
    return NewNote(
        uid=uid,
        deck_name=deck.clean_name(settings.get("deck", "")) or default_deck,
        content=NoteContent(
            kind=kind,
            front=texts["Q" if kind is NoteKind.BASIC else "C"],
            back=texts.get("A", ""),
            context=settings.get("context", ""),
            topic=settings.get("topic", ""),
            tags=slug_tags(tuple(settings.get("tags", "").split())),
        ),
    )


def _texts(block: Sequence[_Line], marks: Sequence[int]) -> dict[str, str]:
    """Return the texts of a note by their letter."""
    texts: dict[str, str] = {}
    for start, end in pairwise([*marks, len(block)]):
        letter = block[start].text[0]
        if letter in texts:
            raise _error(
                block[start],
                Message(
                    "a second '{letter}:' in one note; if it belongs to the text, write '\\{letter}:'", letter=letter
                ),
            )
        first = block[start].text[2:].removeprefix(" ")
        texts[letter] = _without_blank_ends([first, *(_unescaped(line.text) for line in block[start + 1 : end])])
    return texts


def _kind(head: _Line, texts: Mapping[str, str]) -> NoteKind:
    if ("Q" in texts) == ("C" in texts):
        raise _error(
            head, Message("the note needs either 'Q:' with 'A:', or 'C:' with a gap like {example}", example=_EXAMPLE)
        )
    if "C" in texts:
        if not cloze.numbers(texts["C"]):
            raise _error(
                head, Message("the text after 'C:' has no gap; mark the answer like {example}", example=_EXAMPLE)
            )
        return NoteKind.CLOZE
    if not texts["Q"]:
        raise _error(head, Message("there is no text after 'Q:'; write the question"))
    if "A" not in texts:
        raise _error(head, Message("the question has no answer; write it after 'A:'"))
    return NoteKind.BASIC


def _without_blank_ends(lines: list[str]) -> str:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[filled[0] : filled[-1] + 1]) if filled else ""


def _unescaped(line: str) -> str:
    return line[1:] if _ESCAPED_MARK.match(line) else line


def _error(line: _Line, what: Message) -> DeckFileError:
    return DeckFileError(Message("Line {number}: {what}.", number=line.number, what=what))


def format_deck_file(deck_file: DeckFile) -> str:
    """Return the text from which `read_deck_file` reads the same deck.

    Settings are single lines, so white space in them is folded; blank lines around texts are left out.

    Raises:
        ValueError: a uid is empty or contains white space.
    """
    header = (_FENCE, f"format: {FORMAT}", f"id: {_folded(deck_file.id)}", f"name: {deck_file.name}", _FENCE, "")
    return "\n".join([*header, *(line for note in deck_file.notes for line in _formatted(note, deck_file.name))])


def _formatted(note: NewNote, default_deck: str) -> list[str]:
    if len(note.uid.split()) != 1:
        raise ValueError(f"the uid {note.uid!r} is not one word")
    content = note.content
    settings = {
        "deck": "" if note.deck_name == default_deck else note.deck_name,
        "topic": _folded(content.topic),
        "context": _folded(content.context),
        "tags": " ".join(slug_tags(content.tags)),
    }
    letter = "Q" if content.kind is NoteKind.BASIC else "C"
    lines = [f"{_NOTE}{note.uid}", *(f"{key}: {value}" for key, value in settings.items() if value), ""]
    lines += [_marked(letter, content.front), ""]
    if content.back.strip() or content.kind is NoteKind.BASIC:
        lines += [_marked("A", content.back), ""]
    return lines


def _marked(letter: str, text: str) -> str:
    """Return a text with its mark; what would read as a mark in it has a backslash before it."""
    lines = _without_blank_ends(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).split("\n")
    if len(lines) == 1:
        return f"{letter}: {lines[0]}".rstrip() if not lines[0] else f"{letter}: {lines[0]}"
    escaped = (f"\\{line}" if _MARK.match(line) or _ESCAPED_MARK.match(line) else line for line in lines)
    return "\n".join([f"{letter}:", *escaped])


def _folded(text: str) -> str:
    return " ".join(text.split())
