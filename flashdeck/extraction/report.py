"""An extraction as `extract --json` prints it and as it passes between processes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any, Final

from flashdeck.extraction.model import CardDraft, CardKind, Extraction, Slide, SlideKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideReport:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionReport:
    """What an import works on; passes between processes as the dict of `to_json`."""

    name: str
    format: str
    slides: tuple[SlideReport, ...]
    drafts: tuple[CardDraft, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a report holds, made while it is read: once, the slides first, then the cards."""

    name: str
    format: str
    slides: Iterator[SlideReport]
    drafts: Iterator[CardDraft]


_encoded: Final = json.JSONEncoder(ensure_ascii=False).encode


def report_of(extraction: Extraction) -> ExtractionReport:
    """Return what an import needs of an extraction."""
    return ExtractionReport(
        name=extraction.name,
        format=extraction.format,
        slides=tuple(map(slide_report, extraction.slides)),
        drafts=extraction.drafts,
    )


def to_json(found: Extraction | ExtractionReport) -> dict[str, Any]:
    """Return what was found as plain lists, strings and numbers."""
    report = report_of(found) if isinstance(found, Extraction) else found
    return {
        "source": {"name": report.name, "format": report.format},
        "slides": [_slide_to_json(slide) for slide in report.slides],
        "cards": [_draft_to_json(draft) for draft in report.drafts],
    }


def json_text(found: Findings | ExtractionReport) -> Iterator[str]:
    """Yield the text of `to_json` piece by piece, indented by one space; as a whole it is many times the source."""
    source = _indented({"name": found.name, "format": found.format}, "\n ")
    yield f'{{\n "source": {source},\n "slides": ['
    yield from _entries(map(_slide_to_json, found.slides))
    yield '],\n "cards": ['
    yield from _entries(map(_draft_to_json, found.drafts))
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


def from_json(data: Mapping[str, Any]) -> ExtractionReport:
    """Return the report that `to_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: the mapping was not written by `to_json`.
    """
    return ExtractionReport(
        name=data["source"]["name"],
        format=data["source"]["format"],
        slides=tuple(_slide_from_json(entry) for entry in data["slides"]),
        drafts=tuple(_draft_from_json(entry) for entry in data["cards"]),
    )


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


def _draft_to_json(draft: CardDraft) -> dict[str, Any]:
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


def _draft_from_json(data: Mapping[str, Any]) -> CardDraft:
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
