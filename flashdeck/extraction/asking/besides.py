"""A question that a slide answers twice -> the same question for what else, the first answer named in it."""

import re
from typing import Final

from flashdeck.extraction.languages import terms

_ASKS: Final = re.compile(
    r"(?=.*\?$)(?P<before>.*: )?(?P<word>what|when|where) "
    r"(?P<rest>(?:does|do|can|(?:is|are)\b.{1,300}\b(?:for|used|useful|appropriate)\b).*)\?$",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(r"(?<=\S)\s*\([^()]*\)$")
_MAX_TOLD_WORDS: Final = 10


def ask_else(front: str, told: str) -> str:
    """Return the question that leaves out an answer already told; empty when its form allows none.

    Args:
        front: the question that has two answers.
        told: the answer that another card gives to it.
    """
    match, told = _ASKS.match(front), _REMARK.sub("", told)
    if match is None or "\n" in told or terms.count_words(told) > _MAX_TOLD_WORDS:
        return ""
    told = told.removeprefix("to ")
    return f"{match['before'] or ''}{match['word']} else {match['rest']}, besides “{told}”?"
