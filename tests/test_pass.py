"""The guided pass: several settings in one tab, one after another, each turned off once at most."""

from itertools import cycle, pairwise, product

import pytest

from tests.harness import words
from tests.harness.browsers import until
from tests.harness.history import entries
from tests.harness.linkedin import PageOptions, SaveScenario
from tests.harness.review_page import SETTINGS, ReviewPage, key_of, name_of

ALL = list(SETTINGS)
THREE = ["ai-training", "research", "ads-by-age"]
SECOND = "research"
PACE = 3.0  # seconds
SETTLED = 1.0  # seconds that a reading must last
STOPS = 100
# Until what happens meanwhile has happened, on a busy machine too.
SLOW = SaveScenario(delay=5.0)
LATE = PageOptions(mount_after=8000)


def path_of(setting):
    return SETTINGS[setting].paths[0].path


@pytest.fixture
def review(browser):
    """The review page, and the driver's tab."""
    review = ReviewPage(browser)
    review.open()
    mine = browser.driver.current_window_handle
    yield review
    # Answered in its turn: by then no page is being asked for whose tab is about to be closed.
    browser.driver.switch_to.window(mine)
    review.evaluate("browser.runtime.sendMessage({ type: 'stop-pass' })")


def choose(review, settings):
    """Select exactly these."""
    for row in review.rows:
        if row.chosen != (row.id in settings):
            review.toggle(row.id)
    assert review.chosen == settings


def start(review, settings=THREE):
    choose(review, settings)
    review.press("start")


def wait_for_report(review, seconds=60):
    review.wait_for_text(words.message("review_report_title"), seconds)


def wait_until_halted(review, reason):
    review.wait_for_text(words.message(f"review_halt_{reason}"), 60)


def step(review):
    """Which step is shown, from 1."""
    shown = review.under_way.progress
    return shown[0] + 1 if shown else 0


def wait_for_step(review, number):
    until(lambda: step(review) == number, f"step {number}", 60)


def wait_until_it_looks(page, review):
    """Until the step's page itself has said that it looks for its switch."""
    said = words.message("headline_looking_asked")
    page.wait_until(lambda: review.under_way.live == said, "the page's word")


def report(review):
    """Heading, without its count -> the names below it."""
    return {
        heading.rpartition(":")[0]: [name for name, *_ in below] for heading, below in review.report
    }


def heading(line):
    return words.message(f"review_{line}").rpartition(":")[0]


def names(*settings):
    return [name_of(setting) for setting in settings]


def saved(linkedin):
    return [(save.key, save.value) for save in linkedin.saves]


def off(*settings):
    return [(key_of(setting), False) for setting in settings]


def clicked(linkedin):
    """The settings whose switches were clicked by a script."""
    return [touch.setting for touch in linkedin.touches if not touch.trusted]


def second_is_clicked(linkedin):
    return key_of(SECOND) in clicked(linkedin)


def wait_until_mounted(page):
    """Until the switch that comes late must be there, and a click on it would have been made."""
    for _ in range(5):
        page.settle()


def its_tab(browser, mine):
    """The pass's tab."""
    [other] = set(browser.driver.window_handles) - {mine}
    return other


def assert_no_third_page(linkedin):
    assert not [each for each in linkedin.requests if each.path == path_of(THREE[2])]


def assert_each_was_touched_once(linkedin, *settings):
    assert saved(linkedin) == off(*settings)
    assert clicked(linkedin) == [key_of(setting) for setting in settings]


