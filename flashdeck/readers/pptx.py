"""Reads a PowerPoint file: its slides in order with their shapes, sections and notes."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from flashdeck.domain.slide_show import ShapeParagraph, ShowSlide, SlideShow
from flashdeck.errors import SlideFileError
from flashdeck.messages import Message
from flashdeck.readers.pptx_diagrams import read_diagram
from flashdeck.readers.pptx_package import POWERPOINT, Package, Part
from flashdeck.readers.pptx_shapes import ShapeReader
from flashdeck.readers.pptx_text import plain_text
from flashdeck.readers.pptx_xml import EMU_PER_POINT, Element, attribute, children, find, number
from flashdeck.zip_limits import open_zip

_MAX_SLIDES: Final = 5_000
_MAX_CHARACTERS: Final = 20_000_000
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_MARK: Final = "EncryptedPackage".encode("utf-16-le")
_HEAD_BYTES: Final = 1 << 20
_DEFAULT_SIZE: Final = (720.0, 540.0)
_LAYOUTS: Final = {
    "title": "Title Slide",
    "secHead": "Section Header",
    "twoTxTwoObj": "Comparison",
    "twoObj": "Two Content",
    "titleOnly": "Title Only",
    "blank": "Blank",
}


def read_slide_show(path: Path) -> SlideShow:
    """Return the slides of a .pptx file (also .pptm and .ppsx), hidden ones included.

    Raises:
        SlideFileError: the file is missing, unreadable, damaged, encrypted, unsafe to read, or no PowerPoint file.
    """
    name = os.fsencode(path.name).decode("utf-8", "replace")
    _refuse_other_formats(path, name)
    with open_zip(path, name, POWERPOINT) as archive:
        package = Package(archive, name)
        main = package.main_part()
        entries = _entries(main)
        if len(entries) > _MAX_SLIDES:
            raise SlideFileError(
                Message(
                    "{name} has more than {limit:,} slides; split it and import the parts.",
                    name=name,
                    limit=_MAX_SLIDES,
                )
            )
        sections = _sections(main.root)
        defaults = find(main.root, "defaultTextStyle")
        slides: list[ShowSlide] = []
        room = _MAX_CHARACTERS
        for index, (slide_id, target) in enumerate(entries, start=1):
            slides.append(_read_slide(package, target, index, sections.get(slide_id, ""), defaults))
            room -= _size(slides[-1])
            if room < 0:
                raise SlideFileError(
                    Message("{name} holds more text than a slide deck does; split it and import the parts.", name=name)
                )
    if not slides:
        raise SlideFileError(Message("{name} has no slides; choose another file.", name=name))
    width, height = _slide_size(main.root)
    return SlideShow(name=name, width=width, height=height, slides=tuple(slides))


def _refuse_other_formats(path: Path, name: str) -> None:
    """Name the formats that share the suffix or the trade name but are no zip archive."""
    try:
        if not path.is_file():
            return  # `open_zip` says what it is instead
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except (OSError, ValueError):
        return
    if head.startswith(_OLD_OFFICE):
        if _ENCRYPTED_MARK in head:
            raise SlideFileError(
                Message(
                    "{name} is encrypted with a password; take the password off in PowerPoint and save it.", name=name
                )
            )
        raise SlideFileError(
            Message(
                "{name} is in PowerPoint's old format (.ppt); open it in PowerPoint or LibreOffice and save it "
                "as .pptx.",
                name=name,
            )
        )
    if not head:
        raise SlideFileError(Message("{name} is empty; choose a .pptx file.", name=name))
    if not head.startswith(b"PK"):
        raise SlideFileError(
            Message("{name} is no PowerPoint file, whatever its name says; choose a .pptx file.", name=name)
        )


def _entries(main: Part) -> list[tuple[str, str]]:
    """Return the id and the part of each slide, in the order of the show."""
    listed = children(find(main.root, "sldIdLst"), "sldId")
    found = ((entry.get("id", ""), main.relations.get(attribute(entry, "id"))) for entry in listed)
    return [(slide_id, relation.target) for slide_id, relation in found if relation is not None]


def _sections(presentation: Element) -> dict[str, str]:
    """Return the section of each slide by its id, from the presentation's own list."""
    return {
        entry.get("id", ""): " ".join(section.get("name", "").split())
        for extension in children(find(presentation, "extLst"), "ext")
        for section in children(find(extension, "sectionLst"), "section")
        for entry in children(find(section, "sldIdLst"), "sldId")
    }


def _slide_size(presentation: Element) -> tuple[float, float]:
    size = find(presentation, "sldSz")
    width, height = number(size, "cx") / EMU_PER_POINT, number(size, "cy") / EMU_PER_POINT
    return (width, height) if width > 0 and height > 0 else _DEFAULT_SIZE


def _read_slide(package: Package, target: str, index: int, section: str, defaults: Element | None) -> ShowSlide:
    slide = package.part(target)
    layout_name = slide.related("slideLayout")
    layout = package.shared(layout_name) if layout_name else None
    master_name = layout.related("slideMaster") if layout else ""
    master = package.shared(master_name) if master_name else None
    reader = ShapeReader(
        layout=layout.root if layout else None,
        master=master.root if master else None,
        defaults=defaults,
        diagrams=_diagrams(package, slide),
    )
    return ShowSlide(
        number=index,
        shapes=reader.read(slide.root),
        section=section,
        layout=_layout_name(layout.root) if layout else "",
        notes=_notes(package, slide),
        is_hidden=slide.root.get("show") in ("0", "false"),
        pictures=reader.pictures,
    )


def _diagrams(package: Package, slide: Part) -> Mapping[str, tuple[ShapeParagraph, ...]]:
    return {
        key: read_diagram(package.part(relation.target).root)
        for key, relation in slide.relations.items()
        if relation.kind == "diagramData"
    }


def _notes(package: Package, slide: Part) -> str:
    target = slide.related("notesSlide")
    if not target:
        return ""
    shapes = children(find(package.part(target).root, "cSld", "spTree"), "sp")
    bodies = (shape for shape in shapes if _is_notes_body(shape))
    return "\n".join(filter(None, (plain_text(find(body, "txBody")) for body in bodies)))


def _is_notes_body(shape: Element) -> bool:
    placeholder = find(shape, "nvSpPr", "nvPr", "ph")
    return placeholder is not None and placeholder.get("type") == "body"


def _layout_name(layout: Element) -> str:
    """Return PowerPoint's English name of a layout it knows, whatever the language of the template, else its own."""
    known = _LAYOUTS.get(layout.get("type") or "")
    if known:
        return known
    described = find(layout, "cSld")
    return (described.get("name") or "") if described is not None else ""


def _size(slide: ShowSlide) -> int:
    cells = (cell for shape in slide.shapes for row in shape.rows for cell in row)
    paragraphs = [shape.paragraphs for shape in slide.shapes]
    return len(slide.notes) + sum(len(one.text) + 8 for group in (*paragraphs, *cells) for one in group)
