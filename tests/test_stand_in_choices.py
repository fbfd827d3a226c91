"""The stand-in fails at one address, or for one setting, and nowhere else. No browser needed."""

import http.client

import pytest

from builder.catalogue import compile_catalogue, load_catalogue
from tests.harness.linkedin import (
    LANGUAGES,
    SETTING_KEY,
    SETTING_PATH,
    LinkedIn,
    PageOptions,
    SaveScenario,
)
from tests.harness.linkedin.client import ask, save
from tests.harness.linkedin.render import words_of
from tests.harness.linkedin.routes import PATH_OF

AGE, GENDER, COOKIES = "allowAdsByAge", "allowAdsByGender", "nonEssentialCookieConsent"
OTHERS = {key: path for key, path in PATH_OF.items() if key != SETTING_KEY}


def test_every_setting_of_the_catalogue_has_its_page():
    settings = compile_catalogue(load_catalogue())["settings"]
    known = {(key, path) for one in settings for key in one["keys"] for path in one["paths"]}
    assert known == set(PATH_OF.items())


@pytest.mark.parametrize(("key", "path"), OTHERS.items(), ids=OTHERS)
def test_a_page_shows_its_own_settings_and_no_other(linkedin: LinkedIn, key: str, path: str):
    own = [one for one, where in PATH_OF.items() if where == path]
    linkedin.settings = dict.fromkeys(PATH_OF, False) | {key: True}
    text = ask(linkedin, path + "/")[1].partition("<main")[2]
    assert text.count('role="switch"') == len(own)
    assert text.count(" checked>") == 1
    assert all((f'"{one}"' in text) == (one in own) for one in PATH_OF)


def test_the_save_of_one_setting_fails_and_the_others_do_not(linkedin: LinkedIn):
    linkedin.save_of[AGE] = SaveScenario(status=500)
    assert [save(linkedin, False, key=key) for key in (AGE, GENDER, SETTING_KEY)] == [500, 200, 200]
    assert linkedin.settings[AGE]
    assert not linkedin.settings[GENDER]


def test_a_setting_of_its_own_goes_before_what_holds_for_all(linkedin: LinkedIn):
    linkedin.save = SaveScenario(status=500)
    linkedin.save_of[AGE] = SaveScenario()
    assert [save(linkedin, False, key=key) for key in (AGE, GENDER)] == [200, 500]


def test_the_save_of_one_setting_is_cut_and_no_connection_is_kept(linkedin: LinkedIn):
    linkedin.save_of[AGE] = SaveScenario(cut=True)
    with pytest.raises(http.client.RemoteDisconnected):
        save(linkedin, False, key=AGE)
    assert save(linkedin, False, key=GENDER) == 200
    assert ask(linkedin, SETTING_PATH)[2]["Connection"] == "close"


@pytest.mark.parametrize("status", [429, 500, 999])
def test_one_address_is_refused_with_a_small_page(linkedin: LinkedIn, status: int):
    linkedin.status_at[PATH_OF[AGE]] = status
    for path in (PATH_OF[AGE], PATH_OF[AGE] + "/", PATH_OF[AGE] + "?trk=x"):
        answered, text, _ = ask(linkedin, path)
        assert (answered, "<!doctype html>" in text, "switch" in text) == (status, True, False)
    assert [ask(linkedin, path)[0] for path in (PATH_OF[GENDER], SETTING_PATH)] == [200, 200]


def test_a_chosen_page_may_be_sent_with_a_chosen_status(linkedin: LinkedIn):
    linkedin.status_at[PATH_OF[AGE]] = 999
    linkedin.page_at[PATH_OF[AGE]] = "checkpoint"
    status, text, _ = ask(linkedin, PATH_OF[AGE])
    assert status == 999
    assert text == ask(linkedin, "/checkpoint/challenge/")[1]


@pytest.mark.parametrize("path", [PATH_OF[AGE], PATH_OF[COOKIES], SETTING_PATH])
def test_another_page_stands_at_one_address(linkedin: LinkedIn, path: str):
    linkedin.page_at[path] = "setting-missing"
    for other in (PATH_OF[AGE], PATH_OF[COOKIES], SETTING_PATH):
        text = ask(linkedin, other)[1].partition("<main")[2]
        assert ('role="switch"' in text) == (other != path)


