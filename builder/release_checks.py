"""What keeps a commit from being released: each refusal names the thing, and the remedy."""

import re
import subprocess
from datetime import date

from builder.bad_input import ROOT, BadInputError, RefusedError
from builder.provenance import CAPTURED, confirmed


def check_confirmed() -> None:
    """Refuses if no page captured from LinkedIn shows that the switch is found there."""
    if not confirmed():
        problem = (
            "holds no page captured from LinkedIn that shows the switch; add one by "
            "`python build.py capture`, or release what it is with `make release BETA=1`"
        )
        raise BadInputError(CAPTURED, "", problem)


def check_tree() -> str:
    """Refuses files that are not committed as they are.

    Returns:
        The commit that the folder is.
    """
    options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching")
    lines = git("status", *options).split("\0")
    # What git ignores is no part of the project, but all that lies in extension/ is shipped.
    if files := [line[3:] for line in lines if line and not re.match("!! (?!extension/)", line)]:
        raise RefusedError(f"not committed: {', '.join(files)}; commit or remove")
    return git("rev-parse", "--verify", "HEAD").strip()


def check_changelog(version: str) -> None:
    """Refuses a version whose entry in the changelog is missing, undated or empty."""
    file = ROOT / "CHANGELOG.md"
    entries = re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    entry = next((text for text in entries if text.split()[0] == version), None)
    heading = f"`## {version} ({date.today()})`"
    if entry is None:
        raise BadInputError(file, "", f"has no entry for {version}; begin one with {heading}")
    first, _, rest = entry.partition("\n")
    if not re.fullmatch(r"\S+ \(\d{4}-\d\d-\d\d\)", first):
        raise BadInputError(file, version, f"has no day of release; begin it with {heading}")
    if not re.search("^- ", rest, re.MULTILINE):
        raise BadInputError(file, version, 'is empty; say what changed, in lines that begin "- "')


def check_tags(version: str, commit: str) -> None:
    """Refuses a tag of this version at another commit, and one of another version at this one."""
    tag = f"v{version}"
    places = git("for-each-ref", "--format=%(objectname) %(*objectname)", f"refs/tags/{tag}")
    if places.strip() and commit not in places.split():
        raise RefusedError(
            f"the tag {tag} is there already, at another commit ({places.split()[-1][:12]}); "
            "raise the version in pyproject.toml, or remove the tag if it was never released"
        )
    others = {*git("tag", "--points-at", commit, "--list", "v*").split()} - {tag}
    if others:
        raise RefusedError(
            f"this commit has the tag {', '.join(sorted(others))}, but its pyproject.toml says "
            f"{version}; let both say the same"
        )


def git(*arguments: str) -> str:
    """What git answers in this folder.

    Raises:
        RefusedError: it cannot answer here.
    """
    command = ["git", *arguments]
    try:
        answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        problem = "does not work in this folder; release from a clone, where git is installed"
        raise RefusedError(f"`git {arguments[0]}` {problem}") from None
    return answer.stdout
