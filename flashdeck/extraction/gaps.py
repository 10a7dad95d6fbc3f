"""Which words of a statement a cloze hides: a gap must be worth knowing and nameable from what stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flashdeck.extraction import german, japanese, named_code, terms
from flashdeck.extraction.language import Language
from flashdeck.extraction.lexicon import (
    ANSWER_PREPOSITIONS,
    BLAND_WORDS,
    DECIDING_WORDS,
    EMPTY_PREDICATES,
    STOP_WORDS,
    UNITS,
    VERBS,
    word_set,
)
from flashdeck.extraction.model import Text
from flashdeck.extraction.scope import Vocabulary

_UNIT: Final = "|".join(re.escape(unit) for unit in sorted(UNITS, key=lambda unit: (-len(unit), unit)))
QUANTITY: Final = re.compile(
    rf"(?<![\w.:/-])(?:~\s?|[$€£]\s?)?\d[\d,]*(?:\.\d+)?(?:\s?[-–x×]\s?\d[\d,]*(?:\.\d+)?)?"
    rf"(?:\s?%|[\s-]?(?:{_UNIT})\b(?:\s?/\s?(?:{_UNIT})\b)?(?![\w-]))?",
    re.IGNORECASE,
)
_HAS_UNIT: Final = re.compile(r"[^\d.,\s–x×-]")
_NAME: Final = re.compile(
    r"\b(?:[A-Z][\w’'-]*[A-Z0-9]\w*|[A-Z][a-z]\w*(?:-[A-Z]\w*)*)"
    r"(?:[ ](?:[A-Z][\w’'-]*[A-Z0-9]\w*|[A-Z][a-z]\w*(?:-[A-Z]\w*)*|[A-Z]\b)){0,3}"
)
_RESTRICTED: Final = re.compile(
    r"(?<![\w-])(?:only|must be|must use|must have|must enable|cannot be|can't be|can’t be|requires?)\s+", re.IGNORECASE
)
_ONLY_DOES: Final = re.compile(r"only\s+(?!(?:when|if|after|for|to|by|with|in|on|at|from|be|the|one)\b)", re.IGNORECASE)
_TAIL: Final = re.compile(
    r"\b(?:based on|(?P<word>using|via|by|through|with|into|from|in|at|on|to|for|against|between|as|is|are|be|called))"
    r"\s+",
    re.IGNORECASE,
)
_PHRASE_PART: Final = re.compile(r"[,;:().!?–—⇒]|\s-\s|\b(\w[\w'’-]*)")
_PHRASE_STOPS: Final = (STOP_WORDS | ANSWER_PREPOSITIONS | {"using", "when"}) - frozenset(
    {"a", "an", "the", "its", "own", "same", "each", "every", "all", "any", "other", "one", "more", "most", "your"}
    | {"and", "or"}
)
_AS_IS: Final = frozenset({"is", "are", "be", "called"})
_INSTRUMENT: Final = frozenset({"using", "via", "by", "through", "with"})
_GAP_OPENER: Final = re.compile(
    r"(?:an?|the|your|its|their|our|and|or|using|via|by|with|through|into|from|in|at|on|as|to|for|also|called|of)\s+",
    re.IGNORECASE,
)
_PRONOUN: Final = re.compile(r"\b(?:you|it|they|them|we|us|too|very|this|that|these)\b", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_JOINS: Final = re.compile(r"\s(?:from|to|in|on|with|for|of|by|at|into)\s", re.IGNORECASE)
_MARKS: Final = " ,;:.–—-*\"“”'‘’("
_MAX_CHARACTERS: Final = 500
"""A longer text is no card; the limit keeps the cost linear on hostile input."""
_MAX_GAP_WORDS: Final = 6
_MAX_LIST_WORDS: Final = 9
_MIN_CUES: Final = 2
_NO_CUES: Final = BLAND_WORDS | word_set(
    """use uses used using together compare comparison compared support supports supported work works allow allows
    provide provides help helps based integrate integrates integration make makes need needs run runs get gets set data
    service services thing things feature features option options way example examples e.g ex i.e etc"""
)
_MIN_LEFT_WORDS: Final = 3
_MIN_SHOWN_WORDS: Final = 5
_LIST_NAME: Final = r"[A-Z0-9][\w’'/.-]*(?: [\w’'/-]+){0,2}"
_PROPER: Final = r"[A-Z0-9][\w’'/.-]*(?: [A-Z0-9][\w’'/-]*){0,2}"
_LATER_NAME: Final = r"\w[\w’'/.-]*(?: [\w’'/-]+){0,2}"
_SLASH_NAME: Final = r"[A-Z0-9][\w.’-]*(?: [A-Z0-9][\w.’-]*){0,2}"
_SLASHED: Final = rf"{_SLASH_NAME}(?: / {_SLASH_NAME}){{1,5}}"
_LIST: Final = re.compile(
    rf"\b{_LIST_NAME}(?:(?:, (?:and |or |& )?{_LATER_NAME}){{2,7}}(?:,? (?:and|or|&) {_LATER_NAME})?"
    rf"| (?:and|or|&) {_PROPER}\b)|\b{_SLASHED}"
)
_GERMAN_JOINT: Final = re.compile(r"\s*(?:,\s*[A-ZÄÖÜ]|/|\s(?:und|oder|sowie|bzw\.)\s)")
_MIN_GERMAN_NOUN: Final = 12
_MIN_DESCRIBED_NOUN: Final = 9
"""A compound is long and names one thing; a short noun, also with an adjective, could be another."""
_IN_EXAMPLE: Final = re.compile(
    r"\((?:examples?|e\.?g|ex|for example|such as|z\.?\s?b|beispiel)\b[^()]*$|\bexamples?:[^.]*$", re.IGNORECASE
)
_MOST_BEHIND: Final = 40
"""Characters behind a gap without a name: what stands far from the end of a German sentence is seldom its news."""
_VAGUE_NOUN: Final = re.compile(
    r"(?:auswirkung|einstellung|möglichkeit|anforderung|maßnahme|aktivität|bedeutung|information|spanne|niveau|problem|"
    r"situation|aufgabe|funktion|lösung|methode|technik|ergebnis|ereignis|plan|management)\w{0,3}$",
    re.IGNORECASE,
)
_REFERENCE: Final = re.compile(r"\((?:siehe|vgl\.?|see)\b[^()]*$", re.IGNORECASE)
_NUMBER: Final = "a number with its unit"
_ALLOWED: Final = "what a restriction allows"
_DECIDES: Final = "the word that decides"
_GUESSED: Final = word_set("encrypted unencrypted shared distributed immediate immediately")
_A_NAME: Final = "a name"
_SURE: Final = frozenset({_ALLOWED, _DECIDES, _A_NAME, "emphasised on the slide"})
_NAMED_CODE: Final = "code named on the slide"
_CHAIN: Final = ("–", "—", "+", "->", "→")
EXAMPLE: Final = re.compile(r"\b(?:ex|e\.g|i\.e|example)\b[:.,]?[^()]*$", re.IGNORECASE)
_REPEATED: Final = re.compile(r"\d\s?\w{0,8}\s\($")
_NEGATED: Final = re.compile(r"\b(?:is|are|was|were)\s+(?P<what>not\s+\w{4,}ed)\b", re.IGNORECASE)
_LIST_OPENER: Final = re.compile(
    r"\b(?:using|via|by|through|with|into|from|in|at|on|to|for|against|between|is|are|supports?|requires?|provides?|"
    r"includes?|uses?|as|:)$",
    re.IGNORECASE,
)
_MORE_NAMES: Final = re.compile(r"\s*,\s+[\w/-]+(?:\s[\w/-]+){0,2}(?:,\s*|,?\s+)(?:or|and)\s")
"""Behind a gap that hides the first of several names only."""
_MOST_LISTED: Final = 3
_CHOICE_AFTER: Final = re.compile(r"\s*(?:,|/|(?:or|and)\s+[A-Z(])")
_ABLE: Final = re.compile(r"\b(?:can|may|will|must|should)\s*$", re.IGNORECASE)
_CHOICE_BEFORE: Final = re.compile(
    r"(?<!manually )(?<!automatically )\bor(?:\s+(?:using|via|with|by|through|in|from|to))?\s*$", re.IGNORECASE
)
_IN_PLACE: Final = re.compile(r"(?:in|on|at|with)\s+(?=an?\s|the\s|[A-Z])|for\s+")
_DONE: Final = re.compile(
    r"(?:only\s+)?(?:be|if|when|once|after|before|for|from|of|\w+ed|\w+ly|kept|sent|built|made|written|held|taken|given|set|run|going|able|in|on|at|via|by|with|to)\b",
    re.IGNORECASE,
)
_WITH_AGENT: Final = re.compile(r"\s+(?:by|to|in|into|on|from|with|within|according|as|for|between|across|at)\b")
_VAGUE: Final = re.compile(
    r"\b(?:some|any|other|others|more|something|somewhere|anything|etc|needs?|way|ways)\b", re.IGNORECASE
)
_LIST_ENDS: Final = re.compile(r"\s*(?:$|[).;:(])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A range of a statement that may be hidden.

    Attributes:
        start: half-open range of the plain text.
        weight: 0 to 1, how sure it is that the gap is worth asking.
        why: for the user, why these words.
    """

    start: int
    end: int
    weight: float
    why: str


