"""Features named in a few words, and statements that are nothing but a quantity, on small invented slides."""

import pytest

from tests.extraction.slide_notation import ask

_TALK = "- The tooling and the steering need care\n- Any rope, any lighting, any backup of sails"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("Continuous backup to the shore", "Harbor Queue: what kind of backup?", "Continuous backup to the shore"),
        ("Cross-quay lighting", "Harbor Queue: what kind of lighting?", "Cross-quay lighting"),
        (
            "Self-service tooling & steering",
            "Harbor Queue: what kind of tooling & steering?",
            "Self-service tooling & steering",
        ),
    ],
)
def test_the_head_of_a_phrase_is_asked(line, front, back):
    assert ask(f"# Harbor Queue\n- Ships wait here at night\n- {line}\n{_TALK}")[front] == back


@pytest.mark.parametrize(
    "line",
    [
        "Track the backup",
        "Ropes recover the backup",
        "High backup",
        "Ensured backup",
        "Continuous generation of ropes",
        "Automatic steering",
        "Acme backup",
        "The nautical backup",
        "Queue backup",
        "Sign-in papers",
        "Removable planks",
        "Nautical performance",
    ],
)
def test_orders_clauses_praise_and_names_are_no_features(line):
    asked = ask(f"# Harbor Queue\n- Ships wait here at night\n- {line}\n{_TALK}")
    assert not any("what kind of" in front for front in asked)


def test_access_and_control_are_asked_with_what_they_are_of():
    made = ask(f"# Harbor Queue\n- Ships wait here at night\n- Round-the-clock access to the boat house\n{_TALK}")
    assert made["Harbor Queue: what kind of access to the boat house?"] == "Round-the-clock access"


@pytest.mark.parametrize("line", ["Coastal signalling tool", "Nautical search engine"])
def test_what_a_thing_is_itself_is_not_asked_as_a_kind_of_what_it_has(line: str):
    made = ask(f"# Harbor Queue\n- Ships wait here at night\n- {line}\n- Any tool and any engine\n{_TALK}")
    assert made["What is Harbor Queue?"] == line
    assert not [front for front in made if "what kind of" in front]


@pytest.mark.parametrize("line", ["Finer control over the boat house", "On-demand autoscaling"])
def test_praise_is_no_kind_of_control_or_scaling(line: str):
    made = ask(f"# Harbor Queue\n- Ships wait here at night\n- {line}\n- Any autoscaling, any control\n{_TALK}")
    assert not [front for front in made if "what kind of" in front]


def test_several_things_are_told_apart_by_how_they_were_made():
    made = ask(f"# Harbor Queue\n- Ships wait here at night\n- Moon-powered lanterns\n{_TALK}\n- A row of lanterns")
    assert made["Harbor Queue: what are lanterns powered by?"] == "moon"


def test_points_that_share_a_head_are_told_apart_by_the_word_before_it():
    made = ask(f"# Harbor Queue\n- Tidal in-flight lighting\n- Coastal at-rest lighting\n{_TALK}")
    assert made["Harbor Queue: what kind of in-flight lighting?"] == "Tidal in-flight lighting"
    assert made["Harbor Queue: what kind of at-rest lighting?"] == "Coastal at-rest lighting"


def test_an_open_list_asks_for_no_kind():
    made = ask(f"# Harbor Queue\n- Use cases:\n  - Continuous backup to the shore\n  - Ships\n{_TALK}")
    assert not any("what kind of" in front for front in made)


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("$5 per crate stored", "Harbor Queue: how much per crate stored?", "$5 per crate stored"),
        ("Up to 5X faster than rowing", "Harbor Queue: how much faster than rowing?", "Up to 5X faster than rowing"),
        ("1 MB crate size limit", "Harbor Queue: what crate size limit?", "1 MB crate size limit"),
    ],
)
def test_a_quantity_and_what_it_is_of_are_one_question(line, front, back):
    assert ask(f"# Harbor Queue\n- The ships wait here for a berth at night\n- {line}\n{_TALK}")[front] == back


def test_a_compound_head_is_asked_whole_where_more_is_told_than_one_kind_of_many():
    talk = f"{_TALK}\n- A control of a rope and access"
    slide = "# Harbor Queue\n- Ships wait here for a berth\n- Fine-grained access control{}\n{}"
    made = ask(slide.format(" by the pilots", talk))
    assert made["Harbor Queue: what kind of access control?"] == "Fine-grained access control by the pilots"
    assert not [front for front in ask(slide.format("", talk)) if "what kind of" in front]


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("Can be used in the outer bay", "What can Harbor Queue be used in?", "the outer bay"),
        ("Often used for small boats", "What is Harbor Queue often used for?", "small boats"),
        ("Useful when the fog is thick", "When is Harbor Queue useful?", "when the fog is thick"),
        ("Useful in cases where no pilot is near", "When is Harbor Queue useful?", "in cases where no pilot is near"),
    ],
)
def test_a_purpose_is_asked_in_the_slide_s_own_words(line, front, back):
    assert ask(f"# Harbor Queue\n- {line}\n- The ships lie still")[front] == back


def test_one_purpose_of_a_subject_that_has_many_is_not_asked():
    made = ask(f"# Harbor Queue\n- Often used for small boats\n- Can be used to tow barges\n- Ships lie still\n{_TALK}")
    assert not [front for front in made if " used " in front and front.endswith("?")]


@pytest.mark.parametrize(
    "line",
    ["Quay-building service", "Deep-sea Cargo (DC) Lane", "Night-time pilot edition only", "Tidal permission"],
)
def test_the_owner_s_own_words_and_cut_names_are_no_kinds(line):
    assert not [front for front in ask(f"# QuayBuilding\n- Ships wait\n- {line}\n{_TALK}") if "what kind" in front]


def test_used_in_place_of_another_is_no_use():
    assert not [f for f in ask(f"# Harbor Queue\n- Used in place of old barges\n{_TALK}") if "used" in f and "?" in f]


def test_a_kind_of_scaling_is_answered_without_the_word_asked():
    made = ask(f"# Harbor Queue\n- Horizontal scaling\n{_TALK}")
    assert made["Harbor Queue: horizontal or vertical scaling?"] == "Horizontal"


def test_names_behind_a_feature_are_asked_rather_than_its_kind():
    made = ask("# Harbor Queue\n- Ships wait in line\n- Fine-grained access control with HX Badges")
    assert made["Harbor Queue: fine-grained access control with what?"] == "HX Badges"
