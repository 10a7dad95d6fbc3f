"""What a statement with a verb and its object answers: the question must name the class of what is wanted.

`What does the tug provide?` has many answers; `Which lamps does the tug provide?` has one. Where the object is one that
everything in the field has (`messages`), the news is what follows it: for how long, how, when, between whom.
"""

import re
from typing import Final, NamedTuple

from flashdeck.extraction.analysis import clauses
from flashdeck.extraction.asking import object_forms, objects
from flashdeck.extraction.languages import lexicon, terms
from flashdeck.extraction.naming.wording import number_word

WEAK: Final = lexicon.word_set(
    """provide have offer support use include contain require need enable allow deliver give bring feature leverage
    utilize solve take avoid"""
)
"""Verbs that say one thing among many."""
PRAISING: Final = lexicon.word_set("enhance improve optimize boost streamline")
"""Verbs of what everything is said to do."""
_DEMANDS: Final = frozenset({"require", "need"})
"""Of these a subject has few."""
_CONTRAST: Final = re.compile(r"^(?P<head>.+?),? (?P<other>(?:rather than|instead of) .+)$", re.IGNORECASE)
_ALL: Final = re.compile(r"^(?:all|every) (?:the )?(?P<noun>[\w-]+(?: [\w-]+){0,2}?)(?P<within> (?:in|of|on) .+)?$")
_QUALITIES: Final = re.compile(
    r"^(?P<list>[\w-]+(?:, [\w-]+)+,? and [\w-]+) (?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)$", re.IGNORECASE
)
_COMPARES: Final = re.compile(r"(?:an? )?(?:more|less|fewer|better|worse|higher|lower|faster|larger|smaller) ")
_QUALITY: Final = re.compile(r"(?:able|ible|ant|ent|al|ive|ful|ous|ic|ed|less|ure)$", re.IGNORECASE)
_TAIL: Final = re.compile(
    r"^(?P<head>(?:(?:the|your|its)\s+)?[a-z]+)\s+(?P<word>across|between|among|over|into|to|from|by|with|using|via|through|"
    r"in|on|for|before|after|when|if|until|once)\s+(?P<rest>\S.*)$"
)
_PLACED: Final = re.compile(
    r"^(?P<what>(?:(?:the|your|its|their|all) )?[\w-]+(?: [\w-]+)?) "
    r"(?P<place>locally|remotely|centrally|externally|off-?site)(?: (?P<tail>(?:for|to) .+))?$"
)
"""An object and a word for its place (`the cargo locally`): everybody has the object, the place is the news."""
_BY_USING: Final = re.compile(r"^(?P<rest>.+?) (?:either )?(?P<means>by (?:either )?using .+)$")
PERIOD: Final = re.compile(
    r"(?:up to |at least )?(?:\d|an? (?:\w+ ){0,2}(?:period|time|while|hour|day|week|month|year|TTL|lifetime)\b)"
)
_SOON: Final = re.compile(r"(?:(?:a few|some) )?(?:milli)?seconds|minutes$")
_MEANS: Final = frozenset({"using", "via", "through", "by"})
_TIMES: Final = frozenset({"before", "after", "when", "if", "until", "once"})
_FIRM: Final = _MEANS | _TIMES | {"for", "without", "during"}
_ASIDE: Final = re.compile(r", (?:\w+ing|which|that|thus|so)\b.*$")
_AIM: Final = re.compile(r"^(?P<rest>.+?) (?P<aim>(?:for|to) [a-z]\S+(?: \S+){0,4})$")
_DETERMINERS: Final = re.compile(
    r"^(?:both|a|an|the|its|their|your|multiple|several|various|different|many|some|other|own|new)\s+", re.IGNORECASE
)
_HEAD_ENDS: Final = re.compile(
    r" (?:of|for|in|on|to|with|by|from|per|at|that|which|who|such|like|called|also|based|as|when|if|using|where|behind|"
    r"across|over|into|within|without|under|between|through|via|during|only|plus)\b| ?[(,;:–]"
)
_NOUN_GOES_ON: Final = re.compile(r" ?\([^()]*\) (?!\w+ed\b|(?:with|to|for|in|on|of|and|or|by)\b)[a-z]")
"""A bracket in the middle of a noun phrase (`a Rope Tension (RT) gauge`)."""
_VAGUE_COUNT: Final = re.compile(r"(?:many|several|various|different|multiple|some|other)\b", re.IGNORECASE)
_LOTS: Final = re.compile(
    r"(?:an? )?(?:large|huge|great|vast) (?:amounts?|numbers?|volumes?) of\b|"
    r"(?:other|custom|various|different|many|several|existing) (?:[\w/-]+ ){0,2}[^\W\d_]+s$|"
    r"(?:all )?(?:the )?(?:necessary|required|needed) (?:[\w/-]+ ){0,2}[^\W\d_]+s$",
    re.IGNORECASE,
)
_IN_EVERY_FIELD: Final = lexicon.word_set(
    """data message messages record records item items file files event events request requests result results traffic
    content information value values metric metrics money need computation"""
)
"""Objects that everything in some field has."""
_ALONE: Final = _IN_EVERY_FIELD | lexicon.word_set(
    """resource performance permission permissions settings access usage resources processing capacity flexibility
    efficiency quality"""
)
"""Objects that tell nothing where no word is with them (`it stores data`)."""
_HOLDS: Final = frozenset({"keep", "leave", "hold"})
_HELD: Final = re.compile(
    r"^(?P<what>[^,;:()]+?) (?P<state>(?:in (?:sync|place|order|use)|up[ -]to[ -]date|(?:un)?available|running|open|"
    r"closed|alive|active|consistent|separate|apart|private|safe|secure|clean|warm|cold|empty|low|small|short)\b.*)$"
)
"""A thing and the state that it is kept in (`the lamps in order`), which belongs to the verb."""
_CUT_LIST: Final = re.compile(r", (?:and|or) [a-z-]+$")
"""A list before `in the port`, whose last name that belongs to alone (`tugs, ferries, and boats in the port`)."""
_NO_CLASS: Final = lexicon.BLAND_WORDS | lexicon.word_set(
    """thing things way ways feature features capability capabilities benefit benefits option options service services
    details detail information info lot lots amount amounts number numbers kind kinds type types range ranges variety
    users access support experience results insights customers people everything ability process processes"""
)
_CLASS_NAMES: Final = lexicon.word_set(
    """agent engine format language protocol driver console algorithm database library endpoint policy framework
    registry gateway interface server node method mode tool client storage environment problem"""
)
_KINDS: Final = re.compile(
    r"(?:processing|encryption|isolation|usage|compression|replication|storage|authentication|infrastructure|scheduling)$"
)
_FEWEST_CONTRASTED: Final = 2
_FEWEST_NARROWING: Final = 2
_MAX_TAIL: Final = 12
_MAX_MODIFIERS: Final = 3


