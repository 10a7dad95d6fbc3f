"""How the questions name their subject and where they end, on small invented slides."""

from dataclasses import replace

import pytest

from flashdeck.extraction.model import Bullet, BulletList, Group, Line
from tests.extraction.slide_notation import TOPIC, ask, cards_of, slide_of, text_of


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- You can add more pilots to reduce the waiting time",
            "Harbor Queue: what can you add to reduce the waiting time?",
            "more pilots",
        ),
        (
            "- You must send a bell to open the gate",
            "Harbor Queue: what must you send to open the gate?",
            "a bell",
        ),
        (
            "- You can send crates without the need to seal them",
            "Harbor Queue: what can you send without the need to seal them?",
            "crates",
        ),
        ("- Compatible with steel hulls", "What is Harbor Queue compatible with?", "steel hulls"),
        ("- Lamps can be lifted to warn the ships", "Harbor Queue: why can Lamps be lifted?", "to warn the ships"),
        (
            "- Lamps are configured to warn the ships",
            "Harbor Queue: what are Lamps configured to do?",
            "warn the ships",
        ),
        ("- Evolved from a rope list", "What did Harbor Queue evolve from?", "a rope list"),
    ],
)
def test_a_question_keeps_what_tells_it_from_others(line, front, back):
    assert ask(f"# Harbor Queue\n- Nice to have\n{line}")[front] == back


@pytest.mark.parametrize("line", ["- Built in tide clock", "- How much rope is given to each ship"])
def test_what_is_no_sentence_is_not_asked_like_one(line):
    assert not [front for front in ask(f"# Harbor Queue\n- Nice to have\n{line}") if front.endswith("?")]


@pytest.mark.parametrize(
    "line",
    [
        "- Quay Hours: service charged by the hour",
        "- Cold storage included",
        "- Queried in the same way as any other database",
        "- Share One Crane System Across Many Quays",
    ],
)
def test_a_first_point_that_names_no_kind_is_no_definition(line):
    assert "What is Harbor Queue?" not in ask(f"# Harbor Queue\n{line}")


def test_a_side_of_a_pair_is_its_own_subject():
    made = ask("# Tugs and Ferries\n## Tugs\n- Stores coal in the bow", topic="Tugs and Ferries")
    assert made["What do Tugs do?"] == "Store coal in the bow"


def test_a_compound_that_starts_like_an_adverb_can_be_a_term():
    made = ask("# Gates\n= Exit-Only Gate\nAllows ships to leave, while it blocks all others")
    assert (
        made["Harbor Queue – Gates: what does Exit-Only Gate do?"]
        == "Allows ships to leave, while it blocks all others"
    )


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("- Definition of Veer: a turn of the wind", "Harbor Queue – Veer: what is it?"),
        ("- Veer definition: a turn of the wind", "Harbor Queue – Veer: what is it?"),
    ],
)
def test_the_word_definition_is_no_part_of_the_term(line, front):
    assert front.casefold() in {made.casefold() for made in ask(f"# Harbor Queue\n{line}")}


def test_a_participle_heads_no_question():
    made = ask("# Harbor Queue\n= Powered by old steam engines\n- Removes need for coal barges")
    assert not [front for front in made if "does Powered" in front]


@pytest.mark.parametrize(
    ("line", "aspect"),
    [
        ("- Lowest cost", "cost"),
        ("- Cheaper than the railway", "cost"),
        ("- Near-real-time", "latency"),
        ("- Rarely used (e.g. old crates)", "how often is it accessed"),
        ("- Steady throughput", "throughput"),
        ("- Daylight availability", "what kind of availability"),
        ("- Typically large volumes", "data volume"),
    ],
)
def test_a_phrase_about_one_respect_is_asked_by_it(line, aspect):
    made = ask(f"# Harbor Queue\n- Nice to have\n{line}")
    assert made[f"Harbor Queue: {aspect}?"] == line.removeprefix("- ")


@pytest.mark.parametrize(
    "lines",
    [
        "- Lowest cost\n- Cost-effective for islands",  # two answers
        "- Ropes for low cost ships",
        "- The cost is paid by the guild",
        "- Lowest cost: 5 crowns a day",
        "- Higher cost",
        "- Even cheaper",
        "- Cost-effective and small",
    ],
)
def test_other_phrases_are_not_asked_by_a_respect(lines):
    assert "Harbor Queue: cost?" not in ask(f"# Harbor Queue\n- Nice to have\n{lines}")