def gaps(text: Text, known: str, vocabulary: Vocabulary) -> tuple[Gap, ...]:
    """Return the gaps that fit a statement, the best first; of two that overlap only the better one.

    Args:
        text: the statement.
        known: what the front names anyway (subject and labels); such words are no gap.
        vocabulary: tells names from common nouns and rare words from frequent ones.
    """
    if len(text.plain) > _MAX_CHARACTERS:
        return ()
    found = [
        trimmed
        for gap in (
            *_quantities(text.plain),
            *_emphasised(text),
            *_code(text, known, vocabulary),
            *_worded(text.plain, vocabulary),
        )
        if (trimmed := _trim(text.plain, gap)) is not None and _is_fit(text.plain, trimmed, known)
    ]
    found = [gap for gap in found if gap.why == _NAMED_CODE or not _is_familiar(text.plain, gap, vocabulary)]
    found.sort(key=lambda gap: (-gap.weight, gap.start, gap.end))
    kept: list[Gap] = []
    for gap in found:
        if all(gap.end <= other.start or gap.start >= other.end for other in kept):
            kept.append(gap)
    return tuple(kept)


def _is_familiar(plain: str, gap: Gap, vocabulary: Vocabulary) -> bool:
    """Whether the gap hides a name of code that the whole deck speaks of."""
    return terms.key(plain[gap.start : gap.end]).removesuffix("s") in vocabulary.familiar_code


