"""A label over names: up to three are asked together with their number, more of them a few at a time."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, lists
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import STOP_WORDS
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("enumeration", CardKind.ENUMERATION)
_MAX_TOGETHER: Final = 3
_MAX_LEAD_WORDS: Final = 14
_MANY: Final = 4
_FEWEST_NAMES: Final = 2
_MAX_NAMES: Final = 8
_MAX_ORDERED: Final = 7
_MAX_PARTED: Final = 6
_MAX_WORDS_TOGETHER: Final = 6
_MAX_POINT_WORDS: Final = 10
_MAX_WORDS_COMPLETING: Final = 10
_MAX_WORDS_OF_CLAUSE: Final = 20
_MAX_CLAUSE_POINTS: Final = 4
_MIN_CLAUSE_WORDS: Final = 4
_FEWEST_FACT_WORDS: Final = 4
"""A shorter line behind names is one more of them, whatever it looks like."""
_MAX_WORDS_IN_GAP: Final = 6
_WHEN: Final = re.compile(r"(?:when|why|where)\b", re.IGNORECASE)
_NEEDS_VERB: Final = re.compile(r"\b(?:can|to|must|should)$", re.IGNORECASE)
_NO_VERB: Final = re.compile(r"(?:no|not|an?|the|only)\b", re.IGNORECASE)
_CLOSED_SET: Final = re.compile(
    r"\b(?:types|kinds|classes|modes|states|levels|tiers|layers|phases|stages|editions|pillars|principles)$",
    re.IGNORECASE,
)
_ASKS_CASES: Final = re.compile(r"\b(?:cases|reasons)\)?\?$")
_INTRODUCES: Final = frozenset({"including", "include", "includes", "across", "using"})
_OPEN_LABEL: Final = re.compile(
    r"\b(?:use cases?|examples?|benefits|features|including|such as|like|e\.g)\b", re.IGNORECASE
)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose the cards of every list of names under a label, and of a slide that is nothing but a list of names."""
    for item in scope.walk():
        if len(item.children) < _FEWEST_NAMES or item.body:
            continue
        completes = _is_open_clause(item.plain) and not _OPEN_LABEL.search(item.plain)
        points = _without_statement(item.children) if completes or len(item.children) > _MANY else item.children
        names = _names(points, completes=completes)
        if names and _heads_list(item.plain, names, completes=completes):
            found = item.definition
            label = wording.without_count(terms.clean_label(item.plain if found is None else found.term))
            owner = wording.owner_of(label, item.owner)
            lines = (item.text.first_line, points[-1].last_line)
            ordered = _is_ordered(points)
            yield from _cards(label, owner, names, lines, completes=completes, ordered=ordered)
    listed = _opening_names(scope.items)
    names = _names(listed)
    if names and scope.subject and not _is_ordered(listed):
        lines = (listed[0].text.first_line, listed[-1].last_line)
        *owner_parts, label = scope.subject.split(" – ")
        if (terms.is_clause(label) and not terms.is_title_case(label)) or not lists.can_list(label, names):
            return
        yield from _cards(label, " – ".join(owner_parts), names, lines)


def _without_statement(points: tuple[Item, ...]) -> tuple[Item, ...]:
    """The points of a list without a whole statement behind them, which says the next thing."""
    *others, last = points
    return points[:-1] if len(points) > 2 and _states(last) and not any(map(_states, others)) else points


def _states(point: Item) -> bool:
    is_sentence = point.plain.rstrip().endswith(".") and terms.is_clause(point.plain)
    return is_sentence or lists.states(point.plain)


def _heads_list(plain: str, names: tuple[str, ...], *, completes: bool) -> bool:
    """Whether a line names the items below it; a whole sentence does not, nor do `Note:` and `Purpose`."""
    label = terms.clean_label(plain)
    plural = terms.is_plural(label)
    if terms.is_statement_label(label) and not terms.is_generic(label):
        return False
    if not plural and (terms.is_statement_label(label) or terms.is_generic(label)) and not _WHEN.match(label):
        return False
    if completes:
        mixed = any(map(terms.leading_verb, names)) and any(map(_NO_VERB.match, names))
        return not (mixed and _NEEDS_VERB.search(label))
    spoken = terms.is_clause(label) and not terms.opens_in_third_person(label) and not terms.is_order(label)
    return (terms.is_label(label) or not spoken) and lists.can_list(label, names)


