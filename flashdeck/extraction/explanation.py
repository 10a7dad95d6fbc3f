"""An extraction as `extract --explain` prints it: what each rule made, what was kept and why the rest was not."""

from collections import Counter, defaultdict

from flashdeck.extraction.model import Extraction
from flashdeck.extraction.rules import RULES, RULES_ABROAD

_LONGEST_SHOWN = 70


def explain(extraction: Extraction) -> str:
    """Return what each rule made, what was kept and why the rest was turned down, for a person to read."""
    kept = Counter(draft.rule for draft in extraction.drafts)
    reasons: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for rejection in extraction.rejections:
        reasons[rejection.candidate.rule][_general(rejection.reason)] += 1
    lines = [
        f"{extraction.name}: {extraction.dialect}, {len(extraction.slides)} slides, {len(extraction.drafts)} cards"
    ]
    for name in dict.fromkeys(name for name, _ in (*RULES, *RULES_ABROAD)):
        turned_down = sum(reasons[name].values())
        lines.append(f"\n{name}: {kept[name] + turned_down} made, {kept[name]} kept, {turned_down} turned down")
        lines.extend(
            f"  {count:5} {reason}"
            for reason, count in sorted(reasons[name].items(), key=lambda one: (-one[1], one[0]))
        )
    noise = Counter(line.noise.value for slide in extraction.slides for line in slide.lines if line.noise)
    lines.append("\nlines that are no knowledge:")
    lines.extend(f"  {count:5} {reason}" for reason, count in sorted(noise.items(), key=lambda one: (-one[1], one[0])))
    lines.append("\nturned down, one by one:")
    lines.extend(
        f"  {rejection.slide_id} line {rejection.candidate.first_line} {rejection.candidate.rule}: "
        f"{_short(rejection.candidate.front)} | {_short(rejection.candidate.back)} | {rejection.reason}"
        for rejection in extraction.rejections
    )
    return "\n".join(lines)


def _general(reason: str) -> str:
    """Fold reasons that differ only in a number or a quoted word, so that they can be counted."""
    words = ("…" if any(mark in word for mark in "“”0123456789") else word for word in reason.split())
    return " ".join(words).replace("… …", "…")


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST_SHOWN else folded[: _LONGEST_SHOWN - 1] + "…"
