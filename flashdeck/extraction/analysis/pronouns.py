"""What a sentence leaves to the one before it: connectives, and the pronoun or possessive it opens with."""

import re
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import TERM_BREAKERS, VERB_FORMS, VERBS, word_set
from flashdeck.extraction.model import Text
from flashdeck.extraction.naming import wording

_PRONOUN: Final = re.compile(
    r"(?P<word>It|They|This|These)(?P<is>[’']s|[’']re)?\b\s*(?:(?:kind|type|sort|form)s?\s+of\s+)?(?P<noun>[\w-]+)?"
)
_OPENINGS: Final = ("It", "Th")
"""How each of those pronouns, and each possessive, begins."""
_EXPLETIVE: Final = re.compile(
    r"It(?:[’']s|\s+is|\s+was)\s+(?:[\w-]+\s+){0,3}?(?:easy|hard|possible|impossible|best|better|important|necessary|"
    r"recommended|required|useful|good|common|difficult|likely|up to|time|worth|clear|true|why|how|when|not)\b"
)
"""`It is easy to ...` speaks of nothing that a name could stand for."""
_POSSESSIVE: Final = re.compile(
    r"(?P<word>Its|Their)\s+(?P<noun>[\w-]+)(?=\s+(?:is|are|can|will|may|must|should|has)\b)"
)
_CONNECTIVE: Final = re.compile(
    r"(?:also|additionally|furthermore|moreover|in addition(?! to\b)|besides|however|therefore|thus|hence"
    r"|basically|optionally|of course|similarly|on the other hand|in other words|as a result|in general"
    r"|in practice),?\s+(?=\w)",
    re.IGNORECASE,
)
"""Words that tie a sentence to the one before it; it stands alone without them."""
_BEFORE_VERB: Final = word_set("only also always never often usually simply just")
_NO_SUBJECT: Final = word_set(
    "if when once while because since as in on at to for from with by of after before during there here what how all "
    "some you we i it they this these those"
)
_CONTRACTED: Final = re.compile(r"[’'](?:s|re|ll|ve|d)$")
_BARE_BOUND: Final = re.compile(r"(?:max(?:imum)?|min(?:imum)?|default)(?=\s+(?:is|are) )", re.IGNORECASE)
_LAST_NOUN: Final = re.compile(r"\b(?:an?|the|your)\s+(?P<noun>[a-z]{3,}(?:-[a-z]+)*)\W*$")
_MOST_WORDS_OF_SUBJECT: Final = 5


def may_be_tied(text: Text) -> bool:
    """Whether a text opens as one does that `resolved` may change: with a connective, or like a pronoun."""
    return text.plain.startswith(_OPENINGS) or _CONNECTIVE.match(text.plain) is not None


def resolved(text: Text, name: str, before: str = "") -> Text:
    """Return the text without what ties it to the line before.

    `This limit` is replaced only when the name itself speaks of a limit; any other pronoun stays for `quality` to veto.

    Args:
        text: a sentence or point.
        name: what the sentences of the slide speak of.
        before: the subject of the sentence before, which a pronoun more likely means; may be empty.
    """
    connective = _CONNECTIVE.match(text.plain)
    if connective is not None:
        opener = text.plain[connective.end() : connective.end() + 1]
        text = _opened(text, connective.end() + 1, opener.upper())
    if not text.plain.startswith(_OPENINGS):
        return text
    possessive = _POSSESSIVE.match(text.plain)
    if possessive is not None and _agrees(before, possessive.group("word") == "Their"):
        owner = f"{before[:1].lower()}{before[1:]}" if _has_article(before) else before
        return _opened(text, possessive.end(), f"The {possessive.group('noun')} of {owner}")
    match = _PRONOUN.match(text.plain)
    if match is None or _EXPLETIVE.match(text.plain):
        return text
    word, noun = match.group("word"), match.group("noun") or ""
    if word in {"It", "They"} and _agrees(before, word == "They"):
        said = before
    elif wording.collects(name):
        return text
    else:
        said = wording.split_owner(name)[1] or name
    if not said:
        return text
    if word in {"This", "These"}:
        fits = bool(terms.stems(noun)) and terms.stems(noun) <= terms.stems(said)
        end = match.end()
    else:
        fits = word == "It" or terms.is_plural(said) or said.endswith("s")
        end = match.end("is") if match.group("is") else match.end("word")
        said += (" are" if word == "They" else " is") if match.group("is") else ""
    return _opened(text, end, said) if fits else text


def bound_named(sentence: Text, noun: str) -> Text:
    """Return a sentence that names a bound (`Max is 9 knots`) with the noun of which it is one."""
    bound = _BARE_BOUND.match(sentence.plain)
    return _opened(sentence, bound.end(), f"{bound.group()} {noun}") if bound and noun else sentence


def last_noun(sentence: Text) -> str:
    """Return the noun that a sentence ends with behind its article, else an empty string."""
    found = _LAST_NOUN.search(sentence.plain)
    return found.group("noun") if found else ""


def subject_of(sentence: Text) -> str:
    """Return the words before the verb of a sentence that opens with its subject, else an empty string."""
    found = terms.words(sentence.plain)
    if not found or _CONTRACTED.sub("", found[0]).casefold() in _NO_SUBJECT:
        return ""
    for index, word in enumerate(found[1 : _MOST_WORDS_OF_SUBJECT + 2], start=1):
        lowered = word.casefold()
        is_adverb = lowered in _BEFORE_VERB or (
            lowered.endswith("ly") and any(after in VERBS for after in found[index + 1 : index + 2])
        )
        if lowered in TERM_BREAKERS or lowered in VERB_FORMS or is_adverb:
            end = sentence.plain.find(f" {word}", len(" ".join(found[:index])) - 1)
            subject = sentence.plain[:end].strip() if end > 0 else ""
            if subject.endswith((",", "/", "&", "+")):
                return ""  # the first of a list
            bare = subject.split(" ", 1)[1] if _has_article(subject) and " " in subject else subject
            return subject if index <= _MOST_WORDS_OF_SUBJECT and terms.is_label(bare) else ""
    return ""


def _agrees(subject: str, plural: bool) -> bool:
    """Whether a subject can be what a pronoun of this number stands for."""
    return bool(subject) and (terms.is_plural(subject) or " and " in subject) == plural


def _has_article(subject: str) -> bool:
    return subject.split(" ", 1)[0].casefold() in {"a", "an", "the", "each", "every"}


def _opened(text: Text, end: int, opener: str) -> Text:
    """Return the text with another opener in place of its first characters."""
    shift = len(opener) - end
    return Text(
        plain=opener + text.plain[end:],
        first_line=text.first_line,
        last_line=text.last_line,
        strong=tuple((start + shift, stop + shift) for start, stop in text.strong if start >= end),
        code=tuple((start + shift, stop + shift) for start, stop in text.code if start >= end),
    )
