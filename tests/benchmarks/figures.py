"""What a benchmark measured, beside what it should be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measured value; the target is the most it may be, None where it is only there to compare with."""

    name: str
    value: float
    unit: str
    target: float | None = None

    @property
    def misses(self) -> bool:
        """Whether the value is over its target."""
        return self.target is not None and self.value > self.target
