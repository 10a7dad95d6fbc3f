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
    r"^(?P<condition>(?:wenn|falls|sobald|sofern) [^,:;]{8,110}),\s+(?:(?:dann|so)\s+)?(?P<result>[^:;]{8,160})$",
    re.IGNORECASE,
)
_REASON: Final = re.compile(r"^(?P<main>[^;:]{20,200}?),\s+(?P<why>(?P<word>damit|weil|da|um) [^;:]{10,160})$")
"""What is done or holds, and the aim or the cause behind it."""
_TO_DO: Final = re.compile(
    r"\bzu [a-zäöüß]+n$|(?:ab|an|auf|aus|bei|durch|ein|her|hin|mit|vor|weg|zurück)zu[a-zäöüß]+n$"
)
_INSIDE: Final = re.compile(r"(?:besteh|bestand|lieg|unterscheid|äußer)\w*|lag(?:en)?$")
"""Verbs that are asked by `Worin`; beside all others `in` tells a place or an occasion."""
_PRAISE: Final = re.compile(
    r"(?:(?:der|die|das) (?:beste|wichtigste|erste|einzige)|eine?n? (?:gute|ideale|wichtige|erste)[rs]?) \w+",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"(?:einige|manche|mehrere|viele|verschiedene|bestimmte|diverse|zu (?:den|einer der) \w+sten)\b"
)
"""How an answer opens that any other could take the place of."""
_PERSON: Final = re.compile(
    r"(?:^|.*[a-zäöü-])(?:nutzer|anwender|entwickler|angreifer|betreuer|kunden?|mitarbeiter|administrator(?:en)?|tester|"
    r"leser|personen?|menschen|besucher|schüler|lehrer|patient(?:en)?|(?<!ver)arbeiter|eigentümer|teilnehmer|mitglieder|eltern|"
    r"kinder|experten|team)n?s?$",
    re.IGNORECASE,
)
_DATIVE: Final = ("dem ", "einem ", "seinem ", "ihrem ")
_NO_NAME: Final = re.compile(r"(?:zwei|drei|vier|fünf|mehrere|einige|viele|manche|wesentliche)\b", re.IGNORECASE)
"""How a subject begins that is a number of things and no thing with a meaning of its own."""
_KIND: Final = re.compile(r"(?:(?:immer|daher|also|meist|oft)\s+)?(?:k?ein(?:e|er|en)?|der|die|das) ", re.IGNORECASE)
_THE_ONE: Final = re.compile(r"(?:(?:immer|daher|also|meist|oft)\s+)?(?:der|die|das) ")
_TOLD_APART: Final = re.compile(
    r", (?:(?:in|mit|auf|von|für|aus|an|bei|zu|durch|über) )?(?:der|die|das|den|dem|denen|deren|dessen|welche[rs]?) "
)
_CONTINUES: Final = re.compile(r"(?:aber|sondern|und|oder|sowie) |[A-ZÄÖÜ0-9]")
"""How what follows a comma goes on with the same answer rather than with a clause of its own."""
_RELATIVE: Final = re.compile(r"(?:der|die|das|den|dem|deren|dessen|welche[rs]?|in (?:der|dem|denen)) \w")
_BARE_WORDS: Final = 2
"""Words (`der Befehl`) that only say something with the clause that narrows them."""
_MAX_ANSWER_WORDS: Final = 16
_MAX_QUESTION_WORDS: Final = 16
_MAX_STATEMENT_WORDS: Final = 20
_TWO_VERBS: Final = re.compile(r"\b[a-zäöüß]{3,}en (?:und|oder) ")
_NEGATION: Final = re.compile(r"\b(?:nicht|nie|niemals|kaum|weder|kein(?:e[mnrs]?)?)\b", re.IGNORECASE)
_POINTS_ON: Final = (" dazu", " dabei", " darauf", " damit", " dafür", " daran", " so")
"""What the clause behind the comma explains."""
_IDIOM: Final = re.compile(r"\b(?:in Betracht|zur Verfügung|in Kraft|in Frage|zum Einsatz|zur Folge|eine Rolle)\b")
_POINTS_BACK: Final = re.compile(r"\b(?:dies(?:e[mnrs]?)?|solche[mnrs]?|jene[mnrs]?|dessen|deren)\b")
_POINTS_TO: Final = re.compile(r"\b(?:dies|solch|jene)\w* [A-ZÄÖÜ]")
_UNCLEAR: Final = re.compile(
    r"\b(?i:wir|uns|unser\w*)\b|^(?:Der|Die|Das) [A-ZÄÖÜ][a-zäöüß]{2,7} (?:kann|muss|soll|darf|wird|ist|hat|sollte) "
)
"""What the writers say of themselves, and a subject that only the sentence before tells (`Der Vorgang muss …`)."""
_IS_ABLE: Final = re.compile(r" zu können$")
"""An aim that only says what then is possible (`um bestehen zu können`)."""
_OPEN_CASE: Final = re.compile(r"(?:wenn|falls|sobald|sofern) (?:es|man|sie|wir)\b", re.IGNORECASE)
"""A condition that names no case (`Sofern es möglich ist`)."""
_VAGUE_DOER: Final = re.compile(r"\b(?:einige|manche|mehrere|viele|andere) \w+(?: \w+)?\?$")
"""A subject that is some of its kind (`einige Werkzeuge`)."""
_NEXT_VERB: Final = re.compile(r" (?:und|oder) (?=(?:wird|werden|ist|sind|kann|können|muss|müssen|hat|haben)\b)")
_TIME: Final = re.compile(
    r"(?:am|im|vom|zum|ab|beim) (?:Morgen|Mittag|Abend|Anfang|Ende|Beginn|Moment|Jahr|Monat|Sommer|Winter|Herbst|"
    r"Frühjahr|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|[A-Z]\w*(?:tag|ende))"
    r"s?\b"
)
"""When something is done, which the preposition does not ask for (`am Morgen`)."""
_REFLEXIVE: Final = re.compile(r"(?:sich|es|man|ihn|ihm|[Ss]ie|ihnen|dies|nicht|auch|nur|wie|dann|so|wir|ich)\b")


