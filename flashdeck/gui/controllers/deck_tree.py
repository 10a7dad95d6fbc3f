"""Counts of topics as the tree of decks that pages show."""

from collections.abc import Callable, Iterable
from operator import add
from typing import TYPE_CHECKING, Final

from flashdeck.domain import deck
from flashdeck.domain.scope import EVERYTHING, Scope, ScopePart
from flashdeck.gui.view_values import TreeNode
from flashdeck.storage.cards import TopicCounts

if TYPE_CHECKING:
    from flashdeck.services.recall import TopicRecall

_TOPIC_MARK: Final = "\x1f"  # no name can contain it


class _Branch:
    """A deck while its tree is built."""

    def __init__(self, name: str, counts: tuple[int, ...]) -> None:
        self.name = name
        self.counts = counts
        self.decks: dict[str, _Branch] = {}
        self.topics: dict[str, tuple[int, ...]] = {}


def tree(topics: Iterable[TopicCounts], counts_of: Callable[[TopicCounts], tuple[int, ...]]) -> tuple[TreeNode, ...]:
    """Return decks with sub-decks and topics; a deck counts all that is below it.

    A deck whose only topic has its own name shows no topic.
    """
    root = _Branch("", ())
    for each in topics:
        counts = counts_of(each)
        branch = root
        for part in deck.split(each.deck_name):
            branch = branch.decks.setdefault(part, _Branch(part, (0,) * len(counts)))
            branch.counts = _sum(branch.counts, counts)
        if each.topic:
            branch.topics[each.topic] = _sum(branch.topics.get(each.topic, (0,) * len(counts)), counts)
    return tuple(_node(branch, branch.name) for branch in root.decks.values())


def recalls(topics: Iterable["TopicRecall"]) -> dict[str, float]:
    """Return the mean probability of recall of each node with answered cards, by the node's key."""
    totals: dict[str, tuple[float, int]] = {}
    for each in topics:
        parts = deck.split(each.deck_name)
        keys = [deck.join(*parts[:depth]) for depth in range(1, len(parts) + 1)]
        if each.topic:
            keys.append(f"{keys[-1]}{_TOPIC_MARK}{each.topic}")
        for key in keys:
            total, cards = totals.get(key, (0.0, 0))
            totals[key] = total + each.total, cards + each.cards
    return {key: total / cards for key, (total, cards) in totals.items()}


def scope_of(key: str) -> Scope:
    """Return the cards that a node stands for; the empty key stands for all."""
    if not key:
        return EVERYTHING
    deck_name, _, topic = key.partition(_TOPIC_MARK)
    return (ScopePart(deck=deck_name, topic=topic or None),)


def scope_of_keys(keys: Iterable[str]) -> Scope:
    """Return the cards that any of the nodes stands for."""
    return tuple(part for key in keys for part in scope_of(key))


def _node(branch: _Branch, name: str) -> TreeNode:
    decks = tuple(_node(child, deck.join(*deck.split(name), child.name)) for child in branch.decks.values())
    topics = tuple(
        TreeNode(key=f"{name}{_TOPIC_MARK}{topic}", name=topic, counts=counts)
        for topic, counts in branch.topics.items()
    )
    if not decks and len(topics) == 1 and topics[0].name == branch.name:
        topics = ()
    return TreeNode(key=name, name=branch.name, counts=branch.counts, children=decks + topics)


def _sum(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(map(add, left, right))
