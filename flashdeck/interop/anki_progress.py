"""Schedules and answers as Anki keeps them, so that the phone goes on where the desktop stopped.

Anki takes them over only for cards that are new to it, and only if the user ticks "Import any learning progress".
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from flashdeck.domain.card import card_uid
from flashdeck.domain.card_state import CardState, NewState, ScheduledState
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.scheduling.options import DEFAULT_OPTIONS, SchedulerOptions
from flashdeck.scheduling.replay import standing
from flashdeck.scheduling.scheduler import advance

# Anki counts days from the collection's birth; far enough back that no due day comes before it
_TODAY_IN_ANKI: Final = 10_000
_EASE: Final = {
    Quality.BLACKOUT: 1,
    Quality.AGAIN: 1,
    Quality.WRONG_BUT_EASY: 1,
    Quality.HARD: 2,
    Quality.GOOD: 3,
    Quality.EASY: 4,
}
_LEARNING, _REVIEW, _RELEARNING, _FILTERED = 0, 1, 2, 3
_SUSPENDED: Final = -1
_REVIEW_TYPE: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the user has come.

    Attributes:
        logs: entries of each card by its uid, oldest first.
        suspended: uids of suspended cards.
        today: the current study day.
        zone: where the user is.
        options: what the schedules depend on besides the answers.
    """

    logs: Mapping[str, Sequence[ReviewLogEntry]]
    today: date
    zone: tzinfo
    suspended: frozenset[str] = field(default_factory=frozenset)
    options: SchedulerOptions = DEFAULT_OPTIONS


def write_progress(cursor: sqlite3.Cursor, progress: Progress) -> None:
    """Give the cards that stand in a package's database their schedules and answers.

    Without its second scheduler version, Anki would take the answers for those of a time with three buttons.
    """
    # noon: whatever the hour of Anki's rollover, the birth lies on its day
    birth = datetime.combine(progress.today - timedelta(days=_TODAY_IN_ANKI), time(12), progress.zone)
    cursor.execute("UPDATE col SET crt = ?, conf = json_set(conf, '$.schedVer', 2)", (int(birth.timestamp()),))
    cards = cursor.execute("SELECT cards.id, guid, ord FROM cards JOIN notes ON notes.id = nid").fetchall()
    ids = _AnswerIds()
    for anki_id, note_uid, ordinal in cards:
        uid = card_uid(note_uid, ordinal)
        entries = standing(progress.logs.get(uid, ()))
        state = _write_answers(cursor, anki_id, entries, ids, progress.options)
        if isinstance(state, ScheduledState):
            _write_schedule(cursor, anki_id, state, entries, progress.today)
        if uid in progress.suspended:
            cursor.execute("UPDATE cards SET queue = ? WHERE id = ?", (_SUSPENDED, anki_id))


class _AnswerIds:
    """Ids of Anki's answers: their instants in milliseconds, none twice."""

    def __init__(self) -> None:
        self._used: set[int] = set()

    def at(self, instant: datetime) -> int:
        """Return the first free id from an instant on."""
        wanted = int(instant.timestamp() * 1000)
        while wanted in self._used:
            wanted += 1
        self._used.add(wanted)
        return wanted


def _write_answers(
    cursor: sqlite3.Cursor,
    anki_id: int,
    entries: Iterable[ReviewLogEntry],
    ids: _AnswerIds,
    options: SchedulerOptions,
) -> CardState:
    """Write the answers of a card and return the state to which they lead."""
    state: CardState = NewState()
    for entry in entries:
        before, state = state, advance(state, entry, options)
        assert entry.quality is not None, "only an undo has no quality, and those do not stand"
        factor = 0 if entry.kind is EntryKind.CRAM else _factor(state)
        values = (_EASE[entry.quality], _interval(state), _interval(before), factor, entry.took_ms or 0)
        cursor.execute(
            "INSERT INTO revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type) VALUES (?,?,-1,?,?,?,?,?,?)",
            (ids.at(entry.answered_at), anki_id, *values, _type(entry.kind, before)),
        )
    return state


def _write_schedule(
    cursor: sqlite3.Cursor, anki_id: int, state: ScheduledState, entries: Iterable[ReviewLogEntry], today: date
) -> None:
    due = _TODAY_IN_ANKI + (state.due_on - today).days
    count = sum(entry.kind is not EntryKind.CRAM for entry in entries)
    cursor.execute(
        "UPDATE cards SET type = ?, queue = ?, due = ?, ivl = ?, factor = ?, reps = ?, lapses = ? WHERE id = ?",
        (_REVIEW_TYPE, _REVIEW_TYPE, due, state.interval_days, _factor(state), count, state.lapses, anki_id),
    )


def _type(kind: EntryKind, before: CardState) -> int:
    if kind is EntryKind.CRAM:
        return _FILTERED
    if kind is EntryKind.DRILL:
        return _RELEARNING
    return _LEARNING if isinstance(before, NewState) else _REVIEW


def _interval(state: CardState) -> int:
    return state.interval_days if isinstance(state, ScheduledState) else 0


def _factor(state: CardState) -> int:
    return round(state.ease_factor * 1000) if isinstance(state, ScheduledState) else 0
