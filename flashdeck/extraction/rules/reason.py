"""What makes something a good or a bad choice (`Oak is heavy, so it's no good mast`) -> why it is one."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import clauses
from flashdeck.extraction.analysis.scope import Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("reason", CardKind.PROBLEM)
_JUDGED: Final = re.compile(
    r"^(?P<what>(?!(?:it|they|this|that|these|those|we|you)\b)[^\s,;:]+(?: [^\s,;:]+){0,4}?) "
    r"(?P<why>(?:has|have|is|are|does|do|doesn['’]t|don['’]t|can|cannot|can['’]t|takes?|needs?|keeps?) "
    r"[^;:]{6,120}?),? so (?:it|they)(?:['’]s|['’]re| is| are) (?P<judged>(?:not )?(?:an? |the )?(?:very )?"
    r"(?:good|great|bad|poor|ideal|best|better|worse|suitable|unsuitable|safe|unsafe|right|wrong|perfect|cheap|expensive)\b.*)$",
    re.IGNORECASE,
)
_OF_ONE: Final = frozenset({"has", "is", "does", "doesn't", "doesn’t", "takes", "needs", "keeps"})
_MOST_WORDS: Final = 22


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each judgement that stands behind its reason."""
    for item in scope.walk():
        if " so " not in item.plain or not item.is_statement:
            continue
        match = _JUDGED.match(item.said)
        if match is None or not clauses.is_agent(match.group("what")) or terms.count_words(match["why"]) > _MOST_WORDS:
            continue
        one = match.group("why").partition(" ")[0].casefold() in _OF_ONE
        owner = item.owner
        asked = f"why {'is' if one else 'are'} {match.group('what')} {match.group('judged')}?"
        answer = f"{match.group('what')} {match.group('why')}"
        lines = (item.text.first_line, item.text.last_line)
        yield _CARDS.question(wording.question_about(owner, asked), answer, lines, 0.8, "a judgement with its reason")
