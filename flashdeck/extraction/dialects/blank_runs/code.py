"""Program text as it stood before text recognition: without fences and printed line numbers."""

import re
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects.blank_runs import forms
from flashdeck.extraction.model import Line

_NUMBERED: Final = re.compile(r"\d{1,4}(?: |$)")
_COMMENT: Final = re.compile(r"/\*([^*]*)\*/$|(?:#|--|//) ([^\n]*)$")


def source_of(lines: Sequence[Line]) -> str:
    """Return the program text between the fences, blank lines inside it kept."""
    out: list[str] = []
    for line in lines:
        if forms.is_fence(line):
            continue
        out.extend([""] * (line.gap if out else 0))
        out.append(" " * line.indent + line.text)
    return "\n".join(_without_numbers(out)).strip("\n")


def heading_of(source: str) -> str:
    """Return the words of a source that is nothing but one comment, else an empty string."""
    match = _COMMENT.match(source.strip())
    return " ".join((match[1] or match[2] or "").split()) if match else ""


def _without_numbers(rows: list[str]) -> list[str]:
    if not rows or not all(_NUMBERED.match(row) for row in rows if row):
        return rows
    numbers = [int(row.split(" ", 1)[0]) for row in rows if row]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return rows
    return [row.split(" ", 1)[1] if " " in row else "" for row in rows]
