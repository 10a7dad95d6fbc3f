"""A collection of the size that a diligent student has after years: 100,000 cards, 1,000,000 answers."""

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from flashdeck.domain.quality import Quality
from flashdeck.domain.review_log import EntryKind, ReviewLogEntry
from flashdeck.scheduling.replay import replay
from flashdeck.storage.checksums import CHAINED_COLUMNS, row_checksum, seal_of
from flashdeck.storage.collection import Collection
from flashdeck.storage.rows import entry_values, instant_text, state_columns

CARDS = 100_000
ANSWERS_A_CARD = 10
REVIEWS_PER_DAY = 1000
TODAY = date(2026, 5, 4)
DECKS = 50
TOPICS_A_DECK = 10
NEW_EVERY = 10
"""One card in so many was never answered."""
_WORDS = (
    *("anchor", "beacon", "bowline", "buoy", "cable", "capstan", "channel", "chart", "cleat", "compass", "current"),
    *("deck", "draft", "fender", "fathom", "galley", "gust", "halyard", "harbour", "hull", "jib", "keel", "knot"),
    *("lantern", "leeward", "mast", "mooring", "oar", "pilot", "port", "reef", "rigging", "rudder", "sail", "sextant"),
    *("shoal", "spinnaker", "stern", "tide", "tiller", "wharf", "winch", "windward", "yacht"),
)


def question(number: int, chance: random.Random) -> tuple[str, str]:
    """Return front and back of a card, some twenty words."""
    words = chance.choices(_WORDS, k=18)
    return f"What does rule {number} say of {' '.join(words[:8])}?", " ".join(words[8:])


def place(number: int) -> tuple[str, str]:
    """Return deck and topic of a card."""
    deck = number % DECKS
    return f"Course::Part {deck:02}", f"Topic {deck:02}-{number // DECKS % TOPICS_A_DECK}"


def answers(number: int, chance: random.Random) -> list[ReviewLogEntry]:
    """Return the answers to a card, the last of which lies within the last weeks or months."""
    if number % NEW_EVERY == 0:
        return []
    count = ANSWERS_A_CARD * NEW_EVERY // (NEW_EVERY - 1) + (number % 9 == 1)
    day = TODAY - timedelta(days=chance.randint(200, 900))
    entries: list[ReviewLogEntry] = []
    pause = 1
    for index in range(count):
        quality = chance.choices(list(Quality), weights=(1, 5, 2, 20, 60, 12))[0]
        entries.append(
            ReviewLogEntry(
                uid=f"{number:06x}{index:02x}",
                card_uid=f"note{number}-0",
                kind=EntryKind.REVIEW,
                quality=quality,
                answered_at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(seconds=number % 40_000),
                study_day=day,
                took_ms=chance.randint(2_000, 20_000),
            )
        )
        pause = 1 if quality < Quality.HARD else min(90, pause * 2)
        day = min(TODAY - timedelta(days=1), day + timedelta(days=pause))
    return entries


def build(path: Path, *, cards: int = CARDS, seed: int = 1) -> int:
    """Make the collection; return how many answers it has."""
    chance = random.Random(seed)
    with Collection(path) as collection, collection.atomic():
        connection = collection._connection
        now = instant_text(datetime(2024, 1, 1, tzinfo=UTC))
        decks = {name: collection.decks.get_or_create(name) for name in sorted({place(n)[0] for n in range(cards)})}
        log: list[ReviewLogEntry] = []
        for number in range(cards):
            entries = answers(number, chance)
            log += entries
            _add(connection, number, decks, now, chance, entries)
        connection.execute("INSERT INTO notes_fts (notes_fts) VALUES ('rebuild')")
        log.sort(key=lambda entry: entry.answered_at)
        previous: bytes | None = None
        for index, entry in enumerate(log):
            values = entry_values(entry, round(entry.answered_at.timestamp() * 1000) + index)
            previous = row_checksum(previous, *values)
            connection.insert("review_log", {**dict(zip(CHAINED_COLUMNS, values, strict=True)), "checksum": previous})
    return len(log)


def _add(connection, number: int, decks: dict, now: str, chance: random.Random, entries: list[ReviewLogEntry]) -> None:
    front, back = question(number, chance)
    deck, topic = place(number)
    note = {
        "id": number + 1,
        "uid": f"note{number}",
        "deck_id": decks[deck],
        "kind": "basic",
        "front": front,
        "back": back,
        "context": f"{deck} > {topic}",
        "topic": topic,
        "tags": f" tag{number % 40} ",
        "sibling_key": f"note{number}",
        "rule": "",
        "score": None,
        "source_key": None,
        "imported_front": None,
        "imported_back": None,
        "source_id": None,
        "slide_number": None,
        "first_line": None,
        "last_line": None,
        "created_at": now,
        "modified_at": now,
    }
    card = {
        "id": number + 1,
        "uid": f"note{number}-0",
        "note_id": number + 1,
        "ordinal": 0,
        "position": number + 1,
        "is_suspended": 0,
        "buried_until": None,
        "flagged_at": None,
        **state_columns(replay(entries)),
    }
    connection.insert("notes", {**note, "checksum": seal_of("notes", note)})
    connection.insert("cards", {**card, "checksum": seal_of("cards", card)})
