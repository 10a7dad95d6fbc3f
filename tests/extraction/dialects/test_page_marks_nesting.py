import pytest

from tests.extraction.dialects.page_mark_texts import read, shown


def page(body: str, title: str = "Sailing boats") -> list[str]:
    return shown(read(title + "\n\n" + body)[0])


def test_an_item_directly_below_a_one_line_item_is_its_child() -> None:
    assert page("• Woods\n• Oak\n• Pine\n\n• Cloths\n• Linen") == [
        "- Woods",
        "  - Oak",
        "  - Pine",
        "- Cloths",
        "  - Linen",
    ]


def test_on_a_close_page_a_blank_line_closes_the_children() -> None:
    assert page("• Woods:\n• Oak\n• Pine\n\n• Cloth is sewn")[-1] == "- Cloth is sewn"


def test_a_blank_inside_a_wrapped_child_closes_nothing() -> None:
    body = "• Woods\n• Oak is very¬\n\nheavy\n• Pine\n\n• Cloths"
    assert page(body) == ["- Woods", "  - Oak is very heavy", "  - Pine", "- Cloths"]


def test_below_a_long_child_the_blank_is_forced_and_the_wording_decides() -> None:
    body = "• Woods:\n• Oak\n• Pine is light¬\n\nand it does not¬\nlast\n\n• Ash\n\n• Cloths:\n• Linen"
    assert page(body)[:4] == ["- Woods:", "  - Oak", "  - Pine is light and it does not last", "  - Ash"]


def test_a_parent_that_ends_in_a_colon_has_children_after_a_blank() -> None:
    assert page("• All of the woods that¬\nwe use:\n\n• Oak\n\n• Pine") == [
        "- All of the woods that we use:",
        "  - Oak",
        "  - Pine",
    ]


def test_two_announcements_in_a_row_are_siblings() -> None:
    assert page("• By sail:\n\n• By oar:\n\nPier") == ["- By sail:", "- By oar:"]


def test_an_announced_third_level() -> None:
    body = "• Woods\n• Hard woods of the¬\n\nnorth, for example:\n\n• Oak"
    assert page(body) == ["- Woods", "  - Hard woods of the north, for example:", "    - Oak"]


def test_an_announcing_child_of_one_line_has_children_too() -> None:
    body = "• Woods:\n• They are hard\n• Examples:\n\n• Oak\n• Ash"
    assert page(body) == ["- Woods:", "  - They are hard", "  - Examples:", "    - Oak", "    - Ash"]


def test_a_child_with_a_child_of_its_own_below_an_announcing_parent() -> None:
    body = (
        "• Commands:\n• row: use the oars\n\n• sail: use the wind\n• sail high: close to the wind\n\n• Ports:\n• Hull"
    )
    assert page(body) == [
        "- Commands:",
        "  - row: use the oars",
        "  - sail: use the wind",
        "    - sail high: close to the wind",
        "- Ports:",
        "  - Hull",
    ]


def test_an_item_with_a_child_is_a_parent_again() -> None:
    assert page("• Woods\n• Oak\n\n• Cloths\n• Linen\n\n• Ropes\n• Hemp")[2] == "- Cloths"


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("• Woods\n• Oak\n\n• Pine", 1),
        (
            "• We use many kinds of wood for hulls\n• Oak lasts\n\n• Note: the oak we use is heavy, dark and hard",
            0,
        ),
        ("• Woods\n• Oak\n\n• And pine", 1),
        ("• There are two woods:\n• Oak\n\n• Pine", 1),
        ("• There are 2 woods:\n• Oak\n\n• Pine\n\n• Linen is the cloth that makes the sails of ships", 0),
        ("• There are two woods:\n• Oak\n\n• Pine\n\n• Linen is the cloth that makes the sails of ships", 0),
        ("• We build hulls of a wood that lasts in water\n• By default, of oak\n\n• By default, the mast of pine", 1),
        ("• Use: For hulls and masts\n\n• Woods:\n• Oak\n\n• Maker: A boat yard in the north", 0),
    ],
)
def test_where_the_blank_lines_do_not_tell_the_wording_votes(body: str, level: int) -> None:
    last = page(body)[-1]
    assert (len(last) - len(last.lstrip())) // 2 == level


