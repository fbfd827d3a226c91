"""`make bench`: measures, tells, and fails if a budget is broken beyond the run's noise."""

import argparse
import dataclasses
import sys
from collections.abc import Sequence

from builder.bad_input import ROOT

from .budgets import judge
from .cases import CASES, Case
from .contenders import Contenders
from .machine import about
from .papers import write_papers
from .progress import Progress
from .results import Results
from .tables import as_text, steps_table, tables, verdicts_table

KEPT = ROOT / "dist" / "bench" / "results.json"
INTERRUPTED = 130  # as shells call it
CALM = 0.5  # load for each core, above which others are at work


def chosen(only: Sequence[str], rounds: int | None, quick: bool) -> list[Case]:
    """The cases to be played, each with its rounds.

    Args:
        only: names of cases; none means all.
        rounds: how many of each; None: as many as each wants.
        quick: one of each, to see that everything works.
    """
    wanted = [case for case in CASES if not only or case.name in only]
    count = 1 if quick else rounds
    return [dataclasses.replace(case, rounds=count or case.rounds) for case in wanted]


def measure(cases: Sequence[Case], results: Results) -> bool:
    """Play all rounds; whether that was not interrupted. After each round the results are kept."""
    rounds = [case for case in cases for _ in range(case.rounds)]
    progress = Progress(rounds)
    with Contenders() as contenders:
        results.about = about()
        if results.about["load"] > CALM * results.about["cores"]:
            print(f"The machine is busy (load {results.about['load']}): figures will scatter.")
        try:
            with contenders.until_interrupted():
                for case in cases:
                    for number in range(case.rounds):
                        progress.begin(number)
                        case.play(contenders, results, number)
                        progress.end()
                        results.about["versions"] = contenders.versions()
                        results.write(KEPT)
        finally:
            progress.clear()
    return not contenders.interrupted


def tell(results: Results) -> int:
    """Print everything; 1 if a budget is broken."""
    for table in tables(results):
        print(as_text(table))
    verdicts = judge(results)
    print(as_text(steps_table(results)))
    print(as_text(verdicts_table(verdicts)))
    broken = [one.budget for one in verdicts if one.is_broken]
    for budget in broken:
        print(f"broken: {budget.name}, {budget.scene}", file=sys.stderr)
    return 1 if broken else 0


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    names = [case.name for case in CASES]
    parser.add_argument("--rounds", type=int, metavar="N", help="rounds of each case")
    parser.add_argument("--only", action="append", default=[], choices=names, help="this case only")
    parser.add_argument("--quick", action="store_true", help="one round of each, and no document")
    parser.add_argument(
        "--papers", action="store_true", help="write docs/benchmarks.md from the last run's results"
    )
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Run the command line; 0, 1 if a budget is broken, 130 if it was interrupted."""
    options = parse(arguments)
    if options.papers:
        write_papers(Results.read(KEPT))
        return 0
    results = Results()
    done = measure(chosen(options.only, options.rounds, options.quick), results)
    results.complete = done and not (options.only or options.quick)
    results.write(KEPT)
    code = tell(results)
    if results.complete:
        write_papers(results)
    print(f"kept: {KEPT.relative_to(ROOT)}" + (", docs/benchmarks.md" * results.complete))
    return code if done else INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
