from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.interop.anki_package.model import AnswerKind, PackedAnswer
from flashdeck.services.phone_answers import Calendar, missing_entries

NOW = datetime(2026, 5, 4, 18, 0, tzinfo=UTC)
CALENDAR = Calendar(zone=UTC, rollover_hour=4, now=NOW)


def ms(instant):
    return int(instant.timestamp() * 1000)


def given(instant=NOW, button=3, kind=AnswerKind.REVIEW):
    return PackedAnswer(at_ms=ms(instant), button=button, kind=kind, took_ms=2500)


def ours(instant=NOW, *, uid="x", kind=EntryKind.REVIEW, undoes=None):
    quality = None if undoes else Quality.GOOD
    return ReviewLogEntry(
        uid=uid, card_uid="a-0", kind=kind, answered_at=instant, study_day=NOW.date(), quality=quality, undoes=undoes
    )


def missing(answers, log=(), calendar=CALENDAR):
    return missing_entries("a-0", answers, log, calendar)


def test_an_answer_becomes_an_entry_with_a_uid_of_its_own():
    assert missing([given()]) == (
        ReviewLogEntry(
            uid=f"anki-{ms(NOW)}-a-0",
            card_uid="a-0",
            kind=EntryKind.REVIEW,
            answered_at=NOW,
            study_day=date(2026, 5, 4),
            quality=Quality.GOOD,
            took_ms=2500,
        ),
    )


@pytest.mark.parametrize(
    ("button", "quality"), [(1, Quality.AGAIN), (2, Quality.HARD), (3, Quality.GOOD), (4, Quality.EASY)]
)
def test_buttons_mean_what_they_mean_here(button, quality):
    assert missing([given(button=button)])[0].quality is quality


def test_a_second_time_nothing_is_missing():
    answers = [given(NOW - timedelta(days=day), kind=kind) for day, kind in zip((3, 3, 1, 0), AnswerKind, strict=False)]
    log = missing(answers)
    assert missing(answers, log) == ()


def test_our_own_answer_is_known_where_the_export_had_to_move_it():
    assert missing([given(NOW + timedelta(milliseconds=7))], [ours()]) == ()
    assert missing([given(NOW - timedelta(milliseconds=7))], [ours()]) != ()


def test_an_entry_stands_for_one_answer_only():
    answers = [given(), given(NOW + timedelta(milliseconds=5))]
    (entry,) = missing(answers, [ours()])
    assert entry.answered_at == NOW + timedelta(milliseconds=5)


def test_what_was_taken_back_here_is_known_but_not_what_the_undo_of_an_import_took_back():
    (entry,) = missing([given()])
    undone = ours(uid=f"{entry.uid}-undone", undoes=entry.uid, kind=EntryKind.UNDO)
    assert missing([given()], [entry, undone]) == ()
    given_up = undone._replace(uid=f"{entry.uid}-not-taken-over")
    (again,) = missing([given()], [entry, given_up])
    assert again == entry._replace(uid=f"{entry.uid}-again")
    assert missing([given()], [entry, given_up, again]) == ()


def test_learning_is_a_review_once_a_day_and_drills_after_it():
    instants = [NOW - timedelta(days=1), NOW - timedelta(minutes=9), NOW - timedelta(minutes=5), NOW]
    answers = [given(instant, kind=AnswerKind.LEARNING) for instant in instants]
    kinds = [entry.kind for entry in missing(answers)]
    assert kinds == [EntryKind.REVIEW, EntryKind.REVIEW, EntryKind.DRILL, EntryKind.DRILL]
    here = ours(NOW - timedelta(hours=1))
    assert [entry.kind for entry in missing(answers, [here])][1] is EntryKind.DRILL


def test_what_moves_no_schedule_in_anki_moves_none_here():
    assert missing([given(kind=AnswerKind.OUTSIDE)])[0].kind is EntryKind.CRAM


@pytest.mark.parametrize(
    ("hour", "zone_hours", "day"),
    [(3, 0, date(2026, 3, 7)), (4, 0, date(2026, 3, 8)), (3, 1, date(2026, 3, 8)), (23, 5, date(2026, 3, 9))],
)
def test_the_study_day_follows_zone_and_rollover(hour, zone_hours, day):
    calendar = replace(CALENDAR, zone=timezone(timedelta(hours=zone_hours)))
    (entry,) = missing([given(datetime(2026, 3, 8, hour, 30, tzinfo=UTC))], calendar=calendar)
    assert entry.study_day == day


@pytest.mark.parametrize("at_ms", [1, 999_999_999_999, ms(NOW + timedelta(days=2)), 1 << 62])
def test_instants_that_no_answer_has_are_not_believed(at_ms):
    assert missing([replace(given(), at_ms=at_ms)]) == ()
