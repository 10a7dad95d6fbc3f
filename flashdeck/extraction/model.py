"""The values that pass through the extraction, from lines to card drafts.

Every value keeps the lines it came from (`first_line`, `last_line`, from 1), and nothing is dropped in silence:
noise lines carry a `NoiseReason`, turned down candidates a `Rejection`.

The values of which a course has thousands (`Line`, `Text`, `Bullet`) are kept from change by the type checker alone:
to freeze one takes longer than to make it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple


class NoiseReason(StrEnum):
    """Why a line is no knowledge."""

    PICTURE_DEBRIS = "debris of a picture"
    ICON_NUMBER = "number of an icon"
    FOOTER = "header or footer"
    WATERMARK = "watermark"
    LINK_TARGET = "link target"
    CREDIT = "picture credit"
    PICTURE_PROSE = "description of a picture"
    CONSOLE = "text of a screenshot"
    SAMPLE_DATA = "sample data"
    DIAGRAM_LABEL = "diagram label"
    EMPTY = "nothing but marks"
    PICTURE = "picture"
    SETTING = "setting of the slide program"
    SPEAKER_NOTE = "speaker note"
    FORMULA = "formula"
    REFERENCE = "reference to other works"
    HIDDEN = "on a hidden slide"


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Line:
    """A line of the source that is not blank.

    Attributes:
        number: from 1.
        text: characters repaired (NFKC where it is safe, quotes kept), markup kept, outer spaces removed (a tab
            at either end is an empty table cell and stays).
        indent: leading spaces in the source.
        gap: blank lines directly before it.
        wraps: whether the source marks that the sentence goes on in the next line.
        noise: why the line is no knowledge, or None.
    """

    number: Final[int]
    text: Final[str]
    indent: Final[int] = 0
    gap: Final[int] = 0
    wraps: Final[bool] = False
    noise: Final[NoiseReason | None] = None

    def marked(self, noise: NoiseReason) -> "Line":
        """Return the line as one that is no knowledge, for this reason."""
        return Line(number=self.number, text=self.text, indent=self.indent, gap=self.gap, wraps=self.wraps, noise=noise)


@dataclass(slots=True, kw_only=True)
class Text:
    """A run of words on one or more lines, markup removed, wrapped lines joined.

    Attributes:
        plain: what the student reads.
        strong: half-open character ranges of `plain` that the source emphasised, in order.
        code: half-open character ranges of `plain` that the source set as code, in order.
    """

    plain: Final[str]
    first_line: Final[int]
    last_line: Final[int]
    strong: Final[tuple[tuple[int, int], ...]] = ()
    code: Final[tuple[tuple[int, int], ...]] = ()

    def __hash__(self) -> int:
        """Return the hash of the words alone, which Python remembers; many answers are remembered by their text."""
        return hash(self.plain)


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Bullet:
    """An item of a list with what is nested under it.

    Attributes:
        number: its number when the source numbers the list, else None.
        body: text that follows the item without a bullet of its own (a definition on the next line).
    """

    text: Final[Text]
    children: Final[tuple["Bullet", ...]] = ()
    body: Final[tuple[Text, ...]] = ()
    number: Final[int | None] = None

    def walk(self) -> Iterator["Bullet"]:
        """Yield the item and everything below it, in source order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """Items on one level, one after the other."""

    items: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text without a bullet; a diagram label never becomes one."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells; every row has as many cells as the widest, missing ones are empty.

    Attributes:
        header: the first row when it names the columns, else None.
    """

    rows: tuple[tuple[Text, ...], ...]
    header: tuple[Text, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Program text, as it stands."""

    source: str
    first_line: int
    last_line: int


