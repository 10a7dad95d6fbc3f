"""What imports and exports show and ask for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """What the import of one file gave.

    Attributes:
        conflicts: notes rewritten on both sides, which are kept twice.
        answers: answers given in Anki that the review log did not have.
        left_out: what Anki's cards have and ours cannot, by the names of `interop.anki_package.model.LeftOut`.
    """

    name: str
    new: int
    unchanged: int
    edited: int = 0
    moved: int = 0
    removed: int = 0
    rejected: int = 0
    conflicts: int = 0
    answers: int = 0
    left_out: tuple[tuple[str, int], ...] = ()
    deck: str = ""
    is_from_anki: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What to write where; an empty deck key stands for all decks."""

    path: str
    format: str
    deck_key: str
    with_progress: bool
