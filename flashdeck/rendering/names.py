"""Names from outside (files, decks, topics) as one line that cannot deceive."""

import re
import unicodedata
from typing import Final

_HIDDEN: Final = (
    r"[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff]"
)


def visible(name: str) -> str:
    """Return the name with characters that hide, reorder or break text shown as their code point.

    Letters of every script stay as they are; line breaks and tabs become spaces.
    """
    if name.isascii() and name.isprintable():
        return name
    folded = re.sub(r"[\t\n\r\x0b\x0c\x85]+", " ", unicodedata.normalize("NFC", name))
    return re.sub(_HIDDEN, lambda match: f"‹U+{ord(match.group()):04X}›", folded)
