"""Which nouns of a German sentence a student could be asked for."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis.scope import Vocabulary
from flashdeck.extraction.languages import german, terms

_JOINT: Final = re.compile(r"\s*(?:,\s*[A-ZÄÖÜ]|/| (?:und|oder|sowie|bzw\.) )")
_MIN_NOUN: Final = 12
_MIN_DESCRIBED_NOUN: Final = 9
_LONG_BASE: Final = 8
_INFLECTION: Final = re.compile(r"(?:e[nrs]?|n|s)$")
"""A compound is long and names one thing; a short noun, also with an adjective, could be another."""
_MOST_BEHIND: Final = 40
"""Characters behind a gap without a name: what stands far from the end of a German sentence is seldom its news."""
_REFERS: Final = re.compile(r"(?:Stand|Abschnitt|Kapitel|Seite|Folie|Teil|Schritt) \d")
_PLACE: Final = re.compile(r"-(?:Teil|Bereich|Abschnitt|Block|Zeile|Spalte|Fenster|Datei|Seite)$")
"""A place in a thing that lies before the writer (`im Fracht-Teil`)."""
_NAMED_BEHIND: Final = re.compile(r"\s+[a-z]\w*(?:[-_:./]\w+)+")
"""The name of the very thing, in letters of code (`auf der Liste port-security-news`)."""
_RANK: Final = re.compile(
    r"\b(?:zweit|dritt|viert|fünft)?(?:häufig|größ|höch|klein|niedrig|schwerwiegend|gefährlich|verbreitet|läng|kürze|"
    r"schnell|langsam|teuer|billig)ste[nmrs]?(?=\s+[A-ZÄÖÜ])"
)
"""A rank tells more than the nouns around it."""
_NAMED_WEIGHT: Final = 0.7
_MOST_WORDS: Final = 26
_LAST_OF_ROW: Final = re.compile(
    r"\b(?:und|oder|sowie|bzw\.|u\.|inkl\.)(?: (?:der|die|das|den|dem|des|eine?[mnrs]?))?(?: [a-zäöüß]+e[nmrs]?)?$"
)
"""What stands before the last of several (`Bug, Heck und der [Kiel]`)."""
_NAME_IN_BRACKETS: Final = re.compile(r" \([A-ZÄÖÜ][\w-]{4,}\)")
_IN_OTHER_WORDS: Final = re.compile(
    r"\b(?:eine?[mnrs]?|der|die|das|dem|den|des) (?:[a-zäöüß]+ )?[A-ZÄÖÜ][a-zäöüß]+ \((?P<name>[A-ZÄÖÜ][\w-]{4,})\)"
)
"""A bracket that names what the noun before it only describes (`eine Liste (Ladeplan)`)."""
_HAPPENS: Final = re.compile(
    r"\bes (?:\w+ ){0,2}zu\w* .{0,300}\bkommen\b|\b(?:kommt|kam) es .{0,300}\bzu", re.IGNORECASE
)
"""What may come about, of which every deck tells many things."""
_REFERENCE: Final = re.compile(r"\b(?:weitere Informationen|weiterführende\w* |Details (?:zu|über))", re.IGNORECASE)
_COUNTED_PERSONS: Final = re.compile(
    r"\d[\d.]* \w*(?:experten|freiwilligen?|teilnehmer|personen|menschen|mitglieder|entwickler|nutzer|firmen|"
    r"unternehmen|kunden|studierenden?|befragten?)n?$",
    re.IGNORECASE,
)
"""How many took part tells nothing of the matter."""
_ACT_BEFORE: Final = re.compile(r"\b(?:zur|zum)$", re.IGNORECASE)
_GOOD: Final = re.compile(r"(?:gut|best|wichtig|ideal|schlecht)\w{0,3} ", re.IGNORECASE)
_VAGUE_NOUN: Final = re.compile(
    r"(?:auswirkung|einstellung|möglichkeit|anforderung|maßnahme|aktivität|bedeutung|information|spanne|niveau|problem|"
    r"situation|aufgabe|werkzeug|erhebung|funktion|lösung|methode|technik|ergebnis|ereignis|plan|management)\w{0,3}$",
    re.IGNORECASE,
)


def ranks(plain: str) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of superlatives that rank a noun (`die [zweithäufigste] Ursache`)."""
    yield from (match.span() for match in _RANK.finditer(plain))


