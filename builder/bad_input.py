"""What a person has to mend before the build, or a release, can go on."""

from pathlib import Path

ROOT = Path(__file__).parent.parent


class BadInputError(Exception):
    """One line that names the file, the place in it, and what is expected there."""

    def __init__(self, file: Path, place: str, problem: str):
        shown = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
        where = f"{shown}: {place}" if place else str(shown)
        super().__init__(" ".join(f"{where}: {problem}".split()))


class RefusedError(Exception):
    """One line that names what stands in the way of a release, and the remedy."""
