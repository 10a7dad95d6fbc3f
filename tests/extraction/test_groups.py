"""Headings that a picture left among the lines, and lines that a heading took in."""

from dataclasses import replace

from flashdeck.extraction.analysis.groups import completed, settled_groups
from flashdeck.extraction.model import BulletList, Code
from tests.extraction.slide_notation import ask, cards_of, slide_of


def shown(notation):
    groups = settled_groups(slide_of(notation).groups)
    return [
        (
            group.heading.plain if group.heading else "",
            [item.text.plain for block in group.blocks for item in block.items],
        )
        for group in groups
        if all(isinstance(block, BulletList) for block in group.blocks)
    ]


def test_the_last_of_several_headings_takes_one_line_as_the_others_do():
    states = "# Lamps\n= GREEN\n- The lock is open\n= AMBER\n- The lock is closing\n= RED\n- The lock is shut"
    assert shown(f"{states}\n- Keeper: rings the bell\n- Pilot: waits at the quay")[2:] == [
        ("RED", ["The lock is shut"]),
        ("", ["Keeper: rings the bell", "Pilot: waits at the quay"]),
    ]
    assert shown(f"{states}\n- Ships wait\n- Nobody moors here")[2][1] == [
        "The lock is shut",
        "Ships wait",
        "Nobody moors here",
    ]


def numbered(notation, *runs):
    slide = slide_of(notation)
    groups = [
        replace(
            group,
            blocks=(
                BulletList(
                    items=tuple(
                        replace(item, number=number) for item, number in zip(group.blocks[0].items, run, strict=True)
                    )
                ),
            ),
        )
        for group, run in zip(slide.groups, runs, strict=True)
    ]
    return settled_groups(tuple(groups))


def test_words_between_the_numbers_of_one_list_are_labels_of_a_picture():
    steps = "# Lamps\n= Oil\n- Fill the lamp\n= Flame\n- Light the wick\n- Close the glass"
    (group,) = numbered(steps, [1], [2, 3])
    assert group.heading is None
    assert len(numbered(steps, [1], [1, 2])) == 2


def test_what_stands_under_a_heading_that_many_slides_have_does_not_describe_the_heading():
    names = (("Hull", "planks"), ("Deck", "boards"), ("Keel", "bolts"))
    slides = [
        f"# {part}\n= Leak report\nThe places where the {part} lets water in between worn {wood}"
        for part, wood in names
    ]
    asked = "Leak report: what does it mean?"
    assert any(front.endswith(asked) for front, _ in cards_of(slides[0]))
    assert not any(front.endswith(asked) for front, _ in cards_of(*slides))


def test_orders_behind_a_stem_complete_it():
    slide = slide_of("# Lamps\n- Helps keepers to:\n- Count the ships\n- Warn the town\n- Oil is burnt at night")
    assert [(item.text.plain, len(item.children)) for item in completed(slide.groups[0].blocks[0].items)] == [
        ("Helps keepers to:", 2),
        ("Oil is burnt at night", 0),
    ]


def test_signs_that_one_line_explains_are_items_of_their_own():
    slide = slide_of("# Marks\n- Signs\n  - N – points to north; W – points to west, a cold side, O – points to east")
    (signs,) = slide.groups[0].blocks[0].items
    assert [item.text.plain for item in completed(signs.children)] == [
        "N – points to north",
        "W – points to west, a cold side",
        "O – points to east",
    ]


def test_a_word_above_a_listing_names_the_listing_and_not_what_follows():
    slide = slide_of("# Cargo\n= Crates\n- Every crate has a number")
    listing = Code(source='{"crate": 9}', first_line=2, last_line=2)
    group = replace(slide.groups[0], blocks=(listing, *slide.groups[0].blocks))
    assert [part.heading is None for part in settled_groups((group,))] == [False, True]


def test_what_follows_the_name_of_an_example_holds_for_it_alone():
    made = ask(
        "# Harbor Queue\nQueues tell which ship is next.\nFerry example:\nRain is not related to the other delays!"
    )
    assert not made
    named = "# Harbor Queue\nMany queues are known.\nExample: night ferry (NF)\nUse lamp signals to call the next ship."
    assert not [front for front in ask(named) if "what to use" in front and "night ferry" not in front]


def test_a_line_that_only_adds_another_possibility_goes_on_with_the_one_before():
    slide = "# Crane\n- Returns:\n  - The number of crates asked for\n  - Or up to two tons of coal"
    (block,) = slide_of(slide).groups[0].blocks
    assert [item.text.plain for item in completed(block.items[0].children)] == [
        "The number of crates asked for or up to two tons of coal"
    ]
    (orders,) = slide_of("# Crane\n- Lift the crates\n- Or split the load").groups[0].blocks
    assert len(completed(orders.items)) == 2


def test_a_part_of_a_named_example_means_nothing_in_general():
    slide = (
        "# Harbor Queue\nMany queues are known.\n= Example: night tug\n- Hidden delay: count of crates that were late"
    )
    assert not [front for front in ask(slide) if "delay" in front and "[...]" not in front]


def test_a_heading_over_what_the_title_stands_for_is_a_label_of_a_picture():
    points = "- A pump for salt water at the quay\n- HQP = Harbor Quay Pump\n- Sturdy pump for deep locks"
    made = cards_of(f"# Acme HQP\n= Dry dock\n{points}\n- Runs without oil in winter")
    assert made
    assert not [front for front, _ in made if "Dry dock" in front or "dry dock" in front]
    kept = cards_of("# Acme HQP\n= Dry dock\n- A pump for salt water at the quay\n- Runs without oil in winter")
    assert any("dry dock" in front.casefold() for front, _ in kept)
