"""A copy that is made to hurt `build.py verify` gets one clear line, and nothing else happens."""

import io
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import build
from builder.bad_input import BadInputError
from builder.read_copy import MAX_BYTES, MAX_FILES, read_copy
from builder.write import zip_files

SCRIPT = "content/main.js"
FILES = {"manifest.json": b"{}" * 40, SCRIPT: b"send();" * 9}


@pytest.fixture(scope="module")
def broken_file(tmp_path_factory):
    """Where archives are broken, one after another."""
    return tmp_path_factory.mktemp("broken") / "copy.zip"


def packed(entries, method=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for path, content in entries:
            archive.writestr(path, content)
    return made.getvalue()


def flag(archive, bit):
    """The archive with a flag set in the list at its end, and in its first entry."""
    at = archive.index(b"PK\1\2")
    made = bytearray(archive)
    made[6] |= bit
    made[at + 8] |= bit
    return bytes(made)


BAD = {
    "no archive": (b"manifest.json", "is no archive that a browser would take"),
    "an archive cut short": (zip_files(FILES)[:-99], "is no archive that a browser would take"),
    "no manifest": (packed([("a/manifest.json", b"{}")]), "holds no manifest.json; give "),
    "a locked entry": (flag(packed([("manifest.json", b"{}")]), 1), "would take ("),
    "another way to compress": (
        packed([("manifest.json", b"{}")], zipfile.ZIP_BZIP2),
        "would take (compressed by method 12)",
    ),
    "an entry that grows": (
        packed([("manifest.json", bytes(MAX_BYTES + 1))]),
        "has more than 2000 files or 32 MB",
    ),
    "entries that grow together": (
        packed([(f"{n}", bytes(MAX_BYTES // 8 + 1)) for n in range(8)]),
        "has more than 2000 files or 32 MB",
    ),
    "too many entries": (
        packed([(f"{n}", b"") for n in range(MAX_FILES + 1)]),
        "has more than 2000 files or 32 MB",
    ),
}


def problem(archive, place):
    """The one line that is said of an archive."""
    place.write_bytes(archive)
    with pytest.raises(BadInputError) as raised:
        read_copy(place)
    assert "\n" not in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_copy_gets_one_clear_line(name, tmp_path):
    archive, expected = BAD[name]
    assert expected in problem(archive, tmp_path / "copy.zip")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_a_name_that_stands_there_twice_neither_is_trusted(tmp_path):
    twice = packed([*FILES.items(), (SCRIPT, b"1")])
    assert f"'{SCRIPT}': is there twice" in problem(twice, tmp_path / "copy.zip")


def test_a_copy_may_be_as_large_as_it_can_be(tmp_path):
    """The same limits from within."""
    entries = [("manifest.json", bytes(MAX_BYTES)), *((f"{n}", b"") for n in range(MAX_FILES - 1))]
    (tmp_path / "copy.zip").write_bytes(packed(entries))
    assert len(read_copy(tmp_path / "copy.zip")) == MAX_FILES


def test_no_more_is_unpacked_in_memory_than_may_be(tmp_path, monkeypatch):
    monkeypatch.setattr("builder.read_copy.MAX_BYTES", 100_000)
    bomb = packed([("manifest.json", bytes(20_000_000))])
    tracemalloc.start()
    try:
        assert "has more than 2000 files or 0 MB" in problem(bomb, tmp_path / "copy.zip")
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_a_folder_with_a_link_is_not_followed(tmp_path):
    (tmp_path / "manifest.json").write_bytes(b"{}")
    assert read_copy(tmp_path) == {"manifest.json": b"{}"}
    (tmp_path / "endless.js").symlink_to("/dev/zero")
    with pytest.raises(BadInputError, match=r"'endless.js': is a link or a device; a copy holds"):
        read_copy(tmp_path)


def test_the_command_says_it_and_ends_with_2(tmp_path, capsys):
    assert build.main(["verify", str(tmp_path / "nowhere")]) == 2
    said = capsys.readouterr().err
    assert said.endswith("nowhere: is not there; give a folder or an archive\n")
    assert said.count("\n") == 1


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=4))
@settings(max_examples=400)
def test_an_archive_that_is_broken_anywhere_breaks_nothing(broken_file, changes):
    archive = bytearray(packed([("manifest.json", b"{}" * 40), ("a.js", b"a" * 90)]))
    for place, value in changes:
        archive[place % len(archive)] = value
    broken_file.write_bytes(archive)
    try:
        assert "manifest.json" in read_copy(broken_file)
    except BadInputError as error:
        assert str(broken_file) in str(error)  # noqa: PT017 - either may be
