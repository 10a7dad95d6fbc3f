"""A point that says what its subject is or does -> what is it, what does it do."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import clauses, deeds, definitions, kinds
from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates, hollow, kind_phrases, nouns, openness, praised, turning
from flashdeck.extraction.languages import kinship, lexicon, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import subjects, wording
from flashdeck.extraction.rules import acts, shared_verbs
from flashdeck.extraction.text import needles

_CARDS: Final = candidates.Maker("predicate", CardKind.DEFINITION)
_IS: Final = re.compile(
    r"^(?P<term>.{2,50}?)\s+(?P<be>is|are)\s+(?:simply\s+|just\s+|basically\s+|essentially\s+)?"
    r"(?P<what>(?:an?|the(?!\s+same\b)|one of the) .{6,})$",
    re.IGNORECASE,
)
_QUANTIFIED: Final = re.compile(r"(?:each|every|all|some|any|no|both|most|many|your|our|whoever)\b", re.IGNORECASE)
"""What speaks of how many: `Each berth is a place` defines no berth."""
_IS_SUBJECTLESS: Final = re.compile(r"^(?P<be>is|are)\s+(?P<what>(?:an?|the) .{6,})$", re.IGNORECASE)
_FACET: Final = re.compile(
    r"\b(?:use cases?|security|pricing|costs?|considerations|integrations?|examples?|limits|limitations|features|"
    r"best practices|troubleshooting|performance|monitoring|handling|options|permissions|usage|storage|vs\.? .+|"
    r"durability|availability|scal(?:ing|ability)|reliability|access control)(?: in .+)?\s*\)?$",
    re.IGNORECASE,
)
_BY_DOING: Final = re.compile(r"^(?P<what>\w+ [^,;:()]{3,70}?)\s+(?P<how>by\s+\w+ing .+)$", re.IGNORECASE)
_HAS_SUBJECT: Final = re.compile(
    r"\w+s (?:(?:only|also|always|never) (?P<verb>[^\W\d_]+)|"
    r"(?:(?!that\b|which\b|who\b|where\b|whether\b|when\b|if\b|how\b|what\b|while\b|so\b|because\b|as\b)"
    r"[^\s,;:]+ ){0,9}?(?:is|are|was|were|can|will|may|must|should) )",
    re.IGNORECASE,
)
"""A plural noun with a verb of its own (`Changes to the berth are seen at once`), not a verb with its object."""
_NOUN_TO: Final = re.compile(r"\w+s to (?P<aim>[a-z]+)\b")
_DOES_TO: Final = lexicon.word_set("help allow need want try aim serve continue start begin learn fail choose tend use")
_NO_ACTOR: Final = re.compile(
    r"(?:best practices|(?:importance|benefits?|overview|role|impact|goals?) of)\b", re.IGNORECASE
)
_OF_WHAT: Final = re.compile(
    r"^the (?:\w+ ){0,2}(?:cause|reason|goal|aim|problem|result|answer|key|point|challenge|question|basis|idea)s?$",
    re.IGNORECASE,
)
"""A role of which the line does not say in what (`Fog is the root cause`)."""
_WEIGHS: Final = re.compile(r"^an? (?:very )?(?:important|essential|crucial|critical|major|useful) ", re.IGNORECASE)
"""A judgement of how much a thing matters, which is not what it is."""
_CONTRASTS: Final = re.compile(r", (?:whereas|while|unlike) ", re.IGNORECASE)
_RENAMES: Final = re.compile(r"^the (?:new|old|former|other) name\b", re.IGNORECASE)
_SUPERLATIVE: Final = re.compile(r"(?:the\s+)?(?:\w+est|most|first|last|only|next)\b", re.IGNORECASE)
_FOR_WHOM: Final = re.compile(r"(?!an? |the )(?:\w+ ){0,3}groups? of (?:users|people|teams|customers)\b", re.IGNORECASE)
_PARTIAL_VERBS: Final = lexicon.word_set(
    "support include use require have contain offer provide need enhance improve optimize reduce increase take lead"
)
"""Verbs that say one thing among others, so that `what does it do?` has many answers."""
_NO_SUBJECT: Final = re.compile(r"\bvs\b|\bnot\b|\banti[- ]?patterns?$|\w \w+s by\b| as ", re.IGNORECASE)
_PAIR: Final = re.compile(r" (?:&|and|vs\.?) ", re.IGNORECASE)
_SEVERAL: Final = re.compile(
    r"\b(?:components|parts|methods|strategies|techniques|rules|modes|levels|approaches)\s*$", re.IGNORECASE
)
_TIED_VERB: Final = re.compile(
    r"(?:works?|integrates?|connects?|runs?|belongs?|depends?|relies)\s+(?:with|to|on|in) ", re.IGNORECASE
)
_AGAINST: Final = re.compile(r"\b(?:vs\.?|versus)\b", re.IGNORECASE)
_MIN_TOLD: Final = 2
_EARLY: Final = 3
_ADVERB: Final = re.compile(r"[A-Z]\w+ly ")
_SHORT_DEED: Final = 6
"""So short a deed is asked for by its verb where it is not the first thing said of the subject."""
_USER_VERBS: Final = lexicon.word_set(
    "pay provision try plan choose develop ensure make need use specify set select configure check consider"
)
"""What a slide tells its reader to do, rather than what its subject does."""
_DONE: Final = re.compile(r"\w+ed\s+(?:\w+ly\s+)?(?:the|in|on|at|by|with|as|to|from|for|into|via)\b", re.IGNORECASE)
_MAX_TITLE_WORDS: Final = 4
_NOUN_FOR: Final = re.compile(r"\w+ (?:to|for|of) ")
_SAYS_NO_KIND: Final = lexicon.PRAISE | lexicon.word_set(
    """service services tool tools feature features solution solutions platform platforms system systems product managed
    serverless hosted new newer newest main popular way thing web cloud cloud-based"""
)
"""What nearly every product is."""
_MORE_OF_KIND: Final = re.compile(r",? (?:that|which|for|to|used|meant|built|made|designed|with|of|no) ")
_FEW_OF_KIND: Final = 3
_OWNED_KIND: Final = re.compile(
    r"(?:an? |the )?(?:[\w’'-]+,? ){1,5}?(?P<kind>[a-z]+) (?:that|which|for|to|used|designed) \S.{8,}"
)
_SAYS_MORE: Final = re.compile(r",? (?:that|which|for|to|used|meant|built|made|designed) ")
_OWN_DEEDS: Final = lexicon.word_set(
    """load protect collect deliver capture ingest stream move transfer replicate convert transform analyze detect
    encrypt process trigger send route scan record host publish push invoke distribute synchronize import export"""
)
"""What things do rather than their users, so that an order tells of its subject (`Deliver crates to the quay`)."""
_FROM_TO: Final = re.compile(r"\bfrom\b.{0,300}\bto\b")
_WITH_OBJECT: Final = re.compile(r"\w+ (?:an?|the|your) ", re.IGNORECASE)
_MAX_SHARED_WORDS: Final = 20
_FEWEST_OF_MAIN: Final = 4


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each statement whose subject is the slide's own, and each `X is a Y`.

    Two statements with one verb would be two answers to one question, so such a verb is left to the clozes.
    """
    found = (made for made in _cards(scope) if not hollow.is_bare_kind(made.front, made.back))
    yield from (made for made in found if not openness.leaves_open(made.front, made.back))


