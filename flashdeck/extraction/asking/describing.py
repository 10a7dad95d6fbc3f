"""The question that the description of a term answers: what it is, what it does, what it means, what it is for."""

import re
from typing import Final

from flashdeck.extraction.analysis import deeds, definitions, kinds
from flashdeck.extraction.analysis.definitions import ARTICLE
from flashdeck.extraction.asking import (
    defining,
    forms,
    kind_phrases,
    labels,
    nouns,
    others,
    phrases,
    praised,
    questions,
    respects,
    roles,
)
from flashdeck.extraction.asking.roles import Asked
from flashdeck.extraction.languages import kinship, lexicon, noun_forms, qualities, synonyms, terms
from flashdeck.extraction.languages.lexicon import ASPECTS
from flashdeck.extraction.naming.wording import (
    number_word,
    owner_of,
    question_about,
    split_actor,
    split_owner,
    without_generic,
)

_QUERY: Final = re.compile(r"(?:SELECT|INSERT|UPDATE|DELETE|CREATE|GRANT|ALTER|COPY|UNLOAD) ")
_DEFINITION_OF: Final = re.compile(r"^definition(?:\s+of)?\s+(?=\S)|(?<=\S)\s+definition$", re.IGNORECASE)
_BY: Final = re.compile(r"(?:using|via|by|through|with) ", re.IGNORECASE)
_REMARK: Final = re.compile(r"(?<=\S) \((?:but|both|not|only|now|optional) [^()]*\)$")
"""A remark in brackets behind a term, rather than its short form."""
_EXAMPLE_OF: Final = re.compile(r"^(?:example|sample)s?(?: of)?\s+(?=\S)|(?<=\S)\s+example$", re.IGNORECASE)
_FOR: Final = re.compile(r"[Ff]or ")
_EFFECTS: Final = lexicon.word_set(
    "eliminate reduce avoid improve increase speed prevent save lower simplify minimize enhance decrease ensure protect"
)
_USE: Final = re.compile(r"(?:use|enable|launch|add) ", re.IGNORECASE)
_FOR_EFFECT: Final = re.compile(rf"^(?:test|verify|validate) | to (?:{'|'.join(sorted(_EFFECTS))}) ", re.IGNORECASE)
_LETS: Final = re.compile(r"(?:allows|enables|lets) ", re.IGNORECASE)
_PUT: Final = re.compile(
    r"(?P<verb>Add|Apply|Attach|Build|Embed|Incorporate|Integrate|Weave) (?P<word>into|onto|to) (?P<what>\S.*)"
)
"""An order whose object is what it is said of (`Weave into the hull`)."""
_ADVISING: Final = re.compile(r"\b(?:best practices|tips|recommendations|optimi[sz]\w+)\b", re.IGNORECASE)
_ABSTRACT: Final = re.compile(r"(?:ity|ancy|ency|ness|access|security|computing)$", re.IGNORECASE)
_PRACTICES: Final = re.compile(r"\b(?:best practices|tips|recommendations)\b", re.IGNORECASE)
_WARNING: Final = re.compile(r"\b(?:avoid|anti[- ]?patterns?|troubleshooting)\b", re.IGNORECASE)
_ILL_ADVISED: Final = re.compile(r"\banti[- ]?patterns?\b", re.IGNORECASE)
_BETTER: Final = re.compile(r"(?P<what>[A-Z]\S*(?: [\w-]+){0,4}?) (?:is|are) (?:better|preferred|recommended)")
_ADVICE: Final = re.compile(
    r"(?:use|ensure|allocate|improve|utili[sz]e|store|set|keep|make|add|apply|check|configure|choose|put|increase|"
    r"monitor) ",
    re.IGNORECASE | re.ASCII,
)
"""What a slide advises on; the orders on it are for its reader."""
_PLACED: Final = re.compile(r"(?P<verb>\w+) (?:the )?[\w-]+ (?P<where>(?:in|on|at|inside) \S.*)")
"""An order that tells a place (`Moor the tug at the quay`)."""
_COST: Final = re.compile(r"\b(?:costs?|pric(?:e|es|ing)|billing|fees?|pay\S*)\b", re.IGNORECASE)
_DEFINES: Final = re.compile(
    r"(?P<name>(?:An? )?[A-Z][\w-]*(?: [\w-]+){0,3}?) (?:is|are) "
    r"(?P<what>(?:an?|the|sets?|groups?|collections?|lists?) .{12,})"
)
_ACTS: Final = re.compile(r"(?P<name>[A-Z][a-z-]+(?: [A-Z][a-z-]+){1,2}) (?P<what>[a-z]+s (?:the|an?|all|each) .+)")
_COMMAND: Final = re.compile(
    r"[a-z][\w.-]*+(?: (?:[\w./=:-]*+[<>\[\]][\w<>./=:-]*+|(?>(?:[^\W_]|[./:])*)[=_-][\w./=:-]*+))+"
    r"|[a-z][\w.-]*(?: [a-z][\w-]+)?(?: <[^<>]+>)+"
)
_OF_OWNER: Final = frozenset({questions.DOES, questions.FOR})
_BRACKET: Final = re.compile(r"\([^()]*\)")
_PAID: Final = re.compile(r"(?:you )?(?:only )?(?:pay|charg(?:es?|ed)|bill(?:ed|s)?|per)\b", re.IGNORECASE)
_STATE: Final = re.compile(r"what \{be\} \{it\} (?:\w+ly )?\w+ed |what does \w")
_DEFINED: Final = frozenset({"definition", "description", "what is it"})
_STANDS: Final = re.compile(r"\bstands? for\b")
_ONE_CASE: Final = frozenset({"use case", "example use case"})
_COUNTED: Final = re.compile(r"(?P<which>which (?:two|three))\?")
_OPTIONS: Final = re.compile(r"which (?P<count>two|three) options\?")
_DEFAULTS: Final = re.compile(r"(?P<of>\S.*) defaults?", re.IGNORECASE)
_FIELD: Final = re.compile(
    r"\b(?:handling|support|integration|management|movement|optimisation|optimization|orchestration|processing|protection|security|"
    r"compliance|monitoring|governance|collaboration|ingestion|delivery|maintenance|defence|defense|storage|retrieval|reporting|visibility|logging|"
    r"auditing)$",
    re.IGNORECASE,
)
"""A field of work, which does nothing itself: what the label belongs to does something for it."""
_COMPOUND: Final = re.compile(r"\b\w+-[\w-]+")
_FEWEST_MEANS: Final = 2
_MOST_MEANS: Final = 4
_MAX_NEWS: Final = 3
_MAX_EXPANDED: Final = 6
_REPEATED: Final = re.compile(r"(?P<letter>[a-z])(?P<times>[2-4])(?![\d])")
"""A letter that stands for several words (`S3`)."""


