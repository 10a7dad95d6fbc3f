"""A sentence that says what a command or a name set as code does or is for -> that, or the name.

Where the slide's title says the name already, the sentence asks what it is for; else the name is the answer.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind, Text
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("usage", CardKind.COMMAND)
_HOLE: Final = "\u25a1"
_NOUN: Final = (
    r"(?:\s+(?P<noun>command|subcommand|plugin|flag|option|function|method|decorator|tool|package|module|directive|"
    r"keyword|parameter|attribute|annotation|field|property|setting|instruction|header|element|fixture|marker))?"
)
_CAN: Final = r"(?:(?:you|we)\s+(?:can|could|may|should)\s+|just\s+|simply\s+)?"
_USE: Final = r"(?:use|run|call|type|execute|enter|issue|invoke|add|pass)"
_DOES: Final = rf"(?:the\s+)?{_HOLE}{_NOUN}\s+(?P<what>(?P<verb>[a-z]+)\s+\S.+)\Z"
_FOR: Final = (
    (
        rf"(?:if|when)\s+you(?:['’]d\s+like|\s+would\s+like|\s+want|\s+need|\s+wish)\s+to\s++(?P<what>[^,]+),\s+{_CAN}{_USE}\s+"
        rf"(?:the\s+)?{_HOLE}{_NOUN}\Z"
    ),
    rf"to\s++(?P<what>[^,]+),\s+{_CAN}{_USE}\s+(?:the\s+)?{_HOLE}{_NOUN}\Z",
    rf"{_CAN}{_USE}\s+(?:the\s+)?{_HOLE}{_NOUN}(?:\s+(?:in|on|from|inside) [^,]{{2,40}}?)?\s+to\s+(?P<what>[a-z].+)\Z",
    (
        rf"{_CAN}(?P<what>[a-z]+ [^,{_HOLE}]+?)(?<!\s)\s+(?:with|using|via|by\s+running|by\s+using|through)"
        rf"\s+(?:the\s+)?{_HOLE}{_NOUN}(?P<tail>\s+(?:before|after|when|if|in|on|from|without) [^,]+)?\Z"
    ),
)
"""What says the use of a name."""
_THIRD_PERSON: Final = re.compile(r"[a-z]{2,}[a-rt-z]s")
_COMMAND: Final = re.compile(r"[a-z][\w.-]*(?:\s+\S+)+")
_ORDER: Final = re.compile(
    r"(?!(?:it|this|that|these|those|of|in|for|with|to|all|is|are)\b)[^\W\d_]{3,} "
    r"(?:the|an?|your|all|any|each|its|their|multiple|several|one)\b",
    re.IGNORECASE,
)
_POINTS: Final = re.compile(r"\b(?:this|these|those)\b|^\w+ (?:it|them)\b|\bthat(?: \w+)?$", re.IGNORECASE)
_MOST_WORDS: Final = 20
_FEWEST_WORDS: Final = 2
_TELLING: Final = 2
"""Words of a name that its description says again."""
_LONGEST: Final = 400


class _Named(NamedTuple):
    """A name set as code (or a command in bold) and the sentence with a hole in its place."""

    name: str
    said: str


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each sentence about one name set as code."""
    for item in scope.walk():
        for text in (item.text, *item.body):
            named = _named(text)
            if named is None:
                continue
            owner = item.owner
            made = _does(owner, named, text) or _is_for(scope, owner, named, text)
            if made is not None:
                yield made


def _named(text: Text) -> _Named | None:
    """Return the only name of a sentence; a second one would answer the question too."""
    if len(text.plain) > _LONGEST:
        return None
    ranges = text.code or tuple((start, end) for start, end in text.strong if _COMMAND.fullmatch(text.plain[start:end]))
    if len(ranges) != 1:
        return None
    ((start, end),) = ranges
    name = text.plain[start:end].strip()
    return _Named(name, terms.clean_statement(f"{text.plain[:start]}{_HOLE}{text.plain[end:]}"))


@cache
def _forms_of_use() -> tuple[re.Pattern[str], ...]:
    """Return what a name does and what it is for, made with the first name that is set as code: few texts have any."""
    return tuple(re.compile(form, re.IGNORECASE) for form in (_DOES, *_FOR))


def _does(owner: str, named: _Named, text: Text) -> Candidate | None:
    """What a command does (`hoist up lifts the crate`)."""
    found = _forms_of_use()[0].match(named.said)
    if found is None or found.group("verb") in {"do", "does", "is", "has", "was"}:
        return None
    noun, verb = (found.group("noun") or "").lower(), found.group("verb")
    acts = terms.opens_in_third_person(found.group("what")) or (noun and _THIRD_PERSON.fullmatch(verb))
    is_command = _COMMAND.fullmatch(named.name) is not None and not named.said.casefold().startswith("the ")
    if not acts or not (noun or is_command):
        return None
    what = found.group("what")
    if len(terms.stems(named.name) & terms.stems(what)) >= _TELLING:
        return None  # it is read off the name
    if terms.count_words(what) > _MOST_WORDS:
        what = definitions.shorten(what)
    lines = (text.first_line, text.last_line)
    asked = f"the {named.name} {noun}" if noun else named.name
    front = f"What does {asked} do?"
    if noun not in {"", "command", "subcommand"}:
        front = wording.question_about(owner, f"what does {asked} do?")
    return _CARDS.question(front, what, lines, 0.8, "command with what it does")


def _is_for(scope: Scope, owner: str, named: _Named, text: Text) -> Candidate | None:
    found = next((match for pattern in _forms_of_use()[1:] if (match := pattern.match(named.said))), None)
    if found is None:
        return None
    what = found.group("what").strip() + (found.groupdict().get("tail") or "")
    if not _FEWEST_WORDS <= terms.count_words(what) <= _MOST_WORDS or not terms.is_balanced(what):
        return None
    if not (terms.is_order(what) or _ORDER.match(what)):
        return None
    if _POINTS.search(what):
        return None
    purpose = f"{what[:1].lower()}{what[1:]}"
    lines = (text.first_line, text.last_line)
    noun = (found.group("noun") or ("command" if _COMMAND.fullmatch(named.name) else "")).lower()
    if terms.contains_words(f"{owner} {scope.slide.title}", named.name):
        front = f"What is the {noun} {named.name} for?" if noun else f"What is {named.name} for?"
        return _CARDS.question(front, purpose, lines, 0.78, "name with what it is for")
    asked = f"which {noun} do you use to {purpose}?" if noun else f"what do you use to {purpose}?"
    program = named.name.split()[0] if noun == "command" else owner
    return _CARDS.question(wording.question_about(program, asked), named.name, lines, 0.8, "name with what it is for")
