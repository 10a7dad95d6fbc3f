"""What is a word, a term, a generic heading: the small knowledge of English that the rules share."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from flashdeck.extraction.languages.lexicon import (
    ANSWER_PREPOSITIONS,
    DEICTIC_OPENERS,
    GENERIC_HEADINGS,
    STATEMENT_LABELS,
    STOP_WORDS,
    TERM_BREAKERS,
    VAGUE_HEADINGS,
    VERB_FORMS,
    VERBS,
    word_set,
)
from flashdeck.extraction.languages.unspaced import scripts

WORD: Final = re.compile(r"[^\W_]+(?:[.'’&+_/:-][^\W_]+)*[+#%]*|[$€£]\d(?:[\d.,]*\d)?")
_PART: Final = re.compile(r"[^\W_]+")
_ASCII_WORD: Final = re.compile(WORD.pattern.replace(r"[^\W_]", "[A-Za-z0-9]"))
"""The same for most lines, and quicker."""
_ASCII_FOLDED: Final = bytes(
    ord(chr(code).lower()) if chr(code).isascii() and chr(code).isalnum() else ord(" ") for code in range(256)
)
"""What each letter of a line without others compares as: small, and a blank for every mark."""
_NEAR_HAN: Final = re.compile(r"[^\x00-\u3004\ufb00-\U0010ffff]")
"""Where scripts without spaces stand, and no pictures of hands; told by what it leaves out, which is made sooner."""
_ENDINGS: Final = ("ies", "ing", "ed", "es", "s", "e")
_MAX_LABEL_RUNS: Final = 12
_CACHED: Final = 1 << 12
"""Answers remembered: many rules ask about the lines of one slide. Bounded, and of pure functions only."""
_TELLING_MARK: Final = re.compile(r"[<>=~^$|+#%*!\\@&]")
_NO_LAST_WORDS: Final = STOP_WORDS - {"all", "off", "on"}
_NO_LABEL: Final = frozenset("=⇒→;?!∈≤≥∑∏∀∃")
_FINITE: Final = TERM_BREAKERS | VERB_FORMS
_AUXILIARIES: Final = word_set("is are was were has have can may must will should do does")
_CONTINUES: Final = re.compile(r"^\s*(?:\.{3}|…)\s*(?=[A-Za-z])")
"""Dots in front of a point that is shown later."""
_EDGES: Final = " \t,;:.!?…·•*–—-=⇒→"
_ATTACHED: Final = re.compile(r"\s*(\.|--?)(?=[a-z]\w)")
"""The mark that a file's ending or an option opens with (`.log`, `--all`)."""
_TAIL_SIGN: Final = re.compile(r"(?<=[\w>])(?P<sign>\s\.|[:/]\*)(?=:?\s*$)")
"""The sign that a command or a pattern ends with (`add .`, `tug:*`)."""
_OPENING: Final = {"(": ")", "[": "]", "{": "}"}
_CLOSING: Final = {closing: opening for opening, closing in _OPENING.items()}
_BRACKET: Final = re.compile(r"[()\[\]{}]")
_CONTINUED: Final = re.compile(
    r"(?<!\s)\s*[([]\s*(?:cont(?:\.|inued|’d|'d)?|notes?|forts(?:\.|etzung)?|\d+\s*(?:/|of|von)\s*\d+)\s*[)\]]\s*$",
    re.IGNORECASE,
)
_DETERMINERS: Final = frozenset({"a", "an", "the", "its", "your", "all", "any", "each", "every", "multiple", "data"})
_OBJECT_OPENERS: Final = (
    _DETERMINERS | ANSWER_PREPOSITIONS | {"up", "out", "down", "automatically", "when", "only", "objects"}
)
_AND_VERB: Final = re.compile(r"^\w+(?: [a-z]+){1,3} and ([a-z]+) ")
_PERSONS: Final = frozenset({"you", "us", "users", "customers", "developers"})
_SINGULAR_NAMES: Final = frozenset({"jenkins", "kubernetes", "nagios", "postgres", "windows"})
_PREPOSITION: Final = re.compile(r"(?<!\s)\s+(?:(?:of|for|in|on|to|with|by|from|per|at|and|that|which|who)\b|&|\()\s*")
_INNER_CAPITAL: Final = re.compile(r"[a-z][A-Z]")
_NAMED_CALL: Final = re.compile(r"Let[’']s(?: [A-Z]\w+){1,2}")
"""A name that reads as a call (`Let's Encrypt`)."""
_ARTICLE: Final = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_EMPTY: Final = re.compile(
    r"(?:(?:our|the|a|general|overall|basic|common|main|typical)\s"
    r"(?:structure|approach|idea|principle|picture|setup|setting)"
    r"|(?:more|other|further|additional|some|several|various|our)\s"
    r"(?:dimensions|promises|aspects|points|remarks|facts|things|topics|questions|considerations|approaches|options))"
)
"""A heading that tells neither what stands below it nor of what (`General structure`, `Other aspects`)."""