def test_a_line_too_long_for_the_type_of_the_parents_is_a_child() -> None:
    body = (
        "• Boats that are built here have hulls of¬\nhardwood\n\n"
        "• They have masts\n• Masts are made of spruce, as it is light\n\n"
        "• Spruce grows in the hills that lie behind the harbour"
    )
    assert page(body)[-1].startswith("  - Spruce")


def test_a_line_that_wraps_early_has_the_type_of_the_parents() -> None:
    body = "• Masts\n• Made of spruce that grows in the hills behind the harbour\n\n• Sails are of linen that is¬\nsewn"
    assert page(body)[-1] == "- Sails are of linen that is sewn"


def test_a_long_line_below_a_wrapped_parent_is_its_child() -> None:
    body = "• Boats that are built here¬\nare heavy\n\n• Their hulls are made of the oak that grows behind the harbour"
    assert page(body)[-1].startswith("  - Their hulls")


def test_numbers_nest_by_counting() -> None:
    body = (
        "1. Hull\n1. Oak is used\n\n2. Pine is not\n\n2. Mast\n1. Spruce\n\n2. Fir\n\n"
        "• Rules:\n\n1. Wear a vest\n\n2. Stay low\n\n7. Odd"
    )
    assert page(body) == [
        "1. Hull",
        "  1. Oak is used",
        "  2. Pine is not",
        "2. Mast",
        "  1. Spruce",
        "  2. Fir",
        "- Rules:",
        "  1. Wear a vest",
        "  2. Stay low",
        "  7. Odd",
    ]


def test_a_count_that_stands_on_two_levels_goes_to_the_one_that_is_opened_again() -> None:
    body = "1. Hull\n\n1. Oak\n\n2. Ash\n\n2. Mast\n\n1. Fir"
    assert page(body) == ["1. Hull", "  1. Oak", "  2. Ash", "2. Mast", "  1. Fir"]


@pytest.mark.parametrize("line", ["10.0.0.1 is the mooring", "3.5 knots", "1 2 3", "617.jpg"])
def test_what_is_no_numbered_item(line: str) -> None:
    assert page(line) == []


def test_an_item_after_a_label_stands_for_itself() -> None:
    assert page("• Woods\n\nHull\n• Oak") == ["- Woods", "- Oak"]


def test_an_item_worded_like_one_under_another_parent_belongs_below_too() -> None:
    body = (
        "• Ketch\n• Two masts\n\n• Wind-driven\n\n• Crew-dependent\n\n"
        "• Barge\n• No mast at all\n\n• Wind-driven (by hand)\n\n• Crew-independent\n\n• Old logs\n\n• Buoys"
    )
    assert page(body)[4:] == [
        "- Barge",
        "  - No mast at all",
        "  - Wind-driven (by hand)",
        "  - Crew-independent",
        "- Old logs",
        "- Buoys",
    ]


def test_what_goes_on_about_a_term_stands_below_it() -> None:
    body = (
        "• Rigs\n• Gaff – four corners\n\n• Lug – four corners without¬\na boom\n\n"
        "• Lateen – three corners\n\n• Up to three masts\n\n• Used for light winds"
    )
    assert page(body) == [
        "- Rigs",
        "  - Gaff – four corners",
        "  - Lug – four corners without a boom",
        "  - Lateen – three corners",
        "    - Up to three masts",
        "    - Used for light winds",
    ]


def test_a_statement_after_questions_leaves_their_parent() -> None:
    body = "• Questions that the log answers:\n• Who steered?\n\n• Where was the fog?\n\n• The log has a page a day"
    assert page(body) == [
        "- Questions that the log answers:",
        "  - Who steered?",
        "  - Where was the fog?",
        "- The log has a page a day",
    ]


