"""How one line says what something is: term and description, noun phrase, list of names."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import VERB_FORMS
from flashdeck.extraction.languages.unspaced import scripts
from flashdeck.extraction.model import Text

_ARROWS: Final = ("⇒", "=>", "->", "→", "⟹", "➔")
ARROW: Final = re.compile(r"(?<!\s)\s*(?:⇒|=>|->|[→⟹➔])\s*")
_COLON: Final = re.compile(r":\s+")
_DASH: Final = re.compile(r"(?:(?<!\s)|(?!\s))(?:\s+[–—-]\s+|\s*–\s+|\s+–\s*)")
_EQUALS: Final = re.compile(r"(?:(?<!\s)|(?!\s))(?:\s+[~≈]?=\s+|\s*(?<![=<>!:])=\s+)")
_SENTENCE_END: Final = re.compile(
    r"[.!?。](?:(?<=。)\s*(?=[^\s」)])|(?<!。)(?=\s)(?<![.][a-zA-Z].)(?<!etc.)(?<!e\.g.)(?<!i\.e.)(?<!vs.)(?<!bzw.)"
    r"(?<!ggf.)(?<!vgl.)(?<!inkl.)(?<!\blt.)(?<!\bNr.)\s+(?=[A-ZÄÖÜ(„]))"
)
"""The mark comes first, because to search for one of a few characters is quick; then what stands before it."""
_ALWAYS_CUT: Final = re.compile(
    r"(?<!\s)\s*;\s+|(?<!\s)\s+(?:=>|⇒)\s+(?![^()]{0,300}\))|,\s+(?=(?:this|it|they|these) )"
)
_STEM: Final = re.compile(
    r"(?<=\S)[.;,]\s+(?:there (?:are|is)|these are|they are) (?:\w+ ){0,3}"
    r"(?:types?|kinds?|ways?|options?|modes?|forms?)\W*$",
    re.IGNORECASE,
)
"""What announces a list that stands elsewhere."""
_CUTS: Final = (
    re.compile(r"(?<!\s)\s+[–—]\s+"),
    re.compile(r"(?<!\s)\s*\((?:e\.g|ex|for example)"),
    re.compile(r",\s+(?:which|while|so that|and then|but) "),
)
_HOST: Final = re.compile(r"(?<=\)) (?:[\w-]+\.){2,}[\w-]+$")
"""The name of a host, given as an example behind a bracket."""
_MARKS_OF_CUT: Final = (",", ".", ";", ">", "⇒")
"""One of which stands in all that is always cut off."""
_LIST_JOINT: Final = re.compile(r"(?:(?<!\s)|(?!\s))\s*(?:,|;| / | & | and | or )\s*(?:and\s+|or\s+|&\s+)?")
_AND_SO_ON: Final = re.compile(r"(?<![,\s])[,\s]*(?:etc\.?|and more|…|\.\.\.)\s*\.{0,9}$", re.IGNORECASE)
_BETWEEN_TWO: Final = re.compile(r"\bbetween [^,;]{1,60}? and ", re.IGNORECASE)
RELATIVE: Final = re.compile(r"^(?:[\w-]+\s+){1,4}(?:that|which|who|where)\s+\w", re.IGNORECASE)
ARTICLE: Final = re.compile(r"(?:an?|the) ", re.IGNORECASE)
_OWNED: Final = re.compile(r"(?:its|their|your|our|all|any|some|many|each|every|other|examples?)\b", re.IGNORECASE)
_BASE_OF_MEANS: Final = {
    **{f"{verb}{s}{rest}": f"{verb}{rest}" for s in ("", "s") for verb, rest in (
        ("represent", ""), ("mean", ""), ("refer", " to"), ("denote", ""), ("consist", " of"), ("stand", " for")
    )},
}  # fmt: skip
_MEANS: Final = re.compile(
    rf"^(?P<term>[^,;:]{{2,60}}?)\s+(?P<verb>{'|'.join(_BASE_OF_MEANS)})\s+(?P<what>\S.{{5,}})$",
    re.IGNORECASE,
)
_STEMS_OF_MEANS: Final = ("represent", "mean", "refer", "denote", "consist", "stand")
OPTION: Final = re.compile(r"--?[A-Za-z][\w-]*(?:[= ][<\[\w][^\s]*)?")
_QUOTES: Final = (("„", "“"), ("“", "”"), ("«", "»"))
_SYMBOL: Final = re.compile(r"[^\w\s•–—-]{1,4}|\\\w")
_SYMBOL_IS: Final = re.compile(
    rf"^(?P<term>{_SYMBOL.pattern})\s+(?:is|are|means?|would mean|matches|stands for)\s+(?P<what>\S.+)$", re.IGNORECASE
)
_SIGN_BEFORE: Final = re.compile(rf"(?:{_SYMBOL.pattern}) [–—-] ")
_IDENTIFIER_IS: Final = re.compile(
    r"^(?P<term>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\s+(?!(?:is|are|and|or|with|in|from|to|for|on|must|can)\b)"
    r"(?P<what>[a-z]\S* \S.{2,})$"
)
_GLOSS: Final = re.compile(
    r"^(?P<term>[^():]{2,40}?)\s+\((?P<gloss>[^()]{8,})\)(?:\.?| (?P<remark>[–—-] [^()]{3,60}))$"
)
_GLOSSES: Final = re.compile(
    r"(?:^|,\s*|;\s*|(?<!\s)\s+(?:and|or|&)\s+)(?:and\s+|or\s+)?(?P<name>[^\s(),;][^(),;]{0,39}) "
    r"\((?P<gloss>[^()]{3,60})\)"
)
_REMARK: Final = re.compile(r"(?<!\s)\s*[–—-] [\w ]{1,40}$")
_FOR_EXAMPLE: Final = re.compile(r"e\. ?g\b|ex:", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"(?:option|alternative|variante|szenario|case|part|step|phase|scenario|example|section)\s*\w?\d*|(?:version|level)\s*\w?\d+",
    re.IGNORECASE,
)
_BETWEEN: Final = (
    (_COLON, (":",), "colon", True),
    (_EQUALS, ("=",), "equals sign", True),
    (_DASH, ("–", "—", "-"), "dash", False),
)
"""What stands between a term and its description, with its marks, and whether it stands for nothing else."""
ABOUT: Final = "about-equals sign"
"""What is only comparable to the term (`Pass ~= key`)."""
_MAX_GLOSSES_LENGTH: Final = 400
_MIN_GLOSS_WORDS: Final = 4
_MAX_LISTED_WORDS: Final = 5
_BETWEEN_WORDS: Final = 3
_MIN_SENTENCE_WORDS: Final = 4
COMFORTABLE_WORDS: Final = 14
LONG_WORDS: Final = 22


class Definition(NamedTuple):
    """A term and what the slide says of it.

    Attributes:
        how: how the two were told apart, for the user.
        last_line: last line of the description.
    """

    term: str
    description: str
    how: str
    first_line: int
    last_line: int


@lru_cache(maxsize=1 << 12)
def definition_in(text: Text) -> Definition | None:
    """Return the term and description on one line (`Term: ...`, `Term – ...`, `Term = ...`), or None."""
    plain = text.plain
    if symbol := _SYMBOL_IS.match(plain):
        return Definition(
            term=symbol.group("term"),
            description=terms.clean_statement(symbol.group("what")),
            how="verb behind a sign",
            first_line=text.first_line,
            last_line=text.last_line,
        )
    identifier = _IDENTIFIER_IS.match(plain)
    if identifier:
        return Definition(
            term=identifier.group("term"),
            description=terms.clean_statement(identifier.group("what")),
            how="words behind an identifier",
            first_line=text.first_line,
            last_line=text.last_line,
        )
    gloss = _GLOSS.match(plain) if "(" in plain and not _SIGN_BEFORE.match(plain) else None
    if gloss and _is_thing(gloss.group("term")) and not _is_aside(gloss.group("gloss")):
        return Definition(
            term=terms.clean_label(gloss.group("term")),
            description=terms.clean_statement(f"{gloss.group('gloss')} {gloss.group('remark') or ''}"),
            how="gloss in brackets behind a term",
            first_line=text.first_line,
            last_line=text.last_line,
        )
    return _told_by_mark(text)


def _told_by_mark(text: Text) -> Definition | None:
    """Return the term and description that a colon, an equals sign or a dash tells apart, or None."""
    plain = text.plain
    for pattern, marks, how, clear in _BETWEEN:
        if not any(map(plain.__contains__, marks)):
            continue
        finder = scripts().colon if pattern is _COLON and terms.is_unspaced(plain) else pattern
        match = next((one for one in finder.finditer(plain) if not _is_quoted(text, one.start())), None)
        if match is None:
            continue
        term, description = plain[: match.start()], terms.clean_statement(plain[match.end() :])
        if not clear and _is_parenthesis(plain, match.end()):
            return None
        if pattern is _EQUALS and terms.is_order(term):
            return None  # `Load crates = start the crane`
        if _is_defined(term, description, strict=not clear):
            return Definition(
                term=_name(term),
                description=description,
                how=f"{ABOUT if match.group().strip()[:1] in '~≈' else how} between term and description",
                first_line=text.first_line,
                last_line=text.last_line,
            )
        if pattern is _COLON and not _DASH.search(plain[: match.start()]):
            return None
    return None


def holds_arrow(plain: str) -> bool:
    """Whether an arrow stands anywhere in a line, as `ARROW` finds it with the blanks around it."""
    return (">" in plain or not plain.isascii()) and any(map(plain.__contains__, _ARROWS))


def describes_identifier(text: Text) -> bool:
    """Whether a text is a name of program text with what it stands for, no mark between them."""
    return _IDENTIFIER_IS.match(text.plain) is not None


def glosses_in(text: Text) -> tuple[tuple[str, str], ...]:
    """Return the names of a line that is nothing but names with a bracket each (`Oak (hard), Fir (soft)`)."""
    if text.plain.count("(") < 2 or len(text.plain) > _MAX_GLOSSES_LENGTH:
        return ()
    found = tuple(_GLOSSES.finditer(text.plain))
    rest = _REMARK.sub("", _GLOSSES.sub("", text.plain)).strip(" .,;")
    names = tuple((match.group("name").strip(), match.group("gloss").strip()) for match in found)
    told = all(
        terms.is_term(name)
        and not terms.is_clause(name)
        and not terms.is_order(name)
        and not gloss.isupper()
        and gloss[:2] != "e."
        for name, gloss in names
    )
    return names if len(names) > 1 and not rest and told else ()


def meaning_in(plain: str) -> tuple[str, str, str] | None:
    """Return (term, verb, description) of a sentence whose verb defines (`A shard represents ...`), or None."""
    match = _MEANS.match(plain) if any(map(plain.lower().__contains__, _STEMS_OF_MEANS)) else None
    if match is None:
        return None
    article = ARTICLE.match(match.group("term"))
    term = match.group("term")[article.end() :] if article else match.group("term")
    if not terms.is_term(term) or terms.leading_verb(term) or term.startswith("#"):
        return None
    said = f"{article.group().lower()}{term}" if article else term
    return said, _BASE_OF_MEANS[match.group("verb").lower()], match.group("what")


def definition_like(plain: str) -> Definition | None:
    """Return the definition in a bare line, see `definition_in`."""
    return definition_in(Text(plain=plain, first_line=1, last_line=1))


def sentences(text: Text) -> tuple[Text, ...]:
    """Return the sentences of a text, each with the lines where it about stands; one when it cannot be cut."""
    spans = _sentence_spans(text.plain)
    return (text,) if len(spans) < 2 else tuple(_part(text, start, end) for start, end in spans)


def sentences_in(plain: str) -> tuple[str, ...]:
    """Return the sentences of bare words, see `sentences`."""
    return tuple(plain[start:end] for start, end in _sentence_spans(plain))


@lru_cache(maxsize=1 << 12)
def _sentence_spans(plain: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open ranges of the sentences of a text; one when it cannot be cut."""
    found = [match.span() for match in _SENTENCE_END.finditer(plain)]
    if found:
        starts, ends = (0, *(end for _, end in found)), (*(start + 1 for start, _ in found), len(plain))
        spans = tuple(zip(starts, ends, strict=True))
        if all(terms.count_words(plain[start:end]) >= _MIN_SENTENCE_WORDS for start, end in spans):
            return spans
    return ((0, len(plain)),)