@lru_cache(maxsize=_CACHED)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in order; names with inner marks (`s3:Get`, `TCP/IP`, `at-rest`) stay one word.

    Where a language sets no spaces (Japanese, Chinese), a word is a run of one script.
    """
    if text.isascii():
        return tuple(text.split() if text.replace(" ", "").isalnum() else _ASCII_WORD.findall(text))
    return tuple((scripts().word if is_unspaced(text) else WORD).findall(text))


def is_unspaced(text: str) -> bool:
    """Whether a text has letters of a script that sets no spaces between words."""
    return not text.isascii() and _NEAR_HAN.search(text) is not None and scripts().letter.search(text) is not None


def count_words(text: str) -> int:
    """Return how many pieces a reader sees, as the size limits count them; two Chinese characters are one."""
    if text.isascii() or not is_unspaced(text):
        return len(text.split())
    return sum((len(word) + 1) // 2 if scripts().han.fullmatch(word) else 1 for word in words(text))


@lru_cache(maxsize=_CACHED)
def key(text: str) -> str:
    """Return the text as it compares: case, marks, dashes and spaces do not matter."""
    return folded(text)


def folded(text: str) -> str:
    """Return the key of a text that is not asked for again, such as all of a slide."""
    if text.isascii():
        return b" ".join(text.encode().translate(_ASCII_FOLDED).split()).decode()
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join((scripts().part if is_unspaced(folded) else _PART).findall(folded))


@lru_cache(maxsize=_CACHED)
def exact_key(text: str) -> str:
    """Return the key with the marks that carry meaning in code and formulas, so that `a <= b` is not `a >= b`."""
    marks = "".join(_TELLING_MARK.findall(text))
    return f"{key(text)} {marks}" if marks else key(text)


@lru_cache(maxsize=_CACHED)
def stem(word: str) -> str:
    """Return a crude stem, the same for `limit`, `limits`, `limited` and `limiting`."""
    lowered = word.casefold()
    if not lowered.endswith(_ENDINGS) or lowered.endswith("ss"):
        return lowered
    for ending in _ENDINGS:
        if lowered.endswith(ending) and len(lowered) - len(ending) >= 3:
            return lowered[: -len(ending)] + ("y" if ending == "ies" else "")
    return lowered


@lru_cache(maxsize=_CACHED)
def content_words(text: str) -> tuple[str, ...]:
    """Return the words that carry meaning, in order, lower case; Japanese writes its small words in hiragana."""
    found = tuple([word for word in map(str.casefold, words(text)) if word not in STOP_WORDS])
    if text.isascii() or not is_unspaced(text):
        return found
    return tuple([word for word in found if not scripts().hiragana.fullmatch(word)])


def content_of(found: Iterable[str]) -> frozenset[str]:
    """Return the words of any number of texts that carry meaning, once each, in lower case."""
    folded = frozenset(map(str.casefold, found)) - STOP_WORDS
    if "".join(folded).isascii():
        return folded
    return folded.difference(word for word in folded if is_unspaced(word) and scripts().hiragana.fullmatch(word))


@lru_cache(maxsize=_CACHED)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning; compound words count by their parts."""
    return stems_of(content_words(text))


def stems_of(found: Iterable[str]) -> frozenset[str]:
    """Return the stems of words that carry meaning, in small letters."""
    return frozenset().union(*map(_stems_of_word, found))


@lru_cache(maxsize=_CACHED)
def _stems_of_word(word: str) -> frozenset[str]:
    if word.isalnum():
        return frozenset((stem(word),))
    return frozenset([stem(part) for part in _PART.findall(word) if part not in STOP_WORDS])


@lru_cache(maxsize=_CACHED)
def clean_label(text: str) -> str:
    """Return a heading or label as a name: no colon, bullet or dash at its ends, no `(cont.)`."""
    label = text.strip(_EDGES)
    if label.endswith((")", "]")):
        label = _CONTINUED.sub("", label).strip(_EDGES)
    sign = _ATTACHED.match(text)
    if sign is not None and label:
        label = f"{sign.group(1)}{label}"
    if ("*" in text or " ." in text) and (sign := _TAIL_SIGN.search(text)):
        label += sign["sign"]
    if text.rstrip().endswith(("etc.", "etc...", "etc…")):
        label += "."
    return label


