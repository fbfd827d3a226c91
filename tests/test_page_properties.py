"""The real extension on made-up pages at the real address, whatever happens there in any order."""

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from tests.harness.linkedin import SETTING_KEY
from tests.harness.made_up.live import ACTIONS, LivePage, live_pages, ours_on, served
from tests.harness.words import BADGES

# Seconds each: a twelfth of what a profile allows for the cheap ones.
EXAMPLES = settings.default.max_examples // 12


def assert_claims_only_what_was_shown(page, linkedin):
    """Off is said only if the last page that LinkedIn sent had it off."""
    if page.state == "off":
        assert not linkedin.shown[-1].on, "off, and the last page had it on"


def assert_only_what_was_asked(live, linkedin, requests, by_hand):
    """No control but LinkedIn's switch was clicked by a script, and that not oftener than asked."""
    ours = ours_on(live.made_up)
    clicks = [touch for touch in linkedin.touches if not touch.trusted]
    for click in clicks:
        assert live.may_be_clicked, click
        given = ours.attributes
        names = given.get("aria-labelledby", ""), given.get("id", "")
        assert (click.tag, click.key, click.id) == (ours.tag, *names), click
    assert len(clicks) <= requests
    turned_on = [save for save in linkedin.saves if save.value]
    assert len(turned_on) <= by_hand
    assert {save.key for save in linkedin.saves} <= {SETTING_KEY}


@settings(
    max_examples=EXAMPLES,
    # The fixtures serve all examples: each begins with the stand-in as new and a tab of its own.
    phases=[Phase.explicit, Phase.generate],  # to shrink would take an hour
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    made_up=live_pages(),
    on=st.booleans(),
    actions=st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=5),
)
def test_whatever_happens_nothing_but_the_switch_is_clicked_and_nothing_false_is_said(
    page, linkedin, made_up, on, actions
):
    linkedin.reset()
    linkedin.settings[SETTING_KEY] = on
    note(f"LinkedIn has it {'on' if on else 'off'} on this page:\n{served(made_up)}")
    live = LivePage(page, linkedin, made_up)
    live.open()
    requests = 0
    for action in actions:
        requests += live.do(action)
        note(f"{action}: {page.state}, {page.badge!r}")
        assert_claims_only_what_was_shown(page, linkedin)
    page.settle()
    assert_claims_only_what_was_shown(page, linkedin)
    assert_only_what_was_asked(live, linkedin, requests, actions.count("by_hand"))
    page.wait_for_state(*BADGES)
