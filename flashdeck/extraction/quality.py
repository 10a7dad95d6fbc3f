"""Judges a candidate: a veto with its reason, or a score from 0 to 1 with what lowered it.

The checks follow the card-quality literature (Wozniak's rules of formulation; QGEval's answerability): an answer
that is not on the slide, a front that gives it away or that cannot be understood alone is worse than no card.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from flashdeck.domain import cloze
from flashdeck.extraction import terms
from flashdeck.extraction.lexicon import EMPTY_PREDICATES, STOP_WORDS
from flashdeck.extraction.model import Candidate, CardKind, Slide

MAX_SIDE_WORDS: Final = 60
_COMFORTABLE_ANSWER_WORDS: Final = 12
_COMFORTABLE_FRONT_WORDS: Final = 25
_MAX_CLOZE_WORDS: Final = 40
_EMPTY_ANSWERS: Final = (
    frozenset({"the rest", "all others", "others", "everything", "anything", "it depends"}) | EMPTY_PREDICATES
)
_BROKEN: Final = re.compile("[\ufffd\ue000-\uf8ff]|\\\\u[0-9a-fA-F]{4}")
_DANGLING: Final = re.compile(
    r"(?:[(\[{=:∗*+<]|\b(?:and|or|the|a|an|of|with|in|for|by|from|is|are|using|via|e\.g\.?|such as))\s*$", re.IGNORECASE
)
_DEICTIC_START: Final = re.compile(
    r"(?:^|: |– )(?:it|this|these|that|those|they|them|he|she|such|here|there|otherwise|but|and|or|so|also|then|"
    r"therefore)\b(?!\s*(?:\?|$))",
    re.IGNORECASE,
)
_DEICTIC: Final = re.compile(
    r"\b(?:the following|as follows|see (?:next|previous|below|above)|next slide|previous slide|this slide|"
    r"in this (?:lecture|course|section|video)|(?:shown|listed|described|mentioned) (?:above|below)|let[’']s|"
    r"we(?:[’']ll| will) (?:see|get into|cover|look|talk|discuss|learn|use)|hands[- ]on|as we saw)\b",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"(?:https?://|www\.|mailto:)\S+|<https?:", re.IGNORECASE)
_FILE: Final = re.compile(r"[\w-]+\.(?:txt|csv|pdf|json|png|jpe?g|docx?|xlsx?|zip|html?|log)", re.IGNORECASE)
_NOISE: Final = re.compile(r"©|all rights reserved|\bclick\b|\blorem ipsum\b|\(UTC[+-]|▼|▾|\bInfo$", re.IGNORECASE)
_COURSE: Final = re.compile(
    r"\b(?:(?:the|this|our|your) (?:exam|course|instructors?)|"
    r"exam (?:tips?|guide|overview|questions?|readiness|experience)|certified\b.*|"
    r"certifications?(?: journey| paths?| exam)?|about (?:me|us)|final tips|recipe to succeed|practice exam|"
    r"good luck|thank you|congratulations|scenario overview)\s*[!?.:]*$",
    re.IGNORECASE | re.MULTILINE,
)
_OPENING: Final = re.compile(r"^(?:section\s+1\b.{0,3})?\s*introduction\s*$", re.IGNORECASE)
_SECRET: Final = re.compile(
    r"\b(?=[A-Za-z0-9/+]*\d)(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*[A-Z])[A-Za-z0-9/+]{16,80}\b"
)
_IDENTIFIER: Final = re.compile(r"(?<![\w.,])(?:[0-9a-f]{12,}|\d{9,})(?![\w.%])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What quality says of a candidate.

    Attributes:
        veto: why it must not become a card, or empty.
        score: 0 to 1; 0 with a veto.
        reasons: what lowered the score.
    """

    veto: str = ""
    score: float = 0.0
    reasons: tuple[str, ...] = ()


def source_words(slide: Slide) -> frozenset[str]:
    """Return the words of a slide's knowledge lines, neighbours also joined, as answers must be made of."""
    said = terms.key(" ".join(line.text for line in slide.lines if line.noise is None)).split()
    return frozenset(said) | {"".join(pair) for pair in pairwise(said)}


def is_about_course(slide: Slide) -> bool:
    """Whether a slide speaks of the course, its exam or its makers; only its numbers are worth knowing."""
    return _COURSE.search(f"{slide.title}\n{slide.subtitle}") is not None or (
        _OPENING.search(slide.section) is not None and terms.is_generic(slide.title)
    )


def judge(candidate: Candidate, source: frozenset[str], context: str) -> Verdict:
    """Return the verdict on a candidate that comes from a slide with these words, shown under its context line."""
    veto = next((reason for check in _VETOES if (reason := check(candidate))), "") or _is_not_grounded(
        candidate, source
    )
    if veto:
        return Verdict(veto=veto)
    score = candidate.confidence
    reasons: list[str] = []
    for reason, loss in _losses(candidate, context):
        score -= loss
        reasons.append(reason)
    return Verdict(score=round(min(1.0, max(0.0, score)), 3), reasons=tuple(reasons))


def _is_not_grounded(candidate: Candidate, source: frozenset[str]) -> str:
    missing = [word for word in terms.key(candidate.back).split() if word not in source]
    if not missing:
        return ""
    return f"not grounded: “{missing[0]}” is not on the slide"


