"""Packages made with the program's own renderer, as the export command makes them."""

import pytest

from flashdeck.domain.note import NoteKind
from flashdeck.interop.apkg import write_apkg
from flashdeck.rendering.markup import to_html
from tests.interop.builders import anki_notes, make_note


@pytest.mark.parametrize(
    ("front", "ordinals"),
    [
        ("Up to {{c1::**400 KB**}} an item", [0]),
        ("- {{c1::one}}\n- {{c2::two}}", [0, 1]),
        ("| limit | value |\n|---|---|\n| size | {{c1::50 TB}} |", [0]),
        ("`{{c1::git branch}}` lists branches", [0]),
        ("```\nx = {{c1::1}} < {{c3::2}}\n```", [0, 2]),
        ("see [here](https://example.org/{{c1::page}})", [0]),
        ("<{{c1::tag}}> & more", [0]),
        ("{{c1::a_b}} and {{c1::c_d}}", [0]),
    ],
)
def test_every_gap_of_markdown_makes_its_card(tmp_path, anki, import_into_anki, front, ordinals):
    write_apkg(tmp_path / "out.apkg", [make_note("a", front, "", kind=NoteKind.CLOZE)], render=to_html)
    import_into_anki(tmp_path / "out.apkg")
    assert [card.ord for card in anki_notes(anki)["a"].cards()] == ordinals


def test_a_front_that_renders_to_nothing_still_makes_a_card(tmp_path, anki, import_into_anki):
    write_apkg(tmp_path / "out.apkg", [make_note("a", "<!-- only a comment -->")], render=to_html)
    import_into_anki(tmp_path / "out.apkg")
    assert "only a comment" in anki_notes(anki)["a"].cards()[0].question()


def test_empty_fields_stay_empty_and_markdown_arrives_as_html(tmp_path, anki, import_into_anki):
    write_apkg(tmp_path / "out.apkg", [make_note("a", "**Bold** <script>x</script>?", "- one\n- two")], render=to_html)
    import_into_anki(tmp_path / "out.apkg")
    note = anki_notes(anki)["a"]
    assert note["Context"] == note["Source"] == note["Topic"] == ""
    assert "<strong>Bold</strong>" in note["Front"]
    assert "<script>" not in note["Front"]
    assert note["Back"].count("<li>") == 2
