"""The thirteen checks of a card's quality: an extraction judges its candidates by them, and so does the linter.

They follow the card-quality literature (Wozniak's rules of formulation; QGEval's answerability): a card is answered
by what its slide says, asks one thing, stands alone, gives nothing away, and is asked once. A check names what is
wrong and how bad it is, and offers the card in better words where there are safe ones.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from flashdeck.extraction.lint import (
    atomic,
    behaviour,
    encoding,
    enumeration,
    front_form,
    gap_choice,
    grounded,
    leakage,
    noise,
    origin,
    self_contained,
)
from flashdeck.extraction.lint.atomic import MAX_SIDE_WORDS
from flashdeck.extraction.lint.leakage import shows_answer
from flashdeck.extraction.lint.model import Behaviour, CardText, Check, CheckName, Finding, Repair, Severity
from flashdeck.extraction.lint.repetition import SeenCards

__all__ = [
    "CHECKS",
    "MAX_SIDE_WORDS",
    "Behaviour",
    "CardText",
    "CheckName",
    "Finding",
    "Repair",
    "SeenCards",
    "Severity",
    "findings_of",
    "found_in",
    "lint",
    "mends",
    "score",
    "shows_answer",
]

CHECKS: Final[tuple[tuple[CheckName, Check], ...]] = (
    (CheckName.ATOMIC, atomic.check),
    (CheckName.GROUNDED, grounded.check),
    (CheckName.NOISE, noise.check),
    (CheckName.ENCODING, encoding.check),
    (CheckName.FRONT_FORM, front_form.check),
    (CheckName.SELF_CONTAINED, self_contained.check),
    (CheckName.GAP, gap_choice.check),
    (CheckName.LEAKAGE, leakage.check),
    (CheckName.ENUMERATION, enumeration.check),
    (CheckName.ORIGIN, origin.check),
    (CheckName.BEHAVIOUR, behaviour.check),
)
"""What can be said of a card by itself, in the order of trying; `SeenCards` adds the two checks that compare."""

_CHECK_OF: Final = dict(CHECKS)


def found_in(card: CardText) -> Iterator[Finding]:
    """Yield what the checks find in a card by itself, with every repair that comes to their minds."""
    for _, check in CHECKS:
        yield from check(card)


def findings_of(card: CardText) -> Iterator[Finding]:
    """Yield what the checks find in a card by itself, with repairs only where the repaired cards pass the check."""
    for finding in found_in(card):
        yield finding if finding.repair is None or mends(card, finding) else finding._replace(repair=None)


def mends(card: CardText, finding: Finding) -> bool:
    """Whether the finding has a repair, and the repaired cards pass the check that offered it."""
    if finding.repair is None:
        return False
    check = _CHECK_OF[finding.check]
    left = (other for better in finding.repair.cards(card) for other in check(better))
    return all(other.severity < finding.severity for other in left)


def lint(cards: Iterable[CardText]) -> Iterator[tuple[CardText, tuple[Finding, ...]]]:
    """Yield each card with everything that is found in it; a repetition is found in the later card."""
    seen = SeenCards()
    for card in cards:
        found = list(findings_of(card))
        repeated = seen.find(card)
        if repeated is not None:
            found.append(repeated)
        seen.add(card)
        yield card, tuple(sorted(found, key=lambda finding: -finding.severity))


def score(findings: Iterable[Finding]) -> float:
    """Return how good a card with these findings is, 0 to 1; 0 with a veto."""
    left = 1.0
    for finding in findings:
        if finding.severity is Severity.VETO:
            return 0.0
        left -= finding.loss
    return round(max(0.0, left), 3)
