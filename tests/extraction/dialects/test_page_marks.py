import pytest

from flashdeck.extraction.model import SlideKind
from tests.extraction.dialects.page_mark_texts import WATERMARK, noise, pages, read, read_raw, shown


def page(body: str, title: str = "Sailing boats") -> list[str]:
    return shown(read(title + "\n\n" + body)[0])


class TestPages:
    def test_a_space_directly_below_the_page_before_starts_a_page(self) -> None:
        slides = read("Hulls\n\n• Made of oak", "Masts\n\n• Made of pine")
        assert [(slide.title, slide.first_line, slide.last_line) for slide in slides] == [
            ("Hulls", 1, 3),
            ("Masts", 4, 6),
        ]
        assert [slide.number for slide in slides] == [1, 2]

    @pytest.mark.parametrize("line", [" of the crew", " }", " …", "  Deeply indented", "\n Crew"])
    def test_what_starts_no_page(self, line: str) -> None:
        assert len(read_raw(f" Hulls\n\n• Made of oak\n{line}\n")) == 1

    def test_a_page_may_open_with_a_bullet_or_a_number(self) -> None:
        slides = read_raw(" Hulls\n\n• Oak\n • Pine is lighter\n 3 masts carry more\n")
        assert [slide.first_line for slide in slides] == [1, 4, 5]

    def test_form_feeds_win_over_spaces_and_empty_pages_count(self) -> None:
        slides = read_raw("Hulls\n\n• Oak\n\f\fMasts\n Spruce\n")
        assert [(slide.number, slide.title) for slide in slides] == [(1, "Hulls"), (3, "Masts")]

    def test_no_text_has_no_slides(self) -> None:
        assert read_raw("\n \n") == ()


class TestFormFeeds:
    def test_wrapped_items_and_marks_on_lines_of_their_own_are_joined(self) -> None:
        text = "Knots\n\n•\nThe bowline makes a loop\nthat holds\n• The clove hitch ties to a post\n\fSails\n• Jib\n"
        knots, sails = read_raw(text)
        assert shown(knots) == ["- The bowline makes a loop that holds", "- The clove hitch ties to a post"]
        assert shown(sails) == ["- Jib"]

    def test_indentation_nests(self) -> None:
        text = "Knots\n  • Loops\n      • Bowline\n      • Figure eight\n  • Hitches\n\fSails\n  • Jib\n"
        assert shown(read_raw(text)[0]) == ["- Loops", "  - Bowline", "  - Figure eight", "- Hitches"]


