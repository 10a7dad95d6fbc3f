"""Rows that wrap content or steer the slide program: divs, classes, components, slots, pauses, commands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flashdeck.extraction.dialects.markdown_decks.flavour import Flavour
from flashdeck.extraction.dialects.markdown_decks.rows import Row
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.model import NoiseReason

_DIV: Final = re.compile(r":{3,}(.*)\Z")
_CLASS: Final = re.compile(r"(?<![\w#-])\.?([A-Za-z][\w-]*+)(?=[\s}.:]|\Z)")
_ATTRIBUTE: Final = re.compile(r"(?<![\w-])[\w-]++=(?:\"[^\"]*\"|'[^']*'|[^\s}]*)|\[[^\[\]]*\]")
_REMARK_OPEN: Final = re.compile(r"((?:\.[a-zA-Z][\w-]*)+)\[")
_SLOT: Final = re.compile(r"::[A-Za-z][\w-]*::\Z")
_STEERING: Final = re.compile(
    r"(?:\. \. \.|<<<.*|\{\{[^{}]*\}\}|\{:[^{}]*\}|\{[.#][^{}]*\}|\[\[?toc\]?\]"
    r"|\\[A-Za-z]+\*?(?:\[[^\]]*\]|\{[^{}]*\})*)\Z",
    re.IGNORECASE,
)
_LINK_TARGET: Final = re.compile(r"(?:\[[^\[\]]{1,200}\]:\s*\S|<?(?:https?://|www\.)\S+\Z)")
_LINK: Final = r"\[[^\[\]]{1,300}\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\[\]]*\]|\{[^{}]*\})"
_REFERENCE: Final = re.compile(rf"{_LINK}[.:]?\Z")
_POINTER: Final = re.compile(
    rf"(?:see(?: also)?|cf\.?|read|more|docs?|source|siehe(?: auch)?|vgl\.?|quelle|mehr)(?:\s*+:)?\s++(?:{_LINK}|<?https?://\S+)[.]?\Z",
    re.IGNORECASE,
)
_PICTURE: Final = re.compile(r"(?:!\[[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\[\]]*\])(?:\{[^{}]*\})?\s*)+\Z")
_TAGS_ONLY: Final = re.compile(r"(?:</?[A-Za-z][^<>]*>\s*)+\Z")
_TAG_LEFT_OPEN: Final = re.compile(r"<[A-Za-z][\w-]*(?:\s[^<>]*)?\Z")
_RAW: Final = re.compile(r"<(style|script|svg|iframe|video)\b", re.IGNORECASE)
_COLUMN_NAMES: Final = re.compile(r"column\b|column$|col(?:-|\d|\b)|(?:left|right|pull)(?:-|$)", re.IGNORECASE)
_PROPERTY: Final = re.compile(r"(?:name|class|layout|template|count|exclude|background-\w+)\s*:", re.IGNORECASE)
_FEWEST_WORDS_OF_WORK: Final = 4
_MOST_ROWS_OF_TAG: Final = 20
_MOST_ROWS_OF_RAW: Final = 300
_SILENT: Final = word_set(
    """readings reading references refs bibliography literature literatur quellen outcomes objectives learning-outcomes
    learning-objectives youtube video videos credits credit attribution footer footnote footnotes header logo source
    sources citation challenges exercise exercises quizzes quiz hidden"""
)
"""Names of divs and classes that hold what no student is asked."""
_NOTES: Final = frozenset({"notes", "note-speaker", "speaker-notes", "handout"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Div:
    """A row that opens (with the names of its classes) or closes a div."""

    names: frozenset[str]
    opens: bool


def div_of(row: Row) -> Div | None:
    """Return the div that the row opens or closes, as pandoc writes them, or None."""
    found = _DIV.match(row.text) if row.is_text else None
    if found is None:
        return None
    bare = _ATTRIBUTE.sub(" ", found.group(1)).strip(": ")
    names = frozenset(name.lower() for name in _CLASS.findall(bare.replace("{", " ")))
    return Div(names=names, opens=bool(found.group(1).strip(": ")))


def holds_notes(div: Div) -> bool:
    """Whether the div holds what the speaker says."""
    return div.opens and bool(div.names & _NOTES)


def is_silent(names: frozenset[str]) -> bool:
    """Whether a class of this name holds nothing to learn."""
    return bool(names & _SILENT)


def is_column(names: frozenset[str]) -> bool:
    """Whether a class of this name opens a column."""
    return any(_COLUMN_NAMES.match(name) for name in names - {"columns", "cols"})


def is_slot(row: Row) -> bool:
    """Whether the row opens a place of a slide's layout (`::right::`)."""
    return _SLOT.match(row.text) is not None


