"""How cards speak: the subject on the front, the context line, questions whose grammar fits the term."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from flashdeck.extraction.languages import qualities, terms
from flashdeck.extraction.languages.lexicon import ANSWER_PREPOSITIONS, NUMBER_WORDS, STOP_WORDS, TERM_BREAKERS, VERBS
from flashdeck.extraction.model import Slide

_ORDINAL: Final = re.compile(
    r"^(?:section|chapter|part|module|unit|lecture|week|day|kapitel|abschnitt|teil|modul|einheit|woche|lektion)\s+\d+\s*[:.–-]?\s*",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(
    r"^(?:the\s+)?(?:\d+|two|three|four|five|six|seven)\s+(?=[A-Za-z])", re.IGNORECASE | re.ASCII
)
VERSUS: Final = re.compile(r"\s(?:vs\.?|versus)\s", re.IGNORECASE)
"""Between the two things that a title compares."""
_PAIR: Final = re.compile(r"\s(?:and|or|vs\.?|versus|&|/)\s", re.IGNORECASE)
_COLLECTS: Final = re.compile(
    r"\b(?:terms|concepts|considerations|features|examples|use cases|types|options|benefits|notes|guidelines|"
    r"best practices|anti-patterns|scenarios)$",
    re.IGNORECASE,
)
_TOLD: Final = ("terms", "terminology", "terminologies", "concepts", "considerations", "features")
_TOLD_OF: Final = re.compile(
    r"(?<=\w)\s(?:terms|terminolog(?:y|ies)|concepts|considerations)$"
    r"|(?P<of>\b\w+\s\w[\w-]*)(?:\s(?:extra|additional))?\sfeatures$",
    re.IGNORECASE,
)
"""How a title ends that announces what is told of a thing."""
_OF_TROUBLES: Final = re.compile(
    r"^troubleshooting\s(?!(?:points|tips|guides?|steps|techniques|checklists?|methods)\b)(?=\w)"
    r"|^(?:other|common|typical|known)\s(?P<thing>[^–]{1,80})\s(?:issues|problems|errors)(?=$|\s–\s)"
    r"|(?<=\w)\stroubleshooting(?=$|\s–\s)",
    re.IGNORECASE,
)
"""What makes a title of a thing's name when its troubles are told."""
_COLLECTS_ABOUT: Final = re.compile(
    r"(?:best practices|tips|guidelines|recommendations|considerations|limitations|benefits|advantages|strategies"
    r"|differences|reasons|challenges|techniques)\s(?:for|of|in|with|to|when|between)\s",
    re.IGNORECASE,
)
ASKING: Final = re.compile(r"(?:what|when|why|how|where|which|who)\b", re.IGNORECASE)
"""A question word at the start."""
_NUMERAL: Final = re.compile(r"^(?:[IVX]{2,4}[.)]|\d{1,2}\)|[a-h]\))\s+(?=[A-Z])")
_GRADED: Final = re.compile(r"\w+ly\s+\w+(?:ed|able|ible|ent|ive)", re.IGNORECASE)
"""A quality (`Highly distributed`), which does nothing."""
_PERFORMED: Final = re.compile(
    r"[A-Z][a-z]+ing\s+(?:(?i:an?|the|our|your|to|from|in|on|with|for|multiple|several)\b|[a-z])"
)
"""What is done (`Running a service`), which does nothing itself."""
POINTS: Final = re.compile(
    r"\b(?:previous|following|above|below|these|this|vorige[nrs]?|obige[nrs]?|folgende[nrs]?|diese[nrms]?)\b",
    re.IGNORECASE,
)
"""A label that points to something else on the slide."""
_GERMAN_CLAUSE: Final = re.compile(
    r"\A(?>.*?\b(?:gehen|können|müssen|sollten|werden|wird|finden|gibt|sind|ist|haben|hat)\b).*\b(?:so|sie|es|man|wir|vor|ihr|ein|eine|der|die|das)\b",
    re.IGNORECASE,
)
_GERMAN_STEM: Final = re.compile(
    r"\s(?:gehören|zählen|umfassen|umfasst|sind|ist|haben|hat|gibt es|unterscheidet man|heißen|lauten|dienen|führen)$"
)
"""A German clause that only its points complete (`Zu den Seilen gehören`)."""
_ALWAYS: Final = re.compile(r"^\w[^:]*\s(?:never|always|often|usually|sometimes)\s[^\W\d_]+", re.IGNORECASE)
"""What always or never happens is a statement, whatever its verb."""
_GREETS: Final = re.compile(r"welcome (?:to|back)\b|(?:herzlich )?willkommen\b", re.IGNORECASE)
_GERUND: Final = re.compile(
    r"(?:resiz|copy|find|mak|configur|implement|creat|build|gett|us|understand|catch|writ|runn|test|train|choos|select|"
    r"evaluat|optimis|optimiz|improv|compar|comput|estimat|install|deploy|manag|work)ing\s(?!of\b)",
    re.IGNORECASE,
)
_ACTIVITY: Final = re.compile(
    r"\s(?:management|administration|governance|compliance|security|pricing|monitoring)$", re.IGNORECASE
)
_ASKED: Final = re.compile(r"(?:why|how|what (?:is|are|does))\b", re.IGNORECASE)
_SHOUTED: Final = re.compile(r"\b(?:EVEN|ALL|ANY|NONE|ONLY|NOT|SAME|OTHER|EACH|BOTH)\b")
"""A small word in capitals is the name of a choice (`ALL distribution`)."""
_SPOKEN: Final = re.compile(r"[A-Z][a-z]+-(?:as|and|or|by|to|in|on|if|when)-\w+(?:-\w+)*")
_TAKES_ARTICLE: Final = re.compile(r"[A-Za-z]+\s(?:an?|the|your|its)\s")
_STATED: Final = re.compile(r"\w+ed\s+(?:by|with|in|on|to|as|for|from|at)\b", re.IGNORECASE)
DESCRIBES: Final = re.compile(
    r"(?i:an?)\s[\w-]+\s[\w-]+|One\s[a-z-]+\sfor\s|[A-Z][a-z]+-[a-z]+\s[a-z]+\sof\s[a-z]"
    r"|(?:Collection|Set|Family|Suite)\sof\s[a-z]+$"
)
"""A label that says what the thing above it is (`A small harbour tug`, `Hand-drawn charts of a port`)."""
_NEGATES: Final = re.compile(
    r"\b(?:not|cannot|can[’']t|don[’']t|doesn[’']t|won[’']t|never|except|without)\b", re.IGNORECASE
)
MANY_COMMAS: Final = 2
"""A label with so many commas lists what its points are about; the front needs no list."""
_OWNED_WORDS: Final = 2
_MAX_CHAIN_WORDS: Final = 6
_MAX_LABELLED_WORDS: Final = 7
_MAX_GERUND_WORDS: Final = 2
_MAX_LABEL_RUNS: Final = 14
_MAX_ORDER_WORDS: Final = 3


