"""One case: a form, a failure, a browser; what was claimed and done, and if that was right."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from selenium.common import TimeoutException

from tests.harness.browsers import NAMES
from tests.harness.linkedin import LinkedIn, Touch
from tests.harness.screens import SettingsPage
from tests.truth import journeys
from tests.truth.failures import FAILURES, NOTHING_FAILS, Failure
from tests.truth.forms import ARRIVALS, DEAD_ENDS, MARKUP, OTHERS, Form
from tests.truth.journeys import ON_THE_WAY
from tests.truth.witness import OtherWitness, Witness


@dataclass(frozen=True)
class Case:
    """A failure on a form, in every browser or in some of them."""

    form: Form
    failure: Failure
    browsers: tuple[str, ...] = tuple(NAMES)

    @property
    def name(self) -> str:
        """For people, and unique."""
        return f"{self.form.name}: {self.failure.name}"

    @property
    def claims(self) -> frozenset[str]:
        """What may be claimed in the end."""
        return frozenset({self.form.dead_end}) if self.form.dead_end else self.failure.claims

    @property
    def clicks(self) -> int:
        """How many clicks on the switch it may take."""
        return 0 if self.form.dead_end else self.failure.clicks


@dataclass(frozen=True)
class Outcome:
    """What became of a case in one browser.

    Attributes:
        form, failure, browser: which case it was.
        claim: the last state that the member was told; "" where none was left.
        clicks: untrusted clicks on the page's controls.
        saves: what was asked to be saved, in order: "off", "on".
        wrong: what was not right; "" where all was.
    """

    form: str
    failure: str
    browser: str
    claim: str
    clicks: int
    saves: list[str]
    wrong: str

    def write(self, folder: Path) -> None:
        """Write it into a file of its own."""
        folder.mkdir(parents=True, exist_ok=True)
        name = "".join(c if c.isalnum() else "-" for c in f"{self.form} {self.failure}")
        file = folder / f"{name}.{self.browser}.json"
        file.write_text(json.dumps(asdict(self)), encoding="utf-8")


# What the other settings are tried with: what happens in one tab. Several tabs, the network's end
# and an update of the extension are the same whichever setting is under way.
ASKED = {
    journeys.turn_off,
    journeys.turn_off_while_linkedin_leads_away,
    journeys.flip_by_hand,
    journeys.stop_the_background,
}
ONLY_VISITED = {
    journeys.go_back,
    journeys.go_forward,
    journeys.restore_the_tab,
    journeys.duplicate_the_tab,
    journeys.meet_the_cache,
    journeys.meet_a_service_worker,
    journeys.meet_a_speculation,
}


def _others(failures: list[Failure]) -> list[Case]:
    """Each of these failures on each of the other settings, by turns in one of the browsers."""
    return [
        Case(form, failure, (NAMES[(row + column) % len(NAMES)],))
        for row, failure in enumerate(failures)
        for column, form in enumerate(OTHERS)
        if failure.journey in (ASKED if form.asked_only else ASKED | ONLY_VISITED)
    ]


# Every failure on the first form, and every form once: what `make test` runs.
ONCE = [
    *[Case(MARKUP[0], failure) for failure in FAILURES],
    *[Case(form, NOTHING_FAILS) for form in [*MARKUP[1:], *ARRIVALS]],
    *_others([NOTHING_FAILS]),
]
# And every failure on every form of the markup. Where no switch is certain nothing is clicked, so
# nothing can fail afterwards; `make test` opens all of those at once (test_stays_away.py).
CROSS = [
    *ONCE,
    *[Case(form, NOTHING_FAILS) for form in DEAD_ENDS],
    *[Case(form, failure) for failure in FAILURES[1:] for form in MARKUP[1:]],
    *_others(FAILURES[1:]),
]


def run_case(case: Case, page: SettingsPage) -> Outcome:
    """Play a case in the page's browser, and judge it.

    Args:
        case: what to play.
        page: a fresh tab, at a stand-in as new.

    Returns:
        What became of it. A journey that did not come to its end is a wrong outcome, not an error.
    """
    set_the_scene(case, page.linkedin)
    kind = OtherWitness if case.form.setting else Witness
    witness = kind(page.browser, page.linkedin, case.form)
    try:
        return _play(case, witness)
    finally:
        # Nobody would tell of a worker or a cache that is left to the next case.
        if case.failure.site:
            witness.forget_site()


def _play(case: Case, witness: Witness) -> Outcome:
    stuck = ""
    try:
        case.failure.journey(witness)
    except (AssertionError, TimeoutException) as error:
        stuck = f"stuck: {error}".strip()
    wrong = [stuck, *judge(case, witness)]
    return Outcome(
        form=case.form.name,
        failure=case.failure.name,
        browser=witness.browser.name,
        claim=witness.state,
        clicks=len(clicks_by_script(witness.linkedin)),
        saves=["on" if save.value else "off" for save in witness.linkedin.saves],
        wrong="; ".join(filter(None, wrong)),
    )


def set_the_scene(case: Case, linkedin: LinkedIn) -> None:
    """Let the stand-in show the form, and fail."""
    linkedin.page = case.form.page or linkedin.page
    linkedin.page_options = replace(case.form.options, **case.failure.options)
    linkedin.save = case.failure.save
    for name, value in case.failure.site.items():
        setattr(linkedin, name, value)


def judge(case: Case, page: Witness) -> list[str]:
    """All that was not right about a case that was played.

    The rules are those of design section 3, told from outside: what the toolbar said, and what
    LinkedIn's server and its own tracking saw.
    """
    linkedin, claim = page.linkedin, page.state
    clicks = clicks_by_script(linkedin)
    on_by_us = any(save.value for save in linkedin.saves) and not case.failure.turned_on_by
    seen = set(page.states)
    broken = {
        f"claimed {claim}": claim not in case.claims,
        "claimed off where LinkedIn served it on": page.false_claims > 0,
        "claimed off on the way": "off" in seen - case.claims - case.failure.passing,
        f"{len(clicks)} clicks": len(clicks) > case.clicks,
        "clicked another control": any(touch.setting != page.key for touch in clicks),
        "turned it on": on_by_us,
        "changed another setting": any(
            not on for key, on in linkedin.settings.items() if key != page.key
        ),
        "left no next step": claim in ON_THE_WAY - case.claims,
    }
    return [what for what, is_so in broken.items() if is_so]


def clicks_by_script(linkedin: LinkedIn) -> list[Touch]:
    """The clicks on controls that no hand made: ours, and those of a hostile page."""
    return [touch for touch in linkedin.touches if not touch.trusted]
