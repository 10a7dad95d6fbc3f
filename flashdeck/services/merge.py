"""Two collections of one person, on two machines, in one."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from flashdeck.domain.note import NoteContent
from flashdeck.errors import CollectionDamagedError, CollectionError
from flashdeck.messages import Message
from flashdeck.services import collection_file, leeches, media, schedules, source_files
from flashdeck.services.clock import Clock
from flashdeck.services.settings import SITTING
from flashdeck.storage import backups
from flashdeck.storage.backups_folder import BEFORE_MERGE
from flashdeck.storage.collection import Collection
from flashdeck.storage.contents import Contents
from flashdeck.storage.identity import refuse_foreign_file
from flashdeck.storage.merging import Changes
from flashdeck.storage.operations import MERGE, Operation
from flashdeck.storage.uniting import CONFLICT_TAG, United, unite
from flashdeck.storage.verification import Tell

__all__ = ["CONFLICT_TAG", "Conflict", "Merge", "merge", "take_in_salvaged", "undo_merge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A note that was written anew on both sides: `stays` is the later text, `beside` the note with the other one."""

    stays: NoteContent
    beside: NoteContent


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What a merge came to.

    Attributes:
        backup: the collection as it was before; None where it was made of a backup, for a rescue.
        rescheduled: cards whose schedule is another now.
    """

    changes: Changes
    conflicts: tuple[Conflict, ...]
    rescheduled: int
    backup: Path | None


def merge(collection: Collection, clock: Clock, other: Path, *, tell: Tell = lambda _: None) -> Merge:
    """Take everything of another collection of the same person into this one; the other stays as it is.

    Answers of both count, in the order in which they were given. Of a note changed on both sides the later text stays,
    the other one is kept beside it; both are tagged CONFLICT_TAG. A merge is one operation: `undo.undo_last` takes it
    back, and before it nothing that was done earlier.

    Args:
        collection: the one that takes in.
        clock: tells the time.
        other: the file of the other.
        tell: called with how far this is, 0 to 1.

    Raises:
        CollectionBusyError: the other is open in another program.
        CollectionError: the other is missing, newer or this very one, or one of the two is damaged; nothing was
            changed.
    """
    refuse_unfit(collection, other)
    with Collection(other, view_only=True) as theirs:  # the file stays as it is, of an older version too
        _refuse_damaged(theirs)
        tell(0.2)
        contents = theirs.merging.read()
    tell(0.3)
    _refuse_damaged(collection)
    tell(0.5)
    _take_files(collection.path, other)
    kept = collection_file.keep_copy(collection, clock, BEFORE_MERGE)
    with collection.operations.recorded(MERGE, other.name, now=clock.now()):
        ours = collection.merging.read()
        tell(0.6)
        united = unite(ours, contents)
        tell(0.7)
        return _take_in(collection, ours, united, kept, now=clock.now())


def refuse_unfit(collection: Collection, other: Path) -> None:
    """Raise CollectionError where a file can be told at a look not to be what can be merged."""
    if not other.is_file():
        raise CollectionError(Message("There is no collection {other}. Name a file that exists.", other=other))
    if other.resolve() == collection.path.resolve():
        raise CollectionError(Message("A collection cannot be merged with itself. Name the other one."))
    refuse_foreign_file(other, other)  # first: to ask whether it is in use brings in what its log holds
    backups.refuse_if_in_use(other)


def _refuse_damaged(side: Collection) -> None:
    """Raise where uniting would take what rotted for what was written, and seal it."""
    if side.health.engine_faults():
        raise CollectionDamagedError(
            Message("{other} is damaged, so nothing was merged. Merge a good backup of it instead.", other=side.path),
            in_terminal=_mend(side.path),
        )
    if side.health.broken_rows():
        raise CollectionDamagedError(
            Message(
                "Not everything in {other} is as it was written, so nothing was merged. "
                "Merge a good backup of it instead.",
                other=side.path,
            ),
            in_terminal=_mend(side.path),
        )


def _mend(path: Path) -> str:
    return f"Or mend it first: flashdeck check --repair --collection {path}"


def take_in_salvaged(
    collection: Collection, clock: Clock, contents: Contents, label: str, *, broken: frozenset[str]
) -> Merge:
    """Unite a backup with what could be read of the collection.

    What was done before the backup can still be undone where only answers came after it, which are undone first. Where
    notes changed since, it cannot: an undo would put rows back over that. Nor can what an undo needs be taken from the
    damaged file: nothing tells how many rows an operation has changed, so that one of which a page is lost would be
    taken back by half, and its rows go by numbers that notes may not have here.

    Args:
        collection: the backup.
        clock: tells the time.
        contents: what could be read.
        label: names it to the user.
        broken: uids of notes that are not as they were written in the backup; what could be read of them stands.

    Raises:
        CollectionError: it could not be written; nothing was changed.
    """
    with collection.atomic():
        ours = collection.merging.read()
        replaced = broken & contents.notes.keys()
        sound = replace(ours, notes={uid: note for uid, note in ours.notes.items() if uid not in replaced})
        united = unite(sound, contents)
        if united.contents.notes == unite(ours, Contents()).contents.notes:
            united = replace(united, contents=replace(united.contents, notes=ours.notes))  # not even numbered anew
        else:
            collection.operations.close_past(label, now=clock.now())
        return _take_in(collection, ours, united, None, now=clock.now())


def _take_in(collection: Collection, ours: Contents, united: United, kept: Path | None, *, now: datetime) -> Merge:
    changes = collection.merging.write(ours, united.contents)
    collection.settings.remove(SITTING)
    rescheduled = schedules.rebuild_all(collection)
    leeches.tag_unseen(collection, leeches.leeches(collection), now=now)
    ids = collection.notes.id_of
    conflicts = tuple(
        Conflict(stays=collection.notes.get(ids(stays)).content, beside=collection.notes.get(ids(beside)).content)
        for stays, beside in united.conflicts
    )
    return Merge(changes=changes, conflicts=conflicts, rescheduled=rescheduled, backup=kept)


def undo_merge(collection: Collection, operation: Operation, *, now: datetime) -> None:
    """Take a merge back, the newest operation that stands. Inside `atomic`.

    Answers that came with it leave the log; they are still in the other collection, to be merged again. Copied slide
    files and pictures stay, since nothing shows them that does not name them.
    """
    collection.operations.undo(operation, now=now)
    collection.merging.undo(operation.seq)
    collection.settings.remove(SITTING)
    schedules.rebuild_all(collection)


def _take_files(path: Path, other: Path) -> None:
    """Copy the kept slide files and pictures that are missing here; files before the notes that show them."""
    for theirs in sorted(source_files.folder_of(other).glob("*.pdf")):
        source_files.keep(path, theirs, theirs.stem)
    media.take(path, collection_file.media_folder_of(other).glob("*"))