def _cards(scope: Scope) -> Iterator[Candidate]:
    shared = list(shared_verbs.cards(scope))
    yield from shared
    told = {line for card in shared for line in range(card.first_line, card.last_line + 1)}
    openers = [(item.labels, terms.leading_verb(item.plain)) for item in scope.walk()]
    verbs, spread = Counter(openers), Counter([verb for _, verb in openers])
    acting_points = Counter([labels for labels, verb in openers if verb])
    opening = next((index for index, item in enumerate(scope.walk()) if not _is_generic_heading(item)), 0)
    for index, item in enumerate(scope.walk()):
        if (
            item.is_heading
            or item.text.first_line in told
            or scope.is_asked(item.text)
            or not item.is_statement
            or not all(map(terms.is_label, item.labels))
            or _disagrees(scope, item)
        ):
            continue
        plain, owner = item.said, item.owner
        how = _BY_DOING.match(plain) if "by" in plain.lower() else None
        if how and _is_work_to_do(plain, owner):
            continue
        owner, beside = (owner, owner) if wording.split_owner(owner)[1] else ("", wording.collected(owner))
        lines = (item.text.first_line, item.text.last_line)
        if made := (_how_card(owner, how, lines) if how else None) or _is_card(scope, plain, beside, lines):
            yield made
            continue
        if not owner:
            continue
        if match := _IS_SUBJECTLESS.match(plain):
            if (match.group("be").casefold() == "are") == terms.is_plural(wording.split_owner(owner)[1]):
                yield _kind_card(owner, match.group("what"), lines)
        elif index == opening and _may_name_kind(scope, item) and (what := _kind_of(item, owner)):
            fuller = _fuller_kind(scope, index, what)
            lines = (fuller.text.first_line, fuller.text.last_line) if fuller else lines
            yield _kind_card(owner, terms.clean_statement(fuller.plain) if fuller else what, lines)
        elif acts.may_act(plain) and not _names_its_subject(plain):
            verb = terms.leading_verb(item.plain)
            alone = verbs[item.labels, verb] == 1 and (
                bool(item.labels) or verb not in acts.OPEN_VERBS or spread[verb] == 1
            )
            only = acting_points[item.labels] == 1 and _is_early(scope, item)
            acting = _acting_cards(scope, item, owner, lines, alone=alone, only=only, opens=index == 0)
            yield from filter(None, map(turning.turned, acting))


