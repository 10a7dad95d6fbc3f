"""`flashdeck check`, `backup`, `restore`: care of the collection."""

from pathlib import Path

import click

from flashdeck.cli.opened import collection_option, opened
from flashdeck.errors import CollectionDamagedError
from flashdeck.services import collection_file
from flashdeck.services.check import faults_of
from flashdeck.services.clock import SystemClock


@click.command()
@collection_option
def check(collection_path: Path) -> None:
    """Check that the file is sound and that every schedule follows from the review log."""
    with opened(collection_path) as (collection, _, _):
        faults = faults_of(collection)
    for fault in faults:
        click.echo(fault)
    if faults:
        raise CollectionDamagedError("The collection has faults. Restore a backup with 'flashdeck restore FILE'.")
    click.echo("The collection is sound.")


@click.command()
@click.argument("out", required=False, type=click.Path(path_type=Path))
@collection_option
def backup(out: Path | None, collection_path: Path) -> None:
    """Write a checked copy of the collection to OUT, or a dated one beside it."""
    with opened(collection_path) as (collection, clock, _):
        written = collection_file.backup_now(collection, clock, out)
    click.echo(f"Backed up to {written}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@collection_option
def restore(file: Path, collection_path: Path) -> None:
    """Put the backup FILE in the place of the collection, which is kept beside it under another name."""
    aside = collection_file.restore(file, collection_path, SystemClock())
    click.echo(f"Restored {file}." + (f" What was there before is now {aside}." if aside else ""))
