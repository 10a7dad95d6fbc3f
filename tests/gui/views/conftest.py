"""Values to show, of the kind a student's collection would hold."""

from datetime import date

import pytest

from flashdeck.domain.note import NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.gui.card_values import CardRow, NoteDraftView
from flashdeck.gui.study_values import (
    AnswerChoice,
    DayLoad,
    MissedCard,
    ProgressView,
    SourceLine,
    SourceSlide,
    StudyCardView,
    SummaryView,
    TopicAccuracy,
)
from flashdeck.gui.view_values import TodayView, TreeNode


def node(key: str, name: str, counts: tuple[int, ...], *children: TreeNode) -> TreeNode:
    return TreeNode(key=key, name=name, counts=counts, children=children)


@pytest.fixture
def decks() -> tuple[TreeNode, ...]:
    knots = node("topic:knots", "Knots", (4, 6, 1))
    weather = node("topic:weather", "Weather", (8, 0, 2))
    return (node("deck:1", "Sailing", (12, 6, 3), knots, weather), node("deck:2", "Radio", (0, 0, 0)))


@pytest.fixture
def today_view(decks: tuple[TreeNode, ...]) -> TodayView:
    return TodayView(local_hour=19, due=12, new=6, drill=3, minutes=7, streak_days=5, answered_today=2, decks=decks)


@pytest.fixture
def study_card() -> StudyCardView:
    slide = SourceSlide(
        file_name="sailing.txt",
        slide_number=7,
        title="Knots",
        lines=(SourceLine(text="Knots"), SourceLine(text="- Bowline: a fixed loop", marked=True)),
    )
    return StudyCardView(
        uid="n1-0",
        context="Sailing > Knots",
        question="Which knot makes a *fixed* loop?",
        answer="The **bowline**",
        choices=(
            AnswerChoice(key="1", quality=Quality.AGAIN, interval_days=1, drilled=True),
            AnswerChoice(key="2", quality=Quality.HARD, interval_days=4, drilled=True),
            AnswerChoice(key="3", quality=Quality.GOOD, interval_days=16),
            AnswerChoice(key="4", quality=Quality.EASY, interval_days=400),
        ),
        source=slide,
    )


@pytest.fixture
def progress() -> ProgressView:
    return ProgressView(done=3, total=21, minutes_left=6, can_undo=True)


@pytest.fixture
def card_rows() -> tuple[CardRow, ...]:
    return tuple(
        CardRow(
            uid=f"n{number}-0",
            question=f"Question {number}?",
            topic="Knots",
            deck="Sailing",
            due="today",
            ease="2.50",
            state="scheduled",
        )
        for number in range(30)
    )


@pytest.fixture
def draft() -> NoteDraftView:
    return NoteDraftView(
        uid="n1", kind=NoteKind.BASIC, front="Front?", back="Back", context="Sailing", topic="Knots", tags=("a", "b")
    )


@pytest.fixture
def summary() -> SummaryView:
    return SummaryView(
        answered=20,
        remembered=17,
        minutes=6,
        topics=(TopicAccuracy(topic="Knots", answered=20, remembered=17),),
        missed=(MissedCard(uid="n4-0", question="Which knot joins **two** ropes?", topic="Knots", misses=2),),
        load=(DayLoad(day=date(2026, 5, 5), due=9),),
    )
