"""Bounds on what a field may hold before it reaches a parser or a layout.

Layout engines are not made for hostile input: tables nested in tables double the time of Qt's layout with every
level, one endless word takes seconds to break, and sanitising is quadratic in nesting. What exceeds a bound is cut
or shown as plain text, always with a notice, so that any card appears at once.
"""

import html
import re
from typing import Final

from flashdeck.messages import Message

MAX_FIELD_CHARS: Final = 20_000
MAX_RUN_CHARS: Final = 2_000
"""Longest run without white space."""
MAX_LINES: Final = 500
MAX_ELEMENTS: Final = 2_000
MAX_DEPTH: Final = 40
MAX_TABLE_DEPTH: Final = 3
MAX_CELLS: Final = 40
"""Cells in a row of a table."""
MAX_MARKERS: Final = 150
"""Characters that mean something to Markdown in one paragraph; its patterns are quadratic in them."""
MAX_BRACKETS: Final = 300
"""Opening brackets in a field, for the same reason."""

NOTICE_CUT: Final = Message("[The rest is too long to show.]")
NOTICE_PLAIN: Final = Message("[Too large or too nested to lay out; shown as plain text.]")

_RUN: Final = re.compile(rf"\S{{{MAX_RUN_CHARS}}}\S+")
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_CELLS: Final = frozenset({"td", "th"})
_VOID: Final = frozenset({"area", "br", "col", "hr", "img", "input", "wbr"})
_MARKERS: Final = re.compile(r"[\[*_`<!&\\]")
_UNSAFE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """Return the text with line ends unified and without control characters and lone surrogates."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    unified = re.sub("[\x0b\x0c\x85\u2028\u2029]", "\n", unified)
    return _UNSAFE.sub("", unified)


def cut(text: str) -> tuple[str, bool]:
    """Return the text within the bounds on length, lines and unbroken runs, and whether something was cut off."""
    within = "\n".join(text[:MAX_FIELD_CHARS].split("\n")[:MAX_LINES])
    within = _RUN.sub(lambda match: match.group()[:MAX_RUN_CHARS] + "…", within)
    return within, within != text


def too_many_markers(text: str) -> bool:
    """Whether the text holds more Markdown markers than any written one would."""
    if text.count("[") > MAX_BRACKETS:
        return True
    return any(len(_MARKERS.findall(paragraph)) > MAX_MARKERS for paragraph in re.split(r"\n\s*\n", text))


def too_nested(markup: str) -> bool:
    """Whether HTML has too many elements, too much nesting, tables in tables in tables, or endless rows.

    An element that is never closed counts as nested to the end, as a parser would take it.
    """
    depth = elements = table_depth = cells = 0
    for closing, name in _TAG.findall(markup):
        tag = name.lower()
        if tag in _VOID:
            elements += 1
            continue
        step = -1 if closing else 1
        depth = max(depth + step, 0)
        table_depth = max(table_depth + step, 0) if tag == "table" else table_depth
        elements += not closing
        cells = 0 if tag == "tr" else cells + (tag in _CELLS and not closing)
        if elements > MAX_ELEMENTS or depth > MAX_DEPTH or table_depth > MAX_TABLE_DEPTH or cells > MAX_CELLS:
            return True
    return False


def as_plain_html(text: str) -> str:
    """Return HTML that shows the text as it stands, line by line."""
    lines = html.escape(text).split("\n")
    return "<p>" + "<br>".join(lines) + "</p>"


def with_notice(markup: str, notice: str) -> str:
    """Return HTML followed by a notice of ours."""
    return f"{markup}\n<p><em>{html.escape(notice)}</em></p>"