@pytest.mark.parametrize("line", ["High throughput", "Automatic scaling", "Great performance", "Not real-time"])
def test_what_anything_may_boast_of_is_not_asked(line):
    made = ask(f"# Harbor Queue\n- Nice to have\n- {line}\n- The scaling of a map and the throughput of a lock")
    assert not [front for front in made if front.endswith("?")]


def test_an_order_under_a_label_asks_for_its_object():
    made = ask(
        "# Harbor Queue troubleshooting\n= Slow cranes\n- Replace old ropes\n- Add more hooks to reduce the load"
    )
    assert made["Harbor Queue: Slow cranes – what to replace?"] == "old ropes"
    assert made["Harbor Queue: Slow cranes – what to add to reduce the load?"] == "more hooks"


def test_an_order_with_its_aim_is_asked_by_the_aim():
    made = ask("# Harbor Queue\n= Tide board\n- Cheap\n- Replace the hooks in red to protect the pilots")
    assert made["Harbor Queue – Tide board: what to replace to protect the pilots?"] == "the hooks in red"


def test_an_order_without_a_trouble_or_an_aim_is_no_question():
    made = ask("# Harbor Queue\n= Tide board\n- Cheap\n- Compare the tides of two ports")
    assert not [front for front in made if "compare?" in front]


@pytest.mark.parametrize(
    "lines",
    [
        "= Use cases\n- Cheap\n- Replace old ropes",
        "= Slow board problems\n- Replace old ropes\n- Replace old hooks",
        "= Slow board problems\n- Cheap\n- Choose the ropes carefully",
    ],
)
def test_orders_that_have_many_answers_are_not_asked(lines):
    assert not [front for front in ask(f"# Harbor Queue\n{lines}") if "what to" in front or "what can" in front]


def test_facts_under_a_label_are_no_list_of_characteristics():
    made = ask("# Harbor Queue\n= Night shift\n- Crates are sealed by hand\n- Pilots sleep on board")
    assert not [front for front in made if "characteristics" in front]


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("- Lets you move crates by night", "move crates by night"),
        ("- Allows users to quickly sort the crates", "quickly sort the crates"),
    ],
)
def test_what_a_subject_makes_possible_is_asked_as_such(line, back):
    assert back in ask(f"# Harbor Queue\n{line}").values()


def test_a_name_may_hold_a_verb():
    made = ask("# Harbor Manage Desk (HMD)\n- Is a desk that rents out boats", topic="Harbor Manage Desk (HMD)")
    assert made["What is Harbor Manage Desk (HMD)?"] == "a desk that rents out boats"


def test_an_arrow_behind_a_name_is_what_is_said_of_it():
    made = ask("# Harbor Queue\n- Tide board\n- ⇒ Shows the tides of two ports\n- ⇒ Suitable for night pilots")
    assert made["Harbor Queue: what is Tide board suitable for?"] == "night pilots"
    assert not [front for front in made if "the result?" in front]


def test_what_only_says_what_the_subject_is_has_no_consequence():
    made = ask("# Harbor Queue\n- A row of boats in your harbor ⇒ Local service")
    assert not [front for front in made if "the result?" in front]


def test_arrows_under_a_heading_are_its_points():
    made = ask("# Harbor Queue\n= Night shift\n⇒ Supports two cranes at once\n⇒ Designed for heavy loads")
    assert made["Harbor Queue: what is Night shift designed for?"] == "heavy loads"


def test_an_arrow_in_a_description_is_a_point_of_its_own():
    made = ask(
        "# Harbor Queue\n- Cargo Desk:\n> Keeps lists of crates\n> ⇒ allows searching by:\n> owner, weight, colour"
    )
    assert made["Harbor Queue – Cargo Desk: what does it do?"] == "Keeps lists of crates"
    assert "owner, weight, colour" in made.values()


