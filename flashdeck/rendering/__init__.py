"""Markdown fields of notes to HTML that is safe to show."""

from flashdeck.rendering.escaping import escape, normalise
from flashdeck.rendering.from_html import to_markdown
from flashdeck.rendering.markup import to_html
from flashdeck.rendering.names import visible
from flashdeck.rendering.plain import to_plain

__all__ = [
    "escape",
    "normalise",
    "to_html",
    "to_markdown",
    "to_plain",
    "visible",
]
