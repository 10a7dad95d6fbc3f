"""A package to notes of our own.

Our own note types come back as they went out. Of others, each card of a note becomes a note (the first one with the
note's GUID as uid), its front and back as the card's templates lay the fields out; a cloze note stays one note.
"""

import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from flashdeck.domain import cloze, deck
from flashdeck.domain.note import NoteContent, NoteKind
from flashdeck.errors import AnkiPackageError
from flashdeck.file_faults import reason_of
from flashdeck.interop.anki_fields import SHARED_FIELDS, keys_of, plain_text, text_digest
from flashdeck.interop.anki_names import clean_field, slug_tags
from flashdeck.interop.anki_package import gaps, templates
from flashdeck.interop.anki_package.archive import PackageFiles, open_package
from flashdeck.interop.anki_package.database import AnswerRow, CardRow, NoteRow, PackageDatabase, open_database
from flashdeck.interop.anki_package.model import (
    AnkiPackage,
    AnswerKind,
    LeftOut,
    PackedAnswer,
    PackedCard,
    PackedNote,
)
from flashdeck.interop.anki_package.pictures import Pictures
from flashdeck.interop.anki_package.templates import NoteType
from flashdeck.messages import Message
from flashdeck.rendering.escaping import escape
from flashdeck.rendering.from_html import to_markdown

MAX_FIELD_CHARS: Final = 100_000
_OWN_FIRST_FIELDS: Final = {"Front": NoteKind.BASIC, "Text": NoteKind.CLOZE}
# bounded, because what begins without end is looked for again and again
_SOUND: Final = re.compile(r"\[sound:[^\]]{0,300}\]|\[anki:tts\b[^\]]{0,300}\].{0,2000}?\[/anki:tts\]", re.DOTALL)
_IN_BRACKETS: Final = (
    (re.compile(r"<anki-mathjax\b[^<>]{0,300}>", re.IGNORECASE), r"\\("),
    (re.compile(r"</anki-mathjax>", re.IGNORECASE), r"\\)"),
    (re.compile(r"<rt>", re.IGNORECASE), "("),
    (re.compile(r"</rt>", re.IGNORECASE), ")"),
)
"""Formulas and readings of characters, which show as text beside the text."""
_OCCLUSION: Final = re.compile(r"\{\{c\d+::image-occlusion:")
_UPDATE_NOTICE: Final = "Please update to the latest Anki version"
_FILTERED, _MANUAL = 3, 4
_LEARNING_KINDS: Final = frozenset({0, 2})
_BUTTONS: Final = range(1, 5)


def read_package(path: Path, picture_folder: Path, tell: Callable[[float], None] = lambda _: None) -> AnkiPackage:
    """Return the notes of a package and write the pictures they show, under names of our own, into a folder.

    Args:
        path: the package.
        picture_folder: where the pictures go; it exists.
        tell: called with the share that is done.

    Raises:
        AnkiPackageError: the package is missing, unreadable, damaged, unsafe or holds no cards.
    """
    with open_package(path) as files, tempfile.TemporaryDirectory(prefix="flashdeck-anki-") as folder:
        copy = Path(folder) / "collection"
        try:
            files.unpack_database(copy)
        except OSError as error:
            raise AnkiPackageError(
                Message("{name} cannot be unpacked: {reason}.", name=path.name, reason=reason_of(error))
            ) from error
        with open_database(copy, path.name) as database:
            reader = _Reader(files, database, picture_folder, default_deck=deck.clean(path.stem) or "Anki")
            notes = tuple(reader.notes(tell))
            if not notes:
                raise AnkiPackageError(Message("{name} holds no cards; choose another package.", name=path.name))
            return AnkiPackage(notes=notes, left_out=+reader.left_out)


