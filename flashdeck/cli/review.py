"""`flashdeck review`: the sitting in the terminal, also with piped input, one answer a line."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from flashdeck.cli.listing import beyond_limit
from flashdeck.cli.opened import collection_option, opened
from flashdeck.cli.options import deck_and_topic_options
from flashdeck.cli.undo import operation_named
from flashdeck.domain.quality import BUTTON_QUALITIES, Quality
from flashdeck.rendering.plain import to_plain
from flashdeck.scheduling.leech import LEECH_TAG
from flashdeck.services.library import scope_of
from flashdeck.services.question import NextShowing, Question
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.summary import DayLoad
from flashdeck.services.today import Today
from flashdeck.services.undo import last_undoable
from flashdeck.storage.collection import Collection
from flashdeck.storage.faults import read_only

_BUTTONS: Final = {str(key): quality for key, quality in enumerate(BUTTON_QUALITIES, start=1)}
_GRADES: Final = {str(int(quality)): quality for quality in Quality}


@click.command()
@deck_and_topic_options
@click.option("--limit", type=click.IntRange(min=1), default=None, help="At most so many cards.")
@click.option(
    "--due", "due_limit", type=click.IntRange(min=0), default=None, help="Due cards now, whatever the daily limit."
)
@click.option(
    "--new", "new_limit", type=click.IntRange(min=0), default=None, help="New cards now, whatever the daily limit."
)
@click.option(
    "--ahead", type=click.IntRange(min=1), default=None, help="Review before their time what falls due in so many days."
)
@click.option("--cram", is_flag=True, help="Drill all cards, weakest first; the schedule stays as it is.")
@click.option("--grades", is_flag=True, help="Answer with 0 to 5 in place of 1 to 4.")
@collection_option
def review(
    *,
    decks: tuple[str, ...],
    topics: tuple[str, ...],
    limit: int | None,
    due_limit: int | None,
    new_limit: int | None,
    ahead: int | None,
    cram: bool,
    grades: bool,
    collection_path: Path,
) -> None:
    """Review what is due. Enter shows the answer; 1 Again, 2 Hard, 3 Good, 4 Easy; u undoes, q quits."""
    if ahead is not None and (cram or (due_limit, new_limit) != (None, None)):
        raise click.UsageError("--ahead goes with none of --cram, --due and --new.")
    with opened(collection_path) as (collection, clock, today):
        if collection.is_view_only:
            raise read_only(str(collection_path))  # no answer could be kept
        scope = scope_of(collection, decks=decks, topics=topics)
        if ahead is not None:
            queue = today.ahead_queue(scope, days=ahead, limit=limit)
        elif cram:
            queue = today.cram_queue(scope, limit=limit)
        else:
            queue = today.review_queue(scope, limit=limit, due_limit=due_limit, new_limit=new_limit)
        mode = StudyMode.CRAM if cram else StudyMode.REVIEW
        _warn_of_the_clock(today)
        session = StudySession(collection, clock, today, queue, mode)
        if session.question() is None:
            due_waiting = 0 if cram or ahead is not None else today.beyond_limits().due
            click.echo(beyond_limit(due_waiting) if due_waiting else "Nothing is due.")
            return
        _Terminal(collection, today, session, _GRADES if grades else _BUTTONS).run()


def _warn_of_the_clock(today: Today) -> None:
    ahead_of_clock = today.answers_ahead()
    if ahead_of_clock is not None:
        plural = "" if ahead_of_clock.number == 1 else "s"
        click.echo(
            f"The clock of this computer shows an earlier time than {ahead_of_clock.number} answer{plural} you gave, "
            f"the last at {ahead_of_clock.latest.astimezone():%Y-%m-%d %H:%M}. If the clock is wrong, set it; if it is "
            "right, 'flashdeck undo' takes them back one by one.",
            err=True,
        )


class _Terminal:
    """Asks the cards of a sitting on standard output and reads what the user types."""

    def __init__(self, collection: Collection, today: Today, session: StudySession, keys: dict[str, Quality]) -> None:
        self._collection = collection
        self._today = today
        self._session = session
        self._keys = keys
        self._is_typed = sys.stdin.isatty()

    def run(self) -> None:
        """Ask until the cards or the input end."""
        while (question := self._session.question()) is not None:
            if not self._ask(question):
                break
        self._print_summary()

    def _ask(self, question: Question) -> bool:
        """Ask one card; return False when the user wants to stop."""
        kind = "new" if question.is_new else "drill" if question.is_drill else "due"
        click.echo(f"\n{self._session.remaining} left · {kind} · {question.context}")
        click.echo(to_plain(question.front))
        started = time.monotonic()
        is_revealed = False
        while (typed := self._read()) is not None:
            if typed == "q":
                return False
            if typed == "u":
                click.echo("undone" if self._session.undo() is not None else self._why_no_undo())
                return True
            if typed in self._keys and (is_revealed or not self._is_typed):
                if not is_revealed:
                    click.echo(f"= {to_plain(question.back)}")
                took_ms = round((time.monotonic() - started) * 1000) if self._is_typed else None
                entry = self._session.answer(self._keys[typed], took_ms=took_ms)
                assert entry.quality is not None
                click.echo(f"saved {entry.card_uid} {int(entry.quality)}")
                if self._session.leech_lapses is not None:
                    self._say_why(question, self._session.leech_lapses)
                return True
            if typed or is_revealed:
                click.echo(f"Type {', '.join(self._keys)}, u to undo or q to quit; Enter shows the answer.")
            else:
                is_revealed = True
                click.echo(f"= {to_plain(question.back)}")
                click.echo(
                    "  ".join(f"{key} {_label(key_quality, question)}" for key, key_quality in self._keys.items())
                )
        return False

    def _why_no_undo(self) -> str:
        """Name what was done since the last answer, which is not taken back from within a sitting."""
        last = last_undoable(self._collection)
        if last is None or last.operation is None:
            return "There is nothing to undo."
        named = operation_named(last.operation)
        return f"What was done last is {named}. 'flashdeck undo' takes it back, and then the answers before it."

    def _say_why(self, question: Question, lapses: int) -> None:
        """Name what may be wrong with a card that is forgotten again and again."""
        from flashdeck.services.lint_cards import lint_note  # noqa: PLC0415 - the whole linter, for a rare occasion

        click.echo(f"This card was forgotten {lapses} times, so it is tagged {LEECH_TAG}: better reword it.")
        for card in lint_note(self._collection, self._today, question.note_id):
            for finding in card.findings:
                click.echo(f"  {finding.why}")

    def _read(self) -> str | None:
        if self._is_typed:
            click.echo("> ", nl=False)
        sys.stdout.flush()  # whoever pipes answers in may wait for the last `saved`
        line = sys.stdin.readline()
        return line.strip().lower() if line else None

    def _print_summary(self) -> None:
        summary = self._session.summary()
        click.echo(f"\n{summary.answered} answered, {summary.correct} remembered.")
        for topic in summary.topics:
            click.echo(f"  {topic.correct}/{topic.answered}  {topic.topic or '(no topic)'}")
        if summary.missed:
            click.echo("To look at again:")
            for card in summary.missed[:10]:
                click.echo(f"  {to_plain(card.front)}")
        click.echo(f"Tomorrow {_load(summary.load[:1])}; in the next seven days {_load(summary.load)}.")


def _load(days: Sequence[DayLoad]) -> str:
    due, new = sum(day.due for day in days), sum(day.new for day in days)
    return f"{due} due, {new} new" if new else f"{due} due"


def _label(quality: Quality, question: Question) -> str:
    return f"{quality.name.replace('_', ' ').capitalize()} ({_showing(question.preview(quality))})"


def _showing(preview: NextShowing) -> str:
    parts = ["again today"] if preview.again_today else []
    if preview.interval_days is not None:
        parts.append(f"{preview.interval_days} d")
    return ", ".join(parts) or "done"
