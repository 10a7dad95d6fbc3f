"""What a package holds, in the program's own terms. Values that go from the child process to the program as JSON."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from flashdeck.domain.note import NoteContent, NoteKind


class AnswerKind(StrEnum):
    """Of which of Anki's queues an answer was, as far as it matters here."""

    LEARNING = "learning"
    """Of a card that is new, or was forgotten."""
    REVIEW = "review"
    OUTSIDE = "outside"
    """Of a filtered deck, or of the time before the card was made new again: it moves no schedule."""


class LeftOut(StrEnum):
    """What cards cannot have here."""

    SOUND = "sound"
    PICTURE = "picture"
    """Missing in the package, on the web, or neither PNG, JPEG, GIF nor WebP."""
    OCCLUSION = "occlusion"
    EMPTY = "empty"
    """Cards without a front."""
    CUT = "cut"
    """Fields longer than any card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedAnswer:
    """An answer: its instant in milliseconds since 1970, and the button, 1 to 4."""

    at_ms: int
    button: int
    kind: AnswerKind
    took_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedCard:
    """A card by its place in the note, with its answers, oldest first."""

    ordinal: int
    is_suspended: bool
    answers: tuple[PackedAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedNote:
    """A note.

    Attributes:
        is_ours: whether it has one of our own note types.
        exported: digest of what we exported, None when that is not known.
        said: digest of what the note says in the package; for our own note types only.
        modified_at_s: seconds since 1970.
    """

    uid: str
    deck_name: str
    content: NoteContent
    modified_at_s: int
    cards: tuple[PackedCard, ...]
    is_ours: bool = False
    exported: str | None = None
    said: str | None = None
    source_key: str | None = None
    sibling_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnkiPackage:
    """What a package holds, and how much of what had to be left out."""

    notes: tuple[PackedNote, ...]
    left_out: Mapping[LeftOut, int] = field(default_factory=Counter)


def to_json(package: AnkiPackage) -> dict[str, Any]:
    """Return the package as JSON can hold it."""
    return {"notes": [asdict(note) for note in package.notes], "left_out": dict(package.left_out)}


def from_json(data: Mapping[str, Any]) -> AnkiPackage:
    """Return what `to_json` was given."""
    return AnkiPackage(
        notes=tuple(map(_note, data["notes"])),
        left_out={LeftOut(name): count for name, count in data["left_out"].items()},
    )


def _note(data: Mapping[str, Any]) -> PackedNote:
    content = data["content"]
    return PackedNote(
        **{
            **data,
            "content": NoteContent(**{**content, "kind": NoteKind(content["kind"]), "tags": tuple(content["tags"])}),
            "cards": tuple(map(_card, data["cards"])),
        }
    )


def _card(data: Mapping[str, Any]) -> PackedCard:
    answers = tuple(PackedAnswer(**{**each, "kind": AnswerKind(each["kind"])}) for each in data["answers"])
    return PackedCard(**{**data, "answers": answers})
