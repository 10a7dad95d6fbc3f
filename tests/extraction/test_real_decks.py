"""Marks on the two real decks, where they are at hand; never their words."""

from collections import Counter
from pathlib import Path

import pytest

from flashdeck.domain import cloze
from flashdeck.domain.document import TextDocument
from flashdeck.extraction import quality
from flashdeck.extraction.languages import terms
from flashdeck.extraction.lint import MAX_SIDE_WORDS
from flashdeck.extraction.model import Extraction
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides, read_slides

FOLDER = Path(__file__).resolve().parents[2] / ".." / "shared" / "slides"
DECKS = sorted(FOLDER.glob("*.txt")) if FOLDER.is_dir() else []

pytestmark = pytest.mark.skipif(not DECKS, reason="the real slide texts are not here")


def document(path: Path) -> TextDocument:
    return TextDocument(name=path.name, format="text", text=path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=DECKS, ids=lambda path: path.name[:3])
def deck(request) -> tuple[Path, Extraction]:
    return request.param, extract_slides(read_slides(document(request.param)), options=ExtractionOptions())


def test_there_are_a_few_cards_for_each_slide_that_says_something(deck):
    _, extraction = deck
    with_cards = {draft.slide_id for draft in extraction.drafts}
    said = [slide for slide in extraction.slides if slide.groups]
    assert len(with_cards) >= 0.6 * len(said)
    assert 1.5 <= len(extraction.drafts) / len(said) <= 6


def test_every_card_is_grounded_sized_and_alone(deck):
    _, extraction = deck
    sources = {slide.id: quality.source_words(slide) for slide in extraction.slides}
    for draft in extraction.drafts:
        assert all(word in sources[draft.slide_id] for word in terms.key(draft.back).split())
        assert terms.count_words(draft.front) <= MAX_SIDE_WORDS
        assert terms.count_words(draft.back) <= MAX_SIDE_WORDS
        assert draft.context
        assert draft.front.splitlines()[0].endswith("?") or draft.front.count(cloze.BLANK) == 1


def test_no_card_stands_twice(deck):
    _, extraction = deck
    pairs = Counter((terms.key(draft.front), terms.key(draft.back)) for draft in extraction.drafts)
    assert max(pairs.values()) == 1
    assert len({draft.source_key for draft in extraction.drafts}) == len(extraction.drafts)


def test_most_answers_are_short(deck):
    _, extraction = deck
    short = sum(terms.count_words(draft.back) <= 12 for draft in extraction.drafts)
    assert short >= 0.85 * len(extraction.drafts)


def test_every_rejection_says_why(deck):
    _, extraction = deck
    assert all(rejection.reason for rejection in extraction.rejections)


def test_the_same_deck_gives_the_same_cards(deck):
    path, extraction = deck
    assert extract_slides(read_slides(document(path)), options=ExtractionOptions()).drafts == extraction.drafts
