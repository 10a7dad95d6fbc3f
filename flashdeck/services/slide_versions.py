"""A later version of slides against what was imported of an earlier one: same, moved, edited, removed, new."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from flashdeck.domain.note import NewNote
from flashdeck.storage.notes import ImportedNote

_ALIKE: Final = 70.0
"""Least similarity, 0 to 100, of question and answer together for two cards to be versions of one."""
_MOST_COMPARED: Final = 1000
"""Cards compared with each other at once; comparing takes the square of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A note and what the later slides have in its place."""

    before: ImportedNote
    after: NewNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How the cards of a later version relate to the notes there are.

    Attributes:
        same: word for word at the same place of the outline.
        moved: word for word under another section, topic or slide, or back after an earlier version lacked it.
        edited: other words for the same fact.
        removed: no longer in the slides.
        new: not in the earlier version.
    """

    same: tuple[Version, ...] = ()
    moved: tuple[Version, ...] = ()
    edited: tuple[Version, ...] = ()
    removed: tuple[ImportedNote, ...] = ()
    new: Sequence[NewNote] = ()


def compare(before: Sequence[ImportedNote], after: Sequence[NewNote]) -> Comparison:
    """Pair the notes of earlier slides with the cards of later ones; each is used once."""
    if not before:
        return Comparison(new=after)
    after = list(after)  # each card is one object from here on
    same, before, after = _pair_by(before, after, lambda old: old.note.source_key, lambda new: new.source_key)
    moved, before, after = _pair_by(
        before,
        after,
        lambda old: (old.note.content.kind, old.front, old.back),
        lambda new: (new.content.kind, new.content.front, new.content.back),
    )
    edited = _pair_alike(before, after, by_topic=True)
    edited += _pair_alike(*_without(before, after, edited), by_topic=False)
    before, after = _without(before, after, edited)
    return Comparison(
        same=tuple(same),
        moved=tuple(moved),
        edited=tuple(edited),
        removed=tuple(before),
        new=tuple(after),
    )


def _pair_by(
    before: Sequence[ImportedNote],
    after: Sequence[NewNote],
    key_of_old: Callable[[ImportedNote], object],
    key_of_new: Callable[[NewNote], object],
) -> tuple[list[Version], list[ImportedNote], list[NewNote]]:
    """Pair what has equal keys, in order; return the pairs and what is left of both."""
    waiting: defaultdict[object, list[ImportedNote]] = defaultdict(list)
    for old in reversed(before):
        waiting[key_of_old(old)].append(old)
    pairs: list[Version] = []
    for new in after:
        candidates = waiting.get(key_of_new(new))
        if candidates:
            pairs.append(Version(before=candidates.pop(), after=new))
    return pairs, *_without(before, after, pairs)


def _without(
    before: Sequence[ImportedNote], after: Sequence[NewNote], pairs: Iterable[Version]
) -> tuple[list[ImportedNote], list[NewNote]]:
    """Return what the pairs leave of both."""
    used = {id(each) for pair in pairs for each in (pair.before, pair.after)}
    return [old for old in before if id(old) not in used], [new for new in after if id(new) not in used]


def _pair_alike(before: Iterable[ImportedNote], after: Iterable[NewNote], *, by_topic: bool) -> list[Version]:
    """Pair what is alike, the most alike first; within a topic, or anywhere (a slide may have a new title)."""
    bins: defaultdict[str, tuple[list[ImportedNote], list[NewNote]]] = defaultdict(lambda: ([], []))
    for old in before:
        bins[old.note.content.topic.casefold() if by_topic else ""][0].append(old)
    for new in after:
        bins[new.content.topic.casefold() if by_topic else ""][1].append(new)
    pairs: list[Version] = []
    for olds, news in bins.values():
        pairs.extend(_pair_within(olds[:_MOST_COMPARED], news[:_MOST_COMPARED]))
    return pairs


def _pair_within(olds: list[ImportedNote], news: list[NewNote]) -> list[Version]:
    if not olds or not news:
        return []
    news_texts = [f"{new.content.front}\n{new.content.back}" for new in news]
    scored = [
        (score, row, column)
        for row, old in enumerate(olds)
        for _, score, column in process.extract(
            f"{old.front}\n{old.back}", news_texts, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=5
        )
    ]
    scored.sort(key=lambda item: (-item[0], item[1], item[2]))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, column in scored:
        if row not in pairs and column not in taken:
            pairs[row] = column
            taken.add(column)
    return [Version(before=olds[row], after=news[column]) for row, column in sorted(pairs.items())]
