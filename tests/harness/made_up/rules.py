"""Which switch may be found on a made-up page, by the safety rules: no line of the detector's.

The rules: a switch is certain by LinkedIn's key, or as the only one of the main region with
nothing against it; it is never in a link and never a submit button; it reads what its state says.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .node import Node, Page
from .words import KEY, OTHER_KEYS, OTHER_NAMES

# How what stands in a page hangs together: out of shadow roots and frames, too.
ANYHOW = ("child", "shadow", "frame")


@dataclass(frozen=True)
class Verdict:
    """A switch that is certain, and what is to be seen of it."""

    control: Node
    reads: str
    usable: bool
    keyed: bool
    markup_agrees: bool


@dataclass(eq=False)
class Place:
    """A node where it stands. `edge` says how it hangs on what is above: child, shadow, frame."""

    node: Node
    above: "Place | None"
    edge: str
    tree: object  # the same object for all of one document or shadow root
    below: list["Place"] = field(default_factory=list)  # its children, not what is inside

    def up(self, *edges: str) -> Iterator["Place"]:
        """Itself and what is around it, as long as only such edges are crossed."""
        place: Place | None = self
        while place:
            yield place
            place = place.above if place.edge in edges else None

    def descendants(self) -> Iterator["Place"]:
        """What is below it in its own tree, in the order of the document."""
        for child in self.below:
            yield child
            yield from child.descendants()

    @property
    def words(self) -> str:
        """Its text with all below it, spaces made plain."""
        texts = [self.node.text, *(each.node.text for each in self.descendants())]
        return " ".join("".join(texts).split())


def verdict_on(page: Page) -> Verdict | None:
    """The switch that may be found on the page; None where none may."""
    places = _reachable(page)
    controls = [place for place in places if is_control(place.node)]
    keyed = [place for place in controls if KEY in names_of(place.node)]
    certain = keyed if keyed else _only_one(controls, places)
    if len(certain) != 1 or not _clickable(certain[0], places):
        return None
    [place] = certain
    reads = _reading(place.node)
    if reads is None or OTHER_KEYS & names_of(place.node):
        return None
    agrees = reads == "on" or not _markup_says_on(place.node)
    return Verdict(place.node, reads, _usable(place), bool(keyed), agrees)


def controls_of(page: Page) -> list[Node]:
    """Everything on the page that a switch can be, wherever it stands."""
    return [node for node in page.walk() if is_control(node)]


def is_control(node: Node) -> bool:
    """Whether it is a checkbox, has the role of a switch, or is a button that stays pressed."""
    role, button = node.attributes.get("role"), node.tag == "button"
    checkbox = node.tag == "input" and node.attributes.get("type") == "checkbox"
    pressed = "aria-pressed" in node.attributes and (button or role == "button")
    return checkbox or role == "switch" or pressed


def names_of(node: Node) -> set[str]:
    """What it is called in words that no language changes."""
    given = node.attributes
    return {given.get("id", ""), given.get("name", ""), *given.get("aria-labelledby", "").split()}


def is_foreign(name: str) -> bool:
    """Whether a name is another setting's: a known one, or it looks like a key of LinkedIn's."""
    letters = name.isascii() and name.isalpha()
    looks_so = letters and name[0].islower() and not name.islower()
    return name in OTHER_KEYS or (looks_so and name != KEY)


def _reachable(page: Page) -> list[Place]:
    """All places that a script of the page's own origin can walk to."""
    places: list[Place] = []

    def put(node: Node, above: Place | None, edge: str, tree: object) -> Place:
        place = Place(node, above, edge, tree)
        places.append(place)
        place.below = [put(child, place, "child", tree) for child in node.children]
        if node.inner in ("open", "frame", "srcdoc"):
            inner = object()
            for child in node.inside:
                put(child, place, "shadow" if node.inner == "open" else "frame", inner)
        return place

    top = object()
    for node in page.body:
        put(node, None, "child", top)
    return places


