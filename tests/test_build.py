"""The build: what comes out, and what a person is told when something is wrong."""

import json
import re
import struct
from itertools import product
from pathlib import Path

import pytest

from builder.bad_input import ROOT
from tests.harness.project import copy_project, edit, run_build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of all that the build reads, with a finished build in it."""
    return copy_project(tmp_path)


def contents(folder: Path) -> dict[str, bytes]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def manifest(project: Path, target: str) -> dict:
    return json.loads((project / "dist" / target / "manifest.json").read_text(encoding="utf-8"))


def test_both_packages_hold_all_that_they_name(project):
    for target in ("chromium", "firefox"):
        folder = project / "dist" / target
        named = manifest(project, target)
        scripts = named["content_scripts"][0]["js"] + named["background"].get("scripts", [])
        for path in scripts + list(named["icons"].values()):
            assert (folder / path).is_file(), path
        pages = [*folder.rglob("*.html")]
        names = {
            "history.html",
            "options.html",
            "panel.html",
            "review.html",
            "rights.html",
            "welcome.html",
        }
        assert {page.name for page in pages} == names
        for page in pages:
            for path in page.read_text().split('"'):
                if path.endswith((".js", ".css", ".png")):
                    assert (page.parent / path).is_file(), path


def test_nothing_ships_that_nothing_names(project):
    for target in ("chromium", "firefox"):
        folder = project / "dist" / target
        pages = [*folder.rglob("*.html")]
        texts = [
            *(page.read_text() for page in pages),
            *(file.read_text() for file in [folder / "manifest.json", *folder.rglob("worker.js")]),
        ]
        named = {Path(path).name for text in texts for path in text.split('"')}
        assert {
            file.name
            for file in folder.rglob("*")
            if file.suffix in (".js", ".css") and file.name not in named
        } == set()


def test_icons_have_the_size_that_their_name_says(project):
    for target in ("chromium", "firefox"):
        icons = [*(project / "dist" / target / "icons").iterdir()]
        sizes = {file.name: (size_of(file), file.stem.rsplit("-", 1)[1]) for file in icons}
        assert {name for name, (size, said) in sizes.items() if size != (int(said),) * 2} == set()
        named = manifest(project, target)
        assert named["icons"] == named["action"]["default_icon"]
        for size, path in named["icons"].items():
            assert sizes[Path(path).name][1] == size


def size_of(png: Path) -> tuple[int, int]:
    """Width and height, as a PNG's first chunk says."""
    return struct.unpack(">II", png.read_bytes()[16:24])


def test_each_state_has_a_drawing_of_its_own(project):
    """In each size and browser; and every badge has one that is there."""
    toolbar = (project / "extension/background/toolbar.js").read_text(encoding="utf-8")
    [icons] = re.findall(r"const ICONS = \{(.*)\};", toolbar)
    names = re.findall(r"'(\w+)'[,\s]", icons + " ")
    for target, size in product(("chromium", "firefox"), (16, 32)):
        folder = project / "dist" / target / "icons"
        drawings = {(folder / f"{name}-{size}.png").read_bytes() for name in names}
        assert len(drawings) == len(names) == 5


def test_the_manifest_asks_for_as_little_as_it_can(project):
    for target in ("chromium", "firefox"):
        named = manifest(project, target)
        assert named["permissions"] == ["activeTab", "alarms", "storage"]
        for key in ("host_permissions", "web_accessible_resources", "externally_connectable"):
            assert key not in named
        [scripts] = named["content_scripts"]
        assert scripts["matches"] == [
            "https://www.linkedin.com/mypreferences/d/*",
            "https://www.linkedin.com/mypreferences/m/*",
        ]
        assert "all_frames" not in scripts
        assert "default_popup" not in named["action"]


def test_pages_get_the_overlays_style_with_all_its_rules_and_no_comments(project):
    script = (project / "dist/chromium/content/overlay-style.js").read_text(encoding="utf-8")
    style = json.loads(script.removeprefix("const OVERLAY_STYLE = ").rstrip(";\n"))
    written = [
        (project / "extension" / path).read_text(encoding="utf-8")
        for path in ("shared/tokens.css", "content/overlay.css")
    ]
    for rule in re.findall(r"^[^\s/*@}][^*]*?\{$", "\n".join(written), flags=re.MULTILINE):
        assert rule in style
    assert "/*" not in style
    assert style.count("{") == style.count("}")