def _is_work_to_do(plain: str, owner: str) -> bool:
    """Whether an order with its means stands under the work that it names (`Night Management`: `Manage the night`)."""
    verb = terms.leading_verb(plain) if terms.is_order(plain) else ""
    return bool(verb) and bool(kinship.roots(verb) & kinship.roots(owner.rpartition(" – ")[2]))


def _acting_cards(
    scope: Scope, item: Item, owner: str, lines: candidates.Lines, *, alone: bool, only: bool, opens: bool
) -> Iterator[Candidate]:
    """The cards of a point that says what its subject does or makes possible.

    Args:
        scope: the slide.
        item: the point.
        owner: what it speaks of.
        lines: where it stands.
        alone: whether no other point has its verb.
        only: whether it is the first point of its group and no other has a verb.
        opens: whether it opens the slide.
    """
    plain = item.said
    narrow = bool(item.labels)
    if alone and acts.ENABLES.match(plain) and not terms.is_label(plain):
        yield from acts.verb_cards(owner, plain, lines, is_narrow=narrow)
    elif (opens and not narrow and _says_what_it_does(scope, plain)) or (
        only and terms.opens_in_third_person(plain) and terms.leading_verb(plain) not in _PARTIAL_VERBS
    ):
        is_aside = not opens and not narrow and terms.count_words(plain) <= _SHORT_DEED and not terms.is_label(plain)
        is_later = narrow and not _leads(scope, item)
        by_verb = list(acts.verb_cards(owner, plain, lines, is_narrow=narrow)) if is_aside or is_later else []
        yield from by_verb or (() if is_later else _doing_cards(owner, plain, lines))
    elif alone and terms.opens_in_third_person(plain) and not terms.is_label(plain):
        yield from acts.verb_cards(owner, plain, lines, is_narrow=narrow)
    elif terms.opens_in_third_person(plain) or _is_own_deed(owner, plain):
        before, last = acts.actor(owner)
        do = "do" if terms.is_plural(last) else "does"
        yield from acts.object_cards(before, f"{do} {last}", plain, lines, is_narrow=narrow, is_single=True)


def _is_own_deed(owner: str, plain: str) -> bool:
    """Whether an order under a name says what the thing of that name does, with one object."""
    if terms.leading_verb(plain) not in _OWN_DEEDS or not terms.is_order(plain):
        return False
    whole = "," not in plain and not _FROM_TO.search(plain) and not plain.endswith(" possible")
    return whole and terms.is_name_like(acts.actor(owner)[1])


def _is_early(scope: Scope, item: Item) -> bool:
    """Whether an item is among the first under its labels, which say what their subject is for."""
    beside = [other for other in scope.walk() if other.labels == item.labels and not other.is_heading]
    first = beside[0].plain if beside else ""
    told = item.labels and beside[0] is not item and (_ADVERB.match(first) or terms.is_order(first))
    return not told and item in beside[:_EARLY]


def _leads(scope: Scope, item: Item) -> bool:
    """Whether an item is the first under its labels; a later one says one thing more of many."""
    return next((other for other in scope.walk() if other.labels == item.labels and not other.is_heading), item) is item


def _names_its_subject(plain: str) -> bool:
    """Whether a point opens with a plural noun and its verb, and not with a verb and its object."""
    opener = plain.partition(" ")[0]
    if len(opener) > _MIN_TOLD and opener.isupper():
        return True  # `CREATE statements`
    aim = _NOUN_TO.match(plain)
    if aim and aim.group("aim") in lexicon.VERBS and terms.leading_verb(plain) not in _DOES_TO:
        return True  # `Views to sort crates`
    match = _HAS_SUBJECT.match(plain)
    verb = match.group("verb") if match else None
    return match is not None and (verb is None or lexicon.VERBS.get(verb) == verb)


