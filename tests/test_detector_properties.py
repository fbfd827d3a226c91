"""The detector against made-up pages: it finds what the safety rules allow, and nothing else."""

import string
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.harness.made_up import Detector, Node, Page, controls_of, noise, pages, verdict_on
from tests.harness.made_up.build import CATALOGUE
from tests.harness.made_up.words import KEY, OTHER_KEYS


@pytest.fixture(scope="module")
def detector(running_browser):
    return Detector(running_browser.driver)


def numbered(page, verdict):
    """A verdict that can be compared with one on a changed page: which of its controls it is."""
    return verdict and replace(verdict, control=controls_of(page).index(verdict.control))


def find_on_both(detector, *pages):
    verdicts = zip(pages, detector.find(*pages), strict=True)
    return [numbered(page, verdict) for page, verdict in verdicts]


def main_with(*nodes):
    return Page((Node("main", children=nodes),))


CHECKBOX = {"type": "checkbox"}


# What made-up pages found first, or find seldom.
IN_A_FRAME = {"inner": "frame", "inside": (Node("input", CHECKBOX),)}
KEYED_IN_A_FRAME = {"inner": "frame", "inside": (Node("input", CHECKBOX | {"id": KEY}),)}
TWO_KEYS = {"id": KEY, "name": min(OTHER_KEYS)}
OURS = Node("div", {"role": "switch", "id": KEY, "aria-checked": "true"})
HOST = Node("div", inner="open", inside=(Node("input", CHECKBOX),))
SAYS_ON = {"role": "switch", "aria-checked": "true"}


@given(page=pages())
@example(main_with(Node("input", CHECKBOX), Node("iframe", **IN_A_FRAME)))
@example(main_with(Node("div", {"inert": ""}, "", (Node("iframe", **KEYED_IN_A_FRAME),))))
@example(main_with(Node("input", {"type": "button", **SAYS_ON})))
@example(main_with(Node("input", CHECKBOX | TWO_KEYS)))
@example(main_with(Node("input", CHECKBOX | {"id": "someOtherSetting"})))
@example(main_with(Node("input", CHECKBOX), Node("input", CHECKBOX)))
@example(main_with(Node("a", {"href": "/feed/"}, "", (HOST,))))
@example(main_with(Node("button", {"id": KEY, "aria-pressed": "true", "aria-checked": "false"})))
@example(main_with(Node("form", children=(Node("button", {"type": "reset", **SAYS_ON}),))))
def test_exactly_the_switch_is_found_that_the_rules_allow(detector, page):
    assert detector.find(page) == [verdict_on(page)]


@given(page=pages())
@example(main_with(Node("label", children=(Node("input", CHECKBOX), OURS))))
@example(
    main_with(
        Node("label", {"for": "other"}, "", (OURS,)), Node("input", CHECKBOX | {"id": "other"})
    )
)
def test_a_click_on_what_is_found_does_nothing_but_switch(detector, page):
    """Whatever the rules are: no other control changes, nothing is sent, no link is followed."""
    assert detector.happens_besides(page) == []


@given(page=pages(), words=st.one_of(st.sampled_from(["On", "Off"]), st.text(max_size=8)))
def test_text_changes_nothing_but_by_the_names_of_other_settings(detector, page, words):
    """So what is found, and what it reads, is the same in any language."""

    def saying(text):
        label = {"aria-label": text}
        return page.mapped(lambda n: replace(n, text=text, attributes=n.attributes | label))

    found, silent, worded = find_on_both(detector, page, saying(""), saying(words))
    assert silent == worded
    assert found in (None, silent)


@given(page=pages(), extra=noise(), data=st.data())
def test_what_is_no_switch_changes_nothing(detector, page, extra, data):
    places = [node for node in page.walk() if node.children and node.tag != "label"]
    place = data.draw(st.sampled_from([None, *places]), label="inside")
    more = Page((extra, *page.body))
    if place:
        children = (extra, *place.children)
        more = page.with_replaced(place, replace(place, children=children))
    before, after = find_on_both(detector, page, more)
    assert before == after