def ask(term: str, description: str, owner: str, names: nouns.Names, *, how: str = "") -> Asked | None:
    """Return the question that a description of a term answers, or None when it does not tell which.

    Args:
        term: as the slide writes it, without a colon.
        description: what the slide says of it.
        owner: what it belongs to; may be empty.
        names: what the deck knows of its words.
        how: how term and description were told apart.
    """
    if special := _special(term, description, owner_of(term, owner)):
        return special
    term = _DEFINITION_OF.sub("", without_generic(_REMARK.sub("", term))) or term
    owner = owner_of(term, owner)
    if labels.is_vague(term) or (_QUERY.match(description) and (term.isupper() or not labels.is_respect(term))):
        return None
    advice = labels.advises(term) and terms.opens_in_third_person(description)
    if labels.is_task(term) and (advice or not terms.opens_in_third_person(description)):
        return _task(term, description, owner)
    if told := (
        roles.of_bound(term, description, owner, names)
        or respects.told(term, description, owner, names, how=how)
        or others.of_other(term, description, owner, names)
    ):
        return told
    if other := _defined_instead(term, description):
        return ask(*other, f"{owner} – {term}" if owner else term, names)
    form = forms.form_of(term, description, how=how)
    if form is not None and form.frame.startswith("what {be} {it} ") and (default := _DEFAULTS.fullmatch(term)):
        term, form = default["of"], questions.Form(f"{form.frame[:-1]} by default?", form.back)
    before, last = split_owner(owner)
    if last and form is not None and form.frame in _OF_OWNER and kinds.is_kind_line(term):
        term, owner = last, before  # `Fully managed service` over what its owner does
    if respect := _respect(term, description, owner, form, names):
        return None if respect is roles.NO_CARD else respect
    if form is None or labels.is_spoken(term):
        return None
    found = roles.of_part(term, description, owner, form, names) or _of_thing(term, description, owner, form, names)
    return None if found is roles.NO_CARD else found


