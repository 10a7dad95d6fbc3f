"""Cards and their schedules."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from flashdeck.domain.card import Card
from flashdeck.domain.card_state import CardState, NewState, ScheduledState
from flashdeck.domain.ids import CardId, NoteId
from flashdeck.domain.scope import Scope
from flashdeck.storage.connection import Connection
from flashdeck.storage.reviews import ON_DAY
from flashdeck.storage.rows import CARD_COLUMNS, card_from, instant_text, state_columns
from flashdeck.storage.scope_sql import condition

_SELECT_CARDS: Final = f"""
    SELECT {", ".join(CARD_COLUMNS)}
    FROM cards JOIN notes ON notes.id = cards.note_id JOIN decks ON decks.id = notes.deck_id
"""
_AVAILABLE: Final = "is_suspended = 0 AND (buried_until IS NULL OR buried_until <= :today)"
_IN_TOPIC: Final = "SELECT count(*) FROM cards INDEXED BY cards_by_topic WHERE topic_id = topics.id"
_TOPICS: Final = f"""
    SELECT topics.id, decks.name, topics.topic,
        ({_IN_TOPIC}),
        ({_IN_TOPIC} AND state = 'new' AND is_suspended = 0),
        ({_IN_TOPIC} AND state = 'scheduled' AND is_suspended = 0 AND due_on <= :today)
    FROM topics JOIN decks ON decks.id = topics.deck_id ORDER BY decks.id, topics.id
"""
"""Every topic with its cards, its new and its due ones: three stretches of one index take a fraction of what grouping
takes."""
_WAITING: Final = "state = 'scheduled' AND is_suspended = 0"
_SCHEDULED: Final = f"cards.topic_id IN (SELECT id FROM topics) AND {_WAITING}"
"""SQL that names every topic, by which SQLite finds due days in `cards_by_topic`, topic by topic.

In an index by the day alone they would be found sooner, but every answer would have to write two more pages.
"""
_KEPT_BACK: Final = """
    (SELECT count(*) FROM cards WHERE buried_until > :today) + (SELECT count(*) FROM cards WHERE drill_on = :today)
"""
"""SQL: at least as many as are due but buried or to be drilled."""


def _due(until: str = ":today") -> str:
    """Return the SQL of what may be asked as due, where it fell due up to a day."""
    return f"{_SCHEDULED} AND due_on <= {until} AND drill_on IS NOT :today AND {_AVAILABLE}"


class TopicCounts(NamedTuple):
    """How many cards of one topic of one deck wait today, suspended and buried ones only in `total`."""

    deck_name: str
    topic: str
    due: int
    new: int
    drill: int
    total: int


class AnsweredCard(NamedTuple):
    """What the probability of recalling a card follows from; FSRS-6's stability where that is the scheduler."""

    id: CardId
    uid: str
    topic_id: int | None
    answered_on: date
    stability_days: float | None