def test_one_pass_ends_with_a_report_that_is_right_line_by_line(review, linkedin):
    """All settings, in mixed languages; three fail in different ways, and two need nothing."""
    codes = cycle(["de", "ko", "ar", "ja-JP", "it", "pt-BR"])
    for setting, code in zip(ALL, codes, strict=False):
        linkedin.language_at[path_of(setting)] = code
    linkedin.save_of[key_of("partners")] = SaveScenario(status=403)
    linkedin.page_at[path_of("ads-by-age")] = "setting-missing"
    linkedin.page_at[path_of("ads-by-gender")] = "blank"
    linkedin.options_at[path_of("cookies")] = PageOptions(disabled=True)
    linkedin.settings[key_of("ads-off-linkedin")] = False
    review.press("all")
    assert review.chosen == ALL
    review.press("start")
    wait_for_report(review, 240)
    special = ["partners", "ads-by-age", "ads-by-gender", "cookies", "ads-off-linkedin"]
    changed = [setting for setting in ALL if setting not in special]
    assert report(review) == {
        heading("changed"): names(*changed),
        heading("kept_on"): names("partners"),
        heading("still_on"): names("cookies"),
        heading("not_recognised"): names("ads-by-gender"),
        heading("not_offered"): names("ads-by-age"),
        heading("already_off"): names("ads-off-linkedin"),
    }
    shown = {name: address for _, below in review.report for name, address, *_ in below}
    assert shown == {name_of(each): linkedin.url(path_of(each)) for each in ALL}
    assert_each_was_touched_once(
        linkedin, *[setting for setting in ALL if setting in changed or setting == "partners"]
    )
    still_on = [setting for setting in ALL if linkedin.settings[key_of(setting)]]
    assert still_on == ["partners", "ads-by-age", "ads-by-gender", "cookies"]


def test_it_takes_its_time_between_pages(review, linkedin):
    start(review)
    wait_for_report(review)
    asked = [
        request
        for request in linkedin.requests
        if request.path in {path_of(setting) for setting in THREE}
    ]
    turns = [
        later.at - earlier.at for earlier, later in pairwise(asked) if earlier.path != later.path
    ]
    assert len(turns) == 2
    assert min(turns) >= SETTLED + PACE, "from the load that showed it off to the next page"
    assert_each_was_touched_once(linkedin, *THREE)


def test_the_tab_is_one_and_can_be_watched(page, review, browser, linkedin):
    linkedin.save_of[key_of("ai-training")] = SLOW
    before = set(browser.driver.window_handles)
    start(review)
    page.go_to_new_tab(before)
    banner = page.wait_for_banner("saving")
    assert words.message("pass_step").format(number=1, count=3) in banner.hint
    assert words.message("button_pause") in banner.buttons
    page.wait_for_state("saving")
    assert page.badge == "…"
    page.wait_until(
        lambda: page.browser.driver.current_url.endswith(path_of(SECOND)), "second page"
    )
    banner = page.wait_for_banner("off")
    assert words.message("pass_step").format(number=2, count=3) in banner.hint
    assert page.badge == "", "it speaks of the AI switch only"
    assert len(browser.driver.window_handles) == len(before) + 1


def test_of_the_other_settings_the_page_speaks_only_when_asked(page, linkedin):
    page.open(path_of("ads-by-age"))
    page.wait_until(lambda: entries(page.browser), "entry of the history")
    [entry] = entries(page.browser)
    assert (entry["setting"], entry["after"]) == (key_of("ads-by-age"), "on")
    assert (page.badge, page.state) == ("", "elsewhere")
    assert page.overlay_nodes == 0
    page.click_toolbar()
    panel = page.browser.panel()
    page.wait_until(
        lambda: words.message("headline_elsewhere") in panel.evaluate("document.body.innerText"),
        "panel that has read nothing of the AI switch",
    )
    assert clicked(linkedin) == []


def wait_for_moment(page, linkedin, moment, setting=SECOND):
    """Wait until the setting's step is there; between the pages it is so at once."""
    if moment == "settling":
        page.wait_until(lambda: key_of(setting) in dict(saved(linkedin)), "save")
    elif moment == "proving":
        page.wait_until(lambda: key_of(setting) in dict(saved(linkedin)), "save")
        linkedin.document_delay = 0.5
        asked = linkedin.requests
        page.wait_until(
            lambda: [each.path for each in asked].count(path_of(setting)) == 2, "the fresh load"
        )
    elif moment != "between":
        page.wait_for_banner("looking_asked" if moment == "looking" else "saving")


ENDS = ("tab closed", "background stopped")
MOMENTS = ("between", "looking", "saving", "settling", "proving")


