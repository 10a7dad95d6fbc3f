"""Objects whose form tells what to ask for: two kinds of a thing, how many, what a view is of, what is kept away.

`What does the quay offer?` has many answers; `both steam and diesel tugs` tells that two kinds of tugs are asked for.
"""

import re
from typing import Final

from flashdeck.extraction.languages import lexicon, terms

_JOINTS: Final = (" and ", " or ")
_PAIR: Final = re.compile(
    r"^(?P<sure>both |either )?(?P<pair>(?P<one>[\w/.-]+) (?P<join>and|or) (?P<other>[\w/.-]+)) "
    r"(?P<noun>[^\W\d_](?:[^\W\d_]|-)+(?: [^\W\d_]+)?)(?P<rest>(?: (?:for|to|in|on|within|across) \S.*)?)$",
    re.IGNORECASE,
)
_REPEATED: Final = re.compile(
    r"^(?:both )?(?P<one>[\w/.-]+) (?P<noun>[^\W\d_]+s) (?P<join>and|or) (?P<other>[\w/.-]+) (?P=noun)$",
    re.IGNORECASE,
)
_QUALITY: Final = re.compile(r"(?:able|ible|ant|ent|al|ive|ful|ous|ic|ed|less|ure|ate|und|\w-\w+)$", re.IGNORECASE)
_NAMES_KIND: Final = lexicon.word_set("types kinds modes classes levels formats tiers layers protocols")
_NO_KIND: Final = lexicon.word_set("things ways reasons cases times parts others data types needs purposes")
_COUNT: Final = re.compile(
    r"^(?P<count>(?:an? )?(?:infinite|unlimited|fixed|odd|even|equal) number of (?P<noun>[a-z]+(?: [a-z]+s)?)\b)"
)
_VIEW: Final = re.compile(
    r"^(?P<view>(?:an? |the )?(?:(?!its\b|their\b)[\w-]+ ){0,2}(?:understanding|overview|view|picture|insights?|"
    r"visibility|protection|defence|defense|isolation|independence)) "
    r"(?P<word>of|into|over|from|against|on) (?P<what>\S.{5,})$",
    re.IGNORECASE,
)
_KEEPS: Final = lexicon.word_set("protect guard defend shield secure safeguard")
_AGAINST: Final = re.compile(r"^(?P<what>\S.{2,50}?) (?P<word>from|against) (?P<danger>\S.{3,})$", re.IGNORECASE)
_FACET: Final = re.compile(
    r"^(?:(?:an?|the|its|their) )?(?:[\w/.-]+ ){1,3}(?:\([^()]*\) )?(?P<facet>level|format|language|protocol|mode|"
    r"layer|syntax|currency|edition)(?: \([^()]*\))?$",
    re.IGNORECASE,
)


def two_kinds(rest: str) -> tuple[str, str, str] | None:
    """Return the class of which an object names two kinds, what stands behind them, and the two; None without.

    `Both` makes sure that one noun belongs to both; else they must be two names or two qualities.
    """
    if not any(joint in rest for joint in _JOINTS):
        return None
    found = _REPEATED.match(rest) or _PAIR.match(rest)
    if found is None or not terms.is_plural(found["noun"]) or found["noun"].casefold() in _NO_KIND:
        return None
    pair = (found["one"], found["other"])
    sure = "sure" in found.re.groupindex and found["sure"]
    if not (
        sure or found.re is _REPEATED or all(word[:1].isupper() for word in pair) or all(map(_QUALITY.search, pair))
    ):
        return None
    noun = " ".join(word if word.isupper() else word.lower() for word in found["noun"].split())
    kinds = noun if noun.split()[-1] in _NAMES_KIND else f"kinds of {noun}"
    told = f"{found['one']} {found['join']} {found['other']}"
    return f"two {kinds}", found.groupdict().get("rest", "").strip(), told


def count_of(rest: str) -> tuple[str, str] | None:
    """Return what an object counts and how many there are (`an infinite number of crates`); None without."""
    found = _COUNT.match(rest)
    return (found["noun"], found["count"]) if found and terms.is_plural(found["noun"]) else None


def view_of(verb: str, rest: str) -> tuple[str, str, str] | None:
    """Return the preposition to ask with, what stays in the question, and the answer; None without.

    A view is asked for what it is of (`a clear view of the port`), what guards for what it keeps away.
    """
    if verb in _KEEPS and (kept := _AGAINST.match(rest)):
        return kept["word"].lower(), kept["what"], kept["danger"]
    found = _VIEW.match(rest)
    return (found["word"].lower(), found["view"], found["what"]) if found else None


def facet_of(rest: str) -> str:
    """Return the noun that tells in which respect a thing is so (`the quay level`: level), or an empty string."""
    found = _FACET.match(rest)
    return found["facet"].lower() if found else ""
