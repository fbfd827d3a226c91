"""`build.py verify`: each difference is named, and what stores and browsers add is none."""

import io
import json

import pytest
from PIL import Image

import build
from builder.picture import shows
from builder.write import zip_files

PACKAGES = build.render_all()
SCRIPT = "content/main.js"
ICON = "icons/icon-48.png"
GERMAN = "_locales/de/messages.json"
STORE = "https://clients2.google.com/service/update2/crx"
# What a .crx has before its ZIP: magic, version, length of the header, header.
CRX = b"Cr24" + (3).to_bytes(4, "little") + (9).to_bytes(4, "little") + b"signature"


@pytest.fixture
def verify(tmp_path, capsys, monkeypatch):
    """Runs the command on a copy: its exit code, and what it says."""
    monkeypatch.setattr(build, "render_all", lambda: PACKAGES)  # once is enough

    def run(copy, ending="zip", *, before=b""):
        file = tmp_path / f"copy.{ending}"
        file.write_bytes(before + (copy if isinstance(copy, bytes) else zip_files(copy)))
        code = build.main(["verify", str(file)])
        said = capsys.readouterr()
        assert [*tmp_path.iterdir()] == [file], "nothing is unpacked"
        return code, said.out + said.err

    return run


def write(folder, files):
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def edited(target, path, old, new):
    """A package with one change."""
    before = PACKAGES[target][path]
    assert old in before
    return PACKAGES[target] | {path: before.replace(old, new, 1)}


def manifest_of(files, **more):
    """Its manifest as Chromium writes it anew, with more in it."""
    named = json.loads(files["manifest.json"]) | more
    return {"manifest.json": json.dumps(named, sort_keys=True, indent=3).encode()}


def picture_of(files, pixel=None):
    """Its icon as another encoder writes it, with one pixel that may be different."""
    picture = Image.open(io.BytesIO(files[ICON]))
    if pixel:
        picture.putpixel((24, 24), pixel)
    made = io.BytesIO()
    picture.save(made, "PNG", compress_level=1)
    assert made.getvalue() != files[ICON]
    return {ICON: made.getvalue()}


def installed(**more):
    """What Chromium makes of its package."""
    files = PACKAGES["chromium"]
    german = json.dumps(json.loads(files[GERMAN]), sort_keys=True, indent=3).encode()
    return (
        files
        | manifest_of(files, key="MIIB", update_url=STORE, **more)
        | picture_of(files)
        | {GERMAN: german, "_metadata/verified_contents.json": b"[]"}
    )


SIGNED = PACKAGES["firefox"] | {"META-INF/mozilla.rsa": b"\0", "META-INF/cose.sig": b"\1"}
SAME = {
    "Chromium's, packed": ("chromium", PACKAGES["chromium"], "zip", b""),
    "Firefox's, packed": ("firefox", PACKAGES["firefox"], "xpi", b""),
    "signed by Mozilla": ("firefox", SIGNED, "xpi", b""),
    "downloaded from a store of Chromium's": ("chromium", PACKAGES["chromium"], "crx", CRX),
    "written anew by Chromium": ("chromium", installed(differential_fingerprint="1.a"), "crx", CRX),
}


@pytest.mark.parametrize("name", SAME)
def test_a_copy_of_what_is_built_is_the_same(name, verify):
    target, files, ending, before = SAME[name]
    code, said = verify(files, ending, before=before)
    assert (code, said.count("The same as ")) == (0, 1)
    assert f" builds for {target}: {len(PACKAGES[target] | files)} files." in said
    assert ("Set aside" in said) == (files not in PACKAGES.values())


@pytest.mark.parametrize("target", PACKAGES)
def test_an_unpacked_folder_is_compared_too(target, tmp_path, capsys):
    folder = write(tmp_path, PACKAGES[target])
    assert build.main(["verify", str(folder)]) == 0
    (folder / "x.js").write_bytes(b"")
    (folder / SCRIPT).unlink()
    assert build.main(["verify", str(folder)]) == 1
    said = capsys.readouterr().out
    assert "added: x.js\n" in said
    assert f"missing: {SCRIPT}\n" in said