def _of_thing(term: str, description: str, owner: str, form: questions.Form, names: nouns.Names) -> Asked | None:
    """The question of a form, asked of a thing or of a quality."""
    if labels.is_quality(term):
        return _quality(term, description, owner, form)
    before, last = split_owner(owner)
    if last and form.frame.startswith("what can {it} be") and nouns.is_process(term):
        term, owner = last, before  # `Sharing`: can be shared with
    if field := _for_field(form, term, owner, names):
        return field
    is_told = form.frame == questions.INVOLVES and kinship.tells_half(description, term)
    if is_told or (form.frame == questions.DOES and _is_many_of_itself(term, description)):
        return None
    fitting = _for_reader(_by_means(form, term), term, description, owner)
    fitting = defining.settled(fitting, term, description, owner) if fitting else None
    return Asked(_named(fitting.frame, term, description, owner, names), fitting.back) if fitting else None


def _by_means(form: questions.Form, term: str) -> questions.Form:
    """The question for the means of a work, of which several are named (`Mooring: Rope, Chain, or Magnet`)."""
    options = _OPTIONS.fullmatch(form.frame)
    is_done = options is not None and (kind_phrases.is_process(term) or labels.is_work(term))
    return questions.Form(f"by which {options['count']} means?", form.back) if options and is_done else form


def _is_many_of_itself(term: str, description: str) -> bool:
    """Whether a plain word for many things does something to itself (`Ropes: hold certain ropes`)."""
    is_plain = terms.count_words(term) == 1 and terms.is_plural(term) and not terms.is_name_like(term)
    return is_plain and not terms.stems(term).isdisjoint(terms.stems(description))


def _for_field(form: questions.Form, term: str, owner: str, names: nouns.Names) -> Asked | None:
    """The question of what a thing does for a field of work, which does nothing itself (`Safe Cargo Handling`)."""
    before, last = split_actor(owner)
    acts = form.frame == questions.DOES and terms.opens_in_third_person(form.back) and _FIELD.search(term) is not None
    acts = acts and not (terms.is_plural(last) and _LETS.match(form.back))
    named = terms.is_plural(last) and not terms.is_title_case(last)
    if not acts or not last or named or nouns.is_process(last) or qualities.is_adjective(last):
        return None
    if not terms.stems(_COMPOUND.sub("", term)).isdisjoint(terms.stems(form.back)):
        return roles.NO_CARD  # the field said again
    do = "do" if terms.is_plural(last) else "does"
    return Asked(question_about(before, f"what {do} {last} do for {nouns.small(term, names)}?"), form.back)


def _for_reader(form: questions.Form, term: str, description: str, owner: str) -> questions.Form | None:
    """What is to be done rather than what something does, where a slide gives advice or names a work to do."""
    if form.frame in {questions.DOES, questions.TO_DO} and (put := _PUT.fullmatch(description)):
        return questions.Form(f"what to {put['verb'].lower()} {{it}} {put['word']}?", put["what"])
    is_work = labels.is_work(term)
    if form.frame == questions.DOES and deeds.is_order(description) and (is_work or _is_advice(owner, description)):
        return questions.Form("how?" if is_work else questions.TO_DO, description)
    if _ILL_ADVISED.search(owner) and (better := _BETTER.fullmatch(description)):
        return questions.Form("what to use instead?", better["what"])
    if form.frame in {questions.IS, questions.MEANS} and _ILL_ADVISED.search(owner):
        return questions.Form(questions.TO_DO, description)
    is_open = _WARNING.search(owner) or _PRACTICES.search(owner)
    is_way = nouns.is_process(term) or _ABSTRACT.search(term) is not None
    if form.frame == questions.TO_DO and is_way and not is_open:
        placed = _PLACED.match(description)
        same = placed and terms.words(term)[-1][:4].casefold() == placed.group("verb")[:4].casefold()
        return (
            questions.Form("where?", placed.group("where")) if placed and same else questions.Form("how?", description)
        )
    if form.frame == questions.MEANS and is_work:
        return questions.Form("how?", description)
    is_list = form.frame == questions.IS and "," in _BRACKET.sub("", term)
    if _COUNTED.fullmatch(_counted(form.frame, owner)):
        return questions.Form("by what means?", description) if kind_phrases.is_process(term) else None
    return None if is_list or _says_again(term, description, form) else form


def _is_advice(owner: str, description: str) -> bool:
    return _WARNING.search(owner) is not None or (
        _ADVISING.search(owner) is not None and _ADVICE.match(description) is not None
    )


def _says_again(term: str, description: str, form: questions.Form) -> bool:
    """Whether a sentence has all words of its label and few others (`Query groups: assign a set of query groups`)."""
    named, said = terms.stems(term), terms.stems(description)
    if form.frame not in questions.OF_DEEDS or not named or not named <= said:
        return False
    return form.frame == questions.MEANS or (len(named) > 1 and len(said - named) <= _MAX_NEWS)


