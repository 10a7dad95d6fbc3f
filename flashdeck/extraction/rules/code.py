"""A few lines of program text under a comment that says what they do -> the code for it."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.text import shells

_CARDS: Final = candidates.Maker("code", CardKind.COMMAND)
_COMMENT: Final = re.compile(r"^\s*(?:/\*(?P<block>[^*]{4,160})\*/|(?:--|#|//)\s*(?P<line>\S[^\n]{3,160}))\s*(?:\n|$)")
_SPACED: Final = re.compile(r"\w [.,] \w|[$(] \w+ \)|/ \w+ / \w")
"""A listing whose signs the page sets with blanks around them; typed so, it would not run."""
_KEYWORD: Final = re.compile(r"^[A-Z]{3,}\b", re.MULTILINE)
_NAME: Final = re.compile(r"(?<![\w'])[a-z]\w{2,}")
_QUOTED: Final = re.compile(r"'[^'\n]*'")
_MOST_NAMES: Final = 3
_MAX_LINES: Final = 5
_MAX_WORDS: Final = 40


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each short code whose comment, alone in the code before it or on top, explains it."""
    said, first_line = "", 0
    for code, above in scope.codes:
        if _SPACED.search(code.source):
            continue
        comment = _COMMENT.match(code.source)
        rest = code.source[comment.end() :].strip("\n") if comment else code.source.strip("\n")
        if comment:
            said = terms.clean_statement(comment.group("block") or comment.group("line"))
            first_line = code.first_line
        elif not said and _says_what_it_does(above):
            said, first_line = terms.clean_statement(above), code.first_line
        if not rest.strip():
            continue
        lines = [shells.PROMPT.sub("", line.strip(), count=1) for line in rest.splitlines() if line.strip()]
        if said and len(lines) <= _MAX_LINES and terms.count_words(rest) <= _MAX_WORDS and not _COMMENT.search(rest):
            named = _names_unsaid(rest, said)
            if named is None:
                continue
            asked = scope.frames.code_for.format(what=said).removesuffix("?")
            front = wording.question_about(scope.subject, f"{asked}{named}?")
            yield _CARDS.question(front, "\n".join(lines), (first_line, code.last_line), 0.8, "code under its comment")
        said = ""


def _names_unsaid(code: str, said: str) -> str | None:
    """Return the names that a student cannot know from the comment, or None when there are too many to give.

    Only where keywords are written in capitals (`CREATE GROUP pilots`) the other words are names.
    """
    bare = _QUOTED.sub(" ", code)
    if not _KEYWORD.search(bare):
        return ""
    known = terms.stems(said)
    names = dict.fromkeys(word for word in _NAME.findall(bare) if not terms.stems(word) <= known)
    if len(names) > _MOST_NAMES:
        return None if len(code.splitlines()) > 1 else ""
    return f" ({', '.join(names)})" if names else ""


def _says_what_it_does(above: str) -> bool:
    """Whether the words above a code tell what it does (`Creating two crates`) rather than where it belongs."""
    found = terms.words(above)
    return len(found) > 2 and (terms.is_order(above) or found[0].casefold().endswith("ing"))