def line_of_closed(browser, linkedin, setting):
    """Under which heading a step must end whose tab was closed.

    Told to click, and nobody can know whether it did, it is only looked at.
    """
    steps = browser.extension_storage("local")["pass"]["steps"]
    step = next(step for step in steps if step["setting"] == setting)
    if not step["handedOut"] or step["clicked"]:
        return "changed"
    return "already_off" if key_of(setting) in clicked(linkedin) else "still_on"


@pytest.mark.parametrize(
    ("number", "end", "moment"),
    [*product((1, 3), ENDS, MOMENTS[:2]), *product((2,), ENDS, MOMENTS)],
)
def test_ended_at_any_step_it_goes_on_and_touches_nothing_twice(
    page, review, browser, linkedin, number, end, moment
):
    setting, line = THREE[number - 1], "changed"
    # A tab that is closed as it clicks: nobody could say what came of it.
    late = moment == "looking" or (end, moment) == ("tab closed", "between")
    linkedin.options_at[path_of(setting)] = LATE if late else PageOptions()
    linkedin.save_of[key_of(setting)] = SLOW if moment == "saving" else SaveScenario()
    before = set(browser.driver.window_handles)
    mine = browser.driver.current_window_handle
    start(review)
    wait_for_step(review, number)
    page.go_to_new_tab(before)
    wait_for_moment(page, linkedin, moment, setting)
    if end == "tab closed":
        browser.close_tab()
        page.go_to_tab(mine)
        wait_until_halted(review, "closed")
        line = line_of_closed(browser, linkedin, setting)
        assert moment != "looking" or line == "still_on"
        linkedin.options_at.clear()
        review.press("resume")
    else:
        browser.stop_background()
        page.go_to_tab(mine)
    linkedin.document_delay = 0.0
    wait_for_report(review, 90)
    others = [each for each in THREE if each != setting]
    told_apart = {heading("changed"): names(*others), heading(line): names(setting)}
    assert report(review) == (
        {heading("changed"): names(*THREE)} if line == "changed" else told_apart
    )
    touched = [each for each in THREE if each != setting or line != "still_on"]
    assert_each_was_touched_once(linkedin, *touched)


def test_stopped_again_and_again_the_background_loses_a_proof_and_no_pass(
    page, review, browser, linkedin
):
    """No browser does that: what the page told may be lost with it, and then a proof.

    The stops are the second setting's: they end where the third one's page is asked for.
    """
    before = set(browser.driver.window_handles)
    mine = browser.driver.current_window_handle
    start(review)
    wait_for_step(review, 2)
    page.go_to_new_tab(before)
    wait_for_moment(page, linkedin, "proving")
    for _ in range(STOPS):
        if path_of(THREE[2]) in {each.path for each in linkedin.requests}:
            break
        if browser.background_is_running:
            browser.stop_background()
    page.go_to_tab(mine)
    linkedin.document_delay = 0.0
    wait_for_report(review, 90)
    lines = report(review)
    proven, unproven = lines.pop(heading("changed")), lines.pop(heading("unproven"), [])
    assert lines == {}
    assert unproven in ([], names(SECOND))
    assert sorted(proven + unproven) == sorted(names(*THREE))
    assert_each_was_touched_once(linkedin, *THREE)


def test_after_a_restart_it_waits_and_goes_on(own_browser, linkedin):
    review = ReviewPage(own_browser)
    review.open()
    linkedin.save_of[key_of(SECOND)] = SLOW
    start(review)
    linkedin.wait_for(lambda: second_is_clicked(linkedin), 30)
    linkedin.wait_for(lambda: own_browser.extension_storage("local")["pass"]["steps"][1]["clicked"])
    own_browser.restart()
    review.open()
    wait_until_halted(review, "restarted")
    review.press("resume")
    wait_for_report(review)
    assert report(review) == {heading("changed"): names(*THREE)}
    assert_each_was_touched_once(linkedin, *THREE)


def test_paused_it_clicks_nothing_and_resumed_it_does(page, review, linkedin):
    linkedin.options_at[path_of(SECOND)] = LATE
    start(review)
    wait_for_step(review, 2)
    wait_until_it_looks(page, review)
    review.press("pause")
    wait_until_halted(review, "paused")
    wait_until_mounted(page)
    assert_each_was_touched_once(linkedin, "ai-training")
    review.press("resume")
    wait_for_report(review)
    assert report(review) == {heading("changed"): names(*THREE)}
    assert_each_was_touched_once(linkedin, *THREE)


