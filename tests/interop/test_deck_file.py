import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain import cloze
from flashdeck.domain.note import NewNote, NoteContent, NoteKind
from flashdeck.errors import DeckFileError
from flashdeck.interop.deck_file import DeckFile, format_deck_file, is_deck_file, read_deck_file

HEADER = "---\nformat: flashdeck deck 1\nid: capitals\nname: Geography :: Capitals\n---\n"


def test_a_deck_file_is_read():
    text = f"""\ufeff{HEADER}
Anything up to the first note is for the reader. Q: also this.

## pt
topic: Europe
context: Geography > Iberia
tags: easy south

Q: What is the capital of Portugal?
A:  Lisbon

## mt
deck: Geography::Islands

C:

{{{{c1::Valletta}}}} is the capital of Malta.

- It is small.

\\## not a note
\\\\Q: one backslash stays

A: On the north-east coast
""".replace("\n", "\r\n")

    assert read_deck_file(text) == DeckFile(
        id="capitals",
        name="Geography::Capitals",
        notes=(
            NewNote(
                uid="pt",
                deck_name="Geography::Capitals",
                content=NoteContent(
                    kind=NoteKind.BASIC,
                    front="What is the capital of Portugal?",
                    back=" Lisbon",
                    context="Geography > Iberia",
                    topic="Europe",
                    tags=("easy", "south"),
                ),
            ),
            NewNote(
                uid="mt",
                deck_name="Geography::Islands",
                content=NoteContent(
                    kind=NoteKind.CLOZE,
                    front=(
                        "{{c1::Valletta}} is the capital of Malta.\n\n- It is small.\n\n"
                        "## not a note\n\\Q: one backslash stays"
                    ),
                    back="On the north-east coast",
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Line 1: a deck file begins with a line '---'"),
        ("# Title\n---\n", "Line 1: a deck file begins with a line '---'"),
        ("---\nname: x\n", "Line 1: the settings that begin here need a closing line"),
        ("---\nformat: flashdeck deck 1\nname: x\n---\n", "Line 4: the setting 'id:' is missing above"),
        ("---\nformat: flashdeck deck 9\nid: x\nname: x\n---\n", "Line 1: the format is 'flashdeck deck 9', but"),
        ("---\nformat: flashdeck deck 1\nid: x\nname: ::\n---\n", "Line 1: '::' is no name for a deck"),
        ("---\nformat: flashdeck deck 1\nauthor: x\n---\n", "Line 3: 'author: x' is no setting; here stand format, id"),
        ("---\nname: a\nname: b\n---\n", "Line 3: 'name' is set twice"),
        (HEADER, "Line 6: there is no note"),
        (HEADER + "## two words\n", "Line 6: after '## ' stands the note's uid"),
        (HEADER + "## a\ntopik: x\nQ: q\nA: a\n", "Line 7: 'topik: x' is no setting; here stand topic, context"),
        (HEADER + "## a\nWhat is this?\n", "Line 7: 'What is this.' is no setting"),
        (HEADER + "## a\n", "Line 6: the note needs either 'Q:'"),
        (HEADER + "## a\nA: x\n", "Line 6: the note needs either 'Q:'"),
        (HEADER + "## a\nQ: x\nC: {{c1::y}}\n", "Line 6: the note needs either 'Q:'"),
        (HEADER + "## a\nQ: x\n", "Line 6: the question has no answer"),
        (HEADER + "## a\nQ:\nA: x\n", "Line 6: there is no text after 'Q:'"),
        (HEADER + "## a\nC: no gap\n", "Line 6: the text after 'C:' has no gap"),
        (HEADER + "## a\nQ: x\nA: y\nA: z\n", r"Line 9: a second 'A:' in one note; .* write '\\A:'"),
        (HEADER + "## a\nQ: x\nA: y\n## a\nQ: x\nA: y\n", "Line 9: the uid a is already used in line 6"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text, sentence):
    with pytest.raises(DeckFileError, match=sentence):
        read_deck_file(text)


def test_only_deck_files_claim_to_be_deck_files():
    assert is_deck_file(HEADER)
    assert is_deck_file("\ufeff---\nname: x\nformat: flashdeck deck 7\n---\n")
    assert not is_deck_file("---\ntheme: dark\ntitle: Slides\n---\n# One\n")
    assert not is_deck_file("# Slides\nformat: flashdeck deck 1\n")
    assert not is_deck_file("")


def test_a_uid_with_a_space_is_a_bug():
    content = NoteContent(kind=NoteKind.BASIC, front="q", back="a")
    with pytest.raises(ValueError, match="not one word"):
        format_deck_file(DeckFile(id="x", name="x", notes=(NewNote(uid="a b", deck_name="x", content=content),)))


marked_lines = st.sampled_from(
    ["## x", "\\## x", "Q: x", "\\\\A:", "C:", "---", "", "  ", "    code", "`{{c1::x}}`", "- a  "]
)
words = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=20)
texts = st.lists(st.one_of(marked_lines, words), max_size=6).map("\n".join)


def without_blank_ends(text):
    lines = text.split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines)


@st.composite
def notes(draw):
    kind = draw(st.sampled_from(NoteKind))
    front = draw(texts.filter(lambda text: text.strip()))
    if kind is NoteKind.CLOZE:
        front += cloze.gap(draw(st.sampled_from(["answer", "two\nlines"])))
    return NoteContent(
        kind=kind,
        front=without_blank_ends(front),
        back=without_blank_ends(draw(texts)),
        context=" ".join(draw(words).split()),
        topic=" ".join(draw(words).split()),
        tags=tuple(draw(st.lists(st.sampled_from(["a", "b::c", "ü-1"]), unique=True))),
    )


@given(st.lists(st.tuples(notes(), st.sampled_from(["Deck", "Deck::Sub", "Other"])), min_size=1, max_size=4))
def test_writing_and_reading_give_the_same_deck(drawn):
    deck_file = DeckFile(
        id="some-id",
        name="Deck",
        notes=tuple(
            NewNote(uid=f"uid-{index}", deck_name=deck_name, content=content)
            for index, (content, deck_name) in enumerate(drawn)
        ),
    )
    text = format_deck_file(deck_file)
    assert read_deck_file(text) == deck_file
    assert is_deck_file(text)
    assert read_deck_file(text.replace("\n", "\r\n")) == deck_file


@given(texts)
def test_any_text_is_read_or_refused_with_its_line(text):
    for start in ("", HEADER):
        try:
            read_deck_file(start + text)
        except DeckFileError as error:
            assert str(error).startswith("Line ")  # noqa: PT017
