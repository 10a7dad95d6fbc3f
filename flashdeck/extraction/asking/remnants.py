"""A description that opens with its label in other words -> what it tells besides: by what, for what, for example."""

import re
from typing import Final

from flashdeck.extraction.analysis import definitions, tautology
from flashdeck.extraction.asking import kind_phrases, labels, nouns, objects
from flashdeck.extraction.asking.roles import NO_CARD, Asked
from flashdeck.extraction.languages import noun_forms, terms
from flashdeck.extraction.naming.wording import owner_of, question_about

_EXAMPLE: Final = re.compile(
    r"(?P<head>[^()]{5,80}?\b(?P<noun>[a-z]{3,}s)) \((?:e\. ?g\.?,?|for example,?|such as) (?P<what>[^()]+)\)"
)
_SAME: Final = re.compile(r"(?P<head>[^()]{3,60}?) \((?:the )?same as (?P<what>[^()]+)\)", re.IGNORECASE)
_MEANS: Final = re.compile(r"(?P<head>[^;:()]{5,90}?) (?P<means>(?:by|through|via|using) \S.+)")
_CASE: Final = re.compile(r"(?P<head>[^,;:()]{3,60}?) (?P<case>(?:when|if|once|after|before) \S[^;]+)(?:;.*)?")
_POINTS_BACK: Final = re.compile(r"\b(?:it|they|them|this)\b", re.IGNORECASE)
_AIM: Final = re.compile(r"(?P<head>[^,;:()]{5,60}?) for (?P<what>\S.+)")
_SURVEY: Final = re.compile(r"(?:an? )?(?P<kind>overview|summary|view) of (?P<what>\S.+)", re.IGNORECASE)
_SHOWS: Final = re.compile(r"\b(?P<noun>dashboard|report|page|console|board|screen|chart|map)$", re.IGNORECASE)
_STORES: Final = re.compile(r"\b(?:storage|delivery|traffic|access)$")
_ASKS_HOW: Final = re.compile(r"(?:^|[:–] )how\b", re.IGNORECASE)
_FEWEST_WORDS: Final = 2


def of_remnant(term: str, description: str, owner: str, names: nouns.Names, asked: Asked | None) -> Asked | None:
    """Return the question of what a description adds to its label; None where it does not open with its label.

    Args:
        term: the label.
        description: what is said of it.
        owner: what it belongs to; may be empty.
        names: what the deck knows of its words.
        asked: the question of the whole description, which stays where it asks for a way.
    """
    owner = owner_of(term, owner)
    if not owner or (asked is not None and asked.back != description):
        return None
    if (survey := _SURVEY.fullmatch(description)) and (shows := _SHOWS.search(term)):
        kind = survey["kind"].lower()
        asks = f"what does its {shows['noun'].lower()} give {nouns.indefinite(kind)} {kind} of?"
        return Asked(question_about(owner, asks), survey["what"])
    be = "are" if nouns.is_plural(term) else "is"
    if (same := _SAME.fullmatch(description)) and tautology.adds_nothing(term, owner, same["head"]):
        return Asked(question_about(owner, f"what {be} {term} the same as?"), same["what"])
    if (example := _EXAMPLE.fullmatch(description)) and tautology.adds_nothing(term, owner, example["head"]):
        return _of_example(example, f"{owner} – {term}")
    if labels.is_task(term):
        return None
    means = _of_means(term, description, owner, asked) if asked is not None else None
    return means or _of_case(term, description, owner) or _of_aim(term, description, owner, names)


def _of_example(example: re.Match[str], owner: str) -> Asked:
    one = noun_forms.singular(example["noun"])
    several = len(definitions.listed(example["what"])) > 1
    return Asked(
        question_about(
            owner, f"examples of {example['noun']}?" if several else f"example of {nouns.indefinite(one)} {one}?"
        ),
        example["what"],
    )


def _of_means(term: str, description: str, owner: str, asked: Asked) -> Asked | None:
    """Return the question for the means, where all before it is the label again (`Secure retrieval via a quay`)."""
    found = _MEANS.fullmatch(description)
    if (
        found is None
        or (terms.is_name_like(term) and " " not in term)
        or any(map(terms.is_auxiliary, terms.words(found["means"])))
        or not tautology.adds_nothing(term, owner, found["head"], despite_names=True)
    ):
        return None
    if tautology.adds_nothing(term, owner, found["means"]) or terms.count_words(found["means"]) < _FEWEST_WORDS:
        return NO_CARD
    if _ASKS_HOW.search(asked.front):
        return asked._replace(back=found["means"])
    if not kind_phrases.is_process(term):
        return None
    return Asked(question_about(f"{owner} – {term}", "how?"), found["means"])


def _of_case(term: str, description: str, owner: str) -> Asked | None:
    """Return the question for the case, where all before it is the label again (`Alarms: alarms when ships meet`)."""
    found = _CASE.fullmatch(description)
    if found is None or not tautology.adds_nothing(term, owner, found["head"], despite_names=True):
        return None
    is_whole = terms.count_words(found["case"]) > _FEWEST_WORDS and not _POINTS_BACK.search(found["case"])
    return Asked(question_about(f"{owner} – {term}", "when?"), found["case"]) if is_whole else None


def _of_aim(term: str, description: str, owner: str, names: nouns.Names) -> Asked | None:
    """Return the question for the purpose, where all before it is the label again (`Set a tide table for a port`)."""
    found = _AIM.fullmatch(description)
    if found is None or not tautology.adds_nothing(term, owner, found["head"], despite_names=True):
        return None
    what = objects.without_aside(found["what"])
    opening = kind_phrases.opening(what)
    is_aim = kind_phrases.is_activity(opening) or what.partition(" ")[0].endswith("ing") or _STORES.search(opening)
    if (
        not is_aim
        or terms.is_generic(term)
        or tautology.adds_nothing(term, owner, what)
        or terms.count_words(what) < _FEWEST_WORDS
    ):
        return None
    be, noun = "are" if nouns.is_plural(term) else "is", nouns.as_subject(term, description, names) or term
    return Asked(question_about(owner, f"what {be} {noun} for?"), what)
