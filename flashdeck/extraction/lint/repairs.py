"""What the repairs of several checks share."""

from collections.abc import Callable

from flashdeck.domain import cloze
from flashdeck.extraction.languages import terms
from flashdeck.extraction.lint.model import CardText, Repair
from flashdeck.extraction.naming import subjects


def rewritten(card: CardText, change: Callable[[str], str], how: str, *, is_tidying: bool = False) -> Repair | None:
    """Return the card with both sides changed; None when that changes nothing or takes a gap away."""
    if card.cloze_text:
        text = change(card.cloze_text)
        is_better = text != card.cloze_text and cloze.numbers(text) == cloze.numbers(card.cloze_text)
        return Repair(cloze_text=text, how=how, is_tidying=is_tidying) if is_better else None
    front, back = change(card.front), change(card.back)
    if (front, back) == (card.front, card.back):
        return None
    return Repair(front=front, back=back, how=how, is_tidying=is_tidying)


def rewritten_front(card: CardText, text: str, how: str, *, is_tidying: bool = False) -> Repair:
    """Return the card with another front: the text of a cloze with its gaps, or a question."""
    if card.cloze_text:
        return Repair(cloze_text=text, how=how, is_tidying=is_tidying)
    return Repair(front=text, back=card.back, how=how, is_tidying=is_tidying)


def subject_of(card: CardText) -> str:
    """Return what the card is about by its context line or topic; empty when neither names it."""
    parts = [*card.context.split(" > "), ""]
    for part in (*reversed(parts), card.topic):
        named = subjects.title_name(part)
        if named and terms.is_term(named):
            return named
    return ""
