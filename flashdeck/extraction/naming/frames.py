"""The words around a question that are not the slide's own, in the language of the deck.

Where a language is not known, or its grammar would need more than the slide tells, a frame has no words at all.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.languages.lexicon import NUMBER_WORDS


class Frames(NamedTuple):
    """Questions with holes in braces; each names what it asks in its own order of words."""

    stands_for: str
    letters_of: str
    code_for: str
    which_side: str
    against: str
    instead: str
    same_in_rows: str
    same_in_columns: str
    all_but: str
    holds_for: str
    price_under: str
    first_step: str
    next_step: str
    follows: str
    helps: str
    caused: str
    when: str
    answers: str
    numbers: tuple[str, ...]

    def counted(self, label: str, count: int) -> str:
        """Return the question for a few points under a label, their number included."""
        number = self.numbers[count] if count < len(self.numbers) else str(count)
        return self.answers.format(label=label.rstrip(":?… "), number=number)


FRAMES: Final[Mapping[Language, Frames]] = {
    Language.ENGLISH: Frames(
        stands_for="What does {short} stand for{where}?",
        letters_of="What do the letters of {short} stand for{where}?",
        code_for="code for “{what}”?",
        which_side="{one} or {other} – which one: {said}?",
        against="{one} against {other}: {aspect}?",
        instead="{one}: {said}; what about {other}?",
        same_in_rows="{column}, the same in every row{corner}?",
        same_in_columns="{column}, the same in every column{corner}?",
        all_but="{what}: all but {others}?",
        holds_for="{what}: “{said}” for which {number} only?",
        price_under="price ({case})",
        first_step="what is the first step?",
        next_step="which step follows “{before}”?",
        follows="{cause} – what is the result?",
        helps="{problem} – what helps?",
        caused="{problem} – what is the cause?",
        when="{event} – when?",
        answers="{label} ({number} answers)?",
        numbers=NUMBER_WORDS,
    ),
    Language.GERMAN: Frames(
        stands_for="Wofür steht {short}{where}?",
        letters_of="Wofür stehen die Buchstaben von {short}{where}?",
        code_for="Code für „{what}“?",
        which_side="{one} oder {other}: {said}?",
        against="{one} gegen {other}: {aspect}?",
        instead="{one}: {said}; was gilt für {other}?",
        same_in_rows="{column}, in jeder Zeile gleich{corner}?",
        same_in_columns="{column}, in jeder Spalte gleich{corner}?",
        all_but="{what}: alle außer {others}?",
        holds_for="{what}: „{said}“ nur bei welchen ({number})?",
        price_under="Preis ({case})",
        first_step="Was ist der erste Schritt?",
        next_step="Welcher Schritt folgt auf „{before}“?",
        follows="{cause} – was folgt daraus?",
        helps="{problem} – was hilft?",
        caused="{problem} – was ist die Ursache?",
        when="{event} – wann?",
        answers="{label} ({number} Antworten)?",
        numbers=("null", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    ),
    Language.OTHER: Frames(
        stands_for="{short}{where} = …?",
        letters_of="{short}{where} = …?",
        code_for="“{what}” = …?",
        which_side="{one} / {other}: {said}?",
        against="{one} / {other}: {aspect}?",
        instead="{one}: {said} / {other}: …?",
        same_in_rows="{column}{corner}?",
        same_in_columns="{column}{corner}?",
        all_but="{what}: (≠ {others})?",
        holds_for="{what}: “{said}” → …?",
        price_under="{case}",
        first_step="1. …?",
        next_step="“{before}” → …?",
        follows="{cause} → …?",
        helps="{problem} → …?",
        caused="{problem} ← …?",
        when="{event}: …?",
        answers="{label} ({number})?",
        numbers=(),
    ),
}
