"""Takes everything out of a saved page that could tell of a person, and leaves its structure."""

import re
import warnings
from typing import TYPE_CHECKING

from builder.bad_input import ROOT, BadInputError
from builder.saved_attributes import LISTS, clean_attributes
from builder.saved_switch import Known, texts_to_keep

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# Gone, with all that is in them. <code> holds LinkedIn's own data as JSON.
_DROPPED = (
    "script, style, link, meta, base, noscript, code, embed, source, track, param, area, frame, "
    "bgsound, keygen"
)
# They stay as they are part of the layout, but empty.
_EMPTIED = "svg, math, iframe, textarea, canvas, object, video, audio"
# Every other name, such as a custom element's, becomes one and the same.
_OTHER = "x-element"
# The parser knows no <template>: it would let one in the head swallow the page. It does know
# this element, which is closed in the same way.
_TEMPLATE = "marquee"
_MARK = "data-template"
_SHADOW_ROOT = "[shadowrootmode=open], [shadowrootmode=closed]"
# Trees that markup cannot express come out otherwise when they are read again.
_ROUNDS = 10


def sanitise(html: str, known: Known) -> str:
    """A copy of a page without anything that is the member's.

    Text becomes filler of the same length, names of elements, attributes and classes are kept by
    lists of what is known, ids are renamed so that references hold. Of the one certain switch's
    row the label and the word of its state stay. What comes out is never changed by a second go,
    and contains no brace, so that it is its own Jinja template.

    Args:
        html: the page as it was saved.
        known: LinkedIn's own keys and names.

    Raises:
        BadInputError: the packages that read HTML are not installed.
    """
    for _ in range(_ROUNDS):
        clean = _clean(parse(html), known)
        if clean == html:
            break
        html = clean
    return html


def parse(html: str) -> "BeautifulSoup":
    """The tree a browser would make of a page; templates are told by `data-template`.

    Raises:
        BadInputError: the packages that read HTML are not installed.
    """
    try:
        import html5lib  # noqa: F401 - Beautiful Soup finds it by name
        from bs4 import BeautifulSoup
    except ImportError as error:
        place = ROOT / "pyproject.toml"
        problem = f'the package "{error.name}" is not installed; run `make setup`'
        raise BadInputError(place, "optional-dependencies.dev", problem) from None
    html = re.sub(r"<template(?=[\s/>])", f"<{_TEMPLATE} {_MARK}", html, flags=re.IGNORECASE)
    html = re.sub(r"</template(?=[\s/>])", f"</{_TEMPLATE}", html, flags=re.IGNORECASE)
    with warnings.catch_warnings(action="ignore"):  # that it looks like a name of a file, or XML
        page = BeautifulSoup(html, "html5lib", multi_valued_attributes=None)
    if not page.body:  # a page of frames
        page.html.append(page.new_tag("body"))
    return page


def _clean(page: "BeautifulSoup", known: Known) -> str:
    _drop(page)
    kept = texts_to_keep(page, known)
    for string in list(page.body.find_all(string=True)):
        string.replace_with(kept.get(id(string), filler(string)))
    _end_body(page.body)
    clean_attributes(page, known.kept_names)
    for tag in page.find_all(True):
        if tag.name == _TEMPLATE:
            tag.name = "template"
        elif tag.name not in LISTS["elements"]:
            tag.name = _OTHER
    return _written(page)


def _drop(page: "BeautifulSoup") -> None:
    """Remove what is not content, and join the pieces of text that are neighbours then."""
    from bs4.element import PreformattedString

    for string in page.find_all(string=lambda text: isinstance(text, PreformattedString)):
        string.extract()
    for tag in page.select(f"{_TEMPLATE}:not([{_MARK}])"):
        tag.name = _OTHER
    for tag in page.select(f"{_DROPPED}, {_TEMPLATE}:not({_SHADOW_ROOT})"):
        tag.decompose()
    for tag in page.select(_EMPTIED):
        tag.clear()
    page.smooth()


def filler(text: str) -> str:
    """As many characters, white space where there was white space."""
    return "".join("\n" if c == "\n" else " " if c.isspace() else "x" for c in text)


def _end_body(body: "Tag") -> None:
    """Remove white space at the end, to which a parser adds what follows the page."""
    while body.contents and isinstance(body.contents[-1], str):
        last = body.contents[-1]
        rest = last.rstrip()
        if rest:
            last.replace_with(rest)
            return
        last.extract()


def _written(page: "BeautifulSoup") -> str:
    """The page as HTML; its head has the encoding and the title, and nothing else."""
    from bs4.dammit import EntitySubstitution
    from bs4.formatter import HTMLFormatter

    formatter = HTMLFormatter(
        entity_substitution=EntitySubstitution.substitute_xml,
        void_element_close_prefix="",
        empty_attributes_are_booleans=True,
    )
    title = filler(page.title.get_text()).strip() if page.title else ""
    page.head.clear()
    html, head = page.html, page.head
    head.append(page.new_tag("meta", charset="utf-8"))
    head.append(page.new_tag("title"))
    head.title.append(title)
    return f"<!doctype html>\n{html.decode(formatter=formatter)}\n"
