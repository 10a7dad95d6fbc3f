"""The rules for decks that are not English: those that need no grammar, and two in place of all others."""

from typing import Final

from flashdeck.extraction.rules import (
    Rule,
    acronym,
    answered,
    code,
    command,
    comparison,
    date,
    implication,
    listed,
    option,
    parallel,
    problem,
    question,
    sentences,
    sides,
    steps,
    table,
)

RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("question", question.rule),
    ("answered", answered.rule),
    ("option", option.rule),
    ("code", code.rule),
    ("problem", problem.rule),
    ("table", table.rule),
    ("steps", steps.rule),
    ("acronym", acronym.rule),
    ("comparison", comparison.rule),
    ("parallel", parallel.rule),
    ("date", date.rule),
    ("command", command.rule),
    ("implication", implication.rule),
    ("sides", sides.rule),
    ("listed", listed.rule),
    ("sentences", sentences.rule),
)
