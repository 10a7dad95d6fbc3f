"""Which words of a statement a cloze hides: a gap must be worth knowing and nameable from what stays."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from flashdeck.extraction.analysis import echoes
from flashdeck.extraction.analysis.scope import Vocabulary
from flashdeck.extraction.clozes import edges, places, rows, spelled, tails
from flashdeck.extraction.clozes.gap_candidates import (
    A_NAME,
    ALLOWED,
    CASE,
    DECIDES,
    EMPHASISED,
    NAMED_CODE,
    NUMBER,
    RANK,
    ROW,
    TAIL_OF_CLAUSE,
    Gap,
    code,
    emphasised,
    numbers,
    worded,
)
from flashdeck.extraction.languages import kinship, terms
from flashdeck.extraction.languages.lexicon import (
    BLAND_WORDS,
    EMPTY_PREDICATES,
    UNITS,
    VERBS,
    word_set,
)
from flashdeck.extraction.model import Text

_MAX_CHARACTERS: Final = 500
"""A longer text is no card; the limit keeps the cost linear on hostile input."""
_MAX_GAP_WORDS: Final = 6
_MAX_CASE_WORDS: Final = 10
_MANY_STEMS: Final = 3
_MIN_CUES: Final = 2
_NO_CUES: Final = BLAND_WORDS | word_set(
    """leverage leverages utilize utilizes use uses used using
    together compare comparison compared support supports supported work works allow allows provide provides help helps
    based integrate integrates integrated integration tie ties tied make makes need needs run runs get gets set data
    service services thing things feature features option options way example examples e.g ex i.e etc"""
)
_TELLS_NOTHING: Final = BLAND_WORDS | EMPTY_PREDICATES
_INTERFACES: Final = word_set("api apis cli console sdk sdks ui gui browser command line")
"""What nearly every product can be used through."""
_DEGREES: Final = word_set("exactly just really very actually simply quite even")
_FEW_WORDS: Final = 2
_MOST_COMMON_WORDS: Final = 3
_MAX_BARE_WORDS: Final = 2
_MIN_LEFT_WORDS: Final = 3
_MIN_SHOWN_WORDS: Final = 5
_AGAINST: Final = re.compile(r" vs\b", re.IGNORECASE)
_IN_EXAMPLE: Final = re.compile(
    r"\((?:examples?|e\.?g|ex|for example|such as|z\.? ?b|beispiel)\b[^()]*$|\bexamples?:[^.]*$", re.IGNORECASE
)
_REFERENCE: Final = re.compile(r"\((?:siehe|vgl\.?|see)\b[^()]*$", re.IGNORECASE)
_LIKENS: Final = re.compile(r" (?:like|such as) ")
_LONG_NAME: Final = 6
_LONG_PART: Final = 4
_YEAR: Final = re.compile(r"(?:19|20)\d\d年?")
_AFTER: Final = re.compile(
    r"\b(?:nicht|insbesondere(?: \w+)?|beispielsweise(?: \w+)?|z\. ?B\.(?: \w+)?|einige|manche|mehrere|viele)\s*$",
    re.IGNORECASE,
)
"""German words that only go on (`nicht erloschene Lampen`), or open an example."""
_VAGUE_AMOUNT: Final = re.compile(
    r"be \w+|"
    r"(?:large|huge|small|great|vast) (?:amounts?|numbers?|volumes?|quantit(?:y|ies))",
    re.IGNORECASE,
)
_AND_BEFORE: Final = re.compile(r"\band(?:\s+(?:with|to|from|in|on|by))?\s*$", re.IGNORECASE)
_NAMES_MORE: Final = re.compile(r"[“\"][A-Z]|\b[A-Z]\w*[A-Z]| [A-Z][a-z]+ [A-Z]")
"""A name, which tells more than how something is done."""
_DEEDS: Final = frozenset(base for form, base in VERBS.items() if form == base)
_COUNTED_ASIDE: Final = re.compile(r"\([^()]*\d[^()]*$")
_SURE: Final = frozenset({ALLOWED, CASE, DECIDES, A_NAME, EMPHASISED})
_NO_TERM: Final = re.compile(
    r"!$| (?:and|or) (?:never )?\w+ed$| \w+ly$|^only (?:have|has)\b|^\w+ (?:has|have|had) ", re.IGNORECASE
)
"""A call, the joint of two clauses, an adverb behind its verb, half a clause."""
_ORDERS: Final = re.compile(r"[a-z]+ (?:the|an?|all|your) ")
"""A word before an article is a verb, known or not."""
_SAID_BEHIND: Final = re.compile(r"\s*(?:\. |that\s+(?:\w+ ){2,}(?:is|are|can|will|has|have)\b|of\s+[\w-]+$)")
"""What follows a noun (`the rule that all ships are lit`) and is the news itself."""
_TIED: Final = re.compile(r" (?:from|for|of|with|to|in|on|by) ")
_CHAIN: Final = ("–", "—", "+", "->", "→")
_MORE_NAMES: Final = re.compile(
    r"\s*,\s+[\w/-]+(?: [\w/-]+){0,2}(?:(?:,\s*|,?\s+)(?:or|and) |,\s+[\w/-]+(?: [\w/-]+){0,2}\.?$)"
)
"""Behind a gap that hides the first of several names only."""
_ONE_OF_MANY: Final = re.compile(r"\s*+(?:,\s*+)?(?:etc\b|…|\.\.\.|and (?:more|others|so on)\b)| (?:it|them)\b")
"""Behind a gap that hides an example, or the verb of a clause that goes on."""
_CHOICE_BEFORE: Final = re.compile(
    r"(?<!manually )(?<!automatically )\bor(?:\s+(?:using|via|with|by|through|in|from|to|for))?\s*$", re.IGNORECASE
)


def gaps(text: Text, known: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    """Yield the gaps that fit a statement, the best first; of two that overlap only the better one.

    Whether a gap fits takes the most time, so that it is asked only for those that the caller looks at.

    Args:
        text: the statement.
        known: what the front names anyway (subject and labels); such words are no gap.
        vocabulary: tells names from common nouns and rare words from frequent ones.
    """
    if len(text.plain) > _MAX_CHARACTERS or _only_lists(text.plain):
        return
    proposed = (
        *numbers(text.plain),
        *emphasised(text),
        *code(text, known, vocabulary),
        *worded(text.plain, known, vocabulary),
    )
    found = [trimmed for gap in proposed if (trimmed := edges.trimmed(text.plain, gap)) is not None]
    if not found:
        return
    found.sort(key=lambda gap: (-gap.weight, gap.start, gap.end))
    fitting = _fitting(text.plain, found, known, vocabulary)
    if any(gap.why == RANK for gap in found):
        kept = tuple(fitting)
        yield from [gap for gap in kept if gap.why == RANK] or kept
    else:
        yield from fitting


def _only_lists(plain: str) -> bool:
    """Whether a line only lists what was spoken of (`cogs vs hulks, rafts vs punts`)."""
    return plain.lower().count("vs") > 1 and len(_AGAINST.findall(plain)) > 1


def _fitting(plain: str, found: Iterable[Gap], known: str, vocabulary: Vocabulary) -> Iterator[Gap]:
    kept: list[Gap] = []
    shown = terms.stems(known) | frozenset(map(terms.stem, vocabulary.brands))
    for gap in found:
        is_free = all(gap.end <= other.start or gap.start >= other.end for other in kept)
        is_new = gap.why == NAMED_CODE or not (
            _is_familiar(plain, gap, vocabulary) or terms.stems(plain[gap.start : gap.end]) <= shown
        )
        if is_free and is_new and _is_fit(plain, gap, known):
            kept.append(gap)
            yield gap


def _is_familiar(plain: str, gap: Gap, vocabulary: Vocabulary) -> bool:
    """Whether the gap hides a name of code that the whole deck speaks of."""
    return terms.key(plain[gap.start : gap.end]).removesuffix("s") in vocabulary.familiar_code


def quantities(text: Text, known: str) -> tuple[Gap, ...]:
    """Return the numbers with units that fit as gaps, in the order of the text."""
    if len(text.plain) > _MAX_CHARACTERS:
        return ()
    found = (edges.trimmed(text.plain, gap) for gap in numbers(text.plain))
    return tuple(gap for gap in found if gap is not None and _is_fit(text.plain, gap, known))


def _is_fit(plain: str, gap: Gap, known: str) -> bool:
    hidden = plain[gap.start : gap.end]
    rest = plain[: gap.start] + " " + plain[gap.end :]
    hidden_stems = terms.stems(hidden)
    return (
        bool(hidden_stems)
        and (len(hidden) > 1 or hidden.isdigit())
        and len(hidden.split()) <= _most_words(gap, hidden)
        and len(terms.words(rest)) + min(_MIN_LEFT_WORDS, len(terms.words(known))) >= _needed_words(plain, gap, known)
        and (_leaves_more(rest, hidden_stems) or _is_bound(gap, known))
        and (len(terms.words(rest)) >= 2 or bool(known))
        and not (gap.start == 0 and gap.why != NUMBER and not _is_bound(gap, known) and _is_bare_phrase(rest))
        and (gap.why in {CASE, ROW} or len(hidden.split()) * 3 <= (len(plain.split()) + 1) * 2)
        and not hidden_stems <= terms.stems(known)
        and not (terms.is_unspaced(hidden) and _overlaps(hidden, known))
        and not _is_said(gap, hidden, rest)
        and not (len(hidden) > 2 and hidden.isupper() and hidden in "".join(filter(str.isupper, known)))
        and terms.is_balanced(hidden)
        and hidden.count("“") == hidden.count("”")
        and hidden.count("‘") <= hidden.count("’")
        and hidden.count('"') % 2 == 0
        and edges.is_whole(plain, gap)
        and not _is_weak(plain, gap, hidden)
        and not _is_misplaced(plain, gap, hidden)
        and not (places.is_idle(plain, gap.start, gap.end) or places.is_made_of(hidden, known))
        and not (
            gap.why in {TAIL_OF_CLAUSE, A_NAME, ROW, EMPHASISED} and tails.is_trivial(plain, gap.start, gap.end, known)
        )
        and not (gap.why != NUMBER and tails.is_by_the_way(plain, gap.start, gap.end))
        and not (gap.why == CASE and tails.is_idle_case(plain, gap.start, gap.end, known))
        and (gap.why == NUMBER or not echoes.cues_most(f"{known} {rest}", hidden))
        and not _is_in_remark(plain, gap)
        and not _CHOICE_BEFORE.search(plain[: gap.start])
        and not _is_told(_telling_stems(hidden) - terms.stems(known), rest)
        and not (_MORE_NAMES.match(plain, gap.end) and "," not in hidden)
        and not (gap.why != NUMBER and _ONE_OF_MANY.match(plain, gap.end))
        and not _is_loose(gap, hidden)
        and not (gap.why in {EMPHASISED, TAIL_OF_CLAUSE} and len(terms.words(rest)) <= _FEW_WORDS and hidden.islower())
        and (
            gap.why in {NUMBER, ALLOWED, CASE, DECIDES}
            or not known
            or _says_more(rest, known)
            or _is_said_of(plain, hidden)
        )
        and not spelled.spells_out(hidden, rest)
        and not spelled.is_explained(plain, gap.start, gap.end)
        and (gap.why == NUMBER or hidden.startswith("only ") or _cues(rest) >= _needed_cues(gap, known))
        and not any(mark in hidden for mark in ("{", "}", "::"))
    )


def _leaves_more(rest: str, hidden_stems: frozenset[str]) -> bool:
    """Whether what stays around a gap has a word that carries meaning and is not hidden."""
    return any(not terms.stems(word) <= hidden_stems for word in terms.content_words(rest))


def _is_told(stems: frozenset[str], rest: str) -> bool:
    """Whether all of some stems stand around a gap."""
    return not stems or stems <= kinship.stems_in(rest, stems)


def _is_loose(gap: Gap, hidden: str) -> bool:
    """Whether a gap hides several common words, which others could say as well."""
    return (
        gap.why not in {NUMBER, CASE, ROW}
        and hidden.islower()
        and not any(map(str.isdigit, hidden))
        and len(terms.words(hidden)) > _MOST_COMMON_WORDS + (" and " in hidden)
        and "," not in hidden
        and " or " not in hidden
    )


def _says_more(rest: str, known: str) -> bool:
    """Whether what stays around a gap says more than the front names anyway (`Crate loading`: `loading with [...]`)."""
    told = [word for word in terms.content_words(rest) if word not in _NO_CUES]
    return not told or any(not terms.stems(word) <= terms.stems(known) for word in told)


def _is_said_of(plain: str, hidden: str) -> bool:
    """Whether a whole sentence says of its subject that it is or does something with a name."""
    return hidden[:1].isupper() and (terms.is_clause(plain) or terms.opens_in_third_person(plain))


def _is_said(gap: Gap, hidden: str, rest: str) -> bool:
    """Whether what is hidden stands beside the gap; of several names one small word may."""
    if gap.why == NUMBER:
        return bool(_figures(hidden) & _figures(rest))
    said = kinship.stems_in(rest, terms.stems(hidden))
    return len(said) > 1 if gap.why == ROW and len(terms.stems(hidden)) > _MANY_STEMS else bool(said)


def _figures(text: str) -> frozenset[str]:
    """The figures in a text; that their units stand elsewhere in it too gives nothing away."""
    return frozenset(re.findall(r"\d[\d.,]*(?<![.,])", text))


def _most_words(gap: Gap, hidden: str) -> int:
    if gap.why == CASE:
        return _MAX_CASE_WORDS
    return rows.MAX_WORDS if "," in hidden or " / " in hidden else _MAX_GAP_WORDS


def _is_bound(gap: Gap, known: str) -> bool:
    """Whether the gap hides what a thing on the front must be or is limited to, which no other words need to cue."""
    return gap.why in {ALLOWED, CASE} and bool(known)


def _needed_words(plain: str, gap: Gap, known: str) -> int:
    """How many words must stay: fewer where the front names a thing and they relate it to what is hidden."""
    if _is_bound(gap, known):
        return _MIN_LEFT_WORDS
    related = gap.why == NUMBER or (gap.why in {A_NAME, ROW} and not plain[: gap.start].rstrip().endswith(" for"))
    return _MIN_SHOWN_WORDS - (related and bool(known))


def _needed_cues(gap: Gap, known: str) -> int:
    if _is_bound(gap, known):
        return gap.why == CASE
    return 1 if gap.why in _SURE or (gap.why == ROW and known) else _MIN_CUES


def _overlaps(hidden: str, known: str) -> bool:
    """Whether a word of a script without blanks is a part of the subject, or the subject of it."""
    if hidden in known or any(len(part) >= _LONG_NAME and part in hidden for part in known.split(" – ")):
        return True
    from difflib import SequenceMatcher  # noqa: PLC0415 - loaded with the first text of such a script

    shared = SequenceMatcher(None, hidden, known, autojunk=False).find_longest_match().size
    return shared >= _LONG_PART and shared * 3 >= len(hidden) * 2


def _is_misplaced(plain: str, gap: Gap, hidden: str) -> bool:
    """Whether a gap hides a year, half of a pair, an example, or an aside to a number in its bracket."""
    before = plain[: gap.start]
    return (
        _YEAR.fullmatch(hidden) is not None
        or _VAGUE_AMOUNT.fullmatch(hidden) is not None
        or (hidden.endswith("ly") and _NAMES_MORE.search(plain, 1) is not None)
        or _AFTER.search(before) is not None
        or (gap.why != CASE and before.endswith(" to ") and hidden.partition(" ")[0] in _DEEDS)
        or (gap.why not in {NUMBER, NAMED_CODE} and _AND_BEFORE.search(before) is not None)
        or (_COUNTED_ASIDE.search(before) is not None and not any(map(str.isdigit, hidden)))
    )


def _is_bare_phrase(rest: str) -> bool:
    """Whether what stays behind a gap that opens a line is two words without a verb (`[...] tide table`)."""
    return len(terms.words(rest)) <= _MAX_BARE_WORDS and not terms.is_clause(rest)


def _is_in_remark(plain: str, gap: Gap) -> bool:
    """Whether a gap stands in the bracket behind a few words, which are a name with a remark."""
    before, mark, inside = plain[: gap.start].rpartition("(")
    return bool(mark) and ")" not in inside and len(before.split()) <= _MIN_CUES and gap.why != NUMBER


def _telling_stems(hidden: str) -> frozenset[str]:
    told = [word for word in terms.words(hidden) if word.casefold() not in _TELLS_NOTHING]
    return frozenset().union(*map(terms.stems, told), frozenset())


def _cues(rest: str) -> int:
    """How many words around a gap tell what is asked; `can be used together with` has none."""
    return sum(word not in _NO_CUES and not word.endswith("ly") for word in terms.content_words(rest))


def _is_weak(plain: str, gap: Gap, hidden: str) -> bool:
    """Whether the gap hides a bare unit, a verb of a passive or a part of a chain of names."""
    found = [word.casefold() for word in terms.words(hidden)]
    if all(word in UNITS or word in _DEGREES or word in _INTERFACES for word in found) or terms.is_statement_label(
        hidden
    ):
        return True
    before, after = plain[: gap.start].rstrip(), plain[gap.end :].lstrip()
    if _NO_TERM.search(hidden) or (gap.why == EMPHASISED and _hides_no_name(plain, gap, hidden)):
        return True
    if (
        _IN_EXAMPLE.search(before)
        or hidden.startswith("//")
        or _LIKENS.search(hidden)
        or ("(" in before and _REFERENCE.search(before))
        or (before.endswith(_CHAIN) and after.startswith(_CHAIN))
    ):
        return True
    if before.endswith((".", "/", "+")) and not plain[gap.start - 1 : gap.start].isspace():
        return True
    passive = len(found) == 1 and found[0].endswith("ed") and terms.words(before)[-1:] != ()
    return (
        passive
        and re.match(r"(?:by|to|in|into|on|from|with|within|before|after|as|for|exactly|just|the same|like)\b", after)
        is not None
    )


def _hides_no_name(plain: str, gap: Gap, hidden: str) -> bool:
    """Whether what stands out is an order, or a noun whose news stands behind it."""
    opens = not plain[: gap.start].strip()
    orders = terms.is_order(hidden) or _ORDERS.match(hidden) is not None
    small = hidden[1:].islower() and not terms.is_clause(plain) and not terms.opens_in_third_person(plain)
    is_half = small and hidden.isalpha() and not opens and plain[gap.end : gap.end + 2].strip().islower()
    return (
        (opens and (orders or (small and _TIED.match(plain, gap.end) is not None)))
        or is_half
        or _SAID_BEHIND.match(plain, gap.end) is not None
    )