def _worded(plain: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    """The gaps that the words of a language tell."""
    match vocabulary.language:
        case Language.ENGLISH:
            yield from _restricted(plain)
            yield from _deciding(plain)
            yield from _names(plain, vocabulary)
            yield from _tails(plain, vocabulary)
            yield from _lists(plain)
            yield from _negations(plain)
        case Language.GERMAN:
            yield from _german_phrases(plain, vocabulary)
        case Language.OTHER:
            yield from _lists(plain)
            for start, end, weight in japanese.phrases(plain) if terms.is_unspaced(plain) else ():
                if not terms.stems(plain[start:end]) <= vocabulary.frequent:
                    yield Gap(start=start, end=end, weight=weight, why="a noun of the statement")


def _german_phrases(plain: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    """Nouns with their adjectives; the last tells most, and a short common noun is a guess."""
    found = list(german.noun_phrases(plain))
    for start, end in found[len(found) > 1 :]:  # the first is what the statement speaks of
        if start == 0:
            continue  # any word is capital there
        phrase = plain[start:end]
        said = terms.content_words(phrase)
        before = plain[:start].rstrip()
        listed = before.endswith((",", " und", " oder", " sowie", "/")) or _GERMAN_JOINT.match(plain, end)
        if listed or frozenset(map(terms.stem, said)) <= vocabulary.frequent:
            continue
        is_named = "-" in phrase or terms.is_name_like(phrase)
        head = phrase.split()[-1]
        if not is_named and len(head) < (_MIN_GERMAN_NOUN if len(said) < 2 else _MIN_DESCRIBED_NOUN):
            continue
        if not is_named and (end < len(plain.rstrip(" .")) - _MOST_BEHIND or _VAGUE_NOUN.search(head)):
            continue
        weight = 0.6 + 0.05 * ((start, end) == found[-1]) + 0.04 * (len(said) > 1 or is_named)
        yield Gap(start=start, end=end, weight=weight, why="the new part of the statement")


def has_unit(quantity: str) -> bool:
    """Whether a quantity says what it counts in."""
    return bool(_HAS_UNIT.search(quantity))


def quantities(text: Text, known: str) -> tuple[Gap, ...]:
    """Return the numbers with units that fit as gaps, in the order of the text."""
    if len(text.plain) > _MAX_CHARACTERS:
        return ()
    found = (_trim(text.plain, gap) for gap in _quantities(text.plain))
    return tuple(gap for gap in found if gap is not None and _is_fit(text.plain, gap, known))


def _quantities(plain: str) -> Iterator[Gap]:
    for match in QUANTITY.finditer(plain):
        value = match.group().strip()
        if (
            has_unit(value)
            and not EXAMPLE.search(plain[: match.start()])
            and not _REPEATED.search(plain, 0, match.start())
        ):
            yield Gap(start=match.start(), end=match.start() + len(value), weight=0.9, why=_NUMBER)


def _emphasised(text: Text) -> Iterator[Gap]:
    for start, end in text.strong:
        found = terms.words(text.plain[start:end])
        if len(found) == 1 and _is_stressed(found[0]):
            continue  # a single verb, adverb or quality is stressed, not named
        if _CHOICE_AFTER.match(text.plain, end) or _continues_name(text.plain[:start].rstrip()):
            continue  # one of several, or the end of a name
        if text.plain[end:].lstrip().startswith(":"):
            continue  # a label, stressed as such
        yield Gap(start=start, end=end, weight=0.8, why="emphasised on the slide")


def _code(text: Text, known: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    for start, end, weight in named_code.phrases(text, known, vocabulary.familiar_code):
        yield Gap(start=start, end=end, weight=weight, why=_NAMED_CODE)


def _is_stressed(word: str) -> bool:
    """Whether a single word that stands out names nothing: a verb, an adverb, a common quality."""
    lowered = word.casefold()
    return (
        word.endswith("ly")
        or lowered in VERBS
        or (lowered.endswith(("ed", "ing")) and lowered not in DECIDING_WORDS)
        or (terms.is_adjective(word) and lowered not in DECIDING_WORDS)
    )


def _restricted(plain: str) -> Iterator[Gap]:
    for match in _RESTRICTED.finditer(plain):
        place = _IN_PLACE.match(plain, match.end())
        opening = place.end() if place else match.end()
        end = _phrase_end(plain, opening)
        phrase = plain[opening:end].strip()
        alone = len(phrase.split()) == 1
        if not phrase or _DONE.match(phrase):
            continue  # what is done with it, not what it needs
        is_quality = "be" in match.group().casefold().split() and place is None
        if alone and not is_quality and not terms.is_name_like(phrase):
            continue  # a single common word is a guess
        if alone and (terms.key(phrase) in EMPTY_PREDICATES or re.match(r"\s*,|\s*\bto\b", plain[end:])):
            continue
        verb = plain[opening:].partition(" ")[0]
        does = _ONLY_DOES.match(plain, match.start()) is not None and verb.islower() and verb in VERBS
        if does and not _ABLE.search(plain, 0, match.start()):
            continue  # `to only carry crates`
        start = match.start() if _ONLY_DOES.match(plain, match.start()) else opening
        yield Gap(start=start, end=end, weight=0.74, why=_ALLOWED)


def _deciding(plain: str) -> Iterator[Gap]:
    """A deciding word counts where it is said of the subject: after a form of `be`, at either end, beside a verb."""
    for match in terms.WORD.finditer(plain):
        word = match.group().casefold()
        if word not in DECIDING_WORDS or word in _GUESSED:
            continue
        before = terms.words(plain[: match.start()])[-2:]
        closes = len(before) > 1 and not plain[match.end() :].strip(" .")
        predicate = any(one.casefold() in _AS_IS for one in before) or word.endswith("ly") or closes
        if word.endswith("ed") and _WITH_AGENT.match(plain, match.end()):
            continue  # the verb of a passive
        in_list = before[-1:] == ("or",) or re.match(r"\s*,|\s+(?:and|or)\b", plain[match.end() :])
        if in_list or not predicate:
            continue
        yield Gap(start=match.start(), end=match.end(), weight=0.72, why=_DECIDES)


def _names(plain: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    for match in _NAME.finditer(plain):
        found = match.group().split()
        before = plain[: match.start()].rstrip()
        starts_sentence = not before or before.endswith((".", ":", "!", "?"))
        if starts_sentence and (found[0].casefold() in vocabulary.common or not terms.is_name_like(found[0])):
            continue
        if all(word.casefold() in vocabulary.common and not terms.is_name_like(word) for word in found):
            continue
        if match.group().casefold() in vocabulary.brands:
            continue
        in_brackets = before.endswith("(") and plain[match.end() :].startswith(")")
        if before.endswith((",", " or", " and", "/")) or re.match(r"\s*,|\s+(?:or|and)\s+[A-Z]", plain[match.end() :]):
            continue  # one of a list
        if in_brackets and len(found) == 1 and found[0].isupper():
            continue  # the letters of the words before; the rule for acronyms asks them
        last = terms.words(before)[-1:]
        related = bool(last) and (last[0].casefold() in ANSWER_PREPOSITIONS or terms.is_verb(last[0]))
        followed = re.match(r"\s+[a-z]", plain[match.end() :]) is not None
        if not related or followed or _continues_name(before) or re.match(r"\s*/", plain[match.end() :]):
            continue
        weight = 0.74
        yield Gap(start=match.start(), end=match.end(), weight=weight, why=_A_NAME)


def _continues_name(before: str) -> bool:
    """Whether the word before belongs to the same name (`Glacier Deep` before `Archive`)."""
    found = before.split()
    return len(found) > 1 and found[-1][:1].isupper()


def _tails(plain: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    """The end of a clause carries what is new in it: what follows the last preposition or form of `be`."""
    is_sentence = terms.is_clause(plain) or terms.opens_in_third_person(plain) or terms.is_order(plain)
    for match in _TAIL.finditer(plain):
        opener = (match.group("word") or "based on").lower()
        start, end = match.end(), _phrase_end(plain, match.end())
        phrase = _ARTICLE.sub("", plain[start:end])
        said = [word for word in terms.content_words(phrase) if word not in BLAND_WORDS]
        if not said or frozenset(map(terms.stem, said)) <= vocabulary.frequent:
            continue
        if len(said) == 1 and not terms.is_name_like(phrase) and opener not in {"called", "based on", "using", "via"}:
            continue  # a single common word is a guess
        if (
            any(mark in phrase for mark in '“”"')
            or _PRONOUN.search(phrase)
            or _VAGUE.search(phrase)
            or terms.key(phrase) in EMPTY_PREDICATES
        ):
            continue
        if opener == "to" and terms.is_order(phrase):
            continue  # what something is used for has many answers
        if terms.is_clause(phrase) or phrase.rstrip().endswith(" like"):
            continue
        names = opener in _AS_IS - {"called"} and len(said) < _MOST_LISTED and terms.is_name_like(phrase)
        if (opener in _AS_IS - {"called"} and not names) or (
            opener not in _INSTRUMENT | {"called", "based on"} and not is_sentence
        ):
            continue  # what something is has many answers, and so has a phrase without a verb
        at_end = end >= len(plain.rstrip(" ."))
        if opener in _INSTRUMENT or opener == "based on":
            weight = 0.7 if at_end else 0.64
        else:
            telling = len(frozenset(map(terms.stem, said)) - vocabulary.frequent) > 1
            weight = (0.6 if opener in _AS_IS or telling or terms.is_name_like(phrase) else 0.56) - 0.1 * (not at_end)
        yield Gap(start=start, end=end, weight=weight, why="the new part of the statement")


def _lists(plain: str) -> Iterator[Gap]:
    """Names in a row are one answer; a single one of them would be a guess."""
    for match in _LIST.finditer(plain):
        names = match.group()
        before = plain[: match.start()].rstrip()
        if _JOINS.search(names) or terms.is_clause(names) or not _LIST_OPENER.search(before):
            continue
        if plain[match.end() :].strip(" .") or names.count(",") + names.count(" / ") + 1 > _MOST_LISTED:
            continue  # a list inside a sentence, or one too long for an answer
        if len(names.split()) <= _MAX_LIST_WORDS and "etc" not in names and _LIST_ENDS.match(plain, match.end()):
            yield Gap(start=match.start(), end=match.end(), weight=0.66, why="names in a row")


def _negations(plain: str) -> Iterator[Gap]:
    for match in _NEGATED.finditer(plain):
        yield Gap(start=match.start("what"), end=match.end("what"), weight=0.7, why="what does not hold")


def _phrase_end(plain: str, start: int) -> int:
    """Where the phrase that begins at `start` ends: at a mark, a preposition or a small word."""
    for match in _PHRASE_PART.finditer(plain, start):
        word = match.group(1)
        if word is None or (match.start() > start and word.casefold() in _PHRASE_STOPS):
            return match.start()
    return len(plain)


def _trim(plain: str, gap: Gap) -> Gap | None:
    if gap.why == _NAMED_CODE:
        return gap  # every mark of it counts
    start, end = gap.start, gap.end
    while start < end and plain[start] in _MARKS:
        start += 1
    while end > start and plain[end - 1] in _MARKS:
        end -= 1
    while opener := _GAP_OPENER.match(plain, start, end):
        start = opener.end()
    while trailing := re.search(
        r"(?<!\s)\s+(?:and|or|the|a|an|instead|only|again|not)$", plain[start:end], re.IGNORECASE
    ):
        end = start + trailing.start()
    if start >= end:
        return None
    return Gap(start=start, end=end, weight=gap.weight, why=gap.why)


def _is_fit(plain: str, gap: Gap, known: str) -> bool:
    hidden = plain[gap.start : gap.end]
    rest = plain[: gap.start] + " " + plain[gap.end :]
    hidden_stems = terms.stems(hidden)
    return (
        bool(hidden_stems)
        and len(hidden.split()) <= (_MAX_LIST_WORDS if "," in hidden or " / " in hidden else _MAX_GAP_WORDS)
        and len(terms.words(rest)) + min(_MIN_LEFT_WORDS, len(terms.words(known))) >= _MIN_SHOWN_WORDS
        and (bool(terms.stems(rest) - hidden_stems) or (bool(known) and gap.why == _ALLOWED))
        and (len(terms.words(rest)) >= 2 or bool(known))
        and len(hidden.split()) * 3 <= (len(plain.split()) + 1) * 2
        and not hidden_stems <= terms.stems(known)
        and not hidden_stems & terms.stems(rest)
        and terms.is_balanced(hidden)
        and hidden.count("“") == hidden.count("”")
        and hidden.count("‘") <= hidden.count("’")
        and hidden.count('"') % 2 == 0
        and _is_whole(plain, gap)
        and not _is_weak(plain, gap, hidden)
        and not _CHOICE_BEFORE.search(plain[: gap.start])
        and not _telling_stems(hidden) <= terms.stems(known) | terms.stems(rest)
        and not (_MORE_NAMES.match(plain, gap.end) and "," not in hidden)
        and not _is_explained(plain, gap)
        and (gap.why == _NUMBER or hidden.startswith("only ") or _cues(rest) >= (1 if gap.why in _SURE else _MIN_CUES))
        and not any(mark in hidden for mark in ("{", "}", "::"))
    )


def _telling_stems(hidden: str) -> frozenset[str]:
    told = (word for word in terms.words(hidden) if word.casefold() not in BLAND_WORDS | EMPTY_PREDICATES)
    return frozenset().union(*map(terms.stems, told), frozenset())


def _cues(rest: str) -> int:
    """How many words around a gap tell what is asked; `can be used together with` has none."""
    return sum(word not in _NO_CUES and not word.endswith("ly") for word in terms.content_words(rest))


def _is_weak(plain: str, gap: Gap, hidden: str) -> bool:
    """Whether the gap hides a bare unit, a verb of a passive or a part of a chain of names."""
    found = [word.casefold() for word in terms.words(hidden)]
    if all(word in UNITS for word in found) or terms.is_statement_label(hidden):
        return True
    before, after = plain[: gap.start].rstrip(), plain[gap.end :].lstrip()
    if (
        _IN_EXAMPLE.search(before)
        or hidden.startswith("//")
        or re.search(r"\s(?:like|such as)\s", hidden)
        or _REFERENCE.search(before)
        or (before.endswith(_CHAIN) and after.startswith(_CHAIN))
    ):
        return True
    if before.endswith((".", "/", "+")) and not plain[gap.start - 1 : gap.start].isspace():
        return True
    passive = len(found) == 1 and found[0].endswith("ed") and terms.words(before)[-1:] != ()
    return passive and re.match(r"(?:by|to|in|into|on|from|with|within|before|after|as|for)\b", after) is not None


def _is_explained(plain: str, gap: Gap) -> bool:
    """Whether a bracket beside the gap says it in letters or in full."""
    hidden = plain[gap.start : gap.end]
    after = re.match(r"\s*\(([^()]+)\)", plain[gap.end :])
    before = re.search(r"(?<![\w-])((?:[\w-]++\s++){1,6})\($", plain[: gap.start])
    beside = (after.group(1) if after else "", before.group(1) if before else "")
    spelled = re.match(r"\s*\([A-Z][A-Z0-9/-]*s?\)", plain[gap.end :]) and hidden[:1].isupper()
    return bool(spelled) or any(text and _abbreviates(hidden, text) for text in beside)


def _abbreviates(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    letters = _letters(short)
    return len(letters) > 1 and _initials(long).endswith(letters)


def _initials(text: str) -> str:
    found = re.split(r"[\s-]+", text.strip())
    return "".join(word[0] for word in found if word).casefold() if len(found) > 1 else ""


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).casefold().removesuffix("s")


def _is_whole(plain: str, gap: Gap) -> bool:
    """Whether the gap cuts no word and no compound in two."""
    if terms.is_unspaced(plain):
        spans = terms.word_spans(plain)
        return any(start == gap.start for start, _ in spans) and any(end == gap.end for _, end in spans)
    before, after = plain[gap.start - 1 : gap.start], plain[gap.end : gap.end + 1]
    return not (before and (before.isalnum() or before in "-/_")) and not (
        after and (after.isalnum() or after in "-/_")
    )
