"""Telling sentences from the labels of pictures, in any language that sets spaces and in those that set none."""

import re
from typing import Final

from flashdeck.extraction.dialects.pdf_pages.joining import is_unspaced
from flashdeck.extraction.dialects.pdf_pages.pieces import UNREADABLE

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL_WORD_LIST: Final = """
a an and are as at be but by can do does for from has have how if in into is it its may must not of on or so than that
the their then these they this to was we what when which while who will with without you your
aber als am an auch auf aus bei das dass dem den der des die durch ein eine einem einen einer er es für hat im in ist
kann man mit nach nicht nur oder sich sie sind so um und von vor was wenn werden wie wird zu zum zur über
à au aux avec ce ces dans de des du elle en est et il la le les mais ne ou par pas pour que qui se son sont sur un une
al como con del el ella es esta este los las lo más no para pero por se según ser si sin su sus un una y
"""
_SMALL_WORDS: Final = frozenset(_SMALL_WORD_LIST.split())
_SENTENCE_END: Final = re.compile(r"[.!?…。！？][)\"”’»]*$")
_NAMED: Final = re.compile(r"\S.{0,60}?[^:]: \S")
_MATHEMATICS: Final = re.compile(r"[∑∏∫∈∉∞≤≥≠≈≡∼→∂∇√±×·⊂⊆∪∩∀∃⁰-₟ℝ𝔼]|\w ?= ?\S")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_FEWEST_WORDS: Final = 5
_FEWEST_NAMED_WORDS: Final = 4
_MANY_WORDS: Final = 9
_FEWEST_SIGNS: Final = 12
_LOWER_SHARE: Final = 0.4


def is_prose(text: str) -> bool:
    """Whether the text says something by itself, as a sentence or a note does and a label does not."""
    if UNREADABLE in text:
        return False
    if is_unspaced(text) and sum(map(is_unspaced, text)) * 2 >= len(text):
        return sum(character.isalnum() for character in text) >= _FEWEST_SIGNS
    words = _WORD.findall(text)
    if _NAMED.match(text):
        return len(words) >= _FEWEST_NAMED_WORDS
    if len(words) < _FEWEST_WORDS:
        return False
    lower = sum(word[0].islower() for word in words)
    if lower < _LOWER_SHARE * len(words):
        return False
    small = any(word.lower() in _SMALL_WORDS for word in words)
    return small or len(words) >= _MANY_WORDS


def is_formula(text: str) -> bool:
    """Whether the text is mathematics rather than words."""
    if UNREADABLE in text or _MATHEMATICS.search(text):
        return len(_LONG_WORD.findall(text)) <= 2
    return False


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def count_words(text: str) -> int:
    """Return how many words the text has; in scripts without spaces two signs count as a word."""
    unspaced = sum(map(is_unspaced, text))
    return len(text.split()) + unspaced // 2
