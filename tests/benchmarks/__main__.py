"""Measures the program against its targets: `python -m tests.benchmarks [BENCHMARK...] [--most-mb N] [--cards N]`.

Prints one table. Times are seconds of processor time of whole processes, so that a busy machine tells little less than
an idle one, but for courses, which several processes work on: those need a quiet one. Still, quote ratios of one run
rather than seconds of several.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks import collection, expressions, speed, windows
from tests.benchmarks.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ROW: Final = "{:<74} {:>12} {:>10} {:>6}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benchmarks", nargs="*", metavar="BENCHMARK", help="courses, growth, pdf, ...")
    parser.add_argument("--most-mb", type=int, default=10, help="the largest text of `growth`; default: 10")
    parser.add_argument("--cards", type=int, default=100_000, help="cards of `collection`; default: 100,000")
    parser.add_argument("--answers", type=int, default=400, help="answers that `collection` measures; default: 400")
    parser.add_argument("--keep", type=Path, help="folder in which `collection` keeps what it makes")
    options = parser.parse_args()
    benchmarks: dict[str, Callable[[], Iterator[Figure]]] = {
        "courses": speed.measure_courses,
        "pdf": speed.measure_pdf,
        "growth": lambda: speed.measure_growth(options.most_mb * 1_000_000),
        "expressions": expressions.measure,
        "collection": lambda: collection.measure(options.cards, options.answers, options.keep),
        "windows": windows.measure,
    }
    unknown = sorted(set(options.benchmarks) - set(benchmarks))
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}")
    print(_ROW.format("figure", "measured", "target", "ratio"))
    missed = 0
    for name in options.benchmarks or benchmarks:
        for figure in benchmarks[name]():
            print(_row(figure), flush=True)
            missed += figure.misses
    return 1 if missed else 0


def _row(figure: Figure) -> str:
    measured = f"{figure.value:.2f} {figure.unit}"
    if figure.target is None:
        return _ROW.format(figure.name, measured, "", "").rstrip()
    return _ROW.format(figure.name, measured, f"{figure.target:g}", f"{figure.value / figure.target:.2f}")


if __name__ == "__main__":
    sys.exit(main())