def card(owner: str, sentence: str, lines: candidates.Lines) -> Candidate | None:
    """Return the question that a German sentence answers, or None when it fits no frame."""
    plain = terms.clean_statement(sentence)
    reason, framed = _REASON.match(plain), _framed(owner, plain, lines)
    if reason is None or (framed is not None and (reason["word"] == "um" or _WHEN.match(plain))):
        return framed
    return _reasoned(owner, reason, lines) or framed


def _reasoned(owner: str, reason: re.Match[str], lines: candidates.Lines) -> Candidate | None:
    """A whole statement asked for the aim or the cause behind it."""
    main, why, word = reason["main"], reason["why"], reason["word"]
    is_aim = word in {"um", "damit"}
    if (
        (_TO_DO.search(why) is not None) != (word == "um")
        or _POINTS_TO.search(why)
        or _IS_ABLE.search(why)
        or _UNCLEAR.search(main)
    ):
        return None
    if terms.count_words(main) > _MAX_STATEMENT_WORDS or terms.count_words(why) > _MAX_ANSWER_WORDS:
        return None
    if not german.has_finite_verb(main) or _POINTS_BACK.search(main) or not terms.is_balanced(main):
        return None
    front = wording.question_about(owner, f"{main} – {'wozu' if is_aim else 'warum'}?")
    return _CARDS.question(
        front, why, lines, 0.76, "a statement with its aim" if is_aim else "a statement with its cause"
    )


def _framed(owner: str, plain: str, lines: candidates.Lines) -> Candidate | None:
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
    if _SOME.match(answer):
        return None
    return _CARDS.question(
        wording.question_about(owner, asked), answer, lines, 0.76, "a sentence with its subject in front"
    )


def _asked(clause: german.Clause) -> tuple[str, str] | None:
    subject, verb, rest = german.lower_article(clause.subject), clause.verb, clause.rest
    if verb in {"ist", "sind", "war", "waren"}:
        return (f"Was {verb} {subject}?", rest) if _says_what(subject, rest) else None
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
    question, kept, answer = _question_of(main)
    if (question == "Worin" and not _INSIDE.match(verb)) or (question == "Wem" and subject[:1].islower()):
        return None
    if not question:
        return None
    aim = _aim(mark, tail)
    return f"{question} {verb} {subject}{kept}{particle}{aim}?", answer if aim else answer + mark + tail


def _says_what(subject: str, rest: str) -> bool:
    """Whether what a subject `is` defines it: the one of its kind only with the clause that tells it apart."""
    if not _KIND.match(rest) or not german.opens_noun_phrase(rest) or _PRAISE.match(rest) or _NO_NAME.match(subject):
        return False
    return _THE_ONE.match(rest) is None or _TOLD_APART.search(rest) is not None


def _aim(mark: str, tail: str) -> str:
    """Return the aim behind a clause as it stands in its question; without it several answers would fit."""
    aim = tail.strip().rstrip(".")
    return f"{mark} {aim}" if aim.startswith("um ") and _TO_DO.search(aim) else ""


def _with_infinitive(subject: str, modal: str, rest: str) -> tuple[str, str] | None:
    main, mark, tail = _main_clause(rest)
    aim = _aim(mark, tail)
    found = main.split()
    count = 2 if len(found) > 2 and found[-1] in {"werden", "worden"} else 1
    middle, ending = " ".join(found[:-count]), " ".join(found[-count:])
    if not middle or not ending[:1].islower() or not ending.endswith(("n", "t")):
        return None
    if modal in {"kann", "können", "darf", "dürfen"} and _PERSON.match(subject) and not aim:
        return None  # a person can do much
    if found[-count - 1] in {"zu", "so"} or _TWO_VERBS.search(middle):
        return None
    passive = count == 2 or modal in {"wird", "werden", "wurde", "wurden"}
    opener = middle.split()[0]
    if passive and opener in {"durch", "mit", "mittels", "über", "via"}:
        return f"Wie {modal} {subject} {ending}{aim}?", middle
    if passive and opener not in _ASKING:
        return None
    question, kept, answer = _question_of(middle)
    if question in {"Worin", "Worauf", "Woran"} and (passive or not _INSIDE.match(ending)):
        return None  # where it is done
    if question == "Was" and modal in {"kann", "können"} and not (kept or aim):
        return None  # one deed of many
    return (f"{question} {modal} {subject}{kept} {ending}{aim}?", answer) if question else None


def _question_of(rest: str) -> tuple[str, str, str]:
    """Return what asks for the part after the verb, the object that stays in the question, and the answer.

    The first is empty when that part opens with an adverb.
    """
    opener = rest.split(maxsplit=1)[0] if rest else ""
    if _TIME.match(rest):
        return "", "", rest
    if opener in _ASKING:
        return (_ASKING[opener] if german.opens_noun_phrase(rest.partition(" ")[2]) else ""), "", rest
    if opener in german.PREPOSITIONS or not german.opens_noun_phrase(rest):
        return "", "", rest
    if rest.startswith(_DATIVE):
        return "Wem", "", rest
    _, end = next(german.noun_phrases(rest), (0, 0))
    person, behind = rest[:end], rest[end:].strip()
    if not _PERSON.match(person):
        return "Was", "", rest
    return ("Wobei", f" {person}", behind) if behind.startswith(("bei ", "beim ")) else ("Wen", "", rest)


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
