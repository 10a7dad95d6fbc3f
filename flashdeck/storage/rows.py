"""Rows to domain values and back: cards and log, the columns of which are named twice here only."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any, Final, TypeVar

from flashdeck.domain.card import Card
from flashdeck.domain.card_state import CardState, FsrsMemory, NewState, ScheduledState
from flashdeck.domain.ids import CardId, DeckId, NoteId
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.errors import CollectionDamagedError
from flashdeck.messages import Message

Row = Mapping[str, Any]
Columns = Sequence[Any]
RowT = TypeVar("RowT", Row, Columns)
ValueT = TypeVar("ValueT")


def read_strictly(read: Callable[[RowT], ValueT]) -> Callable[[RowT], ValueT]:
    """Let a row that means nothing be a fault of the file, which only damage can bring about."""

    @wraps(read)
    def checked(row: RowT) -> ValueT:
        try:
            return read(row)
        except ValueError as error:
            raise CollectionDamagedError(
                Message("The collection is damaged: it holds a row that means nothing. Go back to a backup."),
                in_terminal="Or run 'flashdeck check --repair'.",
            ) from error

    return checked


_SCHEDULE: Final = (
    *("repetitions", "ease_factor", "interval_days", "due_on", "answered_on", "lapses", "drill_on"),
    *("stability_days", "difficulty"),
)
STATE_COLUMNS: Final = tuple(f"cards.{name}" for name in ("state", *_SCHEDULE))
"""What tells where a card stands."""
CARD_COLUMNS: Final = (
    *("cards.id", "cards.uid", "cards.note_id", "cards.ordinal", "cards.position", "cards.is_suspended"),
    *("cards.buried_until", "notes.deck_id", "decks.name", "notes.topic", "notes.sibling_key"),
    *STATE_COLUMNS,
)
"""A card, joined with its note and deck."""


def instant_text(instant: datetime) -> str:
    """Return an instant as it is stored: UTC, so that text order is time order."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds")


def state_columns(state: CardState) -> dict[str, object]:
    """Return the columns of `cards` that hold the schedule."""
    if isinstance(state, NewState):
        return {"state": "new", **dict.fromkeys(_SCHEDULE)}
    return {
        "state": "scheduled",
        "repetitions": state.repetitions,
        "ease_factor": state.ease_factor,
        "interval_days": state.interval_days,
        "due_on": state.due_on.isoformat(),
        "answered_on": state.answered_on.isoformat(),
        "lapses": state.lapses,
        "drill_on": _date_text(state.drill_on),
        "stability_days": None if state.fsrs is None else state.fsrs.stability_days,
        "difficulty": None if state.fsrs is None else state.fsrs.difficulty,
    }


@read_strictly
def state_from(columns: Columns) -> CardState:
    """Return where a card stands, from `STATE_COLUMNS`."""
    state, repetitions, ease_factor, interval_days, due_on, answered_on, lapses, drill_on, stability, difficulty = (
        columns
    )
    if state == "new":
        return NewState()
    return ScheduledState(
        repetitions=repetitions,
        ease_factor=ease_factor,
        interval_days=interval_days,
        due_on=date.fromisoformat(due_on),
        answered_on=date.fromisoformat(answered_on),
        lapses=lapses,
        drill_on=_date(drill_on),
        fsrs=None if stability is None else FsrsMemory(stability_days=stability, difficulty=difficulty),
    )


@read_strictly
def card_from(columns: Columns) -> Card:
    """Return a card, from `CARD_COLUMNS`."""
    card_id, uid, note_id, ordinal, position, is_suspended, buried_until = columns[:7]
    deck_id, deck_name, topic, sibling_key = columns[7:11]
    return Card(
        id=CardId(card_id),
        uid=uid,
        note_id=NoteId(note_id),
        deck_id=DeckId(deck_id),
        deck_name=deck_name,
        topic=topic,
        ordinal=ordinal,
        state=state_from(columns[11:]),
        sibling_key=sibling_key,
        position=position,
        is_suspended=bool(is_suspended),
        buried_until=_date(buried_until),
    )


def entry_values(entry: ReviewLogEntry, place: int) -> tuple[object, ...]:
    """Return what `checksums.CHAINED_COLUMNS` of `review_log` hold of an entry."""
    return (
        entry.uid,
        entry.card_uid,
        entry.kind.value,
        None if entry.quality is None else int(entry.quality),
        instant_text(entry.answered_at),
        entry.study_day.isoformat(),
        entry.took_ms,
        entry.undoes,
        place,
    )


@read_strictly
def entry_from(row: Row) -> ReviewLogEntry:
    """Return an entry of the review log."""
    return ReviewLogEntry(
        uid=row["uid"],
        card_uid=row["card_uid"],
        kind=EntryKind(row["kind"]),
        quality=None if row["quality"] is None else Quality(row["quality"]),
        answered_at=datetime.fromisoformat(row["answered_at"]),
        study_day=date.fromisoformat(row["study_day"]),
        took_ms=row["took_ms"],
        undoes=row["undoes"],
    )


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _date_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
