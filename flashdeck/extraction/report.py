"""An extraction as `extract --json` prints it and as it passes between processes."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from json.encoder import encode_basestring
from typing import Any, Final, NamedTuple

from flashdeck.extraction.model import CardDraft, CardKind, Extraction, Slide, SlideKind
from flashdeck.extraction.packing import Packed


class SlideReport(NamedTuple):
    """A slide as the importer needs it: no tree, only what the user may see of it.

    Attributes:
        title: as printed; a slide without one goes by its topic or section.
        text: its lines that are knowledge with their numbers, in order, markup kept.
    """

    id: str
    number: int
    section: str
    topic: str
    title: str
    kind: SlideKind
    text: tuple[tuple[int, str], ...]
    first_line: int
    last_line: int


class ExtractionReport(NamedTuple):
    """What an import works on; passes between processes in parts."""

    name: str
    format: str
    slides: Sequence[SlideReport]
    drafts: Sequence[CardDraft]


class Findings(NamedTuple):
    """What a report holds, made while it is read: once, the slides first, then the cards."""

    name: str
    format: str
    slides: Iterator[SlideReport]
    drafts: Iterator[CardDraft]


_PART: Final = 128
"""Slides or cards that pass between processes together."""
_encoded: Final = json.JSONEncoder(ensure_ascii=False).encode


def report_of(extraction: Extraction) -> ExtractionReport:
    """Return what an import needs of an extraction."""
    return ExtractionReport(
        name=extraction.name,
        format=extraction.format,
        slides=tuple(map(slide_report, extraction.slides)),
        drafts=extraction.drafts,
    )


def json_text(found: Findings | ExtractionReport) -> Iterator[str]:
    """Yield what was found as JSON, piece by piece, indented by one space; as a whole it is many times the source."""
    source = _indented({"name": found.name, "format": found.format}, "\n ")
    yield f'{{\n "source": {source},\n "slides": ['
    yield from _entries(map(_slide_to_json, found.slides))
    yield '],\n "cards": ['
    yield from _entries(map(draft_to_json, found.drafts))
    yield "]\n}"


def _entries(entries: Iterable[dict[str, Any]]) -> Iterator[str]:
    before, after = "\n  ", ""
    for entry in entries:
        yield before + _indented(entry, "\n  ")
        before, after = ",\n  ", "\n "
    yield after


def _indented(value: Any, line_end: str) -> str:  # noqa: ANN401 - whatever JSON can hold
    """Return a value as JSON with a line for each entry; the library's own way to indent takes six times as long."""
    if isinstance(value, str):
        return encode_basestring(value)
    if type(value) is int:
        return repr(value)
    inside = line_end + " "
    if isinstance(value, dict) and value:
        entries = [f"{encode_basestring(key)}: {_indented(entry, inside)}" for key, entry in value.items()]
        return f"{{{inside}{f',{inside}'.join(entries)}{line_end}}}"
    if isinstance(value, list) and value:
        return f"[{inside}{f',{inside}'.join([_indented(entry, inside) for entry in value])}{line_end}]"
    return _encoded(value)


def parts_of(found: Findings | ExtractionReport) -> Iterator[dict[str, Any]]:
    """Yield what was found as plain lists, strings and numbers, some slides or cards at a time."""
    slides, drafts = map(_slide_to_json, found.slides), map(draft_to_json, found.drafts)
    while part := list(islice(slides, _PART)):
        yield {"slides": part}
    while part := list(islice(drafts, _PART)):
        yield {"cards": part}


class PartsReader:
    """Puts together again what `parts_of` yielded."""

    def __init__(self) -> None:
        """Begin without a part."""
        self._slides: Packed[SlideReport] = Packed()
        self._drafts: Packed[CardDraft] = Packed()

    def take(self, part: Mapping[str, Any]) -> None:
        """Take the next part.

        Raises:
            KeyError, TypeError, ValueError: it was not made by `parts_of`.
        """
        if "slides" in part:
            self._slides.extend(map(_slide_from_json, part["slides"]))
        else:
            self._drafts.extend(map(draft_from_json, part["cards"]))

    def report(self, *, name: str, file_format: str) -> ExtractionReport:
        """Return all parts as the report on a file of this name and format."""
        return ExtractionReport(name=name, format=file_format, slides=self._slides, drafts=self._drafts)


def slide_report(slide: Slide) -> SlideReport:
    """Return what an import needs of a slide."""
    return SlideReport(
        id=slide.id,
        number=slide.number,
        section=slide.section,
        topic=slide.topic,
        title=slide.title or slide.topic or slide.section,
        kind=slide.kind,
        text=tuple((line.number, line.text) for line in slide.lines if line.noise is None),
        first_line=slide.first_line,
        last_line=slide.last_line,
    )


def _slide_to_json(slide: SlideReport) -> dict[str, Any]:
    return {
        "id": slide.id,
        "number": slide.number,
        "section": slide.section,
        "topic": slide.topic,
        "title": slide.title,
        "kind": slide.kind.value,
        "text": [[number, text] for number, text in slide.text],
        "first_line": slide.first_line,
        "last_line": slide.last_line,
    }


def _slide_from_json(data: Mapping[str, Any]) -> SlideReport:
    return SlideReport(
        id=data["id"],
        number=data["number"],
        section=data["section"],
        topic=data["topic"],
        title=data["title"],
        kind=SlideKind(data["kind"]),
        text=tuple((number, text) for number, text in data["text"]),
        first_line=data["first_line"],
        last_line=data["last_line"],
    )


def draft_to_json(draft: CardDraft) -> dict[str, Any]:
    """Return a card as what JSON can hold."""
    return {
        "slide": draft.slide_id,
        "kind": draft.kind.value,
        "context": draft.context,
        "front": draft.front,
        "back": draft.back,
        "cloze_text": draft.cloze_text,
        "score": draft.score,
        "reasons": list(draft.reasons),
        "tags": list(draft.tags),
        "rule": draft.rule,
        "first_line": draft.first_line,
        "last_line": draft.last_line,
        "source_key": draft.source_key,
        "sibling_key": draft.sibling_key,
    }


def draft_from_json(data: Mapping[str, Any]) -> CardDraft:
    """Return the card of which `draft_to_json` made this."""
    return CardDraft(
        slide_id=data["slide"],
        kind=CardKind(data["kind"]),
        context=data["context"],
        front=data["front"],
        back=data["back"],
        cloze_text=data["cloze_text"],
        score=data["score"],
        reasons=tuple(data["reasons"]),
        tags=tuple(data["tags"]),
        rule=data["rule"],
        first_line=data["first_line"],
        last_line=data["last_line"],
        source_key=data["source_key"],
        sibling_key=data["sibling_key"],
    )