def test_an_example_with_an_arrow_keeps_its_numbers():
    made = ask("# Harbor Queue\n- Every ship has its own pilot\n- E.g. 10 ships ⇒ 10 pilots instead of 2")
    assert made["Harbor Queue: for example, 10 ships – what is the result?"] == "10 pilots instead of 2"


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("- Working at night is hard => measure the depth twice", "Working at night is hard – what to do?"),
        ("- Lamps => 54 kg of oil", ""),
        ("- Disabled => the keeper lights the lamp", ""),
        ("- For example, lift a crate => another crane might help", ""),
        ("- Spikes => bent hooks (seldom)", "what do spikes mean?"),
        ("- The lamp is lit => 6 oil * 3 hours * $2 = $36", ""),
    ],
)
def test_an_arrow_is_asked_by_what_stands_on_both_its_sides(line, front):
    made = [front for front in ask(f"# Harbor Queue\n- The ships wait here at night\n{line}") if "[...]" not in front]
    asked = [one.removeprefix("Harbor Queue: ") for one in made if "night" not in one or "hard" in one]
    assert [one for one in asked if one.endswith("?")] == ([front] if front else [])


def test_an_example_with_two_arrows_gives_its_numbers_before_its_sum():
    example = "- Toll example:\n  - Two ships\n⇒ A ship stays 3 days with 6 crates\n⇒ 3 * 6 * $2 = $36"
    made = ask(f"# Harbor Queue\n{example}")
    front = "Harbor Queue – Toll example: A ship stays 3 days with 6 crates – what does it cost?"
    assert made[front] == "3 * 6 * $2 = $36"


@pytest.mark.parametrize(
    "line",
    [
        "Crates are sealed ⇒ Used to please the customs",
        "Rope Store ⇒ Rope Loom",
        "Crates are sealed ⇒ Opens the gate",
        "Build the gate first ⇒ open the gate",
    ],
)
def test_an_arrow_to_one_more_thing_about_the_subject_has_no_result(line):
    made = ask(f"# Harbor Queue\n- Every ship has its own pilot\n- {line}")
    assert not [front for front in made if "the result?" in front or front.endswith("Rope Store?")]


def test_a_worked_example_keeps_what_is_given():
    made = ask("# Harbor Queue\n= Example\nLoad: 3 crates\nCrane: the small one\nConclusion: 2 trips to the quay")
    assert made == {"Harbor Queue: Load: 3 crates; Crane: the small one – what is the result?": "2 trips to the quay"}


def test_an_identifier_is_described_by_the_words_behind_it():
    made = ask(
        "# Harbor Queue\n- Log tables\n> Kept for a year\n> HQ_TIDE_LOG shows every tide\n> HQ_CRATES list of crates"
    )
    assert made["Harbor Queue – Log tables: what does HQ_TIDE_LOG do?"] == "shows every tide"
    assert made["Harbor Queue: how long are Log tables kept?"] == "a year"


@pytest.mark.parametrize(
    ("sentence", "front", "back"),
    [
        ("If the wind turns, you may wish to lower the sails.", "what to do if the wind turns?", "lower the sails"),
        ("If the wind turns, we recommend a second anchor.", "what to do if the wind turns?", "a second anchor"),
        ("If the wind turns, boats drift to the pier.", "what happens if the wind turns?", "boats drift to the pier"),
        (
            "If you add, change or move your crates you need to call the pilot again.",
            "what to do if you add, change or move your crates?",
            "call the pilot again",
        ),
    ],
)
def test_advice_is_asked_as_what_to_do(sentence, front, back):
    assert ask(f"# Harbor Queue\n{sentence}") == {f"Harbor Queue: {front}": back}


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("- Spare anchor chain included", "Harbor Queue: what is included?", "Spare anchor chain"),
        ("- A licence for pilots is required", "Harbor Queue: what is required?", "A licence for pilots"),
        (
            "- Crane Crews control the traffic at the quay",
            "Harbor Queue: what do Crane Crews control?",
            "the traffic at the quay",
        ),
        (
            "- Crane Crews control inbound or outbound ships at berth level",
            "Harbor Queue: what do Crane Crews control?",
            "inbound or outbound ships at berth level",
        ),
        ("- Can also store frozen fish", "What can Harbor Queue store?", "frozen fish"),
        ("- Useful opening hours, from dawn to dusk", "Harbor Queue: Useful opening hours?", "from dawn to dusk"),
        ("- Each ship has its own mark: Pennant", "Harbor Queue: Each ship has its own mark – which one?", "Pennant"),
        ("- Beneficial for small ports", "What is Harbor Queue beneficial for?", "small ports"),
    ],
)
def test_phrases_that_are_no_sentences_have_questions_of_their_own(line, front, back):
    assert ask(f"# Harbor Queue\n- Nice to have\n{line}")[front] == back


