"""Check 4: a card is met alone, weeks later; nothing on it may point to what stood beside it on the slide."""

import re
from collections.abc import Iterator
from typing import Final

from flashdeck.domain import cloze
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import ASPECTS, TERM_BREAKERS, word_set
from flashdeck.extraction.lint.model import CardText, CheckName, Finding, Repair, Severity
from flashdeck.extraction.lint.repairs import rewritten, rewritten_front, subject_of
from flashdeck.extraction.text import needles
from flashdeck.messages import Message

_POINTER: Final = re.compile(
    r"\b(?:the following|as follows|see (?:next|previous|below|above)|this slide|"
    r"(?:next|previous|last) (?:slide|lecture|lesson|video)|"
    r"in this (?:lecture|course|section|video)|(?:shown|listed|described|mentioned) (?:above|below)|"
    r"we(?:[’']ll| will) (?:see|get into|cover|look|talk|discuss|learn|use)|hands[- ]on|"
    r"as we saw|previously (?:seen|shown|mentioned|discussed|introduced)|explained (?:later|below)|"
    r"in (?:this|that) (?:situation|example|scenario|sense|case|way)|by doing (?:this|so)|"
    r"the (?:first|second|third|last|other) one|(?:of|for|from|with) both(?=\s*\?)|"
    r"this (?:option|setting|parameter|command|flag|field|value|step|snippet|listing)|"
    r"in diese[nm] (?:fall|fällen|beispiel|lauf|fenster|zusammenhang)|"
    r"(?:im|in der) (?:linken|rechten|obigen|unteren) \w+|"
    r"(?:wider|ent)spricht (?:das|dies)|(?:weitere |gute )?dokumentation(?=\s*[:?])|documentation(?=\s*[:?])|"
    r"something like this|siehe (?:oben|unten|nächste|folgende)|im folgenden|"
    r"auf (?:den|das|die) (?:abschnitt|kapitel|seite|anhang)|"
    r"folgende[nmrs]? (?:darstellung|abbildung|tabelle|grafik|bild|liste|übersicht)|"
    r"(?:figure|table|diagram) (?:above|below)|"
    r"auf (?:dieser|der nächsten) folie|"
    r"wie (?:oben|bereits) \w+)\b"
)
"""What points to another place, in small letters, which is found in a third of the time."""
_CALL: Final = re.compile(r"\blet[’']s(?= (?-i:[a-z]))", re.IGNORECASE)
_CALLS: Final = ("let's", "let’s")
_OF_POINTERS: Final = (
    *("this", "that", "follow", "folgende", "see ", "siehe", "slide", "lecture", "lesson", "video", "above", "below"),
    *("we will", "we’ll", "we'll", "as we", "hands", "previously", "explained", "doing", " one", "both", "diese"),
    *("linken", "rechten", "obigen", "unteren", "spricht", "documentation", "dokumentation", "auf ", "wie ", *_CALLS),
)
"""What a text that points to another place or calls its reader holds at the least."""
_QUOTED: Final = re.compile(r"“[^“”]{1,200}”")
_BRACKETS: Final = re.compile(r"(?<!\s)\s*\([^()]*\)")
_OPENER: Final = re.compile(
    r"[:–] (?:(?:it|this|these|that|those|they|them|he|she|such|here|there|otherwise|but|and|or|so|also|then|"
    r"therefore|(?:some|all|both|most|many|each|one|neither|none) of (?:it|this|these|those|them)|"
    r"doing (?:this|so|that)|"
    r"\w+ing (?:it|them)(?= (?!\w+ing\b)\w+)|"
    r"(?:some|others|both|many|most) (?:may|can|must|should|are|is|have|will|might|do))"
    r"\b(?!\s*(?:\?|$))|"
    r"(?:dies(?:e[mnrs]?)?|dabei|dadurch|damit|dafür|darauf|daraus|hierdurch|hierzu|hiermit|hierbei|hier|"
    r"dazu|daher|deshalb|somit|solche|jene|sie|es|ihr|wir|ich|aber|und|oder|denn|auch|"
    r"ebenso|ebenfalls|egal|sowie|insbesondere|andernfalls|ansonsten|anderenfalls)\s|これ|それ|この|その|また|"
    r"そのため|以下|上記|次の|ここ|しかし)"
)
"""How a statement in small letters opens that points to another line, behind what stands before it."""
_SEE: Final = re.compile(r"参照(?:して|のこと|ください)")
_NAMELESS: Final = re.compile(
    r"(?:an?|one|another|the)\s(?:(?:main|big|key|only|first|second)\s)?"
    r"(?:issue|problem|question|idea|goal|reason|advantage|disadvantage|drawback|downside|solution|result|challenge)s?\s"
    r"(?:is|are|was|were)\b",
    re.IGNORECASE,
)
"""What opens a sentence about something that only the sentence before it names."""
_POINTS_BACK: Final = re.compile(r"(?<=[\w,])\s(?:this|these|those)\s(?P<what>[a-zA-Z][\w-]*(?:\s[a-zA-Z][\w-]*){0,2})")
_QUESTION: Final = r"(?:what|when|why|how|where|which|who)(?: (?!it\b|this\b|they\b|these\b)\w+){0,2} "
_PRONOUN: Final = re.compile(
    rf"(?P<before>^|: |– |^{_QUESTION})(?P<pronoun>(?:it|this)|(?P<many>they|these))\b(?P<after>\s+[\w-]+|\s*\?)",
    re.IGNORECASE,
)
_ASKED_OF_A_PRONOUN: Final = re.compile(
    rf"{_QUESTION}(?:it|they|this|these)\b(?! \w+ (?:to|that|for|if)\b)", re.IGNORECASE
)
_ANSWER_PRONOUN: Final = re.compile(
    r"(?:it(?!(?:[’']s| is) (?:possible|recommended|required|necessary|best|better)\b)|this|these|those|they|"
    r"otherwise)\b",
    re.IGNORECASE,
)
_DEMONSTRATIVES: Final = ("this", "these", "those")
_CLOSING_POINTER: Final = re.compile(r"(?<!all )(?<!like )\b(?:this|these|those)\W*$", re.IGNORECASE)
_MID_SENTENCE: Final = re.compile(r"(?:(?:and|or|but|although|because|whereas|while)\s|[&,:;])+\s*", re.IGNORECASE)
_ASPECTS: Final = word_set(
    """maximum minimum max min size sizes limit limits default defaults price prices pricing cost costs duration
        retention length width height number count amount value values range time latency throughput capacity storage
        purpose goal definition meaning advantage advantages disadvantage disadvantages benefit benefits feature
        features use case cases usage type types options long short largest smallest longest shortest highest
        lowest big large"""
) | frozenset(ASPECTS)
"""What can be asked of anything."""
_ASPECT_LENGTH: Final = 3
_WHY: Final = re.compile(r"\b(?:why|warum|reason)\b", re.IGNORECASE)
_BECAUSE: Final = re.compile(r"because\s", re.IGNORECASE)


