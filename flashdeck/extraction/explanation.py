"""An extraction as `extract --explain` prints it: what each rule made, what was kept and why the rest was not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from flashdeck.extraction.model import Candidate, CardDraft, Extraction, Rejection
from flashdeck.extraction.rules import abroad, english

_LONGEST_SHOWN = 70


def explain(extraction: Extraction) -> str:
    """Return, rule by rule, the cards that were kept and the candidates that were not, by reason, for a person.

    Slides and lines are those of the source; a score is the card's, 0 to 1.
    """
    kept: defaultdict[str, list[CardDraft]] = defaultdict(list)
    for draft in extraction.drafts:
        kept[draft.rule].append(draft)
    rejected: defaultdict[str, list[Rejection]] = defaultdict(list)
    for rejection in extraction.rejections:
        rejected[rejection.candidate.rule].append(rejection)
    names = tuple(dict.fromkeys(name for name, _ in (*english.RULES, *abroad.RULES)))
    lines = [
        f"{extraction.name}: {extraction.dialect}, {len(extraction.slides)} slides, {len(extraction.drafts)} cards",
        "",
        *_table(names, kept, rejected),
    ]
    for name in names:
        lines.extend(_rule(name, kept[name], rejected[name]))
    noise = Counter(line.noise.value for slide in extraction.slides for line in slide.lines if line.noise)
    lines.append("\nlines that are no knowledge:")
    lines.extend(_counted(noise))
    return "\n".join(lines)


def _table(
    names: Iterable[str], kept: Mapping[str, Sequence[CardDraft]], rejected: Mapping[str, Sequence[Rejection]]
) -> Iterator[str]:
    yield f"{'rule':12} {'made':>6} {'kept':>6} {'turned down':>12}"
    for name in names:
        cards, rest = len(kept[name]), len(rejected[name])
        yield f"{name:12} {cards + rest:6} {cards:6} {rest:12}"


def _rule(name: str, kept: Sequence[CardDraft], rejected: Sequence[Rejection]) -> Iterator[str]:
    if not kept and not rejected:
        return
    yield f"\n{name}: {len(kept) + len(rejected)} made, {len(kept)} kept, {len(rejected)} turned down"
    by_reason: defaultdict[str, list[Rejection]] = defaultdict(list)
    for rejection in rejected:
        by_reason[_general(rejection.reason)].append(rejection)
    yield from _counted({reason: len(each) for reason, each in by_reason.items()})
    if kept:
        yield "  kept:"
        yield from (f"    {_place(draft.slide_id, draft)} {draft.score:.2f} {_sides(draft)}" for draft in kept)
    for reason, each in sorted(by_reason.items(), key=lambda one: (-len(one[1]), one[0])):
        yield f"  turned down, {reason}:"
        for rejection in each:
            exact = "" if rejection.reason == reason else f" | {rejection.reason}"
            candidate = rejection.candidate
            yield f"    {_place(rejection.slide_id, candidate)} {_sides(candidate)}{exact}"


def _place(slide_id: str, card: CardDraft | Candidate) -> str:
    return f"{slide_id} line {card.first_line}:"


def _sides(card: CardDraft | Candidate) -> str:
    return f"{_short(card.front)} | {_short(card.back)}"


def _counted(counts: Mapping[str, int]) -> Iterator[str]:
    for reason, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        yield f"  {count:5} {reason}"


def _general(reason: str) -> str:
    """Fold reasons that differ only in a number or a quoted word, so that they can be counted."""
    words = ("…" if any(mark in word for mark in "“”0123456789") else word for word in reason.split())
    return " ".join(words).replace("… …", "…")


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST_SHOWN else folded[: _LONGEST_SHOWN - 1] + "…"
