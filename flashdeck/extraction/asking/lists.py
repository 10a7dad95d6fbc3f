"""How a list is asked: the noun of the question must be what its items are, and their number belongs into it."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from flashdeck.extraction.asking import hollow
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import STOP_WORDS, VERBS, word_set
from flashdeck.extraction.naming.wording import ASKING, number_word, question_about, without_count
from flashdeck.extraction.text import needles

_TOLD: Final = re.compile(r"\b(?P<asks>\w+) (?P<who>it|they) (?P<verb>is|are) (?P<rest>.+)", re.IGNORECASE)
_ANSWERS: Final = {"why": "reasons", "when": "cases"}
"""What the answers to a question are called."""
_KINDS: Final = word_set(
    """types kinds classes modes states levels tiers phases stages steps categories pillars layers editions models
    components parts elements operations formats strategies policies options features benefits advantages drawbacks
    disadvantages limitations characteristics properties examples cases use-cases usecases languages roles rules tools
    services sources targets destinations calls methods ways engines protocols databases functions commands actions
    tasks areas domains goals reasons causes factors principles metrics events files sets plans applications
    techniques algorithms keys queues groups views approaches mechanisms producers consumers aspects values
    statements"""
)
"""Plural nouns that say what the items of a list are, whatever they are."""
_MIN_CLAUSE_WORDS: Final = 4
_RELATES: Final = word_set("with for of in to on by from")
_TINY: Final = 2
_MOST_WORDS_OF_STEM: Final = 5
_QUALITY: Final = re.compile(
    r"(?:(?:not|very|more|less|most|highly|fully|easily|always|\w+ly)\s+)?"
    r"(?:\w+(?:able|ible|ful|less|ive|ous|ed|ent|ant|ary|ic)|cheap|fast|slow|high|low|large|small|full|secure|simple|good|best|"
    r"better|ideal|easy|older|newer|private|public|global|local)\b",
    re.IGNORECASE,
)
_SAYS_DEED: Final = re.compile(r"(?:run|use|set|simplified|improved|enhanced|reduced|increased) ", re.IGNORECASE)
_BETTER: Final = re.compile(r"(?:better|faster|easier|simpler|nicer|cleaner|happier|more|less|fewer) ", re.IGNORECASE)
_PREPOSITIONS: Final = frozenset({"into", "in", "on", "to", "from", "for", "of", "with", "by", "at", "across", "about"})
_TAIL_WORDS: Final = 5
"""Words at the end of a clause among which a preposition makes its last noun no object of its verb."""
_RELATION: Final = re.compile(r"\w+\s+(?:with|for|to|by|in|on|from|at|of|than|per) ", re.IGNORECASE)
_MEASURE: Final = re.compile(r"^[~<>≤≥]?\d")
_DEED: Final = re.compile(r"[a-z]+ (?:an?|the|all|your|its|their) ", re.IGNORECASE | re.ASCII)
_AUXILIARIES: Final = word_set("is are was were can cannot will must should may has have does do")
_NARROWS: Final = re.compile(r" (?:that|which|who) ", re.IGNORECASE)
_CASES: Final = frozenset({"if", "when"})
_IS: Final = frozenset({"is", "are", "include", "includes"})
_CAN_BE: Final = re.compile(r"(?P<who>\S.*?) (?P<can>can|may|must) be$", re.IGNORECASE)
_IS_DONE: Final = re.compile(
    r"(?:\w+ed|sent|read|written|kept|held|put|made|built|set|shown) (?:by|to|in|on|for|with|at) ", re.IGNORECASE
)
"""What is done with a thing, which is one of many things that can be (`Read by the crew`)."""
_SEVERAL_KINDS: Final = re.compile(
    r"(?P<does>\w+s) (?:multiple|various|several|many|different) (?P<kind>[^,;:()]{3,40}?),? including$", re.IGNORECASE
)
"""A clause that says of what kind the things are that complete it (`carries various goods, including`)."""
_FILLS: Final = word_set("different various multiple several the a an your their its our")
"""Words between a verb or preposition and the points that complete it."""
_OPENS_LIST: Final = word_set("including across using between among within via through into from with back onto")
SEVERAL: Final = re.compile(r", (?![^()]{0,300}\))")
"""Between the names of one line that holds more than one (`Oak, elm`)."""
_UNTOLD: Final = re.compile(r"^(?:various|several|multiple|different|many)\s+(?=\S)", re.IGNORECASE)
"""A number that is none, before what is counted."""
_MORE: Final = re.compile(r"(?:…|\.\.\.|etc|(?:and )?(?:many )?more\b)", re.IGNORECASE)
_ALSO_WORDS: Final = ("etc", "usw", "(")
_ALSO: Final = re.compile(r"\betc\b|\busw\b|^\((?:also|and|or|und|auch)\b", re.IGNORECASE)
_JOINTS: Final = ("and", "or")
_JOINT: Final = re.compile(r"^(?:and|or)\s+|(?:,|(?<!\s))\s+(?:and|or)$", re.IGNORECASE)


def item_name(plain: str) -> str:
    """Return an item of a list as a name, without the `or` that joins it to the next."""
    said = terms.clean_statement(plain)
    small = said.lower()
    return _JOINT.sub("", said) if small.startswith(_JOINTS) or small.endswith(_JOINTS) else said


def is_quality(name: str) -> bool:
    """Whether an item says how something is (`Compatible with steel`, `80 tons`) rather than naming one more thing."""
    found = terms.words(name)
    if _MEASURE.match(name):
        return True
    says = _QUALITY.match(name) is not None and not terms.is_title_case(name)
    return says and (len(found) == 1 or _RELATION.match(name) is not None)


def is_open(names: Iterable[str]) -> bool:
    """Whether a list says that more could stand in it."""
    return any(
        name.endswith(("…", "...")) or _MORE.match(name) or (needles.any_in(name, _ALSO_WORDS) and _ALSO.search(name))
        for name in names
    )


def is_praise(names: Sequence[str]) -> bool:
    """Whether most items only say that something is better than it was (`better sleep`)."""
    return sum(_BETTER.match(name) is not None for name in names) * 2 > len(names)


def are_names(parts: Iterable[str]) -> bool:
    """Whether each of some things is listed by a name of its own."""
    return all(part[:1].isupper() or terms.is_name_like(part) for part in parts)


def asked(label: str, owner: str, names: Sequence[str]) -> str:
    """Return the question whose answer is all the items under a label; empty when others would answer it as well."""
    front = _asked(label, owner, names)
    return "" if hollow.is_unbound(front, names) else front


def _asked(label: str, owner: str, names: Sequence[str]) -> str:
    """The question for the items under a label; empty when it does not say what they are."""
    count = len(names)
    number = number_word(count)
    if ASKING.match(label):
        return question_about(owner, _asked_by_label(label.rstrip("?… "), number))
    if owner and terms.is_generic(label) and terms.is_plural(label):
        return which(label, owner, count)
    long_clause = terms.is_clause(label) and len(terms.words(label)) >= _MIN_CLAUSE_WORDS
    if (
        long_clause
        or not terms.is_label(label)
        or (terms.is_verb(terms.words(label)[0]) and not terms.is_title_case(label))
    ):
        if terms.is_plural(label) and terms.count_words(label) == 1 and says_what(label, names):
            return which(label, owner, count)  # `Causes`, which is no deed here
        asked_of = _completed(_small(label.rstrip("?… ")), number, names)
        return question_about(owner, asked_of) if asked_of else ""
    if terms.is_plural(label) and says_what(label, names):
        return which(label, owner, count)
    if _is_relation(label) and not all(map(is_quality, names)):
        # `Simplified loading` does not say what its points are
        return "" if _SAYS_DEED.match(label) else question_about(owner, f"{label} ({number} answers)?")
    if not all(map(is_quality, names)):
        return ""
    return question_about(" – ".join(filter(None, (owner, label))), f"which {number} characteristics?")


def _asked_by_label(label: str, number: str) -> str:
    """Return the question that a label asks itself (`Why It Is Important`), as one and with the number of answers."""
    words = [
        word.lower() if word.casefold() in STOP_WORDS or word.casefold() in VERBS else word for word in label.split()
    ]
    told = " ".join(words)
    told = _TOLD.sub(lambda match: f"{match['asks']} {match['verb']} {match['who']} {match['rest']}".lower(), told)
    return f"{told} ({number} {_ANSWERS.get(words[0], 'answers')})?"


def states(name: str) -> bool:
    """Whether an item is a whole statement rather than a noun that a clause narrows (`Ropes that are old`)."""
    own = _NARROWS.split(name, maxsplit=1)[0]
    return terms.is_clause(own) and not _AUXILIARIES.isdisjoint(needles.words_in(own)) and not terms.is_order(name)


def _small(stem: str) -> str:
    """Return a clause as it goes on behind the name of its subject (`uses ropes of`)."""
    first = stem.partition(" ")[0]
    opens = terms.is_verb(first) or terms.opens_in_third_person(stem) or first.casefold() in STOP_WORDS
    return f"{stem[:1].lower()}{stem[1:]}" if opens and first[1:].islower() else stem


def _completed(stem: str, number: str, names: Sequence[str]) -> str:
    """Return the question that a clause becomes which its points complete; empty when it does not say what they are."""
    found = terms.words(stem)
    if not found:
        return ""
    last = found[-1].casefold()
    if last in _CASES:
        return f"{stem.rpartition(' ')[0]} – in which {number} cases?"
    if last == "to" and any(terms.leading_verb(name) or _DEED.match(name) for name in names):
        return f"{stem} do which {number} things?"
    if all(map(terms.is_clause, names)) and not _CASES.isdisjoint(word.casefold() for word in found):
        return f"{stem} – in which {number} cases?"
    if last == "that" or any(map(states, names)):
        return ""  # whole statements, which no `which` stands for
    if last in _IS:
        return f"{stem.rpartition(' ')[0]}: which {number}?"
    if last in _FILLS:
        stem, last = stem.rpartition(" ")[0], found[-2].casefold() if len(found) > 1 else ""
    return _by_last_word(stem, last, number, names)


def _by_last_word(stem: str, last: str, number: str, names: Sequence[str]) -> str:
    """The question of a clause that ends in a verb or preposition, or in the noun of what its points are."""
    words = len(terms.words(stem))
    able = _CAN_BE.match(stem)
    if (words == 1 and terms.is_order(stem)) or (able and all(map(_IS_DONE.match, names))):
        return ""  # a verb alone narrows nothing (`Define`), nor does what can be done among other things
    if able:
        return f"what {able['can'].lower()} {_small(able['who'])} be ({number} answers)?"
    if several := _SEVERAL_KINDS.match(stem):
        return f"{several['does']} which {number} {several['kind']}?"
    if last in STOP_WORDS or last in _OPENS_LIST or terms.is_verb(last):
        if terms.is_order(stem) and last not in _OPENS_LIST - _PREPOSITIONS:
            return f"what do you {stem[:1].lower()}{stem[1:]} ({number} answers)?"
        return "" if last == "of" else f"{stem} which {number}?"  # of which others may be as true
    if not last.endswith("s") or not terms.is_plural(last):
        return ""
    if says_what(last, names):
        return f"{stem}: which {number} {last}?"
    is_object = words <= _MOST_WORDS_OF_STEM and (_is_told_of(terms.words(stem)) or _shares_noun(stem, names))
    return f"{stem}: which {number}?" if is_object else ""


def _is_told_of(found: Sequence[str]) -> bool:
    """Whether the noun that closes a clause is what its verb has done to, and stands behind no preposition."""
    return _PREPOSITIONS.isdisjoint(word.casefold() for word in found[-_TAIL_WORDS:-1])


def _shares_noun(stem: str, names: Sequence[str]) -> bool:
    return any(terms.stems(stem) & terms.stems(name) for name in names)


def can_list(label: str, names: Sequence[str]) -> bool:
    """Whether the items are of one kind: names, or qualities where the label says so (`Types`)."""
    return not any(map(is_quality, names)) or (terms.is_plural(label) and says_what(label, names))


def _is_relation(label: str) -> bool:
    """Whether a label says with what something is related (`Integration with trains`), so that names answer it."""
    return not _RELATES.isdisjoint(word.casefold() for word in terms.words(label))


def which(names: str, owner: str, count: int) -> str:
    """Return the question for a closed list with a plural name, its number included."""
    bare = _UNTOLD.sub("", without_count(names))
    found = [word.casefold() for word in terms.words(bare)]
    if (found[0].endswith("ing") and found[-1] not in _KINDS) or terms.is_order(bare):
        return question_about(owner, f"{bare} ({number_word(count)} answers)?")
    small = bare if terms.is_name_like(bare) else bare.lower()
    if owner:
        return f"{owner}: which {number_word(count)} {small}?"
    return f"Which {number_word(count)} {bare} are there?"


def says_what(label: str, names: Sequence[str]) -> bool:
    """Whether a plural label is what its items are: a noun for items of any kind, or the noun of most items."""
    found = [word.casefold() for word in terms.words(re.sub(r"(?<!\s)\s*\([^()]*\)$", "", label))] or [label.casefold()]
    head = found[-1]
    if " of " in f" {label.casefold()} ":
        head = found[max(0, found.index("of") - 1)] if "of" in found else head
    if head in _KINDS:
        return True
    share = sum(terms.stem(head) in terms.stems(name) for name in names)
    tiny = all(terms.count_words(name) <= _TINY for name in names) and not any(map(is_quality, names))
    return share * 2 > len(names) or tiny
