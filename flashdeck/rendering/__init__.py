"""Markdown fields of notes to HTML that is safe to show."""

from flashdeck.rendering.escaping import escape, normalise
from flashdeck.rendering.markup import to_html
from flashdeck.rendering.names import visible
from flashdeck.rendering.plain import to_plain
from flashdeck.rendering.typed import Verdict, compare, comparison_html

__all__ = [
    "Verdict",
    "compare",
    "comparison_html",
    "escape",
    "normalise",
    "to_html",
    "to_plain",
    "visible",
]
