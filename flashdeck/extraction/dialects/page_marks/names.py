"""Collecting the subjects that the titles of a deck name, and how they are printed."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects.page_marks.outline import Place
from flashdeck.extraction.dialects.page_marks.sketches import WordCases
from flashdeck.extraction.dialects.page_marks.subjects import (
    SMALL,
    Key,
    asked_subject,
    has_aspect,
    is_acronym,
    leading_aspects,
    leading_words,
    main_part,
    parentheses,
    printed_words,
    without_aspect_before,
    words_of,
)
from flashdeck.extraction.model import SlideKind

_LONGEST_NAME: Final = 5
_LONGEST_PREFIX: Final = 8
_FEWEST_TITLES: Final = 3
_SMALL_SHARE: Final = 0.05
_DIVIDER_WEIGHT: Final = 1000
_LEAD_WEIGHT: Final = 10


class Names:
    """The subjects of a deck under the form in which they are compared (`Key`).

    A subject is anchored when a divider, a question (`What is X?`) or a maker's name (`Maker X`) backs it.
    """

    def __init__(self, titles: Sequence[str], places: Sequence[Place], cases: WordCases) -> None:
        self._leads = leading_words(titles)
        self._aspects = leading_aspects(titles)
        self._cases = cases
        self._prints: dict[Key, tuple[str, int] | Counter[str]] = {}
        """How often each form of a name stands there; nearly all have one."""
        self._anchored: set[Key] = set()
        self._known: set[Key] = set()
        self._dividers: set[Key] = set()
        self._aliases: dict[Key, Key] = {}
        taught = [
            (title, place)
            for title, place in zip(titles, places, strict=True)
            if title and place.kind not in (SlideKind.SECTION, SlideKind.FRONT_MATTER)
        ]
        self._single = self._single_names([title for title, _ in taught])
        self._known |= self._single
        for title, place in taught:
            self._note_title(title, place)
        self._note_repeated([title for title, _ in taught])
        self._shorten_dividers()

    def _single_names(self, titles: Sequence[str]) -> set[Key]:
        """Return the words that open several titles and are never printed small, as names of products are."""
        firsts = Counter(self.key(title)[:1] for title in titles if not asked_subject(title))
        return {key for key, count in firsts.items() if key and count >= _FEWEST_TITLES and self._is_name(key)}

    def _is_name(self, key: Key) -> bool:
        word = key[0]
        small, capital = self._cases.of(word)
        return len(key) > 1 or (len(word) > 1 and word not in SMALL and small <= _SMALL_SHARE * (small + capital))

    def _note_title(self, title: str, place: Place) -> None:
        subject = self.subject(title)
        key = self.key(subject)
        self._print(subject, 1)
        if place.kind is SlideKind.DIVIDER:
            for part in title.split(" / "):
                self._dividers.add(self.key(main_part(part)))
                self._note(main_part(part), weight=_DIVIDER_WEIGHT, anchored=place.is_firm)
        elif asked_subject(title):
            self._note(asked_subject(title), anchored=True)
        elif self.is_led(subject) and len(key) <= _LONGEST_NAME:
            self._note_led(title, subject, key)

    def _note_led(self, title: str, subject: str, key: Key) -> None:
        self._print(printed_words(subject, len(words_of(subject)) - len(key) + 1), 1)
        if key[:1] not in self._single or len(key) == 1:
            self._note(subject, anchored=True)
        for inner in parentheses(title):
            alias = self.key(inner)
            if len(alias) == 1 and is_acronym(alias[0], words_of(subject)):
                self._print(inner, 1)
                self._aliases.update({key: alias} if alias in self._single else {alias: key})

    def _note_repeated(self, titles: Sequence[str]) -> None:
        aspects: dict[Key, set[str]] = defaultdict(set)
        for title in titles:
            subject = self.subject(title)
            if title == subject or has_aspect(title):
                aspects[self.key(subject)].add(title)
        self._known.update(
            key
            for key, seen in aspects.items()
            if len(seen) > 1 and any(map(has_aspect, seen)) and 0 < len(key) <= _LONGEST_NAME and self._is_name(key)
        )

    def _note(self, name: str, *, anchored: bool, weight: int = 1) -> None:
        key = self.key(name)
        if key:
            self._print(name, weight)
            self._known.add(key)
            if anchored:
                self._anchored.add(key)

    def _print(self, name: str, weight: int) -> None:
        key, weight = self.key(name), weight + (_LEAD_WEIGHT if self.is_led(name) else 0)
        prints = self._prints.get(key, (name, 0))
        if isinstance(prints, tuple) and prints[0] == name:
            self._prints[key] = (name, prints[1] + weight)
        else:
            counts = self._counts(key)
            counts[name] += weight
            self._prints[key] = counts

    def _counts(self, key: Key) -> Counter[str]:
        """Return how often each form of a name stands there, the first one first."""
        prints = self._prints[key]
        return prints if isinstance(prints, Counter) else Counter(dict([prints]))

    def key(self, name: str) -> Key:
        """Return the form under which a name is compared."""
        words = words_of(name)
        start = 0
        while start < len(words) - 1 and words[start] in self._leads:
            start += 1
        return words[start:]

    def subject(self, title: str) -> str:
        """Return what a title is about: `Maker Subject – aspect`, `Aspect - Subject` with a frequent aspect."""
        return main_part(without_aspect_before(title, self._aspects))

    def is_led(self, title: str) -> bool:
        """Whether the title opens with a maker's name."""
        words = words_of(title)
        return len(words) > 1 and words[0] in self._leads

    def _shorten_dividers(self) -> None:
        """Let a divider (`Maker Search Service`) mean the shorter name that is asked for (`What is Search?`)."""
        for key in self._dividers:
            for length in range(1, len(key)):
                if key[:length] in self._anchored:
                    self._aliases[key] = key[:length]
                    counts = self._counts(key[:length])
                    counts.update(self._counts(key))
                    self._prints[key[:length]] = counts

    def is_divided(self, key: Key) -> bool:
        """Whether a divider opens the subject somewhere."""
        return any(self._resolved(divider) == key for divider in self._dividers)

    def is_anchored(self, key: Key) -> bool:
        """Whether more than the repetition of its name backs the subject."""
        return key in self._anchored

    def is_sticky(self, key: Key) -> bool:
        """Whether slides whose titles name nothing stay with the subject."""
        return key in self._anchored or key in self._single

    def shown(self, key: Key) -> str:
        """Return the name as the deck prints it most, a maker's name included."""
        prints = self._prints.get(key)
        if prints is None:
            return " ".join(key)
        return prints[0] if isinstance(prints, tuple) else prints.most_common(1)[0][0]

    def own(self, title: str) -> Key:
        """Return the title's own subject, known or not."""
        subject = self.subject(title)
        self._print(subject, 1)
        return self._resolved(self.key(subject))

    def shared(self, title: str, other: str) -> Key:
        """Return the name of two titles that open with the same words, or nothing."""
        words, others = words_of(title), words_of(other)
        same = next((i for i, pair in enumerate(zip(words, others, strict=False)) if pair[0] != pair[1]), len(words))
        name = title if words == others else printed_words(title, min(same, len(others)))
        if words != others and len(words_of(name)) < _FEWEST_TITLES:
            return ()
        self._print(main_part(name), 1)
        return self.key(main_part(name))

    def opened_by(self, title: str) -> Key:
        """Return the known subject that opens the title: the shortest anchored one, else the shortest of many words."""
        words = self.key(asked_subject(title) or without_aspect_before(title, self._aspects))
        prefixes = [words[:length] for length in range(1, min(len(words), _LONGEST_PREFIX) + 1)]
        prefixes = [prefix for prefix in prefixes if prefix in self._known or prefix in self._aliases]
        best = [prefix for prefix in prefixes if prefix in self._anchored] or [
            prefix for prefix in prefixes if len(prefix) > 1
        ]
        return self._resolved(best[0] if best else prefixes[0] if prefixes else ())

    def held_in(self, title: str) -> list[Key]:
        """Return the known subjects that stand anywhere in the title, the longest first."""
        words = words_of(title)
        spans = (words[start : start + size] for size in range(_LONGEST_NAME, 0, -1) for start in range(len(words)))
        return [self._resolved(span) for span in spans if span in self._known]

    def _resolved(self, key: Key) -> Key:
        return self._aliases.get(key, key)
