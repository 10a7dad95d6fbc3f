"""The parts of a PowerPoint file, parsed one at a time, and how they refer to one another.

Only the XML layer of python-pptx is used: its `Presentation` reads every member of the file into memory, pictures
and films too, and holds all slides parsed at once.
"""

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from flashdeck.errors import SlideFileError
from flashdeck.messages import Message
from flashdeck.readers.pptx_xml import Element, attribute, children
from flashdeck.zip_limits import Archive, read_member

POWERPOINT: Final = Archive(
    error=SlideFileError,
    noun=Message("slide deck"),
    smaller=Message("save the slides in smaller files"),
    max_members=10_000,
    max_total_bytes=1 << 30,
)
MAX_PART_BYTES: Final = 16 << 20
_MAX_ELEMENTS: Final = 400_000
_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
# in these a document type is written in the bytes that are looked for
_ENCODINGS: Final = frozenset({b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})
_DOCUMENT_TYPE: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_CACHED_LAYOUTS: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A part that another one refers to.

    Attributes:
        kind: last word of the relation's type: "slide", "slideLayout", "notesSlide", "diagramData", ...
        target: name of the part in the archive.
    """

    kind: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A parsed part.

    Attributes:
        relations: by their id in the part, those to parts that exist.
    """

    name: str
    root: Element
    relations: Mapping[str, Relation]

    def related(self, kind: str) -> str:
        """Return the name of the first part of a kind that this one refers to, or an empty string."""
        return next((relation.target for relation in self.relations.values() if relation.kind == kind), "")


class Package:
    """A PowerPoint file that is open."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._members = {member.lower(): member for member in archive.namelist()}
        self.shared = lru_cache(maxsize=_CACHED_LAYOUTS)(self.part)
        """`part`, for layouts and masters, which many slides share."""

    def main_part(self) -> Part:
        """Return the presentation's part.

        Raises:
            SlideFileError: the archive is another kind of file, or damaged.
        """
        target = next((one.target for one in self._relations("").values() if one.kind == "officeDocument"), "")
        if not target:
            raise SlideFileError(Message("{name} is no PowerPoint file; choose a .pptx file.", name=self._name))
        part = self.part(target)
        if not part.root.tag.endswith("}presentation"):
            raise SlideFileError(
                Message("{name} is an Office file without slides; choose a .pptx file.", name=self._name)
            )
        return part

    def part(self, name: str) -> Part:
        """Return a part and where it refers to.

        Raises:
            SlideFileError: it is missing, too large, or no XML that is safe to read.
        """
        return Part(name=name, root=self._parse(name), relations=self._relations(name))

    def _relations(self, name: str) -> dict[str, Relation]:
        folder, base = posixpath.split(name)
        member = self._members.get(posixpath.join(folder, "_rels", f"{base}.rels").lower())
        if member is None:
            return {}
        relations = (one for one in children(self._parse(member)) if one.get("TargetMode") != "External")
        found = {
            attribute(one, "Id"): Relation(
                kind=one.get("Type", "").rpartition("/")[2],
                target=_resolve(folder, one.get("Target", "")),
            )
            for one in relations
        }
        return {key: one for key, one in found.items() if one.target.lower() in self._members}

    def _parse(self, name: str) -> Element:
        # imported here, so that commands that read no slides start fast
        from lxml.etree import XMLSyntaxError  # noqa: PLC0415
        from pptx.oxml import parse_xml  # noqa: PLC0415

        member = self._members.get(name.lower())
        if member is None:
            raise POWERPOINT.damaged(self._name, Message("{part} is missing", part=name))
        data = read_member(self._archive, member, self._name, POWERPOINT, MAX_PART_BYTES)
        self._refuse_hostile(data, member)
        try:
            root: Element = parse_xml(data)
        except (XMLSyntaxError, ValueError) as error:
            raise POWERPOINT.damaged(self._name, member) from error
        return root

    def _refuse_hostile(self, data: bytes, member: str) -> None:
        """Refuse entities, which no Office program writes, encodings that could hide them, and too many elements."""
        if data.startswith(_UTF16_MARKS):
            data = data.decode("utf-16", "replace").encode("utf-8", "replace")
        elif (found := _ENCODING.match(data.lstrip(b"\xef\xbb\xbf"))) and found[1].lower() not in _ENCODINGS:
            raise POWERPOINT.damaged(self._name, Message("{part} has an unknown encoding", part=member))
        if _DOCUMENT_TYPE.search(data):
            raise POWERPOINT.damaged(self._name, Message("{part} has a document type", part=member))
        if data.count(b"<") > 2 * _MAX_ELEMENTS:
            raise SlideFileError(
                Message(
                    "{name} has too much in {member}; save the slides in smaller files.", name=self._name, member=member
                )
            )


def _resolve(folder: str, target: str) -> str:
    """Return the member that a relation's target names; it never leaves the archive, which is all that is read."""
    path = unquote(target.replace("\\", "/"))
    joined = path if path.startswith("/") else posixpath.join("/", folder, path)
    return posixpath.normpath(joined).lstrip("/")