def _is_empty(candidate: Candidate) -> str:
    if not terms.words(candidate.back):
        return "the answer has no word"
    if not terms.content_words(candidate.back):
        return "the answer says nothing"
    if terms.key(candidate.back) in _EMPTY_ANSWERS:
        return "the answer says nothing"
    return ""


def _is_noise(candidate: Candidate) -> str:
    for text in (candidate.front, candidate.back):
        if _BROKEN.search(text):
            return "broken characters"
        if _FILE.fullmatch(text):
            return "a file name is no knowledge"
        if _LINK.search(text):
            return "a link is no knowledge"
        if _NOISE.search(text) or _IDENTIFIER.search(text) or _SECRET.search(text):
            return "text of a page or screen, no knowledge"
    return ""


def _is_unbalanced(candidate: Candidate) -> str:
    shown = cloze.filled(candidate.cloze_text) if candidate.cloze_text else candidate.front
    if candidate.kind is not CardKind.QUESTION and not terms.is_balanced(shown):
        return "a bracket is not closed on the front"
    if candidate.kind is not CardKind.QUESTION and not terms.is_balanced(candidate.back):
        return "a bracket is not closed in the answer"
    return ""


def _is_dangling(candidate: Candidate) -> str:
    if _DANGLING.search(candidate.back):
        return "the answer breaks off"
    if _DANGLING.search(candidate.front.removesuffix("?")) and not candidate.cloze_text:
        return "the front breaks off" if not candidate.front.endswith("?") else ""
    if candidate.cloze_text and _DANGLING.search(cloze.filled(candidate.cloze_text)):
        return "the statement breaks off"
    return ""


def _is_deictic(candidate: Candidate) -> str:
    for text in (candidate.front, candidate.back):
        if _DEICTIC.search(text):
            return "points outside the card"
    if _DEICTIC_START.search(candidate.front):
        return "opens with a word that points to another line"
    if re.match(r"(?:it|this|these|those|they|otherwise)\b", candidate.back, re.IGNORECASE):
        return "the answer opens with a word that points to another line"
    if re.match(r"(?:and|or|but|although|because|whereas|while)\s|[&,:;]", candidate.back, re.IGNORECASE):
        return "the answer opens in the middle of a sentence"
    return ""


def _is_wrong_size(candidate: Candidate) -> str:
    if terms.count_words(candidate.front) > MAX_SIDE_WORDS or terms.count_words(candidate.back) > MAX_SIDE_WORDS:
        return f"more than {MAX_SIDE_WORDS} words on a side"
    if len(terms.content_words(candidate.front.replace(cloze.BLANK, ""))) < 1:
        return "the front names nothing"
    if candidate.cloze_text and terms.count_words(candidate.front) > _MAX_CLOZE_WORDS:
        return f"more than {_MAX_CLOZE_WORDS} words around the gap"
    if candidate.cloze_text and len(terms.words(candidate.front.replace(cloze.BLANK, ""))) < 4:
        return "too little stays around the gap"
    return ""


def _gives_away(candidate: Candidate) -> str:
    answer = terms.stems(candidate.back)
    if candidate.kind in {CardKind.COMPARISON, CardKind.QUESTION, CardKind.LIMIT}:
        return ""
    shown = terms.stems(candidate.front.replace(cloze.BLANK, " "))
    shared = answer & shown
    if candidate.cloze_text:
        return "the gap's words stand in the text" if answer and shared == answer else ""
    if answer and len(shared) * 3 > len(answer) * 2:
        return "the front gives the answer away"
    return ""


_VETOES: Final[tuple[Callable[[Candidate], str], ...]] = (
    _is_empty,
    _is_wrong_size,
    _is_noise,
    _is_unbalanced,
    _is_dangling,
    _is_deictic,
    _gives_away,
)


def _losses(candidate: Candidate, context: str) -> list[tuple[str, float]]:
    answer_words = terms.count_words(candidate.back)
    front_words = terms.count_words(candidate.front)
    shared = terms.stems(candidate.back) & terms.stems(candidate.front.replace(cloze.BLANK, " "))
    is_list = candidate.kind in {CardKind.ENUMERATION, CardKind.COMPARISON}
    last = terms.words(candidate.back)[-1].casefold()
    checks = (
        (answer_words > 2 * _COMFORTABLE_ANSWER_WORDS, "the answer is very long", 0.2),
        (
            _COMFORTABLE_ANSWER_WORDS * (1 + is_list) < answer_words <= 2 * _COMFORTABLE_ANSWER_WORDS,
            "the answer is long",
            0.06,
        ),
        (front_words > _COMFORTABLE_FRONT_WORDS * (1 + is_list), "the front is long", 0.1),
        (front_words < 3 and not context, "the front is short", 0.1),
        (bool(shared) and not is_list and candidate.kind is not CardKind.LIMIT, "the front hints at the answer", 0.05),
        (last in STOP_WORDS and not is_list, "the answer ends in a small word", 0.1),
        (not context, "no context line", 0.05),
    )
    return [(reason, loss) for holds, reason, loss in checks if holds]
