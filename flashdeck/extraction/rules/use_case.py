"""What something is for, when to use it, when not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from flashdeck.extraction.analysis import clauses, definitions, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, hollow
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("use case", CardKind.USE_CASE)
_PURPOSE: Final = re.compile(
    r"^(?:is |are )?(?P<can>can be )?(?P<state>(?:not )?(?:mainly |primarily |often |typically |ideally |also )?"
    r"(?:designed|meant|used|(?:an? )?"
    r"(?:ideal|suitable|suited|recommended|appropriate|good|great|perfect|useful|helpful|"
    r"handy|beneficial)(?: choice)?|best(?: suited)?)) (?P<join>for|to|in|when|if) (?P<rest>\S.+)$",
    re.IGNORECASE,
)
_KIND_NOUNS: Final = r"(?:mode|type|class|tier|style|method|plan|edition|strategy|level|option)"
_KIND_AND_NAME: Final = re.compile(rf"(?P<kind>(?:[^\W\d_]+ ){{0,2}}{_KIND_NOUNS}) \((?P<name>[^()]+)\)", re.IGNORECASE)
_KINDS: Final = re.compile(rf"{_KIND_NOUNS[:-1]}|strategie)(?:s|es)$", re.IGNORECASE)
_CASES: Final = re.compile(r"(?:cases|situations|times|scenarios) ", re.IGNORECASE)
_PEOPLE: Final = re.compile(
    r"(?:\w+ )?(?:users|people|teams|developers|engineers|customers|beginners|students|companies|"
    r"organisations|organizations)\b(?! of\b)",
    re.IGNORECASE,
)
_INSTEAD: Final = re.compile(r"place of ", re.IGNORECASE)
_USE_WHEN: Final = re.compile(
    r"^(?P<advice>(?:use|choose|prefer|pick|consider) (?!cases?\b)[^:]{3,80}?)\s+(?P<when>(?:when|if) .{6,})$",
    re.IGNORECASE,
)
_USE_TO: Final = re.compile(
    r"^(?:just |or )?(?:(?:you |we )?(?:can|could|should) )?(?P<verb>use|enable|choose|create) "
    r"(?P<what>(?!(?:to|with|cases?)\b)[^:]{3,60}?)"
    r" to (?P<aim>[^\W\d_].{5,})$",
    re.IGNORECASE,
)
_CAN_USE_TO: Final = re.compile(
    r"^(?P<who>[A-Z][^,:;()]{1,40}?) can use (?P<what>[^,:;()]{3,60}?) to (?P<aim>[a-z].{5,})$"
)
_NAME_TO: Final = re.compile(r"^(?P<what>(?!Uses?\b|No\b)[A-Z][^,:;()]{2,40}?) to (?P<aim>[a-z].{5,})$")
_NO_AIM: Final = re.compile(
    r"^(?:use|be|do)\b|^[^\W\d_]+ (?:functions|tasks|operations|actions|work)$|\b(?:it|them|this|that)$|[“”\"]",
    re.IGNORECASE,
)
"""An aim that tells nothing by itself or belongs to an example."""
_SET_TO: Final = re.compile(
    r"^(?:set|change|switch|configure) (?P<what>[^,;:]{3,50}?) "
    r"(?P<value>to (?!(?:\w{1,30}ing|be|the)\b)[A-Z0-9“\"]\S{0,60}"
    r"(?: [^():;]{1,30})?)(?: \([^()]{0,200}\))?$",
    re.IGNORECASE,
)
_NAME_FOR: Final = re.compile(r"^(?P<name>[^,:;()]{2,60}?)\s+for\s+(?P<rest>[^,:;]{6,})$", re.IGNORECASE)
_ALSO_FOR: Final = re.compile(
    r"^[^,]{4,60}(?:,| [–-]) (?P<praise>great|good|ideal|best|useful|perfect|suitable) for (?P<rest>[^,]{6,})$",
    re.IGNORECASE,
)

_OF_ADVICE: Final = (" to ", "when", "if")
"""One of which stands in all that tells an aim or a condition."""
_FEW_LINES: Final = 3
_CARRIERS: Final = terms.stems("simple operation level security service feature tool management access control system")
_TELLS: Final = re.compile(r"\b(?:not|only|rather|except|unless|when|if|in cases)\b|\d|,.*,")
"""What sets one purpose of a slide's subject apart from its many others."""
_MAX_BESIDES: Final = 11
"""Words of another purpose that a question names to leave it out."""
_MAX_TOGETHER: Final = 22
"""Words of purposes that are asked together."""
_FEWEST, _MOST = 2, 3
"""How many purposes are asked together."""


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each purpose that opens a statement, and each advice with its condition."""
    told_before: dict[tuple[str, ...], str] = {}
    purposes = [_PURPOSE.match(item.said) for item in scope.walk()]
    runs = _runs(scope, purposes) if any(purposes) else {}
    for item, told in zip(scope.walk(), purposes, strict=True):
        plain = item.said
        if (run := runs.get(item.text.first_line)) is not None:
            yield from _together(item.owner, run) if run[0] is item else ()
            continue
        before_it = told_before.get(item.labels, "")
        if told is not None and told.group("join").lower() == "for":
            told_before.setdefault(item.labels, told.group("rest").rstrip(" ."))
        if scope.is_asked(item.text) or not item.is_statement:
            continue
        owner, small = item.owner, plain.lower()
        lines = (item.text.first_line, item.text.last_line)
        if owner and (told or "for" in small) and not statements.lacks_speaker(item, owner):
            yield from _stated(owner, plain, lines)
            one_of_many = not item.labels and len(scope.items) > _FEW_LINES
            yield from _purpose(owner, told, lines, before_it, one_of_many=one_of_many) if told else ()
            if item.definition is None:
                yield from _praise(owner, plain, lines)
        if any(map(small.__contains__, _OF_ADVICE)):
            yield from _advised(owner, plain, lines)


def _advised(owner: str, plain: str, lines: candidates.Lines) -> Iterator[Candidate]:
    """A setting with its value, a means with its aim, advice with its condition."""
    setting = _SET_TO.match(plain)
    if setting and setting.group("value")[3:4].isupper():
        front = wording.question_about(owner, f"what to set {setting.group('value')}?")
        yield _CARDS.question(front, setting.group("what"), lines, 0.76, "a setting with its value")
    aim = _USE_TO.match(plain)
    yield from _means(owner, plain, lines) if aim is None and " to " in plain else ()
    is_news = aim is not None and _is_news(aim.group("what"), aim.group("aim"))
    if aim and is_news and _opens_with_verb(aim.group("aim")) and not _NO_AIM.search(aim.group("aim")):
        front = wording.question_about(owner, f"what to {aim.group('verb').lower()} to {aim.group('aim')}?")
        yield _CARDS.question(front, aim.group("what").rstrip(" ,;"), lines, 0.76, "a means with its aim")
    elif advice := _USE_WHEN.match(plain):
        said = advice.group("advice").rstrip(" ,;")
        front = wording.question_about(owner, f"when to {said[:1].lower()}{said[1:]}?")
        yield _CARDS.question(front, advice.group("when"), lines, 0.75, "advice with its condition")


def _means(owner: str, plain: str, lines: candidates.Lines) -> Iterator[Candidate]:
    """What something uses for an aim (`Tugs can use winches to ...`), a name with its aim (`Harbor Clock to ...`)."""
    user, named = _CAN_USE_TO.match(plain), _NAME_TO.match(plain)
    if any(found and _NO_AIM.search(found.group("aim")) for found in (user, named)):
        return
    if user and not _is_news(user.group("what"), owner):
        return
    if user and clauses.is_agent(user.group("who")) and terms.is_order(user.group("aim")):
        said = wording.owner_of(user.group("who"), owner)
        front = wording.question_about(said, f"what can {user.group('who')} use to {user.group('aim')}?")
        yield _CARDS.question(front, user.group("what"), lines, 0.76, "a means with its aim")
    elif named and owner and terms.is_order(named.group("aim")) and terms.is_title_case(named.group("what")):
        front = wording.question_about(owner, f"what to use to {named.group('aim')}?")
        yield _CARDS.question(front, named.group("what"), lines, 0.74, "a name with its aim")


def _opens_with_verb(aim: str) -> bool:
    """Whether what follows `to` is a deed, also one whose verb is a noun as well (`to monitor tides`)."""
    return terms.leading_verb(aim) == aim.partition(" ")[0]


def _is_news(means: str, aim: str) -> bool:
    """Whether a means is told by more than the words of its aim (`use toll lists to list tolls`)."""
    said = terms.stems(means) - _CARRIERS
    return len(said & terms.stems(aim)) * 2 < max(len(said), 1)


def _stated(owner: str, plain: str, lines: candidates.Lines) -> Iterator[Candidate]:
    """A phrase that opens with the subject's own name (`Hawsers for heavy ships`)."""
    match = _NAME_FOR.match(plain)
    before, last = wording.split_owner(owner) if match else ("", "")
    if match and last and terms.key(match.group("name")) == terms.key(last) and not terms.is_clause(plain):
        be = "are" if terms.is_plural(last) else "is"
        front = wording.question_about(before, f"what {be} {last} for?")
        yield _CARDS.question(front, match.group("rest"), lines, 0.74, "a purpose behind the name")


