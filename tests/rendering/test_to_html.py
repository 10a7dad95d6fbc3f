"""Markdown fields become HTML that names no file, runs nothing and is quick to lay out."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.rendering import limits
from flashdeck.rendering.markup import sanitise, to_html, to_whole_html

_FORBIDDEN = re.compile(
    r"<(script|style|iframe|object|svg|math|form|input|link|meta)|\son\w+=|javascript:|style=|url\(", re.IGNORECASE
)


def test_the_constructs_a_card_uses() -> None:
    html = to_html(
        "Stage | Cost\n--- | --:\nhot | 3\n\n- one\n- two\n\n```\nselect *\nfrom t\n```\n\nShard\n:   a *part* of it"
    )
    for part in ("<table>", 'align="right"', "<li>one</li>", "<pre><code>select *\nfrom t", "<dt>Shard</dt>", "<em>"):
        assert part in html


@pytest.mark.parametrize(
    "source",
    [
        "<img src='/etc/passwd'>",
        "<img src='file:///etc/passwd'>",
        "![x](file:///etc/passwd)",
        "![x](/etc/passwd)",
        "![x](../../secret.png)",
        "![x](..\\secret.png)",
        "![x](C:\\secret.png)",
        "![x](c:secret.png)",
        "<img src='\\\\host\\share\\x.png'>",
        "![x](//host/x.png)",
        "![x](https://host/x.png)",
        "![x](qrc:/x.png)",
        "![x](data:image/png;base64,AAAA)",
        "![x](%2e%2e/x.png)",
        "![x](/dev/zero)",
        "![x](dir/x.png)",
        "![x](x.svg)",
        "![x](x.png?y)",
        "![x](.hidden.png)",
    ],
)
def test_only_bare_media_names_are_image_sources(source: str) -> None:
    assert "src=" not in to_html(source)


def test_a_bare_media_name_stays() -> None:
    assert 'src="plan (2).png"' in to_html("<img src='plan (2).png'>")


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x.png onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](file:///etc/passwd)",
        "[a](//host/share)",
        "[a](relative.html)",
        "<svg onload=alert(1)><a href='javascript:1'>x</a></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<p style='background:url(http://host/x)'>x</p>",
        "<div class=x id=y onclick=z()>x</div>",
        "<iframe src='https://host'></iframe><object data=x></object>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<table colspan=9999999><td colspan=9999999 rowspan=99999>x</table>",
    ],
)
def test_nothing_active_passes(source: str) -> None:
    html = to_html(source)
    assert _FORBIDDEN.search(html) is None
    assert "href=" not in html
    assert "span=" not in html


@given(st.text(alphabet="<>/=\"'ab &;#`*_[]()!-|:\nimgsrcpthtable", max_size=80))
def test_cleaning_twice_changes_nothing(source: str) -> None:
    html = to_html(source)
    assert sanitise(html) == html
    assert _FORBIDDEN.search(re.sub(r">[^<]*<", "><", html)) is None


@given(st.text(max_size=300))
def test_any_text_is_shown(source: str) -> None:
    assert isinstance(to_html(source), str)


_BOMBS = {
    "nested tables": "<table><tr><td>" * 25,
    "unclosed elements": "<div>" * 3_000,
    "formatting in every paragraph": "".join(f"<b id={number}>" for number in range(800)) + "<p>" * 800,
    "brackets": ("[" * 140 + "\n\n") * 140,
    "links": "[a](" * 4_000,
    "quotes": ">" * 19_000,
    "definitions": "a\n:   b\n" * 2_000,
    "quoted lists": "> - " * 5_000,
    "deep lists": "".join("    " * depth + "- a\n" for depth in range(80)),
    "emphasis": "**a_b*" * 3_000,
    "backticks": "`a ``b " * 2_500,
    "comments": "<!--" * 5_000,
    "tags": "<a " * 6_000,
    "ampersands": "&" * 19_000,
    "many lines": "a\n\n" * 6_000,
    "one word": "a" * 1_000_000,
    "wide table": "|" * 9_000 + "\n" + "|-" * 4_500 + "|\n",
}


@pytest.mark.parametrize("source", _BOMBS.values(), ids=_BOMBS)
def test_bombs_are_defused(source: str) -> None:
    html = to_html(source)
    assert not limits.too_nested(html)
    assert max(map(len, re.split(r"\s", unescape(re.sub("<[^>]*>", " ", html))))) <= limits.MAX_RUN_CHARS + 1


def test_what_is_cut_is_said() -> None:
    assert limits.NOTICE_CUT in to_html("word " * 10_000)
    assert limits.NOTICE_PLAIN in to_html("<table><tr><td>" * 5)
    assert "&lt;table&gt;" in to_html("<table><tr><td>" * 5)


@pytest.mark.parametrize("source", _BOMBS.values(), ids=_BOMBS)
def test_for_other_programs_nothing_is_cut(source: str) -> None:
    shown = unescape(re.sub("<[^>]*>", " ", to_whole_html(source)))
    assert limits.NOTICE_CUT not in shown
    assert limits.NOTICE_PLAIN not in shown
    if len(source) > limits.MAX_FIELD_CHARS:
        assert "".join(shown.split()) == "".join(source.split())


def test_what_other_programs_get_is_what_is_shown_where_nothing_exceeds_the_bounds() -> None:
    source = "**Bow** line\n\n- one\n- two"
    assert to_whole_html(source) == to_html(source)


def test_control_characters_and_surrogates_are_removed() -> None:
    assert to_html("a\x00b\ud800c\u0002d") == "<p>abcd</p>"


def test_one_field_leaves_nothing_behind_for_the_next():
    assert "href" in to_html("[port]\n\n[port]: https://example.org/left")
    assert to_html("[port]") == "<p>[port]</p>"