class _Reader:
    def __init__(
        self, files: PackageFiles, database: PackageDatabase, picture_folder: Path, *, default_deck: str
    ) -> None:
        self.left_out: Counter[LeftOut] = Counter()
        self._sounds: set[str] = set()
        self._files = files
        self._pictures = Pictures(files, picture_folder, self.left_out)
        self._types = database.note_types()
        self._decks = database.deck_names()
        self._default_deck = default_deck
        self._cards: defaultdict[int, list[CardRow]] = defaultdict(list)
        for card in sorted(database.cards(), key=lambda each: each.ordinal):
            self._cards[card.note_id].append(card)
        # in the order in which Anki would introduce them
        self._notes = sorted(database.notes(), key=lambda row: (self._position(row), row.id))
        self._answers = _answers(database)

    def notes(self, tell: Callable[[float], None]) -> Iterator[PackedNote]:
        self._refuse_update_notice()
        uids: set[str] = set()
        for done, row in enumerate(self._notes):
            tell(done / len(self._notes))
            note_type, cards = self._types.get(row.type_id), self._cards[row.id]
            if note_type is None or not note_type.fields or not cards:
                continue
            for note in self._read(row, self._uid(row), note_type, cards):
                uid = note.uid
                while uid in uids:  # a package may have two notes of one GUID, a collection may not
                    uid += f".{row.id}"
                uids.add(uid)
                yield note if uid == note.uid else replace(note, uid=uid)

    def _position(self, row: NoteRow) -> int:
        return min((card.position for card in self._cards[row.id]), default=-1)

    def _uid(self, row: NoteRow) -> str:
        return "".join(clean_field(row.guid).split()) or f"anki-{row.id}"

    def _read(self, row: NoteRow, uid: str, note_type: NoteType, cards: Sequence[CardRow]) -> Iterator[PackedNote]:
        values = tuple(self._short(value) for value in row.values) + ("",) * len(note_type.fields)
        kind = _OWN_FIRST_FIELDS.get(note_type.fields[0]) if note_type.fields[1:] == SHARED_FIELDS else None
        if any(map(_OCCLUSION.search, row.values)):
            self.left_out[LeftOut.OCCLUSION] += len(cards)
        elif kind is not None:
            yield from self._own(row, uid, kind, values, cards)
        elif note_type.is_cloze:
            yield from self._cloze(row, uid, note_type, values, cards)
        else:
            yield from self._basic(row, uid, note_type, values, cards)

    def _own(
        self, row: NoteRow, uid: str, kind: NoteKind, values: Sequence[str], cards: Sequence[CardRow]
    ) -> Iterator[PackedNote]:
        front, back, context, _, extra, topic, uid_field = values[:7]
        keys = keys_of(uid_field)
        content = NoteContent(
            kind=kind,
            front=self._front(front, kind),
            back="\n\n".join(part for part in (self._markdown(back), self._markdown(extra)) if part),
            context=plain_text(context),
            topic=plain_text(topic),
            tags=slug_tags(row.tags),
        )
        yield from self._packed(
            row,
            uid,
            content,
            [(card.ordinal, card) for card in cards],
            is_ours=True,
            exported=keys.get("text"),
            said=text_digest(values),
            source_key=keys.get("slide"),
            sibling_key=keys.get("siblings"),
        )

    def _cloze(
        self, row: NoteRow, uid: str, note_type: NoteType, values: Sequence[str], cards: Sequence[CardRow]
    ) -> Iterator[PackedNote]:
        if not note_type.templates:
            return
        named = dict(zip(note_type.fields, values, strict=False))
        template = note_type.templates[0]
        content = NoteContent(
            kind=NoteKind.CLOZE,
            front=self._front(templates.question(template, named), NoteKind.CLOZE),
            back=self._markdown(templates.answer(template, named, is_cloze=True)),
            tags=slug_tags(row.tags),
        )
        yield from self._packed(row, uid, content, [(card.ordinal, card) for card in cards])

    def _basic(
        self, row: NoteRow, uid: str, note_type: NoteType, values: Sequence[str], cards: Sequence[CardRow]
    ) -> Iterator[PackedNote]:
        named = dict(zip(note_type.fields, values, strict=False))
        for card in cards:
            if card.ordinal not in range(len(note_type.templates)):
                continue
            template = note_type.templates[card.ordinal]
            content = NoteContent(
                kind=NoteKind.BASIC,
                front=self._front(templates.question(template, named), NoteKind.BASIC),
                back=self._markdown(templates.answer(template, named, is_cloze=False)),
                tags=slug_tags(row.tags),
            )
            own_uid = f"{uid}.{card.ordinal}" if card.ordinal else uid
            yield from self._packed(row, own_uid, content, [(0, card)], sibling_key=uid)

    def _packed(
        self,
        row: NoteRow,
        uid: str,
        content: NoteContent,
        cards: Sequence[tuple[int, CardRow]],
        *,
        is_ours: bool = False,
        exported: str | None = None,
        said: str | None = None,
        source_key: str | None = None,
        sibling_key: str | None = None,
    ) -> Iterator[PackedNote]:
        if not content.front.strip() or (content.kind is NoteKind.CLOZE and not cloze.numbers(content.front)):
            self.left_out[LeftOut.EMPTY] += len(cards)
            return
        yield PackedNote(
            uid=uid,
            deck_name=deck.clean_name(clean_field(self._decks.get(cards[0][1].deck_id, ""))) or self._default_deck,
            content=content,
            modified_at_s=row.modified_at,
            cards=tuple(
                PackedCard(ordinal=ordinal, is_suspended=card.is_suspended, answers=self._answers.get(card.id, ()))
                for ordinal, card in cards
            ),
            is_ours=is_ours,
            exported=exported,
            said=said,
            source_key=source_key,
            sibling_key=sibling_key,
        )

    def _front(self, markup: str, kind: NoteKind) -> str:
        if kind is NoteKind.BASIC:
            return self._markdown(markup)
        text = gaps.flat(markup)
        markdown = self._markdown(text)
        if cloze.numbers(markdown) == cloze.numbers(text):
            return markdown
        # a gap went with a tag: the plain text keeps what there is
        return escape(plain_text(text))

    def _markdown(self, markup: str) -> str:
        self._sounds.update(_SOUND.findall(markup))
        self.left_out[LeftOut.SOUND] = len(self._sounds)
        text = _SOUND.sub("", markup)
        for tag, bracket in _IN_BRACKETS:
            text = tag.sub(bracket, text)
        return to_markdown(text, self._pictures.name_of)

    def _short(self, value: str) -> str:
        if len(value) <= MAX_FIELD_CHARS:
            return value
        self.left_out[LeftOut.CUT] += 1
        return value[:MAX_FIELD_CHARS]

    def _refuse_update_notice(self) -> None:
        if self._files.is_fallback and len(self._notes) == 1 and self._notes[0].values[0].startswith(_UPDATE_NOTICE):
            raise AnkiPackageError(
                Message(
                    "{name} lacks its cards and only holds Anki's request to update; export it again.",
                    name=self._files.name,
                )
            )


