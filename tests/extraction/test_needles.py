"""Strings that are looked for before an expression is tried."""

from hypothesis import given
from hypothesis import strategies as st

from flashdeck.extraction.analysis.definitions import ARROW, holds_arrow
from flashdeck.extraction.text import needles


def test_one_of_them_is_enough_in_letters_of_any_case() -> None:
    assert needles.any_in("The tug is ALSO called a puffer", ("aka", "called"))
    assert needles.any_in("Also CALLED a puffer", ("called",))
    assert not needles.any_in("The tug pulls", ("aka", "called"))
    assert not needles.any_in("", ("called",))


@given(st.text(alphabet="⇒→⟹➔=-> a\n\t"))
def test_an_arrow_is_held_where_its_expression_finds_it(plain: str) -> None:
    assert holds_arrow(plain) == (ARROW.search(plain) is not None)
