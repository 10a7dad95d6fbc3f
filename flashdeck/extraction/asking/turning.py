"""A question whose verb has many answers -> the same statement asked from its other side, which has one."""

import re
from dataclasses import replace
from typing import Final

from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate

_PROVIDES: Final = re.compile(
    r"^(?P<owner>.+: )(?:what|which kind of \w+) (?:does|do) "
    r"(?P<who>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}|[A-Z]+ [a-z]+) provide\?$"
)
_OPEN: Final = re.compile(
    r"^(?P<owner>[^?]+: )?what (?P<asked>(?:does|do|can|should|must|will) [^?]{3,120})\?$", re.IGNORECASE
)
_QUALIFIED: Final = re.compile(
    r"^(?:an? |the )?(?:(?!(?:of|to|in|on|for|from|with|more|fewer) )[\w“”/-]+ ){1,3}(?P<head>[a-z]{3,})$"
)
_INTO_NAME: Final = re.compile(r"^(?P<asked>.+?) (?P<word>into|to|from|on) (?P<name>[A-Z].+)$")
_EMPTY: Final = lexicon.BLAND_WORDS | lexicon.word_set(
    "use usage access process own certain specific detailed consistent better"
)
_GLOSSED: Final = re.compile(r"(?P<noun>[a-z]+s) \((?P<what>[A-Z]{2}[\w/]*(?: [A-Z]\w+)* [a-z]+)\)")
_ASKS_WHAT: Final = re.compile(r"^(?P<owner>.+: )what (?P<rest>(?:can|do|does|must|should) .+\?)$")
_FROM_WHICH_SIDE: Final = re.compile(
    r"^(?P<said>[^()]{8,}?) "
    r"(?P<side>\((?:[\w-]+ ){1,3}(?:approach|view|interpretation|perspective|mode|plan|tier|edition)\))$"
)
"""A bracket behind an answer that tells in which of several cases it holds."""
_HAD: Final = re.compile(r"an? (?:[\w-]+ ){1,3}(?P<head>[a-z]{3,})(?: \([^()]+\))?")
_ONLY_HOW: Final = re.compile(
    r"(?:(?P<owner>[^?]+): )?[Hh]ow (?P<can>can|may|must) (?P<it>[^?:]{2,60}) only be (?P<what>[^?]+)\?"
)
_SAME_BUT: Final = re.compile(
    r"(?P<same>the same .{2,60}?) as (?P<other>(?:an? |the )[^,]{2,50}?), but (?P<different>an? different .{2,60})"
)
"""What a thing shares with another one, and what not."""
_PUTS: Final = re.compile(r" (?:place|put|push|distribute|send|spread|deliver)$")
_PUT_SOMEWHERE: Final = re.compile(
    r"(?P<what>(?!.*\b(?:such as|that|which)\b)(?:(?!(?:of|for|with|from|in) )[\w&/-]+ ){1,5}?)"
    r"(?P<where>(?:on|onto|across|to|into|down to|over|between|among) \S.+)"
)
"""Things and where they are put, which is the news."""
_START: Final = 4


def turned(candidate: Candidate) -> Candidate | None:
    """Return the candidate asked so that its answer is news; None where nothing of it is.

    Who provides something is asked where it asks what a thing provides, which is one of much; and for the kind of a
    thing (`a brass bell`) where the front names the thing itself. In which of several cases the answer holds stands on
    the front.
    """
    sided = _FROM_WHICH_SIDE.match(candidate.back)
    if sided is not None and candidate.front.endswith("?"):
        candidate = replace(candidate, front=f"{candidate.front[:-1]} {sided['side']}?", back=sided["said"])
    if alone := _ONLY_HOW.fullmatch(candidate.front):
        owner = f"{alone['owner']} – {alone['it']}" if alone["owner"] else alone["it"]
        return replace(candidate, front=f"{owner}: {alone['can']} only be {alone['what']} – how?")
    provides = _PROVIDES.match(candidate.front)
    if (
        provides is not None
        and _is_provider(provides["who"], candidate.back)
        and not _starts(provides["who"]) & _starts(candidate.back + provides["owner"])
    ):
        return replace(candidate, front=f"{provides['owner']}what provides {candidate.back}?", back=provides["who"])
    glossed, asked = _GLOSSED.fullmatch(candidate.back), _ASKS_WHAT.match(candidate.front)
    if glossed is not None and asked is not None:
        front = f"{asked['owner']}which {glossed['noun']} {asked['rest']}"  # `signals (VHF calls)`: anybody has signals
        return replace(candidate, front=front, back=glossed["what"])
    opened = _OPEN.match(candidate.front)
    if opened is None:
        return candidate
    shown = terms.stems(candidate.front)
    news = [word for word in terms.content_words(candidate.back) if terms.stem(word) not in shown]
    if all(word in _EMPTY for word in news):
        found = _INTO_NAME.match(opened["asked"])
        return (
            _asking(candidate, opened, f"{found['word']} what {found['asked']} {candidate.back}?", found)
            if found
            else None
        )
    if turned_round := _of_place_or_kind(candidate, opened):
        return turned_round
    qualified = _QUALIFIED.match(candidate.back)
    if (
        opened["asked"].endswith(" do")
        or terms.is_order(candidate.back)
        or qualified is None
        or terms.stem(qualified["head"]) not in shown
    ):
        return candidate
    return _asking(candidate, opened, f"what kind of {qualified['head']} {opened['asked']}?")


def _of_place_or_kind(candidate: Candidate, opened: re.Match[str]) -> Candidate | None:
    """Return the question where things are put, or of what kind a thing is that something must have."""
    put = _PUT_SOMEWHERE.fullmatch(candidate.back) if _PUTS.search(opened["asked"]) else None
    if put is not None:
        owner = opened["owner"] or ""
        question = f"where {opened['asked']} {put['what'].strip()}?"
        return replace(
            candidate, front=f"{owner}{question}" if owner else question[:1].upper() + question[1:], back=put["where"]
        )
    if (shared := _SAME_BUT.fullmatch(candidate.back)) and opened["asked"].endswith(" have"):
        question = f"what {opened['asked']} in common with {shared['other']}, and what not?"
        return replace(_asking(candidate, opened, question), back=f"{shared['same']}, but {shared['different']}")
    had = _HAD.fullmatch(candidate.back) if opened["asked"].endswith(" have") else None
    return _asking(candidate, opened, f"what kind of {had['head']} {opened['asked']}?") if had is not None else None


def _is_provider(who: str, provided: str) -> bool:
    """Whether a name may be asked for by the whole of what it provides: one of several words, or no common word."""
    is_whole = terms.words(provided)[-1].casefold() not in lexicon.ANSWER_PREPOSITIONS
    return is_whole and (" " in who or not who[1:].islower())


def _asking(candidate: Candidate, opened: re.Match[str], question: str, told: re.Match[str] | None = None) -> Candidate:
    """Return the candidate with another question, and another answer where one is told."""
    front = f"{opened['owner']}{question}" if opened["owner"] else question[:1].upper() + question[1:]
    return replace(candidate, front=front, back=told["name"] if told else candidate.back)


def _starts(text: str) -> frozenset[str]:
    """Return how the words that carry meaning begin, alike for `scaling` and `scalability`."""
    return frozenset(word[:_START] for word in terms.content_words(text))
