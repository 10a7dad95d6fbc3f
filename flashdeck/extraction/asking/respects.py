"""A label that is a respect of its owner, or praise of it (`High throughput`, `Durability`), with what it says."""

import re
from typing import Final

from flashdeck.extraction.analysis import deeds, definitions
from flashdeck.extraction.asking import labels, nouns, praised
from flashdeck.extraction.asking.phrases import USERS_VERBS, is_charge
from flashdeck.extraction.asking.questions import DOES, MEANS, TO_DO, Form
from flashdeck.extraction.asking.roles import Asked
from flashdeck.extraction.languages import noun_forms, qualities, terms
from flashdeck.extraction.languages.lexicon import phrases
from flashdeck.extraction.naming.wording import number_word, question_about, split_owner

_DEGREE: Final = re.compile(
    r"(?P<how>high|low|large|long|short) (?P<what>(?:throughput|volume|size|rate|latency|retention|period|amount|"
    r"bandwidth|capacity|speed|number|count|distance|range)\b.*)",
    re.IGNORECASE,
)
_OF_OLD: Final = frozenset({"traditionally", "originally", "formerly", "normally", "previously", "conventionally"})
_FIGURE: Final = re.compile(
    r"(?:up to |about |over )?[~≈<>]?\d|(?:hundreds|thousands|millions|billions|multiple|tens)\b"
)
_TIMES: Final = re.compile(
    r"(?:up to |about |over )?\d+(?:\.\d+)? ?(?:x|times) "
    r"(?P<more>faster|slower|cheaper|smaller|larger|lower|higher)\W*$",
    re.IGNORECASE,
)
_INTEGRATES: Final = re.compile(r"(?:seamlessly )?integrates? (?P<join>with|to|into) (?P<what>\S.*)", re.IGNORECASE)
_DEFAULT: Final = re.compile(r"[^,;]+[,;] (?:by |the )?default(?: is| of|:)? (?P<what>\d[^,;]*)", re.IGNORECASE)
_OTHERS: Final = re.compile(r"other (?P<noun>\w+) \((?P<names>[^()]+)\)", re.IGNORECASE)
_ETC: Final = re.compile(r"(?<![\s,])[\s,]*(?:etc\b\.?|…|\.\.\.|and more)\W{0,40}$", re.IGNORECASE)
_EFFORTS: Final = phrases(
    "complexity; setup complexity; setup; overhead; management overhead; effort; drawback; challenge"
)
_JOINS: Final = re.compile(r" (?:&|and) ")
_CLAIM: Final = re.compile(
    r"(?:unlimited|infinite|near|no|high|low|fast|full|simple|easy|better|great)\b", re.IGNORECASE
)
_MEASURE: Final = re.compile(
    r"(?:the )?(?:likelihood|percentage|probability|ability|degree|share|amount|measure|time|number) "
    r"(?:of|that|to|in)\b",
    re.IGNORECASE,
)
_ADJECTIVES: Final = {
    "simplicity": "simple", "durability": "durable", "reliability": "reliable", "flexibility": "flexible",
    "portability": "portable", "agility": "agile", "consistency": "consistent", "high availability": "highly available",
    "cost efficiency": "cost-efficient", "resilience": "resilient", "resiliency": "resilient",
}  # fmt: skip
_ENSURED: Final = re.compile(
    r"\b(?:security|availability|durability|consistency|reliability|integrity|resilien\w+|privacy|isolation|redundancy)"
    r"(?:$| (?:and|&) )",
    re.IGNORECASE,
)
_PRAISED: Final = re.compile(
    r"(?P<how>simple|easy|fast|quick|flexible|seamless|cheap|secure|reliable|efficient) (?P<what>\w+)", re.IGNORECASE
)
_DEGREES: Final = re.compile(r"(?:more|less|higher|lower|slower|faster) ", re.IGNORECASE)
_SOME: Final = re.compile(r"(?:some|can[’']t|cannot|it) ", re.IGNORECASE)
_COUNTS: Final = re.compile(r"\b(?:one|two|three|\d)", re.IGNORECASE)
_ABSTRACT: Final = phrases(
    """pro; pros; con; cons; benefit; advantage; disadvantage; drawback; goal; aim; purpose; objective; reason; effect;
    challenge; consequence; analogy; workaround"""
)
"""Respects that whole clauses tell."""
_FEW_WORDS: Final = 3
_BILLED: Final = re.compile(
    r"(?:(?:additional )?(?:charges?|costs?|fees?)|charged) (?:are |is )?(?P<join>for|based on|by) (?P<what>\S.*)",
    re.IGNORECASE,
)
_PRICE: Final = re.compile(r"[$€£]\d")
_WORK: Final = re.compile(
    r"(?:\S+ )?(?:en|de)cryption(?: .+)?|(?:\S+ )?(?:authentic|authoriz|compress)(?:at)?ion(?: .+)?", re.IGNORECASE
)
"""What is done by means, which a list of names tells."""
_MAX_MEANS: Final = 4
_TYPE: Final = re.compile(r"types? of(?=\s)", re.IGNORECASE)
_TWO: Final = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)* (?:vs\.?|or|and) [A-Z][\w-]*(?: [A-Z][\w-]*)*")
_SAYS: Final = {"returns": "returned", "includes": "included", "requires": "required", "supports": "supported"}
"""Verbs that stand as labels without their subject."""
_LIMITS: Final = re.compile(
    r"\b(?:throttles?|limit(?:s|ed)?|up to|at most|max(?:imum)?|except|unless)\b", re.IGNORECASE
)
_SAID: Final = re.compile(r"(?!no\b)(?:(?:an?|the|all|each|every) )?[\w-]+s? ", re.IGNORECASE)
_MEANS: Final = re.compile(r"[\w-]+(?: [\w-]+){0,2}")


