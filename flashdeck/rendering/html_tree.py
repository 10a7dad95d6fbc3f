"""HTML of any origin as a tree of bounded depth."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

MAX_DEPTH: Final = 30
"""Elements nested deeper keep their text and lose their tags."""
_VOID: Final = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_DROPPED: Final = frozenset(
    {"audio", "button", "canvas", "iframe", "head", "math", "noscript", "object", "script", "select", "style", "svg"}
    | {"template", "textarea", "title", "video"}
)
BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "figure", "footer"}
    | {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section"}
    | {"summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
# whole tags, declarations, and any other <; no attempt goes much beyond the next <
_TAG: Final = re.compile(
    r"""(</?[a-zA-Z](?>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+'|"[^"]{0,2000}+"|'[^']{0,2000}+'){0,100})>)|<[!?][^<>]*+>|<"""
)
# what the start of one of these ends, up to the element that holds it
_ENDED_BY: Final = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
}


@dataclass(slots=True)
class Element:
    """An element with its children: elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    def elements(self) -> Iterator["Element"]:
        """Yield the children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator["Element | str"]:
        """Yield everything inside, in order."""
        for child in self.children:
            yield child
            if isinstance(child, Element):
                yield from child.walk()

    def text(self) -> str:
        """Return all text inside as it stands."""
        return "".join(part for part in self.walk() if isinstance(part, str))


def parse(markup: str) -> Element:
    """Return the tree; scripts, styles and whatever else shows no text of its own are left out."""
    builder = _Builder()
    builder.feed(_well_formed(markup))
    builder.close()
    return builder.root


def _well_formed(markup: str) -> str:
    """Return the HTML without comments, and with every `<` that begins no whole tag as text.

    The parser would look for the end of each of them again and again.
    """
    before, *comments = markup.split("<!--")
    text = before + "".join(comment.partition("-->")[2] for comment in comments)
    return _TAG.sub(lambda match: match.group(1) or ("&lt;" if match.group() == "<" else ""), text)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]
        self._dropped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._dropped or tag in _DROPPED:
            self._dropped.append(tag)
            return
        self._end_implied(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        if tag not in _VOID and len(self._open) > MAX_DEPTH:
            return
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # a browser takes <b/> for <b>, and so do we; only what cannot hold anything ends at once
        if not self._dropped and tag not in _DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            if tag in self._dropped:
                del self._dropped[self._dropped.index(tag) :]
            return
        if tag == "br":
            self._open[-1].children.append(Element("br"))
            return
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self._open[-1].children.append(data)

    def _end_implied(self, tag: str) -> None:
        if tag in _ENDED_BY:
            ended, holders = _ENDED_BY[tag]
            for depth in range(len(self._open) - 1, 0, -1):
                if self._open[depth].tag in holders:
                    return
                if self._open[depth].tag in ended:
                    del self._open[depth:]
                    if tag != "tr":
                        return
                    break
        if tag in BLOCKS and self._open[-1].tag == "p":
            del self._open[-1]
