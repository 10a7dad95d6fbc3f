"""What the benchmarks read: the real texts where they are, and files made here, in words of our own."""

from pathlib import Path
from typing import Final

from tests.readers.pdf_files import box, pdf_bytes, text

_SLIDES: Final = Path(__file__).resolve().parents[2].parent / "shared" / "slides"
_NOUNS: Final = ("bowline", "hitch", "anchor", "tiller", "halyard", "keel", "winch", "buoy", "spinnaker", "sextant")
_KINDS: Final = ("tool", "method", "service", "system", "protocol", "engine", "device", "process", "model", "format")
_DOES: Final = ("holds", "stores", "limits", "protects", "connects", "measures", "lifts", "moves", "reduces", "finds")
_WHAT: Final = ("heavy loads", "loose lines", "deep water", "the crew", "small boats", "the rudder", "wet ropes")


def courses(folder: Path) -> list[Path]:
    """Return the real course texts, or one of 300 KB made here where they are absent."""
    real = sorted(_SLIDES.glob("0*.txt"))
    if real:
        return real
    made = folder / "course.txt"
    made.write_text(deck_of(300_000), encoding="utf-8")
    return [made]


def deck_of(length: int) -> str:
    """Return the text of a deck with about so many characters; no two slides are alike."""
    slides: list[str] = []
    room = length
    number = 0
    while room > 0:
        slides.append(_slide(number))
        room -= len(slides[-1])
        number += 1
    return "".join(slides)


def write_deck(path: Path, length: int) -> None:
    """Write such a deck piece by piece, so that the writer itself needs no memory."""
    with path.open("w", encoding="utf-8") as file:
        number = written = 0
        while written < length:
            written += file.write(_slide(number))
            number += 1


def _slide(number: int) -> str:
    noun, kind = _NOUNS[number % 10], _KINDS[number // 10 % 10]
    does, what = _DOES[number // 7 % 10], _WHAT[number // 3 % 7]
    name = f"{noun.capitalize()} {number}"
    return (
        f"\f {name} – {kind.capitalize()}s\n• {name} is a {kind} that {does} {what}\n"
        f"• Types of {noun}: single, double\n• Holds up to {number % 90 + 10} kg for {number % 50 + 2} days\n"
        f"• {does.capitalize()} {what} with rope {number}\n"
        f"• Used for {what} when wind {number} turns\n• Needs {number % 7 + 2} people and one {noun}\n\n"
    )


def pdf_of(pages: int) -> bytes:
    """Return a PDF with so many pages of slides: a title, six bullets, a box, a footer."""
    return pdf_bytes([_page(number) for number in range(pages)])


def _page(number: int) -> str:
    noun, kind = _NOUNS[number % 10], _KINDS[number // 10 % 10]
    lines = [
        f"- {noun.capitalize()} {number} is a {kind} that {_DOES[(number + line) % 10]} {_WHAT[line % 7]}"
        for line in range(6)
    ]
    return (
        text(f"{noun.capitalize()} {number}", 40, 24, 32, "F2")
        + "".join(text(line, 60, 90 + 40 * place, 18) for place, line in enumerate(lines))
        + box(560, 340, 100, 30)
        + text(f"Harbour school {number + 1}", 40, 380, 10)
    )
