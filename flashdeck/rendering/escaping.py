"""Plain text as Markdown that shows exactly that text, with as few backslashes as will do."""

import re
from typing import Final

from flashdeck.rendering.limits import clean_text

_ALWAYS: Final = re.compile(r"[`]|(?<!\s)\*|\*(?!\s)|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|\\(?=[^\w\s])|\\$")
_BRACKET_IN_USE: Final = re.compile(r"\]\s*[(\[:]")
_LINE_START: Final = re.compile(r"(?:(?P<number>\d+)(?=\.(?:\s|$))|(?=[#>])|(?=[-+*](?:\s|$))|(?=:\s)|(?=~~~))")
_RULE_LINE: Final = re.compile(r"[\s|:=+-]+")
_BACKSLASHED_RULE: Final = re.compile(r"[\s|:-]*(?:\\\\[\s|:-]*)+")
"""A line of escaped backslashes and a table's marks, which the parser of tables takes for the rule below a heading."""
_INLINE: Final = re.compile(r"[\\`*_\[\]]")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")


def normalise(plain: str) -> str:
    """Return the text as any reader of it is shown: white space folded, lines trimmed, blank lines single."""
    lines = [" ".join(line.split()) for line in clean_text(plain).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def escape(plain: str) -> str:
    """Return Markdown that shows the normalised text and nothing else: no emphasis, no list, no tag."""
    text = normalise(plain)
    brackets = _BRACKET_IN_USE.search(text) is not None
    paragraphs = text.split("\n\n")
    return "\n\n".join(
        "  \n".join(_escape_line(line, brackets=brackets) for line in paragraph.split("\n")) for paragraph in paragraphs
    )


def _escape_line(line: str, *, brackets: bool) -> str:
    if _RULE_LINE.fullmatch(line):
        return re.sub(r"[-+|]", r"\\\g<0>", line).replace("=", "&#61;").replace(":", "&#58;")
    escaped = _ALWAYS.sub(lambda match: "&lt;" if match.group() == "<" else f"\\{match.group()}", line)
    escaped = _ENTITY.sub("&amp;", escaped) if line == escaped or "&lt;" not in escaped else _escape_entities(line)
    if brackets:
        escaped = escaped.replace("[", r"\[")
    return escape_start(escaped)


def _escape_entities(line: str) -> str:
    return _ALWAYS.sub(
        lambda match: "&lt;" if match.group() == "<" else f"\\{match.group()}", _ENTITY.sub("&amp;", line)
    )


def escape_inline(text: str) -> str:
    """Return Markdown that shows the text between other marks; its lines may still need `escape_start`."""
    escaped = _INLINE.sub(r"\\\g<0>", text)
    return escaped.replace("&", "&amp;").replace("<", "&lt;")


def escape_start(line: str) -> str:
    """Return a line of Markdown without what would make a list, a heading, a quote or a table's rule of it."""
    if _BACKSLASHED_RULE.fullmatch(line):
        line = line.replace("|", "&#124;")
    match = _LINE_START.match(line)
    if match is None:
        return line
    if match.group("number"):
        return f"{match.group('number')}\\{line[match.end() :]}"
    if line[0] in ":~":
        return f"&#{ord(line[0])};{line[1:]}"
    return f"\\{line}"
