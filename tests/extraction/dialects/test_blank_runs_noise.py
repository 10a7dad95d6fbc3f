"""What is marked as no knowledge, and what only looks like it."""

import pytest

from tests.extraction.dialects.blank_run_texts import noise, only, read, shape


def test_debris_of_pictures_is_marked() -> None:
    slides = read("Teapot\n~3\n@debris\n~5\nLid\n~1\n- top")
    assert set(noise(slides[0]).values()) == {"PICTURE_DEBRIS"}
    assert list(noise(slides[0])) == ["004-2051670", "1300 004-88267.9", "1870 0008-25674.8", "84384"]


def test_debris_may_stand_on_one_line() -> None:
    slide = only("Teapot\n~4\n004-2051670 1300 004-88267.9 1870 0008-25674.8 84384")
    assert set(noise(slide).values()) == {"PICTURE_DEBRIS"}


@pytest.mark.parametrize("line", ["84384", "1995-2005", "2024-05-14", "555-1234", "192.168.5.4"])
def test_other_numbers_are_no_debris(line: str) -> None:
    assert "PICTURE_DEBRIS" not in noise(only(f"Teapot\n~1\n- holds tea\n~1\n{line}")).values()


def test_numbers_of_icons_are_marked_between_items_too() -> None:
    slide = only("Teapot\n~1\n- Lid\n~1\n02\n~1\n- Spout\n~1\n03")
    assert noise(slide) == {"02": "ICON_NUMBER", "03": "ICON_NUMBER"}
    assert shape(slide) == "#\n- Lid\n- Spout"


@pytest.mark.parametrize("line", ["- ", "...", "→", "- ...", "***"])
def test_lines_without_a_word_are_marked(line: str) -> None:
    slide = only(f"Teapot\n~1\n- Lid\n~1\n{line}\n~1\n- Spout")
    assert list(noise(slide).values()) == ["EMPTY"]
    assert shape(slide) == "#\n- Lid\n- Spout"


def test_noise_does_not_glue_the_lines_around_it() -> None:
    slide = only("Teapot\n~1\nLid\n...\nIt keeps the steam in.")
    assert shape(slide) == "# Lid\nP It keeps the steam in."


@pytest.mark.parametrize("verb", ["shows", "displays", "depicts"])
def test_prose_about_a_picture_and_its_tail(verb: str) -> None:
    slide = only(
        f"Teapot\n~1\n- holds tea\n~1\nThe screenshot {verb} a shop. It has a menu.\n~1\nName\tPrice\nCup\t3"
        "\n~1\nAt the bottom is a link.\n~1\n- keeps warm"
    )
    assert list(noise(slide).values()) == ["PICTURE_PROSE", "CONSOLE", "CONSOLE", "CONSOLE"]
    assert shape(slide) == "#\n- holds tea\n- keeps warm"


def test_program_text_after_prose_about_a_picture() -> None:
    slide = only("Teapot\n~1\n- holds tea\n~1\nThe image shows an editor.\n~1\n```\nboil()\n```")
    assert set(noise(slide).values()) == {"PICTURE_PROSE", "CONSOLE"}


SCREENS = {
    "links to nowhere": "Shops > Kettles\n~1\nmy-kettle-7 [Info](#)\n~1\n[Copy](#) [Delete](#) [Open](#)",
    "controls": "Kettle size\n~1\nlarge ▼ C\n~1\nSave it",
    "inputs": "Kettles are pots for water on fire.\n~1\n<input type='text'/> Find kettles",
    "menus": "Kettles Info\n~1\nColour - optional\n~1\nUp to 40 characters.",
    "tabs": "Parts | Prices | Runs\n~1\nKettles (12)",
    "choices": "Choose how the water is boiled.\n~1\n- Whistle when it boils\n- Do not whistle\n~1\nChoose a lid",
    "account and address": "Owner 384756102938\n~1\nshop://my-kettles/north View",
    "capitals": "DATA RULES\n~1\nSome Kettle\n~1\nSAMPLE GRID SCHEMA",
    "identifiers": "Pot pot-0a12bc34de and more\n~1\nBrowse kettles",
}


@pytest.mark.parametrize("name", SCREENS)
def test_text_of_a_screenshot(name: str) -> None:
    screen = SCREENS[name]
    slide = only(f"Kettles\n~1\n- boil water\n- cool\n~1\n{screen}\n~1\n⇒ of steel")
    assert set(noise(slide).values()) == {"CONSOLE"}
    assert shape(slide) == "#\n- boil water\n- cool\nP ⇒ of steel"


@pytest.mark.parametrize(
    "line",
    [
        "Use [glazed pots](#) or [clay](#) for dark teas of the south.",
        "Choose clay for dark and smoky teas.",
        "Owner: tea:pot:384756102938:lid holds the steam in",
        "Water of more than 80 degrees > bitter tea",
    ],
)
def test_a_lone_or_apparent_cue_is_no_screenshot(line: str) -> None:
    assert noise(only(f"Kettles\n~1\n- boil water\n~1\n{line}")) == {}


def test_code_below_a_screen_is_its_editor_but_not_code_below_words() -> None:
    screen = "Kettles Info\n~1\nVisual | Script\n~1\n```\nboil()\n```"
    assert shape(only(f"Kettles\n~1\n- hot\n- wet\n~1\n{screen}")) == "#\n- hot\n- wet"
    code_first = "Script of the kettle\n~1\n```\nboil()\n```\n~1\nKettles Info\n~1\nVisual | Script"
    assert (
        shape(only(f"Kettles\n~1\n- hot\n- wet\n~1\n{code_first}"))
        == "#\n- hot\n- wet\n# Script of the kettle\nC boil()"
    )


def test_code_that_shows_its_line_numbers_twice_is_a_picture() -> None:
    slide = only("Kettles\n~1\n- hot\n~1\n```\n1 1 boil()\n2 2 wait()\n3 3 pour()\n```")
    assert set(noise(slide).values()) == {"CONSOLE"}


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("Name\tAge\tCity\nAnn\t30\tBath\nBob\t41\tYork", "SAMPLE_DATA"),
        ("Id\tTime\tPot", "SAMPLE_DATA"),
        ("Pot\tSeen\tSize\nblue\tMay 3, 2031, 10:00 (UTC+02:00)\tlarge and heavy", "CONSOLE"),
        ("Pot\tOwner\nblue\t384756102938", "CONSOLE"),
        ("```\nid,pot,size\n1,blue,large\n2,red,small\n```", "SAMPLE_DATA"),
    ],
)
def test_data_is_no_knowledge(table: str, reason: str) -> None:
    assert set(noise(only(f"Kettles\n~1\n- hot\n~1\n{table}")).values()) == {reason}


@pytest.mark.parametrize(
    "table",
    [
        "Clay\tholds the heat for long\nGlass\tshows the colour of the tea",
        "Plan\tPrice\nMonth\t\\$3/cup\nYear\t\\$2/cup",
        "```\npour(1, 2, 3),\npour(2, 3, 4),\npour(3, 4, 5),\n```",
    ],
)
def test_content_tables_and_code_stay(table: str) -> None:
    assert noise(only(f"Kettles\n~1\n- hot\n~1\n{table}")) == {}


def test_a_rule_below_a_header_is_no_row() -> None:
    slide = only("Kettles\n~1\n- hot\n~1\nKind\tUse\n----\t----\nClay\tholds the heat for long")
    assert shape(slide) == "#\n- hot\nH Kind ; Use\nT Clay ; holds the heat for long"
