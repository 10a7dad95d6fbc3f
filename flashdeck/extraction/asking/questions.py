"""A question about a described term, and its answer.

A frame asks of `{it}`, which stands for the term, with a verb that agrees (`{be}`, `{do}`), or of the term without
an article (`{bare}`).
"""

from typing import Final, NamedTuple


class Form(NamedTuple):
    """A question about a term, and its answer.

    Attributes:
        frame: with `{it}` (`{them}` as an object), `{be}` and `{do}` where the term and its verbs stand.
        back: the answer; a preposition that the question asks with is left out.
    """

    frame: str
    back: str


COSTS: Final = "what {do} {it} cost?"
CHARGES: Final = "how {be} {it} charged?"
OF_MONEY: Final = frozenset({COSTS, CHARGES})
IS: Final = "what {be} {it}?"
ITSELF: Final = "{it}?"
"""A respect in which a thing has a value of a word or two (`Fuel: diesel`)."""
DOES: Final = "what {do} {it} do?"
MEANS: Final = "what {do} {it} mean?"
LIKE: Final = "what characterizes {them}?"
TO_DO: Final = "what to do?"
FOR: Final = "what {be} {it} for?"
INVOLVES: Final = "what {do} {it} involve?"
OF_DEEDS: Final = frozenset({DOES, MEANS, TO_DO})
OF_KINDS: Final = frozenset({DOES, MEANS, IS, ITSELF, TO_DO, LIKE})
NO_FORM: Final = Form("", "")
"""Ends the search: a description that no question fits."""
