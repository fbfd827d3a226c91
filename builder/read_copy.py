"""Reads a copy of an extension, whoever made it: nothing is unpacked, and only so much read."""

import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from builder.bad_input import BadInputError

# Many times what a package has: more is no copy of it, or made to fill the memory.
MAX_FILES = 2000
MAX_BYTES = 32 * 1024 * 1024
MANIFEST = "manifest.json"
# How stores and browsers pack.
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What zipfile raises for an archive that is broken, or locked, in one way or another.
UNREADABLE = (
    EOFError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


class _Entry(NamedTuple):
    path: str
    read: Callable[[int], bytes]


def read_copy(place: Path) -> dict[str, bytes]:
    """The files of an unpacked folder, or of a .zip, .xpi or .crx: path -> bytes.

    Raises:
        BadInputError: it is not there, cannot be read, is too large, is ambiguous, or holds no
            manifest at its top.
    """
    try:
        files = _in_folder(place) if place.is_dir() else _in_archive(place)
    except FileNotFoundError:
        raise BadInputError(place, "", "is not there; give a folder or an archive") from None
    except OSError as error:
        raise BadInputError(place, "", f"cannot be read ({error.strerror}); check it") from None
    if MANIFEST not in files:
        problem = f"holds no {MANIFEST}; give the folder that holds it, or a .zip, .xpi or .crx"
        raise BadInputError(place, "", problem)
    return files


def _in_folder(folder: Path) -> dict[str, bytes]:
    def fail(error: OSError) -> None:
        raise error

    def entries() -> Iterator[_Entry]:
        for inside, folders, names in os.walk(folder, onerror=fail):
            for file in (Path(inside, name) for name in [*folders, *names]):
                path = file.relative_to(folder).as_posix()
                if file.is_symlink() or not (file.is_dir() or file.is_file()):
                    problem = "is a link or a device; a copy holds plain files, so remove it"
                    raise BadInputError(folder, ascii(path), problem)
                if file.is_file():
                    yield _Entry(path, lambda most, file=file: _start_of(file, most))

    return _gather(folder, entries())


def _in_archive(file: Path) -> dict[str, bytes]:
    """A .crx is a ZIP with something before it, which zipfile passes over."""
    if file.stat().st_size > MAX_BYTES:
        raise _too_large(file)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = (
                _Entry(info.filename, lambda most, info=info: _start_in(archive, info, most))
                for info in archive.infolist()
                if not info.is_dir()
            )
            return _gather(file, entries)
    except UNREADABLE as error:
        problem = f"is no archive that a browser would take ({error}); download it again"
        raise BadInputError(file, "", problem) from None


def _gather(place: Path, entries: Iterator[_Entry]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = MAX_BYTES
    for path, read in entries:
        if path in files:
            problem = "is there twice, and browsers may take either; take the copy for a forgery"
            raise BadInputError(place, ascii(path), problem)
        files[path] = read(left + 1)
        left -= len(files[path])
        if left < 0 or len(files) > MAX_FILES:
            raise _too_large(place)
    return files


def _start_of(file: Path, most: int) -> bytes:
    with file.open("rb") as opened:
        return opened.read(most)


def _start_in(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if info.compress_type not in METHODS:
        raise NotImplementedError(f"compressed by method {info.compress_type}")
    with archive.open(info) as opened:
        return opened.read(most)


def _too_large(place: Path) -> BadInputError:
    most = f"{MAX_FILES} files or {MAX_BYTES // 2**20} MB"
    return BadInputError(place, "", f"has more than {most}, so is no copy of Offswitch; check it")
