"""Reading the subject out of a title: `Subject – aspect`, `What is Subject?`, `Maker Subject`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from sys import intern
from typing import Final

ASPECT_DASH: Final = re.compile(r" [–—-] |[–—] | [–—]")
_ASPECT: Final = re.compile(r" [–—-] |[–—] | [–—]|: | [+/&] ")
_PARENTHESIS: Final = re.compile(r" ?\([^()]*\)?")
_WHAT_IS: Final = re.compile(r"what(?:['’]s| is| are)(?: an?| the)? ([^?]+?) ?\??$", re.IGNORECASE)
_CUT_OFF: Final = re.compile(r"(\w+) [–—-] ")
_INNER: Final = re.compile(r"\(([^()]+)\)")
_FRAME_END: Final = re.compile(r" (?:section|review|overview|introduction|diagram)$", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
Key = tuple[str, ...]
"""A name as compared: its words in lower case and singular, without a maker's name before them."""

_SMALL_WORD_LIST: Final = "a an and the of for in on to with vs versus what is are how why using use its your"
SMALL: Final = frozenset(_SMALL_WORD_LIST.split())
_FEWEST_OPENERS: Final = 6
_OPENER_SHARE: Final = 0.4


def stems(title: str) -> frozenset[str]:
    """Return the words of a title that carry meaning, lower case, without the plural's `s`."""
    return frozenset(words_of(title)) - SMALL


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1 << 12)
def words_of(title: str) -> Key:
    """Return the words of a title in order, lower case, singular."""
    return tuple(map(intern, map(_stem, _WORD.findall(title.lower()))))


def asked_subject(title: str) -> str:
    """Return X of `What is X?`, else nothing."""
    found = _WHAT_IS.match(title)
    return found.group(1) if found else ""


def main_part(title: str) -> str:
    """Return the title without its aspect, parentheses and frame words."""
    bare = _without_parentheses(title).strip()
    part = _ASPECT.split(bare, maxsplit=1)[0].strip(" ?")
    return _FRAME_END.sub("", part) or bare


def has_aspect(title: str) -> bool:
    """Whether the title goes on after its subject with a dash or a colon."""
    return _ASPECT.search(_without_parentheses(title)) is not None


def _without_parentheses(title: str) -> str:
    return _PARENTHESIS.sub("", title) if "(" in title else title


def leading_words(titles: Iterable[str]) -> frozenset[str]:
    """Return the words that stand before many subjects without being one, such as the name of a maker.

    Such a word is followed by many different words that open titles themselves.
    """
    distinct = set(titles)
    return _leading([title for title in distinct if not _CUT_OFF.match(title)], distinct)


def leading_aspects(titles: Iterable[str]) -> frozenset[str]:
    """Return the words that a dash cuts off before many subjects (`Security - Queues`)."""
    distinct = set(titles)
    return _leading([title for title in distinct if _CUT_OFF.match(title)], distinct)


def _leading(titles: Sequence[str], openers: Iterable[str]) -> frozenset[str]:
    seconds: dict[str, set[str]] = defaultdict(set)
    firsts: set[str] = set()
    for title in openers:
        firsts.update(words_of(title)[:1])
    for title in titles:
        words = words_of(title)
        if len(words) > 1:
            seconds[words[0]].add(words[1])
    leading = {first for first, after in seconds.items() if _is_leading(len(after & firsts), len(after))}
    return frozenset(leading) - SMALL


def _is_leading(openers: int, after: int) -> bool:
    return openers >= _FEWEST_OPENERS and openers >= _OPENER_SHARE * after


def without_aspect_before(title: str, aspects: frozenset[str]) -> str:
    """Return the title without a aspect that a dash cuts off (`Security - Queues`), else as it is."""
    found = _CUT_OFF.match(title)
    return title[found.end() :] if found and _stem(found.group(1).lower()) in aspects else title


def printed_words(title: str, count: int) -> str:
    """Return the first `count` words of the title as printed, without small words at the end."""
    spans = [(found.end(), found.group().lower()) for found in _WORD.finditer(title)][: max(count, 0)]
    while spans and spans[-1][1] in SMALL:
        spans.pop()
    return title[: spans[-1][0]] if spans else ""


def parentheses(title: str) -> list[str]:
    """Return what stands in parentheses."""
    return _INNER.findall(title)


def is_acronym(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of `short` are initials of the words, in order."""
    initials = iter(word[0] for word in words)
    return len(words) > 1 and all(letter in initials for letter in short.lower())
