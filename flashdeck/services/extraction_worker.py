"""The child process of an extraction: works within limits and writes progress and result as lines of JSON."""

import hashlib
import json
from pathlib import Path
from typing import Any, Final, TextIO

from flashdeck import messages
from flashdeck.errors import FlashdeckError
from flashdeck.extraction import explanation
from flashdeck.extraction.pipeline import ExtractionOptions
from flashdeck.extraction.report import to_json
from flashdeck.services import child_limits
from flashdeck.services.extract_file import extract_file

_MEMORY_LIMIT_BYTES: Final = 4 << 30
_CPU_LIMIT_S: Final = 600
_PDF_MEMORY_LIMIT_BYTES: Final = 2 << 30
_PDF_CPU_LIMIT_S: Final = 60
"""A PDF of a few kilobytes can ask its library for more than any other file; two thousand pages need less than this."""
_PROGRESS_STEP: Final = 0.01


def work(path: Path, options: ExtractionOptions, output: TextIO, *, explain: bool = False) -> None:
    """Be the child: extract a file and write progress and result as lines of JSON."""
    if path.suffix.lower() == ".pdf":
        child_limits.limit(memory_bytes=_PDF_MEMORY_LIMIT_BYTES, cpu_s=_PDF_CPU_LIMIT_S)
    else:
        child_limits.limit(memory_bytes=_MEMORY_LIMIT_BYTES, cpu_s=_CPU_LIMIT_S)
    told = 0.0

    def tell(progress: float) -> None:
        nonlocal told
        if progress - told >= _PROGRESS_STEP:
            told = progress
            _write(output, {"progress": round(progress, 3)})

    try:
        extraction = extract_file(path, options, tell)
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except FlashdeckError as error:
        _write(output, {"error": messages.to_json(error.message)})
    else:
        explained = explanation.explain(extraction) if explain else ""
        _write(output, {"sha256": sha256, "found": to_json(extraction), "explained": explained})


def _write(output: TextIO, message: dict[str, Any]) -> None:
    output.write(json.dumps(message) + "\n")
    output.flush()
