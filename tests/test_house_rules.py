"""The rules of the house: what keeps the project small, honest and reviewable."""

import re
from pathlib import Path

import pytest

from builder.bad_input import ROOT
from builder.catalogue import load_catalogue
from builder.render import EXTENSION, RENDERED_SCRIPTS, load_scripts

SCRIPTS = sorted(EXTENSION.rglob("*.js"))
# What LinkedIn, not the web at large, is like. The templates of catalogue and manifest render it.
SITE_WORDS = re.compile(
    "|".join(
        ["linkedin[.]com", "mypreferences", "mysettings", "artdeco", "#main"]
        + [fact.key for setting in load_catalogue().settings for fact in setting.keys]
        + [other.key for other in load_catalogue().others]
    )
)
# The interface with callbacks is called so in both browsers; one call needs its callback.
BROWSER_NAMES = re.compile(
    r"chromium|firefox|chrome\b(?![.](?:action[.]setIcon|runtime[.]lastError))", re.IGNORECASE
)


def code_of(file: Path) -> str:
    """A script without its comments."""
    text = file.read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", text, flags=re.DOTALL)


def offenders(files: list[Path], pattern: str) -> list[str]:
    """Where the pattern stands in the code of the files."""
    return [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file in files
        for match in re.finditer(pattern, code_of(file))
    ]


def in_folder(name: str) -> list[Path]:
    return sorted((EXTENSION / name).rglob("*.js"))


def test_core_is_pure():
    """No browser API, no clock, no timer, nothing written into a page."""
    writes = (
        r"\bbrowser[.]|\bchrome[.]|performance[.]now|Date[.]|setTimeout|addEventListener"
        r"|[.](?:append|remove|setAttribute|click|focus|prepend|replaceWith)\(|[.]textContent\s*="
    )
    assert offenders(in_folder("core"), writes) == []


def test_nothing_is_asked_of_the_network_and_no_text_becomes_code():
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document[.]write|\beval\b|new Function"
        r"|\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\bimport\("
    )
    assert offenders(SCRIPTS, forbidden) == []


def test_no_endless_timers():
    assert offenders(SCRIPTS, r"setInterval|setImmediate") == []
    frames = offenders(SCRIPTS, r"requestAnimationFrame")
    assert frames == ["extension/content/watch-page.js: requestAnimationFrame"]


def test_linkedin_storage_and_cookies_are_left_alone():
    assert offenders(SCRIPTS, r"localStorage|sessionStorage|document[.]cookie|indexedDB") == []


def test_site_knowledge_stands_in_the_catalogue_only():
    assert offenders(SCRIPTS, SITE_WORDS.pattern) == []


def test_views_know_neither_catalogue_nor_core():
    views = ["ring", "banner", "overlay", "draw-state"]
    files = [EXTENSION / "content" / f"{name}.js" for name in views]
    assert offenders(files, r"CATALOGUE|nextState|findSwitch|settingsAt|browser[.]") == []


def test_one_click_in_one_place():
    assert offenders(SCRIPTS, r"[.]click\(") == ["extension/content/main.js: .click("]


def test_one_writer_of_state():
    assert offenders(SCRIPTS, r"\bnextState\(") == [
        "extension/content/main.js: nextState(",
        "extension/core/next-state.js: nextState(",
    ]


def test_off_is_claimed_in_one_place():
    core = (EXTENSION / "core" / "next-state.js").read_text(encoding="utf-8")
    assert re.findall(r"enter\([^)]*'off'\)", core) == ["enter(state, 'off')"]


def test_only_the_overlay_enters_the_page():
    attach = r"documentElement[.]insertBefore|body[.]append|head[.]append|documentElement[.]append"
    found = offenders(in_folder("content"), attach)
    assert found == ["extension/content/overlay.js: documentElement.insertBefore"]


def test_browsers_are_told_apart_in_the_manifest_and_the_harness_only():
    shipped = [file for file in SCRIPTS if BROWSER_NAMES.search(code_of(file))]
    assert shipped == []
    python = [
        file.relative_to(ROOT).as_posix()
        for file in ROOT.joinpath("tests").rglob("*.py")
        if "harness/browsers" not in file.as_posix() and file.name != "test_house_rules.py"
        if re.search(
            r"""==\s*["'](?:chromium|firefox)|webdriver[.](?:Chrome|Firefox)""", file.read_text()
        )
    ]
    assert python == []


def test_every_script_is_listed_and_every_listed_script_is_there():
    scripts = load_scripts()
    written = {file.relative_to(EXTENSION).as_posix() for file in SCRIPTS}
    listed = set(scripts.content + scripts.background + scripts.panel)
    assert listed - {*RENDERED_SCRIPTS} <= written
    folders = ("content", "core", "background", "panel")
    assert {path for path in written if path.split("/")[0] in folders} <= listed


@pytest.mark.parametrize("context", ["content", "background", "panel"])
def test_a_script_uses_only_what_stands_above_it(context):
    """At load time: what a function calls later may be anywhere."""
    scripts = load_scripts()
    names = [path for path in getattr(scripts, context) if (EXTENSION / path).exists()]
    runs = r"^(?:begin\(\)|let arrived|browser[.]|addEventListener)"
    running = [p for p in names if re.search(runs, code_of(EXTENSION / p), re.MULTILINE)]
    assert running == names[-1:], "one file per context runs, listed last"


def test_no_function_stands_there_twice_in_one_context():
    """Classic scripts share one scope, and the last one of a name would win in silence."""
    scripts = load_scripts()
    for names in (scripts.content, scripts.background, scripts.panel):
        files = [EXTENSION / name for name in names]
        code = "\n".join(code_of(file) for file in files if file.exists())
        declared = re.findall(r"^(?:async )?function (\w+)", code, re.MULTILINE)
        assert [name for name in set(declared) if declared.count(name) > 1] == []


def test_every_function_is_used():
    declared = {
        name
        for file in SCRIPTS
        for name in re.findall(r"^(?:async )?function (\w+)", code_of(file), re.MULTILINE)
    }
    everything = "\n".join(code_of(file) for file in SCRIPTS)
    unused = [name for name in sorted(declared) if len(re.findall(rf"\b{name}\b", everything)) < 2]
    assert unused == []


def test_files_stay_small():
    limit = 150
    long = {
        file.relative_to(ROOT).as_posix()
        for file in [*SCRIPTS, *ROOT.joinpath("builder").glob("*.py"), ROOT / "build.py"]
        if len([line for line in code_of(file).split("\n") if line.strip()]) > limit
    }
    assert long == set()


def test_content_scripts_fit_their_budget():
    """48 KB, comments, indentation, style and catalogue apart: see decision 0036."""
    scripts = load_scripts()
    files = [EXTENSION / path for path in scripts.content]
    code = sum(len(re.sub(r"\n\s*", "\n", code_of(file))) for file in files if file.exists())
    assert code <= 48 * 1024


def test_no_test_waits_a_fixed_time_or_tries_again():
    python = [f for f in ROOT.joinpath("tests").rglob("*.py") if f.name != "test_house_rules.py"]
    forbidden = re.compile(r"\bsleep\(|mark[.](?:skip|xfail|flaky)|rerun")
    assert [file.name for file in python if forbidden.search(file.read_text())] == []


def test_lock_files_carry_no_addresses():
    for name in ("package-lock.json", "tests/bench/package-lock.json", "requirements.txt"):
        text = ROOT.joinpath(name).read_text(encoding="utf-8")
        assert '"resolved"' not in text
        assert not re.search(r"^--?\S*(?:index|find-links)", text, re.MULTILINE)
