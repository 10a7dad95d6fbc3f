"""What a sitting came to, as the summary page shows it."""

from flashdeck.gui.study_values import DayLoad, MissedCard, SlowCard, SummaryView, TopicAccuracy
from flashdeck.services.study import StudyMode
from flashdeck.services.summary import SessionSummary


def summary_view(result: SessionSummary, *, mode: StudyMode) -> SummaryView:
    """Return the values to show."""
    return SummaryView(
        answered=result.answered,
        remembered=result.correct,
        minutes=round(result.spent_ms / 60_000),
        topics=tuple(
            TopicAccuracy(topic=topic.topic, answered=topic.answered, remembered=topic.correct)
            for topic in result.topics
        ),
        missed=tuple(
            MissedCard(uid=card.card_uid, question=card.front, topic=card.topic, misses=card.misses)
            for card in result.missed
        ),
        slowest=tuple(
            SlowCard(uid=card.card_uid, question=card.front, topic=card.topic, seconds=round(card.took_ms / 1000))
            for card in result.slowest
        ),
        load=tuple(DayLoad(day=each.day, due=each.due, new=each.new) for each in result.load),
        is_cram=mode is StudyMode.CRAM,
    )