def _doing_cards(owner: str, plain: str, lines: candidates.Lines) -> Iterator[Candidate]:
    """The card of the only thing that a subject does; what it works with is asked by its preposition."""
    if _TIED_VERB.match(plain):
        yield from acts.verb_cards(owner, plain, lines, is_narrow=True)
    elif _says_enough(plain) and not acts.VAGUE_MANNER.match(plain.partition(" ")[2]):
        yield _does_card(owner, plain, lines)


def _disagrees(scope: Scope, item: Item) -> bool:
    """Whether what stands above a verb is no subject of it (`Tugs vs ferries`, `Pulls by night`, `Tug security`)."""
    if not terms.opens_in_third_person(item.plain):
        return False
    named = item.labels[-1] if item.labels else scope.subject
    return (
        _NO_ACTOR.match(named) is not None
        or _NO_SUBJECT.search(named) is not None
        or (not item.labels and _FACET.search(named) is not None)
    )


def _may_name_kind(scope: Scope, item: Item) -> bool:
    """Whether the first point can say what its subject is; one with points of its own is a heading more often."""
    if _SEVERAL.search(scope.slide.title) or _SEVERAL.search(scope.subject):
        return False  # it is the first of them
    if _PAIR.search(scope.slide.title):
        return False  # of two things
    return not _names_facet(scope) and (
        not item.children
        or terms.is_covered(subjects.title_name(scope.slide.title), [scope.slide.topic])
        or definitions.ARTICLE.match(item.plain) is not None
    )


def _says_enough(plain: str) -> bool:
    """Whether what something does has an object of its own (`Scales intelligently` has none)."""
    told = [
        word for word in terms.content_words(plain)[1:] if not word.endswith("ly") and word not in acts.EMPTY_OBJECTS
    ]
    return len(told) >= _MIN_TOLD


def _is_generic_heading(item: Item) -> bool:
    return item.is_heading and terms.is_generic(item.plain) and not item.labels


def _names_facet(scope: Scope) -> bool:
    """Whether the title adds a facet (`Tug – Security`, `Tug use cases`) that its first point speaks of instead."""
    parts = re.split(r"(?<!\s)(?:\s+[–—-]\s+|\s+–)|–\s+|:\s+", scope.slide.title)
    facet = len(parts) > 1 and _FACET.fullmatch(parts[0]) is not None
    return facet or any(terms.is_generic(part) for part in parts[1:]) or _FACET.search(scope.slide.title) is not None


def _is_card(scope: Scope, plain: str, owner: str, lines: candidates.Lines) -> Candidate | None:
    match = _IS.match(plain) if needles.any_in(plain, (" is ", " are ")) else None
    if match is None or not terms.is_term(match.group("term")) or match.group("term")[0].islower():
        return None
    term, be = terms.clean_label(match.group("term")), match.group("be").lower()
    if terms.is_verb(terms.words(term)[0]) or _QUANTIFIED.match(term) or _SUPERLATIVE.match(term):
        return None
    if any(pattern.search(match.group("what")) for pattern in (_RENAMES, _OF_WHAT, _CONTRASTS, _WEIGHS)):
        return None
    if _is_by_the_way(scope, term, match.group("what")):
        return None
    bare = terms.without_article(term)
    if suits := praised.of_aim(match.group("what"), wording.name(wording.owner_of(bare, owner), [bare])):
        return _CARDS.question(suits.front, definitions.shorten(suits.back), lines, 0.76, "what its subject suits")
    if bare != term:
        term = f"{term[: len(term) - len(bare)].lower()}{bare}"
    said = wording.owner_beside_name(term, owner)
    asked = term if said == "" else wording.lower_first(term, scope.vocabulary.common)
    article = (
        ""
        if be == "are"
        else nouns.article(term, match.group("what"), scope.vocabulary.common, scope.vocabulary.topics)
    )
    what, head = match.group("what"), terms.words(term)[-1].casefold()
    is_same = not terms.is_plural(term) and what.split()[-1] == head
    wanted = f"what kind of {head}" if is_same and kind_phrases.opening(what) == what else kind_phrases.asked(what)
    front = wording.question_about(said, f"{wanted} {be} {article}{asked}?")
    what = clauses.without_second_verb(what) if terms.count_words(what) > _MAX_SHARED_WORDS else what
    return _CARDS.question(front, definitions.shorten(what), lines, 0.82, f"“{be}” between term and description")


