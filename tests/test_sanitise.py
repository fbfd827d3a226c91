"""A saved page loses everything that tells of a person, and nothing that tells of a switch."""

import re
from html import escape

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.catalogue import load_catalogue
from builder.saved_attributes import LISTS, clean_class
from builder.saved_page import filler, parse, sanitise
from builder.saved_switch import Known, unknown_keys
from tests.harness.linkedin import SETTING_KEY

KNOWN = Known.of(load_catalogue())
LABEL = "Use my data for training content creation AI models"

# A settings page with a place for something in every part of it.
PAGE = f"""<!doctype html>
<html lang="en" dir="ltr"{{on_html}}><head><meta charset="utf-8">{{in_head}}<title>Me</title></head>
<body class="ember-application">{{in_body}}
<header><a href="/feed/">Home</a><input type="search" name="q">{{in_header}}</header>
<main id="main">{{in_main}}
  <h1>Data for Generative AI Improvement</h1>
  <div class="setting-row">{{in_row}}
    <p id="{SETTING_KEY}">{LABEL}</p>{{beside_label}}
    <p class="toggle-label">On</p>
    <span><input type="checkbox" role="switch" aria-labelledby="{SETTING_KEY}" checked>
      {{beside_switch}}</span>
  </div>{{after_row}}
</main>{{after_main}}</body></html>{{after_html}}
"""
PLACES = sorted(set(re.findall(r"\{(\w+)\}", PAGE)) - {"on_html"})

# How something personal can stand in a page; "?" is what is personal.
CARRIERS = {
    "text": "<p>Signed in as ?</p>",
    "text beside a word of a state": "<p>On ?</p>",
    "comment": "<!-- saved for ? -->",
    "conditional comment": "<!--[if IE]><p>?</p><![endif]-->",
    "processing instruction": "<?user ??>",
    "character data": "<svg><![CDATA[?]]></svg>",
    "doctype": '<!doctype html SYSTEM "?">',
    "alt": '<img alt="?">',
    "address of an image": '<img src="https://media.licdn.com/?" srcset="/? 1x, /? 2x">',
    "address of a link": '<a href="/in/?">x</a>',
    "link in a vector image": '<svg><a xlink:href="/in/?">x</a></svg>',
    "title of a vector image": "<svg><title>?</title><desc>?</desc><text>?</text></svg>",
    "formula": "<math><mi>?</mi><annotation-xml>?</annotation-xml></math>",
    "aria-label": '<button aria-label="?"></button>',
    "description by an attribute": '<p aria-description="?" aria-valuetext="?">x</p>',
    "title": '<p title="?">x</p>',
    "data": '<p data-member="?" data-?="x" data-control-name="?">x</p>',
    "id": '<p id="?">x</p>',
    "reference": '<label for="?"></label><p aria-describedby="? y" aria-labelledby="?">x</p>',
    "name": '<input name="?" form="?" list="?">',
    "class": '<p class="? card--? ?__item">x</p>',
    "style": '<p style="background:url(/?)">x</p><style>.a{content:"?"}</style>',
    "handler": "<p onclick=\"greet('?')\">x</p>",
    "value": '<input value="?"><input type="hidden" name="csrf" value="?"><li value="?">',
    "hint in a field": '<input placeholder="?"><textarea placeholder="?">?</textarea>',
    "choice": '<select><option value="?" label="?">?</option></select>',
    "fields of a form": '<form action="/?" name="?" target="?"><button formaction="/?">x</button>',
    "custom element": "<member-?>x</member-?>",
    "name of an attribute": '<p ?="x">x</p>',
    "language": '<p lang="?" dir="?" hreflang="?">x</p>',
    "role": '<p role="?" type="?" tabindex="?" aria-checked="?" hidden="?" disabled="?">x</p>',
    "type of a field": '<input type="?" checked="?" aria-pressed="?" autocomplete="?">',
    "script": '<script>let me = "?"</script>',
    "data island": '<code id="bpr-guid-1"><!--{"firstName":"?"}--></code><code>{"id":"?"}</code>',
    "JSON": '<script type="application/ld+json">{"name":"?"}</script>',
    "noscript": '<noscript><img src="/px?member=?">?</noscript>',
    "template": "<template><p>?</p></template>",
    "shadow root": '<div><template shadowrootmode="open"><p id="?">?</p></template></div>',
    "closed shadow root": '<div><template shadowrootmode="closed">?</template></div>',
    "broken shadow root": '<div><template shadowrootmode="?">?</template></div>',
    "slot": '<slot name="?">?</slot><p slot="?">x</p>',
    "meta": '<meta name="author" content="?"><meta http-equiv="refresh" content="0;url=/?">',
    "link": '<link rel="canonical" href="https://www.linkedin.com/in/?"><base href="/?">',
    "frame": '<iframe src="/?" srcdoc="<p>?</p>" name="?" title="?"><p>?</p></iframe>',
    "object": '<object data="/?"><param name="a" value="?">?</object><embed src="/?">',
    "media": '<video src="/?" poster="/?"><track label="?" src="/?">?</video><audio src="/?">',
    "drawing": "<canvas>?</canvas><map name='?'><area href='/?' alt='?'></map>",
    "table": "<table summary='?'><caption>?</caption><tr><td abbr='?'>?</table>",
    "date": '<time datetime="?">?</time><del cite="/?" datetime="?">?</del><q cite="/?">?</q>',
    "old elements": "<marquee>?</marquee><listing>?</listing><xmp>?</xmp><font face='?'>?</font>",
    "second page": '<html data-me="?" class="?"><body onload="?" class="?" data-me="?">',
    "plain text": "<plaintext>?",
}
PEOPLE = {
    "name": "Wilhelmina Quackenbush",
    "name in another script": "Вильгельмина Квакенбуш",
    "e-mail address": "wilhelmina.quackenbush@example.org",
    "phone": "+49 151 23456789",
    "member id": "urn:li:member:987654321",
    "profile": "wilhelmina-quackenbush-8b41f7123",
    "token": "AQEDAStc9fEC7uKpAAABk3Q0m2kAAAGT",
    "session": 'JSESSIONID="ajax:1234567890123456789"',
    "key that names a person": "wilhelminaQuackenbush",
    "code": "{{ wilhelmina }}{% quackenbush %}{# 987654321 #}",
}