class Asked(NamedTuple):
    """A question around its subject and verb, and the answer."""

    opener: str
    behind: str
    answer: str

    def about(self, subject: str, verb: str) -> str:
        """Return the question; the subject comes with its auxiliary (`does the tug`)."""
        return f"{self.opener} {subject} {verb} {self.behind}".strip() + "?"

    @property
    def is_single(self) -> bool:
        """Whether a class or what narrows it leaves one answer, though the subject does more that its verb says."""
        narrow = terms.count_words(self.behind) >= _FEWEST_NARROWING
        if self.opener != "what":
            return narrow or not terms.is_plural(self.opener)
        return narrow and objects.is_specific(self.answer, _FEWEST_NARROWING)


def asked_of(verb: str, rest: str, *, fewest: int = 0, loose: bool = False) -> Asked | None:
    """Return how to ask for what stands behind a verb, or None when no question has one answer.

    Args:
        verb: base form.
        rest: what stands behind it.
        fewest: words that the object of a weak verb needs where the subject is a part or a side of what the slide is
            about, of which little else is said; 0 where it is the very subject of the slide.
        loose: whether any preposition behind the object narrows the statement rather than the object.
    """
    if verb.endswith(" do"):
        return Asked("what", "", rest)
    rest = clauses.without_second_verb(objects.without_aside(rest))
    found = _placed(verb, rest) or _by_form(verb, rest) or _qualities(rest) or _by_tail(rest)
    if found is not None:
        return found
    contrast = _CONTRAST.match(rest)
    other = contrast.group("other") if contrast else ""
    if rest.endswith(" only") or (contrast and len(terms.content_words(contrast.group("head"))) < _FEWEST_CONTRASTED):
        return None  # a gap tells better what is the only one
    said, tail = (contrast.group("head"), "") if contrast else _narrowed(rest, loose=loose)
    if tail.partition(" ")[0] in _MEANS and len(terms.content_words(said)) <= _FEWEST_CONTRASTED:
        return Asked("how", said, tail)
    behind = f"{tail} {other}".strip()
    is_weak = verb in WEAK
    if says_nothing(said) or _names_no_thing(said) or (is_weak and (_COMPARES.match(rest) or _VAGUE_COUNT.match(said))):
        return None  # with what it is compared stands elsewhere
    wanted = class_of(said) if is_weak else ""
    if wanted:
        return Asked(f"which {wanted}", behind, said)
    is_asked = not is_weak or behind or verb in _DEMANDS or (fewest and objects.is_specific(said, fewest))
    return Asked("what", behind, said) if is_asked else None