@pytest.mark.parametrize("line", ["- No licence required", "- To open it you must: Ring"])
def test_what_has_no_subject_of_its_own_is_not_asked_so(line):
    fronts = ask(f"# Harbor Queue\n- Nice to have\n{line}")
    assert not [front for front in fronts if "required?" in front or "which one?" in front]


def test_a_heading_that_says_what_kind_of_thing_it_is_names_nothing():
    made = ask(
        "# Harbor Queue\n= Fully managed crate platform\n- Closed on holidays for all ships\n- Records all tides"
    )
    assert made["What is Harbor Queue?"] == "Fully managed crate platform"
    assert not [front for front in made if "Fully managed" in front]


def test_a_subtitle_that_says_what_kind_of_thing_it_is_defines_the_topic():
    made = ask("# Harbor Queue\n## Crane and Crate Tool\n- Records all tides of the year")
    assert made["What is Harbor Queue?"] == "Crane and Crate Tool"
    assert made["What does Harbor Queue do?"] == "Records all tides of the year"


def test_the_first_point_under_a_generic_heading_says_what_kind_of_thing_it_is():
    made = ask("# Harbor Queue\n= Purpose\n- A database of crates and ropes\n- Compatible with old cranes")
    assert made["What is Harbor Queue?"] == "A database of crates and ropes"


def test_tiny_orders_under_a_name_are_what_can_be_done():
    made = ask("# Harbor Queue\n= Pilot Pass\n- Create routes\n- Read charts\n- Use lamps")
    assert (
        made["Harbor Queue – Pilot Pass: what can you do (three answers)?"]
        == "- Create routes\n- Read charts\n- Use lamps"
    )


@pytest.mark.parametrize(
    ("notation", "front"),
    [
        ("- Rope types:\n  - hemp of the north\n  - steel of the south", "Harbor Queue: which two rope types?"),
        ("- Trade with islands:\n  - Elba\n  - Capri", "Harbor Queue: Trade with islands (two answers)?"),
        ("- When to call:\n  - Fog on the river\n  - A broken rudder", "Harbor Queue: when to call (two cases)?"),
        (
            "- Send letters to:\n  - the customs\n  - the pilots",
            "Harbor Queue: what do you send letters to (two answers)?",
        ),
        ("- Purpose:\n  - Storage of crates\n  - Sale of ropes", ""),
        ("- Ropes are kept in the old shed\n  - hemp\n  - steel", ""),
        ("- Sheds:\n  - North\n  - South\n  - … and many more", ""),
    ],
)
def test_the_noun_of_a_list_question_is_what_its_items_are(notation, front):
    fronts = [
        made
        for made in ask(f"# Harbor Queue\n{notation}")
        if made.endswith(("answers)?", "cases)?")) or "which" in made
    ]
    assert fronts == ([front] if front else [])


def test_the_joints_of_a_list_are_no_part_of_its_items():
    made = ask("# Harbor Queue\n- Paid in:\n  - gold\n  - silver or\n  - ropes")
    assert list(made.values()) == ["- gold\n- silver\n- ropes"]


def test_a_question_with_its_answer_in_the_next_line_is_asked_as_it_stands():
    made = ask("# Old ropes\nQ. Why are the ropes tarred?\nA. Salt water rots them. Every sailor knows it.")
    assert made["Harbor Queue – Old ropes: Why are the ropes tarred?"] == "Salt water rots them"
    assert not [front for front in ask("# Old ropes\nQ. Why are the ropes tarred?") if "tarred" in front]


def test_what_was_done_once_is_asked_in_the_past():
    made = ask("# Harbor Queue\n- Invented by two brothers of the old port\n- Supported by all ferries of the coast")
    assert made["What was Harbor Queue invented by?"] == "two brothers of the old port"
    assert "all" not in made.values()


