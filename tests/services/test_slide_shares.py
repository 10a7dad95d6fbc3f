"""Helpers make the cards of a long text quicker, and never others."""

import os
import subprocess
import sys

import pytest

from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import find_cards, read_slides
from flashdeck.readers.text import read_text_document
from flashdeck.services import find_cards as finding
from flashdeck.services.slide_shares import SlideShares, helpers_for
from tests.benchmarks.files import write_deck

OPTIONS = ExtractionOptions(keeps_rejections=False)
LONG = 120_000


@pytest.fixture
def deck(tmp_path):
    path = tmp_path / "deck.txt"
    write_deck(path, 12_000)
    return path


@pytest.fixture
def document(deck):
    return read_text_document(deck)


@pytest.fixture
def slides(document):
    return read_slides(document).slides


@pytest.fixture
def shares(deck, document):
    with SlideShares(deck, OPTIONS, helpers=2) as started:
        started.expect(document)
        yield started


def cards_of(slides, shares: SlideShares | None = None):
    return list(find_cards(slides, name="deck.txt", options=OPTIONS, elsewhere=shares))


def wait_for_all(shares: SlideShares, wanted: int) -> None:
    """Look for news until the helpers have made so many slides."""
    while len(shares) < wanted:
        shares.take(-1)


def test_helpers_make_every_slide_among_them_as_it_would_be_made_here(slides, shares):
    wait_for_all(shares, len(slides))
    cards = cards_of(slides, shares)
    assert len(shares) == 0
    assert cards == cards_of(slides)


def test_a_helper_that_read_another_text_is_not_believed(deck, document, slides, shares, tmp_path):
    changed = tmp_path / "changed.txt"
    changed.write_text(deck.read_text().replace("single", "triple"))
    with SlideShares(changed, OPTIONS, helpers=1) as wrong:
        wrong.expect(document)
        while len(shares) < len(slides):
            assert [wrong.take(index) for index in range(len(slides))] == [None] * len(slides)
            shares.take(-1)


def test_a_helper_that_dies_costs_time_and_no_card(slides, shares):
    wait_for_all(shares, 3)
    shares._children[0].cancel()
    assert cards_of(slides, shares) == cards_of(slides)


def test_a_helper_ends_when_nobody_reads_what_it_makes(tmp_path):
    deck = tmp_path / "deck.txt"
    write_deck(deck, 1_000_000)
    command = [sys.executable, "-m", "flashdeck", "slides-worker", str(deck), "0.58", "0", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as helper:
        helper.stdout.readline()
        helper.stdout.close()
        assert helper.wait(timeout=120) != 0


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system binds no process to a processor")
def test_only_a_text_worth_it_has_helpers_and_only_on_more_than_one_processor(tmp_path):
    short, long, huge = tmp_path / "short.txt", tmp_path / "long.txt", tmp_path / "huge.txt"
    write_deck(short, 50_000)
    write_deck(long, LONG)
    show = tmp_path / "show.PPTX"
    show.write_bytes(long.read_bytes())
    huge.touch()
    os.truncate(huge, 17 << 20)
    mine = os.sched_getaffinity(0)
    assert helpers_for(long) == min(len(mine) - 1, 3)
    assert [helpers_for(path) for path in (short, huge, show, tmp_path / "missing.txt")] == [0, 0, 0, 0]
    os.sched_setaffinity(0, {min(mine)})
    try:
        assert helpers_for(long) == 0
    finally:
        os.sched_setaffinity(0, mine)


def test_a_long_file_gives_the_same_cards_in_the_same_order_every_time(tmp_path):
    deck = tmp_path / "deck.txt"
    write_deck(deck, LONG)
    alone = cards_of(read_slides(read_text_document(deck)).slides)
    told: list[float] = []
    assert list(finding.find_cards(deck, OPTIONS, told.append).drafts) == alone
    assert told == sorted(told)
    assert told[-1] == 1.0
