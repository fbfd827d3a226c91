"""The source archive: what a store's reviewer needs to build the packages again, and no more."""

from pathlib import Path

from builder.bad_input import ROOT, BadInputError

# How it is built, what with, and what it may do.
FILES = (
    "LICENSE",
    "Makefile",
    "PRIVACY.md",
    "README.md",
    "build.py",
    "pyproject.toml",
    "requirements.txt",
)
# What it is built from: folder -> the kinds of files that people write there. Chosen by this list
# and not by git, which whoever unpacked the archive does not have; so what editors, systems and
# Python leave behind stays out in either place.
FOLDERS = {
    "builder": {".py", ".toml"},
    "catalogue": {".md", ".toml"},
    "extension": {".css", ".j2", ".js", ".json", ".svg", ".toml", ".ts"},
    "locales": {".md", ".toml"},
}


def source_files(root: Path = ROOT) -> dict[str, bytes]:
    """The files of the source archive: path -> bytes.

    Raises:
        BadInputError: one that is named here is not there.
    """
    folders = ((root / name, kinds) for name, kinds in FOLDERS.items())
    written = [file for folder, kinds in folders for file in written_files(folder, kinds)]
    try:
        return {
            file.relative_to(root).as_posix(): file.read_bytes()
            for file in [*(root / name for name in FILES), *written]
        }
    except FileNotFoundError as error:
        problem = "is missing; the source archive needs it, so restore it"
        raise BadInputError(Path(error.filename), "", problem) from None


def written_files(folder: Path, kinds: set[str]) -> list[Path]:
    """The files of these kinds in a folder and those below it, hidden ones aside, in order."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.suffix in kinds
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
