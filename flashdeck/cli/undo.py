"""`flashdeck undo`: takes back what was done last, whatever it was, as the window does."""

from pathlib import Path
from typing import Final

import click

from flashdeck.cli.opened import collection_option, opened
from flashdeck.domain.review_log import ReviewLogEntry
from flashdeck.rendering.plain import to_plain
from flashdeck.services.question import sides
from flashdeck.services.undo import Undone, undo_last
from flashdeck.storage.collection import Collection
from flashdeck.storage.faults import read_only
from flashdeck.storage.operations import Operation

_OPERATIONS: Final = {
    "import": "the import of {}",
    "merge": "the merge with {}",
    "edit": "the edit of “{}”",
    "mark": "the mark of “{}”",
    "unmark": "the removal of the mark of “{}”",
    "delete": "the deletion of {} note",
    "suspend": "the suspension of {} card",
    "resume": "the return of {} suspended card",
    "bury": "the burying of {} card",
}
"""Every kind of operation, to be completed with its label."""
_COUNTED: Final = frozenset({"delete", "suspend", "resume", "bury"})
"""Those whose label is a number."""


@click.command()
@collection_option
def undo(collection_path: Path) -> None:
    """Take back what was done last: an answer, an import, a merge, an edit; again for what was done before it."""
    with opened(collection_path) as (collection, clock, today):
        if collection.is_view_only:
            raise read_only(str(collection_path))
        undone = undo_last(collection, clock, today)
        click.echo("There is nothing to undo." if undone is None else f"Took back {_named(collection, undone)}.")


def operation_named(operation: Operation) -> str:
    """Return what an operation was, for the middle of a sentence."""
    plural = "s" if operation.kind in _COUNTED and operation.label != "1" else ""
    return _OPERATIONS[operation.kind].format(operation.label) + plural


def _named(collection: Collection, undone: Undone) -> str:
    if undone.operation is not None:
        return operation_named(undone.operation)
    assert undone.answer is not None
    return _answer_named(collection, undone.answer)


def _answer_named(collection: Collection, answer: ReviewLogEntry) -> str:
    assert answer.quality is not None
    card = collection.cards.find_uid(answer.card_uid)
    if card is None:
        about = f"a deleted card, {answer.card_uid}"
    else:
        about = f"“{to_plain(sides(collection.notes.get(card.note_id).content, card.ordinal)[0])}”"
    return f"the answer {int(answer.quality)} of {answer.answered_at.astimezone():%Y-%m-%d %H:%M} to {about}"