def test_one_page_behaves_otherwise(linkedin: LinkedIn):
    linkedin.options_at[PATH_OF[AGE]] = PageOptions(disabled=True)
    assert " disabled>" in ask(linkedin, PATH_OF[AGE])[1]
    assert " disabled>" not in ask(linkedin, PATH_OF[GENDER])[1]


def test_languages_are_mixed(linkedin: LinkedIn):
    """By address first, then by its options, then by what holds for all."""
    linkedin.page_options = PageOptions(language="it")
    linkedin.options_at[PATH_OF[AGE]] = PageOptions(language="ja-JP", dark=True)
    linkedin.options_at[PATH_OF[GENDER]] = PageOptions(language="ja-JP", dark=True)
    linkedin.language_at = {PATH_OF[GENDER]: "ar", SETTING_PATH: "de"}
    for path, language, dark in [
        (PATH_OF[AGE], "ja-JP", True),
        (PATH_OF[GENDER], "ar", True),
        (PATH_OF[COOKIES], "it", False),
        (SETTING_PATH, "de", False),
    ]:
        text = ask(linkedin, path)[1]
        assert f'<html lang="{language}"' in text
        assert ("theme--dark" in text) == dark


@pytest.mark.parametrize("path", sorted(set(OTHERS.values())))
@pytest.mark.parametrize("language", ["de", "pt-BR", "ko", "ar"])
def test_other_settings_pages_speak_their_language_only(
    linkedin: LinkedIn, path: str, language: str
):
    english = _texts(ask(linkedin, path)[1])
    linkedin.language_at[path] = language
    linkedin.settings = dict.fromkeys(PATH_OF, False)
    said = _texts(ask(linkedin, path)[1])
    words = words_of(language)
    assert {words["back"], words["off"]} <= said <= _spoken(words)
    assert not said & (english - {""})


def _spoken(words: dict[str, str]) -> set[str]:
    section = words["section"]
    return {"", words["back"], words["off"], section, f"{section} 1", f"{section} 2"}


def _texts(html: str) -> set[str]:
    """The texts in the main region."""
    main = html.partition("<main")[2].partition("</main>")[0].partition(">")[2]
    return {part.rpartition(">")[2].strip() for part in main.split("<")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_settings_on_a_page_have_different_names(linkedin: LinkedIn, language: str):
    path = PATH_OF["tipsForUsingLinkedinViaEmail"]
    linkedin.language_at[path] = language
    names = [
        part.partition("<")[0]
        for part in ask(linkedin, path)[1].split('class="setting-row__name">')[1:]
    ]
    assert len(set(names)) == 2


def test_what_was_shown_of_every_setting_can_be_asked(linkedin: LinkedIn):
    for on in (True, False):
        linkedin.settings[AGE] = on
        ask(linkedin, PATH_OF[AGE] + "/?trk=x")
        ask(linkedin, PATH_OF[GENDER])
    assert linkedin.shown_of(AGE, PATH_OF[AGE]) == [True, False]
    assert linkedin.shown_of(GENDER, PATH_OF[GENDER]) == [True, True]
    assert linkedin.shown_of(AGE, PATH_OF[COOKIES]) == []
    assert [one.on for one in linkedin.shown] == [True] * 4, "of the AI setting"


def test_what_was_shown_stays_what_it_was(linkedin: LinkedIn):
    ask(linkedin, PATH_OF[AGE])
    linkedin.settings[AGE] = False
    assert linkedin.shown_of(AGE, PATH_OF[AGE]) == [True]


def test_reset_forgets_every_choice(linkedin: LinkedIn):
    linkedin.save_of[AGE] = SaveScenario(status=500)
    linkedin.status_at[PATH_OF[AGE]] = 429
    linkedin.page_at[PATH_OF[GENDER]] = "blank"
    linkedin.options_at[PATH_OF[COOKIES]] = PageOptions(disabled=True)
    linkedin.language_at[PATH_OF[COOKIES]] = "de"
    before = [ask(linkedin, path)[1] for path in (PATH_OF[GENDER], PATH_OF[COOKIES])]
    linkedin.reset()
    after = [ask(linkedin, path)[1] for path in (PATH_OF[GENDER], PATH_OF[COOKIES])]
    assert before[0] != after[0]
    assert before[1] != after[1]
    assert 'lang="en"' in after[1]
    assert " disabled" not in after[1]
    assert ask(linkedin, PATH_OF[AGE])[0] == 200
    assert save(linkedin, False, key=AGE) == 200
