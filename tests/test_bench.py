"""What the bench makes of its measurements: no browser, only the arithmetic."""

import json
from xml.etree import ElementTree as ET

import pytest

from builder.catalogue import compile_catalogue, load_catalogue
from builder.template import render_template
from tests.bench import cases
from tests.bench.budgets import BUDGETS, judge
from tests.bench.case_growth import with_settings
from tests.bench.case_size import bare, compressed, languages, without_languages
from tests.bench.contenders import turn
from tests.bench.figures import differences, figure, percentile, quantile, ratios, slack
from tests.bench.papers import write_papers
from tests.bench.plot import Line, nice, panel, panels
from tests.bench.profile import time_by_function
from tests.bench.progress import seconds_left
from tests.bench.results import AGAIN, GREETS, INERT, LOOKS, NOTHING, OURS, PEER, Results
from tests.bench.tables import STEPS, Column, as_text, cell, steps_table, tables, verdicts_table

SCRIPT = BUDGETS[0]
# Who adds 10.
A_PEER = {"nothing": [1.0, 1.0], "autoconsent": [11.0, 11.0]}
STORM = next(one for one in BUDGETS if one.way == "times")
FRAMES = next(one for one in BUDGETS if one.measure == "frames")


def results_of(budget, **values):
    """A run in which nothing but one budget's measure was taken, by contender."""
    results = Results()
    for contender, measured in values.items():
        for value in measured:
            name = {"again": AGAIN}.get(contender, contender)
            results.note(budget.case, budget.scene, name, {budget.measure: value})
    return results


def verdict_on(budget, **values):
    verdicts = judge(results_of(budget, **values))
    return next(one for one in verdicts if one.budget == budget)


def test_a_figure_is_the_median_with_quartiles_and_ends():
    found = figure([9.0, 1.0, 2.0, 3.0, 4.0])
    assert (found.median, found.low, found.high) == (3.0, 2.0, 4.0)
    assert (found.least, found.most, found.count) == (1.0, 9.0, 5)
    assert figure([]) is None


@pytest.mark.parametrize(
    ("share", "value"), [(0, 10.0), (0.25, 17.5), (0.5, 25.0), (0.75, 32.5), (1, 40.0)]
)
def test_quantiles_lie_between_values(share, value):
    assert quantile([40.0, 10.0, 30.0, 20.0], share) == value


def test_a_percentile_is_a_value_that_was_measured():
    assert percentile(list(range(1, 101)), 0.95) == 95
    assert percentile([3.0, 1.0, 2.0], 0.95) == 3.0
    assert percentile([3.0, 1.0, 2.0], 0.0) == 1.0


def test_contenders_are_compared_round_by_round():
    assert ratios([2.0, 9.0, 5.0], [1.0, 3.0, 0.0]) == [2.0, 3.0]
    assert differences([2.0, 9.0], [1.0, 3.0]) == [1.0, 6.0]


def test_a_round_that_only_one_has_played_does_not_count():
    assert ratios([2.0, 9.0], [1.0]) == [2.0]
    assert differences([2.0], [1.0, 3.0]) == [1.0]


def test_slack_is_the_farther_quartile_of_nothing_against_nothing():
    assert slack([0.7, 1.0, 1.0, 1.0, 1.1], 1.0) == 0.0
    assert slack([0.7, 0.9, 1.0, 1.05, 1.1], 1.0) == pytest.approx(0.1)
    assert slack([-1.0, -0.1, 0.0, 0.5, 2.0], 0.0) == 0.5
    assert slack([], 1.0) == 0.0


def test_a_budget_is_held_up_to_its_limit():
    found = verdict_on(SCRIPT, **A_PEER, again=[1.0, 1.0], offswitch=[2.5, 2.5])
    assert (found.outcome, found.median, found.is_broken) == ("held", 0.15, False)


def test_a_budget_is_broken_beyond_its_limit():
    found = verdict_on(SCRIPT, **A_PEER, again=[1.0, 1.0], offswitch=[2.6, 2.6])
    assert found.outcome == "broken"
    assert found.is_broken


