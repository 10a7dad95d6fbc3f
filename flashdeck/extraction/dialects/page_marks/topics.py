"""Finding what each slide is about: dividers open topics, titles name them, and slides without a name stay in them."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

from flashdeck.extraction.dialects.page_marks.names import Names
from flashdeck.extraction.dialects.page_marks.outline import Place
from flashdeck.extraction.dialects.page_marks.sketches import Sketch, WordCases
from flashdeck.extraction.dialects.page_marks.subjects import Key, main_part, stems, words_of
from flashdeck.extraction.model import BulletList, Group, Slide, SlideKind

_NEIGHBOURS: Final = 3
_RUN: Final = 3
_MOST_LISTED: Final = 8
_PRODUCT: Final = re.compile(r"[A-Z][a-z]+[A-Z]\w*")


def find_topics(
    pages: Sequence[Sketch], cases: WordCases, places: Sequence[Place], slides: Sequence[Slide]
) -> list[str]:
    """Return the topic of each page.

    Args:
        pages: in order.
        cases: how their words are printed.
        places: where each stands in the deck.
        slides: what each holds.
    """
    titles = [page.title for page in pages]
    names = Names(titles, places, cases)
    keys = _Follower(titles, places, names).read()
    topics = [
        title if place.kind is SlideKind.SECTION else names.shown(key) if key else ""
        for title, place, key in zip(titles, places, keys, strict=True)
    ]
    _name_listed(topics, titles, places, slides)
    return topics


class _Topic(NamedTuple):
    """The topic that is open.

    Attributes:
        sticky: slides that name nothing belong to it.
        from_divider: a divider opened it.
    """

    key: Key = ()
    sticky: bool = False
    from_divider: bool = False


class _Follower:
    """Follows the topic from slide to slide."""

    def __init__(self, titles: Sequence[str], places: Sequence[Place], names: Names) -> None:
        self._titles = titles
        self._words = [words_of(main_part(title)) for title in titles]
        self._places = places
        self._names = names
        self._opened = [names.opened_by(title) for title in titles]
        self._common = _common_words(self._titles)

    def read(self) -> list[Key]:
        keys: list[Key] = []
        topic = _Topic()
        for index, place in enumerate(self._places):
            topic = self._next(index, place, topic)
            keys.append(topic.key)
        return keys

    def _next(self, index: int, place: Place, topic: _Topic) -> _Topic:
        if place.kind is SlideKind.SECTION:
            return _Topic()
        if place.kind is SlideKind.DIVIDER:
            key = self._names.own(self._titles[index].split(" / ")[0])
            return _Topic(key=key, sticky=place.is_firm, from_divider=True)
        key = self._key(index, topic)
        if key == topic.key:
            return topic
        return _Topic(key=key, sticky=self._names.is_sticky(key), from_divider=self._names.is_divided(key))

    def _key(self, index: int, topic: _Topic) -> Key:
        title = self._titles[index]
        if not title or _holds(self._words[index], topic.key):
            return topic.key
        opened = self._opened[index]
        if opened:
            return topic.key if self._is_aside(index, opened, topic) else opened
        near = self._near(index)
        held = next((key for key in self._names.held_in(title) if key in near), ())
        if held:
            return held
        run = self._run(index)
        if run and (not topic.from_divider or self._is_long_run(index)) and not self._comes_back(index, topic.key):
            return run
        if self._stays(index, topic):
            return topic.key
        return self._names.own(title)

    def _is_aside(self, index: int, opened: Key, topic: _Topic) -> bool:
        """Whether a title that opens with another subject still belongs to the open topic."""
        name = topic.key[:1]
        if len(topic.key) > 1 and name in self._opened and name[0] in self._words[index] and opened[:1] != name:
            return True
        if not topic.from_divider or not self._comes_back(index, topic.key):
            return False
        return not self._names.is_anchored(opened) or self._titles[index].endswith("?")

    def _stays(self, index: int, topic: _Topic) -> bool:
        """Whether a title that names no subject leaves the topic open."""
        if topic.sticky:
            return _PRODUCT.fullmatch(self._titles[index]) is None
        return self._shares_words(index, topic)

    def _comes_back(self, index: int, key: Key) -> bool:
        return bool(key) and any(
            _holds(words, key) or opened == key
            for words, opened in zip(
                self._words[index + 1 : index + 1 + _NEIGHBOURS],
                self._opened[index + 1 : index + 1 + _NEIGHBOURS],
                strict=True,
            )
        )

    def _shares_words(self, index: int, topic: _Topic) -> bool:
        """Whether this slide, or one of the next below a divider, shares a telling word with the topic."""
        words = stems(" ".join(topic.key)) - self._common
        end = index + (_NEIGHBOURS if topic.from_divider else 1)
        return any(words & stems(title) for title in self._titles[index:end])

    def _near(self, index: int) -> frozenset[Key]:
        return frozenset(self._opened[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]) - {()}

    def _run(self, index: int) -> Key:
        """Return the name that this slide's title shares with the title beside it."""
        beside = [other for other in (index - 1, index + 1) if 0 <= other < len(self._titles)]
        shared = [self._names.shared(self._titles[index], self._titles[other]) for other in beside]
        return min(filter(None, shared), key=len, default=())

    def _is_long_run(self, index: int) -> bool:
        around = self._titles[max(0, index - _RUN + 1) : index + _RUN]
        return around.count(self._titles[index]) >= _RUN


def _common_words(titles: Sequence[str]) -> frozenset[str]:
    counts = Counter(chain.from_iterable(map(stems, titles)))
    return frozenset(word for word, count in counts.items() if count > max(_RUN, len(titles) // 20))


def _holds(words: Key, key: Key) -> bool:
    return bool(key) and any(words[start : start + len(key)] == key for start in range(len(words) - len(key) + 1))


def _name_listed(topics: list[str], titles: Sequence[str], places: Sequence[Place], slides: Sequence[Slide]) -> None:
    """Give slides that a slide before them lists by name the topic of that slide."""
    for index, title in enumerate(titles):
        listed = _listed(slides[index].groups) if topics[index] == title else []
        if len(listed) < 2:
            continue
        end = index + 1
        while end < min(len(titles), index + _MOST_LISTED) and places[end].kind is SlideKind.CONTENT:
            if not any(name and name <= stems(titles[end]) for name in listed):
                break
            end += 1
        if end - index > 2:
            topics[index + 1 : end] = [topics[index]] * (end - index - 1)


def _listed(groups: Sequence[Group]) -> list[frozenset[str]]:
    if len(groups) != 1 or not isinstance(groups[0].blocks[0], BulletList):
        return []
    return [stems(item.text.plain) for item in groups[0].blocks[0].items if not item.children]