CHROMIUM, FIREFOX = PACKAGES["chromium"], PACKAGES["firefox"]
DIFFERENT = {
    "a changed script": (
        edited("firefox", SCRIPT, b"\n", b"\nsend();\n"),
        f"changed: {SCRIPT}, line 2: 'send();",
    ),
    "a shortened script": (
        FIREFOX | {SCRIPT: FIREFOX[SCRIPT].rstrip()},
        f"changed: {SCRIPT}, line {len(FIREFOX[SCRIPT].splitlines()) + 1}: the end where this ",
    ),
    "one byte that is no text": (
        FIREFOX | {SCRIPT: FIREFOX[SCRIPT] + b"\xff"},
        f"changed: {SCRIPT}",
    ),
    "another icon in Firefox": (FIREFOX | picture_of(FIREFOX), f"changed: {ICON}"),
    "one other pixel in Chromium": (
        installed() | picture_of(CHROMIUM, (1, 2, 3, 255)),
        f"changed: {ICON}",
    ),
    "a permission more": (
        installed(permissions=["activeTab", "alarms", "storage", "tabs"]),
        """changed: manifest.json, line """,
    ),
    "another place to be updated from": (
        installed() | manifest_of(CHROMIUM, update_url="https://example.com/crx"),
        "changed: manifest.json, line ",
    ),
    "a place to be updated from that is no text": (
        installed() | manifest_of(CHROMIUM, update_url=[STORE]),
        "changed: manifest.json, line ",
    ),
    "a key of the manifest twice": (
        edited("chromium", "manifest.json", b'"name"', b'"version": "0", "name"'),
        "changed: manifest.json, line ",
    ),
    "a manifest written anew in Firefox": (
        FIREFOX | manifest_of(FIREFOX),
        "changed: manifest.json, line ",
    ),
    "JSON too deep to be read": (
        CHROMIUM | {GERMAN: b"[" * 100_000},
        f"changed: {GERMAN}, line 1: '[[[",
    ),
    "a message in an installed copy": (
        installed() | {GERMAN: installed()[GERMAN].replace(b"Offswitch", b"0ffswitch", 1)},
        f"changed: {GERMAN}, line ",
    ),
    "a stray file among the signatures": (
        SIGNED | {"META-INF/run.js": b"1"},
        "added: META-INF/run.js\n",
    ),
    "Firefox's signature in Chromium": (
        CHROMIUM | {"META-INF/mozilla.rsa": b""},
        "added: META-INF/mozilla.rsa\n",
    ),
    "a name that leads out": (FIREFOX | {"../../out.js": b"1"}, "added: ../../out.js\n"),
    "a name that a terminal obeys": (
        FIREFOX | {"a\x1b[2J\nThe same": b""},
        "added: 'a\\x1b[2J\\nThe same'\n",
    ),
    "a line that a terminal obeys": (
        edited("firefox", SCRIPT, b"\n", b"\n\x1b[2J\n"),
        f"changed: {SCRIPT}, line 2: '\\x1b[2J' where this source has ",
    ),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_one_difference_is_named_and_no_other(name, verify):
    files, expected = DIFFERENT[name]
    code, said = verify(files)
    assert code == 1
    assert ": 1 differ.\n" in said
    assert f"\n{expected}" in said
    assert "\x1b" not in said
    assert "The same as" not in said.splitlines()[0]


def test_a_copy_of_another_version_is_told_to_be_one(verify):
    other = edited("firefox", "manifest.json", b'"version": "', b'"version": "9')
    said = verify(other)[1]
    assert f"It is version 9{build.project_version()}: get the source of that one" in said
    assert "It is version" not in verify(DIFFERENT["a changed script"][0])[1]


def test_a_picture_that_could_fill_the_memory_is_not_decoded(monkeypatch):
    icon = PACKAGES["chromium"][ICON]
    huge = icon[:16] + b"\x7f\xff\xff\xff" * 2 + icon[24:]
    with monkeypatch.context() as patched:
        patched.delattr("builder.picture.draw")
        assert not shows(huge, icon)
    assert shows(icon, icon)
