"""A later version of slides keeps the progress made with the earlier one."""

from pathlib import Path

import pytest

from flashdeck.domain.note import NoteContent, NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.extraction.report import report_of
from flashdeck.services import library
from flashdeck.services.check import faults_of
from flashdeck.services.extract_file import extract_file
from flashdeck.services.extraction_process import ExtractedFile
from flashdeck.services.import_slides import REMOVED_TAG, apply_import, plan_import
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.undo import undo_last

COURSE = Path(__file__).resolve().parents[1] / "data" / "coastal_skipper.txt"
SLACK = "• Slack water: the short time when the stream does not run"


@pytest.fixture
def extracted(tmp_path):
    """Extract the course with some of its text replaced."""
    versions = iter(range(99))

    def extract(*changes: tuple[str, str], name: str = "coastal_skipper.txt") -> ExtractedFile:
        text = COURSE.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        number = next(versions)
        path = tmp_path / str(number) / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        return ExtractedFile(sha256=f"{number:064}", found=report_of(extract_file(path)))

    return extract


@pytest.fixture
def load(collection, clock):
    def run(extracted: ExtractedFile, **options):
        plan = plan_import(collection, extracted, **options)
        apply_import(collection, clock, plan)
        return plan.comparison

    return run


def note_with(collection, words: str):
    ids = [card.note_id for card in collection.cards.all()]
    (found,) = [note for note in collection.notes.get_many(ids) if words in note.content.front + note.content.back]
    return found


def answer_everything(collection, clock, today):
    session = StudySession(collection, clock, today, today.review_queue(new_limit=999), StudyMode.REVIEW)
    while session.question() is not None:
        session.answer(Quality.GOOD)


def states(collection) -> dict:
    return {card.uid: card.state for card in collection.cards.all()}


def test_the_same_slides_change_nothing(extracted, load, collection):
    load(extracted())
    before = collection.cards.all()
    comparison = load(extracted())
    assert (comparison.new, comparison.edited, comparison.moved, comparison.removed) == ((), (), (), ())
    assert len(comparison.same) == len(before)
    assert collection.cards.all() == before


def test_an_edited_card_keeps_its_progress(extracted, load, collection, clock, today):
    load(extracted())
    answer_everything(collection, clock, today)
    old, before = note_with(collection, "short time when the stream"), states(collection)
    comparison = load(extracted((SLACK, SLACK.replace("short time", "brief moment"))))
    assert [version.before.note.uid for version in comparison.edited] == [old.uid]
    assert note_with(collection, "brief moment").uid == old.uid
    assert states(collection) == before
    assert faults_of(collection) == ()


def test_a_card_under_another_topic_is_moved(extracted, load, collection, clock, today):
    load(extracted())
    answer_everything(collection, clock, today)
    old, before = note_with(collection, "by satellite"), states(collection)
    comparison = load(extracted((" Distress\n", " Calling for Help\n")))
    assert old.uid in {version.before.note.uid for version in (*comparison.moved, *comparison.edited)}
    assert note_with(collection, "by satellite").content.topic == "Calling for Help"
    assert comparison.removed == ()
    assert states(collection) == before


def is_suspended(collection, note) -> bool:
    (suspended,) = {card.is_suspended for card in collection.cards.all() if card.note_id == note.id}
    return suspended


def test_a_removed_card_is_set_aside_and_comes_back_with_its_slide(extracted, load, collection, clock, today):
    load(extracted())
    answer_everything(collection, clock, today)
    old, before = note_with(collection, "short time when the stream"), states(collection)
    assert [gone.note.uid for gone in load(extracted((SLACK, ""))).removed] == [old.uid]
    gone = note_with(collection, "short time when the stream")
    assert REMOVED_TAG in gone.content.tags
    assert is_suspended(collection, gone)
    assert load(extracted((SLACK, ""))).removed == ()  # and is not removed a second time
    comparison = load(extracted())
    assert [version.before.note.uid for version in comparison.moved] == [old.uid]
    assert comparison.new == ()
    back = note_with(collection, "short time when the stream")
    assert back.content == old.content
    assert not is_suspended(collection, back)
    assert states(collection) == before
    assert faults_of(collection) == ()
    undo_last(collection, clock, today)
    assert note_with(collection, "short time when the stream") == gone


def cards_of(collection, note) -> list:
    return [card for card in collection.cards.all() if card.note_id == note.id]


@pytest.mark.parametrize("when", ["before its slide is gone", "while its slide is gone"])
def test_a_card_that_the_user_suspended_stays_so_when_its_slide_comes_back(extracted, load, collection, clock, when):
    load(extracted())
    note = note_with(collection, "short time when the stream")
    (card,) = cards_of(collection, note)
    if when.startswith("before"):
        library.set_suspended(collection, clock, [card.id], suspended=True)
    load(extracted((SLACK, "")))
    if when.startswith("while"):
        library.set_suspended(collection, clock, [card.id], suspended=False)
        library.set_suspended(collection, clock, [card.id], suspended=True)
    load(extracted())
    assert REMOVED_TAG not in collection.notes.get(note.id).content.tags
    assert is_suspended(collection, note)


