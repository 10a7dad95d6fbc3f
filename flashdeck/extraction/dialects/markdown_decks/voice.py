"""Telling what a speaker says to his listeners, or is told to do, from what he says about the subject."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.model import Block, Bullet, BulletList, Group, Paragraph, Text

_SENTENCE_END: Final = re.compile(
    r"(?<=[.!?])(?<!\b[^\W\d_]\.)(?<!etc\.)(?<!bzw\.)(?<!vgl\.)(?<!ggf\.)(?<!evtl\.)(?<!vs\.)\s+(?=[A-ZÄÖÜ\"“„(`])"
)
_FIRST_PERSON: Final = re.compile(
    r"\b(?:[Ww]e(?:['’](?:re|ve|ll))?|[Oo]urs?|us|[Ll]et['’]s(?= [a-z])|I['’](?:m|ve|ll)"
    r"|I (?:am|will|have|think|want|would|use|recommend)|[Ii]ch|[Ww]ir|[Uu]ns|[Uu]nser\w*)\b"
)
_WORDS: Final = r"\W*+(?:[\w'’-]++\W++)"
_CLOSE_BEFORE: Final = r"(?:[\w'’-]*?['’-])"
"""What a hyphen or an apostrophe binds to the word behind it; counts as a word."""
_SAYS: Final = r"(?:[Ww]e(?:['’](?:re|ve|ll|d))?|[Ll]et['’]s(?= [a-z])|I(?:['’](?:m|ve|ll|d))?|[Ii]ch|[Ww]ir)\s"
_OWNS: Final = r"(?:[Oo]urs?|us|[Uu]ns|[Uu]nser\w*)\b"
_SPEAKER: Final = re.compile(
    rf"{_WORDS}{{0,4}}?{_SAYS}|{_WORDS}{{0,3}}?{_CLOSE_BEFORE}{_SAYS}"
    rf"|{_WORDS}{{0,2}}?{_OWNS}|{_WORDS}{{0,1}}?{_CLOSE_BEFORE}{_OWNS}"
)
"""Where a sentence on a slide speaks of who speaks: in its first words; `so that we can reach it` does not."""
_ANNOUNCEMENT: Final = re.compile(
    r"(?:(?:our|my|i)(?= (?!can\b))|let us|we(?! (?:can|could|may|should|must|cannot)\b)"
    r"|we(?:['’]ll| will| are going to|['’]re going to)|let['’]s(?= (?-i:[a-z]))|i['’](?:ll|m going to)"
    r"|(?:our |the )?goals? (?:for |of )?(?:today|this \w+|the \w+)|today(?:['’]s)?(?=[:,]| we| you| \w+:)"
    r"|wir (?:werden|schauen|sehen|bauen|machen)|ziel (?:heute|der \w+)|heute\s*:)(?=\W)",
    re.IGNORECASE,
)
_ABOUT_EXAMPLE: Final = re.compile(
    r"\b(?:to showcase|intended to (?:demonstrate|show|illustrate)|for (?:demonstration|illustration) purposes"
    r"|(?:just|only|merely|not) an? (?:\w+ )?(?:example|demo|sketch|illustration)"
    r"|nur (?:ein )?(?:beispiel|zur demonstration))\b",
    re.IGNORECASE,
)
"""How a slide speaks of its own example."""
_POINTING: Final = re.compile(
    r"(?:see|look at|note the|follow along|discuss|siehe|vgl\.|schauen sie|beachten sie)\b"
    r"|.*\b(?:(?:as |is |are )?shown (?:here|above|below)|(?:next|previous|this) slide|explained later"
    r"|(?:resources?|links?|code|table|figure|picture|diagram|list|slide)s? (?:above|below)"
    r"|in this (?:example|lab|workshop|course|session)|(?:im|am) (?:linken|rechten|oberen|unteren) \w+|hier im beispiel"
    r"|nächsten? folie|diese[rn]? (?:folie|vorlesung|einheit))\b",
    re.IGNORECASE,
)
_ON_STAGE: Final = re.compile(
    r"\b(?:slides?|audience|instructors?|presenters?|learners|students|workshop|demo|advance|flip|folien?|vorlesung"
    r"|studierenden?|as you can see|ask the)\b",
    re.IGNORECASE,
)
_ADDRESSED: Final = re.compile(r"\b(?:you|you['’](?:re|ve|ll)|your|yourself|Sie|Ihnen|Ihre?n?|du|dein\w*)\b")
_OPENS_ADDRESSED: Final = re.compile(r"(?:you|your|if you|when you|did you|have you|sie|wenn sie|du)\b", re.IGNORECASE)
_FEWEST_WORDS: Final = 6


def sentences(text: Text) -> list[Text]:
    """Return the sentences of a text; each keeps the lines of the whole."""
    found: list[Text] = []
    start = 0
    for end in [*(match.start() for match in _SENTENCE_END.finditer(text.plain)), len(text.plain)]:
        first = start + len(text.plain[start:end]) - len(text.plain[start:end].lstrip())
        if first < end:
            found.append(
                Text(
                    plain=text.plain[first:end],
                    first_line=text.first_line,
                    last_line=text.last_line,
                    strong=_within(text.strong, first, end),
                    code=_within(text.code, first, end),
                )
            )
        start = end
    return found


def is_aside(plain: str) -> bool:
    """Whether a sentence on a slide speaks of the speaker, or only points somewhere."""
    return (
        _SPEAKER.match(plain) is not None
        or _POINTING.match(plain) is not None
        or _ABOUT_EXAMPLE.search(plain) is not None
    )


def without_asides(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups of a slide without sentences that are asides and points that announce what will be done."""
    kept = [Group(heading=group.heading, blocks=tuple(_without_asides(group.blocks))) for group in groups]
    return tuple(group for group in kept if group.blocks)


