"""What a passive answers: where, when, how, to do what, with what something is done."""

import re
from itertools import pairwise
from typing import Final

from flashdeck.extraction.analysis import clauses
from flashdeck.extraction.asking import lists, object_forms, verb_questions
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.naming.wording import number_word
from flashdeck.extraction.text import needles

PREPOSITIONS: Final = (
    "on top of|after|before|during|for|to|by|within|without|with|into|in|on|from|as|at|of|across|against|through|over|"
    "via|until"
)
_IRREGULAR: Final = (
    *("built", "made", "written", "kept", "sent", "run", "held", "taken", "given", "set", "available", "compatible"),
    *("responsible", "accessible", "visible", "dependent", "subject", "similar", "comparable", "identical"),
)
_PARTICIPLE: Final = re.compile(
    r"^(?:(?P<term>[^,;:()]{2,50}?)\s++)??(?:(?P<be>is|are|can be|can only be|may be|must be|should be)\s+)?"
    r"(?P<adverb>\w+ly\s+)?(?P<done>(?!(?:embed|(?:ex|pro|suc)ceed|need|feed|speed|seed)\b)[\w/]{3,}ed|"
    rf"{'|'.join(_IRREGULAR)})\s+"
    rf"(?P<word>{PREPOSITIONS})\s+(?P<rest>\S.+)$",
    re.IGNORECASE,
)
_DONE: Final = ("ed", *_IRREGULAR)
_WORDS: Final = frozenset({"on", *PREPOSITIONS.split("|")})
_PAST_DEEDS: Final = lexicon.word_set(
    "created donated founded released developed invented introduced launched acquired renamed initiated open-sourced"
)
"""What was done to a thing once; said without a form of `be` it lies in the past."""
_BY_WHOM: Final = re.compile(r"by |(?:at|in|to|from)\s+(?:the )?[A-Z]")
"""Who did it or where: `created with a saw` holds for every one of them, today too."""
_PLACED: Final = lexicon.word_set(
    "stored placed kept created discouraged hosted installed deployed located saved run defined cached"
)
"""What is done somewhere: `stored in the hold` tells where."""
_DETERMINED: Final = re.compile(r"(?:an?|the|all|any|each|every|one|your|its|their) ")
_TASKED: Final = lexicon.word_set(
    """used configured required set asked told allowed needed expected able designed intended made built trained forced
    meant permitted authorized supposed enabled programmed instructed extended reused trusted specified"""
)
"""What is `required to` or `configured to` does something; what is `copied to` something only has a purpose."""
_MOVED_ITSELF: Final = lexicon.word_set("graduated emerged evolved originated")
"""What nobody does to a thing: `evolved from a raft` is no passive."""
_GUARDED: Final = lexicon.word_set("encrypted protected secured")
_STATE: Final = re.compile(r"(?:rest|transit|flight)\b", re.IGNORECASE)
_TIMES: Final = frozenset({"after", "before", "during"})
_MANNER: Final = re.compile(
    r"(?:rest|transit|flight|order|sync|place|time(?!-)|parallel|(?:near[- ])?real[- ]time|memory|advance|batch(?:es)?|"
    r"(?:milli)?seconds|minutes|(?:the )?background|default|scale|demand|an? (?:\w+ )?(?:form|way|manner|fashion))\b",
    re.IGNORECASE,
)
_SOON: Final = re.compile(r"(?:near[- ])?real[- ]time|(?:milli)?seconds\b|minutes\b", re.IGNORECASE)
_SAME_TIME: Final = re.compile(r"(?:the )?same time\b", re.IGNORECASE)
_CREATION: Final = re.compile(r"(?:\w+ ){0,2}(?:time|launch|startup|boot)(?: of .+)?$", re.IGNORECASE)
_SECOND: Final = re.compile(r"(?<!\s)\s+and\s+(?:\w+ed|cannot|can|must|is|are|will)\b.*$")
_BY_DOING: Final = re.compile(
    r"^(?P<what>[^,;:]{2,60}?),? (?P<means>by \w{2,}ing \S.+|using \S.+|(?:through|via) [A-Z]\S*(?: \S+){0,4})$"
)
_IN_CASE: Final = re.compile(
    r"^(?P<what>[^,;:]{2,50}?) (?P<case>(?:when|if|once|unless|until|upon) \S.{4,60}|(?:before|after) \w+ing \S.+)$"
)
_RIDER: Final = re.compile(
    r", (?:backed|powered|followed) by .*$| and (?:never|not) \w+ed\b.*$|, (?:(?:can|may|must|which|so|thus) .*|"
    r"(?!\w*thing\b)\w+ing (?!.*, (?:or|and)\b).*)$| so (?:it|they|you)\b.*$"
)
"""What follows from a statement and was not asked."""
_JOINED_TO: Final = lexicon.word_set("integrated")
"""What can be said of many things: one of them alone is no answer."""
_AIM: Final = re.compile(r"^(?P<what>[^,;:]{2,50}?) (?P<aim>(?:for|to) [a-z]\S+(?: \S+){0,6})$")
_LISTED: Final = re.compile(r", | (?:and|or|&) ")


def manner(word: str, rest: str) -> str:
    """Return the question word for what tells how or when rather than a thing (`in parallel`), or an empty string."""
    if word in _TIMES or (word == "at" and (_CREATION.match(rest) or _SAME_TIME.match(rest))):
        return "when"
    if word == "for" or not _MANNER.match(rest):
        return ""
    return "how quickly" if _SOON.match(rest) else "how"


def _is_deed(rest: str) -> bool:
    """Whether a word that is no noun with its article may be a verb that the lexicon lacks (`told to moor ships`)."""
    first = rest.partition(" ")[0]
    return first.islower() and not terms.is_plural(first) and _DETERMINED.match(rest) is None


