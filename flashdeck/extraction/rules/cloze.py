"""A plain statement -> its subject in front and one gap where the knowledge sits."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from flashdeck.extraction.analysis import dates, definitions, speaking, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.clozes import gaps
from flashdeck.extraction.clozes.gap_candidates import A_NAME, NAMED_CODE, ROW, Gap
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.languages.lexicon import ANSWER_PREPOSITIONS, STOP_WORDS
from flashdeck.extraction.model import Candidate, CardKind, Text
from flashdeck.extraction.naming import wording
from flashdeck.extraction.text import needles

_CARDS: Final = candidates.Maker("cloze", CardKind.CLOZE)

_POINTS_AWAY: Final = re.compile(r"(?:[\w’'-]+[\s,]+){1,5}(?:it|them|they|that way|the same)\b(?![’'])", re.IGNORECASE)
"""A pronoun so early in a statement that what it stands for was said before it."""
_AWAY: Final = frozenset({"it", "them", "they", "that", "same"})
"""Words of which one stands in all that points away."""
_NO_STATEMENT: Final = re.compile(
    r"[(+]|may (?:need|want|have) to\b|(?:i\.?e\b|e\.?g\b|ex:|use to|via|"
    r"consider|don[’']t|never|avoid|try|make sure|remember|visit|see|check out|"
    r"look|watch|read more|above|below|these|those|such|suppose|assum(?:e|ing)|imagine|let us|let \S+ be|"
    r"nehmen wir an|angenommen|besondere vorsicht|außerdem|zudem|ferner|darüber hinaus|des weiteren|"
    r"tatsächlich|übrigens|"
    r"(?:although|even though|while|whereas)\b[^,]*$)(?!\w)"
)
"""How remarks, advice, suppositions and ends of sentences open, in small letters."""
_OPEN: Final = re.compile(r"\buse cases?\b|\bexamples?\b", re.IGNORECASE)
"""A list that is open: none of its points has a gap with one answer."""
_TIMES: Final = re.compile(r"(?:every|each|once|twice)\b", re.IGNORECASE)
"""A label that is the first half of a statement (`Every night`: `every five bells`)."""
_LAST_WORDS: Final = ("other", "the", "a", "an", "of", "and", "or", "with", "their", "its", "every", "each")
"""How a line ends whose last words the slide lost."""
_BREAKS_OFF: Final = re.compile(rf" (?:{'|'.join(_LAST_WORDS)})$")
_BOUND: Final = re.compile(
    r"(?:must|not|can(?:not)?|can[’']t|has|have|does|only|may|should|part of|depends)\b", re.IGNORECASE
)
"""How a line opens whose subject is the line above it."""
_BY_MEANS: Final = re.compile(r" (?:via|using|through) ")
_WORK: Final = re.compile(r"[A-Z][a-z]+ing \w+ \w+")
_LEAD_IN: Final = re.compile(r"(?:reminder|remember|note|tip|important|nb)\s*:\s*(?=\w)", re.IGNORECASE)
_NEXT_NAME: Final = re.compile(r", (?:and |or |& )?| (?:/|and|or|&) ")
_LEADS_ON: Final = STOP_WORDS | ANSWER_PREPOSITIONS
"""How a label ends that a few words complete."""
_MIN_WORDS: Final = 6
_LONG_WORDS: Final = 14
_LEAST_OF_SECOND: Final = 0.7
_MIN_OPENING: Final = 2
_MAX_WORDS: Final = 40


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one gap for each statement, a second one for a long statement with a second fact."""
    for item in scope.walk():
        bare = item.is_heading and not item.children and not item.body
        if bare or item.is_example or any(map(_is_open, item.labels)) or _completes(item):
            continue
        for text in (item.text, *item.body):
            if scope.is_asked(text) or dates.after_date(text.plain):
                continue  # of an event only its year could be asked
            owner = _owner(item, text)
            last = owner.rpartition(" – ")[2]
            if _is_open(last) or _TIMES.match(last):
                continue
            if _BOUND.match(text.plain) and statements.loses_parent(item, owner):
                continue
            for card in cards(scope, owner, text):
                before, _, after = text.plain.rpartition(card.back)
                if terms.words(after) or not _opens_twice(scope, item, before):
                    yield card


@lru_cache(maxsize=1 << 6)
def _is_open(label: str) -> bool:
    return _OPEN.search(label) is not None


def _opens_twice(scope: Scope, item: Item, opening: str) -> bool:
    """Whether a line beside it opens with the words before a gap at the end (`Made of hemp`, `Made of steel`)."""
    return len(opening.split()) >= _MIN_OPENING and any(
        other is not item and other.labels == item.labels and other.plain.startswith(opening) for other in scope.walk()
    )


