"""Real PowerPoint files for tests: made by python-pptx, with parts added or changed afterwards."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.util import Inches, Pt

FIRST_SLIDE = "ppt/slides/slide1.xml"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
DIAGRAM_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
DIAGRAM_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def new_deck() -> Deck:
    return Presentation()


def add_slide(deck: Deck, title: str = "", *bullets: str, layout: int = 1):
    """Add a slide; bullets are nested by two spaces."""
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    if slide.shapes.title is not None:
        slide.shapes.title.text = title
    if bullets:
        fill(slide.placeholders[1].text_frame, *bullets)
    return slide


def fill(frame, *bullets: str) -> None:
    for index, bullet in enumerate(bullets):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.text = bullet.strip()
        paragraph.level = (len(bullet) - len(bullet.lstrip())) // 2


def add_box(shapes, left: float, top: float, width: float, height: float, *lines: str, size: float | None = None):
    """Add a text box; places in inches."""
    box = shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    fill(box.text_frame, *lines)
    if size is not None:
        for paragraph in box.text_frame.paragraphs:
            paragraph.font.size = Pt(size)
    return box


def add_table(shapes, rows: list[list[str]], *, has_header: bool = True):
    frame = shapes.add_table(len(rows), len(rows[0]), Inches(1), Inches(2), Inches(8), Inches(3))
    frame.table.first_row = has_header
    for cells, texts in zip(frame.table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    return frame.table


def data_of(deck: Deck) -> bytes:
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def write(deck: Deck, path: Path, changes: Mapping[str, Callable[[str], str]] | None = None, **added: bytes) -> Path:
    """Write the deck; change parts by their name, add others (`__` in the name stands for a slash)."""
    parts = {name.replace("__", "/"): data for name, data in added.items()}
    with zipfile.ZipFile(io.BytesIO(data_of(deck))) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            if changes and name in changes:
                data = changes[name](data.decode("utf-8")).encode("utf-8")
            out.writestr(name, data)
        for name, data in parts.items():
            out.writestr(name, data)
    return path


def diagram_data(nodes: list[tuple[str, str, str]], category: str = "list") -> bytes:
    """SmartArt data of (id, parent's id, text); a parent `doc` is the root. Points stand in reversed order."""
    points = "".join(
        f'<d:pt modelId="{key}"><d:prSet/><d:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></d:t></d:pt>'
        for key, _, text in reversed(nodes)
    )
    connections = "".join(
        f'<d:cxn modelId="c{index}" srcId="{parent}" destId="{key}" srcOrd="{index}" destOrd="0"/>'
        for index, (key, parent, _) in enumerate(nodes)
    )
    return (
        f'<d:dataModel xmlns:d="{DIAGRAM_SPACE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<d:ptLst>{points}<d:pt modelId="doc" type="doc"><d:prSet loCatId="{category}"/></d:pt></d:ptLst>'
        f'<d:cxnLst>{connections}<d:cxn type="presOf" srcId="doc" destId="{nodes[0][0]}" srcOrd="99"/></d:cxnLst>'
        "</d:dataModel>"
    ).encode()


def with_diagram(slide_xml: str) -> str:
    """The slide with a frame that refers to SmartArt by the id `rDiagram`."""
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="90" name="d"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="914400" y="1828800"/><a:ext cx="914400" cy="914400"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{DIAGRAM_SPACE}"><dgm:relIds xmlns:dgm="{DIAGRAM_SPACE}" r:dm="rDiagram"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    return slide_xml.replace("</p:spTree>", f"{frame}</p:spTree>")


def with_relation(rels_xml: str, target: str = "../diagrams/data1.xml") -> str:
    relation = f'<Relationship Id="rDiagram" Type="{DIAGRAM_TYPE}" Target="{target}"/>'
    return rels_xml.replace("</Relationships>", f"{relation}</Relationships>")
