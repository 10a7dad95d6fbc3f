"""Names from outside (files, decks, topics) as one line that cannot deceive."""

import re
import unicodedata
from typing import Final

_HIDDEN: Final = (
    r"[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff]"
)
_VARIANTS: Final = frozenset("\ufe0e\ufe0f")
"""They tell whether a symbol is drawn in colours."""
_JOINERS: Final = frozenset("\u200c\u200d")
_JOINING: Final = re.compile(r"[\u0600-\u0dff]")
"""Arabic to Sinhala: scripts whose letters are joined or kept apart by hidden characters."""


def visible(name: str) -> str:
    """Return the name with characters that hide, reorder or break text shown as their code point.

    Letters of every script stay as they are, with the joiners that they and emoji are written with; line breaks and
    tabs become spaces.
    """
    if name.isascii() and name.isprintable():
        return name
    folded = re.sub(r"[\t\n\r\x0b\x0c\x85]+", " ", unicodedata.normalize("NFC", name))
    return re.sub(_HIDDEN, lambda match: _shown(match.group(), folded[: match.start()], folded[match.end() :]), folded)


def deck_path(name: str) -> str:
    """Return the visible name of a deck with those it lies in, outermost first."""
    return visible(name).replace("::", " › ")


def context_path(context: str) -> str:
    """Return the visible line above a question: section, topic and slide."""
    return visible(context).replace(" > ", "  ›  ")


def _shown(hidden: str, before: str, after: str) -> str:
    """Return a hidden character as it is where writing needs it, else as its code point."""
    if hidden in _VARIANTS and unicodedata.category(before[-1:] or " ") == "So":
        return hidden
    if hidden in _JOINERS:
        written = before.rstrip("".join(_VARIANTS))[-1:]
        if all(
            each and (_JOINING.match(each) or unicodedata.category(each) in {"So", "Sk"})
            for each in (written, after[:1])
        ):
            return hidden
    return f"‹U+{ord(hidden):04X}›"
