"""Inline marks that only Markdown decks have: links, pictures, attributes, components and the like become words."""

import html
import re
from collections.abc import Mapping, Sequence
from typing import Final

from flashdeck.extraction.dialects.markdown_decks.rows import Row, without_comments
from flashdeck.extraction.model import Text
from flashdeck.extraction.text import inline
from flashdeck.extraction.text.lines import join_wrapped

_SPECIAL: Final = re.compile(r"[\[\]{}<>&_~!(¹²³⁴⁵⁶⁷⁸⁹]")
_CODE: Final = re.compile(r"(`+)(?!`)")
_ATTRIBUTES: Final = re.compile(r"\{(?:[:.#][\w-]|:?[\w-]+=)[^{}]*\}")
_COMPONENT: Final = re.compile(
    r"</?(?:[A-Z][a-z][A-Za-z0-9]*+|[a-z][a-z0-9]*+(?>(?:-[a-z0-9]++)+)|(?:abbr|aside|audio|b|big|blockquote|br|button|caption"
    r"|center|cite|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|input|ins|kbd"
    r"|label|li|link|main|mark|nav|object|ol|p|picture|pre|q|s|samp|script|section|small|source|span|strike|style|sub"
    r"|summary|sup|svg|table|tbody|td|template|tfoot|th|thead|tr|tt|u|ul|video))(?:[\s/][^<>]*)?>"
)
_RAW: Final = re.compile(r"`[^`]{1,200}`\{=\w+\}|\s?\[-?@[\w:-]{1,60}(?:[,;] [^\[\]]{1,80})?\]")
"""Inline text of another format (pandoc), such as a TeX command for space, and citations."""
_STRONG_TAG: Final = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_CODE_TAG: Final = re.compile(r"</?(?:code|kbd|tt|samp)(?:\s[^<>]*)?>", re.IGNORECASE)
_UNDERSCORES: Final = re.compile(r"(?<![\w_])(__?)(?=[^\s_])([^_]{1,300}?)(?<=[^\s_])\1(?![\w_])")
_STRUCK: Final = re.compile(r"~~([^~]{1,300})~~")
_TEMPLATE: Final = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}%]*%\}")
_NOTE_MARK: Final = re.compile(r"<sup>\s*(?:[*†‡§]{1,3}|\\\*|\[\d+\])\s*</sup>", re.IGNORECASE)
"""A raised star or number in brackets: it leads to a footnote."""
_RAISED: Final = re.compile(r"(?:(?<=[A-Za-z]{3})|(?:(?<=\s)|^)(?=.[A-Z]))[¹²³⁴⁵⁶⁷⁸⁹]")
"""A raised number behind or in front of a word leads to a footnote; behind a unit (`m²`) it is a power."""
_GLUED_BRACKET: Final = re.compile(r"(?<=[A-Z][A-Z])(?=\([A-Z][a-z]+[ -]\w)")
"""Where an acronym and the bracket that spells it out stand without a blank."""
_FOOTNOTE: Final = re.compile(r"\[\^[^\[\]\s]*\]")
_EMPTY_LINKS: Final = frozenset(
    {
        "read more",
        "more",
        "learn more",
        "here",
        "link",
        "details",
        "source",
        "docs",
        "mehr",
        "mehr dazu",
        "hier",
        "quelle",
    }
)
"""Words of links that say nothing where there is no link."""
_LONGEST_REFERENCE: Final = 300
_LONGEST_ATTRIBUTES: Final = 400


def text_of(rows: Sequence[Row], texts: Sequence[str] | None = None) -> Text:
    """Return wrapped rows as one text without markup.

    Args:
        rows: at least one.
        texts: what the rows say, where their marks are already off; None for the rows' own texts.
    """
    joined = join_wrapped(row.text for row in rows) if texts is None else join_wrapped(texts)
    return parse(joined, rows[0].number, rows[-1].number)


def parse(source: str, first_line: int, last_line: int) -> Text:
    """Return a text without markup."""
    return inline.parse(cleaned(source), first_line, last_line)


def plain(source: str) -> str:
    """Return the words of a text."""
    return inline.plain(cleaned(source)).strip()


def cleaned(source: str) -> str:
    """Return the text with the marks gone that `inline` does not know; code stays as it is."""
    if not _SPECIAL.search(source):
        return source
    if "<" in source:
        source = _CODE_TAG.sub("`", _NOTE_MARK.sub("", source))
    source = _unlinked(_RAW.sub("", without_comments(source)))
    return "".join(part if is_code else _unmarked(part) for part, is_code in code_parts(source)).strip()