def page_with(**parts: str) -> str:
    """The page with these parts in it."""
    page = PAGE.replace("{on_html}", parts.get("on_html", ""))
    for place in PLACES:
        page = page.replace(f"{{{place}}}", parts.get(place, ""))
    return page


def carried(carrier: str, secret: str) -> str:
    """The secret as a page carries it; where it is a name, as far as a name can hold it."""
    name = re.sub(r"[^\w-]", "", secret).lower() or "x"
    made = re.sub(r"(?<=<member-)\?|(?<=</member-)\?|(?<=<p )\?|(?<=data-)\?", name, carrier)
    return made.replace("?", escape(secret))


def told_parts(secret: str) -> set[str]:
    """What of a secret must not be told: its words and numbers, unless everybody has them."""
    everybodys = set().union(*LISTS.values()) | set(re.findall(r"\w+", page_with().lower()))
    parts = {part.lower() for part in re.split(r"[\W_]+", secret) if len(part) > 3}
    return {part for part in parts if part not in everybodys and set(part) != {"x"}}


def assert_untold(secret: str, html: str) -> None:
    """None of the secret's parts is in what comes out, and that is stable and no template."""
    clean = sanitise(html, KNOWN)
    assert [part for part in told_parts(secret) if part in clean.lower()] == []
    assert sanitise(clean, KNOWN) == clean
    assert not re.search(r"[{}]", clean)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_nothing_personal_survives_wherever_it_stands(carrier):
    everybody = "".join(carried(CARRIERS[carrier], secret) for secret in PEOPLE.values())
    for place in PLACES:
        assert_untold(" ".join(PEOPLE.values()), page_with(**{place: everybody}))


@pytest.mark.parametrize("person", PEOPLE)
def test_the_pages_first_tag_tells_of_nobody(person):
    for attribute in ("lang", "dir", "class", "id", "data-me", "xmlns", "title"):
        told = f' {attribute}="{escape(PEOPLE[person])}"'
        assert_untold(PEOPLE[person], PAGE.replace(' lang="en" dir="ltr"{on_html}', told))


secrets = st.one_of(
    st.sampled_from(list(PEOPLE.values())),
    st.emails(),
    st.integers(10**8).map(str),
    st.from_regex(r"[a-z]{4,9}-[a-z]{4,9}-[0-9a-f]{9}", fullmatch=True),
    st.text(st.characters(exclude_categories=["C"]), min_size=5, max_size=30),
)


quick = settings(max_examples=60, deadline=None, database=None)


@quick
@given(secret=secrets, spots=st.dictionaries(st.sampled_from(PLACES), st.sampled_from([*CARRIERS])))
def test_nobodys_secret_survives_anywhere(secret, spots):
    assume(told_parts(secret))
    html = page_with(**{place: carried(CARRIERS[name], secret) for place, name in spots.items()})
    assert_untold(secret, html)


@quick
@given(st.text(), st.lists(st.sampled_from([*CARRIERS.values(), "</p>", "<table>", "<b>", "<a>"])))
def test_markup_that_is_no_page_comes_to_rest_too(text, parts):
    assert_untold("", text + "".join(parts))


def test_the_label_and_the_word_of_the_state_stay():
    clean = sanitise(page_with(beside_label="<p>Wilhelmina Quackenbush</p>"), KNOWN)
    assert f'<p id="{SETTING_KEY}">{LABEL}</p><p>xxxxxxxxxx xxxxxxxxxxx</p>' in clean
    assert '<p class="toggle-label">On</p>' in clean
    assert "<title>xx</title>" in clean
    assert "Home" not in clean


