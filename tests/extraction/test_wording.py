"""The subject of a slide, its context line, and the grammar of questions."""

import pytest

from flashdeck.extraction.asking import lists, nouns, whole
from flashdeck.extraction.naming import subjects, wording
from tests.extraction.slide_notation import scope_for, slide_of

NO_NAMES = nouns.Names(frozenset())


@pytest.mark.parametrize(
    ("title", "subtitle", "topic", "subject"),
    [
        ("Overview", "", "Harbor Queue", "Harbor Queue"),
        ("Key features (cont.)", "", "Harbor Queue", "Harbor Queue"),
        ("Harbor Queue – Pricing", "", "Harbor Queue", "Harbor Queue"),
        ("Queue Limits", "", "Harbor Queue", "Queue Limits"),
        ("Night shift", "", "Harbor Queue", "Harbor Queue – Night shift"),
        ("Cargo Security (CS)", "", "Harbor Queue Security", "Harbor Queue – Cargo Security (CS)"),
        ("Woven Ropes", "", "Types of Ropes", "Woven Ropes"),
        ("Mooring", "", "Elastic Mooring Service", "Mooring"),
        ("Examples (Hemp)", "", "Harbor Queue", "Harbor Queue – Hemp"),
        ("How can sailors reach Lisbon Port?", "", "", "Lisbon Port"),
        ("Where are Ropes Tied?", "", "", "Knots and Ropes"),
        ("What is a Tug?", "", "Tug Service", "Tug Service"),
        ("What is a Tug?", "", "Tug Engines", "Tug"),
        ("Harbor Queue", "Secondary Ropes", "Harbor Queue", "Harbor Queue – Secondary Ropes"),
        ("Harbor Queue Overview", "", "", "Harbor Queue"),
        ("Introduction to Knots", "", "", "Knots"),
        ("HQ Signals", "", "Harbor Queue", "HQ Signals"),
        ("Examples of Knots", "", "", "Knots"),
        ("Problem 2: Wet Ropes", "", "", "Wet Ropes"),
        ("", "", "", "Knots and Ropes"),
        ("Tugs usually follow this order", "", "", "Tugs"),
        ("We can see which ropes are wet", "", "", "Knots and Ropes"),
        ("What happens when ropes get wet?", "", "", "Knots and Ropes"),
        ("Should tugs be painted?", "", "", "Knots and Ropes"),
        ("Mooring: how much rope?", "", "", "Mooring"),
        ("Good knots = short ropes", "", "", "Good knots"),
        ("Night Watch Roster – NWR", "", "", "Night Watch Roster (NWR)"),
        ("Harbor Pilots: guide ships to the quay", "", "", "Harbor Pilots"),
        ("Knots: the finer points", "", "", "Knots"),
        ("Warnings", "", "", "Knots and Ropes"),
        ("General structure", "", "", "Knots and Ropes"),
        ("Other aspects", "", "Harbor Queue", "Harbor Queue"),
        ("Hemp vs Steel – Steel Ropes", "", "Hemp", "Steel Ropes"),
        ("Knots – Hemp vs. Steel", "", "", "Knots – Hemp vs. Steel"),
        ("One knot ties only one rope", "", "", "Knots and Ropes"),
        ("Harbor Queue 2", "", "Harbor Queue", "Harbor Queue"),
        (
            "Night shift",
            "",
            "The Great Old Harbor Queue of the Far Northern Islands and Their Many Towns",
            "Night shift",
        ),
    ],
)
def test_the_subject_of_a_slide(title, subtitle, topic, subject):
    slide = slide_of("- x", title=title, subtitle=subtitle, topic=topic, section="Section 4: Knots and Ropes")
    assert subjects.subject(slide) == subject


def test_a_word_of_many_names_does_not_tie_a_title_to_its_topic():
    slide = slide_of("- x", title="Acme Lamps", topic="Acme Ropes")
    assert subjects.subject(slide) == "Acme Lamps"
    assert subjects.subject(slide, brands={"acme"}) == "Acme Ropes – Acme Lamps"


def test_a_side_of_a_comparison_is_not_put_under_the_other():
    slide = slide_of("# Tug vs Ferry\n= Tug\n- a\n= Ferry\n- b", topic="Tug", is_comparison=True)
    assert subjects.subject(slide) == ""


def test_the_context_line_names_each_thing_once():
    slide = slide_of("- x", title="Harbor Queue – Limits", topic="Harbor Queue", section="Section 3: Queues")
    assert wording.context(slide) == "Queues > Harbor Queue > Harbor Queue – Limits"
    bare = slide_of("- x", title="Harbor Queue", topic="Harbor Queue", section="Harbor Queue")
    assert wording.context(bare) == "Harbor Queue"


