"""Which words of a statement could be hidden: numbers, names, what is emphasised, what decides, what is new."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from flashdeck.extraction.analysis.scope import Vocabulary
from flashdeck.extraction.clozes import (
    passages,
    places,
    quantities,
    restrictions,
    rows,
    stressed,
    tails,
)
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.languages.lexicon import (
    ANSWER_PREPOSITIONS,
    BLAND_WORDS,
    DECIDING_WORDS,
    EMPTY_PREDICATES,
    STOP_WORDS,
    VERBS,
    word_set,
)
from flashdeck.extraction.model import Text
from flashdeck.extraction.text import needles

_NAME: Final = re.compile(
    r"[A-Z](?<!\w.)(?:[\w’'-]*[A-Z0-9]\w*|[a-z]\w*(?:-[A-Z]\w*)*)"
    r"(?:[ ](?:[A-Z][\w’'-]*[A-Z0-9]\w*|[A-Z][a-z]\w*(?:-[A-Z]\w*)*|[A-Z]\b)){0,3}"
)
_RESTRICTED: Final = re.compile(
    r"(?<![\w-])(?:only|must be|must use|must have|must enable|cannot be|can't be|can’t be|requires?)\s+", re.IGNORECASE
)
_RESTRICTING: Final = frozenset({"only", "must", "cannot", "can", "require", "requires"})
"""The first words of what restricts."""
_ONLY_DOES: Final = re.compile(r"only\s+(?!(?:when|if|after|for|to|by|with|in|on|at|from|be|the)\b)", re.IGNORECASE)
_TAIL: Final = re.compile(
    r"(?<![\w-])(?:based on|(?P<word>using|via|by|through|with|into|from|in|at|on|to|for|against|between|as|is|are|be|"
    r"called))\s+",
    re.IGNORECASE,
)
_TAIL_OF_MEANS: Final = re.compile(
    r"(?<![\w-])(?:based on|(?P<word>using|via|by|through|with|called))\s+", re.IGNORECASE
)
"""Those that open a tail of a phrase without a verb, too; behind any other it has many answers."""
_MEANS: Final = frozenset({"based", "using", "via", "by", "through", "with", "called"})
"""Words of which one stands in all of these."""
_PHRASE_PART: Final = re.compile(r"[,;:().!?–—⇒]| - |\b(\w[\w'’-]*)")
_PHRASE_STOPS: Final = (STOP_WORDS | ANSWER_PREPOSITIONS | {"using", "when"}) - frozenset(
    {"a", "an", "the", "its", "own", "same", "each", "every", "all", "any", "other", "one", "more", "most", "your"}
    | {"and", "or"}
)
_IS: Final = frozenset({"is", "are", "be"})
_AS_IS: Final = _IS | {"called"}
_GOES_ON_WITH: Final = _AS_IS | {"was", "were", "has", "have"}
_INSTRUMENT: Final = frozenset({"using", "via", "by", "through", "with"})
_PRONOUN: Final = re.compile(r"\b(?:you|it|they|them|we|us|too|very|this|that|these)\b", re.IGNORECASE)
NUMBER: Final = "a number with its unit"
_POSSIBLY: Final = word_set("could may might can")
ALLOWED: Final = "what a restriction allows"
ROW: Final = "names in a row"
CASE: Final = "the case in which it holds"
DECIDES: Final = "the word that decides"
_OPEN_DECIDING: Final = frozenset(word.partition("-")[0] for word in DECIDING_WORDS)
"""How the words that decide open."""
_GUESSED: Final = word_set("encrypted unencrypted shared distributed immediate immediately")
A_NAME: Final = "a name"
TAIL_OF_CLAUSE: Final = "the new part of the statement"
EMPHASISED: Final = "emphasised on the slide"
RANK: Final = "the rank"
NAMED_CODE: Final = "code named on the slide"
_NEGATED: Final = re.compile(r"\b(?:is|are|was|were)\s+(?P<what>not\s+\w{4,}ed)\b", re.IGNORECASE)
_LONG_PHRASE: Final = 3
_DOING: Final = re.compile(r"[a-z]+ing ")
_DONE_BY: Final = frozenset({"by", "for"})
_LOOSE: Final = frozenset({"with", "for"})
_NAMED: Final = re.compile(r"[A-Z\d]|\bor\b")
_AND_DOES: Final = re.compile(r"(?<!\s)\s+and (?:use|measure|run|send|store|load|create|write|read)\b")
_HELPS: Final = re.compile(r"\bhelps? (?:you )?$", re.IGNORECASE)
_COMPARES: Final = re.compile(r"(?:less|fewer|more|better) ", re.IGNORECASE)
_NOT_SO: Final = re.compile(r"\b(?:no|not|never|without|needs? to)\b", re.IGNORECASE)
_NAME_GOES_ON: Final = re.compile(r" \d|\.\w| \[")
_VERBS_INSIDE: Final = word_set("use uses is are has have measure measures stored kept used sent made written")
_ABLE: Final = re.compile(r"\b(?:can|may|will|must|should)\s*$", re.IGNORECASE)
_IN_PLACE: Final = re.compile(r"(?:in|on|at|with)\s+(?=an? |the |[A-Z])|for\s+")
_DONE: Final = re.compile(
    r"(?:only\s+)?(?:be|if|when|once|after|before|for|from|of|\w+ed|\w+ly|kept|sent|built|made|written|held|taken|given|set|run|going|able|in|on|at|via|by|with|within|through|to)\b",
    re.IGNORECASE,
)
_WITH_AGENT: Final = re.compile(r"\s+(?:by|to|in|into|on|from|with|within|according|as|for|between|across|at)\b")
_VAGUE: Final = re.compile(
    r"\b(?:some|any|other|others|more|something|somewhere|anything|existing|certain|etc|needs?|way|ways|"
    r"requirements?|information|traffic|volumes?|data ?sets?|workloads?|purposes?)\b",
    re.IGNORECASE,
)
_CAPITAL: Final = re.compile(r"[A-Z]\w*(?<!\b[A-Z])")
_NO_NAME: Final = re.compile(r"(?:still|now|already|also|just) ", re.IGNORECASE)
_NEXT_NAME: Final = re.compile(r"\s*(?::|(?:,|/|&|and\b|or\b)\s*(?:and |or )?[A-Z(]|or\b)")
_BEFORE_EXAMPLE: Final = ("…", "such as", " like", ",", " or", " and", "/")
"""Behind these a name is one of several."""
_LIST_GOES_ON: Final = re.compile(r"\s*,|\s+(?:or|and)\s+[A-Z]")
_WORD_FOLLOWS: Final = re.compile(r"\s+(?!(?:via|using|through) [A-Z])[a-z]|\s*/")
_NAMED_BY: Final = (
    (frozenset({"from", "into"}), passages.ranges),
    (frozenset({"of", "called", "known"}), places.carried),
    (frozenset({"when", "if", "once", "then"}), tails.had_in_case),
)
"""What names a thing, with words of which one stands in all of its statements."""


class Gap(NamedTuple):
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


def worded(plain: str, known: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    """The gaps that the words of a language tell."""
    match vocabulary.language:
        case Language.ENGLISH:
            yield from _english(plain, vocabulary)
        case Language.GERMAN:
            from flashdeck.extraction.clozes import german_gaps  # noqa: PLC0415 - loaded with the first German deck

            for start, end, weight in german_gaps.phrases(plain, known, vocabulary):
                yield Gap(start=start, end=end, weight=weight, why=TAIL_OF_CLAUSE)
            yield from (Gap(start=start, end=end, weight=0.76, why=RANK) for start, end in german_gaps.ranks(plain))
        case Language.OTHER:
            yield from _rows(plain)
            if not terms.is_unspaced(plain):
                return
            from flashdeck.extraction.languages import japanese  # noqa: PLC0415 - loaded with the first text of its kind

            for start, end, weight in japanese.phrases(plain):
                if not terms.stems(plain[start:end]) <= vocabulary.frequent:
                    yield Gap(start=start, end=end, weight=weight, why="a noun of the statement")


def _english(plain: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    said = needles.words_in(plain)
    if not said.isdisjoint(_RESTRICTING):
        yield from _restricted(plain)
    if not said.isdisjoint(restrictions.BINDING):
        yield from _binding(plain)
    if not said.isdisjoint(restrictions.OF_CASES):
        yield from (Gap(start=start, end=end, weight=0.68, why=CASE) for start, end in restrictions.cases(plain))
    if not said.isdisjoint(_OPEN_DECIDING):
        yield from _deciding(plain)
    if not plain[1:].islower():
        yield from _names(plain, vocabulary)
    yield from _tails(plain, vocabulary)
    yield from _rows(plain)
    yield from (Gap(start=start, end=end, weight=0.76, why=ROW) for start, end in rows.bracketed(plain))
    if "not" in said:
        yield from _negations(plain)
    for words, ranges in _NAMED_BY:
        if not said.isdisjoint(words):
            yield from (Gap(start=start, end=end, weight=0.76, why=A_NAME) for start, end in ranges(plain))


def _rows(plain: str) -> Iterator[Gap]:
    return (Gap(start=start, end=end, weight=0.66, why=ROW) for start, end in rows.ranges(plain))


def numbers(plain: str) -> Iterator[Gap]:
    """Yield the numbers that say what they count in; two that bound a range are one."""
    yield from (Gap(start=start, end=end, weight=0.9, why=NUMBER) for start, end in quantities.spans(plain))


def emphasised(text: Text) -> Iterator[Gap]:
    """Yield what stands out on the slide and names something."""
    for start, end in (*stressed.named(text), *stressed.shouted(text.plain)):
        yield Gap(start=start, end=end, weight=0.8, why=EMPHASISED)


def code(text: Text, known: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    """Yield the code that the slide names."""
    if not text.code:
        return
    from flashdeck.extraction.clozes import named_code  # noqa: PLC0415 - loaded with the first text that names some

    for start, end, weight in named_code.phrases(text, known, vocabulary.familiar_code):
        yield Gap(start=start, end=end, weight=weight, why=NAMED_CODE)


def _restricted(plain: str) -> Iterator[Gap]:
    for match in _RESTRICTED.finditer(plain):
        place = _IN_PLACE.match(plain, match.end())
        opening = place.end() if place else match.end()
        end = _phrase_end(plain, opening)
        phrase = plain[opening:end].strip()
        alone = len(terms.without_article(phrase).split()) == 1
        if not phrase or _DONE.match(phrase) or _COMPARES.match(phrase):
            continue  # what is done with it, not what it needs; or how much, without what
        is_quality = "be" in match.group().casefold().split() and place is None
        if alone and not is_quality and not terms.is_name_like(terms.without_article(phrase)):
            continue  # a single common word is a guess
        if alone and (terms.key(phrase) in EMPTY_PREDICATES or re.match(r"\s*,|\s*\bto\b", plain[end:])):
            continue
        verb = plain[opening:].partition(" ")[0]
        does = bool(_ONLY_DOES.match(plain, match.start())) and verb.islower() and verb in VERBS
        if does and not _ABLE.search(plain, 0, match.start()):
            continue  # `to only carry crates`
        if does:
            opening += len(verb) + 1  # `can only carry [crates]`: the object decides
            if opening >= end or _has_verb(plain[opening:end]):
                continue
        start = match.start() if not does and _ONLY_DOES.match(plain, match.start()) else opening
        yield Gap(start=start, end=end, weight=0.74, why=ALLOWED)


def _binding(plain: str) -> Iterator[Gap]:
    """What must be, must not be, is so by default, or what alone something holds for."""
    for start, fixed in restrictions.ranges(plain):
        end = fixed or _phrase_end(plain, start)
        phrase = terms.without_article(plain[start:end].strip())
        if fixed is None and not _is_object(plain, start, end, phrase):
            continue
        if not phrase or _PRONOUN.search(phrase) or _VAGUE.search(phrase) or _COMPARES.match(phrase):
            continue
        yield Gap(start=start, end=end, weight=0.72, why=ALLOWED)


def _is_object(plain: str, start: int, end: int, phrase: str) -> bool:
    """Whether a phrase behind a verb is its whole object: a name or more than one common word, without a clause."""
    told = next(iter(terms.words(plain[end:])), "").casefold()
    return not (
        (phrase.isalpha() and phrase.islower())
        or (plain[:start].rstrip().endswith(" to") and terms.is_order(phrase))
        or told in _GOES_ON_WITH
        or (phrase.endswith("ed") and bool(told))
        or re.match(r"(?:and|or|many|much|all) ", phrase)
        or (phrase.count(" ") > 1 and _goes_on(phrase))
    )


def _deciding(plain: str) -> Iterator[Gap]:
    """A deciding word counts where it is said of the subject: after a form of `be`, at either end, beside a verb."""
    if DECIDING_WORDS.isdisjoint(terms.content_words(plain)):
        return
    for match in terms.WORD.finditer(plain):
        word = match.group().casefold()
        if (
            word not in DECIDING_WORDS
            or word in _GUESSED
            or (word.endswith("ly") and "-" not in word and not match.start())
        ):
            continue
        before = terms.words(plain[: match.start()])[-2:]
        closes = len(before) > 1 and not plain[match.end() :].strip(" .")
        predicate = any(one.casefold() in _AS_IS for one in before) or word.endswith("ly") or closes
        if word.endswith("ed") and _WITH_AGENT.match(plain, match.end()):
            continue  # the verb of a passive
        in_list = before[-1:] in {("or",), ("when",), ("if",)} or re.match(
            r"\s*,|\s+(?:and|or)\b", plain[match.end() :]
        )
        possibly = bool(before) and before[-1].casefold() in _POSSIBLY
        if word.endswith("ly") and (possibly or _NOT_SO.search(plain, 0, match.start())):
            continue  # how something could be done as well, or is not done
        if in_list or not predicate or plain[: match.start()].endswith(" near "):
            continue
        if match.group()[0].isupper() and stressed.continues_name(plain[: match.start()].rstrip()):
            continue
        yield Gap(start=match.start(), end=match.end(), weight=0.72, why=DECIDES)


def _names(plain: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    for match in _NAME.finditer(plain):
        before = plain[: match.start()].rstrip()
        if not before or before.endswith(_BEFORE_EXAMPLE) or _WORD_FOLLOWS.match(plain, match.end()):
            continue  # what a line opens with, one of a list, or a part of a longer name
        last = terms.words(before.rpartition(" ")[2])[-1:] or terms.words(before)[-1:]
        related = bool(last) and (last[0].casefold() in ANSWER_PREPOSITIONS or terms.is_verb(last[0]))
        if not related or stressed.continues_name(before):
            continue
        if _NAME_GOES_ON.match(plain, match.end()) or _LIST_GOES_ON.match(plain, match.end()):
            continue  # `Dock 53`, `Dock.Depth`, `Tide Table [TT]`
        found = match.group().split()
        starts_sentence = before.endswith((".", ":", "!", "?"))
        if starts_sentence and (found[0].casefold() in vocabulary.common or not terms.is_name_like(found[0])):
            continue
        if all(word.casefold() in vocabulary.common and not terms.is_name_like(word) for word in found):
            continue
        if match.group().casefold() in vocabulary.brands or _PRONOUN.match(match.group()):
            continue
        in_brackets = before.endswith("(") and plain[match.end() :].startswith(")")
        if in_brackets and len(found) == 1 and found[0].isupper():
            continue  # the letters of the words before; the rule for acronyms asks them
        yield Gap(start=match.start(), end=match.end(), weight=0.74, why=A_NAME)


def _tails(plain: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    """The end of a clause carries what is new in it: what follows the last preposition or form of `be`."""
    for match in _openers(plain):
        opener = (match.group("word") or "based on").lower()
        start, end = match.end(), _tail_end(plain, match.end())
        phrase = terms.without_article(plain[start:end])
        if opener in _LOOSE and not (
            _NAMED.search(phrase) or _HELPS.search(plain, 0, match.start()) or plain.startswith("(", end)
        ):
            continue  # what something is for or comes with has many answers, unless it has a name
        if (opener == "to" and terms.is_order(phrase)) or (opener in _DONE_BY and _DOING.match(phrase)):
            continue  # what something is used for, or how it is done, has many answers
        if opener in _IS and not terms.is_name_like(phrase):
            continue  # what something is has many answers
        said = [word for word in terms.content_words(phrase) if word not in BLAND_WORDS]
        is_long = opener in _IS and len(said) >= _LONG_PHRASE
        if not said or is_long or frozenset(map(terms.stem, said)) <= vocabulary.frequent:
            continue
        is_named = opener in {"called", "based on", "using", "via"} and not plain.startswith("of ", end)
        if len(said) == 1 and not terms.is_name_like(phrase) and not is_named:
            continue  # a single common word is a guess, and so is what a thing is one of (`using the policy of ...`)
        if (
            any(mark in phrase for mark in '“”"')
            or _PRONOUN.search(phrase)
            or _VAGUE.search(phrase)
            or plain[start:end].startswith("your ")
            or terms.key(phrase) in EMPTY_PREDICATES
        ):
            continue
        if _goes_on(phrase):
            continue
        at_end = end >= len(plain.rstrip(" ."))
        why = A_NAME if opener in _INSTRUMENT and at_end and terms.is_name_like(phrase) else TAIL_OF_CLAUSE
        if opener in _INSTRUMENT or opener == "based on":
            weight = 0.7 if at_end else 0.64
        else:
            telling = len(frozenset(map(terms.stem, said)) - vocabulary.frequent) > 1
            named = _CAPITAL.search(phrase) and not _NEXT_NAME.match(plain, end) and not _NO_NAME.match(phrase)
            named = named and opener != "to" and not re.match(r"[A-Z]{4,} ", plain)
            weight = 0.6 if opener in _AS_IS or telling or terms.is_name_like(phrase) else 0.56
            weight -= 0.1 * (not at_end and not named)
        yield Gap(start=start, end=end, weight=weight, why=why)


def _openers(plain: str) -> Iterator[re.Match[str]]:
    """What opens the tails of a sentence, or of a phrase without a verb."""
    if terms.is_clause(plain) or terms.opens_in_third_person(plain) or terms.is_order(plain):
        return _TAIL.finditer(plain)
    return iter(()) if _MEANS.isdisjoint(needles.words_in(plain)) else _TAIL_OF_MEANS.finditer(plain)


def _negations(plain: str) -> Iterator[Gap]:
    for match in _NEGATED.finditer(plain):
        yield Gap(start=match.start("what"), end=match.end("what"), weight=0.7, why="what does not hold")


def _tail_end(plain: str, start: int) -> int:
    """Where the phrase at the end of a clause ends: before a second thing that is done, too."""
    end = _phrase_end(plain, start)
    second = _AND_DOES.search(plain, start, end)
    return second.start() if second else end


def _goes_on(phrase: str) -> bool:
    """Whether a phrase is more than a noun: its clause goes on in it, or it ends with how something is done."""
    is_open = terms.is_clause(phrase) or phrase.rstrip().endswith((" like", "ly"))
    return is_open or _has_verb(phrase)


def _has_verb(phrase: str) -> bool:
    """Whether a phrase goes on with what its noun does, or is done with it (`depth measured`, `pumps drain Dock 4`)."""
    later = terms.words(phrase)[1:]
    return any(word.islower() and (word in _VERBS_INSIDE or word.endswith("izing")) for word in later)


def _phrase_end(plain: str, start: int) -> int:
    """Where the phrase that begins at `start` ends: at a mark, a preposition or a small word."""
    for match in _PHRASE_PART.finditer(plain, start + plain.startswith(".", start)):
        word = match.group(1)
        if word is None or (match.start() > start and word.casefold() in _PHRASE_STOPS):
            return match.start()
    return len(plain)