@lru_cache(maxsize=1 << 10)
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


def collects(subject_name: str) -> bool:
    """Whether a name stands for several things told one by one (`Harbor terms`), so that it means none of them."""
    return _COLLECTS.search(subject_name) is not None


def collected(owner: str) -> str:
    """Return what the things are of that a name collects (`Harbor terms`), or an empty string."""
    name_of = _COLLECTS.sub("", owner).strip()
    return name_of if name_of != owner and terms.is_term(name_of) else ""


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
        for label in map(without_join, map(without_generic, labels))
        if label
        and label.count(",") < MANY_COMMAS
        and not terms.is_vague(label)
        and not terms.is_statement_label(label)
        and not _only_introduces(label)
        and not _is_unspaced_sentence(label)
    ]
    subjects = subject_name.split(" – ")
    if telling and terms.is_label(telling[0]) and terms.is_covered(subjects[0], telling[:1]):
        subjects = []
    parts = merged([*subjects, *telling])
    return " – ".join(part.rstrip(":") for part in _shortened(parts, subjects))


def _shortened(parts: list[str], subjects: list[str]) -> list[str]:
    """Return a long chain without names between its ends, those first that the context line tells anyway."""
    if len(parts) < 3 or (len(parts) == 3 and sum(len(part.split()) for part in parts) <= _MAX_CHAIN_WORDS):
        return parts
    told = [part for part in parts[1:-1] if part not in subjects]
    if told and sum(len(part.split()) for part in (parts[0], told[-1], parts[-1])) <= _MAX_LABELLED_WORDS:
        return [parts[0], told[-1], parts[-1]]
    return [parts[0], *parts[-2:]] if terms.is_generic(parts[-1]) else [parts[0], parts[-1]]


def without_join(label: str) -> str:
    """Return a label without the preposition that joins its points to it (`Berth booking through`), if it names."""
    before, _, last = label.rpartition(" ")
    is_name = terms.is_term(before) and not terms.is_order(before) and not _STATED.match(label)
    is_name = is_name and not terms.opens_in_third_person(before) and not qualities.is_adjective(before)
    return before if last in ANSWER_PREPOSITIONS and is_name and len(before.split()) > 1 else label