def test_only_the_cards_that_were_asked_before_come_back_with_their_slide(extracted, load, collection, clock, today):
    load(extracted())
    note = note_with(collection, "short time when the stream")
    gaps = NoteContent(kind=NoteKind.CLOZE, front="{{c1::Slack}} water is {{c2::short}}", back="")
    library.edit_note(collection, clock, note.id, gaps)
    first, second = cards_of(collection, note)
    library.set_suspended(collection, clock, [first.id], suspended=True)
    load(extracted((SLACK, "")))
    library.bury(collection, clock, [first.id, second.id], until=clock.now().date())
    load(extracted())
    assert [card.is_suspended for card in cards_of(collection, note)] == [True, False]
    undo_last(collection, clock, today)
    assert [card.is_suspended for card in cards_of(collection, note)] == [True, True]
    load(extracted())
    assert [card.is_suspended for card in cards_of(collection, note)] == [True, False]
    assert faults_of(collection) == ()


def test_a_removed_card_that_comes_back_says_what_the_user_wrote(extracted, load, collection, clock):
    load(extracted())
    old = note_with(collection, "short time when the stream")
    mine = NoteContent(kind=NoteKind.BASIC, front="When does the stream stand still?", back="at slack water")
    library.edit_note(collection, clock, old.id, mine)
    load(extracted((SLACK, "")))
    assert REMOVED_TAG in collection.notes.get(old.id).content.tags
    load(extracted())
    assert collection.notes.get(old.id).content == mine
    assert not is_suspended(collection, old)


def test_a_deleted_card_that_is_imported_again_goes_on_where_it_was(extracted, load, collection, clock, today):
    load(extracted())
    answer_everything(collection, clock, today)
    before = states(collection)
    library.delete_notes(collection, clock, [note_with(collection, "short time when the stream").id])
    assert len(load(extracted()).new) == 1
    assert states(collection) == before
    assert faults_of(collection) == ()
    undo_last(collection, clock, today)
    assert len(states(collection)) == len(before) - 1
    assert faults_of(collection) == ()


def test_new_slides_bring_new_cards(extracted, load, collection):
    load(extracted())
    count = collection.cards.count()
    comparison = load(extracted((SLACK, SLACK + "\n\n• Set: the direction towards which a stream runs")))
    assert len(comparison.new) == 1
    assert collection.cards.count() == count + 1


def test_what_the_user_wrote_stays(extracted, load, collection, clock):
    load(extracted())
    old = note_with(collection, "short time when the stream")
    mine = NoteContent(kind=NoteKind.BASIC, front="When does the stream stand still?", back="at slack water")
    library.edit_note(collection, clock, old.id, mine)
    comparison = load(extracted((SLACK, SLACK.replace("short time", "brief moment"))))
    assert [version.before.note.id for version in comparison.edited] == [old.id]
    assert collection.notes.get(old.id).content == mine
    assert load(extracted((SLACK, SLACK.replace("short time", "brief moment")))).new == ()


def test_one_undo_takes_a_new_version_back(extracted, load, collection, clock, today):
    load(extracted())
    before = collection.cards.all(), collection.notes.get_many([card.note_id for card in collection.cards.all()])
    load(extracted((SLACK, ""), (" Distress\n", " Calling for Help\n"), ("an urgent message", "an urgent call")))
    assert undo_last(collection, clock, today).operation.kind == "import"
    after = collection.cards.all(), collection.notes.get_many([card.note_id for card in collection.cards.all()])
    assert after == before
    assert faults_of(collection) == ()


def test_a_renamed_file_is_known_by_what_it_shares(extracted, load, collection):
    load(extracted(), deck_name="Sea")
    comparison = load(extracted((SLACK, ""), name="skipper_2027.txt"))
    assert len(comparison.removed) == 1
    assert comparison.new == ()
    assert {name.split("::")[0] for name in collection.decks.names()} == {"Sea"}


def test_another_course_takes_nothing_away(extracted, load, collection, tmp_path):
    load(extracted())
    count = collection.cards.count()
    other = extracted(
        *((f" {title}\n", f" {title} Afloat\n") for title in ("Charts", "Compass", "GPS")), name="another.txt"
    )
    kept = [draft for draft in other.found.drafts if "Afloat" in draft.context]
    assert kept
    foreign = ExtractedFile(sha256="f" * 64, found=other.found._replace(drafts=tuple(kept)))
    assert load(foreign).removed == ()
    assert collection.cards.count() > count