def _opening_names(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The points that a slide opens with as long as they are names; a fact may follow them."""
    count = 0
    for item in items:
        if item.children or item.body or item.is_heading or not _is_name(item.said, _MAX_WORDS_IN_GAP):
            break
        count += 1
    goes_on = count < len(items) and terms.count_words(items[count].plain) < _FEWEST_FACT_WORDS
    return items[:count] if count == len(items) or (count > _MAX_TOGETHER and not goes_on) else ()


def _names(items: tuple[Item, ...], *, completes: bool = False) -> tuple[str, ...]:
    if not _FEWEST_NAMES <= len(items) <= _MAX_NAMES:
        return ()
    if any(item.children or item.body or item.is_heading for item in items):
        return ()
    if any(definitions.holds_arrow(item.plain) or item.plain.rstrip().endswith(":") for item in items):
        return ()
    names = tuple(lists.item_name(item.plain) for item in items)
    if lists.is_open(names) or lists.is_praise(names):
        return ()
    names = _parted(names)
    most = _MAX_WORDS_TOGETHER if len(names) <= _MAX_TOGETHER else _MAX_WORDS_IN_GAP
    if completes and len(names) <= _MAX_CLAUSE_POINTS:
        fits = all(terms.count_words(name) <= _MAX_WORDS_COMPLETING for name in names) and (
            len(names) <= _MAX_TOGETHER or sum(map(terms.count_words, names)) <= _MAX_WORDS_OF_CLAUSE
        )
        mixed = len(set(map(terms.opens_in_third_person, names))) > 1  # names, and what is done with them
        return names if fits and not mixed and not any(definitions.definition_like(name) for name in names) else ()
    return names if all(_is_name(name, most) for name in names) else ()


def _parted(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of lines of which some hold several (`Oak, elm`); none when what they hold are no names."""
    if len(names) > _MAX_TOGETHER or not any(map(lists.SEVERAL.search, names)):
        return names
    parts = tuple(part for name in names for part in lists.SEVERAL.split(name))
    return parts if len(parts) <= _MAX_PARTED and all(_is_name(part, _FEWEST_FACT_WORDS) for part in parts) else ()


def _is_name(name: str, most_words: int) -> bool:
    return (
        0 < terms.count_words(name) <= most_words
        and not name.endswith(("?", ":"))
        and not (name.startswith("(") and name.endswith(")"))
        and not terms.is_generic(name)
        and not terms.is_clause(name)
        and not _says_something(name)
        and not _is_described(name)
    )


def _is_described(name: str) -> bool:
    found = definitions.definition_like(name)
    return found is not None and (terms.count_words(found.description) > 2 or not found.how.startswith("dash"))


def _says_something(name: str) -> bool:
    """Whether a point is a fact of its own rather than a name."""
    first = terms.words(name)[:1]
    verb = len(terms.words(name)) > 1 and (terms.opens_in_third_person(name) or terms.is_verb(first[0]))
    return verb or (bool(first) and first[0].casefold().endswith("ed") and terms.count_words(name) > 2)


def _is_open_clause(plain: str) -> bool:
    """Whether a text is a clause that the points under it complete (`Use it to:`, `Isolates jobs of different …`)."""
    found = terms.words(plain)
    if not found:
        return False
    last = found[-1].casefold()
    breaks_off = plain.rstrip().endswith((":", "…", "...")) or last in STOP_WORDS or last in _INTRODUCES
    if found[0].casefold() in {"for", "when", "if", "with"}:
        return True
    return breaks_off and (not terms.is_label(plain) or terms.is_verb(found[0]) or _is_long_clause(plain))


def _is_long_clause(plain: str) -> bool:
    return len(terms.words(plain)) >= _MIN_CLAUSE_WORDS and terms.is_clause(plain)


def _is_ordered(items: tuple[Item, ...]) -> bool:
    return all(item.number is not None for item in items)


def _cards(
    label: str,
    owner: str,
    names: tuple[str, ...],
    lines: candidates.Lines,
    *,
    completes: bool = False,
    ordered: bool = False,
) -> Iterator[Candidate]:
    if not terms.is_label(label) and terms.count_words(label) > _MAX_LEAD_WORDS:
        return
    if len(names) <= _MAX_TOGETHER:
        yield from _together(label, owner, names, lines, completes=completes)
        return
    if completes:
        yield from _cases(label, owner, names, lines)
        return
    if not terms.is_label(label) or _OPEN_LABEL.search(label) or (ordered and len(names) > _MAX_ORDERED):
        return
    if not ordered:  # only a place in an order tells which of many names is missing
        if _is_closed(label, names):
            yield from _shared_out(label, owner, names, lines)
        return
    frame = f"{wording.lead(owner, label)}: "
    text = frame + ", ".join(names)
    start = len(frame)
    for name in names:
        end = start + len(name)
        yield _CARDS.cloze(text, (start, end), lines, 0.62, f"one of {len(names)} points under a label")
        start = end + 2


def _together(
    label: str, owner: str, names: tuple[str, ...], lines: candidates.Lines, *, completes: bool
) -> Iterator[Candidate]:
    """The names of a short list in one card."""
    many_words = sum(map(terms.count_words, names)) > _MAX_POINT_WORDS
    if many_words and terms.is_label(label) and not completes and not terms.is_plural(label):
        return
    if front := lists.asked(label, owner, names):
        yield _CARDS.question(front, candidates.as_list(names), lines, 0.75, f"{len(names)} points under a label")


def _cases(label: str, owner: str, names: tuple[str, ...], lines: candidates.Lines) -> Iterator[Candidate]:
    """The four cases or reasons of one thing, which nobody tells one without the others."""
    front = lists.asked(label, owner, names) if len(names) <= _MAX_CLAUSE_POINTS else ""
    if _ASKS_CASES.search(front):
        yield _CARDS.question(front, candidates.as_list(names), lines, 0.75, f"{len(names)} cases of one thing")


def _is_closed(label: str, names: tuple[str, ...]) -> bool:
    """Whether names are all of a set, so that the others cue those that a card asks for."""
    return _CLOSED_SET.search(label) is not None and terms.is_plural(label) and lists.says_what(label, names)


def _shared_out(label: str, owner: str, names: tuple[str, ...], lines: candidates.Lines) -> Iterator[Candidate]:
    """The names of a set shared out over cards that name the others."""
    parts = -(-len(names) // _MAX_TOGETHER)
    for part in range(parts):
        hidden = names[part::parts]
        shown = [name for name in names if name not in hidden]
        asked = lists.asked(label, owner, hidden).removesuffix("?")
        if "which " in asked.casefold():
            asked = f"{asked} besides {', '.join(shown[:-1])} and {shown[-1]}?"
            yield _CARDS.question(asked, candidates.as_list(hidden), lines, 0.66, f"some of {len(names)} names")
