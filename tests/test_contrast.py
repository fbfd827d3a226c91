"""Colours can be told apart: WCAG 2.2's contrast of the tokens, in both schemes."""

import re
from pathlib import Path

import pytest

from builder.template import EXTENSION

TOKENS = (EXTENSION / "shared" / "tokens.css").read_text(encoding="utf-8")
COLOURS = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\);", TOKENS)
SCHEMES = {
    "light": {name: light for name, light, _ in COLOURS},
    "dark": {name: dark for name, _, dark in COLOURS},
}
STATES = ["state-on", "state-off", "state-unknown"]
TEXT = ["ink", "ink-soft", "accent", *STATES]


def luminance(colour: str) -> float:
    """The relative luminance of #rgb or #rrggbb, as WCAG 2.2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_it_computes_what_wcag_computes():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#fff") < 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["surface", "raised"])
@pytest.mark.parametrize("text", TEXT)
def test_text_can_be_read(scheme, ground, text):
    colours = SCHEMES[scheme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["surface", "raised"])
def test_the_edge_of_what_can_be_pressed_is_seen(scheme, ground):
    assert contrast(SCHEMES[scheme]["edge"], SCHEMES[scheme][ground]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_on_the_accent_can_be_read(scheme):
    assert contrast(SCHEMES[scheme]["on-accent"], SCHEMES[scheme]["accent"]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_one_tone_of_the_ring_is_seen_on_any_ground(scheme):
    """With 9:1 between them, every ground has 3:1 to one of the two: the square root of 9."""
    tones = SCHEMES[scheme]["accent"], SCHEMES[scheme]["on-accent"]
    assert contrast(*tones) >= 9
    greys = ["#" + 3 * f"{grey:02x}" for grey in range(256)]
    assert min(max(contrast(tone, grey) for tone in tones) for grey in greys) >= 3


def rules_of(file: Path) -> str:
    """A style sheet without comments."""
    return re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_every_space_radius_and_size_of_type_is_a_token():
    """But for hairlines; and for drawings and breakpoints, which are no spaces."""
    spaced = re.compile(r"^\s*((?:padding|margin|gap|border-radius|font)\b[\w-]*): ([^;]+);", re.M)
    length = re.compile(r"(?<![\w-])-?(?:[4-9]|[1-9]\d+|\d*\.\d+)(?:px|r?em)\b")
    for file in EXTENSION.rglob("*.css"):
        if file.name not in ("tokens.css", "mark.css"):
            found = spaced.findall(rules_of(file))
            assert [rule for rule in found if length.search(rule[1])] == [], file.name


def test_every_colour_is_a_token():
    """Nothing is coloured but by tokens: no other style sheet writes a colour."""
    written = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|(?<!-)\b(?:white|black)\b(?!-)")
    for file in EXTENSION.rglob("*.css"):
        if file.name != "tokens.css":
            rules = re.sub(r"#[\w-]+(?=[^{};]*\{)", "", rules_of(file))
            assert written.findall(rules) == [], file.name
