"""`python -m tests.truth write FOLDER` and `python -m tests.truth serve FAILURE`."""

import argparse
import sys
import threading
from pathlib import Path

from tests.harness.linkedin import LinkedIn
from tests.truth.case import Case, clicks_by_script, set_the_scene
from tests.truth.failures import FAILURES
from tests.truth.forms import ARRIVALS, DEAD_ENDS, MARKUP, OTHERS
from tests.truth.papers import TRUTH, read_outcomes, write_papers

FORMS = {form.name: form for form in [*MARKUP, *ARRIVALS, *DEAD_ENDS, *OTHERS]}
WAYS = {failure.name: failure for failure in FAILURES}


def write(folder: Path) -> int:
    """Write docs/truth.md from the outcomes of a run; 1 if a claim was wrong."""
    outcomes = read_outcomes(folder)
    write_papers(outcomes)
    wrong = [one for one in outcomes if one.wrong]
    print(f"wrote {TRUTH}: {len(outcomes) - len(wrong)} of {len(outcomes)} right")
    for one in wrong:
        print(f"{one.browser}, {one.form}, {one.failure}: {one.wrong}", file=sys.stderr)
    return 1 if wrong else 0


def serve(case: Case) -> int:
    """Serve a case until Ctrl+C, and say what the site saw."""
    with LinkedIn() as linkedin:
        set_the_scene(case, linkedin)
        print(f"{case.name}: proxy at 127.0.0.1:{linkedin.port}; end with Ctrl+C")
        print(f"open {linkedin.url(case.form.path)}")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print()
    for touch in clicks_by_script(linkedin):
        print(f"a script clicked {touch.tag} {touch.control!r}")
    for save in linkedin.saves:
        print(f"saved {save.key} {'on' if save.value else 'off'}: {save.status}")
    print(f"LinkedIn has on: {[key for key, on in linkedin.settings.items() if on]}")
    return 0


def main(arguments: list[str]) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.truth", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("write").add_argument("folder", type=Path)
    serving = commands.add_parser("serve")
    serving.add_argument("failure", choices=WAYS, metavar="FAILURE")
    serving.add_argument("--form", choices=FORMS, default=MARKUP[0].name, metavar="FORM")
    options = parser.parse_args(arguments)
    if options.command == "write":
        return write(options.folder)
    return serve(Case(FORMS[options.form], WAYS[options.failure]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
