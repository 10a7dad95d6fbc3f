"""What a rule sees of a slide: its content as one tree of items, each with the labels above it, and its subject."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from flashdeck.extraction.analysis import (
    arrows,
    dates,
    definitions,
    groups,
    illustrations,
    kinds,
    pronouns,
    speaking,
    troubles,
)
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.model import Bullet, BulletList, Code, Group, Paragraph, Slide, Table, Text
from flashdeck.extraction.naming import subjects, wording
from flashdeck.extraction.naming.frames import FRAMES, Frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A heading, bullet or paragraph.

    Attributes:
        labels: headings and parent items above it on the slide, outermost first, cleaned.
        children: what is nested under it.
        body: text that follows it without a mark of its own.
        number: its number in an ordered list.
        is_heading: whether it heads a part of the slide.
        group: which group of the slide it stands in, from 0.
        subject: see `Scope`.
        plain: its own words.
        said: its own words as a statement, see `terms.clean_statement`.
        owner: the subject narrowed by the labels, see `wording.name`.
        is_example: whether it illustrates the line before it or belongs to a worked example.
        is_statement: whether it says something by itself rather than naming what stands below it.
        definition: the term and description that its own line tells, see `definition_in`.
    """

    text: Text
    labels: tuple[str, ...] = ()
    children: tuple["Item", ...] = ()
    body: tuple[Text, ...] = ()
    number: int | None = None
    is_heading: bool = False
    group: int = 0
    subject: str = ""
    plain: str = field(init=False, compare=False)
    said: str = field(init=False, compare=False)
    owner: str = field(init=False, compare=False)
    is_example: bool = field(init=False, compare=False)
    is_statement: bool = field(init=False, compare=False)
    definition: definitions.Definition | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # the rules ask for these more than for all else
        plain = self.text.plain
        object.__setattr__(self, "plain", plain)
        object.__setattr__(self, "said", terms.clean_statement(plain))
        object.__setattr__(self, "owner", wording.name(self.subject, self.labels))
        bare = plain.rstrip()
        is_example = illustrations.illustrates(bare, self.labels)
        object.__setattr__(self, "is_example", is_example)
        object.__setattr__(self, "is_statement", not is_example and illustrations.says_something(bare))
        object.__setattr__(self, "definition", definitions.definition_in(self.text))

    @property
    def last_line(self) -> int:
        """The last line of the item and everything under it."""
        lines = [self.text.last_line, *(text.last_line for text in self.body)]
        return max(lines + [child.last_line for child in self.children])

    def walk(self) -> Iterator["Item"]:
        """Yield the item and everything under it, in source order."""
        yield self
        for child in self.children:
            if child.children:
                yield from child.walk()
            else:
                yield child


class Vocabulary(NamedTuple):
    """What the whole deck tells about its words.

    Attributes:
        common: words that the deck writes small at least as often as with a capital inside a line, so that `Crawler`
            is known to be no name.
        frequent: stems that many slides share, so that they make poor gaps.
        brands: words that open the names of several topics (a vendor's name), so that they tell nothing.
        topics: keys of the names of all topics.
        recurring: keys of headings that stand on several slides and name no aspect that can be asked.
        repeated: keys of sentences that stand on so many slides that they tell nothing of any of them.
        familiar_code: keys of names that several slides set as code, so that they make poor gaps.
        lone_letters: short forms that a whole course writes a single time, where it spells them out.
        language: what the deck is written in.
        deck: what the deck is called on its cover; empty when it has none.
        mains: keys of what so many titles open with that the deck is about it.
    """

    common: frozenset[str] = frozenset()
    frequent: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    recurring: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    familiar_code: frozenset[str] = frozenset()
    lone_letters: frozenset[str] = frozenset()
    language: Language = Language.ENGLISH
    deck: str = ""
    mains: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Scope:
    """A slide prepared for the rules.

    Attributes:
        subject: what the slide's statements are about, as a student who sees no slide would name it.
        items: top-level items in source order; the items of a headed group are the heading's children.
        tables: each with the labels above it.
        codes: program texts, each with the line of text directly above it or an empty string.
        asked: lines that stronger rules have asked already; a rule may skip them.
        every_item: the items and everything under them, in source order; many rules walk them.
    """

    slide: Slide
    subject: str
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    items: tuple[Item, ...] = ()
    tables: tuple[tuple[Table, tuple[str, ...]], ...] = ()
    codes: tuple[tuple[Code, str], ...] = ()
    asked: frozenset[int] = frozenset()
    every_item: tuple[Item, ...] = ()

    @property
    def frames(self) -> Frames:
        """How questions are worded in the language of the deck."""
        return FRAMES[self.vocabulary.language]

    def walk(self) -> Iterator[Item]:
        """Yield every item of the slide, in source order."""
        return iter(self.every_item)

    def unasked(self) -> Iterator[Item]:
        """Yield the items of whose own words something is left to ask; a card of other items would be turned down."""
        return iter(self._unasked)

    @cached_property
    def _unasked(self) -> tuple[Item, ...]:
        return tuple(item for item in self.every_item if not self.is_asked(item.text))

    def is_asked(self, text: Text) -> bool:
        """Whether stronger rules have asked every line of a text."""
        first, last = text.first_line, text.last_line
        if first == last:
            return first in self.asked
        return bool(self.asked) and self.asked.issuperset(range(first, last + 1))


