"""The shapes of a PowerPoint slide that say something, wherever groups, alternatives and placeholders hide them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from flashdeck.domain.slide_show import ShapeParagraph, ShapeRole, SlideShape
from flashdeck.readers.pptx_text import TextStyle, read_paragraphs
from flashdeck.readers.pptx_xml import EMU_PER_POINT, Element, attribute, children, find, is_true, name_of, number

_FULL_TURN: Final = 360 * 60_000
_ROLES: Final = {
    "title": ShapeRole.TITLE,
    "ctrTitle": ShapeRole.TITLE,
    "subTitle": ShapeRole.SUBTITLE,
    "dt": ShapeRole.FOOTER,
    "ftr": ShapeRole.FOOTER,
    "hdr": ShapeRole.FOOTER,
    "sldNum": ShapeRole.FOOTER,
}
_MASTER_TYPES: Final = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "tbl": "body", "": "body"}
_MASTER_STYLES: Final = {"title": "titleStyle", "body": "bodyStyle"}
_PICTURE_POINTS: Final = 60
"""Pictures smaller than this on both sides are icons and marks."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """A rectangle in points."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Transform:
    """From the coordinates of a group's children to those of the slide."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def apply(self, frame: _Frame) -> _Frame:
        """Return where a child's rectangle lies on the slide."""
        return _Frame(
            self.left + frame.left * self.scale_x,
            self.top + frame.top * self.scale_y,
            frame.width * self.scale_x,
            frame.height * self.scale_y,
        )

    def inside(self, group: Element) -> "_Transform":
        """Return the transform of a group's children, the group itself being under this one."""
        xfrm = find(group, "grpSpPr", "xfrm")
        outer, inner = _rectangle(xfrm, "off", "ext"), _rectangle(xfrm, "chOff", "chExt")
        if outer is None or inner is None or not inner.width or not inner.height:
            return self
        placed = self.apply(outer)
        scale_x, scale_y = placed.width / inner.width, placed.height / inner.height
        return _Transform(scale_x, scale_y, placed.left - inner.left * scale_x, placed.top - inner.top * scale_y)


@dataclass(slots=True)
class ShapeReader:
    """Reads the shapes of one slide; mutable only to count.

    Attributes:
        layout: root of the slide's layout; None when it has none.
        master: root of the layout's master.
        defaults: the presentation's `defaultTextStyle`.
        diagrams: nodes of the SmartArt that the slide refers to, by the id of the relation.
        pictures: pictures, charts and films seen, without icons.
    """

    layout: Element | None
    master: Element | None
    defaults: Element | None
    diagrams: Mapping[str, tuple[ShapeParagraph, ...]]
    pictures: int = 0
    _groups: int = 0
    _placeholders: dict[str, list[Element]] = field(default_factory=dict)

    def read(self, slide: Element) -> tuple[SlideShape, ...]:
        """Return the shapes with text, in the order of the file."""
        return tuple(self._walk(find(slide, "cSld", "spTree"), _Transform()))

    def _walk(self, tree: Element | None, transform: _Transform) -> Iterator[SlideShape]:
        for element in children(tree):
            match name_of(element):
                case "grpSp":
                    self._groups += 1
                    group = self._groups
                    inner = self._walk(element, transform.inside(element))
                    yield from (replace(shape, group=shape.group or group) for shape in inner)
                case "sp":
                    yield from self._text_shape(element, transform)
                case "graphicFrame":
                    yield from self._graphic(element, transform)
                case "pic" | "contentPart":
                    frame = self._frame(element, find(element, "spPr", "xfrm"), transform)
                    self.pictures += max(frame.width, frame.height) >= _PICTURE_POINTS

    def _text_shape(self, element: Element, transform: _Transform) -> Iterator[SlideShape]:
        inherited = self._inherited(element)
        paragraphs = read_paragraphs(find(element, "txBody"), self._style(element, inherited))
        if paragraphs:
            frame = self._frame(element, find(element, "spPr", "xfrm"), transform)
            yield _shape(_role(element, inherited), frame, paragraphs=paragraphs)

    def _graphic(self, element: Element, transform: _Transform) -> Iterator[SlideShape]:
        frame = self._frame(element, find(element, "xfrm"), transform)
        data = find(element, "graphic", "graphicData")
        table, diagram = find(data, "tbl"), find(data, "relIds")
        if table is not None:
            properties = find(table, "tblPr")
            rows = tuple(tuple(self._cells(row)) for row in children(table, "tr"))
            if any(any(row) for row in rows):
                has_header = properties is not None and is_true(properties.get("firstRow"))
                yield _shape(ShapeRole.TABLE, frame, rows=rows, has_header=has_header)
        elif diagram is not None:
            nodes = self.diagrams.get(attribute(diagram, "dm"), ())
            if nodes:
                yield _shape(ShapeRole.DIAGRAM, frame, paragraphs=nodes)
        else:
            self.pictures += 1

    def _cells(self, row: Element) -> Iterator[tuple[ShapeParagraph, ...]]:
        style = TextStyle([source for source in (self.defaults,) if source is not None])
        for cell in children(row, "tc"):
            is_covered = is_true(cell.get("hMerge")) or is_true(cell.get("vMerge"))
            yield () if is_covered else read_paragraphs(find(cell, "txBody"), style)

    def _frame(self, element: Element, xfrm: Element | None, transform: _Transform) -> _Frame:
        frame = _turned(_rectangle(xfrm, "off", "ext"), xfrm)
        if frame is not None:
            return transform.apply(frame)
        for other in self._inherited(element):
            xfrm = find(other, "spPr", "xfrm")
            frame = _rectangle(xfrm, "off", "ext")
            if frame is not None:
                return frame
        return _Frame(0.0, 0.0, 0.0, 0.0)

    def _inherited(self, element: Element) -> list[Element]:
        """Return the placeholders of the layout and the master that a placeholder takes what it does not say from."""
        placeholder = _placeholder(element)
        if placeholder is None:
            return []
        kind, index = placeholder.get("type") or "", placeholder.get("idx") or ""
        key = f"{kind} {index}"
        if key not in self._placeholders:
            self._placeholders[key] = self._find_inherited(kind, index)
        return self._placeholders[key]

    def _find_inherited(self, kind: str, index: str) -> list[Element]:
        on_layout = list(_placeholders(self.layout))
        by_index = [shape for shape, one in on_layout if index and (one.get("idx") or "") == index]
        by_kind = [shape for shape, one in on_layout if kind and one.get("type") == kind]
        found = (by_index or by_kind)[:1]
        layout_kind = next((one.get("type") or "" for shape, one in on_layout if found and shape is found[0]), kind)
        wanted = _MASTER_TYPES.get(layout_kind or kind, layout_kind or kind)
        return found + [shape for shape, one in _placeholders(self.master) if one.get("type") == wanted][:1]

    def _style(self, element: Element, inherited: list[Element]) -> TextStyle:
        own = [find(shape, "txBody", "lstStyle") for shape in (element, *inherited)]
        kind = _kind(element, inherited) if _placeholder(element) is not None else "other"
        styles = _MASTER_STYLES.get(_MASTER_TYPES.get(kind, kind), "otherStyle")
        sources = (*own, find(self.master, "txStyles", styles), self.defaults)
        return TextStyle([source for source in sources if source is not None])


