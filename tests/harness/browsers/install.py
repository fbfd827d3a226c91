"""Sees to it that both browsers and their drivers are there, and start.

Run as `python -m tests.harness.browsers.install`; exits with 2 and one line if it cannot be done.
"""

import os
import platform
import subprocess
import sys

from . import find

PACKAGES = (
    "chromium",
    "chromium-driver",
    "firefox-esr",
    # Without these, pages in other scripts are drawn as empty boxes.
    "fonts-noto-core",
    "fonts-noto-cjk",
    "xvfb",  # Chromium draws its toolbar on a screen only
)
ADVICE = "install chromium, chromium-driver and firefox-esr (or firefox and geckodriver)"


def main() -> int:
    """Install what is missing, try it, and return the exit code."""
    try:
        if _apt_is_ours() and (missing := [name for name in PACKAGES if not _is_installed(name)]):
            _apt_install(missing)
        for pair in (find.chromium(), find.firefox()):
            for program in pair:
                print(_version(program), f"({program})", flush=True)
    except (find.NotFoundError, OSError, subprocess.CalledProcessError) as error:
        print(f"No browsers to test in: {error}; {ADVICE}.", file=sys.stderr)
        return 2
    return 0


def _apt_is_ours() -> bool:
    """Whether this is root's Debian. Ubuntu's packages of that name only start snaps."""
    try:
        distribution = platform.freedesktop_os_release()["ID"]
    except OSError:
        return False
    return distribution == "debian" and os.geteuid() == 0


def _is_installed(package: str) -> bool:
    command = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout == "installed"


def _apt_install(packages: list[str]) -> None:
    print("Installing", *packages, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update"], check=True, env=quiet)
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    subprocess.run(install, check=True, env=quiet)


def _version(program: str) -> str:
    """Start the program to ask its version: one with a library missing fails here, by name."""
    answer = subprocess.run([program, "--version"], stdout=subprocess.PIPE, text=True, check=True)
    return answer.stdout.splitlines()[0]


if __name__ == "__main__":
    sys.exit(main())
