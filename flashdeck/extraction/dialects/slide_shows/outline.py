"""Finding what each slide is for, the sections of the show and the topics within them."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flashdeck.extraction.dialects.slide_shows.bodies import Body
from flashdeck.extraction.dialects.slide_shows.noise import is_reference_heading
from flashdeck.extraction.dialects.slide_shows.texts import count_words
from flashdeck.extraction.dialects.slide_shows.titles import Head
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import BulletList, SlideKind

_FRONT: Final = re.compile(
    r"(?:disclaimer|copyright|licen[cs]e|lizenz|impressum|about (?:me|us|the (?:author|speaker|instructor|course))"
    r"|(?:today['’]s |our )?agenda|outline$|contents?$|contents? of |(?:table of|slide|course) contents?"
    r"|gliederung|inhalt(?:sverzeichnis|sübersicht)?$|ablauf$|vorwort|preface|foreword|目次|アジェンダ|目录|はじめに|前書き|まえがき|序文"
    r"|thank(?:s| you)|danke|vielen dank|the end$|ende$|(?:any )?questions?\s*\??$|fragen\s*\??$|q ?& ?a\b"
    r"|kontakt|contact"
    r"|welcome\b|willkommen|congratulations|good luck|discussion$|diskussion$"
    r"|(?:hands[- ]on|exercises?|übung(?:en|saufgaben?)?|aufgaben?|homework|hausaufgaben?|quiz|lab|practice|演習|練習)"
    r"(?:$|\s*[\d:(–—-]))",
    re.IGNORECASE,
)
_SECTION_LAYOUT: Final = re.compile(r"section|abschnitt|kapitel|chapter|セクション", re.IGNORECASE)
_CLOSING: Final = re.compile(
    r"(?:summary|conclusions?|recap|(?:key )?takeaways?|wrap[- ]?up|zusammenfassung|fazit|ausblick|まとめ)\b",
    re.IGNORECASE,
)
_TITLE_LAYOUT: Final = "Title Slide"
_DEFAULT_SECTION: Final = re.compile(
    r"(?:default section|standardabschnitt|untitled section|abschnitt ohne titel|既定のセクション|section \d+)",
    re.IGNORECASE,
)
_MOST_HEADER_WORDS: Final = 14
_AGENDA_SHARE: Final = 0.6
_FEWEST_AGENDA_ITEMS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a slide stands in the show."""

    kind: SlideKind
    section: str
    topic: str


def find_places(heads: Sequence[Head], bodies: Sequence[Body], bases: Sequence[str]) -> list[Place]:
    """Return the kind, the section and the topic of each slide.

    Args:
        heads: every slide, hidden ones too.
        bodies: likewise.
        bases: titles without marks of continuation.
    """
    kinds = _with_dividers(_Kinds(heads, bodies).read(), heads)
    sections = _sections(heads, kinds, _outline_pages(heads, bodies))
    return [
        Place(kind=kind, section=section, topic=topic)
        for kind, section, topic in zip(kinds, sections, _topics(bases, kinds, sections), strict=True)
    ]


class _Kinds:
    """Tells what each slide is for."""

    def __init__(self, heads: Sequence[Head], bodies: Sequence[Body]) -> None:
        self._heads = heads
        self._bodies = bodies
        self._has_sections = any(head.slide.section for head in heads)
        self._is_common_layout = _common_layout(heads)
        self._names = Counter(
            key for head in heads for key in {terms.key(head.title), terms.key(head.slide.section)} if key
        )

    def read(self) -> list[SlideKind]:
        cover = next((index for index, head in enumerate(self._heads) if not head.slide.is_hidden), -1)
        return [self._kind(index, is_cover=index == cover) for index in range(len(self._heads))]

    def _kind(self, index: int, *, is_cover: bool) -> SlideKind:
        head, body = self._heads[index], self._bodies[index]
        if is_cover and (head.slide.layout == _TITLE_LAYOUT or self._is_cover(index)):
            return SlideKind.FRONT_MATTER
        if _FRONT.match(head.title) or is_reference_heading(head.title) or self._is_agenda(index):
            return SlideKind.FRONT_MATTER
        if self._is_header(index):
            return SlideKind.SECTION
        if body.groups:
            return SlideKind.CONTENT
        if head.title and not head.slide.pictures and not body.noise and not head.slide.is_hidden:
            return SlideKind.DIVIDER
        return SlideKind.TITLE_ONLY if head.title else SlideKind.CONTENT

    def _is_cover(self, index: int) -> bool:
        """Whether the first slide holds a title and little below it."""
        return len(self._heads) > 1 and self._words(index) <= 2 * _MOST_HEADER_WORDS

    def _is_header(self, index: int) -> bool:
        """Whether a slide only names what follows: by its layout, or because it is a second title slide."""
        head = self._heads[index]
        if not head.title or self._words(index) > _MOST_HEADER_WORDS:
            return False
        if _SECTION_LAYOUT.search(head.slide.layout):
            return True
        return head.slide.layout == _TITLE_LAYOUT and not self._is_common_layout and not self._has_sections

    def _is_agenda(self, index: int) -> bool:
        """Whether a slide lists the titles or sections of others."""
        listed = [key for key in _listed(self._bodies[index]) if key]
        own = terms.key(self._heads[index].title)
        named = sum(self._names[key] > (key == own) for key in listed)
        return len(listed) >= _FEWEST_AGENDA_ITEMS and named >= _AGENDA_SHARE * len(listed)

    def _words(self, index: int) -> int:
        noise = self._bodies[index].noise
        entries = (entry for box in self._heads[index].boxes for entry in box.all_entries)
        return sum(count_words(entry.text) for entry in entries if entry.number not in noise)


