"""A term and its description in a deck that is not English -> what it is; the term alone where no grammar is known."""

import re
from typing import Final

from flashdeck.extraction.analysis import definitions, retelling, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, german_labels
from flashdeck.extraction.languages import german, japanese, terms
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
_INVITES: Final = re.compile(r" [–-] (?:Sie|Du|du) [^–]*$")
"""What a slide asks its reader to do about what it describes."""
_USE: Final = re.compile(r"(?:verwenden|benutzen|nutzen)\s+Sie\s+(?P<what>\S.+)$", re.IGNORECASE)
"""An order that tells by what the deed of its label is done."""
_NO_DESCRIPTION: Final = re.compile(
    r"Sie |(?:d(?:ie|er|as) )?(?:einzige|beste|empfohlene)[rsn]? |(?:https?://)?[\w-]+(?:\.[\w-]+)+/\S*$"
    r"|[\w -]{3,40}: \d+ ?%"
)
"""What the reader needs, praise, an address, or one point of several."""


def definition_of(item: Item) -> definitions.Definition | None:
    """Return the term and the description that an item makes alone or with the text under it."""
    found = statements.definition_below(item) or item.definition
    if (
        found is None
        or terms.is_generic(found.term)
        or _ORDER.search(found.term) is not None
        or (item.body and _is_prose(found.description))
        or terms.is_statement_label(found.term)
        or _NO_TERM.match(found.term)
        or _LEANS.match(found.description)
        or definitions.holds_arrow(found.description)
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
        if _initials(said) != letters or len(letters) < _LEAST_LETTERS:
            return said if terms.count_words(said) <= definitions.COMFORTABLE_WORDS else definitions.shorten(said)
    return definitions.shorten(terms.clean_statement(text))


def _letters_in_full(term: str, text: str) -> str:
    """Return what the letters of a term stand for where the text says so first (`RT: Rope Table. Lists ropes`)."""
    first, _, rest = text.partition(". ")
    is_letters = term.isupper() and len(term) >= _LEAST_LETTERS
    return first if rest.strip() and is_letters and _initials(first) == term else ""


def _initials(text: str) -> str:
    return "".join(word[0] for word in terms.words(text)).upper()


def card(scope: Scope, owner: str, found: definitions.Definition) -> Candidate | None:
    """Return the card of a described term, or None when its label says as much as its owner."""
    description = _INVITES.sub("", _defining(found.term, retelling.without_term(found.term, found.description)))
    said = wording.owner_of(found.term, owner)
    if full := _letters_in_full(found.term, found.description):
        found = found._replace(term=f"{found.term} ({full})")
    found_question = _asked(scope.vocabulary.language, found, description)
    if found_question is None:
        return None
    asked, description = found_question
    front = wording.question_about(said, asked)
    if not 1 <= terms.count_words(description) <= _MAX_ANSWER_WORDS:
        return None
    return _CARDS.question(front, description, (found.first_line, found.last_line), 0.82, found.how)


def _asked(language: Language, found: definitions.Definition, description: str) -> tuple[str, str] | None:
    """The question in the deck's own language and its answer; the term alone where no grammar is known."""
    if language is not Language.GERMAN:
        return japanese.question_of(found.term, description) or f"{found.term}?", description
    use = _USE.match(description)
    return (
        (f"{found.term} – womit?", use["what"]) if use else german_labels.asked(found.term, description, how=found.how)
    )
