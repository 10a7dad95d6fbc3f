"""Marks reached on a real deck, where it lies beside the checkout."""

import csv
import json
import re
from pathlib import Path

import pytest

from flashdeck.extraction.dialects.blank_runs import DIALECT
from flashdeck.extraction.model import Slide
from flashdeck.extraction.text.lines import split_lines
from tests.extraction.dialects.blank_run_texts import shape

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"
DECKS = sorted((SHARED / "slides").glob("000_*.txt"))

pytestmark = pytest.mark.skipif(not DECKS, reason="the real slide texts are not here")


@pytest.fixture(scope="module")
def slides() -> tuple[Slide, ...]:
    return DIALECT.read(split_lines(DECKS[0].read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def labelled() -> list[dict[str, str]]:
    path = SHARED / "gold" / f"{DECKS[0].stem}.slides.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def matched(slides: tuple[Slide, ...], labelled: list[dict[str, str]]) -> list[tuple[dict[str, str], Slide]]:
    pairs = []
    for label in labelled:
        near = [slide for slide in slides if abs(slide.first_line - int(label["first_line"])) <= 2]
        if near:
            pairs.append((label, near[0]))
    return pairs


def test_starts(slides: tuple[Slide, ...], labelled: list[dict[str, str]]) -> None:
    last = int(labelled[-1]["last_line"])
    found = [slide for slide in slides if slide.first_line <= last]
    hits = len(matched(slides, labelled))
    assert 2 * hits / (len(found) + len(labelled)) >= 0.99


def test_titles_and_sections(slides: tuple[Slide, ...], labelled: list[dict[str, str]]) -> None:
    pairs = matched(slides, labelled)
    alike = 0
    for label, slide in pairs:
        mine, gold = words(slide.title), words(label["title"])
        alike += label["title"] in {"(none)", "```"} or len(mine & gold) >= 0.6 * len(mine | gold)
        assert words(label["section"]) <= words(slide.section)
    assert alike / len(pairs) >= 0.965


def test_labelled_noise_stays_out_of_the_groups(slides: tuple[Slide, ...]) -> None:
    labels = json.loads((SHARED / "gold" / f"{DECKS[0].stem}.json").read_text(encoding="utf-8"))
    by_line = {slide.first_line: slide for slide in slides}
    leaks = []
    for label in labels:
        rows = shape(by_line[label["first_line"]]).splitlines()
        content = "\n".join(row for row in rows if not row.startswith("C "))  # program text is shown, never asked
        leaks += [noise for noise in label["noise"] if noise in content]
    assert leaks == []