def test_a_budget_is_not_broken_by_what_nothing_shows_too():
    both = {"nothing": [1.0] * 5, "autoconsent": [11.0] * 5, "offswitch": [2.6] * 5}
    found = verdict_on(SCRIPT, **both, again=[0.6, 0.8, 1.0, 1.2, 9.0])
    assert found.noise == pytest.approx(0.02)
    assert (found.outcome, found.is_broken) == ("within noise", False)
    assert verdict_on(SCRIPT, **both, again=[0.0, 1.0, 1.0, 1.05, 9.0]).is_broken


def test_ratios_are_held_against_their_own_noise():
    nothing = [100.0, 200.0, 400.0]
    again = [110.0, 220.0, 440.0]
    within = [140.0, 278.0, 556.0]
    found = verdict_on(STORM, nothing=nothing, again=again, offswitch=within)
    assert found.noise == pytest.approx(0.1)
    assert (found.median, found.outcome) == (1.39, "within noise")
    beyond = [230.0, 290.0, 580.0]
    assert verdict_on(STORM, nothing=nothing, again=again, offswitch=beyond).is_broken


def test_counts_have_no_noise():
    assert verdict_on(FRAMES, again=[1.0, 9.0], offswitch=[1.0, 1.0, 9.0]).outcome == "held"
    assert verdict_on(FRAMES, again=[1.0, 9.0], offswitch=[2.0, 2.0, 1.0]).is_broken


def test_what_was_not_measured_is_neither_held_nor_broken():
    assert {one.outcome for one in judge(Results())} == {"not measured"}
    assert not any(one.is_broken for one in judge(Results()))


def test_the_budgets_are_those_of_the_design_and_of_the_decisions_that_replace_them():
    limits = {(one.case, one.scene, one.limit, one.planned) for one in BUDGETS}
    assert limits == {
        ("idle", "a settings page of no setting we know", 0.15, 0.08),
        ("idle", "another setting's page", 0.25, 0.08),
        ("idle", "the setting's page, banner drawn", 0.4, 0.21),
        ("idle", "the same, off the day before", 0.4, 0.21),
        ("idle", "the feed", 0, None),
        ("idle", "a page off LinkedIn", 0, None),
        ("tell", "all delays", 1, None),
        ("storms", "once the switch is known", 1.3, 1.05),
        ("storms", "while looking", 1.9, None),
        ("size", "package", 128, 60),
        ("size", "content scripts", 48, None),
    }


def test_a_visit_is_taken_apart_by_who_does_one_thing_more():
    visits = {NOTHING: 1.0, INERT: 2.0, GREETS: 4.5, LOOKS: 5.0, OURS: 9.0}
    results = Results()
    for who, script in visits.items():
        results.note(SCRIPT.case, SCRIPT.scene, who, {"script": script})
    table = steps_table(results)
    told = dict(zip(table.head, table.rows[0], strict=True))
    assert [told[step] for step in STEPS] == ["1.00", "2.50", "", "0.50", "", "", "8.00"]


def test_everybody_is_first_once():
    assert [turn("abc", number)[0] for number in range(4)] == ["a", "b", "c", "a"]
    assert turn("abc", 1) == ["b", "c", "a"]


def test_the_time_left_goes_by_the_pace_so_far():
    slow, fast = cases.CASES[1], cases.CASES[0]
    rounds = [fast, slow, slow]
    assert seconds_left(rounds, []) == fast.seconds + 2 * slow.seconds
    assert seconds_left(rounds, [(fast, 2 * fast.seconds)]) == 4 * slow.seconds
    done = [(fast, fast.seconds), (slow, slow.seconds), (slow, slow.seconds)]
    assert seconds_left(rounds, done) == 0


def catalogue_script():
    values = {"catalogue": compile_catalogue(load_catalogue())}
    return render_template("catalogue.js.j2", values)


def catalogue_in(script):
    return json.loads(script[script.index('{"') : script.rindex("}") + 1])


def test_a_catalogue_is_cut_or_padded():
    script = catalogue_script()
    shipped = catalogue_in(script)["settings"]
    cut, padded = (with_settings(count, script) for count in (1, 50))
    assert catalogue_in(cut)["settings"] == shipped[:1]
    settings = catalogue_in(padded)["settings"]
    assert settings[: len(shipped)] == shipped
    for part in ("id", "keys", "paths"):
        made_up = {str(one[part]) for one in settings[len(shipped) :]}
        assert len(made_up) == 50 - len(shipped)
        assert made_up.isdisjoint(str(one[part]) for one in shipped)
    assert script.partition('{"')[0] == padded.partition('{"')[0]
    assert padded.endswith("}));\n")


