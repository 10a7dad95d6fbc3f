"""What the library and the editor show and ask for."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from flashdeck.domain.note import NoteKind
from flashdeck.gui.study_values import SourceSlide


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A row of the card table; all texts are plain.

    Attributes:
        due: as it is to be read ("today", "in 6 d", "new").
        ease: as it is to be read ("2.50", or empty for a new card).
        state: as it is to be read ("new", "scheduled", "suspended", "buried").
    """

    uid: str
    question: str
    topic: str
    deck: str
    due: str
    ease: str
    state: str


class CardColumn(StrEnum):
    """Columns of the card table, by the name the controller sorts by."""

    QUESTION = "question"
    TOPIC = "topic"
    DECK = "deck"
    DUE = "due"
    EASE = "ease"
    STATE = "state"


class CardAction(StrEnum):
    """What can be done to chosen cards."""

    SUSPEND = "suspend"
    RESUME = "resume"
    BURY = "bury"
    MARK = "mark"
    DELETE = "delete"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraftView:
    """A note as it is edited; front, back, and context are Markdown."""

    uid: str
    kind: NoteKind
    front: str
    back: str
    context: str = ""
    topic: str = ""
    tags: tuple[str, ...] = ()
    source: SourceSlide | None = None
    media_folder: Path | None = None
