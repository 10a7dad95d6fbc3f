"""What the linter finds in cards of the collection or of a file, and its repairs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from statistics import median_low
from typing import Final

from flashdeck.domain import cloze
from flashdeck.domain.card_state import ScheduledState
from flashdeck.domain.ids import NoteId
from flashdeck.domain.note import NewNote, Note, NoteContent, NoteKind
from flashdeck.domain.scope import ScopePart
from flashdeck.extraction import lint, quality
from flashdeck.extraction.lint import Behaviour, CardText, Finding, Repair
from flashdeck.extraction.lint.slide_words import SlideWords
from flashdeck.messages import Message
from flashdeck.rendering.escaping import escape
from flashdeck.rendering.plain import to_plain
from flashdeck.services import import_cards, library
from flashdeck.services.clock import Clock
from flashdeck.services.extract_file import extract_file
from flashdeck.services.today import Today
from flashdeck.storage.browse import CardFilter, CardRow
from flashdeck.storage.collection import Collection
from flashdeck.storage.note_cards import ordinals
from flashdeck.storage.notes import StoredSlide

_PICTURE: Final = re.compile(r"!\[|<img\b", re.IGNORECASE)
_MEASURED: Final = 3
"""Answers from which on a median time tells something."""
_PARAGRAPH: Final = "\n\n"
_LONGEST_NAME: Final = 60
_ALL: Final = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class LintedCard:
    """A card and what was found in it, the worst first.

    Attributes:
        note_id: None for a card of a file.
    """

    card: CardText
    deck_name: str
    findings: tuple[Finding, ...]
    note_id: NoteId | None = None

    @property
    def score(self) -> float:
        """How good the card is, 0 to 1."""
        return lint.score(self.findings)


def lint_collection(collection: Collection, today: Today, card_filter: CardFilter) -> tuple[LintedCard, ...]:
    """Return the filtered cards with what is found in them; repetitions are looked for among all cards."""
    wanted = {row.card_id for row in collection.browser.page(card_filter, today.day(), limit=_ALL)}
    rows = collection.browser.page(CardFilter(), today.day(), limit=_ALL)
    reader = _CardReader(collection, rows)
    linted = lint.lint(reader.card(row) for row in rows)
    return tuple(
        LintedCard(card=card, deck_name=row.deck_name, note_id=row.note_id, findings=_safe(findings, row.content))
        for row, (card, findings) in zip(rows, linted, strict=True)
        if row.card_id in wanted
    )


def lint_note(collection: Collection, today: Today, note_id: NoteId) -> tuple[LintedCard, ...]:
    """Return the cards of a note with what is found in them; repetitions are looked for in its topic.

    Raises:
        NotFoundError: it was deleted meanwhile.
    """
    topic = collection.notes.get(note_id).content.topic
    rows = collection.browser.page(CardFilter(scope=(ScopePart(topic=topic),)), today.day(), limit=_ALL)
    reader = _CardReader(collection, rows)
    others = [reader.card(row) for row in rows if row.note_id != note_id]
    own = [row for row in rows if row.note_id == note_id]
    linted = list(lint.lint([*others, *(reader.card(row) for row in own)]))[len(others) :]
    return tuple(
        LintedCard(card=card, deck_name=row.deck_name, note_id=note_id, findings=_safe(findings, row.content))
        for row, (card, findings) in zip(own, linted, strict=True)
    )


def lint_file(path: Path) -> tuple[LintedCard, ...]:
    """Return the cards that a file of slides makes, or that a deck file or table holds, with what is found in them.

    Raises:
        FlashdeckError: the file cannot be read, or holds neither slides nor cards.
    """
    if import_cards.holds_cards(path):
        name, notes = import_cards.read_cards(path)
        pairs = [(note, card) for note in notes for card in _cards_of(note)]
        linted = lint.lint(card for _, card in pairs)
        return tuple(
            LintedCard(card=card, deck_name=note.deck_name or name, findings=_safe(findings, note.content))
            for (note, _), (card, findings) in zip(pairs, linted, strict=True)
        )
    extraction = extract_file(path)
    return tuple(
        LintedCard(card=card, deck_name=extraction.name, findings=findings)
        for card, findings in lint.lint(quality.texts_of(extraction))
    )


def apply_repair(collection: Collection, clock: Clock, note_id: NoteId, repair: Repair) -> None:
    """Store a repaired card in the place of its note; progress stays, and one undo takes it back.

    Raises:
        NotFoundError: the note was deleted meanwhile.
    """
    library.edit_note(collection, clock, note_id, repaired(collection.notes.get(note_id).content, repair))


def repaired(content: NoteContent, repair: Repair) -> NoteContent:
    """Return what a note holds after a repair; what its back explains besides the answer stays."""
    if content.kind is NoteKind.CLOZE:
        extra = content.back
    else:
        _, _, explained = to_plain(content.back).partition(_PARAGRAPH)
        extra = escape(explained)
    if repair.cloze_text:
        return replace(content, kind=NoteKind.CLOZE, front=escape(repair.cloze_text), back=extra)
    back = escape(repair.back)
    return replace(content, front=escape(repair.front), back=f"{back}{_PARAGRAPH}{extra}" if extra else back)


def _safe(findings: Iterable[Finding], content: NoteContent) -> tuple[Finding, ...]:
    """Return the findings without the repairs by which a note would lose its formatting."""
    fields = (content.front,) if content.kind is NoteKind.CLOZE else (content.front, content.back)
    if all(escape(to_plain(field)) == field for field in fields):
        return tuple(findings)
    return tuple(finding._replace(repair=None) for finding in findings)


class _CardReader:
    """Reads the cards of the collection as the checks read them."""

    def __init__(self, collection: Collection, rows: Iterable[CardRow]) -> None:
        self._collection = collection
        self._edited = collection.notes.edited_by_user()
        self._times = collection.reviews.answer_times()
        note_ids = tuple(dict.fromkeys(row.note_id for row in rows))
        self._notes = {note.id: note for note in collection.notes.get_many(note_ids)}

    def card(self, row: CardRow) -> CardText:
        note = self._notes[row.note_id]
        is_made = bool(note.rule) and note.id not in self._edited
        slide = self._collection.notes.slide_of(note.id) if is_made else None
        return _card(note, row.ordinal)._replace(
            uid=row.uid,
            rule=note.rule if is_made else "",
            source=None if slide is None else _words(slide),
            behaviour=self._behaviour(row),
        )

    def _behaviour(self, row: CardRow) -> Behaviour | None:
        if not isinstance(row.state, ScheduledState):
            return None
        times = self._times.get(row.uid, [])
        return Behaviour(
            lapses=row.state.lapses,
            ease_factor=row.state.ease_factor,
            median_took_ms=median_low(times) if len(times) >= _MEASURED else None,
        )


@lru_cache(maxsize=1 << 10)
def _words(slide: StoredSlide) -> SlideWords:
    return SlideWords([text for _, text in slide.lines], forms={})


def _cards_of(note: NewNote) -> Iterator[CardText]:
    for ordinal in ordinals(note.content):
        yield _card(note, ordinal)._replace(uid=note.uid)


def _card(note: NewNote | Note, ordinal: int) -> CardText:
    content, number = note.content, ordinal + 1
    is_cloze = content.kind is NoteKind.CLOZE
    front = to_plain(cloze.question(content.front, number) if is_cloze else content.front)
    return CardText(
        front=front,
        back=to_plain(cloze.answer(content.front, number)) if is_cloze else _answer(content.back),
        cloze_text=to_plain(content.front) if is_cloze else "",
        gap=number,
        context=content.context,
        topic=content.topic,
        slide="" if note.source is None else f"{note.source.file_name} {note.source.slide_number}",
        place=Message("“{front}” in {deck}", front=_short(front), deck=note.deck_name),
        has_picture=_PICTURE.search(content.front + content.back) is not None,
    )


def _answer(back: str) -> str:
    """Return the first paragraph of a back; those after it explain the answer."""
    return to_plain(back).partition(_PARAGRAPH)[0]


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST_NAME else folded[: _LONGEST_NAME - 1] + "…"
