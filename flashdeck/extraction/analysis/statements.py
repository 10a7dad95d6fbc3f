"""How the items of a slide hang together: a label over its description, a statement, a cause and what follows."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from flashdeck.extraction.analysis import definitions, illustrations, kinds, retelling, speaking
from flashdeck.extraction.analysis.scope import Item
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.naming import wording

_PRAISE: Final = re.compile(r"(?:best|good|great|ideal|useful|suitable|perfect)\s+(?:for|when|if|to)\b", re.IGNORECASE)
_FROM_TO: Final = re.compile(r"\bfrom\s+\S[^→=>]{0,40}? (?:->|→|=>) ", re.IGNORECASE)
_FRAGMENT: Final = re.compile(
    r"(?:in|at|by|on|with|from|for|through|via|based|using|under|after|before|between|within|without|as|to) ",
    re.IGNORECASE,
)
_WAITS: Final = re.compile(
    r"(?<!you )(?<!they )\b(?:use|uses|includes?|contains?|provides?|like|following)$", re.IGNORECASE
)
"""A description that ends before the list or picture that says what."""
_OPEN_END: Final = re.compile(r"(?:\betc\b\.?|\busw\.?|\.\.\.|…|など)\W*$", re.IGNORECASE)
_EXAMPLE_ONLY: Final = re.compile(r"(?:e\. ?g\b|i\. ?e\b|for example|for instance|z\. ?b\.|etwa\b|例)", re.IGNORECASE)
_WEAK: Final = word_set("use allow enable provide support have leverage offer include require")
"""What a thing may do beside much else, so that it is not what the thing is."""
_MEANS: Final = re.compile(r"\S (?:using|with|via|through|by means of) ", re.IGNORECASE)
_IS_ONE: Final = re.compile(r"an? [a-z]", re.IGNORECASE | re.ASCII)
"""How a line opens that says what its slide's subject is, so that it is no term itself."""
_COUNTED: Final = re.compile(r"(?:at (?:least|most)|one|two|three|up to|\d+)\b", re.IGNORECASE)
_COMMAND: Final = re.compile(r"[a-z][\w.-]*(?: [a-z][\w.-]*)* --?[a-z]")
_MAX_NAME_WORDS: Final = 3
_HEADS_LIST: Final = re.compile(r"\b(?:types|kinds|options|modes|ways|cases|issues|components)$", re.IGNORECASE)
_MAX_LABEL_WORDS: Final = 5
_FEWEST_TOLD: Final = 4
_MAX_ORDER_WORDS: Final = 2
_TAKES: Final = re.compile(r"(?:use|create|attach|configure|define|choose|set up)\s+(?=\S+ )", re.IGNORECASE)
_AIM: Final = re.compile(r"(?:to|use (?:with|for|in)|when|if|for|when you) \w", re.IGNORECASE)
"""How a line opens that tells for which aim or in which case the orders below it hold."""
_MAX_ABOVE: Final = 2


def definition_below(item: Item) -> definitions.Definition | None:
    """Return the label and the text under it that describes it, or None when it heads a list."""
    if not (item.children or item.body) or not terms.is_label(item.plain) or not _is_short_label(item.plain):
        return None
    points = [child for child in item.children if not child.plain.startswith("(")]
    if len(points) < len(item.children) and any(terms.count_words(point.plain) < _FEWEST_TOLD for point in points):
        points = list(item.children)  # too little to do without the remark in brackets
    if item.body:
        parts, how = item.body, "text under a label"
    elif len(points) == 1 and points[0].number is None and not points[0].children and not points[0].body:
        parts, how = (points[0].text,), "single point under a label"
    else:
        return None
    if not item.plain.rstrip().endswith(":") and terms.is_order(item.plain) and how.startswith("single"):
        return None
    description = terms.clean_statement(_joined([part.plain for part in parts]))
    if (
        not description
        or (description[:1] == "(" and description[-1:] == ")")
        or _WAITS.search(description) is not None
        or any(definitions.holds_arrow(part.plain) and not _FROM_TO.search(part.plain) for part in parts)
        or (item.children and (_opens_terms(item.children[0]) or definitions.glosses_in(item.children[0].text)))
        or _EXAMPLE_ONLY.match(description)
        or (item.children and not item.plain.rstrip().endswith(":") and _is_another_name(description))
    ):
        return None
    return definitions.Definition(
        term=terms.clean_label(item.plain),
        description=retelling.without_term(terms.clean_label(item.plain), description),
        how=how,
        first_line=item.text.first_line,
        last_line=parts[-1].last_line,
    )


