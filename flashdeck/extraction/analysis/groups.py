"""Headings that a picture left among the lines, and lines that a heading took in because nothing stood between them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Bullet, BulletList, Code, Group, Paragraph

_NEXT_SIGN: Final = re.compile(r"[;,]\s+(?=\S{1,12} [–=] )")
_SIGN: Final = re.compile(r"\S{1,12} [–=] (?!.* [–=] ).*[^\W\d_]{3}")
_MARK: Final = re.compile(r"^([^\w\s]{1,4}|\\\w) [–=] ")
_OR: Final = re.compile(r"(?:Or|OR) (?P<what>[^,:]+)$")
"""How a line goes on with another possibility."""
_STEM: Final = re.compile(r"\b(?:to|can) ?:$")
_NAMES_EXAMPLE: Final = re.compile(
    r"(?:example|beispiel)(?: \d+)?: \w[\w ()-]{2,50}|(?:\w[\w-]* ){1,3}(?:example|beispiel):", re.IGNORECASE
)
_FEWEST_ALIKE: Final = 2
_FEWEST_STEPS: Final = 3
_LONGEST_LABEL: Final = 2
_MOST_ADDED: Final = 6


def settled_groups(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Return the groups of a slide with what belongs together in one group."""
    apart = (part for group in groups for part in _apart_from_sample(group))
    return _without_labels(_parted(tuple(part for group in apart for part in _apart_from_example(group))))


def _apart_from_example(group: Group) -> tuple[Group, ...]:
    """Return a group with what follows the name of an example under that name; what it says holds for it alone."""
    for index, block in enumerate(group.blocks[:-1]):
        if isinstance(block, Paragraph) and _NAMES_EXAMPLE.fullmatch(block.text.plain):
            before = (Group(blocks=group.blocks[:index], heading=group.heading),) if index or group.heading else ()
            return (*before, *_apart_from_example(Group(blocks=group.blocks[index + 1 :], heading=block.text)))
    return (group,)


def lists_terms(group: Group) -> bool:
    """Whether a heading announces plain lines that are terms with their descriptions, so that none describes it."""
    announces = group.heading is not None and group.heading.plain.rstrip().endswith(":")
    texts = [block.text for block in group.blocks if isinstance(block, Paragraph)]
    is_list = announces and len(texts) == len(group.blocks) >= _FEWEST_ALIKE
    return is_list and 2 * sum(definitions.definition_in(text) is not None for text in texts) > len(texts)


def spells_out(group: Group, title: str) -> bool:
    """Whether a point below a heading without the title's words says what a name in the title stands for."""
    if group.heading is None or terms.stems(group.heading.plain) & terms.stems(title):
        return False
    items = [item for block in group.blocks if isinstance(block, BulletList) for item in block.items]
    found = [definitions.definition_in(item.text) for item in items]
    return any(
        one is not None and one.how.startswith("equals") and terms.is_name_like(one.term) and one.term in title.split()
        for one in found
    )


def _apart_from_sample(group: Group) -> tuple[Group, ...]:
    """Return a group whose heading is one word above a listing (`Crates`) without the lines that follow the listing.

    The word names the sample; the lines speak of the slide's subject again.
    """
    heading = group.heading
    if heading is None or len(group.blocks) < _FEWEST_ALIKE or len(terms.words(heading.plain)) > 1:
        return (group,)
    if not isinstance(group.blocks[0], Code) or heading.plain.rstrip().endswith(":"):
        return (group,)
    return (Group(blocks=group.blocks[:1], heading=heading), Group(blocks=group.blocks[1:]))


def _only_list(group: Group) -> tuple[Bullet, ...]:
    """Return the items of a headed group that holds one list and nothing else."""
    is_list = group.heading is not None and len(group.blocks) == 1 and isinstance(group.blocks[0], BulletList)
    block = group.blocks[0] if is_list else None
    return block.items if isinstance(block, BulletList) else ()


