"""Tries changes: `python -m tests.mutation.trying NAMES VERDICTS`, in the folder of the changed code.

The tests are collected once. Every change is tried in a fork of that process, by the tests that come by it, the
quickest first, until one fails or takes many times as long as usual; so most changes take a second. Tests that usually
take longer than `LONGEST` are left out: what only they notice counts as not noticed.
"""

import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest

from tests.mutation.changes import SEPARATOR

LONGEST: Final = 3.0
MARGIN: Final = 5
"""How many times as long as usual a test may compute, and four times that for waiting."""


class Trying:
    """Runs the collected tests once for each change instead of once."""

    def __init__(self, known: dict[str, Any], names: list[str], verdicts: Path) -> None:
        self._names = names
        self._verdicts = verdicts
        self._seconds: dict[str, float] = known["duration_by_test"]
        self._tests_of: dict[str, list[str]] = known["tests_by_mangled_function_name"]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items if self._seconds.get(item.nodeid, LONGEST) < LONGEST}
        done = json.loads(self._verdicts.read_bytes()) if self._verdicts.exists() else {}
        left = [name for name in self._names if name not in done]
        if left and self._is_noticed(session, list(items.values()), ""):
            pytest.exit("The tests fail without any change.", returncode=1)
        for number, name in enumerate(left, 1):
            tests = [items[each] for each in self._tests_of.get(name.rpartition(SEPARATOR)[0], ()) if each in items]
            done[name] = self._is_noticed(session, tests, name)
            self._verdicts.write_text(json.dumps(done, indent=0))
            print(f"{number:>5} of {len(left)} {'killed  ' if done[name] else 'SURVIVED'} {name}", flush=True)
        return True

    def _is_noticed(self, session: pytest.Session, tests: list[pytest.Item], name: str) -> bool:
        process = os.fork()
        if process == 0:
            os.setpgid(0, 0)
            os._exit(self._run(session, sorted(tests, key=lambda item: self._seconds[item.nodeid]), name))
        status = os.waitpid(process, 0)[1]
        with suppress(ProcessLookupError):  # what the tests started and did not end
            os.killpg(process, signal.SIGKILL)
        return status != 0

    def _run(self, session: pytest.Session, tests: list[pytest.Item], name: str) -> int:
        """Return whether a test failed; a test that does not end is ended by the kernel, with the process."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.dup2(nowhere, sys.stderr.fileno())
        os.environ["MUTANT_UNDER_TEST"] = name
        for item, following in zip(tests, [*tests[1:], None], strict=True):
            limit = 2 + MARGIN * self._seconds[item.nodeid]
            signal.setitimer(signal.ITIMER_PROF, limit)
            signal.setitimer(signal.ITIMER_REAL, 4 * limit)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                return 1
        return 0


def main() -> int:
    names, verdicts = map(Path, sys.argv[1:])
    known = json.loads(Path("mutmut-stats.json").read_bytes())
    files = sorted({test.partition("::")[0] for test in known["duration_by_test"]})
    trying = Trying(known, json.loads(names.read_bytes()), verdicts)
    # every fork empties the folder of the one before
    options = ["-q", "-s", "-p", "no:cacheprovider", "--basetemp=files-of-tests"]
    return int(pytest.main([*options, *files], plugins=[trying]))


if __name__ == "__main__":
    sys.exit(main())
