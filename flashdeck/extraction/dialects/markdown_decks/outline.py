"""What each slide is for, and the section and topic it belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flashdeck.extraction.dialects.agendas import sections_by_agendas
from flashdeck.extraction.dialects.markdown_decks.front_titles import is_agenda_title, is_front_title
from flashdeck.extraction.dialects.markdown_decks.groups import Content
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.model import BulletList, Paragraph, SlideKind, Table

_ORDINAL: Final = re.compile(
    r"(?:section|chapter|part|module|unit|lecture|week|day|teil|kapitel|abschnitt|modul|einheit|woche|tag|lektion)"
    r"\s+(?:\d+|[IVX]+|one|two|three|four|five|eins|zwei|drei|vier|fünf)\b",
    re.IGNORECASE,
)
_OPENING_LAYOUTS: Final = word_set(
    "title lead section chapter divider inverse cover intro section-title title-slide part segue standout"
)
_COVER_LAYOUTS: Final = frozenset({"cover", "intro", "title", "title-slide"})
_CONTINUED: Final = re.compile(
    r"(?<!\s)(?:\s*[([]\s*(?:cont(?:\.|inued|’d|'d)?|forts(?:\.|etzung)?|\d+\s*(?:/|of|von)\s*\d+|[IVX]+)\s*[)\]]|\s*(?:[-–—,]\s*)?(?:Fortsetzung|continued)"
    r"|\s+\d+\s*/\s*\d+)\s*\Z",
    re.IGNORECASE,
)
_NOT_A_WORD: Final = re.compile(r"^[^\w(\"'“„]+")
_MOST_WORDS_ON_COVER: Final = 12
_MOST_LINES_ON_COVER: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A slide before its place in the deck is known.

    Attributes:
        level: of its title, 1 the highest; 0 without a title; slides below another count one level deeper.
        names: classes and layouts the author gave it, lower case.
        has_more: whether something else than its title and subtitle stands on it, a picture for example.
    """

    content: Content
    level: int
    names: frozenset[str] = frozenset()
    has_more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a slide is for and what it belongs to."""

    kind: SlideKind
    section: str = ""
    topic: str = ""


def base_title(title: str) -> str:
    """Return the title without what says that the slide goes on with the one before (`(2/3)`, `(Forts.)`)."""
    return _CONTINUED.sub("", title).strip() or title


def find_places(drafts: Sequence[Draft]) -> list[Place]:
    """Return the place of each slide."""
    kinds = [_kind(drafts, index) for index in range(len(drafts))]
    places = _Walk(drafts, kinds).read()
    if any(place.section for place in places):
        return places
    sections = sections_by_agendas([_entries(draft) for draft in drafts])
    return (
        places
        if sections is None
        else [replace(place, section=section) for place, section in zip(places, sections, strict=True)]
    )


def _entries(draft: Draft) -> tuple[str, ...]:
    """Return the entries of an agenda, nothing for any other slide."""
    if not is_agenda_title(_bare(draft.content.title)):
        return ()
    lists = [block for group in draft.content.groups for block in group.blocks if isinstance(block, BulletList)]
    return tuple(item.text.plain for block in lists for item in block.items)


def _kind(drafts: Sequence[Draft], index: int) -> SlideKind:
    draft = drafts[index]
    title = draft.content.title
    if index == 0 and _is_cover(draft) and not _opens_like_others(drafts):
        return SlideKind.FRONT_MATTER
    if is_front_title(_bare(base_title(title))):
        return SlideKind.FRONT_MATTER
    if draft.content.groups:
        return SlideKind.CONTENT
    if not title or index + 1 == len(drafts) or not _opens(drafts, index):
        return SlideKind.TITLE_ONLY
    return SlideKind.SECTION


def _opens_like_others(drafts: Sequence[Draft]) -> bool:
    """Whether the first slide opens a section as other slides of its level do, so that the deck has no cover."""
    first = drafts[0]
    if first.content.groups or first.content.subtitle or first.has_more or first.level == 0:
        return False
    alike = [draft for draft in drafts[1:] if draft.level == first.level and draft.content.title]
    bare = [draft for draft in alike if not draft.content.groups and not draft.has_more]
    return len(bare) > 0 and 2 * len(bare) > len(alike) and first.level < max(draft.level for draft in drafts)


def _bare(title: str) -> str:
    return _NOT_A_WORD.sub("", title).strip(" .:…")


def _opens(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a slide with nothing but its title opens what follows."""
    draft, following = drafts[index], drafts[index + 1]
    if terms.key(base_title(draft.content.title)) == terms.key(base_title(following.content.title)):
        return False
    if draft.names & _OPENING_LAYOUTS or _ORDINAL.match(draft.content.title):
        return True
    if draft.has_more:
        return False
    return 0 < draft.level < following.level


def _is_cover(draft: Draft) -> bool:
    if draft.names & _COVER_LAYOUTS and draft.content.title:
        return True
    blocks = [block for group in draft.content.groups for block in group.blocks]
    if not draft.content.title and blocks:
        return False
    if any(isinstance(block, Table) or not isinstance(block, Paragraph | BulletList) for block in blocks):
        return False
    texts = [block.text.plain for block in blocks if isinstance(block, Paragraph)]
    items = sum(len(block.items) for block in blocks if isinstance(block, BulletList))
    short = all(len(text.split()) <= _MOST_WORDS_ON_COVER and not text.endswith(".") for text in texts)
    return not items and short and len(texts) <= _MOST_LINES_ON_COVER


class _Walk:
    """Carries section and topic from slide to slide."""

    def __init__(self, drafts: Sequence[Draft], kinds: Sequence[SlideKind]) -> None:
        self._drafts = drafts
        self._kinds = kinds
        self._section = ""
        self._above: list[tuple[int, str]] = []
        self._last_topic = ""
        first = drafts[0].content.title if drafts else ""
        self._deck = "" if not kinds or kinds[0] is SlideKind.SECTION or terms.is_generic(first) else first

    def read(self) -> list[Place]:
        """Return the places in order."""
        return [self._next(draft, kind) for draft, kind in zip(self._drafts, self._kinds, strict=True)]

    def _next(self, draft: Draft, kind: SlideKind) -> Place:
        if kind is SlideKind.SECTION:
            return self._open(draft)
        if kind is SlideKind.FRONT_MATTER:
            return Place(kind=kind, section=self._section)
        self._last_topic = self._topic(draft)
        return Place(kind=kind, section=self._section, topic=self._last_topic)

    def _open(self, draft: Draft) -> Place:
        """Open a section, or a topic within a section of a higher level."""
        name = _bare(draft.content.title) or draft.content.title
        if draft.content.subtitle and _ORDINAL.fullmatch(name.strip(" :.")):
            name = f"{name}: {draft.content.subtitle}"
        while self._above and self._above[-1][0] >= draft.level:
            self._above.pop()
        if self._section and self._above:
            self._above.append((draft.level, name))
            self._last_topic = name
            return Place(kind=SlideKind.DIVIDER, section=self._section, topic=name)
        self._section, self._last_topic = name, ""
        self._above = []
        return Place(kind=SlideKind.SECTION, section=name)

    def _topic(self, draft: Draft) -> str:
        title = base_title(_NOT_A_WORD.sub("", draft.content.title))
        if not title:
            return self._last_topic
        while self._above and self._above[-1][0] >= draft.level:
            self._above.pop()
        if not self._above and self._deck and terms.is_generic(title):
            return self._deck
        self._above.append((draft.level, title))
        return self._above[0][1]
