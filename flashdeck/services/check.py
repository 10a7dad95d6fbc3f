"""Whether what is stored can be true, and mending it.

The file is sound, every row is as it was written, and every schedule is what its answers lead to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flashdeck.messages import Message
from flashdeck.services.schedules import rebuild_all, strays_of
from flashdeck.storage import backups
from flashdeck.storage.collection import Collection
from flashdeck.storage.health import LOG, LOG_END, BrokenRow
from flashdeck.storage.verification import Tell

_KINDS: Final = {
    "decks": Message("deck"),
    "sources": Message("imported file"),
    "slides": Message("slide"),
    "notes": Message("note"),
    "cards": Message("card"),
    "settings": Message("setting"),
    "deleted_notes": Message("deletion of note"),
    "note_versions": Message("earlier text of note"),
    "operations": Message("what can be taken back:"),
    "notes_before": Message("what can be taken back in note"),
    "cards_before": Message("what can be taken back in card"),
    "merged": Message("what can be taken back of a merge:"),
    LOG: Message("answer to card"),
}
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What a repair came to, one sentence an item.

    Attributes:
        done: what was put right.
        doubtful: what may be wrong still and wants a look.
        left: what could not be put right, because the file itself is damaged; then nothing was changed.
    """

    done: tuple[str, ...]
    doubtful: tuple[str, ...]
    left: tuple[str, ...]


def part(tell: Tell, begin: float, end: float) -> Tell:
    """Return what tells how far a part of something is by how far the whole is, of which it begins and ends there."""
    return lambda fraction: tell(begin + (end - begin) * fraction)


def faults_of(collection: Collection, tell: Tell = lambda _: None) -> tuple[str, ...]:
    """Return one sentence a fault; empty when all is well."""
    health = collection.health
    if not health.schema_is_sound():
        return (Message("the tables are not those that the program made"),)
    engine = health.engine_faults()
    if engine:
        return engine  # what is read from a damaged file says little
    tell(0.15)
    broken = health.broken_rows()
    if broken:
        return tuple(map(fault_of, broken))
    tell(0.4)
    found: list[str] = []
    if not health.topics_are_sound():
        found.append(Message("some cards are counted in the wrong topic"))
    if not health.study_days_are_sound():
        found.append(Message("some answers are not counted on their day"))
    if not health.search_is_sound():
        found.append(Message("the search index does not say what the notes say"))
    found += (Message("a card of note {name} is missing", name=_named(card.front)) for card in health.missing_cards())
    strays = [card for card, _ in strays_of(collection, part(tell, 0.45, 1.0))]
    fronts = {note.id: note.content.front for note in collection.notes.get_many([card.note_id for card in strays])}
    found += (
        Message("card {name} stands where its answers do not lead", name=_named(fronts[card.note_id]))
        for card in strays
    )
    return tuple(found)


def fault_of(row: BrokenRow) -> str:
    """Return what is wrong with a row that broke."""
    if row.table == LOG_END:
        if row.checksum is None:
            return Message("the review log does not end as it did when it was written")
        return Message("the newest entries of the review log, {number} in number, are gone", number=row.name)
    return Message("{what} {name} is not as it was written", what=_KINDS[row.table], name=_name_of(row))


class _UnmendableError(Exception):
    """The file itself is damaged, so that nothing done to it may stay."""


def repair(collection: Collection, copies: Sequence[Path] | None = None, *, tell: Tell = lambda _: None) -> Repair:
    """Mend what can be mended, all or nothing; the log is believed over every schedule.

    A row that is not as it was written comes back from the newest backup that has it; when none has, it counts as it
    reads now and is named. Where faults would be left, nothing is changed: see `rescue`.

    Args:
        collection: what is mended.
        copies: its backups, newest first; those beside it unless others are named.
        tell: called with how far this is, 0 to 1.

    Raises:
        CollectionError: it could not be written; nothing has changed.
    """
    done: list[str] = []
    doubtful: list[str] = []
    left: tuple[str, ...] = ()
    if copies is None:
        copies = backups.paths_of(collection.path)
    if not collection.health.schema_is_sound():
        return Repair(done=(), doubtful=(), left=faults_of(collection))
    try:
        with collection.atomic():
            _mend(collection, copies, done, doubtful, tell=part(tell, 0.0, 0.5))
            left = faults_of(collection, part(tell, 0.5, 1.0))
            if left:
                raise _UnmendableError
    except _UnmendableError:
        return Repair(done=(), doubtful=(), left=left)
    return Repair(done=tuple(done), doubtful=tuple(doubtful), left=())


