"""`flashdeck gui`: opens the desktop program."""

from pathlib import Path

import click

from flashdeck.cli.opened import collection_option
from flashdeck.cli.window import WindowCall, open_window


@click.command()
@click.option("--smoke", is_flag=True, hidden=True, help="Open the window, paint it once and exit.")
@collection_option
def gui(collection_path: Path, smoke: bool) -> None:
    """Open the desktop program."""
    raise SystemExit(open_window(WindowCall(collection_path=collection_path, is_smoke=smoke)))
