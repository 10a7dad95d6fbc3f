"""The rules that make cards, one a file, tried in the order of `RULES`.

A rule proposes: it neither drops nor ranks. The specific rules come first; a line that one of them used well is not
asked again by a later rule, unless the earlier one is among `SHARING`.
"""

from collections.abc import Callable, Iterable
from typing import Final

from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.model import Candidate
from flashdeck.extraction.rules import (
    acronym,
    answered,
    aspect,
    clause,
    cloze,
    code,
    command,
    comparison,
    condition,
    counterpart,
    date,
    default,
    definition,
    enabling,
    enumeration,
    example,
    feature,
    implication,
    instances,
    limit,
    listing,
    naming,
    option,
    order,
    owned,
    parallel,
    points,
    precondition,
    predicate,
    problem,
    quantity,
    question,
    reason,
    sides,
    speed,
    state,
    steps,
    table,
    task,
    together,
    trouble,
    usage,
    use_case,
)

Rule = Callable[[Scope], Iterable[Candidate]]

RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("question", question.rule),
    ("answered", answered.rule),
    ("option", option.rule),
    ("usage", usage.rule),
    ("listing", listing.rule),
    ("task", task.rule),
    ("code", code.rule),
    ("problem", problem.rule),
    ("trouble", trouble.rule),
    ("example", example.rule),
    ("table", table.rule),
    ("steps", steps.rule),
    ("acronym", acronym.rule),
    ("comparison", comparison.rule),
    ("parallel", parallel.rule),
    ("limit", limit.rule),
    ("default", default.rule),
    ("date", date.rule),
    ("naming", naming.rule),
    ("reason", reason.rule),
    ("speed", speed.rule),
    ("state", state.rule),
    ("denial", state.denials),
    ("owned", owned.rule),
    ("condition", condition.rule),
    ("precondition", precondition.rule),
    ("use case", use_case.rule),
    ("definition", definition.rule),
    ("command", command.rule),
    ("quantity", quantity.rule),
    ("implication", implication.rule),
    ("instances", instances.rule),
    ("enumeration", enumeration.rule),
    ("enabling", enabling.rule),
    ("predicate", predicate.rule),
    ("clause", clause.rule),
    ("order", order.rule),
    ("aspect", aspect.rule),
    ("points", points.rule),
    ("together", together.rule),
    ("feature", feature.rule),
    ("counterpart", counterpart.rule),
    ("sides", sides.rule),
    ("cloze", cloze.rule),
)

_ALSO_ABROAD: Final = frozenset(
    {
        "question",
        "answered",
        "command",
        "option",
        "code",
        "problem",
        "table",
        "steps",
        "acronym",
        "comparison",
        "parallel",
        "implication",
        "date",
        "sides",
    }
)
"""Rules whose questions need no grammar."""


def rules_of(language: Language) -> tuple[tuple[str, Rule], ...]:
    """Return the rules for decks in a language, in the order they are tried."""
    return RULES if language is Language.ENGLISH else rules_abroad()


def rules_abroad() -> tuple[tuple[str, Rule], ...]:
    """Return the rules for decks that are not English: those that need no grammar, and two in place of all others."""
    # loaded with the first such deck, with the grammars that they need
    from flashdeck.extraction.rules import listed, sentences  # noqa: PLC0415

    shared = [(name, rule) for name, rule in RULES if name in _ALSO_ABROAD]
    return (*shared, ("listed", listed.rule), ("sentences", sentences.rule))


COMPARISON: Final = "comparison"
"""The rule whose cards tell a line of either side, so that neither needs a card of its own."""
BESIDE: Final = "command"
"""The rule that asks for the term of a line where no card asks what the term does, whoever has asked the line."""
SHARING: Final = frozenset({"acronym", COMPARISON, BESIDE, "speed", "denial"})
"""Rules that ask about a part of a line and leave the rest of it to others."""
