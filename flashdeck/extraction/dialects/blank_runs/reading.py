"""Lines to slides, stage by stage."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from flashdeck.extraction.dialects.blank_runs import blocks, boundaries, comparison, debris, outline, runs, screens
from flashdeck.extraction.dialects.blank_runs.comparison import Comparison
from flashdeck.extraction.dialects.blank_runs.runs import Run
from flashdeck.extraction.model import Group, Line, NoiseReason, Slide, SlideKind
from flashdeck.extraction.packing import pack


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The lines of a slide and the runs of those that are no noise."""

    number: int
    lines: tuple[Line, ...]
    runs: tuple[Run, ...]
    title_at: int | None

    @property
    def title(self) -> str:
        return "" if self.title_at is None else self.runs[self.title_at].text.plain


def read(lines: Sequence[Line]) -> Sequence[Slide]:
    """Return every slide of the text in order."""
    if not lines:
        return ()
    in_code = debris.fenced(lines)
    code_numbers = frozenset(line.number for line, code in zip(lines, in_code, strict=True) if code)
    parts = boundaries.cut(debris.mark(lines, in_code), in_code)
    pages = pack(_page(number, part, code_numbers) for number, part in enumerate(parts, start=1))
    reader = _Reader()
    return pack(
        reader.slide(page, following.title if following is not None else "")
        for page, following in pairwise(chain(pages, (None,)))
        if page is not None
    )


def _page(number: int, lines: tuple[Line, ...], code_numbers: frozenset[int]) -> _Page:
    parts = runs.split([line for line in lines if line.noise is None], code_numbers)
    title_at = outline.title_position(parts)
    below = parts if title_at is None else [*parts[:title_at], *parts[title_at + 1 :]]
    noise = screens.find(below)
    return _Page(
        number=number,
        lines=_marked(lines, noise),
        runs=tuple(run for run in parts if run.lines[0].number not in noise),
        title_at=title_at if title_at is None else sum(run.lines[0].number not in noise for run in parts[:title_at]),
    )


def _marked(lines: tuple[Line, ...], noise: dict[int, NoiseReason]) -> tuple[Line, ...]:
    if not noise:
        return lines
    return tuple([line.marked(noise[line.number]) if line.number in noise else line for line in lines])


class _Reader:
    """Carries section and topic from slide to slide."""

    def __init__(self) -> None:
        self._section = ""
        self._topic = ""

    def slide(self, page: _Page, next_title: str) -> Slide:
        section = outline.section_name(page.runs)
        if section:
            self._section, self._topic = section, ""
            subtitle = page.runs[1].text.plain if len(page.runs) > 1 else ""
            return self._bare(page, SlideKind.SECTION, page.title, subtitle)
        if outline.names_topic(page.lines, page.runs) or outline.opens_topic(page.runs, self._topic, next_title):
            self._topic = outline.joined(page.runs)
            return self._bare(page, SlideKind.DIVIDER, self._topic, "")
        return self._content(page)

    def _bare(self, page: _Page, kind: SlideKind, title: str, subtitle: str) -> Slide:
        return Slide(
            number=page.number,
            kind=kind,
            title=title,
            subtitle=subtitle,
            section=self._section,
            topic=self._topic,
            lines=page.lines,
            first_line=page.lines[0].number,
            last_line=page.lines[-1].number,
        )

    def _content(self, page: _Page) -> Slide:
        sides = comparison.by_versus(page.runs) or comparison.by_repeated_headings(page.runs)
        if sides is not None:
            return self._comparison(page, sides)
        below = [run for index, run in enumerate(page.runs) if index != page.title_at and not comparison.is_versus(run)]
        narrowing = outline.subtitles(below) if page.title_at == 0 else 0
        subtitle = ": ".join(run.text.plain.rstrip(" :") for run in below[:narrowing])
        content = blocks.build(below[narrowing:])
        against = comparison.by_title(page.title, content)
        return self._filled(page, page.title, subtitle, content, against)

    def _comparison(self, page: _Page, sides: Comparison) -> Slide:
        names = [group.heading.plain for group in sides.content.groups if group.heading is not None]
        title = page.title if sides.titled else " VS ".join(names)
        return self._filled(page, title, "", sides.content, sides.content.groups)

    def _filled(
        self,
        page: _Page,
        title: str,
        subtitle: str,
        content: blocks.Content,
        against: Sequence[Group] | None,
    ) -> Slide:
        groups = content.groups if against is None else tuple(against)
        return replace(
            self._bare(page, SlideKind.CONTENT if groups else SlideKind.TITLE_ONLY, title, subtitle),
            topic=self._topic or subtitle or title,
            lines=_marked(page.lines, dict.fromkeys(content.labels, NoiseReason.DIAGRAM_LABEL)),
            groups=groups,
            is_comparison=against is not None,
        )