def _answers(database: PackageDatabase) -> dict[int, tuple[PackedAnswer, ...]]:
    """Return the answers of each card, oldest first."""
    rows: defaultdict[int, list[AnswerRow]] = defaultdict(list)
    for row in database.answers():
        rows[row.card_id].append(row)
    has_three_buttons = database.has_three_buttons()
    return {
        card_id: tuple(_packed_answers(sorted(found, key=lambda row: row.id), has_three_buttons=has_three_buttons))
        for card_id, found in rows.items()
    }


def _packed_answers(rows: Sequence[AnswerRow], *, has_three_buttons: bool) -> Iterator[PackedAnswer]:
    resets = [row.id for row in rows if row.kind == _MANUAL and row.ease == 0 and row.factor == 0]
    last_reset = resets[-1] if resets else 0
    for row in rows:
        if row.ease not in _BUTTONS or row.id <= 0:
            continue
        is_learning = row.kind in _LEARNING_KINDS
        kind = AnswerKind.LEARNING if is_learning else AnswerKind.REVIEW
        if row.kind == _FILTERED or row.id < last_reset:
            kind = AnswerKind.OUTSIDE
        button = row.ease + (has_three_buttons and is_learning and row.ease in {2, 3})
        yield PackedAnswer(at_ms=row.id, button=button, kind=kind, took_ms=max(0, row.took_ms))