def _mend(collection: Collection, copies: Sequence[Path], done: list[str], doubtful: list[str], *, tell: Tell) -> None:
    health = collection.health
    if health.engine_faults():
        health.reindex()
        done.append(Message("made every index anew"))
        if orphans := health.delete_orphans():
            done.append(Message("set {count} stray rows right", count=orphans))
    if not health.study_days_are_sound():
        done.append(Message("counted every answer on its day"))
    tell(0.2)
    with health.open_log():
        _mend_rows(collection, copies, done, doubtful)
    if not health.search_is_sound():
        health.rebuild_search()
        done.append(Message("made the search index anew"))
    if not health.topics_are_sound():
        health.rebuild_topics()
        done.append(Message("counted every card in the topic of its note"))
    missing = health.missing_cards()
    if missing:
        health.add_missing(missing)
        done.append(Message("gave notes the {count} cards that they missed", count=len(missing)))
    moved = rebuild_all(collection, part(tell, 0.4, 1.0))
    if moved:
        done.append(Message("replayed the answers of {count} cards that stood elsewhere", count=moved))


def _mend_rows(collection: Collection, copies: Sequence[Path], done: list[str], doubtful: list[str]) -> None:
    for row in collection.health.broken_rows():
        if row.table == LOG_END:
            _mend_end(collection, row, copies, done, doubtful)
            continue
        written = _as_written(row, copies)
        if written is not None:
            collection.health.put_back(row, written)
            done.append(Message("took {what} {name} from a backup", what=_KINDS[row.table], name=_name_of(row)))
        elif row.table != LOG:
            collection.health.accept(row)
            doubtful.append(Message("{fault}, and no backup has it; it stays as it reads", fault=fault_of(row)))
    entries = [row for row in collection.health.broken_rows() if row.table == LOG]
    if entries:
        collection.health.chain_log_anew(min(int(str(row.key[0])) for row in entries))
        doubtful += [
            Message("{fault}, and no backup has it; it counts as it reads", fault=fault_of(row)) for row in entries
        ]


def _mend_end(
    collection: Collection, end: BrokenRow, copies: Iterable[Path], done: list[str], doubtful: list[str]
) -> None:
    """Bring the newest entries of the log back from a backup; where none has them, the log ends where it ends now."""
    missing: list[dict[str, object]] = []
    if end.checksum is not None:
        last = collection.reviews.last_checksum()
        found = (backups.entries_missing(path, last, end.checksum) for path in copies)
        missing = next((entries for entries in found if entries), [])
    for entry in missing:
        collection.reviews.append_row(entry)
    collection.health.accept_log_end()
    if missing:
        done.append(
            Message("took the newest entries of the review log, {count} in number, from a backup", count=len(missing))
        )
    elif end.checksum is None:
        doubtful.append(Message("{fault}; it counts as it reads", fault=fault_of(end)))
    else:
        doubtful.append(Message("{fault}, and no backup has them", fault=fault_of(end)))


def _as_written(row: BrokenRow, copies: Iterable[Path]) -> dict[str, object] | None:
    if row.checksum is None:
        return None
    found = (backups.row_as_written(path, row) for path in copies)
    return next((written for written in found if written is not None), None)


def _name_of(row: BrokenRow) -> str:
    return _named(row.name)


def _named(text: str) -> str:
    return repr(" ".join(text.split())[:_LONGEST_NAME])
