"""The child process of an extraction: works within limits and writes progress and result as lines of JSON."""

import hashlib
import json
from pathlib import Path
from typing import Any, Final, TextIO

from flashdeck.errors import FlashdeckError
from flashdeck.extraction.pipeline import ExtractionOptions
from flashdeck.extraction.report import to_json
from flashdeck.services import child_limits
from flashdeck.services.extract_file import extract_file

_MEMORY_LIMIT_BYTES: Final = 4 << 30
_CPU_LIMIT_S: Final = 600
_PROGRESS_STEP: Final = 0.01


def work(path: Path, options: ExtractionOptions, output: TextIO) -> None:
    """Be the child: extract a file and write progress and result as lines of JSON."""
    child_limits.limit(memory_bytes=_MEMORY_LIMIT_BYTES, cpu_s=_CPU_LIMIT_S)
    told = 0.0

    def tell(progress: float) -> None:
        nonlocal told
        if progress - told >= _PROGRESS_STEP:
            told = progress
            _write(output, {"progress": round(progress, 3)})

    try:
        found = to_json(extract_file(path, options, tell))
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except FlashdeckError as error:
        _write(output, {"error": str(error)})
    else:
        _write(output, {"sha256": sha256, "found": found})


def _write(output: TextIO, message: dict[str, Any]) -> None:
    output.write(json.dumps(message) + "\n")
    output.flush()