def _shape(
    role: ShapeRole,
    frame: _Frame,
    *,
    paragraphs: tuple[ShapeParagraph, ...] = (),
    rows: tuple[tuple[tuple[ShapeParagraph, ...], ...], ...] = (),
    has_header: bool = False,
) -> SlideShape:
    return SlideShape(
        role=role,
        left=frame.left,
        top=frame.top,
        width=frame.width,
        height=frame.height,
        paragraphs=paragraphs,
        rows=rows,
        has_header=has_header,
    )


def _role(element: Element, inherited: list[Element]) -> ShapeRole:
    if _placeholder(element) is None:
        return ShapeRole.TEXT_BOX
    return _ROLES.get(_kind(element, inherited), ShapeRole.BODY)


def _kind(element: Element, inherited: list[Element]) -> str:
    """Return what kind of placeholder a shape is, as it or its layout says."""
    kinds = (one.get("type") or "" for shape in (element, *inherited) if (one := _placeholder(shape)) is not None)
    return next(filter(None, kinds), "")


def _placeholder(element: Element) -> Element | None:
    properties = next((child for child in children(element) if name_of(child).startswith("nv")), None)
    return find(properties, "nvPr", "ph")


def _placeholders(root: Element | None) -> Iterator[tuple[Element, Element]]:
    for shape in children(find(root, "cSld", "spTree"), "sp"):
        placeholder = _placeholder(shape)
        if placeholder is not None:
            yield shape, placeholder


def _rectangle(xfrm: Element | None, offset: str, extent: str) -> _Frame | None:
    corner, size = find(xfrm, offset), find(xfrm, extent)
    if corner is None or size is None:
        return None
    sides = (number(corner, "x"), number(corner, "y"), number(size, "cx"), number(size, "cy"))
    return _Frame(*(side / EMU_PER_POINT for side in sides))


def _turned(frame: _Frame | None, xfrm: Element | None) -> _Frame | None:
    """Return the rectangle that a shape covers once it is turned by about a quarter."""
    turn = number(xfrm, "rot") % _FULL_TURN / _FULL_TURN
    if frame is None or not (0.125 < turn < 0.375 or 0.625 < turn < 0.875):
        return frame
    shift = (frame.width - frame.height) / 2
    return _Frame(frame.left + shift, frame.top - shift, frame.height, frame.width)
