"""Check 5: the front does not give the answer away."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import echoes
from flashdeck.extraction.languages import kinship, synonyms, terms
from flashdeck.extraction.languages.lexicon import NUMBER_WORDS
from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Repair, Severity
from flashdeck.messages import Message

_DOES: Final = re.compile(r"\bwhat (?:does|do) (?:an? |the )?(?P<it>[^:?]{3,60}) do\?$", re.IGNORECASE)
_LETS_DO: Final = re.compile(
    r"\bwhat (?:does|do) (?P<it>[^:?]{3,60}) (?:allow|enable|help|let)s?(?: you| users)?(?: to)? do\?$", re.IGNORECASE
)
_LETTERS: Final = re.compile(r"(?<![\w-])[A-Z]{3,6}(?![\w-])")
_CAPITALIZED: Final = re.compile(r"(?<![\w-])[A-Z][a-z]+(?:[ /-](?:(?:and|of|&) )?[A-Z][a-z]+)+")
_CALLED: Final = re.compile(r"(?P<name>[^:]{3,60}) (?:is|are) (?:also )?(?:called|named|known as) \[\.\.\.\]")
_CALLS: Final = ("called [", "named [", "known as [")
_PART_OF_WORD: Final = re.compile(r"[^\W\d_]+")
_DENIED: Final = re.compile(r"\b(?:not|never|no)\s(?:\w+\s)?\[\.\.\.\]")
"""A gap behind a negation, which a word that says the contrary tells (`Temporary piers are not ...`)."""
_CHOICES: Final = ("or", "against", "vs", "versus", "\n")
_CHOICE: Final = re.compile(r"(?<!\()\b(?:or|against|vs|versus|oder)\b|\n")
"""What parts the things to choose from, in small letters."""
_BESIDES: Final = re.compile(r"\sbesides\s.*", re.IGNORECASE | re.DOTALL)
"""The other names of a set, which may share their words with those asked for."""
_CODE: Final = "code"
_TELLING_WORDS: Final = 5
"""As few words of a deed tell no more than the name that holds its verb (`timetabling: timetable trains`)."""
_TELLING_ARTICLE: Final = re.compile(
    r"^(?!.*\b(?:der|die|das|den|dem|und|ist|wird|werden|keine?)\b).*(?<![\w-])an \[\.\.\.\]", re.IGNORECASE | re.DOTALL
)
"""English alone: the German `an` is no article."""
_ARTICLE: Final = re.compile(r"(?<![\w-])an \{\{c(\d+)::")


def check(card: CardText) -> Iterator[Finding]:
    """Find answers whose words stand on the front, and articles that betray a first letter."""
    answer = terms.stems(card.back)
    shared = kinship.stems_in(_BESIDES.sub("", card.shown) if card.items else card.shown, answer)
    if not answer or _offers_choice(card, answer) or card.rule == _CODE:
        return  # the question names what the code works on, and asks for the rest
    if _counts(answer - shared):
        if shows_answer(card.context, card.back):
            yield _told_above()
        return
    severity = Severity.WARNING if card.is_written else Severity.VETO
    if card.cloze_text and (shared == answer or _spells_out(card) or echoes.cues_most(card.shown, card.back)):
        why = Message("the gap's words stand in the text")
        yield Finding(check=CheckName.LEAKAGE, severity=severity, why=why, loss=0.3)
    elif not card.cloze_text and _says_itself(card):
        why = Message("the answer repeats what is asked of")
        yield Finding(check=CheckName.LEAKAGE, severity=severity, why=why, loss=0.3)
    elif not card.cloze_text and (len(shared) * 3 > len(answer) * 2 or echoes.gives_away(card.shown, card.back)):
        why = Message("the front gives the answer away")
        yield Finding(check=CheckName.LEAKAGE, severity=severity, why=why, loss=0.3)
    elif not card.is_list and _hints(card, answer, shared):
        why = Message("the front hints at the answer")
        yield Finding(check=CheckName.LEAKAGE, severity=Severity.HINT, why=why, loss=0.05)
    elif shows_answer(card.context, card.back):
        yield _told_above()
    elif "an [...]" in card.front.lower() and _TELLING_ARTICLE.search(card.front):
        yield Finding(
            check=CheckName.LEAKAGE,
            severity=Severity.HINT,
            why=Message("the article before the gap tells its first letter"),
            repair=_article_hidden(card),
        )


def _says_itself(card: CardText) -> bool:
    """Whether what a thing of several words does is told by its own name (`tide table: read the tide table`)."""
    if not card.front.lower().endswith(" do?"):
        return False
    if lets := _LETS_DO.search(card.front):
        deed = kinship.roots(" ".join(card.back.split()[:1]))
        return len(card.back.split()) <= _TELLING_WORDS and bool(deed) and deed <= kinship.roots(lets["it"])
    found = _DOES.search(card.front)
    return found is not None and len(found["it"].split()) > 1 and terms.contains_words(card.back, found["it"])


def _spells_out(card: CardText) -> bool:
    """Whether the gap's letters stand in words beside it, its words as letters (`in the EEZ`), or its opposite."""
    if card.is_written:
        return False
    if _DENIED.search(card.front) and synonyms.opposed(terms.stems(card.back)) & terms.stems(card.shown):
        return True
    if not {f"{prefix}{card.back}" for prefix in ("un", "non", "non-")}.isdisjoint(card.shown.lower().split()):
        return True
    letters = frozenset(_LETTERS.findall(card.back))
    if letters and (not letters.isdisjoint(map(_initials, _CAPITALIZED.findall(card.shown))) or _are_called(card)):
        return True
    whole = _CAPITALIZED.fullmatch(card.back)
    return whole is not None and _initials(card.back) in _LETTERS.findall(card.shown)


