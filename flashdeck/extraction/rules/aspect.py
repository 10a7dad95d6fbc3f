"""A short phrase that says what holds in one respect (`Lowest rent`, `Cheaper than coal`) -> what about the rent."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, degrees, opposites
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.text import needles

_CARDS: Final = candidates.Maker("aspect", CardKind.LIMIT)
_DEGREE: Final = r"(?:(?:\w+ly|more|less|most|least|very|even|much|not|highly|on average)\s+)*"
_END: Final = r"(?=\s*(?:$|[,/&;(]|and\b|or\b|but\b|than\b|for\b|compared\b|when\b|with\b))"
_RESPECTS: Final = (
    (r"cost[- ](?:effective|efficient)|(?:in)?expensive|cheap(?:er|est)?|economical|free(?: of charge)?", "cost"),
    (r"(?:super-?)?fast(?:er|est)?|slow(?:er|est)?|performant", "performance"),
    (r"(?:near[- ]|soft )?real[- ]time", "latency"),
    (r"available", "availability"),
    (r"durable", "durability"),
    (r"scalable", "scaling"),
    (r"frequently (?:accessed|used|read|queried|written)|accessed \w+ly", "access"),
    (r"rarely (?:accessed|used|read|queried)|infrequently (?:accessed|used)", "access"),
    (r"(?:un)?ordered", "order"),
    (r"schemaless|no (?:fixed )?schema", "schema"),
)
"""What is said of things in one respect, and how the question names that."""
_QUALITY: Final = re.compile(
    rf"{_DEGREE}(?:{'|'.join(f'({pattern})' for pattern, _ in _RESPECTS)}){_END}", re.IGNORECASE
)
_HEADS: Final = {
    "cost": "cost", "costs": "cost", "price": "price", "performance": "performance", "speed": "speed",
    "latency": "latency", "latencies": "latency", "throughput": "throughput", "availability": "availability",
    "durability": "durability", "scalability": "scaling", "scaling": "scaling", "ordering": "order",
    "volumes": "data volume", "retention": "retention",
    "schema": "schema", "capacity": "capacity", "overhead": "overhead", "downtime": "downtime", "setup": "setup",
}  # fmt: skip
"""Nouns that name a respect when they head a phrase, and how the question names it."""
_OF_KINDS: Final = frozenset({"scaling", "order"})
"""Respects of which there are kinds rather than degrees."""
_OF_KIND: Final = frozenset({"setup", "latency", "availability"})
"""Respects whose kind is told with their noun."""
_LISTS: Final = lexicon.word_set("challenges drawbacks disadvantages problems issues troubleshooting")
_ASKED: Final = {"access": "how often is it accessed?"}
_HEAD: Final = re.compile(
    r"^(?P<before>(?:[\w’'-]+,?\s+){1,6})(?P<head>[^\W\d_]+)(?=\s*(?:$|[,(&]|(?:than|for|of|and|with|across|in|at)\b))",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"^(?P<what>[A-Z]\w+(?: [\w-]+){1,4}), (?P<bounds>(?:from|between|ranging from|up to) \S.{3,80})$"
)
_JOINED: Final = re.compile(r" (?:and|or|&|for|of|to|in|on|with|via|using|by) ", re.IGNORECASE)
_EMPTY: Final = frozenset(
    {"cost effective", "cost efficient", "scalable", "fast", "highly scalable", "easily scalable"}
)
_COMPARES: Final = re.compile(
    r"(?!.*\bthan\b)(?:even |much |far )?(?:more|less|cheaper|faster|slower|higher|lower|better|worse|easier|smaller"
    r"|larger|longer|shorter|bigger|greater|simpler)\b",
    re.IGNORECASE,
)
"""How a phrase opens that says more or less of something without saying than what."""
_MOST_WORDS: Final = 9


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each phrase whose respect no phrase beside it speaks of."""
    found = [(item, aspect) for item in scope.walk() if (aspect := _aspect(item))]
    told = Counter((item.labels, aspect) for item, aspect in found)
    for item in scope.unasked():
        bounds, owner = _range(item), item.owner
        if bounds and wording.split_owner(owner)[1] and all(map(terms.is_label, item.labels)):
            asked = wording.lower_first(bounds[0], scope.vocabulary.common)
            lines = (item.text.first_line, item.text.last_line)
            yield _CARDS.question(
                wording.question_about(owner, f"{asked}?"), bounds[1], lines, 0.7, "bounds of a thing"
            )
    for item, aspect in found:
        owner = item.owner
        named = terms.stems(aspect) & terms.stems(owner)
        if _COMPARES.match(item.plain) and not scope.slide.is_comparison:
            continue
        if _is_boast(aspect, item.plain, compared=scope.slide.is_comparison):
            continue
        if item.labels and not _LISTS.isdisjoint(needles.words_in(item.labels[-1])):
            continue
        if told[item.labels, aspect] > 1 or named or not all(map(terms.is_label, item.labels)):
            continue
        if not wording.split_owner(owner)[1]:
            continue
        asked, said = _without_aspect(aspect, item.said)
        yield _CARDS.question(
            wording.question_about(owner, asked),
            said,
            (item.text.first_line, item.text.last_line),
            0.7,
            "a phrase about one respect",
        )


