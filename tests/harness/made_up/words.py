"""The keys, names and other strings that made-up pages are full of."""

from builder.catalogue import compile_catalogue, load_catalogue

_CATALOGUE = compile_catalogue(load_catalogue())
_SETTING, *_OTHERS = _CATALOGUE["settings"]

KEY: str = _SETTING["keys"][0]
OWN_NAMES: list[str] = list(_SETTING["names"].values())
# Of every setting but the first: on its page they are foreign, whether we turn them off or not.
OTHER_KEYS = frozenset(_CATALOGUE["otherKeys"]).union(*(one["keys"] for one in _OTHERS))
OTHER_NAMES = frozenset(_CATALOGUE["otherNames"]).union(*(one["names"].values() for one in _OTHERS))

# Not in the catalogue, and spelled as LinkedIn spells its keys.
UNKNOWN_KEYS = ["allowSomethingNew", "shareDataWithAliens", "xAllowDataForGenerativeAI", "aB"]

# Nearly a key, and none: nothing may follow from these.
NEUTRAL = [
    "",
    "ember123",
    "toggle-1",
    "switch",
    "caption",
    f"setting-{KEY}",
    f"{KEY}2",
    KEY.lower(),
    KEY.upper(),
    f"{KEY}-label",
    "AllowSomething",
    "allow_something_New",
]

HOSTILE = [
    "__proto__",
    "constructor",
    "toString()",
    "<img src=x onerror=alert(1)>",
    "\u202eIAevitareneGroFataDwolla",
    '"]; *',
    "a\u0000b",
    "größeÄndern",
    "x" * 99,
]
