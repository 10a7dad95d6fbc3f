"""What a reader of a field sees, as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.rendering.markup import to_html
from flashdeck.rendering.names import visible
from flashdeck.rendering.plain import html_to_plain, to_plain

PIECES = st.sampled_from(
    [
        "word",
        "1.",
        "12.",
        "-",
        "+",
        "#",
        "a-b",
        "x:",
        ": y",
        "[...]",
        "[a]",
        "5 > 4",
        "&",
        "*",
        "_",
        "~",
        "  ",
        "\t",
        "\0",
    ]
)


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**Bold** and `code`", "Bold and code"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("- a\n- b\n    - c", "- a\n- b\n  - c"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- a\n\n- b", "- a\n- b"),
        ("a | b\n--- | ---\n1 | 2", "a | b\n1 | 2"),
        ("```\nif x:\n    y\n```", "if x:\n    y"),
        ("# Title\ntext", "Title\n\ntext"),
        ("![a plan](plan.png) below", "a plan below"),
        ("a  \nb", "a\nb"),
        ("", ""),
    ],
)
def test_plain_text(markdown: str, plain: str) -> None:
    assert to_plain(markdown) == plain


@given(st.lists(PIECES | st.text(max_size=3), max_size=6).map(" ".join))
def test_the_short_way_shows_what_the_long_way_shows(markdown: str) -> None:
    assert to_plain(markdown) == html_to_plain(to_html(markdown))


def test_names_show_what_hides() -> None:
    assert visible("inv\u202ecod.exe") == "inv‹U+202E›cod.exe"
    assert visible("zero\u200bwidth\nline") == "zero‹U+200B›width line"
    assert visible("می\u200cخواهم ⚓\ufe0f 👩\u200d✈\ufe0f") == "می\u200cخواهم ⚓\ufe0f 👩\u200d✈\ufe0f"
    assert visible("pay\u200dpal a\ufe0f \u200dم") == "pay‹U+200D›pal a‹U+FE0F› ‹U+200D›م"
    assert visible("عربي עברית 日本語") == "عربي עברית 日本語"
