"""Short points under a label, sides of a comparison, names with brackets, terms in tables, code under its comment."""

import pytest

from flashdeck.extraction.model import Code, Group, Table
from flashdeck.extraction.naming import wording
from tests.extraction.slide_notation import TOPIC, ask, cards_of, slide_of, text_of


def test_a_few_qualities_under_a_label_are_one_card():
    made = ask("# Harbor Queue\n- Night shift:\n  - Movable by hand\n  - Foldable in a minute")
    assert made["Harbor Queue – Night shift: which two characteristics?"] == "- Movable by hand\n- Foldable in a minute"
    mixed = ask("# Harbor Queue\n- Night shift:\n  - Oil lamps\n  - Old customs house")
    assert not [front for front in mixed if "characteristics" in front]


@pytest.mark.parametrize("label", ["Night loading", "Carry crates to"])
def test_four_points_are_too_many_for_one_answer(label: str):
    made = ask(f"# Harbor Queue\n- {label}:\n  - Cheap rope\n  - Red paint\n  - Old sails\n  - Slow cranes")
    assert not [front for front, back in made.items() if "Red paint" in back]


def test_points_are_no_card_of_their_own_when_most_of_them_are_asked_by_themselves():
    made = ask(
        "# Harbor Queue\n- Night Shift\n  - Benefits:\n"
        "    - Saves old ropes\n    - Protects the new quay\n    - Less noise"
    )
    assert [back for back in made.values() if back == "the new quay"]
    assert not [front for front in made if front.endswith("benefits?")]


def test_a_label_that_says_what_its_points_are_is_asked_by_its_plural():
    made = ask("# Harbor Queue\n- Drawbacks:\n  - Less rope is lost at sea\n  - Quick repair of old cranes")
    assert "Harbor Queue: which two drawbacks?" in made


@pytest.mark.parametrize("label", ["Benefits", "Features", "Main features", "Examples", "What to avoid"])
def test_a_list_to_which_anybody_could_add_is_not_asked(label: str):
    made = ask(f"# Harbor Queue\n- {label}:\n  - Large crews\n  - Old cranes\n- The ships wait here at night")
    assert not [front for front, back in made.items() if "Old cranes" in back], made


@pytest.mark.parametrize(
    ("uses", "is_asked"),
    [
        (("Eel smuggling", "Night fishing"), True),
        (("Weighing of barges", "Risk assessment", "Ice forecasts"), True),
        (("Risk assessment", "Toll compliance"), False),
        (("Improve the watch", "Enable a quick turn", "Ice forecasts"), False),
    ],
)
def test_uses_are_asked_when_most_of_them_say_of_what(uses: tuple[str, ...], is_asked: bool):
    listed = "".join(f"\n  - {use}" for use in uses)
    made = ask(f"# Harbor Queue\n- Use cases:{listed}\n- The ships wait here at night")
    assert any(front.endswith("use cases?") for front in made) == is_asked, made


def test_a_line_of_one_side_asks_which_side_it_speaks_of():
    slide = (
        "# Tug vs Ferry\n= Tug\n- Cheap to hire for a day\n"
        "- Small crew of old sailors\n- Pulls ships out of fog banks\n"
        "- Short range in winter storms\n- Old steam engine from the last war\n"
        "= Ferry\n- Room for forty cars on deck\n- Large crew in white coats\n- Follows a table of hours\n"
        "- Warm cabin with bunks for all\n- New diesel engine with filters"
    )
    made = dict(cards_of(slide, is_comparison=True, **TOPIC))
    assert made["Harbor Queue: Tug or Ferry – which one: Room for forty cars on deck?"] == "Ferry"
    assert not [front for front in ask(slide) if "which one" in front]


def test_a_word_that_the_letters_of_a_side_stand_for_names_it():
    slide = (
        "# TBR vs Ferry\n= TBR\n- Berths are free at night\n- One pilot for each berth\n- Brass whistle at the stern\n"
        "= Ferry\n- Room for forty cars on deck\n- Large crew in white coats\n- Follows a table of hours"
    )
    made = dict(cards_of(slide, is_comparison=True, **TOPIC))
    asked = {front.partition("which one: ")[2] for front in made if "which one" in front}
    assert "Brass whistle at the stern?" in asked
    assert not [front for front in asked if "berth" in front.casefold()]


