"""What a command in a code is for, told by its comment, by the line above it or by the slide's title -> the command."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.text import shells

_CARDS: Final = candidates.Maker("task", CardKind.COMMAND)
_CAN: Final = re.compile(r"(?:how\s+to\s+|(?:we|you)\s+can\s+(?:also\s+)?|to\s+)", re.IGNORECASE)
_GERUND: Final = re.compile(r"(?P<stem>[A-Za-z]+)ing\s+(?P<rest>\S.*)\Z")
_INSTRUMENT: Final = re.compile(r"(?<!\s)\s+(?:using|with|via|by means of)\s+.*\Z", re.IGNORECASE)
_ORDER: Final = re.compile(
    r"(?!(?:from|in|on|at|for|with|of|by|and|or|as|if|when|after|before|inside|into|the|all|it|is|are|has)\b)"
    r"[^\W\d_]{2,}\s+(?:the|an?|your|all|any|each|which|whether|what|one|multiple|local)\b",
    re.IGNORECASE,
)
_POINTS: Final = re.compile(r"\b(?:this|these|those)\b|^\w+ (?:it|them)\b|\bthat$|^there\b", re.IGNORECASE)
_NO_TASK: Final = word_set("run try type note example output result introduce imagine consider")
_MOST_WORDS: Final = 14
_FEWEST_WORDS: Final = 3
_MOST_WORDS_TYPED: Final = 14
_MOST_WORDS_LEARNED: Final = 8
"""A longer command has values of one case, which nobody learns."""


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each command with a comment, and for the only command under a line that says its task."""
    by_title: list[tuple[shells.Command, candidates.Lines]] = []
    for code, above in scope.codes:
        lines = (code.first_line, code.last_line)
        found = [command for command in shells.commands_in(code.source) if not shells.sets_the_scene(command)]
        told = [command for command in found if _task_of(command.comment)]
        for command in told:
            yield from _card(command, _task_of(command.comment), lines)
        task = _task_of(above.rstrip(" :")) if above.rstrip().endswith(":") else ""
        if not told and len(found) == 1 and task:
            yield from _card(found[0], task, lines)
        elif not told:
            by_title.extend((command, lines) for command in found)
    task = _task_of(scope.slide.title.rstrip(" :")) if len(by_title) == 1 else ""
    if task and all(item.number is None for item in scope.walk()):
        yield from _card(by_title[0][0], task, by_title[0][1])


def _task_of(said: str) -> str:
    """Return a task as it follows `to` (`see the tide table`), or an empty string."""
    bare = terms.clean_statement(said)
    opening = _CAN.match(bare)
    is_told = opening is not None
    bare = bare[opening.end() :] if opening else bare
    gerund = _GERUND.match(bare)
    verb = _base(gerund["stem"]) if gerund else ""
    if gerund and verb:
        bare, is_told = f"{verb} {gerund['rest']}", True
    elif gerund and not is_told:
        return ""  # a verb whose base form is not known
    bare = _INSTRUMENT.sub("", bare)
    found = terms.words(bare)
    if not found or found[0].casefold() in _NO_TASK or not _FEWEST_WORDS <= len(bare.split()) <= _MOST_WORDS:
        return ""
    if _POINTS.search(bare):
        return ""
    if not (is_told or terms.is_order(bare) or _ORDER.match(bare)) or bare.endswith("?"):
        return ""
    return f"{bare[:1].lower()}{bare[1:]}"


def _base(stem: str) -> str:
    """Return the verb of a form in -ing (`generat` -> `generate`, `runn` -> `run`), when it is a known one."""
    for verb in (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else ""):
        if verb and terms.leading_verb(verb):
            return verb.lower()
    return ""


def _card(command: shells.Command, task: str, lines: candidates.Lines) -> Iterator[Candidate]:
    typed = command.typed.split()
    if len(typed) > _MOST_WORDS_LEARNED and typed[1][:1].isalpha():
        front = f"{command.program}: which subcommand do you use to {task}?"
        yield _CARDS.question(front, " ".join(typed[:2]), lines, 0.76, "subcommand with its task")
    elif len(typed) <= _MOST_WORDS_TYPED:
        front = f"{command.program}: which command do you use to {task}?"
        yield _CARDS.question(front, command.typed, lines, 0.8, "command with its task")
