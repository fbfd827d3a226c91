"""The forms for issues: whole as far as a few patterns tell, and true of the report."""

import re

import pytest

from builder.bad_input import ROOT
from builder.catalogue import load_catalogue
from builder.locales import load_locales
from builder.render import EXTENSION

FORMS = {
    file.name: file.read_text(encoding="utf-8")
    for file in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
}
ENGLISH = {message.text for message in load_locales()[0].messages.values()}
# Words in quotes that are no message: a badge, or a state that is spoken of.
OTHERS = {"?", "off"}


def parts(form: str) -> list[str]:
    """The fields of a form, each as it is written."""
    return re.split(r"^  - ", form.partition("\nbody:\n")[2], flags=re.MULTILINE)[1:]


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_whole(name):
    form = FORMS[name]
    assert re.findall(r"^(\w+):", form, re.MULTILINE) == [
        "name",
        "description",
        "title",
        "labels",
        "body",
    ]
    fields = [part for part in parts(form) if not part.startswith("type: markdown\n")]
    assert len(parts(form)) == len(fields) + 1, "one text says what it is about"
    shape = r"type: (?:textarea|input|checkboxes)\n    id: (\w+)\n    attributes:\n      label: \S"
    found = [re.match(shape, field) for field in fields]
    assert all(found)
    assert len({one[1] for one in found}) == len(fields), "each has an id of its own"


@pytest.mark.parametrize("name", FORMS)
def test_it_quotes_what_offswitch_says(name):
    assert set(re.findall(r"“([^”]+)”", FORMS[name])) - OTHERS <= ENGLISH


def test_it_says_of_the_report_what_the_report_says_of_itself():
    source = (EXTENSION / "core" / "describe-page.js").read_text(encoding="utf-8")
    [promise] = re.findall(r"how the page is built\. (It holds .*)$", source, re.MULTILINE)
    asking = [form for form in FORMS.values() if "\n    id: report\n" in form]
    assert len(asking) == 2
    assert all(promise in form for form in asking)


def test_its_addresses_are_the_catalogues():
    config = (ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml").read_text(encoding="utf-8")
    catalogue = load_catalogue()
    known = {f"https://{catalogue.site.host}{link.path}" for link in catalogue.links}
    named = set(re.findall(r"url: (\S+)", config))
    assert named
    assert named <= known
