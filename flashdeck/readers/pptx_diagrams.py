"""SmartArt, which a slide only refers to: the words of its data part, in the order and depth of its connections."""

from collections import defaultdict
from typing import Final

from flashdeck.domain.slide_show import ShapeParagraph
from flashdeck.readers.pptx_text import LINE_BREAK, plain_text
from flashdeck.readers.pptx_xml import Element, attribute, children, find, whole_number

_NODES: Final = frozenset({"", "node", "asst"})
_PARENT_OF: Final = frozenset({"", "parOf"})
_DEEPEST_LEVEL: Final = 8
_ORDERED: Final = ("process", "cycle")


def read_diagram(data: Element) -> tuple[ShapeParagraph, ...]:
    """Return the nodes of a diagram that have words, each under its parent; those of a process are numbered."""
    points = {attribute(point, "modelId"): point for point in children(find(data, "ptLst"), "pt")}
    below = _connections(data)
    root = next((key for key, point in points.items() if point.get("type") == "doc"), "")
    is_ordered = _category(points.get(root)).startswith(_ORDERED)
    paragraphs: list[ShapeParagraph] = []
    seen = {root}
    numbered = 0
    waiting = [(key, 0) for key in reversed(below[root])]
    while waiting:
        key, depth = waiting.pop()
        point = points.get(key)
        if point is None or key in seen:
            continue
        seen.add(key)
        text = _words(point)
        if text:
            numbered += depth == 0
            paragraphs.append(
                ShapeParagraph(
                    text=text,
                    level=min(depth, _DEEPEST_LEVEL),
                    is_bulleted=True,
                    number=numbered if is_ordered and depth == 0 else None,
                )
            )
        waiting.extend((child, depth + bool(text)) for child in reversed(below[key]))
    return tuple(paragraphs)


def _connections(data: Element) -> defaultdict[str, list[str]]:
    """Return the nodes below each node, in their order."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for connection in children(find(data, "cxnLst"), "cxn"):
        if connection.get("type", "") in _PARENT_OF:
            order = whole_number(connection, "srcOrd")
            found[connection.get("srcId", "")].append((order, connection.get("destId", "")))
    return defaultdict(list, {parent: [key for _, key in sorted(below)] for parent, below in found.items()})


def _category(root: Element | None) -> str:
    """Return the category of the diagram's layout (`list`, `process`, `cycle`, `hierarchy`, ...)."""
    properties = find(root, "prSet")
    return properties.get("loCatId", "") if properties is not None else ""


def _words(point: Element) -> str:
    """Return the text of a node; placeholders that nobody filled have none."""
    properties = find(point, "prSet")
    if (point.get("type") or "") not in _NODES or (properties is not None and properties.get("phldr") == "1"):
        return ""
    return plain_text(find(point, "t")).replace(LINE_BREAK, " ").strip()
