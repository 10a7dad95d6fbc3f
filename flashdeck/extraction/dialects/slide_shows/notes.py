"""Speaker notes: what they add to a slide that says little by itself, without what only directs the speaker."""

import re
from typing import Final

from flashdeck.extraction.dialects.slide_shows.texts import count_words
from flashdeck.extraction.text.lines import repair

_FEWEST_WORDS: Final = 5
_LINE: Final = re.compile(r"[\n\v\r\u2028]+")
_DIRECTION: Final = re.compile(
    r"(?:\[|\(|<|todo\b|note to|reminder|notes?:|click|press|pause|show|play|ask|tell|mention|remember|explain|talk|say"
    r"|point (?:out|to)|switch|next|skip|demo|introduce|go (?:to|over|through|back)|let['’]?s|welcome|hello|hi\b|thank"
    r"|we (?:will|are going|'ll|’ll)|i\b|i['’]|my\b|today|here (?:we|i|you)|as you|you (?:can )?see|okay|ok\b|so,"
    r"|source|https?:|bild|quelle|hinweis für|klick|zeigen|fragen|erklären|heute|ich\b|hier sehen)",
    re.IGNORECASE,
)
_AUDIENCE: Final = re.compile(
    r"\b(?:this slide|next slide|previous slide|last slide|the audience|minutes? for|everyone"
    r"|raise (?:your|their) hand|diese folie|nächste folie|publikum)\b",
    re.IGNORECASE,
)


def telling_notes(notes: str) -> list[str]:
    """Return the paragraphs of speaker notes that state something, in order."""
    lines = (" ".join(repair(line).split()) for line in _LINE.split(notes))
    return [line for line in lines if _tells(line)]


def _tells(line: str) -> bool:
    if count_words(line) < _FEWEST_WORDS or line.endswith(("?", ":")):
        return False
    return _DIRECTION.match(line.lstrip("-*• ")) is None and _AUDIENCE.search(line) is None