def test_a_second_column_whose_heading_comes_last_begins_where_the_wording_repeats() -> None:
    body = (
        "Ketch\n• Two masts\n\n• Hull of oak\n\n• Crew:\n• A mate\n\n• One mast\n\n• Hull of oak\n\n"
        "• Crew:\n• A cook\n\n• A boy\n\nSloop"
    )
    assert page(body, "Ketch vs Sloop") == [
        "# Ketch",
        "- Two masts",
        "- Hull of oak",
        "- Crew:",
        "  - A mate",
        "# Sloop",
        "- One mast",
        "- Hull of oak",
        "- Crew:",
        "  - A cook",
        "  - A boy",
    ]


def test_a_name_that_a_picture_left_behind_the_last_item_is_cut_off() -> None:
    body = "1. Draw a map¬\nof the harbour\n\n2. Write a Wind Table for¬\nthe map\n\n3. Hang up the map Wind Table"
    assert page(body)[-1] == "3. Hang up the map"


def test_the_code_of_a_place_in_a_picture_goes_on_with_no_sentence() -> None:
    body = "• The mooring is cheap and¬\nsafe, pay per use¬\nnorth-pier-2b\n\nLamp"
    assert page(body) == ["- The mooring is cheap and safe, pay per use"]


def test_two_terms_with_values_are_siblings_however_close_they_stand() -> None:
    body = "• Maximum…\n• Length: 24 m\n\n• Masts: 3\n\n• Draught (in ballast): 2 m\n• Crew: 12\n\n• Cargo: 30 t"
    assert page(body) == [
        "- Maximum…",
        "  - Length: 24 m",
        "  - Masts: 3",
        "  - Draught (in ballast): 2 m",
        "  - Crew: 12",
        "  - Cargo: 30 t",
    ]


def test_an_item_that_breaks_off_in_a_preposition_is_completed_by_what_follows() -> None:
    assert page("• Sails in three layers\n\n• The yard lends tools across\n\n• Ports\n\n• Fleets")[1:3] == [
        "- The yard lends tools across",
        "  - Ports",
    ]


def test_a_thing_with_its_means_is_no_child_of_another_one() -> None:
    body = "• Hull\n\n• Hatches with bolts\n• Every cover, frame and hinge¬\n\nis checked\n\n• Ports with glass"
    assert page(body)[-1] == "- Ports with glass"


def test_what_a_thing_does_stands_below_the_name_with_its_short_form() -> None:
    body = "• Steering\n• Steering by wheel and chain (SWC)\n• Turns the rudder of large ships"
    assert page(body) == [
        "- Steering",
        "  - Steering by wheel and chain (SWC)",
        "    - Turns the rudder of large ships",
    ]


def test_a_sentence_with_a_subject_of_its_own_leaves_the_fragments_above_it() -> None:
    body = (
        "• Sail survey (by the sailmaker)\n• Cloth, seams and¬\n\nropes\n\n• Written findings can be read in the office"
    )
    assert page(body)[-1] == "- Written findings can be read in the office"


def test_commands_of_one_program_are_siblings() -> None:
    body = "• Common words\n\n• rope coil: lays it in rings\n• rope dry: hangs it in the sun"
    assert page(body)[-1].lstrip() == "- rope dry: hangs it in the sun"
    assert page(body)[-1].index("-") == page(body)[-2].index("-")


def test_a_label_that_other_parents_have_below_them_too_stands_below_this_one() -> None:
    body = (
        "• Speed:\n• By sail: as the wind blows\n\n• Ten knots at most\n\n• By oar: slow\n\n"
        "• Price:\n• By sail: cheap\n• By oar: dear"
    )
    assert page(body)[:4] == ["- Speed:", "  - By sail: as the wind blows", "  - Ten knots at most", "  - By oar: slow"]