def _is_by_the_way(scope: Scope, term: str, what: str) -> bool:
    """Whether a slide on a part of what the whole deck is about says in two words what that is, too."""
    if terms.key(terms.without_article(term)) not in scope.vocabulary.mains:
        return False
    is_its_own = terms.stems(scope.slide.title) <= terms.stems(f"{term} introduction overview")
    return not is_its_own and len(terms.content_words(what)) < _FEWEST_OF_MAIN


def _kind_of(item: Item, owner: str) -> str:
    """Return what a point says its subject is; neither a term with its description nor a name in title case does.

    Nor does a kind that says nothing beside the name (`Fully managed tug service` of a `Managed Tug`).
    """
    if item.definition:
        return ""
    what = kinds.kind_in(item.said)
    found = terms.words(what)
    if not found or found[-1].casefold().endswith("ed") or (terms.is_order(what) and _WITH_OBJECT.match(what)):
        return ""
    head = _MORE_OF_KIND.split(what, maxsplit=1)[0]
    told = [word for word in terms.content_words(head) if word not in _SAYS_NO_KIND]
    is_bare = _SAYS_MORE.search(what) is None
    if is_bare and terms.stems(" ".join(told)) <= terms.stems(owner):
        return ""
    is_title = len(found) > _MAX_TITLE_WORDS and sum(word[0].islower() for word in found) <= 1
    return "" if is_title or _DONE.match(what) or _FOR_WHOM.match(what) or _AGAINST.search(what) else what


def _fuller_kind(scope: Scope, index: int, what: str) -> Item | None:
    """Return the line below a kind of a few words that says it with more (`Harbor Service`)."""
    below = next(iter(list(scope.walk())[index + 1 : index + 2]), None)
    if below is None or below.is_heading or terms.count_words(what) > _FEW_OF_KIND or _SAYS_MORE.search(what):
        return None
    said = _OWNED_KIND.match(terms.clean_statement(below.plain))
    return below if said and said["kind"].casefold() == terms.words(what)[-1].casefold() else None


def _how_card(owner: str, match: re.Match[str], lines: candidates.Lines) -> Candidate | None:
    """The card of a statement that says by which means its subject acts (`Saves fuel by drifting at night`)."""
    plain = match.string
    before, last = wording.split_owner(owner)
    verb = terms.leading_verb(plain)
    if not last or not verb or not (terms.opens_in_third_person(plain) or terms.is_order(plain)):
        return None
    what = match.group("what").partition(" ")[2]
    do = "do" if terms.is_plural(last) else "does"
    front = wording.question_about(before, f"how {do} {last} {verb} {what}?")
    return _CARDS.question(front, definitions.shorten(match.group("how")), lines, 0.76, "by which means it does so")


def _kind_card(owner: str, what: str, lines: candidates.Lines) -> Candidate:
    if deeds.is_order(deeds.without_adverb(what)):
        return _does_card(owner, what, lines)
    if suits := praised.of_aim(what, owner):
        return _CARDS.question(suits.front, definitions.shorten(suits.back), lines, 0.76, "what its subject suits")
    before, last = wording.split_owner(owner)
    front = wording.question_about(before, f"what {_be(last)} {last}?")
    return _CARDS.question(front, definitions.shorten(what), lines, 0.78, "first point names the kind of thing")


def _says_what_it_does(scope: Scope, plain: str) -> bool:
    """Whether the first point, written as an order (`Create budgets and ...`), tells what the subject is for.

    When most points are orders, the slide is a list of things to do.
    """
    found, verb = terms.words(plain), terms.leading_verb(plain)
    if verb in _USER_VERBS or verb in _PARTIAL_VERBS or any(map(terms.is_generic, scope.subject.split(" – "))):
        return False
    if _NOUN_FOR.match(plain):
        return False  # `Feature to lift crates`
    if _names_facet(scope):
        return False
    orders = sum(terms.is_order(item.plain) for item in scope.items)
    return len(found) >= 4 and terms.is_order(plain) and orders * 2 <= max(2, len(scope.items))


def _does_card(owner: str, plain: str, lines: candidates.Lines) -> Candidate:
    before, last = acts.actor(owner)
    front = wording.question_about(before, f"what {'do' if terms.is_plural(last) else 'does'} {last} do?")
    back = definitions.shorten(plain)
    return _CARDS.question(front, back, lines, 0.72, "the only point that says what its subject does")


def _be(owner: str) -> str:
    return "are" if terms.is_plural(owner) else "is"
