"""Other lines of a slide that answer an open question as well as its own (`What does a tug do?` beside two deeds)."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from flashdeck.extraction.analysis import troubles
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate

_DOES: Final = re.compile(
    r"\bwhat (?:do|does|can|will|could) (?P<term>.{1,200}?) (?:be configured to )?"
    r"(?P<verb>do|allow|enable|help|permit|provide|offer|ensure|let)"
    r"(?: (?:you|users|us|customers|developers))?(?: to)?(?: do)?\?$",
    re.IGNORECASE,
)
_DOES_ENDS: Final = (
    *("do?", "allow?", "enable?", "help?", "permit?", "provide?", "offer?", "ensure?", "let?", " to?"),
    *(" you?", " users?", " us?", " customers?", " developers?"),
)
_ABLE_DEEDS: Final = (
    *("specify?", "adjust?", "set?", "increase?", "change?", "manage?", "handle?", "select?", "configure?"),
    *("define?", "create?", "control?"),
)
_ABLE: Final = re.compile(
    r"\bwhat (?:can|could|may|might) (?!not\b)\S+(?: (?!not\b|to\b|for\b)\S+){0,4} "
    rf"(?:{'|'.join(map(re.escape, _ABLE_DEEDS))})$",
    re.IGNORECASE,
)
"""An ability without anything that narrows it: whatever can be done answers."""
_HAS_PURPOSE: Final = re.compile(
    r"(?:(?:is|are|can be|may be) )?(?:also |\w+ly )*"
    r"(?:used|designed|meant|ideal|suitable|suited|recommended|appropriate|good|great|perfect|useful|helpful|best)"
    r" (?:for|to|in) ",
    re.IGNORECASE,
)
_IS_USED: Final = re.compile(r"(?:(?:is|are|can be|may be) )?(?:also |\w+ly )*used (?:for|to) ", re.IGNORECASE)
_MODAL: Final = re.compile(r"(?:can|could|will|may|must|should) (?!be\b)[^\W\d_]", re.IGNORECASE)
_ONLY: Final = re.compile(r"(?:only|also|always|never) ", re.IGNORECASE)
_POSSIBLE: Final = re.compile(
    r"(?:only\s+)?(?:\w+able|\w+ible) (?:only )?(?:within|from|to|by|in|across|with) ", re.IGNORECASE
)
"""A quality that is told like a deed (`Reachable only from the quay`)."""
_CHARACTERIZES: Final = re.compile(r"\bwhat characteri[sz]es .+\?$", re.IGNORECASE)
_ENABLING: Final = lexicon.word_set("allow enable help let permit")
_FEWEST_WORDS: Final = 3
_MOST_LINES: Final = 80
"""Lines that are compared with a question, so that its cost is bounded."""
_OF_STATEMENTS: Final = frozenset({"cloze", "quantity", "clause", "predicate"})
"""Rules that ask about one sentence among others."""
_TIE_WORD: Final = r"(?P<word>in|on|at|to|with|from|by|into|for|as|of|through|via|against|between)"
_ENDS_WITH_TIE: Final = re.compile(
    rf"\b(?P<verb>[a-z]{{3,}}) {_TIE_WORD}"
    r"(?: (?:an?|the|its|their|your))?(?:\?$| \[\.\.\.\])"
)
"""A question or a gap that only a verb with its preposition cues (`what are crates stored in?`)."""
_TIE: Final = re.compile(rf"\b(?P<verb>[^\W\d_]{{3,}})(?=(?: \w+ly)? {_TIE_WORD} )", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_NOT: Final = re.compile(r"\b(?:not|never|cannot)\b|n[’']t\b", re.IGNORECASE)


def reason(scope: Scope, candidate: Candidate, compared: Iterable[Candidate] = ()) -> str:
    """Return why a candidate is not wanted: a line before its own answers it too, or a card of `compared` tells it.

    `compared` are cards that set two lines of the slide against each other. Empty when the candidate is wanted.
    """
    return _symptom(scope, candidate) or _told_by(compared, candidate) or _too_open(scope, candidate)


def _too_open(scope: Scope, candidate: Candidate) -> str:
    """Why a candidate's question is too open: a line before its own answers it too; empty when it is not."""
    small = candidate.front.lower()
    if small.endswith(_ABLE_DEEDS) and _ABLE.search(candidate.front):
        return "whatever can be done would answer it"
    if "characteri" in small and _CHARACTERIZES.search(candidate.front) and _has_points(scope, candidate):
        return "its points characterize it as well"
    if candidate.rule in _OF_STATEMENTS and (fitting := _says_as_much(scope, candidate)):
        return f"another line fits it too: “{fitting}”"
    asked = _DOES.search(candidate.front) if small.endswith(_DOES_ENDS) and not candidate.cloze_text else None
    if asked is None:
        return ""
    if terms.key(asked["term"]) in scope.vocabulary.mains:
        return "the deck tells of its subject on every slide"
    own = _own(scope, candidate)
    if own is None:
        return ""
    verb = asked["verb"].lower()
    for other, predicate in _told_of_same(scope, own):
        if verb == "do":
            answers = _IS_USED.match(predicate) is not None or _is_deed(predicate)
        else:
            answers = _class_of(terms.leading_verb(_ONLY.sub("", predicate))) == _class_of(verb)
        if answers:
            return f"another line answers it too: “{other.plain}”"
    return ""


