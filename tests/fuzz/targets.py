"""What is fuzzed: a function of some bytes for each way into the program, with files to begin from.

A target raises on a fault; a `FlashdeckError` is the right answer to a bad file.
"""

import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Final

from zstandard import compress

from flashdeck.errors import FlashdeckError
from flashdeck.extraction import explanation
from flashdeck.extraction.detect import DIALECTS
from flashdeck.extraction.dialects import Dialect, markdown_decks, pdf_pages
from flashdeck.extraction.model import Extraction, SlideFile
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides
from flashdeck.extraction.report import PartsReader, parts_of, report_of
from flashdeck.extraction.text.lines import split_lines
from flashdeck.interop.anki_package.model import from_json as package_from_json
from flashdeck.interop.anki_package.model import to_json as package_to_json
from flashdeck.interop.anki_package.reading import read_package
from flashdeck.interop.csv_file import read_csv
from flashdeck.interop.deck_file import is_deck_file, read_deck_file
from flashdeck.readers.pdf_document import parse_pdf
from flashdeck.rendering.from_html import to_markdown
from flashdeck.rendering.markup import to_html
from flashdeck.rendering.plain import to_plain
from flashdeck.services.extract_file import extract_file
from tests.extraction.dialects import markdown_texts
from tests.extraction.dialects.page_mark_texts import pages
from tests.interop.anki_files import database_of, packed
from tests.readers.pdf_files import pdf_bytes, text
from tests.readers.presentations import FIRST_SLIDE, add_slide, add_table, data_of, new_deck

