"""How the questions name their subject and where they end, on small invented slides."""

import pytest

from tests.extraction.slide_notation import ask


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
            "Harbor Queue: what can you send?",
            "crates without the need to seal them",
        ),
        ("- Compatible with steel hulls", "What is Harbor Queue compatible with?", "steel hulls"),
        ("- Lamps can be lifted to warn the ships", "Harbor Queue: what can Lamps be lifted to do?", "warn the ships"),
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
    assert made["What do Tugs do?"] == "Stores coal in the bow"


def test_a_compound_that_starts_like_an_adverb_can_be_a_term():
    made = ask("# Gates\n= Exit-Only Gate\nAllows ships to leave, while it blocks all others")
    assert made["Harbor Queue – Gates: Exit-Only Gate?"] == "Allows ships to leave, while it blocks all others"


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("- Definition of Veer: a turn of the wind", "Harbor Queue: what is veer?"),
        ("- Veer definition: a turn of the wind", "Harbor Queue: what is veer?"),
    ],
)
def test_the_word_definition_is_no_part_of_the_term(line, front):
    assert front.casefold() in {made.casefold() for made in ask(f"# Harbor Queue\n{line}")}


def test_a_participle_heads_no_question():
    made = ask("# Harbor Queue\n= Powered by old steam engines\n- Removes need for coal barges")
    assert not [front for front in made if "does Powered" in front]
