"""What imports and exports show and ask for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """What the import of one file gave."""

    name: str
    new: int
    unchanged: int
    edited: int = 0
    moved: int = 0
    removed: int = 0
    rejected: int = 0
    deck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What to write where; an empty deck key stands for all decks."""

    path: str
    format: str
    deck_key: str
    with_progress: bool
