"""Characters that slides take from the fonts Symbol and Wingdings, whose codes mean nothing without the font."""

from typing import Final

_FIRST: Final = 0xF020
_LAST: Final = 0xF0FF
# the upper half of the font Symbol from 0xA1 on, as its published encoding orders it; a space for what has no
# character of its own
_SYMBOL_UPPER: Final = (
    "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…   ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑           〉∫⌠ ⌡         "
)
_SYMBOL_LOWER: Final = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ "
)
_SYMBOL: Final = {
    **{_FIRST + index: character for index, character in enumerate(_SYMBOL_LOWER)},
    **{0xF0A1 + index: character for index, character in enumerate(_SYMBOL_UPPER)},
}
_WINGDINGS: Final = {
    0xF0DF: "←", 0xF0E0: "→", 0xF0E1: "↑", 0xF0E2: "↓", 0xF0E7: "←", 0xF0E8: "→", 0xF0E9: "↑", 0xF0EA: "↓",
    0xF0EC: "↗", 0xF0EE: "↘", 0xF0EF: "⇐", 0xF0F0: "⇒", 0xF0F3: "⇔", 0xF0FB: "✗", 0xF0FC: "✓", 0xF04A: "☺",
    0xF0A7: "▪", 0xF06C: "●", 0xF06E: "■", 0xF0D8: "➢", 0xF076: "❖",
}  # fmt: skip
_SURE_WINGDINGS: Final = frozenset({0xF0E8, 0xF0EC, 0xF0EE, 0xF0FB, 0xF0FC})
"""Codes that slides use in Wingdings even where the font is not named: in Symbol they are pieces of tall brackets."""


def plain_symbols(text: str, font: str) -> str:
    """Return the text with the codes of symbol fonts as characters, those that have none as spaces.

    Args:
        text: of one run.
        font: name of the symbol font that the run names, or an empty string.
    """
    if not any(_FIRST <= ord(character) <= _LAST for character in text):
        return text
    return "".join(
        _symbol(ord(character), font) if "\uf000" <= character <= "\uf0ff" else character for character in text
    )


def _symbol(code: int, font: str) -> str:
    if font.startswith("Wingdings") or (not font and code in _SURE_WINGDINGS):
        return _WINGDINGS.get(code, " ")
    return _SYMBOL.get(code, " ")
