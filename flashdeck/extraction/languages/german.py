"""The little of German grammar that cards need: where a clause's subject ends, its noun phrases, its small words.

German writes nouns with a capital letter, which tells them from verbs without a dictionary.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from flashdeck.extraction.languages.lexicon import word_set

TOKEN: Final = re.compile(r"[^\s,;:()„“\"]+|[,;:()„“\"]")
_ARTICLES: Final = word_set(
    "der die das ein eine jeder jede jedes alle viele manche mehrere einige beide diese dieser dieses kein keine "
    "keinen keinem keiner seine ihre unsere den dem des einen einem eines einer zwei drei vier fünf"
)
_NOT_OPENING: Final = word_set(
    "nicht sich den dem des einen einem eines dies dieser es man sie wir ich er dabei hier auch nur so in im bei mit "
    "ohne durch für von vom zu zum zur nach über unter auf aus an am als wenn falls weil da um seit häufig oft "
    "manchmal meist meistens zunächst zuerst dann danach heute früher leider insbesondere allerdings außerdem "
    "zudem ferner dennoch trotzdem somit daher deshalb dafür damit dadurch darauf dazu bereits ähnlich alternativ "
    "optional anschließend abschließend beim solange bevor nachdem praktisch nachteilig wird werden kann muss "
    "soll ist sind hat haben je pro bitte möglichst"
)
_OPENING_ENDINGS: Final = ("weise", "lich", "falls", "mals", "dessen", "mäßig")
PREPOSITIONS: Final = word_set(
    "in im ins an am ans auf aus bei beim mit mittels nach von vom vor zu zum zur durch für gegen ohne um über unter "
    "zwischen während wegen seit per via als wie pro"
)
_SMALL: Final = (
    _ARTICLES
    | PREPOSITIONS
    | word_set(
        "und oder sowie bzw aber nicht auch nur noch sehr so dass wenn weil ob die welche welcher sich es man sie er "
        "dann daher damit hier dort immer meist oft selten bereits etwa mindestens höchstens "
        "möglichst zuerst zunächst sonst jetzt erst fast selbst gut direkt denselben dasselbe dieselbe"
    )
)
PARTICLES: Final = word_set(
    "an auf aus ein ab zu vor bereit dar her hin nach um fest fort weiter zurück statt teil mit los bei durch über "
    "preis"
)
MODALS: Final = word_set(
    "kann können konnte muss müssen soll sollen sollte sollten darf dürfen wird werden wurde wurden"
)
BLAND: Final = word_set(
    "diesem diesen dieser diese dieses solche solcher solches solchen andere anderen anderer anderes allen alle "
    "meisten verschiedene verschiedenen verschiedener bestimmte bestimmten bestimmter entsprechende entsprechenden "
    "entsprechender eigene eigenen eigener neue neuen neuer neues weitere weiteren weiterer gewünschte gewünschten "
    "gleiche gleichen selben selbe einzelne einzelnen jeweilige jeweiligen jeweils folgende folgenden ersten letzten "
    "viele vielen unterschiedliche unterschiedlichen unterschiedlicher aktuelle aktuellen neuere neueren ältere "
    "mögliche möglichen vorhandene vorhandenen gesamte gesamten ähnliche ähnlichen häufige häufigen "
    "große großen kleine kleinen gute guten alte alten wichtige wichtigen besondere besonderen "
    "richtige richtigen richtiger zugehörige zugehörigen zugehöriger erforderliche erforderlichen erforderlicher "
    "aller passende passenden passender nötige nötigen nötiger geeignete geeigneten geeigneter"
)
"""Adjectives that could stand before anything: a gap leaves them in the text."""
_ADJECTIVE: Final = re.compile(r"[a-zäöüß-]+(?:e|en|er|es|em)$")
_VERB: Final = re.compile(r"[a-zäöüß]{2,}(?:t|en|rn|ln)$|ist$|sind$|kann$|muss$|soll$|darf$|wird$|war$")
_ABBREVIATION: Final = re.compile(r"(?:\w\.)+\w?$")
_NOUN: Final = re.compile(
    r"(?:[a-zäöüß]+-)+[A-ZÄÖÜ]\w*$|[A-ZÄÖÜ0-9][\w/.&+’'-]*$|(?>(?:[^\W_]|-)*)[/_.][\w/.-]++(?<=\w)$|--?\w"
)
_FINITE: Final = MODALS | word_set("ist sind war waren hat haben hatte hatten gibt lässt lag lagen liegt")
_PARTICIPLE: Final = re.compile(r"[a-zäöüß]*ge[a-zäöüß]+t$")
_NO_VERB: Final = _SMALL | word_set(
    "seit statt stattdessen jetzt bereit zuletzt überhaupt insgesamt samt anhand eigenen seinen ihren unseren keinen "
    "welchen denen zusammen dagegen dazwischen außen innen oben unten hinten gegen neben wegen zwischen verwandt"
)
_CONJUNCTION: Final = re.compile(
    r"\b(?:wenn|falls|sofern|sobald|dass|weil|damit|ob)\W*$|\bfolgenden Fällen\b[^:]*:$", re.IGNORECASE
)
_LEANS: Final = re.compile(
    r"^(?:das (?:sollte|kann|ist|wird|muss|darf|gilt)|vgl\b|siehe|hinweis:|ebenso|anschließend|danach|darüber)(?!\w)"
    r"|^[^,(]*\bhier(?![\w-])|\b(?:hier(?:bei|für|zu|durch|mit|von)|ebenso|entsprechend|dementsprechend)(?![\w-])"
    r"|^[^,]*\b(?:dabei|dafür|davon|daraus)\b(?!,|[^,]*,\s(?:dass|um|ob|wie)\b)"
    r"|^[^,]*\b(?:diese[mnrs]?|solche[mnrs]?)\b|^(?:\w+\s){1,3}(?:sie|er|ihnen|ihm)\b"
    r"|^(?!(?:wenn|falls|sofern|sobald|bevor|nachdem|da|weil|dass|ob|während|obwohl|solange|was|wer|wie|wo)\s)"
    r"[^,]*\s\w+(?:en|t)\s(?:können|kann|müssen|muss|sollen|soll|dürfen|darf|wird|wurde|ist)(?:,|\W*$)"
    r"|^(?:normalerweise|meist|meistens|oft|häufig|manchmal|wird|werden)\s(?:auch\s|nur\s)?(?:mit|von|für|als|durch)\b"
    r"|\b(?:kann|muss|darf|wird|sollte)\sdas\s(?-i:(?:[a-zäöüß]+\s){1,2})(?:sein|werden|haben)\b",
    re.IGNORECASE,
)
"""What only the lines around tell: adverbs that point, demonstratives and pronouns in the first clause, and a verb at
its end without the conjunction that put it there."""
_POLITE: Final = frozenset({"Sie", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres", "Ihnen"})
"""Written with a capital letter like a noun."""
_NO_SUBJECT: Final = frozenset(',;:()„“"') | {"Sie", "sie", "wir", "man", "ich", "es", "später"}
_MAX_SUBJECT: Final = 10


class Clause(NamedTuple):
    """A main clause in the order subject, finite verb, rest."""

    subject: str
    verb: str
    rest: str


def clause_of(sentence: str) -> Clause | None:
    """Return the parts of a statement that opens with its subject, or None when it opens otherwise."""
    tokens = list(TOKEN.finditer(sentence))
    if len(tokens) < 3 or not _may_open(tokens[0].group()):
        return None
    for index, token in enumerate(tokens[1 : _MAX_SUBJECT + 1], start=1):
        word, before = token.group(), tokens[index - 1].group()
        if word in _NO_SUBJECT:
            return None
        lowered = word.lower()
        acts = _VERB.match(word) and lowered not in _SMALL and not word.endswith(_OPENING_ENDINGS)
        if word[:1].islower() and acts and is_noun(before):
            following = tokens[index + 1].group() if index + 1 < len(tokens) else ""
            if not following or following in ",;:(":
                return None
            return Clause(sentence[: token.start()].strip(), word, sentence[token.end() :].strip())
    return None


def _may_open(word: str) -> bool:
    lowered = word.lower()
    return (
        lowered not in _NOT_OPENING
        and lowered not in PREPOSITIONS
        and not lowered.endswith(_OPENING_ENDINGS)
        and (lowered in _ARTICLES or is_noun(word))
    )


def is_noun(word: str) -> bool:
    """Whether a word inside a sentence is written as a noun or a name."""
    return (
        _NOUN.match(word) is not None
        and word not in _POLITE
        and word.lower() not in _ARTICLES
        and _ABBREVIATION.match(word) is None
    )


def is_adjective(word: str) -> bool:
    """Whether a word may stand between an article and its noun."""
    return (
        _ADJECTIVE.match(word) is not None
        and word not in _SMALL
        and word not in BLAND
        and not word.endswith(_OPENING_ENDINGS)
    )


def leans_on_others(sentence: str) -> bool:
    """Whether a sentence takes its sense from those around it (`Oft lösen sie sich`, `wird hier gehoben`)."""
    return any("Sie" not in match.group().split()[1:] for match in _LEANS.finditer(sentence))


def has_finite_verb(text: str) -> bool:
    """Whether a text is a sentence or a clause, rather than a phrase, an infinitive or a participle."""
    found = TOKEN.findall(text)
    for before, word, after in zip(["", *found], found, [*found[1:], ""], strict=False):
        bare = word.rstrip(".!?")
        if bare.lower() in _FINITE:
            return True
        if not bare.isalpha() or not bare.islower() or bare in _NO_VERB or bare in BLAND:
            continue
        if bare.endswith("t") and len(bare) > len("mit") and not _PARTICIPLE.match(bare):
            return True
        plural = bare.endswith(("en", "eln", "ern")) and after not in {"", ",", ";", ")"}
        if plural and before != "zu" and (is_noun(before) or not (is_noun(after) or is_adjective(after))):
            return True
    return False


def is_stem(label: str) -> bool:
    """Whether a label is a clause that its points complete (`Zu den Werften gehören`)."""
    found = label.rstrip(" :…").split()
    return (
        len(found) > 2
        and found[0].lower() in PREPOSITIONS
        and found[-1].isalpha()
        and found[-1].islower()
        and _VERB.match(found[-1]) is not None
        and is_noun(found[-2])
    )


def opens_cases(label: str) -> bool:
    """Whether what stands below a label is a case of it and no fact (`Der Kran steht still, wenn:`)."""
    return _CONJUNCTION.search(label) is not None


def opens_noun_phrase(text: str) -> bool:
    """Whether a text opens with an article, adjectives and a noun, or with a noun."""
    for index, match in enumerate(TOKEN.finditer(text)):
        word = match.group()
        if is_noun(word):
            return True
        if index > 4 or (word.lower() not in _ARTICLES and not is_adjective(word)):
            return False
    return False


def noun_phrases(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of adjectives with their nouns, articles left out, in order."""
    start = end = -1
    for match in TOKEN.finditer(sentence):
        word = match.group()
        stripped = word.rstrip(".!?…")
        if is_noun(stripped):
            start = match.start() if start < 0 else start
            end = match.start() + len(stripped)
            if stripped == word:
                continue
        elif end < 0 and is_adjective(word):
            start = match.start() if start < 0 else start
            continue
        if end > 0:
            yield start, end
        start = end = -1
    if end > 0:
        yield start, end


def lower_article(subject: str) -> str:
    """Return a subject as it stands inside a question (`Die Schicht` -> `die Schicht`)."""
    first, blank, rest = subject.partition(" ")
    describes = first.endswith(("e", "en", "es")) and rest[:1].isupper() and first[1:].islower()
    return f"{first.lower()}{blank}{rest}" if first.lower() in _ARTICLES or describes else subject