def told(term: str, description: str, owner: str, names: nouns.Names, *, how: str) -> Asked | None:
    """Return the question of a respect that says more than its name."""
    if done := _SAYS.get(term.casefold()):
        return Asked(question_about(owner, f"what is {done}?"), description)
    if owner and term.casefold() in _OF_OLD and not terms.is_clause(description):
        return Asked(question_about(owner, f"what is used {term.lower()}?"), description)
    degree = _DEGREE.match(term)
    if degree and _FIGURE.match(description):
        asked = f"how {degree.group('how').lower()} is the {nouns.small(degree.group('what'), names)}?"
        return Asked(question_about(owner, asked), description)
    is_limited = _CLAIM.match(term) and _LIMITS.search(description)
    if labels.asks_itself(term) and ((how.startswith("gloss") and _CLAIM.match(term)) or is_limited):
        asked = "what limits it?" if _LIMITS.search(description) else "how?"
        claimed = nouns.small(term, names)
        return Asked(question_about(f"{owner} – {claimed}" if owner else term, asked), description)
    if not owner or not labels.is_respect(term):
        return None
    if default := _DEFAULT.fullmatch(description):
        return Asked(question_about(owner, f"default {nouns.small(term, names)}?"), default["what"])
    return _of_owner(term, description, owner, names)


def is_ensured(term: str) -> bool:
    """Whether a respect is a quality that something ensures (`Hull safety`)."""
    return _ENSURED.search(term) is not None


def itself(term: str, description: str, owner: str, form: Form | None, names: nouns.Names) -> Asked | None:
    """Return the question of a respect for what it is of its owner; None for a claim, which is no value of it."""
    said = nouns.small(term, names)
    frame = form.frame if form is not None else ""
    if special := _of_quality(term, said, description, frame):
        return Asked(question_about(owner, special), description)
    is_search = labels.is_search(term)
    if len(_PRICE.findall(description)) > 1 or (is_search and _DEGREES.match(description)):
        return None
    head = noun_forms.singular(terms.head_of(term))
    parts = definitions.listed(description)
    if _WORK.fullmatch(said) and 2 <= len(parts) <= _MAX_MEANS and all(map(terms.is_name_like, parts)):
        return Asked(question_about(f"{owner} – {said}", f"by which {number_word(len(parts))} means?"), description)
    if terms.key(head) == "feature" and len(parts) < 2:
        return None  # one of many
    if terms.is_generic(term) or head in _ABSTRACT or is_search:
        return Asked(question_about(owner, f"{said}?"), description)
    is_order = frame in {DOES, TO_DO} and deeds.is_order(description) and terms.count_words(description) > _FEW_WORDS
    if is_order and terms.key(head) in _EFFORTS:
        return Asked(question_about(f"{owner} – {said}", "how?"), description)
    verb, _, what = description.partition(" ")
    if is_order and verb.casefold() in USERS_VERBS:
        return Asked(question_about(f"{owner} – {said}", f"what do you {verb.casefold()}?"), what)
    is_claim = frame == MEANS and not _COUNTS.search(description)
    return (
        None if is_order or is_claim or _is_open(description) else Asked(question_about(owner, f"{said}?"), description)
    )


