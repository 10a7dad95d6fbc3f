"""Finding the title and the subtitle of a page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from flashdeck.extraction.dialects.page_marks.code import looks_like_code
from flashdeck.extraction.dialects.page_marks.marks import is_dash_item, is_item, is_url, join_lines, split_glued
from flashdeck.extraction.dialects.page_marks.pages import Page
from flashdeck.extraction.dialects.page_marks.subjects import leading_words, stems
from flashdeck.extraction.model import Line
from flashdeck.extraction.packing import pack

_MOST_TITLE_LINES: Final = 5
_LONGEST_SUBTITLE: Final = 12
_LONGEST_LABEL_LIKE: Final = 6
_GLUED: Final = re.compile(r"\d[A-Z]")


class Head(NamedTuple):
    """The title lines of a page, the subtitle lines, and the rest; noise lines are in none of them.

    `title` and `subtitle` are those lines joined; many stages ask for them.
    """

    title_lines: tuple[Line, ...]
    subtitle_lines: tuple[Line, ...]
    body: tuple[Line, ...]
    title: str
    subtitle: str

    @classmethod
    def of(cls, title_lines: Sequence[Line], subtitle_lines: Sequence[Line], body: Sequence[Line]) -> "Head":
        """Return the head of a page with these lines."""
        return cls(
            title_lines=tuple(title_lines),
            subtitle_lines=tuple(subtitle_lines),
            body=tuple(body),
            title=_without_echo(" ".join(join_lines(title_lines).split())),
            subtitle=join_lines(subtitle_lines),
        )


def read_heads(pages: Iterable[Page]) -> Iterator[Head]:
    """Yield the head of each page; a title that does not stand first is looked for where its neighbours agree."""
    titles: list[str] = []
    labels: set[str] = set()
    plain = pack(_plain_heads(pages, titles, labels))
    leads = leading_words(titles)
    for index, head in enumerate(plain):
        if head.title_lines and (head.subtitle_lines or not _is_stray(head.title, labels)):
            yield head
            continue
        around = [titles[other] for other in (index - 1, index + 1) if 0 <= other < len(titles)]
        kin = frozenset[str]().union(*map(stems, around)) - leads
        yield _moved_head(head, kin, labels) or head


def _plain_heads(pages: Iterable[Page], titles: list[str], labels: set[str]) -> Iterator[Head]:
    """Yield the heads of pages with the titles that stand first; note those, and what may be labels of pictures."""
    for page in pages:
        head = _head(_content(page))
        titles.append(head.title)
        labels.update([line.text for line in head.body if not is_item(line.text)])
        yield head


def _content(page: Page) -> list[Line]:
    return [
        piece
        for line in page.lines
        if line.noise is None
        for piece in ((line,) if line.text[1:].isascii() else split_glued(line))  # ASCII has no bullet to be glued
    ]


def _head(content: Sequence[Line]) -> Head:
    if not content or (is_item(content[0].text) and content[0].text[0] not in "0123456789"):
        return Head.of(title_lines=(), subtitle_lines=(), body=content)
    end = _title_end(content, 0)
    subtitle_end = _subtitle_end(content, end)
    return Head.of(title_lines=content[:end], subtitle_lines=content[end:subtitle_end], body=content[subtitle_end:])


def _title_end(content: Sequence[Line], start: int) -> int:
    end = start + 1
    while end < len(content) and end - start < _MOST_TITLE_LINES:
        last, following = content[end - 1], content[end]
        if (
            is_item(following.text)
            or is_url(following.text)
            or not _goes_on(last, following, content[end:], end - start)
        ):
            break
        end += 1
    return end


def _goes_on(last: Line, following: Line, rest: Sequence[Line], taken: int) -> bool:
    if following.gap == 0:
        return last.wraps or last.text.endswith((":", "-"))
    # A large title that is already on several lines may be torn; only pages of nothing but a title are that large.
    return last.wraps and taken > 1 and following.gap == 1 and len(rest) <= 2 and len(following.text.split()) <= 2


def _subtitle_end(content: Sequence[Line], end: int) -> int:
    if end >= len(content) or content[end].gap > 0 or not _can_be_subtitle(content[end].text):
        return end
    stop = end + 1
    while (
        stop < len(content) and content[stop - 1].wraps and content[stop].gap == 0 and not is_item(content[stop].text)
    ):
        stop += 1
    words = sum(len(line.text.split()) for line in content[end:stop])
    follower = content[stop] if stop < len(content) else None
    if follower is None:
        return stop if words <= _LONGEST_SUBTITLE else end
    if is_item(follower.text):
        return stop if words <= _LONGEST_SUBTITLE else end
    if follower.gap == 0 or words > _LONGEST_LABEL_LIKE:
        return end
    text = content[end].text
    return stop if sum(line.text == text for line in content) == 1 else end


def _can_be_subtitle(text: str) -> bool:
    return not (is_item(text) or is_dash_item(text) or is_url(text) or text.isupper() or looks_like_code(text)) and any(
        character.isalpha() for character in text
    )


def _moved_head(head: Head, kin: frozenset[str], labels: AbstractSet[str]) -> Head | None:
    """Return the head with the title that stands further down, in place of none or of a stray one, or None."""
    content = (*head.title_lines, *head.subtitle_lines, *head.body)
    if not head.title_lines:
        return _title_below(content, kin)
    end = len(head.title_lines)
    if stems(head.title) & kin:
        return None
    if end >= len(content) or content[end].gap == 0:
        return None
    stop = _title_end(content, end)
    while stop > end + 1 and content[stop - 1].text in labels:
        stop -= 1
    text = join_lines(content[end:stop])
    if not _looks_like_title(text) or (text in labels and not stems(text) & kin):
        return None
    if not (stems(text) & kin or " – " in text or " - " in text):
        return None
    return Head.of(title_lines=content[end:stop], subtitle_lines=(), body=(*content[:end], *content[stop:]))


def _is_stray(title: str, labels: AbstractSet[str]) -> bool:
    return title in labels or _GLUED.search(title) is not None


def _title_below(content: Sequence[Line], kin: frozenset[str]) -> Head | None:
    """Look for the title among the lines below the bullets; it shares a word with the titles around it."""
    for start in range(len(content) - 1, 0, -1):
        line = content[start]
        if is_item(line.text) or line.gap == 0 or not _looks_like_title(line.text):
            continue
        stop = _title_end(content, start)
        text = join_lines(content[start:stop])
        if stems(text) & kin and len(text.split()) > 2:
            return Head.of(title_lines=content[start:stop], subtitle_lines=(), body=(*content[:start], *content[stop:]))
    return None


def _looks_like_title(text: str) -> bool:
    return text[:1].isupper() and len(text.split()) >= 2 and not is_url(text) and not text.endswith((".", ";", ","))


def _without_echo(title: str) -> str:
    """Drop a label of the picture that repeats the title's last word (`Multi-factor login - MFA MFA`)."""
    words = title.split(" ")
    while len(words) > 2 and words[-1] == words[-2] and words[-1].isalpha():
        words.pop()
    return " ".join(words)
