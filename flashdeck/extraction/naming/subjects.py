"""What the statements of a slide are about: its title without what names nothing, or what stands in for it."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Slide
from flashdeck.extraction.naming import wording

_DASH: Final = re.compile(r"(?<!\s)(?:\s+[–—-]\s+|\s+–)|–\s+|:\s+")
_QUESTION_TITLE: Final = re.compile(
    r"^(?:what(?:\s+is|\s+are|['’]s)\s+(?:in\s+)?(?:an?\s+|the\s+)?(?P<thing>.+?)(?:(?<!\s)\s+(?:good\s+)?for)?"
    r"|why\s+(?:use\s+|do\s+(?:we|you)\s+(?:need|use)\s+)?(?:an?\s+|the\s+)?(?P<reasoned>.+?))\??$",
    re.IGNORECASE,
)
_GERMAN_QUESTION: Final = re.compile(
    r"^(?:was (?:ist|sind)|wozu|warum|wie funktionier(?:t|en))\s+(?:(?:ein|eine|der|die|das)\s+)?(?=[A-ZÄÖÜ])",
    re.IGNORECASE,
)
_ENDS_WITH_NAME: Final = re.compile(r"\s(?P<verb>[a-z]+)\s(?P<name>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2})\s?\?$")
_OPEN_QUESTION: Final = re.compile(
    r"(?:where|when|how(?: (?:often|much|many|long|far|fast))?|why|who|which|what)\s+"
    r"(?:(?:is|are|do|does|did|can|should|will|would|has|have|happens|happened|not)\b|(?:we|you|i)\s+\w+)"
    r"|(?:is|are|do|does|can|should)\s+(?:(?:we|you|i|it|this|there)\b|(?=\S).*\?$)",
    re.IGNORECASE,
)
"""A title that asks or tells without naming anything (`How do I know the port is open?`, `What we just built`)."""
_LEAD_IN: Final = re.compile(
    r"^(?:introduction to|intro to|overview of|about|advanced|examples?(?: of)?|more on|basics of"
    r"|(?:key|main|important) (?:features|benefits|concepts|components|advantages|characteristics) of"
    r"|einführung in(?: die| das| den)?|überblick über(?: die| das| den)?|grundlagen (?:der|des|von))\s*:?\s+",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(
    r"(?<=\w)\s+(?:overview|introduction|basics|summary|recap|deep dive|in depth|primer|101|essentials|"
    r"demo|demonstration|in action|extras|wrap[- ]?up|"
    r"closing (?:comments|remarks|notes|thoughts)|cheat ?sheet|"
    r"tips(?: (?:and|&) tricks)?|part (?:one|two|three|four|\d+|i+))"
    r"(?:\s*\([^()]*\))?$",
    re.IGNORECASE,
)
_NEWS: Final = re.compile(
    r"^(?:new(?:er)?|other|additional|more|further)\s+(?P<thing>\S.*?)(?<!\s)\s+features$", re.IGNORECASE
)
"""A title that tells when or beside what something came (`Newer Harbor features`)."""
_OF_EXAMPLE: Final = re.compile(r"(?:examples?|case study|beispiele?|fallbeispiel)\s*(?:\d+\s*)?[:–—-]", re.IGNORECASE)
"""A section about one case, which a summary at its end goes beyond."""
_QUALITY: Final = re.compile(r"\w{4}(?:ic|al|ed|ive|able)$")
"""How a word ends that tells a kind (`Elastic`), though it may open as many names as a maker's."""
_IN_BRACKETS: Final = re.compile(r"^\(([^()]+)\)$")
_NUMBERED: Final = re.compile(
    r"(?:method|approach|option|variant|problem|example|task|exercise|case|scenario|methode|variante|beispiel|aufgabe|fall|szenario)\s+#?\d+",
    re.IGNORECASE,
)
_SPEAKS_TO_READER: Final = re.compile(r"^(?:[A-ZÄÖÜ][a-zäöüß]+n|Bevor|Wenn) Sie\b|\b(?:benötigen|brauchen) Sie$")
"""A German title that asks its reader to do something (`Holen Sie Hilfe`)."""
_EQUALS: Final = re.compile(r"(?<!\s)\s+[=≈⇒→]\s.*")
_ARTICLE: Final = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_OFTEN: Final = re.compile(r"(?:typically|usually|often|normally|generally|always|sometimes)\s+", re.IGNORECASE)
_QUANTIFIED: Final = re.compile(r"(?:one|every|each|all|no|most|many|some)\s", re.IGNORECASE)
_OF_OLD: Final = re.compile(r"(?:traditional|conventional|legacy)\s", re.IGNORECASE)
"""How a title opens that tells of what the topic does otherwise."""
_SPEAKERS: Final = frozenset({"we", "you", "i", "it", "they", "there", "this", "these", "let's", "let’s"})
_PART_NUMBER: Final = re.compile(r"(?<=[a-zäöüß])\s+(?:[1-9]|I{1,3}|IV)$")
_MAX_SUBJECT_WORDS: Final = 12
_FEWEST_SPOKEN: Final = 5
_MOST_SPOKEN_SUBJECT: Final = 3


