"""`flashdeck import`: slides and deck files into the collection."""

import sys
from pathlib import Path

import click

from flashdeck.cli.opened import collection_option, opened
from flashdeck.services import extraction_process
from flashdeck.services.clock import SystemClock
from flashdeck.services.import_cards import holds_cards, import_cards
from flashdeck.services.import_slides import apply_import, plan_import
from flashdeck.storage.collection import Collection


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--deck", "deck_name", default=None, help="Name of the deck; the file's name unless given.")
@click.option("--min-score", type=click.FloatRange(0, 1), default=None, help="Leave out cards below this score.")
@click.option("--dry-run", is_flag=True, help="Only say what would be stored.")
@collection_option
def import_(
    files: tuple[Path, ...], deck_name: str | None, min_score: float | None, dry_run: bool, collection_path: Path
) -> None:
    """Store the cards found in slide FILES, each section as a sub-deck. What is there already stays as it is."""
    with opened(collection_path) as (collection, clock, _):
        for path in files:
            if holds_cards(path):
                result = import_cards(collection, clock, path, deck_name=deck_name, dry_run=dry_run)
                where = "would go to" if dry_run else "in"
                click.echo(f"{path.name}: {result.new} new, {result.same} same, {where} deck {result.deck_name}")
            else:
                _import_slides(collection, clock, path, deck_name=deck_name, min_score=min_score, dry_run=dry_run)


def _import_slides(
    collection: Collection,
    clock: SystemClock,
    path: Path,
    *,
    deck_name: str | None,
    min_score: float | None,
    dry_run: bool,
) -> None:
    with click.progressbar(
        length=100, label=f"Reading {path.name}", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        extracted = extraction_process.run(
            path, min_score=min_score, on_progress=lambda share: bar.update(round(share * 100) - bar.pos)
        )
    plan = plan_import(collection, extracted, deck_name=deck_name)
    if not dry_run:
        apply_import(collection, clock, plan)
    found = plan.comparison
    counts = f"{len(found.new)} new, {plan.same} same"
    if plan.changes_notes:
        counts += f", {len(found.edited)} edited, {len(found.moved)} moved, {len(found.removed)} removed"
    where = "would go to" if dry_run else "in"
    click.echo(f"{path.name}: {counts}, {plan.slides} slides, {where} deck {plan.deck_name}")
