import pytest

from flashdeck.extraction.model import NoiseReason, SlideKind
from tests.extraction.dialects.markdown_texts import MARP, PANDOC, REMARK, REVEAL, SLIDEV, read, said


def noise(slide):
    return {line.text: line.noise for line in slide.lines if line.noise is not None}


def outline(text):
    return [(slide.kind, slide.section, slide.topic, slide.title) for slide in read(text)]


def test_marp_cuts_at_rules_and_keeps_fences_whole():
    slides = read(MARP)
    assert [slide.title for slide in slides] == [
        "Tides and Harbours",
        "What moves the water?",
        "Tide tables",
        "Reading a gauge",
        "",
        "Thank you!",
    ]
    assert slides[0].subtitle == "A course for pilots"
    assert [slide.kind for slide in slides] == [
        SlideKind.FRONT_MATTER,
        SlideKind.CONTENT,
        SlideKind.CONTENT,
        SlideKind.CONTENT,
        SlideKind.TITLE_ONLY,
        SlideKind.FRONT_MATTER,
    ]


def test_marp_lists_tables_and_steps_around_code():
    _, water, table, gauge, _, _ = read(MARP)
    assert said(water) == [
        [
            "The moon pulls the sea",
            ("The sun helps:", ["spring tide: sun and moon in line", "neap tide: sun and moon at right angles"]),
        ]
    ]
    assert said(table) == [(("Harbour", "Range", "Lock"), ("Brack", "7 m", "yes"), ("Ostholm", "2 m", "no"))]
    assert said(gauge) == [
        "$ # not a title\ngauge --read\n---",
        ["1. Find the mark", "2. Read the scale"],
        "$ gauge --mark",
    ]


def test_settings_pictures_and_notes_are_no_knowledge():
    slides = read(MARP)
    assert noise(slides[0])["marp: true"] is NoiseReason.SETTING
    assert noise(slides[1])["<!-- Let the class guess first. -->"] is NoiseReason.SPEAKER_NOTE
    assert noise(slides[4])["![bg right](tide.png)"] is NoiseReason.PICTURE


def test_reveal_slides_below_belong_to_the_slide_above():
    assert outline(REVEAL) == [
        (SlideKind.FRONT_MATTER, "", "", "Sails"),
        (SlideKind.CONTENT, "", "Mainsail", "Mainsail"),
        (SlideKind.CONTENT, "", "Mainsail", "Reefing"),
        (SlideKind.CONTENT, "", "Mainsail", "Battens"),
        (SlideKind.CONTENT, "", "Headsail", "Headsail"),
        (SlideKind.FRONT_MATTER, "", "", "References"),
    ]


def test_notes_stand_in_for_a_slide_that_shows_little_without_what_is_said_to_listeners():
    _, _, reefing, battens, _, _ = read(REVEAL)
    assert said(reefing) == ["Reefing makes the sail smaller in strong wind."]
    assert said(battens) == [
        "Stiff strips keep the leech flat, and keep the sail from fluttering in the breeze all day long."
    ]
    assert noise(battens)["Note: Ask who has sewn one."] is NoiseReason.SPEAKER_NOTE


def test_notes_that_describe_terms_are_always_content():
    headsail = read(REVEAL)[4]
    assert said(headsail)[-1] == [
        "Genoa: overlaps the mast and pulls hard in light wind",
        "Jib: stays before the mast and is easy to tack",
    ]


def test_links_become_their_words_and_their_targets_noise():
    slides = read(REVEAL)
    assert said(slides[1]) == ["A mainsail is the sail behind the mast."]
    assert noise(slides[5])["[m]: https://sails.example/mast"] is NoiseReason.LINK_TARGET


def test_remark_steps_stay_on_their_slide_and_layouts_are_no_slides():
    slides = read(REMARK)
    assert [slide.title for slide in slides] == ["Knots", "Chapter 1", "Bowline", "Bowline", "Hitches"]
    assert said(slides[2]) == [["holds a fixed loop", "comes loose after load"]]
    assert noise(slides[1])["- Rope School"] is NoiseReason.SETTING
    assert noise(slides[2])["We tie it together now."] is NoiseReason.SPEAKER_NOTE


def test_remark_chapters_are_sections():
    slides = read(REMARK)
    assert (slides[1].kind, slides[1].subtitle) == (SlideKind.SECTION, "Loops")
    assert {slide.section for slide in slides[1:]} == {"Chapter 1: Loops"}


def test_remark_columns_hand_made_line_ends_and_footnotes():
    hitches = read(REMARK)[4]
    assert said(hitches) == [
        "A hitch ties a rope to a post.",
        "clove hitch - slips under load.",
        "half hitch - secures another knot.",
    ]
    assert len(hitches.groups) == 2