def test_a_term_that_its_text_names_again_is_not_repeated():
    made = ask("# Harbor Words\n- Tally:\n  - A tally in the queue is a list of crates on board", topic="Harbor Words")
    assert "a list of crates on board" in made.values()
    made = ask("# Harbor Words\n- Tally:\n  - Ships carry it in the mate's cabin. A tally is a list of crates.")
    assert "a list of crates" in made.values()


def test_two_verbs_in_a_row_are_a_name_and_no_order():
    made = ask("# Harbor Queue\n- Message pattern:\n  - Publish subscribe architecture\n  - Old lamps on the quay")
    assert not [front for front in made if "what can you publish" in front or "what to publish" in front]


def test_a_problem_may_hold_its_solution():
    made = ask("# Harbor Queue\n- Problem: Ropes tear in the frost\n> Solution: Grease them with tallow")
    assert made == {"Harbor Queue: Ropes tear in the frost – what helps?": "Grease them with tallow"}
    below = ask("# Harbor Queue\n- Problem:\n> Crates get wet\n> Solution:\n> Tarred sails above them")
    assert below["Harbor Queue: Crates get wet – what helps?"] == "Tarred sails above them"


def test_a_negated_default_is_answered_as_such():
    made = ask("# Harbor Queue\n- Night lamps are not enabled by default")
    assert made["Harbor Queue: Night lamps disabled or enabled by default?"] == "Not enabled by default"


def test_lines_without_full_stops_are_sentences_of_a_description():
    made = ask(
        "# Harbor Queue\n- Root pilot:\n> First pilot with all rights on board\n> Meant for the case of a storm or fire"
    )
    (back,) = made.values()
    assert back == "First pilot with all rights on board"


def test_a_description_does_not_repeat_its_term():
    made = ask("# Harbor Queue\n- Handover:\n> Handover will move the ships")
    assert list(made.values()) == ["move the ships"]


def test_a_price_with_a_remark_is_no_term():
    fronts = ask("# Harbor Queue\n- Nice to have\n- $5 per crate (may differ from port to port)")
    assert not [front for front in fronts if "$5 per crate?" in front]


def test_steps_may_stand_under_different_headings():
    slide = slide_of("# Harbor Queue", **TOPIC)
    texts = ("Open the hatch of the ship", "Lower the hook into it", "Lift the crate to the quay")
    groups = tuple(
        Group(heading=text_of(f"Place {number}", number), blocks=(numbered(text, number),))
        for number, text in enumerate(texts, start=1)
    )
    lines = tuple(Line(number=number, text=text) for number, text in enumerate(texts, start=1))
    made = dict(cards_of(replace(slide, groups=groups, lines=lines)))
    assert made["Harbor Queue: what is the first step?"] == texts[0]
    assert made[f"Harbor Queue: which step follows “{texts[1]}”?"] == texts[2]


def numbered(text, number):
    return BulletList(items=(Bullet(text=text_of(text, number), number=number),))


def test_a_field_of_work_does_nothing_itself():
    made = ask("# Harbor Queue\n= Central Crate Management\n- Closed on Sundays\n- Generates a list for each crate")
    assert not [front for front in made if "Central Crate Management do" in front]


def test_bounds_in_brackets_belong_to_the_quantity_before_them():
    made = ask("# Harbor Queue\n- Storage:\n> Usual resting period (default 24 hours up to 30 days)")
    assert made["Harbor Queue: Usual resting period, default?"] == "24 hours"
    assert made["Harbor Queue: Usual resting period, maximum?"] == "30 days"


def test_the_first_of_several_acts_does_not_say_what_a_thing_is():
    made = ask("# Harbor Queue\n- Gate keeper\n  - Counts all crates of a ship\n  - Opens the gate at night for ships")
    assert "Counts all crates of a ship" not in made.values()
    made = ask("# Harbor Queue\n- GetCrate\n  - Return a crate by its number\n  - Needs the key of the shed")
    assert "Return a crate by its number" in made.values()


def test_comparing_the_two_names_nothing():
    made = ask("# Harbor Queue\n= Comparing the two\n- Fog horn: warns the ships")
    assert made == {"Harbor Queue – Fog horn: what does it do?": "warns the ships"}


