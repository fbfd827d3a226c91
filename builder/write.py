"""Puts rendered packages on the disk: all of them, or none."""

import io
import shutil
import tempfile
import zipfile
from pathlib import Path

# The oldest time a ZIP can hold: packages must not depend on when they were built.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def write_folders(dist: Path, packages: dict[str, dict[str, bytes]]) -> None:
    """Writes each package as the folder `dist/<name>`, in place of what was there.

    Everything is written beside first, so a failure leaves the previous folders as they were.

    Raises:
        OSError: `dist` cannot be written.
    """
    dist.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=dist, prefix=".build-") as made:
        for name, files in packages.items():
            _write_files(Path(made, "new", name), files)
        for name in packages:
            _replace(dist / name, Path(made, "new", name), Path(made, f"old-{name}"))


def write_archives(dist: Path, archives: dict[str, bytes]) -> None:
    """Writes each file as `dist/<name>`, in place of what was there.

    Everything is written beside first, so a failure leaves no half of an archive.

    Raises:
        OSError: `dist` cannot be written.
    """
    dist.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=dist, prefix=".package-") as made:
        _write_files(Path(made), archives)
        for name in archives:
            Path(made, name).replace(dist / name)


def zip_files(files: dict[str, bytes]) -> bytes:
    """Files as a ZIP whose bytes depend on their paths and contents only.

    Nothing is compressed: what zlib makes of the same bytes differs from one zlib to the next.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, NO_TIME)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # Unix, on every system
            archive.writestr(entry, files[path])
    return made.getvalue()


def _write_files(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _replace(folder: Path, new: Path, old: Path) -> None:
    if folder.exists():
        shutil.move(folder, old)
    shutil.move(new, folder)
