"""Whether what a gap hides stands beside it in other letters: in full, in its initials, in the parts of its name."""

import re
from typing import Final

from flashdeck.extraction.languages import terms

_JOINED_PARTS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def spells_out(hidden: str, rest: str) -> bool:
    """Whether most parts of a joined name stand beside its gap (`[GetTideTable]`: `returns a tide table`)."""
    parts = [part for part in _JOINED_PARTS.findall(hidden) if len(part) > 1] if hidden.isalnum() else []
    if len(parts) < 2:
        return False
    said = terms.stems(rest)
    return sum(terms.stem(part.casefold()) in said for part in parts) * 3 >= len(parts) * 2


def is_explained(plain: str, start: int, end: int) -> bool:
    """Whether a bracket beside the gap says it in letters or in full."""
    if "(" not in plain:
        return False
    hidden = plain[start:end]
    after = re.match(r"\s*\(([^()]+)\)", plain[end:])
    before = re.search(r"(?<![\w-])((?:[\w-]++\s++){1,6})\($", plain[:start])
    letters = before.group(1).split()[-1] if before else ""
    beside = (after.group(1) if after else "", before.group(1) if before else "", letters)
    spelled = re.match(r"\s*\([A-Z][A-Z0-9/-]*s?\)", plain[end:]) and hidden[:1].isupper()
    return bool(spelled) or any(text and _abbreviates(hidden, text) for text in beside)


def _abbreviates(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    letters = _letters(short)
    return len(letters) > 1 and _initials(long).endswith(letters)


def _initials(text: str) -> str:
    found = re.split(r"[\s-]+", text.strip())
    return "".join(word[0] for word in found if word).casefold() if len(found) > 1 else ""


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).casefold().removesuffix("s")