def test_names_with_values_in_brackets_are_asked_together():
    made = ask("# Harbor Queue\n- Express (1 to 5 minutes), Calm (3 to 5 hours), Bulk (12 hours)")
    assert made == {
        "Harbor Queue: which three options, and how long does each take?": "- Express (1 to 5 minutes)\n"
        "- Calm (3 to 5 hours)\n- Bulk (12 hours)"
    }


def test_names_with_glosses_in_brackets_are_a_card_each():
    made = ask("# Harbor Queue\n- Sheds (rooms for crates) and tallies (lists of crates)")
    assert made["Harbor Queue: what are Sheds?"] == "rooms for crates"
    assert len(made) == 2


def test_a_table_of_two_columns_without_a_header_explains_its_terms():
    rows = (("Bollard", "a post for ropes on the quay"), ("Fender", "a cushion between ship and quay"))
    table = Table(rows=tuple((text_of(term, n), text_of(said, n)) for n, (term, said) in enumerate(rows, start=2)))
    slide = slide_of("# Harbor Words\nBollard a post for ropes on the quay\nFender a cushion between ship and quay")
    slide = slide_of(
        "# Harbor Words\nx", groups=(Group(blocks=(table,)),), lines=slide.lines, topic="Harbor Words", last_line=3
    )
    assert dict(cards_of(slide))["Harbor Words – Bollard: what is it?"] == "a post for ropes on the quay"


def test_code_is_asked_by_the_comment_that_explains_it():
    said = Code(source="/* counting the crates */", first_line=2, last_line=2)
    code = Code(source="SELECT count(*) FROM crates;", first_line=3, last_line=3)
    loose = Code(source="SELECT 1;", first_line=4, last_line=4)
    lines = slide_of("/* counting the crates */\nSELECT count(*) FROM crates;\nSELECT 1;").lines
    slide = slide_of("# Crate SQL", groups=(Group(blocks=(said, code, loose)),), lines=lines, topic="Crate SQL")
    assert cards_of(slide) == [("Crate SQL: code for “counting the crates”?", "SELECT count(*) FROM crates;")]


def test_code_is_asked_by_the_heading_that_says_what_it_does():
    code = Code(source="SELECT count(*) FROM crates;", first_line=3, last_line=3)
    lines = slide_of("# Crate SQL\nSELECT count(*) FROM crates;").lines
    groups = tuple(Group(blocks=(code,), heading=text_of(heading, 2)) for heading in ("Counting the crates", "Syntax"))
    slide = slide_of("# Crate SQL", groups=groups, lines=lines, topic="Crate SQL")
    assert cards_of(slide) == [("Crate SQL: code for “Counting the crates”?", "SELECT count(*) FROM crates;")]


def test_the_question_for_code_gives_the_names_that_nobody_can_know():
    code = Code(source="CREATE GROUP pilots;\nCREATE GROUP tugs;", first_line=3, last_line=4)
    many = Code(source="SELECT oak, elm, fir, ash\nFROM crates;", first_line=5, last_line=6)
    lines = slide_of(
        "# Crate SQL\nCREATE GROUP pilots;\nCREATE GROUP tugs;\nSELECT oak, elm, fir, ash FROM crates;"
    ).lines
    groups = tuple(
        Group(blocks=(one,), heading=text_of(heading, 2))
        for one, heading in ((code, "Creating the two groups"), (many, "Listing the kinds of wood"))
    )
    slide = slide_of("# Crate SQL", groups=groups, lines=lines, topic="Crate SQL")
    front = "Crate SQL: code for “Creating the two groups” (pilots, tugs)?"
    assert cards_of(slide) == [(front, "CREATE GROUP pilots;\nCREATE GROUP tugs;")]


