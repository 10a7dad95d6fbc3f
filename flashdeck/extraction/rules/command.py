"""A command with its explanation -> which command does this."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.text import shells

_CARDS: Final = candidates.Maker("command", CardKind.COMMAND)

_PROGRAM: Final = r"[a-z][a-z0-9_-]*"
_COMMAND: Final = re.compile(
    rf"^(?:[$>]\s*)?(?P<command>{_PROGRAM}(?:\s+(?:-{{1,2}}[\w=-]+|[a-z][\w:/.-]*|<[^<>]+>|\[[^\[\]]+\]|\"[^\"]*\"|\.))+)$"
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each command that the slide explains in one line."""
    for item in scope.walk():
        found = definitions.definition_in(item.text) or statements.definition_below(item)
        pair = _command_and_use(item, found)
        if pair is None:
            continue
        command, use = pair
        asked = f"{use[:1].lower()}{use[1:]}" if not terms.is_name_like(use.split()[0]) else use
        program = command.split()[0]
        front = f"{program}: which command {that_does(asked)}?"
        last = found.last_line if found else item.last_line
        yield _CARDS.question(
            front,
            command,
            (item.text.first_line, last),
            0.82,
            "command with its explanation",
        )


def _command_and_use(item: Item, found: definitions.Definition | None) -> tuple[str, str] | None:
    term, use = (found.term, found.description) if found else _split(item)
    match = _COMMAND.match(term)
    if match is None or not use or not _is_command(item, term):
        return None
    return match.group("command"), definitions.shorten(terms.clean_statement(use))


def _split(item: Item) -> tuple[str, str]:
    head, mark, tail = item.plain.partition(": ")
    return (head, tail) if mark else ("", "")


def _is_command(item: Item, term: str) -> bool:
    """Whether a lower-case phrase is typed rather than said: set as code, with an option, or a known program's."""
    program = terms.words(term)[0]
    in_code = any(item.plain[start:end].startswith(program) for start, end in item.text.code)
    return in_code or re.search(r"\s-{1,2}\w|<|\[", term) is not None or program in shells.KNOWN


def that_does(use: str) -> str:
    """Return what follows `which command` to ask for the one with this use."""
    if terms.opens_in_third_person(use):
        return use
    verb = terms.leading_verb(use)
    if not verb:
        return f"is for {use}"
    first, _, rest = use.partition(" ")
    if first.casefold() != verb:
        return use
    return f"{third_person(first)} {rest}".strip()


def third_person(verb: str) -> str:
    """Return the third-person form of a base verb."""
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"