def _special(term: str, description: str, owner: str) -> Asked | None:
    """The question for a term of a special form: an abbreviation, an example, an order, a clause with its means."""
    if _is_expansion(term, description):
        do = "do" if terms.is_plural(term) else "does"
        return Asked(question_about(owner, f"what {do} {term} stand for?"), description)
    if not terms.words(term):
        return Asked(question_about(owner, f"what does {term} mean?"), description)
    if _EXAMPLE_OF.search(term):
        named = _EXAMPLE_OF.sub("", term)
        asked = f"example {named.lower()}?" if terms.is_generic(named) else f"an example of {named}?"
        return Asked(question_about(owner, asked), description)
    if _BY.match(description) and terms.is_clause(term):
        return Asked(question_about(owner, f"{term} – how?"), description)
    return None


def _defined_instead(term: str, description: str) -> tuple[str, str] | None:
    """Another thing that a description defines instead of its label (`Routes: A buoy is a mark at sea`)."""
    found = _DEFINES.match(description) or _ACTS.match(description)
    if found is None or not terms.is_term(found["name"]) or terms.stems(found["name"]) <= terms.stems(term):
        return None
    if found.re is _ACTS and not terms.opens_in_third_person(found["what"]):
        return None
    opener = ARTICLE.match(found["name"])
    return f"{found['name'][0].lower()}{found['name'][1:]}" if opener else found["name"], found["what"]


def _task(term: str, description: str, owner: str) -> Asked | None:
    if terms.opens_in_third_person(description):
        return Asked(question_about(owner, f"why {term[:1].lower()}{term[1:]}?"), description)
    if not terms.is_order(description) and not _COMMAND.fullmatch(description):
        return None
    verb, _, done_to = description.partition(" ")
    if done_to and verb.casefold() == term.casefold() == terms.leading_verb(description):
        return Asked(question_about(owner, f"what do you {term.lower()}?"), done_to)  # `Moor: moor the tug at the quay`
    same = terms.leading_verb(description) != terms.leading_verb(term) and synonyms.tells(
        terms.stems(term.partition(" ")[0]), terms.stem(verb.casefold())
    )
    if same:  # `Detect leaks: identify where water comes in`
        return Asked(question_about(f"{owner} – {term}" if owner else term, "what does it do?"), description)
    ask_why = terms.leading_verb(description) in _EFFECTS or (_USE.match(term) and _FOR_EFFECT.search(description))
    told = f"{'why' if ask_why else 'how to'} {term[:1].lower()}{term[1:]}?"
    return Asked(question_about(owner, told), description)


def _respect(term: str, description: str, owner: str, form: questions.Form | None, names: nouns.Names) -> Asked | None:
    """The question of a label that is a respect itself: its own wording, praise, `security` of a subject."""
    is_money = form is not None and form.frame in questions.OF_MONEY and not _COST.search(term)
    acts = form is not None and form.frame == questions.DOES and labels.may_act(term)
    if is_money or acts or phrases.is_example(description):
        return None
    if terms.key(term) in _ONE_CASE:
        return praised.of_aim(description, owner) or roles.NO_CARD  # one of many
    before, last = split_owner(owner)
    aspect = ASPECTS.get(terms.key(term))
    if aspect and last and not terms.is_plural(last):
        asked = aspect.format(last)
        if " handle " in asked and (otherwise := _handled(term, description, owner, names)):
            return otherwise
        if asked == f"What does {last} cost?" and _PAID.match(description) and not any(map(str.isdigit, description)):
            asked = f"How is {last} charged?"
        if asked == f"What is {last}?" and terms.opens_in_third_person(description):
            asked = f"What does {last} {'do' if noun_forms.is_agent_noun(last) else 'mean'}?"
        return Asked(question_about(before, asked[:1].lower() + asked[1:]), description)
    if aspect and last and terms.key(term) in _DEFINED:
        return (
            roles.NO_CARD
            if _STANDS.search(description)
            else Asked(question_about(before, f"what are {last}?"), description)
        )
    if owner and labels.is_praise(term):
        return praised.of_praise(term, description, owner)
    if owner and labels.is_improvement(term) and not deeds.is_deed(term, description):
        better = " ".join(word if terms.is_name_like(word) else word.lower() for word in term.split())
        return Asked(question_about(owner, f"why {better}?"), description)
    return _itself(term, description, owner, form, names)


