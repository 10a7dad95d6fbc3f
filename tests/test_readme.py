"""The README is true."""

import re
from pathlib import Path

import pytest

from flashdeck.cli.commands import flashdeck
from flashdeck.services.export_cards import ENDINGS
from flashdeck.storage.browse import STATES
from tests.grading.verdicts import read_sample, table

GRADED = Path(__file__).with_name("grading") / "verdicts"
README = Path(__file__).resolve().parents[1] / "README.md"


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def commands() -> dict:
    context = flashdeck.make_context("flashdeck", [], resilient_parsing=True)
    return {name: flashdeck.get_command(context, name) for name in flashdeck.list_commands(context)}


def test_every_command_is_there(readme, commands):
    missing = [name for name, command in commands.items() if not command.hidden and f"`{name}" not in readme]
    assert [name for name in missing if f"`flashdeck {name}" not in readme] == []


def test_every_option_of_the_table_exists(readme, commands):
    for line in readme.splitlines():
        named = re.match(r"\| `flashdeck (\w+) ([^`|]*)`", line)
        if named:
            options = {option for each in commands[named[1]].params for option in each.opts}
            assert set(re.findall(r"--[a-z-]+", named[2])) <= options


def test_every_state_and_ending_is_there(readme):
    assert [state for state in STATES if f"`is:{state}`" not in readme] == []
    assert [ending for ending in ENDINGS if f"`{ending}`" not in readme] == []


def test_every_picture_exists(readme):
    pictures = re.findall(r"\]\(([^)]+\.png)\)", readme)
    assert pictures
    assert [picture for picture in pictures if not (README.parent / picture).is_file()] == []


def test_pythons_and_licence_are_those_of_the_project(readme):
    project = (README.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert 'requires-python = ">=3.11"' in project
    assert "Python 3.11 or newer" in readme
    assert 'license = "MIT"' in project


def test_the_table_of_grades_is_what_the_verdicts_say(readme):
    assert table([card for folder in sorted(GRADED.iterdir()) for card in read_sample(folder)]) in readme
