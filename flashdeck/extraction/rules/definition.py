"""A term and its description -> what is it, what does it do; or the term as a heading over its description."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from flashdeck.extraction.analysis import definitions, retelling, statements, tautology
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, describing, labels, lists, nouns, remnants, roles
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.rules import faults, sharpening, told_questions

_CARDS: Final = candidates.Maker("definition", CardKind.DEFINITION)

_DEPENDS: Final = re.compile(r"(?:to|if|when|for|in|it|this|note|so|because|while|must|should|can)\b", re.IGNORECASE)
_KINDS: Final = re.compile(r"(?:\w+\s+)?(?:types|kinds|parts|components|states|features)\s+of\b", re.IGNORECASE)
_LEADING_LABELS: Final = lexicon.phrases(
    """purpose; features; key features; main features; benefits; key benefits; advantages; components;
    key components; main components; characteristics; concepts; terms"""
)
_LIKE_ALL: Final = re.compile(r"(?:much )?(?:like|as with|unlike) [^,]{3,80},\s+", re.IGNORECASE)
_LONG_WORDS: Final = 20
_TOO_LONG_WORDS: Final = 26
_FEWEST_LEFT: Final = 7
_BEHIND: Final = re.compile(r", (?=(?:which|while|even|both|from|often|typically|enabling|allowing|causing|leading) )")
_FAULTY: Final = 0.2
"""Belief in a card that is only made to be turned down with its reason."""
_MONEY: Final = re.compile(r"[$€£]|\b(?:charge|costs?|pay|free)\b", re.IGNORECASE)
_HAVING: Final = lexicon.word_set("support offer provide have include contain use accept need require know")
_MAX_NAMES: Final = 3
_MAX_KINDS: Final = 5
_CLOSED: Final = re.compile(r"\b(?:types|kinds|modes|classes|levels|states)\b", re.IGNORECASE)
"""Labels whose names belong together, so that a few more of them are one answer."""
_QUALITY_FIRST: Final = re.compile(r"\w+-\w+ed,|\w{4,}(?:able|ible|less),", re.IGNORECASE)
"""A list of what things are like, which names none of them."""
_MAX_SENTENCES: Final = 4
_MAX_GLOSSES: Final = 4
_MEASURED: Final = (
    (
        re.compile(r"\d ?(?:ms|s|sec|seconds?|min|minutes?|hours?|days?|weeks?|months?|years?)$"),
        "how long does each take",
    ),
    (re.compile(r"\d ?[KMGTP]i?B$"), "how large is each"),
    (re.compile(r"[$€£] ?\d"), "what does each cost"),
)
"""What a figure in a bracket tells of the name before it."""
_NO_TERM: Final = re.compile(
    r"\+|(?:another|every|same|used by|happens|alternatives? to|newer|what happens)(?!\S)|[ivx]+$",
    re.IGNORECASE | re.ASCII,
)
"""How a remark opens that names nothing, though a description follows it (`During low tide: no ship leaves`)."""
_DESCRIBES_NOTHING: Final = re.compile(r"\([^()\d]*\)$|(?:may|might|could) ", re.IGNORECASE)
"""A mere remark in brackets, and what could be done besides."""
_SEVERAL: Final = re.compile(r"\b(?:multiple|many|several|different|various)\b", re.IGNORECASE)
_ONE: Final = re.compile(r" (?:an?|one|single|only|its|own) ", re.IGNORECASE)
_FORMULA: Final = re.compile(r"[∨∧]|(?<!\s)\s+= ")
_NAMED_EXAMPLE: Final = re.compile(r"example(?: \d+)?: \w", re.IGNORECASE)
_WORKED: Final = re.compile(r"(?:^|[:–—-]\s+|worked )example(?: \d+)?$", re.IGNORECASE)
_OPEN_TERM: Final = re.compile(r"(?:(?:one|another|an?) )?possible |(?:most|less|least|more) common$", re.IGNORECASE)
"""A label of one case among others, which several answers fit."""
_MAX_NAME_WORDS: Final = 4
_DEMO: Final = re.compile(r"\b(?:demo|demonstration|walkthrough)\b", re.IGNORECASE)
_MAX_VALUE_WORDS: Final = 4
_WITH_AIM: Final = re.compile(r"(?P<what>[a-z][^,;:]{3,50}?s) to (?P<aim>[a-z]+ \S.*)")
_AGAINST: Final = re.compile(r" (?:vs\.?|versus|against) ", re.IGNORECASE)


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each term that the slide describes."""
    for item in scope.walk():
        if item.plain.rstrip().endswith("?"):
            yield from told_questions.question_card(item)
            yield from told_questions.answered_card(item)
            continue
        meaning = None if item.is_heading else definitions.meaning_in(item.said)
        if meaning is not None:
            yield _meaning_card(item, *meaning)
            continue
        counted, glosses = told_questions.counted_card(scope, item), definitions.glosses_in(item.text)
        if counted is not None or glosses:
            yield from _gloss_cards(scope, item, glosses) if counted is None else (counted,)
            continue
        found = _found(item)
        if found is None and (said := _listed_clause(scope, item)) is not None:
            yield said
        if found is None or definitions.ARROW.match(found.description) or _spells_out(found) or _is_no_term(found):
            continue
        owner = wording.name(scope.subject, [label for label in item.labels if _narrows(label)])
        if (
            tautology.says_nothing(owner, found.term, found.description)
            or _NO_TERM.match(found.term)
            or _DESCRIBES_NOTHING.match(found.description)
            or _is_instance(item, found)
            or _is_defined_later(item, found)
            or _heads_points(item, found)
            or _is_in_title(scope, found)
            or _is_of_case(scope, item, found)
        ):
            continue
        *above, last = owner.split(" – ")
        if _is_short_for(found.term, last, scope.vocabulary.brands):
            found = found._replace(term=last)  # `Harbor Queue: Queue?`
        if terms.key(last) == terms.key(found.term) or not any(
            terms.stems(found.term) == terms.stems(part) for part in above
        ):
            case = _case(scope, item, found, owner)
            yield from (case,) if case else _card(scope, owner, found, heads=bool(item.children))


