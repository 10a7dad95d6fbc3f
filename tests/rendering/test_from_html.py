import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flashdeck.rendering.escaping import escape
from flashdeck.rendering.from_html import to_markdown
from flashdeck.rendering.html_tree import parse
from flashdeck.rendering.markup import to_html

WRITTEN = [
    "a plain sentence",
    "first line  \nsecond line\n\na paragraph",
    "**bold**, *slanted*, ***both*** and `code x`",
    "- a\n- b\n    - c\n    - d\n- e",
    "- a\n\n- b",
    "- a\n\n    paragraph\n\n- b",
    "1. one\n2. two",
    "3. three\n4. four",
    "> a quote",
    "```\nx = 1\n  y = `2`\n```",
    "| a | b |\n| --- | --: |\n| 1 | 2 \\| 3 |",
    "# head\n\ntext\n\n---\n\nmore",
    "term\n:   what it is",
    "![alt](pic.png) and [a link](https://example.org/a_(b))",
    "H<sub>2</sub>O and x<sup>y</sup>",
    "the {{c1::**third**::place}} and {{c2::x_y}}",
    "`` a`b ``",
    "1\\. no list, \\# no title",
]


@pytest.mark.parametrize("markdown", WRITTEN)
def test_what_was_shown_is_shown_again(markdown):
    assert to_html(to_markdown(to_html(markdown), lambda name: name)) == to_html(markdown)


@given(st.text(max_size=200))
@settings(deadline=None)
def test_plain_text_that_went_out_comes_back_as_it_was(text):
    assert to_markdown(to_html(escape(text))) == escape(text)


ANYTHING = st.lists(
    st.sampled_from(
        (
            *(
                "<b>",
                "</b>",
                "<i>",
                "</i>",
                "<div>",
                "</div>",
                "<p>",
                "<br>",
                "<ul>",
                "<li>",
                "</ul>",
                "<table>",
                "<tr>",
            ),
            *("<td>", "</table>", "<pre>", "</pre>", "<code>", "</code>", "<blockquote>", "</blockquote>", "<sub>"),
            *("</sub>", "<a href='https://example.org'>", "</a>", "*", "_", "`", "- ", "1. ", "#", "\n", " ", "|"),
            *("[x]", "word", "&amp;", "&lt;b&gt;", "\\", "<h2>", "</h2>", "<span style='font-weight: bold'>", ":"),
        )
    ),
    max_size=25,
).map("".join)


@given(ANYTHING)
@example("|[x]<br>\\|")
@settings(deadline=None, max_examples=300)
def test_no_word_is_lost_whatever_the_html(markup):
    def letters(html):
        return re.sub(r"\s", "", parse(html).text())

    assert letters(to_html(to_markdown(markup))) == letters(markup)


@pytest.mark.parametrize(
    ("markup", "markdown"),
    [
        ("<div>a</div><div>b</div><div><br></div><div>c</div>", "a  \nb\n\nc"),
        ("a<br>b<br><br>c", "a  \nb\n\nc"),
        ("a&nbsp;&nbsp;b <span style='font-weight: bold'>c</span>", "a b **c**"),
        ("one<b> two </b>three", "one **two** three"),
        ("<b>a<br>b</b>", "**a**  \n**b**"),
        ("<ul><li>a<li>b</ul>after", "- a\n- b\n\nafter"),
        ("<table><tr><td>1<td>2<tr><td>3</table>", "| 1 | 2 |\n| --- | --- |\n| 3 |  |"),
        ("<p>a<p>b", "a\n\nb"),
        ("<style>.x {}</style>a<script>alert(1)</script>", "a"),
        ("<a href='javascript:alert(1)'>a</a> <a href='file:///etc/passwd'>b</a>", "a b"),
        ("a <img src='gone.png'>", "a"),
        ("", ""),
    ],
)
def test_what_other_editors_write(markup, markdown):
    assert to_markdown(markup) == markdown


def test_pictures_take_the_names_they_are_given():
    markup = "<img src='a b.png' alt='two *stars*'>"
    assert to_markdown(markup, {"a b.png": "3f.png"}.get) == r"![two \*stars\*](3f.png)"


@pytest.mark.parametrize("markup", ["<div>" * 20_000 + "deep", "<ul><li>" * 5_000 + "deep", "<" * 50_000])
def test_nesting_without_end_is_flattened(markup):
    assert to_markdown(markup)