@pytest.mark.parametrize(
    ("labels", "name"),
    [
        ((), "Harbor Queue"),
        (("Features",), "Harbor Queue"),
        (("Note",), "Harbor Queue"),
        (("Night shift",), "Harbor Queue – Night shift"),
        (("Harbor Queue FIFO",), "Harbor Queue FIFO"),
        (("Solution: Night shift",), "Harbor Queue – Night shift"),
        (("Includes many tools",), "Harbor Queue"),
        (("Ships are late",), "Harbor Queue"),
        (("Night shift", "Used by the pilots"), "Harbor Queue – Night shift"),
        (("A small harbour tool",), "Harbor Queue"),
        (("It can be set to:",), "Harbor Queue – It can be set to"),
        (("Pilot training through",), "Harbor Queue – Pilot training"),
        (("Tugs never meet ferries",), "Harbor Queue"),
        (("Our approach",), "Harbor Queue"),
        (("Zu den Seilen gehören",), "Harbor Queue"),
        (("Night shift", "Old Tugs"), "Harbor Queue – Night shift – Old Tugs"),
        (("One", "Two shifts", "Third watch", "Fourth bell"), "Harbor Queue – Third watch – Fourth bell"),
        (("One", "The third watch of all pilots", "Fourth bell"), "Harbor Queue – Fourth bell"),
    ],
)
def test_labels_narrow_the_subject(labels, name):
    assert wording.name("Harbor Queue", labels) == name


@pytest.mark.parametrize(
    ("term", "article"),
    [
        ("Winch", "a "),
        ("Anchor", "an "),
        ("Unit", "a "),
        ("HTTP winch", "an "),
        ("TCP winch", "a "),
        ("Winches", ""),
        ("Loading", ""),
        ("Zephyr", ""),
        ("S3", ""),
        ("the winch", ""),
        ("winch", ""),
        ("Harbor winch", ""),
        ("Lift winch", ""),
    ],
)
def test_articles(term, article):
    common = {"winch", "anchor", "unit", "winches", "loading"}
    assert nouns.article(term, "a thing on deck", common, names={"harbor winch"}) == article


def test_questions_agree_with_their_term():
    assert whole.describe("Tugs", "pull the ships", "Port", NO_NAMES) == "Port: what do Tugs do?"
    assert whole.describe("Tugs", "the helpers", "", NO_NAMES) == "What are Tugs?"
    assert whole.describe("Tug", "pulls the ships", "", NO_NAMES) == "Tug: what does it do?"
    assert whole.describe("Benefits", "less work", "", NO_NAMES) == "What are the benefits?"
    assert whole.describe("Definition", "a place", "Ports – Quay", NO_NAMES) == "Ports: what is Quay?"
    assert whole.describe("Use cases", "fog", "Two Ports", NO_NAMES) == "Two Ports: Use cases?"
    assert whole.describe("Depth", "9 m", "", NO_NAMES) == "What is Depth?"


def test_praise_is_asked_for_its_reason_and_a_task_for_its_way():
    assert whole.describe("Cost-Effective", "bills the hours at the quay", "Port", NO_NAMES) == ("How is Port charged?")
    assert whole.describe("Fast and reliable", "two tugs", "Port", NO_NAMES) == "Port: in what way fast and reliable?"
    assert whole.describe("Start the winch", "turn the key twice", "Port", NO_NAMES) == (
        "Port: how to start the winch?"
    )


def test_closed_lists_name_their_number():
    assert lists.which("4 kinds of knots", "Ropes", 3) == "Ropes: which three kinds of knots?"
    assert lists.which("Knots", "", 12) == "Which 12 Knots are there?"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- It is sealed at the gate", "Harbor Queue is sealed at the gate"),
        ("- It's sealed at the gate", "Harbor Queue is sealed at the gate"),
        ("- This queue is sealed", "Harbor Queue is sealed"),
        ("- This shed is sealed", "This shed is sealed"),
        ("- They are sealed", "They are sealed"),
    ],
)
def test_an_opening_pronoun_is_replaced_by_the_subject(line, said):
    assert scope_for(f"# Harbor Queue\n{line}").items[0].plain == said


def test_emphasis_moves_with_the_pronoun():
    item = scope_for("# Harbor Queue\n- It is **sealed** with `wax`").items[0]
    assert [item.plain[start:end] for start, end in (*item.text.strong, *item.text.code)] == ["sealed", "wax"]


