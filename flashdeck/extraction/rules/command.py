"""A command with its explanation -> which command does this."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.text import shells

_CARDS: Final = candidates.Maker("command", CardKind.COMMAND)

_PROGRAM: Final = r"[a-z][a-z0-9_-]*"
_COMMAND: Final = re.compile(
    rf"^(?:[$>]\s*)?(?P<command>{_PROGRAM}(?:\s+(?:-{{1,2}}[\w=-]+|[a-z][\w:/.-]*|<[^<>]+>|\[[^\[\]]+\]|\"[^\"]*\"|\.))+)$"
)
_OPTION_APART: Final = re.compile(r"(?<=\s)(--)\s+(?=\w)")
"""A typed option that the page set with a blank."""
_AND_VERB: Final = re.compile(r"\band ([a-z]+)\b")
_DEED: Final = re.compile(r"(?:\w+ly\s)?[A-Za-z]+\s(?:an?|the|all|your|its|local|new)\s")
"""How what a command is for begins when it stands before the command."""
_DETERMINER: Final = re.compile(r"(?:an?|the|all|your|its)\s", re.IGNORECASE)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each command that the slide explains in one line."""
    for item in scope.walk():
        found = item.definition or statements.definition_below(item)
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
    term, use = (found.term, found.description) if found else _first_point(item)
    term, use = (term, use) if term else _split(item)
    if not use:
        return None
    match = _COMMAND.match(term)
    turned = _OPTION_APART.sub(r"\1", use) if "--" in use else use
    if match is None and _DEED.match(term) and _COMMAND.match(turned):
        term, use = turned, term  # `Raise the anchor: winch up --slow`
        match = _COMMAND.match(term)
    if match is None or not _is_command(item, term):
        return None
    return match.group("command"), definitions.shorten(terms.clean_statement(use))


def _first_point(item: Item) -> tuple[str, str]:
    """Return a command and the first of several points under it, when that says what it does."""
    first = item.children[0].plain if len(item.children) > 1 else ""
    acts = bool(first) and (terms.is_order(first) or terms.opens_in_third_person(first))
    return (item.plain, first) if acts else ("", "")


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
    first, _, rest = use.partition(" ")
    if not verb and not _acts(first, rest):
        return f"is for {use}"
    if not verb or (first.casefold() == verb and any(map(_is_base, _AND_VERB.findall(rest)))):
        return f"lets you {use}"
    if first.casefold() != verb:
        return use
    return f"{lexicon.third_person(first)} {rest}".strip()


def _acts(first: str, rest: str) -> bool:
    """Whether a word is a verb that the lexicon lacks (`reset the drum`, `reapply tar`), or an adverb before one."""
    return _DETERMINER.match(rest) is not None or first.endswith("ly") or (first[:2] == "re" and _is_base(first[2:]))


def _is_base(word: str) -> bool:
    return lexicon.VERBS.get(word) == word and word in lexicon.VERB_FORMS