def _case(scope: Scope, item: Item, found: definitions.Definition, owner: str) -> Candidate | None:
    """The card of a label that the title or the line above it makes a use case."""
    above = item.labels[-1] if item.labels else scope.slide.subtitle or scope.slide.title
    if not roles.is_case(above):
        return None
    asked = roles.of_case(found.term, definitions.shorten(found.description), owner, nouns.names_of(scope.vocabulary))
    lines = (found.first_line, found.last_line)
    if asked is roles.NO_CARD:
        return _CARDS.question(f"{found.term}?", found.description, lines, _FAULTY, "its form does not tell for what")
    return _CARDS.question(asked.front, asked.back, lines, _confidence(found), "a use case") if asked else None


def _is_no_term(found: definitions.Definition) -> bool:
    """Whether a formula was cut at its first sign, or the label stands for one case among others, or names its tale."""
    is_formula = found.how.startswith("equals") and _FORMULA.search(found.description) is not None
    tells_case = found.term.casefold().endswith(" example") and terms.is_clause(found.description)
    return is_formula or tells_case or _OPEN_TERM.match(found.term) is not None


def _is_of_case(scope: Scope, item: Item, found: definitions.Definition) -> bool:
    """Whether an example that is worked out says something of a part of it (`Ferry: The odds are higher`)."""
    if any(map(_NAMED_EXAMPLE.match, item.labels)):
        return True
    return terms.is_clause(found.description) and _WORKED.search(scope.slide.title) is not None


def _is_instance(item: Item, found: definitions.Definition) -> bool:
    """Whether a dash stands in an example under a whole statement (`Work with many ports:`, `Elba – oranges`)."""
    if not item.labels or not found.how.startswith("dash"):
        return False
    above = item.labels[-1]
    stated = terms.is_order(above) or terms.is_clause(above) or terms.opens_in_third_person(above)
    return stated and _SEVERAL.search(above) is not None