def _is_another_name(description: str) -> bool:
    """Whether a point only names a thing (`Night Ferries`), so that it may as well stand beside what is above it."""
    named = [word for word in terms.words(description) if word[:1].isupper()]
    return (
        2 <= len(named) == len(terms.words(description)) <= _MAX_NAME_WORDS
        and terms.is_label(description)
        and not any(word[1:] != word[1:].lower() for word in named)
    )


def _joined(parts: list[str]) -> str:
    """Return texts as one, with the full stop that a new line stands for where the source left it out."""
    joined = parts[0]
    for part in parts[1:]:
        if part.startswith("+ "):
            break  # what comes on top
        ends = joined.rstrip().endswith((".", ",", ":", ";", "!", "?", "(", "-", "–")) or joined[:1] == "("
        goes_on = ends or not part[:1].isupper() or part.partition(" ")[0].casefold() in {"or", "and"}
        joined = f"{joined} {part}" if goes_on else f"{joined}. {part}"
    return joined


def _opens_terms(item: Item) -> bool:
    return not definitions.describes_identifier(item.text) and item.definition is not None


def _is_short_label(plain: str) -> bool:
    """Whether a label names what stands below it; without a colon a long or spoken one is a statement itself."""
    if plain.rstrip().endswith(":"):
        return True
    found = terms.words(plain)
    spoken = terms.opens_in_third_person(plain) or (terms.is_order(plain) and len(found) > _MAX_ORDER_WORDS)
    return (
        len(plain.split()) <= _MAX_LABEL_WORDS
        and not spoken
        and (plain[:1].islower() or not terms.is_clause(plain))
        and not (found[0].casefold().endswith("ly") and "-" not in found[0])
        and not _PRAISE.match(plain)
        and not (definitions.ARTICLE.match(plain) and len(found) > _MAX_ORDER_WORDS)
        and not wording.DESCRIBES.match(plain)
    )


def first_point(item: Item) -> definitions.Definition | None:
    """Return a term and the first of several points under it, when that point says what the term is or does."""
    if len(item.children) < 2 or item.body or not terms.is_term(item.plain) or item.children[0].number is not None:
        return None
    if (terms.is_order(item.plain) or _IS_ONE.match(item.plain)) and not item.plain.rstrip().endswith(":"):
        return None
    if _HEADS_LIST.search(terms.clean_label(item.plain)):
        return None
    point = item.children[0]
    description = terms.clean_statement(point.plain)
    acts = [terms.opens_in_third_person(child.plain) for child in item.children]
    operates = terms.is_name_like(item.plain) or terms.words(item.plain)[-1].casefold().endswith("ing")
    operates = operates or _COMMAND.match(item.plain) is not None
    is_weak = terms.leading_verb(description) in _WEAK
    says = (
        (definitions.ARTICLE.match(description) and not (description[:4] == "The " and terms.is_clause(description)))
        or (acts[0] and not is_weak and (operates or sum(acts) == 1))
        or (operates and not is_weak and _is_operation(item.plain) and terms.is_order(description))
        or (kinds.kind_in(description) and not _COUNTED.match(description))
        or definitions.RELATIVE.match(description)
    )
    if (
        not says
        or point.children
        or point.plain.rstrip().endswith(":")
        or point.definition
        or sum(child.definition is not None for child in item.children) > 1
        or _OPEN_END.search(description)
        or all(map(_names_means, item.children[:2]))
        or not 4 <= terms.count_words(description) <= definitions.LONG_WORDS
    ):
        return None
    return definitions.Definition(
        term=terms.clean_label(item.plain),
        description=description,
        how="first point under a term",
        first_line=point.text.first_line,
        last_line=point.text.last_line,
    )


