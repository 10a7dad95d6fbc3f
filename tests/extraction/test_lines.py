"""Text to lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.extraction.text import lines as lines_module
from flashdeck.extraction.text.lines import join_wrapped, repair, split_lines


def test_blank_lines_are_counted_and_numbers_are_those_of_the_file():
    lines = split_lines("\n\nfirst\n   second  \r\n\rthird")
    assert [(line.number, line.text, line.indent, line.gap, line.wraps) for line in lines] == [
        (3, "first", 0, 2, False),
        (4, "second", 3, 0, True),
        (6, "third", 0, 1, False),
    ]


@given(st.text(alphabet="a \n\r\f\v\x85"), st.integers(0, 9))
def test_lines_do_not_depend_on_where_a_long_text_is_cut(text, cut):
    whole = split_lines(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines_module, "_CUT", cut)
        assert split_lines(text) == whole


def test_tabs_at_the_ends_are_empty_cells():
    assert [line.text for line in split_lines("\tb\t")] == ["\tb\t"]


def test_a_page_break_stays_with_the_next_text():
    assert [line.text for line in split_lines("a\n\fb\n\f\n\nc\n\f\n")] == ["a", "\fb", "\fc"]


@pytest.mark.parametrize(
    ("raw", "repaired"),
    [
        ("e\ufb03cient", "efficient"),
        ("\U0001d43e\U0001d435", "KB"),
        ("\uff21\uff11", "A1"),
        ("10\u00a0MB\u3000x", "10 MB x"),
        ("zero\u200bwidth\u00ad", "zerowidth"),
        ("bell\x07", "bell"),
        ("x\u00b2 \u00bd \u2122", "x\u00b2 \u00bd \u2122"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_characters_are_repaired_where_no_meaning_is_lost(raw, repaired):
    assert repair(raw) == repaired


@given(st.text())
def test_repairing_twice_changes_nothing_more(text):
    assert repair(repair(text)) == repair(text)


@given(st.text())
def test_no_text_is_lost(text):
    assert "".join("".join(line.text for line in split_lines(text)).split()) == "".join(repair(text).split())


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (["read", "heavy "], "read heavy"),
        (["semi-", "structured"], "semi-structured"),
        (["a -", "b"], "a - b"),
        ([], ""),
    ],
)
def test_wrapped_lines_are_joined(parts, joined):
    assert join_wrapped(parts) == joined
