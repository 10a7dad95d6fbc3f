"""The child process of an extraction: works within limits and writes progress and result as lines of JSON."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TextIO

from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.report import ExtractionReport, Findings, parts_of, report_of
from flashdeck.services import child_limits
from flashdeck.services.file_process import answer, write_part
from flashdeck.services.find_cards import find_cards

_PDF_MEMORY_LIMIT_BYTES: Final = 2 << 30
_PDF_CPU_LIMIT_S: Final = 60
"""A PDF of a few kilobytes can ask its library for more than any other file; two thousand pages need less than this."""


@child_limits.collecting_seldom()
def work(path: Path, min_score: float, explain: bool, output: TextIO) -> None:
    """Be the child: extract a file and write progress and result as lines of JSON; see `ExtractionProcess`."""
    options = ExtractionOptions(min_score=min_score, keeps_rejections=explain)
    if path.suffix.lower() == ".pdf":
        child_limits.limit(memory_bytes=_PDF_MEMORY_LIMIT_BYTES, cpu_s=_PDF_CPU_LIMIT_S)
    else:
        child_limits.limit_text()

    def read(tell: Callable[[float], None]) -> Mapping[str, Any]:
        found: Findings | ExtractionReport
        explained = ""
        if explain:
            from flashdeck.extraction import explanation  # noqa: PLC0415 - cards alone do without
            from flashdeck.services.extract_file import extract_file  # noqa: PLC0415 - helpers start before it is there

            extraction = extract_file(path, options, tell)
            found, explained = report_of(extraction), explanation.explain(extraction)
        else:
            found = find_cards(path, options, tell)
        for part in parts_of(found):
            write_part(output, part)
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return {"sha256": sha256, "name": found.name, "format": found.format, "explained": explained}

    answer(output, read)