def subject(slide: Slide, brands: Collection[str] = (), deck: str = "") -> str:
    """Return what the statements of a slide are about.

    A generic title never serves; the topic stands in for it and stands before a title that does not name it. The
    sides of a comparison speak for themselves, so only the topic stands before them.

    Args:
        slide: with section, topic and title filled in as far as the source tells them.
        brands: words (lower case) that open many names and so do not tie a title to its topic.
        deck: name of the deck, which stands in where the slide and its section name nothing.
    """
    topic = title_name(wording.section_name(slide.topic))
    title, subtitle = title_name(slide.title), title_name(slide.subtitle)
    if slide.is_comparison and topic:
        return _subject_of_sides(slide, topic, title)
    if topic and any(word.casefold() in {"is", "are"} for word in terms.words(title)[1:]):
        title = ""  # `Tugs are fun` is a remark
    if topic and terms.key(_PART_NUMBER.sub("", title)) == terms.key(topic):
        title = topic  # `Tides 2` goes on with `Tides`
    parts = wording.merged([title, subtitle])
    if topic and parts and wording.is_one_of(parts[0], topic):
        parts[0] = terms.clean_label(parts[0])
    elif topic and parts and terms.is_covered(parts[0], [topic]):
        parts[0] = parts[0] if _is_part_only(parts[0], topic, brands) else topic
    elif topic and not _ties(parts, topic, brands) and not _names_side(slide.title) and not _OF_OLD.match(title):
        parts.insert(0, _without_aspect(topic, parts))
    named = " – ".join(parts) or _asked_about(slide.title) or _section_subject(slide.section) or title_name(deck)
    if len(named.split()) > _MAX_SUBJECT_WORDS:
        named = title or topic or named
    return named


def _subject_of_sides(slide: Slide, topic: str, title: str) -> str:
    """Return what stands before the sides of a comparison: the topic, unless it is one of them."""
    is_section = terms.key(wording.section_name(slide.section)) == terms.key(wording.section_name(slide.topic))
    if is_section and wording.VERSUS.search(slide.title):
        return ""  # a whole section may be wider than what is compared, or be one of the two
    sides = [group.heading.plain for group in slide.groups if group.heading] or [title]
    is_side = any(terms.is_covered(side, [topic]) or terms.is_covered(topic, [side]) for side in (*sides, title))
    is_side = is_side or any(spells(topic, side.strip()) for side in wording.VERSUS.split(slide.title))
    return "" if is_side else topic


def _asked_about(title: str) -> str:
    """Return the name that a question ends with (`How can sailors reach Lisbon Harbour?`), else an empty string."""
    found = _ENDS_WITH_NAME.search(title) if title.rstrip().endswith("?") else None
    is_object = found is not None and terms.leading_verb(found.group("verb")) != ""
    return found.group("name") if found and is_object and terms.is_term(found.group("name")) else ""


def _is_part_only(title: str, topic: str, brands: Collection[str]) -> bool:
    """Whether a title of one word names what the topic makes use of (`Steam` of `Steam Engines`), not the topic itself.

    A bracket or `Service` behind the word belongs to a name that the word is short for; with another word before it
    too (`Fast Steam Service`) the word is what the service is for.
    """
    before, _, after = topic.casefold().partition(title.casefold())
    rest = after.partition("(")[0].split()
    is_offer = bool(rest) and not title.isupper()
    is_offer = is_offer and any(word not in brands or _QUALITY.search(word) for word in before.split())
    return len(terms.words(title)) == 1 and (is_offer or any(word not in {"service", "services"} for word in rest))


def _without_aspect(topic: str, parts: list[str]) -> str:
    """Return a topic without the aspect at its end that the names behind it say themselves."""
    aspect = _aspect_of(topic)
    return topic.rpartition(" ")[0] if aspect and terms.is_covered(aspect, parts) else topic


def _aspect_of(topic: str) -> str:
    """Return the aspect that a topic of several words ends with (`Lisbon Harbour Pricing`), else an empty string."""
    before, _, last = topic.rpartition(" ")
    return last if " " in before and terms.is_generic(last) else ""


