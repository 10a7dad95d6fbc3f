"""`flashdeck gui`: opens the desktop program."""

from pathlib import Path

import click

from flashdeck.cli.opened import collection_option


@click.command()
@click.option("--smoke", is_flag=True, hidden=True, help="Open the window, paint it once and exit.")
@collection_option
def gui(collection_path: Path, smoke: bool) -> None:
    """Open the desktop program."""
    from flashdeck.gui.app import start  # noqa: PLC0415 - the only way to Qt, taken only when a window is wanted

    raise SystemExit(start(collection_path, smoke=smoke))
