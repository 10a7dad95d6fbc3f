"""Packages that the real Anki wrote, in every format, read as notes of our own."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.domain import cloze
from flashdeck.domain.note import NoteKind
from flashdeck.interop.anki_names import clean_field
from flashdeck.interop.anki_package.gaps import flat
from flashdeck.interop.anki_package.model import AnswerKind, LeftOut, from_json, to_json
from flashdeck.interop.anki_package.reading import read_package
from flashdeck.interop.apkg import write_apkg
from flashdeck.rendering.escaping import escape, normalise
from flashdeck.rendering.markup import to_html
from tests.interop.anki_student import PICTURE
from tests.interop.builders import SOURCE, make_note

FORMATS = {
    "new": lambda student: student.package(),
    "legacy": lambda student: student.package(legacy=True),
    "whole collection": lambda student: student.whole_collection(),
    "whole collection, legacy": lambda student: student.whole_collection(legacy=True),
}


@pytest.fixture
def read(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()

    def run(path):
        package = read_package(path, folder)
        assert from_json(to_json(package)) == package
        return package

    run.folder = folder
    return run


def by_front(package):
    return {note.content.front: note for note in package.notes}


@pytest.mark.parametrize("written", FORMATS.values(), ids=FORMATS)
def test_notes_of_every_stock_type_arrive_in_every_format(student, read, written):
    student.collection.media.write_data("the moon.png", PICTURE)
    basic = student.add("Basic", "Sky::Moon", tags="far old", Front="What is <b>this</b>?", Back="A * <i>moon</i>")
    both = student.add("Basic (and reversed card)", Front="day", Back='<img src="the moon.png"> [sound:day.mp3]')
    gaps = student.add("Cloze", "Sky", Text="{{c1::Io}} and {{c2::Europa::a moon}}", Back_Extra="of Jupiter")
    typed = student.add("Basic (type in the answer)", Front="2 &lt; ?", Back="3")

    package = read(written(student))

    notes = {note.uid: note for note in package.notes}
    assert set(notes) == {basic.guid, both.guid, f"{both.guid}.1", gaps.guid, typed.guid}
    assert notes[basic.guid].content.front == "What is **this**?"
    assert notes[basic.guid].content.back == r"A \* *moon*"
    assert notes[basic.guid].deck_name == "Sky::Moon"
    assert notes[basic.guid].content.tags == ("far", "old")
    picture = f"{hashlib.sha256(PICTURE).hexdigest()[:32]}.png"
    assert (notes[both.guid].content.front, notes[both.guid].content.back) == ("day", f"![]({picture})")
    assert (notes[f"{both.guid}.1"].content.front, notes[f"{both.guid}.1"].content.back) == (f"![]({picture})", "day")
    assert notes[f"{both.guid}.1"].sibling_key == notes[both.guid].sibling_key
    assert (read.folder / picture).read_bytes() == PICTURE
    assert notes[gaps.guid].content.kind is NoteKind.CLOZE
    assert notes[gaps.guid].content.front == "{{c1::Io}} and {{c2::Europa::a moon}}"
    assert notes[gaps.guid].content.back == "of Jupiter"
    assert [card.ordinal for card in notes[gaps.guid].cards] == [0, 1]
    assert (notes[typed.guid].content.front, notes[typed.guid].content.back) == ("2 < ?", "3")
    assert package.left_out == {LeftOut.SOUND: 1}


def test_a_note_type_of_its_own_is_laid_out_as_its_templates_say(student, read):
    models = student.collection.models
    model = models.new("City")
    for name in ("City", "Country", "Map", "Note"):
        models.add_field(model, models.new_field(name))
    template = models.new_template("Card 1")
    template["qfmt"] = "What is the capital of {{Country}}?{{#Note}} ({{text:Note}}){{/Note}}{{hint:Map}}"
    template["afmt"] = "{{FrontSide}}<hr id=answer><style>b {}</style>{{City}}<br>{{Map}}{{^Note}}no note{{/Note}}"
    models.add_template(model, template)
    template = models.new_template("Card 2")
    template["qfmt"] = "{{#City}}{{City}}?{{/City}}"
    template["afmt"] = "{{#City}}{{City}}?{{/City}}<p>It lies in {{Country}}; {{tts en_US:City}}."
    models.add_template(model, template)
    models.add(model)
    student.add("City", City="Oslo", Country="Norway", Map="north")
    student.add("City", City="Lima", Country="Peru", Note="<b>big</b>")

    notes = by_front(read(student.package()))

    assert notes["What is the capital of Norway?"].content.back == "Oslo  \nnorthno note"
    assert notes["What is the capital of Peru? (**big**)"].content.back == "Lima"
    assert notes["Oslo?"].content.back == "It lies in Norway; ."


def test_new_cards_come_in_the_order_in_which_anki_would_introduce_them(student, read):
    cards = [student.add("Basic", Front=front, Back="x").cards()[0].id for front in "abc"]
    student.collection.sched.reposition_new_cards(cards[::-1], 1, 1, randomize=False, shift_existing=False)
    assert [note.content.front for note in read(student.package()).notes] == ["c", "b", "a"]


def test_answers_and_suspended_cards_arrive(student, read):
    note = student.add("Cloze", Text="{{c1::a}} {{c2::b}}")
    first, second = note.cards()
    for button in (1, 3, 3):
        student.answer(first, button)
    student.collection.sched.suspend_cards([second.id])

    cards = {card.ordinal: card for card in read(student.package()).notes[0].cards}

    assert [(answer.button, answer.kind) for answer in cards[0].answers] == [
        (1, AnswerKind.LEARNING),
        (3, AnswerKind.LEARNING),
        (3, AnswerKind.LEARNING),
    ]
    assert (cards[0].is_suspended, cards[1].is_suspended) == (False, True)


def test_what_came_before_a_card_was_made_new_again_moves_no_schedule(student, read):
    (card,) = student.add("Basic", Front="a", Back="b").cards()
    student.answer(card, 4)
    student.collection.sched.schedule_cards_as_new([card.id])
    student.answer(card, 3)

    (packed,) = read(student.package()).notes[0].cards

    assert [answer.kind for answer in packed.answers] == [AnswerKind.OUTSIDE, AnswerKind.LEARNING]


def test_without_progress_the_cards_are_new(student, read):
    (card,) = student.add("Basic", Front="a", Back="b").cards()
    student.answer(card, 4)
    (packed,) = read(student.package(progress=False)).notes[0].cards
    assert packed.answers == ()


def test_covered_pictures_are_left_out_and_counted(student, read):
    student.collection.media.write_data("sky.png", PICTURE)
    student.add("Basic", Front="a", Back="b")
    student.add(
        "Image Occlusion",
        Occlusion="{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}}",
        Image='<img src="sky.png">',
    )
    package = read(student.package())
    assert [note.content.front for note in package.notes] == ["a"]
    assert package.left_out == {LeftOut.OCCLUSION: 1}


def test_pictures_that_cannot_be_shown_are_left_out_and_counted_once(student, read):
    student.collection.media.write_data("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    student.add("Basic", Front='a <img src="drawing.svg">', Back='<img src="gone.png"><img src="drawing.svg">')
    package = read(student.package())
    assert (package.notes[0].content.front, package.notes[0].content.back) == ("a", "")
    assert package.left_out == {LeftOut.PICTURE: 2}
    assert list(read.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "flattened"),
    [
        ("{{c1::a}} b", "{{c1::a}} b"),
        ("{{c1::a {{c2::b}} c}}", "{{c1::a }}{{c2::b}}{{c1:: c}}"),
        ("{{c1::{{c2::b}} c::hint}}", "{{c2::b}}{{c1:: c::hint}}"),
        ("{{c1,3::a}}", "{{c1::a}}"),
        ("{{c1::open {{c2::b}}", "{{c1::open {{c2::b}}"),
        ("a }} {{x}}", "a }} {{x}}"),
    ],
)
def test_gaps_inside_gaps_are_parted(text, flattened):
    assert flat(text) == flattened


def test_gaps_inside_gaps_keep_their_cards(student, read):
    student.add("Cloze", Text="The {{c1::heart has {{c2::four}} chambers}}.")
    (note,) = read(student.package()).notes
    assert note.content.front == "The {{c1::heart has }}{{c2::four}}{{c1:: chambers}}."
    assert [card.ordinal for card in note.cards] == [0, 1]


OURS = [
    make_note("a", escape("Is 2 * 3 < 7_000?"), "**Yes**\n\n- one\n- `two`", deck_name="Sums::Small", tags=("x", "y")),
    make_note(
        "b",
        escape("The {{c1::_first_}} and the {{c2::second::a hint}}"),
        "",
        kind=NoteKind.CLOZE,
        context="Sums > Order & rank",
        topic="Order",
        source=SOURCE,
    ),
]


@pytest.mark.parametrize("written", FORMATS.values(), ids=FORMATS)
def test_our_own_notes_come_back_as_they_went(tmp_path, student, read, written):
    write_apkg(tmp_path / "ours.apkg", OURS, render=to_html)
    student.take(tmp_path / "ours.apkg")

    notes = {note.uid: note for note in read(written(student)).notes}

    for note in OURS:
        assert notes[note.uid].content == note.content
        assert notes[note.uid].deck_name == note.deck_name
        assert notes[note.uid].is_ours
        assert notes[note.uid].said == notes[note.uid].exported is not None


def test_our_keys_travel_and_an_edit_in_anki_shows(tmp_path, student, read):
    note = make_note("a")
    object.__setattr__(note, "source_key", "0123abcd")
    object.__setattr__(note, "sibling_key", "fedc")
    write_apkg(tmp_path / "ours.apkg", [note], render=to_html)
    student.take(tmp_path / "ours.apkg")
    student.edit("a", Back="A <b>bucket</b>", Extra="with a lid")

    (back,) = read(student.package()).notes

    assert (back.source_key, back.sibling_key) == ("0123abcd", "fedc")
    assert back.content.back == "A **bucket**\n\nwith a lid"
    assert back.said != back.exported


def test_our_pictures_go_to_anki_and_come_back(tmp_path, student, read):
    media = tmp_path / "media"
    media.mkdir()
    name = f"{hashlib.sha256(PICTURE).hexdigest()[:32]}.png"
    (media / name).write_bytes(PICTURE)
    note = make_note("a", f"![]({name})", "![](gone.png) a moon")
    write_apkg(tmp_path / "ours.apkg", [note], render=to_html, media_folder=media)
    student.take(tmp_path / "ours.apkg")
    assert student.collection.media.have(name)

    (back,) = read(student.package()).notes

    assert back.content.front == f"![]({name})"
    assert (read.folder / name).read_bytes() == PICTURE


texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
fronts = texts.map(escape).filter(lambda front: clean_field(front).strip())
basics = st.builds(make_note, front=fronts, back=texts.map(escape))
gaps = st.builds(
    lambda before, hidden, number, after: make_note(
        front=escape(f"{before} {cloze.gap(hidden, number)} {after}"), back="", kind=NoteKind.CLOZE
    ),
    texts,
    texts.filter(lambda text: normalise(text) and not set(text) & set("{}:")),
    st.integers(1, 400),
    texts.filter(lambda text: "{{" not in text),
)


@given(notes=st.lists(st.one_of(basics, gaps), min_size=1, max_size=5))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_note_that_shows_plain_text_comes_back_to_the_letter(tmp_path, read, notes):
    notes = [replace(note, uid=str(number)) for number, note in enumerate(notes)]
    notes = [note for note in notes if note.content.kind is NoteKind.BASIC or cloze.numbers(note.content.front)]
    if not notes:
        return
    write_apkg(tmp_path / "ours.apkg", notes, render=to_html)
    back = {note.uid: note for note in read(tmp_path / "ours.apkg").notes}
    assert {note.uid: note.content for note in notes} == {uid: note.content for uid, note in back.items()}
    assert all(note.said == note.exported for note in back.values())
