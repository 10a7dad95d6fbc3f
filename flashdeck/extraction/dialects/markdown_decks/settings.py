"""Settings in front of a deck or a slide: the simple part of YAML, `key: value` on lines of its own."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from flashdeck.extraction.dialects.markdown_decks.marks import is_rule
from flashdeck.extraction.dialects.markdown_decks.rows import Row

Settings = Mapping[str, str]

_SETTING: Final = re.compile(r"[\"']?([A-Za-z_][\w. -]{0,40}?)[\"']?:(?:\s+(.*))?\Z")
_MOST_ROWS: Final = 400


def front_matter_end(rows: Sequence[Row], start: int) -> int:
    """Return the index after the front matter that opens at `start`, or `start` when none does.

    Above the deck it may hold comments; above a slide a line that opens with `#` is likelier a heading.
    """
    if start + 2 > len(rows) or not is_rule(rows[start].text) or rows[start + 1].gap:
        return start
    has_setting = False
    for end in range(start + 1, min(len(rows), start + _MOST_ROWS)):
        row = rows[end]
        if end > start + 1 and (row.text == "..." or is_rule(row.text)) and row.indent == 0:
            return end + 1 if has_setting else start
        is_setting = row.indent == 0 and setting_in(row.text) is not None
        has_setting = has_setting or is_setting
        is_comment = row.text.startswith("#")
        if not (is_setting or _belongs(row)) or (is_comment and start) or (not has_setting and not is_comment):
            return start
    return start


def read_settings(rows: Sequence[Row]) -> dict[str, str]:
    """Return keys in lower case with their values; nested keys stand beside the others, the first of a name wins."""
    settings: dict[str, str] = {}
    for row in rows:
        found = _setting(row)
        if found is not None:
            settings.setdefault(*found)
    return settings


def setting_in(text: str) -> tuple[str, str] | None:
    """Return key (lower case) and value of a `key: value` text, or None."""
    found = _SETTING.match(text)
    return (found.group(1).lower(), _unquoted(found.group(2) or "")) if found else None


def _setting(row: Row) -> tuple[str, str] | None:
    return setting_in(row.text.removeprefix("- "))


def _belongs(row: Row) -> bool:
    return row.indent > 0 or row.text[:1] in {"#", "-", "]", "}", "[", "{"}


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
