"""Telling the text of a page that is no list: paragraphs, headings and the labels of pictures."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from flashdeck.extraction.dialects.page_marks.joining import Chunk, Form
from flashdeck.extraction.languages import terms

_FUNCTION_WORD_LIST: Final = """
a an and are as at be been but by can cannot do does for from has have how if in into is it its may must not of on or
should so than that the their them then there these they this those to was what when where which while who will with
you your
"""
_FUNCTION_WORDS: Final = frozenset(_FUNCTION_WORD_LIST.split())
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_ENDS_SENTENCE: Final = (".", "!", "?", ".)")
_FEWEST_WORDS: Final = 8
_FEWEST_WORDS_OF_SENTENCE: Final = 5
_FEWEST_STEPS: Final = 3
_FEWEST_WORDS_OF_STEP: Final = 3
_MOST_WORDS_OF_HEADING: Final = 6
_MOST_WORDS_OF_ROW: Final = 14
_FUNCTION_SHARE: Final = 0.18


def is_paragraph(chunk: Chunk) -> bool:
    """Whether the text is a sentence rather than the label of a picture."""
    words = _WORD.findall(chunk.text)
    if len(words) < _FEWEST_WORDS_OF_SENTENCE:
        return False
    small = sum(word.lower() in _FUNCTION_WORDS for word in words)
    if small < 1 or small < _FUNCTION_SHARE * len(words):
        return False
    lower = sum(word[0].islower() for word in words)
    if 2 * lower < len(words):
        return False
    if _repeats(words):
        return False
    if chunk.text.endswith(_ENDS_SENTENCE):
        return chunk.text[:1].isupper()
    return len(words) >= _FEWEST_WORDS or len(chunk.lines) > 2


def are_steps(chunks: Sequence[Chunk]) -> bool:
    """Whether a page without a list gives orders one after the other, so that short ones among them are no labels."""
    if any(chunk.is_item for chunk in chunks):
        return False
    texts = [chunk for chunk in chunks if chunk.form is Form.TEXT]
    orders = [chunk for chunk in texts if is_order(chunk)]
    told = sum(map(is_paragraph, orders))
    return told >= _FEWEST_STEPS and len(orders) * 4 >= len(texts) * 3


def is_order(chunk: Chunk) -> bool:
    """Whether a text of some words opens with a verb that says what to do."""
    return len(_WORD.findall(chunk.text)) >= _FEWEST_WORDS_OF_STEP and terms.is_order(chunk.text)


def _repeats(words: Sequence[str]) -> bool:
    """Whether a pair of words occurs twice in a row of cells (`up to terabytes up to petabytes`)."""
    if len(words) > _MOST_WORDS_OF_ROW:
        return False
    pairs = [(first.lower(), second.lower()) for first, second in pairwise(words)]
    return len(set(pairs)) < len(pairs)


def is_heading(chunk: Chunk) -> bool:
    """Whether the text, met directly above a list, names that list."""
    words = chunk.text.split()
    return chunk.text.endswith(":") and len(words) <= _MOST_WORDS_OF_HEADING and chunk.text[:1].isupper()
