"""`flashdeck schedule`: what SM-2 makes of a row of answers."""

import json

import click

from flashdeck.cli.options import json_option
from flashdeck.domain.quality import Quality
from flashdeck.scheduling import sm2


@click.command()
@click.argument("qualities", nargs=-1, required=True, type=click.IntRange(0, 5))
@json_option
def schedule(qualities: tuple[int, ...], as_json: bool) -> None:
    """Print where a new card stands after each of the QUALITIES (0 to 5), each given on its due day."""
    trail = sm2.trail(tuple(Quality(quality) for quality in qualities))
    if as_json:
        steps = [
            {
                "quality": quality,
                "repetitions": memory.repetitions,
                "ease_factor": memory.ease_factor,
                "interval_days": memory.interval_days,
            }
            for quality, memory in zip(qualities, trail, strict=True)
        ]
        click.echo(json.dumps({"trail": steps}))
        return
    click.echo("quality  repetitions  ease factor  interval")
    for quality, memory in zip(qualities, trail, strict=True):
        days = "1 day" if memory.interval_days == 1 else f"{memory.interval_days} days"
        click.echo(f"{quality:>7}  {memory.repetitions:>11}  {memory.ease_factor:>11.2f}  {days}")
