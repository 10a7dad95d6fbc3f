"""Puts a finished file in place: whoever reads the target sees the old contents or the new, never a part."""

import errno
import os
import secrets
from pathlib import Path

from flashdeck.durable_files import replace_durably
from flashdeck.errors import ExportError
from flashdeck.file_faults import reason_of
from flashdeck.messages import Message

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
_NO_PERMISSION = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_file(path: Path, data: bytes) -> None:
    """Write the whole file, durably, through a temporary file in the same folder.

    A symbolic link is followed; the file it names is replaced.

    Raises:
        ExportError: the folder is missing, the disk full, the target protected or no plain file. The
            target is then as it was, and no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    try:
        _refuse_unsuitable(target)
        temporary = target.with_name(f".flashdeck-{secrets.token_hex(6)}.part")
        try:
            with temporary.open("xb") as file:
                file.write(data)
            replace_durably(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(_sentence(error, path)) from error


def _refuse_unsuitable(target: Path) -> None:
    if target.is_dir():
        raise ExportError(Message("{target} is a folder; name a file to export to.", target=target))
    if not target.exists():
        return
    if not target.is_file():
        # replacing /dev/null or a pipe would take it away from every other program
        raise ExportError(Message("{target} is a device or a pipe; name a plain file to export to.", target=target))
    if not os.access(target, os.W_OK):
        raise ExportError(
            Message("{target} is write-protected; choose another name or lift the protection.", target=target)
        )


def _sentence(error: OSError, path: Path) -> Message:
    folder = path.absolute().parent
    if error.errno in _NO_SPACE:
        return Message(
            "Not enough room to write {path}; free some space on the disk of {folder} and export again.",
            path=path,
            folder=folder,
        )
    if error.errno in _NO_PERMISSION:
        return Message(
            "No permission to write {path}; choose another folder, or close the program that has the file open.",
            path=path,
        )
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return Message("The folder {folder} does not exist; create it or choose another one.", folder=folder)
    if error.errno == errno.ENAMETOOLONG:
        return Message("The file name {name}... is too long; choose a shorter one.", name=path.name[:40])
    return Message(
        "{path} could not be written ({reason}); choose another folder and export again.",
        path=path,
        reason=reason_of(error),
    )
