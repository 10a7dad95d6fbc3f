"""The language of the search box."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.domain.quality import Quality
from flashdeck.services import search
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.storage.browse import CardFilter, CardRow, SortKey
from flashdeck.storage.collection import Collection
from tests.conftest import basic


@pytest.fixture
def find(collection, clock):
    def run(query: str, **options) -> list[str]:
        card_filter = search.parse(query)
        rows = collection.browser.page(card_filter, clock.now().date(), **options)
        assert collection.browser.count(card_filter, clock.now().date()) == len(rows)
        return [row.content.front for row in rows]

    return run


@pytest.fixture
def library(add, collection, clock, today):
    add(
        basic("1", front="Which class keeps one zone?", topic="S3", tags=("limit",), deck="Cloud::Storage"),
        basic("2", front="Größe eines Objekts?", topic="S3", deck="Cloud::Storage"),
        basic("3", front='What does C++ "auto" mean?', topic="Code", deck="Cloud"),
    )
    session = StudySession(collection, clock, today, today.review_queue(limit=1), StudyMode.REVIEW)
    session.answer(Quality.GOOD)
    with collection.atomic():
        collection.cards.set_suspended([collection.cards.find_uid("3-0").id], suspended=True, now=clock.now())


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "123"),
        ("zone", "1"),
        ("ZON", "1"),
        ("one zone", "1"),
        ("zone auto", ""),
        ("grosse", ""),
        ("große", "2"),
        ("grö", "2"),
        ('C++ "auto', "3"),
        ('C++ ""auto"" mean', "3"),
        ("-zone", "23"),
        ("-zone -auto", "2"),
        ("topic:s3", "12"),
        ("topic:s3 -zone", "2"),
        ('deck:"Cloud::Storage"', "12"),
        ("deck:Cloud", "123"),
        ("tag:limit", "1"),
        ("tag:lim", ""),
        ("is:new", "23"),
        ("is:new is:suspended", "3"),
        ("is:scheduled", "1"),
        ("is:due", ""),
        ("??", "123"),
        ("zone OR auto", ""),
        ("zone -- NOT (", ""),
    ],
)
def test_finds(find, query, found):
    fronts = {"1": "Which class keeps one zone?", "2": "Größe eines Objekts?", "3": 'What does C++ "auto" mean?'}
    assert find(query) == [fronts[number] for number in found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("topic:gateways", "ab"),
        ("topic:GATE", "ab"),
        ('topic:"api gate"', "a"),
        ("topic:gate topic:tränk", "b"),
        ("topic:gate topic:zone", ""),
        ("topic:question", ""),
        ("topic:??", "abc"),
        ("deck:Net topic:gate", "a"),
        ("topic:gate answer", "ab"),
    ],
)
def test_a_topic_is_found_by_its_words(find, add, query, found):
    add(
        basic("a", topic="API gateways", deck="Net"),
        basic("b", topic="Gateways für Tränken", deck="Farm"),
        basic("c", topic="Zones", deck="Net"),
    )
    assert find(query) == [f"question {name}?" for name in found]


@pytest.mark.usefixtures("library")
def test_due_cards_are_found_when_they_are_due(find, clock):
    clock.instant += timedelta(days=1)
    assert find("is:due") == ["Which class keeps one zone?"]


@pytest.mark.usefixtures("library")
def test_sorts_and_pages(find):
    assert find("topic:s3", sort=SortKey.QUESTION) == ["Größe eines Objekts?", "Which class keeps one zone?"]
    assert find("topic:s3", sort=SortKey.DUE, descending=True)[0] == "Which class keeps one zone?"


@pytest.mark.usefixtures("library")
def test_a_row_says_all_of_its_card_and_pages_follow_each_other(collection, clock):
    day = clock.now().date()
    rows = [*collection.browser.page(CardFilter(), day, limit=2), *collection.browser.page(CardFilter(), day, offset=2)]
    cards = collection.cards.all()
    assert [row.is_suspended for row in rows] == [False, False, True]
    assert rows == [
        CardRow(
            card_id=card.id,
            uid=card.uid,
            note_id=card.note_id,
            ordinal=card.ordinal,
            deck_name=card.deck_name,
            content=collection.notes.get(card.note_id).content,
            state=card.state,
            is_suspended=card.is_suspended,
            buried_until=None,
        )
        for card in cards
    ]


@pytest.mark.usefixtures("library")
def test_a_row_says_until_when_a_card_is_buried(collection, clock):
    day = clock.now().date()
    with collection.atomic():
        collection.cards.bury(collection.cards.find_uid("2-0").id, until=day + timedelta(days=1), now=clock.now())
    rows = collection.browser.page(search.parse("is:buried"), day)
    assert [(row.uid, row.ordinal, row.buried_until) for row in rows] == [("2-0", 0, day + timedelta(days=1))]
    assert [row.buried_until for row in collection.browser.page(search.parse("is:new -zone"), day)].count(None) == 1


@pytest.mark.parametrize("query", ["is:tired", "-is:due", "-topic:x"])
def test_says_what_it_does_not_know(query):
    with pytest.raises(search.SearchSyntaxError):
        search.parse(query)


@given(query=st.text(max_size=60))
def test_no_query_breaks_the_database(tmp_path_factory, query):
    with Collection(tmp_path_factory.getbasetemp() / "search.flashdeck") as collection:
        try:
            card_filter = search.parse(query)
        except search.SearchSyntaxError:
            return
        assert collection.browser.page(card_filter, date(2026, 1, 1)) == ()
