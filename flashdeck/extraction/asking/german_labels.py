"""The German question that a label and its description answer: what it is, does, means, contains, is for.

A label whose form tells no question has none: with a question mark alone it would read as yes or no.
"""

import re
from typing import Final

from flashdeck.extraction.languages import german, terms

_DOES: Final = re.compile(
    r"(?:(?:ent|er|be|ver)?hält|gibt|baut|bereinigt|beschreibt|erzeugt|zeigt|macht|startet|stoppt|lädt|listet|prüft|"
    r"verwaltet|ermöglicht|erlaubt|liefert|speichert|sammelt|löscht|kopiert|schreibt|liest|führt|versucht|checkt|holt|"
    r"öffnet|schließt|sendet|setzt|sucht|legt|stellt|bietet|nimmt|trennt|verbindet|\w+iert)"
    r"(?: (?!von\b|und\b)|, )",
    re.IGNORECASE,
)
_TO_DO: Final = re.compile(r"(?:[Aa]lle?|[Dd]en|[Dd]ie|[Dd]as|[Ee]ine?n?|[Nn]eue) (?:\w+ ){1,5}[a-zäöü]+(?:en|ern|eln)")
_CONTAINS: Final = re.compile(r"enthält ", re.IGNORECASE)
_DEEDS: Final = re.compile(r"[a-zäöüß]+(?:en|ern|eln)(?:, | und )[a-zäöüß]+(?:en|ern|eln)\b")
"""Several things done one after another (`heben, drehen und senken`)."""
_CIRCUMSTANCES: Final = (
    (re.compile(r"(?:(?:normalerweise|vor allem|meist|meistens|typischerweise|nur) )?für ", re.IGNORECASE), "wofür"),
    (re.compile(r"[A-ZÄÖÜ][a-zäöüß]+ (?:in )?(?:\S+ ){1,4}(?:erhalten|bekommen|finden|sehen)$"), "wofür"),
    (re.compile(r"(?:falls|wenn|sobald|sofern) ", re.IGNORECASE), "wann"),
    (re.compile(r"(?:https?://|#\w|[\w-]+(?:\.[\w-]+)+/)\S*"), "wo"),
    (re.compile(r"(?:ver|be)?(?:wenden|nutzen) Sie (?P<what>\S.*)", re.IGNORECASE), "womit"),
    (re.compile(r"Sie benötigen (?P<what>\S.*)"), "was wird benötigt"),
    (
        re.compile(r"(?:docker|git|apt|dch|kubectl|npm|pip|sudo|[a-z]{2,10})(?: [a-z-]+)* (?:-\w|<)\S*.*$"),
        "mit welchem Befehl",
    ),
    (re.compile(r"[\w<>-]+(?:\.[a-z]\w{0,4})+$"), "welche Datei"),
)
"""How a phrase opens that says when, where, with what or for what something is."""
_NOUN: Final = re.compile(r"(?:(?:die|der|das|den|viele|keine|[a-zäöüß-]+(?:e|er|es|en)) ){0,3}[A-ZÄÖÜ][\w-]*[a-zäöüß]")
_TASK: Final = re.compile(r" [a-zäöüß]+(?:en|ern|eln|t)$")
"""A deed, or what has been done (`nach Kai geordnet`)."""
_ABSTRACT: Final = re.compile(r"[A-ZÄÖÜ]\w*(?:heit|keit|tät|schaft|ung|ion|ismus)")
_QUALITY: Final = re.compile(r"(?:iert|isch|lich|ig|bar|sam)$")
_DUTY: Final = re.compile(r"(?P<modal>sollte|kann|muss|darf) (?P<what>(?:\S+ )+\w+(?:en|ern|eln))$", re.IGNORECASE)
_SOMEBODY: Final = re.compile(r"(?:jemand|niemand|man|alle) [a-zäöüß]+t\b", re.IGNORECASE)
_AGAINST: Final = re.compile(r" (?:vs\.?|oder) ")
_RIGHT: Final = re.compile(
    r"(?:das |die |ein |eine )?(?P<which>Recht|Möglichkeit|Fähigkeit|Pflicht)(?:,| auf)? (?P<what>\S.*)"
)
_WHICH: Final = {"Recht": "Welches", "Möglichkeit": "Welche", "Fähigkeit": "Welche", "Pflicht": "Welche"}
_FILE: Final = re.compile(r"(?:\([^()\s]*\)|[\w/*-])*\.[A-Za-z]\w{0,5}(?:\.\w{1,4})*")
_INDEFINITE: Final = re.compile(r"(?:ein|eine) ", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"(?<!\s)\s*\([^()]*\)")
_SPELLED: Final = re.compile(
    r"(?P<short>[A-Z]{2,6}) \((?:[A-Z]\w*(?:[ -][A-Z]\w*){1,5}|[A-Z][^\WA-Z]*[A-Z]\w*)[ -]?\)$"
)
"""Letters with the words they stand for, which would tell what they mean."""
_ADJECTIVE: Final = re.compile(r"[A-ZÄÖÜ]?[\w-]*[a-zäöüß]e(?P<ending>[rs]?)")
_SEVERAL: Final = re.compile(r", | (?:und|vs\.?) ")
_PLURAL: Final = re.compile(r"\w+(?:en|e|n|s)")
_RESPECTS: Final = {
    "die": re.compile(r"(?:syntax|größe|dauer|folge|bedingung|aufgabe)$", re.IGNORECASE),
    "das": re.compile(r"(?:prinzip|ziel)$", re.IGNORECASE),
    "der": re.compile(r"(?:zweck|vorteil|nachteil|grund|preis|anteil)$", re.IGNORECASE),
}
_SINGLE: Final = {
    "die": re.compile(r"(?:heit|keit|tät|schaft|ung|ion|stelle|datei|grenze|zahl|liste|adresse|sprache|menge)$"),
    "das": re.compile(r"(?:format|verzeichnis|kommando|protokoll|werkzeug|programm|system|gewicht|ergebnis)$"),
    "der": re.compile(r"(?:befehl|wert|standard|dienst)$"),
}
"""The article of the nouns that most often stand before what they are, by their endings."""
_RESPECTS_OF_SEVERAL: Final = re.compile(
    r"(?:ziele|zwecke|aufgaben|vorteile|nachteile|gründe|kosten|folgen|bedingungen|prinzipien|preise|dauern|größen)$",
    re.IGNORECASE,
)
_BY_ENDING: Final = {"es": "das", "er": "der"}
_FEWEST_WORDS: Final = 2
_MOST_WORDS_OF_NAME: Final = 3
_LEAST_OF_MEANING: Final = 4
_MOST_OF_NAME: Final = 8
_MOST_ADJECTIVES: Final = 2