def test_slidev_front_matter_of_a_slide_titles_it():
    slides = read(SLIDEV)
    assert [slide.title for slide in slides] == ["Charts", "Soundings", "Marks"]
    assert {slide.topic for slide in slides} == {"Charts"}
    assert said(slides[1]) == [
        "A sounding is a depth below chart datum",
        ["Metres are printed large", "Decimetres are printed small"],
        "Drying heights are underlined.",
    ]


def test_definition_lists_in_tags():
    assert said(read(SLIDEV)[2]) == [
        [
            "Port hand | A red can that stays to the left on entering",
            "Starboard hand | A green cone that stays to the right on entering",
        ]
    ]


def test_pandoc_cuts_at_headings_and_reads_divs():
    slides = read(PANDOC)
    assert [slide.title for slide in slides] == ["Anker und Ketten", "Ankerarten", "Kettenlänge", "Bonus: Ankerball"]
    assert said(slides[1]) == ["Ein Stockanker hält auf felsigem Grund."]
    assert said(slides[2]) == [
        "= Faustregel:",
        ["dreifache Wassertiefe bei ruhigem Wetter", "fünffache Wassertiefe bei Sturm"],
        "$ kette --tiefe 5",
        ["Kettenglied | ein Ring der Kette"],
        [
            "Vorlauf: das Stück Kette zwischen Anker und Leine.",
            "Schäkel: der Bügel, der Kette und Anker verbindet.",
        ],
    ]
    assert said(slides[3]) == ["Der Ankerball zeigt am Tag, dass ein Schiff vor Anker liegt."]


def test_pandoc_headings_above_the_slide_level_are_sections():
    text = (
        "::: notes\nA\n:::\n\n# Hulls\n\n### Planks\n\n- oak\n- pine\n\n"
        "# Masts\n\n### Steps\n\n- keel\n\n. . .\n\n- deck\n"
    )
    assert [entry for entry in outline(text) if entry[3]] == [
        (SlideKind.SECTION, "Hulls", "", "Hulls"),
        (SlideKind.CONTENT, "Hulls", "Planks", "Planks"),
        (SlideKind.SECTION, "Masts", "", "Masts"),
        (SlideKind.CONTENT, "Masts", "Steps", "Steps"),
    ]


def marp(*slides):
    return "---\nmarp: true\n---\n\n" + "\n\n---\n\n".join(slides) + "\n"


def one(body):
    """Return what the second of three Marp slides says."""
    return read(marp("# Rope\n\n- old", body, "# Oar\n\n- long"))[1]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "# A\n\nKnots that every sailor knows by heart:\n\n- hitch\n- bend",
            [[("Knots that every sailor knows by heart:", ["hitch", "bend"])]],
        ),
        ("# A\n\n- hitch\n\n  ties to a post\n- bend\n  joins ropes", [["hitch | ties to a post", "bend joins ropes"]]),
        ("# Knots let you...\n\n- tie\n\n#### It holds by friction alone.", [["tie"], "It holds by friction alone."]),
        ("# A\n\n- [x] hitch\n- [ ] bend", [["hitch", "bend"]]),
        ("# A\n\n1. tie\n1. pull\n1. trim", [["1. tie", "2. pull", "3. trim"]]),
        ("# A\n\n* hitch\n\t* clove", [[("hitch", ["clove"])]]),
        ("# A\n\n> [!NOTE]\n> Ropes shrink when wet.", ["Ropes shrink when wet."]),
        ("# A\n\n> A rope is a promise.\n> — an old bosun", []),
        ("# A\n\nCut &amp; **whip** the `end` of __it__ ~~now~~", ["Cut & whip the end of it now"]),
        ("# A\n\n**Tools:**\n\n- fid\n- spike", ["= Tools:", ["fid", "spike"]]),
        ("# A\n\n## Hemp\n\nrots\n\n## Nylon\n\nstretches", ["= Hemp", "rots", "= Nylon", "stretches"]),
        ("# A\n\n```mermaid\na --> b\n```\n\n- fid", [["fid"]]),
        ("# A\n\n[The manual](https://rope.example)\n\n- see [the film](https://rope.example)\n- fid", [["fid"]]),
        ("# A\n\n<table><tr><td>\n\n- fid\n\n</td><td><img src='a.png'></td></tr></table>\n", ["- fid"]),
        (
            "# A\n\n<table>\n<tr><th>Rope</th><th>Floats</th></tr>\n<tr><td>Hemp</td><td>no</td></tr>\n</table>",
            [(("Rope", "Floats"), ("Hemp", "no"))],
        ),
        ("# A\n\n|   |   |\n|---|---|\n| fid | spike |", ["fid", "spike"]),
        ("# A\n\n| a \\| b | `c | d` |\n|---|---|\n| 1 | 2 |", [(("a | b", "c | d"), ("1", "2"))]),
        ("# A\n\n<ul>\n<li>fid</li>\n<li>spike <b>steel</b></li>\n</ul>", [["fid", "spike steel"]]),
        ("# A\n\nSet up\n---\n\n- fid", [["fid"]]),
        ("# A\n\nLet's splice. A splice joins two ropes for good.", ["A splice joins two ropes for good."]),
    ],
)  # fmt: skip
def test_blocks(body, expected):
    assert said(one(body)) == expected