def test_neighbours_with_one_verb_are_one_answer():
    made = ask("# Harbor Queue\n- Built in 1901 by two brothers\n- Supports oak crates\n- Supports steel crates")
    assert made["Which two crates does Harbor Queue support?"] == "- oak crates\n- steel crates"
    made = ask("# Harbor Queue\n- Built of oak\n- Works with tugs from the north\n- Works with old steam ferries")
    assert made["What does Harbor Queue work with (two answers)?"] == "- tugs from the north\n- old steam ferries"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "- Crates are encrypted in transit using wax seals",
            "Harbor Queue: how are crates encrypted in transit?",
            "using wax seals",
        ),
        (
            "- Can be repainted after the winter storms",
            "When can Harbor Queue be repainted?",
            "after the winter storms",
        ),
        ("- Can be moored across two long piers", "What can Harbor Queue be moored across?", "two long piers"),
        ("- Can help detect leaks below the deck", "What can Harbor Queue help to do?", "detect leaks below the deck"),
    ],
)
def test_passives_ask_for_manner_time_or_place(line, front, back):
    made = ask(f"# Harbor Queue\n- Old crane made of iron\n{line}\n- The crates and the crane rust")
    assert made[front] == back


def test_numbered_reasons_are_no_steps():
    benefits = "# Benefits\n- 1. Less rope is needed\n- 2. Fewer crates get wet\n- 3. The crew can sleep"
    assert not [front for front in ask(benefits) if "step" in front]
    steps = "# Setup\n- 1. Less rope is needed\n- 2. Fewer crates get wet\n- 3. The crew can sleep"
    assert [front for front in ask(steps) if "first step" in front]


def test_slides_about_the_course_keep_their_numbers_only():
    made = ask("# The exam\n- Material: videos and a mock test\n- Duration: 130 minutes of questions")
    assert list(made.values()) == ["130 minutes of questions"]


def test_the_letters_of_several_are_asked_as_one():
    made = ask("# Harbor Queue\n- Uses Floating Crate Platforms (FCPs) near the pier")
    assert "What does FCP stand for (Harbor Queue)?" in made


def test_a_file_name_is_no_answer():
    assert not ask("# Harbor Queue\n- Upload: manifest.csv")


def test_a_label_that_names_one_of_a_pair_takes_its_place():
    assert wording.name("Tugs and ferries", ["Tugs"]) == "Tugs"
    assert wording.name("Harbor Queue", ["Questions to answer before you sail away"]) == "Harbor Queue"


def test_a_clause_above_sentences_of_their_own_does_not_lead_them():
    made = ask("# Harbor Queue\n- A crate can be:\n  - The largest crate is 5 kg heavy\n  - Stacked on four others")
    assert not [front for front in made if "A crate can be" in front and "largest" in front]


def test_what_does_not_hold_is_hidden_whole():
    made = ask("# Harbor Queue\n- Old crane of iron\n- By default, night shifts are not logged anywhere")
    assert made["Harbor Queue: By default, night shifts are [...] anywhere"] == "not logged"


def test_points_under_a_described_term_are_asked_under_the_term():
    made = ask("# Harbor Queue\n- Tugs: pull heavy ships\n  - Ajax\n  - Argo\n  - Atlas")
    assert made["Harbor Queue: which three tugs?"] == "- Ajax\n- Argo\n- Atlas"


def test_up_to_four_clauses_complete_the_clause_above_them():
    made = ask(
        "# Harbor Queue\n- The horn sounds when:\n  - A pilot leaves early\n"
        "  - Ropes are cut or lost\n  - Lamps go out\n  - The fog is back"
    )
    front = "Harbor Queue: the horn sounds – in which four cases?"
    assert made[front].splitlines()[1] == "- Ropes are cut or lost"


@pytest.mark.parametrize(
    ("label", "points", "front"),
    [
        ("Crates are sent across different", ("Piers", "Towns"), "Crates are sent across which two?"),
        ("Old tides are", ("High", "Low"), "Old tides: which two?"),
        ("The night ferry can be", ("Steam", "Diesel"), "what can the night ferry be (two answers)?"),
        ("Carries various small goods, including", ("Salt", "Wine"), "carries which two small goods?"),
        ("Send the old letters to", ("Elba", "Capri"), "what do you send the old letters to (two answers)?"),
        ("The tower sends signals", ("Tide marks", "Fog marks"), "the tower sends signals: which two signals?"),
    ],
)
def test_a_clause_is_completed_by_which(label: str, points: tuple[str, ...], front: str):
    listed = "".join(f"\n  - {point}" for point in points)
    assert f"Harbor Queue: {front}" in ask(f"# Harbor Queue\n- {label}:{listed}")


