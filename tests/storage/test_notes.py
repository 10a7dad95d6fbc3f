"""Notes, their cards and their slides."""

from dataclasses import replace

import pytest

from flashdeck.domain.note import NoteContent, NoteKind, SlideSource
from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.errors import NotFoundError
from flashdeck.scheduling import sm2
from flashdeck.services.check import faults_of
from flashdeck.storage.browse import CardFilter
from flashdeck.storage.notes import StoredSlide
from tests.conftest import basic

SLIDE = StoredSlide(
    number=7, section="Storage", topic="Buckets", title="Names", first_line=3, last_line=9, lines=((3, "a"), (9, "b"))
)


def cloze_content(text: str) -> NoteContent:
    return NoteContent(kind=NoteKind.CLOZE, front=text, back="")


def test_a_cloze_note_has_a_card_for_each_gap(collection, add, clock):
    add(basic("n", kind=NoteKind.CLOZE, front="{{c1::a}} {{c3::b}}", back=""))
    assert [card.uid for card in collection.cards.new(clock.now().date(), EVERYTHING)] == ["n-0", "n-2"]


def test_editing_keeps_the_progress_of_the_cards_that_stay(collection, add, clock):
    (note_id,) = add(basic("n", kind=NoteKind.CLOZE, front="{{c1::a}} {{c2::b}}", back=""))
    kept = collection.cards.find_uid("n-0")
    state = sm2.review(kept.state, Quality.GOOD, today=clock.now().date())
    with collection.atomic():
        collection.cards.replace_state(kept, state)
        collection.notes.update_content(note_id, cloze_content("now {{c1::a}} {{c3::c}}"), now=clock.now())
    assert collection.cards.find_uid("n-0").state == state
    assert collection.cards.find_uid("n-1") is None
    assert collection.cards.find_uid("n-2").is_new


def test_the_search_follows_edits_and_deletions(collection, add, clock):
    (note_id,) = add(basic("n", front="what holds water?"))
    today = clock.now().date()

    def count(word: str) -> int:
        return collection.browser.count(CardFilter(words=(word,)), today)

    assert (count("water"), count("wine")) == (1, 0)
    content = NoteContent(kind=NoteKind.BASIC, front="what holds wine?", back="a cask")
    with collection.atomic():
        collection.notes.update_content(note_id, content, now=clock.now())
    assert (count("water"), count("wine")) == (0, 1)
    with collection.atomic():
        collection.notes.delete([note_id], now=clock.now())
    assert count("wine") == 0
    assert collection.health.engine_faults() == ()
    with pytest.raises(NotFoundError):
        collection.notes.get(note_id)


def test_a_note_knows_its_slide(collection, clock):
    source = SlideSource(file_name="deck.txt", slide_number=7, slide_title="Names", first_line=4, last_line=5)
    with collection.atomic():
        source_id = collection.notes.add_source(
            file_name="deck.txt", file_format="text", sha256="00", slides=[SLIDE], now=clock.now()
        )
        note_id = collection.notes.add(basic("n", source=source, source_key="k"), now=clock.now(), source_id=source_id)
    assert collection.notes.get(note_id).source == source
    assert collection.notes.slide_of(note_id) == SLIDE
    keys = [*map(str, range(2000)), "k"]
    assert collection.notes.known_source_keys(keys) == {"k"}
    assert collection.notes.sources_of_keys(keys) == {source_id: 1}


def test_a_note_moves_to_the_place_that_a_later_version_of_its_slides_has_for_it(collection, add, clock):
    (note_id, by_hand) = add(basic("n", source_key="old"), basic("m"))
    source = SlideSource(file_name="deck.txt", slide_number=7, slide_title="Names", first_line=4, last_line=5)
    place = replace(
        basic("n", deck="Elsewhere", source=source, source_key="k", sibling_key="s"), rule="definition", score=0.5
    )
    with collection.atomic():
        source_id = collection.notes.add_source(
            file_name="deck.txt", file_format="text", sha256="00", slides=[SLIDE], now=clock.now()
        )
        collection.notes.place(note_id, place, source_id=source_id)
        collection.notes.place(by_hand, basic("m", deck="Elsewhere"), source_id=source_id)
    note = collection.notes.get(note_id)
    assert (note.deck_name, note.source, note.source_key) == ("Elsewhere", source, "k")
    assert (note.sibling_key, note.rule, note.score) == ("s", "definition", 0.5)
    assert collection.notes.slide_of(note_id) == SLIDE
    assert collection.notes.get(by_hand).source is None
    assert collection.notes.get(by_hand).sibling_key == "m"
    assert faults_of(collection) == ()


def test_the_same_file_is_stored_once(collection, clock):
    with collection.atomic():
        ids = {
            collection.notes.add_source(
                file_name=name, file_format="text", sha256="00", slides=[SLIDE], now=clock.now()
            )
            for name in ("a.txt", "copy of a.txt")
        }
    assert len(ids) == 1


def test_a_note_made_by_hand_has_no_slide(collection, add):
    (note_id,) = add(basic("n"))
    assert collection.notes.slide_of(note_id) is None
    assert collection.notes.get(note_id).source is None


def test_get_many_keeps_the_order_asked_for_and_leaves_out_what_is_gone(collection, add):
    ids = add(basic("a"), basic("b"), basic("c"))
    notes = collection.notes.get_many([ids[2], *range(9000, 11000), ids[0]])
    assert [note.uid for note in notes] == ["c", "a"]


def test_decks_without_notes_are_not_listed(collection, add, clock):
    (note_id,) = add(basic("a", deck="Gone"))
    add(basic("b", deck="Here::Inside"))
    with collection.atomic():
        collection.notes.delete([note_id], now=clock.now())
    assert collection.decks.names() == ("Here::Inside",)
    assert collection.decks.has_any_within("Here")
    assert not collection.decks.has_any_within("Gone")
    assert not collection.decks.has_any_within("Her")


def test_names_and_topics_are_found(collection, add):
    add(basic("a", deck="Cloud::Storage", topic="Buckets"))
    assert collection.notes.has_topic("buckets")
    assert not collection.notes.has_topic("Queues")
    assert collection.decks.names_with_parents() == ("Cloud", "Cloud::Storage")
    with pytest.raises(NotFoundError, match="no longer in the collection"):
        collection.notes.id_of("nobody")
