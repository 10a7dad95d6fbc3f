"""Which program a Markdown deck was written for, and how surely it is a deck at all.

Every program leaves marks that ordinary documents do not have. Where there are none, only the shape is left: short
parts between rules, nearly each of them opened by its heading.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import pairwise
from typing import Final, NamedTuple

from flashdeck.extraction.dialects.markdown_decks.marks import PANDOC, is_rule
from flashdeck.extraction.dialects.markdown_decks.rows import Row, Where
from flashdeck.extraction.dialects.markdown_decks.settings import Settings, front_matter_end, read_settings
from flashdeck.extraction.languages.lexicon import word_set


class Flavour(Enum):
    """The programs whose decks are told apart."""

    MARP = "Marp"
    REVEAL = "reveal.js"
    REMARK = "remark"
    SLIDEV = "Slidev"
    PANDOC = "pandoc"


class Recognition(NamedTuple):
    """What a text was recognised as.

    Attributes:
        likelihood: 0 (no deck) to 1.
        settings: the front matter of the deck.
        settings_end: how many rows it takes.
    """

    flavour: Flavour
    likelihood: float
    settings: Settings
    settings_end: int


_HEADING: Final = re.compile(r"(#{1,6})(?:\s|\Z)")
REMARK_SETTING: Final = re.compile(
    r"(?:name|class|count|template|layout|exclude|background-(?:image|color|size|position|repeat))\s*:", re.IGNORECASE
)
_MARKS: Final[tuple[tuple[Flavour, re.Pattern[str], float], ...]] = (
    (Flavour.MARP, re.compile(r"<!--\s*(?:_?(?:class|color|header|footer|paginate|backgroundColor|"
                              r"backgroundImage)|theme|headingDivider|size|math|marp)\s*:"), 2),
    (Flavour.MARP, re.compile(r"!\[bg\b"), 2),
    (Flavour.REVEAL, re.compile(r"<!--\s*\.(?:slide|element)\b"), 3),
    (Flavour.REVEAL, re.compile(r"(?:\*\*|__)?notes?:(?:\*\*|__)?(?:\s|\Z)", re.IGNORECASE), 0.75),
    (Flavour.REVEAL, re.compile(r"<aside class=[\"']?notes|<section data-markdown|<!--\s*slide-front-matter\b"), 3),
    (Flavour.REMARK, re.compile(r"\?\?\?\Z"), 2),
    (Flavour.REMARK, re.compile(r"\.[a-z][\w-]*(?:\.[a-z][\w-]*)*\["), 0.75),
    (Flavour.SLIDEV, re.compile(r"</?v-(?:clicks?|after|mark|switch)\b|<<< ?@?[/\w]"), 2),
    (Flavour.SLIDEV, re.compile(r"::(?:right|left|default|bottom|top)::\Z"), 2),
    *((Flavour.PANDOC, pattern, weight) for pattern, weight in PANDOC),
)  # fmt: skip
_ANY_MARK: Final = re.compile(
    "|".join(f"(?{'i' if pattern.flags & re.IGNORECASE else ''}:{pattern.pattern})" for _, pattern, _ in _MARKS)
)
_ENOUGH: Final = 3.0
"""Weight of marks from which a text is surely a deck of that program, if it also has slides."""
_MOST_WEIGHT: Final = 6.0
_SURE: Final = 0.95
_BY_SHAPE: Final = 0.7
_FEWEST_SLIDES: Final = 3
_FEWEST_PARTS: Final = 5
_MOST_WORDS: Final = 90
_DOCUMENT_HEADINGS: Final = word_set(
    """install installation installing usage license licence contributing contributors changelog requirements
    prerequisites quickstart acknowledgements acknowledgments support documentation development roadmap faq lizenz
    authors maintainers badges screenshots unreleased"""
)
_READY_OUTPUT: Final = {
    "moon_reader": Flavour.REMARK,
    "revealjs": Flavour.PANDOC,
    "revealjs_presentation": Flavour.PANDOC,
    "ioslides_presentation": Flavour.PANDOC,
    "slidy_presentation": Flavour.PANDOC,
    "slidy": Flavour.PANDOC,
    "beamer": Flavour.PANDOC,
    "beamer_presentation": Flavour.PANDOC,
    "powerpoint_presentation": Flavour.PANDOC,
    "pptx": Flavour.PANDOC,
    "xaringan": Flavour.REMARK,
}
_OWN_KEYS: Final = {
    "marp": Flavour.MARP,
    "headingdivider": Flavour.MARP,
    "slide-level": Flavour.PANDOC,
    "slide_level": Flavour.PANDOC,
    "aspectratio": Flavour.PANDOC,
    "beameroption": Flavour.PANDOC,
    "revealoptions": Flavour.REVEAL,
    "verticalseparator": Flavour.REVEAL,
    "highlighttheme": Flavour.REVEAL,
    "drawings": Flavour.SLIDEV,
    "mdc": Flavour.SLIDEV,
    "highlighter": Flavour.SLIDEV,
    "routermode": Flavour.SLIDEV,
    "hideintoc": Flavour.SLIDEV,
}


def recognise(rows: Sequence[Row]) -> Recognition:
    """Return the likeliest program, and how surely the text is a deck."""
    end = front_matter_end(rows, 0)
    settings = read_settings(rows[1 : end - 1]) if end else {}
    weights = _weights(rows, end, settings)
    flavour, weight = max(weights.items(), key=lambda pair: pair[1])
    shape = _Shape(rows, end)
    by_headings = flavour is Flavour.PANDOC or flavour in _promised(settings)
    slides = max(shape.headings if by_headings else 0, len(shape.parts))
    fewest = 1 if settings.get("marp", "").lower() == "true" else _FEWEST_SLIDES
    if weight >= _ENOUGH and slides >= fewest and not (weight < 2 * _ENOUGH and shape.is_document):
        likelihood = _SURE
    else:
        flavour, likelihood = _by_shape(shape, flavour, weight)
    return Recognition(flavour=flavour, likelihood=likelihood, settings=settings, settings_end=end)


def _weights(rows: Sequence[Row], start: int, settings: Settings) -> Mapping[Flavour, float]:
    weights = dict.fromkeys(Flavour, 0.0)
    for index, row in enumerate(rows[start:], start=start):
        if row.where not in (Where.TEXT, Where.COMMENT):
            continue
        if _ANY_MARK.match(row.text):
            for flavour, pattern, weight in _MARKS:
                if pattern.match(row.text):
                    weights[flavour] += weight
        if index and is_rule(rows[index - 1].text) and rows[index - 1].is_text:
            _weigh_head(rows, index, weights)
    weights = {flavour: min(weight, _MOST_WEIGHT) for flavour, weight in weights.items()}
    for flavour, weight in _promised(settings).items():
        weights[flavour] += weight
    _weigh_steps(rows, weights)
    return weights


def _weigh_head(rows: Sequence[Row], index: int, weights: dict[Flavour, float]) -> None:
    """Weigh what stands directly below a rule: settings of a slide."""
    if not rows[index].gap and front_matter_end(rows, index - 1) > index:
        weights[Flavour.SLIDEV] += 1.5
    elif REMARK_SETTING.match(rows[index].text):
        weights[Flavour.REMARK] += 1.0


def _weigh_steps(rows: Sequence[Row], weights: dict[Flavour, float]) -> None:
    """Weigh two dashes on a line: a slide below in reveal, a step in remark; a slide opens with its heading."""
    heads = Counter(
        _HEADING.match(below.text) is not None
        for row, below in pairwise(rows)
        if row.is_text and (row.text == "--" or row.text in {"--v", "--s"})
    )
    if sum(heads.values()):
        weights[Flavour.REVEAL if 2 * heads[True] >= sum(heads.values()) else Flavour.REMARK] += 1.5


def _promised(settings: Settings) -> Mapping[Flavour, float]:
    """Return what the front matter itself names."""
    weights: Counter[Flavour] = Counter()
    for key, value in settings.items():
        if key in _OWN_KEYS and value.lower() != "false":
            weights[_OWN_KEYS[key]] += 10 if key == "marp" else 3
        words = re.findall(r"[a-z_]+", f"{value} {key}".lower()) if key in {"format", "output", "to"} else [key]
        for word in words:
            if word in _READY_OUTPUT:
                weights[_READY_OUTPUT[word]] += 10 if _READY_OUTPUT[word] is Flavour.REMARK else 6
                break
    return dict(weights)


def _by_shape(shape: "_Shape", flavour: Flavour, weight: float) -> tuple[Flavour, float]:
    if not weight:
        flavour = Flavour.MARP  # its rules are the plainest
    if len(shape.parts) < _FEWEST_PARTS or shape.is_document or flavour is Flavour.PANDOC:
        return flavour, 0.0
    return flavour, _BY_SHAPE if shape.is_deck else 0.0


class _Shape:
    """What the parts between the rules look like."""

    def __init__(self, rows: Sequence[Row], start: int) -> None:
        self.parts: list[list[Row]] = [[]]
        for row in rows[start:]:
            if row.is_text and is_rule(row.text):
                self.parts.append([])
            elif row.where is not Where.COMMENT:
                self.parts[-1].append(row)
        self.parts = [part for part in self.parts if part]
        self.heads = [[row for row in part if row.is_text and _HEADING.match(row.text)] for part in self.parts]
        self.headings = sum(map(len, self.heads))

    @property
    def is_document(self) -> bool:
        """Whether its headings are those of a manual of a program."""
        words = [" ".join(re.findall(r"[a-z]+", head.text.lower())) for heads in self.heads for head in heads]
        return (
            len({word for word in words if word in _DOCUMENT_HEADINGS}) >= 2
            or sum("unreleased" in word for word in words) > 0
        )

    @property
    def is_deck(self) -> bool:
        """Whether the parts are short and open with a heading each."""
        from statistics import median  # noqa: PLC0415 - few texts come this far

        opened = sum(bool(heads) and heads[0] in part[:3] for part, heads in zip(self.parts, self.heads, strict=True))
        crowded = sum(len(heads) > 2 for heads in self.heads)
        words = [sum(len(row.text.split()) for row in part if row.is_text) for part in self.parts]
        prose = sum(len(row.text) > 120 for part in self.parts for row in part if row.is_text)
        rows = sum(map(len, self.parts))
        return (
            10 * opened >= 7 * len(self.parts)
            and 6 * crowded <= len(self.parts)
            and median(words) <= _MOST_WORDS
            and 4 * prose <= rows
        )
