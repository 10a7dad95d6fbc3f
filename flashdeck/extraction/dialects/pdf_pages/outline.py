"""What each page is for, and the section and topic it belongs to."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from flashdeck.extraction.dialects.pdf_pages.body import Body
from flashdeck.extraction.dialects.pdf_pages.bookmarks import Bookmarks
from flashdeck.extraction.dialects.pdf_pages.prose import count_words
from flashdeck.extraction.dialects.pdf_pages.titles import Head
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import BulletList, Paragraph, SlideKind

_FRONT: Final = re.compile(
    r"(?:disclaimer|copyright|licen[cs]e$|agenda|outline|(?:table of )?contents|overview of (?:the )?(?:talk|course)"
    r"|gliederung|inhalt|tagesordnung|übersicht$|sommaire|plan$|índice|目次|アジェンダ|目录"
    r"|(?:more )?about (?:me|us|the (?:author|speaker|instructor|course))|who (?:am i|are you|we are|are we)"
    r"|über (?:mich|uns)|thank(?:s| you)\b|danke\b|vielen dank|merci|gracias|ありがとう|questions\s*\??$|any questions"
    r"|fragen\s*\??$|q ?& ?a\b|welcome\b|willkommen|acknowledge?ments?|danksagung|credits|contact$|kontakt$"
    r"|(?:what|topics) we(?:['’](?:ll|re going to)| will| are going to)? cover|today(?: we|['’]s)\b"
    r"|(?:(?:useful|online|additional|further|more|other|best) ){1,2}(?:resources?|links|reading|sources)"
    r"|references?\b|bibliography|literatur|quellen|sources$|further reading|resources$|links$|références|参考文献)",
    re.IGNORECASE,
)
_EXERCISE: Final = re.compile(
    r"(?:exercises?|hands?[- ]on|labs?|tasks?|assignments?|homework|quiz|poll|discussion|brainstorming|group work|demo"
    r"|übung(?:en|saufgaben?)?|aufgaben?|hausaufgabe|diskussion|exercices?|ejercicios?|演習|練習)\b",
    re.IGNORECASE,
)
_FEWEST_LISTED: Final = 2
_LISTED_SHARE: Final = 0.6
_LARGER: Final = 1.2
_MOST_LINES_OF_DIVIDER: Final = 3
_MOST_WORDS_OF_DIVIDER: Final = 15
_SAME_SIZE: Final = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page stands in the deck."""

    kind: SlideKind
    section: str
    topic: str
    is_comparison: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What the outline is read from, for one page.

    Attributes:
        lines: how many lines stand below the title, labels included, running lines not.
        bar: texts of the navigation bar at the top.
    """

    number: int
    head: Head
    body: Body
    lines: int
    bar: tuple[str, ...] = ()


def find_places(leaves: Sequence[Leaf], bookmarks: Bookmarks) -> list[Place]:
    """Return the kind, the section and the topic of each page."""
    kinds = _kinds(leaves)
    largest = max((leaf.head.size for leaf, kind in _paired(leaves, kinds) if kind is SlideKind.SECTION), default=0.0)
    if not bookmarks.sections:
        kinds = [
            SlideKind.DIVIDER if kind is SlideKind.SECTION and leaf.head.size < _SAME_SIZE * largest else kind
            for leaf, kind in _paired(leaves, kinds)
        ]
    opens = sum(kind in (SlideKind.SECTION, SlideKind.DIVIDER) for kind in kinds)
    places: list[Place] = []
    section = topic = announced = ""
    for leaf, kind in _paired(leaves, kinds):
        if bookmarks.sections:
            section, topic = bookmarks.sections.get(leaf.number, section), _topic(leaf, bookmarks, topic)
        elif kind is SlideKind.SECTION:
            section, topic = leaf.head.title, ""
        elif kind is SlideKind.DIVIDER:
            topic = leaf.head.title
        elif leaf.bar and not opens:
            section, topic = leaf.bar[0], leaf.bar[1] if len(leaf.bar) == 2 else ""
        elif opens == 1:
            section = topic = ""  # one page set apart ends nowhere; it speaks for itself alone
        title = leaf.head.title or announced
        own_topic = topic if leaf.head.title else topic or announced
        apart = leaf.body.sets_apart(title)
        places.append(Place(kind=kind, section=section, topic=own_topic, is_comparison=apart))
        # an untitled page goes on with what the page of nothing but a title before it announced
        names = kind is SlideKind.TITLE_ONLY and leaf.lines <= 2 and not leaf.head.title.endswith("?")
        announced = leaf.head.title if names else ""
    return places


def _paired(leaves: Sequence[Leaf], kinds: Sequence[SlideKind]) -> Iterator[tuple[Leaf, SlideKind]]:
    yield from zip(leaves, kinds, strict=True)


def _kinds(leaves: Sequence[Leaf]) -> list[SlideKind]:
    usual = _usual_size(leaves)
    agenda = _listed_titles(leaves)
    bare = {leaf.head.size for leaf in leaves if leaf.lines == 0 and leaf.head.title and not leaf.head.in_slot}
    later = Counter(terms.key(leaf.head.title) for leaf in leaves)
    kinds: list[SlideKind] = []
    exercise: str | None = None
    for index, leaf in enumerate(leaves):
        title = terms.key(leaf.head.title)
        later[title] -= 1
        if _EXERCISE.match(leaf.head.title):
            exercise = _repeated_next(leaves, index)
            kinds.append(SlideKind.FRONT_MATTER)
        elif exercise is not None and title == exercise:
            kinds.append(SlideKind.FRONT_MATTER)
        else:
            exercise = None
            kinds.append(_kind(index, leaf, agenda, later, _Sizes(usual=usual, bare=frozenset(bare))))
    return kinds


def _repeated_next(leaves: Sequence[Leaf], index: int) -> str | None:
    """Return the key of the title that the pages after an exercise share, or none of them has: its material."""
    following = [terms.key(leaf.head.title) for leaf in leaves[index + 1 : index + 3]]
    if following and not following[0] and leaves[index].lines == 0:
        return ""
    return following[0] if len(following) == 2 and following[0] and following[0] == following[1] else None


def _topic(leaf: Leaf, bookmarks: Bookmarks, topic: str) -> str:
    if leaf.number in bookmarks.sections:
        return bookmarks.topics.get(leaf.number, "")
    return bookmarks.topics.get(leaf.number, topic)


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Type sizes of titles: the usual one, and those of pages that hold nothing else."""

    usual: float
    bare: frozenset[float]


