"""What review, summary and cram show and ask for."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flashdeck.domain.choices import CramOrder
from flashdeck.domain.quality import Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChoice:
    """One answer button.

    Attributes:
        key: the digit that gives this answer.
        interval_days: days to the next review; None when the answer changes no schedule (cram).
        drilled: whether the card is asked again today.
    """

    key: str
    quality: Quality
    interval_days: int | None
    drilled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of a slide; `marked` when the card was made from it."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRef:
    """A page that can be drawn, with the passage to find on it; `number` is from 1."""

    path: Path
    number: int
    passage: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSlide:
    """The slide a card came from; `page` when it can be shown as a picture."""

    file_name: str
    slide_number: int
    title: str
    lines: tuple[SourceLine, ...]
    page: PageRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyCardView:
    """A card as it is asked; question and answer are Markdown."""

    uid: str
    context: str
    question: str
    answer: str
    choices: tuple[AnswerChoice, ...]
    source: SourceSlide | None = None
    is_new: bool = False
    is_marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeechView:
    """A card that was forgotten so often that it costs more than it gives; the question is Markdown.

    Attributes:
        reasons: what may be wrong with it, as sentences.
    """

    question: str
    lapses: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """Where a session stands; `minutes_left` is an estimate."""

    done: int
    total: int
    minutes_left: int
    can_undo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicAccuracy:
    """Remembered answers of a topic in one session."""

    topic: str
    answered: int
    remembered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedCard:
    """A card that was missed in the session."""

    uid: str
    question: str
    topic: str
    misses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SlowCard:
    """A card that took long in the session; the question is Markdown."""

    uid: str
    question: str
    topic: str
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLoad:
    """What a coming study day brings: due cards, and new ones that its limit introduces."""

    day: date
    due: int
    new: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryView:
    """What a session was.

    Attributes:
        load: what each of the next days brings, tomorrow first; at least tomorrow.
    """

    answered: int
    remembered: int
    minutes: int
    topics: tuple[TopicAccuracy, ...]
    missed: tuple[MissedCard, ...]
    load: tuple[DayLoad, ...]
    slowest: tuple[SlowCard, ...] = ()
    is_cram: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CramRequest:
    """What the user wants to drill; `minutes` is None for everything picked."""

    keys: tuple[str, ...]
    order: CramOrder
    minutes: int | None