def _part(text: Text, start: int, end: int) -> Text:
    lines = text.last_line - text.first_line + 1

    def line_of(offset: int) -> int:
        return min(text.last_line, text.first_line + offset * lines // len(text.plain))

    def inside(ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((low - start, high - start) for low, high in ranges if start <= low and high <= end)

    return Text(
        plain=text.plain[start:end],
        first_line=line_of(start),
        last_line=line_of(end - 1),
        strong=inside(text.strong),
        code=inside(text.code),
    )


def shorten(description: str) -> str:
    """Return the defining part of a long description: its first sentence, then its first clause."""
    if any(map(description.__contains__, _MARKS_OF_CUT)):
        description = _HOST.sub("", description)
        description = _ALWAYS_CUT.split(_STEM.sub("", description), maxsplit=1)[0]
    if terms.count_words(description) <= COMFORTABLE_WORDS:
        return description
    shortened = terms.clean_statement(_SENTENCE_END.split(description, maxsplit=1)[0])
    if terms.count_words(shortened) < 3:
        shortened = description
    for cut in _CUTS:
        if terms.count_words(shortened) <= LONG_WORDS:
            break
        head = cut.split(shortened, maxsplit=1)[0]
        if terms.count_words(head) >= 4 and terms.is_balanced(head):
            shortened = terms.clean_statement(head)
    return shortened


def listed(text: str) -> tuple[str, ...]:
    """Return the names of a list written in one line (`A, B and C`), or nothing when it is no such list."""
    cleaned = _AND_SO_ON.sub("", text.strip()) if "," in text else ""
    if "," not in cleaned or not terms.is_balanced(cleaned):
        return ()
    masked = _mask_brackets(cleaned) if terms.holds_brackets(cleaned) else cleaned
    masked = _BETWEEN_TWO.sub(lambda match: "_" * len(match.group()), masked)
    names: list[str] = []
    start = 0
    for match in _LIST_JOINT.finditer(masked):
        names.append(cleaned[start : match.start()].strip())
        start = match.end()
    names.append(cleaned[start:].strip(" ."))
    if len(names) == 2 and len({name[:1].isupper() for name in names}) > 1:
        return ()  # a remark behind a comma
    if len(names) == 2 and any(terms.words(name)[:1] and terms.words(name)[0].endswith("ly") for name in names):
        return ()
    if not all(names) or any(_is_long(name) or _has_verb(name) for name in names):
        return ()
    acts = [name.partition(" ")[0].casefold().endswith("ing") for name in names]
    if any(acts) and not all(acts) and any(terms.count_words(name) > 2 for name in names):
        return ()  # an activity among things is a phrase with an `or` of its own
    return tuple(names)


def _is_long(name: str) -> bool:
    """Whether a name of a list has too many words, two that `between` joins aside."""
    return terms.count_words(name) > _MAX_LISTED_WORDS + (_BETWEEN_WORDS if _BETWEEN_TWO.search(name) else 0)


def is_open_list(text: str) -> bool:
    """Whether a list says itself that it is not complete."""
    return bool(
        re.search(r"(?:\betc\b|…|\.\.\.|\band more\b|\bsuch as\b|\be\.g\b|\bex:|\bfor example\b)", text, re.IGNORECASE)
    )


def _is_quoted(text: Text, offset: int) -> bool:
    """Whether a place lies inside code or quotation marks, so that a colon there separates nothing."""
    if any(start <= offset < end for start, end in text.code):
        return True
    before, after = text.plain[:offset], text.plain[offset:]
    if before.count('"') % 2 and '"' in after:
        return True
    pairs = _QUOTES[:1] if "„" in text.plain else _QUOTES[1:]
    return any(before.count(opening) > before.count(closing) and closing in after for opening, closing in pairs)


def _name(term: str) -> str:
    bare = term.strip()
    return bare if _SYMBOL.fullmatch(bare) or OPTION.fullmatch(bare) else terms.clean_label(term)


def _is_defined(term: str, description: str, *, strict: bool) -> bool:
    if not description or not terms.is_balanced(description):
        return False
    if _SYMBOL.fullmatch(term.strip()):
        return terms.count_words(description) >= (2 if term.strip()[0] == "\\" else 3)
    if OPTION.fullmatch(term.strip()):
        return terms.count_words(description) >= 2
    if not terms.is_label(term) or _is_no_term(term, description):
        return False
    if not strict:
        return True
    if terms.count_words(description) < 2 and not any(map(str.isupper, description)):
        return False  # `Oak and elm – hard`
    found = terms.words(term)
    return len(found) <= 6 and not any(word.casefold() in VERB_FORMS for word in found[1:])


def _is_no_term(term: str, description: str) -> bool:
    """Whether a dash or colon stands between other things: a time, a ratio, an address, a counter, an example."""
    stripped = term.strip()
    return (
        "*" in term
        or "//" in term
        or stripped[:1] in "$€£~<>"
        or (stripped[-1:].isdigit() and description[:1].isdigit())
        or stripped.casefold().endswith(("http", "https", "arn", "mailto"))
        or _NUMBERED.fullmatch(stripped) is not None
        or _FOR_EXAMPLE.match(description) is not None
    )


def _is_thing(term: str) -> bool:
    first = terms.words(term)[:1]
    if term[:1] in "$€£~<>" or term[:1].isdigit() or _OWNED.match(term) or terms.is_order(term) or "," in term:
        return False
    return (
        terms.is_term(term) and not terms.is_clause(term) and not (terms.is_verb(first[0]) or first[0].endswith("ing"))
    )


def _is_aside(gloss: str) -> bool:
    """Whether a bracket adds a remark to a term instead of saying what it is."""
    aside = re.match(
        r"(?:e\.?g|ex|i\.?e|for example|such as|see|formerly|if|no|not|or|and|up to|via|by|in|on|with|for)\b",
        gloss,
        re.IGNORECASE,
    )
    return (
        aside is not None or terms.count_words(gloss) < _MIN_GLOSS_WORDS or not gloss[:1].isalpha() or gloss.istitle()
    )


def _is_parenthesis(plain: str, start: int) -> bool:
    """Whether a second dash closes what the first one opened."""
    return bool(_DASH.search(plain, start))


def _mask_brackets(text: str) -> str:
    depth = 0
    masked: list[str] = []
    for character in text:
        depth += character in "([{"
        masked.append("_" if depth else character)
        depth -= character in ")]}"
    return "".join(masked)


def _has_verb(text: str) -> bool:
    return terms.is_clause(text) or any(terms.is_verb(word) for word in terms.words(text)[:1])
