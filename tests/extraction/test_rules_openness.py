"""Questions and gaps that many answers would fit are left out, or asked so that one does."""

import pytest

from tests.extraction.slide_notation import ask

_TALK = "- The clerks wait here for a ruling at night"


@pytest.mark.parametrize(
    "line",
    [
        "Executes orders coming from other courts",
        "Uses the Kent seal",
        "Allows a range of written pleas",
        "Handles the reading of wills by looking at the seal alone",
    ],
)
def test_what_a_whole_subject_does_to_much_is_not_asked(line):
    made = ask(f"# Harbor Queue\n{_TALK}\n- {line}")
    assert not [front for front in made if "Harbor Queue" in front and front.endswith("?")]


def test_a_part_of_which_one_deed_is_told_is_asked_for_it():
    made = ask(f"# Court Registry\n{_TALK}\n- Cold archive\n  - Uses salt mines in Kent\n- Every writ has a red seal")
    assert "a red seal" in made.values()


def test_a_quality_does_nothing():
    made = ask(f"# Court Registry\n{_TALK}\n- Immutability\n  - Uses the Kent Sealing method\n  - Enforces old rulings")
    assert not [front for front in made if front.endswith("Immutability use?")]


@pytest.mark.parametrize(
    "line",
    ["Old writs can be viewed within the reading room of Kent", "The lesser writ is similar to the greater writ"],
)
def test_one_of_many_places_and_a_likeness_are_not_asked(line):
    made = ask(f"# Court Registry\n{_TALK}\n- {line}")
    assert not [front for front in made if front.endswith((" within?", " similar to?"))]


def test_what_is_shared_and_what_differs_is_asked_as_both():
    line = "The lesser writ has the same seal as the greater writ, but a different colour"
    made = ask(f"# Court Registry\n{_TALK}\n- {line}")
    asked = {back: front for front, back in made.items()}
    assert asked["the same seal, but a different colour"].endswith(
        "have in common with the greater writ, and what not?"
    )


def test_what_alone_is_possible_is_asked_by_its_kind():
    made = ask(f"# Court Registry\n{_TALK}\n- Night clerks\n  - Can have only brass keys")
    assert made["Harbor Queue – Court Registry: which keys can Night clerks have?"] == "only brass keys"


def test_a_word_before_a_bare_class_is_asked_as_its_kind():
    made = ask(f"# Court Registry\n{_TALK}\n- Lexfind is a per-county service")
    assert made["Harbor Queue – Court Registry: what kind of service is Lexfind?"] == "a per-county service"


@pytest.mark.parametrize(
    "line",
    [
        "Can be called by the Kent Bailiff",
        "Writs can be made based on Kent Rolls",
        "May also be sealed with Kent Wax",
        "Built-in support for Kent Rolls",
        "You pay only when in use",
        "Closes the roll by keeping only the necessary papers",
    ],
)
def test_a_gap_that_many_words_fit_is_none(line):
    assert not [front for front in ask(f"# Court Registry\n{_TALK}\n- {line}") if "[...]" in front]


def test_letters_that_the_words_before_them_begin_with_are_no_gap():
    made = ask(f"# Court Registry\n{_TALK}\n- The on-call clerks are called OCC")
    assert "OCC" not in made.values()
    assert "KBN" in ask(f"# Court Registry\n{_TALK}\n- The on-call clerks are called KBN").values()


def test_names_behind_a_counted_noun_stand_in_brackets():
    made = ask(f"# Court Registry\n{_TALK}\n- 40 wills Sealed Letter, Open Letter")
    assert not [front for front in made if "how many wills Sealed" in front]


def test_a_story_of_one_user_is_no_fact():
    made = ask(f"# Court Registry Use Cases\n{_TALK}\n- Dorset keeps 7 years of wills in the Kent Archive")
    assert not [front for front in made if "Dorset" in front]


def test_how_many_support_something_is_said_of_its_supporters():
    made = ask(f"# Court Registry\n{_TALK}\n- Night sealing is supported by Kent and Dorset")
    assert "Kent and Dorset" in made.values()
    assert not [front for front in made if "which two support" in front]


def test_a_thing_is_not_asked_of_under_a_name_that_ends_with_its_own():
    made = ask("# Royal DocketDesk\n- The writs wait here\n- DocketDesk is a place that keeps the writs of a court")
    assert "What is DocketDesk?" in {front.replace("Harbor Queue: what", "What") for front in made}


def test_what_is_possible_in_one_way_alone_is_asked_for_the_way():
    line = "Night clerks\n  - Can only be reached from your desk using a brass speaking tube\n  - Sleep by day"
    made = ask(f"# Court Registry\n{_TALK}\n- {line}")
    asked = {back: front for front, back in made.items()}
    assert asked["using a brass speaking tube"].endswith("Night clerks: can only be reached from your desk – how?")


@pytest.mark.parametrize(
    "line",
    [
        "Speaking tubes carry rulings to Kent without using the Mail",
        "Pre-process rolls before sending to readers (by hand, roll to sheet…)",
        "May need to tinker with read/write ink on KentDesk",
    ],
)
def test_the_news_of_a_line_lies_not_in_what_it_only_spares_or_comes_before(line):
    made = ask(f"# Court Registry\n{_TALK}\n- {line}")
    assert not {"Mail", "sending to readers", "KentDesk"} & set(made.values())


def test_the_second_half_of_a_statement_has_no_number_under_the_first():
    made = ask(f"# Court Registry\n{_TALK}\n- Every Eight Bells\n  - every 5 GB per desk of data changes")
    assert not [front for front in made if "[...] per desk" in front]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("You can manage rolls & lists after opening", "manage after opening?"),
        ("Night desk\n  - Can have duplicate rolls (by chance, at times)", "have?"),
        ("Night desk\n  - Grows with the load\n  - Maintains performance, but desk design still matters", "maintain?"),
        ("Night desk is integrated with Kent and third-party tools", "integrated with?"),
    ],
)
def test_one_of_many_things_had_managed_or_kept_is_not_asked(line, asked):
    assert not [front for front in ask(f"# Court Registry\n{_TALK}\n- {line}") if front.endswith(asked)]


def test_a_work_does_nothing_itself():
    made = ask("# Handling Sealed Wills (SW) in Registry Rooms\n- Enable seal figures in a registry roll\n- Rolls wait")
    assert not [front for front in made if front.endswith("Rooms do?")]


def test_a_gap_stands_not_in_the_aim_but_in_what_reaches_it():
    line = "To move writs into Kent Archive on outer shelves, you can use brass trolleys"
    assert "Kent Archive" not in ask(f"# Court Registry\n{_TALK}\n- {line}").values()


def test_how_old_a_thing_is_has_no_gap():
    assert (
        "10 years" not in ask(f"# Court Registry\n{_TALK}\n- Night desk\n  - Oldest desk (over 10 years old)").values()
    )


@pytest.mark.parametrize(
    ("line", "gap"),
    [
        ("Night desk\n  - Automatically opened & Free", "Free"),
        ("Seal the night rolls with KentWax if needed", "KentWax"),
        ("Night desk\n  - No more 5 kg limit", "5 kg"),
    ],
)
def test_praise_and_what_is_done_at_will_are_no_gap(line, gap):
    assert gap not in ask(f"# Court Registry\n{_TALK}\n- {line}").values()


def test_a_verb_is_not_asked_of_what_it_is_done_to():
    made = ask(f"# Court Registry\n{_TALK}\n- Supports KentWax for supported rolls")
    assert not [front for front in made if "for supported rolls" in front]
