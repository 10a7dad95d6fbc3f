"""`flashdeck decks`, `topics`, `due`, `stats`: what there is and what waits."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from flashdeck.cli.opened import collection_option, opened
from flashdeck.cli.options import json_option
from flashdeck.storage.cards import TopicCounts


@dataclass(slots=True)
class _Counts:
    """What waits under one name."""

    due: int = 0
    new: int = 0
    drill: int = 0
    total: int = 0


@click.command()
@json_option
@collection_option
def decks(as_json: bool, collection_path: Path) -> None:
    """List the decks with what waits in each."""
    _print_counts(collection_path, "deck", lambda counts: counts.deck_name, as_json)


@click.command()
@json_option
@collection_option
def topics(as_json: bool, collection_path: Path) -> None:
    """List the topics with what waits in each."""
    _print_counts(collection_path, "topic", lambda counts: counts.topic, as_json)


def _print_counts(collection_path: Path, label: str, name_of: Callable[[TopicCounts], str], as_json: bool) -> None:
    with opened(collection_path) as (collection, _, today):
        counted = _sum(collection.cards.topic_counts(today.day()), name_of)
    if as_json:
        rows = [
            {label: name, "due": row.due, "new": row.new, "drill": row.drill, "cards": row.total}
            for name, row in counted.items()
        ]
        click.echo(json.dumps({f"{label}s": rows}, ensure_ascii=False))
        return
    click.echo(f"{'due':>6} {'new':>6} {'drill':>6} {'cards':>6}  {label}")
    for name, row in counted.items():
        click.echo(f"{row.due:>6} {row.new:>6} {row.drill:>6} {row.total:>6}  {name or '(none)'}")


def _sum(topic_counts: Iterable[TopicCounts], name_of: Callable[[TopicCounts], str]) -> dict[str, _Counts]:
    sums: dict[str, _Counts] = defaultdict(_Counts)
    for counts in topic_counts:
        row = sums[name_of(counts)]
        row.due += counts.due
        row.new += counts.new
        row.drill += counts.drill
        row.total += counts.total
    return sums


def beyond_limit(due_waiting: int) -> str:
    """Return how many cards only today's limit keeps out, and how to have them asked."""
    verb = "is" if due_waiting == 1 else "are"
    return (
        f"{due_waiting} more {verb} due beyond today's limit; 'flashdeck review --due {due_waiting}' asks "
        f"{'it' if due_waiting == 1 else 'them'} now."
    )


@click.command()
@json_option
@collection_option
def due(as_json: bool, collection_path: Path) -> None:
    """Say what waits today, within the daily limits, and how long it takes."""
    with opened(collection_path) as (_, _, today):
        overview = today.overview()
    if as_json:
        click.echo(
            json.dumps(
                {
                    "study_day": overview.day.isoformat(),
                    "due": overview.due,
                    "new": overview.new,
                    "drill": overview.drill,
                    "minutes": overview.minutes,
                    "due_waiting": overview.due_waiting,
                    "next_due_on": overview.next_due_on.isoformat() if overview.next_due_on else None,
                }
            )
        )
        return
    click.echo(f"{overview.due} due, {overview.new} new, {overview.drill} to drill, about {overview.minutes} minutes")
    if overview.due_waiting:
        click.echo(beyond_limit(overview.due_waiting))
    if not overview.due + overview.new + overview.drill and overview.next_due_on:
        click.echo(f"Nothing left today. The next cards come on {overview.next_due_on.isoformat()}.")


@click.command()
@json_option
@collection_option
def stats(as_json: bool, collection_path: Path) -> None:
    """Count notes, cards and answers."""
    with opened(collection_path) as (collection, _, today):
        overview = today.overview()
        numbers = {
            "notes": collection.notes.count(),
            "cards": overview.total,
            "answers": collection.reviews.answers(),
            "answered_today": overview.answered_today,
            "streak_days": overview.streak_days,
        }
    if as_json:
        click.echo(json.dumps(numbers))
        return
    for name, number in numbers.items():
        click.echo(f"{number:>8}  {name.replace('_', ' ')}")
