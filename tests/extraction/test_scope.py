"""Which labels stand above the sentences and points of a slide."""

from flashdeck.extraction.analysis.vocabulary import vocabulary_of
from tests.extraction.slide_notation import ask, scope_for, slide_of


def labels(notation: str) -> dict[str, tuple[str, ...]]:
    return {item.plain: item.labels for item in scope_for(notation).walk()}


def test_the_sentences_behind_a_described_term_stand_under_it():
    found = labels("# Towing\n**Long line** - Ropes of sixty metres are used at sea. Every line is kept in a dry shed.")
    assert found["Every line is kept in a dry shed."] == ("Long line",)


def test_the_sentences_behind_a_bold_term_stand_under_it():
    found = labels("# Towing\n**Long line** is a rope for the open sea. Every one is kept in a dry shed.")
    assert found["Every one is kept in a dry shed."] == ("Long line",)
    found = labels("# Towing\nA **long line** is a rope for the open sea. Every one is kept in a dry shed.")
    assert found["Every one is kept in a dry shed."] == ()


def test_a_lead_in_that_says_the_kind_is_a_statement_and_names_what_its_points_speak_of():
    slide = "# Harbor Queue\n- Tugboat is a ship with a strong engine:\n  - Pulls ships out of the fog\n  - Burns coal"
    assert labels(slide)["Burns coal"] == ("Tugboat",)
    made = ask(slide)
    assert "a ship with a strong engine" in made.values()
    assert not [front for front in made if "answers" in front]


def test_a_lead_in_that_only_announces_its_points_keeps_them():
    assert labels("# Ports\n- The kinds of port are the following:\n  - Oil port\n  - Ferry port")["Oil port"] == (
        "The kinds of port are the following:",
    )


def test_link_targets_tell_nothing_about_words():
    slide = slide_of("# Ports\n- [Tugboat][tugboat] and [Ferry](ferry) are small words in their links")
    common = vocabulary_of([slide]).common
    assert "words" in common
    assert not {"tugboat", "ferry"} & common


def said(notation: str, **fields: str) -> list[str]:
    return [item.plain for item in scope_for(notation, **fields).walk()]


def test_a_sentence_loses_the_word_that_ties_it_to_the_one_before():
    assert said("# Tugs\nAlso, the crew sleeps on board.") == ["The crew sleeps on board."]
    assert said("# Tugs\nHowever `hoist` stops at night.") == ["Hoist stops at night."]
    assert said("# Tugs\nIn addition to ropes a tug has chains.") == ["In addition to ropes a tug has chains."]


def test_a_pronoun_stands_for_the_last_name_of_the_subject():
    harbor = {"topic": "Harbor Queue"}
    assert said("# TugBoats\nThey pull ships out of the fog.", **harbor) == ["TugBoats pull ships out of the fog."]
    assert said("# Old ropes\nThis kind of ropes is kept dry.", **harbor) == ["Old ropes is kept dry."]
    assert said("# Old ropes\nThis kind of crane is kept dry.", **harbor) == ["This kind of crane is kept dry."]
    made = ask("# Old ropes\nThey are only kept in the dry shed.")
    assert not [front for front in made if front.count("Old ropes") > 1]


def test_a_pronoun_stands_for_the_subject_of_the_sentence_before_where_it_agrees():
    assert said("# Old ropes\nEach tug carries two anchors. It lies at the quay. They rust at sea.")[1:] == [
        "Each tug lies at the quay.",
        "Old ropes rust at sea.",
    ]
    assert (
        said("# Ports\nThe pilots only work at night. They are paid by the hour.")[1]
        == "The pilots are paid by the hour."
    )
    assert said("# Ports\nA chart shows the tides. Its paper is waxed.")[1] == "The paper of a chart is waxed."
    assert said("# Ports\nIn winter the chart is wet. Its paper is waxed.")[1] == "Its paper is waxed."


def test_a_pronoun_that_opens_a_bullet_stands_for_what_the_bullet_above_speaks_of():
    assert said("# Dry storage\n- Grain is checked each week\n- It is kept in sacks")[1] == "Grain is kept in sacks"
    assert said("# Dry storage\n- Checked each week\n- It is kept in sacks")[1] == "Dry storage is kept in sacks"
    below = said("# Docks\n- Crane\n  - Grain is lifted fast\n  - It is made of steel")
    assert below[1:] == ["Grain is lifted fast", "Crane is made of steel"]
    aspect = said("# Docks\n= Tug's speed and strength\n- A tug can pull ships\n- It saves time by drifting")
    assert aspect[-1] == "A tug saves time by drifting"


def test_a_point_without_a_subject_goes_on_about_the_subject_of_the_sentence_above():
    icy = "# Storage\n- Icy sheds must be aired\n  - {}"
    assert labels(icy.format("Best for fish in summer"))["Best for fish in summer"] == ("Icy sheds",)
    assert labels(icy.format("Stores fish in summer"))["Stores fish in summer"] == ("Icy sheds must be aired",)
    assert labels(icy.format("Fish is kept here"))["Fish is kept here"] == ("Icy sheds must be aired",)
    users = "# Storage\n- Users must air the holds\n  - Used for fish in summer"
    assert labels(users)["Used for fish in summer"] == ("Users must air the holds",)


def test_a_line_without_a_subject_goes_on_about_the_thing_that_the_line_before_defines():
    board = "# Tug Registries\n- Blue Board is a public list of tugs\n- {}"
    assert labels(board.format("Stores the names of pilots"))["Stores the names of pilots"] == ("Blue Board",)
    assert labels(board.format("Pilots may sign it"))["Pilots may sign it"] == ()
    registry = "# Blue Board\n- Blue Board is a public list of tugs\n- Stores the names of pilots"
    assert labels(registry)["Stores the names of pilots"] == ()


def test_a_term_with_its_meaning_below_a_sentence_does_not_belong_to_its_subject():
    points = "  - Tally (list of all the crates on board)\n  - Burn in dry wind"
    slide = f"# Cargo\n- Crates are the body of the load:\n{points}"
    found = labels(slide)
    assert found["Tally (list of all the crates on board)"] == ()
    assert found["Burn in dry wind"] == ("Crates",)


def test_what_follows_from_several_names_belongs_to_the_label_above_them():
    slide = (
        "# Tug uses\n- Towing at sea:\n  - Barges\n  - Rafts\n  - Hulks\n    > ⇒ Brings heavy wrecks back to the port"
    )
    (towing,) = scope_for(slide).items
    assert [text.plain for text in towing.body] == ["Brings heavy wrecks back to the port"]
    assert [child.body for child in towing.children] == [(), (), ()]


def test_terms_that_a_heading_announces_are_no_description_of_it():
    slide = "# Signals\n= What a lamp can show:\nGreen - The lock is open\nRed - The lock is shut"
    made = ask(slide)
    assert sorted(made.values()) == ["The lock is open", "The lock is shut"]


def test_points_below_a_description_speak_of_the_slide():
    made = ask("# Quay Charts\n- Hand-drawn pictures of a port\n  - Great for pilots who come at night")
    assert made == {"Harbor Queue: what are Quay Charts great for?": "pilots who come at night"}


def test_a_pronoun_means_none_of_the_things_that_a_title_collects():
    assert said("# Harbor terms\n- It is kept dry") == ["It is kept dry"]
    assert said("# Harbor Queue\n- It is kept dry") == ["Harbor Queue is kept dry"]
