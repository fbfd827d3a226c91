"""The stand-in for LinkedIn answers, saves and notes as it promises. No browser needed."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace

import pytest

from tests.harness.linkedin import (
    HOST,
    SETTING_KEY,
    SETTING_PATH,
    LinkedIn,
    Save,
    SaveScenario,
    Shown,
    Touch,
)
from tests.harness.linkedin.client import ask, save, tunnel
from tests.harness.linkedin.routes import API, SETTING_KEYS

TOUCH = Touch("theme__dark", "input", "", "theme__dark", True, "click", SETTING_PATH)


@pytest.fixture(autouse=True)
def anybody_may_ask(linkedin: LinkedIn) -> Iterator[None]:
    """These clients are neither browsers nor pages."""
    yield
    linkedin.take_uninvited()


def in_background(act: Callable[[], object]) -> tuple[threading.Thread, list[BaseException]]:
    """Start an act that waits for an answer; its thread, and what it will have raised."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            act()
        except (http.client.HTTPException, OSError) as error:
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, raised


def test_one_connection_carries_several_requests(linkedin: LinkedIn):
    with tunnel(linkedin) as connection:
        for path in (SETTING_PATH, "/static/settings-app.js", "/static/settings-app.css"):
            connection.request("GET", path)
            assert connection.getresponse().read()


def test_an_accepted_save_is_stored_and_noted(linkedin: LinkedIn):
    assert save(linkedin, False) == 200
    assert linkedin.settings[SETTING_KEY] is False
    assert [replace(one, at=0) for one in linkedin.saves] == [
        Save(SETTING_KEY, False, 200, True, 0)
    ]
    assert json.loads(ask(linkedin, API + SETTING_KEY)[1]) == {"key": SETTING_KEY, "value": False}


@pytest.mark.parametrize(
    ("scenario", "status", "stored"),
    [
        (SaveScenario(status=403), 403, False),
        (SaveScenario(status=429), 429, False),
        (SaveScenario(status=500), 500, False),
        (SaveScenario(status=500, stored=True), 500, True),
        (SaveScenario(stored=False), 200, False),
    ],
)
def test_a_save_goes_as_the_scenario_says(
    linkedin: LinkedIn, scenario: SaveScenario, status: int, stored: bool
):
    linkedin.save = scenario
    assert save(linkedin, False) == status
    assert (linkedin.saves[0].status, linkedin.saves[0].stored) == (status, stored)
    assert linkedin.settings[SETTING_KEY] is not stored


@pytest.mark.parametrize("stored", [True, None])
def test_a_cut_save_is_never_answered(linkedin: LinkedIn, stored: bool | None):
    linkedin.save = SaveScenario(cut=True, stored=stored)
    with pytest.raises(http.client.RemoteDisconnected):
        save(linkedin, False)
    assert linkedin.wait_for(lambda: linkedin.saves)
    assert (linkedin.saves[0].status, linkedin.saves[0].stored) == (0, bool(stored))


def test_a_save_without_the_sessions_token_is_refused(linkedin: LinkedIn):
    assert save(linkedin, False, session="") == 403
    assert linkedin.settings[SETTING_KEY] is True


def test_a_slow_save_comes_late(linkedin: LinkedIn):
    linkedin.save = SaveScenario(delay=0.2)
    save(linkedin, False)
    assert linkedin.saves[0].at - linkedin.requests[0].at >= 0.2


def test_reset_lets_go_of_a_slow_save_and_forgets_it(linkedin: LinkedIn):
    linkedin.save = SaveScenario(delay=60)
    waiting, raised = in_background(lambda: save(linkedin, False))
    assert linkedin.wait_for(lambda: linkedin.requests)
    linkedin.reset()
    waiting.join(10)
    assert raised
    assert (linkedin.saves, linkedin.requests) == ([], [])
    assert linkedin.settings == dict.fromkeys(SETTING_KEYS, True)
    assert linkedin.save == SaveScenario()


def test_closing_lets_go_of_a_document_that_hangs():
    with LinkedIn() as linkedin:
        linkedin.documents_hang = True
        waiting, raised = in_background(lambda: ask(linkedin, SETTING_PATH))
        assert linkedin.wait_for(lambda: linkedin.requests)
    waiting.join(10)
    assert raised


def test_touches_are_noted_as_the_page_tells_them(linkedin: LinkedIn):
    assert ask(linkedin, "/li/track", "POST", body=json.dumps(asdict(TOUCH)))[0] == 204
    assert linkedin.touches == [TOUCH]