def reason_of(row: Row) -> NoiseReason | None:
    """Return why the row is no knowledge, whatever stands around it."""
    if not row.is_text:
        return None
    if _LINK_TARGET.match(row.text):
        return NoiseReason.LINK_TARGET
    if _PICTURE.match(row.text):
        return NoiseReason.PICTURE
    if _STEERING.match(row.text):
        return NoiseReason.SETTING
    if _TAGS_ONLY.match(row.text):
        return NoiseReason.PICTURE if "<img" in row.text.lower() else NoiseReason.SETTING
    return None


def is_reference(text: str) -> bool:
    """Whether a paragraph is nothing but one link."""
    return _REFERENCE.match(text) is not None


def is_property(row: Row) -> bool:
    """Whether the row sets a property of a slide or of a step, as remark writes them at their head."""
    return row.is_text and _PROPERTY.match(row.text) is not None


def is_cited(text: str) -> bool:
    """Whether an item is nothing but a link with the title of another work."""
    return is_reference(text) and len(text[1 : text.find("]")].split()) >= _FEWEST_WORDS_OF_WORK


def is_pointer(text: str) -> bool:
    """Whether an item only sends the reader elsewhere (`see [the manual](...)`)."""
    return _POINTER.match(text) is not None


def raw_end(rows: Sequence[Row], start: int, searched: dict[str, int]) -> int:
    """Return the index after tags whose inside is no text (styles, scripts, drawings) or that go over several rows.

    Args:
        rows: of the slide.
        start: where the tag may stand.
        searched: for each closing tag, the index up to which none was found; kept by the caller between the calls.
    """
    found = _RAW.match(rows[start].text)
    if found is not None:
        closing = f"</{found.group(1).lower()}>"
        last = min(len(rows), start + _MOST_ROWS_OF_RAW)
        for end in range(max(start, searched.get(closing, 0)), last):
            if closing in rows[end].text.lower():
                return end + 1
        searched[closing] = last
        return start + 1
    if _TAG_LEFT_OPEN.match(rows[start].text) is None:
        return start
    for end in range(start + 1, min(len(rows), start + _MOST_ROWS_OF_TAG)):
        if "<" in rows[end].text:
            return start
        if ">" in rows[end].text:
            return end + 1 if rows[end].text.endswith(">") else start
    return start


def remark_class(row: Row, flavour: Flavour) -> tuple[frozenset[str], str, bool] | None:
    """Return the names of the classes a remark row opens, the text inside and whether they stay open, or None."""
    found = _REMARK_OPEN.match(row.text) if flavour is Flavour.REMARK and row.is_text else None
    if found is None:
        return None
    names = frozenset(found.group(1).lower().strip(".").split("."))
    inside = row.text[found.end() :]
    closed = _closing(inside)
    if closed < 0:
        return names, inside.strip(), True
    return names, f"{inside[:closed]}{inside[closed + 1 :]}".strip(), False


def _closing(text: str) -> int:
    depth = 1
    for index, character in enumerate(text):
        depth += (character == "[") - (character == "]")
        if depth == 0:
            return index
    return -1