def test_what_ships_is_what_is_written(project):
    panel = (project / "dist" / "firefox" / "panel" / "scripts.js").read_bytes()
    for file in (project / "extension").rglob("*.js"):
        path = file.relative_to(project / "extension")
        if path.parts[0] == "panel":
            assert f"// {path.as_posix()}\n".encode() + file.read_bytes() in panel
        else:
            assert (project / "dist" / "firefox" / path).read_bytes() == file.read_bytes()


TOML = "catalogue/linkedin.toml"
GERMAN = "locales/de.toml"
BROKEN = {
    "script that is not there": (
        "extension/scripts.toml",
        '"panel/say-ago.js"',
        '"panel/say-agoo.js"',
        "extension/scripts.toml: panel: panel/say-agoo.js is not there; take it out, or write it",
    ),
    "broken TOML": (TOML, "[site]", "[site", "catalogue/linkedin.toml: is not valid TOML"),
    "missing key": (
        TOML,
        'key = "allowDataForGenerativeAI"',
        "",
        "catalogue/linkedin.toml: settings.0.keys.0.key: is missing",
    ),
    "unknown key": (
        TOML,
        "[site]",
        '[site]\ncolour = "blue"',
        "catalogue/linkedin.toml: site.colour: is not a known key",
    ),
    "wrong type": (TOML, 'host = "www.linkedin.com"', "host = 7", "site.host: "),
    "path outside the preferences": (
        TOML,
        '"/mypreferences/d/settings/data-for-ai-improvement"',
        '"/feed/settings"',
        "settings.0.paths.0.path: ",
    ),
    "path that could end an account": (
        TOML,
        '"/mypreferences/m/settings/data-for-ai-improvement"',
        '"/mypreferences/d/close-accounts"',
        "settings.0: '/mypreferences/d/close-accounts' is near what Offswitch never touches",
    ),
    "key that could lock out": (
        TOML,
        '"allowDataForGenerativeAI"',
        '"useTwoFactorAuthentication"',
        "settings.0: 'useTwoFactorAuthentication' is near what Offswitch never touches",
    ),
    "link off LinkedIn": (
        TOML,
        '"/help/linkedin/ask/TS-DPRO"',
        '"https://example.com/help"',
        "links.0.path: ",
    ),
    "link to another host without a scheme": (
        TOML,
        '"/help/linkedin/ask/TS-DPRO"',
        '"//example.com/help"',
        "links.0.path: ",
    ),
    "another host": (TOML, '"www.linkedin.com"', '"example.com"', "site.host: "),
    "another kind of control": (TOML, '"switch"', '"radio"', "settings.0.control: "),
    "unconfirmed path that would be clicked at": (
        TOML,
        'path = "/mypreferences/d/settings/data-for-ai-improvement"\nsource = "psst"\n'
        'grade = "observed"',
        'path = "/mypreferences/d/settings/ai"\ngrade = "unconfirmed"\nbecause = "a guess"',
        "settings.0: its first key and path must be observed",
    ),
    "observed by nobody": (
        TOML,
        'key = "allowDataForGenerativeAI"\nsource = "psst"\n',
        'key = "allowDataForGenerativeAI"\n',
        "settings.0.keys.0: ",
    ),
    "source that is not there": (
        TOML,
        'key = "allowDataForGenerativeAI"\nsource = "psst"',
        'key = "allowDataForGenerativeAI"\nsource = "hearsay"',
        "settings.0.keys.0.source: is not one of [sources]: 'hearsay'",
    ),
    "language twice": (
        TOML,
        'language = "de"',
        'language = "en"',
        "ai-training.en: stands there twice; each name of a language has one entry",
    ),
    "language that LinkedIn has not": (
        TOML,
        'language = "de"',
        'language = "hr"',
        "settings.0.names: 'hr' is no language of LinkedIn's interface",
    ),
    "key twice": (
        TOML,
        'key = "allowAdsByAge"',
        'key = "allowAdsByGender"',
        "allowAdsByGender: stands there twice",
    ),
    "key of a setting we turn off, for one that we do not": (
        TOML,
        'key = "interfaceLocale"',
        'key = "allowAdsByGender"',
        "allowAdsByGender: stands there twice",
    ),
    "path twice in one setting": (
        TOML,
        '"/mypreferences/d/settings/data-for-generative-ai"',
        '"/mypreferences/d/data-for-ai-improvement"',
        "/mypreferences/d/data-for-ai-improvement: stands there twice",
    ),
    "path shared by a setting without a key that was seen": (
        TOML,
        'key = "tipsForUsingLinkedinViaEmail"\nsource = "psst"\ngrade = "observed"',
        'key = "tipsForUsingLinkedinViaEmail"\ngrade = "unconfirmed"\nbecause = "a guess"',
        "/mypreferences/d/settings/linkedin-promotions: is shared by settings; each of them needs",
    ),
    "group that is not there": (
        TOML,
        '[settings.group]\nid = "account"',
        '[settings.group]\nid = "nowhere"',
        "settings.12.group.id: is not one of [[groups]]: 'nowhere'",
    ),
    "group that has a setting's id": (
        TOML,
        '[[groups]]\nid = "account"',
        '[[groups]]\nid = "cookies"',
        "cookies: stands there twice; each id has one entry",
    ),
    "page to see that has a link's id": (
        TOML,
        'id = "search-history"',
        'id = "data-privacy"',
        "data-privacy: stands there twice; each id has one entry",
    ),
    "group of a source that is not there": (
        TOML,
        'id = "ads"\nsource = "addresses"',
        'id = "ads"\nsource = "hearsay"',
        "settings.4.group.source: is not one of [sources]: 'hearsay'",
    ),
    "inferred name without a reason": (
        TOML,
        'title = "Ads by age"\nconfidence = "inferred"\nbecause = "',
        'title = "Ads by age"\nconfidence = "inferred"\nlabel = "',
        "settings.5.names.0: ",
    ),
    "setting that we do not explain": (
        TOML,
        'id = "cookies"',
        'id = "biscuits"',
        "locales/en.toml: setting_biscuits_does: is missing; the setting 'biscuits' needs it",
    ),
    "message that English has not": (
        GERMAN,
        "[button_close]",
        '[no_such_message]\ntext = "?"\n\n[button_close]',
        f"{GERMAN}: no_such_message: is not a message of en.toml",
    ),
    "message that a translation lacks": (
        GERMAN,
        "[button_close]",
        "[button_shut]",
        f"{GERMAN}: button_close: is missing; translate it",
    ),
    "changed placeholder": (
        GERMAN,
        "{menu}",
        "{other}",
        f"{GERMAN}: by_hand_settings: has other placeholders than English: use {{menu}}",
    ),
    "title that is too long": (
        GERMAN,
        '[title_on]\ntext = "',
        '[title_on]\ntext = "' + 90 * "a",
        f"{GERMAN}: title_on: has 1",
    ),
    "description that no store takes": (
        GERMAN,
        '[description]\ntext = "',
        '[description]\ntext = "' + 132 * "a",
        f"{GERMAN}: description: has 2",
    ),
    "exclamation mark": (
        GERMAN,
        '[button_close]\ntext = "',
        '[button_close]\ntext = "¡',
        f"{GERMAN}: button_close: has an exclamation mark",
    ),
    "ellipsis of three characters": (
        GERMAN,
        '[button_close]\ntext = "',
        '[button_close]\ntext = "...',
        f"{GERMAN}: button_close: has three full stops",
    ),
    "translation of nobody": (
        GERMAN,
        'made_by = "machine"',
        "",
        f"{GERMAN}: made_by: is missing",
    ),
    "another language than the file's": (
        GERMAN,
        'text = "de"',
        'text = "nl"',
        f"{GERMAN}: language: is not the language",
    ),
    "undefined name in a template": (
        "extension/manifest.json.j2",
        "{{ version | tojson }}",
        "{{ vershun | tojson }}",
        "extension/manifest.json.j2: line 5: 'vershun' is undefined",
    ),
    "template that renders to broken JSON": (
        "extension/manifest.json.j2",
        '"manifest_version": 3,',
        '"manifest_version": 3',
        "extension/manifest.json.j2: renders to broken JSON",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_bad_input_gets_one_clear_line_and_changes_nothing(project, name):
    path, old, new, expected = BROKEN[name]
    file = project / path
    if old:
        edit(file, old, new)
    else:
        file.write_text(new, encoding="utf-8")
    before = contents(project / "dist")
    result = run_build(project, "build")
    assert result.returncode == 2
    assert expected in result.stderr
    assert result.stderr.count("\n") == 1
    assert contents(project / "dist") == before


def test_a_dist_that_cannot_be_written_is_named(project):
    (project / "blocked").write_text("a file where a folder should be")
    result = run_build(project, "build", "--dist", "blocked")
    assert result.returncode == 2
    assert result.stderr.startswith("blocked: cannot be written")
    assert result.stderr.count("\n") == 1


def test_every_command_explains_itself():
    for arguments in (["--help"], ["build", "--help"], ["package", "--help"]):
        result = run_build(ROOT, *arguments)
        assert result.returncode == 0
        assert "usage: build.py" in result.stdout