def asked(term: str, description: str, *, how: str = "") -> tuple[str, str] | None:
    """Return the question that a description answers, and the answer; None when the form tells none.

    Args:
        term: as the slide writes it, without a colon.
        description: what the slide says of it.
        how: how term and description were told apart.
    """
    if respect := _of_respect(term):
        return respect, description
    term = _SPELLED.sub(r"\g<short>", term)
    return (
        _of_several(term, description)
        or of_deed(term, description)
        or _of_meaning(term, description, how)
        or (None if how.startswith("single") else _of_noun(term, description))
    )


def _of_several(term: str, description: str) -> tuple[str, str] | None:
    """The few things in a row that a noun in the plural stands for (`Neue Seile: Hanf, Draht`)."""
    adjectives, noun, tail = _parts(term)
    several = [part for part in _SEVERAL.split(description) if part]
    is_plural = _PLURAL.fullmatch(noun) and not any(ending.search(noun) for ending in _SINGLE.values())
    if not is_plural or len(several) < _FEWEST_WORDS or max(map(terms.count_words, several)) > _FEWEST_WORDS:
        return None
    return f"Welche {_named('', 'n', adjectives, noun, tail)}?", description


def of_deed(term: str, description: str) -> tuple[str, str] | None:
    """Return what a thing does, should do, contains or may, and the answer; None when nothing of the kind is said."""
    if _CONTAINS.match(description):
        return f"Was enthält „{term}“?", description.partition(" ")[2]
    if _DOES.match(description) or _TO_DO.fullmatch(description) or _DEEDS.match(description):
        return f"Was macht „{term}“?", description
    if duty := _DUTY.match(description):
        return f"Was {duty.group('modal').lower()} „{term}“ tun?", duty.group("what")
    if right := _RIGHT.match(description):
        return f"{_WHICH[right['which']]} {right['which']} hat „{term}“?", right["what"]
    return None


