"""`flashdeck extract`: slides to cards on the terminal; stores nothing."""

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from flashdeck.cli.options import PATH, SCORE, json_option
from flashdeck.extraction.options import DEFAULT_MIN_SCORE, ExtractionOptions
from flashdeck.extraction.report import ExtractionReport, Findings, json_text
from flashdeck.services import child_limits
from flashdeck.services.find_cards import find_cards

if TYPE_CHECKING:
    from flashdeck.services.extraction_process import ExtractedFile

_PIECES: Final = 64
"""Cards or slides that are printed together: whatever is printed goes out at once."""


@click.command()
@click.argument("files", nargs=-1, required=True, type=PATH)
@json_option
@click.option("--explain", is_flag=True, help="Say for each rule what it made, kept and rejected, and why.")
@click.option("--min-score", type=SCORE, default=DEFAULT_MIN_SCORE, help="Leave out cards below this score (0 to 1).")
def extract(files: tuple[Path, ...], as_json: bool, explain: bool, min_score: float) -> None:
    """Print the cards found in slide FILES."""
    if as_json and explain:
        raise click.UsageError("--json and --explain exclude each other.")
    if as_json and len(files) > 1:
        raise click.UsageError("--json takes one file.")
    options = ExtractionOptions(min_score=min_score, keeps_rejections=explain)
    with child_limits.collecting_seldom():
        for path in files:
            if explain:
                click.echo(_explained(path, options))
            elif as_json:
                pieces = json_text(_found(path, options))
                while some := "".join(islice(pieces, _PIECES)):
                    click.echo(some, nl=False)
                click.echo()
            else:
                _print_cards(_found(path, options), path.name)


def _print_cards(found: Findings | ExtractionReport, name: str) -> None:
    slides = sum(1 for _ in found.slides)
    cards = 0
    for draft in found.drafts:
        click.echo(f"{draft.context}\n  {draft.front}\n  = {draft.back}\n")
        cards += 1
    click.echo(f"{cards} cards from {slides} slides of {name}", err=True)


def _found(path: Path, options: ExtractionOptions) -> Findings | ExtractionReport:
    return _read_apart(path, options, explain=False).found if _is_pdf(path) else find_cards(path, options)


def _explained(path: Path, options: ExtractionOptions) -> str:
    if _is_pdf(path):
        return _read_apart(path, options, explain=True).explained
    from flashdeck.extraction import explanation  # noqa: PLC0415 - cards alone do without
    from flashdeck.services.extract_file import extract_file  # noqa: PLC0415 - helpers start before it is there

    return explanation.explain(extract_file(path, options))


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"


def _read_apart(path: Path, options: ExtractionOptions, *, explain: bool) -> "ExtractedFile":
    """Read a PDF in a child process: a few kilobytes can keep its library busy for hours."""
    from flashdeck.services import extraction_process  # noqa: PLC0415 - a text needs no child

    return extraction_process.run(path, min_score=options.min_score, on_progress=lambda _share: None, explain=explain)