def _kind(index: int, leaf: Leaf, agenda: frozenset[str], later: Counter[str], sizes: _Sizes) -> SlideKind:
    title = leaf.head.title
    if _FRONT.match(title) or _is_outline(leaf, later):
        return SlideKind.FRONT_MATTER
    if index == 0 and (not leaf.head.in_slot or not leaf.body.groups):
        return SlideKind.FRONT_MATTER
    if title and _is_divider(leaf, agenda, sizes):
        return SlideKind.SECTION
    if leaf.body.groups or not title:
        return SlideKind.CONTENT
    return SlideKind.TITLE_ONLY


def _is_divider(leaf: Leaf, agenda: frozenset[str], sizes: _Sizes) -> bool:
    """Whether a page holds a title out of its usual place or size and hardly anything else."""
    head = leaf.head
    if count_words(head.title) > _MOST_WORDS_OF_DIVIDER or any(
        isinstance(block, BulletList) for group in leaf.body.groups for block in group.blocks
    ):
        return False
    if leaf.lines == 0:
        is_asked = head.title.endswith("?") and head.size <= sizes.usual
        return not is_asked and (not head.in_slot or terms.key(head.title) in agenda)
    is_large = head.size >= _LARGER * sizes.usual or (head.size > sizes.usual and head.size in sizes.bare)
    return not head.in_slot and leaf.lines <= _MOST_LINES_OF_DIVIDER and is_large


def _usual_size(leaves: Sequence[Leaf]) -> float:
    sizes = sorted(leaf.head.size for leaf in leaves if leaf.head.in_slot)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _items(leaf: Leaf) -> Iterator[str]:
    for group in leaf.body.groups:
        for block in group.blocks:
            if isinstance(block, BulletList):
                yield from (bullet.text.plain for top in block.items for bullet in top.walk())
            elif isinstance(block, Paragraph):
                yield block.text.plain


def _is_outline(leaf: Leaf, later: Counter[str]) -> bool:
    """Whether most items of a page are the titles of later pages."""
    items = [terms.key(item) for item in _items(leaf)]
    hits = sum(later[item] > 0 for item in items)
    return hits >= _FEWEST_LISTED and hits >= _LISTED_SHARE * len(items)


def _listed_titles(leaves: Sequence[Leaf]) -> frozenset[str]:
    """Return the keys of what the agendas of the deck list."""
    return frozenset(terms.key(item) for leaf in leaves if _FRONT.match(leaf.head.title) for item in _items(leaf)) - {
        ""
    }