@pytest.mark.parametrize(
    "slide",
    [
        "- The guard checks the quay of the old town:\n  - Tolls\n  - Passes",
        "- Pilots agree that:\n  - Tides are high\n  - Fog is thick",
        "- Old ways of the port\n  - By boat:\n  - On foot:",
    ],
)
def test_points_whose_kind_the_line_above_does_not_tell_are_no_list(slide: str):
    assert not [front for front in ask(f"# Harbor Queue\n{slide}") if "two" in front]


def test_names_of_which_only_the_first_look_like_names_are_no_list():
    made = ask("# Cargo\n- Oak\n- Elm\n- Ash\n- Fir\n- Load\n- Yew")
    assert not [front for front in made if "four" in front]


def test_names_with_values_may_end_in_a_remark():
    made = ask("# Harbor Queue\n- Storage:\n  - Berths\n  - Slow (3 to 5 hours), Quick (1 to 5 minutes) – free")
    assert "- Slow (3 to 5 hours)\n- Quick (1 to 5 minutes)" in made.values()


def test_a_bracket_and_a_remark_describe_a_term_together():
    made = ask("# Harbor Queue\n- Nice to have\n- Badges (brass plates with a number each) – useful for customs")
    assert made["Harbor Queue: what are Badges?"] == "brass plates with a number each – useful for customs"


def test_from_here_to_there_is_no_consequence():
    made = ask("# Harbor Queue\n- Night ferry link\n  - Automatic transfer from Northport -> Southport")
    assert made["Harbor Queue – Night ferry link: what is it?"] == "Automatic transfer from Northport -> Southport"


def test_a_list_that_says_there_is_more_is_not_counted():
    made = ask("# Harbor Queue\n- Weighs and counts the goods:\n  - Rope\n  - Tar\n  - (Also oil, salt, etc.)")
    assert not [front for front in made if "three" in front]


def test_what_both_sides_speak_of_is_asked_once_for_each():
    slide = (
        "# Tug vs Ferry\n= Tug\n- No need for a licence\n- Small crew of old sailors\n"
        "= Ferry\n- One licence for each captain\n- Room for forty cars"
    )
    made = dict(cards_of(slide, is_comparison=True, **TOPIC))
    assert made["Harbor Queue – Tug: licence?"] == "No need for a licence"
    assert made["Harbor Queue – Ferry: licence?"] == "One licence for each captain"
    assert "Harbor Queue – Ferry: crew?" not in made


def test_things_to_do_that_may_be_left_out_are_a_list_and_no_steps():
    points = (
        "- Create the crate\n- Add a label (optional)\n- Send the crate away\n- Get back\n  - A receipt\n  - The hook"
    )
    made = ask(f"# Harbor Queue – Creating crates\n{points}")
    assert not [front for front in made if "first step" in front]
    assert "- Add a label (optional)" in made["Harbor Queue – Creating crates: what to do (three answers)?"]


def test_steps_of_nothing_are_not_asked():
    points = "- 1. Open the hatch of the ship\n- 2. Lower the hook of the crane\n- 3. Lift the crate to the quay"
    assert not ask(f"# How can we load a ship in the night?\n{points}", topic="", section="")


def _asked_of_table(header: str, *rows: str) -> dict[str, str]:
    lines = slide_of("# Harbor Boats\n" + "\n".join((header, *rows))).lines
    head, *cells = (
        tuple(text_of(cell.strip(), number) for cell in row.split("|")) for number, row in enumerate((header, *rows), 2)
    )
    groups = (Group(blocks=(Table(rows=tuple(cells), header=head),)),)
    return dict(cards_of(slide_of("# Harbor Boats", groups=groups, lines=lines, topic="Harbor Boats")))


def test_a_row_of_yes_and_no_asks_which_it_holds_for():
    made = _asked_of_table("|Tug|Ferry", "Crew|4|9", "Kitchen on board|no|yes", "Radio|yes|yes")
    assert made["Harbor Boats: Tug or Ferry – which one: Kitchen on board?"] == "Ferry"
    assert not {"yes", "no"} & set(made.values())
    wide = _asked_of_table("|Tug|Ferry|Barge|Ketch", "Crew|4|9|2|3", "Sails|No|No|No|Yes", "Engine|Yes|Yes|No|Yes")
    assert wide["Harbor Boats: Sails: “yes” for which one only?"] == "Ketch"
    assert wide["Harbor Boats: Engine: “no” for which one only?"] == "Barge"


