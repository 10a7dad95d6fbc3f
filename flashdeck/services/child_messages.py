"""What a child process says to the one that started it: lines of JSON."""

import json
from collections.abc import Mapping
from typing import Any, TextIO


def write(output: TextIO, message: Mapping[str, Any]) -> None:
    """Write a message at once; `ChildProcess.next_message` returns it."""
    output.write(json.dumps(message) + "\n")
    output.flush()
