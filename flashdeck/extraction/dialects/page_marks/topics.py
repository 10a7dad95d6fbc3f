"""Finding what each slide is about: dividers open topics, titles name them, and slides without a name stay in them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flashdeck.extraction.dialects.page_marks.blocks import Body
from flashdeck.extraction.dialects.page_marks.outline import Place
from flashdeck.extraction.dialects.page_marks.subjects import (
    asked_subject,
    has_aspect,
    leading_words,
    main_part,
    stems,
    without_leads,
    words_of,
)
from flashdeck.extraction.dialects.page_marks.titles import Head
from flashdeck.extraction.model import BulletList, SlideKind

_Key = tuple[str, ...]

_LONGEST_NAME: Final = 5
_NEIGHBOURS: Final = 3
_RUN: Final = 3
_CHILD_SLIDES: Final = 8


def find_topics(heads: Sequence[Head], bodies: Sequence[Body], places: Sequence[Place]) -> list[str]:
    """Return the topic of each slide."""
    names = _Names(heads, places)
    keys = _Follower(heads, places, names).read()
    topics = [
        head.title if place.kind is SlideKind.SECTION else names.shown(key) if key else ""
        for head, place, key in zip(heads, places, keys, strict=True)
    ]
    _name_listed(topics, heads, bodies, places)
    return topics


class _Names:
    """The subjects that the titles of the deck name, and how they are printed."""

    def __init__(self, heads: Sequence[Head], places: Sequence[Place]) -> None:
        self._titles = [head.title for head in heads]
        self._leads = leading_words(self._titles)
        self._prints: dict[_Key, Counter[str]] = defaultdict(Counter)
        self._strong: set[_Key] = set()
        self._known: set[_Key] = set()
        self._collect(heads, places)

    def _collect(self, heads: Sequence[Head], places: Sequence[Place]) -> None:
        aspects: dict[_Key, set[str]] = defaultdict(set)
        firsts: Counter[str] = Counter()
        for head, place in zip(heads, places, strict=True):
            key = self.key(main_part(head.title))
            if not key or place.kind in (SlideKind.SECTION, SlideKind.FRONT_MATTER):
                continue
            firsts.update(key[:1] if not asked_subject(head.title) else ())
            self._print(key, main_part(head.title), 1)
            if place.kind is SlideKind.DIVIDER:
                self._note_divider(head.title, firm=place.is_firm)
            if asked_subject(head.title):
                self._note(asked_subject(head.title), strong=True)
            if has_aspect(head.title):
                aspects[key].add(head.title)
            if self.is_led(head.title) and len(key) <= _LONGEST_NAME:
                self._note(main_part(head.title), strong=True)
        self._known.update(key for key, titles in aspects.items() if len(titles) > 1 and len(key) <= _LONGEST_NAME)
        self._known.update((word,) for word, count in firsts.items() if count >= _RUN and self._is_name(word))

    def _note_divider(self, title: str, *, firm: bool) -> None:
        for part in title.split(" / "):
            self._note(main_part(part), strong=firm)
            self._print(self.key(main_part(part)), main_part(title) if " / " not in title else part, 100)

    def _note(self, name: str, *, strong: bool) -> None:
        key = self.key(name)
        if key:
            self._print(key, name, 1)
            self._known.add(key)
            if strong:
                self._strong.add(key)

    def _print(self, key: _Key, name: str, weight: int) -> None:
        if self.key(name) == key:
            self._prints[key][name] += weight + (_RUN if self.is_led(name) else 0)

    def _is_name(self, word: str) -> bool:
        """Whether a word that opens several titles is a name rather than any word: it is never printed small."""
        prints = [part for title in self._titles for part in title.split() if part.lower().rstrip("s?:,") == word]
        return not any(part.islower() for part in prints) and any(not part.istitle() for part in prints)

    def key(self, name: str) -> _Key:
        """Return the form under which a name is compared."""
        return without_leads(words_of(name), self._leads)

    def is_led(self, title: str) -> bool:
        """Whether the title opens with a maker's name."""
        words = words_of(title)
        return len(words) > 1 and words[0] in self._leads

    def is_strong(self, key: _Key) -> bool:
        """Whether slides whose titles name nothing stay with the subject."""
        return key in self._strong or (len(key) == 1 and key in self._known)

    def shown(self, key: _Key) -> str:
        """Return the name as the deck prints it most."""
        prints = self._prints.get(key)
        return prints.most_common(1)[0][0] if prints else " ".join(key)

    def opened_by(self, title: str) -> _Key:
        """Return the known subject that opens the title: the shortest that a divider or a maker's name backs."""
        words = self.key(asked_subject(title) or title)
        prefixes = [words[:length] for length in range(1, len(words) + 1) if words[:length] in self._known]
        strong = [prefix for prefix in prefixes if prefix in self._strong]
        return strong[0] if strong else prefixes[-1] if prefixes else ()

    def held_in(self, title: str) -> list[_Key]:
        """Return the known subjects that stand anywhere in the title."""
        words = words_of(title)
        spans = (words[start : start + size] for size in range(_LONGEST_NAME, 0, -1) for start in range(len(words)))
        return [span for span in spans if span in self._known]