def test_a_label_for_the_switch_stays():
    row = f'<input type="checkbox" id="a1"><label for="a1">{LABEL} <b>On</b></label>'
    html = f"<main><p>Wilhelmina</p><div>{row}</div></main>"
    expected = f'<input id="x1" type="checkbox"><label for="x1">{LABEL} <b>On</b></label>'
    assert expected in sanitise(html, KNOWN)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Use data of a.b@example.org now", "Use data of xxxxxxxxxxxxxxx now"),
        ("Use data of member 987654321", "Use data of member xxxxxxxxx"),
        ("Use urn:li:member of www.example.org", "Use xxxxxxxxxxxxx of xxxxxxxxxxxxxxx"),
        ("Use {{ data }} of /in/me", "Use xx data xx of xxxxxx"),
        ('Use data <a href="/in/w">Wilhelmina</a>', 'Use data <a href="#">xxxxxxxxxx</a>'),
        ("Datos: «sí», l'IA (KI-Modelle)?", "Datos: «sí», l'IA (KI-Modelle)?"),
        ("생성형 AI 개선을 위한 데이터", "생성형 AI 개선을 위한 데이터"),
        ("कंटेंट बनाने वाले मॉडल", "कंटेंट बनाने वाले मॉडल"),
    ],
)
def test_a_label_keeps_its_words_only(label, expected):
    assert f">{expected}</p>" in sanitise(page_with().replace(LABEL, label), KNOWN)


def test_a_label_that_is_longer_than_a_sentence_is_none():
    assert "Wilhelmina" not in sanitise(page_with().replace(LABEL, "Wilhelmina " * 20), KNOWN)


@pytest.mark.parametrize(
    "spoiled",
    [
        page_with(after_row=f'<input type="checkbox" aria-labelledby="{SETTING_KEY}">'),
        page_with().replace("<input type=checkbox", "<input").replace('aria-labelledby="', 'id="x'),
        page_with().replace('role="switch"', 'role="switch" name="allowAdsByAge"'),
        page_with().replace("<span>", '<span><a href="/">').replace("</span>", "</a></span>"),
        page_with(after_row="<input type=checkbox>").replace(SETTING_KEY, "x9"),
        page_with().replace(SETTING_KEY, "allowSomethingNew"),
    ],
    ids=["two keyed", "no label", "two keys", "in a link", "two unkeyed", "foreign key"],
)
def test_where_no_switch_is_certain_no_label_stays(spoiled):
    assert "training" not in sanitise(spoiled, KNOWN)


def test_an_unknown_key_stays_a_key_without_its_name():
    html = page_with().replace(SETTING_KEY, "allowSomethingNew")
    clean = sanitise(html, KNOWN)
    assert 'aria-labelledby="unknownKeyA"' in clean
    assert '<p id="unknownKeyA">' in clean
    assert unknown_keys(parse(html), KNOWN) == ["allowSomethingNew"]
    assert unknown_keys(parse(page_with()), KNOWN) == []


def test_what_linkedin_calls_its_settings_stays():
    clean = sanitise(page_with(in_main="<h2>Ads by <b>age</b></h2><h2>Ads by Wilma</h2>"), KNOWN)
    assert "<h2>Ads by <b>age</b></h2><h2>xxx xx xxxxx</h2>" in clean
    assert "<h1>Data for Generative AI Improvement</h1>" in clean


def test_renamed_references_hold():
    told = '<p id="w-q">a</p><i aria-describedby="w-q y"></i><b id="y"></b><input name="w-q">'
    clean = sanitise(page_with(in_row=told), KNOWN)
    assert '<p id="x2">x</p><i aria-describedby="x2 x3"></i><b id="x3"></b><input name="x2">' in (
        clean
    )


@quick
@given(st.text(st.characters(exclude_characters="\0\r<&")))
def test_filler_has_the_length_and_the_spaces_of_the_text(text):
    assert len(filler(text)) == len(text)
    assert [c.isspace() for c in filler(text)] == [c.isspace() for c in text]
    assert set(filler(text)) <= {"x", " ", "\n"}


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("_switchCheckbox_12ycew", "_switchCheckbox_xxxxxx"),
        ("config-setting-card__setting-item-ctrl", "config-setting-card__setting-item-ctrl"),
        ("artdeco-toggle--24dp", "artdeco-toggle--24dp"),
        ("sans-16", "sans-16"),
        ("jane-doe", "xxxx-xxx"),
        ("card--jane", "card--xxxx"),
        ("toggleJane", "xxxxxxxxxx"),
        ("text-55-01-99", "text-xx-xx-xx"),
        ("item-12345", "item-xxxxx"),
        ("größe", "xxxxx"),
    ],
)
def test_a_class_stays_as_far_as_its_words_are_known(token, expected):
    assert clean_class(token) == expected
    assert clean_class(expected) == expected


def test_data_and_pictures_leave_nothing_of_their_structure():
    told = "<code><b>x</b></code><svg><g><path></path></g></svg><math><mi>x</mi></math>"
    clean = sanitise(page_with(in_main=told), KNOWN)
    assert '<main id="main"><svg></svg><x-element></x-element>' in clean


def test_a_page_of_the_old_rules_comes_to_rest():
    """Without a doctype a table may stand in a paragraph; the copy has one."""
    clean = sanitise("<html><main><p>a<table><tr><td>b</table></main>", KNOWN)
    assert sanitise(clean, KNOWN) == clean
