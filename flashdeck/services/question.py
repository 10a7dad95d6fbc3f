"""The card that is asked, as the student sees it, and what each answer to it would bring."""

from collections.abc import Callable
from dataclasses import dataclass, field

from flashdeck.domain import cloze
from flashdeck.domain.card import Card
from flashdeck.domain.ids import NoteId
from flashdeck.domain.note import NoteContent, NoteKind, SlideSource
from flashdeck.domain.quality import Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class NextShowing:
    """What an answer would bring.

    Attributes:
        interval_days: days until the card is due again; None where the answer moves no schedule.
        again_today: whether the card comes back in this sitting.
    """

    interval_days: int | None
    again_today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The card that is asked now. Texts are Markdown.

    Attributes:
        is_drill: it scored below 4 earlier today; the answer moves no schedule.
        is_marked: whether the user has marked the note.
        preview: what an answer would bring, worked out when it is asked for.
    """

    card: Card
    note_id: NoteId
    deck_name: str
    context: str
    topic: str
    front: str
    back: str
    is_new: bool
    is_drill: bool
    is_marked: bool
    source: SlideSource | None
    preview: Callable[[Quality], NextShowing] = field(compare=False, repr=False)


def sides(content: NoteContent, ordinal: int) -> tuple[str, str]:
    """Return question and answer of a card as Markdown."""
    if content.kind is NoteKind.BASIC:
        return content.front, content.back
    hidden = cloze.answer(content.front, ordinal + 1)
    return cloze.question(content.front, ordinal + 1), f"{hidden}\n\n{content.back}" if content.back else hidden
