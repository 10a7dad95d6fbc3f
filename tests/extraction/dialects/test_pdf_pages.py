import pytest

from flashdeck.domain.pages import Bookmark
from flashdeck.errors import SlideFileError
from flashdeck.extraction.model import NoiseReason, SlideKind, Table
from tests.extraction.dialects.placed_pages import (
    FILLERS,
    box,
    bullets,
    deck,
    line,
    noise,
    outline,
    page,
    slide,
    title,
)


class TestTitles:
    def test_place_decides_whatever_the_order_of_the_file(self):
        found = slide(bullets("Water first", "Leaves second"), title("How to brew"))
        assert found.title == "How to brew"
        assert outline(found) == ["- Water first", "- Leaves second"]

    def test_a_title_may_be_smaller_than_the_text_below_it(self):
        pages = [page(line(f"Name {n}", 40, 24, 16), bullets(f"Large text {n} speaks", size=30)) for n in "abcd"]
        assert [one.title for one in deck(*pages)] == ["Name a", "Name b", "Name c", "Name d"]

    def test_wrapped_titles_are_joined(self):
        found = slide(title("Why the water must not"), line("boil for green tea", 40, 58, 32), bullets("It burns"))
        assert found.title == "Why the water must not boil for green tea"

    def test_a_navigation_bar_above_the_title_is_no_title(self):
        pages = [
            page(
                line(section, 60, 2, 8),
                title(f"{section} {number}"),
                bullets(f"{section} takes its time, part {'abc'[number]}"),
            )
            for section in ("Harvest", "Drying", "Brewing")
            for number in (0, 1, 2)
        ]
        slides = deck(*pages)
        assert slides[4].title == "Drying 1"
        assert slides[4].section == "Drying"
        assert noise(slides[4]) == {"Drying": NoiseReason.FOOTER}

    def test_text_that_starts_where_titles_stand_is_no_title(self):
        body = [line(f"Running text goes on here in line {n}", 40, 24 + 20 * n, 16) for n in range(6)]
        assert slide(body).title == ""

    def test_titles_of_slides_come_from_bookmarks(self):
        marks = tuple(
            Bookmark(title=f"Slide {n}: {name}", level=0, page_number=n)
            for n, name in enumerate(("One", "Two of them", "Three"), start=1)
        )
        pages = [
            page(line("One", 300, 300, 20), line("LARGE WORDS", 40, 60, 40)),
            page(line("Two of", 300, 200, 20), line("them", 300, 224, 20)),
            page(line("Nothing that says it", 40, 100)),
        ]
        slides = deck(*pages, bookmarks=marks)
        assert [one.title for one in slides[:2]] == ["One", "Two of them"]

    def test_a_slide_that_its_bookmark_leaves_unnamed_has_no_title(self):
        marks = tuple(Bookmark(title=f"Folie {n}", level=0, page_number=n) for n in (1, 2, 3))
        pages = [page(line("Part 1:", 40, 30, 24), bullets("Pour", "Wait", top=80)) for _ in range(3)]
        assert [one.title for one in deck(*pages, bookmarks=marks)] == ["", "", ""]


class TestRunningLines:
    def test_lines_equal_up_to_digits_are_footers(self):
        pages = [
            page(title(f"Topic {word}"), bullets("Cups are warm"), line(f"Tea house, page {n} of 9", 300, 385, 10))
            for n, word in enumerate(("one", "two", "three", "four"), start=1)
        ]
        for one in deck(*pages):
            assert list(noise(one).values()) == [NoiseReason.FOOTER]

    def test_the_number_of_the_page_is_none(self):
        found = slide(title("Cups"), bullets("Cups are warm"), line("2", 690, 385, 10))
        assert noise(found) == {"2": NoiseReason.FOOTER}

    def test_a_stamp_across_the_pages_is_a_watermark(self):
        stamp = line("DRAFT", 200, 150, 60, is_rotated=True)
        pages = [page(title(f"Topic {word}"), bullets("Cups are warm"), stamp) for word in "abcdef"]
        assert noise(deck(*pages)[0]) == {"DRAFT": NoiseReason.WATERMARK}

    def test_a_title_that_many_pages_repeat_stays(self):
        pages = [page(title("Steps"), bullets(f"Step {word} needs patience")) for word in ("one", "two", "three")]
        assert {one.title for one in deck(*pages)} == {"Steps"}

    def test_the_steps_of_a_build_are_no_running_lines(self):
        steps = ["Water is heated", "Leaves are added", "Cups are filled"]
        slides = deck(*[page(title("Brewing"), bullets(*steps[:count])) for count in (1, 2, 3)])
        assert [outline(one) for one in slides] == [[f"- {step}" for step in steps[:count]] for count in (1, 2, 3)]


