"""Writes small PDF files by hand, so that tests decide about every operator."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Courier", "F4": "Helvetica-Oblique"}
PAGE_WIDTH, PAGE_HEIGHT = 720, 405


def text(said: str, left: float, top: float, size: float = 20, font: str = "F1", extra: str = "") -> str:
    """Return the operators that set a line; `top` is where its type starts, from the page's upper edge."""
    baseline = PAGE_HEIGHT - top - 0.8 * size
    return f"BT /{font} {size} Tf {extra} 1 0 0 1 {left} {baseline} Tm ({escaped(said)}) Tj ET\n"


def escaped(said: str) -> str:
    """Return the text as a PDF string holds it."""
    return said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def box(left: float, top: float, width: float, height: float) -> str:
    """Return the operators that fill a rectangle."""
    return f"0.8 g {left} {PAGE_HEIGHT - top - height} {width} {height} re f 0 g\n"


@dataclass
class PdfPage:
    content: str
    entries: str = ""


@dataclass
class PdfFile:
    """A PDF that is being put together; the objects are numbered as they are added."""

    objects: list[bytes] = field(default_factory=list)

    def add(self, body: str | bytes) -> int:
        self.objects.append(body if isinstance(body, bytes) else body.encode("cp1252"))
        return len(self.objects)

    def stream(self, data: bytes, entries: str = "") -> int:
        return self.add(f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream")

    def written(self, root: int, trailer: str = "") -> bytes:
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self.objects, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R {trailer} >>\n".encode()
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def pdf_bytes(
    pages: Sequence[PdfPage | str],
    *,
    bookmarks: Sequence[tuple[str, int]] = (),
    resources: str = "",
    trailer: str = "",
    creator: str = "",
) -> bytes:
    """Return a PDF; `bookmarks` are titles with the page, from 1, they lead to."""
    file = PdfFile()
    fonts = " ".join(
        f"/{key} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for key, name in FONTS.items()
    )
    shared = file.add(f"<< /Font << {fonts} >> {resources} >>")
    tree = file.add(b"")
    numbers = []
    for page in pages:
        page = page if isinstance(page, PdfPage) else PdfPage(page)  # noqa: PLW2901 - the same page
        content = file.stream(zlib.compress(page.content.encode("cp1252")), "/Filter /FlateDecode")
        media = "" if "/MediaBox" in page.entries else f"/MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]"
        numbers.append(
            file.add(
                f"<< /Type /Page /Parent {tree} 0 R /Resources {shared} 0 R /Contents {content} 0 R "
                f"{media} {page.entries} >>"
            )
        )
    kids = " ".join(f"{number} 0 R" for number in numbers)
    file.objects[tree - 1] = f"<< /Type /Pages /Count {len(numbers)} /Kids [{kids}] >>".encode()
    outlines = _outlines(file, bookmarks, numbers) if bookmarks else ""
    root = file.add(f"<< /Type /Catalog /Pages {tree} 0 R {outlines} >>")
    if creator:
        trailer += f" /Info {file.add(f'<< /Creator ({creator}) >>')} 0 R"
    return file.written(root, trailer)


def _outlines(file: PdfFile, bookmarks: Sequence[tuple[str, int]], pages: Sequence[int]) -> str:
    first = len(file.objects) + 1
    last = first + len(bookmarks) - 1
    for number, (title, page) in enumerate(bookmarks, start=first):
        beside = f"/Next {number + 1} 0 R" if number < last else ""
        file.add(f"<< /Title ({escaped(title)}) /Parent {last + 1} 0 R /Dest [{pages[page - 1]} 0 R /Fit] {beside} >>")
    root = file.add(f"<< /Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {len(bookmarks)} >>")
    return f"/Outlines {root} 0 R"


def saved(folder: Path, data: bytes, name: str = "deck.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
