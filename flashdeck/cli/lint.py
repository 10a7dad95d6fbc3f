"""`flashdeck lint`: what is wrong with cards, and how it could be mended."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from flashdeck.cli.opened import collection_option, opened
from flashdeck.cli.options import PATH, deck_and_topic_options, json_option
from flashdeck.extraction.lint import CheckName, Finding, Repair, Severity
from flashdeck.services import search
from flashdeck.services.library import scope_of
from flashdeck.services.lint_cards import LintedCard, lint_collection, lint_file

_SEVERITIES = {severity.name.lower(): severity for severity in Severity}
_PLURALS = {Severity.HINT: "hints", Severity.WARNING: "warnings", Severity.VETO: "vetoes"}


@click.command()
@click.argument("files", nargs=-1, type=PATH)
@json_option
@deck_and_topic_options
@click.option("--search", "query", default="", help="Only cards this search finds, as in the library.")
@click.option(
    "--min-severity",
    type=click.Choice(list(_SEVERITIES)),
    default="hint",
    show_default=True,
    help="Leave out what is less bad.",
)
@collection_option
def lint(
    *,
    files: tuple[Path, ...],
    as_json: bool,
    decks: tuple[str, ...],
    topics: tuple[str, ...],
    query: str,
    min_severity: str,
    collection_path: Path,
) -> None:
    """Name what is wrong with the cards of the collection, or of slide and deck FILES."""
    if files and (decks or topics or query):
        raise click.UsageError("--deck, --topic and --search choose among the cards of the collection, not of FILES.")
    if files:
        linted = [card for path in files for card in lint_file(path)]
    else:
        with opened(collection_path) as (collection, _, today):
            scope = scope_of(collection, decks=decks, topics=topics)
            linted = list(lint_collection(collection, today, search.parse(query, scope)))
    least = _SEVERITIES[min_severity]
    found = [(card, finding) for card in linted for finding in card.findings if finding.severity >= least]
    if as_json:
        click.echo(json.dumps(_to_json(linted, least), ensure_ascii=False, indent=1))
    else:
        _print(linted, found)


def _print(linted: list[LintedCard], found: list[tuple[LintedCard, Finding]]) -> None:
    for check in CheckName:
        of_check = [(card, finding) for card, finding in found if finding.check is check]
        if not of_check:
            continue
        click.echo(f"{check.value}: {len(of_check)}")
        for card, finding in sorted(of_check, key=lambda each: -each[1].severity):
            click.echo(f"  {finding.severity.name.lower()}: {finding.why}")
            click.echo(f"    {card.deck_name} | {_line(card.card.front)} | {_line(card.card.back)}")
            if finding.repair is not None:
                click.echo(f"    better: {_repaired(finding.repair)} ({finding.repair.how})")
        click.echo()
    counts = Counter(finding.severity for _, finding in found)
    told = ", ".join(f"{counts[severity]} {_PLURALS[severity]}" for severity in reversed(Severity))
    touched = len({id(card) for card, _ in found})
    click.echo(f"{len(linted)} cards, {touched} with findings: {told}")


def _repaired(repair: Repair) -> str:
    return _line(repair.cloze_text or f"{repair.front} | {repair.back}")


def _line(text: str) -> str:
    return " / ".join(" ".join(line.split()) for line in text.splitlines())


def _to_json(linted: Iterable[LintedCard], least: Severity) -> dict[str, Any]:
    """Return the cards with findings, each with its score, and how often each check found something."""
    cards: list[dict[str, Any]] = []
    counts: Counter[str] = Counter()
    total = 0
    for each in linted:
        total += 1
        findings = [finding for finding in each.findings if finding.severity >= least]
        counts.update(finding.check.value for finding in findings)
        if findings:
            cards.append(_card_to_json(each, findings))
    return {"checked": total, "checks": {check.value: counts[check.value] for check in CheckName}, "cards": cards}


def _card_to_json(each: LintedCard, findings: Iterable[Finding]) -> dict[str, Any]:
    card = each.card
    return {
        "card": card.uid,
        "deck": each.deck_name,
        "topic": card.topic,
        "context": card.context,
        "front": card.front,
        "back": card.back,
        "rule": card.rule,
        "score": each.score,
        "findings": [
            {
                "check": finding.check.value,
                "severity": finding.severity.name.lower(),
                "why": finding.why,
                "repeats": finding.repeats or None,
                "repair": None if finding.repair is None else _repair_to_json(finding.repair),
            }
            for finding in findings
        ],
    }


def _repair_to_json(repair: Repair) -> dict[str, str]:
    if repair.cloze_text:
        return {"kind": "cloze", "front": repair.cloze_text, "back": "", "how": repair.how}
    return {"kind": "basic", "front": repair.front, "back": repair.back, "how": repair.how}