def phrases(plain: str, known: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int, float]]:
    """Yield half-open ranges of nouns with their adjectives, each with how sure it is, 0 to 1.

    The last tells most, and a short common noun is a guess.
    """
    if terms.count_words(plain) > _MOST_WORDS or _REFERENCE.search(plain) or _HAPPENS.search(plain):
        return
    is_sentence, named_above = german.has_finite_verb(plain), terms.stems(known)
    for named in _IN_OTHER_WORDS.finditer(plain) if is_sentence else ():
        yield *named.span("name"), _NAMED_WEIGHT
    found = list(german.noun_phrases(plain))
    for start, end in found[len(found) > 1 :]:  # the first is what the statement speaks of
        phrase = plain[start:end]
        if start == 0 or (not is_sentence and not phrase[:1].isdigit()):
            continue  # any word is capital there; a phrase says nothing of its nouns
        if terms.stem(phrase.split()[-1].casefold()) in named_above or _is_compound_of(phrase, known):
            continue  # the front names it
        if not _stands_free(plain, start, end) or not _tells(plain, start, end, vocabulary):
            continue
        is_full = len(terms.content_words(phrase)) > 1 or _is_named(phrase)
        yield start, end, 0.6 + 0.05 * ((start, end) == found[-1]) + 0.04 * is_full


def _is_compound_of(phrase: str, known: str) -> bool:
    """Whether a noun ends as one of the front does (`Zugangskontrollen` under `Fehler in der Zugriffskontrolle`)."""
    base = _INFLECTION.sub("", phrase.rsplit(maxsplit=1)[-1].casefold())[-_LONG_BASE:]
    return len(base) == _LONG_BASE and any(base in word.casefold() for word in terms.words(known))


def _stands_free(plain: str, start: int, end: int) -> bool:
    """Whether a noun stands neither in quotation marks nor in a remark nor in a list."""
    before = plain[:start].rstrip()
    if before.count('"') % 2 or before.count("„") > before.count("“") or before.count("(") > before.count(")"):
        return False
    if before.endswith((",", "/")) or _LAST_OF_ROW.search(before):
        return False
    in_other_words = _NAME_IN_BRACKETS.match(plain, end) is not None and not _is_named(plain[start:end])
    return _JOINT.match(plain, end) is None and not in_other_words


def _tells(plain: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether few other nouns could stand in the place of one."""
    phrase = plain[start:end]
    said, head, is_named = terms.content_words(phrase), phrase.split()[-1], _is_named(phrase)
    if frozenset(map(terms.stem, said)) <= vocabulary.frequent:
        return False
    if not is_named and len(head) < (_MIN_NOUN if len(said) < 2 else _MIN_DESCRIBED_NOUN):
        return False
    if _ACT_BEFORE.search(plain[:start].rstrip()) and len(said) == 1:
        return False  # `zur Verarbeitung`: any other act could stand there
    parts = frozenset(map(terms.stem, head.split("-")))
    if ("-" in head and parts <= vocabulary.frequent) or _COUNTED_PERSONS.match(phrase):
        return False
    if _REFERS.match(phrase) or _PLACE.search(head) or _NAMED_BEHIND.match(plain, end) or _GOOD.match(phrase):
        return False
    return is_named or not (end < len(plain.rstrip(" .")) - _MOST_BEHIND or _VAGUE_NOUN.search(head))


def _is_named(phrase: str) -> bool:
    return "-" in phrase or terms.is_name_like(phrase)
