"""Lines to slides: a long run of blank lines always ends a slide, shorter ones only with further evidence."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from flashdeck.extraction.dialects.blank_runs import debris, forms
from flashdeck.extraction.model import Line

_SURE_GAP: Final = 5
_USUAL_GAP: Final = 3
_LONGEST_TITLE: Final = 16
_SHORT: Final = 4
_REMEMBERED: Final = 16
"""Titles of the topic that a new title is compared with; bounds the work on a text of titles alone."""


def cut(lines: Sequence[Line], in_code: Sequence[bool]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each slide; debris and code must be known."""
    starts = sorted(_Cutter(lines, in_code).starts())
    ends = [*starts[1:], len(lines)]
    for start, end in zip(starts, ends, strict=True):
        yield tuple(lines[start:end])


class _Cutter:
    """One pass over the lines that keeps what the slides so far were called."""

    def __init__(self, lines: Sequence[Line], in_code: Sequence[bool]) -> None:
        self._lines = lines
        self._in_code = in_code
        self._following = _next_sure_starts(lines)
        self._next_keyed = (0, "")
        """The line that surely starts the next slide, with its key as a title."""
        self._title = ""
        self._recent: deque[str] = deque(maxlen=_REMEMBERED)
        self._has_body = False
        self._has_versus = False

    def starts(self) -> list[int]:
        starts: list[int] = []
        for index, line in enumerate(self._lines):
            if index == 0 or (not self._inside_code(index) and self._starts(index, starts[-1])):
                starts.append(index)
                self._open(index)
            self._see(index, line)
        return starts

    def _inside_code(self, index: int) -> bool:
        return self._in_code[index] and self._lines[index].gap < _SURE_GAP

    def _open(self, index: int) -> None:
        if forms.SECTION.match(forms.title_key(self._lines[index].text)):
            self._recent.clear()
        self._title = ""
        self._has_body = False
        self._has_versus = False

    def _see(self, index: int, line: Line) -> None:
        if line.noise is not None:
            if debris.is_debris(line) and self._title and not self._has_body:
                self._recent.clear()
                self._recent.append(self._title)
            return
        if not self._title and not self._has_versus and not self._in_code[index] and forms.is_plain(line):
            self._title = forms.title_key(line.text)
            self._recent.append(self._title)
        else:
            self._has_body = True
        if forms.is_versus(line):
            self._has_versus = True
            if self._title in self._recent:
                self._recent.remove(self._title)
            self._title = ""

    def _starts(self, index: int, opened: int) -> bool:
        line = self._lines[index]
        if line.noise is not None:
            return self._starts_with_noise(index)
        if line.gap >= _SURE_GAP:
            return True
        if line.gap == 0 or self._in_code[index]:
            return False
        if debris.is_debris(self._lines[index - 1]):
            return True
        if not forms.is_plain(line):
            return False
        return self._is_titled(index, opened)

    def _starts_with_noise(self, index: int) -> bool:
        line, before = self._lines[index], self._lines[index - 1]
        if debris.is_icon_number(line):
            return line.gap >= _SURE_GAP or (
                line.gap >= _USUAL_GAP
                and (self._has_body or debris.is_debris(before))
                and not debris.is_icon_number(before)
                and self._has_run(index)
            )
        return line.gap >= _SURE_GAP and not debris.is_debris(line)

    def _has_run(self, index: int) -> bool:
        return sum(map(debris.is_icon_number, self._lines[index : index + 3])) == 3

    def _is_titled(self, index: int, opened: int) -> bool:
        line = self._lines[index]
        key = forms.title_key(line.text)
        if forms.word_count(key) > _LONGEST_TITLE or forms.is_versus(line):
            return False
        if key == self._title:
            return line.gap >= _USUAL_GAP or not self._is_heading(self._lines[index - 1])
        if self._opens_divider(index, opened):
            return True
        if self._opens_comparison(index):
            return True
        follower = self._next(index)
        if follower is not None and follower.gap == 0:
            return False
        return line.gap >= _USUAL_GAP and self._has_body and self._continues_topic(index, key)

    def _opens_divider(self, index: int, opened: int) -> bool:
        """Return whether one or two plain lines with a block of debris behind them start here."""
        follower = self._next(index)
        if follower is None or (opened == index - 1 and not debris.is_icon_number(self._lines[index - 1])):
            return False
        if debris.is_icon_number(self._lines[index - 1]):
            return self._has_run(index + 1) or (self._title != "" and self._lines[index].gap >= _USUAL_GAP)
        if debris.is_debris(follower):
            return True
        after = self._next(index + 1)
        return (
            after is not None
            and debris.is_debris(after)
            and follower.gap <= 1
            and self._lines[index].gap >= _USUAL_GAP
            and forms.is_plain(follower)
        )

    def _opens_comparison(self, index: int) -> bool:
        """Return whether this line heads the left side of a comparison that the slide so far does not belong to."""
        if not self._has_body:
            return False
        line = self._lines[index]
        if line.gap < _USUAL_GAP and not self._has_versus:
            return False
        return self._leads_to_versus(index)

    def _leads_to_versus(self, index: int) -> bool:
        seen_list = False
        for ahead in self._lines[index + 1 : index + 12]:
            if ahead.gap >= _SURE_GAP or ahead.noise is not None:
                return False
            if forms.is_versus(ahead):
                return True
            is_heading = forms.is_plain(ahead) and ahead.gap > 0
            if is_heading and seen_list:
                return False
            seen_list = seen_list or not is_heading
        return False

    def _continues_topic(self, index: int, key: str) -> bool:
        line = self._lines[index]
        if key in self._recent:
            return True
        if key.endswith(":") or line.text.rstrip("*").endswith(":"):
            return False
        if forms.has_title_dash(line.text) or forms.names_comparison(line.text) or key == self._next_title(index):
            return True
        return any(_is_kin(key.split(), title.split()) for title in self._recent)

    def _next_title(self, index: int) -> str:
        following = self._following[index]
        if following is None:
            return ""
        if following != self._next_keyed[0]:
            self._next_keyed = following, forms.title_key(self._lines[following].text)
        return self._next_keyed[1]

    def _is_heading(self, line: Line) -> bool:
        return (
            forms.is_plain(line)
            and line.gap > 0
            and forms.word_count(line.text) <= _SHORT
            and not line.text.endswith(".")
        )

    def _next(self, index: int) -> Line | None:
        return self._lines[index + 1] if index + 1 < len(self._lines) else None


def _is_kin(words: list[str], others: list[str]) -> bool:
    """Return whether two titles share their first two words or most of all their words."""
    if words[:2] == others[:2]:
        return True
    common = len(set(words) & set(others))
    return common > _SHORT and common * 3 >= 2 * len(set(words) | set(others))


def _next_sure_starts(lines: Sequence[Line]) -> list[int | None]:
    """Return for every line where the next slide surely starts."""
    following: list[int | None] = [None] * len(lines)
    start: int | None = None
    for index in range(len(lines) - 1, -1, -1):
        following[index] = start
        if lines[index].gap >= _SURE_GAP:
            start = index
    return following
