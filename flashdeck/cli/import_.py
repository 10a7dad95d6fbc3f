"""`flashdeck import`: slides and deck files into the collection."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from flashdeck.cli.opened import collection_option, opened
from flashdeck.cli.options import PATH, SCORE
from flashdeck.errors import AnkiPackageError, DeckFileError, SlideFileError
from flashdeck.extraction.options import DEFAULT_MIN_SCORE
from flashdeck.interop.anki_package.model import LeftOut
from flashdeck.services import extraction_process
from flashdeck.services.clock import SystemClock
from flashdeck.services.import_cards import holds_cards, import_cards
from flashdeck.services.import_package import apply_package, plan_package
from flashdeck.services.import_slides import apply_import, plan_import
from flashdeck.services.package_process import PackageProcess, is_package
from flashdeck.storage.collection import Collection
from flashdeck.storage.uniting import CONFLICT_TAG

_LEFT_OUT: Final = {
    LeftOut.SOUND: "sounds",
    LeftOut.PICTURE: "pictures that are missing or of another kind",
    LeftOut.OCCLUSION: "cards with covered pictures",
    LeftOut.EMPTY: "cards without a front",
    LeftOut.CUT: "ends of very long fields",
}


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, type=PATH)
@click.option("--deck", "deck_name", default=None, help="Name of the deck; the file's name unless given.")
@click.option("--min-score", type=SCORE, default=DEFAULT_MIN_SCORE, help="Leave out cards below this score.")
@click.option("--dry-run", is_flag=True, help="Only say what would be stored.")
@collection_option
def import_(
    files: tuple[Path, ...], deck_name: str | None, min_score: float, dry_run: bool, collection_path: Path
) -> int:
    """Store the cards found in slides, deck files, tables or Anki packages. What is there already keeps its progress.

    Slides become a deck with each section as a sub-deck; Anki packages (.apkg, .colpkg) keep their decks and bring
    the answers given in Anki. A file that cannot be read is told, and the others are imported all the same.
    """
    unread = 0
    with opened(collection_path, makes=True) as (collection, clock, _):
        for path in files:
            try:
                if is_package(path):
                    _import_package(collection, clock, path, deck_name=deck_name, dry_run=dry_run)
                elif holds_cards(path):
                    _import_cards(collection, clock, path, deck_name=deck_name, dry_run=dry_run)
                else:
                    _import_slides(collection, clock, path, deck_name=deck_name, min_score=min_score, dry_run=dry_run)
            except (SlideFileError, AnkiPackageError) as error:
                click.echo(f"flashdeck: {error}", err=True)
                unread += 1
            except DeckFileError as error:  # names the line, not the file
                click.echo(f"flashdeck: {path.name}: {error}", err=True)
                unread += 1
    return 1 if unread else 0


def _import_cards(
    collection: Collection, clock: SystemClock, path: Path, *, deck_name: str | None, dry_run: bool
) -> None:
    result = import_cards(collection, clock, path, deck_name=deck_name, dry_run=dry_run)
    where = "would go to" if dry_run else "in"
    click.echo(f"{path.name}: {result.new} new, {result.same} same, {where} deck {result.deck_name}")


def _import_slides(
    collection: Collection,
    clock: SystemClock,
    path: Path,
    *,
    deck_name: str | None,
    min_score: float,
    dry_run: bool,
) -> None:
    with _progress_bar(path) as tell:
        extracted = extraction_process.run(path, min_score=min_score, on_progress=tell)
    plan = plan_import(collection, extracted, deck_name=deck_name)
    if not dry_run:
        apply_import(collection, clock, plan)
    found = plan.comparison
    counts = f"{len(found.new)} new, {plan.same} same"
    if plan.changes_notes:
        counts += f", {len(found.edited)} edited, {len(found.moved)} moved, {len(found.removed)} removed"
    where = "would go to" if dry_run else "in"
    click.echo(f"{path.name}: {counts}, {plan.slides} slides, {where} deck {plan.deck_name}")


def _import_package(
    collection: Collection, clock: SystemClock, path: Path, *, deck_name: str | None, dry_run: bool
) -> None:
    with _progress_bar(path) as tell:
        read = PackageProcess(path).wait(tell)
    try:
        plan = plan_package(collection, clock, read, deck_name=deck_name)
        if not dry_run:
            apply_package(collection, clock, plan)
    finally:
        read.close()
    counts = f"{len(plan.new)} new, {plan.same} same, {len(plan.edited)} edited"
    if plan.conflicts:
        counts += f", {len(plan.conflicts)} edited on both sides (both kept, tagged {CONFLICT_TAG})"
    where = f", {'would go to' if dry_run else 'in'} deck {plan.deck_name}" if plan.deck_name else ""
    click.echo(f"{path.name}: {counts}, {len(plan.answers)} answers from Anki{where}")
    left_out = [f"{words} ({plan.left_out[kind]:,})" for kind, words in _LEFT_OUT.items() if kind in plan.left_out]
    if left_out:
        click.echo(f"  Left out: {', '.join(left_out)}.")


@contextmanager
def _progress_bar(path: Path) -> Iterator[Callable[[float], None]]:
    """Show how far a file is read; yields what takes the share that is done."""
    with click.progressbar(
        length=100, label=f"Reading {path.name}", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        yield lambda share: bar.update(round(share * 100) - bar.pos)
