"""Lines that hold for one case only or leave open what they speak of, so that nobody can be asked for them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from flashdeck.extraction.analysis import definitions, pronouns
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import TERM_BREAKERS, VERB_FORMS

_FOR_EXAMPLE: Final = re.compile(r"(?:for example|for instance|e\. ?g\.?|z\. ?b\.|zum beispiel|例)\W*$", re.IGNORECASE)
_LITERAL: Final = re.compile(
    r"""(?:[“"„'‘].*[”"“'’]|\W*\d[\d.,:/ -]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d.*)$""",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"""[“"„][^“”"„]*[”"“]\.?$""")
_VARIABLE: Final = re.compile(r"[A-Za-z]\w?$")
_CHECKS: Final = re.compile(
    r"\btests for\b|\bcheck ?list\b|\bthings (?:to|that are .*\bworth) (?:check|test|try)(?:ing)?\b",
    re.IGNORECASE,
)
_BENCHMARK: Final = re.compile(r"\bbenchmark", re.IGNORECASE)
_LECTURER: Final = re.compile(r"(?:my|our|mein|meine|unser|unsere) ", re.IGNORECASE)
_AUDIENCE: Final = re.compile(
    r"what (?:should|would|could|will|might|do you) .*\b(?:happen|think|expect|see|guess|do)\W*$", re.IGNORECASE
)
_SINGLE: Final = re.compile(r"is (?:an?|the) ", re.IGNORECASE)
_NAMES_THING: Final = re.compile(r"what (?:is|are|does|do)\b|why\b|was (?:ist|sind)\b", re.IGNORECASE)
_EXAMPLE_TITLE: Final = re.compile(r"(?:example|beispiel|例) ?: ", re.IGNORECASE)
_PICTURES: Final = re.compile(r"(?:architecture |data flow )?(?:diagrams?|figures?|screenshots?)", re.IGNORECASE)
_PLACED: Final = re.compile(r"\([^()]+\)$")
"""The place of a step behind who does it (`Pilot (on board): ...`)."""
_GOES_ON: Final = re.compile(r"(?:useful (?:when|if)|depends on|only (?:when|if))\b", re.IGNORECASE)
"""How a line opens that says more of the subject of the line before it."""
_DEMO: Final = re.compile(r"\bdemo\b", re.IGNORECASE)
_OUTLINE: Final = re.compile(
    r"(?:wrap[- ]?up|summary|recap|conclusions?|takeaways|zusammenfassung|fazit|ausblick|まとめ)\W*$", re.IGNORECASE
)
_HEADS_EXAMPLE: Final = re.compile(r"(?:[\w-]+ ){1,3}(?:example|beispiel) ?:$", re.IGNORECASE)
"""A line without points of its own that opens an example (`Northern port example:`)."""
_AMOUNT: Final = re.compile(r"(?:the )?(?:number|size|amount|count|length) (?:of|per) ", re.IGNORECASE)
_CAN_ACT: Final = re.compile(r"(?:can|may) (?!be\b|not\b)[^\W\d_]+ ", re.IGNORECASE)
"""How a description opens that tells what somebody can do."""
_FEWEST_OF_CASE: Final = 3
_OPEN: Final = re.compile(r"(?:\.\.\.|…)\W*$")
_IF_WE_HAD_TIME: Final = re.compile(
    r"\b(?:if (?:we|i) had (?:more )?time|(?:we|i) (?:would|will not|won[’']t|did not|didn[’']t) cover|out of scope)\b",
    re.IGNORECASE,
)


class _Setting(NamedTuple):
    """What the title of a slide says of its lines.

    Attributes:
        is_worked: whether it announces a worked example.
        is_demo: whether it announces a demonstration.
        is_outline: whether it announces what was said or will be.
    """

    is_worked: bool
    is_demo: bool
    is_outline: bool


class _Label(NamedTuple):
    """What a line says of those below it.

    Attributes:
        plain: the line.
        is_of_benchmark: whether it speaks of a benchmark.
        heads_checks: whether points to be checked follow.
        asks_audience: whether it asks what the audience expects.
        asks_of_thing: whether it asks a question that its points go on from.
    """

    plain: str
    is_of_benchmark: bool
    heads_checks: bool
    asks_audience: bool
    asks_of_thing: bool

    @classmethod
    def of(cls, plain: str) -> "_Label":
        return cls(
            plain=plain,
            is_of_benchmark=_BENCHMARK.search(plain) is not None,
            heads_checks=plain.endswith(":") and _CHECKS.search(plain) is not None,
            asks_audience=_AUDIENCE.match(plain) is not None,
            asks_of_thing=plain.endswith("?") and not _NAMES_THING.match(plain),
        )


def lines_of_cases(scope: Scope) -> Mapping[int, str]:
    """Return the lines of a slide that make no card, each with the reason."""
    title = terms.clean_label(scope.slide.title)
    empty = (
        "belongs to what the deck leaves out"
        if _IF_WE_HAD_TIME.search(title)
        else "labels a picture"
        if _PICTURES.fullmatch(title)
        else ""
    )
    if empty:
        return {line: empty for item in scope.walk() for line in _lines(item)}
    setting = _Setting(
        is_worked=_EXAMPLE_TITLE.match(title) is not None,
        is_demo=_DEMO.search(title) is not None,
        is_outline=_OUTLINE.match(title) is not None,
    )
    found: dict[int, str] = {}
    for label, siblings in _levels(scope.items):
        above = _Label.of(label)
        in_example = _lines_of_example(siblings)
        for before, item in zip((None, *siblings), siblings, strict=False):
            reason = _reason_of_value(item, siblings, label) or next(_reasons_of_place(item, above, scope, setting), "")
            reason = reason or _reason_of_neighbour(before, item, scope)
            reason = reason or ("belongs to the example above it" if item.text.first_line in in_example else "")
            if reason:
                for line in _lines(item):
                    found.setdefault(line, reason)
    return found


def _lines_of_example(siblings: tuple[Item, ...]) -> frozenset[int]:
    """Return the first lines of all that follows a line without points that opens an example."""
    for index, item in enumerate(siblings, start=1):
        plain = item.plain.strip()
        if plain.endswith(":") and not item.children and not item.body and _HEADS_EXAMPLE.match(plain):
            return frozenset(other.text.first_line for other in siblings[index:])
    return frozenset()


def _levels(items: tuple[Item, ...], above: str = "") -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Yield the items of each level with the line above them."""
    yield above, items
    for item in items:
        if item.children:
            yield from _levels(item.children, item.plain.rstrip())


def _lines(item: Item) -> Iterable[int]:
    last = max((text.last_line for text in item.body), default=item.text.last_line)
    return range(item.text.first_line, max(last, item.text.last_line) + 1)


def _reason_of_value(item: Item, siblings: tuple[Item, ...], above: str) -> str:
    """Why a term with its description is none: it gives a value or a variable of one case, or the speaker's own way."""
    found = item.definition
    if found is None:
        return ""
    is_example = _FOR_EXAMPLE.match(above) and _LITERAL.match(found.description)
    if is_example or (_QUOTED.match(found.description) and _share(siblings, _is_quoted) > 1):
        return "is a value of an example"
    if _CAN_ACT.match(found.description) and (
        _AMOUNT.match(found.term) or _stands_among_cases(item, found.how, siblings)
    ):
        return "tells what another than its term can do"
    if found.description.endswith("?") and _share(siblings, _asks_variable) > 1:
        return "is a variable of an example"
    if _PLACED.search(found.term) and _share(siblings, lambda other: _is_labelled(other, found.term)) > 1:
        return "its label only tells where it is done"
    return "tells what the speaker does" if _LECTURER.match(found.term) else ""


def _reasons_of_place(item: Item, above: _Label, scope: Scope, setting: _Setting) -> Iterator[str]:
    """Yield why a line makes no card under this line or title, the first reason first."""
    plain, repeated = item.plain, scope.vocabulary.repeated
    if repeated and terms.key(plain) in repeated:
        yield "stands on many slides"
    if setting.is_worked:
        yield "belongs to a worked example"
    if above.is_of_benchmark or _BENCHMARK.match(plain):
        yield "tells of one benchmark"
    if above.heads_checks:
        yield "is a point to be checked, not a fact"
    if above.asks_audience or _AUDIENCE.match(plain):
        yield "asks the audience"
    if not item.labels and _SINGLE.match(plain) and terms.is_plural(scope.subject):
        yield "its subject does not stand on the slide"
    if above.asks_of_thing and terms.opens_in_third_person(plain):
        yield "only goes on from the question above it"
    if setting.is_demo and re.search(r"\d", plain):
        yield "is a value of a demonstration"
    if setting.is_outline and _OPEN.search(plain):
        yield "belongs to an outline of what was said"


def _reason_of_neighbour(before: Item | None, item: Item, scope: Scope) -> str:
    if before is None:
        return ""
    if item.plain[:1].islower() and _opens_with_verb(item.plain):
        return "goes on about the term above it" if before.definition else ""
    if not _GOES_ON.match(item.plain):
        return ""
    said = pronouns.subject_of(before.text)
    is_other = bool(said) and not terms.is_covered(said, [scope.subject])
    return "speaks of what the line before it speaks of" if is_other else ""


def _share(siblings: tuple[Item, ...], says: Callable[[Item], bool]) -> int:
    return sum(bool(says(item)) for item in siblings)


def _opens_with_verb(plain: str) -> bool:
    """Whether a text opens with a verb in small letters (`holds ...`, `enthält ...`), whose subject stands before."""
    first = terms.words(plain)[0].casefold()
    return first in TERM_BREAKERS or (terms.opens_in_third_person(plain) and first in VERB_FORMS)


def _is_labelled(item: Item, term: str) -> bool:
    found = item.definition
    return found is not None and terms.key(found.term) == terms.key(term)


def _stands_among_cases(item: Item, how: str, siblings: tuple[Item, ...]) -> bool:
    """Whether the terms beside one are for a case each (`Tug: heavy ships in fog`), so that it is for one too."""
    others = [other.definition for other in siblings if other is not item]
    told = [other.description for other in others if other is not None and other.how == how]
    return bool(told) and not any(
        terms.count_words(said) < _FEWEST_OF_CASE
        or terms.is_clause(said)
        or terms.opens_in_third_person(said)
        or terms.is_order(said)
        or definitions.ARTICLE.match(said)
        for said in told
    )


def _is_quoted(item: Item) -> bool:
    found = item.definition
    return found is not None and _QUOTED.match(found.description) is not None


def _asks_variable(item: Item) -> bool:
    found = item.definition
    return found is not None and found.description.endswith("?") and _VARIABLE.match(found.term) is not None