def _parted(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Give the last of several headings one line, as each before it has, when terms follow that line.

    The lines below it then speak of the slide: nothing in a text tells where the heading's own end.
    """
    *_, last = groups or (None,)
    items = _only_list(last) if last is not None else ()
    before = [_only_list(group) for group in groups[-_FEWEST_ALIKE - 1 : -1]]
    is_run = len(before) == _FEWEST_ALIKE and all(len(above) == 1 for above in before)
    if last is None or not is_run or len(items) <= _FEWEST_ALIKE:
        return groups
    first, *rest = items
    if definitions.definition_in(first.text) or not all(definitions.definition_in(item.text) for item in rest):
        return groups
    own = Group(blocks=(BulletList(items=(first,)),), heading=last.heading)
    return (*groups[:-1], own, Group(blocks=(BulletList(items=tuple(rest)),)))


def _without_labels(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Join groups whose numbers count on from one to the next: the short words between them are labels of a picture."""
    numbers = [[item.number for item in _only_list(group)] for group in groups]
    counted = [number for found in numbers for number in found]
    if (
        len(groups) < _FEWEST_ALIKE
        or len(counted) < _FEWEST_STEPS
        or counted != list(range(1, len(counted) + 1))
        or not all(map(_has_label, groups))
        or any(not found for found in numbers)
    ):
        return groups
    items = tuple(item for group in groups for item in _only_list(group))
    return (Group(blocks=(BulletList(items=items),)),)


def completed(bullets: Sequence[Bullet]) -> tuple[Bullet, ...]:
    """Return items, one a fact, with the orders behind a stem that only they complete (`Helps to:`) as its points."""
    bullets = [one for bullet in _with_alternatives(bullets) for one in _meanings(bullet)]
    for index, bullet in enumerate(bullets):
        if bullet.children or bullet.body or not bullet.text.plain.endswith(":") or not _STEM.search(bullet.text.plain):
            continue
        if below := bullets[index + 1 :]:
            end = next((place for place, item in enumerate(below) if not terms.is_order(item.text.plain)), len(below))
            if end:
                whole = replace(bullet, children=tuple(below[:end]))
                return (*bullets[:index], whole, *completed(below[end:]))
    return tuple(bullets)


def _with_alternatives(bullets: Sequence[Bullet]) -> list[Bullet]:
    """Return items, each with the other possibility that the next one only adds (`Or up to two tons`)."""
    joined: list[Bullet] = []
    for bullet in bullets:
        above = joined[-1] if joined and not joined[-1].children and not joined[-1].body else None
        added = _OR.match(bullet.text.plain)
        is_part = added is not None and not (bullet.children or bullet.body or _says_something(added["what"]))
        if above and added and is_part and above.text.plain[-1:].isalnum():
            said = f"{above.text.plain} or {added['what']}"
            joined[-1] = replace(above, text=replace(above.text, plain=said, last_line=bullet.text.last_line))
        else:
            joined.append(bullet)
    return joined


def _says_something(plain: str) -> bool:
    return terms.is_order(plain) or terms.is_clause(plain) or terms.count_words(plain) > _MOST_ADDED


def _meanings(bullet: Bullet) -> tuple[Bullet, ...]:
    """Return an item that says what several short signs mean (`N – north; S – south`) as one item a sign."""
    plain = bullet.text.plain
    may_mean = (";" in plain or "," in plain) and not bullet.children and not bullet.body
    parts = _NEXT_SIGN.split(plain) if may_mean else []
    if len(parts) < _FEWEST_ALIKE or not all(map(_SIGN.match, parts)):
        return (bullet,)
    said = (_MARK.sub(r"\1 means ", part) for part in parts)
    return tuple(replace(bullet, text=replace(bullet.text, plain=part, strong=(), code=())) for part in said)


def _has_label(group: Group) -> bool:
    return group.heading is not None and len(terms.words(group.heading.plain)) <= _LONGEST_LABEL
