"""The stand-in's address book: which page of `tests/pages/` stands at which path."""

HOST = "www.linkedin.com"
SETTING_PATH = "/mypreferences/d/settings/data-for-ai-improvement"
SETTING_KEY = "allowDataForGenerativeAI"
API = "/mysettings-api/settingsApiSettings/"

D = "/mypreferences/d/"

# Paths and keys of other settings: brave/psst-component, 2026-07-30.
KEY_AT = {
    D + "settings/policy-and-academic-research": "allowAnonymizedDataResearch",
    D + "settings/share-data-with-select-partners": "shareDataWithTrustedPartners",
    D + "settings/ads-by-age": "allowAdsByAge",
    D + "settings/ads-by-gender": "allowAdsByGender",
    D + "settings/ads-beyond-linkedin": "allowLinkedInAudienceNetwork",
    D + "settings/ads-interactions-with-business": "allowUseOfThirdPartyData",
    D + "settings/ads-related-actions": "allowConversionTrackings",
    D + "settings/ads-inferred-location": "allowIpToPersonalizeAds",
    D + "interest-categories": "adsPrivacyAllowInterestsAndBehaviors",
}

# Every setting with a switch: its key, and the path of its page. Two are on one page.
PATH_OF = {
    SETTING_KEY: SETTING_PATH,
    **{key: path for path, key in KEY_AT.items()},
    "allowProfileAndActivityDataForMarketingAds": D + "settings/linkedin-promotions",
    "tipsForUsingLinkedinViaEmail": D + "settings/linkedin-promotions",
    "nonEssentialCookieConsent": D + "member-cookies",
}
SETTING_KEYS = tuple(PATH_OF)

REDIRECTS = {D: D + "categories/account"}

PAGE_AT = {
    "/feed/": "feed",
    "/feed/framing/": "feed-framing",
    "/preload/data-for-ai-improvement": "keyed-switch",
    D + "categories/account": "category",
    D + "categories/sign-in-and-security": "category",
    D + "categories/profile-visibility": "category",
    D + "categories/privacy": "categories-privacy",
    D + "categories/ads": "category",
    D + "categories/notifications": "category",
    D + "settings/linkedin-promotions": "linkedin-promotions",
    D + "dark-mode": "dark-mode",
    D + "member-cookies": "member-cookies",
    **dict.fromkeys(KEY_AT, "other-setting"),
    "/mypreferences/m/settings/data-for-ai-improvement": "mobile",
    D + "data-for-ai-improvement": "keyed-switch",
    D + "settings/data-for-content-models": "renamed-switch",
    "/mypreferences/g/guest-cookies": "member-cookies",
    "/login": "login",
    "/uas/login": "login",
    "/checkpoint/challenge/": "checkpoint",
    "/sign-out": "login",
    # Slugs in circulation that lead nowhere.
    D + "settings/data-for-generative-ai-improvement": "setting-missing",
    D + "settings/data-for-generative-ai": "setting-missing",
    # Look-alikes: the right switch at the wrong address must never be touched.
    "/feed" + SETTING_PATH: "keyed-switch",
    SETTING_PATH + "-faq": "keyed-switch",
    "/in/someone/": "keyed-switch",
    "/mypreferences/x/settings/data-for-ai-improvement": "keyed-switch",
}

# Made up: how the setting might be called after LinkedIn renamed it.
RENAMED_PATH = D + "settings/data-for-content-models"
RENAMED_KEY = "allowDataForContentModels"
SAME_SETTING = {RENAMED_KEY: SETTING_KEY}

# The single-page app answers at every address it can draw.
SPA_PATHS = {
    SETTING_PATH,
    D + "categories/privacy",
    D + "settings/policy-and-academic-research",
}

STATUS_OF = {"error-page": 500, "not-found": 404}


def bare(path: str) -> str:
    """A path without a slash at its end."""
    return path.rstrip("/")


def page_at(path: str, chosen: str) -> str:
    """The page at a path: `chosen` at the AI setting's own, `not-found` at an unknown one."""
    if bare(path) == SETTING_PATH:
        return chosen
    if chosen == "spa" and path in SPA_PATHS:
        return chosen
    return PAGE_AT.get(path) or PAGE_AT.get(bare(path), "not-found")
