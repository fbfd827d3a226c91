"""Made-up pages that stand at the real address, and what a member and the page do there."""

from dataclasses import dataclass
from html import escape

from hypothesis import strategies as st

from tests.harness.linkedin import SETTING_PATH, LinkedIn
from tests.harness.screens import SettingsPage

from .node import Node, Page
from .rules import is_control, verdict_on
from .words import KEY, OTHER_NAMES

OTHER_KEY = "allowAdsByAge"
OTHER_PATH = "/mypreferences/d/categories/privacy"
_EMPTY = ("input", "iframe", "hr")
_CHECKBOX = {"type": "checkbox"}
_SWITCH = {"type": "button", "role": "switch", "aria-checked": "true"}
_FOREIGN = [{"id": OTHER_KEY}, {"name": "allowSomethingNew"}, {"aria-labelledby": "aB"}]


def _parts(name: dict[str, str]) -> st.SearchStrategy[Node]:
    """A checkbox or a switch of that name."""
    return st.sampled_from([Node("input", _CHECKBOX | name), Node("button", _SWITCH | name)])


_ours = st.sampled_from([{"id": KEY}, {"aria-labelledby": KEY}, {"name": KEY}, {"id": "ember1"}])
_other = st.sampled_from([*_FOREIGN, {"id": "ember2"}])
_submit = Node("form", children=(Node("button", {"role": "switch", "aria-checked": "true"}),))
_linked = _other.flatmap(_parts).map(lambda node: Node("a", {"href": "/feed/"}, "", (node,)))
_beside = st.one_of(
    _other.flatmap(_parts),
    _linked,
    st.just(_submit),
    st.sampled_from(sorted(OTHER_NAMES)).map(lambda name: Node("h2", text=name)),
)


@st.composite
def live_pages(draw: st.DrawFn) -> Page:
    """A page with LinkedIn's switch and up to two things that must be left alone."""
    parts = [draw(_ours.flatmap(_parts)), *draw(st.lists(_beside, max_size=2))]
    return Page(tuple(draw(st.permutations(parts))))


def served(page: Page) -> str:
    """The page as HTML; each control has a number by which the page's script finds it."""
    numbers = {id(node): number for number, node in enumerate(page.walk())}

    def text_of(node: Node) -> str:
        given = node.attributes | {"data-number": str(numbers[id(node)])}
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in given.items())
        end = "" if node.tag in _EMPTY else f"</{node.tag}>"
        inside = "".join(map(text_of, node.children))
        return f"<{node.tag}{attributes}>{escape(node.text)}{inside}{end}"

    return "\n".join(f"<div>{text_of(node)}</div>" for node in page.body)


def ours_on(page: Page) -> Node:
    """LinkedIn's switch of the setting: the only part that is neither another's nor wrapped."""
    return next(n for n in page.body if is_control(n) and _is_ours(n))


def _is_ours(node: Node) -> bool:
    return bool({KEY, "ember1"} & set(node.attributes.values()))


@dataclass
class LivePage:
    """A made-up page in the driver's tab, and what happens to it. Each verb is an action."""

    page: SettingsPage
    linkedin: LinkedIn
    made_up: Page

    def open(self) -> None:
        """Serve it at the setting's address, and open it in a tab of its own."""
        nodes = self.made_up.walk()
        ours = ours_on(self.made_up)
        self.linkedin.page, self.linkedin.body = "given", served(self.made_up)
        self.linkedin.body_controls = [
            {
                "selector": f"[data-number='{number}']",
                "key": KEY if node is ours else OTHER_KEY,
                "row": "div",
                "drawnAfter": 0,
            }
            for number, node in enumerate(nodes)
            if is_control(node)
        ]
        self._ours = f"[data-number='{nodes.index(ours)}']"
        driver = self.page.browser.driver
        before = driver.current_window_handle
        new = self.page.open_in_new_tab()
        driver.switch_to.window(before)
        driver.close()
        driver.switch_to.window(new)

    @property
    def may_be_clicked(self) -> bool:
        """Whether the rules allow a click on LinkedIn's switch here; that it is on is another."""
        within = Page((Node("main", children=self.made_up.body),))
        return verdict_on(within) is not None

    def do(self, action: str) -> int:
        """Do it, and let it take effect; how many requests of the member's it was."""
        requests = getattr(self, action)() or 0
        self.page.wait_a_second_click_apart()
        if panel := self.page.browser.find_panel():
            panel.close()
        return requests

    def toolbar(self) -> int:
        """The member clicks the toolbar button."""
        self.page.click_toolbar()
        return 1

    def banner(self) -> int:
        """The member clicks the first button of the banner, if there is one."""
        banner = self.page.banner
        if not banner or not self.page.try_banner_button(banner.buttons[0]):
            return 0
        return 1

    def banner_by_script(self) -> None:
        """A script clicks it: no request."""
        banner = self.page.banner
        if banner:
            self.page.click_banner_button_by_script(banner.buttons[0])

    def by_hand(self) -> None:
        """The member clicks LinkedIn's switch."""
        self.page.flip_switch_by_hand(self._ours)

    def reload(self) -> None:
        """The member presses F5."""
        self.page.reload_plainly()

    def replace(self) -> None:
        """The page draws the switch anew, by a node that nobody listens to."""
        self._run(
            "const copy = one.cloneNode(true); copy.checked = one.checked; one.replaceWith(copy)"
        )

    def show_off(self) -> None:
        """The page shows off what is not saved so: a property set by script."""
        self._run("if (one.localName === 'input') one.checked = false")

    def show_on(self) -> None:
        """The page shows on what is not saved so."""
        self._run("if (one.localName === 'input') one.checked = true")

    def add_foreign(self) -> None:
        """Another setting's switch comes."""
        self._run(
            f"""const other = document.createElement('input');
            Object.assign(other, {{type: 'checkbox', checked: true, id: '{OTHER_KEY}'}});
            one.before(other)"""
        )

    def go_and_return(self) -> None:
        """The app goes to another page and back, without a load."""
        self._run(
            f"""history.pushState(null, '', '{OTHER_PATH}');
            setTimeout(() => history.pushState(null, '', '{SETTING_PATH}'), 300)"""
        )

    def provoke(self) -> None:
        """The page sends whatever might be taken for the member's wish or our own message."""
        self._run(
            """for (const target of [window, document, ...document.documentElement.children]) {
              for (const type of ['click', 'pointerup', 'keydown', 'change', 'pageshow', 'focus'])
                target.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
            }
            for (const type of ['click', 'load-proof', 'state', 'turn-off-in'])
              postMessage({type, tabId: 1, ready: true, state: {name: 'off'}}, '*')"""
        )

    def _run(self, script: str) -> None:
        find = "const one = document.querySelector(arguments[0]); if (!one) return;"
        self.page.browser.driver.execute_script(f"{find} {script}", self._ours)


ACTIONS = [
    name
    for name, verb in vars(LivePage).items()
    if callable(verb) and name[0] != "_" and name not in ("open", "do")
]
