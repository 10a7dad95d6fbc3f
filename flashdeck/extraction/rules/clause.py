"""A whole sentence -> what its subject does, is made of, must do: the question keeps subject and verb."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import clauses, dates, definitions, statements
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import agents, aims, candidates, hollow, openness, passives, turning, verb_questions
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording
from flashdeck.extraction.rules import bans, subject_verb

_CARDS: Final = candidates.Maker("clause", CardKind.DEFINITION)
_DUTY: Final = re.compile(
    r"^(?:(?P<who>you|users?|we)\s+)?(?P<duty>must|should|need to|needs to|have to|has to|cannot|can't|can’t|"
    r"do not|don't|don’t)\s+(?P<verb>[a-z]+)\s+(?P<rest>\S.+)$",
    re.IGNORECASE | re.ASCII,
)
_CLOSING: Final = re.compile(
    r"^(?P<what>(?!(?:no|when|if|where|what|all)\b)[^\s,;:]+(?: [^\s,;:]+){1,6}?) (?:is |are )?(?P<not>not )?"
    r"(?P<done>included|required|supported|recommended|needed)$",
    re.IGNORECASE,
)
_DONE: Final = ("included", "required", "supported", "recommended", "needed")
_ABILITY: Final = re.compile(
    r"^(?P<you>you\s+)?can\s+(?:(?:automatically|also|easily|directly)\s+)?(?P<verb>[a-z]+)\s+(?P<rest>\S.+)$",
    re.IGNORECASE | re.ASCII,
)
_ONLY: Final = re.compile(r"^can (?P<verb>[a-z]+) only (?P<what>[^,;:()]{3,50})$", re.IGNORECASE | re.ASCII)
_NAMED: Final = r"[A-Z][\w/-]*(?: [A-Z][\w/-]*){0,3}"
_COMPARED: Final = re.compile(
    rf"^(?P<one>{_NAMED}) (?P<verb>is|are|has|have|costs?|scales?|performs?|offers?|needs?) "
    rf"(?P<what>(?:an? |much )?(?:more|less|fewer|better|worse|\w+er) (?:[\w-]+ ){{0,4}}?)than (?P<other>{_NAMED})$"
)
_FORBIDS: Final = frozenset({"cannot", "can't", "can’t", "do not", "don't", "don’t"})
_AGENT_MODAL: Final = re.compile(
    r"^(?P<agent>[^,;:()]{2,50}?)\s+(?P<modal>can|will|may|must|should)\s+(?P<verb>[a-z]{3,})\s+(?P<rest>\S.+)$"
)
_MODALS: Final = ("can", "will", "may", "must", "should")
_MAY_AND_MUST: Final = lexicon.word_set(
    "you user users we must should need needs have has cannot can can't can’t do don't don’t"
)
_FRAGMENTS: Final = ("from", "for", "within", "through", "via")
_FRAGMENT: Final = re.compile(rf"^(?P<word>{'|'.join(_FRAGMENTS)})\s+(?P<rest>\S.+)$", re.IGNORECASE)
_ADVERBIAL_DUTY: Final = re.compile(rf"(?:{passives.PREPOSITIONS}|between|among|up|down|and|or|&|after|before|during) ")
_ADVERBS: Final = re.compile(r"(?:even|as) |(?:more|less) \w+ly\b", re.IGNORECASE)
_BROAD_DUTIES: Final = lexicon.word_set(
    "manage handle consider know understand specify define set do make configure give ensure"
)
_FACET: Final = re.compile(r"(?<=\w) (?:security|pricing|(?:cost|pricing) model|overview)$", re.IGNORECASE)
_BY_DEFAULT: Final = re.compile(r"by default,?\s+", re.IGNORECASE)
_ASIDE: Final = re.compile(
    r"\b(?:an?|the)\s+(?P<what>[\w-]+(?: [\w-]+){0,2})\s+\((?P<said>(?:must be|can be|is|are) [^()]+)\)$",
    re.IGNORECASE,
)
_USES: Final = re.compile(r"\buse[- ]cases?$", re.IGNORECASE)
"""A title under which stand stories of single users (`A fishery keeps its nets here`)."""
_COMPATIBLE: Final = re.compile(r"^(?P<what>[A-Z][^:;()]{2,60}?)(?:\s*[–—-])?\s+compatible$")
_IN_YEAR: Final = re.compile(r"(?<=\w) in (?:\w+ )?(?:1[5-9]|20)\d\d$")
_YEAR: Final = re.compile(r"(?:\w+ )?(?:1[5-9]|20)\d\d\b")
_ABLE_VERBS: Final = frozenset(lexicon.VERBS.values()) - frozenset(
    {"be", "become", "happen", "help", "use", "take", "do"}
)
_STATES: Final = lexicon.word_set(
    "have contain include support handle store hold receive grow scale accept return act lift"
)
_EFFECTS: Final = lexicon.word_set("reduce increase improve lower raise prevent cause affect slow limit shorten")
_THEMSELVES: Final = re.compile(
    r"^(?P<who>(?:The )?[A-Z]\w*(?: \w+){0,2}?s) (?P<modal>must|should|can|may|will) (?P<what>[a-z]+ .{3,60}?) "
    r"themselves\b(?P<tail>[^,;:.]*)$"
)
"""What stresses who does it, so that this is what a student must know."""
_KIND_OF: Final = re.compile(
    r"(?P<kind>[A-Za-z]+tion|[A-Za-z]+ing|[A-Za-z]+age) (?:at|in|with|by|of|for|on) ", re.IGNORECASE | re.ASCII
)
_FEWEST: Final = 2
_FEWEST_HAD: Final = 3
_FEWEST_NARROWING: Final = 5
_MAX_LISTED: Final = 3


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each sentence with one subject, one verb and a short rest."""
    ways = _ways(scope)
    for item in scope.unasked():
        if item.is_heading or not item.is_statement or item.definition or item.text.first_line in ways:
            continue
        plain, owner = terms.clean_statement(definitions.sentences_in(item.plain)[0]), item.owner
        if dates.is_of_makers(plain) or statements.lacks_speaker(item, owner):
            continue
        lines = (item.text.first_line, item.text.last_line)
        default, aside = _BY_DEFAULT.match(plain), _ASIDE.search(plain) if plain.endswith(")") else None
        opener = plain.partition(" ")[0].lower()
        is_of_users = _USES.search(owner.rpartition(" – ")[2]) is not None
        if default:
            made = _participle(scope, owner, plain[default.end() :], lines, " by default")
        else:
            made = (
                _compared(owner, plain, lines)
                or (_fragment(owner, plain, lines) if opener in _FRAGMENTS and _is_only_one(scope, item) else None)
                or _compatible(owner, plain, lines)
                or (_possible_or_due(item, plain, lines) if opener in _MAY_AND_MUST else None)
                or _stressed(owner, plain, lines)
                or _modal(scope, owner, plain, lines)
                or _participle(scope, owner, plain, lines)
                or (subject_verb.card(scope, owner, plain, lines) if aside is None and not is_of_users else None)
                or _closing(owner, plain, lines)
            )
        if made is not None and not (_lacks_subject(plain) and statements.is_said_of_used(item, scope.walk())):
            made = turning.turned(made)
            if made and not (hollow.is_hollow(made.front, made.back) or openness.leaves_open(made.front, made.back)):
                yield made
        if aside:
            said = _participle(scope, owner, f"{aside.group('what')} {aside.group('said')}", lines)
            if said is not None:
                yield said


