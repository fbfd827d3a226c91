"""`build.py capture`: from a page that a maintainer saved to a captured page of the tests."""

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builder.bad_input import BadInputError
from builder.catalogue import load_catalogue
from builder.provenance import CAPTURED, README, Provenance, confirmed, with_confirmation
from builder.saved_attributes import LANGUAGE
from builder.saved_page import parse, sanitise
from builder.saved_switch import Known, unknown_keys

# What the detector finds on a page, in a line.
Look = Callable[[Path], str]


@dataclass(frozen=True)
class Places:
    """Where captured pages are, and the paper that speaks of the newest one."""

    captured: Path = CAPTURED
    readme: Path = README


def capture(
    saved: Path,
    browser: str,
    language: str | None,
    day: date,
    *,
    look: Look,
    places: Places | None = None,
) -> list[str]:
    """Writes a sanitised copy of a saved page, and the README's line; or, on any error, nothing.

    Args:
        saved: the HTML file, as the browser wrote it.
        browser: name and version of the browser that saved it.
        language: of LinkedIn's interface; None takes the page's own.
        day: when it was saved.
        look: runs the detector on a page.
        places: where to write.

    Returns:
        Lines that say what was written and found.

    Raises:
        BadInputError: the file or one of the arguments cannot be used.
        OSError: something cannot be written.
    """
    places = places or Places()
    html, known = _read(saved), Known.of(load_catalogue())
    keys, language = _examine(saved, html, known, language)
    page = Provenance(day, language, browser, "")
    _check(page, places)
    clean = sanitise(html, known)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "page.html")
        copy.write_text(clean, encoding="utf-8")
        page = Provenance(day, language, browser, look(copy))
    file = _write(page, clean, places)
    return [f"wrote {file}", f"found: {page.found}", *map(_strange, keys), _NEXT]


_NEXT = "Now read that file yourself, line by line, before you commit it."


def _strange(key: str) -> str:
    return f"unknown key on a control: {key} (renamed in the copy; is it one for the catalogue?)"


def _read(saved: Path) -> str:
    try:
        html = saved.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadInputError(saved, "", f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise BadInputError(saved, "", "is not HTML in UTF-8; save the page as HTML") from None
    if not html.strip():
        raise BadInputError(saved, "", "is empty; save the page again")
    if not re.match(r"\s*<", html) or not re.search("<(html|!doctype html)", html, re.IGNORECASE):
        raise BadInputError(saved, "", 'is not HTML; save the page as "Web page, complete"')
    if re.search("<!-- (Reconstruction|Captured)[. ]", html):
        raise BadInputError(saved, "", "is a page of the tests; capture one that LinkedIn sent")
    return html


def _examine(saved: Path, html: str, known: Known, language: str | None) -> tuple[list[str], str]:
    """The unknown keys on the page's controls, and its language."""
    page = parse(html)
    if not page.select(known.main):
        problem = "has no main region; save the page when it shows the setting"
        raise BadInputError(saved, known.main, problem)
    language = language or page.html.get("lang", "")
    if not LANGUAGE.fullmatch(language):
        problem = f'is no language tag such as en or pt-BR: "{language[:20]}"; use --language'
        raise BadInputError(saved, "lang", problem)
    return unknown_keys(page, known), language


def _check(page: Provenance, places: Places) -> None:
    """What can be known to be wrong before anything is done."""
    file = places.captured / page.file_name
    if not re.fullmatch("[A-Z][A-Za-z ]{0,30}[0-9]+([.][0-9]+){0,3}", page.browser):
        raise BadInputError(file, "--browser", 'must be name and version, such as "Firefox 153"')
    if page.day > date.today():
        raise BadInputError(file, "--date", f"{page.day} is yet to come")
    if file.exists():
        problem = "is there already; give another --date, --language or --browser, or remove it"
        raise BadInputError(file, "", problem)
    with_confirmation(places.readme.read_text(encoding="utf-8"), None)


def _write(page: Provenance, clean: str, places: Places) -> Path:
    """The page, then the README's line; the page goes again if the line cannot be written."""
    places.captured.mkdir(exist_ok=True)
    file = places.captured / page.file_name
    _replace(file, f"{page.comment}\n{clean}")
    try:
        readme = places.readme.read_text(encoding="utf-8")
        _replace(places.readme, with_confirmation(readme, confirmed(places.captured)))
    except BaseException:
        file.unlink()
        raise
    return file


def _replace(file: Path, text: str) -> None:
    """All of it, or nothing."""
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".capture-") as folder:
        made = Path(folder, file.name)
        made.write_text(text, encoding="utf-8")
        made.replace(file)