@lru_cache(maxsize=_CACHED)
def clean_statement(text: str) -> str:
    """Return a statement without arrows, dashes and stray marks at its ends; its full stop goes too."""
    cleaned = _CONTINUES.sub("", text) if "..." in text or "…" in text else text
    cleaned = cleaned.lstrip(" \t•⇒→*–—=>").rstrip(" \t•⇒→*–—=")
    if cleaned.endswith(">") and cleaned.count("<") < cleaned.count(">"):
        cleaned = cleaned.rstrip(" \t•⇒→*–—=>")
    if cleaned.endswith(".") and not cleaned.endswith(("..", "etc.", " Inc.", "e.g.", "i.e.")):
        cleaned = cleaned[:-1]
    return cleaned.rstrip(" ,;:!。、")


@lru_cache(maxsize=_CACHED)
def is_generic(label: str) -> bool:
    """Whether a heading says nothing about its subject (`Overview`, `Key features (cont.)`)."""
    normal = key(clean_label(label))
    return not normal or normal in GENERIC_HEADINGS or normal.isdigit()


def is_empty(title: str) -> bool:
    """Whether a title names nothing, though the slides behind it may not go on with what was named before it."""
    return is_generic(title) or _EMPTY.fullmatch(key(title)) is not None


def is_vague(label: str) -> bool:
    """Whether a label above a statement tells nothing about it (`Overview`); `Pricing` narrows it."""
    normal = key(clean_label(label))
    return not normal or normal in VAGUE_HEADINGS or normal.isdigit() or _EMPTY.fullmatch(normal) is not None


def is_statement_label(label: str) -> bool:
    """Whether a label only introduces a statement (`Note:`, `Example:`) and is no term."""
    return key(label).rstrip("0123456789").rstrip() in STATEMENT_LABELS


def is_finite(word: str) -> bool:
    """Whether an English word behind a noun makes a sentence of the two."""
    return word.casefold() in VERB_FORMS or is_auxiliary(word)


def is_auxiliary(word: str) -> bool:
    """Whether an English word is a form of `be`, `have` or `do`, or a modal."""
    return word.casefold() in _AUXILIARIES


def is_verb(word: str) -> bool:
    """Whether the word is a form of a verb that slides use to say what something does."""
    return word.casefold() in VERB_FORMS


@lru_cache(maxsize=_CACHED)
def leading_verb(text: str) -> str:
    """Return the base form of the verb a subjectless statement opens with, or an empty string."""
    found = words(text)
    return VERBS.get(found[0].casefold(), "") if found else ""


@lru_cache(maxsize=_CACHED)
def opens_in_third_person(text: str) -> bool:
    """Whether a statement opens with a verb such as `stores` or `scans`."""
    found = [word.casefold() for word in words(text)[:2]]
    if len(found) == 2 and found[1] in _PERSONS and VERBS.get(found[0]) in {"let", "allow", "help", "enable", "give"}:
        return VERBS[found[0]] != found[0]
    if not found or (len(found) == 2 and _is_finite_after_noun(found[1], found[0])):
        return False
    if found[0] in VERB_FORMS:
        return VERBS[found[0]] != found[0]
    if found[0] in VERBS:  # also a noun: its object must tell
        is_third = VERBS[found[0]] != found[0] and len(found) == 2
        return is_third and (found[1] in _OBJECT_OPENERS or (is_plural(found[1]) and words(text)[1].islower()))
    is_object = len(found) == 2 and found[1] in _DETERMINERS
    return is_object and found[0].endswith("s") and is_plural(found[0]) and not words(text)[0].isupper()


@lru_cache(maxsize=_CACHED)
def is_order(text: str) -> bool:
    """Whether a text opens with the base form of a verb (`Split the load`)."""
    found = [word.casefold() for word in words(text)[:3]]
    if not found or VERBS.get(found[0]) != found[0]:
        return False
    if len(found) == 3 and found[1] in {"and", "or"}:
        return found[2] in VERBS
    if len(found) == 3 and found[1] in VERBS and text.lstrip().casefold().startswith(f"{found[0]}, {found[1]}"):
        return True  # `Lift, sort and stack the crates`
    if found[0] in VERB_FORMS or (len(found) > 1 and found[1] in _OBJECT_OPENERS):
        return True
    joined = _AND_VERB.search(text)  # `Monitor tides and warn the ships`
    return joined is not None and joined.group(1) in VERB_FORMS and VERBS[joined.group(1)] == joined.group(1)


def _is_finite_after_noun(word: str, before: str) -> bool:
    """Whether a word makes a noun of the one before (`records are`, `queries return`) rather than its object."""
    if word in TERM_BREAKERS:
        return True
    return VERBS.get(word) == word and word in VERB_FORMS and VERBS.get(before) not in {"help", "let"}


@lru_cache(maxsize=_CACHED)
def is_clause(text: str) -> bool:
    """Whether the text has a subject and a finite verb, or is an order."""
    found = [word.casefold() for word in words(text)]
    if len(found) == 2 and VERBS.get(found[1]) == found[1] and not is_plural(found[0]):
        return found[0] in TERM_BREAKERS or found[1] in TERM_BREAKERS  # `Online store` is a noun
    return not _FINITE.isdisjoint(found[1:]) or not TERM_BREAKERS.isdisjoint(found[:1])