def test_what_most_cells_say_is_one_card_that_names_the_others():
    made = _asked_of_table(
        "|Tug|Ferry|Barge|Ketch|Yawl",
        "Licence|sea pass|sea pass|none|sea pass|sea pass",
        "Depth|>= 3 m|>= 3 m|1 m|>= 3 m|>= 3 m",
        "Rope|oak|oak|oak (old)|oak|oak",
    )
    assert made["Harbor Boats: Licence: all but Barge?"] == "sea pass"
    assert made["Harbor Boats – Depth: Barge?"] == "1 m"  # the exception tells what the others are not
    assert not [front for front in made if "Depth: all but" in front]
    assert not [front for front in made if "Rope: all but" in front]


def test_a_label_that_asks_is_asked_as_a_question_unless_anybody_could_add_to_its_list():
    made = ask("# Harbor Queue\n- When To Use It:\n  - Fog over the quay\n  - Ice on the river")
    assert "Harbor Queue: when to use it (two cases)?" in made
    assert not ask("# Harbor Queue\n- Why It Is Important:\n  - Fewer crates get wet\n  - Ships wait less")


def test_letters_that_only_an_example_mentions_are_not_asked():
    long = (
        "Crates that come by rail from the inland towns, and are marked by a clerk at each of the stations on the way"
    )
    made = ask(
        f"# Harbor Queue\n- {long}, for example by the Night Rail Line (NRL), wait for two more days on the quay"
    )
    assert not [front for front in made if "NRL" in front]
    assert "What does NRL stand for (Harbor Queue)?" in ask("# Harbor Queue\n- Night Rail Line (NRL) carries crates")


def test_letters_that_the_context_spells_in_other_words_are_not_asked():
    made = ask("# Night Rail and Line\n- Night Rail Line (NRL) carries crates", topic="Night Rail and Line")
    assert not [front for front in made if "stand for" in front]


@pytest.mark.parametrize(
    ("one", "other", "topic"),
    [("FTTB", "TugML", "Harbor Queue"), ("TTB", "Ferry log", "Acme Tide Table Book")],
)
def test_sides_named_by_letters_or_spelled_by_the_topic_stand_without_it(one: str, other: str, topic: str):
    slide = (
        f"# {one} vs {other}\n= {one}\n- Pulls up to two barges\n- Ropes and winches\n- Steered by one pilot\n"
        f"= {other}\n- Room for forty cars\n- Ramps and gates\n- Steered by one pilot"
    )
    made = dict(cards_of(slide, is_comparison=True, topic=topic, section="Ports"))
    assert made[f"{one}: Ropes and winches; what about {other}?"] == "Ramps and gates", made


def test_a_title_that_asks_says_whose_steps_they_are():
    points = "- 1. Open the hatch of the ship\n- 2. Lower the hook of the crane\n- 3. Lift the crate to the quay"
    made = ask(f"# How do we plan the steps of a night launch?\n{points}", topic="", section="")
    assert made["Night launch: what is the first step?"] == "Open the hatch of the ship"


def test_lines_between_points_that_both_sides_share_are_counterparts():
    slide = (
        "# Tug vs Ferry\n= Tug\n- Pulls up to two barges\n- Ropes and winches\n- Steered by one pilot\n"
        "= Ferry\n- Room for forty cars\n- Ramps and gates\n- Steered by one pilot"
    )
    made = dict(cards_of(slide, is_comparison=True, **TOPIC))
    assert made["Harbor Queue – Tug: Ropes and winches; what about Ferry?"] == "Ramps and gates"
    assert made["Harbor Queue – Ferry: Ramps and gates; what about Tug?"] == "Ropes and winches"
    assert not [front for front in made if "which one" in front]


def test_lines_of_two_sides_out_of_step_are_no_counterparts():
    slide = (
        "# Tug vs Ferry\n= Tug\n- Strong ropes\n- Steep ramps\n- Steered by one pilot\n"
        "= Ferry\n- Gentle ramps\n- Warm cabins\n- Steered by one pilot"
    )
    assert not [front for front, _ in cards_of(slide, is_comparison=True, **TOPIC) if "what about" in front]


