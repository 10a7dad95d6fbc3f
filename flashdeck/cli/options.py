"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
PATH: Final = click.Path(path_type=Path, readable=False)
"""A file or folder; whether it can be read is told by what reads it, in one sentence like any other fault."""
SCORE: Final = click.FloatRange(0, 1)


def json_option(command: CommandT) -> CommandT:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")(command)


def deck_and_topic_options(command: CommandT) -> CommandT:
    """Add `--deck` and `--topic`, each of which may be given several times."""
    deck = click.option("--deck", "decks", multiple=True, help="Only this deck and its sub-decks; may be repeated.")
    topic = click.option("--topic", "topics", multiple=True, help="Only this topic; may be repeated.")
    return deck(topic(command))
