"""Child processes are started with commands that no user sees."""

import re
from pathlib import Path

import pytest

from flashdeck import services
from flashdeck.cli import run, workers


def test_every_child_that_a_service_starts_has_its_work():
    sources = [path.read_text(encoding="utf-8") for path in Path(services.__path__[0]).glob("*.py")]
    started = [name for source in sources for name in re.findall(r'\nWORKER_COMMAND: Final = "(.+)"', source)]
    assert sorted(started) == sorted(workers.WORKERS)


@pytest.mark.parametrize("name", workers.WORKERS)
def test_a_child_is_called_with_all_its_arguments(name):
    with pytest.raises(ValueError, match="argument"):
        run([name])