def _one_of_kind(before: str, last: str) -> tuple[tuple[str, str], str] | None:
    """Return what a thing belongs to and how to ask for it as one of a kind, and its name; None when no kind is told.

    The kind stands in its own label (`Lighting Mode (red)`) or ends what is above it (`Harbor Modes`).
    """
    named = _KIND_AND_NAME.fullmatch(last)
    if named:
        return (before, f"which {named['kind'].lower()}"), named["name"]
    return ((before, "which one"), last) if _KINDS.search(before) else None


def _praise(owner: str, plain: str, lines: candidates.Lines) -> Iterator[Candidate]:
    match = _ALSO_FOR.match(plain)
    before, last = wording.split_owner(owner) if match else ("", "")
    if match and last:
        be = "are" if terms.is_plural(last) else "is"
        front = wording.question_about(before, f"what {be} {last} {match.group('praise').lower()} for?")
        yield _CARDS.question(front, definitions.shorten(match.group("rest")), lines, 0.76, "a purpose behind a comma")


def _runs(scope: Scope, purposes: Iterable[re.Match[str] | None]) -> dict[int, Sequence[Item]]:
    """The lines in a row that tell short purposes of one subject in the same words, by the line each opens on."""
    found: dict[int, Sequence[Item]] = {}
    opened = [(item, _opening(scope, item, told)) for item, told in zip(scope.walk(), purposes, strict=True)]
    for (_, opening), items in groupby(opened, key=lambda one: (one[0].labels, one[1])):
        run = tuple(item for item, _ in items)
        words = sum(terms.count_words(item.plain) for item in run)
        if opening and _FEWEST <= len(run) <= _MOST and words <= _MAX_TOGETHER + 2 * len(run):
            found.update((item.text.first_line, run) for item in run)
    return found


