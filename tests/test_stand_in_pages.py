"""The stand-in's pages: each at its address, in each of its shapes. No browser needed."""

import re

import pytest

from builder.toml_file import parse_toml
from tests.harness.linkedin import LANGUAGES, SETTING_KEY, SETTING_PATH, LinkedIn, PageOptions
from tests.harness.linkedin.client import ask
from tests.harness.linkedin.render import PAGES
from tests.harness.linkedin.routes import KEY_AT, PAGE_AT, STATUS_OF

PAGE_NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
KEYED_SWITCH = f'role="switch" aria-labelledby="{SETTING_KEY}"'


def test_the_settings_page_shows_what_the_server_has(linkedin: LinkedIn):
    assert f"{KEYED_SWITCH} checked>" in ask(linkedin, SETTING_PATH)[1]
    linkedin.settings[SETTING_KEY] = False
    assert f"{KEYED_SWITCH}>" in ask(linkedin, SETTING_PATH)[1]


def test_a_document_has_a_strict_policy_and_is_not_stored(linkedin: LinkedIn):
    headers = ask(linkedin, SETTING_PATH)[2]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
    assert headers["Cache-Control"] == "no-store"
    linkedin.cache_control = "max-age=600"
    assert ask(linkedin, SETTING_PATH)[2]["Cache-Control"] == "max-age=600"


@pytest.mark.parametrize("page", [page for page in PAGE_NAMES if page != "other-setting"])
@pytest.mark.parametrize(
    "options",
    [
        PageOptions(),
        PageOptions(language="ar", dark=True, rows=2, disabled=True, keyed=False),
        PageOptions(mount_after=100),
        PageOptions(mount_after=100, mount_part="control", direction="rtl"),
        PageOptions(mischief="fakes-events", flip_back_after_save=1, leaves_after_click=1),
    ],
)
def test_every_page_can_be_shown_with_every_option(
    linkedin: LinkedIn, page: str, options: PageOptions
):
    linkedin.page, linkedin.page_options = page, options
    status, text, _ = ask(linkedin, SETTING_PATH)
    assert status == STATUS_OF.get(page, 200)
    assert "<!doctype html>" in text


def test_there_is_a_page_in_each_of_linkedins_languages():
    codes = (
        "ar bn cs da de el en es fa fi fr hi hu in it iw ja ko mr ms nl no pa pl pt ro sv te th tl "
        "tr uk vi zh zh"
    )
    assert sorted(language.partition("-")[0] for language in LANGUAGES) == codes.split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_itself_and_its_direction(linkedin: LinkedIn, language: str):
    linkedin.page_options = PageOptions(language=language)
    direction = "rtl" if language[:2] in {"ar", "fa", "iw"} else "ltr"
    assert f'<html lang="{language}" dir="{direction}"' in ask(linkedin, SETTING_PATH)[1]


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_every_page_says_what_it_is_made_from(page: str):
    provenance = (PAGES / f"{page}.html").read_text(encoding="utf-8").partition("-->")[0]
    assert provenance.startswith("<!-- Reconstruction")
    assert "nvented" in provenance
    assert "captured" not in provenance.lower()


@pytest.mark.parametrize("body", ["<p>a", "</main><!--", "<textarea>", "{{ x }}", "\0 \ud800 é"])
def test_a_page_that_a_test_made_up_is_sent_as_it_is(linkedin: LinkedIn, body: str):
    linkedin.page, linkedin.body = "given", body
    linkedin.body_controls = [{"selector": "[x", "key": SETTING_KEY, "row": "p"}]
    text = ask(linkedin, SETTING_PATH)[1]
    assert body.encode(errors="replace").decode() in text.partition('class="settings-main">')[2]
    assert text.index('"selector": "[x"') < text.index("<main")


@pytest.mark.parametrize("secret", parse_toml(PAGES / "personal.toml")["secrets"])
def test_the_personal_page_holds_what_no_report_may(linkedin: LinkedIn, secret: str):
    linkedin.page = "personal"
    assert secret in ask(linkedin, SETTING_PATH)[1]


@pytest.mark.parametrize("path", sorted(PAGE_AT))
def test_every_address_has_a_page(linkedin: LinkedIn, path: str):
    assert ask(linkedin, path)[0] == 200


def test_only_the_settings_own_address_shows_the_chosen_page(linkedin: LinkedIn):
    linkedin.page = "blank"
    assert "<main" not in ask(linkedin, SETTING_PATH + "?li_theme=dark")[1]
    for look_alike in ("/feed" + SETTING_PATH, SETTING_PATH + "-faq", "/in/someone/?x=1"):
        assert KEYED_SWITCH in ask(linkedin, look_alike)[1]


def test_other_settings_carry_their_own_keys(linkedin: LinkedIn):
    for path, key in KEY_AT.items():
        text = ask(linkedin, path)[1]
        assert f'aria-labelledby="{key}"' in text
        assert KEYED_SWITCH not in text


def test_the_list_page_links_to_the_setting(linkedin: LinkedIn):
    text = ask(linkedin, "/mypreferences/d/categories/privacy")[1]
    assert f'href="{SETTING_PATH}"' in text
    assert "checkbox" not in text


def test_an_unknown_address_is_not_found(linkedin: LinkedIn):
    assert ask(linkedin, "/mypreferences/d/settings/nothing")[0] == 404


def test_addresses_can_lead_elsewhere(linkedin: LinkedIn):
    linkedin.redirect[SETTING_PATH] = "/uas/login"
    assert ask(linkedin, SETTING_PATH)[2]["Location"] == "/uas/login"
    assert ask(linkedin, "/mypreferences/d/")[2]["Location"].endswith("/categories/account")


def test_the_pages_own_files_need_no_inline_script_or_style():
    for path in PAGES.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", text), path.name
