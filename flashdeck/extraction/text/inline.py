"""Inline markup to plain words: emphasis, code, links, tags and the escapes that text recognition leaves."""

import re
from dataclasses import dataclass
from typing import Final

from flashdeck.extraction.model import Text

_TOKEN: Final = re.compile(
    r"(?P<code>`[^`]+`)"
    r"|(?P<link>!?\[[^\[\]]*\]\([^()\s]*\))"
    r"|(?P<autolink><https?://[^<>\s]*>)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9]{0,9}(?: [^<>]*)?/?>)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<mark>\*+)"
    r"|(?P<space>\s{2,}|[^\S ])"
)
_MARKUP: Final = re.compile(r"[`*<\[\\\t]|  ")
_EMPHASIS_TAGS: Final = frozenset({"b", "strong", "i", "em", "u"})
_KNOWN_TAGS: Final = _EMPHASIS_TAGS | {
    "small",
    "input",
    "br",
    "sup",
    "sub",
    "span",
    "code",
    "p",
    "div",
    "img",
    "a",
    "center",
}
_OPENS_BEFORE: Final = frozenset("\"'“‘(<[`$/@#&\\")

_TEX_WORDS: Final = re.compile(r"\\(?:text|mathrm|mathbf|textbf)\s?\{([^{}]*)\}")
_TEX_SYMBOL: Final = re.compile(r"\\(Rightarrow|rightarrow|to|times|leq|geq|le|ge|approx|cdot|pm|neq)(?![A-Za-z])")
_TEX_SYMBOLS: Final = {
    "Rightarrow": "⇒",
    "rightarrow": "→",
    "to": "→",
    "times": "×",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "approx": "≈",
    "cdot": "·",
    "pm": "±",
    "neq": "≠",
}
_MATH_MARK: Final = re.compile(r"(?<!\\)\$")


@dataclass(slots=True)
class _Piece:
    """A stretch of the source: words, or a mark that is still to find its partner."""

    text: str
    kind: str = "words"
    can_open: bool = False
    can_close: bool = False
    partner: int = -1


def parse(text: str, first_line: int, last_line: int) -> Text:
    """Return the text as the student reads it; a mark without a partner stays when it is single, a double one goes."""
    if not _MARKUP.search(text):
        return Text(plain=text.strip(), first_line=first_line, last_line=last_line)
    pieces = _pieces(_without_tex(text))
    _pair(pieces)
    return _emit(pieces, first_line, last_line)


def plain(text: str) -> str:
    """Return the words alone."""
    return parse(text, 1, 1).plain if _MARKUP.search(text) else text.strip()


def _without_tex(text: str) -> str:
    if "\\" not in text:
        return text
    words, found_words = _TEX_WORDS.subn(r"\1", text)
    symbols, found_symbols = _TEX_SYMBOL.subn(lambda match: _TEX_SYMBOLS[match[1]], words)
    return _MATH_MARK.sub("", symbols) if found_words or found_symbols else symbols


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    position = 0
    for match in _TOKEN.finditer(text):
        if match.start() > position:
            pieces.append(_Piece(text[position : match.start()]))
        pieces.append(_piece(match, text))
        position = match.end()
    if position < len(text):
        pieces.append(_Piece(text[position:]))
    return pieces


def _piece(match: re.Match[str], text: str) -> _Piece:
    token = match[0]
    match match.lastgroup:
        case "code":
            return _Piece(token[1:-1].strip(), kind="code")
        case "link":
            return _Piece(token[token.index("[") + 1 : token.rindex("](")], kind="link")
        case "autolink":
            return _Piece(token[1:-1])
        case "tag":
            return _tag(token)
        case "escape":
            return _Piece(token[1])
        case "space":
            return _Piece(" ")
        case _:
            return _mark(token, text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1])


def _tag(token: str) -> _Piece:
    name = token.strip("</>").split(" ", 1)[0].lower()
    if name in _EMPHASIS_TAGS:
        closes = token.startswith("</")
        return _Piece("", kind="tag", can_open=not closes, can_close=closes)
    return _Piece(" " if name in _KNOWN_TAGS else token)


def _mark(token: str, before: str, after: str) -> _Piece:
    if len(token) > 1:
        return _Piece("", kind="strong", can_open=bool(after.strip()), can_close=bool(before.strip()))
    can_open = not before.isalnum() and (after.isalnum() or after in _OPENS_BEFORE) and after != ""
    can_close = bool(before.strip()) and not after.isalnum()
    return _Piece(token, kind="emphasis", can_open=can_open, can_close=can_close)


def _pair(pieces: list[_Piece]) -> None:
    """Give every closing mark the nearest opening one of its kind that nothing else holds."""
    waiting: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if piece.kind not in {"strong", "emphasis", "tag"}:
            continue
        opened = waiting.get(piece.kind)
        if piece.can_close and opened is not None:
            pieces[opened].partner = index
            piece.partner = opened
            del waiting[piece.kind]
        elif piece.can_open:
            waiting[piece.kind] = index


def _emit(pieces: list[_Piece], first_line: int, last_line: int) -> Text:
    out: list[str] = []
    length = 0
    starts: dict[int, int] = {}
    strong: list[tuple[int, int]] = []
    code: list[tuple[int, int]] = []
    for index, piece in enumerate(pieces):
        if piece.partner > index:
            starts[index] = length
            continue
        if piece.partner >= 0:
            strong.append((starts[piece.partner], length))
            continue
        words = _collapsed(piece.text, after_space=not out or out[-1].endswith(" "))
        if piece.kind == "code" and words:
            code.append((length, length + len(words)))
        if words:
            out.append(words)
            length += len(words)
    joined = "".join(out)
    return Text(
        plain=joined.rstrip(),
        first_line=first_line,
        last_line=last_line,
        strong=_merged(strong, joined),
        code=_merged(code, joined),
    )


def _collapsed(text: str, *, after_space: bool) -> str:
    words = re.sub(r" +", " ", text) if "  " in text else text
    return words.lstrip(" ") if after_space else words


def _merged(ranges: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges without outer spaces, in order, those that overlap or touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        inside = text[start:end]
        first = start + len(inside) - len(inside.lstrip())
        last = first + len(inside.strip())
        if first >= last:
            continue
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)