def _names_means(point: Item) -> bool:
    """Whether a point tells one case of its label with its means (`Night mooring using lamps`), as the others do."""
    plain = terms.clean_statement(point.plain)
    return _MEANS.search(plain) is not None and not (terms.is_order(plain) or terms.opens_in_third_person(plain))


def _is_operation(term: str) -> bool:
    """Whether a term names what is done or does it (`Mooring`, `Harbour Crane`), of which an order can say what."""
    is_name = len(terms.words(term)) == 1 or terms.is_title_case(term)
    return "," not in term and (
        is_name or _COMMAND.match(term) is not None or terms.words(term)[-1].casefold().endswith("ing")
    )


def heads_examples(item: Item) -> bool:
    """Whether an item is the heading of worked examples."""
    return item.is_heading and illustrations.tells_of_examples(item.plain)


def owner_of(item: Item) -> str:
    """Return the name of what an item speaks of, with the line above it where the item means nothing without it.

    A fragment (`in the old shed`) needs the sentence that it completes; an order needs the aim above it (`To save
    fuel`), and a line without a subject the one that stands above it, whatever its form.
    """
    owner = item.owner
    if not item.labels or not loses_parent(item, owner):
        return owner
    above = item.labels[-1].rstrip(":")
    is_fragment = _FRAGMENT.match(item.plain) and not terms.is_clause(item.plain.partition(",")[0])
    if not (
        (is_fragment and terms.is_clause(above))
        or (_AIM.match(above) and terms.is_order(item.plain))
        or (speaking.lacks_subject(item.plain) and _lists(above))
    ):
        return owner
    return f"{owner} – {above}" if owner else above


def loses_parent(item: Item, owner: str) -> bool:
    """Whether the name of what an item speaks of leaves out the line directly above it."""
    above = terms.clean_label(item.labels[-1]) if item.labels else ""
    return bool(above) and not terms.is_generic(above) and not terms.is_covered(above, owner.split(" – "))


def lacks_speaker(item: Item, owner: str) -> bool:
    """Whether a line without a subject stands under one that its owner leaves out, so that it is not the owner's."""
    is_listed = bool(item.labels) and _lists(item.labels[-1])
    return is_listed and speaking.lacks_subject(item.plain) and loses_parent(item, owner)


def _lists(label: str) -> bool:
    """Whether a label names several things (`Copy, sort, stack`), which `wording.name` leaves out for its length."""
    return label.count(",") >= wording.MANY_COMMAS


def is_said_of_used(item: Item, items: Iterable[Item]) -> bool:
    """Whether a line above an item asks to use a thing, of which a line without a subject speaks.

    Args:
        item: the line.
        items: all of its slide, in source order; dumps lose the depth of lines, so those beside it count too.
    """
    beside = [other for other in items if other.labels == item.labels]
    above = [*item.labels[-1:], *(other.plain for other in beside[: beside.index(item)][-_MAX_ABOVE:])]
    return any(map(_TAKES.match, above))


def arrow_pairs(items: tuple[Item, ...], parent: Item | None = None) -> Iterator[tuple[Item, str, str]]:
    """Yield (where, cause, consequence) for every arrow among siblings and inside lines."""
    before = parent
    for item in items:
        match = definitions.ARROW.search(item.plain) if definitions.holds_arrow(item.plain) else None
        if match is None:
            before = item
        elif match.start() == 0:
            if before is not None:
                yield item, before.plain, item.plain[match.end() :]
        else:
            yield item, item.plain[: match.start()], item.plain[match.end() :]
        if item.children:
            yield from arrow_pairs(item.children, item)