def _of_quality(term: str, said: str, description: str, frame: str) -> str:
    """The question of a measure, of a quality that something ensures, of praise, of what acts; else empty."""
    if _TYPE.match(term) and _TWO.fullmatch(description):
        return f"which two {_TYPE.sub('types of', said)}?"
    if _MEASURE.match(description):
        return f"what does {said} mean?"
    if is_ensured(said) and not _FIGURE.match(description) and not qualities.is_praise(description):
        return f"how {'are' if _JOINS.search(said) or terms.is_plural(term) else 'is'} {said} ensured?"
    if praised := _PRAISED.fullmatch(said):
        return f"in what way is the {praised['what']} {praised['how'].lower()}?"
    acts = frame == DOES and terms.is_plural(term) and terms.opens_in_third_person(description)
    return f"what do {said} do?" if acts else ""


def _is_open(description: str) -> bool:
    """Whether a description is indefinite, or names one of many."""
    is_one = _ETC.search(description) is not None and "," not in _ETC.sub("", description)
    return is_one or _SOME.match(description) is not None


def _of_owner(term: str, description: str, owner: str, names: nouns.Names) -> Asked | None:
    """Return the question of a respect of its owner: how many times faster, with what it integrates, how it bills."""
    before, last = split_owner(owner)
    if times := _TIMES.match(description):
        return Asked(question_about(owner, f"how many times {times.group('more').lower()}?"), description)
    found = _INTEGRATES.match(description)
    if found and last and terms.key(term) in {"integration", "integrations"}:
        others = _OTHERS.match(found.group("what"))
        do, join = "do" if terms.is_plural(last) else "does", found.group("join")
        asked = f"what {do} {last} integrate {join}?"
        if others:
            asked = (
                f"{'with' if join == 'to' else join} which {others.group('noun')}, for example, {do} {last} integrate?"
            )
        said = _ETC.sub("", others.group("names") if others else found.group("what"))
        return Asked(question_about(before, asked), said)
    news = [word for word in terms.words(term) if not terms.contains_words(owner, word)]
    adjective = _ADJECTIVES.get(terms.key(" ".join(news)), "")
    if adjective and not _MEASURE.match(description) and not any(map(str.isdigit, description)):
        is_said = _SAID.match(description) and not terms.opens_in_third_person(description)
        verb = "call for" if deeds.is_order(description) else "mean" if is_said else ""
        if verb and not is_charge(description) and terms.is_clause(description):
            return Asked(question_about(owner, f"what does {nouns.small(term, names)} {verb}?"), description)
        return praised.of_praise(adjective, description, owner)
    if terms.key(term).endswith(" integration") and _MEANS.fullmatch(description) and not terms.is_verb(term):
        return Asked(question_about(f"{owner} – {nouns.small(term, names)}", "by what means?"), description)
    is_bill = terms.key(term).endswith(("pricing", "billing")) and terms.key(term) != "pricing"
    return _bill(nouns.small(term, names), description, owner) if is_bill else None


def _bill(said: str, description: str, owner: str) -> Asked | None:
    """Return the question of a price by its name: what it depends on, for what it is, how it works."""
    if re.search(r"[$€£]", description):
        return None
    told = _BILLED.match(description)
    if told is None:
        return Asked(question_about(owner, f"how does {said} work?"), description)
    if told["join"].casefold() == "for":
        return Asked(question_about(f"{owner} – {said}", "what is charged?"), told["what"])
    return Asked(question_about(owner, f"what is {said} based on?"), told["what"])
