"""Strings that are looked for before an expression is tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.definitions import ARROW, holds_arrow
from flashdeck.extraction.asking import passives
from flashdeck.extraction.text import needles


def test_one_of_them_is_enough_in_letters_of_any_case() -> None:
    assert needles.any_in("The tug is ALSO called a puffer", ("aka", "called"))
    assert needles.any_in("Also CALLED a puffer", ("called",))
    assert not needles.any_in("The tug pulls", ("aka", "called"))
    assert not needles.any_in("", ("called",))


@given(st.text(alphabet="⇒→⟹➔=-> a\n\t"))
def test_an_arrow_is_held_where_its_expression_finds_it(plain: str) -> None:
    assert holds_arrow(plain) == (ARROW.search(plain) is not None)


@pytest.mark.parametrize("done", ["moored", "BUILT", "kept", "available", "identical"])
def test_a_passive_is_found_by_its_participle(done: str) -> None:
    assert passives.participle(f"Tugs are {done} with ropes") is not None
    assert passives.participle("Tugs pull with ropes") is None


@pytest.mark.parametrize("verb", ["represents", "means", "refers to", "denote", "consists of", "STANDS for"])
def test_a_sentence_is_found_by_the_verb_that_defines(verb: str) -> None:
    assert definitions.meaning_in(f"A pennant {verb} the line that owns a tug") is not None
    assert definitions.meaning_in("A pennant flies over a tug of the line") is None
