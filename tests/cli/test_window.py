"""A plain call for the window is read without click, and read as click would."""

import gc

import pytest

from flashdeck.cli import commands, window
from flashdeck.services import collection_file

PLAIN = [
    ["gui"],
    ["gui", "--smoke"],
    ["gui", "--collection", "a b.flashdeck"],
    ["gui", "--collection", "one.flashdeck", "--smoke", "--collection", "two.flashdeck"],
    ["gui", "--collection", "--smoke"],
]
OTHER = [
    ["--version"],
    ["--help"],
    ["gui", "--help"],
    ["gui", "--collection"],
    ["gui", "--collection", ""],
    ["gui", "--collection=x.flashdeck"],
    ["gui", "more"],
    ["gui", "--unknown"],
    ["guis"],
    ["review"],
    ["--collection", "x.flashdeck"],
]


@pytest.fixture
def opened(monkeypatch):
    """Calls for the window, in place of windows."""
    calls = []

    def start(path, *, smoke, on_shown):
        calls.append((path, smoke))
        on_shown()
        return 0

    monkeypatch.setattr("flashdeck.gui.app.start", start)
    return calls


@pytest.mark.parametrize("variable", [None, "", "named.flashdeck"])
@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_a_plain_call_means_what_click_says(arguments, variable, opened, monkeypatch):
    if variable is None:
        monkeypatch.delenv(window.VARIABLE, raising=False)
    else:
        monkeypatch.setenv(window.VARIABLE, variable)
    call = window.window_call(arguments)
    assert window.open_window(call) == 0
    with pytest.raises(SystemExit):
        commands.run(arguments)
    assert opened[0] == opened[1]


def test_no_words_at_all_ask_for_the_window(opened, monkeypatch):
    monkeypatch.delenv(window.VARIABLE, raising=False)
    assert window.open_window(window.window_call([])) == 0
    assert opened == [(collection_file.default_path(), False)]
    assert gc.isenabled(), "garbage is looked for again once the window is there"


@pytest.mark.parametrize("arguments", OTHER, ids=" ".join)
def test_all_else_is_left_to_click(arguments):
    assert window.window_call(arguments) is None
