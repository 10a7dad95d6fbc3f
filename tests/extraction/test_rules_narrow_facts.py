"""Cards whose fact another card of the slide tells, or that anybody could tell or nobody need know, are left out."""

from flashdeck.extraction.model import Group, Table
from tests.extraction.slide_notation import ask, cards_of, slide_of, text_of

_TALK = "- The ships wait here for a berth at night"


def _asked_of_table(*rows: str, title: str = "Harbor Boats") -> dict[str, str]:
    lines = slide_of(f"# {title}\n" + "\n".join(rows)).lines
    head, *cells = (tuple(text_of(cell, number) for cell in row.split("|")) for number, row in enumerate(rows, 2))
    groups = (Group(blocks=(Table(rows=tuple(cells), header=head),)),)
    other = slide_of("# Quay Store\n- Crane: lifts a crate out of the queue", first_line=90)
    return dict(cards_of(slide_of(f"# {title}", groups=groups, lines=lines, topic=title), other))


def _course(*slides: str, pages: int) -> dict[str, str]:
    """The cards of slides in a course of so many pages."""
    filling = [f"# Page {number}\n- Nothing to say" for number in range(pages - len(slides))]
    deck = [slide_of(text, first_line=20 * at + 1) for at, text in enumerate((*slides, *filling))]
    return dict(cards_of(*deck))


def test_a_table_of_figures_by_figures_is_reckoned_and_not_asked():
    made = _asked_of_table("Time to cross|2 knots|9 knots", "10 km|3 hours|40 min", "90 km|24 hours|6 hours")
    assert not [front for front in made if "Time to cross" in front]
    named = _asked_of_table("Time to cross|2 knots|9 knots", "Long bay|3 hours|40 min", "Old sound|24 hours|6 hours")
    assert "3 hours" in named.values()


def test_a_cell_that_has_none_is_told_by_those_that_have_some():
    made = _asked_of_table("|Tug|Ferry|Barge", "Mooring fee|none|4 crowns|9 crowns", "Crew|4|9|2")
    assert made["Harbor Boats – Crew: Tug?"] == "4"
    assert "4 crowns" in made.values()
    assert "none" not in made.values()


def test_a_cell_that_only_says_that_there_is_something_is_not_asked():
    made = _asked_of_table("|Tug|Ferry", "Mooring|4 crowns a day|Charges apply", "Crew|4|9")
    assert "Charges apply" not in made.values()


def test_prices_under_cases_are_asked_as_prices():
    made = _asked_of_table("|By the month|With a yearly pass", "Tug berth|$24|$18", "Ferry berth|$34|$28")
    assert made["Harbor Boats – Tug berth: price (With a yearly pass)?"] == "$18"
    titled = _asked_of_table("|Fee by the month|Yearly fee", "Tug berth|$24|$18", "Ferry berth|$34|$28")
    assert titled["Harbor Boats – Tug berth: Yearly fee?"] == "$18"


def test_letters_that_a_course_never_uses_again_are_not_asked():
    alone = "# Harbor Queue\n- It follows the Tide Table Order (TTO)"
    again = "# Quay Store\n- The TTO hangs in the shed"
    front = "What does TTO stand for (Harbor Queue)?"
    assert front in _course(alone, pages=3)
    assert front not in _course(alone, pages=240)
    assert front in _course(alone, again, pages=240)
    assert front in _course("# Harbor Queue\n- Tide Table Order (TTO)\n- Crate list", pages=240)


def test_what_a_term_means_is_told_without_what_its_letters_stand_for():
    made = ask(f"# Harbor Queue\n{_TALK}\n- ODL: Order of Deep Lanes (ships leave by their size)")
    assert "ships leave by their size" in made.values()
    assert not [back for back in made.values() if back.startswith("Order of Deep Lanes (")]


def test_letters_are_not_spelled_by_half_a_description():
    made = ask(f"# Harbor Queue\n{_TALK}\n- TT – Tide Tables for the north of the bay")
    assert not [front for front in made if "stand for" in front]


def test_a_noun_that_a_description_opens_with_is_no_deed_of_the_term():
    made = ask(f"# Harbor Papers\n{_TALK}\n- Cargo: list of cargo rows that a guard has signed")
    assert made["Harbor Papers – Cargo: what is it?"].startswith("list of cargo rows")


def test_a_deed_is_told_in_its_first_sentence():
    made = ask(f"# Harbor Locks\n{_TALK}\n- Sea Locks: Hold the tide back. They are opened by two pilots.")
    assert "Hold the tide back" in made.values()


def test_by_what_means_is_asked_where_an_order_tells_means_and_aim():
    made = ask(f"# Harbor Queue – Night Work\n{_TALK}\n- Crate Handling: Use two lamps to move the crates of the day")
    assert made["Harbor Queue – Night Work – Crate Handling: what to use to move the crates of the day?"] == "two lamps"


def test_why_something_matters_is_not_asked():
    slide = f"# Harbor Papers\n{_TALK}\n- Tidy Lists\n  - Importance: Untidy lists can lead to lost crates"
    assert not [front for front in ask(slide) if "importance" in front]


def test_the_price_of_one_example_is_not_asked():
    made = ask(f"# Harbor Queue\n{_TALK}\n- Example pricing: Pay $4 for a crate in an hour")
    assert not [front for front in made if "example pricing" in front.casefold()]


def test_things_and_cases_under_two_sides_are_asked_of_neither():
    made = ask(
        "# Tug vs Ferry\n= Tug use cases\n- The pulling of heavy ships\n- Work in the fog\n"
        "= Ferry use cases\n- The crossing with cars\n- Trips on a Sunday",
        topic="Harbor",
        is_comparison=True,
    )
    assert not [front for front in made if "which one" in front]


def test_a_case_for_example_is_of_neither_side():
    made = ask(
        "# Tug vs Ferry\n= Tug\n- Pulls a barge in winter (for example)\n- Nine stokers on the deck\n"
        "= Ferry\n- Crosses the bay twice in an hour\n- Carries cars with crates on top",
        topic="Harbor",
        is_comparison=True,
    )
    assert not [front for front in made if "which one" in front and "barge" in front]
    assert made["Harbor: Tug or Ferry – which one: Nine stokers on the deck?"] == "Tug"


def test_what_a_topic_lets_one_do_is_not_asked_on_a_slide_about_a_part_of_it():
    line = "- Harbor Queue allows people to store crates in sheds"
    part = ask(f"# Harbor Queue – Sheds\n{line}\n- A shed has one gate", topic="Harbor Queue")
    assert not [front for front in part if "allow" in front]
    whole = ask(f"# Harbor Queue\n{line}\n- A shed has one gate", topic="Harbor Queue")
    assert [front for front in whole if "allow people to do?" in front]


def test_a_case_whose_front_says_what_happens_is_left_out():
    made = ask("# Tide Limits\n- If you use the lock at low tide, you may be impacted by the tide limits")
    assert not [front for front in made if "what happens" in front]


def test_a_work_under_one_of_several_things_is_what_it_is_for():
    slide = f"# Harbor Tools\n{_TALK}\n- Tug jobs\n  - Large-scale data processing\n- Ferry jobs\n  - Weekly trips"
    assert ask(slide)["Harbor Tools: what are Tug jobs for?"] == "Large-scale data processing"


def test_what_there_is_not_is_no_respect_to_ask_for():
    made = ask(f"# Harbor Queue\n{_TALK}\n- High availability\n  - No scheduled downtime\n  - Two gates")
    assert not [front for front in made if "downtime?" in front]
