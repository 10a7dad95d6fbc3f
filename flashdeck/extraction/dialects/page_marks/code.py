"""Telling program text from prose, line by line."""

import re
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects.page_marks.marks import is_item
from flashdeck.extraction.model import Line

_OPENERS: Final = re.compile(
    r"(?:SELECT|CREATE|INSERT|UPDATE|DELETE|ALTER|DROP|GRANT|REVOKE|WITH|COPY|UNLOAD|MERGE|OPTIMIZE|EXPLAIN|TRUNCATE"
    r"|FROM|WHERE|VACUUM|ANALYZE|CALL|BEGIN|COMMIT|LOCK)\b(?=.*(?:[*;=(,]|\b[A-Z]{2,} |\b[a-z0-9]+_[a-z0-9_]+))"
    r"|(?:val|var|let|const|def|class|func|public|private|static) \w+.{0,80}[=({:]"
    r"|from [\w.]+ import \w|import [\w.]+(?: as \w+)?;?$|with .{1,80}:$|for .{1,80} in .{1,80}:$|return\b.*[;(]"
    r"|[A-Za-z_][\w.]* ?= ?[\w.]+[(\[{\"']|@\w+\(|#!|\$ \w|--\w|-- ?\w"
    r"|(?:[a-z][\w.-]*) [a-z][\w-]*(?: [\w./-]+)* --?\w"
    r"|(?:SELECT|FROM|WHERE|AS|SET|VALUES)$|(?:GROUP BY|ORDER BY|INNER JOIN|LEFT JOIN|LIMIT) \w"
    r"|[{}\[\]()]+[,;]?$|'\[?\{?$|[\[{] ?[\"'\[{]|[\"'][^\"']{1,60}[\"'] ?: "
)

_KEYWORD: Final = re.compile(r"[A-Z]{2,}(?: |$)")
"""How a clause of a query starts; a statement runs on to its semicolon."""
_CLOSERS: Final = re.compile(r"[)\]}'\",;]")
_CALL: Final = re.compile(r"\b[A-Za-z_]\w*\.[A-Za-z_]\w*\(")
_LONGEST_BLOCK: Final = 300


def looks_like_code(text: str) -> bool:
    """Whether the line, met alone, can only be program text."""
    if text.endswith((";", "{", "\\")) or ("(" in text and _CALL.search(text) is not None):
        return True
    is_capitalised = text[:1].isupper() and not text[1:2].isupper()  # as no opener is but the name of a value
    return ("=" in text or not is_capitalised) and _OPENERS.match(text) is not None


def code_end(lines: Sequence[Line], start: int) -> int:
    """Return the index after the block of code that opens at `start`, where no item does, or `start` if none opens.

    A block goes on while brackets are open, lines are indented or look like code themselves.
    """
    if lines[start].indent <= 1 and not looks_like_code(lines[start].text):
        return start
    depth = _depth(lines[start].text)
    is_statement = _KEYWORD.match(lines[start].text) is not None
    end = start + 1
    while end < len(lines) and end - start < _LONGEST_BLOCK:
        line = lines[end]
        if is_item(line.text) or not _belongs(lines[end - 1], line, depth, is_statement=is_statement):
            break
        depth = max(0, depth + _depth(line.text))
        end += 1
    return end


def goes_on_as_code(line: Line) -> bool:
    """Whether a line after a wrapped item that is code can be its next clause."""
    return line.indent > 1 or looks_like_code(line.text) or _KEYWORD.match(line.text) is not None


def _belongs(last: Line, line: Line, depth: int, *, is_statement: bool) -> bool:
    if depth > 0 or line.indent > 1 or looks_like_code(line.text):
        return True
    if _CLOSERS.match(line.text) or (is_statement and _KEYWORD.match(line.text) and not last.text.endswith(";")):
        return True
    return last.wraps and line.gap == 0 and not last.text.endswith(";")


def _depth(text: str) -> int:
    opened = text.count("(") + text.count("[") + text.count("{")
    return opened - text.count(")") - text.count("]") - text.count("}")