def test_an_ability_leaves_the_names_under_a_label() -> None:
    body = "• Steering made of oak\n\n• Hull\n• Oak\n\n• Tar (by night)\n\n• Can be towed by tugs"
    assert page(body)[-1] == "- Can be towed by tugs"
    rows = "• Hull\n• Can be tarred by hand\n\n• Can be washed in the sea by a crew of four"
    assert page(rows)[-1] == "  - Can be washed in the sea by a crew of four"


def test_a_labelled_line_leaves_the_plain_ones_under_a_heading() -> None:
    body = (
        "• Rigging:\n• Ropes of hemp on deck\n\n• Ropes of steel below\n\n"
        "• Steering gear: wheels and chains to turn the rudder of large ships"
    )
    assert page(body)[-1].startswith("- Steering gear")


def test_a_sentence_leaves_the_stem_that_only_names_complete() -> None:
    body = "• Smallest…\n• Crew of the boat: 2\n\n• Hull length: 4 m\n\n• Owners must have a licence to sail by night"
    assert page(body)[-1].startswith("- Owners")


def test_a_use_stands_under_its_own_parent_as_it_does_under_another() -> None:
    body = (
        "• Ketch with two masts for the coast\n• 20% more sail\n\n• Use cases: fishing, trade\n\n"
        "• Barge without any mast for the canal\n• No sail at all; needs towing by a horse or a tug\n\n"
        "• 40% more room\n\n• Use Cases: carrying grain to the mill"
    )
    assert page(body)[3:] == [
        "- Barge without any mast for the canal",
        "  - No sail at all; needs towing by a horse or a tug",
        "  - 40% more room",
        "  - Use Cases: carrying grain to the mill",
    ]


def test_a_whole_sentence_is_no_example() -> None:
    body = (
        "• Night entries:\n• Lines that the night watch writes down\n• Examples:\n\n"
        "• Lighting lamps (at the pier)\n\n• Closing gates (at the dock)\n\n"
        "• By default, the watch is told to log night entries."
    )
    shown_items = page(body)
    assert "  - Examples:" in shown_items
    assert not [line for line in shown_items if line.startswith("    ") and "By default" in line]


def test_what_is_not_done_leaves_the_stem_that_deeds_complete() -> None:
    body = "• A sail can be:\n• Sewn from linen\n\n• Kept in a dry shed\n\n• Storms of up to a day\n\n• Oak"
    assert page(body.replace("Sewn from", "Stitched from"))[:4] == [
        "- A sail can be:",
        "  - Stitched from linen",
        "  - Kept in a dry shed",
        "- Storms of up to a day",
    ]


def test_a_remark_in_brackets_stays_with_the_item_above_it() -> None:
    remark = "• (It can carry three of them, but not on a¬\nlake)"
    body = f"• Ketch\n• Has two masts\n\n{remark}\n\n• Sloop\n• Has one\n• Is fast"
    assert page(body)[:3] == ["- Ketch", "  - Has two masts", "  - (It can carry three of them, but not on a lake)"]


def test_a_line_leaves_several_terms_with_a_remark_each() -> None:
    woods = (
        "• Oak (useful for the keel and ribs)\n\n• Pine (light for masts – example spruce)\n\n• Cork (your own floats)"
    )
    sails = "• Linen sails sewn by hand in the old loft of the¬\nport with needles of bone"
    assert page(f"• Woods of the boat come from\n{woods}\n\n{sails}\n\n• Must carry a bell at the bow")[-3:] == [
        "  - Cork (your own floats)",
        "- Linen sails sewn by hand in the old loft of the port with needles of bone",
        "- Must carry a bell at the bow",
    ]


def test_a_sentence_behind_the_list_of_a_heading_speaks_of_the_page_again() -> None:
    groups = read(
        "Sailing boats\n\nWoods:\n• Oak\n\n• Pine\n\nEvery boat on the lake must have an anchor and a bell.\n"
    )[0].groups
    assert [group.heading.plain if group.heading else "" for group in groups] == ["Woods:", ""]