def _possible_or_due(item: Item, plain: str, lines: candidates.Lines) -> Candidate | None:
    return (
        _duty(item.owner, plain, lines)
        or _restricted(item.owner, plain, lines)
        or _ability(item.owner, plain, lines, is_narrow=bool(item.labels))
    )


def _compared(owner: str, plain: str, lines: candidates.Lines) -> Candidate | None:
    """One named thing set against another (`Tugs have a higher price than Ferries`): which of the two is it?"""
    match = _COMPARED.match(plain) if "than" in plain else None
    if match is None or terms.key(match.group("one")) == terms.key(match.group("other")):
        return None
    first, second = sorted((match.group("one"), match.group("other")), key=str.casefold)
    verb = match.group("verb")
    verb = {"have": "has", "are": "is"}.get(verb, f"{verb.removesuffix('s')}s" if verb not in {"has", "is"} else verb)
    asked = f"{first} or {second} – which one {verb} {match.group('what').strip()}?"
    is_one = terms.is_covered(owner, [first, second]) or "".join(filter(str.isupper, owner)) in {first, second}
    before = owner.rpartition(" – ")[0] if is_one else owner
    front = wording.question_about("" if terms.is_covered(before, [first, second]) else before, asked)
    return _CARDS.question(front, match.group("one"), lines, 0.76, "one thing compared with another")


def _lacks_subject(plain: str) -> bool:
    match = passives.participle(plain)
    return match is not None and not match.group("term")


def _compatible(owner: str, plain: str, lines: candidates.Lines) -> Candidate | None:
    match = _COMPATIBLE.match(plain) if plain.endswith("compatible") else None
    before, last = wording.split_owner(owner)
    if match is None or not last:
        return None
    front = wording.question_about(before, f"what {'are' if terms.is_plural(last) else 'is'} {last} compatible with?")
    return _CARDS.question(front, match.group("what"), lines, 0.76, "what its subject is compatible with")