@pytest.mark.parametrize("wait", [0.0, 1.0])
def test_paused_while_its_page_is_loading_the_step_is_done_later(page, review, linkedin, wait):
    start(review)
    wait_for_step(review, 2)
    linkedin.document_delay = wait
    linkedin.wait_for(lambda: any(each.path == path_of(SECOND) for each in linkedin.requests))
    review.press("pause")
    wait_until_halted(review, "paused")
    page.settle()
    linkedin.document_delay = 0.0
    review.press("resume")
    wait_for_report(review)
    assert report(review) == {heading("changed"): names(*THREE)}
    assert_each_was_touched_once(linkedin, *THREE)


def test_paused_from_the_page_it_stays_there(page, review, browser, linkedin):
    before = set(browser.driver.window_handles)
    start(review)
    page.go_to_new_tab(before)
    page.wait_for_banner("off")
    page.press_banner_button(words.message("button_pause"))
    pause = words.message("button_pause")
    page.wait_until(lambda: (shown := page.banner) and pause not in shown.buttons, "pause")
    page.settle()
    page.settle()
    assert_each_was_touched_once(linkedin, "ai-training")


def test_stopped_it_says_what_was_not_done(page, review, linkedin):
    linkedin.options_at[path_of(SECOND)] = LATE
    start(review)
    wait_for_step(review, 2)
    wait_until_it_looks(page, review)
    review.press("stop")
    review.wait_for_text(words.message("review_report_stopped"))
    wait_until_mounted(page)
    assert report(review) == {
        heading("changed"): names("ai-training"),
        heading("not_done"): names(SECOND, "ads-by-age"),
    }
    assert_each_was_touched_once(linkedin, "ai-training")


@pytest.mark.parametrize("status", [429, 999])
def test_where_linkedin_says_it_is_too_much_no_further_page_is_asked_for(
    page, review, linkedin, status
):
    linkedin.status_at[path_of(SECOND)] = status
    start(review)
    wait_until_halted(review, "limited")
    for _ in range(7):  # longer than the page's patience: what it says then is no outcome
        page.settle()
    assert_no_third_page(linkedin)
    linkedin.status_at.clear()
    review.press("resume")
    wait_for_report(review)
    assert report(review) == {heading("changed"): names(*THREE)}
    assert_each_was_touched_once(linkedin, *THREE)


def test_where_a_save_is_too_much_it_stops_as_well(page, review, linkedin):
    linkedin.save_of[key_of(SECOND)] = SaveScenario(status=429)
    start(review)
    wait_until_halted(review, "limited")
    page.settle()
    page.settle()
    assert_no_third_page(linkedin)
    assert clicked(linkedin) == [key_of("ai-training"), key_of(SECOND)]


@pytest.mark.parametrize("signed_in", [False, True], ids=["at once", "after the sign-in"])
def test_at_a_checkpoint_it_stops_until_the_member_goes_on(
    page, review, browser, linkedin, signed_in
):
    mine = browser.driver.current_window_handle
    linkedin.redirect[path_of(SECOND)] = "/checkpoint/challenge/"
    start(review)
    wait_until_halted(review, "unreached")
    page.settle()
    assert_no_third_page(linkedin)
    review.bring_forward()
    review.press("show-tab")
    until(lambda: not review.is_in_front, "the tab in which LinkedIn asks something")
    linkedin.redirect.clear()
    if signed_in:  # in that tab, as we ask, and LinkedIn leads on to the setting
        page.go_to_tab(its_tab(browser, mine))
        page.open(path_of(SECOND))
        page.wait_for_banner("other_on")
        page.go_to_tab(mine)
    review.press("resume")
    wait_for_report(review)
    assert report(review) == {heading("changed"): names(*THREE)}
    assert_each_was_touched_once(linkedin, *THREE)


