"""What the checks read and what they say."""

import re
from collections.abc import Callable, Container, Iterator
from enum import IntEnum, StrEnum
from typing import Final, NamedTuple

from flashdeck.domain import cloze
from flashdeck.messages import Message

_BULLET: Final = "- "
_GAP_IN_A_ROW: Final = re.compile(r",\s*\[\.\.\.\]|\[\.\.\.\]\s*,")


class CheckName(StrEnum):
    """The checks, in the order in which a report lists them."""

    GROUNDED = "grounded"
    ATOMIC = "atomic"
    ENUMERATION = "enumeration"
    SELF_CONTAINED = "self-contained"
    LEAKAGE = "leakage"
    AMBIGUOUS = "ambiguous"
    DUPLICATE = "duplicate"
    FRONT_FORM = "front form"
    GAP = "gap"
    NOISE = "noise"
    ENCODING = "encoding"
    ORIGIN = "origin"
    BEHAVIOUR = "behaviour"


class Severity(IntEnum):
    """How bad a finding is."""

    HINT = 1
    """The card works; another wording would serve it."""
    WARNING = 2
    """The card is hard to learn as it stands."""
    VETO = 3
    """The card teaches nothing or something wrong; the extraction never offers one."""


class Behaviour(NamedTuple):
    """How a card fared in its reviews.

    Attributes:
        lapses: how often it was forgotten after it had been remembered.
        ease_factor: SM-2's E-Factor.
        median_took_ms: from question to answer; None when it was never measured.
    """

    lapses: int
    ease_factor: float
    median_took_ms: int | None = None


class CardText(NamedTuple):
    """A card as its reader sees it: plain text, a gap of the front as `[...]`.

    Attributes:
        cloze_text: for a cloze the whole text with its gaps as `{{c1::...}}`, else empty.
        gap: number of the gap that the front shows as a blank.
        context: the line above the front, outermost part first.
        source: the words of the slide it came from (see `quality.source_words`); None when it has none.
        rule: the rule that made it; empty for one that a person wrote or changed.
        slide: the slide it came from, as one word for each slide; empty for a card from none.
        uid: the card in its collection or file; empty for one that is not stored.
        place: how a report about another card names this one (`on slide 3`).
        has_picture: whether a side shows a picture, which no check can read.
    """

    front: str
    back: str
    cloze_text: str = ""
    gap: int = 1
    context: str = ""
    topic: str = ""
    source: Container[str] | None = None
    rule: str = ""
    slide: str = ""
    uid: str = ""
    place: str = ""
    has_picture: bool = False
    behaviour: Behaviour | None = None

    @property
    def shown(self) -> str:
        """The front without its blank."""
        return self.front.replace(cloze.BLANK, " ")

    @property
    def whole(self) -> str:
        """The statement of a cloze with its gaps filled in, or the front."""
        return cloze.filled(self.cloze_text) if self.cloze_text else self.front

    @property
    def items(self) -> tuple[str, ...]:
        """The items of an answer that is a list, one a line; empty when it is none."""
        if _BULLET not in self.back:
            return ()
        lines = [line.strip() for line in self.back.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.startswith(_BULLET) for line in lines):
            return ()
        return tuple(line.removeprefix(_BULLET) for line in lines)

    @property
    def is_list(self) -> bool:
        """Whether the answer is a list, or the gap one item of a list that the front shows."""
        return "\n" in self.back or ("," in self.front and _GAP_IN_A_ROW.search(self.front) is not None)

    @property
    def is_written(self) -> bool:
        """Whether a person wrote it, who may know what the slides do not say."""
        return not self.rule


class Repair(NamedTuple):
    """A card in better words, all of them from the card, its context or its source.

    Attributes:
        cloze_text: as in `CardText`; front and back are then empty.
        how: what was changed, in a few words.
        is_tidying: whether it only sets the form right, so that the extraction applies it without being asked.
    """

    how: str
    front: str = ""
    back: str = ""
    cloze_text: str = ""
    is_tidying: bool = False

    def cards(self, card: CardText) -> tuple[CardText, ...]:
        """Return the cards that the repaired text makes in the place of the card."""
        if not self.cloze_text:
            return (card._replace(front=self.front, back=self.back, cloze_text="", gap=1),)
        return tuple(
            card._replace(
                front=cloze.question(self.cloze_text, number),
                back=cloze.answer(self.cloze_text, number),
                cloze_text=self.cloze_text,
                gap=number,
            )
            for number in cloze.numbers(self.cloze_text)
        )


class Finding(NamedTuple):
    """What a check has to say of a card.

    Attributes:
        why: the reason, one clause without a full stop.
        loss: what it takes off the card's score, 0 to 1.
        repair: the better card, None when there is no safe one.
        repeats: uid of the card it repeats, else empty.
    """

    check: CheckName
    severity: Severity
    why: Message
    loss: float = 0.0
    repair: Repair | None = None
    repeats: str = ""


Check = Callable[[CardText], Iterator[Finding]]
