"""The collections that the pictures show: an invented course in our own words, studied for some weeks."""

import random
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from flashdeck.domain.note import NewNote, NoteContent, NoteKind
from flashdeck.domain.quality import Quality
from flashdeck.domain.scope import EVERYTHING
from flashdeck.extraction.report import report_of
from flashdeck.services.collection_file import media_folder_of
from flashdeck.services.extract_file import extract_file
from flashdeck.services.extraction_process import ExtractedFile
from flashdeck.services.import_cards import import_welcome_deck
from flashdeck.services.import_slides import apply_import, plan_import
from flashdeck.services.study import StudyMode, StudySession
from flashdeck.services.today import Today
from flashdeck.storage.collection import Collection
from tests.conftest import StandingClock
from tests.readers.pdf_files import box, pdf_bytes, text

COURSE = Path(__file__).parents[1] / "data" / "coastal_skipper.txt"
STUDY_DAYS = 25


def fill(path: Path, clock: StandingClock) -> None:
    """Import the course and the welcome deck and study them for some days, up to the clock's."""
    chance = random.Random(7)
    clock.instant -= timedelta(days=STUDY_DAYS)
    with Collection(path) as collection:
        found = report_of(extract_file(COURSE))
        plan = plan_import(collection, ExtractedFile(sha256="0" * 64, found=found), deck_name="Coastal Skipper")
        apply_import(collection, clock, plan)
        import_welcome_deck(collection, clock)
        for _ in range(STUDY_DAYS):
            if chance.random() < 0.2:  # a day off
                clock.instant += timedelta(days=1)
                continue
            today = Today(collection, clock)
            queue = today.review_queue(EVERYTHING, new_limit=2)
            session = StudySession(collection, clock, today, queue, StudyMode.REVIEW)
            while session.question() is not None:
                quality = chance.choices(list(Quality), weights=[0, 12, 0, 13, 55, 20])[0]
                session.answer(quality, took_ms=chance.randrange(4_000, 22_000))
            clock.instant += timedelta(days=1)


def add(path: Path, clock: StandingClock, notes: Iterable[NewNote]) -> None:
    """Store notes in a collection, made when it is missing."""
    with Collection(path) as collection, collection.atomic():
        for note in notes:
            collection.notes.add(note, now=clock.now())


def slides(folder: Path) -> Path:
    """Write slides as a PDF, the cards of which have a page to show."""
    path = folder / "harbour_signals.pdf"
    pages = [
        text("Harbour signals", 60, 150, 40) + text("What the lights at the entrance mean", 60, 220, 20),
        text("Traffic signals", 60, 40, 32)
        + box(60, 95, 600, 3)
        + text("\u2022 Main signal: three lights, one above the other, at the entrance", 60, 130)
        + text("\u2022 Three red lights mean that no vessel may proceed", 60, 175)
        + text("\u2022 Three green lights mean that traffic is one-way", 60, 220)
        + text("\u2022 Exemption signal: a yellow light beside the uppermost one", 60, 265),
        text("Anchoring", 60, 40, 32)
        + text("\u2022 Scope: the length of chain let out for each metre of depth", 60, 130)
        + text("\u2022 Anchor buoy: a float that marks where the anchor lies", 60, 175),
    ]
    path.write_bytes(pdf_bytes(pages))
    return path


HOSTILE_NAME = "Rigging<b>\u202egnp.exe::الملاحة الساحلية ⚓️::" + "Donaudampfschifffahrtsgesellschaft" * 4


def hostile_notes(media: Path) -> list[NewNote]:
    """Return notes that no slide would hold but that a package from elsewhere may, of one deck with a hostile name."""
    media.mkdir(parents=True, exist_ok=True)
    cells = "".join(f"<td>cell {number}</td>" for number in range(12))
    table = f"<table border=9 width=3000><tr>{cells}</tr></table>"
    fronts = {
        "word": "What is a " + "halyard" * 60 + "?",
        "table": "Tables in tables:\n\n" + table.replace("cell 3", table.replace("cell 4", table)),
        "picture": "Which rig is this?\n\n![a sail](wide.png)",
        "rtl": "ما هو **المد والجزر** في الميناء؟ (tide, 12 h 25 min)",
        "emoji": "⛵️👩🏽‍✈️ What does the flag 🏳️‍🌈🇬🇧 say? 👨‍👩‍👧‍👦",
        "long": "A field of 100 KB: " + "reef the sail early, shake it out late. " * 2_500,
        "markup": "<script>alert(1)</script><style>*{color:red}</style><b onclick='x()'>bold</b> &amp; "
        "\u202ereversed\u202c "
        "<h1>big</h1>",
        "code": "What does this print?\n\n```python\nfor knot in ('bowline', 'clove hitch'):\n    print(knot"
        + ".upper()" * 30
        + ")\n```",
        "quote": "".join(f"{'>' * depth} deeper\n" for depth in range(1, 40))
        + "\n"
        + "".join(f"{'  ' * depth}- list\n" for depth in range(20)),
    }
    return [
        NewNote(
            uid=f"hostile-{name}",
            deck_name=HOSTILE_NAME,
            content=NoteContent(
                kind=NoteKind.BASIC,
                front=front,
                back=f"{front}\n\n**{name}**",
                context=f"Rigging > {front[:300]}".replace("\n", " "),
                topic=f"Topic of {name} \u202e {front[:80]}".replace("\n", " "),
                tags=("tag" * 40, "<i>x</i>"),
            ),
        )
        for name, front in fronts.items()
    ]


def media_of(path: Path) -> Path:
    """Return where the pictures of a collection lie."""
    return media_folder_of(path)
