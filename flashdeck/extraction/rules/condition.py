"""If, when, in case of -> what happens or what to do then."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates, results
from flashdeck.extraction.languages import kinship, lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("condition", CardKind.USE_CASE)

_OPENERS: Final = frozenset({"if", "when", "whenever", "once", "in", "after", "before", "even", "no"})
"""The first words of what tells a condition."""
_FIRST: Final = re.compile(
    r"^(?P<word>if|when|whenever|once|in case of|in the case of|in case|after|before)\s++"
    r"(?P<condition>(?:[^,:;⇒]|,(?=\d)){6,140}?)"
    r"\s*(?:,\s+(?:then\s+)?|:\s+| => | ⇒ | -> | → )(?P<result>.{6,})$",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"^(?P<result>Even [^,;:()]{3,60}? (?:cannot|can['’]t|can not|must not|will not|won['’]t) [^,;:()]{3,60}?"
    r"|No (?:(?:risk|loss|impact|downtime|charges?|costs?|interruptions?|delay|outage)\b)"
    r"(?: (?:of|on|for|to) [^,;:()]{3,40}?)?) (?P<word>when|while|once|after|during) (?P<condition>[^,;:()]{3,60})$",
    re.IGNORECASE,
)
"""What is impossible or absent in the case that closes the line (`Even pilots cannot lift it when locked`)."""
_DENIES: Final = re.compile(r"(?:Even|No) ")
_OF_ITSELF: Final = re.compile(r"\w+ (?:it is \w+ed|\w+ing it)")
"""The case of what the line is about, in which something else would be possible."""
_BARE_DEED: Final = re.compile(r"(?:when|while|once|after) [a-z]+ing$", re.IGNORECASE | re.ASCII)

_MEANS: Final = re.compile(r"^means\s+(?:that\s+)?", re.IGNORECASE)
_ADVICE: Final = re.compile(
    r"(?:you|we|it['’]s (?:best|better))\s+(?:probably\s+|then\s+|just\s+|simply\s+|will\s+|['’]ll\s+)*"
    r"(?:(?:may|might|should)\s+(?:wish|want|have|need|like)\s+to|(?:need|have|want|would like)\s+to"
    r"|(?:may|might|can|could|should|must)|(?:recommend|suggest)|to)\s+(?=\w)",
    re.IGNORECASE,
)
"""How a result tells the reader what to do; the rest of it is the answer."""
_WITHOUT_COMMA: Final = re.compile(
    r"^(?P<word>if|when|whenever|once)\s+(?P<condition>you [^:;]{6,120}?)\s+"
    r"(?P<result>you (?:will|should|must|need|have|can|may) .{6,})$",
    re.IGNORECASE,
)
_USING: Final = re.compile(r"using\s+(?=\w)", re.IGNORECASE)
_MIN_WORDS: Final = 3
_BARE_PARTICIPLE: Final = re.compile(
    r"(?P<word>if|when|whenever|once|after) (?:(?P<what>(?!.*\b(?:is|are|has|have|was|were|be|been|you|we)\b)"
    r"\S+(?: \S+){0,3}) )?"
    r"(?P<done>enabled|disabled|matched|reached|exceeded|detected|selected|locked|stopped)$",
    re.IGNORECASE,
)
_MOST_TO_DO: Final = 16
_BEFALLS: Final = "you we they it may might impacted affected get limited be"
"""Words of a result that tell nothing beside those of its front."""
_ANYBODY: Final = lexicon.word_set("you we they it")
_ORDER_OF_DEEDS: Final = frozenset({"first"})
_MAY: Final = re.compile(r"\b(?:may|might|could)\s*$", re.IGNORECASE)
_CASE: Final = re.compile(r"^(?:if|when|whenever) ")
_ADJECTIVE_AND_NOUN: Final = 2
_MOST_IN_BARE_CASE: Final = 4
_SIZES: Final = lexicon.word_set(
    """complex large larger small smaller light lighter heavy heavier long longer short shorter simple simpler
    big bigger high higher low lower many few more fewer"""
)
_RULE_OF_EACH: Final = re.compile(r"(?:One|Each|Every|No) [a-z]+ [a-z]+s ")
_EMPTY: Final = lexicon.word_set("good fine ok okay great well better best thing things")
_POINTS: Final = re.compile(r"\bdo (?:it|so|that)\b|\bthere$", re.IGNORECASE)
_REMARK: Final = re.compile(r"(?<!\s)\s+\((?:[^\s()]+\s+){5,}[^\s()]+\)$")
"""A remark so long that it is no part of the answer."""
_IN_ONE_CASE: Final = re.compile(r"once (?:you(?:['’]ve| have)|we)\b", re.IGNORECASE)
"""What comes next in a story rather than what holds."""
_DO: Final = lexicon.word_set(
    "use leave investigate set check try open plan start stop change test run build write ask wait"
)
_DUTY: Final = re.compile(r"(?:must|should|need to) ", re.IGNORECASE)
_OF_CASE: Final = re.compile(
    r"^(?:it|they) (?!is\b|has\b)(?=(?:can(?:not|[’']t)?|will|must|[^\W\d_]+s) )", re.IGNORECASE
)
"""What stands in a result for the thing whose case it is."""
_CUT_LIST: Final = re.compile(r"[a-z]+(?:,\s+[a-z]+)*,?\s+(?:(?:or|and) |etc\b)", re.IGNORECASE | re.ASCII)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each condition with its result, unless a line beside it tells another result of the same."""
    found = [(item, *parts) for item in scope.walk() if item.is_statement and (parts := _parts(item.said))]
    if not found:
        return
    orders = {item.text.first_line for item in scope.walk() if terms.is_order(item.plain)}
    told = Counter((item.labels, terms.key(condition)) for item, condition, _ in found)
    for item, condition, result in found:
        owner = _thing(scope, item.owner)
        if not owner or not all(map(_may_stand_over, item.labels)) or told[item.labels, terms.key(condition)] > 1:
            continue
        if _tells_what_to_do(result, _ADVICE.match(result)) and item.text.last_line in orders:
            continue  # half of what is to be done then
        made = _card(owner, condition, result, (item.text.first_line, item.text.last_line))
        if made is not None:
            yield made


