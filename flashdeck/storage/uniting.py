"""Two collections of one person that drifted apart, united: the same result whichever side unites them.

The review log is the union of both logs, in the order of the answers' places; schedules follow from it by replay. Of a
note that changed on one side only, the change stands. Where both sides changed it, the later text stays and the other
stands beside it as a note of its own, suspended; both are tagged. A note that was deleted on one side goes, unless the
other side changed it after that. Each tag, and whether a card is suspended or buried, is as it was decided last.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from flashdeck.storage.contents import DECIDED_COLUMNS, Contents, NoteContents, Row

CONFLICT_TAG: Final = "merge-conflict"
_NO_FLAGS: Final = {"position": None, "is_suspended": 0, "buried_until": None, "flagged_at": None}

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True, kw_only=True)
class United:
    """Two collections in one.

    Attributes:
        conflicts: uids of notes whose text was changed on both sides, each with the uid of the note that keeps the
            other text.
    """

    contents: Contents
    conflicts: tuple[tuple[str, str], ...]


def unite(ours: Contents, theirs: Contents) -> United:
    """Return both in one; the order of the two does not matter."""
    notes: dict[str, NoteContents] = {}
    conflicts: list[tuple[str, str]] = []
    for uid in sorted(ours.notes.keys() | theirs.notes.keys()):
        here, there = ours.notes.get(uid), theirs.notes.get(uid)
        if here is None or there is None:
            note = here or there
            assert note is not None
            deleted_at = (theirs if there is None else ours).deleted.get(uid)
            if deleted_at is None or deleted_at < note.columns["modified_at"]:
                notes[uid] = note
            continue
        notes[uid] = _newer(here, there)
        if _is_conflict(here, there):
            other = there if notes[uid].digest == here.digest else here
            copy = _beside(notes[uid], other)
            notes[uid] = _tagged(notes[uid])
            notes.setdefault(copy.columns["uid"], copy)
            conflicts.append((uid, copy.columns["uid"]))
    contents = Contents(
        notes=_renumbered(_with_keys_once(notes)),
        sources=_union(ours.sources, theirs.sources),
        log=_union(ours.log, theirs.log),
        settings={
            name: max(_both(ours.settings, theirs.settings, name), key=lambda each: (each[1], each[0]))
            for name in ours.settings.keys() | theirs.settings.keys()
        },
        deleted={uid: max(_both(ours.deleted, theirs.deleted, uid)) for uid in ours.deleted.keys() | theirs.deleted},
    )
    return United(contents=contents, conflicts=tuple(conflicts))


def _both(ours: Mapping[str, ValueT], theirs: Mapping[str, ValueT], key: str) -> list[ValueT]:
    return [side[key] for side in (ours, theirs) if key in side]


def _union(ours: Mapping[str, ValueT], theirs: Mapping[str, ValueT]) -> dict[str, ValueT]:
    return {key: _both(ours, theirs, key)[0] for key in sorted(ours.keys() | theirs.keys())}


def _is_conflict(here: NoteContents, there: NoteContents) -> bool:
    return here.digest != there.digest and here.digest not in there.versions and there.digest not in here.versions


def _newer(here: NoteContents, there: NoteContents) -> NoteContents:
    """Return the side of a note that goes on, with what both know of its past and of its cards."""
    here_is_behind, there_is_behind = here.digest in there.versions, there.digest in here.versions
    if here.digest != there.digest and here_is_behind != there_is_behind:
        newer = there if here_is_behind else here
    else:
        newer = max(here, there, key=_age)
    columns = dict(newer.columns)
    columns["created_at"] = min(here.columns["created_at"], there.columns["created_at"])
    columns["tags"] = _spaced(_tags(here, there))
    return replace(
        newer,
        columns=columns,
        deck_name=newer.deck_name or here.deck_name or there.deck_name,
        sha256=newer.sha256 or here.sha256 or there.sha256,
        versions=here.versions | there.versions | ({here.digest, there.digest} - {newer.digest}),
        flags={ordinal: _flags(here, there, ordinal) for ordinal in sorted(here.flags.keys() | there.flags.keys())},
    )


def _age(note: NoteContents) -> tuple[str, bytes, str]:
    """Return what puts two sides of a note into an order, the same on every machine."""
    return note.columns["modified_at"], note.digest, repr((sorted(note.columns.items()), note.deck_name, note.sha256))


def _tags(here: NoteContents, there: NoteContents) -> set[str]:
    """Return the tags of both sides, but for those that one side took away later than the other gave them."""
    ours, theirs = set(here.columns["tags"].split()), set(there.columns["tags"].split())
    return (ours & theirs) | {
        tag
        for has, lacks, only in ((here, there, ours - theirs), (there, here, theirs - ours))
        for tag in only
        if has.tag_changes.get(tag, "") >= lacks.tag_changes.get(tag, "")
    }


def _flags(here: NoteContents, there: NoteContents, ordinal: int) -> Row:
    """Return whether a card is suspended and whether it is buried, each as it was decided last."""
    sides = [(side.flags.get(ordinal, _NO_FLAGS), side.flag_changes.get(ordinal, {})) for side in (here, there)]
    positions = [row["position"] for row, _ in sides if row["position"] is not None]
    decided = {
        name: max(
            (_decided_at(row, changes, name), row["flagged_at"] or "", str(row[name] or ""), row[name])
            for row, changes in sides
        )[-1]
        for name in DECIDED_COLUMNS
    }
    flagged_at = max((row["flagged_at"] or "" for row, _ in sides)) or None
    return {"position": min(positions, default=None), **decided, "flagged_at": flagged_at}


def _decided_at(row: Row, changes: Mapping[str, str], name: str) -> str:
    """Return when a flag of a card was set; where that is not kept, one of the two was when any was."""
    return changes.get(name, "") if changes else row["flagged_at"] or ""


def _beside(stays: NoteContents, other: NoteContents) -> NoteContents:
    """Return a note of its own for the text that does not stay, with its cards left out until the user decides."""
    columns = {
        **stays.columns,
        **{name: other.columns[name] for name in ("kind", "front", "back", "context", "topic", "tags")},
        "uid": f"{stays.columns['uid']}.{other.digest.hex()}",
        "source_key": None,
        "modified_at": other.columns["modified_at"],
    }
    flags = {ordinal: {**stays.flags.get(ordinal, _NO_FLAGS), "is_suspended": 1} for ordinal in other.flags}
    return _tagged(replace(stays, columns=columns, flags=flags, versions=frozenset()))


def _tagged(note: NoteContents) -> NoteContents:
    tags = _spaced({*note.columns["tags"].split(), CONFLICT_TAG})
    return replace(note, columns={**note.columns, "tags": tags})


def _spaced(tags: set[str]) -> str:
    return f" {' '.join(sorted(tags))} " if tags else ""


def _with_keys_once(notes: dict[str, NoteContents]) -> dict[str, NoteContents]:
    """Let each place in the slides belong to one note only, the one with the least uid."""
    taken: set[str] = set()
    for uid in sorted(notes):
        key = notes[uid].columns["source_key"]
        if key is not None and key in taken:
            notes[uid] = replace(notes[uid], columns={**notes[uid].columns, "source_key": None})
        elif key is not None:
            taken.add(key)
    return notes


def _renumbered(notes: dict[str, NoteContents]) -> dict[str, NoteContents]:
    """Put the notes of both sides into one order of introduction."""

    def place(uid: str) -> tuple[str, int, str]:
        note = notes[uid]
        positions = [row["position"] for row in note.flags.values() if row["position"] is not None]
        return note.columns["created_at"], min(positions, default=0), uid

    return {
        uid: replace(
            notes[uid],
            flags={ordinal: {**row, "position": number} for ordinal, row in notes[uid].flags.items()},
        )
        for number, uid in enumerate(sorted(notes, key=place), start=1)
    }
