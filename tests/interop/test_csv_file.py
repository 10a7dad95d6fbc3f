import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain.note import NewNote, NoteContent, NoteKind
from flashdeck.errors import DeckFileError
from flashdeck.interop.csv_file import read_csv
from flashdeck.interop.text import write_csv
from tests.interop.builders import make_note


def read(text):
    return read_csv(text, default_deck="Table")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_simple_table_is_read(delimiter):
    rows = [("Front", " back ", "topic"), ("Capital of Peru?", '"Lima, on\nthe coast"', "America"), ("", "", "")]
    basic, gap = read("\r\n".join([*map(delimiter.join, rows), delimiter.join(("{{c1::Quito}} is high", "", ""))]))

    assert basic.deck_name == "Table"
    assert basic.content == NoteContent(
        kind=NoteKind.BASIC, front="Capital of Peru?", back="Lima, on\nthe coast", topic="America"
    )
    assert gap.content.kind is NoteKind.CLOZE


def test_a_row_without_uid_keeps_the_one_it_gets():
    first, second = read("front,back\nq,a\nr,b\n")
    assert read("front,back,tags\nr,other words,x\n")[0].uid == second.uid != first.uid


def test_a_spreadsheets_apostrophe_is_taken_off():
    assert read("front,back\nsum?,'=1+1\n")[0].content.back == "=1+1"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Line 1: there is no column 'front'; the first row names"),
        ("question,answer\n", "Line 1: there is no column 'front'"),
        ("front,topic\n", "Line 1: there is no column 'back'"),
        ("front,back\n", "Line 1: there is no row below"),
        ("front,back\nq,a\n,b\n", "Line 3: the front is empty"),
        ('front,back\n"two\nlines",a\nq,a,b\n', "Line 4: the row has 3 cells, the first row only 2"),
        ('front,back\nq,"open\n', "Line 2: the row cannot be read"),
        ("front,back\nq,a\nq,b\n", "Line 3: the note is already in a row above"),
        ("front,back,kind\nq,a,video\n", "Line 2: 'video' is no kind of note; write basic or cloze"),
        ("front,back,kind\nq,a,cloze\n", "Line 2: the cloze has no gap"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(text, sentence):
    with pytest.raises(DeckFileError, match=sentence):
        read(text)


texts = st.text(
    alphabet=st.one_of(st.sampled_from("'=+-@,;\t\n\"“ "), st.characters(exclude_categories=["Cs", "Cc"])), max_size=20
)


@given(st.lists(st.tuples(texts.filter(str.strip), texts, texts, texts), min_size=1, max_size=4))
def test_an_export_reads_back(tmp_path_factory, drawn):
    path = tmp_path_factory.getbasetemp() / "round.csv"
    notes = [
        make_note(f"u{index}", front, back, context=context, topic=topic, tags=("a", "b::c"), deck_name="A::B")
        for index, (front, back, context, topic) in enumerate(drawn)
    ]
    write_csv(path, notes)
    expected = tuple(NewNote(uid=note.uid, deck_name=note.deck_name, content=note.content) for note in notes)
    assert read(path.read_bytes().decode("utf-8-sig")) == expected


def test_a_long_cell_reads_back(tmp_path):
    write_csv(tmp_path / "long.csv", [make_note("a", "word " * 50_000)])
    (note,) = read((tmp_path / "long.csv").read_text("utf-8-sig"))
    assert len(note.content.front) == 250_000
