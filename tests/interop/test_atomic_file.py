import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from flashdeck.errors import ExportError
from flashdeck.interop.atomic_file import write_file

posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX files")


def test_a_new_file_follows_the_umask(tmp_path):
    target = tmp_path / "out.bin"
    write_file(target, b"data")

    (tmp_path / "plain").touch()
    assert target.read_bytes() == b"data"
    assert target.stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.bin", "plain"]


@posix
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")

    write_file(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("missing/out.bin", "does not exist; create it"),
        (".", "is a folder"),
        ("file/out.bin", "does not exist; create it"),
        ("x" * 300, "is too long; choose a shorter one"),
    ],
)
def test_unsuitable_names_are_named(tmp_path, name, sentence):
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match=sentence):
        write_file(tmp_path / name, b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@posix
def test_devices_and_pipes_are_never_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for target in (tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(ExportError, match="is a device or a pipe"):
            write_file(target, b"data")
    assert Path("/dev/null").is_char_device()


@posix
def test_a_write_protected_file_or_folder_is_refused(tmp_path):
    target = tmp_path / "out.bin"
    target.write_bytes(b"old")
    target.chmod(0o444)
    if os.access(target, os.W_OK):
        pytest.skip("permissions do not bind the administrator")
    with pytest.raises(ExportError, match="is write-protected"):
        write_file(target, b"new")
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(ExportError, match="No permission to write"):
            write_file(tmp_path / "other.bin", b"new")
    finally:
        tmp_path.chmod(0o755)
    assert target.read_bytes() == b"old"


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from flashdeck.errors import ExportError
from flashdeck.interop.atomic_file import write_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))
try:
    write_file(Path(sys.argv[1]), b"x" * (1 << 20))
except ExportError as error:
    print(error)
"""


@posix
def test_a_file_that_does_not_fit_leaves_the_old_one(tmp_path):
    target = tmp_path / "out.bin"
    target.write_bytes(b"old")

    shown = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(target)], check=True, capture_output=True, text=True
    ).stdout

    assert shown.startswith(f"Not enough room to write {target}; free some space")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@posix
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="mounting needs the administrator")
def test_a_really_full_disk_leaves_the_old_file(tmp_path):
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tmp_path], check=False).returncode:
        pytest.skip("this machine may not mount")
    try:
        target = tmp_path / "out.bin"
        target.write_bytes(b"old")
        with pytest.raises(ExportError, match="Not enough room") as caught:
            write_file(target, b"x" * (2 << 20))
        assert caught.value.__cause__.errno == errno.ENOSPC
        assert target.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [target]
    finally:
        subprocess.run(["umount", tmp_path], check=True)


KILLED = """
import sys
from pathlib import Path
from flashdeck.interop.atomic_file import write_file
target = Path(sys.argv[1])
print("ready", flush=True)
for byte in range(10_000):
    write_file(target, bytes([byte % 256]) * 200_000)
"""


@posix
def test_a_killed_export_leaves_a_whole_file(tmp_path):
    target = tmp_path / "out.bin"
    target.write_bytes(b"\x00" * 200_000)
    for _ in range(5):
        process = subprocess.Popen([sys.executable, "-c", KILLED, str(target)], stdout=subprocess.PIPE)
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=0.05)
        process.kill()
        process.wait()
        process.stdout.close()
        data = target.read_bytes()
        assert len(data) == 200_000
        assert len(set(data)) == 1
