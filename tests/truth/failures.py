"""Every way in which turning off can fail, and what may be claimed then."""

from dataclasses import dataclass, field
from typing import Any

from tests.harness.linkedin import SaveScenario
from tests.truth import journeys
from tests.truth.journeys import Journey

OFF = frozenset({"off"})
KEPT_ON = frozenset({"kept_on"})
NOT_SHOWN = frozenset({"unproven", "on"})
EITHER = frozenset({"off", "kept_on"})
SLOW = SaveScenario(delay=3.0)
# Until a hand that sees it under way has clicked, on a busy machine too.
SLOWER = SaveScenario(delay=6.0)


@dataclass(frozen=True)
class Failure:
    """A way to fail.

    Attributes:
        name: for people.
        claims: what may be claimed in the end. Off is always held against the page that was served
            last, too: where that showed it on, it is a wrong claim.
        clicks: how many clicks on the switch it may take.
        save: what becomes of a save.
        options: what differs in the page's behaviour: fields of PageOptions.
        site: what differs about the site: attributes of the stand-in.
        journey: what the member does.
        turned_on_by: who else turns it on in this story: "the page", "the member" or nobody.
        passing: claims that may be seen on the way although they are not the last one.
    """

    name: str
    claims: frozenset[str]
    clicks: int = 1
    save: SaveScenario = field(default_factory=SaveScenario)
    options: dict[str, Any] = field(default_factory=dict)
    site: dict[str, Any] = field(default_factory=dict)
    journey: Journey = journeys.turn_off
    turned_on_by: str = ""
    passing: frozenset[str] = frozenset()


NOTHING_FAILS = Failure("nothing fails", OFF)

SAVING = [
    Failure("saved after 3 s", OFF, save=SLOW),
    Failure("saved after 8 s", OFF, save=SaveScenario(delay=8.0)),
    Failure("refused with 403", KEPT_ON, save=SaveScenario(status=403)),
    Failure("refused with 429", KEPT_ON, save=SaveScenario(status=429)),
    Failure("refused with 500 after 3 s", KEPT_ON, save=SaveScenario(status=500, delay=3.0)),
    Failure("connection cut", KEPT_ON, save=SaveScenario(cut=True)),
    Failure("stored, then connection cut", KEPT_ON, save=SaveScenario(cut=True, stored=True)),
    Failure("accepted, not stored", KEPT_ON, save=SaveScenario(stored=False)),
    Failure(
        "LinkedIn turns it on 1 s after the save", EITHER, save=SaveScenario(reverts_after=1.0)
    ),
    Failure(
        "LinkedIn turns it on 5 s after the save",
        frozenset({"on"}),
        save=SaveScenario(reverts_after=5.0),
        journey=journeys.turn_off_and_come_back,
        passing=OFF,
    ),
    Failure(
        "the page turns it on 0.3 s after the click",
        KEPT_ON,
        options={"flip_back_after": 300, "flip_back_saves": True},
        turned_on_by="the page",
    ),
    Failure(
        "the page turns it on 1 s after the save",
        EITHER,
        options={"flip_back_after_save": 1000},
        turned_on_by="the page",
    ),
    Failure(
        "the page would turn it on 5 s after the save",
        EITHER,  # kept on where the save cannot be seen, so that 10 s are waited
        options={"flip_back_after_save": 5000},
        turned_on_by="the page",
    ),
    Failure("click swallowed", KEPT_ON, options={"swallow_clicks": True}),
    Failure("switch disabled", frozenset({"locked"}), clicks=0, options={"disabled": True}),
    Failure("LinkedIn asks, as a dialog", frozenset({"confirming"}), options={"asks": "dialog"}),
    Failure("LinkedIn asks, as a layer", frozenset({"confirming"}), options={"asks": "aria-modal"}),
]

MID_FLIGHT = [
    Failure(
        "the page leaves in mid-save",
        frozenset({"elsewhere"}),
        save=SLOW,
        options={"leaves_after_click": 500},
        journey=journeys.turn_off_while_linkedin_leads_away,
    ),
    Failure(
        "tab closed in mid-save",
        frozenset({"on", "off"}),
        save=SLOW,
        journey=journeys.close_the_tab,
    ),
    Failure(
        "offline in mid-save",
        frozenset({"on", "off"}),
        save=SLOW,
        journey=journeys.lose_the_network,
    ),
    Failure("two tabs at once", OFF, clicks=2, journey=journeys.use_two_tabs),
    Failure(
        "turned on by hand in mid-save",
        frozenset({"kept_on", "on"}),
        save=SLOWER,
        journey=journeys.flip_by_hand,
        turned_on_by="the member",
    ),
    Failure("background stopped", OFF, save=SLOW, journey=journeys.stop_the_background),
    Failure("extension updated", OFF, save=SLOW, journey=journeys.update_the_extension),
    Failure("extension disabled", OFF, save=SLOW, journey=journeys.disable_the_extension),
]

# Nobody clicks: LinkedIn has it on, and what is shown may be older. Name, journey, and the site.
_FROM_CACHE = {"cache_control": "max-age=600"}
OLD_PAGES = [
    Failure(name, NOT_SHOWN, clicks=0, journey=journey, site=site)
    for name, journey, site in (
        ("reloaded with F5", journeys.reload_plainly, {"cache_control": "no-cache"}),
        ("gone back to", journeys.go_back, {}),
        ("gone back to, from the cache", journeys.go_back, _FROM_CACHE),
        ("gone forward to", journeys.go_forward, {}),
        ("restored tab", journeys.restore_the_tab, {}),
        ("duplicated tab", journeys.duplicate_the_tab, {}),
        ("HTTP cache", journeys.meet_the_cache, _FROM_CACHE),
        ("LinkedIn's service worker", journeys.meet_a_service_worker, {"service_worker": True}),
        ("prerendered", journeys.meet_a_speculation, {"speculation": "prerender"}),
        ("prefetched", journeys.meet_a_speculation, {"speculation": "prefetch"}),
    )
]

HOSTILE_PAGES = [
    Failure("the page removes what is not its own", OFF, options={"mischief": "removes-nodes"}),
    Failure(
        "the page repeats our click",
        KEPT_ON,
        clicks=2,  # the second one is the page's own
        options={"mischief": "replays-clicks"},
        turned_on_by="the page",
    ),
    Failure("the page fakes events", OFF, options={"mischief": "fakes-events"}),
]

FAILURES = [NOTHING_FAILS, *SAVING, *MID_FLIGHT, *OLD_PAGES, *HOSTILE_PAGES]