def test_plural_subjects_take_they():
    item = scope_for("# Harbor Locks\n- They’re sealed at dusk").items[0]
    assert item.plain == "Harbor Locks are sealed at dusk"


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("What is a tide table good for?", "tide table"),
        ("What's in a tide table?", "tide table"),
        ("Why tugs in the fog?", "tugs in the fog"),
        ("How do I know the tide is right?", ""),
        ("Where are the ropes kept?", ""),
        ("What we just built", ""),
        ("How to tie a knot", "How to tie a knot"),
        ("Tide Gauge Demo (2 m)", "Tide Gauge"),
        ("Winches in Action", "Winches"),
        ("Newer Winch features", "Winch"),
        ("Tide Gauge Closing Remarks", "Tide Gauge"),
    ],
)
def test_titles_that_ask_name_their_thing_or_nothing(title, named):
    assert subjects.title_name(title) == named


@pytest.mark.parametrize(
    "label", ["The previous command lists two ropes", "Für einen Knoten gehen Sie so vor", "This rope is made of hemp"]
)
def test_a_label_that_points_or_only_leads_in_stays_out_of_the_name(label):
    assert wording.name("Knots", [label]) == "Knots"


def test_titles_that_point_name_nothing_and_numbered_ways_name_their_thing():
    assert subjects.title_name("What is the problem with this knot?") == ""
    assert subjects.title_name("Method 2: Splicing") == "Splicing"


def test_a_section_that_asks_is_no_subject():
    asking = slide_of("# Why is it wet?", section="Introduction: What floats?")
    assert subjects.subject(asking) == ""
    named = slide_of("# Why is it wet?", section="Chapter 2: Tides")
    assert subjects.subject(named) == "Tides"


def test_a_section_is_not_put_before_the_things_that_a_title_compares():
    sides = "# Hemp vs Steel\n= Steel chains\n- a\n= Cotton\n- b"
    knots = slide_of(sides, topic="Knots", section="Section 2: Knots", is_comparison=True)
    assert subjects.subject(knots) == ""
    narrower = slide_of(sides, topic="Knots", section="Section 2: Ropes", is_comparison=True)
    assert subjects.subject(narrower) == "Knots"


def test_an_order_a_slogan_and_a_default_do_nothing_themselves():
    assert wording.split_owner("Docks – Split a rope") == ("Docks", "")
    assert wording.split_owner("Docks – Pay-as-you-go") == ("Docks", "")
    assert wording.split_owner("Docks – Default") == ("", "Docks")


def test_what_collects_advice_does_nothing_itself():
    assert wording.split_owner("Docks – Best practices for tugs") == ("Docks", "")
    assert wording.split_owner("Docks – Tugs for the night") == ("Docks", "Tugs for the night")


def test_a_section_about_one_example_is_no_subject_of_what_sums_it_up():
    summary = slide_of("# Summary", section="Example: The Northern Quay")
    assert subjects.subject(summary, deck="Tides") == "Tides"


def test_one_of_several_things_in_a_title_takes_its_place():
    assert wording.name("Cold / warm / frozen storage", ["Frozen storage"]) == "Frozen storage"


def test_a_long_chain_keeps_the_labels_that_no_title_tells():
    assert wording.name("Docks – Tugs by night and day", ["Towing Mode", "Slow"]) == "Docks – Towing Mode – Slow"


def test_a_means_is_asked_by_how():
    asked = whole.describe("Rules exist to find lost crates", "using the tally of the mate", "Harbor", NO_NAMES)
    assert asked == "Harbor: Rules exist to find lost crates – how?"


def test_a_title_that_announces_what_is_told_is_no_owner_on_a_front():
    assert wording.question_about("Harbor Terms", "what is a berth?") == "Harbor: what is a berth?"
    assert wording.question_about("Harbor Queue Extra Features", "what is a slot?") == "Harbor Queue: what is a slot?"
    assert wording.question_about("Make features", "how?") == "Make features: how?"
    assert wording.lead("Harbor Terms", "Berths are kept free") == "Harbor: Berths are kept free"


def test_one_of_two_things_keeps_the_name_that_both_belong_to():
    assert wording.name("K8 Ropes and Chains", ["Ropes"]) == "K8 Ropes"
    assert wording.name("Ropes and Chains", ["Ropes"]) == "Ropes"


def test_a_label_that_only_says_what_its_subject_consists_of_stays_out_of_the_name():
    assert wording.name("Harbor Queue", ["Collection of services"]) == "Harbor Queue"
    assert wording.name("Harbor Queue", ["Collection of services at sea"]) != "Harbor Queue"


def test_a_name_that_only_opens_like_a_word_that_points_stays_in_the_name():
    assert wording.name("Harbor Queue", ["Diesel engine"]) == "Harbor Queue – Diesel engine"
    assert wording.name("Harbor Queue", ["Diese Maschine"]) == "Harbor Queue"
