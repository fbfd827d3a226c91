"""Hypothesis strategies: pages that LinkedIn, or anybody hostile, could make."""

from dataclasses import replace

from hypothesis import strategies as st

from .node import Node, Page
from .words import HOSTILE, KEY, NEUTRAL, OTHER_KEYS, OTHER_NAMES, OWN_NAMES, UNKNOWN_KEYS

_TRUTH = st.sampled_from(["true", "false", "true", "false", "mixed", "TRUE", ""])
_IDS = st.sampled_from(["caption-1", "caption-2", KEY, "ember7"])
_foreign = st.sampled_from([*sorted(OTHER_KEYS), *UNKNOWN_KEYS])
_neutral = st.sampled_from([*NEUTRAL, *HOSTILE, "caption-1", "caption-2"])
_padded = st.sampled_from(["{}", "{}", " {}\n", "The {}", "{}."])
texts = st.one_of(
    st.sampled_from(["", "On", "Off", *OWN_NAMES, *HOSTILE]),
    st.builds(str.format, _padded, st.sampled_from(sorted(OTHER_NAMES))),
    st.text(max_size=8),
)


def _maybe(likely: int, strategy: st.SearchStrategy) -> st.SearchStrategy:
    """The strategy in `likely` of ten cases, else None."""
    return st.integers(1, 10).flatmap(lambda n: strategy if n > 10 - likely else st.none())


# What a control is called: by nothing, by our key, by another's, or by several.
_word = st.one_of(_neutral, st.just(KEY), _foreign)
_slots = st.sampled_from(["id", "name", "aria-labelledby"])
_our_names = _slots.map(lambda slot: {slot: KEY})
_plain_names = st.one_of(st.just({}), _neutral.map(lambda name: {"id": name}), _our_names)
_captioned = _IDS.map(lambda name: {"aria-labelledby": name})
_mixed = st.fixed_dictionaries(
    {},
    optional={
        "id": _word,
        "name": _word,
        "aria-labelledby": st.lists(_word, min_size=1, max_size=3).map(" ".join),
    },
)
_names = st.one_of(_plain_names, _captioned, _mixed)


# The element, its role and what else makes it what it is: switches, and what only resembles one.
_SWITCHES = [
    ("input", {"type": "checkbox"}),
    ("input", {"type": "checkbox", "role": "switch"}),
    ("button", {"role": "switch", "type": "button"}),
    ("button", {"type": "button", "aria-pressed": "true"}),
    ("div", {"role": "switch", "tabindex": "0"}),
    ("div", {"role": "button", "aria-pressed": "false"}),
]
_ODD_SWITCHES = [
    ("button", {"role": "switch"}),
    ("button", {"role": "switch", "type": "reset"}),
    ("button", {"aria-pressed": "true", "type": "submit"}),
    ("input", {"type": "radio", "role": "switch"}),
    ("input", {"type": "button", "role": "switch"}),
    ("input", {"type": "submit", "role": "switch"}),
    ("input", {"type": "image", "role": "switch"}),
    ("a", {"role": "switch", "href": "/mypreferences/d/"}),
    ("a", {"role": "switch"}),
]
_LOOK_ALIKES = [
    ("input", {"type": "radio"}),
    ("input", {"type": "text"}),
    ("button", {"type": "button"}),
    ("div", {"aria-pressed": "true"}),
    ("div", {"aria-checked": "true"}),
]


@st.composite
def _controls(draw: st.DrawFn) -> Node:
    kinds = st.one_of(
        *[st.sampled_from(k) for k in (_SWITCHES, _SWITCHES, _ODD_SWITCHES, _LOOK_ALIKES)]
    )
    tag, kind = draw(kinds)
    attributes, properties = dict(kind), {}
    ticks = kind.get("type") in ("checkbox", "radio")
    attributes |= draw(_names)
    if kind.get("type") == "radio":
        attributes.pop("name", None)  # two of one name are one question
    if draw(st.integers(0, 9)) > (7 if ticks else 1):
        attributes["aria-checked"] = draw(_TRUTH)
    if "aria-pressed" in attributes or draw(st.integers(0, 19)) == 0:
        attributes["aria-pressed"] = draw(_TRUTH)
    if ticks:
        attributes |= draw(st.sampled_from([{}, {"checked": ""}]))
        properties = draw(st.sampled_from([{}, {}, {"checked": True}, {"checked": False}]))
    if kind.get("type") == "checkbox" and draw(st.integers(0, 9)) == 0:
        properties = {**properties, "indeterminate": True}
    rare = {"disabled": "", "aria-disabled": "true", "inert": "", "aria-label": draw(texts)}
    for name, value in rare.items():
        if draw(st.integers(0, 9)) == 0:
            attributes[name] = value
    return Node(tag, attributes, properties=properties, stale=draw(st.integers(0, 9)) == 0)


_captions = st.builds(
    lambda tag, name, text: Node(tag, {} if name is None else {"id": name}, text),
    st.sampled_from(["span", "h1", "h2", "h3", "p"]),
    _maybe(5, _IDS),
    texts,
)