def without_generic(label: str) -> str:
    """Return a label without its outline number, and without the generic heading before its colon."""
    before, mark, after = _NUMERAL.sub("", label).partition(": ")
    return after if mark and terms.is_generic(before) else f"{before}{mark}{after}"


def merged(names: Iterable[str]) -> list[str]:
    """Return the names that add a word; a later name that says all of an earlier one replaces it."""
    parts: list[str] = []
    for named in names:
        if not named:
            continue
        if terms.is_covered(named, parts) and not _SHOUTED.search(named):
            parts = [_owned(named, part) if is_one_of(named, part) else part for part in parts]
            continue
        if terms.is_label(named):
            parts = [part for part in parts if not terms.is_covered(part, [named])]
        parts.append(named)
    return parts


def is_one_of(name: str, pair: str) -> bool:
    """Whether a name picks one of two things that another name joins (`Tugs` of `Tugs and ferries`)."""
    return _PAIR.search(pair) is not None and terms.is_covered(name, [pair]) and terms.stems(name) < terms.stems(pair)


def _owned(named: str, pair: str) -> str:
    """Return one of two things with the name that both belong to (`K8 Ropes` of `K8 Ropes and Chains`)."""
    owner = pair.split(maxsplit=1)[0]
    is_owner = terms.is_name_like(owner) and len(_PAIR.split(pair)[0].split()) == _OWNED_WORDS
    return named if not is_owner or terms.contains_words(named, owner) else f"{owner} {named}"


def _only_introduces(label: str) -> bool:
    """Whether a label is a statement of its own (`Includes various tools`) that its points do not need."""
    found = terms.words(label)
    if label.endswith(":") and _NEGATES.search(label):
        return False  # what stands below it is not so
    if (
        POINTS.search(label)
        or _GERMAN_STEM.search(label)
        or (len(found) > _MAX_ORDER_WORDS and _GERMAN_CLAUSE.search(label))
    ):
        return True
    if any(pattern.match(label) for pattern in (_ASKED, _STATED, DESCRIBES, _ALWAYS, _GREETS)):
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
    return f"{_shown(owner)}: {lower_first(statement, common)}"


def question_about(owner: str, question: str) -> str:
    """Return a question (written with a small first letter) about something that belongs to an owner."""
    if not owner:
        return question[:1].upper() + question[1:]
    return f"{_shown(owner)}: {question}"


@lru_cache(maxsize=1 << 12)
def _shown(owner: str) -> str:
    """Return an owner as a front names it: a title that announces things to be told of it is clumsy there."""
    named = _OF_TROUBLES.sub(lambda match: match["thing"] or "", owner)
    if named != owner and terms.is_term(named.partition(" – ")[0]):
        return named
    found = _TOLD_OF.search(owner) if owner.lower().endswith(_TOLD) else None
    named = f"{owner[: found.start()]}{found['of'] or ''}" if found else owner
    return named if terms.is_term(named.rpartition(" – ")[2]) else owner


def owner_of(term: str, owner: str) -> str:
    """Return the owner when the question needs it beside the term; empty when the term says it already."""
    if not owner or terms.key(owner) == terms.key(term) or terms.is_covered(owner, [term]):
        return ""
    before, _, last = owner.rpartition(" – ")
    return before if before and terms.key(last) == terms.key(terms.without_article(term)) else owner


def owner_beside_name(term: str, owner: str) -> str:
    """Return the owner as `owner_of` does, without a last name that ends with the term (`Royal NightTug: NightTug`)."""
    before, _, last = owner.rpartition(" – ")
    bare = terms.without_article(term)
    is_its_end = terms.is_name_like(bare) and terms.key(last).endswith(f" {terms.key(bare)}")
    return before if is_its_end else owner_of(term, owner)


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
    if VERBS.get(last.casefold()) == last.casefold() or _SPOKEN.fullmatch(last):
        return before, ""  # `Build`: a stage of a work, `Pay-as-you-go`: a slogan; no thing
    said = (terms.is_clause(last) and not terms.is_title_case(last)) or (
        terms.is_order(last) and (len(last.split()) > _MAX_ORDER_WORDS or _TAKES_ARTICLE.match(last))
    )
    said = said or _PERFORMED.match(last) is not None or ASKING.match(last) is not None or bool(_GRADED.fullmatch(last))
    said = said or last.count(" / ") > 1  # three things and more
    said = said or _COLLECTS_ABOUT.match(last) is not None
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
