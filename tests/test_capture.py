"""From a page that a maintainer saved to a page of the tests, and what that lets us say."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import build
from builder.bad_input import ROOT, BadInputError
from builder.capture import Places, capture
from builder.catalogue import load_catalogue
from builder.provenance import CAPTURED, README, Provenance, confirmed, with_confirmation
from builder.saved_page import sanitise
from builder.saved_switch import Known
from tests.harness.detector import look
from tests.harness.linkedin import SETTING_KEY, SETTING_PATH, LinkedIn, PageOptions
from tests.harness.linkedin import render as stand_in
from tests.harness.linkedin.client import ask

KNOWN = Known.of(load_catalogue())
FOUND = "input checkbox role=switch, by key, reads on, usable"
NOTHING = "no certain switch: controls: 0, in the main region: 0"
# But the one that has no form at the setting's address, and those that take long by their size.
LEFT_OUT = {"other-setting", "ten-thousand", "ten-thousand-keyed", "megabyte-label"}
PAGES = sorted({path.stem for path in stand_in.PAGES.glob("*.html")} - LEFT_OUT)
DAY = date(2026, 2, 1)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Somewhere to write, with a README that knows of no page."""
    tmp_path.joinpath("README.md").write_text(with_confirmation(README.read_text(), None))
    return Places(tmp_path / "captured", tmp_path / "README.md")


@pytest.fixture
def saved(tmp_path: Path, linkedin: LinkedIn) -> Path:
    """A page as a browser saved it, with a person in it."""
    html = as_sent(linkedin).replace("Messaging", "Wilhelmina Quackenbush")
    file = tmp_path / "saved.html"
    file.write_text(html, encoding="utf-8")
    return file


def as_sent(linkedin: LinkedIn) -> str:
    """The setting's page without the comment that says whose page it is."""
    return ask(linkedin, SETTING_PATH)[1].partition("-->")[2]


def captured(saved: Path, places: Places, found: str = FOUND, **other: object) -> list[str]:
    given = {"browser": "Firefox 153", "language": None, "day": DAY} | other
    return capture(saved, **given, look=lambda _: found, places=places)


def files_of(places: Places) -> dict[str, str]:
    """Everything where a capture may write."""
    files = [places.readme, *places.captured.rglob("*")]
    return {str(file): file.read_text(encoding="utf-8") for file in files}


def confirmation(places: Places) -> str:
    [line] = re.findall("^Confirmed on .*", places.readme.read_text(), re.MULTILINE)
    return line


def test_a_capture_says_where_it_is_from(saved, places):
    lines = captured(saved, places)
    file = places.captured / "2026-02-01-en-firefox-153.html"
    assert lines[:2] == [f"wrote {file}", f"found: {FOUND}"]
    first, _, rest = file.read_text().partition("\n")
    assert first == (
        "<!-- Captured. Date: 2026-02-01; language: en; browser: Firefox 153;"
        f" found: {FOUND}; sanitised by build.py capture. -->"
    )
    assert rest == sanitise(saved.read_text(), KNOWN)
    assert "Wilhelmina" not in rest
    assert [*places.captured.iterdir()] == [file]


def test_the_readme_names_the_newest_page_that_shows_the_switch(saved, places):
    assert confirmation(places) == "Confirmed on a live LinkedIn page: never"
    captured(saved, places, NOTHING)
    assert confirmation(places) == "Confirmed on a live LinkedIn page: never"
    captured(saved, places, language="pt-BR", browser="Chrome 160")
    newest = "Confirmed on a live LinkedIn page: 2026-02-01, pt-BR, Chrome 160"
    assert confirmation(places) == newest
    captured(saved, places, day=date(2026, 1, 31), browser="Edge 1.2.3")
    assert confirmation(places) == newest


def test_an_unknown_key_is_told_on_the_screen_only(saved, places):
    saved.write_text(saved.read_text().replace(SETTING_KEY, "allowSomethingNew"))
    assert any("allowSomethingNew" in line for line in captured(saved, places))
    assert "allowSomethingNew" not in str(files_of(places))


