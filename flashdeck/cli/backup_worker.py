"""The child process that makes a backup of an open collection, in a module of its own so that it starts quickly."""

import sys
from pathlib import Path

import click

from flashdeck.cli.options import PATH
from flashdeck.services import backup_process


@click.command(hidden=True)
@click.argument("file", type=PATH)
@click.argument("target", type=PATH)
@click.argument("order")
def backup_worker(file: Path, target: Path, order: str) -> None:
    """Be the child process that makes a backup."""
    backup_process.work(file, target, order, sys.stdout)
