"""`flashdeck extract`: slides to cards on the terminal; stores nothing."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from flashdeck.cli.options import PATH, json_option
from flashdeck.extraction.options import DEFAULT_MIN_SCORE, ExtractionOptions
from flashdeck.extraction.report import ExtractionReport, Findings, json_text
from flashdeck.services import child_limits
from flashdeck.services.find_cards import find_cards

if TYPE_CHECKING:
    from flashdeck.services.extraction_process import ExtractedFile

_SCORE = click.FloatRange(0, 1)
_COLLECTED_EVERY: Final = 100_000
"""Objects between two looks for cycles: an extraction makes millions and next to no cycle, in a process of its own."""

_PIECES: Final = 64
"""Cards or slides that are printed together: whatever is printed goes out at once."""


@click.command()
@click.argument("files", nargs=-1, required=True, type=PATH)
@json_option
@click.option("--explain", is_flag=True, help="Say for each rule what it made, kept and rejected, and why.")
@click.option("--min-score", type=_SCORE, default=None, help="Leave out cards below this score (0 to 1).")
def extract(files: tuple[Path, ...], as_json: bool, explain: bool, min_score: float | None) -> None:
    """Print the cards found in slide FILES."""
    if as_json and explain:
        raise click.UsageError("--json and --explain exclude each other.")
    if as_json and len(files) > 1:
        raise click.UsageError("--json takes one file.")
    options = _options(min_score, explain=explain)
    with _collecting_seldom():
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


def _options(min_score: float | None, *, explain: bool) -> ExtractionOptions:
    least = DEFAULT_MIN_SCORE if min_score is None else min_score
    return ExtractionOptions(min_score=least, keeps_rejections=explain)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Look for cycles seldom, and not through all that is left when the process ends."""
    gc.set_threshold(_COLLECTED_EVERY)
    yield
    gc.freeze()


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


@click.command(hidden=True)
@click.argument("file", type=PATH)
@click.option("--min-score", type=_SCORE, default=None)
@click.option("--explain", is_flag=True)
def extract_worker(file: Path, min_score: float | None, explain: bool) -> None:
    """Be the child process of an import."""
    from flashdeck.services import extraction_worker  # noqa: PLC0415 - only the child needs it

    options = _options(min_score, explain=explain)
    with _collecting_seldom():
        extraction_worker.work(file, options, sys.stdout, explain=explain)


@click.command(hidden=True)
@click.argument("file", type=PATH)
@click.argument("min_score", type=float)
@click.argument("number", type=int)
@click.argument("helpers", type=int)
def slides_worker(file: Path, min_score: float, number: int, helpers: int) -> None:
    """Be a child process that makes the cards of some slides."""
    child_limits.give_way()
    from flashdeck.services import slide_shares_worker  # noqa: PLC0415 - takes a while, which is not for others to wait

    options = _options(min_score, explain=False)
    with _collecting_seldom():
        slide_shares_worker.work(file, options, sys.stdout, number=number, helpers=helpers)
