"""Events beside their dates."""

import pytest

from flashdeck.extraction.analysis import dates
from tests.extraction.slide_notation import ask

HISTORY = {"topic": "Lock History", "section": "Section 2: Canals"}


def test_an_event_behind_its_date_is_asked_for_it_and_no_date_for_what_happened():
    made = ask("# Lock History\n- **1823** → The first stone lock opens, replacing two wooden gates", **HISTORY)
    assert made == {"Lock History: The first stone lock opens – when?": "1823"}


def test_two_events_of_one_year_are_asked_for_their_year_only():
    made = ask("# Lock History\n- 1823: The first stone lock opens\n- 1823: The old ferry burns down", **HISTORY)
    assert set(made) == {
        "Lock History: The first stone lock opens – when?",
        "Lock History: The old ferry burns down – when?",
    }


def test_a_date_heads_its_events():
    made = ask("# Lock History\n- 1823 (May) →\n  - Stone lock (on two piles)\n  - Lamp house", **HISTORY)
    assert made["Lock History: Stone lock – when?"] == "1823 (May)"
    assert made["Lock History: Lamp house – when?"] == "1823 (May)"


def test_a_term_with_its_date_and_what_it_did():
    made = ask("# Lock History\n- Canal guild: 1790–1804 → paid the first lock keepers", **HISTORY)
    assert made == {"Lock History: what paid the first lock keepers?": "Canal guild"}
    made = ask("# Lock History\n- Canal guild: 1790 → paid the first lock keepers", **HISTORY)
    assert made["Lock History: Canal guild – when?"] == "1790"


def test_a_period_in_the_title_stays_out_of_the_question():
    made = ask("# Lock History\n## Early 1820s\n- 1823: The first stone lock opens", **HISTORY)
    assert "Lock History: The first stone lock opens – when?" in made


@pytest.mark.parametrize(
    "text", ["1823", "May 1823", "3. Mai 1823", "1820s", "early 1820s", "1823–24", "seit 1823", "2014+"]
)
def test_dates_are_recognised(text):
    assert dates.is_date(text)


@pytest.mark.parametrize("text", ["1823 crates", "18", "Lock 1823 b", "port 8080", ""])
def test_other_numbers_are_no_dates(text):
    assert not dates.is_date(text)


def test_an_event_in_front_of_its_year():
    made = ask("# Lock History\n- Opened to the ships of the canal guild in 1823\n- Lamps lit in May 1824", **HISTORY)
    assert made == {
        "Lock History: Opened to the ships of the canal guild – when?": "1823",
        "Lock History: Lamps lit – when?": "May 1824",
    }


def test_a_beginning_is_not_asked_for_a_span_of_years():
    made = ask(
        "# Lock History\n- 1823–1824: The guild begins to build locks\n- 1830: The old ferry burns down", **HISTORY
    )
    assert made == {"Lock History: The old ferry burns down – when?": "1830"}
    assert not ask("# Lock History\n- 1823–1824 → The guild begins to build locks of stone and iron", **HISTORY)


def test_the_year_of_a_founding_counts_only_in_a_history():
    lone = "# Canal Guild\n- Keeps the locks clean\n- The town founded the guild of pilots in 1823"
    assert not [front for front in ask(lone) if "when?" in front]
    told = "# Canal Guild\n- Started by two pilots in 1823\n- Moved to the town in 1840\n- Lit by gas in 1851"
    assert "1823" in ask(told).values()


@pytest.mark.parametrize("line", ["Founded by two pilots in 1823", "Version 2.0 released in May 1823"])
def test_the_founding_of_a_firm_and_a_single_release_are_not_asked_for_their_year(line):
    made = ask(f"# Canal Guild\n- {line}\n- Moved to the town in 1840\n- Lit by gas in 1851")
    assert "1840" in made.values()
    assert not any("1823" in back for back in made.values())


def test_what_stands_beside_the_date_of_a_name_is_asked_of_one_thing():
    made = ask("# Lock History\n- Argonetes: 1814+ → tow service inspired by horses", **HISTORY)
    assert made["What is Argonetes?"] == "tow service inspired by horses"
    made = ask("# Lock History\n- Stone locks: 1814–1820 → replaced all the wooden gates", **HISTORY)
    assert made["Lock History: what replaced all the wooden gates?"] == "Stone locks"
