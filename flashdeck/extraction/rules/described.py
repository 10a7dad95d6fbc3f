"""A term and its description in a deck that is not English -> the term as a question without grammar."""

import re
from typing import Final

from flashdeck.extraction.analysis import definitions, retelling, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import german, terms
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("sentences", CardKind.DEFINITION)
_MAX_WORDS: Final = 70
"""A longer text under a heading is prose about it, no description of it."""
_MAX_SAYING_WORDS: Final = 12
_MAX_ANSWER_WORDS: Final = 24
_LEAST_LETTERS: Final = 2
_BETWEEN: Final = re.compile(
    r"(?<=[a-zäöüß)\]])(?<!\bvs)(?<!\bbzw)(?<!\bca)(?<!\bmax)(?<!\bmin)\.\s+(?=[A-ZÄÖÜ„])|。\s*(?=[^\s」)])"
)
_FINITE: Final = re.compile(r"\b(?:ist|sind|wird|werden|kann|können|muss|müssen|sollten?)\b")
_ORDER: Final = re.compile(r"\b\w++ Sie\b")
_NO_TERM: Final = re.compile(
    r"(?:besser|alternativ|beliebtester?|schneller|einfacher|optional|normalerweise|sonst|zusätzlich|installiert|"
    r"dokumentiert|\w+er als|d(?:er|em|en|es) \S+-gruppe)\b|.*\b(?:verwandt|verwendet|benötigt)$",
    re.IGNORECASE,
)
"""A label that is a comparison, a participle or an object without its verb."""
_LEANS: Final = re.compile(
    r"(?:dazu|hierzu|darunter|dabei) \w+en\b|.{0,20}(?<!ほか)その(?!他|もの|まま)", re.IGNORECASE
)
_DOES: Final = re.compile(
    r"(?:(?:ent|er|be|ver)?hält|gibt|baut|bereinigt|beschreibt|erzeugt|zeigt|macht|startet|stoppt|lädt|listet|prüft|"
    r"verwaltet|ermöglicht|erlaubt|liefert|speichert|sammelt|löscht|kopiert|schreibt|liest|führt|versucht|\w+iert)"
    r"(?:\s(?!von\b|und\b)|,\s)",
    re.IGNORECASE,
)
_TO_DO: Final = re.compile(
    r"(?:[Aa]lle?|[Dd]en|[Dd]ie|[Dd]as|[Ee]ine?n?|[Nn]eue)\s(?:\w+\s){1,5}[a-zäöü]+(?:en|ern|eln)"
)
_CONTAINS: Final = re.compile(r"enthält\s", re.IGNORECASE)
_RESPECT: Final = re.compile(
    r"(?:.*\s)?(?:prinzip|ziel|zweck|aufgabe|vorteil|nachteil|grund|dauer|größe|preis|kosten|\w+anteil|syntax|bedingung|folge)e?n?",
    re.IGNORECASE,
)
_DEEDS: Final = re.compile(r"[a-zäöüß]+(?:en|ern|eln)(?:,\s|\sund\s)[a-zäöüß]+(?:en|ern|eln)\b")
"""Several things done one after another (`heben, drehen und senken`)."""
_CIRCUMSTANCES: Final = (
    (re.compile(r"(?:(?:normalerweise|vor allem|meist|meistens|typischerweise|nur)\s)?für\s", re.IGNORECASE), "wofür"),
    (re.compile(r"[A-ZÄÖÜ][a-zäöüß]+\s(?:in\s)?(?:\S+\s){1,4}(?:erhalten|bekommen|finden|sehen)$"), "wofür"),
    (re.compile(r"(?:falls|wenn|sobald|sofern)\s", re.IGNORECASE), "wann"),
    (re.compile(r"(?:https?://|#\w|[\w-]+(?:\.[\w-]+)+/)\S*"), "wo"),
    (re.compile(r"(?:ver|be)?(?:wenden|nutzen) Sie (?P<what>\S.*)", re.IGNORECASE), "womit"),
    (re.compile(r"Sie benötigen (?P<what>\S.*)"), "was wird benötigt"),
    (
        re.compile(r"(?:docker|git|apt|dch|kubectl|npm|pip|sudo|[a-z]{2,10})(?:\s[a-z-]+)*\s(?:-\w|<)\S*.*$"),
        "mit welchem Befehl",
    ),
    (re.compile(r"[\w<>-]+(?:\.[a-z]\w{0,4})+$"), "welche Datei"),
)
"""How a phrase opens that says when, where, with what or for what something is."""
_NOUN: Final = re.compile(
    r"(?:(?:die|der|das|den|viele|keine|[a-zäöüß-]+(?:e|er|es|en))\s){0,3}[A-ZÄÖÜ][\w-]*[a-zäöüß]"
)
_TASK: Final = re.compile(r"\s[a-zäöüß]+(?:en|ern|eln)$")
_ABSTRACT: Final = re.compile(r"[A-ZÄÖÜ]\w*(?:heit|keit|tät|schaft|ung|ion|ismus)")
_QUALITY: Final = re.compile(r"(?:iert|isch|lich|ig|bar|sam)$")
_DUTY: Final = re.compile(r"(?P<modal>sollte|kann|muss|darf)\s(?P<what>(?:\S+\s)+\w+(?:en|ern|eln))$", re.IGNORECASE)
_SOMEBODY: Final = re.compile(r"(?:jemand|niemand|man|alle)\s[a-zäöüß]+t\b", re.IGNORECASE)
_AGAINST: Final = re.compile(r"\s(?:vs\.?|oder)\s")
_RIGHT: Final = re.compile(r"(?:das\s)?(?:Recht|Möglichkeit|Fähigkeit|Pflicht)\b")
_FEWEST_WORDS: Final = 2
_MOST_WORDS_OF_NAME: Final = 3
_IN_CASE: Final = re.compile(r"(?:falls|wenn|sofern|sobald)\s", re.IGNORECASE)
_USE: Final = re.compile(r"(?:verwenden|benutzen|nutzen)\s+Sie\s+(?P<what>\S.+)$", re.IGNORECASE)
"""An order that tells by what the deed of its label is done."""
_NO_DESCRIPTION: Final = re.compile(r"Sie\s|(?:https?://)?[\w-]+(?:\.[\w-]+)+/\S*$|[\w -]{3,40}:\s\d+\s?%")
"""What the reader needs, an address, or one point of several."""
_INDEFINITE: Final = re.compile(r"(?:ein|eine)\s", re.IGNORECASE)