class CardRepository:
    """The cards of a collection. Writing happens inside `Collection.atomic`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, card_id: CardId) -> Card | None:
        """Return a card, None when it was deleted meanwhile."""
        return self._find("cards.id = ?", card_id)

    def find_uid(self, uid: str) -> Card | None:
        """Return the card of a uid, None when there is none."""
        return self._find("cards.uid = ?", uid)

    def _find(self, where: str, key: object) -> Card | None:
        rows = self._connection.tuples(f"{_SELECT_CARDS} WHERE {where}", [key])
        return card_from(rows[0]) if rows else None

    def replace_state(self, card: Card, state: CardState) -> None:
        """Store where a card stands that stood elsewhere."""
        columns = state_columns(state)
        if card.is_new == isinstance(state, NewState):
            del columns["state"]  # what is not written needs no place in an index again
        self._connection.update("cards", columns, card.id)

    def read_ahead(self, card: Card, due_days: Iterable[date]) -> None:
        """Let the pages be read that an answer to a card will change, while nobody waits: its places in the indexes.

        Args:
            card: the card that will be asked.
            due_days: on which it may fall due after the answer.
        """
        before = (card.state.due_on,) if isinstance(card.state, ScheduledState) else ()
        for day in {*before, *due_days}:
            place = {"id": card.id, "day": day.isoformat()}
            self._connection.value(
                f"SELECT 1 FROM cards INDEXED BY cards_by_topic WHERE {_WAITING}"
                " AND topic_id = (SELECT topic_id FROM cards WHERE id = :id) AND due_on >= :day",
                place,
            )
        self._connection.value("SELECT 1 FROM review_log WHERE card_uid = ? AND kind = 'review'", [card.uid])

    def set_suspended(self, card_ids: Iterable[CardId], *, suspended: bool, now: datetime) -> None:
        """Take cards out of every queue, or back in."""
        columns = {"is_suspended": int(suspended), "flagged_at": instant_text(now)}
        for card_id in card_ids:
            self._connection.update("cards", columns, card_id)

    def bury(self, card_id: CardId, *, until: date | None, now: datetime) -> None:
        """Keep a card out of the queues before a study day; None brings it back."""
        text = None if until is None else until.isoformat()
        self._connection.update("cards", {"buried_until": text, "flagged_at": instant_text(now)}, card_id)

    def due(self, today: date, scope: Scope, *, limit: int = -1) -> tuple[Card, ...]:
        """Return what is due, longest overdue first; at most `limit` cards unless it is negative."""
        until = ":today"
        if limit >= 0:  # the rest of a long backlog is not read, only to be put in order
            within, _ = condition(scope, topic_column="topics.topic")
            until = f"""coalesce((
                SELECT due_on FROM cards WHERE {_WAITING} AND due_on <= :today AND topic_id IN (
                    SELECT topics.id FROM topics JOIN decks ON decks.id = topics.deck_id WHERE {within}
                ) ORDER BY due_on LIMIT 1 OFFSET :limit + {_KEPT_BACK}
            ), :today)"""
        return self._select(_due(until), "due_on, position, ordinal", today, scope, limit)

    def new(self, today: date, scope: Scope, *, limit: int = -1) -> tuple[Card, ...]:
        """Return what was never answered, in the order of introduction; at most `limit` cards unless it is negative."""
        return self._select(f"state = 'new' AND {_AVAILABLE}", "position, ordinal", today, scope, limit)

    def drills(self, today: date, scope: Scope) -> tuple[Card, ...]:
        """Return what must be drilled today, in the order of introduction."""
        return self._select(f"drill_on = :today AND {_AVAILABLE}", "position, ordinal", today, scope)

    def due_within(self, today: date, days: int, scope: Scope) -> tuple[Card, ...]:
        """Return what falls due on the days after today, up to so many days ahead, soonest first."""
        until = today + timedelta(days=days)
        return self._select(
            f"{_SCHEDULED} AND due_on > :today AND due_on <= '{until.isoformat()}' AND {_AVAILABLE}",
            "due_on, position, ordinal",
            today,
            scope,
        )

    def lapsed(self, lapses: int) -> tuple[Card, ...]:
        """Return the cards with so many lapses or more, the worst first."""
        rows = self._connection.tuples(
            f"{_SELECT_CARDS} WHERE cards.lapses >= ? ORDER BY cards.lapses DESC, cards.ease_factor, cards.position",
            [lapses],
        )
        return tuple(card_from(row) for row in rows)

    def weakest_first(self, today: date, scope: Scope) -> tuple[Card, ...]:
        """Return every card that is not suspended: often forgotten and hard ones first, new ones last."""
        order = "state = 'new', lapses DESC, ease_factor, interval_days, position, ordinal"
        return self._select("is_suspended = 0", order, today, scope)

    def sibling_keys_answered_on(self, day: date) -> set[str]:
        """Return the sibling keys of the cards that had a scheduled answer on a study day."""
        rows = self._connection.select(
            "SELECT DISTINCT notes.sibling_key FROM review_log JOIN cards ON cards.uid = review_log.card_uid"
            " JOIN notes ON notes.id = cards.note_id"
            f" WHERE {ON_DAY} AND review_log.kind = 'review' AND cards.answered_on = :day",
            {"day": day.isoformat()},
        )
        return {row["sibling_key"] for row in rows}

    def sibling_keys_due(self, today: date) -> set[str]:
        """Return the sibling keys of what is due."""
        rows = self._connection.tuples(
            f"SELECT DISTINCT notes.sibling_key FROM cards JOIN notes ON notes.id = cards.note_id WHERE {_due()}",
            {"today": today.isoformat()},
        )
        return {key for (key,) in rows}

    def next_asked_after(self, day: date) -> date | None:
        """Return the first study day after `day` on which a card falls due or a buried one is back, None without."""
        found = self._connection.value(
            f"""SELECT min(day) FROM (
                SELECT min(due_on) AS day FROM cards WHERE {_SCHEDULED} AND due_on > :day
                    AND (buried_until IS NULL OR buried_until <= due_on)
                UNION ALL SELECT min(buried_until) FROM cards WHERE is_suspended = 0 AND buried_until > :day
                    AND (state = 'new' OR due_on <= buried_until)
            )""",
            {"day": day.isoformat()},
        )
        return None if found is None else date.fromisoformat(found)

    def _select(self, where: str, order: str, today: date, scope: Scope, limit: int = -1) -> tuple[Card, ...]:
        within, parameters = condition(scope)
        rows = self._connection.tuples(
            f"{_SELECT_CARDS} WHERE {where} AND {within} ORDER BY {order} LIMIT :limit",
            {"today": today.isoformat(), "limit": limit, **parameters},
        )
        return tuple(card_from(row) for row in rows)

    def topic_counts(self, today: date) -> tuple[TopicCounts, ...]:
        """Return what waits in each topic of each deck, in order of deck and of the topics' first notes."""
        day = {"today": today.isoformat()}
        # few are drilled or buried: those are looked at one by one
        drills = self._counts_by_topic("cards_drill", f"drill_on = :today AND {_AVAILABLE}", day)
        hidden = "buried_until > :today AND is_suspended = 0"
        late = self._counts_by_topic("cards_drill", f"drill_on = :today AND due_on <= :today AND {_AVAILABLE}", day)
        buried_due = self._counts_by_topic(
            "cards_buried", f"{hidden} AND state = 'scheduled' AND due_on <= :today", day
        )
        buried_new = self._counts_by_topic("cards_buried", f"{hidden} AND state = 'new'", day)
        return tuple(
            TopicCounts(
                deck_name=deck_name,
                topic=topic,
                due=due - buried_due[key] - late[key],
                new=new - buried_new[key],
                drill=drills[key],
                total=total,
            )
            for key, deck_name, topic, total, new, due in self._connection.tuples(_TOPICS, day)
            if total
        )

    def _counts_by_topic(self, index: str, where: str, parameters: dict[str, str]) -> Counter[int]:
        sql = f"SELECT topic_id, count(*) FROM cards INDEXED BY {index} WHERE {where} GROUP BY topic_id"
        return Counter(dict(self._connection.tuples(sql, parameters)))

    def answered(self, after: CardId | None, limit: int) -> tuple[AnsweredCard, ...]:
        """Return so many cards that were answered and are not suspended, in the order of their ids, from one on."""
        rows = self._connection.tuples(
            "SELECT id, uid, topic_id, answered_on, stability_days FROM cards"
            " WHERE id > ? AND state = 'scheduled' AND is_suspended = 0 ORDER BY id LIMIT ?",
            [after or 0, limit],
        )
        return tuple(
            AnsweredCard(CardId(card_id), uid, topic_id, date.fromisoformat(day), stability)
            for card_id, uid, topic_id, day, stability in rows
        )

    def topics(self) -> dict[int, tuple[str, str]]:
        """Return deck and name of every topic by its id."""
        rows = self._connection.tuples(
            "SELECT topics.id, decks.name, topics.topic FROM topics JOIN decks ON decks.id = topics.deck_id"
        )
        return {topic_id: (deck_name, topic) for topic_id, deck_name, topic in rows}

    def due_by_day(self, after: date, days: int) -> tuple[tuple[date, int], ...]:
        """Return how many cards fall due on each of the days that follow `after`; days without any are left out."""
        rows = self._connection.select(
            f"SELECT due_on, count(*) AS cards FROM cards WHERE {_SCHEDULED}"
            " AND due_on > :after AND due_on <= :until GROUP BY due_on ORDER BY due_on",
            {"after": after.isoformat(), "until": (after + timedelta(days=days)).isoformat()},
        )
        return tuple((date.fromisoformat(row["due_on"]), row["cards"]) for row in rows)

    def ids_of_note(self, note_id: NoteId) -> tuple[CardId, ...]:
        """Return the cards of a note."""
        rows = self._connection.select("SELECT id FROM cards WHERE note_id = ? ORDER BY ordinal", [note_id])
        return tuple(CardId(row["id"]) for row in rows)

    def all(self) -> tuple[Card, ...]:
        """Return every card."""
        return tuple(card_from(row) for row in self._connection.tuples(f"{_SELECT_CARDS} ORDER BY cards.id"))

    def count(self) -> int:
        """Return how many cards there are."""
        return int(self._connection.value("SELECT count(*) FROM cards"))
