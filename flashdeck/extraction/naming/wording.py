"""How cards speak: the subject on the front, the context line, questions whose grammar fits the term."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import NUMBER_WORDS, STOP_WORDS, TERM_BREAKERS, VERBS
from flashdeck.extraction.model import Slide

_DASH: Final = re.compile(r"(?<!\s)(?:\s+[–—-]\s+|\s+–)|–\s+|:\s+")
_QUESTION_TITLE: Final = re.compile(
    r"^(?:what(?:\s+is|\s+are|['’]s)\s+(?:in\s+)?(?:an?\s+|the\s+)?(?P<thing>.+?)(?:\s+(?:good\s+)?for)?"
    r"|why\s+(?:use\s+|do\s+(?:we|you)\s+(?:need|use)\s+)?(?:an?\s+|the\s+)?(?P<reasoned>.+?))\??$",
    re.IGNORECASE,
)
_GERMAN_QUESTION: Final = re.compile(
    r"^(?:was (?:ist|sind)|wozu|warum|wie funktionier(?:t|en))\s+(?:(?:ein|eine|der|die|das)\s+)?(?=[A-ZÄÖÜ])",
    re.IGNORECASE,
)
_OPEN_QUESTION: Final = re.compile(
    r"(?:where|when|how(?: (?:often|much|many|long|far|fast))?|why|who|which|what)\s+"
    r"(?:(?:is|are|do|does|did|can|should|will|would|has|have)\b|(?:we|you|i)\s+\w+)"
    r"|(?:is|are|do|does|can|should)\s+(?:we|you|i|it|this|there)\b",
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
    r"^(?:new(?:er)?|other|additional|more|further)\s+(?P<thing>\S.*?)\s+features$", re.IGNORECASE
)
"""A title that tells when or beside what something came (`Newer Harbor features`)."""
_ORDINAL: Final = re.compile(
    r"^(?:section|chapter|part|module|unit|lecture|week|day|kapitel|abschnitt|teil|modul|einheit|woche|lektion)\s+\d+\s*[:.–-]?\s*",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"(?:method|approach|option|variant|problem|example|task|exercise|case|scenario|methode|variante|beispiel|aufgabe|fall|szenario)\s+#?\d+",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(r"^(?:the\s+)?(?:\d+|two|three|four|five|six|seven)\s+(?=[A-Za-z])", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_PAIR: Final = re.compile(r"\s(?:and|or|vs\.?|versus|&)\s", re.IGNORECASE)
_COLLECTS: Final = re.compile(
    r"\b(?:terms|concepts|considerations|features|examples|use cases|types|options|benefits|notes|guidelines|"
    r"best practices|anti-patterns|scenarios)$",
    re.IGNORECASE,
)
_ASKING: Final = re.compile(r"(?:what|when|why|how|where|which|who)\b", re.IGNORECASE)
_GRADED: Final = re.compile(r"\w+ly\s+\w+(?:ed|able|ible|ent|ive)", re.IGNORECASE)
"""A quality (`Highly distributed`), which does nothing."""
_PERFORMED: Final = re.compile(
    r"[A-Z][a-z]+ing\s+(?:(?i:an?|the|our|your|to|from|in|on|with|for|multiple|several)\b|[a-z])"
)
"""What is done (`Running a service`), which does nothing itself."""
_POINTS: Final = re.compile(
    r"\b(?:previous|following|above|below|these|this|vorige[nrs]?|obige[nrs]?|folgende[nrs]?|diese[nrms]?)\b",
    re.IGNORECASE,
)
"""A label that points to something else on the slide."""
_GERMAN_CLAUSE: Final = re.compile(
    r"\b(?:gehen|können|müssen|sollten|werden|wird|finden|gibt|sind|ist|haben|hat)\b.*\b(?:so|sie|es|man|wir|vor|ihr|ein|eine|der|die|das)\b",
    re.IGNORECASE,
)
_SPEAKS_TO_READER: Final = re.compile(r"^(?:[A-ZÄÖÜ][a-zäöüß]+n|Bevor|Wenn) Sie\b|\b(?:benötigen|brauchen) Sie$")
"""A German title that asks its reader to do something (`Holen Sie Hilfe`)."""
_GERUND: Final = re.compile(
    r"(?:find|mak|configur|implement|creat|build|gett|us|understand|catch|writ|runn|test|train|choos|select|"
    r"evaluat|optimi[sz]|improv|compar|comput|estimat|install|deploy|manag|work)ing\s(?!of\b)",
    re.IGNORECASE,
)
_ACTIVITY: Final = re.compile(
    r"\s(?:management|administration|governance|compliance|security|pricing|monitoring)$", re.IGNORECASE
)
_ASKED: Final = re.compile(r"(?:why|how|what (?:is|are|does))\b", re.IGNORECASE)
_SHOUTED: Final = re.compile(r"\b(?:EVEN|ALL|ANY|NONE|ONLY|NOT|SAME|OTHER|EACH|BOTH)\b")
"""A small word in capitals is the name of a choice (`ALL distribution`)."""
_STATED: Final = re.compile(r"\w+ed\s+(?:by|with|in|on|to|as|for|from|at)\b", re.IGNORECASE)
_NEGATES: Final = re.compile(
    r"\b(?:not|cannot|can[’']t|don[’']t|doesn[’']t|won[’']t|never|except|without)\b", re.IGNORECASE
)
_MANY_COMMAS: Final = 2
"""A label with so many commas lists what its points are about; the front needs no list."""
_MAX_SUBJECT_WORDS: Final = 12
_MAX_CHAIN_WORDS: Final = 6
_MAX_GERUND_WORDS: Final = 2
_MAX_LABEL_RUNS: Final = 14
_MAX_ORDER_WORDS: Final = 3


def subject(slide: Slide, brands: Collection[str] = ()) -> str:
    """Return what the statements of a slide are about.

    A generic title never serves; the topic stands in for it and stands before a title that does not name it. The
    sides of a comparison speak for themselves, so only the topic stands before them.

    Args:
        slide: with section, topic and title filled in as far as the source tells them.
        brands: words (lower case) that open many names and so do not tie a title to its topic.
    """
    topic, title, subtitle = title_name(section_name(slide.topic)), title_name(slide.title), title_name(slide.subtitle)
    if slide.is_comparison and topic:
        sides = [group.heading.plain for group in slide.groups if group.heading] or [title]
        is_side = any(terms.is_covered(side, [topic]) or terms.is_covered(topic, [side]) for side in (*sides, title))
        return "" if is_side else topic
    if topic and any(word.casefold() in {"is", "are"} for word in terms.words(title)[1:]):
        title = ""  # `Tugs are fun` is a remark
    parts = _merged([title, subtitle])
    if topic and parts and _is_one_of(parts[0], topic):
        parts[0] = terms.clean_label(parts[0])
    elif topic and parts and terms.is_covered(parts[0], [topic]):
        parts[0] = parts[0] if _only_opens(parts[0], topic) else topic
    elif topic and not _names(parts, topic, brands):
        parts.insert(0, topic)
    named = " – ".join(parts) or _section_subject(slide.section)
    if len(named.split()) > _MAX_SUBJECT_WORDS:
        named = title or topic or named
    return named


def _only_opens(title: str, topic: str) -> bool:
    """Whether a title of one word names what the topic makes use of (`Steam` of `Steam Engines`), not the topic itself.

    A bracket or `Service` behind the word belongs to a name that the word is short for.
    """
    rest = topic.casefold().partition(title.casefold())[2].partition("(")[0].split()
    return len(terms.words(title)) == 1 and any(word not in {"service", "services"} for word in rest)


def title_name(title: str) -> str:
    """Return what a title names: question form, lead-in, counters and generic parts taken off; may be empty."""
    cleaned = terms.clean_label(title)
    cleaned = _GERMAN_QUESTION.sub("", cleaned)
    question = _QUESTION_TITLE.match(cleaned)
    if question:
        cleaned = question.group("thing") or question.group("reasoned")
    if (
        _OPEN_QUESTION.match(cleaned)
        or _POINTS.search(cleaned)
        or _SPEAKS_TO_READER.search(cleaned)
        or (question and question.group("reasoned") and terms.is_clause(cleaned))
    ):
        return ""
    cleaned = _NEWS.sub(r"\g<thing>", _LEAD_IN.sub("", cleaned))
    parts = [part.strip() for part in _DASH.split(cleaned) if part.strip()]
    kept = [
        _TRAILING.sub("", part)
        for part in parts
        if not terms.is_generic(part) and not (len(parts) > 1 and _NUMBERED.fullmatch(part))
    ]
    return terms.clean_label(" – ".join(kept))


def _section_subject(section: str) -> str:
    """Return what a section names; a question (`Introduction: What's the problem?`) names nothing."""
    return "" if section.rstrip().endswith("?") else title_name(section_name(section)) or section_name(section)


def section_name(title: str) -> str:
    """Return a section's title without its number."""
    return terms.clean_label(_ORDINAL.sub("", title.strip()))