def scope_of(slide: Slide, vocabulary: Vocabulary) -> Scope:
    """Return the slide as the rules read it."""
    kind: Text | None = None
    if kinds.is_kind_line(slide.subtitle):
        kind = Text(plain=slide.subtitle, first_line=slide.first_line, last_line=slide.first_line)
        slide = replace(slide, subtitle="")
    if any(groups.spells_out(group, slide.title) for group in slide.groups):
        slide = replace(slide, subtitle="")  # a label of the picture like the heading
    subject = subjects.subject(slide, vocabulary.brands, vocabulary.deck)
    items = [] if kind is None else [Item(text=kind, subject=subject)]
    is_about_troubles = troubles.is_about(slide.title)
    tables: list[tuple[Table, tuple[str, ...]]] = []
    codes: list[tuple[Code, str]] = []
    settled = _sides(slide) if slide.is_comparison else map(_without_kind, _named_by_title(slide))
    for index, group in enumerate(settled):
        labels = (terms.clean_label(group.heading.plain),) if group.heading else ()
        is_usual = group.heading is not None and terms.key(group.heading.plain) in vocabulary.recurring
        items.extend(
            _group_items(group, index, labels, subject, is_usual=is_usual, is_about_troubles=is_about_troubles)
        )
        tables.extend((block, labels) for block in group.blocks if isinstance(block, Table))
        codes.extend(_codes(group))
    return Scope(
        slide=slide,
        subject=subject,
        vocabulary=vocabulary,
        items=tuple(items),
        every_item=tuple(_with_below(items)),
        tables=tuple(tables),
        codes=tuple(codes),
    )


def _with_below(items: Sequence[Item]) -> list[Item]:
    """Items and everything under them, in source order."""
    found: list[Item] = []
    for item in items:
        found.append(item)
        if item.children:
            found += _with_below(item.children)
    return found


def _named_by_title(slide: Slide) -> tuple[Group, ...]:
    """The groups of a slide; a heading over what the title's own name stands for is a label of a picture."""
    settled = groups.settled_groups(slide.groups)
    return tuple(
        replace(group, heading=None) if group.heading and groups.spells_out(group, slide.title) else group
        for group in settled
    )


def _without_kind(group: Group) -> Group:
    """The group with a heading that says what kind of thing the slide is about as its first statement."""
    if group.heading is None or not kinds.is_kind_line(group.heading.plain):
        return group
    return Group(blocks=(Paragraph(text=group.heading), *group.blocks))


def _sides(slide: Slide) -> tuple[Group, ...]:
    """The groups of a comparison; a left side without a heading has it in the slide's title."""
    left, *others = slide.groups
    if left.heading is not None or not slide.title or not any(group.heading for group in others):
        return slide.groups
    heading = Text(plain=slide.title, first_line=slide.first_line, last_line=slide.first_line)
    return (Group(blocks=left.blocks, heading=heading), *others)


def _group_items(
    group: Group, index: int, labels: tuple[str, ...], subject: str, *, is_usual: bool, is_about_troubles: bool
) -> list[Item]:
    """The items of a group; what stands under a heading that many slides have is no description of the heading."""
    has_list = any(isinstance(block, BulletList) for block in group.blocks)
    stands_apart = group.heading is None or (is_usual and not has_list)
    lists_terms = groups.lists_terms(group)
    children: list[Item] = []
    body: list[Text] = []
    name = wording.name(subject, labels)
    heading = group.heading.plain if group.heading else None
    for block in arrows.settled_blocks(group.blocks, heading):
        if isinstance(block, BulletList):
            points = groups.completed(block.items)
            points = troubles.settled(points) if is_about_troubles else points
            children.extend(_list_items(points, labels, index, subject))
        elif isinstance(block, Paragraph) and (has_list or stands_apart or lists_terms):
            children.extend(_sentence_items(block.text, labels, index, subject, name))
        elif isinstance(block, Paragraph):
            body.append(block.text)
    if group.heading is None or stands_apart:
        return children
    heads = Item(
        text=group.heading, children=tuple(children), body=tuple(body), is_heading=True, group=index, subject=subject
    )
    return [heads]


def _with_terms(bullet: Bullet) -> Bullet:
    """Return the item with the terms that its text goes on to describe as its points."""
    first = next((index for index, text in enumerate(bullet.body) if definitions.describes_identifier(text)), 0)
    if first == 0 or not all(map(definitions.describes_identifier, bullet.body[first:])):
        return bullet
    points = tuple(Bullet(text=text) for text in bullet.body[first:])
    return replace(bullet, body=bullet.body[:first], children=(*points, *bullet.children))