_CONTAINERS = [
    ("div", {}),
    ("div", {}),
    ("main", {}),
    ("section", {"id": "main"}),
    ("div", {"role": "main"}),
    ("form", {}),
    ("a", {"href": "/feed/"}),
    ("a", {}),
    ("label", {}),
    ("label", {"for": KEY}),
    ("label", {"for": "ember7"}),
    ("fieldset", {"disabled": ""}),
    ("fieldset", {}),
    ("div", {"aria-disabled": "true"}),
    ("div", {"aria-disabled": "false"}),
    ("div", {"inert": ""}),
]


def _around(children: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    several = st.lists(children, min_size=1, max_size=most).map(tuple)
    element = st.builds(
        lambda kind, text, nodes: Node(kind[0], kind[1], text, nodes),
        st.sampled_from(_CONTAINERS),
        st.one_of(st.just(""), texts),
        several,
    )
    host = st.builds(
        lambda inner, nodes: Node("div", inner=inner, inside=nodes),
        st.sampled_from(["open", "open", "closed"]),
        several,
    )
    frame = st.builds(
        lambda inner, nodes: Node("iframe", inner=inner, inside=nodes),
        st.sampled_from(["frame", "frame", "srcdoc", "sandboxed"]),
        several,
    )
    return st.one_of(element, element, element, host, frame)


_leaves = st.one_of(_controls(), _controls(), _captions)
_nested = _around(st.one_of(_leaves, _around(_leaves, most=2)), most=2)
_anything = st.one_of(_leaves, _nested)
_few_captions = st.lists(_captions, max_size=1).map(tuple)
_few = st.lists(_anything, max_size=2).map(tuple)
_main = st.builds(
    lambda heading, nodes: Node("main", children=(*heading, *nodes)),
    st.one_of(st.just(()), _captions.map(lambda caption: (caption,))),
    st.lists(_anything, min_size=1, max_size=2).map(tuple),
)


_WRAPS = [
    Node("a", {"href": "/feed/"}),
    Node("form"),
    Node("form"),
    Node("label", text=sorted(OTHER_NAMES)[0]),
    Node("label", text="On"),
    Node("fieldset", {"disabled": ""}),
    Node("div", {"aria-disabled": "true"}),
    Node("div", {"inert": ""}),
    Node("div", inner="open"),
    Node("div", inner="open"),
    Node("div", inner="closed"),
    Node("iframe", inner="frame"),
]


@st.composite
def _plain_controls(draw: st.DrawFn) -> Node:
    """A switch that nothing speaks against."""
    tag, kind = draw(st.sampled_from([*_SWITCHES, ("button", {"role": "switch"})]))
    said = "aria-pressed" if "aria-pressed" in kind else "aria-checked"
    value = draw(st.sampled_from(["true", "false"]))
    state = {"checked": value == "true"} if tag == "input" else {}
    names = draw(st.one_of(st.just({}), st.just({}), _plain_names, _captioned))
    return Node(tag, kind | names | ({} if state else {said: value}), properties=state)


@st.composite
def _nearly_certain(draw: st.DrawFn) -> Page:
    """One plain switch in a main region, and mostly one thing that could be against it."""
    node, head, beside = draw(_plain_controls()), draw(_few_captions), ()
    against = draw(st.sampled_from(["", "wrap", "wrap", "wrap", "name", "node", "beside", "page"]))
    if against == "wrap":
        for wrap in draw(st.lists(st.sampled_from(_WRAPS), min_size=1, max_size=2)):
            node = replace(wrap, **{"inside" if wrap.inner else "children": (node,)})
    elif against == "name":
        foreign = {draw(_slots): draw(_foreign)}
        node = replace(node, attributes=node.attributes | foreign)
    elif against == "node":
        unclear = {"indeterminate": True} if node.tag == "input" else {}
        node = replace(node, stale=not unclear, properties=node.properties | unclear)
    elif against == "beside":
        beside = (draw(st.one_of(_plain_controls(), _anything)),)
    elif draw(st.booleans()):
        head = (Node("h1", text=draw(st.sampled_from(sorted(OTHER_NAMES)))),)
    elif against == "page":
        return Page((node, Node("main", children=(*head, *beside))))
    return Page((Node("main", children=(*head, node, *beside)),))


_whole = st.builds(lambda before, main, after: Page((*before, main, *after)), _few, _main, _few)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Pages with switches and what resembles them; mostly with a main region."""
    # Made anew, so that a failing one is printed as a page and not as the way it was drawn.
    return Page(draw(st.one_of(_nearly_certain(), _nearly_certain(), _whole)).body)


@st.composite
def noise(draw: st.DrawFn) -> Node:
    """An element that is no switch, labels nothing, heads nothing and says nothing."""
    kinds = [
        ("div", {}),
        ("p", {}),
        ("svg", {}),
        ("a", {"href": "/feed/"}),
        ("form", {}),
        ("ul", {}),
    ]
    kinds += [("iframe", {}), ("section", {"role": "alert"}), ("h3", {"lang": "de"}), ("hr", {})]
    words = st.sampled_from([*OTHER_KEYS, *UNKNOWN_KEYS, *HOSTILE, "ember99"])
    tag, attributes = draw(st.sampled_from(kinds))
    name = draw(st.sampled_from(["class", "name", "data-key", "title", "id"]))
    return Node(tag, {**attributes, name: draw(words)})
