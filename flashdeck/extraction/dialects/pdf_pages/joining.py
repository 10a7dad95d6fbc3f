"""Wrapped lines to running text: hyphens at line ends, scripts without spaces, emphasis."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from flashdeck.extraction.dialects.pdf_pages.pieces import Piece
from flashdeck.extraction.model import Text

_HYPHENATED: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]++)[-‐]$")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_SHORTEST_STEM: Final = 2


def is_unspaced(text: str) -> bool:
    """Whether the text is of a script that sets no spaces between words."""
    return any(
        "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or "\uff00" <= character <= "\uffef"
        for character in text
    )


def joined(pieces: Iterable[Piece]) -> str:
    """Return the lines as one, without knowledge of the deck's words."""
    return Joiner().join(tuple(pieces))[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joiner:
    """Joins lines; knows the words of the deck, to tell a hyphenated word from a compound.

    Attributes:
        words: words of the deck inside lines, lower case, compounds whole.
        splits_words: whether the program that set the deck breaks words at line ends, as TeX does.
    """

    words: Counter[str] = field(default_factory=Counter)
    splits_words: bool = False

    def join(self, pieces: Sequence[Piece]) -> tuple[str, list[int]]:
        """Return the lines as one text, and where each line starts in it."""
        text = ""
        starts: list[int] = []
        for piece in pieces:
            text, glue = self._glued(text, piece.text)
            starts.append(len(text) + len(glue))
            text += glue + piece.text
        return text, starts

    def _glued(self, text: str, following: str) -> tuple[str, str]:
        if not text:
            return text, ""
        if text.endswith("\u00ad"):
            return text[:-1], ""
        match = _HYPHENATED.search(text)
        if match and following[:1].isalpha():
            return (text[:-1], "") if self._is_split(match.group(1), following) else (text, "")
        if is_unspaced(text[-1]) and is_unspaced(following[:1]):
            return text, ""
        return text, " "

    def _is_split(self, first: str, following: str) -> bool:
        """Whether the hyphen after `first` only breaks the word at the line's end."""
        match = _FIRST_WORD.match(following)
        assert match is not None
        second = match.group(0)
        if not second[0].islower() or first.isupper():
            return False
        whole, compound = self.words[(first + second).lower()], self.words[f"{first}-{second}".lower()]
        if whole != compound:
            return whole > compound
        is_known = self.words[first.lower()] > 0 and self.words[second.lower()] > 0
        return self.splits_words and not is_known and len(first) >= _SHORTEST_STEM


def words_of(lines: Iterable[str]) -> Counter[str]:
    """Return the words of the lines, without the last of each: it may be a part of one."""
    found: Counter[str] = Counter()
    for line in lines:
        own = _WORD.findall(line.lower())
        found.update(own[:-1] if line.endswith(("-", "‐")) else own)
    return found


_CITED: Final = re.compile(r"(?<=\w) \[\d{1,2}(?:, ?\d{1,2})*\](?=[.:!]?$)")
"""The numbers of other works at the end of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Makes texts of pieces.

    Attributes:
        numbers: place of a piece in its page -> number of its line in the document.
    """

    joiner: Joiner
    numbers: Mapping[int, int]

    def of(self, pieces: Sequence[Piece]) -> Text:
        """Return the pieces as one text."""
        joined, starts = self.joiner.join(pieces)
        plain = _CITED.sub("", joined)
        numbers = [self.numbers[piece.index] for piece in pieces]
        strong = [(start + first, start + end) for piece, start in zip(pieces, starts, strict=True)
                  for first, end in _ranges(piece.strong, piece, is_whole=piece.is_bold)]  # fmt: skip
        if strong == [(0, len(plain))] or all(piece.is_bold and not piece.strong for piece in pieces):
            strong = []
        code = [(start + first, start + end) for piece, start in zip(pieces, starts, strict=True)
                for first, end in _ranges(piece.code, piece, is_whole=piece.is_code)]  # fmt: skip
        return Text(
            plain=plain,
            first_line=min(numbers),
            last_line=max(numbers),
            strong=_clipped(strong, len(plain)),
            code=_clipped(code, len(plain)),
        )


def _ranges(partial: Sequence[tuple[int, int]], piece: Piece, *, is_whole: bool) -> Sequence[tuple[int, int]]:
    if partial:
        return partial
    return [(0, len(piece.text))] if is_whole else []


def _clipped(ranges: Iterable[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    return tuple((start, min(end, length)) for start, end in ranges if start < min(end, length))
