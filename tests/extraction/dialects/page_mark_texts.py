"""Invented texts with page marks, and a compact form to compare slides in."""

from textwrap import dedent

from flashdeck.extraction.dialects.page_marks import DIALECT
from flashdeck.extraction.model import Block, Bullet, BulletList, Code, Paragraph, Slide
from flashdeck.extraction.text.lines import split_lines

WRAP = "¬"
"""Stands for the space that marks a wrapped line."""

WATERMARK = (
    "\n\nharbour-school.example\n© 2031 Harbour School\n\nD\nO\n\nNOT\nC\n\nOP\nY\n\n T\n HIS\n\np\nag\n\ne\n \n"
)


def pages(*texts: str) -> str:
    """Join pages as the dump does: one space before the first line of each."""
    return "\n".join(" " + dedent(text).strip("\n").replace(WRAP, " ") for text in texts) + "\n"


def read(*texts: str) -> tuple[Slide, ...]:
    return DIALECT.read(split_lines(pages(*texts)))


def read_raw(text: str) -> tuple[Slide, ...]:
    return DIALECT.read(split_lines(text))


def shown(slide: Slide) -> list[str]:
    """Return the content as indented lines: `# heading`, `- item`, `P paragraph`, `C code`, `T row | row`."""
    found: list[str] = []
    for group in slide.groups:
        if group.heading:
            found.append("# " + group.heading.plain)
        for block in group.blocks:
            found.extend(_block(block))
    return found


def _block(block: Block) -> list[str]:
    if isinstance(block, BulletList):
        return [line for item in block.items for line in _item(item, 0)]
    if isinstance(block, Paragraph):
        return ["P " + block.text.plain]
    if isinstance(block, Code):
        return ["C " + line for line in block.source.split("\n")]
    rows = [block.header, *block.rows] if block.header else list(block.rows)
    return ["T " + " | ".join(cell.plain for cell in row) for row in rows]


def _item(item: Bullet, depth: int) -> list[str]:
    mark = f"{item.number}." if item.number is not None else "-"
    return [f"{'  ' * depth}{mark} {item.text.plain}"] + [
        line for child in item.children for line in _item(child, depth + 1)
    ]


def noise(slide: Slide) -> dict[str, str]:
    """Return the text of the noise lines with their reasons."""
    return {line.text: line.noise.name for line in slide.lines if line.noise is not None}