def _card(owner: str, condition: str, result: str, lines: candidates.Lines) -> Candidate | None:
    advice = _ADVICE.match(result)
    is_order = _tells_what_to_do(result, advice)
    condition = _CASE.sub("in case of ", condition) if _is_bare_case(condition) else whole_case(condition)
    if is_order:
        question, answer = "what to do", result[advice.end() :] if advice else result
        using = _USING.match(answer)
        if using:
            question, answer = "what to use", answer[using.end() :]
        answer = _DUTY.sub("", answer)
        if _does_what_is_named(answer, owner) or terms.count_words(answer) > _MOST_TO_DO:
            return None
        is_telling = _is_telling(_REMARK.sub("", answer)) and not _is_named(answer, owner)
    else:
        result = _MEANS.sub("", result)
        result = _OF_CASE.sub("", result) if _has_subject(condition) else result
        asked = results.asked_of(result, f"{owner} {condition}")
        question, answer, is_telling = asked.question, asked.answer, _is_telling(result)
    answer = _REMARK.sub("", answer)
    if not is_telling or not _is_case(condition, result) or _IN_ONE_CASE.match(condition):
        return None
    front = wording.question_about(owner, f"{question} {condition}?")
    if not kinship.roots(answer) - kinship.roots(f"{front} {_BEFALLS}"):
        return None  # the front says what happens
    return _CARDS.question(front, definitions.shorten(answer), lines, 0.78, "a condition with its result")


def whole_case(condition: str) -> str:
    """Return a case with the verb that a slide leaves out (`when Tide Gate Enabled`, `when matched`)."""
    if _BARE_DEED.match(condition):
        return f"{condition} it"
    bare = _BARE_PARTICIPLE.match(condition)
    if bare is None:
        return condition
    what = bare.group("what") or "it"
    return f"{bare.group('word')} {what} {'are' if terms.is_plural(what) else 'is'} {bare.group('done').lower()}"