_DATA: Final = Path(__file__).resolve().parents[1] / "data"
_SEED_LENGTH: Final = 700
_FOLDER: Final = Path(tempfile.gettempdir())
_OPTIONS: Final = ExtractionOptions(min_score=0.3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A way into the program.

    Attributes:
        run: takes what the fuzzer made.
        seeds: what it begins from.
        words: pieces worth inserting.
    """

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    words: tuple[str, ...] = field(default=())


def _dialect(dialect: Dialect) -> Callable[[bytes], None]:
    """Read any text as one dialect, whatever it looks like, and make cards of it."""

    def run(data: bytes) -> None:
        lines = split_lines(data.decode("utf-8", "replace"))
        assert 0 <= dialect.likelihood(lines) <= dialect.surest
        slides = dialect.read(lines)
        assert [line.number for slide in slides for line in slide.lines] == [line.number for line in lines]
        if slides:
            _check(
                extract_slides(
                    SlideFile(name="x", format="text", dialect=dialect.name, slides=slides), options=_OPTIONS
                )
            )

    return run


def _check(extraction: Extraction) -> None:
    reader = PartsReader()
    for part in parts_of(report_of(extraction)):
        reader.take(json.loads(json.dumps(part)))
    assert len(reader.report(name=extraction.name, file_format=extraction.format).drafts) == len(extraction.drafts)
    assert explanation.explain(extraction)
    ids = {slide.id for slide in extraction.slides}
    for draft in extraction.drafts:
        assert draft.slide_id in ids
        assert draft.front.strip()
        assert draft.back.strip()
        assert 0 <= draft.score <= 1


def _file(suffix: str) -> Callable[[bytes], None]:
    """Read the bytes as a file, as `flashdeck extract` does."""
    path = Path(tempfile.mkdtemp(dir=_FOLDER)) / f"fuzzed{suffix}"

    def run(data: bytes) -> None:
        path.write_bytes(data)
        _check(extract_file(path, _OPTIONS))

    return run


def _slide_part(data: bytes) -> None:
    """Put the bytes in the place of a slide of a presentation that is otherwise whole."""
    source = BytesIO(_PRESENTATION)
    _PART_PATH.write_bytes(b"")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(_PART_PATH, "w") as new:
        for name in old.namelist():
            new.writestr(name, data if name == FIRST_SLIDE else old.read(name))
    _check(extract_file(_PART_PATH, _OPTIONS))


def _pdf_content(data: bytes) -> None:
    """Put the bytes in the place of what a page draws."""
    document = parse_pdf(
        pdf_bytes([data.decode("cp1252", "replace").encode("cp1252", "replace").decode("cp1252")]), "x"
    )
    slides = pdf_pages.read(document)
    _check(extract_slides(SlideFile(name="x", format="pdf", dialect="PDF pages", slides=slides), options=_OPTIONS))


def _deck_file(data: bytes) -> None:
    said = data.decode("utf-8", "replace")
    is_deck_file(said)
    assert read_deck_file(said).notes


def _csv(data: bytes) -> None:
    assert read_csv(data.decode("utf-8", "replace"), default_deck="Deck")


def _html(data: bytes) -> None:
    said = data.decode("utf-8", "replace")
    shown = to_html(said)
    assert "<script" not in shown.lower()
    assert isinstance(to_plain(said), str)


def _other_html(data: bytes) -> None:
    """Read the bytes as another program's card."""
    said = data.decode("utf-8", "replace")
    markdown = to_markdown(said, lambda name: name)
    assert "<script" not in to_html(markdown).lower()


def _package(data: bytes) -> None:
    """Read the bytes as an Anki package."""
    _PACKAGE_PATH.write_bytes(data)
    package = read_package(_PACKAGE_PATH, _PACKAGE_PATH.parent)
    assert package_from_json(package_to_json(package)) == package


def _package_database(data: bytes) -> None:
    _package(packed(data))


def _media_map(data: bytes) -> None:
    _package(packed(_ANKI_DATABASE, media=data))


def _packed_media_map(data: bytes) -> None:
    _package(packed(compress(_ANKI_DATABASE), "collection.anki21b", media=compress(data)))


def _presentation() -> bytes:
    deck = new_deck()
    slide = add_slide(deck, "Knots", "A hitch: a knot around a post", "  holds well", "1. Tie it")
    add_table(slide.shapes, [["Knot", "Use"], ["Bowline", "a loop that holds"]])
    return data_of(deck)


def _part(name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(_PRESENTATION)) as archive:
        return archive.read(name)


def _texts() -> Iterator[bytes]:
    """Pieces of decks, short so that many of their changes can be tried."""
    decks = [markdown_texts.MARP, markdown_texts.REVEAL, markdown_texts.REMARK, markdown_texts.SLIDEV]
    decks += [markdown_texts.PANDOC, pages("Knots", "Loops")]
    decks += [path.read_text("utf-8") for path in sorted(_DATA.glob("*.txt"))]
    for deck in decks:
        for start in range(0, min(len(deck), 3 * _SEED_LENGTH), _SEED_LENGTH):
            yield deck[start : start + _SEED_LENGTH].encode()


_PRESENTATION: Final = _presentation()
_PART_PATH: Final = Path(tempfile.mkdtemp(dir=_FOLDER)) / "fuzzed.pptx"
_PACKAGE_PATH: Final = Path(tempfile.mkdtemp(dir=_FOLDER)) / "fuzzed.apkg"
_ANKI_DATABASE: Final = database_of()
_ANKI_HTML: Final = (
    b"<div>a <b>bold</b> {{c1::gap::hint}}</div><ul><li>one<li>two</ul><table><tr><th>a<td>b</table><pre>x</pre>"
    b"<img src='a.png'><br>[sound:a.mp3]<a href='https://d.e'>c</a><ol start=3><li><p>q</ol><dl><dt>t<dd>d</dl>"
)
_TEXTS: Final = tuple(_texts())
_CONTENT: Final = text("Knots", 40, 30, 32) + text("- A hitch: a knot around a post", 60, 100) + "100 100 50 50 re S\n"
_WORDS: Final = (
    *("\n\n\n\n", "\n\n", "\f", "• ", "- ", "1. ", "# ", "---\n", "--\n", "???\n", "```\n", "<!-- ", " -->", "::: "),
    *("| a | b |\n", "|---|---|\n", " is a ", " = ", ": ", " – ", " (", ")", " vs ", " -> ", "e.g. ", " and ", ", "),
    *("**", "`", "[", "](", "]", "{{c1::", "}}", "Overview\n", "Example: ", "10 GB", "up to 5 days", "$", "\\", "\t"),
    *("It ", "They ", "When ", " if ", "supports ", "such as ", "Types of ", "Agenda\n", "100", "©", "https://a.b/c "),
)
_DECK: Final = (
    b"---\nformat: flashdeck deck 1\nid: knots\nname: Sea::Knots\n---\n\n## k-1\ntopic: Loops\ntags: a b\n\n"
    b"Q: What?\n\nA: That\n\n## k-2\n\nC: {{c1::Valletta}} is in {{c2::Malta::land}}.\n"
)

TARGETS: Final = {
    **{
        f"dialect-{dialect.name.replace(' ', '-').lower()}": Target(run=_dialect(dialect), seeds=_TEXTS, words=_WORDS)
        for dialect in (*DIALECTS, markdown_decks.DIALECT)
    },
    "txt": Target(run=_file(".txt"), seeds=_TEXTS, words=_WORDS),
    "md": Target(run=_file(".md"), seeds=_TEXTS, words=_WORDS),
    "pdf": Target(run=_file(".pdf"), seeds=(pdf_bytes([_CONTENT, _CONTENT], bookmarks=[("Knots", 1)]),)),
    "pdf-content": Target(
        run=_pdf_content,
        seeds=(_CONTENT.encode("cp1252"),),
        words=(
            " Tj ET\n",
            "BT /F1 20 Tf ",
            " re f\n",
            " m ",
            " l S\n",
            "(x) Tj",
            " cm\n",
            "q\n",
            "Q\n",
            " 1 0 0 1 ",
            " Tm ",
        ),
    ),
    "pptx": Target(run=_file(".pptx"), seeds=(_PRESENTATION,)),
    "pptx-slide": Target(
        run=_slide_part,
        seeds=(_part(FIRST_SLIDE),),
        words=(
            "<a:p>",
            "</a:p>",
            "<a:r><a:t>x</a:t></a:r>",
            '<a:pPr lvl="3"/>',
            "<p:sp>",
            "</p:sp>",
            'type="title"',
            "<a:br/>",
        ),
    ),
    "deck-file": Target(
        run=_deck_file, seeds=(_DECK,), words=("## ", "Q: ", "A: ", "C: ", "---\n", "{{c1::", "::", "}}", "\\")
    ),
    "csv": Target(
        run=_csv,
        seeds=(b"front,back,tags\nWhat?,That,a b\n", b'uid;front;back;deck;kind\n1;"a;b";c;D::E;cloze\n'),
        words=('"', ",", ";", "\t", "front", "back", "uid", "deck", "\r\n", "{{c1::"),
    ),
    "html": Target(
        run=_html,
        seeds=(b"**a** `b` [c](https://d.e) ![f](g.png)\n\n> q\n\n- l\n\n| a | b |\n|---|---|\n| c | d |\n",),
        words=(
            "<table>",
            "<td>",
            "<script>",
            "</",
            "&lt;",
            "&#",
            ";",
            "![",
            "](",
            "```",
            "$$",
            "\\(",
            "    ",
            "> ",
            "- ",
        ),
    ),
    "other-html": Target(
        run=_other_html,
        seeds=(_ANKI_HTML,),
        words=(
            *(
                "<div>",
                "</div>",
                "<b>",
                "</b>",
                "<br>",
                "<li>",
                "<ul>",
                "<ol>",
                "<td>",
                "<tr>",
                "<pre>",
                "<code>",
                "<p>",
            ),
            *(
                "</",
                "<!--",
                "-->",
                "&nbsp;",
                "&#",
                "{{c1::",
                "::",
                "}}",
                "`",
                "*",
                "_",
                "[",
                "](",
                "\\",
                "style='font-",
            ),
        ),
    ),
    "apkg": Target(run=_package, seeds=(packed(_ANKI_DATABASE),)),
    "apkg-database": Target(run=_package_database, seeds=(_ANKI_DATABASE,)),
    "apkg-media-map": Target(
        run=_media_map, seeds=(b'{"0": "a.png", "1": "b.jpg"}',), words=("{", "}", '"', ":", ",", "[")
    ),
    "apkg-packed-media-map": Target(
        run=_packed_media_map, seeds=(b"\x0a\x09\x0a\x05a.png\x10\x05",), words=("\x0a", "\x10")
    ),
}


def attempt(target: Target, data: bytes) -> None:
    """Run a target; a refusal with a sentence for the user is no fault."""
    said = "one line"
    try:
        target.run(data)
    except FlashdeckError as refusal:
        said = str(refusal)
    assert said.strip()
    assert "\n" not in said