def test_another_catalogue_than_the_known_statement_is_refused():
    with pytest.raises(ValueError, match="no longer the one statement"):
        with_settings(1, "let CATALOGUE = {};")


def test_sizes_leave_out_languages_and_comments():
    files = {"_locales/en/messages.json": b"x" * 4096, "a.js": bytes(range(256)) * 4}
    assert list(without_languages(files)) == ["a.js"]
    assert languages(files).keys() == {"en"}
    assert compressed(files) == pytest.approx(
        compressed(without_languages(files)) + languages(files)["en"]
    )
    assert bare("/** What. */\n  a(); // so\n\n  b('https://c');") == "\na(); \nb('https://c');"


def test_time_goes_to_the_innermost_function_of_an_extension():
    def node(number, url, name, *children):
        frame = {"functionName": name, "url": url, "lineNumber": 6}
        return {"id": number, "callFrame": frame, "children": list(children)}

    ours = "chrome-extension://id/content/main.js"
    nodes = [
        node(1, "", "(root)", 2, 4),
        node(2, ours, "look", 3, 5),
        node(3, "", "querySelector"),
        node(4, "https://host/page.js", "app"),
        node(5, ours, ""),
    ]
    profile = {"nodes": nodes, "samples": [3, 2, 4, 5, 1], "timeDeltas": [500, 250, 90, 1000, 70]}
    assert time_by_function(profile) == {
        "look, content/main.js:7": 0.75,
        "(anonymous), content/main.js:7": 1.0,
    }


def test_lines_are_laid_out_from_nothing_to_the_axis_end():
    drawn = panel("Rows", [Line(OURS, [(100, 0.0), (1_000, 4.0), (10_000, 2.0)])])
    [(name, points, end)] = drawn.lines
    left, top, right = drawn.left, drawn.top, drawn.left + drawn.width
    middle, bottom = left + drawn.width / 2, top + drawn.height
    assert name == OURS
    assert points == f"{left:g},{bottom:g} {middle:g},{top:g} {right:g},{top + 90:g}"
    assert end == (right, top + 90)
    assert [label for _, label in drawn.x_ticks] == ["100", "1,000", "10,000"]
    assert [label for _, label in drawn.y_ticks] == ["0", "1", "2", "3", "4"]
    assert "2.0 ms at 10,000" in drawn.summary


def test_labels_stand_at_the_ends_of_their_lines_and_apart():
    close = [Line(PEER, [(1, 0.0), (10, 3.9)]), Line(OURS, [(1, 0.0), (10, 4.0)])]
    drawn = panel("Rows", [*close, Line(AGAIN, [(1, 0.0), (10, 2.0)])])
    heights = [(name, y - drawn.top) for name, _, (_, y) in drawn.lines]
    assert heights == [(OURS, 0), (PEER, 14), (AGAIN, 90)]


@pytest.mark.parametrize(
    ("value", "end"), [(0.03, 0.1), (0.9, 1), (1, 1), (3, 4), (9.0, 10), (12, 20), (240, 400)]
)
def test_axes_end_at_round_numbers(value, end):
    assert nice(value) == pytest.approx(end)


def test_cells_hold_ours_against_nothing_and_against_the_peer():
    results = results_of(SCRIPT, nothing=[1.0], offswitch=[3.0], autoconsent=[12.0])
    place = (SCRIPT.case, SCRIPT.scene)
    against_peer = Column("", "script", "times", 2, PEER)
    assert cell(against_peer, *place, OURS, results) == "0.25"
    assert cell(against_peer, *place, NOTHING, results) == ""
    assert cell(Column("", "script", "added"), *place, OURS, results) == "2.0"
    assert cell(Column("", "script", "added"), *place, NOTHING, results) == ""
    assert cell(Column("", "heap"), *place, OURS, results) == ""