def _common_layout(heads: Sequence[Head]) -> bool:
    """Whether nearly all slides have the layout of a title slide, so that it tells nothing."""
    titled = sum(head.slide.layout == _TITLE_LAYOUT for head in heads)
    return 3 * titled > len(heads)


def _listed(body: Body) -> list[str]:
    if len(body.groups) != 1 or any(not isinstance(block, BulletList) for block in body.groups[0].blocks):
        return []
    lists = (block for block in body.groups[0].blocks if isinstance(block, BulletList))
    return [terms.key(item.text.plain) for block in lists for item in block.items]


def _with_dividers(kinds: Sequence[SlideKind], heads: Sequence[Head]) -> list[SlideKind]:
    """Let the slides that hold nothing but a title open sections when nothing else does."""
    if SlideKind.SECTION in kinds or any(head.slide.section for head in heads):
        return list(kinds)
    return [SlideKind.SECTION if kind is SlideKind.DIVIDER else kind for kind in kinds]


def _outline_pages(heads: Sequence[Head], bodies: Sequence[Body]) -> dict[int, str]:
    """Return the slides that show the same outline again, and the part of it that each of them opens.

    That is the one emphasised item; else the slides go through the outline in its order.
    """
    shown: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, (head, body) in enumerate(zip(heads, bodies, strict=True)):
        listed = tuple(_listed(body))
        if len(listed) >= _FEWEST_AGENDA_ITEMS and _FRONT.match(head.title) and not head.slide.is_hidden:
            shown[listed].append(index)
    opened: dict[int, str] = {}
    for listed, indexes in shown.items():
        if len(indexes) > 1:
            skipped = len(indexes) > len(listed)  # the first page shows the whole
            for place, index in enumerate(indexes):
                opened[index] = _opened_part(heads[index], place - skipped)
    return {index: part for index, part in opened.items() if part}


def _opened_part(head: Head, place: int) -> str:
    entries = [entry for box in head.boxes if box.is_text for entry in box.entries]
    bold = [entry.text for entry in entries if entry.is_bold]
    if len(bold) == 1:
        return bold[0]
    return entries[place].text if 0 <= place < len(entries) and not bold else ""


def _sections(heads: Sequence[Head], kinds: Sequence[SlideKind], outline: Mapping[int, str]) -> list[str]:
    """Return the presentation's own sections, else those that its header slides or outline pages open."""
    if any(head.slide.section for head in heads):
        return ["" if _DEFAULT_SECTION.fullmatch(head.slide.section) else head.slide.section for head in heads]
    sections: list[str] = []
    section = ""
    for index, (head, kind) in enumerate(zip(heads, kinds, strict=True)):
        section = outline.get(index, head.title if kind is SlideKind.SECTION else section)
        sections.append(section)
    return sections


def _topics(bases: Sequence[str], kinds: Sequence[SlideKind], sections: Sequence[str]) -> list[str]:
    """Return what each slide is about: its divider, else its title, else the title before it in the section."""
    topics: list[str] = []
    divider, topic, section = "", "", ""
    for base, kind, own_section in zip(bases, kinds, sections, strict=True):
        if own_section != section or kind is SlideKind.SECTION:
            divider, topic, section = "", "", own_section
        if kind is SlideKind.DIVIDER:
            divider = topic = base
        elif kind is SlideKind.FRONT_MATTER:
            topics.append("")
            continue
        elif kind is not SlideKind.SECTION:
            own = "" if _CLOSING.match(base) or terms.is_generic(base) else base
            # what closes a section is about all of it
            topic = divider or own or ("" if _CLOSING.match(base) else topic)
        topics.append(topic or (base if kind is SlideKind.SECTION else ""))
    return topics
