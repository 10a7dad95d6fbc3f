"""Formulas (Office Math) as a line of text, as a person types them: `P(A|B) = P(B|A)P(A) / P(B)`."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from flashdeck.readers.pptx_xml import Element, children, find, name_of

_SUPERSCRIPTS: Final = str.maketrans("0123456789+-=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ")
_SUBSCRIPTS: Final = str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th", "®", "™", "©"})
_HAT: Final = "\u0302"
_LONGEST_BARE: Final = 12
_STARS: Final = {"∗": "*", "*": "*", "'": "′", "′": "′", "″": "″", "†": "†", "⊤": "ᵀ"}
_ATOM_MARKS: Final = frozenset("_^′.,%∞")


def math_text(element: Element) -> str:
    """Return a formula as text; what it shows one over the other stands side by side.

    Args:
        element: `m:oMath`, or what holds it.
    """
    return " ".join(_children(element).split())


def raised(text: str) -> str:
    """Return a superscript as text: `²`, `^k`; ordinals (`1st`) and marks as they are."""
    return _shifted(text, _SUPERSCRIPTS, "^")


def lowered(text: str) -> str:
    """Return a subscript as text: `ₜ`, `_max`."""
    return _shifted(text, _SUBSCRIPTS, "_")


def _shifted(text: str, table: Mapping[int, int], mark: str) -> str:
    bare = unicodedata.normalize("NFKC", text.strip())
    if not bare or bare.lower() in _ORDINALS:
        return text
    if bare in _STARS:
        return _STARS[bare]
    if all(ord(character) in table for character in bare):
        return bare.translate(table)
    return mark + (bare if bare.isalnum() and len(bare) <= _LONGEST_BARE else f"({bare})")


def _write(element: Element) -> str:
    name = name_of(element)
    if name.endswith("Pr") or name == "phant":
        return ""
    if name == "t":
        return element.text or ""
    return _WRITERS.get(name, _children)(element)


def _children(element: Element) -> str:
    return "".join(_write(child) for child in children(element))


def _part(element: Element, name: str) -> str:
    part = find(element, name)
    return "" if part is None else _write(part).strip()


def _property(element: Element, name: str, default: str) -> str:
    """Return a character that the element's properties choose; present but empty means none."""
    holder = find(element, f"{name_of(element)}Pr", name)
    if holder is None:
        return default
    return next((value for key, value in holder.attrib.items() if key.endswith("}val")), default)


def _fraction(element: Element) -> str:
    return f"{_operand(_part(element, 'num'))} / {_operand(_part(element, 'den'))}"


def _operand(text: str) -> str:
    return text if _is_atom(text) else f"({text})"


def _is_atom(text: str) -> bool:
    """Whether a text needs no brackets beside a slash: a name, a number, or one bracket with a name before it."""
    head, bracket, rest = text.partition("(")
    if bracket:
        depth = 1
        for index, character in enumerate(rest):
            depth += (character == "(") - (character == ")")
            if depth == 0:
                return index == len(rest) - 1 and _is_atom(head)
        return False
    return all(character.isalnum() or character in _ATOM_MARKS for character in text)


def _accented(element: Element) -> str:
    base, mark = _part(element, "e"), _property(element, "chr", _HAT)
    return unicodedata.normalize("NFKC", base) + mark if len(base) == 1 and unicodedata.combining(mark[:1]) else base


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    return f"{raised(degree) if degree else ''}√{_operand(_part(element, 'e'))}"


def _limits(element: Element) -> str:
    """A sum or integral: its sign, what stands below and above it, and its body."""
    below, above = _part(element, "sub"), _part(element, "sup")
    sign = _property(element, "chr", "∫")
    return f"{sign}{lowered(below)}{raised(above)} {_part(element, 'e')}"


def _delimited(element: Element) -> str:
    separator = _property(element, "sepChr", "|")
    inner = separator.join(_write(part).strip() for part in children(element, "e"))
    return f"{_property(element, 'begChr', '(')}{inner}{_property(element, 'endChr', ')')}"


def _rows(element: Element) -> str:
    return "; ".join(_write(row).strip() for row in children(element, "e", "mr"))


def _matrix(element: Element) -> str:
    rows = ("  ".join(_write(cell).strip() for cell in children(row, "e")) for row in children(element, "mr"))
    return f"[{'; '.join(' '.join(row.split()) for row in rows)}]"


_WRITERS: Final[Mapping[str, Callable[[Element], str]]] = {
    "acc": _accented,
    "f": _fraction,
    "rad": _root,
    "nary": _limits,
    "d": _delimited,
    "eqArr": _rows,
    "m": _matrix,
    "sSup": lambda element: _part(element, "e") + raised(_part(element, "sup")),
    "sSub": lambda element: _part(element, "e") + lowered(_part(element, "sub")),
    "sSubSup": lambda element: _part(element, "e") + lowered(_part(element, "sub")) + raised(_part(element, "sup")),
    "sPre": lambda element: lowered(_part(element, "sub")) + raised(_part(element, "sup")) + _part(element, "e"),
    "limLow": lambda element: _part(element, "e") + lowered(_part(element, "lim")) + " ",
    "limUpp": lambda element: _part(element, "e") + raised(_part(element, "lim")) + " ",
    "func": lambda element: f"{_part(element, 'fName')} {_part(element, 'e')}",
}
