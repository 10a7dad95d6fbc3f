"""Whether what is stored can be true: the file is sound, and every schedule is what its answers lead to."""

from flashdeck.scheduling.replay import replay
from flashdeck.storage.collection import Collection


def faults_of(collection: Collection) -> tuple[str, ...]:
    """Return one sentence a fault; empty when all is well."""
    entries = collection.reviews.by_card()
    strays = (card for card in collection.cards.all() if replay(entries.get(card.uid, ())) != card.state)
    return (
        *collection.integrity_faults(),
        *(f"card {card.uid} stands where its answers do not lead" for card in strays),
    )
