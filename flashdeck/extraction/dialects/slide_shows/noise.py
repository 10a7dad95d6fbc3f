"""Saying which lines of a slide are no knowledge: running lines, links, credits, formulas, labels of drawings."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from flashdeck.domain.slide_show import ShapeRole
from flashdeck.extraction.dialects.slide_shows.layout import Box, headed
from flashdeck.extraction.dialects.slide_shows.texts import Entry, count_words
from flashdeck.extraction.dialects.slide_shows.titles import Head
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import NoiseReason, Text

_RUNNING_SHARE: Final = 0.4
_FEWEST_SLIDES: Final = 4
_MOST_RUNNING_WORDS: Final = 25
_TOP_EDGE: Final = 0.15
_BOTTOM_EDGE: Final = 0.8
_FEWEST_LABELS_ALIKE: Final = 3
_MOST_LABEL_WORDS: Final = 10
_DIGITS: Final = re.compile(r"\d+")
_URL: Final = re.compile(r"(?:\w+:\s*)?<?(?:https?://|www\.)\S+(?: \S+){0,3}$|[\w.+-]+@[\w-]+\.[\w.-]+$", re.IGNORECASE)
_CREDIT: Final = re.compile(
    r"(?:cover |background )?(?:image|picture|photo|figure|icon|source|quelle|bild(?:quelle)?|foto|credits?)s?"
    r"(?: (?:source|credits?|courtesy|by|from|of|von))?\s*:\s*\S"
    r"|.{0,80}\b(?:CC[ -]BY\b|CC0\b|Wikimedia Commons|Creative Commons|Getty Images|Shutterstock|Unsplash)"
    r"|(?:©|\(c\)\s|copyright\b).{0,60}\d{4}",
    re.IGNORECASE,
)
_REFERENCES: Final = re.compile(
    r"(?:further |weitere |externe? )?(?:references?|bibliography|further reading|literature"
    r"|literatur(?:verzeichnis|hinweise)?|referenzen|quellen(?:verzeichnis|angaben)?|external resources"
    r"|additional resources|more information|weblinks?|links"
    r"|danksagung|acknowledge?ments?|credits|sponsoren|参考(?:資料|文献)|外部資料|謝辞|参考资料)",
    re.IGNORECASE,
)


def is_reference_heading(text: str) -> bool:
    """Whether a heading announces references, links or thanks, which are no knowledge."""
    return _REFERENCES.fullmatch(text.strip(" :–—-")) is not None


class NoiseFinder:
    """Knows the lines that run through a show, and judges the others one by one."""

    def __init__(self, heads: Sequence[Head], height: float) -> None:
        """Count what repeats on slides of a height in points."""
        self._height = height
        visible = [head for head in heads if not head.slide.is_hidden]
        seen: Counter[str] = Counter()
        alone: Counter[str] = Counter()
        for head in visible:
            seen.update({_key(entry.text) for box in head.boxes if self._is_at_edge(box) for entry in box.entries})
            alone.update({_key(text) for box in head.boxes if (text := _label(box))})
        enough = max(_FEWEST_SLIDES, _RUNNING_SHARE * len(visible))
        self._running = frozenset(key for key, count in seen.items() if count >= enough and key.strip("# "))
        self._alike = frozenset(key for key, count in alone.items() if count >= _FEWEST_LABELS_ALIKE)

    def find(self, boxes: Sequence[Box]) -> dict[int, NoiseReason]:
        """Return the reasons of the lines of a slide that are no knowledge, by their number."""
        labels = self._labels(boxes)
        found: dict[int, NoiseReason] = {}
        for index, box in enumerate(boxes):
            if box.role is ShapeRole.FOOTER:
                found.update({entry.number: NoiseReason.FOOTER for entry in box.entries})
                continue
            running = self._running if self._is_at_edge(box) else frozenset[str]()
            rest = NoiseReason.DIAGRAM_LABEL if index in labels else None
            reasons = ((entry.number, _reason(entry, running) or rest) for entry in box.all_entries)
            found.update({number: reason for number, reason in reasons if reason})
        return found

    def _is_at_edge(self, box: Box) -> bool:
        """Whether a box of few words stands where headers and footers do."""
        is_outside = box.bottom <= _TOP_EDGE * self._height or box.top >= _BOTTOM_EDGE * self._height
        return is_outside and box.is_text and 0 < box.words <= _MOST_RUNNING_WORDS

    def _labels(self, boxes: Sequence[Box]) -> frozenset[int]:
        """Return the boxes that only name what a drawing shows."""
        heads = frozenset(headed(boxes).values())
        return frozenset(
            index
            for index, box in enumerate(boxes)
            if (label := _label(box))
            and (_key(label) in self._alike or (index not in heads and not _says_something(box.entries[0])))
        )


def _reason(entry: Entry, running: frozenset[str]) -> NoiseReason | None:
    text = entry.text.strip()
    if not any(character.isalnum() for character in text) and not entry.is_code:
        return NoiseReason.EMPTY
    if running and _key(text) in running:
        return NoiseReason.FOOTER
    if _URL.match(text):
        return NoiseReason.LINK_TARGET
    if _CREDIT.match(text):
        return NoiseReason.CREDIT
    return NoiseReason.FORMULA if entry.is_formula else None


def _label(box: Box) -> str:
    """Return the words of a box of few words, which is no placeholder; else an empty string."""
    if box.role is not ShapeRole.TEXT_BOX or len(box.entries) > 2 or not 0 < box.words <= _MOST_LABEL_WORDS:
        return ""
    if any(entry.is_bulleted or entry.is_code for entry in box.entries):
        return ""
    return " ".join(entry.text for entry in box.entries)


def _says_something(entry: Entry) -> bool:
    """Whether the words of a lone box are a statement and not a label."""
    text = entry.text.strip()
    if count_words(text) < 4 or text.endswith("?"):
        return False
    return text.endswith((".", "!", "。")) or terms.is_clause(text) or ": " in text


def _key(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split()).casefold())


def split_references(entries: Sequence[Entry], heading: Text | None) -> tuple[list[Entry], list[int]]:
    """Return the entries before the heading that announces references, and the numbers of it and all after it."""
    if heading is not None and is_reference_heading(heading.plain):
        return [], [*range(heading.first_line, heading.last_line + 1), *(entry.number for entry in entries)]
    start = next(
        (
            index
            for index, entry in enumerate(entries)
            if not entry.is_bulleted and is_reference_heading(entry.text) and index + 1 < len(entries)
        ),
        len(entries),
    )
    return list(entries[:start]), [entry.number for entry in entries[start:]]


def unread(entries: Iterable[Entry], noise: dict[int, NoiseReason]) -> list[Entry]:
    """Return the entries that are no noise."""
    return [entry for entry in entries if entry.number not in noise]
