"""What a thing does or makes possible -> its verb asked with all that narrows it.

Where nothing narrows a verb that says one thing among many (`supports`, `enables`), no question has one answer, unless
the thing is a part of what the slide is about, of which little else is said.
"""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.asking import candidates, verb_questions
from flashdeck.extraction.languages import lexicon, noun_forms, qualities, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("predicate", CardKind.DEFINITION)
ENABLES: Final = re.compile(
    r"^(?P<verb>allow|enable|let|help|permit)s?\s+"
    r"(?:(?P<who>you|users|us|customers|developers|applications|teams|organizations|"
    r"(?:[\w-]+ ){1,2}(?:users|customers|services|accounts|applications|developers|teams)(?= to ))\s+)?"
    r"(?P<to>to\s+)?(?P<rest>.{6,})$",
    re.IGNORECASE,
)
VAGUE_MANNER: Final = re.compile(r"(?:at least|at most|very|well|better|best|fast|faster)\b")
EMPTY_OBJECTS: Final = lexicon.BLAND_WORDS | lexicon.word_set("service services thing things way ways features options")
OPEN_VERBS: Final = lexicon.word_set("support include provide offer have contain help enable allow take give")
_LOOSE_VERBS: Final = OPEN_VERBS | lexicon.word_set(
    """use leverage enhance improve ensure deliver maintain simplify optimize streamline facilitate reduce increase
    boost accelerate collect manage handle"""
)
"""What nearly everything does to several things."""
_MANNER: Final = re.compile(r"(?:\w+ly|based on)\b")
_ADVERBIAL: Final = re.compile(
    r"(?:depending|when|if|under|until|during|after|before|up|down|out|once|while|that|how|what|where|whether|not|only|"
    r"between|[a-z]+ [a-z]{3,}ly)\b"
)
_PREPOSITION: Final = re.compile(
    r"(?P<word>with|on|from|to|for|in|into|as|by|at|against|of|across|over)\s+(?P<object>.+)"
)
_IS_OPEN: Final = re.compile(r"\b(?:range|variety|lots?|many|info|etc)\b|…|\.\.\.", re.IGNORECASE)
_HELPS_TO: Final = re.compile(r"helps? (?:to |you )?(?P<verb>[a-z]+) (?P<rest>\S.*)$", re.IGNORECASE | re.ASCII)
_ABOUT_IT: Final = re.compile(r"(?!\w+ing )(?:(?:fully|highly) |(?:\S+ ){2,}(?:on|for|of|to|with) )", re.IGNORECASE)
_FEWEST_TOLD: Final = 3
_MAX_OBJECT_WORDS: Final = 16


def may_act(plain: str) -> bool:
    """Whether a point opens with a verb, as all do that say what a thing does or makes possible."""
    return terms.leading_verb(plain) != "" or terms.opens_in_third_person(plain)


def actor(owner: str) -> tuple[str, str]:
    """Return what acts under an owner: the thing itself rather than a quality or a phrase about it."""
    before, last = wording.split_actor(owner)
    return (
        wording.split_actor(before)
        if before and (_ABOUT_IT.match(last) or qualities.is_adjective(last))
        else (before, last)
    )


def verb_cards(owner: str, plain: str, lines: candidates.Lines, *, is_narrow: bool) -> Iterator[Candidate]:
    """Propose the card that asks for what stands behind the verb of a point.

    Args:
        owner: what the point speaks of.
        plain: the point, which opens with its verb.
        lines: where it stands.
        is_narrow: whether the owner is a part of what the slide is about.
    """
    before, last = actor(owner)
    do = "do" if terms.is_plural(last) else "does"
    enables = ENABLES.match(plain)
    if enables is None:
        if terms.opens_in_third_person(plain):
            yield from object_cards(before, f"{do} {last}", plain, lines, is_narrow=is_narrow)
        return
    verb, rest = lexicon.VERBS[enables.group("verb").casefold()], enables.group("rest")
    who = f" {enables.group('who')}" if enables.group("who") else ""
    if who and not enables.group("to") and re.match(r"(?:on|with|in) ", rest):
        return  # `Helps you on moving crates`
    preposition = re.match(r"(?:with|in)\b", rest) if verb == "help" and not who else None
    if preposition:
        asked, rest = f" {preposition.group()}", rest[preposition.end() :].strip()
    else:
        asked = " to do" if verb == "help" else " do" if who or verb == "let" else ""
        asked = f"{who or ' you'} to do" if enables.group("to") else f"{who}{asked}"
        rest = re.sub(r"^for\s+", "", rest)
    if asked.endswith(" do") or is_narrow or before:
        front = wording.question_about(before, f"what {do} {last} {verb}{asked}?")
        yield _CARDS.question(front, definitions.shorten(rest), lines, 0.75, "what its subject makes possible")


def object_cards(
    before: str, asked: str, plain: str, lines: candidates.Lines, *, is_narrow: bool, is_single: bool = False
) -> Iterator[Candidate]:
    """Propose the card for the object of a verb.

    Args:
        before: the owner without its last name.
        asked: auxiliary and subject (`does the tug`).
        plain: the point, which opens with its verb.
        lines: where it stands.
        is_narrow: whether the subject is a part of what the slide is about.
        is_single: whether other points have the verb too, so that the question must leave one answer.
    """
    first, _, rest = plain.partition(" ")
    verb = terms.leading_verb(plain) or noun_forms.singular(first.casefold())
    helped = _HELPS_TO.match(plain)
    if helped and lexicon.VERBS.get(helped["verb"]) == helped["verb"]:
        verb, rest, is_single = f"help {helped['verb']}", helped["rest"], False  # few help with the same
    if not _may_be_object(rest):
        return
    if _MANNER.match(rest):
        front = wording.question_about(before, f"how {asked} {verb}?")
        yield _CARDS.question(front, rest, lines, 0.7, "how its subject does it")
        return
    preposition = _PREPOSITION.match(rest)
    if preposition:
        verb, rest = f"{verb} {preposition.group('word')}", preposition.group("object")
    elif not any(not word.endswith("ly") and word not in EMPTY_OBJECTS for word in terms.content_words(rest)):
        return
    found = verb_questions.asked_of(verb, rest, fewest=_FEWEST_TOLD * is_narrow, loose=True)
    if (
        found is None
        or _is_loose(verb, found, is_part=is_narrow or bool(before))
        or (is_single and not found.is_single)
    ):
        return
    confidence = 0.68 if preposition else 0.7
    front = wording.question_about(before, found.about(asked, verb))
    yield _CARDS.question(front, found.answer, lines, confidence, "what its subject does")


def _may_be_object(rest: str) -> bool:
    least = 1 if rest[:1].isupper() else 2
    return (
        least <= terms.count_words(rest) <= _MAX_OBJECT_WORDS
        and not _ADVERBIAL.match(rest)
        and ": " not in rest
        and not rest.startswith("(")
        and not VAGUE_MANNER.match(rest)
    )


def _is_loose(verb: str, found: verb_questions.Asked, *, is_part: bool) -> bool:
    """Whether the answer is one of many things that a thing supports, improves or makes."""
    if found.opener != "what":
        return False
    if verb in verb_questions.PRAISING or (verb in _LOOSE_VERBS and not is_part and not found.behind):
        return True
    answer = terms.without_article(found.answer)
    is_bare = answer.isalpha() and answer.islower() and " " not in verb
    return is_bare or (verb in OPEN_VERBS and _IS_OPEN.search(found.answer) is not None)