def _completes(item: Item) -> bool:
    """Whether a few words complete the label above them (`Load from` > `Logs in S3`), which others do as well."""
    above = terms.words(item.labels[-1]) if item.labels else ()
    if not above or above[-1].casefold() not in _LEADS_ON:
        return False
    return terms.count_words(item.plain) < _MIN_WORDS or not (terms.is_clause(item.plain) or terms.is_order(item.plain))


def _breaks_off(plain: str) -> bool:
    return plain.endswith(_LAST_WORDS) and _BREAKS_OFF.search(plain) is not None


def _has_no_doer(owner: str, plain: str) -> bool:
    """Whether a line without a subject stands under the name of a work (`Choosing A Berth`: `depends on the tide`)."""
    last = owner.rpartition(" – ")[2]
    return _WORK.match(last) is not None and (terms.opens_in_third_person(plain) or _BOUND.match(plain) is not None)


def _owner(item: Item, text: Text) -> str:
    owner = statements.owner_of(item)
    if text is item.text:
        return owner
    found = item.definition
    if found is not None and speaking.lacks_subject(text.plain):
        return wording.name(owner, [found.term])
    return wording.name(owner, [terms.clean_label(item.plain)]) if terms.is_label(item.plain) else owner


def cards(scope: Scope, owner: str, text: Text, most: int = 2) -> Iterator[Candidate]:
    """Propose the best gap of a statement, for a long one the two best unless only one is wanted."""
    if _LEAD_IN.match(text.plain):
        return  # what a lecturer adds; its subject is seldom that of the slide
    plain = text.plain.rstrip()
    length = terms.count_words(plain)
    if length > _MAX_WORDS or plain.endswith((":", "…", "...", "?")) or _breaks_off(plain):
        return
    if _has_no_doer(owner, plain):
        return
    if _NO_STATEMENT.match(plain.lower()) or "***" in plain or plain.count(" vs") > 1:
        return
    if not _AWAY.isdisjoint(needles.words_in(plain)) and _POINTS_AWAY.match(plain):
        return
    wanted = most if length >= _LONG_WORDS else 1
    common = scope.vocabulary.common if scope.vocabulary.language is Language.ENGLISH else frozenset()
    label = _label_end(text) if scope.vocabulary.language is Language.ENGLISH else 0
    found = (
        gap
        for place, gap in enumerate(gaps.gaps(text, owner, scope.vocabulary))
        if (place == 0 or gap.weight >= _LEAST_OF_SECOND) and (gap.start >= label or gap.why == NAMED_CODE)
    )
    chosen = list(islice(found, most))
    if len(chosen) > wanted and not _is_name_by_name(text.plain, chosen):
        chosen = chosen[:wanted]
    shift, front = _with_owner(owner, text.plain, common) if chosen else (0, "")
    for gap in chosen:
        start, end = gap.start + shift, gap.end + shift
        if start < 0 or (front[:start].rstrip().endswith(":") and not front[end:].strip(" .")):
            continue  # all that stands behind a label
        whole, moved = _with_count(front, start, end) if gap.why == ROW else (front, 0)
        yield _CARDS.cloze(
            whole,
            (start + moved, end + moved),
            (text.first_line, text.last_line),
            gap.weight,
            f"gap: {gap.why}",
        )


def _with_count(front: str, start: int, end: int) -> tuple[str, int]:
    """Return a statement that says how many names a gap hides, and how far the gap moved for it."""
    count = wording.number_word(len(_NEXT_NAME.split(front[start:end])))
    if front.startswith(")", end) and front[:start].endswith("("):
        said = f"{count}: "
        return f"{front[:start]}{said}{front[start:]}", len(said)
    return f"{front[:end]} ({count}){front[end:]}", 0


def _is_name_by_name(plain: str, chosen: Sequence[Gap]) -> bool:
    """Whether the gaps are a name and that of its means (`into Dock 4 via Sluice B`), each of which cues the other."""
    one, other = sorted(chosen, key=lambda gap: gap.start)
    return one.why == other.why == A_NAME and _BY_MEANS.fullmatch(plain, one.end, other.start) is not None


def _label_end(text: Text) -> int:
    """Where the label of a described term ends, which cues the gap behind it; 0 without one."""
    found = definitions.definition_in(text)
    return max(text.plain.find(found.description), 0) if found is not None else 0


def _with_owner(owner: str, plain: str, common: Collection[str]) -> tuple[int, str]:
    """Return how far the statement moved to the right, and the statement with its owner in front."""
    cleaned = terms.clean_statement(plain)
    offset = plain.find(cleaned)
    whole = wording.lead(owner, cleaned, common)
    return len(whole) - len(cleaned) - offset, whole
