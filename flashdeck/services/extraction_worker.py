"""The child process of an extraction: works within limits and writes progress and result as lines of JSON."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TextIO

from flashdeck.extraction import explanation
from flashdeck.extraction.pipeline import ExtractionOptions
from flashdeck.extraction.report import to_json
from flashdeck.services import child_limits
from flashdeck.services.extract_file import extract_file
from flashdeck.services.file_process import answer

_MEMORY_LIMIT_BYTES: Final = 4 << 30
_CPU_LIMIT_S: Final = 600
_PDF_MEMORY_LIMIT_BYTES: Final = 2 << 30
_PDF_CPU_LIMIT_S: Final = 60
"""A PDF of a few kilobytes can ask its library for more than any other file; two thousand pages need less than this."""


def work(path: Path, options: ExtractionOptions, output: TextIO, *, explain: bool = False) -> None:
    """Be the child: extract a file and write progress and result as lines of JSON."""
    if path.suffix.lower() == ".pdf":
        child_limits.limit(memory_bytes=_PDF_MEMORY_LIMIT_BYTES, cpu_s=_PDF_CPU_LIMIT_S)
    else:
        child_limits.limit(memory_bytes=_MEMORY_LIMIT_BYTES, cpu_s=_CPU_LIMIT_S)

    def read(tell: Callable[[float], None]) -> Mapping[str, Any]:
        extraction = extract_file(path, options, tell)
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        explained = explanation.explain(extraction) if explain else ""
        return {"sha256": sha256, "found": to_json(extraction), "explained": explained}

    answer(output, read)