def _says_as_much(scope: Scope, candidate: Candidate) -> str:
    """Return another line that says with the same verb and preposition all that is asked, and something else."""
    asked = _ENDS_WITH_TIE.search(candidate.front)
    own = next(_items_of(scope, candidate), None) if asked else None
    if asked is None or own is None:
        return ""
    verb = asked["verb"].casefold()
    others = [
        other
        for other in islice(scope.walk(), _MOST_LINES)
        if other is not own and verb in (small := other.plain.casefold()) and asked["word"] in small
    ]
    if not others:
        return ""
    known = terms.stems(" ".join((scope.subject, scope.slide.title, scope.slide.topic, *own.labels)))
    wanted = terms.stems(candidate.front.replace("[...]", " ")) - known
    told = " ".join(word for word in terms.words(_BRACKETS.sub(" ", candidate.back)) if word not in lexicon.BLAND_WORDS)
    answer, is_denied = terms.stems(told) - known, _NOT.search(candidate.front) is not None
    said_of, above = frozenset(_name(own.plain).split()), _telling_labels(own)
    for other in others:
        tie = _same_tie(other.plain, asked) if _telling_labels(other) == above else None
        if tie is None or is_denied != (_NOT.search(other.plain, 0, tie.start()) is not None):
            continue
        is_defined = terms.is_generic(other.plain.partition(": ")[0])  # `Definition: Sheets that are sorted by ...`
        said, name = terms.stems(other.plain), frozenset(() if is_defined else _name(other.plain).split())
        if wanted <= said and not answer & said and name <= known | said_of:
            return other.plain
    return ""


def _same_tie(plain: str, asked: re.Match[str]) -> re.Match[str] | None:
    """Return where a line has the verb and the preposition that a question asks with."""
    tie = tuple(map(str.casefold, asked.group("verb", "word")))
    return next((found for found in _TIE.finditer(plain) if tuple(map(str.casefold, found.groups())) == tie), None)


def _symptom(scope: Scope, candidate: Candidate) -> str:
    """Why a candidate of a slide about troubles asks a symptom itself, or what is told of one without naming it."""
    if candidate.rule == "trouble" or not troubles.is_about(scope.slide.title):
        return ""
    for item in scope.items:
        if not item.children or not troubles.opens_case(item.plain, item.children[0].plain):
            continue
        if item.text.first_line <= candidate.last_line <= item.text.last_line:
            return "asks for a symptom"
        is_below = item.text.last_line < candidate.first_line <= item.last_line
        if is_below and not terms.is_covered(item.plain, [candidate.front]):
            return f"tells of a symptom that it does not name: “{item.plain}”"
    return ""


def _telling_labels(item: Item) -> list[str]:
    return [label for label in item.labels if not terms.is_generic(label)]


def _told_by(compared: Iterable[Candidate], candidate: Candidate) -> str:
    """Return why a candidate adds nothing to the cards that set two lines against each other; empty when it does.

    The card of a comparison answers for the line of either side, so one of its lines alone would be the same fact.
    """
    for other in compared:
        on_its_line = not {candidate.first_line, candidate.last_line}.isdisjoint((other.first_line, other.last_line))
        if not on_its_line or other.rule == candidate.rule:
            continue
        said = terms.stems(candidate.back)
        if said and said <= terms.stems(other.back):
            return f"told by the comparison “{other.front}”"
    return ""


def _items_of(scope: Scope, candidate: Candidate) -> Iterator[Item]:
    """The items that stand on the lines that a candidate was made from."""
    lines = (candidate.first_line, candidate.last_line)
    return (item for item in scope.walk() if (item.text.first_line, item.text.last_line) == lines)


def _has_points(scope: Scope, candidate: Candidate) -> bool:
    return any(item.children for item in _items_of(scope, candidate))


def _own(scope: Scope, candidate: Candidate) -> Item | None:
    """The line that a candidate was made from, unless it is a label with its description."""
    return next((item for item in _items_of(scope, candidate) if item.definition is None), None)


def _told_of_same(scope: Scope, own: Item) -> Iterator[tuple[Item, str]]:
    """Yield the lines before an item that speak of its subject, with what they say of it."""
    own_name = _name(own.plain)
    if not own_name and not (_is_deed(own.plain) or _HAS_PURPOSE.match(own.plain)):
        return
    for other in scope.walk():
        if other is own:
            return
        if other.is_heading or other.definition is not None or terms.count_words(other.plain) < _FEWEST_WORDS:
            continue
        name = _name(other.plain)
        if name == own_name and (name or other.labels == own.labels):
            plain = terms.clean_statement(other.plain)
            yield other, plain[len(_opening(plain)) :].lstrip()


def _class_of(verb: str) -> str:
    return "enable" if verb in _ENABLING else verb


def _opening(plain: str) -> str:
    """Return what stands before the first verb of a statement; empty when it opens with its verb or has none."""
    if terms.opens_in_third_person(plain) or terms.is_order(plain):
        return ""
    found = plain.split()
    for index, word in enumerate(found[1:6], start=1):
        if terms.is_finite(word) or _MODAL.match(f"{word} a"):
            return " ".join(found[:index])
    return ""


def _name(plain: str) -> str:
    opening = _opening(terms.clean_statement(plain))
    return " ".join(sorted(terms.stems(opening)))


def _is_deed(predicate: str) -> bool:
    said = _ONLY.sub("", predicate)
    return (
        terms.opens_in_third_person(said)
        or terms.is_order(said)
        or _MODAL.match(said) is not None
        or _POSSIBLE.match(said) is not None
        or lexicon.VERBS.get(said.partition(" ")[0].casefold()) is not None
    )
