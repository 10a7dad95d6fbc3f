"""The help text of a program, which lists its subcommands or options in two columns -> which one does what."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind, Code
from flashdeck.extraction.rules import command
from flashdeck.extraction.text import shells

_CARDS: Final = candidates.Maker("listing", CardKind.COMMAND)
_ENTRY: Final = re.compile(
    r"\s*(?P<name>-{0,2}[a-zA-Z][\w-]*(?:,\s*-{1,2}[\w-]+)?)(?:\s{2,}|\t+)(?P<what>[A-Z][^|]{5,120})\Z"
)
_USAGE: Final = re.compile(r"usage:\s+(?P<program>[^\W\d_][\w.-]*)", re.IGNORECASE)
_FEWEST_ENTRIES: Final = 3


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each subcommand that a help text describes."""
    for code, _ in scope.codes:
        entries = list(_entries(code))
        program = _program(code)
        if len(entries) < _FEWEST_ENTRIES or not program:
            continue
        for name, what, number in entries:
            noun = "option" if name.startswith("-") else "subcommand"
            front = f"{program}: which {noun} {command.that_does(f'{what[:1].lower()}{what[1:]}')}?"
            yield _CARDS.question(front, name, (number, number), 0.8, "entry of a help text")


def _entries(code: Code) -> Iterator[tuple[str, str, int]]:
    for number, line in enumerate(code.source.splitlines(), start=code.first_line):
        found = _ENTRY.match(line)
        if found is not None and terms.count_words(found["what"]) > 1:
            yield found["name"], terms.clean_statement(found["what"]), number


def _program(code: Code) -> str:
    usage = _USAGE.search(code.source)
    if usage is not None:
        return usage["program"]
    typed = shells.commands_in(code.source)
    return typed[0].program if typed else ""