def test_dashes_directly_below_a_line_underline_it_in_marp():
    slides = read(marp("# Rope\n\n- old", "Hemp\n---\n\n- rots", "# Oar\n\n- long"))
    assert [slide.title for slide in slides] == ["Rope", "Hemp", "Oar"]


def test_a_fence_that_nothing_closes_ends_with_its_slide():
    slides = read(marp("# Rope\n\n```sh\nsplice", "# Oar\n\n- long", "# Hull\n\n- wet"))
    assert [slide.title for slide in slides] == ["Rope", "Oar", "Hull"]


def test_a_slide_without_title_goes_on_with_the_topic():
    slides = read(marp("# Rope\n\n- old", "- and wet", "# Oar (1/2)\n\n- long", "# Oar (Forts.)\n\n- heavy"))
    assert [slide.topic for slide in slides] == ["Rope", "Rope", "Oar", "Oar"]


def test_sides_of_a_comparison():
    slide = one("# Hemp vs. Nylon\n\n## Hemp\n\n- rots\n\n## Nylon\n\n- stretches")
    assert slide.is_comparison
    assert not one("# Hemp and more\n\n## Hemp\n\n- rots\n\n## Nylon\n\n- stretches").is_comparison


@pytest.mark.parametrize(
    "title",
    ["Agenda", "Gliederung", "Literatur", "Vielen Dank!", "Fragen?", "Übung 3", "🧪 Lab Exercise: knots", "Q&A"],
)
def test_slides_nobody_is_examined_on(title):
    assert one(f"# {title}\n\n- hitch\n- bend").kind is SlideKind.FRONT_MATTER


def test_an_agenda_that_comes_back_names_the_sections():
    agenda = "# Agenda\n\n- Hulls\n- Masts\n- Sails"
    slides = read(
        marp("# Boats", agenda, "# Planks\n\n- oak", agenda, "# Steps\n\n- keel", agenda, "# Reefs\n\n- small")
    )
    assert [slide.section for slide in slides] == ["", "Hulls", "Hulls", "Masts", "Masts", "Sails", "Sails"]


def test_heading_divider_cuts_at_headings():
    text = "---\nmarp: true\nheadingDivider: 2\n---\n\n# Boats\n\n## Hull\n\n- wet\n\n## Mast\n\n- tall\n"
    assert [slide.title for slide in read(text)] == ["Boats", "Hull", "Mast"]


def test_comments_separate_slides_where_the_settings_say_so():
    head = "---\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\n\n# Boats"
    hull = "## Hull\n\n- wet\n\n---\n\n- old"
    slides = read(f"{head}\n\n<!--s-->\n\n{hull}\n\n<!--v-->\n\n## Keel\n\n- deep\n\n<!--s-->\n\n## Mast\n\n- tall")
    assert [(slide.title, slide.topic) for slide in slides] == [
        ("Boats", ""),
        ("Hull", "Hull"),
        ("Keel", "Hull"),
        ("Mast", "Mast"),
    ]


@pytest.mark.parametrize(
    ("head", "class_of_slide"),
    [
        ("---\n# try another\ntheme: sea\nmdc: true\n---", ""),
        ("<!--\nmade by hand\n-->\nclass: center, middle\nauthor-name: Ann", "class: compact\n"),
    ],
)
def test_settings_may_follow_comments_and_stand_beside_own_ones(head, class_of_slide):
    slides = read(f"{head}\n\n# A\n\n---\n{class_of_slide}\n# B\n\n---\n{class_of_slide}\n# C\n")
    assert [slide.title for slide in slides] == ["A", "B", "C"]
    assert slides[0].groups == ()


def test_a_rule_above_a_heading_opens_no_front_matter():
    assert read("---\n# A\n- Note: b\n---\n" + MARP)[0].title == "A"


def test_a_rule_and_a_heading_below_it_open_one_pandoc_slide():
    text = "---\nformat: revealjs\n---\n\n## A\n\n- a\n\n---\n\n## B\n\n$$x = y$$\n\n---\n\n- c\n"
    slides = read(text)
    assert [slide.title for slide in slides] == ["A", "B", ""]
    assert said(slides[1]) == ["$ $$x = y$$"]