def _placed(verb: str, rest: str) -> Asked | None:
    """Return the question for what is kept in a state, or where something is done."""
    if verb in _HOLDS and (held := _HELD.match(rest)):
        return Asked("what", held["state"], held["what"])
    placed = _PLACED.match(rest)
    return Asked("where", f"{placed['what']} {placed['tail'] or ''}".strip(), placed["place"]) if placed else None


def _by_form(verb: str, rest: str) -> Asked | None:
    """Return the question that the form of an object tells: two kinds, how many, of what, against what."""
    if of_kinds := of_two(rest):
        return of_kinds
    if counted := object_forms.count_of(rest):
        return Asked(f"how many {counted[0]}", "", counted[1])
    if view := object_forms.view_of(verb, rest):
        word, behind, told = view
        return Asked(f"{word} what", behind, told)
    return None


def says_nothing(said: str) -> bool:
    """Whether an answer only tells that there are some (`other services`, `large amounts of sand`)."""
    return _LOTS.match(said) is not None


def _names_no_thing(said: str) -> bool:
    """Whether an object is a word alone that everything in some field has (`data`)."""
    return terms.without_article(said).removeprefix("your ").casefold() in _ALONE


def _narrowed(rest: str, *, loose: bool) -> tuple[str, str]:
    """Return an object and what narrows the statement."""
    said, tail = objects.split_object(rest)
    opener, _, told = tail.partition(" ")
    verb = told.partition(" ")[0]
    firm = loose or opener in _FIRM or (opener == "to" and lexicon.VERBS.get(verb) == verb)
    cut = _CUT_LIST.search(said) is not None and opener in {"in", "on", "of", "at"}
    return (said, tail) if firm and not cut and not objects.ends_empty(said) else (rest, "")


def of_all(rest: str) -> Asked | None:
    """Return how to ask for what is said of all of a kind (`all tugs of the port`: which tugs of the port?)."""
    every = _ALL.match(rest)
    if every is None or not terms.is_plural(every.group("noun")):
        return None
    return Asked(f"which {every.group('noun')}{every.group('within') or ''}", "", "all")


def against(rest: str) -> Asked | None:
    """Return how to ask for a thing that is set against another one, which then stands in the question."""
    contrast = _CONTRAST.match(rest)
    return Asked("what", contrast.group("other"), contrast.group("head")) if contrast else None


def of_two(rest: str) -> Asked | None:
    """Return how to ask for two kinds of one thing (`both steam and diesel tugs`: which two kinds of tugs?)."""
    kinds = object_forms.two_kinds(rest)
    return Asked(f"which {kinds[0]}", kinds[1], kinds[2]) if kinds else None


