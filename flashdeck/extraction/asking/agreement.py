"""Words that agree: the verbs of an answer with its question (`What do tugs do?` `Pull ships`), an article with a name.

A base form answers a question about one thing as well, so that only the third person is looked at.
"""

import re
from typing import Final

from flashdeck.extraction.languages.lexicon import STOP_WORDS, VERB_FORMS, VERBS

_ASKS: Final = re.compile(r"\bdo\b[^?]{1,200}\bdo\?$")
_OPENS: Final = re.compile(r"(?:[A-Za-z]+ly |also )?(?P<verb>[A-Za-z]+)(?=[\s,])", re.IGNORECASE | re.ASCII)
_NEXT: Final = re.compile(r"(?:,|\b(?:and|or|but|then)) (?:and |or |then )?(?:[a-z]+ly )?(?P<verb>[a-z]+)\b")

_BEFORE_NAME: Final = re.compile(r"[Aa](?<!\w.)n? [a-z]+[A-Z]")
"""An article before a name of program text, as most questions have none."""
_LONE_NAME: Final = re.compile(
    r"[Aa](?<!\w.)n? (?P<name>[a-z]+[A-Z]\w*)(?=\?| (?:be|do|mean|have|hold|contain|need|require)\b)"
)
_WRONG_ARTICLE: Final = re.compile(r"(?P<a>[Aa])(?<!\w.)(?= [aeio][a-z]*[A-Z])")
"""The letter comes first, because to search for one of a few characters is quick; then what stands before it."""


def agreeing(front: str, back: str) -> str:
    """Return the answer with its verbs in the plural where the question asks of several; as it is where unsure."""
    opens = _OPENS.match(back) if front.endswith("do?") and _ASKS.search(front) else None
    if opens is None or VERBS.get(opens["verb"].casefold(), opens["verb"].casefold()) == opens["verb"].casefold():
        return back
    said = [back[: opens.start("verb")], _base(opens["verb"])]
    done = opens.end("verb")
    for found in _NEXT.finditer(back, done):
        verb = found["verb"]
        if verb not in VERBS and verb.endswith("s"):
            return back  # it may be a verb that no list has
        if VERBS.get(verb, verb) == verb:
            continue
        following = back[found.end("verb") :].split()[:1]
        if verb not in VERB_FORMS and not (following and following[0].rstrip(",;") in STOP_WORDS):
            return back  # it may be a noun
        said += [back[done : found.start("verb")], _base(verb)]
        done = found.end("verb")
    return "".join((*said, back[done:]))


def with_article(front: str) -> str:
    """Return a question without an article before a lone name of program text (`What is a tugLine?`).

    Before a noun behind it the article stays (`a tugLine rope`), as `an` before a vowel.
    """
    if _BEFORE_NAME.search(front) is None:
        return front
    bare = _LONE_NAME.sub(lambda match: match["name"], front)
    return _WRONG_ARTICLE.sub(lambda match: f"{match['a']}n", bare)


def _base(verb: str) -> str:
    """Return the base form of a verb in the third person, its first letter kept."""
    return f"{verb[0]}{VERBS[verb.casefold()][1:]}"
