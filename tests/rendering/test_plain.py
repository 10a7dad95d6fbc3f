"""What a reader of a field sees, as text."""

import pytest

from flashdeck.rendering import to_plain, visible


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


def test_names_show_what_hides() -> None:
    assert visible("inv\u202ecod.exe") == "inv‹U+202E›cod.exe"
    assert visible("zero\u200bwidth\nline") == "zero‹U+200B›width line"
    assert visible("عربي עברית 日本語") == "عربي עברית 日本語"
