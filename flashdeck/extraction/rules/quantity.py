"""A number in a statement -> how many of what, or a gap for a number with its unit."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.clozes import gaps, quantities
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import STOP_WORDS, word_set
from flashdeck.extraction.model import Candidate, CardKind, Text
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("quantity", CardKind.LIMIT)
_COUNT: Final = re.compile(
    r"(?<![\w.$€£:/-])(?<!\d,)(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)\s+(?P<noun>[A-Za-z][\w/-]*(?: [A-Za-z][\w/-]*){0,2})"
)
_ORDERS: Final = word_set("thousand thousands million millions billion billions trillion trillions")
_PLACE: Final = re.compile(r"\b[A-Z]{2,5} $")
"""`PID 1` is a name, no count."""
_DENOMINATOR: Final = re.compile(r"(?:/|\bper|\d,)\s*$", re.IGNORECASE)
_IN_FORMULA: Final = re.compile(r"(?:[−–+*^×=<>≤≥⁰¹²³⁴-⁹ⁿ]\s*|\bbetween \d\S* and )$")
"""A number that is a part of a formula or of a range."""
_ADVICE: Final = re.compile(r"consider (?:over|under|using|at)\b", re.IGNORECASE)
_DETERMINED: Final = word_set(
    """the these those all both first last next other layer version level tier type step phase part chapter port class
    stage generation top section day week figure table option scenario case number no or"""
)
_WHOLE: Final = re.compile(
    r"^(?:(?:up to|at least|at most|about|around|over|only|max(?:imum)?|min(?:imum)?|approximately)\s+)?"
    r"(?P<amount>[~$€£]? ?\d\S*"
    r"(?: (?:%|[kmgtp]i?b(?:ps|/s)?|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?))?)"
    r"\s+(?P<noun>[a-z][^,;:.!?]*)$",
    re.IGNORECASE | re.ASCII,
)
_COMPOUND: Final = re.compile(r"^\D{0,12}\d[\d.,]*-[a-z]", re.IGNORECASE | re.ASCII)
"""A quantity that is the first half of a word (`5-minute interval`)."""
_SHARE: Final = re.compile(r"^(?:only\s+)?1/\d+(?:th)?\s+(?:of\s+)?(?P<noun>the [^,;:]{4,60})$", re.IGNORECASE)
_REMARK: Final = re.compile(r"(?<!\s) \((?:[a-z]+ ){2,}[a-z]+\)$")
"""What a bracket adds in words (`(use with care)`)."""
_OF_DATA: Final = re.compile(r"[KMGTP]i?B$")
_MEASURE: Final = re.compile(
    r"\b(?:size|limit|capacity|bandwidth|throughput|block|chunk|default|maximum|minimum)s?\b", re.IGNORECASE
)
_COMPARED: Final = word_set("faster slower cheaper better more less higher lower larger smaller quicker")
_MEANS: Final = re.compile(r" (?:by using|using) [^,;:()]{3,50}$", re.IGNORECASE)
_NEAR: Final = 6
_IN_BRACKET: Final = re.compile(
    r"\((?!(?:up to|at least|at most|max(?:imum)?|min(?:imum)?|only)\b)[^()]*$", re.IGNORECASE
)
"""A bracket that holds more than a number, where no question can stand."""
_OR_ANOTHER: Final = re.compile(r" or \d")
"""The amount of another thing that shares the rest of the statement (`3 boats or 5 tugs a day`)."""
_KINDS_OF_IT: Final = re.compile(r"^ ((?:[A-Z][\w-]+(?:,? |$)){2,})$")
"""Names behind the noun, of which the things are (`12 boats Tugs, Ferries`)."""
_CUT_NOUN: Final = re.compile(r"[a-z]+ [A-Z]{2,5}")
"""An adjective with letters alone, whose noun is lost (`parallel NTP` of `parallel NTP queries`)."""
_NO_OWNER: Final = re.compile(r"\buse cases?\b|\bexamples?\b|^(?:every|each|once|twice)\b", re.IGNORECASE)
"""Above stories of single users, and the first half of a statement (`Every night`: `every five bells`)."""
_DEFAULT: Final = re.compile(r"default:? ", re.IGNORECASE)
_LIMIT: Final = re.compile(r" (?:limit|maximum|max)\b", re.IGNORECASE)
_MAX_RESULT_WORDS: Final = 2
_MAX_NOUN_WORDS: Final = 8


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose a card for up to two numbers with units and two counted things of each statement."""
    means = _means_above(scope)
    for item in scope.unasked():
        if item.is_statement and item.definition is None and quantities.FIGURE.search(item.plain):
            yield from _count_cards(scope, item, means.get(item.text.first_line, ""))