def participle(plain: str) -> re.Match[str] | None:
    """Return how a statement says what is done with a thing, and by what means, where or when; else None."""
    if not needles.any_in(plain, _DONE):
        return None
    ends = pairwise(plain.lower().split())
    may_be = any(done.endswith(_DONE) and word in _WORDS for done, word in ends)
    return _PARTICIPLE.match(plain) if may_be else None


def asked_of(match: re.Match[str], rest: str, core: str, named: str, tail: str) -> tuple[str, str]:
    """Return the question for what completes a passive, and its answer; both empty when none fits.

    Args:
        match: see `participle`.
        rest: what stands behind its preposition.
        core: the words of the passive as a question orders them.
        named: its subject as it stands in the question.
        tail: what closes the question.
    """
    return _turned(match, named, rest, tail) or _kept(match, rest, core, named, tail)


def _kept(match: re.Match[str], rest: str, core: str, named: str, tail: str) -> tuple[str, str]:
    """Return the question for what stands behind a participle, in the order of the passive."""
    word, done, be = match.group("word").lower(), match.group("done").lower(), match.group("be") or ""
    rest = clauses.without_second_verb(rest)
    rest = rest if rest.partition(" ")[0].endswith("ing") else _RIDER.sub("", rest)
    how = manner(word, rest) if done != "based" else ""
    if how:
        return _of_manner(how, f"{match.group('word')} {rest}", core, tail, is_guarded=done in _GUARDED)
    if word == "to" and (terms.is_order(rest) or (done in _TASKED and _is_deed(rest))):
        if done in _TASKED:
            return ("", "") if be.startswith(("can", "may")) else (f"what {core} to do{tail}?", rest)
        return ("", "") if " only" in be else (f"why {core}{tail}?", f"to {rest}")
    if done in _MOVED_ITSELF and not be:
        return f"what did {named} {done.removesuffix('d')} {word}{tail}?", rest
    if word in {"in", "on", "at"} and done in _PLACED:
        return f"where {core}{tail}?", f"{word} {rest}"
    found = verb_questions.of_all(rest) or verb_questions.against(rest) or verb_questions.of_two(rest)
    if found is not None:
        behind = f" {found.behind}" if found.behind else ""
        return f"{found.opener} {core} {word}{tail}{behind}?", found.answer
    if facet := object_forms.facet_of(rest):
        return f"{word} which {facet} {core}{tail}?", rest
    period_or_purpose = _behind_for(rest, core, tail) if word == "for" else None
    return period_or_purpose or _narrowed(f"{core} {word}", rest, tail, is_open=done in _JOINED_TO)


def _turned(match: re.Match[str], named: str, rest: str, tail: str) -> tuple[str, str] | None:
    """The question for what makes something available, and for who supports it, with their number where it is known."""
    done, word = match.group("done").lower(), match.group("word").lower()
    if (done, word) == ("available", "with"):
        return f"what makes {named} {(match.group('adverb') or '').lower()}available{tail}?", rest
    if (done, word) != ("supported", "by") or (match.group("be") or "").startswith("can"):
        return None
    parts = [part for part in _LISTED.split(rest) if part]
    counted = len(parts) > 1 and lists.are_names(parts)
    return (f"what supports {named}{tail} ({number_word(len(parts))} answers)?", rest) if counted else None


def _behind_for(rest: str, core: str, tail: str) -> tuple[str, str] | None:
    """The question for how long or for which purposes something is done."""
    if verb_questions.PERIOD.match(rest):
        return f"how long {core}{tail}?", f"for {rest}"
    purposes = rest.removesuffix(" purposes")
    return (f"for which purposes {core}{tail}?", purposes) if purposes != rest else None


def _of_manner(how: str, said: str, core: str, tail: str, *, is_guarded: bool) -> tuple[str, str]:
    """The question for a manner; what is guarded is so in a state (`at rest`), by some means or else unasked."""
    if how != "how" or not is_guarded or not _STATE.match(said.partition(" ")[2]):
        return f"{how} {core}{tail}?", _SECOND.sub("", said)
    means = _BY_DOING.match(said)
    if means:
        return f"how {core} {means.group('what')}{tail}?", means.group("means")
    return "", ""  # there are but two states


def _narrowed(core: str, rest: str, tail: str, *, is_open: bool) -> tuple[str, str]:
    """The question whose answer is a thing: the means, the case and the aim behind it narrow it."""
    means, case, aim = _BY_DOING.match(rest), _IN_CASE.match(rest), _AIM.match(rest) if is_open else None
    if means:
        return f"how {core} {means.group('what')}{tail}?", means.group("means")
    if case:
        return f"what {core}{tail} {case.group('case')}?", case.group("what")
    if aim:
        return f"what {core}{tail} {aim.group('aim')}?", aim.group("what")
    return ("", "") if is_open and not _LISTED.search(rest) else (f"what {core}{tail}?", rest)


def ordered(match: re.Match[str], named: str, last: str) -> str:
    """Return the words of a passive as a question orders them (`can the crate be sealed`)."""
    be = match.group("be") or ""
    modal, _, infinitive = be.partition(" ")
    if not infinitive:
        done = f"{match.group('word')} {match.group('rest')}"
        past = match.group("done").lower() in _PAST_DEEDS and not be and _BY_WHOM.match(done) is not None
        forms = ("was", "were") if past else ("is", "are")
        modal = be if match.group("term") and be else forms[terms.is_plural(last)]
    return " ".join(
        filter(None, (modal, named, infinitive, (match.group("adverb") or "").strip(), match.group("done")))
    )