class TestLists:
    def test_indentation_makes_the_tree(self):
        found = slide(title("Teas"), bullets("Green", "  Japan", "    Sencha", "  China", "Black"))
        assert outline(found) == ["- Green", "  - Japan", "    - Sencha", "  - China", "- Black"]

    def test_wrapped_items_are_joined_by_their_hanging_indent(self):
        wrapped = line("for three minutes", 60, 122)
        found = slide(title("Time"), line("•", 40, 100), line("Let it steep", 60, 100), wrapped)
        assert outline(found) == ["- Let it steep for three minutes"]

    def test_marks_may_be_part_of_the_line(self):
        items = [line("- warm the pot", 40, 100), line("- pour the water", 40, 130), line("3. wait", 40, 160)]
        assert outline(slide(title("Brew"), items)) == ["- warm the pot", "- pour the water", "3. wait"]

    def test_drawn_dots_are_marks(self):
        dots = tuple(box(44, top + 7, 50, top + 13) for top in (100, 130))
        items = [line("Warm the pot", 60, 100), line("Pour the water", 60, 130)]
        assert outline(slide(title("Brew"), items, shapes=dots)) == ["- Warm the pot", "- Pour the water"]

    def test_counting_numbers_without_a_point_are_marks(self):
        items = [
            one
            for number, text in enumerate(("Warm the pot", "Pour the water", "Wait"), start=1)
            for one in (line(str(number), 40, 70 + 30 * number, 12), line(text, 66, 66 + 30 * number))
        ]
        assert outline(slide(title("Brew"), items)) == ["1. Warm the pot", "2. Pour the water", "3. Wait"]

    def test_a_letter_that_always_stands_before_text_is_a_mark(self):
        def items(*texts):
            rows = enumerate(texts)
            return [one for n, text in rows for one in (line("I", 40, 104 + 30 * n, 14), line(text, 58, 100 + 30 * n))]

        pages = [
            page(title(f"Teas {n}"), items("Green tea is mild", "Black tea is strong", "White tea")) for n in "abc"
        ]
        assert outline(deck(*pages)[1]) == ["- Green tea is mild", "- Black tea is strong", "- White tea"]

    def test_a_line_with_a_colon_heads_the_list_below_it(self):
        found = slide(title("Pots"), line("Made of iron:", 40, 80), bullets("Keeps the heat", top=110))
        assert outline(found) == ["= Made of iron:", "- Keeps the heat"]

    def test_a_clause_with_a_colon_carries_the_points_that_complete_it(self):
        clause = "A pot of iron keeps the heat for a very long time and therefore:"
        found = slide(title("Pots"), line(clause, 40, 80), bullets("serves many guests", top=110, left=60))
        assert outline(found) == [f"- {clause}", "  - serves many guests"]

    def test_text_after_the_list_is_not_under_its_heading(self):
        found = slide(
            title("Pots"),
            line("Made of iron:", 40, 80),
            bullets("Keeps the heat", "Is heavy", top=110, left=60),
            line("All of this is true of copper as well.", 40, 180),
        )
        assert [group.heading.plain if group.heading else "" for group in found.groups] == ["Made of iron:", ""]

    def test_an_arrow_is_an_item_of_its_own(self):
        found = slide(title("Pots"), bullets("Iron is heavy"), line("--> carry it with two hands", 60, 130))
        assert outline(found) == ["- Iron is heavy", "  - → carry it with two hands"]


