"""`flashdeck schedule`: what SM-2 makes of a row of answers."""

import json

import click

from flashdeck.cli.options import json_option
from flashdeck.domain.quality import Quality
from flashdeck.scheduling import scheduler
from flashdeck.scheduling.options import LONGEST_INTERVAL_DAYS


@click.command()
@click.argument("qualities", nargs=-1, required=True, type=click.IntRange(0, 5))
@json_option
def schedule(qualities: tuple[int, ...], as_json: bool) -> None:
    """Print where a new card stands after each of the QUALITIES (0 to 5), each given on its due day."""
    trail = scheduler.trail(map(Quality, qualities))
    if as_json:
        steps = [
            {
                "quality": quality,
                "repetitions": state.repetitions,
                "ease_factor": state.ease_factor,
                "interval_days": state.interval_days,
            }
            for quality, state in zip(qualities, trail, strict=True)
        ]
        click.echo(json.dumps({"trail": steps}))
        return
    click.echo("quality  repetitions  ease factor  interval")
    for quality, state in zip(qualities, trail, strict=True):
        days = "1 day" if state.interval_days == 1 else f"{state.interval_days} days"
        click.echo(f"{quality:>7}  {state.repetitions:>11}  {state.ease_factor:>11.2f}  {days}")
    if any(state.interval_days == LONGEST_INTERVAL_DAYS for state in trail):
        click.echo(f"No interval is longer than {LONGEST_INTERVAL_DAYS:,} days.")