def _is_main(place: Place) -> bool:
    given = place.node.attributes
    return place.node.tag == "main" or given.get("id") == "main" or given.get("role") == "main"


def _region(place: Place) -> Place | None:
    return next((each for each in place.up(*ANYHOW) if _is_main(each)), None)


def _only_one(controls: list[Place], places: list[Place]) -> list[Place]:
    """The only switch of the main region, if nothing about it speaks of another setting."""
    rivals = [place for place in controls if _region(place)]
    if len(rivals) != 1 or any(each.edge == "frame" for each in rivals[0].up(*ANYHOW)):
        return []
    [place] = rivals
    against = place.node.stale or any(map(is_foreign, names_of(place.node)))
    return [] if against or OTHER_NAMES & _words_about(place, places) else [place]


def _words_about(place: Place, places: list[Place]) -> set[str]:
    """Its own label, those that label it, and the heading of its region."""
    tree = [each for each in places if each.tree is place.tree]
    ids = place.node.attributes.get("aria-labelledby", "").split()
    captions = [_with_id(tree, each) for each in ids]
    labels = [each for each in tree if each.node.tag == "label" and _labels(each, tree) is place]
    region = _region(place)
    below = region.descendants() if region else iter(())
    heading = next((each for each in below if each.node.tag in ("h1", "h2")), None)
    texts = {each.words for each in (*captions, *labels, heading) if each}
    return texts | {" ".join(place.node.attributes.get("aria-label", "").split())}


def _with_id(tree: list[Place], name: str) -> Place | None:
    return next((each for each in tree if each.node.attributes.get("id") == name), None)


def _labels(label: Place, tree: list[Place]) -> Place | None:
    """What a label is for: the element it names, else the first one inside that can have one."""
    candidates = label.descendants()
    if "for" in label.node.attributes:
        named = _with_id(tree, label.node.attributes["for"])
        candidates = iter([named] if named else [])
    return next((each for each in candidates if each.node.tag in ("input", "button")), None)


def _clickable(place: Place, places: list[Place]) -> bool:
    """Whether a click there does no more than switch."""
    around = [each.node for each in place.up(*ANYHOW)]
    if any(node.tag == "a" and "href" in node.attributes for node in around):
        return False
    if any(node.tag == "summary" for node in around):
        return False
    label = next((each for each in place.up(*ANYHOW) if each.node.tag == "label"), None)
    if label and _labels(label, [e for e in places if e.tree is label.tree]) not in (None, place):
        return False
    kind = place.node.attributes.get("type", "submit")
    acts = place.node.tag in ("button", "input") and kind in ("submit", "image", "reset")
    in_form = any(each.node.tag == "form" for each in place.up("child"))
    return not (acts and in_form)


def _ticks(node: Node) -> bool:
    return node.tag == "input" and node.attributes.get("type") == "checkbox"


def _reading(node: Node) -> str | None:
    """By its property where it has one, else by what it says of itself; None where that is open."""
    if _ticks(node):
        if node.properties.get("indeterminate"):
            return None
        return "on" if node.properties.get("checked", "checked" in node.attributes) else "off"
    said = {node.attributes.get(name) for name in ("aria-checked", "aria-pressed")} - {None}
    return {("true",): "on", ("false",): "off"}.get(tuple(said))


def _markup_says_on(node: Node) -> bool:
    said = node.attributes.get("aria-checked") == "true"
    return _ticks(node) and ("checked" in node.attributes or said)


def _usable(place: Place) -> bool:
    """Whether the member could use it: neither it nor anything around it is disabled."""
    takes_disabled = place.node.tag in ("input", "button")
    fields = [each.node for each in place.up("child") if each.node.tag == "fieldset"]
    own = [place.node, *fields] if takes_disabled else []
    if any("disabled" in node.attributes for node in own):
        return False
    around = [each.node.attributes for each in place.up(*ANYHOW)]
    return not any("inert" in each or each.get("aria-disabled") == "true" for each in around)
