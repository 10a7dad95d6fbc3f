"""`flashdeck export`: cards into files of other programs."""

from pathlib import Path

import click

from flashdeck.cli.opened import collection_option, opened
from flashdeck.cli.options import PATH, deck_and_topic_options
from flashdeck.services import search
from flashdeck.services.export_cards import export_notes
from flashdeck.services.library import scope_of


@click.command()
@click.argument("out", type=PATH)
@deck_and_topic_options
@click.option("--search", "query", default="", help="Only cards this search finds, as in the library.")
@click.option("--with-progress", is_flag=True, help="Take due dates and review log along (.apkg only).")
@collection_option
def export(
    *,
    out: Path,
    decks: tuple[str, ...],
    topics: tuple[str, ...],
    query: str,
    with_progress: bool,
    collection_path: Path,
) -> None:
    """Write cards to OUT: .apkg for Anki, or .csv, .tsv, .json, .md."""
    with opened(collection_path) as (collection, _, today):
        scope = scope_of(collection, decks=decks, topics=topics)
        count = export_notes(collection, today, out, search.parse(query, scope), with_progress=with_progress)
    click.echo(f"{count} notes written to {out}")
