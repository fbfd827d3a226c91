"""A copy of what the build reads, to be changed and built by a test."""

import shutil
import subprocess
import sys
from pathlib import Path

from builder.bad_input import ROOT

PARTS = ["build.py", "builder", "catalogue", "locales", "extension", "pyproject.toml"]


def copy_project(folder: Path) -> Path:
    """Copy all that the build reads into a folder, with a finished build in it."""
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    assert run_build(folder, "build").returncode == 0
    return folder


def run_build(project: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run build.py there, as a person would."""
    command = [sys.executable, "build.py", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def edit(file: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text that must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
