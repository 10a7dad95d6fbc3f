"""What the core says, in the language of the window."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from flashdeck.errors import FlashdeckError
from flashdeck.messages import Message

CONTEXT: Final = "Core"
"""Under which `tests/translations.py` hands the core's messages to translators."""


def told(said: str | FlashdeckError) -> str:
    """Return a message of the core, or that of a fault, as the window says it; other texts stay as they are."""
    text = said.message if isinstance(said, FlashdeckError) else said
    if not isinstance(text, Message):
        return text
    values = {name: told(value) if isinstance(value, str) else value for name, value in text.values.items()}
    try:
        return QCoreApplication.translate(CONTEXT, text.template).format(**values)
    except (KeyError, IndexError, ValueError):
        return str(text)  # the translator's slip in a placeholder is no reason to say nothing
