"""Plain text as Markdown: what is shown is exactly the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.rendering.escaping import escape, normalise
from flashdeck.rendering.plain import to_plain

_MARKDOWN_ALPHABET = st.text(alphabet="ab1 \n\t*_`#>+-=~|:.()[]!<>&;\\{}\"'/xé…", max_size=60)


@given(text=_MARKDOWN_ALPHABET | st.text(max_size=40))
def test_what_is_shown_is_the_text(text: str) -> None:
    assert to_plain(escape(text)) == normalise(text)


@pytest.mark.parametrize(
    "text",
    [
        "# not a heading",
        "1. not a list",
        "- nor this",
        "a * b * c and **d** and _e_ and snake_case_name",
        "Term\n:   definition",
        "a | b\n---|---\n1 | 2",
        "| a\n\\|",
        "| a |\n| \\ \\ |",
        "Title\n=====",
        "Title\n---",
        "~~~\ncode\n~~~",
        "```sql\nselect 1\n```",
        "[link](https://example.org) ![image](x.png)",
        "[id]: https://example.org",
        "<script>alert(1)</script> a < b && c > d &amp; &copy; &lt",
        "C:\\temp\\new \\* \\",
        "line one\nline two\n\nparagraph two",
        "> quoted\n>> twice",
    ],
)
def test_markup_characters_stay_themselves(text: str) -> None:
    assert to_plain(escape(text)) == normalise(text)


@pytest.mark.parametrize(
    "text", ["Costs 0.023 $/GB - for now (2024)", "3 * 4 = 12", "snake_case", "a < b & c > d", "x[0]"]
)
def test_ordinary_text_needs_no_backslash(text: str) -> None:
    assert escape(text) == text


def test_white_space_is_folded_and_lines_are_kept() -> None:
    assert normalise("  a \t b\r\nc\n\n\n\nd\u2028e  ") == "a b\nc\n\nd\ne"
