import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.extraction.model import Text
from flashdeck.extraction.text import inline
from tests.work import growth


def strong(text: str) -> list[str]:
    parsed = inline.parse(text, 1, 1)
    return [parsed.plain[start:end] for start, end in parsed.strong]


def code(text: str) -> list[str]:
    parsed = inline.parse(text, 1, 1)
    return [parsed.plain[start:end] for start, end in parsed.code]


def test_parse_keeps_the_lines() -> None:
    assert inline.parse("a *b*", 3, 5) == Text(plain="a b", first_line=3, last_line=5, strong=((2, 3),))


def test_plain_words_are_only_stripped() -> None:
    assert inline.parse("  tea & cake ", 1, 1) == Text(plain="tea & cake", first_line=1, last_line=1)


@pytest.mark.parametrize(
    ("source", "plain", "marked"),
    [
        ("**Green tea:** steams", "Green tea: steams", ["Green tea:"]),
        ("*Oolong* and **black**", "Oolong and black", ["Oolong", "black"]),
        ("***both***", "both", ["both"]),
        ("** padded ** word", "padded word", []),
        ("**padded ** word", "padded word", []),
        ("inside**word**s", "insidewords", ["word"]),
        ("**one** **two**", "one two", ["one", "two"]),
        ("<i>Leaf</i> grade", "Leaf grade", ["Leaf"]),
        ("<b>Leaf", "Leaf", []),
        ('*"quoted"*', '"quoted"', ['"quoted"']),
        ("**a *b* c**", "a b c", ["a b c"]),
    ],
)
def test_emphasis(source: str, plain: str, marked: list[str]) -> None:
    assert inline.plain(source) == plain
    assert strong(source) == marked


@pytest.mark.parametrize(
    "source",
    [
        "leaf:Picked:*",
        "count(*) and count(*)",
        "(*.jar, *.zip) only",
        "2 * 3 * 4",
        "a < b and c > d",
        "5*6*7",
        "List<Leaf> items",
        "[draft] (later)",
        "costs $5 or $6",
    ],
)
def test_marks_that_mean_themselves_stay(source: str) -> None:
    assert inline.parse(source, 1, 1) == Text(plain=source, first_line=1, last_line=1)


def test_a_lone_double_mark_goes() -> None:
    assert inline.plain("Kettle Works**") == "Kettle Works"


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("[leaf grades](#) differ", "leaf grades differ"),
        ("see <https://tea.example/grades>", "see https://tea.example/grades"),
        (r"\$3 per 100 g", "$3 per 100 g"),
        (r"warm \Rightarrow bitter", "warm ⇒ bitter"),
        (r"⇒ $4 \text{ cups} * 1/2 \text{ l} = \$2.$", "⇒ 4 cups * 1/2 l = $2."),
        (r"C:\teapot\name", r"C:\teapot\name"),
        ('<input type="text"/> Find leaves', "Find leaves"),
        ("Leaf <small>note</small>", "Leaf note"),
        ("two  spaces\tand a tab", "two spaces and a tab"),
        ("", ""),
    ],
)
def test_links_escapes_and_tags(source: str, plain: str) -> None:
    assert inline.plain(source) == plain


def test_code_is_marked_and_keeps_its_characters() -> None:
    assert inline.plain("run `steep --time *` or ` pour `") == "run steep --time * or pour"
    assert code("run `steep --time *` or ` pour `") == ["steep --time *", "pour"]


def test_an_open_backtick_stays() -> None:
    assert inline.plain("a ` b") == "a ` b"


@given(st.text())
def test_ranges_lie_inside_in_order_and_without_outer_spaces(source: str) -> None:
    parsed = inline.parse(source, 1, 1)
    assert parsed == inline.parse(source, 1, 1)
    assert parsed.plain == parsed.plain.strip()
    for ranges in (parsed.strong, parsed.code):
        end_before = -1
        for start, end in ranges:
            assert end_before < start < end <= len(parsed.plain)
            assert parsed.plain[start:end].strip() == parsed.plain[start:end]
            end_before = end


@pytest.mark.parametrize(
    "pump", ["*a ", "**a", "[a](", "[", "`a", "<a ", "<b>", r"\text{", "\\", "a  ", "$", "](", "<i>x"]
)
def test_work_grows_with_the_text(pump: str) -> None:
    assert growth(lambda size: inline.parse(pump * (size // len(pump)), 1, 1), 2_000) < 5