def _heads_points(item: Item, found: definitions.Definition) -> bool:
    """Whether what follows a dash is itself a label of the points below (`Ships – Night Rules:`)."""
    ends_open = found.how.startswith("dash") and item.plain.rstrip().endswith(":")
    return ends_open and terms.is_title_case(found.description)


def _is_in_title(scope: Scope, found: definitions.Definition) -> bool:
    """Whether the title says the value already (`Depth (9 m)`), or belongs to a demonstration with its own values."""
    is_value = terms.count_words(found.description) <= _MAX_VALUE_WORDS and any(map(str.isdigit, found.description))
    title = scope.slide.title
    return is_value and (terms.contains_words(title, found.description) or _DEMO.search(title) is not None)


def _is_defined_later(item: Item, found: definitions.Definition) -> bool:
    """Whether only a later sentence says what the term is (`Berth: Ships lie at a quay. A berth is one place`)."""
    below = (child.plain for child in item.children[1:_MAX_SENTENCES])
    first, *later = (*definitions.sentences_in(found.description)[:_MAX_SENTENCES], *below)
    term = found.term.casefold()
    if not any(term in sentence.casefold() for sentence in later):
        return False
    opener = re.compile(rf"(?:an?\s+|the\s+)?{re.escape(found.term)}\s+(?:is|are) ", re.IGNORECASE)
    return not opener.match(first) and any(map(opener.match, later))


def _spells_out(found: definitions.Definition) -> bool:
    """Whether a description only says what the letters of a term stand for, which the rule for acronyms asks."""
    if not found.term.isupper() or len(found.term) == 1:
        return False
    initials = "".join(part[0] for part in re.split(r"[\s-]+", found.description) if part)
    return initials.casefold() == found.term.casefold()


def _is_short_for(term: str, name: str, brands: Collection[str]) -> bool:
    """Whether a term is a name without the vendor's, so that it is no part of what is so named."""
    bare = [word for word in terms.words(name) if word.casefold() not in brands]
    return terms.key(term) != terms.key(name) and terms.key(term) == terms.key(" ".join(bare))


def _found(item: Item) -> definitions.Definition | None:
    return statements.definition_below(item) or item.definition or statements.first_point(item)


def _meaning_card(item: Item, term: str, verb: str, description: str) -> Candidate:
    owner = wording.owner_of(term, item.owner)
    verb, _, word = verb.partition(" ")
    do = "do" if terms.is_plural(term) else "does"
    front = wording.question_about(owner, f"what {do} {term} {verb}{' ' if word else ''}{word}?")
    lines = (item.text.first_line, item.text.last_line)
    return _CARDS.question(front, definitions.shorten(description), lines, 0.82, "a verb that defines")


def _gloss_cards(scope: Scope, item: Item, glosses: tuple[tuple[str, str], ...]) -> Iterator[Candidate]:
    """Several names in a line, each with its bracket: together when the brackets are short, else a card each."""
    owner = item.owner
    lines = (item.text.first_line, item.text.last_line)
    if 2 <= len(glosses) <= _MAX_GLOSSES and all(any(map(str.isdigit, gloss)) for _, gloss in glosses):
        points = [f"{name} ({gloss})" for name, gloss in glosses]
        each = next((told for unit, told in _MEASURED if all(unit.search(gloss) for _, gloss in glosses)), "")
        if not each:
            return
        front = wording.question_about(owner, f"which {wording.number_word(len(points))} options, and {each}?")
        yield _CARDS.question(front, candidates.as_list(points), lines, 0.76, "names with their values in brackets")
        return
    for name, gloss in glosses:
        asked = describing.ask(name, gloss, owner, nouns.names_of(scope.vocabulary))
        if asked is not None:
            yield _CARDS.question(asked.front, asked.back, lines, 0.76, "gloss in brackets behind a name")


def _listed_clause(scope: Scope, item: Item) -> Candidate | None:
    """A statement that names what it speaks of behind a colon (`Encrypts data at rest: A, B, C`)."""
    clause, mark, rest = item.plain.partition(": ")
    if mark and (single := _named_clause(scope, item, clause, terms.clean_statement(rest))) is not None:
        return single
    names = definitions.listed(terms.clean_statement(rest)) if mark else ()
    if not 2 <= len(names) <= _MAX_NAMES or definitions.is_open_list(rest) or not terms.opens_in_third_person(clause):
        return None
    owner = item.owner
    front = _asked_clause(owner, clause, len(names))
    lines = (item.text.first_line, item.text.last_line)
    return _CARDS.question(front, terms.clean_statement(rest), lines, 0.74, "a clause with its names behind a colon")


