"""Markdown to the text a reader sees: for tables, the terminal, searching and screen readers."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Final

from flashdeck.rendering.markup import to_html

_PARAGRAPHS: Final = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "ul", "ol", "dl"}
)
_UNMARKED: Final = re.compile(
    r"[^\n\\`*_<>&\[\]|~:#+\s-]{1,200}(?: (?:(?![-+:] )[^\n\\`*_<>&\[\]|~\s]{1,200}|\[\.\.\.\])){0,200}"
)
"""A line that shows as it stands: no mark of Markdown in it, no list, heading or definition at its start."""
_ORDERED: Final = re.compile(r"\d+\.(?= |$)")
_LINES: Final = frozenset({"li", "dt", "dd", "tr", "hr"})


class _TextOf(HTMLParser):
    """Collects the text of HTML that came from `to_html`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._lists: list[int | None] = []
        self._pre_depth = 0
        self._breaks = 0
        self._glue = True
        """Whether the next text follows directly: at the start, after a bullet, after a cell's bar."""
        self._cells = 0
        self._between_cells = False

    def text(self) -> str:
        """Return what was collected, trimmed."""
        return "".join(self._parts).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break_around(tag)
        self._between_cells = False
        match tag:
            case "br":
                self._breaks += 1
            case "pre":
                self._pre_depth += 1
            case "ul":
                self._lists.append(None)
            case "ol":
                self._lists.append(int(dict(attrs).get("start") or 1))
            case "li":
                self._mark(self._bullet())
            case "img":
                self._put(dict(attrs).get("alt") or "")
            case "tr":
                self._cells = 0
            case "td" | "th":
                self._cells += 1
                if self._cells > 1:
                    self._mark(" | ")

    def handle_endtag(self, tag: str) -> None:
        self._break_around(tag)
        self._between_cells = tag in {"td", "th"}
        if tag == "pre":
            self._pre_depth -= 1
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        if self._pre_depth:
            self._put(data.removesuffix("\n"))
            return
        if self._between_cells:
            return
        folded = re.sub(r"[ \t\n]+", " ", data)
        if self._glue or self._breaks:
            folded = folded.lstrip(" ")
        self._put(folded)

    def _break_around(self, tag: str) -> None:
        if self._glue:
            return
        if tag in _PARAGRAPHS:
            self._breaks = max(self._breaks, 1 if self._lists else 2)
        elif tag in _LINES:
            self._breaks = max(self._breaks, 1)

    def _put(self, text: str) -> None:
        if text:
            if self._breaks and self._parts:
                self._parts[-1] = self._parts[-1].rstrip(" ")
            self._parts.append("\n" * self._breaks + text)
            self._breaks = 0
            self._glue = False

    def _mark(self, text: str) -> None:
        self._put(text)
        self._glue = True

    def _bullet(self) -> str:
        indent = "  " * (len(self._lists) - 1)
        if not self._lists or self._lists[-1] is None:
            return f"{indent}- "
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{indent}{number}. "


def html_to_plain(markup: str) -> str:
    """Return the text of HTML from `to_html`, list items and table rows on lines of their own."""
    parser = _TextOf()
    parser.feed(markup)
    parser.close()
    return parser.text()


def to_plain(markdown: str, say: Callable[[str], str] = str) -> str:
    """Return what a reader of the field sees, as plain text; notices in the words that `say` has for them."""
    if markdown.isprintable() and _UNMARKED.fullmatch(markdown) and not _ORDERED.match(markdown):
        return markdown  # most fields; laying them out only to take them apart again costs a thousand times as much
    return html_to_plain(to_html(markdown, say))
