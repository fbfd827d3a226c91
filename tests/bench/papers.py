"""docs/benchmarks.md and its plot, from the results of a run."""

from pathlib import Path

from builder.bad_input import ROOT
from builder.template import render_template
from tests.harness.browsers import NAMES

from .budgets import judge
from .plot import APART, LEFT, WIDTH, panels
from .results import Results
from .tables import steps_table, tables, verdicts_table

DOCS = ROOT / "docs"
HERE = Path(__file__).parent


def write_papers(results: Results, folder: Path = DOCS) -> None:
    """Write docs/benchmarks.md and docs/benchmarks.svg.

    Args:
        results: of a whole run.
        folder: where to.
    """
    verdicts = judge(results)
    plot = panels(results)
    values = {
        "about": results.about,
        "browsers": NAMES,
        "facts": results.facts,
        "steps": steps_table(results),
        "verdicts": verdicts,
        "verdict_table": verdicts_table(verdicts),
        "broken": [one for one in verdicts if one.is_broken],
        "missed": [one for one in verdicts if one.misses_plan],
        "tables": tables(results),
        "panels": plot,
        "width": LEFT + len(plot) * (WIDTH + APART),
    }
    for name in ("benchmarks.md", "benchmarks.svg"):
        text = render_template(f"{name}.j2", values, HERE)
        (folder / name).write_text(text, encoding="utf-8")