def _asked_clause(owner: str, clause: str, count: int) -> str:
    """The question of a verb in the third person with its object, which several names complete."""
    before, last = wording.split_owner(owner)
    verb, _, rest = clause.partition(" ")
    base, several = lexicon.VERBS.get(verb.casefold(), verb.casefold()), wording.number_word(count)
    do = "do" if terms.is_plural(last) else "does"
    if last and terms.words(rest)[-1:] and terms.words(rest)[-1].casefold() in lexicon.STOP_WORDS:
        return wording.question_about(before, f"what {do} {last} {base} {rest} ({several} answers)?")
    if last and base in _HAVING and terms.is_plural(rest):
        return wording.question_about(before, f"which {several} {rest} {do} {last} {base}?")
    return wording.question_about(owner, f"{several} ways to {base} {rest}?")


def _named_clause(scope: Scope, item: Item, clause: str, name: str) -> Candidate | None:
    """A whole sentence that names what it speaks of behind a colon (`Each ship has one mark: its pennant`)."""
    whole = (
        terms.is_clause(clause)
        and not _DEPENDS.match(clause)
        and not terms.opens_in_third_person(clause)
        and not terms.is_order(clause)
    )
    if (
        not whole
        or terms.is_label(clause)
        or not _ONE.search(clause)
        or not 1 <= terms.count_words(name) <= _MAX_NAME_WORDS
        or "," in name
        or terms.is_clause(name)
    ):
        return None
    owner = item.owner
    front = wording.question_about(owner, f"{wording.lower_first(clause, scope.vocabulary.common)} – which one?")
    lines = (item.text.first_line, item.text.last_line)
    return _CARDS.question(front, name, lines, 0.72, "a sentence with a name behind a colon")


def _narrows(label: str) -> bool:
    """Whether a label belongs before a term; `Consists of`, `Features` and `Types of tide` only lead to it."""
    label = wording.without_join(label)
    found = terms.words(label)
    if (
        not found
        or label.endswith(":")
        or found[-1].casefold() in lexicon.STOP_WORDS
        or terms.is_verb(found[0])
        or terms.is_verb(found[-1])
    ):
        return False
    return terms.key(label) not in _LEADING_LABELS and not _KINDS.match(label)


def _card(scope: Scope, owner: str, found: definitions.Definition, *, heads: bool) -> Iterator[Candidate]:
    compared = _LIKE_ALL.match(found.description)
    said = found.description[compared.end() if compared else 0 :]
    said = _behind_echo(retelling.without_term(found.term, said), found.term, owner)
    said = sharpening.behind_letters(found.term, said)
    description = _without_run_in(_shortened(said), owner)
    if terms.is_generic(found.term):
        description = terms.clean_statement(definitions.sentences_in(description)[0])
    *above, last = owner.split(" – ")
    if terms.key(last) == terms.key(found.term):
        owner = " – ".join(above)
    if (turned := _turned(scope, owner, found, description) or _aimed(owner, found, description)) is not None:
        yield turned
        return
    known = nouns.names_of(scope.vocabulary)
    asked = describing.ask(found.term, description, owner, known, how=found.how)
    if _heads_names(found, description):
        names = definitions.listed(description)
        most = _MAX_KINDS if _CLOSED.search(found.term) else _MAX_NAMES
        if 2 <= len(names) <= most:
            front = lists.which(found.term, wording.owner_of(found.term, owner), len(names))
            asked = roles.Asked(front, description)
    if asked is not None and asked.front.endswith((" do?", ": how?")):
        asked = sharpening.narrowed(found.term, asked)
    lines = (found.first_line, found.last_line)
    remnant = remnants.of_remnant(found.term, description, owner, known, asked)
    reason = faults.of(found, description, asked, owner, heads=heads)
    if remnant is not None:
        asked, reason = (None, faults.SAID) if remnant is roles.NO_CARD else (remnant, "")
    if asked is None or reason:
        faulty = _CARDS.question(wording.question_about(owner, f"{found.term}?"), description, lines, _FAULTY, reason)
        yield replace(faulty, settles=reason in faults.SETTLED)
    else:
        yield _CARDS.question(asked.front, asked.back, lines, _confidence(found), found.how)


