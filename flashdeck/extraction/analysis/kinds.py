"""Noun phrases that say what kind of thing something is (`Managed queue service`)."""

import re
from dataclasses import replace
from typing import Final

from flashdeck.extraction.analysis.definitions import ARTICLE
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Text

_KIND_NOUNS: Final = (
    "service|tool|database|platform|engine|framework|solution|feature|system|library|protocol|format|language|network|"
    "repository|store|storage|warehouse|environment|interface|registry|scheduler|orchestrator|firewall|gateway|cache|"
    "catalog|broker|algorithm|method|technique|utility|suite|process|approach|mechanism|api|key|index|unit|volume|drive|instance|"
    "cluster|container|template|script|function|pipeline|workflow|queue|agent|connector|proxy|balancer|policy|tool|"
    "collection|set|list|group|way|model|node|firewall|editor|dashboard|console|client|server|command"
)
_KIND: Final = re.compile(
    rf"^(?:is\s+)?(?P<what>(?:an?\s+|the\s+)?(?:[\w-]+,? ){{0,9}}(?:{_KIND_NOUNS})s?\b(?!\s*(?:is|are|can|must)\b)"
    r".{0,120})$",
    re.IGNORECASE,
)
_KINDS: Final = frozenset(_KIND_NOUNS.split("|"))
_WORKS: Final = re.compile(r"\bworks?\s+(?:well|best|with|as|like|by|only|on)\b", re.IGNORECASE)
_SECURE: Final = re.compile(r"(?:secure|open|complete|direct|live)\s+(?P<noun>[^\W\d_]+)\b", re.IGNORECASE)
_KIND_LINE: Final = re.compile(
    r"^(?:(?i:main|fully|managed|serverless|centralised|centralized|open-source|distributed|scalable|interactive|"
    r"unified) .{0,60}|.{2,40} (?:and|&) .{2,40}|[\w-]+(?: [a-z-]+){1,4} )"
    r"(?<=\s)(?i:service|tool|platform|framework|solution|engine|warehouse|database)$"
)
_KIND_LEAD: Final = re.compile(
    r"(?P<term>[^,;:]{2,60}?)\s+(?:is|are|ist|sind)\s+(?:an?|the|one of the|eine?|eines der|der|die|das)\s+"
    r"(?!following|folgende)[^:]{4,200}:\s*\Z",
    re.IGNORECASE,
)


def is_kind_noun(word: str) -> bool:
    """Whether a word is a noun that says what kind of thing something is (`service`)."""
    small = word.lower()
    return small in _KINDS or small.removesuffix("s") in _KINDS


def kind_in(plain: str) -> str:
    """Return what a bare noun phrase says its subject is (`Managed queue service`), or an empty string."""
    match = _KIND.match(plain)
    if match is None or _WORKS.search(plain) or terms.is_generic(plain) or terms.opens_in_third_person(plain):
        return ""
    what = match.group("what")
    first = terms.words(what)[0]
    if (
        (terms.is_order(what) and not _is_secure(what))
        or first.casefold() in {"need", "needs", "no", "not", "new", "one", "two", "at", "attached"}
        or terms.is_plural(first)
    ):
        return ""
    if _is_secure(what):
        return what
    return "" if terms.is_verb(first) or first.endswith("ing") or terms.is_clause(what.split(" that ")[0]) else what


def _is_secure(what: str) -> bool:
    """Whether a phrase opens with a quality that is a verb, too (`secure service`)."""
    found = _SECURE.match(what)
    return found is not None and is_kind_noun(found["noun"])


def is_kind_line(line: str) -> bool:
    """Whether a heading says what kind of thing its slide is about (`Fully managed tug service`) and names nothing."""
    match = _KIND_LINE.match(terms.clean_label(line))
    if match is None or terms.is_order(line) or terms.words(line)[0].casefold().endswith("ing"):
        return False
    return not terms.is_clause(line) or terms.is_title_case(line)


def kind_lead(text: Text) -> tuple[str, Text] | None:
    """Return what a lead-in says the kind of (`The tug is a strong ship:`), and the lead-in without its colon."""
    found = _KIND_LEAD.match(text.plain)
    if found is None or not terms.is_term(found.group("term")):
        return None
    article = ARTICLE.match(found.group("term"))
    said = text.plain.rstrip(" :")
    return found.group("term")[article.end() if article else 0 :], replace(text, plain=said)
