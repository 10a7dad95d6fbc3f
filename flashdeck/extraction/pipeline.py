"""From the text of a slide file to card drafts: the only place that knows the order of the stages."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import compress
from typing import Final, NamedTuple, Protocol

from flashdeck.domain.document import TextDocument
from flashdeck.errors import SlideFileError
from flashdeck.extraction import keys, quality
from flashdeck.extraction.analysis import rivals
from flashdeck.extraction.analysis.claims import Claims
from flashdeck.extraction.analysis.samples import lines_of_cases
from flashdeck.extraction.analysis.scope import Vocabulary, scope_of
from flashdeck.extraction.analysis.vocabulary import vocabulary_of
from flashdeck.extraction.asking import besides
from flashdeck.extraction.detect import choose_dialect
from flashdeck.extraction.languages import terms
from flashdeck.extraction.lint import CheckName, SeenCards, repetition
from flashdeck.extraction.lint.slide_words import SlideWords
from flashdeck.extraction.model import (
    Candidate,
    CardDraft,
    Extraction,
    Rejection,
    Slide,
    SlideCards,
    SlideFile,
    SlideKind,
)
from flashdeck.extraction.naming import wording
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.rules import BESIDE, COMPARISON, SHARING, rules_of
from flashdeck.extraction.text.lines import split_lines
from flashdeck.messages import Message

_MIN_OPENING_BLANKS: Final = 2
_SILENT: Final = frozenset({SlideKind.FRONT_MATTER, SlideKind.SECTION, SlideKind.DIVIDER})


class MadeElsewhere(Protocol):
    """What other processes have made so far of the slides that come later."""

    def take(self, index: int) -> SlideCards | None:
        """Return what was made of the slide at an index, counted from 0, or None."""

    def __len__(self) -> int:
        """Return how many slides are made and not yet taken."""


def read_slides(document: TextDocument) -> SlideFile:
    """Return the slides of a document.

    Raises:
        SlideFileError: the text is no slide deck.
    """
    name, format_name, lines = document.name, document.format, split_lines(document.text)
    del document  # a long text is freed once its lines are there
    dialect = choose_dialect(lines)
    if dialect is None:
        raise SlideFileError(
            Message("“{name}” does not look like the text of a slide deck. Choose another file.", name=name)
        )
    return SlideFile(name=name, format=format_name, dialect=dialect.name, slides=dialect.read(lines))


def extract_slides(
    read: SlideFile, *, options: ExtractionOptions, on_progress: Callable[[float], None] | None = None
) -> Extraction:
    """Return the cards made from slides that are already read.

    Args:
        read: the slides of a file, and what it is.
        options: what the user may set.
        on_progress: called with the share done, 0 to 1.

    Raises:
        SlideFileError: nothing makes a card.
    """
    rejections: list[Rejection] = []
    found = find_cards(read.slides, name=read.name, options=options, on_progress=on_progress, rejections=rejections)
    return Extraction(
        name=read.name,
        format=read.format,
        dialect=read.dialect,
        slides=read.slides,
        drafts=tuple(found),
        rejections=tuple(rejections),
    )


def find_cards(
    slides: Sequence[Slide],
    *,
    name: str,
    options: ExtractionOptions,
    on_progress: Callable[[float], None] | None = None,
    rejections: list[Rejection] | None = None,
    elsewhere: MadeElsewhere | None = None,
) -> Iterator[CardDraft]:
    """Yield the cards of slides as they are found.

    Args:
        slides: all of a file.
        name: of the file.
        options: what the user may set.
        on_progress: called with the share done, 0 to 1.
        rejections: where what is turned down goes, if it is kept.
        elsewhere: what `cards_for_themselves` made of the same slides with the same options; the cards are the same.

    Raises:
        SlideFileError: nothing makes a card.
    """
    collector = _Collector(options, rejections=[] if rejections is None else rejections)
    vocabulary = vocabulary_of(slides)
    found = 0
    for index, (slide, following) in enumerate(_with_next(slides)):
        if _speaks(slide):
            collector.drafts.clear()
            made = elsewhere.take(index) if elsewhere is not None else None
            if made is None or not collector.accept(slide, made):
                collector.take(slide, vocabulary, _superseded(slide, following))
            found += len(collector.drafts)
            yield from collector.drafts
        if on_progress is not None:
            ahead = len(elsewhere) if elsewhere is not None else 0
            on_progress((index + 1 + ahead) / len(slides))
    if not found and not collector.has_weak:
        raise SlideFileError(
            Message("No slide of “{name}” has anything to make a card from. Choose another file.", name=name)
        )


def cards_for_themselves(
    slides: Sequence[Slide], indices: Iterable[int], *, options: ExtractionOptions
) -> Iterator[tuple[int, SlideCards]]:
    """Yield the indices of slides that have something to say, and what each gives for itself.

    Args:
        slides: all of a file, for a slide is read in the light of the others.
        indices: of the slides asked for, counted from 0.
        options: what the user may set.
    """
    vocabulary = vocabulary_of(slides)
    for index in indices:
        slide = slides[index]
        if _speaks(slide):
            following = slides[index + 1] if index + 1 < len(slides) else None
            collector = _Collector(options, rejections=[])
            collector.take(slide, vocabulary, _superseded(slide, following))
            yield index, collector.for_itself()


def _speaks(slide: Slide) -> bool:
    return slide.kind not in _SILENT and bool(slide.groups)


@dataclass(slots=True)
class _Collector:
    """Judges candidates in order; mutable, because each is compared with those kept before."""

    options: ExtractionOptions
    rejections: list[Rejection]
    drafts: list[CardDraft] = field(default_factory=list)
    """The cards of the slide at hand."""
    has_weak: bool = False
    """Whether a card failed by its score alone, so that a lower limit would give cards."""
    has_repeated: bool = False
    """Whether a candidate repeated a card."""
    has_turned: bool = False
    """Whether a candidate was turned down for a card that asks the same fact the other way round."""
    _seen: SeenCards = field(default_factory=SeenCards)

    def take(self, slide: Slide, vocabulary: Vocabulary, superseded: str) -> None:
        facts = _Facts.of(slide, vocabulary)
        if (superseded or facts.useless) and not self.options.keeps_rejections:
            return
        scope = scope_of(slide, vocabulary)
        claims = Claims(scope.every_item)
        cases = lines_of_cases(scope)
        compared: list[Candidate] = []
        for rule_name, rule in rules_of(vocabulary.language):
            kept: list[Candidate] = []
            for proposed in rule(scope):
                candidate = proposed
                owner = claims.owner_of(candidate) if rule_name != BESIDE else ""
                claimed = f"its lines are asked by the rule “{owner}”" if owner else ""
                case = cases.get(candidate.first_line, "") if rule_name != "example" else ""
                told = self._turned(candidate) if rule_name == BESIDE else ""
                reason = superseded or claimed or case or told or rivals.reason(scope, candidate, compared)
                reason = reason or self._keep(facts, candidate)
                if reason.startswith(CheckName.AMBIGUOUS) and (other := self._asked_for_more(candidate)):
                    candidate, reason = other, self._keep(facts, other)
                if reason and self.options.keeps_rejections:
                    self.rejections.append(Rejection(slide_id=slide.id, candidate=candidate, reason=reason))
                if not reason or candidate.settles or reason.startswith(CheckName.DUPLICATE):
                    kept.append(candidate)  # asked by this card or by one before it, or not worth asking
            if not kept:
                continue
            compared += [one for one in kept if one.rule == COMPARISON]
            if rule_name not in SHARING:
                for candidate in kept:
                    claims.add(candidate)
                asked = claims.lines()
                scope = replace(scope, asked=asked) if len(asked) > len(scope.asked) else scope

    def for_itself(self) -> SlideCards:
        """Return what was taken, which must be a single slide."""
        return SlideCards(tuple(self.drafts), self.has_weak, self.has_repeated, self.has_turned)

    def accept(self, slide: Slide, made: SlideCards) -> bool:
        """Take what a slide gives for itself without the cards that repeat earlier ones; return whether it could be.

        A card that falls away has its lines all the same, so nothing else changes, unless it turned down another.
        """
        if made.repeats:
            return False
        texts = [quality.text_of_draft(draft, slide) for draft in made.drafts]
        are_new = self._seen.add_new(texts, leave_out=not made.turns)
        if are_new is None:
            return False
        self.drafts.extend(compress(made.drafts, are_new))
        self.has_weak |= made.has_weak
        return True

    def _turned(self, candidate: Candidate) -> str:
        """Return why a card for a term is not wanted: one of its line asks what it does, which is the same fact."""
        for draft in self.drafts:
            on_its_line = draft.first_line <= candidate.last_line and candidate.first_line <= draft.last_line
            if on_its_line and candidate.back in draft.front:
                self.has_turned = True
                return f"the same fact is asked the other way round: “{draft.front}”"
        return ""

    def _asked_for_more(self, candidate: Candidate) -> Candidate | None:
        """Return the candidate asking for what else than the card of its slide with its question tells, or None."""
        for draft in reversed(self.drafts):
            if repetition.question_of(draft.front) == repetition.question_of(candidate.front):
                front = besides.ask_else(candidate.front, draft.back)
                return replace(candidate, front=front) if front else None
        return None

    def _keep(self, facts: "_Facts", candidate: Candidate) -> str:
        if self._is_hopeless(candidate):
            return "is weak"
        slide = facts.slide
        place = facts.place if self.options.keeps_rejections else ""  # stands in reasons alone, and is kept with a card
        proposed = quality.text_of(candidate, slide, source=facts.source, context=facts.context, place=place)
        verdict = quality.judge(proposed, candidate.confidence)
        card = verdict.card
        if verdict.veto:
            return verdict.veto
        if facts.useless:
            return facts.useless
        if facts.is_about_course and not re.search(r"\d", card.back):
            return "speaks of the course or the exam itself"
        least = self.options.min_score
        if verdict.score < least:
            self.has_weak = True
            why = ", ".join(verdict.reasons) or candidate.evidence
            return f"score {verdict.score:.2f} is below {least:.2f} ({why})"
        repeated = self._seen.find(card)
        if repeated is not None:
            self.has_repeated = True
            return f"{repeated.check.value}: {repeated.why}"
        self._seen.add(card)
        self.drafts.append(_draft(facts, candidate, verdict))
        return ""

    def _is_hopeless(self, candidate: Candidate) -> bool:
        """Whether a candidate makes no card whatever the checks say, which nobody will read.

        Whether one fails by its score alone need be known only as long as there is no card.
        """
        is_known = self.has_weak or bool(self.drafts)
        is_weak = quality.score_of(candidate.confidence) < self.options.min_score
        return is_weak and is_known and not self.options.keeps_rejections


class _Facts(NamedTuple):
    """What holds for every candidate of a slide.

    Attributes:
        context: the line above the front.
        place: how a report about another card names the slide.
        source: the words of the slide.
        useless: why nothing on the slide is worth a card; empty when something may be.
    """

    slide: Slide
    context: str
    place: Message
    source: SlideWords
    tags: tuple[str, ...]
    useless: str
    is_about_course: bool

    @classmethod
    def of(cls, slide: Slide, vocabulary: Vocabulary) -> "_Facts":
        if quality.is_about_itself(slide):
            useless = "tells how the document itself came about"
        else:
            useless = "belongs to an exercise" if quality.is_exercise(slide) else ""
        return cls(
            slide=slide,
            context=wording.context(slide, vocabulary.deck),
            place=quality.place_of(slide),
            source=quality.source_words(slide),
            tags=tags(slide),
            useless=useless,
            is_about_course=quality.is_about_course(slide),
        )


def _draft(facts: _Facts, candidate: Candidate, verdict: quality.Verdict) -> CardDraft:
    card = verdict.card
    return CardDraft(
        slide_id=facts.slide.id,
        kind=candidate.kind,
        context=card.context,
        front=card.front,
        back=card.back,
        cloze_text=card.cloze_text,
        score=verdict.score,
        reasons=(candidate.evidence, *verdict.reasons),
        tags=facts.tags,
        rule=candidate.rule,
        first_line=candidate.first_line,
        last_line=candidate.last_line,
        source_key=keys.source_key(facts.slide, candidate),
        sibling_key=keys.sibling_key(facts.slide, candidate),
    )


def tags(slide: Slide) -> tuple[str, ...]:
    """Return the tags of a slide's cards: section and topic, without blanks."""
    named = (wording.section_name(slide.section), wording.section_name(slide.topic))
    return tuple(dict.fromkeys([slug for slug in map(_slug, named) if slug]))