class TestColumns:
    def test_columns_are_never_read_across(self):
        left = bullets("Left one is long", "Left two", "Left three")
        right = bullets("Right one", "Right two", "Right three", left=400)
        mixed = [one for pair in zip(left, right, strict=True) for one in pair]
        found = slide(title("Two columns"), mixed)
        assert outline(found) == [
            *("- Left one is long", "- Left two", "- Left three"),
            *("- Right one", "- Right two", "- Right three"),
        ]

    def test_paragraphs_side_by_side_are_no_table(self):
        left = ["Green tea: leaves that", "are heated soon after", "they have been picked"]
        right = ["Black tea: leaves that", "are rolled and left to", "turn dark in the air"]
        lines = [line(text, 40, 100 + 22 * n, 18) for n, text in enumerate(left)]
        lines += [line(text, 400, 100 + 22 * n, 18) for n, text in enumerate(right)]
        assert outline(slide(title("Leaves"), lines)) == [f"P {' '.join(left)}", f"P {' '.join(right)}"]

    def test_a_versus_between_two_boxes_sets_them_apart(self):
        found = slide(
            title("Pots"),
            line("Iron", 40, 80, 24),
            bullets("Keeps the heat", "Is heavy", top=120),
            line("vs.", 340, 150),
            line("Clay", 420, 80, 24),
            bullets("Keeps the taste", "Breaks", left=420, top=120),
        )
        assert found.is_comparison
        assert [group.heading.plain for group in found.groups if group.heading] == ["Iron", "Clay"]

    def test_a_title_can_set_the_sides_apart(self):
        found = slide(
            title("Iron vs. clay pots"),
            [line("Iron", 40, 80, 24), line("Clay", 420, 80, 24)],
            bullets("Keeps the heat", "Is heavy", top=120),
            bullets("Keeps the taste", "Breaks", left=420, top=120),
        )
        assert found.is_comparison
        assert outline(found) == ["= Iron", "- Keeps the heat", "- Is heavy", "= Clay", "- Keeps the taste", "- Breaks"]


ROWS = (("Tea", "Water", "Time"), ("Green", "70 degrees", "2 min"), ("Black", "95 degrees", "4 min"))


def cells(rows=ROWS, lefts=(60.0, 260.0, 460.0), pitch=40.0, **header):
    return [
        line(text, left, 100 + pitch * number, 18, **(header if number == 0 else {}))
        for number, row in enumerate(rows)
        for left, text in zip(lefts, row, strict=True)
    ]


class TestTables:
    def test_rows_that_share_columns_without_rules(self):
        found = slide(title("Brewing"), cells(is_bold=True))
        [table] = [block for group in found.groups for block in group.blocks]
        assert isinstance(table, Table)
        assert [cell.plain for cell in table.header or ()] == list(ROWS[0])
        assert outline(found)[1:] == ["| Green | 70 degrees | 2 min |", "| Black | 95 degrees | 4 min |"]

    def test_rules_tell_wrapped_cells_from_rows(self):
        across = tuple(box(50, 98 + 52 * n, 650, 99 + 52 * n) for n in range(4))
        upright = tuple(box(x, 98, x + 1, 254) for x in (50, 240, 649))
        rows = [
            *(line("Kind", 60, 104, 18, is_bold=True), line("What it is", 260, 104, 18, is_bold=True)),
            *(line("Sencha", 60, 156, 18), line("Steamed leaves that", 260, 156, 18), line("are rolled", 260, 177, 18)),
            *(line("Matcha", 60, 208, 18), line("Ground leaves that", 260, 208, 18), line("are whisked", 260, 229, 18)),
        ]
        assert outline(slide(title("Kinds"), rows, shapes=(*across, *upright))) == [
            "| Kind | What it is |",
            "| Sencha | Steamed leaves that are rolled |",
            "| Matcha | Ground leaves that are whisked |",
        ]

    def test_two_columns_without_a_header_are_terms_with_descriptions(self):
        rows = (("Sencha", "steamed leaves"), ("Matcha", "ground leaves"), ("Hojicha", "roasted leaves"))
        found = slide(title("Kinds"), cells(rows, lefts=(60.0, 260.0)))
        assert outline(found) == [
            *("- Sencha", "> steamed leaves"),
            *("- Matcha", "> ground leaves"),
            *("- Hojicha", "> roasted leaves"),
        ]

    def test_boxes_that_touch_are_a_table(self):
        rows = (("Sencha pots", "keep the steamed leaves"), ("Matcha bowls", "keep the ground leaves"))
        shapes = tuple(box(left, top, right, top + 50) for top in (100, 160) for left, right in ((40, 240), (240, 680)))
        lines = [
            line(text, left, top, 18)
            for (one, two), top in zip(rows, (115, 175), strict=True)
            for text, left in ((one, 60), (two, 260))
        ]
        found = slide(title("Pots"), lines, shapes=shapes)
        assert outline(found) == [
            *("- Sencha pots", "> keep the steamed leaves"),
            *("- Matcha bowls", "> keep the ground leaves"),
        ]

    def test_boxes_that_stand_apart_are_a_diagram(self):
        shapes = tuple(box(left, top, left + 120, top + 30) for top in (100, 150, 200) for left in (60, 480))
        lines = [
            line(f"{name} {n}", left + 10, 55 + 50 * n, 16)
            for n in (1, 2, 3)
            for name, left in (("Pot", 60), ("Cup", 480))
        ]
        found = slide(title("Who pours into what"), lines, shapes=shapes)
        assert found.groups == ()
        assert set(noise(found).values()) == {NoiseReason.DIAGRAM_LABEL}

    def test_numbers_alone_are_no_table(self):
        grid = [line(str(n * k), 100 * k, 80 + 30 * n, 14) for n in (3, 5, 7, 8) for k in (1, 2, 4)]
        assert slide(title("A chart"), grid).groups == ()


