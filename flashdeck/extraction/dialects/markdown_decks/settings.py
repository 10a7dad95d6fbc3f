"""Settings in front of a deck or a slide: the simple part of YAML, `key: value` on lines of its own."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from flashdeck.extraction.dialects.markdown_decks.rows import Row, is_rule

Settings = Mapping[str, str]

_SETTING: Final = re.compile(r"[\"']?([A-Za-z_][\w. -]{0,40}?)[\"']?:(?:\s+(.*))?\Z")
_MOST_ROWS: Final = 400


def front_matter_end(rows: Sequence[Row], start: int) -> int:
    """Return the index after the front matter that opens at `start`, or `start` when none does."""
    if start + 2 > len(rows) or not is_rule(rows[start].text) or rows[start + 1].gap:
        return start
    if _setting(rows[start + 1]) is None:
        return start
    for end in range(start + 1, min(len(rows), start + _MOST_ROWS)):
        text = rows[end].text
        if end > start + 1 and (text == "..." or is_rule(text)) and rows[end].indent == 0:
            return end + 1
        if not _belongs(rows[end]) or (start and rows[end].text.startswith("#")):
            return start  # above a slide, a comment is less likely than a heading
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
    return row.indent > 0 or row.text[:1] in {"#", "-", "]", "}", "[", "{"} or _setting(row) is not None


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