@lru_cache(maxsize=1 << 6)
def _slug(name: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", name.casefold()))


def _with_next(slides: Iterable[Slide]) -> Iterator[tuple[Slide, Slide | None]]:
    slide: Slide | None = None
    for following in slides:
        if slide is not None:
            yield slide, following
        slide = following
    if slide is not None:
        yield slide, None


def _superseded(slide: Slide, following: Slide | None) -> str:
    """Return where a slide with content went that the next slide of its title repeats and extends, else nothing."""
    if following is None or terms.key(slide.title) != terms.key(following.title) or not _grows(slide, following):
        return ""
    return f"slide {following.number} repeats and extends this slide"


def _grows(slide: Slide, following: Slide) -> bool:
    """Whether every line of a slide stands on the next one too, where it may go on with more words."""
    here, there = _texts(slide), _texts(following)
    if not here or here == there or sum(map(len, there)) <= sum(map(len, here)):
        return False
    openings = sorted(there)
    return all(line in there or _opens_one_of(line, openings) for line in here)


def _opens_one_of(line: str, openings: list[str]) -> bool:
    """Whether a sorted line goes on behind these words; a word or two may open anything."""
    place = bisect_left(openings, f"{line} ")
    follows = place < len(openings) and openings[place].startswith(f"{line} ")
    return follows and line.count(" ") >= _MIN_OPENING_BLANKS


def _texts(slide: Slide) -> frozenset[str]:
    return frozenset(terms.key(line.text) for line in slide.lines if line.noise is None) - {""}
