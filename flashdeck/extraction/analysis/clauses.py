"""How an English main clause is built: who does it, the verb, and what it is done to."""

import re
from typing import Final

from flashdeck.extraction.languages import lexicon, terms

_QUALITY: Final = re.compile(r"(?:[a-z]{3}able|ible|ful|less|ous|never|always|often)$")
_AGENT_ENDS: Final = re.compile(r"[,;:()]")
_JOINT: Final = re.compile(r",? (?:and|&) (?:\w+ly |auto-)?(?P<verb>[a-z]+s) (?!of\b)")
_JOINT_OF_THIRD: Final = re.compile(
    r",? (?:and|&) (?:auto-)?(?P<verb>[a-z]+s) (?:the\b|an?\b|its\b|[A-Z]|to [a-z]+ |[a-z]+s [a-z]+ly\b)"
)
"""A verb that may be a noun too needs an object behind it."""
_JOINT_OF_BASE: Final = re.compile(r",? (?:and|&) (?P<verb>[a-z]+) (?:the|an?|its|your|their|all|data|messages|them)\b")
_SECOND: Final = re.compile(
    r",? (?:but |[-–] |which )(?:also )?(?:can|may|must|will|should|is|are|has|have|does|do|not)\b.*$|, then .*$|"
    r", (?:managed|owned|operated|maintained) by .*$",
    re.IGNORECASE,
)
"""What is said besides, of which nobody asked (`oak, but can be used for fir too`, `the quay, then weighed`)."""
RIDER: Final = re.compile(r", which .*$|,? so (?:it|they|you)(?:['’]s|['’]re)?\b.*$")
"""What follows from a statement and was not asked."""
_BUT: Final = re.compile(r",? but (?P<said>.+)$", re.IGNORECASE)
_OBJECT: Final = re.compile(
    r"[“\"]|(?:an?|the|its|their|your|all|any) |[a-z]+ or [a-z]+ [a-z]", re.IGNORECASE | re.ASCII
)
_FINITE: Final = lexicon.TERM_BREAKERS - lexicon.word_set("you we they it i he she it’s it's")
_NO_AGENTS: Final = lexicon.word_set(
    """how what which why where who now once both
    many several various different most ability option possibility first second third last next then finally
    optionally make check ensure note let see"""
)
_ADVERBIAL: Final = re.compile(
    r"(?:us|you|them|together|when|if|until|during|after|before|while|that|how|what|where|whether|not|only|out|up|down|than|and|or|"
    r"(?:at|by) least|the same(?=,)|once|because|since)\b|\w+ly(?:,|$)|\("
)
PASSIVE: Final = re.compile(
    r"(?P<who>\S.{2,60}?) (?P<be>is|are|can|may|must|should) (?P<done>(?:be )?(?:\w+ly )?(?:[^\W\d_]+ed|set))",
    re.IGNORECASE,
)
"""What is done with a thing, without how or where."""
_POINTS_BACK: Final = re.compile(r"\band\s+\w+\s+(?:them|it)\b")
_WEAK_VERBS: Final = lexicon.word_set("make take get go come have need want know be mean happen become remain stay")
_MAX_AGENT_WORDS: Final = 5
_LONGEST_AGENT: Final = 50
_MAX_REST_WORDS: Final = 14
_ASKING: Final = frozenset({"how", "what", "which", "where", "why", "too"})
"""Words inside which a clause of its own begins."""
_VAGUE: Final = lexicon.word_set("complexities complexity feedback people resources things details information")
"""Objects that fit nearly every verb."""


def is_manner(phrase: str) -> bool:
    """Whether a phrase completes a passive (`By weight`, `Based on the length of the ship`)."""
    return phrase.partition(" ")[0].casefold() in lexicon.ANSWER_PREPOSITIONS


def without_remark(rest: str) -> str:
    """The object up to a remark that has a verb of its own (`oak, but fir burns better`)."""
    but = _BUT.search(rest)
    return _SECOND.sub("", rest[: but.start()] if but and terms.is_clause(but["said"]) else rest)


def without_second_verb(rest: str) -> str:
    """The object up to a second verb of the same subject (`ropes and ties knots`), or up to a remark with one."""
    rest = without_remark(rest)
    for match in _JOINT.finditer(rest):
        verb = match.group("verb")
        if lexicon.VERBS.get(verb, verb) != verb and verb in lexicon.VERB_FORMS:
            return rest[: match.start()]
    for match in _JOINT_OF_THIRD.finditer(rest):
        verb = match.group("verb")
        if lexicon.VERBS.get(verb, verb) != verb:
            return rest[: match.start()]
    for match in _JOINT_OF_BASE.finditer(rest):
        verb = match.group("verb")
        before = rest[: match.start()].rpartition(" ")[2]
        if lexicon.VERBS.get(verb) == verb and verb in lexicon.VERB_FORMS and before not in lexicon.VERBS:
            return rest[: match.start()]
    return rest


def subject_and_verb(plain: str) -> tuple[str, str, str, str] | None:
    """Return subject, adverb, base form of the verb and the rest of a sentence whose subject agrees with its verb."""
    found = plain.split()
    for index in range(1, min(len(found) - 1, _MAX_AGENT_WORDS + 2)):
        verb = found[index]
        if verb not in lexicon.VERBS:
            continue
        adverb = f"{found[index - 1]} " if found[index - 1].endswith("ly") and index > 1 else ""
        agent, rest = " ".join(found[: index - bool(adverb)]), " ".join(found[index + 1 :])
        if len(agent) > _LONGEST_AGENT or "-" in found[1:index] or _AGENT_ENDS.search(agent):
            return None
        if _is_finite(verb, rest) and is_agent(agent) and is_plural(agent) == (lexicon.VERBS[verb] == verb):
            return agent, adverb, lexicon.VERBS[verb], rest
    return None


def _is_finite(verb: str, rest: str) -> bool:
    """Whether a word is the verb of a sentence; one that can be a noun too needs an object behind it."""
    base = lexicon.VERBS[verb]
    opens_object = _OBJECT.match(rest) is not None
    if base == "have":
        return opens_object
    if base in _WEAK_VERBS:
        return False
    is_noun_too = terms.words(rest)[:1] and terms.words(rest)[0].casefold() in _FINITE
    return not is_noun_too and (verb in lexicon.VERB_FORMS or opens_object)


def is_plural(agent: str) -> bool:
    """Whether a subject takes the verb of the plural."""
    return terms.is_plural(agent) or " and " in agent


def is_agent(text: str) -> bool:
    """Whether words can be the subject of a question: one short noun phrase without a verb or a praise."""
    found = [word.casefold() for word in terms.words(text)]
    return (
        terms.is_label(text)
        and len(found) <= _MAX_AGENT_WORDS
        and not any(word in lexicon.VERB_FORMS or word.endswith("ly") for word in found)
        and found[0] not in _NO_AGENTS
        and not _ASKING.intersection(found)
        and found[-1] not in _NO_AGENTS
        and not (len(found) > 1 and _QUALITY.search(found[-1]))
    )


def is_object(rest: str) -> bool:
    """Whether words behind a verb are a thing worth asking for: whole, short and no mere adverbial."""
    return (
        terms.count_words(rest) <= _MAX_REST_WORDS
        and not _ADVERBIAL.match(rest)
        and not _POINTS_BACK.search(rest)
        and any(not word.endswith("ly") for word in terms.content_words(rest))
        and terms.key(rest) not in _VAGUE
        and terms.is_balanced(rest)
    )
