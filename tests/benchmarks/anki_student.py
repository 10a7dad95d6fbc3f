"""Anki's library with the same cards, as its window uses it."""

import random
from pathlib import Path

from anki.collection import AddNoteRequest
from anki.collection import Collection as AnkiCollection

from flashdeck.domain.card_state import ScheduledState
from flashdeck.scheduling.replay import replay
from tests.benchmarks.large_collection import REVIEWS_PER_DAY, TODAY, answers, place, question


def build(path: Path, cards: int) -> None:
    """Make the same cards in Anki, with the same due days and as many answers."""
    chance = random.Random(1)
    collection = AnkiCollection(str(path))
    basic = collection.models.by_name("Basic")
    decks = {place(number)[0]: 0 for number in range(cards)}
    for name in decks:
        decks[name] = collection.decks.add_normal_deck_with_name(name).id
    schedules_by_number, log = [], []
    today = collection.sched.today
    for start in range(0, cards, 5000):
        requests = []
        for number in range(start, min(cards, start + 5000)):
            entries = answers(number, chance)
            front, back = question(number, chance)
            note = collection.new_note(basic)
            note.fields[:] = [front, back]
            note.tags = [f"tag{number % 40}", place(number)[1].replace(" ", "_")]
            requests.append(AddNoteRequest(note=note, deck_id=decks[place(number)[0]]))
            state = replay(entries)
            if isinstance(state, ScheduledState):
                due = today + (state.due_on - TODAY).days
                schedule = (due, state.interval_days, round(state.ease_factor * 1000), len(entries), state.lapses)
                schedules_by_number.append((number, schedule))
            log += [(entry, number) for entry in entries]
        collection.add_notes(requests)
    ids = collection.db.list("SELECT id FROM cards ORDER BY id")
    collection.db.executemany(
        "UPDATE cards SET type = 2, queue = 2, due = ?, ivl = ?, factor = ?, reps = ?, lapses = ? WHERE id = ?",
        [(*schedule, ids[number]) for number, schedule in schedules_by_number],
    )
    collection.db.executemany(
        "INSERT INTO revlog VALUES (?, ?, -1, 3, 10, 5, 2500, ?, 1)",
        [(1_600_000_000_000 + index * 1000, ids[number], entry.took_ms) for index, (entry, number) in enumerate(log)],
    )
    configuration = collection.decks.config_dict_for_deck_id(1)
    configuration["new"]["perDay"] = 20
    configuration["rev"]["perDay"] = REVIEWS_PER_DAY
    collection.decks.update_config(configuration)
    collection.close()


class Anki:
    """Anki's library, as its window uses it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.chance = random.Random(2)

    def open(self) -> None:
        self.collection = AnkiCollection(str(self.path))
        self.collection.decks.select(self.collection.decks.id_for_name("Course"))
        self._next()

    def _next(self) -> None:
        (self.queued,) = self.collection.sched.get_queued_cards(fetch_limit=1).cards
        self.collection.get_card(self.queued.card.id).start_timer()
        self.collection.get_note(self.queued.card.note_id)

    def answer(self) -> None:
        card = self.collection.get_card(self.queued.card.id)
        card.start_timer()
        rating = self.chance.choice((2, 3))
        answer = self.collection.sched.build_answer(card=card, states=self.queued.states, rating=rating)
        self.collection.sched.answer_card(answer)
        self._next()

    def counts(self) -> None:
        self.collection.sched.deck_due_tree()

    def find(self, words: str) -> int:
        return len(self.collection.find_cards(" ".join(f"w:{word}*" for word in words.split())))

    def close(self) -> None:
        self.collection.close()
