"""What became of LinkedIn's settings, as its server and its own tracking saw it."""

from tests.harness.linkedin import SETTING_KEY, LinkedIn

AI_SWITCH = SETTING_KEY


def saved_values(linkedin: LinkedIn) -> list[tuple[str, bool]]:
    """What was asked to be saved, in order: (key, on)."""
    return [(save.key, save.value) for save in linkedin.saves]


def assert_only_the_ai_switch_went_off(linkedin: LinkedIn) -> None:
    """The server has it off after exactly one save, and no other control was clicked."""
    assert saved_values(linkedin) == [(AI_SWITCH, False)]
    off = [key for key, on in linkedin.settings.items() if not on]
    assert off == [AI_SWITCH]
    assert_one_click(linkedin)


def assert_one_click(linkedin: LinkedIn) -> None:
    """The page saw one click by a script, and that was on the AI switch."""
    clicks = [touch for touch in linkedin.touches if not touch.trusted]
    assert len(clicks) == 1, clicks


def assert_untouched(linkedin: LinkedIn) -> None:
    """Nothing was saved, and no control of the page was clicked by a script."""
    assert linkedin.saves == []
    assert [touch for touch in linkedin.touches if not touch.trusted] == []
