"""What the outline of a deck needs of its pages: all of them are looked at together, so each is kept short."""

import re
from collections import Counter
from typing import Final, NamedTuple

from flashdeck.extraction.dialects.page_marks.blocks import Body
from flashdeck.extraction.dialects.page_marks.titles import Head
from flashdeck.extraction.model import BulletList

_AGENDA: Final = re.compile(r"agenda|outline|gliederung|inhalt(?:sverzeichnis)?|(?:table of )?contents", re.IGNORECASE)
_MANY: Final = 20_000
_MARKS: Final = ".,:;()?!'’\"“”"


class Sketch(NamedTuple):
    """A page in short.

    Attributes:
        title_room: characters of the first of several lines of a title, else 0.
        title_width: characters of the longest of several lines of a title, else 0.
        has_subtitle: whether lines narrow the title.
        is_empty: whether nothing stands below the title.
        has_groups: whether it has content.
        entries: of an agenda, nothing for any other page.
    """

    title: str
    title_room: int
    title_width: int
    has_subtitle: bool
    is_empty: bool
    has_groups: bool
    entries: tuple[str, ...]


def sketch_of(head: Head, body: Body) -> Sketch:
    """Return a page in short."""
    widths = [len(line.text) for line in head.title_lines] if len(head.title_lines) > 1 else [0]
    return Sketch(
        title=head.title,
        title_room=widths[0],
        title_width=max(widths),
        has_subtitle=bool(head.subtitle_lines),
        is_empty=not head.body and not body.groups,
        has_groups=bool(body.groups),
        entries=_entries(head, body),
    )


def _entries(head: Head, body: Body) -> tuple[str, ...]:
    if not _AGENDA.fullmatch(head.title):
        return ()
    lists = [block for group in body.groups for block in group.blocks if isinstance(block, BulletList)]
    return tuple(item.text.plain for block in lists for item in block.items)


class WordCases:
    """How often each word is printed small and with a capital, below and in the titles; numbers are neither."""

    def __init__(self) -> None:
        """Begin without a word."""
        self._small: dict[str, int] = {}
        self._capital: dict[str, int] = {}
        self._printed: Counter[str] = Counter()
        """Words as they stand there, which are not looked at yet."""

    def count(self, head: Head) -> None:
        """Count the words of a page."""
        self._printed.update(" ".join([head.title, *[line.text for line in head.body]]).split())
        if len(self._printed) > _MANY:
            self._sort_printed()

    def of(self, word: str) -> tuple[int, int]:
        """Return how often a word in lower case is printed small and with a capital."""
        if self._printed:
            self._sort_printed()
        return self._small.get(word, 0), self._capital.get(word, 0)

    def _sort_printed(self) -> None:
        for word, count in self._printed.items():
            bare = word.strip(_MARKS)
            if bare.islower():
                self._small[bare] = self._small.get(bare, 0) + count
            elif (key := bare.lower()) != bare:
                self._capital[key] = self._capital.get(key, 0) + count
        self._printed.clear()