REFUSED = {
    "nothing": (b"", "is empty"),
    "white space": (b" \n", "is empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "is not HTML in UTF-8"),
    "an archive": (b"From: <Saved by x>\nMIME-Version: 1.0\n\n<html>", "is not HTML; save"),
    "a vector image": (b"<svg><main></main></svg>", "is not HTML; save"),
    "plain text": (b"the <html> element", "is not HTML; save"),
    "no main region": (b"<!doctype html><html lang=en><p>Sign in", "has no main region"),
    "frames": (b"<html lang=en><frameset><frame src=a></frameset>", "has no main region"),
    "no language": (b"<html><main></main>", 'is no language tag such as en or pt-BR: ""'),
    "odd language": (b"<html lang='me; x'><main></main>", ': "me; x"; use --language'),
    "one of our pages": (b"<!-- Reconstruction. --><html lang=en><main>", "is a page of the tests"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_page_of_linkedins_is_refused(saved, places, name):
    content, problem = REFUSED[name]
    saved.write_bytes(content)
    before = files_of(places)
    with pytest.raises(BadInputError) as refused:
        captured(saved, places)
    assert problem in str(refused.value)
    assert files_of(places) == before


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"browser": "Firefox"}, "must be name and version"),
        ({"browser": "Jane's Firefox 153"}, "must be name and version"),
        ({"browser": "--> 1"}, "must be name and version"),
        ({"language": "../en"}, "is no language tag"),
        ({"day": date(9999, 1, 1)}, "is yet to come"),
    ],
)
def test_arguments_that_would_make_a_false_name_are_refused(saved, places, given, problem):
    before = files_of(places)
    with pytest.raises(BadInputError, match=problem):
        captured(saved, places, **given)
    assert files_of(places) == before


def test_a_captured_page_is_never_overwritten(saved, places):
    captured(saved, places)
    before = files_of(places)
    with pytest.raises(BadInputError, match="is there already"):
        captured(saved, places, NOTHING)
    assert files_of(places) == before


@pytest.mark.parametrize("lines", [0, 2])
def test_a_readme_without_its_line_stops_it(saved, places, lines):
    places.readme.write_text("Confirmed on a live LinkedIn page: never\n" * lines)
    with pytest.raises(BadInputError, match="must have one line"):
        captured(saved, places)
    assert not places.captured.exists()


def test_a_detector_that_fails_leaves_nothing_behind(saved, places):
    def fail(page: Path) -> str:
        raise BadInputError(page, "", "no browser")

    with pytest.raises(BadInputError):
        capture(saved, "Firefox 153", None, DAY, look=fail, places=places)
    assert not places.captured.exists()
    assert confirmation(places).endswith("never")


def test_every_captured_page_is_as_it_was_captured():
    """Goes over what is there, which may be nothing; a page put there by hand is found out."""
    for file in CAPTURED.glob("*"):
        page = Provenance.read(file)
        body = file.read_text(encoding="utf-8").partition("\n")[2]
        assert file.name == page.file_name
        assert sanitise(body, KNOWN) == body


def test_the_readme_says_what_the_captured_pages_confirm():
    readme = README.read_text(encoding="utf-8")
    assert with_confirmation(readme, confirmed()) == readme


@pytest.mark.parametrize(
    "first",
    ["<!doctype html>", "<!-- Reconstruction. -->", "<!-- Captured. Date: soon; language: en; -->"],
)
def test_a_page_without_provenance_is_no_captured_page(tmp_path, first):
    tmp_path.joinpath("page.html").write_text(f"{first}\n<html>")
    with pytest.raises(BadInputError, match=r"line 1: is not what `build.py capture` writes"):
        confirmed(tmp_path)


