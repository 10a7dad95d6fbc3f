"""What a slide says about itself: its section, whether it opens a topic, its title and subtitle."""

from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects.blank_runs import debris, forms, roles
from flashdeck.extraction.dialects.blank_runs.runs import Form, Run
from flashdeck.extraction.model import Line
from flashdeck.extraction.text import inline

_LONGEST_TOPIC: Final = 6
_LONGEST_PHRASE: Final = 3
_MOST_SUBTITLES: Final = 3


def section_name(runs: Sequence[Run]) -> str:
    """Return the name of the section that the slide opens, with its number; empty when it opens none."""
    if not runs or runs[0].form is not Form.PLAIN:
        return ""
    match = forms.SECTION.match(inline.plain(runs[0].lines[0].text))
    if not match:
        return ""
    name = (match[2] or "").strip()
    if not name and len(runs) > 1 and runs[1].form is Form.PLAIN:
        name = runs[1].text.plain
    return f"Section {match[1]}: {name}".rstrip(": ")


def names_topic(lines: Sequence[Line], runs: Sequence[Run]) -> bool:
    """Return whether the slide is one or two plain lines over the debris of its decoration."""
    return any(map(debris.is_debris, lines)) and _is_bare(runs)


def opens_topic(runs: Sequence[Run], topic: str, next_title: str) -> bool:
    """Return whether a bare title without debris opens a topic: it is news, and the next slide takes its words up."""
    if not _is_bare(runs):
        return False
    words = forms.title_key(joined(runs)).split()
    if len(words) > _LONGEST_TOPIC or set(forms.title_key(topic).split()) <= set(words):
        return False
    following = set(forms.title_key(next_title).split())
    return 2 * len(set(words) & following) >= min(len(words), 2 * len(following)) > 0


def joined(runs: Sequence[Run]) -> str:
    """Return the words of bare runs as one title."""
    return " ".join(run.text.plain for run in runs)


def title_position(runs: Sequence[Run]) -> int | None:
    """Return which run is the title: the first plain one, unless a list stands before it."""
    for position, run in enumerate(runs):
        if run.form is Form.PLAIN:
            return position
        if run.form in {Form.LIST, Form.ARROW}:
            return None
    return None


def subtitles(runs: Sequence[Run]) -> int:
    """Return how many of the runs below the title narrow it for all the others."""
    if roles.are_all_labels(runs):
        return 0
    stack = 0
    while stack < len(runs) and _could_narrow(runs[stack]) and not (stack and roles.is_sentence(runs[stack])):
        stack += 1
    if stack == len(runs):
        return int(stack == 1 and _is_named(runs[0], _LONGEST_PHRASE))
    if stack == 1:
        return int(all(run.form is not Form.PLAIN for run in runs[1:]))
    follower = runs[stack]
    is_content = roles.is_sentence(follower) if follower.form is Form.PLAIN else follower.form is not Form.CODE
    if stack < 2 or stack > _MOST_SUBTITLES or not is_content:
        return 0
    return 1 if any(map(roles.could_head, runs[stack:])) else stack - 1


def _could_narrow(run: Run) -> bool:
    return roles.could_head(run) and not run.text.plain.endswith("?") and _is_named(run, _LONGEST_TOPIC)


def _is_named(run: Run, longest_phrase: int) -> bool:
    """Return whether the run is short or written like a name rather than like a sentence."""
    words = run.text.plain.split()
    return len(words) <= longest_phrase or 2 * sum(not word[0].islower() for word in words) >= len(words)


def _is_bare(runs: Sequence[Run]) -> bool:
    return all(run.form is Form.PLAIN for run in runs) and 1 <= sum(len(run.lines) for run in runs) <= 2
