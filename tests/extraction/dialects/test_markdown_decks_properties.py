import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.extraction.dialects.markdown_decks import DIALECT, markup
from flashdeck.extraction.dialects.markdown_decks.flavour import recognise
from flashdeck.extraction.dialects.markdown_decks.marks import may_be_deck
from flashdeck.extraction.dialects.markdown_decks.rows import read_rows
from flashdeck.extraction.model import BulletList, Paragraph
from flashdeck.extraction.text.lines import split_lines
from tests.extraction.dialects.markdown_texts import MARP, PANDOC, REMARK, REVEAL, SLIDEV
from tests.work import growth

PIECES = st.sampled_from(
    [
        *(
            "---",
            "--",
            "--v",
            "----",
            "***",
            "???",
            "Note:",
            "```",
            "```sh",
            "~~~",
            "$$",
            "<!--",
            "-->",
            "<!-- note -->",
        ),
        *(
            "# Knots",
            "## Loops",
            "###",
            "Title\n===",
            "Setext\n---",
            "marp: true",
            "layout: true",
            "class: center",
            "level: 2",
        ),
        *("- hitch", "  - clove", "\t* bend", "1. tie", "1. pull", "2) trim", "- [ ] task", "-", "    deep"),
        *(
            "| a | b |",
            "|---|---|",
            "| 1 | 2 |",
            "<table>",
            "<tr><td>x</td></tr>",
            "</table>",
            "<dl>",
            "<dt>a</dt>",
            "<ul>",
        ),
        *(":::", "::: notes", ":::: {.columns}", "::: {.column}", "::: refs", "::right::", "<v-clicks>", "</v-clicks>"),
        *(
            ".left[",
            ".small[x]",
            "]",
            ". . .",
            "![](a.png)",
            "[x]: y",
            "[a](b)",
            "**Term:** what",
            ": meaning",
            "> quote",
        ),
        *("<img", "src='a'>", "<style>", "Some words here.", "We show it.", "", "\\pause", "{{content}}", "Term"),
    ]
)
DECKS = st.sampled_from(["---\nmarp: true\n---", "title: x", "name: a\nclass: b", "---\ntheme: x\nmdc: true\n---", ""])
TEXTS = (
    st.tuples(DECKS, st.lists(PIECES, max_size=50).map("\n".join)).map("\n".join)
    | st.lists(PIECES, max_size=50).map("\n\n".join)
    | st.text(max_size=400)
)


@given(TEXTS)
def test_every_line_stands_on_exactly_one_slide_in_order(text):
    lines = split_lines(text)
    slides = DIALECT.read(lines)
    assert [line.number for slide in slides for line in slide.lines] == [line.number for line in lines]
    assert [slide.number for slide in slides] == list(range(1, len(slides) + 1))
    for slide in slides:
        assert (slide.first_line, slide.last_line) == (slide.lines[0].number, slide.lines[-1].number)


@given(TEXTS)
def test_content_lies_within_its_slide_and_never_on_noise(text):
    for slide in DIALECT.read(split_lines(text)):
        quiet = {line.number for line in slide.lines if line.noise is None}
        for group in slide.groups:
            assert group.blocks
            for block in group.blocks:
                texts = [block.text] if isinstance(block, Paragraph) else []
                if isinstance(block, BulletList):
                    texts += [item.text for top in block.items for item in top.walk()]
                for found in texts:
                    assert found.plain.strip()
                    assert {found.first_line, found.last_line} <= quiet


@given(TEXTS)
def test_the_same_text_gives_the_same_slides(text):
    lines = split_lines(text)
    assert DIALECT.read(lines) == DIALECT.read(lines)
    assert 0 <= DIALECT.likelihood(lines) <= DIALECT.surest


@given(TEXTS)
def test_no_text_that_is_turned_down_at_a_glance_is_a_deck(text):
    lines = split_lines(text)
    assert not lines or may_be_deck(lines) or recognise(read_rows(lines)).likelihood == 0


@given(st.text(alphabet="[]()`*_~<>{}!&;\\ab ", max_size=120))
def test_any_markup_becomes_words_with_ranges_inside_them(source):
    found = markup.parse(source, 1, 1)
    for start, end in (*found.strong, *found.code):
        assert 0 <= start < end <= len(found.plain)


PUMPS = {
    "links": "[a](b) ",
    "open links": "[a](",
    "open brackets": "[[",
    "references": "[a][",
    "back quotes": "`a``b ",
    "underscores": "_a __b ",
    "tags": "<a <b ",
    "attributes": "{.a ",
    "pictures": "![a](b(c) ",
    "commands": "\\a{b}[c] ",
    "fences": "\n```` \n```",
    "comments": "\n<!-- ",
    "comments closed": "\n<!-- x -->",
    "tables": "\n| a | b |\n|---|---|\n| c | d |",
    "lists": "\n- a\n  - b",
    "definitions": "\nTerm\n: meaning\n",
    "open tables": "\n<table><tr>",
    "open styles": "\n<style>",
    "rules": "\n\n---\n\n# a\n\n- b",
    "front matter": "\n---\na: b",
    "divs": "\n::: a",
    "silent divs": "\n::: refs",
    "classes": "\n.a[b",
    "quotes": "\n> a\n>> b",
    "sentences": "It holds. ",
    "notes": "\n???\nwords",
}


HEADS = {
    "classes": "class: a\n\n???\n\n---\n\n",
    "notes": "class: a\n\n???\n\n---\n\n",
    "divs": "::: notes\n:::\n\n# a\n",
    "silent divs": "::: notes\n:::\n\n# a\n",
}


@pytest.mark.parametrize("name", PUMPS)
def test_work_grows_with_the_text(name):
    head, pump = HEADS.get(name, "---\nmarp: true\n---\n\n"), PUMPS[name]

    def read(size):
        lines = split_lines(head + pump * (size // len(pump)))
        DIALECT.likelihood(lines)
        DIALECT.read(lines)

    assert growth(read, 3_000) < 5


@pytest.mark.parametrize("deck", [MARP, REVEAL, REMARK, SLIDEV, PANDOC])
def test_decks_cut_short_anywhere_are_read(deck):
    for end in range(0, len(deck), 7):
        lines = split_lines(deck[:end])
        assert sum(len(slide.lines) for slide in DIALECT.read(lines)) == len(lines)
