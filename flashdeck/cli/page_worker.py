"""The child process that draws a page, in a module of its own so that it starts quickly."""

from pathlib import Path

import click

from flashdeck.cli.options import PATH
from flashdeck.services import page_picture


@click.command(hidden=True)
@click.argument("file", type=PATH)
@click.argument("number", type=int)
@click.argument("width", type=int)
@click.argument("passage")
def page_worker(file: Path, number: int, width: int, passage: str) -> None:
    """Be the child process that draws a page."""
    page_picture.work(file, number, width, passage)