def _qualities(rest: str) -> Asked | None:
    several = _QUALITIES.match(rest)
    named = re.split(r", (?:and )?| and ", several.group("list")) if several else []
    are_kinds = _KINDS.search(several.group("noun")) and not any(word.isupper() for word in named) if several else False
    if several is None or not (all(map(_QUALITY.search, named)) or are_kinds):
        return None
    if are_kinds and terms.count_words(several.group("noun")) == 1 and not all(map(_QUALITY.search, named)):
        wanted = f"which {number_word(len(named))} kinds of {several.group('noun').lower()}"
        return Asked(wanted, "", several.group("list"))
    behind = f"({number_word(len(named))} properties)"
    return Asked(f"what kind of {several.group('noun')}", behind, several.group("list"))


def _by_tail(rest: str) -> Asked | None:
    """Return the question for what follows an object of one bare word."""
    match = _TAIL.match(rest)
    if match is None or terms.count_words(match.group("rest")) > _MAX_TAIL:
        return None
    if match.group("head").split()[-1] not in _IN_EVERY_FIELD:
        return None
    head, word, told = match.group("head"), match.group("word"), _ASIDE.sub("", match.group("rest"))
    if not terms.content_words(told) or objects.has_clause(told) or told.startswith("your "):
        return None
    by_means = _BY_USING.match(told)
    if by_means and word not in _MEANS:
        return Asked("how", f"{head} {word} {by_means.group('rest')}", by_means.group("means"))
    every = of_all(told)
    if every is not None:
        return Asked(f"{word} {every.opener}", head, every.answer)
    asked = _by_word(head, word, told)
    if asked is not None:
        return asked
    aimed = _AIM.match(told)
    if aimed and terms.content_words(aimed.group("rest")) and not aimed.group("aim").startswith(f"{word} "):
        return Asked("what", f"{head} {word} {aimed.group('aim')}", aimed.group("rest"))
    return Asked("what", f"{head} {word}", told)


def _by_word(head: str, word: str, told: str) -> Asked | None:
    """Return the question for what follows a word that tells how long, how, when or why."""
    if word == "for":
        return Asked("how long", head, f"for {told}") if PERIOD.match(told) else Asked("what", f"{head} for", told)
    if word in _MEANS:
        return Asked("how", head, f"{word} {told}")
    if word in {"in", "within"} and _SOON.match(told):
        return Asked("how quickly", head, f"{word} {told}")
    if word in _TIMES:
        return Asked("when", head, f"{word} {told}")
    return Asked("why", head, f"to {told}") if word == "to" and terms.is_order(told) else None


def class_of(said: str) -> str:
    """Return what an object is one of (`both rope and chain hooks`: hooks), or an empty string.

    The class must leave something to ask for: a word in front of it that tells this one from others.
    """
    if _VAGUE_COUNT.match(said) or _NOUN_GOES_ON.search(said) or not terms.is_balanced(said):
        return ""
    bare = said
    while (shorter := _DETERMINERS.sub("", bare)) != bare:
        bare = shorter
    ends = _HEAD_ENDS.search(bare)
    found = terms.words(bare[: ends.start()] if ends else bare)
    if not 2 <= len(found) <= _MAX_MODIFIERS + 2 or any(
        word[:1].isdigit() or word.casefold() in lexicon.NUMBER_WORDS for word in found
    ):
        return ""
    *modifiers, head = found
    if found[0].endswith("ing") and said.startswith(found[0]):
        return ""  # `moving crates` is something to do
    lowered = head.casefold()
    if lowered in _NO_CLASS or any(map(str.isdigit, head)) or _joins_nouns(modifiers):
        return ""
    if lowered in _CLASS_NAMES:
        return lowered
    if terms.is_plural(head) and head.islower() and head not in lexicon.VERB_FORMS:
        return lowered
    return f"kind of {lowered}" if not ends and head.islower() and _KINDS.search(lowered) else ""


def _joins_nouns(modifiers: list[str]) -> bool:
    """Whether what stands before a noun is another noun of its own (`ropes and steel hooks`) rather than two kinds."""
    joints = [index for index, word in enumerate(modifiers) if word.casefold() in {"and", "or"}]
    if not joints:
        return False
    kinds = [word for word in modifiers if word.casefold() not in {"and", "or"}]
    named = all(word[:1].isupper() for word in kinds) or all(map(_QUALITY.search, kinds))
    return not named or joints[-1] == len(modifiers) - 1
