from datetime import datetime, time, timedelta

import pytest

from flashdeck.domain.note import NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.interop.anki_progress import Progress
from flashdeck.interop.apkg import write_apkg
from tests.interop.builders import anki_notes, escaped, make_note

# Anki's clock is the real one, and its day begins at four
NOW = datetime.now().astimezone()
TODAY = (NOW - timedelta(hours=4)).date()


def days_ago(days):
    return TODAY - timedelta(days=days)


def entry(days, quality, kind=EntryKind.REVIEW, *, card_uid="a-0", uid=None, undoes=None):
    answered_at = datetime.combine(days_ago(days), time(18), NOW.tzinfo)
    return ReviewLogEntry(
        uid=uid or f"{card_uid}/{days}/{kind}",
        card_uid=card_uid,
        kind=kind,
        answered_at=answered_at,
        study_day=answered_at.date(),
        quality=quality,
        took_ms=2500,
        undoes=undoes,
    )


@pytest.fixture
def imported(tmp_path, anki, import_into_anki):
    def run(notes, logs, suspended=frozenset(), *, with_scheduling=True):
        progress = Progress(logs=logs, suspended=suspended, today=TODAY, zone=NOW.tzinfo)
        write_apkg(tmp_path / "out.apkg", notes, render=escaped, progress=progress)
        import_into_anki(tmp_path / "out.apkg", with_scheduling=with_scheduling)
        return {uid: note.cards() for uid, note in anki_notes(anki).items()}

    return run


LOG = [
    entry(19, Quality.GOOD),
    entry(18, Quality.EASY),
    entry(12, Quality.HARD),
    entry(12, Quality.GOOD, EntryKind.DRILL),
    entry(11, Quality.EASY, EntryKind.CRAM),
]


def test_a_schedule_arrives_on_the_right_day(imported, anki):
    (card,) = imported([make_note("a")], {"a-0": LOG})["a"]

    # 1 day, 6 days, then 6 * 2.46 rounded up: due 15 days after the answer 12 days ago
    assert (card.type, card.queue, card.ivl, card.factor, card.reps, card.lapses) == (2, 2, 15, 2460, 4, 0)
    assert card.due - anki.sched.today == 3


def test_the_answers_arrive(imported, anki):
    (card,) = imported([make_note("a")], {"a-0": LOG})["a"]

    rows = anki.db.all("select ease, ivl, lastIvl, factor, time, type from revlog where cid = ? order by id", card.id)
    assert rows == [
        [3, 1, 0, 2500, 2500, 0],
        [4, 6, 1, 2600, 2500, 1],
        [2, 15, 6, 2460, 2500, 1],
        [3, 15, 15, 2460, 2500, 2],
        [4, 15, 15, 0, 2500, 3],
    ]


def test_what_was_undone_or_only_crammed_stays_new(imported, anki):
    undone = [
        entry(9, Quality.GOOD, uid="x"),
        entry(8, None, EntryKind.UNDO, undoes="x"),
        entry(7, Quality.AGAIN, EntryKind.CRAM),
    ]
    (card,) = imported([make_note("a")], {"a-0": undone})["a"]

    assert (card.type, card.queue, card.reps) == (0, 0, 0)
    assert anki.db.list("select type from revlog") == [3]


def test_each_card_of_a_note_has_its_own(imported):
    note = make_note("a", "{{c1::one}} {{c2::two}} {{c3::three}}", "", kind=NoteKind.CLOZE)
    cards = imported([note], {"a-1": [entry(2, Quality.GOOD, card_uid="a-1")]}, frozenset({"a-2"}))["a"]

    assert [(card.ord, card.type, card.queue) for card in cards] == [(0, 0, 0), (1, 2, 2), (2, 0, -1)]


def test_overdue_by_years_still_arrives(imported, anki):
    (card,) = imported([make_note("a")], {"a-0": [entry(2000, Quality.GOOD)]})["a"]
    assert card.due - anki.sched.today == -1999


def test_without_the_users_tick_the_cards_are_new(imported):
    (card,) = imported([make_note("a")], {"a-0": LOG}, with_scheduling=False)["a"]
    assert (card.type, card.reps) == (0, 0)
