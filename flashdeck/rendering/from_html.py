"""HTML of another program's cards to Markdown that shows the same: the way back from `to_html`.

Text alone comes back as `escape` writes it, so that a field that went out and returned is the field it was. No
library does that: their escapes are another dialect's.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from flashdeck.rendering.escaping import escape, escape_inline, escape_start
from flashdeck.rendering.html_tree import BLOCKS, Element, parse
from flashdeck.rendering.limits import clean_text
from flashdeck.rendering.markup import to_html

Picture = Callable[[str], str | None]
"""Returns the name of a picture in the media folder for its address in the HTML, None when there is none."""
_PLAIN_TAGS: Final = frozenset({"", "p", "div", "span", "br", "font", "center"})
_STRONG: Final = frozenset({"b", "strong"})
_EMPHASIS: Final = frozenset({"i", "em", "cite", "dfn"})
_KEPT_TAGS: Final = {name: name for name in ("sub", "sup", "u", "s", "del", "small", "mark", "kbd", "var")} | {
    "strike": "s",
    "ins": "u",
}
_HEADINGS: Final = {f"h{level}": "#" * level for level in range(1, 7)}
_BOLD: Final = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"font-style:\s*(?:italic|oblique)", re.IGNORECASE)
_ALIGNED: Final = {"left": ":--", "center": ":-:", "right": "--:"}
_WEB_ADDRESS: Final = re.compile(r"https?://[^\s<>]{1,2000}", re.IGNORECASE)
_SPACE: Final = re.compile(r"[ \t\n\r\f\xa0]+")
_BREAK: Final = "\n"
_INDENT: Final = "    "


def to_markdown(markup: str, picture: Picture = lambda _: None) -> str:
    """Return Markdown that `to_html` shows as the HTML shows, as far as cards go; no word is lost or changed.

    Args:
        markup: HTML of any origin.
        picture: names the pictures; those that have no name are left out.
    """
    tree = parse(clean_text(markup))
    if all(isinstance(part, str) or part.tag in _PLAIN_TAGS for part in tree.walk()) and not _has_style(tree):
        return escape(_plain(tree))
    for with_tags in (False, True):
        markdown = _Writer(picture, with_tags=with_tags).document(tree)
        if _shows(to_html(markdown), tree):
            return markdown
    pictures = _Writer(picture, with_tags=False).pictures(tree)
    return "\n\n".join(part for part in (escape(_plain(tree)), *pictures) if part)


def _has_style(tree: Element) -> bool:
    styles = (part.attributes.get("style", "") for part in tree.walk() if isinstance(part, Element))
    return any(_BOLD.search(style) or _ITALIC.search(style) for style in styles)


def _shows(markup: str, tree: Element) -> bool:
    """Whether the HTML has the text of the tree, white space aside."""
    return "".join(parse(markup).text().split()) == "".join(tree.text().split())


def _plain(tree: Element) -> str:
    """Return the text with its lines and paragraphs."""
    parts: list[str] = []
    _collect_plain(tree, parts)
    lines = [_SPACE.sub(" ", line).strip() for line in "".join(parts).split("\0")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _collect_plain(element: Element, parts: list[str]) -> None:
    """Collect the text, with a NUL where a line ends."""
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag == "br":
            parts.append("\0")
        elif child.tag in BLOCKS:
            gap = "\0\0" if child.tag == "p" else "\0"
            _end_line(parts, gap)
            _collect_plain(child, parts)
            _end_line(parts, gap)
        else:
            _collect_plain(child, parts)


def _end_line(parts: list[str], gap: str) -> None:
    """End the line that is under way, or widen the end that is there."""
    while parts and not parts[-1].strip(" \t\n\r\f\xa0"):
        parts.pop()
    if not parts:
        return
    ends = len(parts[-1]) if set(parts[-1]) == {"\0"} else 0
    if ends < len(gap):
        parts.append("\0" * (len(gap) - ends))


class _Writer:
    """Writes a tree as Markdown; emphasis as tags where the marks of Markdown would be misread."""

    def __init__(self, picture: Picture, *, with_tags: bool) -> None:
        self._picture = picture
        self._with_tags = with_tags

    def document(self, tree: Element) -> str:
        return self._joined(self._blocks(tree, nested=False))

    def pictures(self, tree: Element) -> list[str]:
        images = (part for part in tree.walk() if isinstance(part, Element) and part.tag == "img")
        return [image for image in map(self._image, images) if image]

    def _joined(self, blocks: Sequence[tuple[bool, str]]) -> str:
        """Join blocks, each with whether it is a line that goes on in the next one."""
        text, goes_on = "", False
        for is_line, block in blocks:
            if not block:
                goes_on = False
                continue
            if text:
                text += "  \n" if goes_on and is_line else "\n\n"
            text += block
            goes_on = is_line
        return text

    def _blocks(self, parent: Element, *, nested: bool) -> list[tuple[bool, str]]:
        blocks: list[tuple[bool, str]] = []
        run: list[Element | str] = []

        def end_run() -> None:
            if run and (text := self._paragraph(run)):
                blocks.append((True, text))
            run.clear()

        for child in parent.children:
            if isinstance(child, str) or not _holds_block(child):
                run.append(child)
                continue
            end_run()
            blocks.extend(self._block(child, nested=nested))
        end_run()
        return blocks

    def _block(self, element: Element, *, nested: bool) -> list[tuple[bool, str]]:
        tag = element.tag
        if tag in _HEADINGS:
            title = self._inline(element.children).replace(_BREAK, " ").strip()
            return [(False, f"{_HEADINGS[tag]} {title}")] if title else []
        written: str
        match tag:
            case "ul" | "ol":
                written = self._list(element)
            case "dl":
                written = self._definitions(element)
            case "pre":
                written = _code_block(element.text(), nested=nested)
            case "blockquote":
                lines = self._joined(self._blocks(element, nested=True)).split("\n")
                written = "\n".join(f"> {line}".rstrip() for line in lines)
            case "hr":
                written = "---"
            case "table":
                written = self._table(element)
            case "p":
                written = self._joined(self._blocks(element, nested=nested))
            case _:
                return self._blocks(element, nested=nested) or [(False, "")]
        return [(False, written)]

    def _paragraph(self, children: Sequence[Element | str]) -> str:
        text = re.sub(r"[ ]*\n[ ]*", _BREAK, self._inline(children)).strip(" \n")
        paragraphs = [part for part in re.split(r"\n{2,}", text) if part]
        return "\n\n".join("  \n".join(map(escape_start, part.split(_BREAK))) for part in paragraphs)

    def _inline(self, children: Sequence[Element | str]) -> str:
        return re.sub(r" {2,}", " ", "".join(map(self._run, children)))

    def _run(self, child: Element | str) -> str:
        """Return inline Markdown, a newline for every hard break."""
        if isinstance(child, str):
            return escape_inline(_SPACE.sub(" ", child))
        tag, style = child.tag, child.attributes.get("style", "")
        match tag:
            case "br":
                return _BREAK
            case "img":
                return self._image(child)
            case "code" | "tt" | "samp":
                return _code(child.text())
            case "a":
                return self._link(child)
        inside = self._inline(child.children)
        if tag in _STRONG or _BOLD.search(style):
            inside = _wrapped(inside, "<b>", "</b>") if self._with_tags else _wrapped(inside, "**", "**")
        if tag in _EMPHASIS or _ITALIC.search(style):
            inside = _wrapped(inside, "<i>", "</i>") if self._with_tags else _wrapped(inside, "*", "*")
        if tag in _KEPT_TAGS:
            inside = _wrapped(inside, f"<{_KEPT_TAGS[tag]}>", f"</{_KEPT_TAGS[tag]}>")
        return f" {inside} " if tag in BLOCKS else inside

    def _image(self, element: Element) -> str:
        name = self._picture(element.attributes.get("src", ""))
        alt = escape_inline(_SPACE.sub(" ", element.attributes.get("alt", "")).strip())
        return f"![{alt}]({name})" if name else ""

    def _link(self, element: Element) -> str:
        address = element.attributes.get("href", "").strip()
        inside = self._inline(element.children)
        if not _WEB_ADDRESS.fullmatch(address) or not inside.strip():
            return inside
        target = f"<{address}>" if re.search(r"[()]", address) else address
        return _wrapped(inside.replace(_BREAK, " "), "[", f"]({target})")

    def _list(self, element: Element) -> str:
        number = element.attributes.get("start", "")
        count = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 1
        items = list(self._items(element))
        is_loose = any("\n\n" in item for item in items) or any(
            part.tag == "p" for item in element.elements() for part in item.elements()
        )
        lines = []
        for item in items:
            mark = f"{count}." if element.tag == "ol" else "-"
            count += 1
            lines.append(f"{mark} {item}".rstrip().replace("\n", "\n" + _INDENT))
        return re.sub(r"\n +(?=\n)", "\n", ("\n\n" if is_loose else "\n").join(lines))

    def _items(self, element: Element) -> Iterator[str]:
        for child in element.elements():
            item = child if child.tag == "li" else Element("li", {}, [child])
            blocks = self._blocks(item, nested=True)
            if len(blocks) == 2 and blocks[0][0] and blocks[1][1].startswith(("- ", "1. ")):
                yield f"{blocks[0][1]}\n{blocks[1][1]}"
            else:
                yield self._joined(blocks)

    def _definitions(self, element: Element) -> str:
        lines: list[str] = []
        for child in element.elements():
            text = self._joined(self._blocks(child, nested=True))
            if child.tag == "dt":
                lines += ["", text] if lines else [text]
            else:
                lines.append(f":   {text}".replace("\n", "\n" + _INDENT))
        return "\n".join(lines)

    def _table(self, element: Element) -> str:
        found = [part for part in element.walk() if isinstance(part, Element) and part.tag == "tr"]
        rows = [[cell for cell in row.elements() if cell.tag in {"td", "th"}] for row in found]
        width = max(map(len, rows), default=0)
        if not width:
            return ""
        texts = [[self._cell(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
        aligned = [_alignment(cell) for cell in rows[0]] + ["---"] * (width - len(rows[0]))
        lines = ["| " + " | ".join(row) + " |" for row in (texts[0], aligned, *texts[1:])]
        return "\n".join(lines)

    def _cell(self, cell: Element) -> str:
        text = self._joined(self._blocks(cell, nested=True))
        return re.sub(r"(?<!\s)\s*\n\s*", "<br>", text).replace("|", r"\|")


def _holds_block(element: Element) -> bool:
    """Whether an element is laid out as a block, or has one inside."""
    if element.tag in BLOCKS:
        return True
    return any(isinstance(part, Element) and part.tag in BLOCKS for part in element.walk())


def _wrapped(text: str, before: str, after: str) -> str:
    """Return each line with marks around it, white space outside of them."""
    return _BREAK.join(
        line.replace(words, f"{before}{words}{after}") if (words := line.strip(" ")) else line
        for line in text.split(_BREAK)
    )


def _code(text: str) -> str:
    inside = _SPACE.sub(" ", text).strip()
    if not inside:
        return ""
    longest = max(map(len, re.findall("`+", inside)), default=0)
    marks = "`" * (longest + 1)
    space = " " if longest and (inside[0] == "`" or inside[-1] == "`") else ""
    return f"{marks}{space}{inside}{space}{marks}"


def _code_block(text: str, *, nested: bool) -> str:
    inside = text.strip("\n")
    if not inside.strip():
        return ""
    if nested:  # fences stand at the start of a line only
        return "\n".join(f"{_INDENT}{line}".rstrip() for line in inside.split("\n"))
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", inside)), default=0))
    return f"{fence}\n{inside}\n{fence}"


def _alignment(cell: Element) -> str:
    match = re.search(r"text-align:\s*(\w+)", cell.attributes.get("style", ""))
    return _ALIGNED.get(cell.attributes.get("align", match.group(1) if match else ""), "---")