def is_title_case(text: str) -> bool:
    """Whether a text of several words is written as a name, every word that carries meaning with a capital."""
    found = [word for word in words(text) if word.casefold() not in STOP_WORDS]
    return len(found) > 1 and all(not word[0].islower() for word in found)


def is_term(label: str) -> bool:
    """Whether a label can name a thing: short, balanced, no clause, no word that only introduces.

    A generic heading is no term either; rules that may use an aspect (`Pricing`) ask `is_label`.
    """
    return is_label(label) and not is_generic(label)


@lru_cache(maxsize=_CACHED)
def is_label(label: str) -> bool:
    """Whether a text is short and whole enough to stand for what follows it."""
    cleaned = clean_label(label)
    found = words(cleaned)
    if _NAMED_CALL.fullmatch(cleaned):
        return True
    if not found or len(cleaned.split()) > 7 or len(cleaned) > 70 or not is_balanced(cleaned):
        return False
    if is_unspaced(cleaned):
        return count_words(cleaned) <= _MAX_LABEL_RUNS and scripts().label.fullmatch(cleaned) is not None
    lowered = [word.casefold() for word in found]
    if len(found) == 1 and cleaned.isupper() and not (len(cleaned) > 1 and is_statement_label(cleaned)):
        return True  # `A` or `IN` as a record type is a name
    if lowered[0] in DEICTIC_OPENERS or is_statement_label(cleaned) or lowered[-1] in _NO_LAST_WORDS:
        return False
    if not _NO_LABEL.isdisjoint(cleaned) or (len(found) > 1 and is_verb(found[0]) and opens_in_third_person(cleaned)):
        return False
    return TERM_BREAKERS.isdisjoint(lowered)


def holds_brackets(text: str) -> bool:
    """Whether a text has a bracket of any kind."""
    return _BRACKET.search(text) is not None


def is_balanced(text: str) -> bool:
    """Whether every bracket that opens is closed in order."""
    if _BRACKET.search(text) is None:
        return True
    stack: list[str] = []
    for character in text:
        if character in _OPENING:
            stack.append(character)
        elif character in _CLOSING and (not stack or stack.pop() != _CLOSING[character]):
            return False
    return not stack


def _names_action(term: str) -> bool:
    """Whether a term is something done to things (`Resizing Clusters`), which is one however many they are."""
    first, *others = words(term) or ("",)
    stem_of = first.casefold().removesuffix("ing")
    return (
        bool(others)
        and first[:1].isupper()
        and first.casefold() != stem_of
        and any(base in VERBS for base in (stem_of, f"{stem_of}e", stem_of[:-1]))
    )


@lru_cache(maxsize=_CACHED)
def is_plural(term: str) -> bool:
    """Whether the head noun of a term is plural; words such as `access`, `analysis` and `status` are not."""
    head = head_of(term)
    if _names_action(term) or head in _SINGULAR_NAMES:
        return False
    if any(word.casefold() == head and (word.isupper() or _INNER_CAPITAL.search(word)) for word in words(term)):
        return False  # `EMRFS` is an acronym, `ListTables` an operation
    if head in {"data", "analysis", "basis", "apis", "characteristics", "metrics", "topics"}:
        return head in {"apis", "characteristics", "metrics", "topics"}
    return len(head) > 3 and head.endswith("s") and not head.endswith(("ss", "us", "is", "ics", "ous", "aws", "ess"))


@lru_cache(maxsize=_CACHED)
def is_name_like(term: str) -> bool:
    """Whether a term is written as a name: inner capitals, digits or an acronym."""
    return any(
        any(character.isupper() or character.isdigit() for character in word[1:]) or len(word) == 1
        for word in words(term)
    )


def without_article(phrase: str) -> str:
    """Return a phrase without the English article that opens it."""
    article = _ARTICLE.match(phrase)
    return phrase[article.end() :] if article else phrase


def contains_words(text: str, part: str) -> bool:
    """Whether `part` occurs in `text` as whole words, however it is written."""
    return f" {key(part)} " in f" {key(text)} "


def is_covered(label: str, names: Iterable[str]) -> bool:
    """Whether the names already say every word of the label that carries meaning."""
    wanted = stems(label)
    return bool(wanted) and wanted <= frozenset().union(*map(stems, names))


def head_of(term: str) -> str:
    """Return the head noun of a term in small letters: its last word before a preposition."""
    before, *behind = _PREPOSITION.split(term.strip(), maxsplit=1) if " " in term else (term,)
    found = words(before)
    if behind and len(found) > 1 and found[-1].islower() and found[-1].endswith("ed"):
        found = found[:-1]  # `Ropes used by tugs`
    return found[-1].casefold() if found else ""
