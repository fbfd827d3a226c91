"""The review page: what is known of each setting, and the pass over several, stage by stage.

The engine that does the pass is tried elsewhere; here a pass is put into storage, as it would.
"""

from datetime import UTC, datetime

import pytest
from selenium.webdriver.common.keys import Keys

from build import project_version
from builder.catalogue import load_catalogue
from tests.harness import words
from tests.harness.browsers import until
from tests.harness.history import date_of, reading
from tests.harness.review_page import SETTINGS, ReviewPage, key_of, name_of

CATALOGUE = load_catalogue()
IDS = list(SETTINGS)
FIRST, *OTHERS = IDS
THEN = int(datetime(2026, 3, 3, 9, 30, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def review(browser):
    """The review page; nothing is stored."""
    page = ReviewPage(browser)
    page.open()
    return page


def record_of(review, *entries):
    stored = [entry | {"store": review.browser.usual_store} for entry in entries]
    return {"schema": 1, "accounts": {}, "entries": stored}


def read(setting, after, **rest):
    return reading(after, days_ago=3, setting=key_of(setting), **rest)


def step(setting, outcome=None, **rest):
    plain = {"handedOut": outcome is not None, "clicked": False, "at": THEN if outcome else None}
    return {"setting": setting, "outcome": outcome} | plain | rest


def pass_of(review, *steps, halted=None, task="turn-off", **rest):
    store = review.browser.usual_store
    plain = {"schema": 1, "task": task, "store": store, "startedAt": THEN, "halted": halted}
    return plain | {"steps": list(steps)} | rest


def begun(review, **rest):
    """Two of thirteen are done, the third is under way."""
    steps = [step(FIRST, "off", clicked=True), step(IDS[1], "off")]
    return pass_of(review, *steps, *map(step, IDS[2:]), **rest)


def test_every_setting_stands_in_its_group_with_what_it_does_and_costs(review):
    assert [row.id for row in review.rows] == IDS
    used = {setting.group.id for setting in CATALOGUE.settings}
    assert review.groups == [group.name for group in CATALOGUE.groups if group.id in used]
    for row in review.rows:
        said = f"setting_{row.id.replace('-', '_')}"
        assert row.name == name_of(row.id)
        assert row.does == words.message(f"{said}_does")
        assert row.costs == review.said("review_costs", costs=words.message(f"{said}_costs"))
    assert review.accessible_name(FIRST) == name_of(FIRST)


def test_the_links_lead_on(review):
    addresses = [f"https://www.linkedin.com{page.path}" for page in CATALOGUE.see_also]
    ours = [review.browser.extension_url(f"{name}/{name}.html") for name in ("rights", "history")]
    [listed] = [link.path for link in CATALOGUE.links if link.id == "data-privacy"]
    assert review.links == [*ours, f"https://www.linkedin.com{listed}", *addresses]


def test_nothing_is_known_before_something_is_read(review):
    for row in review.rows:
        assert (row.last, row.when) == (words.message("review_not_read"), "")
        assert row.buttons == [words.message("button_turn_off"), words.message("review_open")]
        assert row.disabled == []
    shown = review.under_way
    assert (shown.progress, shown.title, shown.halted, shown.buttons) == (None, "", "", [])
    assert review.report == []
    for css in ("#look", "#private", "#access", "#waits"):
        assert not review.shows(css), css


KNOWN = {
    "shown off": ("off", {"fresh": True}, "last_off", "last_off"),
    "off in an old page": ("off", {"fresh": False}, "last_unknown", "last_unproven"),
    "unproven": ("unproven", {}, "last_unknown", "last_unproven"),
    "on": ("on", {}, "last_on", "last_on"),
    "on by the member": ("on", {"by": "member"}, "last_on", "last_by_member"),
    "kept on": ("kept-on", {"by": "offswitch"}, "last_on", "last_kept_on"),
    "locked": ("locked", {}, "last_on", "last_locked"),
    "unrecognised": ("unrecognised", {}, "last_unknown", "last_unrecognised"),
    "unavailable": ("unavailable", {}, "last_unknown", "last_unavailable"),
}


@pytest.mark.parametrize("name", KNOWN)
def test_what_was_read_is_told_with_its_date_and_only_a_fresh_load_is_off(review, name):
    after, rest, headline, detail = KNOWN[name]
    other, untold = OTHERS[:2]
    review.store(record=record_of(review, read(other, after, **rest)))
    expected = words.message(f"headline_{headline}")
    until(lambda: review.row(other).last == expected, f"headline {expected!r}")
    date = date_of(review.browser, 3)
    assert review.row(other).when == review.said(f"detail_{detail}", date=date)
    first = "review_show_me" if name == "shown off" else "button_turn_off"
    assert review.row(other).buttons[0] == words.message(first)
    assert (review.row(other).tone == "off") == (name == "shown off")
    assert review.row(untold).last == words.message("review_not_read"), "nothing read of it"


def test_what_another_store_or_a_visit_that_ended_elsewhere_told_is_not_known_here(review):
    mine = record_of(review, read(OTHERS[0], "unreached"))
    mine["entries"].append(read(OTHERS[1], "off") | {"store": "firefox-container-7"})
    mine["entries"].append(read(OTHERS[2], "off") | {"store": review.browser.usual_store})
    review.store(record=mine)
    until(lambda: review.row(OTHERS[2]).tone == "off", "reading")
    for setting in OTHERS[:2]:
        assert review.row(setting).last == words.message("review_not_read")


def test_only_the_ai_switch_is_preselected_and_one_click_selects_the_rest(review):
    assert review.chosen == [FIRST]
    assert review.said("review_selected", count=1, all=len(IDS)) in review.text
    review.press("all")
    assert review.chosen == IDS
    assert review.said("review_selected", count=len(IDS), all=len(IDS)) in review.text
    review.press("none")
    assert review.chosen == []
    assert not review.can_start()
    review.toggle(OTHERS[4])
    assert review.chosen == [OTHERS[4]]
    assert review.can_start()


def test_what_was_shown_off_is_not_among_those_that_share_data(review):
    review.store(record=record_of(review, read(FIRST, "off"), read(OTHERS[0], "on")))
    until(lambda: review.row(FIRST).tone == "off", "reading")
    assert review.chosen == [FIRST], "nobody changed the choice"
    review.press("all")
    assert review.chosen == OTHERS


def test_choice_and_keyboard_stay_while_readings_come_in(review):
    review.toggle(OTHERS[3])
    review.focus(f"#setting-{OTHERS[5]} .open")
    before = review.focused
    review.store(record=record_of(review, read(OTHERS[0], "on"), read(OTHERS[5], "off")))
    until(lambda: review.row(OTHERS[5]).tone == "off", "reading")
    assert review.focused == before
    assert review.chosen == [FIRST, OTHERS[3]]


def test_the_keyboard_goes_nearby_when_its_button_goes(review):
    review.focus(f"#setting-{OTHERS[5]} .turn-off")
    review.store(record=record_of(review, read(OTHERS[5], "off")))
    until(lambda: review.row(OTHERS[5]).tone == "off", "reading")
    until(lambda: review.focused == f"setting-{OTHERS[5]} plain open", "focus nearby")


def test_the_keyboard_chooses_and_starts(review):
    review.listen()
    review.focus(f"#setting-{OTHERS[0]} input")
    review.press_key(Keys.SPACE)
    review.focus("#start")
    review.press_key(Keys.ENTER)
    assert review.told == [{"type": "start-pass", "settings": [FIRST, OTHERS[0]]}]
    review.store_pass(begun(review))
    until(lambda: review.focused == "pass-title", "focus on the pass")


def tab_to(review, element):
    """Press Tab until the element with this id has the keyboard; every step is on something."""
    for _ in range(100):
        review.press_key(Keys.TAB)
        assert review.focused.strip(), "the keyboard is lost"
        if review.focused == element:
            return
    raise AssertionError(f"Tab does not reach {element}")


def test_a_pass_is_led_by_keys_alone(review):
    review.listen()
    tab_to(review, "start")
    review.press_key(Keys.ENTER)
    review.store_pass(begun(review))
    until(lambda: review.focused == "pass-title", "focus on the pass")
    tab_to(review, "pause")
    review.press_key(Keys.ENTER)
    review.store_pass(begun(review, halted="unreached"))
    until(lambda: review.focused == "resume", "focus on Resume")
    tab_to(review, "show-tab")
    review.press_key(Keys.ENTER)
    tab_to(review, "stop")
    review.press_key(Keys.ENTER)
    review.store_pass(begun(review, halted="stopped"))
    until(lambda: review.focused == "report-title", "focus on the report")
    tab_to(review, "done")
    review.press_key(Keys.ENTER)
    assert [message["type"] for message in review.told] == [
        "start-pass",
        "pause-pass",
        "show-pass-tab",
        "stop-pass",
        "forget-pass",
    ]


def test_the_buttons_ask_the_background(review):
    review.listen()
    review.press_in_row(OTHERS[6], "turn-off")
    review.press_in_row(OTHERS[7], "open")
    review.press("start")
    assert review.told == [
        {"type": "go", "task": "turn-off", "setting": OTHERS[6]},
        {"type": "go", "task": "show", "setting": OTHERS[7]},
        {"type": "start-pass", "settings": [FIRST]},
    ]


def test_it_opens_the_setting_beside_the_page(review, linkedin):
    before = set(review.browser.driver.window_handles)
    review.press_in_row(FIRST, "open")
    until(lambda: set(review.browser.driver.window_handles) - before, "new tab")
    assert linkedin.touches == []


def test_while_it_is_under_way_it_says_where_it_is(review):
    review.store_pass(begun(review))
    until(lambda: review.under_way.progress, "progress")
    shown = review.under_way
    assert shown.progress == [2, len(IDS)]
    assert shown.title == words.message("review_pass") == review.progress_name
    assert shown.step == review.said("review_step", number=3, all=len(IDS), setting=name_of(IDS[2]))
    assert shown.left == review.said("review_left", count=len(IDS) - 3)
    assert shown.live == words.message("review_live_none")
    assert (shown.halted, shown.said) == ("", ""), "what came before this page was opened is old"
    assert shown.buttons == [
        words.message(f"review_{button}") for button in ("pause", "show_tab", "stop")
    ]
    assert review.report == []
    assert not review.can_start()
    assert words.message("review_wait") in review.text
    for row in review.rows[2:]:
        assert row.disabled == [words.message("button_turn_off")]


def test_the_last_step_has_nothing_after_it(review):
    review.store_pass(pass_of(review, step(IDS[0], "on"), step(IDS[1])))
    until(lambda: review.under_way.progress == [1, 2], "progress")
    assert review.under_way.left == ""


def test_each_outcome_is_said_once(review):
    review.store_pass(begun(review))
    until(lambda: review.under_way.progress, "progress")
    now = begun(review)
    now["steps"][2] |= {"outcome": "unrecognised", "at": THEN}
    review.store_pass(now)
    said = f"{name_of(IDS[2])}: {words.message('review_says_not_recognised')}"
    until(lambda: review.under_way.said == said, "outcome")
    now["steps"][3] |= {"outcome": "off", "at": THEN, "clicked": True}
    review.store_pass(now)
    said = f"{name_of(IDS[3])}: {words.message('review_says_changed')}"
    until(lambda: review.under_way.said == said, "next outcome, and only that")


def test_the_page_of_the_step_is_told_as_it_changes(review, page):
    """A real page, of the AI setting; the pass is made up."""
    review.store_pass(pass_of(review, step(FIRST), step(OTHERS[0])))
    until(lambda: review.under_way.progress, "progress")
    ours = review.browser.driver.current_window_handle
    page.open_in_new_tab()
    page.wait_for_state("on")
    review.browser.driver.switch_to.window(ours)
    live = words.message("review_live_on")
    until(lambda: review.under_way.live == live, f"live state {live!r}")
    review.store_pass(pass_of(review, step(FIRST, "on"), step(OTHERS[0])))
    none = words.message("review_live_none")
    until(lambda: review.under_way.live == none, "nothing of the next page")


def test_the_page_of_another_setting_is_not_told(review, page):
    review.store_pass(pass_of(review, step(OTHERS[0]), step(FIRST)))
    until(lambda: review.under_way.progress, "progress")
    ours = review.browser.driver.current_window_handle
    page.open_in_new_tab()
    page.wait_for_state("on")
    review.browser.driver.switch_to.window(ours)
    assert review.under_way.live == words.message("review_live_none")


def test_pause_resume_and_stop_ask_the_background_and_keep_the_keyboard(review):
    review.store_pass(begun(review))
    until(lambda: review.under_way.progress, "progress")
    review.listen()
    review.press("pause")
    review.store_pass(begun(review, halted="paused"))
    until(lambda: review.focused == "resume", "focus on Resume")
    review.press("resume")
    review.store_pass(begun(review))
    until(lambda: review.focused == "pause", "focus on Pause")
    review.press("stop")
    review.store_pass(begun(review, halted="stopped"))
    until(lambda: review.focused == "report-title", "focus on the report")
    review.press("done")
    assert [message["type"] for message in review.told] == [
        "pause-pass",
        "resume-pass",
        "stop-pass",
        "forget-pass",
    ]


HALTS = ["paused", "closed", "left", "limited", "unreached", "restarted"]
WITHOUT_TAB = ["closed", "restarted"]


@pytest.mark.parametrize("halted", HALTS)
def test_where_it_stands_still_it_says_why_and_what_to_do(review, halted):
    review.store_pass(begun(review, halted=halted))
    why = words.message(f"review_halt_{halted}")
    until(lambda: review.under_way.halted == why, f"sentence {why!r}")
    shown = review.under_way
    assert shown.progress == [2, len(IDS)]
    assert shown.step.endswith(name_of(IDS[2]))
    there = ["resume", "stop"] if halted in WITHOUT_TAB else ["resume", "show_tab", "stop"]
    assert shown.buttons == [words.message(f"review_{button}") for button in there]
    assert (shown.live, review.report) == ("", [])
    assert not review.can_start()
    assert words.message("review_wait_halted") in review.text
    assert all(row.disabled == [] for row in review.rows)
    review.store_pass(begun(review))
    until(lambda: review.under_way.halted == "", "end of the sentence")


LINES = [
    (step(IDS[0], "off", clicked=True), "changed", "changed"),
    (step(IDS[1], "kept-on", clicked=True), "kept_on", "kept_on"),
    (step(IDS[2], "on", clicked=True), "kept_on", "kept_on"),
    (step(IDS[3], "on"), "still_on", "on"),
    (step(IDS[4], "locked"), "still_on", "locked"),
    (step(IDS[5], "unproven"), "unproven", "unproven"),
    (step(IDS[6], "unreached", clicked=True), "unproven", "clicked"),
    (step(IDS[7], "unrecognised"), "not_recognised", "not_recognised"),
    (step(IDS[8], "unreached"), "not_reached", "not_reached"),
    (step(IDS[9], handedOut=True), "not_done", "begun"),
    (step(IDS[10]), "not_done", "not_done"),
    (step(IDS[11], "unavailable"), "not_offered", "not_offered"),
    (step(IDS[12], "off"), "already_off", "already_off"),
]


def expected_report():
    """Headings with their counts, and the lines below: name, address, sentence."""
    report = {}
    for one, heading, sentence in LINES:
        path = SETTINGS[one["setting"]].paths[0].path
        address = f"https://www.linkedin.com{path}"
        line = [name_of(one["setting"]), address, words.message(f"review_says_{sentence}")]
        report.setdefault(heading, []).append(line)
    return [
        (words.message(f"review_{heading}").format(count=len(lines)), lines)
        for heading, lines in report.items()
    ]


def expected_text(review):
    time = review.evaluate(
        "new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeStyle: 'short'})"
        f".format({THEN})"
    )
    paragraphs = [review.said("review_text_title", time=time, version=project_version())]
    for heading, lines in expected_report():
        listed = [f"- \u2068{name}\u2069: {says} {address}" for name, address, says in lines]
        paragraphs.append("\n".join([heading, *listed]))
    return "\n\n".join(paragraphs) + "\n"


def ended(review):
    return pass_of(review, *(one for one, *_ in LINES), halted="stopped")


def test_the_report_is_right_line_by_line(review):
    review.store_pass(ended(review))
    until(lambda: review.report, "report")
    shown = [(heading, [line[:3] for line in lines]) for heading, lines in review.report]
    assert shown == expected_report()
    buttons = [line[3] for _, lines in review.report for line in lines]
    assert buttons == [[words.message("review_show_me")], *[[]] * (len(LINES) - 1)]
    assert words.message("review_report_stopped") in review.text
    assert review.under_way.progress is None
    review.listen()
    review.press_in_report(IDS[0])
    assert review.told == [{"type": "go", "task": "show", "setting": IDS[0]}]


def test_a_pass_that_came_to_its_end_is_reported_and_the_next_may_begin(review):
    review.store_pass(pass_of(review, step(IDS[0], "off"), step(IDS[1], "unreached")))
    until(lambda: review.report, "report")
    assert [heading for heading, _ in review.report] == [
        words.message(f"review_{line}").format(count=1) for line in ("not_reached", "already_off")
    ]
    assert words.message("review_report_title") in review.text
    assert words.message("review_report_stopped") not in review.text
    assert review.can_start()


def test_the_report_is_copied_and_saved_as_text(review, tmp_path):
    review.store_pass(ended(review))
    until(lambda: review.report, "report")
    review.hear_copies()
    review.press("copy")
    review.wait_for_text(words.message("review_copied"))
    assert review.copied == expected_text(review)
    assert review.save(tmp_path) == expected_text(review)


def test_where_the_browser_does_not_copy_it_says_so(review):
    review.store_pass(ended(review))
    until(lambda: review.report, "report")
    review.refuse_copies()
    review.press("copy")
    review.wait_for_text(words.message("review_not_copied"))
    assert words.message("review_copied") not in review.text.split("\n")


def test_without_a_history_the_pass_still_knows(review):
    review.store_pass(ended(review))
    until(lambda: review.report, "report")
    off = [row.id for row in review.rows if row.tone == "off"]
    assert off == [IDS[0], IDS[12]]
    assert review.row(IDS[0]).when == review.said("detail_last_off", date="3 March 2026")
    assert review.row(IDS[3]).last == words.message("headline_last_on")
    for setting in (IDS[8], IDS[9], IDS[10]):
        assert review.row(setting).last == words.message("review_not_read")
    review.store(record=record_of(review, read(IDS[0], "on")))
    until(lambda: review.row(IDS[0]).tone == "on", "the later reading")


def test_a_pass_of_another_container_says_nothing_of_this_one(review):
    review.store_pass(ended(review) | {"store": "firefox-container-7"})
    until(lambda: review.report, "report")
    assert {row.last for row in review.rows} == {words.message("review_not_read")}


BROKEN = [None, 7, [], {}, {"schema": 2}, "pass"]


@pytest.mark.parametrize("stored", BROKEN, ids=str)
def test_what_is_no_pass_is_none(review, stored):
    review.store_pass(ended(review))
    until(lambda: review.report, "report")
    review.store_pass(stored)
    until(lambda: review.report == [], "end of the report")
    assert review.can_start()


def test_a_setting_that_the_catalogue_has_no_more_is_named_by_its_id(review):
    review.store_pass(pass_of(review, step("of-old", "off")))
    until(lambda: review.report, "report")
    assert review.report[0][1][0][:2] == ["of-old", "https://www.linkedin.com/"]


def test_at_the_level_look_only_it_checks_and_opens(review):
    review.store(preferences={"level": "look"}, record=record_of(review, read(FIRST, "off")))
    review.wait_for_text(words.message("review_look"))
    assert {tuple(row.buttons) for row in review.rows} == {(words.message("review_open"),)}
    assert words.message("review_check") in review.text
    assert words.message("review_start") not in review.text
    review.store_pass(begun(review, task="show"))
    until(lambda: review.under_way.title == words.message("review_pass_check"), "title")


def test_in_a_private_window_there_is_no_pass_and_nothing_is_known(review):
    review.be_in_private()
    review.store(record=record_of(review, read(FIRST, "off")))
    review.store_pass(begun(review))
    review.wait_for_text(words.message("review_private"))
    assert review.under_way.progress is None
    assert not review.can_start()
    for css in ("#all", "#none", "#intro", ".setting input"):
        assert not review.shows(css), css
    assert {row.last for row in review.rows} == {words.message("review_not_read")}
    assert review.row(OTHERS[0]).buttons[0] == words.message("button_turn_off")


def test_where_the_browser_gives_no_access_it_says_so(review):
    review.refuse_access()
    review.store(record=record_of(review, read(FIRST, "on")))
    review.wait_for_text(words.message("review_no_access"))
    assert review.shows("#allow")
    assert not review.can_start()


@pytest.mark.parametrize("stage", ["list", "under way", "report"])
def test_nothing_has_to_be_scrolled_sideways_in_a_narrow_window(review, stage):
    stored = {"list": None, "under way": begun(review), "report": ended(review)}[stage]
    review.store_pass(stored)
    review.open_narrow(320)
    assert review.fits


def test_panel_and_welcome_page_lead_here(page, browser):
    page.open("/feed/")
    panel = page.open_panel()
    panel.click("[data-i18n=link_review]")
    url = browser.extension_url("review/review.html")
    until(lambda: url in browser.tab_urls(), "review page")
    browser.open_extension_page("welcome/welcome.html")
    link = browser.driver.find_element("css selector", "[data-i18n=link_review]")
    assert link.get_attribute("href") == url