def _shortened(description: str) -> str:
    """A description cut to what defines; short, it keeps what goes on behind a semicolon."""
    is_short = ";" in description and terms.count_words(description) <= definitions.COMFORTABLE_WORDS
    return description if is_short and not _MONEY.search(description) else definitions.shorten(description)


def _behind_echo(description: str, term: str, owner: str) -> str:
    """A description of several sentences without the first, where that is the label again."""
    first, *others = definitions.sentences_in(description)
    return " ".join(others) if others and tautology.adds_nothing(term, owner, first) else description


def _without_run_in(description: str, owner: str) -> str:
    """A long description without the owner as its subject and without a circumstance behind it."""
    subject = owner.rpartition(" – ")[2]
    opens = bool(subject) and description.casefold().startswith(f"{subject.casefold()} is ")
    bare = retelling.without_term(subject, description) if opens else description
    if not _LONG_WORDS < terms.count_words(description) <= _TOO_LONG_WORDS:
        return bare
    head = _BEHIND.split(bare, maxsplit=1)[0]
    is_whole = terms.is_balanced(head) and terms.count_words(head) >= _FEWEST_LEFT
    return head if terms.count_words(bare) > _LONG_WORDS and is_whole else bare


def _heads_names(found: definitions.Definition, description: str) -> bool:
    """Whether a label is the plural of what a closed list names."""
    if "," not in description or not terms.is_plural(found.term) or labels.is_vague(found.term):
        return False
    is_closed = not definitions.is_open_list(description)
    return is_closed and not description[:1].isdigit() and not _QUALITY_FIRST.match(description)


def _turned(scope: Scope, owner: str, found: definitions.Definition, description: str) -> Candidate | None:
    """The card of a respect over the things it is told of (`Price` over `Tug` and `Ferry`), asked of the thing."""
    *above, respect = [part for part in owner.split(" – ") if not terms.is_vague(part)] or [""]
    if not above or not terms.is_covered(found.term, [scope.slide.title, scope.slide.topic]):
        return None
    told = labels.is_respect(respect) or scope.slide.is_comparison or _AGAINST.search(scope.subject)
    if not told or labels.is_respect(found.term) or not terms.is_label(respect):
        return None
    said = wording.name(" – ".join(above), [found.term])
    names = definitions.listed(description)
    if 2 <= len(names) <= _MAX_NAMES and terms.is_plural(respect) and not definitions.is_open_list(description):
        front = lists.which(respect, said, len(names))
    else:
        front = wording.question_about(said, f"{respect.lower()}?")
    lines = (found.first_line, found.last_line)
    return _CARDS.question(front, description, lines, _confidence(found), "a respect over the things it is told of")


def _aimed(owner: str, found: definitions.Definition, description: str) -> Candidate | None:
    """The card of the things of a name that serve an aim, asked by the aim."""
    match = _WITH_AIM.fullmatch(description)
    if match is None or not faults.is_of_name(found, description) or not terms.is_order(match["aim"]):
        return None
    front = wording.question_about(wording.name(owner, [found.term]), f"what is used to {match['aim']}?")
    lines = (found.first_line, found.last_line)
    return _CARDS.question(front, match["what"], lines, _confidence(found), "what a name has for an aim")


def _confidence(found: definitions.Definition) -> float:
    confidence = 0.85
    if terms.is_generic(found.term):
        confidence -= 0.15
    if terms.count_words(found.description) < 2 and not found.description[:1].isdigit():
        confidence -= 0.1
    if found.how.startswith(("dash", "gloss")):
        confidence -= 0.05
    if found.how.startswith("first point"):
        confidence -= 0.1
    return confidence
