"""`flashdeck check`, `backup`, `restore`, `merge`: care of the collection."""

from collections.abc import Iterable
from pathlib import Path

import click

from flashdeck.cli.opened import collection_option, opened
from flashdeck.cli.options import PATH
from flashdeck.domain.note import NoteContent
from flashdeck.errors import CollectionDamagedError
from flashdeck.rendering.plain import to_plain
from flashdeck.services import collection_file, media
from flashdeck.services import merge as merge_service
from flashdeck.services.check import faults_of, repair
from flashdeck.services.clock import SystemClock
from flashdeck.services.rescue import rescue
from flashdeck.storage.backups_folder import BEFORE_REPAIR


@click.command()
@click.option("--repair", "is_repair", is_flag=True, help="Mend what can be mended and say what was done.")
@collection_option
def check(is_repair: bool, collection_path: Path) -> None:
    """Check that the file is sound, every row as it was written, and every schedule what its answers lead to."""
    if is_repair:
        _repair(collection_path)
        return
    with opened(collection_path) as (collection, _, _):
        faults = faults_of(collection)
        pictures = () if faults else media.faults_of(collection)
    _print_list((*faults, *pictures))
    if faults:
        raise CollectionDamagedError("The collection has faults. 'flashdeck check --repair' mends what can be mended.")
    if pictures:
        raise CollectionDamagedError(
            "The collection is sound but for these pictures. Delete those that are not as they were and import the "
            "package again, or merge a collection that has them."
        )
    click.echo("The collection is sound.")


def _repair(collection_path: Path) -> None:
    try:
        with opened(collection_path) as (collection, clock, _):
            if not faults_of(collection):
                click.echo("The collection is sound; there was nothing to mend.")
                return
            kept = collection_file.keep_copy(collection, clock, BEFORE_REPAIR)
            repaired = repair(collection)
    except CollectionDamagedError:
        click.echo(f"{collection_path} cannot be read as it is; what can still be read is put together.")
        _rescue(collection_path)
        return
    click.echo(f"Kept the collection as it was in {kept}")
    _print_list(repaired.done)
    for item in repaired.doubtful:
        click.echo(f"look at this: {item}")
    if repaired.left:
        _print_list(repaired.left)
        _rescue(collection_path)
        return
    click.echo("The collection is sound.")


def _rescue(collection_path: Path) -> None:
    rescued = rescue(collection_path, SystemClock())
    if rescued.aside is not None:
        click.echo(f"The damaged file is kept as {rescued.aside}")
    if rescued.backup is None or rescued.taken_at is None:
        click.echo("There is no good backup; what could be read of the damaged file makes up a new collection.")
    else:
        click.echo(f"Began with the backup of {rescued.taken_at.astimezone():%Y-%m-%d %H:%M}, {rescued.backup}")
        changes = rescued.added.changes
        click.echo(
            f"The damaged file still had {changes.answers_added} answers and {changes.notes_added} notes beyond it, "
            f"and later texts of {changes.notes_changed} notes."
        )
    for item in rescued.doubtful:
        click.echo(f"look at this: {item}")
    click.echo(f"The collection now has {rescued.notes} notes and {rescued.answers} answers.")
    _print_list(rescued.faults)
    if rescued.faults:
        raise CollectionDamagedError("The collection has faults still; the damaged file and the backups are kept.")


def _print_list(items: Iterable[str]) -> None:
    for item in items:
        click.echo(item)


@click.command()
@click.argument("out", required=False, type=PATH)
@collection_option
def backup(out: Path | None, collection_path: Path) -> None:
    """Write a checked copy of the collection to OUT, or a dated one beside it."""
    with opened(collection_path) as (collection, clock, _):
        written = collection_file.backup_now(collection, clock, out)
    click.echo(f"Backed up to {written}")


@click.command()
@click.argument("file", type=PATH)
@collection_option
def restore(file: Path, collection_path: Path) -> None:
    """Put the backup FILE in the place of the collection, which is kept beside it under another name."""
    aside = collection_file.restore(file, collection_path, SystemClock())
    click.echo(f"Restored {file}." + (f" What was there before is now {aside}." if aside else ""))


@click.command()
@click.argument("other", type=PATH)
@collection_option
def merge(other: Path, collection_path: Path) -> None:
    """Take the answers and notes of OTHER, a collection of the same person, into the collection."""
    with opened(collection_path, makes=True) as (collection, clock, _):
        merged = merge_service.merge(collection, clock, other)
    changes = merged.changes
    click.echo(
        f"{changes.answers_added} answers, {changes.notes_added} notes added, {changes.notes_changed} notes changed, "
        f"{changes.notes_deleted} deleted, {merged.rescheduled} cards with another schedule."
    )
    for conflict in merged.conflicts:
        click.echo("\nWritten anew on both sides; this stays:")
        _print_sides(conflict.stays)
        click.echo("and this is kept beside it, suspended:")
        _print_sides(conflict.beside)
    if merged.conflicts:
        click.echo(f"\nBoth are tagged {merge_service.CONFLICT_TAG}: keep one, or make one of both.")
    click.echo(f"The collection as it was before is {merged.backup}")


def _print_sides(content: NoteContent) -> None:
    click.echo(f"  {to_plain(content.front)}\n  = {to_plain(content.back)}")
