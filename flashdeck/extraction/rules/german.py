"""A German sentence -> what its subject is, does, can, consists of; the question keeps subject and verb."""

import re
from typing import Final

from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import german, terms
from flashdeck.extraction.model import Candidate, CardKind
from flashdeck.extraction.naming import wording

_CARDS: Final = candidates.Maker("sentences", CardKind.DEFINITION)
_ASKING: Final = {
    "zu": "Wozu", "zum": "Wozu", "zur": "Wozu", "aus": "Woraus", "auf": "Worauf", "von": "Wovon", "vom": "Wovon",
    "für": "Wofür", "über": "Worüber", "vor": "Wovor", "mit": "Womit", "durch": "Wodurch", "an": "Woran",
    "am": "Woran", "gegen": "Wogegen", "in": "Worin", "im": "Worin", "mittels": "Womit",
    "via": "Worüber", "als": "Als was",
}  # fmt: skip
_WHEN: Final = re.compile(
    r"^(?P<condition>(?:wenn|falls|sobald|sofern)\s[^,:;]{8,110}),\s+(?:(?:dann|so)\s+)?(?P<result>[^:;]{8,160})$",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(r"(?:besteh|bestand|lieg|unterscheid|äußer)\w*|lag(?:en)?$")
"""Verbs that are asked by `Worin`; beside all others `in` tells a place or an occasion."""
_PRAISE: Final = re.compile(
    r"(?:(?:der|die|das) (?:beste|wichtigste|erste|einzige)|eine?n? (?:gute|ideale|wichtige|erste)[rs]?) \w+",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(r"(?:zwei|drei|vier|fünf|mehrere|einige|viele|manche|wesentliche)\b", re.IGNORECASE)
"""How a subject begins that is a number of things and no thing with a meaning of its own."""
_KIND: Final = re.compile(r"(?:(?:immer|daher|also|meist|oft)\s+)?(?:k?ein(?:e|er|en)?|der|die|das)\s", re.IGNORECASE)
_CONTINUES: Final = re.compile(r"(?:aber|sondern|und|oder|sowie)\s|[A-ZÄÖÜ0-9]")
"""How what follows a comma goes on with the same answer rather than with a clause of its own."""
_RELATIVE: Final = re.compile(r"(?:der|die|das|den|dem|deren|dessen|welche[rs]?|in (?:der|dem|denen)) \w")
_BARE_WORDS: Final = 2
"""Words (`der Befehl`) that only say something with the clause that narrows them."""
_MAX_ANSWER_WORDS: Final = 16
_MAX_QUESTION_WORDS: Final = 16
_TWO_VERBS: Final = re.compile(r"\b[a-zäöüß]{3,}en (?:und|oder) ")
_NEGATION: Final = re.compile(r"\b(?:nicht|nie|niemals|kaum|weder|kein(?:e[mnrs]?)?)\b", re.IGNORECASE)
_POINTS_ON: Final = (" dazu", " dabei", " darauf", " damit", " dafür", " daran", " so")
"""What the clause behind the comma explains."""
_IDIOM: Final = re.compile(r"\b(?:in Betracht|zur Verfügung|in Kraft|in Frage|zum Einsatz|zur Folge|eine Rolle)\b")
_POINTS_BACK: Final = re.compile(r"\b(?:dies(?:e[mnrs]?)?|solche[mnrs]?|jene[mnrs]?|dessen|deren)\b")
_OPEN_CASE: Final = re.compile(r"(?:wenn|falls|sobald|sofern)\s(?:es|man|sie|wir)\b", re.IGNORECASE)
"""A condition that names no case (`Sofern es möglich ist`)."""
_VAGUE_DOER: Final = re.compile(r"\b(?:einige|manche|mehrere|viele|andere)\s\w+(?:\s\w+)?\?$")
"""A subject that is some of its kind (`einige Werkzeuge`)."""
_NEXT_VERB: Final = re.compile(r"\s(?:und|oder)\s(?=(?:wird|werden|ist|sind|kann|können|muss|müssen|hat|haben)\b)")
_REFLEXIVE: Final = re.compile(r"(?:sich|es|man|ihn|ihm|[Ss]ie|ihnen|dies|nicht|auch|nur|wie|dann|so|wir|ich)\b")


def card(owner: str, sentence: str, lines: candidates.Lines) -> Candidate | None:
    """Return the question that a German sentence answers, or None when it fits no frame."""
    plain = terms.clean_statement(sentence)
    condition = _WHEN.match(plain)
    if condition is not None:
        asked, answer = f"{condition['condition']} – was dann?", condition["result"]
    else:
        clause = german.clause_of(plain)
        found = _asked(clause) if clause is not None else None
        if clause is None or found is None or _IDIOM.search(clause.rest):
            return None
        asked, answer = found
        owner = wording.owner_of(clause.subject, owner)
    if (
        _POINTS_BACK.search(asked)
        or _POINTS_BACK.search(answer)
        or _OPEN_CASE.match(asked)
        or _VAGUE_DOER.search(asked)
    ):
        return None
    answer = _main_part(answer)
    if _NEGATION.search(plain) and not _NEGATION.search(f"{asked} {answer}"):
        return None  # the question would turn the sentence round
    if terms.count_words(asked) > _MAX_QUESTION_WORDS or not 1 <= terms.count_words(answer) <= _MAX_ANSWER_WORDS:
        return None
    return _CARDS.question(
        wording.question_about(owner, asked), answer, lines, 0.76, "a sentence with its subject in front"
    )


def _asked(clause: german.Clause) -> tuple[str, str] | None:
    subject, verb, rest = german.lower_article(clause.subject), clause.verb, clause.rest
    if verb in {"ist", "sind", "war", "waren"}:
        defines = _KIND.match(rest) and german.opens_noun_phrase(rest) and not _PRAISE.match(rest)
        return (f"Was {verb} {subject}?", rest) if defines and not _NO_NAME.match(subject) else None
    if _REFLEXIVE.match(rest):
        return None
    if verb in german.MODALS:
        return _with_infinitive(subject, verb, rest)
    main, mark, tail = _main_clause(rest)
    particle = ""
    *before, last = main.split()
    if before and last in german.PARTICLES:
        particle, main = f" {last}", " ".join(before)
    if main.endswith(_POINTS_ON):
        return None
    question = _question_word(main)
    if question == "Worin" and not _INSIDE.match(verb):
        return None
    return (f"{question} {verb} {subject}{particle}?", main + mark + tail) if question else None


def _with_infinitive(subject: str, modal: str, rest: str) -> tuple[str, str] | None:
    main, _, _ = _main_clause(rest)
    found = main.split()
    count = 2 if len(found) > 2 and found[-1] in {"werden", "worden"} else 1
    middle, ending = " ".join(found[:-count]), " ".join(found[-count:])
    if not middle or not ending[:1].islower() or not ending.endswith(("n", "t")):
        return None
    if found[-count - 1] in {"zu", "so"} or _TWO_VERBS.search(middle):
        return None
    passive = count == 2 or modal in {"wird", "werden", "wurde", "wurden"}
    opener = middle.split()[0]
    if passive and opener in {"durch", "mit", "mittels", "über", "via"}:
        return f"Wie {modal} {subject} {ending}?", middle
    if passive and opener not in _ASKING:
        return None
    question = _question_word(middle)
    if question in {"Worin", "Worauf", "Woran"} and (passive or not _INSIDE.match(ending)):
        return None  # where it is done
    return (f"{question} {modal} {subject} {ending}?", middle) if question else None


def _question_word(rest: str) -> str:
    """Return what asks for the part after the verb, or an empty string when it opens with an adverb."""
    opener = rest.split(maxsplit=1)[0] if rest else ""
    if opener in _ASKING:
        return _ASKING[opener] if german.opens_noun_phrase(rest.partition(" ")[2]) else ""
    if opener in german.PREPOSITIONS:
        return ""
    return "Was" if german.opens_noun_phrase(rest) else ""


def _main_clause(rest: str) -> tuple[str, str, str]:
    """Return the rest up to its first comma, the comma, and what follows."""
    head, mark, tail = rest.partition(",")
    return head.rstrip(" ."), mark, tail


def _main_part(answer: str) -> str:
    """Return an answer up to the first comma behind which another clause begins."""
    answer = _NEXT_VERB.split(answer, maxsplit=1)[0]
    parts = answer.split(", ")
    for count in range(1, len(parts)):
        head = ", ".join(parts[:count])
        if terms.count_words(head) <= _BARE_WORDS and _RELATIVE.match(parts[count]):
            continue
        if not _CONTINUES.match(parts[count]) and terms.count_words(head) >= 2 and terms.is_balanced(head):
            return head
    return answer
