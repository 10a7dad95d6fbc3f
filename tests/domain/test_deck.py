"""Nested deck names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain import deck


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Cloud", "Storage"), "Cloud::Storage"),
        (("Cloud", ""), "Cloud"),
        ((" Section 2:  Data\tlakes ",), "Section 2: Data lakes"),
        (("a::b", "c"), "a:b::c"),
        (("::",), ""),
    ],
)
def test_parts_are_cleaned_and_joined(parts, name):
    assert deck.join(*parts) == name


@given(st.lists(st.text(max_size=20), max_size=4))
def test_a_cleaned_name_is_clean(parts):
    name = deck.join(*parts)
    assert deck.clean_name(name) == name
    assert all(deck.split(name)) or name == ""
