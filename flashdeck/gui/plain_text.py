"""What a reader of a field sees, as plain text, with notices in the language of the window."""

from functools import partial
from typing import Final

from flashdeck.gui.wording import told
from flashdeck.rendering.plain import to_plain

shown_text: Final = partial(to_plain, say=told)
