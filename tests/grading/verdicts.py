"""What graders found, counted."""

import csv
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import fmean

CRITERIA = ("grounded", "self-contained", "atomic", "answerable", "worth knowing")
VERDICTS = ("accept", "edit", "reject")
_Z = 1.96
"""The normal quantile of a 95 % interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """One grader's opinion of one card.

    Attributes:
        grades: 0, 3, 7 or 10 for each of `CRITERIA`.
        verdict: one of `VERDICTS`.
    """

    grades: tuple[int, ...]
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A card of a sample with the gradings it got, the main grader's first."""

    file: str
    rule: str
    gradings: tuple[Grading, ...]


def read_sample(folder: Path) -> list[Graded]:
    """Return the cards of `sample.tsv` with what each `verdicts*.tsv` beside it says of them."""
    opinions = [_verdicts(path) for path in sorted(folder.glob("verdicts*.tsv"))]
    with (folder / "sample.tsv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source, delimiter="\t"))
    graded = [
        Graded(
            file=row["file"],
            rule=row["rule"],
            gradings=tuple(opinion[row["number"]] for opinion in opinions if row["number"] in opinion),
        )
        for row in rows
    ]
    if any(not card.gradings for card in graded):
        raise ValueError(f"{folder}: not every card has a verdict")
    return graded


def _verdicts(path: Path) -> dict[str, Grading]:
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        number, *fields = line.split("\t")
        if not number.isdigit():
            continue
        grades, verdict = tuple(int(field) for field in fields[: len(CRITERIA)]), fields[len(CRITERIA)].strip()
        if not set(grades) <= {0, 3, 7, 10} or verdict not in VERDICTS:
            raise ValueError(f"{path}: card {number} is not graded by the rubric")
        if verdict == "accept" and min(grades) < 7:
            raise ValueError(f"{path}: card {number} is accepted with a grade below 7")
        found[number] = Grading(grades=grades, verdict=verdict)
    return found


def interval(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927)."""
    share, spread = hits / total, _Z**2 / total
    middle = share + spread / 2
    reach = _Z * math.sqrt(share * (1 - share) / total + spread / (4 * total))
    return (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return how far two graders agree beyond chance (Cohen 1960); 1 when both always say the same."""
    agreed = fmean(first == second for first, second in pairs)
    by_chance = sum(
        fmean(first == verdict for first, _ in pairs) * fmean(second == verdict for _, second in pairs)
        for verdict in VERDICTS
    )
    return 1.0 if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def table(cards: Sequence[Graded]) -> str:
    """Return the result as a Markdown table: in all, by rule, by file; then the agreement."""
    lines = ["| cards | graded | accepted | 95 % interval | score |", "|---|---|---|---|---|", _row("**all**", cards)]
    lines += [_row(f"rule *{name}*", group) for name, group in _groups(cards, lambda card: card.rule)]
    lines += [_row(f"`{name}`", group) for name, group in _groups(cards, lambda card: card.file)]
    pairs = [(first.verdict, second.verdict) for card in cards for first, second in combinations(card.gradings, 2)]
    if pairs:
        agreed = sum(first == second for first, second in pairs)
        lines.append(f"\nTwo graders on {len(pairs)} cards agree on {agreed}; Cohen's kappa {kappa(pairs):.2f}.")
    return "\n".join(lines)


def _groups(cards: Sequence[Graded], name: Callable[[Graded], str]) -> list[tuple[str, list[Graded]]]:
    groups = defaultdict(list)
    for card in cards:
        groups[name(card)].append(card)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def _row(name: str, cards: Sequence[Graded]) -> str:
    accepted = sum(card.gradings[0].verdict == "accept" for card in cards)
    low, high = interval(accepted, len(cards))
    score = 10 * fmean(fmean(card.gradings[0].grades) for card in cards)
    share = 100 * accepted / len(cards)
    return (
        f"| {name} | {len(cards)} | {accepted} ({share:.0f} %) | {100 * low:.0f} to {100 * high:.0f} % | {score:.0f} |"
    )
