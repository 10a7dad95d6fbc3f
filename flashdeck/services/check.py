"""Whether what is stored can be true, and mending it.

The file is sound, every row is as it was written, and every schedule is what its answers lead to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flashdeck.services.schedules import rebuild_all, strays_of
from flashdeck.storage import backups
from flashdeck.storage.collection import Collection
from flashdeck.storage.health import LOG, LOG_END, BrokenRow

_KINDS: Final = {
    "decks": "deck",
    "sources": "imported file",
    "slides": "slide",
    "notes": "note",
    "cards": "card",
    "settings": "setting",
    "deleted_notes": "deletion of note",
    "note_versions": "earlier text of note",
    "operations": "what can be taken back:",
    "notes_before": "what can be taken back in note",
    "cards_before": "what can be taken back in card",
    "merged": "what can be taken back of a merge:",
    LOG: "answer to card",
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


def faults_of(collection: Collection) -> tuple[str, ...]:
    """Return one sentence a fault; empty when all is well."""
    if not collection.health.schema_is_sound():
        return ("the tables are not those that the program made",)
    engine = collection.health.engine_faults()
    if engine:
        return engine  # what is read from a damaged file says little
    broken = collection.health.broken_rows()
    if broken:
        return tuple(map(fault_of, broken))
    return (
        *(() if collection.health.topics_are_sound() else ("some cards are counted in the wrong topic",)),
        *(() if collection.health.study_days_are_sound() else ("some answers are not counted on their day",)),
        *(() if collection.health.search_is_sound() else ("the search index does not say what the notes say",)),
        *(f"card {card.uid} of a note is missing" for card in collection.health.missing_cards()),
        *(f"card {card.uid} stands where its answers do not lead" for card, _ in strays_of(collection)),
    )


def fault_of(row: BrokenRow) -> str:
    """Return what is wrong with a row that broke."""
    if row.table == LOG_END:
        if row.checksum is None:
            return "the review log does not end as it did when it was written"
        return f"the newest entries of the review log, {row.name} in number, are gone"
    return f"{_named(row)} is not as it was written"


class _UnmendableError(Exception):
    """The file itself is damaged, so that nothing done to it may stay."""


def repair(collection: Collection, copies: Sequence[Path] | None = None) -> Repair:
    """Mend what can be mended, all or nothing; the log is believed over every schedule.

    A row that is not as it was written comes back from the newest backup that has it; when none has, it counts as it
    reads now and is named. Where faults would be left, nothing is changed: see `rescue`.

    Args:
        collection: what is mended.
        copies: its backups, newest first; those beside it unless others are named.

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
            _mend(collection, copies, done, doubtful)
            left = faults_of(collection)
            if left:
                raise _UnmendableError
    except _UnmendableError:
        return Repair(done=(), doubtful=(), left=left)
    return Repair(done=tuple(done), doubtful=tuple(doubtful), left=())


def _mend(collection: Collection, copies: Sequence[Path], done: list[str], doubtful: list[str]) -> None:
    health = collection.health
    if health.engine_faults():
        health.reindex()
        orphans = health.delete_orphans()
        done.append("made every index anew" + (f" and set {orphans} stray rows right" if orphans else ""))
    if not health.study_days_are_sound():
        done.append("counted every answer on its day")
    with health.open_log():
        _mend_rows(collection, copies, done, doubtful)
    if not health.search_is_sound():
        health.rebuild_search()
        done.append("made the search index anew")
    if not health.topics_are_sound():
        health.rebuild_topics()
        done.append("counted every card in the topic of its note")
    missing = health.missing_cards()
    if missing:
        health.add_missing(missing)
        done.append(f"gave notes the {len(missing)} cards that they missed")
    moved = rebuild_all(collection)
    if moved:
        done.append(f"replayed the answers of {moved} cards that stood elsewhere")


def _mend_rows(collection: Collection, copies: Sequence[Path], done: list[str], doubtful: list[str]) -> None:
    for row in collection.health.broken_rows():
        if row.table == LOG_END:
            _mend_end(collection, row, copies, done, doubtful)
            continue
        written = _as_written(row, copies)
        if written is not None:
            collection.health.put_back(row, written)
            done.append(f"took {_named(row)} from a backup")
        elif row.table != LOG:
            collection.health.accept(row)
            doubtful.append(f"{fault_of(row)}, and no backup has it; it stays as it reads")
    entries = [row for row in collection.health.broken_rows() if row.table == LOG]
    if entries:
        collection.health.chain_log_anew(min(int(str(row.key[0])) for row in entries))
        doubtful += [f"{fault_of(row)}, and no backup has it; it counts as it reads" for row in entries]


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
        done.append(f"took the newest entries of the review log, {len(missing)} in number, from a backup")
    elif end.checksum is None:
        doubtful.append(f"{fault_of(end)}; it counts as it reads")
    else:
        doubtful.append(f"{fault_of(end)}, and no backup has them")


def _as_written(row: BrokenRow, copies: Iterable[Path]) -> dict[str, object] | None:
    if row.checksum is None:
        return None
    found = (backups.row_as_written(path, row) for path in copies)
    return next((written for written in found if written is not None), None)


def _named(row: BrokenRow) -> str:
    name = " ".join(row.name.split())
    return f"{_KINDS[row.table]} {name[:_LONGEST_NAME]!r}"