def _duty(owner: str, plain: str, lines: candidates.Lines) -> Candidate | None:
    match = _DUTY.match(plain)
    if (
        match is None
        or not owner
        or not clauses.is_object(match.group("rest"))
        or match.group("verb").lower() in {"be", "have", "use"}
    ):
        return None
    verb, duty = match.group("verb").lower(), match.group("duty").lower()
    broad = verb in _BROAD_DUTIES and (verb in {"ensure", "give"} or not terms.is_name_like(match.group("rest")))
    if duty not in _FORBIDS and broad:
        return None  # one of many things that must be managed
    if verb == "not" or verb not in lexicon.VERBS or _ADVERBIAL_DUTY.match(match.group("rest")):
        return None
    if duty in _FORBIDS:
        is_told = match.group("who") is not None and not duty.startswith("can")  # not ordered
        return bans.card(owner, verb, match.group("rest"), lines, can=duty.startswith("can"), is_told=is_told)
    asked = f"what {'should' if duty == 'should' else 'must'} you {verb}?"
    asked, answer = aims.with_aim(asked, match.group("rest"))
    return _CARDS.question(wording.question_about(owner, asked), definitions.shorten(answer), lines, 0.74, "a duty")


def _restricted(owner: str, plain: str, lines: candidates.Lines) -> Candidate | None:
    """Which things of a kind something can have or do, and no others (`Can carry only dry crates`)."""
    match = _ONLY.match(plain)
    before, last = wording.split_owner(owner)
    named = verb_questions.class_of(match.group("what")) if match and last else ""
    if match is None or not named or match.group("verb") not in _ABLE_VERBS or terms.is_clause(match.group("what")):
        return None
    front = wording.question_about(before, f"which {named} can {last} {match.group('verb')}?")
    return _CARDS.question(front, f"only {match.group('what')}", lines, 0.72, "what is possible alone")


def _ability(owner: str, plain: str, lines: candidates.Lines, *, is_narrow: bool) -> Candidate | None:
    match = _ABILITY.match(plain)
    if (
        match is None
        or not wording.split_owner(owner)[1]
        or not clauses.is_object(match.group("rest"))
        or _ADVERBIAL_DUTY.match(match.group("rest"))
    ):
        return None
    verb = match.group("verb").lower()
    before, last = wording.split_owner(owner)
    if verb == "help" and terms.is_order(match.group("rest")):
        front = wording.question_about(before, f"what can {last} help to do?")
        return _CARDS.question(front, definitions.shorten(match.group("rest")), lines, 0.68, "an ability")
    if verb not in _ABLE_VERBS:
        return None
    found = verb_questions.asked_of(verb, match.group("rest"), fewest=_FEWEST * is_narrow, loose=True)
    if found is None or terms.stem(verb) in terms.stems(last) or _ADVERBS.match(found.answer):
        return None  # what can a versioned bucket version?
    if verb in _STATES and not match.group("you"):
        front = wording.question_about(before, found.about(f"can {last}", verb))
    elif found.behind or found.opener != "what" or 1 < len(definitions.listed(found.answer)) <= _MAX_LISTED:
        front = wording.question_about(owner, found.about("can you", verb))
    else:
        return None  # a student can do many things
    is_bare = found.opener == "what" and found.answer.isalpha() and found.answer.islower()
    if is_bare and terms.count_words(found.behind) < _FEWEST_NARROWING:
        return None  # and with nearly anything
    return _CARDS.question(front, definitions.shorten(found.answer), lines, 0.7, "an ability")


def _stressed(owner: str, plain: str, lines: candidates.Lines) -> Candidate | None:
    """Who does something, where the statement stresses it (`Pilots must lower the flags themselves at sea`)."""
    match = _THEMSELVES.match(plain) if "themselves" in plain else None
    if match is None or not clauses.is_agent(match.group("who")):
        return None
    asked = f"who {match.group('modal')} {match.group('what')}{match.group('tail')}?"
    front = wording.question_about(owner, asked)
    return _CARDS.question(front, f"{match.group('who')} themselves", lines, 0.74, "who does it")


def _modal(scope: Scope, owner: str, plain: str, lines: candidates.Lines) -> Candidate | None:
    match = _AGENT_MODAL.match(plain) if any(map(plain.__contains__, _MODALS)) else None
    if match is None or not clauses.is_agent(match.group("agent")) or not clauses.is_object(match.group("rest")):
        return None
    verb = match.group("verb")
    if terms.words(match.group("agent"))[-1].casefold() in agents.ANYBODY or verb == "make":
        return None
    if verb not in _ABLE_VERBS or _ADVERBIAL_DUTY.match(match.group("rest")):
        return None
    agent = agents.inside(scope, match.group("agent"), owner)
    said = wording.owner_of(agent, owner)
    found = verb_questions.asked_of(verb, clauses.RIDER.sub("", match.group("rest")), fewest=agents.fewest(agent, said))
    is_open = (
        match.group("modal") in {"can", "may"} and not agent.startswith(("each ", "every ")) and verb not in _EFFECTS
    )
    if found is None or (is_open and not found.behind and found.opener == "what"):
        return None  # a thing can do much
    if verb == "have" and found.opener == "what" and len(terms.content_words(found.answer)) < _FEWEST_HAD:
        return None  # a thing must have much
    front = wording.question_about(said, found.about(f"{match.group('modal')} {agent}", verb))
    return _CARDS.question(front, definitions.shorten(found.answer), lines, 0.72, "subject, verb and object")