def test_text_behind_code_does_not_stand_under_the_label_of_the_code():
    slide = read(
        "---\nmarp: true\n---\n\n# Gauges\n\nShort form:\n\n```sh\ngauge -r\n```\n\nA gauge is read at noon.\n"
    )[0]
    assert [group.heading and group.heading.plain for group in slide.groups] == ["Short form:", None]


def test_a_point_that_announces_what_will_be_done_is_no_knowledge():
    deck = (
        "---\nmarp: true\n---\n\n# Tides\n\n- The moon pulls the sea\n- We'll build: a gauge\n- Goal today: a chart\n"
    )
    slide = read(deck)[0]
    assert said(slide) == [["The moon pulls the sea"]]
    assert NoiseReason.SPEAKER_NOTE in noise(slide).values()


def test_a_sentence_that_ends_with_what_it_gives_us_stays():
    deck = (
        "---\nmarp: true\n---\n\n# Tides\n\nA gauge is a post with marks, so that we can read the water level.\n"
        "We will build one. Here we are reading it.\n"
    )
    assert said(read(deck)[0]) == ["A gauge is a post with marks, so that we can read the water level."]


def test_a_line_that_names_the_address_under_it_is_no_knowledge():
    deck = "---\nmarp: true\n---\n\n# Tides\n\nThe moon pulls the sea.\n\nTimetable of the port:<br>\nhttps://port.example/tides\n"
    slide = read(deck)[0]
    assert said(slide) == ["The moon pulls the sea."]
    assert noise(slide)["Timetable of the port:<br>"] is NoiseReason.REFERENCE


def test_what_a_slide_says_of_its_own_example_is_no_knowledge():
    deck = (
        "---\nmarp: true\n---\n\n# Ports\n\n- The moon pulls the sea\n- This is only a sketch to showcase a port\n"
        "- It is purely intended to demonstrate the locks\n"
    )
    assert said(read(deck)[0]) == [["The moon pulls the sea"]]


def test_a_point_that_is_the_title_of_another_work_is_a_reference():
    deck = (
        "---\nmarp: true\n---\n\n# Tides\n\n- The moon pulls the sea\n- [Moonlight](https://m.example)\n"
        "- [The tides of the northern seas](https://t.example)\n"
    )
    assert said(read(deck)[0]) == [["The moon pulls the sea", "Moonlight"]]


def test_properties_of_a_step_are_settings():
    deck = (
        REMARK + "\n\n---\n\n# Locks\n\nA lock lifts ships.\n\n--\n\nclass: extra, deep\n\nShips wait for the keeper.\n"
    )
    slide = read(deck)[-1]
    assert said(slide) == ["A lock lifts ships.", "Ships wait for the keeper."]
    assert noise(slide)["class: extra, deep"] is NoiseReason.SETTING


def test_raised_footnote_numbers_go_and_powers_stay():
    deck = "---\nmarp: true\n---\n\n# Tides\n\n- Ebbs¹ carry 4 m² of sand\n- ¹Ebb: falling water\n- Our port is small\n"
    assert said(read(deck)[0]) == [["Ebbs carry 4 m² of sand", "Ebb: falling water"]]


def test_a_list_nested_without_end_is_read():
    nested = "\n".join(f"{' ' * (2 * depth)}- crate {depth}" for depth in range(3000))
    (slide,) = [one for one in read(f"{MARP}\n---\n\n# Crates\n\n{nested}\n") if one.title == "Crates"]
    (crates,) = slide.groups[0].blocks
    assert sum(1 for _ in crates.items[0].walk()) == 3000


def test_a_name_that_reads_as_a_call_is_no_announcement():
    deck = "---\nmarp: true\n---\n\n# Let's Sail\n\nLet's Sail is a club.\n\n- Let's go\n- Let's Sail has six boats\n"
    assert said(read(deck)[0]) == ["Let's Sail is a club.", ["Let's Sail has six boats"]]


def test_a_masked_word_marks_a_remark():
    deck = "---\nmarp: true\n---\n\n# Tides\n\n- The moon pulls the sea\n- Fog is a b***r\n"
    assert said(read(deck)[0]) == [["The moon pulls the sea"]]


def test_notes_that_stress_a_term_speak_of_it():
    notes = "Your ship enters the **lower gate** at low water.\nYou open your door and wait.\n"
    deck = f"{REVEAL}\n---\n\n## Locks\n\n![](lock.png)\n\nNotes:\n\n{notes}"
    assert said(read(deck)[-1]) == ["Your ship enters the lower gate at low water."]


def test_text_of_another_format_and_citations_go():
    points = "- The moon `\\hfill`{=tex} pulls the sea [@Brine2011, p. 53]\n- `ebb` stays\n"
    deck = f"---\nmarp: true\n---\n\n# Tides\n\n{points}"
    assert said(read(deck)[0]) == [["The moon pulls the sea", "ebb stays"]]