def test_a_checkpoint_before_the_proof_stops_it_too(review, linkedin):
    linkedin.save_of[key_of(SECOND)] = SLOW
    start(review)
    linkedin.wait_for(lambda: second_is_clicked(linkedin), 30)
    linkedin.redirect[path_of(SECOND)] = "/checkpoint/challenge/"
    wait_until_halted(review, "unreached")
    assert_no_third_page(linkedin)
    linkedin.redirect.clear()
    review.press("resume")
    wait_for_report(review)
    assert_each_was_touched_once(linkedin, *THREE)
    assert report(review) == {heading("changed"): names(*THREE)}


def test_a_setting_that_linkedin_leads_away_from_is_passed_over(review, linkedin):
    linkedin.redirect[path_of(SECOND)] = "/mypreferences/d/categories/account"
    start(review)
    wait_for_report(review)
    assert report(review) == {
        heading("changed"): names("ai-training", "ads-by-age"),
        heading("not_reached"): names(SECOND),
    }
    assert_each_was_touched_once(linkedin, "ai-training", "ads-by-age")


def test_show_me_rings_the_switch_and_the_members_own_on_stays(page, review, browser, linkedin):
    mine = browser.driver.current_window_handle
    start(review, ["ads-by-age"])
    wait_for_report(review)
    review.press_in_report("ads-by-age")
    shown = [key_of("ads-by-age"), path_of("ads-by-age")]
    page.wait_until(lambda: len(linkedin.shown_of(*shown)) == 3, "the page once more")
    page.go_to_tab(its_tab(browser, mine))
    page.wait_for_banner("off")
    assert page.wait_for_ring().surrounds(page.box_of("main input"))
    page.click_what_is_ringed()
    page.wait_until(lambda: linkedin.settings[key_of("ads-by-age")], "the member's own on")
    page.wait_for_banner("other_on")
    page.settle()
    assert linkedin.settings[key_of("ads-by-age")]
    last = [each for each in entries(browser) if each["setting"] == key_of("ads-by-age")][-1]
    assert (last["after"], last["by"]) == ("on", "member")


def test_where_offswitch_only_looks_a_pass_only_reads(browser, linkedin):
    browser.put_in_storage("local", {"preferences": {"level": "look"}})
    review = ReviewPage(browser)
    review.open()
    linkedin.settings[key_of(SECOND)] = False
    start(review)
    wait_for_report(review)
    assert report(review) == {
        heading("still_on"): names("ai-training", "ads-by-age"),
        heading("already_off"): names(SECOND),
    }
    assert clicked(linkedin) == []


def test_a_tab_that_is_taken_elsewhere_is_noticed(page, review, browser, linkedin):
    """By an alarm, each half minute."""
    linkedin.options_at[path_of(SECOND)] = PageOptions(mount_after=3_600_000)
    mine = browser.driver.current_window_handle
    before = set(browser.driver.window_handles)
    start(review)
    wait_for_step(review, 2)
    page.go_to_new_tab(before)
    page.wait_for_banner("looking_asked")
    browser.driver.get("data:text/html,<title>elsewhere</title>")
    page.go_to_tab(mine)
    wait_until_halted(review, "left")
    assert_no_third_page(linkedin)


def test_within_linkedin_it_is_noticed_at_once(page, review, browser, linkedin):
    linkedin.options_at[path_of(SECOND)] = PageOptions(mount_after=3_600_000)
    mine = browser.driver.current_window_handle
    before = set(browser.driver.window_handles)
    start(review)
    wait_for_step(review, 2)
    page.go_to_new_tab(before)
    page.wait_for_banner("looking_asked")
    page.open("/mypreferences/d/dark-mode")
    page.go_to_tab(mine)
    review.wait_for_text(words.message("review_halt_left"), 10)
    assert_no_third_page(linkedin)


def test_opened_from_the_list_a_page_without_the_switch_says_so(page, review, browser, linkedin):
    linkedin.page_at[path_of("ads-by-age")] = "setting-missing"
    mine = browser.driver.current_window_handle
    review.press_in_row("ads-by-age", "open")
    page.go_to_new_tab({mine})
    assert page.wait_for_banner("unavailable", 30)
    assert page.badge == ""
