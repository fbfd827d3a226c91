"""What a test may choose about the stand-in's behaviour before it opens a page."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class SaveScenario:
    """What becomes of a PUT to the settings API.

    Attributes:
        delay: seconds until the answer; the value is stored at the end of them, even if the page
            has gone by then.
        status: the HTTP status answered.
        stored: whether the server takes the value; None means what the answer suggests: a 2xx
            does, an error or a cut connection does not.
        cut: the connection is closed after the delay, without an answer.
        reverts_after: so many seconds after it stored an off, the server turns it on again by
            itself, without a page; None: never.
    """

    delay: float = 0.0
    status: int = 200
    stored: bool | None = None
    cut: bool = False
    reverts_after: float | None = None

    @property
    def takes_the_value(self) -> bool:
        """Whether the server's state changes."""
        if self.stored is not None:
            return self.stored
        return not self.cut and 200 <= self.status < 300


@dataclass(frozen=True)
class PageOptions:
    """How the page behaves in the browser. All times are milliseconds; None means never.

    Attributes:
        mount_after: the app draws its content so long after its script starts; None: the content
            is in the HTML. A late control gets its state as a property, as an Ember app sets it,
            so it carries no `checked` attribute.
        mount_part: what comes late: the whole `page`, or only the `control`'s row in a page whose
            heading is there.
        flip_back_after: so long after a click that turns it off, the page turns it on again.
        flip_back_saves: that is saved to the server, too.
        flip_back_after_save: so long after a save of off was answered with success, the page turns
            it on again and saves that.
        swallow_clicks: a click is prevented: nothing changes, nothing is saved.
        disabled: the control cannot be used.
        asks: a click that turns it off first opens a modal question, either a `<dialog>` or an
            element with role=dialog and aria-modal; only its confirm button turns it off.
        replace_node_after: the control's row is replaced by an identical new node, counted from
            the mount.
        replace_node_on_click: the same, on a click and before the save is answered.
        replace_node_after_save: the same, when a save was answered, whatever the answer.
        leaves_after_click: so long after a click on the control, the page goes to the feed.
        mischief: what the page's script does against us. `removes-nodes`: it takes every child of
            <html> away that is neither head nor body, at once, always. `replays-clicks`: 200 ms
            after a script's click on the control it clicks there once more, which saves.
            `fakes-events`: for 5 s it dispatches whatever might provoke us, every 100 ms, at
            window, document, body, the control and foreign children of <html>; no click at the
            control, which would turn it.
        language: a table of `pages/languages.toml`.
        direction: `ltr` or `rtl`; None takes the language's.
        dark: LinkedIn's dark theme.
        rows: so many other rows stand before the control.
        keyed: page `spa` only: whether our own setting's switch carries its key.
        stale_for: page `spa` only: the address changes so long before the view does.
    """

    mount_after: int | None = None
    mount_part: Literal["page", "control"] = "page"
    flip_back_after: int | None = None
    flip_back_saves: bool = False
    flip_back_after_save: int | None = None
    swallow_clicks: bool = False
    disabled: bool = False
    asks: Literal["", "dialog", "aria-modal"] = ""
    replace_node_after: int | None = None
    replace_node_on_click: bool = False
    replace_node_after_save: bool = False
    leaves_after_click: int | None = None
    mischief: Literal["", "removes-nodes", "replays-clicks", "fakes-events"] = ""
    language: str = "en"
    direction: Literal["ltr", "rtl"] | None = None
    dark: bool = False
    rows: int = 0
    keyed: bool = True
    stale_for: int = 0