def _sentence_items(text: Text, labels: tuple[str, ...], group: int, subject: str, name: str) -> Iterator[Item]:
    """The sentences of a paragraph; what it opens with as a term is what the others speak of."""
    first, *others = definitions.sentences(text)
    opening = pronouns.resolved(first, name)
    yield Item(text=opening, labels=labels, group=group, subject=subject)
    term = _opening_term(first) if others else ""
    if term:
        labels = (*labels, term)
        name = wording.name(subject, labels)
    before = pronouns.subject_of(opening) if others else ""
    noun = pronouns.last_noun(first)
    for sentence in others:
        said = pronouns.bound_named(pronouns.resolved(sentence, name, before), noun)
        noun = pronouns.last_noun(sentence) or noun
        yield Item(text=said, labels=labels, group=group, subject=subject)
        before = pronouns.subject_of(said) or before


def _opening_term(sentence: Text) -> str:
    """The term that a sentence describes, or opens with in bold letters; empty when there is none."""
    found = definitions.definition_in(sentence)
    if found is not None:
        return found.term
    start, end = sentence.strong[0] if sentence.strong else (1, 1)
    bold = sentence.plain[start:end]
    return terms.clean_label(bold) if start == 0 and terms.is_term(bold) else ""


def _list_items(
    bullets: Sequence[Bullet], labels: tuple[str, ...], group: int, subject: str, above: tuple[Text, str] | None = None
) -> Iterator[Item]:
    """The items of a list.

    Args:
        bullets: what stands on one level.
        labels: what stands above, without the line that they stand under.
        group: see `Item`.
        subject: see `Scope`.
        above: that line and its label; None when they stand under no line.
    """
    name = wording.name(subject, labels)
    previous: tuple[Text, bool] | None = None
    for bullet, defined in speaking.with_defined(bullets, name):
        label = speaking.label_below(bullet.text, *above) if above else ""
        narrowed = (*labels, label) if label else labels
        before = None
        if pronouns.may_be_tied(bullet.text):
            before = speaking.spoken_of(previous[0], name, is_labelled=previous[1]) if previous is not None else ""
        items = _bullet_items(bullet, (*narrowed, defined) if defined else narrowed, group, subject, before)
        yield from items
        previous = items[-1].text, bool(narrowed)


def _bullet_items(
    bullet: Bullet, labels: tuple[str, ...], group: int, subject: str, before: str | None
) -> tuple[Item, ...]:
    """An item; one that holds several sentences and nothing else is as many items as a paragraph of them would be.

    Args:
        bullet: what stands there.
        labels: see `Item`.
        group: see `Item`.
        subject: see `Scope`.
        before: the subject of the item before it, or empty; None for an item that nothing ties to others.
    """
    is_prose = not bullet.children and not bullet.body and bullet.number is None
    if is_prose and definitions.definition_in(bullet.text) is None and len(definitions.sentences(bullet.text)) > 1:
        return tuple(_sentence_items(bullet.text, labels, group, subject, wording.name(subject, labels)))
    return (_bullet_item(bullet, labels, group, subject, before),)


def _bullet_item(bullet: Bullet, labels: tuple[str, ...], group: int, subject: str, before: str | None) -> Item:
    if bullet.body or bullet.children:
        bullet = arrows.with_shared(_with_terms(bullet))
    if labels and labels[-1].endswith(":") and _stands_alone(bullet.text.plain):
        labels = labels[:-1]
    text, children = _points_below(bullet, labels, group, subject) if bullet.children else (bullet.text, ())
    if before is not None and all(map(terms.is_label, labels)):
        text = pronouns.resolved(text, wording.name(subject, labels), before)
    return Item(
        text=text,
        labels=labels,
        children=children,
        body=bullet.body,
        number=bullet.number,
        group=group,
        subject=subject,
    )


def _points_below(bullet: Bullet, labels: tuple[str, ...], group: int, subject: str) -> tuple[Text, tuple[Item, ...]]:
    """The words of an item, without the colon of a lead-in, and the items under it."""
    kind = kinds.kind_lead(bullet.text) if bullet.text.plain.rstrip().endswith(":") else None
    text, above = (kind[1], kind[0]) if kind else (bullet.text, _label(bullet.text))
    children = arrows.settled(groups.completed(bullet.children), bullet.text.plain)
    return text, tuple(_list_items(children, labels, group, subject, (text, above)))


def _stands_alone(plain: str) -> bool:
    """Whether a point under a clause that breaks off (`A key can be:`) is a sentence of its own."""
    return terms.is_clause(plain) and not terms.opens_in_third_person(plain) and not terms.is_order(plain)


def _label(text: Text) -> str:
    """A label without its colon; a clause keeps it, because the points under it complete the clause."""
    found = definitions.definition_in(text)
    if found is not None:
        return found.term
    dated = dates.after_date(text.plain)
    plain = dated[1] if dated else text.plain
    cleaned = terms.clean_label(definitions.sentences_in(plain)[-1])
    return f"{cleaned}:" if plain.rstrip().endswith((":", "…")) and terms.is_clause(cleaned) else cleaned


def _codes(group: Group) -> Iterator[tuple[Code, str]]:
    above = group.heading.plain if group.heading else ""
    for block in group.blocks:
        if isinstance(block, Code):
            yield block, above
        above = block.text.plain if isinstance(block, Paragraph) else ""
