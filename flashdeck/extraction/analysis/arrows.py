"""Arrows that only list what a label says: they become its points, so that the rules read them like any others.

An arrow behind a statement is a consequence and stays for the rule that asks what follows.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Block, Bullet, BulletList, Paragraph, Text

_DONE: Final = re.compile(r"\w+ed\s+[a-z]")
_SUM: Final = re.compile(r"(?:\A|=)[^=\d]*+\d[^=]* = ")
_INFINITIVE: Final = re.compile(r"\bto \w+")
_LONGEST_NAME: Final = 5


def starts(text: Text) -> bool:
    """Whether a text opens with an arrow and says no sum."""
    match = definitions.ARROW.match(text.plain)
    return match is not None and match.end() > 0 and _SUM.search(text.plain) is None


def without(text: Text) -> Text:
    """Return the text without the arrow it opens with."""
    match = definitions.ARROW.match(text.plain)
    cut = match.end() if match else 0
    return replace(
        text,
        plain=text.plain[cut:],
        strong=tuple((start - cut, end - cut) for start, end in text.strong if start >= cut),
        code=tuple((start - cut, end - cut) for start, end in text.code if start >= cut),
    )


def is_name(plain: str) -> bool:
    """Whether what stands before an arrow only names something."""
    cleaned = terms.clean_label(plain)
    return (
        terms.is_label(cleaned)
        and terms.count_words(cleaned) <= _LONGEST_NAME
        and (not terms.is_clause(cleaned) or terms.is_title_case(cleaned))
        and not terms.is_order(cleaned)
        and not _DONE.match(cleaned)
        and not definitions.holds_arrow(plain)
    )


def _states(plain: str) -> bool:
    """Whether a text says something that can have a consequence."""
    cleaned = terms.clean_statement(plain)
    return (
        terms.is_clause(_INFINITIVE.sub("", cleaned))
        or terms.is_order(cleaned)
        or terms.opens_in_third_person(cleaned)
        or re.search(r"\w{3}ed\b", cleaned) is not None
        or definitions.holds_arrow(cleaned)
    )


def with_shared(bullet: Bullet) -> Bullet:
    """Return an item whose points are names, with the consequence that only the last of them has as its own."""
    *others, last = bullet.children or (bullet,)
    if not others or bullet.body or last.children or not last.body or not all(map(starts, last.body)):
        return bullet
    if any(other.children or other.body for other in others) or not all(
        is_name(one.text.plain) for one in bullet.children
    ):
        return bullet
    return replace(bullet, children=(*others, replace(last, body=())), body=tuple(map(without, last.body)))


def settled_blocks(blocks: Sequence[Block], heading: str | None) -> tuple[Block, ...]:
    """Return the blocks under a heading (or on the slide, without one) with the arrows of a name as points."""
    pointed = [block for block in blocks if isinstance(block, Paragraph) and starts(block.text)]
    if len(pointed) == len(blocks) == 1 and heading is not None and is_name(heading):
        return (Paragraph(text=without(pointed[0].text)),)
    settled_so_far: list[Block] = []
    is_plain = True
    for block in blocks:
        if isinstance(block, BulletList):
            settled_so_far.append(BulletList(items=settled(block.items, heading if is_plain else "")))
        elif isinstance(block, Paragraph) and starts(block.text) and is_plain and (heading is None or is_name(heading)):
            settled_so_far.append(BulletList(items=(Bullet(text=without(block.text)),)))
            continue
        else:
            settled_so_far.append(block)
        is_plain = False
    return tuple(settled_so_far)


def settled(bullets: Sequence[Bullet], parent: str | None) -> tuple[Bullet, ...]:
    """Return the items with the arrows behind a name as its points.

    Args:
        bullets: items on one level.
        parent: what they stand under; None when that is nothing but the slide itself, empty when it is no name.
    """
    kept: list[Bullet] = []
    under_parent = True
    for bullet in map(_opened, bullets):
        if not starts(bullet.text):
            kept.append(bullet)
            under_parent = False
        elif under_parent and (parent is None or is_name(parent)):
            kept.append(replace(bullet, text=without(bullet.text)))
        elif kept and is_name(kept[-1].text.plain) and not kept[-1].body:
            point = replace(bullet, text=without(bullet.text))
            kept[-1] = replace(kept[-1], children=(*kept[-1].children, point))
        elif kept and not _states(kept[-1].text.plain) and not kept[-1].text.plain.rstrip().endswith(":"):
            kept.append(replace(bullet, text=without(bullet.text)))
        else:
            kept.append(bullet)
    return tuple(kept)


def _opened(bullet: Bullet) -> Bullet:
    """Return the item with the arrows of its body as its points, unless one of them is all that it says."""
    first = next((index for index, text in enumerate(bullet.body) if starts(text)), None)
    if first is None or not is_name(bullet.text.plain):
        return bullet
    said, points = bullet.body[:first], _joined(bullet.body[first:])
    if not said and len(points) == 1 and not bullet.children:
        return replace(bullet, body=points)
    return replace(bullet, body=said, children=(*(Bullet(text=point) for point in points), *bullet.children))


def _joined(texts: Sequence[Text]) -> tuple[Text, ...]:
    """Return the texts without arrows; what follows a colon goes on in the same text."""
    joined: list[Text] = []
    for text in texts:
        if joined and not starts(text) and joined[-1].plain.rstrip().endswith(":"):
            before = joined[-1]
            joined[-1] = replace(before, plain=f"{before.plain} {text.plain}", last_line=text.last_line)
        else:
            joined.append(without(text) if starts(text) else text)
    return tuple(joined)
