"""Answers given in Anki as entries of our log: those that it does not have yet.

The buttons mean what they mean in our own exports. What Anki calls learning and relearning is a scheduled answer the
first time on a study day, and a drill after that; an answer in a filtered deck is cramming.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

from flashdeck.domain.quality import BUTTON_QUALITIES
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.domain.study_day import study_day
from flashdeck.interop.anki_package.model import AnswerKind, PackedAnswer
from flashdeck.scheduling.replay import standing
from flashdeck.services.undo import NOT_TAKEN_OVER

_MOVED_MS: Final = 1000
"""Our export gives answers of one instant ids in a row, so an answer may come back a little later than it was given.
No student answers one card twice within it on two devices."""
_CLOCK_AHEAD: Final = timedelta(days=1)
_LONGEST_MS: Final = 3_600_000
_EARLIEST_MS: Final = 1_000_000_000_000
"""September 2001; what claims to be older than any Anki is no answer's instant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What study days depend on, and the present instant."""

    zone: tzinfo
    rollover_hour: int
    now: datetime

    def day_of(self, instant: datetime) -> date:
        """Return the study day of an instant."""
        return study_day(instant, self.zone, self.rollover_hour)


def missing_entries(
    card_uid: str, answers: Sequence[PackedAnswer], log: Sequence[ReviewLogEntry], calendar: Calendar
) -> tuple[ReviewLogEntry, ...]:
    """Return the answers of a card that its log lacks, oldest first, as entries of the log.

    Args:
        card_uid: the card.
        answers: its answers in Anki, oldest first.
        log: its entries here, undos too.
        calendar: tells the days.
    """
    reviewed = {entry.study_day for entry in standing(log) if entry.kind is EntryKind.REVIEW}
    taken = {entry.uid for entry in log}
    entries: list[ReviewLogEntry] = []
    believed = range(_EARLIEST_MS, int((calendar.now + _CLOCK_AHEAD).timestamp() * 1000))
    for answer in _unknown([each for each in answers if each.at_ms in believed], log):
        instant = datetime.fromtimestamp(answer.at_ms / 1000, UTC)
        day = calendar.day_of(instant)
        kind = _kind(answer, is_first=day not in reviewed)
        if kind is EntryKind.REVIEW:
            reviewed.add(day)
        uid = f"anki-{answer.at_ms}-{card_uid}"
        while uid in taken:  # an earlier import had taken it over and was undone
            uid += "-again"
        taken.add(uid)
        entries.append(
            ReviewLogEntry(
                uid=uid,
                card_uid=card_uid,
                kind=kind,
                answered_at=instant,
                study_day=day,
                quality=BUTTON_QUALITIES[answer.button - 1],
                took_ms=min(answer.took_ms, _LONGEST_MS) or None,
            )
        )
    return tuple(entries)


def _kind(answer: PackedAnswer, *, is_first: bool) -> EntryKind:
    match answer.kind:
        case AnswerKind.OUTSIDE:
            return EntryKind.CRAM
        case AnswerKind.REVIEW:
            return EntryKind.REVIEW
        case AnswerKind.LEARNING:
            return EntryKind.REVIEW if is_first else EntryKind.DRILL


def _unknown(answers: Sequence[PackedAnswer], log: Sequence[ReviewLogEntry]) -> list[PackedAnswer]:
    """Return the answers that no entry stands for; one that was taken back here is known, too."""
    given_up = {entry.undoes for entry in log if entry.uid.endswith(NOT_TAKEN_OVER)}
    instants = [
        int(entry.answered_at.timestamp() * 1000)
        for entry in log
        if entry.kind is not EntryKind.UNDO and entry.uid not in given_up
    ]
    # first those of the very instant, so that a neighbour does not take their entry
    rest = [answer for answer in answers if not _claim(instants, answer.at_ms, 0)]
    return [answer for answer in rest if not _claim(instants, answer.at_ms, _MOVED_MS)]


def _claim(instants: list[int], at_ms: int, moved_ms: int) -> bool:
    """Take the instant that an answer of `at_ms` was given at out of the list; return whether there was one."""
    found = next((instant for instant in instants if at_ms - moved_ms <= instant <= at_ms), None)
    if found is None:
        return False
    instants.remove(found)
    return True
