"""A sentence with one subject, one verb and its object -> what its subject does it to, why or on which occasion."""

import re
from typing import Final

from flashdeck.extraction.analysis import clauses, definitions
from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import agents, candidates, passives, verb_questions
from flashdeck.extraction.languages import kinship, lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("clause", CardKind.DEFINITION)
_MOVED: Final = re.compile(rf"(?P<word>{passives.PREPOSITIONS})\s+(?P<object>\S.+)$")
_ENABLING: Final = lexicon.word_set("allow enable permit help let make")
_OCCASION: Final = re.compile(r"(?:the (?:first|second|last|next) time|every time|each time|once a|twice a)\b")
_OPENS: Final = re.compile(r"[\w“\"'‘$~<>#@(-]")
_BECAUSE: Final = re.compile(r"^(?P<said>[^,;:]{6,80}?),? (?P<why>(?:because|since) (?!\d)\S.{8,110})$")
_CASE_INSIDE: Final = re.compile(r"\b(?:when|if|that|which|whether|how)\b")
_OF_ITS_OWN: Final = re.compile(r"(?:its|their) own ")
_IS_OPEN: Final = re.compile(r"\b(?:range|variety|lots?|etc|more)\b|…|\.\.\.", re.IGNORECASE)
_ENABLED: Final = re.compile(r"(?:you|users|customers)\s+to\s+(?P<rest>\S.+)$", re.IGNORECASE)
_MAX_INCLUDED: Final = 4
_FEWEST: Final = 2


def card(scope: Scope, owner: str, plain: str, lines: candidates.Lines) -> Candidate | None:
    """Return the card of a statement that is such a sentence; None for others, and where its question would be open."""
    parts = clauses.subject_and_verb(plain)
    if parts is None or not clauses.is_object(parts[3]):
        return None
    agent, adverb, base, rest = parts
    rest = clauses.RIDER.sub("", clauses.without_second_verb(rest))
    tells_itself = base not in _ENABLING and kinship.roots(base) & kinship.roots(agent)  # `Discovery discovers ships`
    is_open = terms.words(agent)[-1].casefold() in agents.ANYBODY or _CASE_INSIDE.search(agent) is not None
    if tells_itself or is_open or agent.startswith("#") or not _OPENS.match(rest):
        return None
    agent = agents.inside(scope, agent, owner)
    said = wording.owner_of(agent, owner)
    do = "do" if clauses.is_plural(agent) else "does"
    asked, answer = _reason_or_occasion(f"{do} {agent}", adverb, base, rest)
    if asked:
        front = wording.question_about(said, asked)
        return _CARDS.question(front, answer, lines, 0.73, "a reason, an occasion or an aim")
    if base in _ENABLING - {"allow", "enable", "permit"}:
        return None
    moved = _MOVED.match(rest)
    verb = base
    if moved:
        verb, rest = f"{base} {moved.group('word')}", moved.group("object")
        verb += " do" if moved.group("word") == "to" and terms.is_order(rest) else ""
    found = verb_questions.asked_of(verb, rest, fewest=agents.fewest(agent, said))
    if found is None or (found.opener == "what" and base in verb_questions.WEAK and _is_open(found.answer)):
        return None
    if base == "include" and len(named := definitions.listed(found.answer)) > _FEWEST and not found.behind:
        return _included(said, agent, named, found.answer, lines)
    is_only = adverb.strip().lower() == "only"
    asked = found.about(f"{do} {agent}", verb if is_only else f"{adverb.lower()}{verb}")
    front = wording.question_about(said, f"{asked.rstrip('?')}, and nothing else?" if is_only else asked)
    return _CARDS.question(front, found.answer, lines, 0.72, "subject, verb and object")


def _reason_or_occasion(who: str, adverb: str, base: str, rest: str) -> tuple[str, str]:
    """The question and answer of a sentence that tells why, when or for which deed something is done; else empty."""
    if reason := _BECAUSE.match(rest):
        return f"why {who} {adverb.lower()}{base} {reason.group('said')}?", reason.group("why")
    if base in _ENABLING and (enabled := _ENABLED.match(rest)):
        return f"what {who} {base} you to do?", enabled.group("rest")
    if base not in _ENABLING and _OCCASION.match(rest):
        return f"when {who} {base}?", f"{adverb}{rest}"
    return "", ""


def _included(said: str, agent: str, named: tuple[str, ...], answer: str, lines: candidates.Lines) -> Candidate | None:
    """The card of a few things that something includes: how many they are stands in the question; None for many."""
    if len(named) > _MAX_INCLUDED:
        return None
    several = wording.number_word(len(named))
    asked = f"which {several} {agent}?" if terms.is_plural(agent) else f"which {several} things does {agent} include?"
    return _CARDS.question(wording.question_about(said, asked), answer, lines, 0.72, "what is included")


def _is_open(answer: str) -> bool:
    """Whether an answer is one of many, or says no more than that there is one of its own."""
    return _IS_OPEN.search(answer) is not None or (_OF_ITS_OWN.match(answer) is not None and " of " not in answer)
