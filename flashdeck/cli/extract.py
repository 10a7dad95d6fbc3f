"""`flashdeck extract`: slides to cards on the terminal; stores nothing."""

import sys
from pathlib import Path

import click

from flashdeck.cli.options import PATH, json_option
from flashdeck.extraction import explanation
from flashdeck.extraction.pipeline import DEFAULT_MIN_SCORE, ExtractionOptions
from flashdeck.extraction.report import ExtractionReport, json_text, report_of
from flashdeck.services import extraction_process, extraction_worker
from flashdeck.services.extract_file import extract_file

_SCORE = click.FloatRange(0, 1)


@click.command()
@click.argument("files", nargs=-1, required=True, type=PATH)
@json_option
@click.option("--explain", is_flag=True, help="Say for each rule what it made, kept and rejected, and why.")
@click.option("--min-score", type=_SCORE, default=None, help="Leave out cards below this score (0 to 1).")
def extract(files: tuple[Path, ...], as_json: bool, explain: bool, min_score: float | None) -> None:
    """Print the cards found in slide FILES."""
    options = _options(min_score, explain=explain)
    if as_json and explain:
        raise click.UsageError("--json and --explain exclude each other.")
    if as_json and len(files) > 1:
        raise click.UsageError("--json takes one file.")
    for path in files:
        found, explained = _extracted(path, options, explain=explain)
        if as_json:
            for piece in json_text(found):
                click.echo(piece, nl=False)
            click.echo()
        elif explain:
            click.echo(explained)
        else:
            for draft in found.drafts:
                click.echo(f"{draft.context}\n  {draft.front}\n  = {draft.back}\n")
            click.echo(f"{len(found.drafts)} cards from {len(found.slides)} slides of {path.name}", err=True)


def _options(min_score: float | None, *, explain: bool) -> ExtractionOptions:
    least = DEFAULT_MIN_SCORE if min_score is None else min_score
    return ExtractionOptions(min_score=least, keeps_rejections=explain)


def _extracted(path: Path, options: ExtractionOptions, *, explain: bool) -> tuple[ExtractionReport, str]:
    """Return what a file holds, and what each rule made of it when that is asked for.

    A PDF is read in a child process: a few kilobytes can keep its library busy for hours.
    """
    if path.suffix.lower() == ".pdf":
        extracted = extraction_process.run(
            path, min_score=options.min_score, on_progress=lambda _share: None, explain=explain
        )
        return extracted.found, extracted.explained
    extraction = extract_file(path, options)
    return report_of(extraction), explanation.explain(extraction) if explain else ""


@click.command(hidden=True)
@click.argument("file", type=PATH)
@click.option("--min-score", type=_SCORE, default=None)
@click.option("--explain", is_flag=True)
def extract_worker(file: Path, min_score: float | None, explain: bool) -> None:
    """Be the child process of an import."""
    options = _options(min_score, explain=explain)
    extraction_worker.work(file, options, sys.stdout, explain=explain)
