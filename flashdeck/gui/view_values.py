"""What the pages show and what they ask for: frozen values between controllers and views."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from flashdeck.domain.choices import Algorithm, CramOrder
from flashdeck.domain.note import NoteKind
from flashdeck.domain.quality import Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeNode:
    """A deck, section or topic with its counts.

    Attributes:
        key: what the controller knows the node by; the view hands it back.
        counts: one number a column after the name.
    """

    key: str
    name: str
    counts: tuple[int, ...]
    children: tuple["TreeNode", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """A study day with a number: answers given or cards falling due."""

    day: date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """What is owed today.

    Attributes:
        local_hour: 0 to 23, for the greeting.
        decks: counts are due, new, to drill.
        has_cards: whether the collection holds any card at all.
        days_to_next: study days until the next card falls due; None when none will.
        new_waiting: new cards that could still be introduced, beyond the limit of the day.
        activity: days up to today, oldest first, of which the first is the first of a week.
    """

    local_hour: int
    due: int
    new: int
    drill: int
    minutes: int
    streak_days: int
    answered_today: int
    decks: tuple[TreeNode, ...]
    has_cards: bool = True
    days_to_next: int | None = None
    new_waiting: int = 0
    activity: tuple[DayCount, ...] = ()


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
class SummaryView:
    """What a session was.

    Attributes:
        load: cards that fall due on each of the next days, tomorrow first.
    """

    answered: int
    remembered: int
    minutes: int
    topics: tuple[TopicAccuracy, ...]
    missed: tuple[MissedCard, ...]
    due_tomorrow: int
    slowest: tuple[SlowCard, ...] = ()
    load: tuple[DayCount, ...] = ()
    is_cram: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CramRequest:
    """What the user wants to drill; `minutes` is None for everything picked."""

    keys: tuple[str, ...]
    order: CramOrder
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsView:
    """The user's settings, see `services.settings.Settings`.

    Attributes:
        answer_buttons: 2, 4 or 6.
        appearance: "system", "light" or "dark".
        text_percent: 80 to 200.
    """

    new_per_day: int
    reviews_per_day: int
    rollover_hour: int
    answer_buttons: int
    appearance: str
    text_percent: int
    drill_distance: int = 0
    leech_lapses: int = 8
    types_answer: bool = False
    algorithm: Algorithm = Algorithm.SM2
    retention_percent: int = 90
    maximum_interval_days: int = 36_500
    smooths_load: bool = False
    easy_weekdays: tuple[int, ...] = ()
    reduces_motion: bool = False
    reminder_minute: int | None = None
    collection_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """A backup to choose: when it was made, as it is to be read, and its size."""

    path: Path
    made: str
    size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """What the import of one file gave."""

    name: str
    new: int
    unchanged: int
    edited: int = 0
    moved: int = 0
    removed: int = 0
    rejected: int = 0
    deck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What to write where; an empty deck key stands for all decks."""

    path: str
    format: str
    deck_key: str
    with_progress: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyHint:
    """A key and what it does on this screen."""

    key: str
    meaning: str
