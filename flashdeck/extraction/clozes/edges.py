"""Where a gap begins and ends."""

import re
from typing import Final

from flashdeck.extraction.clozes.gap_candidates import CASE, NAMED_CODE, NUMBER, Gap
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.unspaced import scripts

_OPENER: Final = re.compile(
    r"(?:an?|the|your|its|their|our|and|or|using|via|by|with|through|into|from|in|at|on|as|to|for|also|called|of)\s+",
    re.IGNORECASE,
)
_MARKS: Final = " ,;:.–—-*\"“”'‘’("
_CLOSER: Final = re.compile(r"(?<!\s)\s+(?:and|or|the|a|an|instead|only|again|not|itself|themselves)$", re.IGNORECASE)
_SIGN: Final = re.compile(r"[<>≤≥~]=? ?$")


def trimmed(plain: str, gap: Gap) -> Gap | None:
    """Return a gap without marks and small words at its ends, a number with its sign; None if nothing is left."""
    if gap.why in {NAMED_CODE, CASE}:
        return gap  # every mark or word of it counts
    start, end = gap.start, gap.end
    while start < end and plain[start] in _MARKS:
        start += 1
    while end > start and plain[end - 1] in _MARKS and not plain.startswith("--", end - 2):
        end -= 1
    while opener := _OPENER.match(plain, start, end):
        start = opener.end()
    while trailing := _CLOSER.search(plain[start:end]):
        end = start + trailing.start()
    if start >= end:
        return None
    sign = _SIGN.search(plain, 0, start) if gap.why == NUMBER else None
    start = sign.start() if sign else start
    return Gap(start=start, end=end, weight=gap.weight, why=gap.why)


def is_whole(plain: str, gap: Gap) -> bool:
    """Whether the gap cuts no word and no compound in two."""
    if terms.is_unspaced(plain):
        spans = [match.span() for match in scripts().word.finditer(plain)]
        return any(start == gap.start for start, _ in spans) and any(end == gap.end for _, end in spans)
    before, after = plain[gap.start - 1 : gap.start], plain[gap.end : gap.end + 1]
    return not (before and (before.isalnum() or before in "-/_")) and not (
        after and (after.isalnum() or after in "-/_(")
    )
