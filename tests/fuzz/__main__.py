"""Fuzzes the ways into the program: `python -m tests.fuzz [TARGET...] [--seconds N] [--findings FOLDER]`.

Needs `pip install atheris`. Each target runs in a process of its own, begins from its seeds, and goes on after a fault;
each fault is printed once, and the input that shows it first is kept.
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

_DIALECTS = "flashdeck.extraction.dialects"
_WATCHED = {
    "dialect-page-marks": f"{_DIALECTS}.page_marks",
    "dialect-blank-runs": f"{_DIALECTS}.blank_runs",
    "dialect-unmarked-dump": f"{_DIALECTS}.unmarked_dumps",
    "dialect-markdown-deck": f"{_DIALECTS}.markdown_decks",
    "txt": "flashdeck.extraction.rules",
    "md": f"{_DIALECTS}.markdown_decks",
    "pdf": "flashdeck.readers",
    "pdf-content": f"{_DIALECTS}.pdf_pages",
    "pptx": "flashdeck.readers",
    "pptx-slide": "flashdeck.readers",
    "deck-file": "flashdeck.interop",
    "csv": "flashdeck.interop",
    "html": "flashdeck.rendering",
    "other-html": "flashdeck.rendering",
    "apkg": "flashdeck.interop.anki_package",
    "apkg-database": "flashdeck.interop.anki_package",
    "apkg-media-map": "flashdeck.interop.anki_package",
    "apkg-packed-media-map": "flashdeck.interop.anki_package",
}
"""Whose lines tell the fuzzer that an input is new; to watch the whole program slows every input down."""
_LONGEST_INPUT_BYTES = 1_024
_SLOWEST_INPUT_S = 60
_MEMORY_LIMIT_MB = 2_048


def main() -> int:
    options = _options()
    if options.run_one:
        _fuzz(options.run_one, options.seconds, Path(options.findings))
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - the child imports it under the fuzzer's instruments

    if importlib.util.find_spec("atheris") is None:
        print("Fuzzing needs atheris: pip install atheris.", file=sys.stderr)
        return 2
    names = options.targets or list(TARGETS)
    unknown = sorted(set(names) - set(TARGETS))
    if unknown:
        print(f"No such target: {', '.join(unknown)}. There are: {', '.join(TARGETS)}.", file=sys.stderr)
        return 2
    findings = Path(options.findings or tempfile.mkdtemp(prefix="findings-"))
    findings.mkdir(parents=True, exist_ok=True)
    for name in names:
        started = time.monotonic()
        while (left := options.seconds - (time.monotonic() - started)) > 1:
            child = [sys.executable, "-m", "tests.fuzz", "--run-one", name, "--seconds", str(int(left))]
            subprocess.run([*child, "--findings", str(findings)], check=False)
        print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)
    kept = sorted(findings.iterdir())
    print(f"{len(kept)} inputs that show faults in {findings}")
    return 1 if kept else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="default: all")
    parser.add_argument("--seconds", type=int, default=300, help="for each target; default: 300")
    parser.add_argument("--findings", default="", metavar="FOLDER", help="default: a new one")
    parser.add_argument("--run-one", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


def _fuzz(name: str, seconds: int, findings: Path) -> None:
    """Be the child: never returns."""
    import atheris  # noqa: PLC0415 - only who fuzzes has it

    with atheris.instrument_imports(include=[_WATCHED[name]]):
        from tests.fuzz.targets import TARGETS, attempt  # noqa: PLC0415

    target = TARGETS[name]
    seen: set[tuple[str, str, int]] = set()

    def once(data: bytes) -> None:
        try:
            attempt(target, data)
        except Exception as fault:  # noqa: BLE001 - any fault is what is looked for
            place = traceback.extract_tb(fault.__traceback__)[-1]
            where = (type(fault).__name__, Path(place.filename).name, place.lineno or 0)
            if where not in seen:
                seen.add(where)
                (findings / f"{name}-{where[0]}-{where[1]}-{where[2]}").write_bytes(data)
                traceback.print_exc()

    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(target.seeds):
            (corpus / str(number)).write_bytes(seed)
        words = Path(folder) / "words"
        words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.words))
        atheris.Setup(
            [
                sys.argv[0],
                str(corpus),
                f"-dict={words}",
                f"-max_total_time={seconds}",
                f"-max_len={max(_LONGEST_INPUT_BYTES, *map(len, target.seeds))}",
                f"-timeout={_SLOWEST_INPUT_S}",
                f"-rss_limit_mb={_MEMORY_LIMIT_MB}",
                f"-artifact_prefix={findings}/{name}-",
                "-verbosity=0",
                "-print_final_stats=1",
            ],
            once,
        )
        atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02X}" for byte in word.encode())


if __name__ == "__main__":
    sys.exit(main())
