"""What must not, cannot or need not be done -> what is so instead, or what alone the ban is about.

`What do you not paint?` has many answers: who does it instead, or where it is so, has one.
"""

import re
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.asking import candidates, objects
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("clause", CardKind.DEFINITION)
_INSTEAD: Final = re.compile(
    r"^(?P<what>[^,;:()]{3,60})[,;] (?:this|that|it|they|which) (?:is|are) (?:\w+ly )?"
    r"(?P<done>automated|handled|managed|done|taken care of)(?: \w+ly)?(?: for you)? by (?P<who>\S.{1,40})$",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(r" (?:afterwards|later|again|anymore|there|then)$", re.IGNORECASE)
"""Words that only the slide explains."""


def card(owner: str, verb: str, rest: str, lines: candidates.Lines, *, can: bool, is_told: bool) -> Candidate | None:
    """Return the card of a ban; None where its question would be open.

    Args:
        owner: what the ban is about.
        verb: what is not done.
        rest: what stands behind the verb.
        lines: where it stands.
        can: whether it cannot be done, rather than must not.
        is_told: whether the line only tells that it is not done, so that somebody else may do it.
    """
    instead = _INSTEAD.match(rest)
    if instead and is_told:
        front = wording.question_about(owner, f"who {lexicon.third_person(verb)} {instead['what']}?")
        return _CARDS.question(front, f"{instead['who']} ({instead['done']})", lines, 0.76, "who does it instead")
    if is_told:
        return None  # much is not done
    if not can:
        front = wording.question_about(owner, f"what should you not {verb}?")
        return _CARDS.question(front, definitions.shorten(rest), lines, 0.74, "a ban")
    if _POINTS_BACK.search(rest):
        return None
    what, tail = objects.split_object(rest)
    if tail and terms.stems(what) <= terms.stems(f"{owner} record entry item object"):
        joint = rest[len(what) :].split(maxsplit=1)[0]
        front = wording.question_about(owner, f"{joint} what can you not {verb} {what}?")
        return _CARDS.question(front, definitions.shorten(tail.partition(" ")[2]), lines, 0.74, "a ban")
    if not tail and " – " not in owner:
        return None  # much cannot be done
    front = wording.question_about(owner, f"what can you not {verb} {tail}".rstrip() + "?")
    return _CARDS.question(front, definitions.shorten(what), lines, 0.74, "a ban")