class TestNoise:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("https://tea.example/leaves", NoiseReason.LINK_TARGET),
            ("Source: The Book of Leaves", NoiseReason.CREDIT),
            ("Photo by A. Picker", NoiseReason.CREDIT),
            ("***", NoiseReason.EMPTY),
            ("Kettle", NoiseReason.DIAGRAM_LABEL),
            ("x₁ + x₂ ≤ 4", NoiseReason.FORMULA),
        ],
    )
    def test_lines_that_are_no_knowledge_keep_their_reason(self, text, reason):
        found = slide(title("Water"), bullets("Water is heated slowly"), line(text, 400, 300, 14))
        assert noise(found) == {text: reason}

    def test_upright_labels_belong_to_charts(self):
        found = slide(title("Water"), bullets("Water is heated"), line("degrees", 20, 200, 14, is_rotated=True))
        assert noise(found) == {"degrees": NoiseReason.DIAGRAM_LABEL}

    def test_items_with_lost_signs_are_formulas(self):
        found = slide(title("Water"), bullets("Water is heated", "The sum \N{REPLACEMENT CHARACTER} of it"))
        assert outline(found) == ["- Water is heated"]
        assert list(noise(found).values()) == [NoiseReason.FORMULA]

    def test_tiny_text_is_a_caption(self):
        found = slide(title("Water"), bullets("Water is heated"), line("This is what you see in the cup", 40, 300, 8))
        assert list(noise(found).values()) == [NoiseReason.DIAGRAM_LABEL]


class TestText:
    def test_hyphens_at_line_ends(self):
        pages = [
            page(
                title("Tea"), line("Steep", 40, 80), line("Water tem-", 40, 100), line("perature decides the", 40, 122)
            ),
            *FILLERS,
        ]
        [first, *_] = deck(*pages, producer="pdfTeX")
        assert any("temperature" in text for text in outline(first))

    def test_a_hyphen_of_a_compound_stays(self):
        def wrapped(one, two):
            return [line("•", 40, 100), line(one, 60, 100), line(two, 60, 122)]

        found = slide(title("Tea"), wrapped("Leaves are used for decision-", "making of the guests"))
        assert outline(found) == ["- Leaves are used for decision-making of the guests"]

    def test_scripts_without_spaces_are_joined_without_one(self):
        found = slide(
            title("お茶", right=120),
            [line("•", 40, 100), line("緑茶は摘んだ葉をすぐに", 60, 100), line("蒸して作ります。", 60, 122)],
        )
        assert found.title == "お茶"
        assert outline(found) == ["- 緑茶は摘んだ葉をすぐに蒸して作ります。"]

    def test_emphasis_keeps_its_place_behind_a_mark(self):
        item = line("• Infuser: holds the leaves", 40, 100, strong=((2, 9),))
        [bullet] = slide(title("Tools"), item).groups[0].blocks[0].items
        assert [bullet.text.plain[start:end] for start, end in bullet.text.strong] == ["Infuser"]

    def test_code_keeps_its_indentation(self):
        code = [
            line("def brew(leaves):", 40, 100, 20, is_code=True),
            line("return pour(leaves)", 88, 124, 20, is_code=True),
        ]
        assert outline(slide(title("Program"), code)) == ["def brew(leaves):", "    return pour(leaves)"]


