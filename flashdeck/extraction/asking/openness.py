"""Questions with a verb and nothing behind it that narrows it: nearly anything answers them.

`What does the harbour use?` and `What can a berth be seen in?` have many answers; a part of a thing of which its line
says one deed (`What does cold storage use?`) has one.
"""

import re
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set

_BARE: Final = re.compile(
    r"(?:(?P<before>[^?]{1,300}): )?[Ww]hat (?:does|do) (?P<it>[^?:]{1,200}?) (?P<verb>(?!not\b)[a-z]+)\?", re.DOTALL
)
_OF_ANYTHING: Final = word_set("have provide offer support serve facilitate")
"""What a thing does to several things at once."""
_OF_WHOLE: Final = _OF_ANYTHING | word_set("use run execute perform")
"""What a thing that is a slide's subject does to much, and a part of it to one thing."""
_OF_ITSELF: Final = _OF_WHOLE | word_set("manage handle maintain compute process store")
"""What is said of a thing under its own name, where its deeds stand one below the other."""
_ENABLING: Final = word_set("allow enable permit")
_EVERY: Final = re.compile(r"(?:each|every) ")
_DEED: Final = re.compile(r"\b(?:use|\w{3,}ing|\w{4,}[tsx]ion|\w{3,}ment|removal|access)\b")
_FEWEST_ENABLED: Final = 4
_ELSEWHERE: Final = re.compile(
    r"\b(?:what|which \w+) does \w+bility (?!mean|measure|describe)[^\W\d_]+\b[^?]{0,200}\?$"
    r"|\bwhat (?:can|may|could) [^?]{1,200} be \w+ (?:by|in|within|with)\?$"
    r"|\bwhat (?:is|are) [^?]{1,200} similar to\?$"
    r"|\bhow (?:does|do) [^?]{1,200} handle [^?]{1,200}\?$"
    r"|\bwhat (?:does|do|will) [^?]{1,200} (?:occur|happen|take place) in\?$"
    r"|\bwhat does [^\W\d_]+ing (?:\S+ ){2,8}(?:in|of|for|with|to|at|from|by) [^?]{1,80} do\?$"
    r"|\bwhat does [^?]{1,200} (?P<verb>[^\W\d_]{4,}) (?:for|in|on|with) (?P=verb)e?d\b[^?]{0,100}\?$"
    r"|\bwhat can you \w+ (?:after|before|during|by) \w+\?$"
    r"|^What (?:does|do) [^?]{1,200} help (?:in|with)\?$",
    re.IGNORECASE,
)
"""A quality or a work, which does nothing; one of many tools or places; a likeness; what a thing is good for."""


_HAD: Final = re.compile(
    r"\b(?:what|which (?!two|three|four|kinds?)[^\W\d_]+) (?:can|may) [^?:]{1,100} have\?$", re.IGNORECASE
)


def leaves_open(front: str, back: str) -> bool:
    """Whether a question of a subject and its verb has many answers, of which the card knows one."""
    if _ELSEWHERE.search(front):
        return True
    if front.lower().endswith(" have?") and _HAD.search(front) and not back.startswith("only "):
        return True
    bare = _BARE.fullmatch(front)
    if bare is None or _EVERY.match(bare["it"]):
        return False
    head, but, _ = back.partition(", but ")
    if but and len(terms.content_words(head)) == 1:
        return True
    before, it, verb = bare["before"] or "", bare["it"], bare["verb"]
    if verb in _ENABLING:
        told = terms.content_words(back)
        return ":" in back or (len(told) < _FEWEST_ENABLED and _DEED.search(back) is None)
    if verb in _OF_ANYTHING or (verb in _OF_WHOLE and not before):
        return True
    return verb in _OF_ITSELF and terms.stems(it) <= terms.stems(before)