def _count_cards(scope: Scope, item: Item, means: str) -> Iterator[Candidate]:
    plain = item.said
    owner = statements.owner_of(item)
    if plain.startswith("+") or _ADVICE.match(plain) or _NO_OWNER.search(owner.rpartition(" – ")[2]):
        return
    whole = list(_whole_cards(item, owner))
    if whole:
        yield from whole
        return
    yield from _unit_cards(scope, item, owner, means)
    for match in list(_COUNT.finditer(plain))[:2]:
        counted = _counted(match)
        before = terms.words(plain[: match.start()])[-1:]
        if (
            counted is None
            or _PLACE.search(plain[: match.start()])
            or _DENOMINATOR.search(plain[: match.start()])
            or _IN_FORMULA.search(plain[: match.start()])
            or quantities.EXAMPLE.search(plain[: match.start()])
            or _IN_BRACKET.search(plain[: match.start()])
        ):
            continue
        if match.group() in scope.subject or (before and before[0].casefold().split("/")[-1] in _DETERMINED):
            continue
        number, noun = counted
        if terms.contains_words(scope.slide.title, f"{number} {noun}"):
            continue  # the title says it
        end = match.start() + len(number) + 1 + len(noun)
        if _OR_ANOTHER.match(plain, end) or _CUT_NOUN.fullmatch(noun):
            continue
        asked = _asked_count(plain[: match.start()], noun, _KINDS_OF_IT.sub(r" (\1)", plain[end:]))
        is_bare = len(terms.content_words(asked)) < 2 and not asked.startswith("at most")
        if is_bare or terms.count_words(asked) < 4 or terms.count_words(asked) > 22:
            continue
        yield _CARDS.question(
            wording.lead(owner, asked, scope.vocabulary.common)
            if match.start()
            else wording.question_about(owner, asked),
            f"{number} {noun}",
            (item.text.first_line, item.text.last_line),
            0.72,
            "a number of things",
        )


def _asked_count(before: str, noun: str, after: str) -> str:
    """Return a statement as a question for the number of a noun in it."""
    if not before and (limit := _LIMIT.match(after)):
        return f"at most how many {noun}{after[limit.end() :]}?"
    if _DEFAULT.fullmatch(before) and "(" not in after:
        return f"how many {noun}{after} by default?"
    return f"{before}how many {noun}{after}?"


def _whole_cards(item: Item, owner: str) -> Iterator[Candidate]:
    """The cards of a statement that is nothing but quantities and what they are of (`$3 per crate, $1 per rope`)."""
    parts = item.said.split(", ")
    asked = [_asked_whole(part) for part in parts]
    if not owner or not all(asked):
        return
    lines = (item.text.first_line, item.text.last_line)
    for part, question in zip(parts, asked, strict=True):
        front = wording.question_about(owner, question)
        yield _CARDS.question(front, _REMARK.sub("", part), lines, 0.82, "a quantity and what it is of")


def _asked_whole(plain: str) -> str:
    share = _SHARE.match(plain)
    if share:
        return f"what share of {share.group('noun')}?"
    match = _WHOLE.match(plain)
    if match is None or not quantities.QUANTITY.fullmatch(match.group("amount")) or _COMPOUND.search(plain):
        return ""
    noun = _REMARK.sub("", match.group("noun"))
    noun = noun[0].lower() + noun[1:] if noun[1:].islower() else noun
    if terms.is_clause(noun) or terms.count_words(noun) > _MAX_NOUN_WORDS or not terms.is_balanced(noun):
        return ""
    first = noun.split()[0].casefold()
    of_data = _OF_DATA.search(match.group("amount")) is not None
    if of_data and first in {"per", "a", "an"}:
        return f"how much data {noun}?"
    if match.group("amount")[0] in "$€£" or first in _COMPARED or first in {"per", "a", "an"}:
        return f"how much {noun}?"
    if first in STOP_WORDS or not quantities.has_unit(match.group("amount")):
        return ""
    return f"how much {noun}?" if of_data and not _MEASURE.search(noun) else f"what {noun}?"


def _unit_cards(scope: Scope, item: Item, owner: str, means: str) -> Iterator[Candidate]:
    plain = item.said
    text = Text(plain=plain, first_line=item.text.first_line, last_line=item.text.last_line)
    found = gaps.quantities(text, owner)[:2]
    whole = wording.lead(owner, plain, scope.vocabulary.common) if found else plain
    shift = len(whole) - len(plain)
    whole += means
    for gap in found:
        rest = plain[gap.end :]
        is_result = plain[: gap.start].rstrip().endswith("=") and 0 < terms.count_words(rest) <= _MAX_RESULT_WORDS
        span = (gap.start + shift, (len(plain) if is_result else gap.end) + shift)
        yield _CARDS.cloze(whole, span, (text.first_line, text.last_line), 0.85, gap.why)


def _means_above(scope: Scope) -> dict[int, str]:
    """By what means the deed of a line (by its number) is done where a line shortly above says so of the same deed."""
    told: dict[tuple[tuple[str, ...], str], tuple[int, str]] = {}
    found: dict[int, str] = {}
    for item in scope.walk() if any("using" in item.plain for item in scope.walk()) else ():
        deed, line = (item.labels, terms.leading_verb(item.plain)), item.text.first_line
        means = _MEANS.search(item.plain) if terms.is_order(item.plain) else None
        if means is not None:
            told[deed] = (line, f" {means.group().strip()}")
        elif deed in told and line - told[deed][0] <= _NEAR and terms.is_order(item.plain):
            found[line] = told[deed][1]
    return found


def _counted(match: re.Match[str]) -> tuple[str, str] | None:
    number, nouns = match.group("number"), match.group("noun").split()
    kept: list[str] = []
    for count, noun in enumerate(nouns, start=1):
        if noun.casefold() in STOP_WORDS:
            break
        if terms.is_plural(noun) or noun.isupper():
            kept = nouns[:count]
    if nouns[0].casefold() in _ORDERS or not kept or quantities.has_unit(gaps_value(number, kept[0])):
        return None
    return number, " ".join(kept)


def gaps_value(number: str, noun: str) -> str:
    """Return the quantity as `gaps` reads it: with its unit when the noun is one."""
    match = quantities.QUANTITY.match(f"{number} {noun}")
    return match.group() if match else number