def _is_only_one(scope: Scope, item: Item) -> bool:
    """Whether a phrase stands under a label, where no line beside it opens with its word (`For ships`, `For boats`)."""
    if not item.labels:
        return False
    word = item.plain.partition(" ")[0].casefold()
    beside = (other for other in scope.walk() if other.labels == item.labels and other is not item)
    return not any(other.plain.partition(" ")[0].casefold() == word for other in beside)


def _ways(scope: Scope) -> frozenset[int]:
    """First lines of phrases that complete a passive above them beside others (`Tolls can be set`: `By weight`)."""
    return frozenset(
        point.text.first_line
        for item in scope.walk()
        if len(item.children) > 1
        and sum(clauses.is_manner(point.plain) for point in item.children) > 1
        and clauses.PASSIVE.fullmatch(terms.clean_label(item.plain))
        for point in item.children
    )


def _fragment(owner: str, plain: str, lines: candidates.Lines) -> Candidate | None:
    match = _FRAGMENT.match(plain)
    if (
        match is None
        or not wording.split_owner(owner)[1]
        or terms.is_clause(plain)
        or not clauses.is_object(match.group("rest"))
    ):
        return None
    before, last = wording.split_owner(owner)
    front = wording.question_about(owner, f"{match.group('word').lower()} what?")
    if match.group("word").lower() == "for":
        if not before:
            return None  # a thing by itself is for much; a part of it is for one thing
        front = wording.question_about(before, f"what {'are' if terms.is_plural(last) else 'is'} {last} for?")
    return _CARDS.question(front, definitions.shorten(match.group("rest")), lines, 0.66, "phrase under a label")


def _participle(scope: Scope, owner: str, plain: str, lines: candidates.Lines, tail: str = "") -> Candidate | None:
    match = passives.participle(plain)
    if match is None or not clauses.is_object(match.group("rest")) or _ADVERBIAL_DUTY.match(match.group("rest")):
        return None
    term, be = match.group("term"), match.group("be")
    done = match.group("done").lower()
    is_order = done.endswith("ed") and lexicon.VERBS.get(done) == done  # `Embed in a page`
    if is_order or (be is None and f"{done}{match.group('word')}".lower() == "builtin"):
        return None  # `Built in clock`: what comes with it, not what it is built in
    if term and (be is None or not clauses.is_agent(term)):
        return None
    before, last = (owner, term) if term else wording.split_owner(owner)
    last = last if term else _FACET.sub("", last)
    if not last:
        return None
    said = wording.owner_of(last, before) if term else before
    named = agents.inside(scope, last, said) if term else agents.small_article(last)
    word, rest = match.group("word").lower(), _IN_YEAR.sub("", match.group("rest"))
    if _YEAR.match(rest):
        return None
    if (match.group("done") + word).lower() == "basedon" and rest.endswith(" time"):
        return None
    core = passives.ordered(match, named, last).lower().replace(named.lower(), named, 1)
    asked, answer = passives.asked_of(match, rest, core, named, tail)
    if not asked or verb_questions.says_nothing(answer):
        return None
    return _CARDS.question(
        wording.question_about(said, asked), definitions.shorten(answer), lines, 0.72, "what is done with it"
    )


def _closing(owner: str, plain: str, lines: candidates.Lines) -> Candidate | None:
    """A thing that is said to be included, needed or supported, and nothing else (`Anchor chain included`)."""
    match = _CLOSING.match(plain) if plain.lower().endswith(_DONE) else None
    if match is None or not wording.split_owner(owner)[1] or terms.is_clause(match.group("what")):
        return None
    if terms.is_order(match.group("what")) or not clauses.is_object(match.group("what")):
        return None
    not_ = "not " if match.group("not") else ""
    kind, named = _KIND_OF.match(match.group("what")), verb_questions.class_of(match.group("what"))
    if not_ and not kind and not named:
        return None  # much is not needed
    wanted = f"what kind of {kind.group('kind').lower()}" if kind else f"which {named}" if named else "what"
    be = "are" if terms.is_plural(wanted) else "is"
    front = wording.question_about(owner, f"{wanted} {be} {not_}{match.group('done').lower()}?")
    return _CARDS.question(front, match.group("what"), lines, 0.7, "what is included or needed")
