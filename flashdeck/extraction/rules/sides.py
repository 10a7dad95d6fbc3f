"""A line on one side of a comparison -> which side it speaks of."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, labels
from flashdeck.extraction.languages import kinship, qualities, synonyms, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.rules import comparison

_CARDS: Final = candidates.Maker("sides", CardKind.COMPARISON)
_MAX_WORDS: Final = 12
_MAX_WORDS_WHEN: Final = 18
_USE_WHEN: Final = re.compile(
    r"(?:use|choose|pick|prefer) (?:(?:an?|the) )?(?P<name>[^\s:][^:]{0,38}?[^\s:]) (?:when|if)\b[ :…]{0,9}$",
    re.IGNORECASE,
)
_PRAISE: Final = re.compile(r"(?:a )?(?:good|great|best|nice|perfect) (?:choice|option|fit)\b", re.IGNORECASE)
_DENIES: Final = re.compile(r"(?:you )?(?:cannot|can[’']t|can not)\b", re.IGNORECASE)
"""What one side cannot, of which a slide seldom says that the other one can."""
_GRADED: Final = re.compile(r"(?:more|less|very|most|highly|quite) \w+$", re.IGNORECASE)
_NAMES: Final = re.compile(r"[,&/]")
_CHOICE: Final = re.compile(r"\w or \w")
"""What has a choice of its own, which a question that offers two would mix with it."""
_EXAMPLE: Final = re.compile(r"\b(?:for example|e\.g\.|for instance|such as)", re.IGNORECASE)
"""What a line gives as one case, which the other side may have as well."""
_SEE: Final = re.compile(r"(?<!\s)\s*\(see [^()]*\)", re.IGNORECASE)
_MIN_WORDS: Final = 2
_FEW_WORDS: Final = 6
_OFTEN: Final = 2
"""Lines of one side that share a word before it is the side's own."""
_BROAD: Final = "data service system type"
"""Words of a name that tell nothing when a line has them too."""


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each short line of a comparison of two sides that nothing else asks."""
    if not scope.slide.is_comparison:
        return
    headed = [(item, name) for item in scope.items if item.is_heading and (name := _name(item.plain))]
    advised = [(item, name) for item, name in headed if _USE_WHEN.match(item.plain)]
    headed = advised or headed
    if len(headed) != 2 or terms.key(headed[0][1]) == terms.key(headed[1][1]):
        return
    sides = [side for side, _ in headed]
    if all(labels.is_respect(name) for _, name in headed):
        return  # under them stand things and cases (`Sources`, `Tug use cases`), of which either side could have more
    names = _without_shared_end([name for _, name in headed])
    tells_when = bool(advised)
    telling = (kinship.roots(names[0]) ^ kinship.roots(names[1])) - kinship.roots(_BROAD)
    own = [terms.stems(name) - terms.stems(_BROAD) for name in names]
    owner = comparison.owner_of_sides(scope, names)
    own_words = [_own_words(name, side, other) for name, side, other in zip(names, sides, sides[::-1], strict=True)]
    for index, side in enumerate(sides):
        other = frozenset().union(*(terms.stems(item.plain) for item in sides[1 - index].walk()))
        for item in side.children:
            if (
                _is_asked(scope, item, _MAX_WORDS_WHEN if tells_when else _MAX_WORDS)
                or _is_on_both(item, sides[1 - index])
                or telling & kinship.roots(item.plain)
                or any(synonyms.tells(own[index] - own[1 - index], stem) for stem in terms.stems(item.plain))
                or own_words[index] & terms.stems(item.plain)
                or not terms.stems(item.plain) - other - terms.stems(" ".join(names))
            ):
                continue
            said = wording.lower_first(terms.clean_statement(_SEE.sub("", item.plain)), scope.vocabulary.common)
            said = f"when {said}" if tells_when else said
            front = wording.question_about(
                owner, scope.frames.which_side.format(one=names[0], other=names[1], said=said)
            )
            lines = (item.text.first_line, item.text.last_line)
            yield _CARDS.question(front, names[index], lines, 0.72, "a line on one side of a comparison")


def _own_words(name: str, side: Item, other: Item) -> frozenset[str]:
    """The words for which the letters of a name may stand, which line after line of its side says and no other line."""
    if not name.isupper():
        return frozenset()
    told = Counter(stem for item in side.children for stem in terms.stems(item.plain))
    theirs = frozenset().union(*(terms.stems(item.plain) for item in other.walk()))
    return frozenset(stem for stem, n in told.items() if n >= _OFTEN and stem[0] in name.casefold()) - theirs


def _name(heading: str) -> str:
    """Return the side that a heading names, also as what to use (`Use a tug when:`); empty when it names none."""
    advice = _USE_WHEN.match(heading)
    label = advice.group("name") if advice else heading
    return terms.clean_label(label) if terms.is_label(label) else ""


def _without_shared_end(names: list[str]) -> list[str]:
    """The names without the words that both end in (`Tug use cases`, `Ferry use cases`)."""
    one, other = (name.split() for name in names)
    while len(one) > 1 and len(other) > 1 and one[-1].casefold() == other[-1].casefold():
        one, other = one[:-1], other[:-1]
    return [" ".join(one), " ".join(other)]


def _is_on_both(item: Item, other: Item) -> bool:
    """Whether a list of names shares one with the other side, there maybe with its vendor (`S3`, `Amazon S3`)."""
    there = [f" {terms.key(name)}" for each in other.children for name in _NAMES.split(each.plain)]
    mine = [key for name in _NAMES.split(item.plain) if (key := terms.key(name))]
    return any(name.endswith(f" {key}") for key in mine for name in there)


def _is_asked(scope: Scope, item: Item, most_words: int) -> bool:
    return (
        item.text.first_line in scope.asked
        or bool(item.children or item.body)
        or not item.is_statement
        or not _MIN_WORDS <= terms.count_words(item.plain) <= most_words
        or definitions.holds_arrow(item.plain)
        or _PRAISE.match(item.plain) is not None
        or _DENIES.match(item.plain) is not None
        or _EXAMPLE.search(item.plain) is not None
        or _is_bare_quality(item.plain)
        or (terms.count_words(item.plain) <= _FEW_WORDS and _CHOICE.search(item.plain) is not None)
    )


def _is_bare_quality(plain: str) -> bool:
    """Whether a line of two words only praises or grades (`Highly scalable`, `Less complex`), as either side may be."""
    return terms.count_words(plain) <= _MIN_WORDS and (qualities.is_praise(plain) or _GRADED.match(plain) is not None)