def _opening(scope: Scope, item: Item, told: re.Match[str] | None) -> str:
    """The words that a line opens its short purpose with; empty when it tells none or more than that."""
    if (
        told is None
        or told.group("join").lower() not in {"for", "when"}
        or terms.count_words(told.group("rest")) > _MAX_BESIDES + 1
        or item.children
        or item.body
        or scope.is_asked(item.text)
        or not item.is_statement
        or statements.lacks_speaker(item, item.owner)
    ):
        return ""
    return item.said[: told.start("rest")].casefold()


def _together(owner: str, run: Sequence[Item]) -> Iterator[Candidate]:
    """One question for the purposes that lines in a row tell, since each of them alone would answer it."""
    told = [match for item in run if (match := _PURPOSE.match(item.said))]
    before, last = wording.split_owner(owner)
    if not last or len(told) != len(run):
        return
    join, state = told[0].group("join").lower(), told[0].group("state").lower()
    be = "are" if terms.is_plural(last) else "is"
    stated = f"can {last} be {state}" if told[0].group("can") else f"{be} {last} {state}"
    number = wording.number_word(len(told))
    asked = f"when {stated} ({number} cases)?" if join == "when" else f"what {stated} for ({number} answers)?"
    said = [match.group("rest").rstrip(" .") for match in told]
    answers = candidates.as_list(f"{join} {one}" if join == "when" else one for one in said)
    lines = (run[0].text.first_line, run[-1].text.last_line)
    yield _CARDS.question(wording.question_about(before, asked), answers, lines, 0.78, "purposes told in a row")


def _purpose(
    owner: str, match: re.Match[str], lines: candidates.Lines, before_it: str, *, one_of_many: bool
) -> Iterator[Candidate]:
    """What something is good or used for, or when; in the slide's own words, which may promise little (`can be`).

    `before_it` is what a line before it says its subject is for, which a question must leave out; `one_of_many`
    whether the line stands right under the title, all of whose lines tell what its subject is for.
    """
    before, last = wording.split_owner(owner)
    if (
        not last
        or (one_of_many and not before and not _TELLS.search(match.string))
        or (match.group("join").lower() == "in" and _INSTEAD.match(match.group("rest")))
    ):
        return
    join, state = match.group("join").lower(), match.group("state").lower()
    rest = clauses.without_remark(match.group("rest"))
    if match.group("can") and join == "to":
        return  # one deed of many
    be = "are" if terms.is_plural(last) else "is"
    told = f"can {last} be" if match.group("can") else f"{be} {last}"
    back = f"{join} {rest}" if join in {"when", "if", "to"} or _CASES.match(rest) else rest
    if re.match(r"(?:an )?example", rest, re.IGNORECASE):
        return
    if before_it and join == "for" and (of_kind := _one_of_kind(before, last)):
        asked, name = of_kind
        front = wording.question_about(asked[0], f"{asked[1]} is {state} for {definitions.shorten(rest)}?")
        yield _CARDS.question(front, name, lines, 0.78, "which one has a purpose")
        return
    if join == "for" and terms.count_words(before_it) > _MAX_BESIDES:
        return  # one question with two answers, too long for one to be left out
    if join == "for" and _PEOPLE.match(rest):
        front = wording.question_about(before, f"for whom {told} {state}?")
    elif join in {"when", "if"} or (join == "in" and _CASES.match(rest)):
        front = wording.question_about(before, f"when {told} {state}?")
    else:
        besides = f", besides {before_it}" if before_it and join == "for" else ""
        front = wording.question_about(before, f"what {told} {state} {'in' if join == 'in' else 'for'}{besides}?")
    if not hollow.says_aim_again(front, back):
        yield _CARDS.question(front, definitions.shorten(back), lines, 0.78, "a purpose")