def check(card: CardText) -> Iterator[Finding]:
    """Find words that point to another line, and answers that open in the middle of a sentence."""
    severity = Severity.WARNING if card.is_written else Severity.VETO

    def found(why: Message, repair: Repair | None) -> Finding:
        return Finding(check=CheckName.SELF_CONTAINED, severity=severity, why=why, loss=0.2, repair=repair)

    may_point = needles.any_in(f"{card.front}\n{card.back}", _OF_POINTERS)
    if may_point and (_points_outside(card.front) or _points_outside(card.back)):
        yield found(
            Message("points outside the card"),
            rewritten(card, _without_pointers, "the pointer left out", is_tidying=True),
        )
    elif _opens_elsewhere(card.front) or _ASKED_OF_A_PRONOUN.match(card.front):
        yield found(Message("opens with a word that points to another line"), _with_subject(card))
    elif not card.is_written and (_NAMELESS.match(card.front) or _points_back(card.front)):
        yield found(Message("speaks of something that only another line names"), None)
    elif _names_an_aspect_only(card):
        subject = subject_of(card)
        repair = rewritten_front(card, f"{subject}: {card.front}", "the subject named") if subject else None
        why = Message("names no subject")
        yield Finding(check=CheckName.SELF_CONTAINED, severity=Severity.WARNING, why=why, loss=0.3, repair=repair)
    elif _ANSWER_PRONOUN.match(card.back):
        yield found(Message("the answer opens with a word that points to another line"), _without_pronoun(card))
    elif needles.any_in(card.back, _DEMONSTRATIVES) and _CLOSING_POINTER.search(card.back):
        yield found(Message("the answer closes with a word that points to another line"), None)
    elif _MID_SENTENCE.match(card.back) and not (_WHY.search(card.front) and _BECAUSE.match(card.back)):
        yield found(Message("the answer opens in the middle of a sentence"), _without_joint(card))