def context(slide: Slide, deck: str = "") -> str:
    """Return the line above the front: section > topic > slide, each only when it adds a word.

    Args:
        slide: with section, topic and title filled in.
        deck: name of the deck, which stands in for a section that is missing or says nothing.
    """
    kept: list[str] = []
    for part in (
        deck if terms.is_generic(section_name(slide.section)) else "",
        section_name(slide.section),
        section_name(slide.topic),
        terms.clean_label(slide.title),
        terms.clean_label(slide.subtitle),
    ):
        if part and not any(terms.contains_words(before, part) for before in kept):
            kept.append(part)
    return " > ".join(kept)


def name(subject_name: str, labels: Iterable[str]) -> str:
    """Return the subject narrowed by the labels above a statement; labels that add nothing are left out.

    A label that says the subject's words itself takes its place, so that nothing is named twice.
    """
    return _named((subject_name, *labels))


@lru_cache(maxsize=1 << 12)
def _named(names: tuple[str, ...]) -> str:
    subject_name, *labels = names
    telling = [
        label
        for label in map(without_generic, labels)
        if label
        and label.count(",") < _MANY_COMMAS
        and not terms.is_vague(label)
        and not terms.is_statement_label(label)
        and not _only_introduces(label)
        and not _is_unspaced_sentence(label)
    ]
    subjects = subject_name.split(" – ")
    if telling and terms.is_label(telling[0]) and terms.is_covered(subjects[0], telling[:1]):
        subjects = []
    parts = _merged([*subjects, *telling])
    return " – ".join(part.rstrip(":") for part in _shortened(parts))