class TestNoise:
    def test_a_block_of_slices_that_repeats_is_a_watermark_and_starts_its_page(self) -> None:
        text = " Hulls\n\n• Oak" + WATERMARK + "\nMasts\n\n• Pine" + WATERMARK + "\nSails\n\n• Linen\n"
        slides = read_raw(text)
        assert [slide.title for slide in slides] == ["Hulls", "Masts", "Sails"]
        assert noise(slides[1])["harbour-school.example"] == "WATERMARK"
        assert noise(slides[1])["HIS"] == "WATERMARK"
        assert shown(slides[2]) == ["- Linen"]

    def test_a_watermark_of_pages_marked_by_a_space(self) -> None:
        marked = WATERMARK.lstrip("\n").replace("harbour", " Harbour", 1)
        slides = read_raw(f" Hulls\n• Oak\n{marked}\nMasts\n• Pine\n{marked}\nSails\n• Linen\n")
        assert [slide.title for slide in slides] == ["Hulls", "Masts", "Sails"]

    def test_a_line_that_closes_many_pages_is_a_footer_and_what_follows_it_a_link(self) -> None:
        closing = "\n\nharbour-school.example page 1\nhttps://knots.example/bowline"
        slides = read(*(f"Knot {name}\n\n• Ties well{closing}" for name in ("one", "two", "three", "four")))
        assert noise(slides[0]) == {
            "harbour-school.example page 1": "FOOTER",
            "https://knots.example/bowline": "LINK_TARGET",
        }

    def test_page_numbers_need_most_pages(self) -> None:
        many = read(*(f"Knot {name}\n\n• Ties well\n\n{index}" for index, name in enumerate("abcd")))
        assert noise(many[2]) == {"2": "FOOTER"}
        few = read("Knot a\n\n• Ties\n\n7", *(f"Knot {name}\n\n• Ties well" for name in "bcd"))
        assert noise(few[0]) == {"7": "SAMPLE_DATA"}

    @pytest.mark.parametrize(
        "line",
        [
            "Image: Harbour Museum",
            "Photo by: J. Doe",
            "Source: https://boats.example/list",
            "Jo Doe, CC BY-SA 4.0, via Wikimedia Commons",
            "© Harbour School 2031",
        ],
    )
    def test_credits(self, line: str) -> None:
        assert noise(read(f"Hulls\n\n• Oak\n\n{line}")[0]) == {line: "CREDIT"}

    def test_an_address_that_wraps_is_one_link(self) -> None:
        first = "https://boats.example/a/very/long/folder/of/the/"
        assert set(noise(read(f"Hulls\n\n• Oak\n\n{first}\nlist.html")[0]).values()) == {"LINK_TARGET"}

    def test_upright_labels_symbols_samples_and_short_labels(self) -> None:
        found = noise(read("Hulls\n\n• Oak\n\nco\nur\n\nse\nto\n\nst\neer\n\n+\n\nRudder\n\n12 34 56")[0])
        assert found["co"] == found["eer"] == found["Rudder"] == "DIAGRAM_LABEL"
        assert found["+"] == "EMPTY"
        assert found["12 34 56"] == "SAMPLE_DATA"

    def test_short_lines_of_code_are_no_upright_label(self) -> None:
        found = page("{\n  a,\n  b,\n  c,\n  d,\n  e\n}")
        assert found[0] == "C {"
        assert found[-1] == "C }"

    def test_no_line_is_lost(self) -> None:
        text = pages("Hulls\n\n• Oak¬\n\nis heavy\n\nRudder\n\nhttps://boats.example", "Masts\n\nPine")
        lines = [line.number for slide in read_raw(text) for line in slide.lines]
        assert lines == [number for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


class TestTitles:
    def test_a_title_goes_on_after_a_wrap_and_binds_at_a_hyphen(self) -> None:
        assert (
            read("Boats of the¬\nnorthern-\nmost harbour¬\n\n• Cold")[0].title == "Boats of the northern-most harbour"
        )

    def test_a_wrap_mark_before_a_blank_or_a_bullet_is_a_stray(self) -> None:
        assert read("Boats¬\n\nRudder")[0].title == "Boats"
        assert read("Boats¬\n• Oak")[0].title == "Boats"

    def test_a_title_that_announces_takes_the_next_line(self) -> None:
        assert read("Example:\nA harbour map\n\nPier")[0].title == "Example: A harbour map"

    def test_a_large_title_may_be_torn_by_a_blank(self) -> None:
        slide = read("Cover", "Harbour pilots and¬\nmasters of the¬\n\nEast\nFinding the way in")[1]
        assert (slide.title, slide.subtitle) == ("Harbour pilots and masters of the East", "Finding the way in")

    def test_an_echoed_label_is_cut(self) -> None:
        assert read("Global positioning - GPS GPS\n\n• By satellite")[0].title == "Global positioning - GPS"

    def test_a_bullet_glued_to_a_title_is_a_bullet(self) -> None:
        slide = read("Tide tables• Printed every year\n\n• Times in UTC")[0]
        assert slide.title == "Tide tables"
        assert shown(slide) == ["- Printed every year", "- Times in UTC"]

    @pytest.mark.parametrize(
        ("below", "subtitle"),
        [
            ("For beginners\n• Row first", "For beginners"),
            ("For those who¬\nrow\n• Row first", "For those who row"),
            ("For beginners\n\nPier", "For beginners"),
            ("Pier\n\nBoat\n\nPier", ""),
            ("A line of a picture that has far too many words\n\nPier", ""),
            ("PIER\n\nBoat", ""),
            ("Pier\nBoat\n\nBuoy", ""),
            ("https://boats.example/list", ""),
            ("SELECT name FROM boats;\n• One row a boat", ""),
            ("…\n• Row first", ""),
            ("- rowing\n• Row first", ""),
            (" ".join(["word"] * 14) + "\n• Row first", ""),
        ],
    )
    def test_subtitles(self, below: str, subtitle: str) -> None:
        assert read("Cover", "Lessons\n" + below)[1].subtitle == subtitle

    def test_a_label_above_the_title_is_passed_over(self) -> None:
        slides = read(
            "Locks – Gates\n\n• Open slowly\n\nUpper pool",
            "Upper pool\n\nLocks – Filling\nUpper pool\n\n• Water runs in",
            "Locks – Emptying\n\n• Water runs out",
        )
        assert [slide.title for slide in slides] == ["Locks – Gates", "Locks – Filling", "Locks – Emptying"]

    @pytest.mark.parametrize(
        "second", ["harbour wall\n\n• Built", "Rudder\n\n• Built", "Upper pool\n\n• Built", "• Built"]
    )
    def test_a_first_line_stays_the_title_without_a_better_one(self, second: str) -> None:
        slides = read("Locks\n\n• Slow\n\nUpper pool", "Upper pool\n\n" + second, "Weirs\n\n• Fast")
        assert slides[1].title == "Upper pool"

    def test_a_title_below_the_bullets_is_found_by_its_neighbours(self) -> None:
        slides = read(
            "Locks – Gates\n\n• Slow", "• Chambers fill\n\nPool\n\nLocks – Filling of¬\nchambers", "Weirs\n\n• Fast"
        )
        assert slides[1].title == "Locks – Filling of chambers"
        assert shown(slides[1]) == ["- Chambers fill"]

    def test_a_page_of_bullets_alone_has_no_title(self) -> None:
        assert read("Locks\n\n• Slow", "• Chambers fill\n\nupper pool\n\nBuoys mark it")[1].title == ""

    def test_a_page_of_noise_alone_has_no_title(self) -> None:
        slides = read("Locks\n\n• Slow", "Image: Harbour Museum")
        assert (slides[1].title, slides[1].kind) == ("", SlideKind.TITLE_ONLY)


class TestJoining:
    def test_a_wrap_mark_joins(self) -> None:
        assert page("• Oak is¬\nheavy and¬\nhard") == ["- Oak is heavy and hard"]

    def test_a_wrap_goes_on_across_a_blank_only_below_an_indented_first_line(self) -> None:
        assert page("• Woods\n• Oak is very¬\n\nheavy\n• Pine") == ["- Woods", "  - Oak is very heavy", "  - Pine"]
        assert page("• Oak is very heavy¬\n\nRudder") == ["- Oak is very heavy"]

    def test_a_hard_break_before_a_small_letter_or_a_parenthesis_joins(self) -> None:
        assert page("• Oak is heavy\nand hard\n(a hardwood)") == ["- Oak is heavy and hard (a hardwood)"]

    def test_a_label_below_a_finished_item_is_none_of_it(self) -> None:
        assert page("• Oak is heavy\nRudder") == ["- Oak is heavy"]

    def test_hyphens_at_a_line_end(self) -> None:
        assert page("• A semi-\nfinished hull of 100-\n200 kg") == ["- A semi-finished hull of 100-200 kg"]

    def test_addresses_go_on_without_a_mark(self) -> None:
        assert page("• See¬\nhttps://boats.example/a\nhttps://boats.example/b") == [
            "- See https://boats.example/a https://boats.example/b"
        ]

    def test_a_label_glued_to_a_sentence_is_cut(self) -> None:
        assert page("• Oak is used for hulls of ships. Rudder") == ["- Oak is used for hulls of ships."]
        assert page("• Tools, saws etc. Rudder") == ["- Tools, saws etc."]
        assert page("• Oak is used. It is heavy") == ["- Oak is used. It is heavy"]

    def test_an_item_cut_off_in_a_formula_is_noise_with_what_follows(self) -> None:
        slide = read("Speed\n\n• We need 10 ∗ (\n2 kn\n\n1 kn\n) = 20\n\n• Speed in knots")[0]
        assert shown(slide) == ["- Speed in knots"]
        assert noise(slide)["• We need 10 ∗ ("] == "DIAGRAM_LABEL"


class TestBlocks:
    def test_sentences_become_paragraphs_and_labels_do_not(self) -> None:
        found = page(
            "A hull of oak is heavy but it lasts¬\nfor a hundred years.\n\nOak hull\n\nit is\n\nWe launch it now."
        )
        assert found == ["P A hull of oak is heavy but it lasts for a hundred years."]

    @pytest.mark.parametrize(
        "text",
        [
            "Draught Up to metres Up to leagues of the sea",
            "Timber Hull Keel Rudder Mast Of The Boat",
            "Harbour pier buoy crane lock weir gate wall tower",
            "and this is the end of the line.",
        ],
    )
    def test_rows_and_fragments_are_no_paragraphs(self, text: str) -> None:
        assert page(text) == []

    def test_a_long_sentence_may_repeat_itself(self) -> None:
        text = "If the tide is low in the harbour then wait for the tide in the harbour to rise again"
        assert page(text) == ["P " + text]

    def test_a_short_label_with_a_colon_heads_the_list_below(self) -> None:
        slide = read("Ports and Harbours\n\nPORTS:\n\n• Deep\n\nHARBOURS:\n\n• Calm")[0]
        assert shown(slide) == ["# PORTS:", "- Deep", "# HARBOURS:", "- Calm"]
        assert slide.is_comparison

    def test_headings_that_the_title_does_not_name_are_no_comparison(self) -> None:
        slide = read("Boats\n\nMerits:\n\n• Fast\n\nFaults:\n\n• Wet")[0]
        assert shown(slide)[0] == "# Merits:"
        assert not slide.is_comparison

    def test_a_side_of_the_title_heads_its_list_without_a_colon(self) -> None:
        assert shown(read("Oars vs. Sails\n\nOars\n\n• Need arms\n\nSails\n\n• Need wind")[0]) == [
            "# Oars",
            "- Need arms",
            "# Sails",
            "- Need wind",
        ]

    def test_the_parents_of_a_comparison_become_headings(self) -> None:
        slide = read("Oars vs Sails\n\n• Both move boats\n\n• Oars:\n• Need arms\n• Quiet\n\n• Sails:\n• Need wind")[0]
        assert shown(slide) == [
            "- Both move boats",
            "# Oars:",
            "- Need arms",
            "- Quiet",
            "# Sails:",
            "- Need wind",
        ]
        assert slide.is_comparison

    def test_parents_that_are_no_sides_stay_items(self) -> None:
        slide = read(
            "Oars vs Sails\n\n• Cost:\n• Low\n\n• Speed:\n• High\n\nA boat is a thing that floats on the water."
        )[0]
        assert shown(slide)[:2] == ["- Cost:", "  - Low"]
        assert not slide.is_comparison

    @pytest.mark.parametrize(
        "source",
        [
            '{\n    "boat": "oak",\n    "crew": [1, 2]\n}',
            "SELECT name FROM boats\nWHERE length > 5;",
            "val boats = load(\nhull, mast)",
            "from harbour import pier\n\nfor boat in boats:\n    sail(boat)",
            "harbour boats list --all \\\n    --sort name",
        ],
    )
    def test_code_is_one_block(self, source: str) -> None:
        found = page(f"• Boats as data\n\n{source}")
        assert found[0] == "- Boats as data"
        assert [line[2:] for line in found[1:]] == [line for line in source.split("\n") if line]

    def test_code_ends_at_a_list_and_at_prose(self) -> None:
        found = page("boats.sail()\n\n• Starts now\n\ncrew.sleep();\n\nRudder")
        assert found == ["C boats.sail()", "- Starts now", "C crew.sleep();"]

    def test_an_item_that_is_a_query_keeps_its_clauses(self) -> None:
        found = page("• SELECT name, age¬\n\nFROM boats¬\n\nWHERE age > 5;\n\n• Old boats")
        assert found == ["- SELECT name, age FROM boats WHERE age > 5;", "- Old boats"]


class TestTables:
    def test_rows_of_values_under_as_many_words(self) -> None:
        assert page(
            "Sloop Ketch\n\nMasts 1 2\n\nLargest crew¬\nof a boat\n\n4 6\n\nLicence no yes\n\nRig any none at all"
        ) == [
            "T  | Sloop | Ketch",
            "T Masts | 1 | 2",
            "T Largest crew of a boat | 4 | 6",
            "T Licence | no | yes",
        ]

    @pytest.mark.parametrize(
        ("row", "cells"),
        [
            ("Reaches us By boat By boat On foot", "By boat | By boat | On foot"),
            ("Rig None Two small sails Two small sails", "None | Two small sails | Two small sails"),
            ("Kind Open Decked Open", "Open | Decked | Open"),
            ("Hull Steel Oak Oak", "Steel | Oak | Oak"),
            ("Fee Free $2 per crate $3 per crate", "Free | $2 per crate | $3 per crate"),
            ("Berth Pier / Buoy None None", "Pier / Buoy | None | None"),
        ],
    )
    def test_a_row_whose_cells_repeat_a_phrase(self, row: str, cells: str) -> None:
        found = page(f"Sloop Ketch Yawl\n\nMasts 1 2 3\n\nCrew 4 6 9\n\n{row}")
        assert found[-1].endswith(f"| {cells}")

    def test_a_row_inside_a_table_whose_cells_open_with_a_capital_each(self) -> None:
        found = page("Sloop Ketch\n\nMasts 1 2\n\nToll No extra charge Charges apply\n\nCrew 4 6\n\nSails Two Three")
        assert found[2:] == ["T Toll | No extra charge | Charges apply", "T Crew | 4 | 6"]

    @pytest.mark.parametrize("row", ["Keel Oak Oak + lead", "Rig Any None at all", "Flag Red Red Blue Green Red"])
    def test_a_row_that_could_be_split_in_several_ways_is_left_alone(self, row: str) -> None:
        assert len(page(f"Sloop Ketch Yawl\n\nMasts 1 2 3\n\nCrew 4 6 9\n\n{row}")) == 3

    def test_rows_named_by_a_value(self) -> None:
        body = "Time to sail\n\n5 kn 10 kn\n\n10 km 60 min 30 min\n\n20 km 2 hours 60 min"
        assert page(body) == [
            "T Time to sail | 5 kn | 10 kn",
            "T 10 km | 60 min | 30 min",
            "T 20 km | 2 hours | 60 min",
        ]

    def test_headers_on_lines_of_their_own_and_one_that_holds_two(self) -> None:
        body = "Sloop\n\nKetch-rig Yawl gaff-rig\n\nHeight 99.9% == high\n\nMasts 1 2 2\n\nCrew 4 6 6"
        assert page(body)[0] == "T  | Sloop | Ketch-rig | Yawl gaff-rig"

    @pytest.mark.parametrize(
        "body",
        [
            "Masts 1 2\n\nCrew 4 6",
            "Sloop Ketch\n\nMasts 1 2",
            "• Rigs\n\nMasts 1 2\n\nCrew 4 6",
            "sloop\n\nKetch\n\nMasts 1 2\n\nCrew 4 6",
            "1 2\n\n3 4",
            "Sloop Ketch\n\nMasts " + "1 " * 120,
        ],
    )
    def test_no_table_without_a_sure_header_and_two_rows(self, body: str) -> None:
        assert not any(line.startswith("T") for line in page(body))


def test_what_speaks_of_the_first_point_again_leaves_the_list_of_another() -> None:
    items = [
        "Plan tariffs and warn the captain",
        "For hired cranes",
        "Track usage",
        "Lists winches, hooks",
        "Up to 5 calls per tariff",
    ]
    body = f"• {items[0]}\n\n• {items[1]}\n• {items[2]}\n\n• {items[3]}\n\n• {items[4]}"
    assert page(body) == [f"- {items[0]}", f"- {items[1]}", f"  - {items[2]}", f"  - {items[3]}", f"- {items[4]}"]


def test_the_same_label_twice_in_a_picture_heads_no_table() -> None:
    slide = read(
        "Split of a berth\n\n• Berths are long\n\nNew berth\n\nNew berth\n\nSplit\n\n1 2\n\nFerry line\n\n3 4"
    )[0]
    assert not [line for line in shown(slide) if line.startswith("T ")]


def test_short_orders_among_longer_ones_are_steps_of_a_page_without_a_list() -> None:
    body = (
        "Check the ropes on the bow and also those of the stern\n\nCreate the log book\n\n"
        "Move to the buoy that lies in the middle of the bay\n\n"
        "Use the jib when the wind has turned to the north\n\nMain harbour"
    )
    assert page(body)[1] == "P Create the log book"
    assert not any("Main harbour" in line for line in page(body))
