"""The votes on where an item belongs when the blank lines do not tell: above 0 for child, below 0 for parent level."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import Final

from flashdeck.extraction.dialects.page_marks.joining import Chunk
from flashdeck.extraction.languages import terms

_CHAIN: Final = re.compile(r"(?:But|Or|And|Then|Otherwise|Also)\b")
_ASIDE: Final = re.compile(r"(?:Note|Remember|Tip|Example|For example|Important|Warning|Limitation)s?\b", re.IGNORECASE)
_LABEL: Final = re.compile(r"[^\s:]+(?: [^\s:]+){0,3}: ")
_COUNT: Final = re.compile(
    r"\b(two|three|four|five|six|seven|zwei|drei|vier|fünf|sechs|sieben|2|3|4|5|6|7) [^\W\d_]", re.IGNORECASE
)
_DIGITS: Final = re.compile(r"[\d.,]+")
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7} | {
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7
}  # fmt: skip
_TERM: Final = re.compile(r"[A-Z][\w/.-]*(?: [\w/().’'-]+){0,5}(?: [–—-] | ?: )\S")
_STEM_OF_LIST: Final = re.compile(
    r"(?::|\A\w+(?: \w+)?(?:…|\.\.\.)|\s(?:across|between|among|including|such as|by|via|through|with|from|into|onto))$"
)
"""How an item ends that its children complete."""
_ENDS_OF_STEMS: Final = (
    *(":", "…", "...", "across", "between", "among", "including", "such as", "by", "via", "through", "with", "from"),
    *("into", "onto"),
)
_TOOL: Final = re.compile(r"[\w-]+(?: [\w-]+)?\s(?P<by>with|via|using|through|over)\s[\w-]+(?: [\w-]+)?")
_TYPED: Final = re.compile(r"(?P<program>[a-z][\w.-]*)(?: [^\s:]+){1,4}: \S")
"""A command with its explanation."""
_NAMES: Final = re.compile(r"[A-Z]\w+(?: \w+)?(?:, [A-Z]\w+(?: \w+)?)+")
_ABBREVIATED: Final = re.compile(r"\([A-Z][\w-]*[A-Z][^\WA-Z]*\)(?: [–—-] [^:]{1,300})?$")
_ITS_OWN: Final = re.compile(
    r"(?!(?:The|You|We|It|They|This|These|If|Can|Must|Also|By|In|On|For|With|After|When)\b)[A-Z](?:(?!\b(?:when|if|that|which)\b)[^:(])*?\b(?:is|are|can|cannot|must|may|will|should|has|have)\b"
)
_FINITE: Final = ("is", "are", "can", "must", "may", "will", "should", "has", "have")
_BY_DEFAULT: Final = re.compile(r"By default, [a-z]")
_EXAMPLES: Final = re.compile(r"(?:Examples?|Beispiele?)\W*$", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r"(?:Used|Up to|Can be|Can|Must be|Needs|Supports?|Allows|Useful|Ideal|Good|Great|Best|Suitable|Requires|Works)\b"
)
_WAITS_FOR_DEED: Final = re.compile(r"\b(?:is|are|be|been|get|gets)\s?:$")
_DEED: Final = re.compile(r"(?:\w+ed|[Ss]ent|[Rr]ead|[Kk]ept|[Mm]ade|[Ss]et|[Pp]ut|[Bb]uilt|[Ww]ritten)\s[a-z]+\b")
_GLOSSED: Final = re.compile(r"[A-Z][^()]{1,40} \([^()]{3,}\)$")
_MODAL: Final = re.compile(r"(?:Can|Could|May)\s[a-z]")
_WORD: Final = re.compile(r"[a-z]{5,}")
_QUALITY: Final = re.compile(r"(?:Compatible|Available|Similar|Different|Supported|Limited)\b")
_STEM: Final = re.compile(r"[A-Za-z]{4,}(?=-)")
_LABEL_WORDS: Final = 4
_SENTENCE_WORDS: Final = 7
_SAME_START: Final = 2
_FEWEST_SAID: Final = 4
_MANY: Final = 3
_STRONGEST: Final = 3.0
_COMPARED: Final = 1 << 8
"""Items whose form is remembered: those of a list are compared with each other again and again."""


def announces(item: Chunk) -> bool:
    """Whether the item breaks off (in a colon, dots or a preposition): what completes it has to follow."""
    return item.text.endswith(_ENDS_OF_STEMS) and _STEM_OF_LIST.search(item.text) is not None


def are_parallel(one: Chunk, other: Chunk) -> bool:
    """Whether two items say the same kind of thing in the same form, so that neither belongs to the other.

    Terms with their values, lists of names, a thing with its means (`Doors with bolts`, `Windows with locks`).
    """
    if announces(one) or announces(other):
        return False
    if is_term_with_meaning(one) and is_term_with_meaning(other):
        return True
    if _NAMES.fullmatch(one.text) and _NAMES.fullmatch(other.text):
        return True
    typed = _TYPED.match(one.text)
    other_typed = _TYPED.match(other.text) if typed is not None else None
    if typed is not None and other_typed is not None and typed["program"] == other_typed["program"]:
        return True
    mine = _TOOL.fullmatch(one.text)
    theirs = _TOOL.fullmatch(other.text) if mine is not None else None
    return mine is not None and theirs is not None and mine["by"] == theirs["by"]


def speaks_of_name(item: Chunk, above: Chunk) -> bool:
    """Whether an item says what the thing does that the item above names with its short form in brackets."""
    return _ABBREVIATED.search(above.text) is not None and terms.opens_in_third_person(item.text)


def words_vote(item: Chunk, parent: Chunk, children: Sequence[Chunk], tops: Sequence[Chunk]) -> float:
    """Return the vote of the wording, given the parent's known children and the items surely on the parent's level."""
    vote = _parent_vote(parent, len(children))
    if len(children) == 1:
        vote += 1  # few parents have a single child
    if announces(item):
        vote -= 3
    if _CHAIN.match(item.text):
        vote += 2
    if _ASIDE.match(item.text):
        vote -= 1
    if are_parallel(item, parent):
        vote -= _STRONGEST
    vote += _likeness(item, children) - _likeness(item, tops)
    if children and not announces(parent) and not _QUALITY.match(item.text):
        goes_back = _speaks_of(item, tops[:1]) and not _speaks_of(item, (parent, *children))
        vote -= 1.5 * goes_back  # to what the list opened with
    return vote - _leaving(item, parent, children) + _length_vote(item, children, tops)


def _leaving(item: Chunk, parent: Chunk, children: Sequence[Chunk]) -> float:
    """Return how much speaks for an item leaving its parent because it says another kind of thing than its children."""
    found = _STRONGEST * leaves_terms(item, children)
    if _states(item):
        found += _STRONGEST * parent.text.endswith(("…", "..."))
        found += 2.5 * (bool(children) and not any(map(_states, (parent, *children))))
        found += 2.5 * (len(children) > 1 and all(map(_only_names, children)))
        found += _STRONGEST * (_EXAMPLES.match(parent.text) is not None and not any(map(_states, children)))
    elif _MODAL.match(item.text) and children and not announces(parent):
        found += 2.5 * (not any(map(_has_verb, (parent, *children))))
    if children and parent.text.endswith(":") and _WAITS_FOR_DEED.search(parent.text) and not _DEED.match(item.text):
        found += _STRONGEST * all(_DEED.match(child.text) is not None for child in children)
    if len(children) >= _MANY and not _GLOSSED.match(item.text):
        found += (_STRONGEST + 1) * all(_GLOSSED.match(child.text) is not None for child in children)
    if children and all(child.text.endswith("?") for child in children) and not item.text.endswith("?"):
        found += _STRONGEST
    return found


def likeness_to_cousins(item: Chunk, cousins: Sequence[Chunk]) -> float:
    """Return the vote for an item that opens like one under another parent (`Oak-framed`, `Oak-planked`)."""
    stem = _STEM.match(item.text)
    is_like = stem is not None and any(cousin.text.startswith(stem.group() + "-") for cousin in cousins)
    label = label_of(item).casefold()
    is_like = is_like or (label != "" and any(label_of(cousin).casefold() == label for cousin in cousins))
    return 2.5 if is_like or _opens_like(item, cousins) else 0


def is_another_heading(item: Chunk, parent: Chunk, children: Sequence[Chunk]) -> bool:
    """Whether an item is a label with its text beside it, like the parent's with its children below it.

    None of the children has a label then, and the parent is a short one with a colon.
    """
    is_headed = parent.text.endswith(":") and len(parent.text.split()) <= _LABEL_WORDS
    return is_headed and len(children) > 1 and label_of(item) != "" and not any(map(label_of, children))


def is_aside(item: Chunk) -> bool:
    """Whether an item is a remark in brackets on the one above it."""
    return item.text.startswith("(") and item.text.rstrip(" .!").endswith(")") and _length(item) >= _FEWEST_SAID


def label_of(item: Chunk) -> str:
    """Return the label that an item opens with (`By sail: ...`), or an empty string."""
    match = _LABEL.match(item.text) if ": " in item.text else None
    return match.group() if match else ""


def is_term_with_meaning(item: Chunk) -> bool:
    """Whether an item is a term with its description (`Ketch – two masts`)."""
    return _TERM.match(item.text) is not None


def leaves_terms(item: Chunk, above: Sequence[Chunk]) -> bool:
    """Whether an item is neither a term with its description nor more about one, after several that all are."""
    many = len(above) >= _MANY and all(map(is_term_with_meaning, above))
    return many and not is_term_with_meaning(item) and not goes_on(item)


def goes_on(item: Chunk) -> bool:
    """Whether an item says more of what stands above it, having no subject of its own."""
    return _GOES_ON.match(item.text) is not None and not is_term_with_meaning(item)


def _has_verb(item: Chunk) -> bool:
    """Whether an item is more than a name."""
    return terms.is_clause(item.text) or terms.opens_in_third_person(item.text) or goes_on(item)


def _only_names(item: Chunk) -> bool:
    """Whether an item is nothing but one or two names."""
    return _length(item) < _FEWEST_SAID and not _has_verb(item)


def _states(item: Chunk) -> bool:
    """Whether an item is a sentence with a subject of its own, not one that the item above it gives."""
    if _length(item) < _FEWEST_SAID:
        return False
    is_finite = any(map(item.text.__contains__, _FINITE)) and _ITS_OWN.match(item.text) is not None
    return (is_finite or _BY_DEFAULT.match(item.text) is not None) and not _lacks_subject(item)


def _lacks_subject(item: Chunk) -> bool:
    return goes_on(item) or terms.is_order(item.text)


def _parent_vote(parent: Chunk, children: int) -> float:
    count = _COUNT.search(parent.text)
    if count:
        word = count.group(1).lower()
        return 2 if children < _COUNTS.get(word, 0) or (word.isdigit() and children < int(word)) else -2
    if announces(parent):
        return 2
    words = len(parent.text.split())
    return 1.5 if words <= _LABEL_WORDS else -0.5 if words >= _SENTENCE_WORDS else 0


def _likeness(item: Chunk, others: Sequence[Chunk]) -> float:
    labelled = label_of(item) != "" and any(label_of(other) for other in others if other is not item)
    return 2.5 * _opens_like(item, others) + (2 if labelled else 0)


def _opens_like(item: Chunk, others: Sequence[Chunk]) -> bool:
    start = _start(item.text)
    return any(_start(other.text) == start for other in others if other is not item)


@lru_cache(maxsize=_COMPARED)
def _start(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split(" ", _SAME_START)[:_SAME_START]).lower())


def _speaks_of(item: Chunk, others: Sequence[Chunk]) -> bool:
    """Whether an item shares a noun with one of others."""
    return not _nouns(item).isdisjoint(frozenset().union(*map(_nouns, others)))


def _nouns(item: Chunk) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _WORD.findall(item.text.lower()))


def _length_vote(item: Chunk, children: Sequence[Chunk], tops: Sequence[Chunk]) -> float:
    if not children or not tops:
        return 0
    vote = 1.5 * (_distance(item, tops) - _distance(item, children))
    return max(-_STRONGEST, min(_STRONGEST, vote))


def _distance(item: Chunk, others: Sequence[Chunk]) -> float:
    """Return how far the item's length in words is from that of the others, as a ratio on a log scale."""
    average = sum([_log_length(other.text) for other in others]) / len(others)
    return abs(_log_length(item.text) - average)


@lru_cache(maxsize=_COMPARED)
def _log_length(text: str) -> float:
    return log(max(1, len(text.split())))


def _length(item: Chunk) -> int:
    return max(1, len(item.text.split()))