class TestOutline:
    def test_pages_set_apart_open_sections(self):
        def divider(name):
            return page(line(name, 200, 180, 48))

        slides = deck(
            divider("Cover"), FILLERS[0], divider("Harvest"), FILLERS[1], divider("Brewing"), FILLERS[2], FILLERS[3]
        )
        assert [one.kind for one in slides[2:5]] == [SlideKind.SECTION, SlideKind.CONTENT, SlideKind.SECTION]
        assert [one.section for one in slides[3:]] == ["Harvest", "Brewing", "Brewing", "Brewing"]

    def test_bookmarks_name_sections_and_topics(self):
        marks = (
            Bookmark(title="Harvest", level=0, page_number=2),
            Bookmark(title="Picking", level=1, page_number=2),
            Bookmark(title="Drying", level=1, page_number=3),
            Bookmark(title="Brewing", level=0, page_number=4),
        )
        slides = deck(page(line("Cover", 200, 180, 48)), *FILLERS, bookmarks=marks)
        assert [(one.section, one.topic) for one in slides[1:]] == [
            ("Harvest", "Picking"),
            ("Harvest", "Drying"),
            ("Brewing", ""),
            ("Brewing", ""),
        ]

    @pytest.mark.parametrize(
        "name", ["Agenda", "Gliederung", "References II", "Who am I?", "Exercise 3", "Quiz", "Danke!"]
    )
    def test_pages_nobody_is_asked_about(self, name):
        assert slide(title(name), bullets("Leaves are sorted by hand")).kind is SlideKind.FRONT_MATTER

    def test_a_page_that_lists_later_titles_is_an_outline(self):
        agenda = page(title("The plan"), bullets("Harvest of leaves", "Brewing of tea"))
        slides = deck(
            FILLERS[0], agenda, page(title("Harvest of leaves"), bullets("By hand")), page(title("Brewing of tea"))
        )
        assert slides[1].kind is SlideKind.FRONT_MATTER

    def test_the_pages_after_a_quiz_that_share_a_title_belong_to_it(self):
        claims = [page(title("Claims"), bullets(f"Claim {word} may be wrong")) for word in ("one", "two")]
        slides = deck(FILLERS[0], page(title("Quiz: true or false")), *claims, *FILLERS[1:])
        assert [one.kind for one in slides[1:5]] == [SlideKind.FRONT_MATTER] * 3 + [SlideKind.CONTENT]

    def test_an_untitled_page_goes_on_with_what_was_announced(self):
        sides = [line("Iron", 40, 60, 24), line("Clay", 420, 60, 24)]
        below = page(sides, bullets("Is heavy", "Is hot", top=120), bullets("Breaks", "Leaks", left=420, top=120))
        found = deck(FILLERS[0], page(title("Iron vs. clay")), below, *FILLERS[1:])[2]
        assert (found.title, found.topic, found.is_comparison) == ("", "Iron vs. clay", True)

    def test_a_picture_under_a_title_is_title_only(self):
        assert slide(title("The harvest")).kind is SlideKind.TITLE_ONLY

    def test_upright_pages_of_running_text_are_refused(self):
        text = [
            line("A long line of a paper that goes on and on across the page", 60, 60 + 14 * n, 11) for n in range(40)
        ]
        paper = page(text)
        upright = type(paper)(number=0, width=595, height=842, lines=paper.lines)
        with pytest.raises(SlideFileError, match="not like slides"):
            deck(upright, upright, upright)


def test_lines_are_numbered_through_the_document():
    slides = deck(FILLERS[0], page(), FILLERS[1])
    assert [(one.number, one.first_line, one.last_line) for one in slides] == [(1, 1, 2), (2, 3, 3), (3, 4, 5)]
    item = slides[2].groups[0].blocks[0].items[0]
    assert (item.text.first_line, slides[2].lines[1].text) == (5, "• Beta leaves are sorted by hand in the morning")