@lru_cache(maxsize=1 << 10)
def title_name(title: str) -> str:
    """Return what a title names: question form, lead-in, counters and generic parts taken off; may be empty."""
    cleaned = _EQUALS.sub("", _GERMAN_QUESTION.sub("", terms.clean_label(title)))
    question = _QUESTION_TITLE.match(cleaned)
    asks = title.rstrip().endswith("?")
    if question:
        cleaned = question.group("thing") or question.group("reasoned")
    if (
        _OPEN_QUESTION.match(f"{cleaned}?" if asks and not question else cleaned)
        or _SPEAKS_TO_READER.search(cleaned)
        or cleaned.startswith("not ")
        or (question and question.group("reasoned") and terms.is_clause(cleaned))
    ):
        return ""
    cleaned = _IN_BRACKETS.sub(
        lambda match: match[1], _NEWS.sub(lambda match: match["thing"], _LEAD_IN.sub("", cleaned))
    )
    cleaned = _spoken_subject(cleaned) if _is_spoken(cleaned) else cleaned
    if wording.POINTS.search(cleaned):
        return ""
    return terms.clean_label(" – ".join(_telling_parts(cleaned, asks=asks)))


def _telling_parts(title: str, *, asks: bool) -> list[str]:
    """Return the parts of a title, at its dashes and colons, that name something; a short form goes into brackets."""
    parts = [part.strip() for part in _DASH.split(title) if part.strip()]
    if _names_side(title):
        parts = [part for part in parts if not wording.VERSUS.search(part)]
    kept: list[str] = []
    for part in parts:
        if terms.is_empty(part) or (len(parts) > 1 and _NUMBERED.fullmatch(part)):
            continue
        if kept and ((asks and wording.ASKING.match(part)) or (part[:1].islower() and terms.is_order(part))):
            continue  # `Mooring: how much rope?`, `Harbor Pilots: guide the ships`
        if kept and part.isupper() and part.casefold() == _initials(kept[-1]):
            kept[-1] = f"{kept[-1]} ({part})"
            continue
        kept.append(_TRAILING.sub("", part))
    return kept


def _names_side(title: str) -> bool:
    """Whether a title goes on with one of the two things that it compares (`Tugs vs Ferries – Tugs`)."""
    *before, last = (part.strip() for part in _DASH.split(title))
    return any(map(wording.VERSUS.search, before)) and not wording.VERSUS.search(last) and not terms.is_empty(last)


def spells(topic: str, side: str) -> bool:
    """Whether the last words of a topic spell out a name of letters (`TTB` of `Acme Tide Table Book`)."""
    return len(side) > 2 and side.isupper() and _initials(topic).endswith(side.casefold())


def _initials(name: str) -> str:
    return "".join(word[0] for word in terms.words(name)).casefold()


def _is_spoken(title: str) -> bool:
    """Whether a title is a sentence rather than a name (`Tugs often turn in this order`)."""
    is_plain = len(title.split()) >= _FEWEST_SPOKEN and "(" not in title and _DASH.search(title) is None
    is_said = terms.is_clause(title) or _QUANTIFIED.match(title) is not None
    return is_plain and is_said and not terms.is_title_case(title)


def _spoken_subject(title: str) -> str:
    """Return what a title that is a sentence speaks of; empty when that is the speaker, or no name."""
    said = _ARTICLE.sub("", _OFTEN.sub("", title), count=1)
    found = terms.words(said)
    end = next((index for index, word in enumerate(found) if index and terms.is_finite(word)), 0)
    name = " ".join(found[:end])
    speaks = found[0].casefold() in _SPEAKERS or terms.is_order(said)
    is_name = terms.is_label(name) and not name.endswith("ly")
    if speaks or not 0 < end <= _MOST_SPOKEN_SUBJECT or not is_name:
        is_nameless = found[0].casefold() in _SPEAKERS or (not end and _QUANTIFIED.match(title) is not None)
        return "" if is_nameless else title
    return f"{name[:1].upper()}{name[1:]}"


def _section_subject(section: str) -> str:
    """Return what a section names; a question (`Introduction: What's the problem?`) or an example names nothing."""
    name = _PART_NUMBER.sub("", wording.section_name(section))
    return "" if section.rstrip().endswith("?") or _OF_EXAMPLE.match(name) else title_name(name) or name


def _ties(parts: list[str], topic: str, brands: Collection[str]) -> bool:
    telling = [word for word in terms.words(topic) if word.casefold() not in brands]
    telling = telling[2:] if telling[1:2] == ["of"] and terms.is_generic(telling[0]) else telling
    telling = telling[:-1] if _aspect_of(topic) else telling
    distinctive = terms.stems(" ".join(telling))
    said = frozenset().union(*(terms.stems(part) for part in parts), frozenset())
    if not distinctive:
        distinctive = terms.stems(topic)
    initials = "".join(word[0] for word in terms.words(topic) if word[0].isupper()).casefold()
    return bool(distinctive & said) or (len(initials) > 1 and initials in said)
