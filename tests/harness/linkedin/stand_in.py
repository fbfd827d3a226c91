"""The stand-in as tests see it: its state, its logs and what may be chosen about it."""

import threading
import time
from collections.abc import Callable
from typing import Any, Self

from .choices import Choices
from .headers import POLICY
from .log import Request, Save, Shown, Touch
from .proxy import Proxy
from .routes import HOST, SETTING_KEYS, bare
from .scenario import SaveScenario


class LinkedIn(Choices):
    """A stand-in for https://www.linkedin.com, used as a context manager.

    Scenario attributes are read when a request is answered, so set them before opening a page.
    Those that can differ by address or setting are explained in `choices.py`.

    Attributes:
        port: the CONNECT proxy's port on 127.0.0.1.
        settings: the server's state, setting key to on.
        cache_control: the Cache-Control of documents.
        content_policy: their Content-Security-Policy, as strict as LinkedIn's is reported to be;
            "" is none at all, for pages that try what a policy would forbid.
        service_worker: pages register a worker that answers settings pages cache first.
        speculation: what the feed asks the browser to do with the setting's page beforehand:
            "prerender" or "prefetch" (Chromium only), or nothing.
        document_delay: seconds before a document is answered.
        documents_hang: documents are not answered at all until `reset()`.
        offline: as if the network were down: no connection is opened, and what is asked on an
            open one, or not answered yet, gets no answer. Nothing of it is noted as a request.
        redirect: path to path, answered 302, before any other route.
        signed_in: whether the member is; if not, settings pages lead to the sign-in page, and
            from there, once its form is sent, to where the member wanted to go.
        body: page `given` only: the HTML in its #main, as it is.
        body_controls: page `given` only: its controls, as `static/switch.js` explains them; one
            that the HTML does not hold is passed over.
        shown: what was shown of the AI setting.
        saves: settings API writes. touches: clicks on the page's controls. requests: everything
            asked of www.linkedin.com.
        uninvited: whatever was asked for that is neither a visit nor made by a page of the
            stand-in: every other host, and what `invited.py` says of this one. It outlasts a
            `reset()`, for what comes late counts as well; `take_uninvited()` empties it.
        errors: tracebacks of the stand-in's own mistakes, such as a template that fails.
    """

    settings: dict[str, bool]
    saves: list[Save]
    touches: list[Touch]
    requests: list[Request]
    shown: list[Shown]
    uninvited: list[str]
    errors: list[str]

    def __init__(self) -> None:
        self._noted = threading.Condition()
        self._era = threading.Event()
        self.uninvited = []
        self._defaults()
        self._proxy = Proxy(self)
        self.port: int = self._proxy.server_port

    def __enter__(self) -> Self:
        """Start answering."""
        self._thread = threading.Thread(target=self._proxy.serve_forever, args=(0.05,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Let everything go and close every socket."""
        self._era.set()
        self._proxy.shutdown()
        self._thread.join()
        self._proxy.server_close()

    @staticmethod
    def url(path: str) -> str:
        """The full address of a path."""
        return f"https://{HOST}{path}"

    def reset(self) -> None:
        """Back to the defaults: logs emptied, waiting answers let go, connections dropped.

        Connections go, too, because a browser sends a request again when a kept-alive one breaks:
        a cut save would then arrive twice.
        """
        with self._noted:
            self._era.set()
            self._era = threading.Event()
            self._defaults()
        self._proxy.drop_connections()

    def _defaults(self) -> None:
        self.settings = dict.fromkeys(SETTING_KEYS, True)
        self.choose_nothing()
        self.cache_control = "no-store"
        self.content_policy = POLICY
        self.service_worker = self.documents_hang = self.offline = False
        self.speculation = ""
        self.document_delay = 0.0
        self.body = ""
        self.body_controls: list[dict[str, Any]] = []
        self.redirect: dict[str, str] = {}
        self.signed_in, self._wanted = True, "/feed/"
        self.saves, self.touches, self.requests, self.shown = [], [], [], []
        self.errors = []

    def take_uninvited(self) -> list[str]:
        """What came uninvited since this was asked last."""
        taken, self.uninvited = self.uninvited, []
        return taken

    def wait_for(self, condition: Callable[[], object], seconds: float = 10.0) -> bool:
        """Wait until the logs fulfil a condition; False if they have not after `seconds`."""
        with self._noted:
            return bool(self._noted.wait_for(condition, seconds))

    def shown_of(self, key: str, path: str) -> list[bool]:
        """What the documents at a path held of a setting, the latest last."""
        return [
            one.settings[key] for one in self.shown if one.page and bare(one.path) == bare(path)
        ]

    def ask_to_sign_in(self, path: str) -> str | None:
        """Where a visit leads that needs a member signed in; None if it may go on."""
        if self.signed_in or not path.startswith("/mypreferences/"):
            return None
        self._wanted = path
        return f"/uas/login?session_redirect={path}"

    def sign_in(self) -> str:
        """Sign the member in; where they wanted to go."""
        self.signed_in = True
        return self._wanted

    def begin(self, request: Request) -> threading.Event:
        """Note a request. For the server's use, as is all below.

        Returns:
            The event that ends its era: what is asked before a `reset()` leaves no trace after it.
        """
        with self._noted:
            self.note(request, self._era)
            return self._era

    def note(self, entry: Save | Touch | Request | Shown, era: threading.Event) -> None:
        """Write an entry into its log, if its era lasts, and wake whoever waits for it."""
        with self._noted:
            if not era.is_set():
                log = {
                    Save: self.saves,
                    Touch: self.touches,
                    Request: self.requests,
                    Shown: self.shown,
                }[type(entry)]
                log.append(entry)
                self._noted.notify_all()

    def finish_save(
        self, key: str, value: bool, scenario: SaveScenario, era: threading.Event
    ) -> None:
        """Store and note a save, if its era lasts."""
        status = 0 if scenario.cut or self.offline else scenario.status
        with self._noted:
            if scenario.takes_the_value and not era.is_set():
                self.settings[key] = value
                if scenario.reverts_after is not None and not value:
                    revert = (key, scenario.reverts_after, era)
                    threading.Thread(target=self._revert, args=revert).start()
            entry = Save(key, value, status, scenario.takes_the_value, time.monotonic())
            self.note(entry, era)

    def _revert(self, key: str, seconds: float, era: threading.Event) -> None:
        """Turn a setting on again after a while, if its era lasts."""
        era.wait(seconds)
        with self._noted:
            if not era.is_set():
                self.settings[key] = True
                self._noted.notify_all()