def test_a_definition_that_opens_with_a_verb_says_what_a_thing_means():
    made = ask("# Harbor Queue\n= Berth Unit\n- Definition:\n> Measures the length of a ship\n- Price:\n> Five crowns")
    assert made["Harbor Queue: what does Berth Unit mean?"] == "Measures the length of a ship"


def test_a_stage_of_a_work_is_no_subject():
    made = ask("# Harbor Queue\n= Load\n- Quick\n- Supports many kinds of cranes")
    assert not [front for front in made if "does Load" in front]


@pytest.mark.parametrize(
    "lines",
    [
        "- Old ropes of hemp to tie all ships\n- ⇒ Kept in the shed of the port",
        "- Built-in lists:\n> (for example)",
        "- Sheds:\n  - North\n  - South,...",
    ],
)
def test_what_is_no_whole_answer_is_not_asked(lines):
    fronts = ask(f"# Harbor Queue\n{lines}")
    assert not [front for front in fronts if "follows" in front or "lists" in front or "Sheds" in front]


def test_what_something_is_for_is_asked_as_such():
    made = ask("# Harbor Queue\n- Night gate: For ships that come late\n- Day gate: opens at dawn")
    assert made["Harbor Queue – Night gate: what is it for?"] == "ships that come late"


def test_a_question_as_a_heading_names_nothing():
    made = ask("# Harbor Queue\n= Why use cranes?\n- Speed: ships leave on the same day\n- Care: no crate falls")
    assert "Harbor Queue: Speed?" in made or "Harbor Queue: what does Speed mean?" in made


def test_points_of_unlike_form_complete_no_clause():
    fronts = ask("# Harbor Queue\n- With a crane you can:\n  - lift crates\n  - No need for many hands")
    assert not [front for front in fronts if "answers)?" in front]


@pytest.mark.parametrize(
    "line",
    [
        "- Its own pier (North side or South side)",
        "- Load ships with crates (up to ten of them at once)",
        "- Loading, sealing, storing (then the gate is shut)",
        "- Why is this a big deal?\n> Ships need not wait",
        "- Diagrams:\n  - Old quay\n  - New quay",
    ],
)
def test_what_names_nothing_is_no_term(line):
    fronts = ask(f"# Harbor Queue\n- Nice to have\n{line}")
    words = ("own pier?", "with crates?", "storing?", "big deal", "Diagrams")
    assert not [front for front in fronts if any(word in front for word in words)]


def test_a_remark_in_brackets_is_no_part_of_the_term():
    made = ask("# Harbor Queue\n- Night gate (but not on Sundays): opens for pilots")
    assert "Harbor Queue – Night gate: what does it do?" in made


def test_an_activity_with_a_choice_in_it_is_no_list_of_names():
    made = ask("# Harbor Queue\n- Checks: Weighing with scales, comparing crates from different ships or ports")
    assert "Harbor Queue: what do Checks involve?" in made


@pytest.mark.parametrize(
    "line",
    [
        "- Sheds: Reasonable cost",
        "- Assign Berths: assign berths based on ropes",
        "- Create the list = call a pilot",
    ],
)
def test_what_only_restates_or_praises_its_label_describes_nothing(line):
    fronts = ask(f"# Harbor Queue\n- Nice to have\n{line}")
    assert not [front for front in fronts if front.endswith("?")]


def test_a_description_ends_before_it_announces_a_list():
    made = ask("# Harbor Queue\n- Lanes: Ways for ships into the port. There are two types")
    assert made["Harbor Queue: what are Lanes?"] == "Ways for ships into the port"


def test_key_features_of_a_thing_are_about_the_thing():
    made = ask("# Key features of Tide Clock\n- Chime: rings at high water", topic="Harbor Tides")
    assert "Tide Clock – Chime: what does it do?" in made


def test_a_symptom_belongs_into_the_question_for_the_remedy():
    made = ask("# Harbor Queue troubleshooting\n- Ships are much too slow\n  - Replace old ropes on deck")
    assert made["Harbor Queue: Ships are much too slow – what to replace?"] == "old ropes on deck"


def test_an_aim_is_asked_for_what_it_takes():
    made = ask("# Harbor Queue\n- To enter the lock, a ship must be shorter than forty metres")
    assert made["Harbor Queue: what must a ship be to enter the lock?"] == "shorter than forty metres"
    made = ask("# Harbor Queue\n- To enter the lock, you need to call the keeper")
    assert made["Harbor Queue: what must you do to enter the lock?"] == "call the keeper"