def test_cells_that_say_the_same_are_asked_together():
    made = ask(
        "# Harbor Queue\n| Boat | Crew | Range |\n| Tug | 4 people | 20 miles |\n| Barge | 4 people | 90 miles |\n"
        "| Ferry | 12 people | 20 miles |"
    )
    assert made["Harbor Queue – Tug, Barge: Crew?"] == "4 people"
    assert made["Harbor Queue – Tug, Ferry: Range?"] == "20 miles"
    assert "Harbor Queue – Tug: Crew?" not in made


def test_a_set_of_many_names_is_asked_a_few_at_a_time_with_the_others_in_view():
    made = ask(
        "# Harbor Queue\n- Boat types:\n  - Tug\n  - Ferry\n  - Barge\n  - Lighter\n"
        "  - Dredger\n  - We will meet them all in the next chapter."
    )
    assert made["Harbor Queue: which three boat types besides Ferry and Lighter?"] == "- Tug\n- Barge\n- Dredger"
    assert made["Harbor Queue: which two boat types besides Tug, Barge and Dredger?"] == "- Ferry\n- Lighter"


@pytest.mark.parametrize("label", ["Fog", "Services", "Customers"])
def test_many_names_of_which_there_may_be_more_make_no_card(label):
    made = ask(f"# Harbor Queue\n- {label}:\n  - Tug\n  - Night Ferry\n  - Barge\n  - Lighter\n  - Dredger")
    assert not [front for front in made if "besides" in front]


def test_a_question_that_a_slide_answers_twice_is_asked_for_what_else():
    made = ask(
        "# Mooring Buoys\n- Used to hold a ship in the bay (not in storms)\n- Used to mark the edge of the channel"
    )
    asked = "Harbor Queue: what else are Mooring Buoys used for, besides “hold a ship in the bay”?"
    assert made[asked] == "to mark the edge of the channel"


def test_other_names_of_a_set_may_share_their_words_with_those_asked_for():
    names = ("Small Tug", "Small Ferry", "Small Barge", "Large Tug", "Large Ferry", "Large Barge", "Small Raft")
    made = ask("# Harbor Queue\n- Boat types:\n" + "\n".join(f"  - {name}" for name in names))
    assert len([front for front in made if "boat types besides" in front]) == 3


def test_a_line_spells_the_letters_above_it_though_one_stands_within_a_word():
    assert "What does TCPA stand for (Harbor Queue)?" in ask("# Harbor Queue\n- TCPA\n  - Tug Capacity Plan\n  - Old")
    made = ask("# Harbor Queue\n- TCXA\n  - Tug Capacity Plan\n  - Old")
    assert not [front for front in made if "stand for" in front]


def test_a_list_of_praise_is_no_knowledge():
    assert not [
        front for front in ask("# Night Shift\n- Lamps give:\n  - better sight\n  - faster work") if "two" in front
    ]


def test_lines_that_hold_several_names_are_counted_by_the_names():
    made = ask("# Harbor Queue\n- Plank types:\n  - Oak, elm\n  - Ash\n  - Fir, pine")
    assert made["Harbor Queue: which three plank types besides elm and Fir?"] == "- Oak\n- Ash\n- pine"
    woods = ask("# Harbor Queue\n- Plank woods:\n  - Oak, elm\n  - Ash\n  - Fir, pine")
    assert not [front for front in (*made, *woods) if front.endswith(("which three plank types?", "plank woods?"))]


def test_the_noun_that_closes_a_clause_is_not_what_its_points_are():
    made = ask(
        "# Harbor Queue\n- Count the ships that sail into your ports:\n  - Ferry list\n  - Barge list\n  - Tug list"
    )
    assert not [front for front in made if front.endswith("ports: which three?")]


def test_everyday_letters_are_asked_only_where_a_slide_is_about_them():
    line = "- The pilots see the tides on a graphical user interface (GUI) in the tower"
    assert not [front for front in ask(f"# Harbor Queue\n{line}") if "GUI" in front and "stand" in front]
    assert [front for front in ask(f"# The GUI of the tower\n{line}") if "GUI" in front]


def test_the_outline_of_a_talk_is_no_order_of_steps():
    points = "- 1. Load the crates at night\n- 2. Tie the ropes with care\n- 3. Weigh the last anchor"
    assert not [front for front in ask(f"# How can we test the steps of loading\n{points}") if "step" in front]
    assert [front for front in ask(f"# How to load a ship\n{points}") if "step" in front]
