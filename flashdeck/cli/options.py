"""Options that several commands share, and the collection they open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from flashdeck.services import collection_file
from flashdeck.services.clock import SystemClock
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def collection_option(command: CommandT) -> CommandT:
    """Add `--collection`, with its default and environment variable."""
    option = click.option(
        "--collection",
        "collection_path",
        type=click.Path(path_type=Path),
        envvar="FLASHDECK_COLLECTION",
        default=collection_file.default_path,
        show_default="in the user's data folder",
        help="The collection file.",
    )
    return option(command)


def json_option(command: CommandT) -> CommandT:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")(command)


def deck_and_topic_options(command: CommandT) -> CommandT:
    """Add `--deck` and `--topic`, each of which may be given several times."""
    deck = click.option("--deck", "decks", multiple=True, help="Only this deck and its sub-decks; may be repeated.")
    topic = click.option("--topic", "topics", multiple=True, help="Only this topic; may be repeated.")
    return deck(topic(command))


@contextmanager
def opened(path: Path) -> Iterator[tuple[Collection, SystemClock, Today]]:
    """Open the collection of a command."""
    clock = SystemClock()
    with collection_file.opened(path, clock) as collection:
        yield collection, clock, Today(collection, clock)
