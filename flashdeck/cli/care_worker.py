"""The child process that checks, mends, merges or restores for the window, in a module of its own to start quickly."""

import sys
from pathlib import Path

import click

from flashdeck.cli.options import PATH
from flashdeck.services import care_worker as worker


@click.command(hidden=True)
@click.argument("file", type=PATH)
@click.argument("target", type=PATH)
@click.argument("order")
def care_worker(file: Path, target: Path, order: str) -> None:
    """Be the child process that takes care of a copy."""
    worker.work(file, target, order, sys.stdout)