def _handled(term: str, description: str, owner: str, names: nouns.Names) -> Asked | None:
    """The question of a work that something does, unless it is how: by which names, or what it calls for as an aim."""
    said, parts = nouns.small(term, names), definitions.listed(description)
    if _FEWEST_MEANS <= len(parts) <= _MOST_MEANS and all(map(terms.is_name_like, parts)):
        return Asked(question_about(f"{owner} – {said}", f"by which {number_word(len(parts))} means?"), description)
    if not deeds.is_order(description):
        return None
    opens = terms.stem(description.partition(" ")[0])
    is_same = any(kinship.are_kin(opens, word) for word in terms.stems(term))  # `Encryption: encrypt all papers`
    return roles.NO_CARD if is_same else Asked(question_about(owner, f"what does {said} call for?"), description)


def _itself(term: str, description: str, owner: str, form: questions.Form | None, names: nouns.Names) -> Asked | None:
    """The question of a respect by its own name; `NO_CARD` for a claim, None where its form asks more."""
    is_generic = terms.is_generic(term)
    if is_generic and not owner:
        return Asked(question_about("", f"what are the {term.lower()}?"), description)
    is_state = form is not None and _STATE.match(form.frame) and terms.count_words(term) > 1
    asks_more = _FOR.match(description) or (is_state and not respects.is_ensured(term))
    if not owner or (asks_more and not is_generic) or ARTICLE.match(description):
        return None
    if not is_generic and not labels.asks_itself(term):
        return None
    return respects.itself(term, description, owner, form, names) or roles.NO_CARD


def _quality(term: str, description: str, owner: str, form: questions.Form) -> Asked | None:
    """A label that is an adjective: what it means, unless the form asks for something of its own."""
    if form.frame == questions.IS and kind_phrases.names_uses(description):
        form = questions.Form(questions.FOR, description)
    if form.frame in questions.OF_KINDS:
        return Asked(question_about(owner, f"what does {term} mean?"), description)
    form = questions.Form(_counted(form.frame, owner), form.back)
    if _COUNTED.fullmatch(form.frame):
        return None  # no noun tells of what
    before = f"{owner} – {term}" if owner else term
    return Asked(question_about(before, form.frame.format(it="it", them="it", be="is", do="does")), form.back)


def _named(frame: str, term: str, description: str, owner: str, names: nouns.Names) -> str:
    """The question with the term in it; where its article is not known, it stands before the question."""
    plural = nouns.is_plural(term)
    verbs = {"be": "are" if plural else "is", "do": "do" if plural else "does"}
    frame = _counted(frame, owner)
    if frame == questions.ITSELF and owner:
        return question_about(owner, f"{nouns.small(term, names)}?")
    if "{bare}" in frame:
        return question_about(owner, frame.format(bare=nouns.small(term, names)))
    noun = nouns.as_subject(term, description, names)
    if ("{it}" in frame or "{them}" in frame) and noun:
        return question_about(owner, frame.format(it=noun, them=noun, **verbs))
    if not owner and frame in {questions.IS, questions.ITSELF}:
        return f"What {verbs['be']} {term}?"
    before = f"{owner} – {term}" if owner else term
    return question_about(before, frame.format(it="they" if plural else "it", them="them" if plural else "it", **verbs))


def _counted(frame: str, owner: str) -> str:
    """A question for several names with the plural noun of their owner, which says what is counted."""
    counted = _COUNTED.fullmatch(frame)
    last = owner.rpartition(" – ")[2].split()
    is_noun = bool(last) and terms.is_plural(last[-1]) and last[-1].isalpha()
    return f"{counted.group('which')} {last[-1].lower()}?" if counted and is_noun else frame


def _is_expansion(term: str, description: str) -> bool:
    """Whether a description only spells out the letters of a term (`cgroups`: `control groups`)."""
    bare, said = terms.key(term), terms.key(description.strip("\"“”'‘’")).split()
    if not 2 <= len(said) <= _MAX_EXPANDED + 1:
        return False
    bare = _REPEATED.sub(lambda match: match["letter"] * int(match["times"]), bare)
    maker, _, name = bare.partition(" ")
    if name and said[:1] == [maker]:
        bare, said = name, said[1:]  # `Acme TQ`: `Acme Tug Queue`
    if " " in bare or not 2 <= len(said) <= _MAX_EXPANDED:
        return False
    initials = "".join(word[0] for word in said)
    return bare in {initials, f"{initials}s", f"{initials[:-1]}{said[-1]}"}
