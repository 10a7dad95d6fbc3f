"""A random sample of cards, and the sheet a blind grader works from."""

import csv
import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flashdeck.extraction.model import CardDraft, Slide
from flashdeck.services.extract_file import extract_file

COLUMNS = ("number", "file", "slide", "rule", "score", "card")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A card of the sample with the slide it was made from."""

    file: str
    slide: Slide
    draft: CardDraft

    @property
    def fingerprint(self) -> str:
        """Names the card without saying its words."""
        words = "\0".join((self.draft.context, self.draft.front, self.draft.back))
        return hashlib.sha256(words.encode()).hexdigest()[:12]


def draw(files: Sequence[Path], count: int, seed: int) -> list[Drawn]:
    """Return `count` cards in random order, as many from each file as its size allows.

    Each file gives an equal share; what a small file cannot give, the larger ones do.
    """
    chance = random.Random(seed)
    heaps = []
    for file in files:
        extraction = extract_file(file)
        slides = {slide.id: slide for slide in extraction.slides}
        heap = [Drawn(file=file.name, slide=slides[draft.slide_id], draft=draft) for draft in extraction.drafts]
        chance.shuffle(heap)
        heaps.append(heap)
    sample: list[Drawn] = []
    while len(sample) < count and any(heaps):
        sample.extend(heap.pop() for heap in heaps if heap and len(sample) < count)
    chance.shuffle(sample)
    return sample


def write_sample(folder: Path, sample: Sequence[Drawn]) -> None:
    """Write the grader's sheet and the list of the cards behind it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sheet.md").write_text("\n".join(_entry(i, drawn) for i, drawn in enumerate(sample, 1)), encoding="utf-8")
    with (folder / "sample.tsv").open("w", encoding="utf-8", newline="") as target:
        rows = csv.writer(target, delimiter="\t", lineterminator="\n")
        rows.writerow(COLUMNS)
        for i, drawn in enumerate(sample, 1):
            draft = drawn.draft
            rows.writerow((i, drawn.file, drawn.slide.number, draft.rule, f"{draft.score:.2f}", drawn.fingerprint))


def _entry(number: int, drawn: Drawn) -> str:
    slide, draft = drawn.slide, drawn.draft
    words = "\n".join(line.text for line in slide.lines)
    return (
        f"## {number}\n\nSlide “{slide.title}”:\n~~~\n{words}\n~~~\n"
        f"Context: {draft.context}\nFront: {draft.front}\nBack: {draft.back}\n"
    )
