"""Every form in which LinkedIn may show the page."""

from dataclasses import dataclass, field

from builder.catalogue import compile_catalogue, load_catalogue
from tests.harness.linkedin import SETTING_KEY, SETTING_PATH, PageOptions


@dataclass(frozen=True)
class Form:
    """A page, as the stand-in shows it.

    Attributes:
        name: for people.
        page: the stem of a file in `tests/pages/`.
        options: how it behaves.
        dead_end: what is claimed where no single switch is certain; "" where one is.
        setting: the id of the setting whose page it is.
        path, key: where that page stands, and LinkedIn's name for its switch.
        asked_only: it shares its page with another one, which is read there unless this one was
            asked for.
    """

    name: str
    page: str
    options: PageOptions = field(default_factory=PageOptions)
    dead_end: str = ""
    setting: str = ""
    path: str = SETTING_PATH
    key: str = SETTING_KEY
    asked_only: bool = False


# Forms of the markup: every failure is tried on each.
MARKUP = [
    Form("keyed switch", "keyed-switch"),
    Form("CSS modules", "css-modules"),
    Form("artdeco toggle", "artdeco-toggle"),
    Form("artdeco toggle, 24 dp", "artdeco-toggle-24"),
    Form("button role=switch", "button-switch"),
    Form("open shadow root", "shadow-switch"),
    Form("same-origin frame", "framed-switch"),
    Form("between other settings' switches", "sibling-keyed"),
]

# Further pages, and ways in which the same markup comes: each is tried once.
ARRIVALS = [
    Form("config-setting-card", "config-setting-card"),
    Form("React shell", "react-shell"),
    Form("hostile names around it", "hostile-names"),
    Form("button aria-pressed", "button-pressed"),
    Form("between foreign checkboxes", "foreign-checkboxes"),
    Form("in a form", "in-form"),
    Form("drawn after 0.2 s", "keyed-switch", PageOptions(mount_after=200)),
    Form("drawn after 3 s", "keyed-switch", PageOptions(mount_after=3000)),
    Form("switch after 9 s", "keyed-switch", PageOptions(mount_after=9000, mount_part="control")),
    Form("drawn after 12 s", "keyed-switch", PageOptions(mount_after=12_000)),
    Form("without a key, drawn after 3 s", "css-modules", PageOptions(mount_after=3000)),
    Form("redrawn while on", "keyed-switch", PageOptions(replace_node_after=600)),
    Form("redrawn at the click", "keyed-switch", PageOptions(replace_node_on_click=True)),
    Form("redrawn after the save", "keyed-switch", PageOptions(replace_node_after_save=True)),
    Form("set on by script", "property-on"),
    Form("set on by script after 0.6 s", "late-property"),
    Form("shadow root after 1.2 s", "late-shadow"),
    Form("React shell with frame and shadow root", "react-shell-interop"),
    Form("among 10,000 switches", "ten-thousand-keyed"),
    Form("label of 1 MB", "megabyte-label"),
    Form("full of personal data", "personal"),
    Form("dark", "keyed-switch", PageOptions(dark=True)),
    Form("right to left", "css-modules", PageOptions(direction="rtl")),
    *[
        Form(f"in {code}", "keyed-switch", PageOptions(language=code))
        for code in ("de", "ko", "ar", "zh-TW")
    ],
]

# No single switch is certain: a click waits, and ends in words.
DEAD_ENDS = [
    Form("two switches, no key", "two-unkeyed", dead_end="unrecognised"),
    Form("two switches with our key", "two-ours", dead_end="unrecognised"),
    Form("another setting's key only", "foreign-key-only", dead_end="unrecognised"),
    Form("another setting's name only", "other-name-only", dead_end="unrecognised"),
    Form("renamed key", "renamed-switch", dead_end="unrecognised"),
    Form("in a link", "in-link", dead_end="unrecognised"),
    Form("in another control's label", "in-label", dead_end="unrecognised"),
    Form("submit button", "submit-switch", dead_end="unrecognised"),
    Form("10,000 switches, none ours", "ten-thousand", dead_end="unrecognised"),
    Form("hostile names, no key", "hostile-unkeyed", dead_end="unrecognised"),
    Form("blank", "blank", dead_end="unrecognised"),
    Form("half loaded", "half-loaded", dead_end="unrecognised"),
    Form("error page", "error-page", dead_end="unrecognised"),
    Form("complete, no switch", "setting-missing", dead_end="unavailable"),
    Form(
        "complete, switch never drawn",
        "keyed-switch",
        PageOptions(mount_after=3_600_000, mount_part="control"),
        dead_end="unavailable",
    ),
    Form(
        "never drawn", "keyed-switch", PageOptions(mount_after=3_600_000), dead_end="unrecognised"
    ),
]

# LinkedIn's other data settings, each on its own page, or two of them on one.
_SETTINGS = compile_catalogue(load_catalogue())["settings"]
_PATHS = [setting["paths"][0] for setting in _SETTINGS]
OTHERS = [
    Form(
        f"other setting: {setting['names']['en']}",
        "",
        setting=setting["id"],
        path=path,
        key=setting["keys"][0],
        asked_only=path in _PATHS[:place],
    )
    for place, (setting, path) in enumerate(zip(_SETTINGS, _PATHS, strict=True))
    if place > 0
]