def test_letters_that_are_spelled_out_are_asked_as_such():
    made = ask("# Ropework\n- **tknots**: tarred knots", topic="Ropework")
    assert made == {"Ropework: what do tknots stand for?": "tarred knots"}


def test_an_example_address_may_stand_in_an_answer():
    made = ask("# Harbor Queue\n- The master can send you a letter with a seal at mate@example.com")
    assert [back for back in made.values() if "mate@example.com" in back]


@pytest.mark.parametrize(
    "lines",
    [
        "- Works with many ports\n  - Elba – oranges and wine",
        "- Tide board:\n> To see the tides of a port use",
        "- Fog care: Improves the care in fog",
    ],
)
def test_examples_broken_ends_and_restated_labels_describe_nothing(lines):
    fronts = ask(f"# Harbor Queue\n- Nice to have\n{lines}")
    assert not [front for front in fronts if "Elba?" in front or "board?" in front or "care?" in front]


def test_a_small_word_in_capitals_tells_choices_apart():
    made = ask("# Loading Styles\n## EVEN loading\n- Suitable for small ships", topic="Loading Styles")
    assert made["Loading Styles: what is EVEN loading suitable for?"] == "small ships"


def test_a_limited_purpose_is_no_reason():
    assert not [
        front
        for front in ask("# Harbor Queue\n- Nice to have\n- The depth can only be raised to save water (lower)")
        if "to do" in front
    ]


def test_a_clause_ends_with_its_sentence():
    answers = ask("# Harbor Queue\n- Dispatchers publish orders to piers. Dispatchers never meet the pilots here.")
    assert answers["Harbor Queue: what do Dispatchers publish?"] == "orders to piers"


def test_advice_to_use_a_thing_asks_for_the_thing():
    answers = ask("# Harbor Queue\n- If you need a lasting hold on the ships, we recommend using a mooring chain")
    assert answers["Harbor Queue: what to use if you need a lasting hold on the ships?"] == "a mooring chain"


def test_a_term_is_described_by_the_sentence_that_says_what_it_is():
    slide = (
        "# Harbor Queue\n- Berth\n  - A place runs along every quay of the port.\n  - A Berth is a place for one ship"
    )
    assert not [front for front, back in ask(slide).items() if back.startswith("A place runs")]


def test_a_code_phrase_is_no_feature():
    assert not [
        front
        for front in ask("# Harbor Queue\n- Nice to have\n- Type `pier lamp help` to view help on a lamp")
        if "what kind" in front
    ]


def test_two_words_without_a_verb_leave_nothing_to_fill_in():
    assert not [front for front in ask("# Harbor Queue\n- **Exactly** once delivery") if "[...]" in front]


def test_what_is_done_in_the_same_way_is_no_gap():
    made = ask("# Harbor Queue\n- Nice to have\n- Every berth of a pier is **numbered** exactly the same way")
    assert not [front for front in made if "same way" in front]


def test_a_means_is_asked_by_its_aim():
    assert ask("# Harbor Queue\n- Can use Tide Tables to plan the night shift") == {
        "Harbor Queue: what to use to plan the night shift?": "Tide Tables"
    }
    assert ask("# Harbor Queue\n- Harbor Clock to measure the tide at night") == {
        "Harbor Queue: what to use to measure the tide at night?": "Harbor Clock"
    }
    made = ask("# Harbor Queue\n- Tugs can use Steel Winches to move ships out of fog")
    assert made == {"Harbor Queue: what can Tugs use to move ships out of fog?": "Steel Winches"}
    for line in (
        "Uses Old Winches to pull ships",
        "Can use Tide Tables to move them",
        "Tide Clock to open “Dock 4” first",
    ):
        assert not [front for front in ask(f"# Harbor Queue\n- {line}") if "what to use" in front]


def test_what_a_title_collects_is_asked_with_the_thing_that_it_is_of():
    lines = "- A lock chamber is a basin that holds one ship\n- A water gate is a door against the sea"
    assert "Tide Mill: what is a lock chamber?" in ask(f"# Tide Mill Concepts\n{lines}", topic="Tide Mill")
