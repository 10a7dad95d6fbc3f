"""Of what a line without a subject of its own speaks: the subject of the line above it, or of the one before."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from flashdeck.extraction.analysis import definitions, pronouns
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import VERBS, word_set
from flashdeck.extraction.model import Bullet, Text

_PREDICATE: Final = re.compile(
    r"(?:(?:used|useful|great|good|best|ideal|suitable|perfect|limited|designed|intended|meant|based|built|made|available"
    r"|compatible|responsible|recommended) (?:to|for|on|with|by|in|as|when|if|from)"
    r"|must|can(?:not)?|can[’']t|is|are|has|have|does|doesn[’']t)\b",
    re.IGNORECASE,
)
_IS_KIND: Final = re.compile(r" (?:(?:is|are) (?:an?|the|one of the)|involves|refers to|means) ")
_EXAMPLE_OF: Final = re.compile(r"(?:an? )?example of (?P<what>[^:]+)$", re.IGNORECASE)
_OWNED: Final = re.compile(r"\w[’']s ")
_PERSONS: Final = word_set("users customers developers people everyone you we clients teams administrators somebody")


def lacks_subject(plain: str) -> bool:
    """Whether a line opens with its verb, or with what could follow `is` (`Used to lift crates`)."""
    return terms.opens_in_third_person(plain) or _PREDICATE.match(plain) is not None


def label_below(child: Text, parent: Text, label: str) -> str:
    """Return what stands above a point: the subject of a sentence for one that goes on about it, else the label.

    A term with its meaning in brackets below a sentence that says what something is has a subject of its own: empty.

    Args:
        child: the point.
        parent: the line above it.
        label: the words of that line, as the points below it are labelled with them.
    """
    if _is_gloss(child) and _IS_KIND.search(parent.plain):
        return ""
    is_name = terms.is_label(label) and not terms.is_clause(label)
    if not lacks_subject(child.plain) or is_name or definitions.definition_in(parent) is not None:
        return label
    subject = _subject(parent)
    agrees = not (terms.is_plural(subject) and terms.opens_in_third_person(child.plain))
    return subject if subject and agrees else label


def _is_gloss(text: Text) -> bool:
    found = definitions.definition_in(text)
    return found is not None and found.how.startswith("gloss")


def with_defined(bullets: Sequence[Bullet], name: str) -> Iterator[tuple[Bullet, str]]:
    """Yield each bullet with the term that the one before it says the kind or gives an example of, if it goes on.

    Args:
        bullets: siblings in source order.
        name: what their slide speaks of; the term is empty where this says it already.
    """
    defined = ""
    for bullet in bullets:
        plain = bullet.text.plain
        if not terms.opens_in_third_person(plain):
            defined = _subject(bullet.text) if _IS_KIND.search(plain) else _example_in(bullet)
            if defined and (terms.is_covered(defined, [name]) or terms.is_plural(defined)):
                defined = ""
            yield bullet, ""
        else:
            yield bullet, defined


def _example_in(bullet: Bullet) -> str:
    """What a line without points is an example of (`Example of towing a barge`), or an empty string."""
    found = None if bullet.children or bullet.body else _EXAMPLE_OF.match(bullet.text.plain)
    thing = found["what"].rstrip() if found else ""
    return f"{thing[:1].upper()}{thing[1:]}" if terms.is_term(thing) else ""


def spoken_of(sentence: Text, name: str, *, is_labelled: bool) -> str:
    """Return what a pronoun in the line after a sentence means; empty when that is the name above both.

    Args:
        sentence: a line.
        name: what the slide speaks of, narrowed by the labels above the line.
        is_labelled: whether there are such labels; one that names an aspect of its owner is no subject.
    """
    said = pronouns.subject_of(sentence)
    if not said:
        return ""
    if _OWNED.search(name.rpartition(" – ")[2]):
        return said
    return "" if is_labelled or terms.is_covered(said, [name]) else said


def _subject(sentence: Text) -> str:
    """The subject of a sentence without its article; empty when it is a person, or the sentence has none."""
    subject = pronouns.subject_of(sentence)
    article = definitions.ARTICLE.match(subject)
    bare = subject[article.end() :] if article else subject
    if not terms.is_term(bare) or terms.words(bare)[-1].casefold() in _PERSONS or terms.is_order(bare):
        return ""
    verb = next(iter(terms.words(sentence.plain)[len(terms.words(subject)) :]), "").casefold()
    if VERBS.get(verb) == verb and not terms.is_plural(bare):
        return ""  # `Day shift rules`
    return f"{bare[:1].upper()}{bare[1:]}"
