"""An option of a command and what it does -> what is the option for, with the command's name in front."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions, statements
from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("option", CardKind.COMMAND)
_BEFORE_PROGRAM: Final = re.compile(r"(?:[$>#*]+\s*|sudo\s+|env\s+|time\s+|(?<![^\s$>#*])[A-Z_]++=\S*+\s++)+")
_PROGRAM: Final = re.compile(r"[a-z][\w.-]*")
_SUBCOMMAND: Final = re.compile(r"\s+[a-z][a-z-]+(?=\s)")


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each option that the slide describes beside a command that takes it."""
    for item in scope.walk():
        if not item.plain.lstrip().startswith("-"):
            continue
        found = statements.definition_below(item) or item.definition
        if found is None or not definitions.OPTION.fullmatch(found.term):
            continue
        owner = _command_with(scope, found.term) or item.owner
        front = wording.question_about(owner, f"option {found.term}?")
        back = definitions.shorten(terms.clean_statement(found.description))
        yield _CARDS.question(front, back, (found.first_line, found.last_line), 0.82, "option with its explanation")


def _command_with(scope: Scope, option: str) -> str:
    """Return the command, with its subcommand if any, that the slide's code gives this option."""
    name = re.split(r"[= ]", option)[0]
    taken = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    for code, _ in scope.codes:
        for line in code.source.replace("\\\n", " ").splitlines():
            bare = _BEFORE_PROGRAM.sub("", line.strip(), count=1)
            program = _PROGRAM.match(bare)
            if program is not None and taken.search(bare):
                subcommand = _SUBCOMMAND.match(bare, program.end())
                return bare[: subcommand.end() if subcommand else program.end()]
    return ""