def _points_outside(side: str) -> bool:
    """Whether a side points to something else on its slide; what it quotes (a message of a program) points nowhere."""
    return _holds_pointer(side) and _holds_pointer(_QUOTED.sub("", side))


def _holds_pointer(text: str) -> bool:
    small = text.lower()
    return _POINTER.search(small) is not None or (
        any(map(small.__contains__, _CALLS)) and _CALL.search(text) is not None  # `Let's Encrypt` is a name
    )


def _opens_elsewhere(front: str) -> bool:
    """Whether a front, or what stands behind its owner, opens with a word that points to another line."""
    return _OPENER.search(f": {front.lower()}") is not None or (not front.isascii() and _SEE.search(front) is not None)


def _points_back(front: str) -> bool:
    """Whether the words behind a `this` inside a front were not said before it, also as a name with such capitals."""
    points = any(map(front.__contains__, _DEMONSTRATIVES))
    for match in _POINTS_BACK.finditer(front) if points else ():
        before = terms.words(front[: match.start()])
        short = {"".join(filter(str.isupper, word)).casefold() for word in before}
        if terms.stems(match.group("what")).isdisjoint(terms.stems(" ".join(before)) | short):
            return True
    return False


def _names_an_aspect_only(card: CardText) -> bool:
    """Whether a question is asked of nothing (`Maximum size?`, `Use cases?`)."""
    if card.cloze_text:
        return False
    said = terms.content_words(card.shown)
    if not 0 < len(said) <= _ASPECT_LENGTH:
        return False
    return terms.is_generic(card.front.rstrip(" ?:")) or _ASPECTS.issuperset(said)


def _without_pointers(side: str) -> str:
    shorter = _BRACKETS.sub(lambda bracket: "" if _holds_pointer(bracket[0]) else bracket[0], side).strip()
    return side if not shorter or _holds_pointer(shorter) else shorter


def _with_subject(card: CardText) -> Repair | None:
    """Return the card with its pronoun replaced by what its context names, where number and verb agree."""
    subject = subject_of(card)
    match = _PRONOUN.search(card.front)
    if match is None or not subject or terms.is_covered(subject, [card.front[: match.start()]]):
        return None
    follows = match.group("after").strip(" ?").casefold()
    stands_alone = match.group("pronoun").casefold() in {"it", "they"} or not follows
    if not (stands_alone or follows.endswith("ed") or terms.is_verb(follows) or follows in TERM_BREAKERS):
        return None  # `this service`
    if terms.is_plural(subject) != (match.group("many") is not None):
        return None
    text = card.cloze_text or card.front
    if text[: match.end()] != card.front[: match.end()] or cloze.BLANK in match.group():
        return None  # the gap opens before the pronoun
    named = text[: match.end("before")] + subject + text[match.start("after") :]
    return rewritten_front(card, named, "the subject named")


def _without_pronoun(card: CardText) -> Repair | None:
    """Return the card with an answer that opens with its verb (`It stores ...`)."""
    match = _ANSWER_PRONOUN.match(card.back)
    assert match is not None
    rest = card.back[match.end() :].strip()
    if card.cloze_text or not terms.opens_in_third_person(rest):
        return None
    return Repair(front=card.front, back=rest[:1].upper() + rest[1:], how="the pronoun left out")


def _without_joint(card: CardText) -> Repair | None:
    rest = _MID_SENTENCE.sub("", card.back, count=1)
    if card.cloze_text or not terms.content_words(rest) or _ANSWER_PRONOUN.match(rest) or _MID_SENTENCE.match(rest):
        return None
    return Repair(front=card.front, back=rest, how="the joining word left out")