def _has_subject(condition: str) -> bool:
    """Whether a case is told of one thing, which a pronoun behind it stands for (`if a ship is late, it ...`)."""
    told = next(iter(terms.words(condition)[1:]), "").casefold()
    return told not in _ANYBODY and not told.endswith("ing") and terms.is_clause(condition.partition(" ")[2])


def _is_case(condition: str, result: str) -> bool:
    """Whether a condition tells which case it is: more than that somebody does something (`if you agree`)."""
    told = [word for word in terms.content_words(condition) if word.casefold() not in _ANYBODY]
    if _OF_ITSELF.fullmatch(condition) and _DENIES.match(result):
        return True
    return terms.count_words(condition) >= _MIN_WORDS and len(told) > 1


def _is_named(answer: str, owner: str) -> bool:
    """Whether what to do is a verb and the very name in front (`CraneLog`: `read CraneLog first`)."""
    told = answer.partition(" ")[2]
    has_name = any(map(terms.is_name_like, terms.words(told)))
    return has_name and not terms.stems(told) - terms.stems(owner) - _ORDER_OF_DEEDS


def _does_what_is_named(answer: str, owner: str) -> bool:
    """Whether what to do is the very deed that the front names (`Lift by night`: `lift the crates`)."""
    first = answer.partition(" ")[0]
    return (
        first != "use"
        and lexicon.VERBS.get(first) == first
        and kinship.roots(first) <= kinship.roots(owner.rpartition(" – ")[2])
    )


def _thing(scope: Scope, owner: str) -> str:
    """Return an owner without a last name that is a sentence (`One tug tows one ship`), or the slide's topic."""
    before, _, last = owner.rpartition(" – ")
    is_said = _RULE_OF_EACH.match(last) or (terms.is_clause(last) and not wording.split_owner(owner)[1])
    return (before or wording.section_name(scope.slide.topic)) if is_said else owner


def _is_telling(answer: str) -> bool:
    """Whether a result says something by itself (`you are good`, `do it there` do not)."""
    told = [word for word in terms.content_words(answer) if word not in _EMPTY and "’" not in word and "'" not in word]
    return (len(told) > 1 or terms.is_name_like(answer)) and not _POINTS.search(answer)


def _may_stand_over(label: str) -> bool:
    """Whether a condition below a label speaks of it; below a statement it may speak of the contrary."""
    return terms.is_label(label) or label.endswith(":") or not terms.is_clause(label)


def _tells_what_to_do(result: str, advice: re.Match[str] | None) -> bool:
    """Whether a result is something to do; `you may be stopped` is something that happens."""
    said = result[advice.end() :] if advice else result
    first = terms.words(said)[0].casefold()
    if advice is not None:
        return _MAY.search(advice.group()) is None and first not in {"be", "get", "lose", "see", "expect", "on"}
    return terms.is_order(said) or first in _DO or _DUTY.match(said) is not None


def _is_bare_case(condition: str) -> bool:
    """Whether a condition is a noun and no clause (`if fog`)."""
    found = terms.words(condition)[1:]
    if len(found) == _ADJECTIVE_AND_NOUN and found[0].casefold() in _SIZES:
        return _CASE.match(condition) is not None
    if len(found) > _MOST_IN_BARE_CASE or found[0].casefold() in {"the", "a", "an", "your"}:
        return False
    return _CASE.match(condition) is not None and not any(
        word.casefold() in lexicon.TERM_BREAKERS or word.casefold() in lexicon.VERBS or word.endswith(("ing", "ed"))
        for word in found
    )


def _parts(plain: str) -> tuple[str, str] | None:
    """Return the condition, its word in front, and the result."""
    if plain.partition(" ")[0].lower() not in _OPENERS:
        return None
    match = _FIRST.match(plain)
    if match is None or _CUT_LIST.match(match.group("result")):
        match = _WITHOUT_COMMA.match(plain) or (_DENIED.match(plain) if plain.startswith(("Even ", "No ")) else None)
    if match is None:
        return None
    return f"{match.group('word').lower()} {match.group('condition').strip()}", match.group("result")