def _shortened(parts: list[str]) -> list[str]:
    """Return the first and the last name of a long chain; the context line tells what stood between them."""
    if len(parts) < 3 or (len(parts) == 3 and sum(len(part.split()) for part in parts) <= _MAX_CHAIN_WORDS):
        return parts
    return [parts[0], *parts[-2:]] if terms.is_generic(parts[-1]) else [parts[0], parts[-1]]


def without_generic(label: str) -> str:
    """Return a label without the generic heading before its colon (`Overview: Ropes`)."""
    before, mark, after = label.partition(": ")
    return after if mark and terms.is_generic(before) else label


def _merged(names: Iterable[str]) -> list[str]:
    """Return the names that add a word; a later name that says all of an earlier one replaces it."""
    parts: list[str] = []
    for named in names:
        if not named:
            continue
        if terms.is_covered(named, parts) and not _SHOUTED.search(named):
            parts = [named if _is_one_of(named, part) else part for part in parts]
            continue
        if terms.is_label(named):
            parts = [part for part in parts if not terms.is_covered(part, [named])]
        parts.append(named)
    return parts


def _is_one_of(name: str, pair: str) -> bool:
    """Whether a name picks one of two things that another name joins (`Tugs` of `Tugs and ferries`)."""
    return _PAIR.search(pair) is not None and terms.is_covered(name, [pair]) and terms.stems(name) < terms.stems(pair)


def _only_introduces(label: str) -> bool:
    """Whether a label is a statement of its own (`Includes various tools`) that its points do not need."""
    found = terms.words(label)
    if label.endswith(":") and _NEGATES.search(label):
        return False  # what stands below it is not so
    if _POINTS.search(label) or (len(found) > _MAX_ORDER_WORDS and _GERMAN_CLAUSE.search(label)):
        return True
    if _ASKED.match(label):
        return True
    if label.endswith(":") or not found or found[-1].casefold() in STOP_WORDS:
        return False
    if len(found) > _MAX_ORDER_WORDS and terms.is_order(label):
        return True
    spoken = len(found) > _MAX_ORDER_WORDS and terms.is_clause(label)
    return spoken or terms.opens_in_third_person(label) or any(word.casefold() in TERM_BREAKERS for word in found)


