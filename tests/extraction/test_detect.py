from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.extraction.detect import choose_dialect
from flashdeck.extraction.text.lines import split_lines
from tests.extraction.dialects.markdown_texts import BLOG, CHANGELOG, MARP, PANDOC, README, REMARK, REVEAL, SLIDEV
from tests.extraction.dialects.page_mark_texts import pages

SLIDES = Path(__file__).resolve().parents[2] / ".." / "shared" / "slides"

SENTENCE = "The harbour master keeps the book of all ships that come in with the tide and go out with it again."

REFUSED = {
    "nothing": "",
    "blank lines": "\n\n \n",
    "one line": "Hulls",
    "prose": "\n\n".join(f" Chapter {number}\n{SENTENCE}\n{SENTENCE}" for number in range(20)),
    "prose with form feeds": "\f".join(f"Chapter {number}\n{SENTENCE}\n• {SENTENCE}\n" for number in range(20)),
    "log": "\n".join(f"2031-05-0{number % 9 + 1} 10:11:12 ship {number} came in" for number in range(60)),
    "system log": "\n".join(f"May  {number % 9 + 1} 10:11:12 quay ship[{number}]: moored" for number in range(60)),
    "source code": "\n".join(
        f"def moor_{number}(ship):\n    if ship:\n        return moor(ship)\n" for number in range(20)
    ),
    "braces": "\n\n\n\n\n\n".join(f"void moor{number}() {{\n  ship.moor();\n}}" for number in range(20)),
    "comma separated": "\n".join(f"ship,{number},oak" for number in range(60)),
    "tab separated": "\n".join(f"ship\t{number}\toak" for number in range(60)),
    "a list without pages": "\n".join(f"• Ship {number}" for number in range(60)),
    "pages without lists": pages(*(f"Ship {number}\n\nMoored here" for number in range(20))),
    "a README": README,
    "a changelog": CHANGELOG,
    "a blog post": BLOG,
    "a manual": "\n\n---\n\n".join(
        f"## Knot {n}\n\n### Tie\n\n{SENTENCE}\n\n### Untie\n\n{SENTENCE}" for n in range(9)
    ),
    "admonitions": "\n\n".join(f"# Knot {n}\n\n::: tip\nHolds well\n:::\n\n- loop" for n in range(9)),
    "few pages for so many lines": "\n".join([" Ships", *["Moored"] * 400, " Boats", "• Row", " Oars"]),
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_slide_deck_is_turned_down(text: str) -> None:
    assert choose_dialect(split_lines(text)) is None


@pytest.mark.parametrize("parts", [1, 2])
@pytest.mark.parametrize(("told", "name"), [("true", "Markdown deck"), ("false", None)])
def test_a_text_that_says_it_is_a_marp_deck_needs_no_number_of_slides(parts: int, told: str, name: str | None) -> None:
    slides = "\n---\n\n".join(f"# Knot {number}\n\n- Holds well\n" for number in range(parts))
    dialect = choose_dialect(split_lines(f"---\nmarp: {told}\n---\n\n{slides}"))
    assert (dialect and dialect.name) == name


@pytest.mark.parametrize("mark", ["\n ", "\n\f"])
def test_pages_with_lists_have_page_marks(mark: str) -> None:
    text = mark.join(f"Knot {number}\n\n• Holds well\n\n• Comes loose again" for number in range(8))
    dialect = choose_dialect(split_lines(text))
    assert dialect is not None
    assert dialect.name == "page marks"


def test_a_text_full_of_indented_labels_is_less_likely_to_have_page_marks() -> None:
    labelled = "\n ".join(f"Knot {number}\n\n• Holds\n\n • Label\n\n Label" for number in range(8))
    dialect = choose_dialect(split_lines(labelled))
    assert dialect is not None


def test_runs_of_blank_lines_without_page_marks_are_the_other_dialect() -> None:
    text = ("\n" * 9).join(f"Knot {number}\n\n- Holds well\n\n\n- Comes loose again" for number in range(12))
    dialect = choose_dialect(split_lines(text))
    assert dialect is not None
    assert dialect.name == "blank runs"


@pytest.mark.parametrize("text", [MARP, REVEAL, REMARK, SLIDEV, PANDOC])
def test_decks_of_five_programs(text: str) -> None:
    dialect = choose_dialect(split_lines(text))
    assert dialect is not None
    assert dialect.name == "Markdown deck"


def test_short_titled_parts_between_rules_are_a_deck_without_further_marks() -> None:
    text = "\n\n---\n\n".join(f"# Knot {number}\n\n- Holds well\n- Comes loose again" for number in range(8))
    dialect = choose_dialect(split_lines(text))
    assert dialect is not None
    assert dialect.name == "Markdown deck"


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    choose_dialect(split_lines(text))


@pytest.mark.parametrize(
    ("file", "name"), [("000_0af3c8af4ad460a1.txt", "blank runs"), ("002_4cb4c44f62f41484.txt", "page marks")]
)
def test_the_real_texts(file: str, name: str) -> None:
    if not (SLIDES / file).exists():
        pytest.skip("the text is not beside the checkout")
    dialect = choose_dialect(split_lines((SLIDES / file).read_text(encoding="utf-8")))
    assert dialect is not None
    assert dialect.name == name
