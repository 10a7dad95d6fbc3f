"""Letters that stand for words -> what they stand for; once per deck, which `lint.repetition` sees to."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from flashdeck.extraction.analysis.scope import Item, Scope
from flashdeck.extraction.asking import candidates
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.model import Candidate, CardKind, Text

_CARDS: Final = candidates.Maker("acronym", CardKind.ACRONYM)

_SHORT: Final = r"[A-Z][A-Za-z0-9&-]{0,7}[A-Z0-9]s?"
_HOLDS_SHORT: Final = re.compile(_SHORT)
_AFTER: Final = re.compile(rf"\((?P<short>{_SHORT})\)")
_BEFORE: Final = re.compile(rf"\b(?P<short>{_SHORT})\s+\((?P<long>[^()]{{4,80}})\)")
_EQUALS: Final = re.compile(
    rf"(?:^|[\s(])(?P<short>{_SHORT})(?:\s*=\s*|\s*[:–]\s+)[\"“'‘]?(?P<long>[A-Z][^=()]{{3,80}})"
)
_CALLED: Final = re.compile(
    r"\s(?:is|are)\s(?:also\s|often\s)?(?:called|abbreviated(?:\sas)?|known as|referred to as)\s"
    rf"(?P<short>{_SHORT})(?![\w-])"
)
_GOES_ON: Final = re.compile(r"\s(?:for|of|in|on|at|to|from|with|that|which|as)\s", re.IGNORECASE)
"""How words go on that say more than the letters (`Tug Table for the night`)."""
_FEWEST_LETTERS: Final = 3
_MOST_LETTERS: Final = 5
_MOST_WORDS: Final = 3
_LONG_SENTENCE: Final = 25
_FOR_EXAMPLE: Final = re.compile(
    r"\b(?:e\.g\.|for example|such as|z\.\s?b\.|beispielsweise)|例えば|たとえば", re.IGNORECASE
)
_EVERYDAY: Final = word_set(
    """ui gui bi pc it id os cpu ram pdf url faq hr ceo cto usb ai tv ssd hdd vm iot cli gps dvd ftp csv html http
    https xml json vpn sdk ide"""
)
"""Letters that everybody reads; only where a slide is about them they are worth a card."""
_CALLS: Final = ("called", "abbreviated", "known", "referred")
_GIVES: Final = ("=", ":", "–")
_MARKS: Final = ("(", *_GIVES, *_CALLS)
"""One of which stands between a short form and what it stands for."""
_EDGES: Final = re.compile(r"[\s-]+")
_WORD: Final = re.compile(r"[^\W_][\w'’-]*")
_STOPS: Final = re.compile(r"[,;:.()]")
_NO_LETTER: Final = re.compile(r"[^A-Za-z0-9]")
_OF_NO_USE: Final = 0.2
"""Belief in a card that is only made to be turned down with its reason."""
_SMALL: Final = word_set("of and for the to in on a an as by or with per")


def rule(scope: Scope) -> Iterator[Candidate]:
    """Propose one card for each expansion whose initials are the letters of the short form."""
    title = Text(plain=scope.slide.title, first_line=scope.slide.first_line, last_line=scope.slide.first_line)
    for text in (title, *(item.text for item in scope.walk()), *(body for item in scope.walk() for body in item.body)):
        if not any(map(text.plain.__contains__, _MARKS)) or not _HOLDS_SHORT.search(text.plain):
            continue
        for written, expansion in _expansions(text.plain):
            short = written[:-1] if written.endswith("s") and written[:-1].isupper() else written
            if _is_everyday(scope, short) or _is_shown(scope, expansion) or _is_mentioned(scope, text.plain, short):
                continue
            is_named = text.plain.startswith(expansion) or _names_slide(scope, short)
            is_lone = short in scope.vocabulary.lone_letters and not is_named
            yield _CARDS.question(
                scope.frames.stands_for.format(short=short, where=_where(short, scope.subject)),
                expansion,
                (text.first_line, text.last_line),
                _OF_NO_USE if is_lone else 0.85,
                "the course never uses the letters" if is_lone else "an expansion whose initials are the short form",
            )
    yield from _spelled_by_lines(scope, scope.slide.title, scope.items)
    for item in scope.walk():
        yield from _spelled_by_lines(scope, item.plain, item.children) if item.children else ()


def _is_everyday(scope: Scope, short: str) -> bool:
    return short.casefold() in _EVERYDAY and not _names_slide(scope, short)


def _names_slide(scope: Scope, short: str) -> bool:
    names = (scope.slide.section, scope.slide.topic, scope.slide.title, scope.slide.subtitle)
    return any(terms.contains_words(name, short) for name in names)


def _is_shown(scope: Scope, expansion: str) -> bool:
    """Whether the line above the front spells the expansion in slightly other words (`Tug and Barge Service`)."""
    names = (scope.slide.section, scope.slide.topic, scope.slide.title, scope.slide.subtitle)
    return any(terms.is_covered(expansion, [name]) and not terms.contains_words(name, expansion) for name in names)


def _is_mentioned(scope: Scope, plain: str, short: str) -> bool:
    """Whether a short form stands in the example of a long sentence, and nowhere else on the slide."""
    before = plain[: plain.find(short)]
    if terms.count_words(plain) <= _LONG_SENTENCE or _FOR_EXAMPLE.search(before) is None:
        return False
    return sum(len(re.findall(rf"(?<!\w){re.escape(short)}(?!\w)", line.text)) for line in scope.slide.lines) == 1


def _spelled_by_lines(scope: Scope, above: str, lines: Sequence[Item]) -> Iterator[Candidate]:
    """Ask for what a short form stands for where a line below it spells it out, or several with a letter each."""
    short = terms.clean_label(above) if lines else ""
    if not short.isupper() or not re.fullmatch(_SHORT, short):
        return
    where = _where(short, scope.subject)
    for line in lines:
        said = terms.clean_statement(line.plain)
        if _matches(said, short) or _spells_loosely(said, short):
            front = scope.frames.stands_for.format(short=short, where=where)
            span = (line.text.first_line, line.text.last_line)
            yield _CARDS.question(front, said, span, 0.85, "its initials are the label")
    count = len(_letters(short))
    for start in range(len(lines) - count + 1 if _FEWEST_LETTERS <= count <= _MOST_LETTERS else 0):
        run = lines[start : start + count]
        each = [terms.clean_statement(line.plain) for line in run]
        if all(terms.count_words(one) <= _MOST_WORDS for one in each) and "".join(
            one[:1] for one in each
        ).casefold() == _letters(short):
            front = scope.frames.letters_of.format(short=short, where=where)
            span = (run[0].text.first_line, run[-1].text.last_line)
            yield _CARDS.question(
                front, candidates.as_list(each), span, 0.85, "lines whose initials are the short form"
            )


def _expansions(plain: str) -> Iterator[tuple[str, str]]:
    has_bracket = "(" in plain
    after = _AFTER.finditer(plain) if has_bracket else ()
    called = _CALLED.finditer(plain) if any(map(plain.__contains__, _CALLS)) else ()
    for match in (*after, *called):
        expansion = _words_before(plain[: match.start()], match.group("short"))
        if expansion:
            yield match.group("short"), expansion
    before = _BEFORE.finditer(plain) if has_bracket else ()
    equals = _EQUALS.finditer(plain) if any(map(plain.__contains__, _GIVES)) else ()
    for match in (*before, *equals):
        expansion = _words_from_start(match.group("long"), match.group("short"))
        goes_on = _GOES_ON.match(match.group("long").lstrip()[len(expansion) :]) is not None
        if expansion and not goes_on:
            yield match.group("short"), expansion


def _letters(short: str) -> str:
    letters = _NO_LETTER.sub("", short)
    return (letters[:-1] if letters.endswith("s") and letters[:-1].isupper() else letters).casefold()


def _words_before(before: str, short: str) -> str:
    found = list(_WORD.finditer(before.rstrip()))
    if not found or before[found[-1].end() :].strip():
        return ""
    for count in range(2, min(len(found), 9) + 1):
        start = found[-count].start()
        expansion = before[start:].strip()
        if _STOPS.search(expansion):
            return ""
        if _matches(expansion, short):
            return expansion
    return ""


def _words_from_start(expansion: str, short: str) -> str:
    found = list(_WORD.finditer(expansion))
    for count in range(2, min(len(found), 9) + 1):
        candidate = expansion[: found[count - 1].end()].strip(" \"“”'‘’")
        if _matches(candidate, short):
            return candidate
    return ""


def _matches(expansion: str, short: str) -> bool:
    if sum(character.isalpha() for character in short) < 2:
        return False
    parts = [part for part in _EDGES.split(expansion) if part]
    initials = "".join(part[0] for part in parts).casefold()
    strong = "".join(part[0] for part in parts if part.casefold() not in _SMALL).casefold()
    if not parts or not _SMALL.isdisjoint((expansion.split(maxsplit=1)[0].casefold(), parts[-1].casefold())):
        return False
    return _letters(short) in {initials, strong}


def _spells_loosely(expansion: str, short: str) -> bool:
    """Whether the letters are the initials and one letter from within a word besides (`Java Database Connectivity`)."""
    parts = [part.casefold() for part in _EDGES.split(expansion) if part]
    letters = _letters(short)
    if len(parts) < _FEWEST_LETTERS or len(letters) != len(parts) + 1:
        return False
    initials = "".join(part[0] for part in parts)
    return any(
        letters == initials[: place + 1] + letter + initials[place + 1 :]
        for place, part in enumerate(parts)
        for letter in part[1:]
    )


def _where(short: str, subject: str) -> str:
    name = re.sub(r"(?<!\s)\s*\([^()]*\)", "", subject)
    if not name or terms.contains_words(name, short) or len(terms.words(name)) > 6:
        return ""
    return f" ({name})"