def _is_boast(aspect: str, plain: str, *, compared: bool) -> bool:
    """Whether a phrase says of a respect what any product says (`High throughput`)."""
    words = [word.casefold() for word in terms.words(plain)]
    echoes = degrees.shares_root(words[0], aspect) and not compared
    denies = (words[0] == "not" and aspect not in _ASKED) or (words[0] == "no" and words[-1] == aspect)
    joins = aspect in _OF_KINDS and not {"&", "and"}.isdisjoint(plain.split())
    return echoes or joins or denies or "…" in plain or degrees.only_grades(plain, aspect)


def _without_aspect(aspect: str, plain: str) -> tuple[str, str]:
    """Return the question of a respect, and the phrase without the noun of it at its end (`Manual setup`: `Manual`)."""
    match = _HEAD.match(plain)
    if (
        aspect not in _OF_KINDS
        or match is None
        or _HEADS.get(match.group("head").casefold()) != aspect
        or match.end() < len(plain)
    ):
        is_kind = aspect in _OF_KIND and plain.casefold().endswith(aspect)
        if is_kind and aspect == "latency":
            return f"what {aspect}?", plain
        return f"what kind of {aspect}?" if is_kind else _ASKED.get(aspect, f"{aspect}?"), plain
    before = match.group("before").strip()
    choice = opposites.choice(before)
    return f"{choice} {aspect}?" if choice else f"what kind of {aspect}?", before


def _range(item: Item) -> tuple[str, str] | None:
    """Return a thing and its bounds behind a comma (`Opening hours, from 4 to 9`), or None."""
    match = _RANGE.match(item.said) if "," in item.said else None
    if (
        match is None
        or terms.is_order(match.group("what"))
        or item.children
        or item.body
        or item.is_heading
        or terms.is_clause(item.plain)
    ):
        return None
    return match.group("what"), match.group("bounds")


def _aspect(item: Item) -> str:
    """Return what a phrase speaks of, or an empty string when it is none or speaks of something else."""
    if item.children or item.body or item.is_heading or item.definition:
        return ""
    plain = item.said
    if "," in plain or "/" in plain or item.plain.rstrip().endswith((":", "?", "…", "...")):
        return ""
    if terms.count_words(plain) > _MOST_WORDS or definitions.holds_arrow(plain):
        return ""
    if " but " in plain.lower() or terms.key(plain) in _EMPTY:
        return ""
    told = _QUALITY.match(plain)
    quality = next(aspect for (_, aspect), said in zip(_RESPECTS, told.groups(), strict=True) if said) if told else ""
    if (
        quality
        or not item.is_statement
        or terms.is_clause(plain)
        or terms.is_order(plain)
        or terms.opens_in_third_person(plain)
    ):
        return quality
    match = _HEAD.match(plain)
    if match is None or terms.words(plain)[0].casefold().endswith("ing") or _JOINED.search(match.group("before")):
        return ""
    return _HEADS.get(match.group("head").casefold(), "")