def _are_called(card: CardText) -> bool:
    """Whether a gap of letters names what stands before it, word by word (`fair-weather quays are called [FWQ]`)."""
    called = _CALLED.search(card.front) if any(map(card.front.__contains__, _CALLS)) else None
    named = "".join(word[0] for word in _PART_OF_WORD.findall(called["name"])) if called else ""
    return named.upper().endswith(card.back.upper())


def _initials(name: str) -> str:
    return "".join(filter(str.isupper, name))


def _told_above() -> Finding:
    why = Message("the context line shows the answer")
    return Finding(check=CheckName.LEAKAGE, severity=Severity.WARNING, why=why, loss=0.1)


def shows_answer(context: str, answer: str) -> bool:
    """Whether a line says the answer word for word, and the answer is a name, a quantity or longer than a word."""
    is_long = len(answer.split(maxsplit=1)) > 1
    named = is_long or answer[:1].isupper() or (any(map(str.isdigit, answer)) and not answer.isdigit())
    return named and terms.contains_words(context, answer)


def _offers_choice(card: CardText, answer: frozenset[str]) -> bool:
    """Whether the front names what to choose from, so that the answer must stand there."""
    small = card.front.lower()
    names_choice = any(map(small.__contains__, _CHOICES)) and _CHOICE.search(small) is not None
    return names_choice and ("\n" in card.back or answer <= terms.stems(card.shown))


def _hints(card: CardText, answer: frozenset[str], shared: frozenset[str]) -> bool:
    """Whether so much of the answer stands on the front that the rest can be guessed; a gap hides few words."""
    if card.cloze_text:
        return bool(shared)
    return len(shared) * 2 > len(answer) and len(shared - terms.stems(card.context)) * 2 > len(answer)


def _counts(asked: frozenset[str]) -> bool:
    """Whether a number is among what is asked for; that its unit stands on the front tells nothing."""
    letters = "".join(asked)
    has_digit = not letters.isalpha() and any(map(str.isdigit, letters))
    return has_digit or not asked.isdisjoint(NUMBER_WORDS)


def _article_hidden(card: CardText) -> Repair | None:
    text = _ARTICLE.sub(r"{{c\1::an ", card.cloze_text)
    return Repair(cloze_text=text, how="the article hidden too") if text != card.cloze_text else None
