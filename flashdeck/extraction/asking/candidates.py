"""How rules write down what they propose, so that every candidate is made alike."""

from collections.abc import Iterable
from typing import NamedTuple

from flashdeck.domain import cloze
from flashdeck.extraction.asking import agreement
from flashdeck.extraction.model import Candidate, CardKind

Lines = tuple[int, int]
"""First and last line of what a candidate was made from, in either order: notes above a block may be read after it."""


class Maker(NamedTuple):
    """Makes the candidates of one rule."""

    rule: str
    kind: CardKind

    def question(self, front: str, back: str, lines: Lines, confidence: float, evidence: str) -> Candidate:
        """Return a question with its answer."""
        return Candidate(
            rule=self.rule,
            kind=self.kind,
            front=_folded(agreement.with_article(front)),
            back=_folded(agreement.agreeing(front, back)),
            first_line=min(lines),
            last_line=max(lines),
            confidence=confidence,
            evidence=evidence,
        )

    def cloze(self, text: str, hidden: tuple[int, int], lines: Lines, confidence: float, evidence: str) -> Candidate:
        """Return a cloze that hides a half-open range of the text."""
        start, end = hidden
        marked = text[:start] + cloze.gap(text[start:end]) + text[end:]
        return Candidate(
            rule=self.rule,
            kind=self.kind,
            front=cloze.question(marked, 1),
            back=text[start:end],
            first_line=min(lines),
            last_line=max(lines),
            confidence=confidence,
            evidence=evidence,
            cloze_text=marked,
        )


def as_list(names: Iterable[str]) -> str:
    """Return names as the lines of a list; Markdown and plain text read alike."""
    return "\n".join(f"- {name}" for name in names)


def _folded(text: str) -> str:
    lines = text.strip().splitlines()
    return "\n".join([" ".join(line.split()) for line in lines])