def test_the_build_needs_no_development_tools(tmp_path, saved):
    for name in ("bs4", "html5lib", "selenium"):
        tmp_path.joinpath(f"{name}.py").write_text(f'raise ImportError("", name="{name}")')
    code = "import sys, build; sys.exit(build.main(sys.argv[1:]))"

    def run(*arguments: str) -> subprocess.CompletedProcess:
        path = {"PYTHONPATH": f"{tmp_path}:{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-c", code, *arguments]
        return subprocess.run(command, env=path, capture_output=True, text=True, check=False)

    assert run("build", "--dist", str(tmp_path / "dist")).returncode == 0
    refused = run("capture", str(saved), "--browser", "Firefox 153")
    assert refused.returncode == 2
    assert re.search('"(selenium|bs4)" is not installed; run `make setup`\n$', refused.stderr)
    tmp_path.joinpath("selenium.py").unlink()
    refused = run("capture", str(saved), "--browser", "Firefox 153")
    assert '"html5lib" is not installed; run `make setup`' in refused.stderr


def test_the_detector_finds_the_same_before_and_after(browser, linkedin, tmp_path):
    before, after = tmp_path / "before.html", tmp_path / "after.html"
    locked = PageOptions(language="ar", rows=2, disabled=True)
    pages = [(name, PageOptions()) for name in PAGES]
    certain = set()
    for name, options in [*pages, ("keyed-switch", locked), ("artdeco-toggle-24", locked)]:
        linkedin.page, linkedin.page_options = name, options
        html = ask(linkedin, SETTING_PATH)[1]
        before.write_text(html, encoding="utf-8")
        after.write_text(sanitise(html, KNOWN), encoding="utf-8")
        found = look(browser.driver, before)
        assert look(browser.driver, after) == found, name
        certain |= {name} if found.kind else set()
    assert {"keyed-switch", "css-modules", "artdeco-toggle", "shadow-switch"} <= certain
    assert {"two-unkeyed", "other-name-only", "foreign-key-only", "blank"} & certain == set()


def test_every_captured_page_reads_what_it_read(browser):
    """Goes over what is there, which may be nothing."""
    for file in CAPTURED.glob("*"):
        assert str(look(browser.driver, file)) == Provenance.read(file).found, file.name


FORMS = {"keyed-switch": "by key", "css-modules": "the only one in the main region"}


@pytest.mark.parametrize("form", FORMS)
def test_the_extension_reads_a_captured_page_as_it_reads_linkedins(
    page, browser, linkedin, saved, places, monkeypatch, form
):
    templates = stand_in._environment()
    # Each form's copy has the same name, and a template that was read once would be kept.
    monkeypatch.setattr(templates, "cache", None)
    searched = templates.loader
    folders = [*searched.searchpath, str(places.captured.parent)]
    monkeypatch.setattr(searched, "searchpath", folders)
    linkedin.page = form
    for on, state in ((True, "on"), (False, "off")):
        linkedin.page, linkedin.settings[SETTING_KEY] = form, on
        saved.write_text(as_sent(linkedin), encoding="utf-8")
        lines = capture(
            saved,
            f"Firefox {int(on)}",
            None,
            DAY,
            look=lambda file: str(look(browser.driver, file)),
            places=places,
        )
        found = f"found: input checkbox role=switch, {FORMS[form]}, reads {state}, usable"
        assert lines[1] == found
        linkedin.page = f"captured/2026-02-01-en-firefox-{int(on)}"
        page.open_in_new_tab()
        page.wait_for_state(state)
        assert page.overlay_nodes == int(on)


@pytest.mark.browser
def test_the_command_looks_with_a_browser_of_its_own(saved, places, monkeypatch, capsys):
    monkeypatch.setattr("builder.capture.Places", lambda: places)
    arguments = ["capture", str(saved), "--browser", "Firefox 153", "--date", "2026-02-01"]
    assert build.main(arguments) == 0
    assert f"found: {FOUND}\n" in capsys.readouterr().out
    assert confirmation(places).endswith("2026-02-01, en, Firefox 153")
    assert build.main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