def definition_of(item: Item) -> definitions.Definition | None:
    """Return the term and the description that an item makes alone or with the text under it."""
    found = statements.definition_below(item) or definitions.definition_in(item.text)
    if (
        found is None
        or terms.is_generic(found.term)
        or _ORDER.search(found.term) is not None
        or (item.body and _is_prose(found.description))
        or terms.is_statement_label(found.term)
        or _NO_TERM.match(found.term)
        or _LEANS.match(found.description)
        or definitions.ARROW.match(found.description)
        or found.description.startswith("(")
        or _NO_DESCRIPTION.match(found.description)
        or terms.count_words(found.description) > _MAX_WORDS
    ):
        return None
    return found


def _is_prose(description: str) -> bool:
    """Whether a text under a heading tells of it in whole sentences instead of saying what it is."""
    first, *others = definitions.sentences_in(description)
    said = german.clause_of(first) is not None or first.endswith("。") or _FINITE.search(first) is not None
    return bool(others) or (said and terms.count_words(first) > _MAX_SAYING_WORDS)


def _defining(term: str, text: str) -> str:
    """Return the sentence that describes a term: the first that is not just its letters in full, whole when short."""
    letters = "".join(character for character in term if character.isupper())
    for sentence in _BETWEEN.split(text):
        said = terms.clean_statement(sentence)
        initials = "".join(word[0] for word in terms.words(said)).upper()
        if initials != letters or len(letters) < _LEAST_LETTERS:
            return said if terms.count_words(said) <= definitions.COMFORTABLE_WORDS else definitions.shorten(said)
    return definitions.shorten(terms.clean_statement(text))


def _asked(term: str, description: str, *, how: str) -> tuple[str, str]:
    """The German question that a description answers, and the answer; its forms need no article of the term."""
    if _RESPECT.fullmatch(term):
        return f"{term}?", description
    if _CONTAINS.match(description):
        return f"Was enthält „{term}“?", description.partition(" ")[2]
    if _DOES.match(description) or _TO_DO.fullmatch(description) or _DEEDS.match(description):
        return f"Was macht „{term}“?", description
    if duty := _DUTY.match(description):
        return f"Was {duty.group('modal').lower()} „{term}“ tun?", duty.group("what")
    if _INDEFINITE.match(description) or _SOMEBODY.match(description) or german.clause_of(description) is not None:
        return f"Was bedeutet „{term}“?", description
    for pattern, asked in _CIRCUMSTANCES:
        if found := pattern.match(description):
            return f"{term} – {asked}?", found.groupdict().get("what") or description
    if not how.startswith("single") and _is_kind(term, description):
        is_thing = terms.count_words(term) == 1 and not _ABSTRACT.fullmatch(term)
        return f"Was {'ist' if is_thing else 'bedeutet'} „{term}“?", description
    return f"{term}?", description


def _is_kind(term: str, description: str) -> bool:
    """Whether a description says with a noun what a name stands for (`Kran: Turm mit Haken`)."""
    is_name = terms.count_words(term) <= _MOST_WORDS_OF_NAME and not _TASK.search(term) and not _QUALITY.search(term)
    says = _NOUN.match(description) is not None and terms.count_words(description) >= _FEWEST_WORDS
    return is_name and says and not _RIGHT.match(description) and not _AGAINST.search(description)


def card(scope: Scope, owner: str, found: definitions.Definition) -> Candidate | None:
    """Return the card of a described term, or None when its label says as much as its owner."""
    description = _defining(found.term, retelling.without_term(found.term, found.description))
    said = wording.owner_of(found.term, owner)
    is_german = scope.vocabulary.language is Language.GERMAN
    asked, description = (
        _asked(found.term, description, how=found.how) if is_german else (f"{found.term}?", description)
    )
    if is_german and (use := _USE.match(description)):
        asked, description = f"{found.term} – womit?", use["what"]
    front = wording.question_about(said, asked)
    if not 1 <= terms.count_words(description) <= _MAX_ANSWER_WORDS:
        return None
    return _CARDS.question(front, description, (found.first_line, found.last_line), 0.82, found.how)
