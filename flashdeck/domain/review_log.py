"""The review log: one entry an answer, append only. A card's state is a fold over its entries."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from flashdeck.domain.quality import Quality


class EntryKind(StrEnum):
    """What an entry of the log records."""

    REVIEW = "review"
    """A scheduled answer: moves the ease factor and the interval."""
    DRILL = "drill"
    """An answer on the same day to a card that scored below 4: changes neither."""
    CRAM = "cram"
    """An answer outside the schedule: changes nothing."""
    UNDO = "undo"
    """Takes one earlier answer back; the answer stays in the log."""


class ReviewLogEntry(NamedTuple):
    """One answer of the user, or the undoing of one.

    Attributes:
        uid: chosen before the entry is written, so that writing it twice counts once.
        card_uid: the card in every collection, see `card.card_uid`.
        quality: None for an undo.
        answered_at: UTC.
        study_day: the day the answer counted for.
        took_ms: milliseconds from question to answer; None when it was not measured.
        undoes: uid of the entry that an undo takes back.
    """

    uid: str
    card_uid: str
    kind: EntryKind
    answered_at: datetime
    study_day: date
    quality: Quality | None = None
    took_ms: int | None = None
    undoes: str | None = None