# What may be done to an address, and whether it is the setting's page still.
SAME = [
    "{origin}{path}/",
    "{origin}{path}?x=1&y=/mypreferences/d/",
    "{origin}{path}#a/b?c",
    "{origin}{path}/?#",
    "HTTPS://WWW.LinkedIn.COM{path}",
    "{origin}:443{path}",
    "https://someone:secret@{host}{path}",
    "{origin}/x/..{path}",
    "{origin}/.{path}",
    "{origin}/x/%2e%2E{path}",
    "https:\\\\{host}{path}",
    "  {origin}{path}\n",
]
OTHER = [
    "http://{host}{path}",
    "view-source:{origin}{path}",
    "blob:{origin}{path}",
    "{origin}:8443{path}",
    "{origin}.{path}",
    "https://{host}.example{path}",
    "https://evil{host}{path}",
    "https://linkedin.com{path}",
    "https://de.linkedin.com{path}",
    "https://{host}@example.com{path}",
    "https://example.com/{origin}{path}",
    "https://example.com{path}#{origin}{path}",
    "https://www.linkedin.com\u3002evil{path}",
    "{origin}{path}//",
    "{origin}/{path}",
    "{origin}{path}/x",
    "{origin}/x{path}",
    "{origin}{path}%2F",
    "{origin}{path}%20",
    "{origin}{path};x",
    "{origin}/?{path}",
    "{origin}/#{path}",
    "{origin}/%2e%2e%2f{path}",
    "{path}",
    "",
]
SETTING = CATALOGUE["settings"][0]
SITE = CATALOGUE["host"]


@st.composite
def mistyped(draw):
    """A path of the setting's with one character added, changed, doubled or left out."""
    path = draw(st.sampled_from(SETTING["paths"]))
    at = draw(st.integers(1, len(path) - 1))
    char = draw(st.sampled_from(string.ascii_letters + string.digits + "-_~!$'()*+,;=:@%"))
    end = draw(st.sampled_from([at, at + 1]))
    typed = path[:at] + draw(st.sampled_from([char, "", path[at] * 2])) + path[end:]
    return typed if typed not in SETTING["paths"] else path.upper()


@given(
    path=st.sampled_from(SETTING["paths"]),
    tail=st.sampled_from(["", "?" + KEY, "#" + KEY]),
    form=st.sampled_from(SAME),
)
def test_the_settings_page_is_known_in_every_spelling_of_its_address(detector, path, tail, form):
    address = form.format(origin=f"https://{SITE}", host=SITE, path=path)
    assert detector.setting_at(address + (tail if "?" not in form and "#" not in form else ""))


@given(path=st.sampled_from(SETTING["paths"]), form=st.sampled_from(OTHER))
def test_no_other_scheme_host_or_path_is_the_settings_page(detector, path, form):
    assert not detector.setting_at(form.format(origin=f"https://{SITE}", host=SITE, path=path))


@given(path=mistyped())
def test_a_path_that_is_nearly_the_settings_is_another(detector, path):
    assert not detector.setting_at(f"https://{SITE}{path}")


def test_a_load_is_fresh_only_where_nothing_stored_can_have_answered(detector):
    """Every combination of what a load can be."""
    kinds = [None, "navigate", "reload", "back_forward", "prerender"]
    loads = list(
        product(
            kinds, [False, True], [False, True], [None, 0, 7], [None, "", "cache"], [0, 7], [0, 7]
        )
    )
    answers = detector.call(
        """given[0].map(([type, ours, loaded, activationStart, deliveryType, ...sizes]) => {
             const load = {type, workerStart: sizes[0], transferSize: sizes[1]};
             if (activationStart !== null) Object.assign(load, {activationStart});
             if (deliveryType !== null) Object.assign(load, {deliveryType});
             return isFreshLoad(type === null ? undefined : load, ours, loaded);
           })""",
        loads,
    )
    for load, fresh in zip(loads, answers, strict=True):
        kind, ours, loaded, prerendered, delivery, worker, size = load
        over_the_network = not (prerendered or delivery or worker) and (size or not loaded)
        wanted = kind == "navigate" or (kind == "reload" and ours)
        assert fresh == bool(wanted and over_the_network), load
