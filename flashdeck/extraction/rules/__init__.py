"""The rules that make cards, one a file, tried in the order of the table of a language.

A rule proposes: it neither drops nor ranks. The specific rules come first; a line that one of them used well is not
asked again by a later rule, unless the earlier one is among `SHARING`.
"""

from collections.abc import Callable, Iterable
from typing import Final

from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.model import Candidate

Rule = Callable[[Scope], Iterable[Candidate]]
COMPARISON: Final = "comparison"
"""The rule whose cards tell a line of either side, so that neither needs a card of its own."""
BESIDE: Final = "command"
"""The rule that asks for the term of a line where no card asks what the term does, whoever has asked the line."""
SHARING: Final = frozenset({"acronym", COMPARISON, BESIDE, "speed", "denial"})
"""Rules that ask about a part of a line and leave the rest of it to others."""


def rules_of(language: Language) -> tuple[tuple[str, Rule], ...]:
    """Return the rules for decks in a language, in the order they are tried."""
    # loaded with the first deck in such a language, with the grammars that they need
    if language is Language.ENGLISH:
        from flashdeck.extraction.rules import english  # noqa: PLC0415

        return english.RULES
    from flashdeck.extraction.rules import abroad  # noqa: PLC0415

    return abroad.RULES
