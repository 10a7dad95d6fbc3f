"""What Japanese and Chinese write without spaces: letters, and words told by the runs of one script."""

import re
from functools import cache
from typing import Final, NamedTuple

_HIRAGANA: Final = "\u3041-\u309f"
_KATAKANA: Final = "\u30a1-\u30fa\u30fc-\u30ff"
_HAN: Final = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN: Final = f"[{_HAN}]+|[{_KATAKANA}]+|[{_HIRAGANA}]+"
_OTHER: Final = rf"[^\W_{_HIRAGANA}{_KATAKANA}{_HAN}]+"


class Scripts(NamedTuple):
    """Expressions for texts without spaces.

    Attributes:
        letter: of such a script.
        word: a run of one script, or a word as others write it.
        part: of a word, without the marks inside it.
        hiragana: a word of nothing else.
        han: a word of nothing else.
        label: what may be a name, for it does not end as a clause does.
        colon: between a term and what it is.
    """

    letter: re.Pattern[str]
    word: re.Pattern[str]
    part: re.Pattern[str]
    hiragana: re.Pattern[str]
    han: re.Pattern[str]
    label: re.Pattern[str]
    colon: re.Pattern[str]


@cache
def scripts() -> Scripts:
    """Return the expressions, made with the first text that needs them: sets of so many letters take their time."""
    return Scripts(
        letter=re.compile(f"[{_HIRAGANA}{_KATAKANA}{_HAN}]"),
        word=re.compile(rf"{_RUN}|{_OTHER}(?:[.'’&+_/:-]{_OTHER})*[+#%]*|[$€£]\d(?:[\d.,]*\d)?"),
        part=re.compile(rf"{_RUN}|{_OTHER}"),
        hiragana=re.compile(f"[{_HIRAGANA}]+"),
        han=re.compile(f"[{_HAN}]+"),
        label=re.compile(f"[^、。]*[^、。{_HIRAGANA}]"),
        colon=re.compile(r":(?=\s)\s+|(?<=[\u3041-\u9fff)]):\s*(?=[\u3041-\u9fff])"),
    )
