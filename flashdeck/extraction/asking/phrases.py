"""What a phrase answers of what it describes: a price, a number, a rule, a state, a place, a purpose, a way, names."""

import re
from collections.abc import Callable
from typing import Final

from flashdeck.extraction.analysis import deeds
from flashdeck.extraction.analysis.definitions import listed
from flashdeck.extraction.asking.candidates import as_list
from flashdeck.extraction.asking.questions import CHARGES, COSTS, DOES, FOR, IS, LIKE, NO_FORM, Form
from flashdeck.extraction.languages import lexicon, noun_forms, terms
from flashdeck.extraction.naming.wording import number_word
from flashdeck.extraction.text import needles

_EXAMPLE: Final = re.compile(
    r"(?:e\. ?g\.?|ex\.?|for example|for instance|such as)[:,]?\s+(?P<what>\S.*)", re.IGNORECASE
)
_PRICE: Final = re.compile(
    r"(?:(?:about|around|from|up to|only|pay|costs?)\s+)*~?[$€£] ?\d|free(?=$|\W+(?:for|up|of)\b| ?\()|"
    r"no (?:extra|additional) charge",
    re.IGNORECASE,
)
_CHARGED: Final = re.compile(
    r"(?:you\s+)?(?:only\s+)?pays?\b(?! attention|-)|(?:charg(?:es?|ed)|billed|bills|priced|costs?|fees?)\b|"
    r"additional costs?\b|per \w+(?: per \w+)?$",
    re.IGNORECASE,
)
_BASIS: Final = re.compile(
    r"(?:charg(?:es?|ed)|bill(?:ed|ing)?|fees?|costs?) (?:is |are )?(?:based|depend\w*) on (?P<what>\S.*)",
    re.IGNORECASE,
)
_UNIT_HAS: Final = re.compile(r"\((?P<unit>(?:1|one|an?) [\w-]+) (?P<verb>has|holds|equals) (?P<what>[^()]+)\)")
"""What one of the things that are paid for has, in a bracket (`(1 berth has 2 bollards)`)."""
_HAVE: Final = {"has": "have", "holds": "hold", "equals": "equal"}
_BOUND: Final = (
    r"(?:(?:up to|at most|at least|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|"
    r"about|around|over|more than|less than|within)\s+)?"
)
_RATE: Final = re.compile(r"/ ?(?:s|sec|second|min|minute|h|hour|day)\b|\bper \w|\b[kmgt]bps\b", re.IGNORECASE)
_NUMBER: Final = re.compile(
    rf"{_BOUND}[~≈<>≤≥]? ?\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?(?P<unit>%|[^\W\d_]+(?:/[^\W\d_]+)?)?", re.IGNORECASE
)
_HOW_MUCH: Final = (
    (re.compile(r"%$"), "what percentage?"),
    (re.compile(r"(?:[kmgtp]i?b(?:yte)?s?|bytes?)$", re.IGNORECASE), "how large {be} {it}?"),
    (re.compile(r"(?:[kmgt]i?b/s|[kmg]bps|mbit/s)$", re.IGNORECASE), "how fast {be} {it}?"),
    (
        re.compile(r"(?:ms|s|sec|seconds?|min|minutes?|hours?|days?|weeks?|months?|years?)$", re.IGNORECASE),
        "how long {do} {it} last?",
    ),
)
_INSTEAD: Final = re.compile(r"use (?P<what>.{2,60}?) instead\b(?!\s+of)", re.IGNORECASE)
_NO_NEED: Final = re.compile(r"no need (?P<join>to|for) (?P<what>\S.*)", re.IGNORECASE)
_NEED_NOT: Final = re.compile(
    r"no need to (?P<verb>[^\W\d_]+) (?P<what>(?:the |your |any )?[\w-]+"
    r"(?: (?!(?:in|on|at|of|for|with|to|from|when|if)\b)[\w-]+)?)(?P<where> (?:in|on|at|of|for|with) [^,;]+)?",
    re.IGNORECASE,
)
_NO_MORE: Final = re.compile(r"no more (?P<what>[\w-]+(?: [\w-]+){0,3})", re.IGNORECASE)
_REGULAR: Final = lexicon.word_set(
    """manage change modify maintain provision configure install deploy rewrite copy move create define update handle
    rotate monitor restart reload schedule replace patch scale plan store encrypt convert"""
)
_PARTICIPLES: Final = {"rewrite": "rewritten", "copy": "copied", "modify": "modified", "plan": "planned"}
_NOT_NEEDED: Final = re.compile(r"no (?P<what>.{2,40}?) (?:(?:is|are) )?(?:needed|required|necessary)$", re.IGNORECASE)
_NOTHING_TO: Final = re.compile(
    r"no (?P<what>.{2,40}?) to (?P<verb>manage|maintain)$|no (?P<noun>management|maintenance) of (?P<of>\S.*)",
    re.IGNORECASE,
)
_WHICH_ONES: Final = re.compile(
    r"(?P<noun>[^\W\d_]+s) (?P<rest>(?:not|never|rarely|seldom|frequently|often) "
    r"(?:\w+ed|seen|read|written|found|kept|sent)\b.*)",
    re.IGNORECASE,
)
"""Things of one kind, of which only some are meant (`ships not seen for 30 days`)."""
_MODAL: Final = re.compile(
    r"(?P<who>(?:you|users|we) )?(?P<modal>can|must|should|may|will) "
    r"(?:(?P<adverb>only|also|always) )?(?P<rest>(?!be\b|not\b|have\b)[^\W\d_]+ \S.*)",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(
    r"(?P<modal>can|must|should|may) be (?P<done>(?:\w+ly )?\w+(?:ed|en|lt|nt|ade|old|ept|ut)) "
    r"(?P<join>by|for|on|from|in|to|with|as|at) (?P<rest>\S.*)",
    re.IGNORECASE,
)
_STATE: Final = (
    r"(?:(?:not|mainly|mostly|often|typically|usually|always|automatically|only|primarily|directly|fully|\w+ly) )?"
    r"(?:\w{2,}ed|(?:purpose-)?built|made|read|sent|held|kept|set|run|written|stored|given|taken|chosen|known|meant|bound|tied|"
    r"available|responsible|suitable|suited|ideal|useful|good|great|best|perfect|configurable|similar|compatible|"
    r"limited|equivalent|equal|independent|dependent|identical|specific|made of|full of)"
    r"(?:(?:, | (?:and|&|or) )\w{2,}ed)?"
)
_DONE: Final = re.compile(
    rf"(?P<state>{_STATE}) (?P<only>only )?(?P<join>by|for|on|upon|from|in|into|to|with|as|at|per|across|when|if|once|"
    r"before|after|until|during|using|via|through) (?P<rest>\S.*)",
    re.IGNORECASE,
)
_ANYBODY: Final = re.compile(
    r"(?:the )?(?:users|customers|people|others|everybody|everyone|you|team members)", re.IGNORECASE
)
"""Whom many things are done by or with."""
_SPAN: Final = re.compile(
    r"(?:an?|one|\d+|several|many) (?:second|minute|hour|day|week|month|year|decade)s?", re.IGNORECASE
)
_INTENDED: Final = re.compile(r"(?:used|designed|intended|configured|required|meant|built)$")
_TIMES: Final = re.compile(
    r"(?:when|if|once|before|after|until|during)$|"
    r"(?:at|in|on|upon) (?:\w+ ){0,3}?(?:creation|startup|launch|runtime|boot|"
    r"demand|request|response to|a schedule|build|deployment|the end|the start|regular intervals|(?:the )?first)\b",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    r"(?:when|once|after|before|during|until|whenever|every (?:\d+ )?(?:second|minute|hour|day|week|month|year)s?)"
    r"\b[^,;]*",
    re.IGNORECASE,
)
_WHERE: Final = re.compile(
    r"(?:in|inside|within|on|across|at|under|between) (?!\w+ ?(?:seconds|minutes|hours|days)\b)[^,;:]+", re.IGNORECASE
)
_WAY: Final = re.compile(r"(?:by|via|using|through|with|by means of) ", re.IGNORECASE)
_SERVED: Final = re.compile(
    r"(?!(?:an?|the|for|to|more|less) )[\w-]+(?: [\w-]+){0,4} (?:use cases|workloads|scenarios)(?: \([^()]*\))?"
    r"|(?:rarely|frequently|infrequently|seldom|often) \w+ed (?:data|files|objects|records)\b.*",
    re.IGNORECASE,
)
"""What a thing is for, named without `for` (`night-time workloads`)."""
_FOR: Final = re.compile(r"[Ff]or\s+(?P<rest>\S.*)")
_TO: Final = re.compile(r"to\s+(?P<verb>[a-z]+) \S", re.IGNORECASE | re.ASCII)
_ENDS_ELSEWHERE: Final = re.compile(r" (?:to|in|into|at|on) ", re.IGNORECASE)
_FROM: Final = re.compile(r"from\s+(?P<rest>\S.*)", re.IGNORECASE)
_WHICH: Final = re.compile(
    r"(?:which|what|how(?! to\b)|whether|who|where(?! you\b))\s+(?P<next>[\w/-]+)", re.IGNORECASE
)
USERS_VERBS: Final = lexicon.word_set("create add change choose set define configure enable specify select")
_FINITE: Final = lexicon.TERM_BREAKERS | lexicon.VERB_FORMS
_QUALITY: Final = re.compile(
    r"(?:(?:very|highly|fully|more|less|most|least|typically|mostly|often|usually|not|quite|much)\s+)*"
    r"(?:non[\s-]\w+|(?:fully|self)[\s-]managed|\w+[\s-]based|\w+(?:able|ible|ful|less|ous)|cheap(?:er|est)?|fast(?:er|est)?|slow(?:er|est)?|high(?:er|est)?|low(?:er|est)?|large[rst]*|"
    r"small(?:er|est)?|strong(?:er)?|weak(?:er)?|finer?|simpler?|easy|easier|better|worse|older|newer|expensive|agile|public|private|"
    r"automatic|manual|optional|default)(?=\s*(?:$|[,(&-]|–|(?:and|but|or|for|than|as|when|if|due|every|with|at|in|on|to|via|by)\b))"
    r"|.{3,60} (?:possible|allowed)$|(?:higher|lower|faster|slower|cheaper|better|worse|more|less|finer|rarely|"
    r"frequently) ",
    re.IGNORECASE,
)
_DEED: Final = re.compile(
    r"(?P<verb>[^\W\d_]+(?: (?:between|to|from|with|in|on|at|into|for))?) "
    r"(?P<what>(?!\w+ly\b|(?:up|down|out|off|back|away|if|when|while|and|or|only|it|them|by|using)\b)\S.*)",
    re.IGNORECASE,
)
"""A verb with its object, which the verb asks for (`carry eight trucks`)."""
_LEADS: Final = re.compile(r"(?P<verb>lead to|result in|cause) (?P<what>\S.*)", re.IGNORECASE)
_PERSONS: Final = re.compile(
    r"(?:[\w-]+ ){0,3}?(?:clients|users|customers|teams|developers|people|companies|beginners|students|engineers|"
    r"analysts)\b(?!['’])",
    re.IGNORECASE,
)
_WORDS_FOR_MORE: Final = ("etc", "…", "...", "more", "others")
_MORE: Final = re.compile(
    r"(?:,|(?<!\s))\s*(?:(?:and|or)\s*)?(?:etc\b\.?|…|\.\.\.|more\b|others\b)\W{0,40}$|\b(?:etc|and more)\b",
    re.IGNORECASE,
)
_MOST_LISTED: Final = 3
_MOST_NUMBERS: Final = 2
_MOST_WORDS_OF_LISTED: Final = 3


def form_of_phrase(term: str, description: str) -> Form | None:
    """Return what a phrase answers; `NO_FORM` when no question fits it, None when it is no phrase of these."""
    opener = description.partition(" ")[0].casefold()
    readers = (reader for openers, reader in _READERS if not openers or opener in openers)
    return next((form for reader in readers if (form := reader(term, description)) is not None), None)


def is_quality(description: str) -> bool:
    """Whether a description says how something is (`Slow, without steering`, `cheaper than coal`)."""
    return _QUALITY.match(description) is not None


def is_example(description: str) -> bool:
    """Whether a description only gives an example."""
    return _EXAMPLE.match(description) is not None


def _money(term: str, description: str) -> Form | None:
    """A price, or what is paid for."""
    if _PRICE.match(description):
        return Form(COSTS, description)
    if basis := _BASIS.match(description):
        letters = [word for word in terms.words(term) if word.isupper()]
        if not any(terms.contains_words(basis["what"], word) for word in letters):
            return Form("on what basis {be} {it} charged?", basis["what"])
        unit = _UNIT_HAS.search(basis["what"])
        return Form(f"what does {unit['unit']} {_HAVE[unit['verb']]}?", unit["what"]) if unit else NO_FORM
    return Form(CHARGES, description) if _CHARGED.match(description) else None


def _amount(term: str, description: str) -> Form | None:
    """A number with its unit."""
    number = _NUMBER.match(description)
    if number is None:
        return None
    if len(re.findall(r"\d[\d.,]*", description)) > _MOST_NUMBERS:
        figures = [part.strip() for part in description.split(", ")]
        told = 1 < len(figures) <= _MOST_LISTED and all(_NUMBER.match(figure) for figure in figures)
        told = told and all(map(_RATE.search, figures))  # other figures have no noun that says what they are
        return Form(f"which {number_word(len(figures))} rates?", as_list(figures)) if told else NO_FORM
    rest = description[number.end() :].strip()
    unit = number.group("unit") or ""
    frame = next((asked for pattern, asked in _HOW_MUCH if unit and pattern.fullmatch(unit)), "")
    if frame and not rest.startswith(("x ", "×")):
        return Form(frame, description)
    if terms.is_plural(term) and not unit and not rest:
        return Form("how many {it}?", description)
    if unit.casefold() in lexicon.UNITS:
        return Form(IS, description)
    return Form(f"how many {unit}?", description) if terms.is_plural(unit) and not unit[1:].isupper() else NO_FORM


def _example(_term: str, description: str) -> Form | None:
    found = _EXAMPLE.match(description)
    if found is None:
        return None
    return Form("what is an example of {it}?", _MORE.sub("", found.group("what")).strip(" ,"))


def _instead(_term: str, description: str) -> Form | None:
    found = _INSTEAD.match(description)
    return Form("what to use instead?", found["what"] + description[found.end() :]) if found else None


def spared(description: str) -> Form | None:
    """Return what a description says need not be done or be there, asked of no thing in particular; else None."""
    found = _NEED_NOT.fullmatch(description)
    if found and (verb := found["verb"].lower()) in _REGULAR:
        done = _PARTICIPLES.get(verb, f"{verb}d" if verb.endswith("e") else f"{verb}ed")
        return Form(f"what need not be {done}{found['where'] or ''}?", found["what"])
    more = _NO_MORE.fullmatch(description)
    if more and terms.is_plural(more["what"]):
        return Form("what is no longer needed?", more["what"])
    return None


def is_charge(description: str) -> bool:
    """Whether a description says what is paid for."""
    return _CHARGED.match(description) is not None


def _not_needed(_term: str, description: str) -> Form | None:
    if told := spared(description):
        return told
    found = _NO_NEED.match(description)
    if found:
        return Form(
            f"what is there no need {found.group('join').lower()}{' do' if found.group('join') == 'to' else ''}?",
            found.group("what"),
        )
    if needed := _NOT_NEEDED.match(description):
        return Form("what is not needed?", needed.group("what"))
    if nothing := _NOTHING_TO.match(description):
        is_managed = (nothing.group("verb") or nothing.group("noun")).casefold().startswith("manage")
        asked = f"what need not be {'managed' if is_managed else 'maintained'}?"
        return Form(asked, nothing.group("what") or nothing.group("of"))
    return None


def _which_ones(_term: str, description: str) -> Form | None:
    """Which of many a thing is for, where the description narrows them."""
    found = _WHICH_ONES.match(description)
    if found is None or not terms.is_plural(found.group("noun")):
        return None
    return Form(f"which {found.group('noun').lower()}?", found.group("rest"))


def _rule(term: str, description: str) -> Form | None:
    """What a thing, or its user, can or must do."""
    passive = _PASSIVE.match(description)
    if passive and _ANYBODY.fullmatch(passive.group("rest")):
        return NO_FORM
    if passive:
        modal, done, join = (passive.group(name).lower() for name in ("modal", "done", "join"))
        to = " do" if join == "to" and terms.is_order(passive.group("rest")) else ""
        return Form(f"what {modal} {{it}} be {done} {join}{to}?", passive.group("rest"))
    found = _MODAL.match(description)
    if found is None:
        return None
    if found.group("who") and found.group("modal").casefold() != "must":
        return NO_FORM  # what one can do has many answers
    modal = found.group("modal").lower()
    if leads := _LEADS.match(found.group("rest")):
        return Form(f"what {modal} {{it}} {leads.group('verb').lower()}?", leads.group("what"))
    who = (found.group("who") or "").strip().lower()
    rest = found.group("rest").removeprefix("first ")
    acts = noun_forms.is_agent_noun(term) and not term.casefold().startswith("number of ")
    if not who and terms.leading_verb(rest) in USERS_VERBS and not acts:
        who = "you"
    if modal == "can":
        deed = None if who else _DEED.fullmatch(rest)
        # what one can do has many answers
        return Form(f"what can {{it}} {deed['verb'].lower()}?", deed["what"]) if deed else NO_FORM
    if modal == "will" and not who:
        return Form(DOES, rest)
    only = "only " if (found.group("adverb") or "").lower() == "only" else ""
    return Form(f"what {modal} {who or '{it}'} {only}do?", rest)


def _state(_term: str, description: str) -> Form | None:
    """How a thing is: by whom done, for what good, on what based (`Set at the start`, `Good for fog`)."""
    found = _DONE.match(description)
    if found is None:
        return None
    if _ANYBODY.fullmatch(found.group("rest")):
        return NO_FORM
    state, join, rest = found.group("state"), found.group("join").lower(), found.group("rest")
    state = f"{state[:1].lower()}{state[1:]}"
    rest = f"{(found.group('only') or '').lower()}{rest}"
    said = f"{join} {rest}"
    if _TIMES.match(join) or _TIMES.match(said):
        return Form(f"when {{be}} {{it}} {state}?", said)
    if join in {"using", "via", "through"}:
        return Form(f"how {{be}} {{it}} {state}?", said)
    if join == "for" and _SPAN.fullmatch(rest):
        return Form(f"how long {{be}} {{it}} {state}?", rest)
    if join == "to" and (terms.leading_verb(rest) or _INTENDED.search(state)):
        return Form(f"what {{be}} {{it}} {state} to do?", rest)
    if "," in rest and not re.search(r",? (?:and|or|&) ", rest) and not terms.is_clause(rest):
        return Form(LIKE, description)
    return Form(f"what {{be}} {{it}} {state} {join}?", rest)


def _circumstance(_term: str, description: str) -> Form | None:
    """Where, when, how, from what or for what something is."""
    if _SERVED.fullmatch(description):
        return Form(FOR, description)
    purpose = _FOR.match(description)
    if purpose and _PERSONS.match(purpose.group("rest")):
        return Form("for whom {be} {it}?", purpose.group("rest"))
    if purpose:
        return Form(FOR, purpose.group("rest"))
    if (aim := _TO.match(description)) and aim.group("verb").casefold() in lexicon.VERBS:
        return Form(FOR, description[3:].lstrip())
    if _WAY.match(description):
        return Form("how?", description)
    origin = _FROM.match(description)
    if origin and not _ENDS_ELSEWHERE.search(description):
        return Form("from what?", origin.group("rest"))
    if _TIMES.match(description) or _WHEN.fullmatch(description):
        return Form("when?", description)
    return Form("where?", description) if _WHERE.fullmatch(description) else None


def _asks(_term: str, description: str) -> Form | None:
    """What a thing settles (`Berth plan: which ship lies where`)."""
    found = _WHICH.match(description)
    if found is None:
        return None
    following = found.group("next").casefold()
    if description.lower().startswith("which") and (following == "have" or following in _FINITE):
        return NO_FORM  # a relative clause without its noun
    return Form("what {do} {it} determine?", description)


def _names(term: str, description: str) -> Form | None:
    """A few names; more are no answer, and an open list names examples."""
    if deeds.is_order(description) or "=" in description:
        return None
    is_open = needles.any_in(description, _WORDS_FOR_MORE) and _MORE.search(description) is not None
    names = listed(description) or _by_slash(description)
    if not names or _QUALITY.match(names[0]) or any(terms.count_words(name) > _MOST_WORDS_OF_LISTED for name in names):
        return None
    if is_open or len(names) > _MOST_LISTED:
        return NO_FORM
    if terms.is_plural(term):
        return None
    choice = re.search(r" or | / ", description)
    return Form(f"which {number_word(len(names))}{' options' if choice else ''}?", description)


def _by_slash(description: str) -> tuple[str, ...]:
    names = tuple(part.strip() for part in description.split(" / "))
    if len(names) < 2:
        names = tuple(re.split(r" (?:and|or|&) ", description))
    short = all(0 < terms.count_words(name) <= 2 and name[:1].isupper() and not terms.is_verb(name) for name in names)
    acts = lexicon.VERBS.get(names[0].partition(" ")[0].casefold())
    return names if len(names) > 1 and short and not acts else ()


_READERS: Final[tuple[tuple[frozenset[str], Callable[[str, str], Form | None]], ...]] = (
    (frozenset(), _example),
    (frozenset(), _money),
    (frozenset(), _amount),
    (frozenset({"use"}), _instead),
    (frozenset({"no"}), _not_needed),
    (frozenset(), _which_ones),
    (lexicon.word_set("you users we can must should may will"), _rule),
    (frozenset(), _state),
    (frozenset(), _circumstance),
    (lexicon.word_set("which what how whether who where"), _asks),
    (frozenset(), _names),
)
"""What may be told, in the order it is tried, each with the words that it opens with where no others do."""