@dataclass(slots=True)
class _Current:
    key: _Key = ()
    firm: bool = False


class _Follower:
    """Follows the topic from slide to slide."""

    def __init__(self, heads: Sequence[Head], places: Sequence[Place], names: _Names) -> None:
        self._heads = heads
        self._places = places
        self._names = names
        self._opened = [names.opened_by(head.title) for head in heads]
        self._common = _common(heads)

    def read(self) -> list[_Key]:
        keys: list[_Key] = []
        current = _Current()
        for index, (head, place) in enumerate(zip(self._heads, self._places, strict=True)):
            if place.kind is SlideKind.SECTION:
                current = _Current()
                keys.append(())
            elif place.kind is SlideKind.DIVIDER:
                key = self._names.key(main_part(head.title.split(" / ")[0]))
                current = _Current(key=key, firm=place.is_firm)
                keys.append(key)
            else:
                key = self._key(index, current)
                if key != current.key:
                    current = _Current(key=key, firm=self._names.is_strong(key))
                keys.append(key)
        return keys

    def _key(self, index: int, current: _Current) -> _Key:
        title = self._heads[index].title
        if not title:
            return current.key
        if current.key and _holds(words_of(title), current.key):
            return current.key
        if self._opened[index]:
            return self._opened[index]
        near = self._near(index)
        for key in self._names.held_in(title):
            if key in near:
                return key
        shared = self._shared_start(index)
        if shared:
            return shared
        if current.firm or self._comes_back(index, current.key):
            return current.key
        return self._names.key(main_part(title))

    def _near(self, index: int) -> frozenset[_Key]:
        return frozenset(self._opened[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]) - {()}

    def _shared_start(self, index: int) -> _Key:
        """Return the name of a run of slides that all have the same title or open with the same three words."""
        run = self._heads[max(0, index - _RUN + 1) : index + _RUN]
        title = self._heads[index].title
        if sum(head.title == title for head in run) >= _RUN:
            return self._names.key(main_part(title))
        start = words_of(title)[:_RUN]
        beside = [words_of(head.title)[:_RUN] for head in self._heads[max(0, index - 1) : index + 2]]
        return start if len(start) == _RUN and beside.count(start) > 1 else ()

    def _comes_back(self, index: int, key: _Key) -> bool:
        """Whether one of the next slides names a topic that a loose divider opened."""
        if not key:
            return False
        words = stems(" ".join(key)) - self._common
        return any(words & stems(head.title) for head in self._heads[index : index + _NEIGHBOURS])


def _common(heads: Sequence[Head]) -> frozenset[str]:
    counts = Counter(word for head in heads for word in stems(head.title))
    return frozenset(word for word, count in counts.items() if count > max(_RUN, len(heads) // 20))


def _holds(words: Sequence[str], key: _Key) -> bool:
    return any(tuple(words[start : start + len(key)]) == key for start in range(len(words) - len(key) + 1))


def _name_listed(topics: list[str], heads: Sequence[Head], bodies: Sequence[Body], places: Sequence[Place]) -> None:
    """Give slides that a slide before them lists by name the topic of that slide."""
    for index, (head, body) in enumerate(zip(heads, bodies, strict=True)):
        listed = _listed(body)
        if len(listed) < 2 or topics[index] != head.title:
            continue
        end = index + 1
        while end < min(len(heads), index + _CHILD_SLIDES) and places[end].kind is SlideKind.CONTENT:
            if not any(name and name <= stems(heads[end].title) for name in listed):
                break
            end += 1
        if end - index > 2:
            topics[index + 1 : end] = [topics[index]] * (end - index - 1)


def _listed(body: Body) -> list[frozenset[str]]:
    if len(body.groups) != 1 or not isinstance(body.groups[0].blocks[0], BulletList):
        return []
    return [stems(item.text.plain) for item in body.groups[0].blocks[0].items if not item.children]
