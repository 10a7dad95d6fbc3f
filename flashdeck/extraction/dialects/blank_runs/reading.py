"""Lines to slides, stage by stage."""

from collections.abc import Sequence
from dataclasses import replace

from flashdeck.extraction.dialects.blank_runs import blocks, boundaries, debris, forms, outline, runs, screens
from flashdeck.extraction.dialects.blank_runs.runs import Run
from flashdeck.extraction.model import Line, NoiseReason, Slide, SlideKind


def read(lines: tuple[Line, ...]) -> tuple[Slide, ...]:
    """Return every slide of the text in order."""
    if not lines:
        return ()
    in_code = debris.fenced(lines)
    marked = debris.mark(lines, in_code)
    code_numbers = frozenset(line.number for line, code in zip(lines, in_code, strict=True) if code)
    reader = _Reader(code_numbers)
    return tuple(reader.slide(number, part) for number, part in enumerate(boundaries.cut(marked, in_code), start=1))


class _Reader:
    """Carries section and topic from slide to slide."""

    def __init__(self, code_numbers: frozenset[int]) -> None:
        self._code_numbers = code_numbers
        self._section = ""
        self._topic = ""

    def slide(self, number: int, lines: tuple[Line, ...]) -> Slide:
        lines = screens.mark(lines, self._code_numbers)
        words = [line for line in lines if line.noise is None]
        parts = runs.split(words, self._code_numbers)
        first, last = lines[0].number, lines[-1].number
        section = outline.section_name(lines)
        if section:
            self._section, self._topic = section, ""
            title = parts[0].text.plain
            subtitle = parts[1].text.plain if len(parts) > 1 else ""
            return Slide(
                number=number,
                kind=SlideKind.SECTION,
                title=title,
                subtitle=subtitle,
                first_line=first,
                last_line=last,
                section=section,
                lines=lines,
            )
        if outline.is_divider(lines, parts):
            title = " ".join(part.text.plain for part in parts)
            self._topic = title
            return Slide(
                number=number,
                kind=SlideKind.DIVIDER,
                title=title,
                first_line=first,
                last_line=last,
                section=self._section,
                topic=title,
                lines=lines,
            )
        return self._content(number, lines, parts)

    def _content(self, number: int, lines: tuple[Line, ...], parts: Sequence[Run]) -> Slide:
        first, last = lines[0].number, lines[-1].number
        position = outline.title_position(parts)
        title = "" if position is None else parts[position].text.plain
        rest = list(parts) if position is None else [*parts[:position], *parts[position + 1 :]]
        versus = [run for run in rest if len(run.lines) == 1 and forms.is_versus(run.lines[0])]
        rest = [run for run in rest if run not in versus]
        subtitle = ""
        if position == 0 and outline.has_subtitle(rest):
            subtitle = rest[0].text.plain
            rest = rest[1:]
        content = blocks.build(rest)
        marked = tuple(
            replace(line, noise=NoiseReason.DIAGRAM_LABEL) if line.number in content.labels else line for line in lines
        )
        return Slide(
            number=number,
            kind=SlideKind.CONTENT if content.groups else SlideKind.TITLE_ONLY,
            title=title,
            subtitle=subtitle,
            section=self._section,
            topic=self._topic or subtitle or title,
            lines=marked,
            groups=content.groups,
            first_line=first,
            last_line=last,
            is_comparison=bool(versus),
        )