def code_parts(source: str) -> list[tuple[str, bool]]:
    """Return the text cut into stretches, each with whether it is a code span; a span's marks stay in it."""
    parts: list[tuple[str, bool]] = []
    marks = list(_CODE.finditer(source))
    following = _next_of_same_length(marks)
    position = index = 0
    while index < len(marks):
        close = following[index]
        if close < 0:
            index += 1
            continue
        parts.append((source[position : marks[index].start()], False))
        inside = source[marks[index].end() : marks[close].start()]
        parts.append((f"`{inside}`" if "`" not in inside and inside.strip() else inside.strip(" "), True))
        position = marks[close].end()
        index = close + 1
    parts.append((source[position:], False))
    return parts


def _next_of_same_length(marks: Sequence[re.Match[str]]) -> list[int]:
    following = [-1] * len(marks)
    last: dict[int, int] = {}
    for index in range(len(marks) - 1, -1, -1):
        length = len(marks[index].group(1))
        following[index] = last.get(length, -1)
        last[length] = index
    return following


def _unmarked(text: str) -> str:
    if "<" in text:
        text = _COMPONENT.sub(" ", _STRONG_TAG.sub("**", text))
    if "{" in text:
        text = _ATTRIBUTES.sub("", _TEMPLATE.sub(" ", text))
    if "_" in text:
        text = _UNDERSCORES.sub(lambda found: "*" * len(found[1]) + found[2] + "*" * len(found[1]), text)
    if "~~" in text:
        text = _STRUCK.sub(r"\1", text)
    if not text.isascii():
        text = _RAISED.sub("", text)
    if "(" in text:
        text = _GLUED_BRACKET.sub(" ", text)
    return html.unescape(text) if "&" in text else text


def _unlinked(source: str) -> str:
    """Return the text with links as their words, without pictures and footnote marks."""
    if "[" not in source:
        return source
    source = _FOOTNOTE.sub("", source)
    out: list[str] = []
    opened: list[int] = []
    position = 0
    in_code = _code_ranges(source)
    brackets = _matching_brackets(source)
    while position < len(source):
        character = source[position]
        if position in in_code:
            end = in_code[position]
            out.append(source[position:end])
            position = end
            continue
        if character == "\\" and position + 1 < len(source):
            out.append(source[position : position + 2])
            position += 2
            continue
        if character == "[":
            opened.append(len(out))
        out.append(character)
        position += 1
        if character == "]" and opened:
            position = _closed(source, position, out, opened.pop(), brackets)
    return "".join(out)


def _closed(source: str, position: int, out: list[str], start: int, brackets: Mapping[int, int]) -> int:
    """Take the brackets off what turned out to be a link; return where its target ends."""
    end = _target_end(source, position, brackets)
    if end == position:
        return position
    is_picture = start > 0 and out[start - 1] == "!"
    words = out[start + 1 : -1]
    del out[start - is_picture :]
    is_empty = is_picture or "".join(words).strip(" *_`.…→").casefold() in _EMPTY_LINKS
    out.extend([" "] if is_empty else words)
    attributes = _ATTRIBUTES.match(source, end) if source[end : end + 1] == "{" else None
    return attributes.end() if attributes else end


def _target_end(source: str, position: int, brackets: Mapping[int, int]) -> int:
    opener = source[position : position + 1]
    if opener == "(":
        return brackets.get(position, position)
    if opener == "[":
        end = source.find("]", position + 1, position + _LONGEST_REFERENCE)
        return end + 1 if end >= 0 and "[" not in source[position + 1 : end] else position
    if opener == "{":
        end = source.find("}", position, position + _LONGEST_ATTRIBUTES)
        return end + 1 if end >= 0 and _ATTRIBUTES.match(source, position) else position
    return position


def _matching_brackets(source: str) -> dict[int, int]:
    """Return where each round bracket opens -> the place after the one that closes it."""
    opened: list[int] = []
    matching: dict[int, int] = {}
    for index, character in enumerate(source):
        if character == "(":
            opened.append(index)
        elif character == ")" and opened:
            matching[opened.pop()] = index + 1
    return matching


def _code_ranges(source: str) -> dict[int, int]:
    marks = list(_CODE.finditer(source))
    following = _next_of_same_length(marks)
    ranges: dict[int, int] = {}
    index = 0
    while index < len(marks):
        if following[index] < 0:
            index += 1
            continue
        ranges[marks[index].start()] = marks[following[index]].end()
        index = following[index] + 1
    return ranges
