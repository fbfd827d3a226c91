"""What a verb of the Makefile would run."""

import subprocess

from builder.bad_input import ROOT


def would_run(verb: str, variables: str = "") -> str:
    """The commands of a verb on a machine that is set up, as make says them; none is run.

    Args:
        verb: such as "release".
        variables: as a person types them behind it, such as "BETA=1"; "" is none.
    """
    options = ["--no-print-directory", "--dry-run", "--assume-old=.venv/ready"]
    command = ["make", *options, verb, *variables.split()]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return said.rstrip()
