"""Lines to slides, stage by stage."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flashdeck.extraction.dialects.markdown_decks import markup, outline, voice
from flashdeck.extraction.dialects.markdown_decks.cutting import Cut, cut_slides
from flashdeck.extraction.dialects.markdown_decks.flavour import Flavour, Recognition, recognise
from flashdeck.extraction.dialects.markdown_decks.groups import Content, content_of
from flashdeck.extraction.dialects.markdown_decks.notes import is_thin, split_notes, texts_of
from flashdeck.extraction.dialects.markdown_decks.outline import Draft, Place
from flashdeck.extraction.dialects.markdown_decks.rows import Where, read_rows
from flashdeck.extraction.dialects.markdown_decks.scanning import Scanner
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Code, Group, Line, NoiseReason, Slide, SlideKind
from flashdeck.extraction.packing import pack


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A slide that is read, with the reasons of its lines that are no knowledge.

    Attributes:
        notes: what the speaker says, as groups.
        note_lines: numbers of the lines of the notes.
    """

    cut: Cut
    content: Content
    notes: tuple[Group, ...]
    note_lines: frozenset[int]
    noise: Mapping[int, NoiseReason]


def read(lines: Sequence[Line]) -> Sequence[Slide]:
    """Return every slide of the deck in order."""
    if not lines:
        return ()
    rows = read_rows(lines)
    deck = recognise(rows)
    cuts = cut_slides(rows, deck)
    del rows
    bare = pack(_page(cut, deck, is_first=index == 0) for index, cut in enumerate(cuts))
    pages = pack(_with_notes(bare, index) for index in range(len(bare)))
    places = outline.find_places(pack(_drafts(pages)))
    return pack(
        _slide(number, page, place) for number, (page, place) in enumerate(zip(pages, places, strict=True), start=1)
    )


def _page(cut: Cut, deck: Recognition, *, is_first: bool) -> _Page:
    shown, spoken = split_notes(cut.body, deck.flavour)
    scanner = Scanner(shown, deck.flavour)
    found = content_of(scanner.read())
    content = replace(found, groups=voice.without_asides(found.groups))
    asides = _lines_of(found.groups) - _lines_of(content.groups)
    said = Scanner(spoken, deck.flavour)
    notes = content_of(said.read())
    shown_numbers = {row.number for row in shown}
    note_lines = frozenset(row.number for row in cut.body if row.number not in shown_numbers)
    noise = {row.number: NoiseReason.SETTING for row in cut.rows}
    for row in cut.body:
        del noise[row.number]
    noise |= scanner.noise | dict.fromkeys(note_lines | asides, NoiseReason.SPEAKER_NOTE)
    noise |= {
        row.number: NoiseReason.SETTING for row in cut.rows if row.where is Where.FENCE and row.number in shown_numbers
    }
    return _Page(
        cut=cut,
        content=_titled(content, cut.settings, deck, is_first=is_first),
        notes=notes.groups,
        note_lines=note_lines,
        noise=noise,
    )


def _titled(content: Content, settings: Mapping[str, str], deck: Recognition, *, is_first: bool) -> Content:
    """Fill in the title that stands in the front matter rather than on the slide."""
    title = content.title
    told = markup.plain(settings.get("title", ""))
    if not title and told and (deck.flavour is Flavour.SLIDEV or is_first):
        title = told
    return replace(content, title=title, level=content.level or 1) if title != content.title else content


def _with_notes(pages: Sequence[_Page], index: int) -> _Page:
    """Add the notes to a slide that shows little, and the terms that they describe to any slide.

    Not to the cover, nor to a step of a slide that is built up.
    """
    page = pages[index]
    around = [pages[other].content.title for other in (index - 1, index + 1) if 0 <= other < len(pages)]
    title = terms.key(page.content.title)
    if index == 0 or not page.notes or (title and title in map(terms.key, around)):
        return page
    thin = is_thin(page.content.groups)
    groups = voice.sayings(page.notes) if thin else voice.described_terms(page.notes)
    if not groups:
        return page
    used = _lines_of(groups)
    noise = {number: reason for number, reason in page.noise.items() if number not in used}
    return replace(page, content=replace(page.content, groups=(*page.content.groups, *groups)), noise=noise)


def _lines_of(groups: Sequence[Group]) -> frozenset[int]:
    """Return the numbers of the lines that the groups are made of."""
    spans: list[tuple[int, int]] = []
    for group in groups:
        spans.extend([(group.heading.first_line, group.heading.last_line)] if group.heading else [])
        for block in group.blocks:
            if isinstance(block, Code):
                spans.append((block.first_line, block.last_line))
            spans.extend((text.first_line, text.last_line) for text in texts_of(block))
    return frozenset(line for first, last in spans for line in range(first, last + 1))


def _drafts(pages: Iterable[_Page]) -> Iterator[Draft]:
    last: Draft | None = None
    for page in pages:
        level = _level(page, last)
        names = f"{page.cut.settings.get('class', '')} {page.cut.settings.get('layout', '')} {_classes(page.cut)}"
        shows = any(reason is NoiseReason.PICTURE for reason in page.noise.values())
        last = Draft(
            content=page.content,
            level=level,
            names=frozenset(re.findall(r"[a-z][\w-]*", names.lower())),
            has_more=shows,
        )
        yield last


def _level(page: _Page, last: Draft | None) -> int:
    told = page.cut.settings.get("level", "")
    if told.isdigit() and told != "0":
        return int(told)
    if last is not None and page.content.title and terms.key(page.content.title) == terms.key(last.content.title):
        return last.level
    return page.content.level + page.cut.is_below if page.content.level else 0


def _classes(cut: Cut) -> str:
    """Return the classes set in a comment of the slide (`<!-- _class: lead -->`, `<!-- .slide: class="title" -->`)."""
    comments = [row.text for row in cut.body if row.where is Where.COMMENT and "class" in row.text]
    return " ".join(
        name for text in comments for name in re.findall(r"class\s*[:=]\s*[\"'\[]?([\w ,-]+)", text.replace("-->", ""))
    )


def _slide(number: int, page: _Page, place: Place) -> Slide:
    lines = tuple(
        replace(row.line, noise=page.noise[row.number]) if row.number in page.noise else row.line
        for row in page.cut.rows
    )
    return Slide(
        number=number,
        kind=place.kind,
        title=page.content.title,
        subtitle=page.content.subtitle,
        section=place.section,
        topic=place.topic,
        first_line=lines[0].number,
        last_line=lines[-1].number,
        lines=lines,
        groups=page.content.groups if place.kind in (SlideKind.CONTENT, SlideKind.FRONT_MATTER) else (),
        is_comparison=page.content.is_comparison and place.kind is SlideKind.CONTENT,
    )
