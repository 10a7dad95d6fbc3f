"""Short notation for texts whose slides are told apart by blank lines, and for the slides that are read from them."""

import re
import textwrap
from collections.abc import Iterator

from flashdeck.extraction.dialects.blank_runs import DIALECT
from flashdeck.extraction.model import Block, Bullet, BulletList, Code, Paragraph, Slide, Table
from flashdeck.extraction.text.lines import split_lines

DEBRIS = "004-2051670\n\n1300 004-88267.9\n\n1870 0008-25674.8\n\n84384"
ICONS = "\n\n".join(["01", "02", "03", "04"])


def text_of(notation: str) -> str:
    """Return the text; a line `~5` stands for five blank lines, `@debris` and `@icons` for what pictures leave."""
    text = textwrap.dedent(notation).strip("\n")
    text = text.replace("@debris", DEBRIS).replace("@icons", ICONS)
    return re.sub(r"^~(\d)\n", lambda match: "\n" * int(match[1]), text, flags=re.MULTILINE)


def read(notation: str) -> tuple[Slide, ...]:
    return DIALECT.read(split_lines(text_of(notation)))


def only(notation: str) -> Slide:
    (slide,) = read(notation)
    return slide


def titles(notation: str) -> list[str]:
    return [slide.title for slide in read(notation)]


def shape(slide: Slide) -> str:
    """Return the groups: `#` heading, `-` or number for items, `|` body, `P` paragraph, `T` and `H` rows, `C` code."""
    rows: list[str] = []
    for group in slide.groups:
        rows.append(f"# {group.heading.plain}" if group.heading else "#")
        for block in group.blocks:
            rows.extend(_rows(block))
    return "\n".join(rows)


def shaped(notation: str) -> str:
    return shape(only(notation))


def expected(notation: str) -> str:
    return textwrap.dedent(notation).strip("\n")


def noise(slide: Slide) -> dict[str, str]:
    return {line.text: line.noise.name for line in slide.lines if line.noise is not None}


def _rows(block: Block) -> Iterator[str]:
    match block:
        case BulletList(items=items):
            for item in items:
                yield from _bullet(item, "")
        case Paragraph(text=text):
            yield f"P {text.plain}"
        case Table(rows=rows, header=header):
            if header:
                yield "H " + " ; ".join(cell.plain for cell in header)
            yield from (("T " + " ; ".join(cell.plain for cell in row)).rstrip() for row in rows)
        case Code(source=source):
            yield "C " + source.replace("\n", "\\n")


def _bullet(item: Bullet, indent: str) -> Iterator[str]:
    mark = "-" if item.number is None else f"{item.number}."
    yield f"{indent}{mark} {item.text.plain}"
    for text in item.body:
        yield f"{indent}  | {text.plain}"
    for child in item.children:
        yield from _bullet(child, indent + "  ")
