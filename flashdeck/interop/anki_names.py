"""What Anki accepts as a deck, a tag and a field."""

import hashlib
import re
from typing import Final

from flashdeck.domain import deck

_FALLBACK_DECK: Final = "flashdeck"
# Anki deletes these from a tag, or ends the tag at them
_NOT_IN_TAG: Final = re.compile(r'[\s\u3000"\x00-\x1f\x7f]+')
# \x1f separates the fields of a note; the others show as nothing
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clean_field(text: str) -> str:
    """Return the text without control characters and half surrogates, its lines ended by newlines."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def deck_name(name: str) -> str:
    """Return a nested name that Anki takes as it is."""
    return deck.clean_name(clean_field(name)) or _FALLBACK_DECK


def deck_id(name: str) -> int:
    """Return the id that belongs to a deck name in every export, between 2**40 and 2**41 like Anki's own ids."""
    digest = hashlib.sha256(name.encode()).digest()
    return (1 << 40) | int.from_bytes(digest[:5], "big")


def slug_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags without white space and quotes, each once; tags that come out empty are left out."""
    slugs = (_NOT_IN_TAG.sub("_", clean_field(tag)).strip("_:") for tag in tags)
    return tuple(dict.fromkeys(slug for slug in slugs if slug))