def _is_unspaced_sentence(label: str) -> bool:
    """Whether a label in a script without spaces is a whole sentence, which its points do not need."""
    return terms.is_unspaced(label) and (not terms.is_label(label) or terms.count_words(label) > _MAX_LABEL_RUNS)


def lead(owner: str, statement: str, common: Collection[str] = ()) -> str:
    """Return the statement with its owner in front, unless it opens with that name itself."""
    if not owner or terms.key(statement).startswith(terms.key(owner)):
        return statement
    before, _, last = owner.rpartition(" – ")
    if before and f"{terms.key(statement)} ".startswith(f"{terms.key(last)} "):
        return f"{before}: {statement}"
    return f"{owner}: {lower_first(statement, common)}"


def question_about(owner: str, question: str) -> str:
    """Return a question (written with a small first letter) about something that belongs to an owner."""
    if not owner:
        return question[:1].upper() + question[1:]
    return f"{owner}: {question}"


def owner_of(term: str, owner: str) -> str:
    """Return the owner when the question needs it beside the term; empty when the term says it already."""
    if not owner or terms.key(owner) == terms.key(term) or terms.is_covered(owner, [term]):
        return ""
    before, _, last = owner.rpartition(" – ")
    bare = _ARTICLE.sub("", term)
    return before if before and terms.key(last) == terms.key(bare) else owner


@lru_cache(maxsize=1 << 12)
def split_owner(owner: str) -> tuple[str, str]:
    """Return what stands before the last of the owner's names, and that name, for a sentence about it.

    The name is empty when it is a statement (`Two copies save money`), which no sentence can be about.
    """
    before, _, last = owner.rpartition(" – ")
    if before and terms.is_generic(last):
        return split_owner(before)
    if _GERUND.match(last) and len(terms.words(last)) > _MAX_GERUND_WORDS:
        return before, ""  # `Finding train-test splits`: work to do, which does nothing itself
    if VERBS.get(last.casefold()) == last.casefold():
        return before, ""  # `Build`: a stage of a work, not a thing
    said = (terms.is_clause(last) and not terms.is_title_case(last)) or (
        len(last.split()) > _MAX_ORDER_WORDS and terms.is_order(last)
    )
    said = (
        said or _PERFORMED.match(last) is not None or _ASKING.match(last) is not None or bool(_GRADED.fullmatch(last))
    )
    return before, "" if said or _COLLECTS.search(last) or _STATED.match(last) else last


def split_actor(owner: str) -> tuple[str, str]:
    """Return the owner's parts like `split_owner`, for a sentence about what the named thing does.

    A field of work (`Crate Management`) does nothing itself: the one before it does.
    """
    before, last = split_owner(owner)
    return split_owner(before) if before and _ACTIVITY.search(last) and not _PAIR.search(last) else (before, last)


def without_count(label: str) -> str:
    """Return a label without the number it opens with (`4 types of budgets`)."""
    return _COUNT.sub("", label)


def number_word(count: int) -> str:
    """Return a small number as a word."""
    return NUMBER_WORDS[count] if 0 <= count < len(NUMBER_WORDS) else str(count)


def lower_first(text: str, common: Collection[str]) -> str:
    """Return the text with a small first letter when its first word is known to be no name."""
    first = text.split(maxsplit=2)[:2]
    if len(first) == 2 and first[1][:1].isupper() and first[1][1:].islower():
        return text  # a name in title case
    word = first[0].strip(",;:.") if first else ""
    if word[:1].isupper() and word[1:].islower() and word.casefold() in common:
        return text[:1].lower() + text[1:]
    return text


def _names(parts: list[str], topic: str, brands: Collection[str]) -> bool:
    distinctive = terms.stems(" ".join(word for word in terms.words(topic) if word.casefold() not in brands))
    said = frozenset().union(*(terms.stems(part) for part in parts), frozenset())
    if not distinctive:
        distinctive = terms.stems(topic)
    initials = "".join(word[0] for word in terms.words(topic) if word[0].isupper()).casefold()
    return bool(distinctive & said) or (len(initials) > 1 and initials in said)