def test_requests_are_noted_with_the_headers_of_a_reload(linkedin: LinkedIn):
    past_the_cache = {"Cache-Control": "no-cache", "Pragma": "no-cache"}
    ask(linkedin, SETTING_PATH + "?a=1", headers={**past_the_cache, "Accept": "text/html"})
    noted = linkedin.requests[0]
    assert (noted.method, noted.path) == ("GET", SETTING_PATH + "?a=1")
    assert noted.headers == past_the_cache


@pytest.mark.parametrize("host", ["example.org", "linkedin.com", "www.linkedin.com.example.org"])
def test_every_other_host_is_refused_and_noted(linkedin: LinkedIn, host: str):
    with tunnel(linkedin, host) as connection, pytest.raises(OSError, match="502"):
        connection.request("GET", "/")
    assert linkedin.uninvited == [f"CONNECT {host}:443"]


def test_plain_http_is_refused_and_noted(linkedin: LinkedIn):
    proxy = http.client.HTTPConnection("127.0.0.1", linkedin.port, timeout=10)
    address = f"http://{HOST}{SETTING_PATH}"
    proxy.request("GET", address)
    assert proxy.getresponse().status == 502
    proxy.close()
    assert linkedin.uninvited == [f"GET {address}"]


@pytest.mark.parametrize("value", [True, False])
def test_the_server_turns_an_off_on_again_by_itself(linkedin: LinkedIn, value: bool):
    linkedin.save = SaveScenario(reverts_after=0.2)
    linkedin.settings[SETTING_KEY] = not value
    save(linkedin, value)
    assert linkedin.settings[SETTING_KEY] is value
    assert linkedin.wait_for(lambda: linkedin.settings[SETTING_KEY])
    assert [one.value for one in linkedin.saves] == [value], "without a save"


def test_a_refused_save_is_not_turned_back(linkedin: LinkedIn):
    linkedin.settings[SETTING_KEY] = False
    linkedin.save = SaveScenario(status=500, reverts_after=0.05)
    save(linkedin, False)
    assert not linkedin.wait_for(lambda: linkedin.settings[SETTING_KEY], 0.3)


def test_reset_comes_before_what_the_server_would_turn_back(linkedin: LinkedIn):
    linkedin.save = SaveScenario(reverts_after=0.1)
    save(linkedin, False)
    linkedin.reset()
    linkedin.settings[SETTING_KEY] = False
    assert not linkedin.wait_for(lambda: linkedin.settings[SETTING_KEY], 0.3)


def test_offline_nothing_is_opened_and_an_open_connection_answers_nothing(linkedin: LinkedIn):
    with tunnel(linkedin) as kept:
        kept.request("GET", SETTING_PATH)
        kept.getresponse().read()
        linkedin.offline = True
        kept.request("GET", SETTING_PATH)
        with pytest.raises(http.client.RemoteDisconnected):
            kept.getresponse()
    with pytest.raises((http.client.HTTPException, OSError)):
        ask(linkedin, SETTING_PATH)
    assert len(linkedin.requests) == 1
    linkedin.offline = False
    assert ask(linkedin, SETTING_PATH)[0] == 200


def test_a_save_whose_answer_meets_no_network_is_cut(linkedin: LinkedIn):
    linkedin.save = SaveScenario(delay=0.5)
    waiting, raised = in_background(lambda: save(linkedin, False))
    assert linkedin.wait_for(lambda: linkedin.requests)
    linkedin.offline = True
    waiting.join(10)
    assert raised
    assert (linkedin.saves[0].status, linkedin.saves[0].stored) == (0, True)


def test_what_was_shown_is_noted_as_it_was_shown(linkedin: LinkedIn):
    for on in (True, False):
        linkedin.settings[SETTING_KEY] = on
        ask(linkedin, SETTING_PATH)
        ask(linkedin, API + SETTING_KEY)
    pages = [("keyed-switch", SETTING_PATH), ("", API + SETTING_KEY)]
    expected = [Shown(*page, on, 0) for on in (True, False) for page in pages]
    assert [replace(one, at=0) for one in linkedin.shown] == expected


def test_what_shows_no_settings_is_not_noted_as_shown(linkedin: LinkedIn):
    ask(linkedin, "/feed/")
    ask(linkedin, API + "allowAdsByAge")
    ask(linkedin, "/static/settings-app.js")
    assert linkedin.shown == []


def test_any_form_can_be_sent(linkedin: LinkedIn):
    """A page that a test made up may send anything."""
    assert ask(linkedin, "/feed/", "POST", body="a=1&b=%00")[0] == 404
