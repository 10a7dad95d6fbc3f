"""Words stand one blank apart in what slides say, whatever parts them in the file: what rules look for counts on it."""

import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from flashdeck.domain.document import TextDocument
from flashdeck.extraction.model import Text
from flashdeck.extraction.pipeline import read_slides

DUMP = (Path(__file__).resolve().parents[1] / "data" / "coastal_skipper.txt").read_text(encoding="utf-8")
MARKDOWN = """---
marp: true
---

# Oars

- They are made of ash, and every pair is as long as the boat is wide
- **Blade**: the part that stands in the water
  - a curved blade holds more of it than a flat one does

---

# Knots

A bowline makes a loop that does not slip under load.

| Knot | Used for a rope of |
| ---- | ------------------ |
| Reef knot | one size at both ends |
"""


def texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)


@pytest.mark.parametrize("space", ["\t", "\u00a0", "\u2009", "\u3000"], ids=["tab", "no break", "thin", "ideographic"])
@pytest.mark.parametrize(
    "source",
    [DUMP, DUMP.replace("\f", "\n\n\n"), MARKDOWN],
    ids=["dump with page marks", "dump without", "Markdown"],
)
def test_an_odd_space_between_two_words_is_read_as_a_blank(source, space):
    chance = random.Random(7)
    odd = re.sub(r"(?<=\w) (?=\w)", lambda _: space if chance.random() < 0.3 else " ", source)
    assert odd != source
    slides = read_slides(TextDocument(name="deck.txt", format="text", text=odd)).slides
    said = [text.plain for slide in slides for text in texts_in(slide.groups)]
    assert len(said) > 5
    assert [plain for plain in said if re.search(r"[^\S ]", plain)] == []