def test_cells_tell_quartiles_only_where_there_are_any():
    results = results_of(FRAMES, offswitch=[1.0, 2.0, 9.0])
    place = (FRAMES.case, FRAMES.scene, OURS, results)
    assert cell(Column("", "frames"), *place) == "2.0 (1.5 to 5.5)"
    assert cell(Column("", "frames", show="p95", digits=0), *place) == "9"


def a_whole_run():
    """Every case with figures, as short as can be."""
    results = results_of(SCRIPT, **A_PEER, again=[1.0, 1.1], offswitch=[9.0, 9.0])
    results.about = {
        "date": "2026-11-22",
        "cores": 2,
        "model": "A & B",
        "system": "Linux",
        "load": 0.1,
        "versions": {"chromium": "148", "firefox": "149", OURS: "0.1", PEER: "1"},
    }
    for rows, script in ((100, 2.0), (10_000, 3.0)):
        results.note("rows", str(rows), NOTHING, {"script": 1.0, "task": 1.0})
        results.note("rows", str(rows), OURS, {"script": 1.0 + script, "task": 9.0})
    results.facts = {
        "profile": {"the feed": {"look, main.js:1": 1.0}},
        "journey": {"delay": 200, "by hand": {"clicks": 6, "loads": 2}},
    }
    return results


def test_results_come_back_as_they_were_kept(tmp_path):
    results = a_whole_run()
    results.write(tmp_path / "made" / "results.json")
    read = Results.read(tmp_path / "made" / "results.json")
    assert [tables(one) for one in (read, results)] == [tables(results)] * 2
    assert judge(read) == judge(results)


def test_the_document_tells_what_is_broken_and_on_what_it_was_measured(tmp_path):
    write_papers(a_whole_run(), tmp_path)
    text = (tmp_path / "benchmarks.md").read_text(encoding="utf-8")
    assert f"1 of {len(BUDGETS)} budgets is broken. 1 is over what was planned" in text
    assert "| 0.08 | 0.15 of autoconsent's | 0.80 (0.80 to 0.80) | 0.01 | broken |" in text
    assert "2 cores (A & B), Linux, Chromium 148, Firefox 149" in text
    assert "- 1.00 `look, main.js:1`" in text
    assert "| a settings page of no setting we know |  |  |  |  |  |  | 8.00 |" in text
    assert "None" not in text


def test_the_document_tells_of_one_case_too(tmp_path):
    results = a_whole_run()
    results.facts = {}
    write_papers(results, tmp_path)
    assert "Where the time goes" not in (tmp_path / "benchmarks.md").read_text(encoding="utf-8")


def test_the_plot_says_in_words_what_it_shows(tmp_path):
    write_papers(a_whole_run(), tmp_path)
    root = ET.parse(tmp_path / "benchmarks.svg").getroot()  # noqa: S314 - ours
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("aria-labelledby") == "title what"
    assert "offswitch 2.0 ms at 100, 3.0 ms at 10,000" in root.find(f"{space}desc").text
    assert len(root.findall(f".//{space}polyline")) == 1
    assert "prefers-color-scheme: dark" in root.find(f"{space}style").text


def test_growth_is_plotted_by_rows_and_by_settings():
    results = a_whole_run()
    results.facts["settings"] = {"50 settings": 50, "1 settings": 1}
    for name, script in ((NOTHING, 1.0), ("1 settings", 2.0), ("50 settings", 4.0)):
        results.note("settings", "100 rows", name, {"script": script})
    rows, catalogue = panels(results)
    assert rows.left + rows.width < catalogue.left
    assert [label for _, label in catalogue.x_ticks] == ["1", "50"]
    assert "1.0 ms at 1, 3.0 ms at 50" in catalogue.summary


def test_who_has_nothing_to_tell_has_no_row():
    [growth] = [one for one in tables(a_whole_run()) if one.case == "rows"]
    assert [row[:3] for row in growth.rows] == [["100", OURS, "2.0"], ["10000", OURS, "3.0"]]


def test_a_table_is_text_in_columns():
    lines = as_text(verdicts_table(judge(a_whole_run()))).splitlines()
    assert lines[0] == "Budgets"
    assert lines[2].index("0.80 (") == lines[1].index("measured")