def sayings(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return speaker notes without directions and what is said to the listeners, sentence by sentence."""
    kept = [Group(heading=group.heading, blocks=tuple(_said(group.blocks))) for group in groups]
    return tuple(group for group in kept if group.blocks)


def described_terms(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the lists of speaker notes that describe emphasised terms (`**Term:** what it is`)."""
    kept: list[Group] = []
    for group in groups:
        blocks = []
        for block in group.blocks:
            items = tuple(item for item in block.items if _describes(item)) if isinstance(block, BulletList) else ()
            blocks.extend([BulletList(items=items)] if len(items) > 1 else [])
        kept.extend([Group(heading=group.heading, blocks=tuple(blocks))] if blocks else [])
    return tuple(kept)


def _without_asides(blocks: Sequence[Block]) -> list[Block]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, BulletList):
            items = _without_announcements(block.items)
            kept.extend([BulletList(items=items)] if items else [])
            continue
        parts = sentences(block.text) if isinstance(block, Paragraph) else []
        if not any(is_aside(part.plain) for part in parts):
            kept.append(block)
        else:
            kept.extend(Paragraph(text=part) for part in parts if not is_aside(part.plain))
    return kept


def _without_announcements(items: Sequence[Bullet]) -> tuple[Bullet, ...]:
    return tuple(
        replace(item, children=_without_announcements(item.children))
        for item in items
        if not _ANNOUNCEMENT.match(item.text.plain) and not _ABOUT_EXAMPLE.search(item.text.plain)
    )


def _said(blocks: Sequence[Block]) -> list[Block]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            kept.extend(Paragraph(text=text) for text in sentences(block.text) if not _is_direction(text))
        elif isinstance(block, BulletList):
            items = tuple(item for item in block.items if item.children or not _is_spoken(item.text))
            kept.extend([BulletList(items=items)] if items else [])
        else:
            kept.append(block)
    return kept


def _is_direction(text: Text) -> bool:
    plain = text.plain
    return len(plain.split()) < _FEWEST_WORDS or plain.rstrip().endswith(":") or _is_spoken(text)


def _is_spoken(text: Text) -> bool:
    """Whether a sentence is meant for the listeners; one that stresses a term names it to them."""
    plain = text.plain
    names = any(2 * (end - start) < len(plain) for start, end in text.strong)
    return (
        plain.rstrip().endswith("?")
        or _FIRST_PERSON.search(plain) is not None
        or _POINTING.match(plain) is not None
        or _ON_STAGE.search(plain) is not None
        or (not names and (_OPENS_ADDRESSED.match(plain) is not None or len(_ADDRESSED.findall(plain)) > 1))
    )


def _describes(item: Bullet) -> bool:
    start, end = item.text.strong[0] if item.text.strong else (1, 1)
    return start == 0 and ":" in item.text.plain[max(0, end - 1) : end + 2] and not _is_spoken(item.text)


def _within(ranges: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    cut = ((max(first, start) - start, min(last, end) - start) for first, last in ranges)
    return tuple((first, last) for first, last in cut if first < last)
