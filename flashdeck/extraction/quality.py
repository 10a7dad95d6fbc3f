"""Judges a candidate: a veto with its reason, or a score from 0 to 1 with what lowered it.

The checks are those of the linter (`extraction.lint`), so that no card is offered that the linter would condemn.
"""

import re
from collections.abc import Container, Iterable, Iterator
from typing import Final, NamedTuple

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import VERBS
from flashdeck.extraction.lint import CardText, CheckName, Finding, Severity, found_in, mends, shows_answer
from flashdeck.extraction.lint.slide_words import SlideWords
from flashdeck.extraction.model import Candidate, CardDraft, Extraction, Slide
from flashdeck.messages import Message

_COURSE: Final = re.compile(
    r"\b(?:(?:the|this|our|your) (?:exam|course|instructors?)|"
    r"exam (?:tips?|guide|overview|questions?|readiness|experience)|certified\b.*|"
    r"certifications?(?: journey| paths?| exam)?|about (?:me|us)|final tips|recipe to succeed|practice exam|"
    r"good luck|thank you|congratulations|scenario overview)\s*[!?.:]*$",
    re.IGNORECASE | re.MULTILINE,
)
_EXERCISE: Final = re.compile(
    r"^\W*(?:(?:zusätzliche |weitere )?praktische (?:sitzung|übung)|antworten zu den (?:praktischen|übungen)|"
    r"lösungen (?:zu|der)|übung(?:en|saufgaben?)?\b|(?:answers|solutions) to (?:the )?(?:exercises|practical)|"
    r"(?:additional )?practical sessions?\b|exercises?\b|scenario\b|演習|練習)",
    re.IGNORECASE,
)
_CASE: Final = re.compile(r"\((?:scenario|example)\s*#?\d*\)\s*$", re.IGNORECASE)
"""A title that ends so tells of one case."""
_ABOUT_ITSELF: Final = re.compile(
    r"(?:release notes?|what[’']?s new|neuerungen|methodik(?: und daten)?|methodology(?: and data)?|vorwort|preface|"
    r"foreword|danksagung(?:en)?|acknowledge?ments?|impressum|imprint|über (?:uns|owasp)|リリースノート|方法論とデータ|"
    r"謝辞|はじめに|序文)",
    re.IGNORECASE,
)
"""Titles of pages on which a document tells of its making."""
_GREETS: Final = re.compile(r"(?:welcome to|(?:herzlich )?willkommen (?:zu|bei))\b", re.IGNORECASE)
_OPENING: Final = re.compile(r"^(?:section\s+1\b.{0,3})?\s*introduction\s*$", re.IGNORECASE)

_BRACKETS: Final = re.compile(r"(?<!\s)\s*\([^()]*\)")


class Verdict(NamedTuple):
    """What quality says of a candidate.

    Attributes:
        card: the card, tidied.
        veto: which check turns it down, and why; empty when none does.
        score: 0 to 1; 0 with a veto.
        reasons: what lowered the score.
    """

    card: CardText
    veto: str = ""
    score: float = 0.0
    reasons: tuple[str, ...] = ()


def source_words(slide: Slide) -> SlideWords:
    """Return the words of a slide's knowledge lines, as answers must be made of; verbs in the plural too."""
    return SlideWords([line.text for line in slide.lines if line.noise is None], forms=VERBS)


def is_about_course(slide: Slide) -> bool:
    """Whether a slide speaks of the course, its exam or its makers; only its numbers are worth knowing."""
    return _COURSE.search(f"{slide.title}\n{slide.subtitle}") is not None or (
        _OPENING.search(slide.section) is not None and terms.is_generic(slide.title)
    )


def is_about_itself(slide: Slide) -> bool:
    """Whether a slide tells how its own document came about."""
    greets = any(group.heading is not None and _GREETS.match(group.heading.plain) for group in slide.groups)
    return greets or _ABOUT_ITSELF.fullmatch(terms.clean_label(slide.title)) is not None


def is_exercise(slide: Slide) -> bool:
    """Whether a slide gives work to do or its solution, whose steps hold for that one case."""
    names = (slide.section, slide.topic, slide.title)
    return any(_EXERCISE.match(name) or _CASE.search(name) for name in names)


def place_of(slide: Slide) -> Message:
    """Return how a report about another card names a slide."""
    return Message("on slide {number}", number=slide.number)


def text_of(candidate: Candidate, slide: Slide, *, source: Container[str], context: str, place: str = "") -> CardText:
    """Return a candidate as the checks read it.

    Args:
        candidate: what a rule proposes.
        slide: where it comes from.
        source: the words of the slide.
        context: the line above the front.
        place: see `place_of`.
    """
    return CardText(
        front=candidate.front,
        back=candidate.back,
        cloze_text=candidate.cloze_text,
        context=context,
        topic=slide.topic or slide.title,
        source=source,
        rule=candidate.rule,
        slide=slide.id,
        place=place,
    )


def _without_gloss(part: str, answer: str) -> str:
    """Return a part of the context line without the brackets in which it says the answer."""
    return _BRACKETS.sub(lambda match: "" if shows_answer(match.group(), answer) else match.group(), part)


def text_of_draft(
    draft: CardDraft, slide: Slide, *, source: Container[str] | None = None, uid: str = "", place: str = ""
) -> CardText:
    """Return a card of a slide as the checks read it; see `CardText` for the rest."""
    return CardText(
        front=draft.front,
        back=draft.back,
        cloze_text=draft.cloze_text,
        context=draft.context,
        topic=slide.topic or slide.title,
        source=source,
        rule=draft.rule,
        slide=slide.id,
        uid=uid,
        place=place,
    )


def texts_of(extraction: Extraction) -> Iterator[CardText]:
    """Yield the cards of an extraction as the checks read them."""
    slides = {slide.id: slide for slide in extraction.slides}
    words: dict[str, SlideWords] = {}
    for draft in extraction.drafts:
        slide = slides[draft.slide_id]
        if slide.id not in words:
            words[slide.id] = source_words(slide)
        yield text_of_draft(draft, slide, source=words[slide.id], uid=draft.source_key, place=place_of(slide))


def judge(card: CardText, confidence: float) -> Verdict:
    """Return the verdict on a card that its rule believes in so far, 0 to 1, after mending its form."""
    found = tuple(found_in(card))
    if not found:
        return Verdict(card=card, score=score_of(confidence))
    better = _tidied(card, found)
    if better != card:
        return judge(better, confidence)
    veto = next((finding for finding in found if finding.severity is Severity.VETO), None)
    if veto is not None:
        return Verdict(card=card, veto=f"{veto.check.value}: {veto.why}")
    lowering = [finding for finding in found if finding.loss]
    left = confidence - sum(finding.loss for finding in lowering)
    reasons = tuple(finding.why for finding in lowering)
    return Verdict(card=card, score=score_of(left), reasons=reasons)


def score_of(belief: float) -> float:
    """Return the score of a card that its rule believes in so far when the checks take nothing off it."""
    return round(min(1.0, max(0.0, belief)), 3)


def _tidied(card: CardText, found: Iterable[Finding]) -> CardText:
    """Return the card with one fault mended that can be mended without a choice, or the card itself."""
    for finding in found:
        if finding.repair is not None and finding.repair.is_tidying and mends(card, finding):
            return next((better for better in finding.repair.cards(card) if better.gap == card.gap), card)
        if finding.check is CheckName.LEAKAGE and shows_answer(card.context, card.back):
            parts = (_without_gloss(part, card.back) for part in card.context.split(" > "))
            return card._replace(context=" > ".join(part for part in parts if not shows_answer(part, card.back)))
    return card