def _of_meaning(term: str, description: str, how: str) -> tuple[str, str] | None:
    """What a name means or is, or the circumstance that its description tells."""
    said = _BRACKETS.sub("", description)
    if _INDEFINITE.match(description) or _SOMEBODY.match(description) or german.clause_of(said) is not None:
        return f"Was bedeutet „{term}“?", description
    for pattern, circumstance in _CIRCUMSTANCES:
        if found := pattern.match(description):
            return f"{term} – {circumstance}?", found.groupdict().get("what") or description
    is_abstract = _ABSTRACT.fullmatch(term) is not None
    if not how.startswith("single") and _is_kind(term, description):
        is_thing = terms.count_words(term) == 1 and not is_abstract
        return f"Was {'ist' if is_thing else 'bedeutet'} „{term}“?", description
    if is_abstract and terms.count_words(description) >= _LEAST_OF_MEANING:
        return f"Was bedeutet „{term}“?", description
    return None


def _is_kind(term: str, description: str) -> bool:
    """Whether a description says with a noun what a name stands for (`Kran: Turm mit Haken`)."""
    is_file = _FILE.fullmatch(term) is not None
    is_name = terms.count_words(term) <= _MOST_WORDS_OF_NAME and not _TASK.search(term) and not _QUALITY.search(term)
    says = _NOUN.match(description) is not None and (is_file or terms.count_words(description) >= _FEWEST_WORDS)
    return (is_file or is_name) and says and not _AGAINST.search(description)


def _of_respect(term: str) -> str:
    """Return the question for a respect in which its owner is told of (`Neue Syntax`), empty when it is none."""
    adjectives, noun, tail = _parts(term)
    if _RESPECTS_OF_SEVERAL.search(noun):
        return f"Was sind {_named('die', 'n', adjectives, noun, tail)}?"
    article = next((article for article, ending in _RESPECTS.items() if ending.search(noun)), "")
    return f"Was ist {_named(article, '', adjectives, noun, tail)}?" if article else ""


def _of_noun(term: str, description: str) -> tuple[str, str] | None:
    """The thing that a noun with its adjectives stands for (`Neues Format: 3.0`)."""
    adjectives, noun, tail = _parts(term)
    if not noun or terms.count_words(description) > _MOST_OF_NAME:
        return None
    last = _ADJECTIVE.fullmatch(adjectives[-1]) if adjectives else None
    article = _BY_ENDING.get(f"e{last['ending']}") if last else None
    article = article or next((one for one, ending in _SINGLE.items() if ending.search(noun)), None)
    if not article or (last is not None and last["ending"] not in {"", article[-1]}):
        return None
    return f"Was ist {_named(article, '', adjectives, noun, tail)}?", description


def _parts(term: str) -> tuple[list[str], str, str]:
    """Return a label's adjectives, its noun and what hangs on it; without a noun when the label is no such phrase."""
    found = term.split()
    for index, word in enumerate(found):
        tail = " ".join(found[index + 1 :])
        is_last = not tail or tail.split()[0] in german.PREPOSITIONS or tail.startswith(("der ", "des ", "("))
        if word[:1].isupper() and is_last:
            return found[:index], word, tail
        if index >= _MOST_ADJECTIVES or not _ADJECTIVE.fullmatch(word):
            break
    return [], "", ""


def _named(article: str, plural: str, adjectives: list[str], noun: str, tail: str) -> str:
    """Return a noun with its article; the adjectives lose the ending that told its gender."""
    weak = [
        f"{word[:1].lower() if word[1:].islower() else word[:1]}{word[1:].removesuffix('s').removesuffix('r')}{plural}"
        for word in adjectives
    ]
    return " ".join(filter(None, [article, *weak, noun, tail]))
