"""The few ways in which the readers of PowerPoint files look at XML.

Names are compared without their namespace, so that the strict and the transitional form of the format read alike.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any, Final, Protocol

EMU_PER_POINT: Final = 12_700
_LIMIT: Final = 1e12


class Element(Protocol):
    """What is used of an lxml element."""

    tag: Any
    """A string, or a function for comments and instructions."""
    text: str | None

    @property
    def attrib(self) -> Mapping[str, str]:
        """Attributes; namespaced ones as `{namespace}name`."""
        ...

    def get(self, key: str, default: str = "") -> str:
        """Return an attribute."""
        ...

    def __iter__(self) -> Iterator["Element"]: ...


def name_of(element: Element) -> str:
    """Return the name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children, or those of these names; of alternatives (`mc:AlternateContent`) the first that has any.

    PowerPoint writes everything that older versions cannot show, such as text with formulas, as the first
    alternative, and a picture of it as the last.
    """
    if element is None:
        return
    for child in element:
        name = name_of(child)
        if name == "AlternateContent":
            branch = next((branch for branch in child if list(branch)), None)
            yield from children(branch, *names)
        elif name and (not names or name in names):
            yield child


def find(element: Element | None, *path: str) -> Element | None:
    """Return the first child of the first name, its first child of the second name, and so on."""
    for name in path:
        element = next(children(element, name), None)
    return element


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without namespace (`r:id` as `id`, before a plain `id`)."""
    found = (value for key, value in element.attrib.items() if key.endswith("}" + name))
    return next(found, "") or element.get(name) or ""


def number(element: Element | None, name: str, default: float = 0.0) -> float:
    """Return an attribute as a finite number of sane size."""
    try:
        value = float((element.get(name) if element is not None else "") or default)
    except ValueError:
        return default
    return max(-_LIMIT, min(value, _LIMIT)) if math.isfinite(value) else default


def whole_number(element: Element | None, name: str, default: int = 0) -> int:
    """Return an attribute as a whole number."""
    return int(number(element, name, default))


def is_true(value: str | None) -> bool:
    """Whether an attribute's value means yes."""
    return value in ("1", "true", "on")
