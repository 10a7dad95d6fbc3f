"""Qualities that come in pairs, so that a thing has the one or the other (`stateful or stateless?`)."""

from typing import Final

_PAIRS: Final = (
    ("stateful", "stateless"),
    ("persistent", "temporary"),
    ("asynchronous", "synchronous"),
    ("ordered", "unordered"),
    ("structured", "unstructured"),
    ("immutable", "mutable"),
    ("blocking", "non-blocking"),
    ("dynamic", "static"),
    ("centralized", "decentralized"),
    ("lossless", "lossy"),
    ("declarative", "imperative"),
    ("horizontal", "vertical"),
    ("asymmetric", "symmetric"),
    ("mandatory", "optional"),
    ("asynchronously", "synchronously"),
    ("automatically", "manually"),
    ("horizontally", "vertically"),
    ("permanently", "temporarily"),
)
_OPPOSITES: Final = {one: pair for pair in _PAIRS for one in pair}


def choice(quality: str) -> str:
    """Return a quality and its opposite in an order that tells nothing; empty where the opposite is not known."""
    return " or ".join(_OPPOSITES.get(quality.casefold(), ()))
