"""The child process that reads an Anki package, in a module of its own so that it starts quickly."""

import sys
from pathlib import Path

import click

from flashdeck.cli.options import PATH
from flashdeck.services import package_process


@click.command(hidden=True)
@click.argument("file", type=PATH)
@click.argument("folder", type=PATH)
def package_worker(file: Path, folder: Path) -> None:
    """Be the child process that reads an Anki package."""
    package_process.work(file, folder, sys.stdout)