Block = BulletList | Paragraph | Table | Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading on a slide (or none) with the blocks under it. The two sides of a comparison are two groups."""

    blocks: tuple[Block, ...]
    heading: Text | None = None


class SlideKind(StrEnum):
    """What a slide is for."""

    CONTENT = "content"
    SECTION = "section"
    """Opens a section of the course; has nothing to learn."""
    DIVIDER = "divider"
    """Opens a topic; has nothing to learn."""
    TITLE_ONLY = "title only"
    FRONT_MATTER = "front matter"
    """Cover, speaker, disclaimer, agenda, credits, closing words: never a card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide of the source.

    Attributes:
        number: page or slide number in the source, from 1.
        title: as printed, wrapped lines joined, markup removed; empty when it has none.
        subtitle: the line that narrows a generic or repeated title; empty when it has none.
        section: title of the section it belongs to; empty before the first.
        topic: what it is about (the divider's or the service's name); empty when unknown.
        lines: every non-blank line, noise too.
        groups: its content; empty for slides without any.
        is_comparison: whether its groups are sides of a comparison (a line `VS`, `X vs. Y` in the title).
    """

    number: int
    kind: SlideKind
    title: str
    first_line: int
    last_line: int
    subtitle: str = ""
    section: str = ""
    topic: str = ""
    lines: tuple[Line, ...] = ()
    groups: tuple[Group, ...] = ()
    is_comparison: bool = False

    @property
    def id(self) -> str:
        """Name of the slide within its file."""
        return f"s{self.number}"


class CardKind(StrEnum):
    """What the student is asked to do."""

    DEFINITION = "definition"
    TERM = "term"
    ENUMERATION = "enumeration"
    COMPARISON = "comparison"
    CELL = "cell"
    LIMIT = "limit"
    ACRONYM = "acronym"
    STEP = "step"
    IMPLICATION = "implication"
    USE_CASE = "use case"
    PROBLEM = "problem"
    COMMAND = "command"
    QUESTION = "question"
    CLOZE = "cloze"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A card that a rule proposes; nobody has judged it yet.

    Attributes:
        rule: name of the rule, as in the tables of `rules`.
        front: the question as the student reads it; a cloze shows `[...]`.
        back: the answer; for a cloze what the gap hides.
        cloze_text: for a cloze the whole text with its gap as `{{c1::...}}`, else empty.
        confidence: the rule's own belief that this is a good card, 0 to 1.
        evidence: why the rule fired, in a few words.
        settles: whether its lines hold nothing that another rule could ask, though it is turned down itself.
    """

    rule: str
    kind: CardKind
    front: str
    back: str
    first_line: int
    last_line: int
    confidence: float
    evidence: str
    cloze_text: str = ""
    settles: bool = False


class CardDraft(NamedTuple):
    """A card worth offering to the user.

    Attributes:
        context: the line above the front: section > topic > slide, without repetitions.
        score: 0 to 1.
        reasons: why it was made and what lowered its score.
        source_key: stable over imports of the same slides.
        sibling_key: drafts about the same fact of the same slide share it.
    """

    slide_id: str
    kind: CardKind
    context: str
    front: str
    back: str
    cloze_text: str
    score: float
    reasons: tuple[str, ...]
    tags: tuple[str, ...]
    rule: str
    first_line: int
    last_line: int
    source_key: str
    sibling_key: str


class SlideCards(NamedTuple):
    """What a slide gives for itself, as if no other had a card.

    Attributes:
        has_weak: whether a card failed by its score alone.
        repeats: whether a candidate repeats another one of the slide; what is left out then depends on earlier slides.
        turns: whether a candidate was left out for a card of the slide, without which it would be asked.
    """

    drafts: tuple[CardDraft, ...]
    has_weak: bool
    repeats: bool
    turns: bool


class Rejection(NamedTuple):
    """A candidate that did not become a draft, and why."""

    slide_id: str
    candidate: Candidate
    reason: str


class SlideFile(NamedTuple):
    """A document read into slides."""

    name: str
    format: str
    dialect: str
    slides: Sequence[Slide]


class Extraction(NamedTuple):
    """All that was found in one document."""

    name: str
    format: str
    dialect: str
    slides: Sequence[Slide]
    drafts: tuple[CardDraft, ...]
    rejections: tuple[Rejection, ...] = ()
