"""Names of slides: title, subtitle, section, topic and kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flashdeck.extraction import inline
from flashdeck.extraction.dialects.blank_runs import debris, forms
from flashdeck.extraction.dialects.blank_runs.runs import Form, Run
from flashdeck.extraction.model import Line, SlideKind

_TITLE_GAP: Final = 1
_LONGEST_SUBTITLE: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a slide says about itself before its content.

    Attributes:
        used: how many runs the title and the subtitle take.
    """

    kind: SlideKind
    title: str
    subtitle: str = ""
    section: str = ""


def section_name(lines: Sequence[Line]) -> str:
    """Return the name of the section that the slide opens, with its number; empty when it opens none."""
    words = [line for line in lines if line.noise is None]
    if not words:
        return ""
    match = forms.SECTION.match(inline.plain(words[0].text).rstrip())
    if not match:
        return ""
    name = (match[2] or "").strip()
    if not name and len(words) > 1 and forms.is_plain(words[1]):
        name = inline.plain(words[1].text)
    return f"Section {match[1]}: {name}".rstrip(": ")


def is_divider(lines: Sequence[Line], runs: Sequence[Run]) -> bool:
    """Return whether the slide is one or two plain lines over the debris of its decoration."""
    return (
        any(map(debris.is_debris, lines))
        and 1 <= sum(len(run.lines) for run in runs) <= 2
        and all(run.form is Form.PLAIN for run in runs)
    )


def title_position(runs: Sequence[Run]) -> int | None:
    """Return which run is the title: the first plain one, unless a list stands before it."""
    for position, run in enumerate(runs):
        if run.form is Form.PLAIN:
            return position
        if run.form in {Form.LIST, Form.ARROW}:
            return None
    return None


def has_subtitle(runs: Sequence[Run]) -> bool:
    """Return whether the first of the runs below the title narrows the title for all the others."""
    if len(runs) < 2 or not _could_be_heading(runs[0]):
        return False
    if runs[1].form is Form.PLAIN:
        return runs[1].gap > 0 and _could_be_heading(runs[1]) and len(runs) > 2 and runs[2].form is not Form.PLAIN
    return not any(run.form is Form.PLAIN for run in runs[1:])


def _could_be_heading(run: Run) -> bool:
    return (
        run.form is Form.PLAIN
        and run.words <= _LONGEST_SUBTITLE
        and not run.text.plain.endswith((".", ";", ",", "?", ":"))
    )
