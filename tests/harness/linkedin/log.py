"""What the stand-in writes down. Times are seconds of `time.monotonic()`."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Save:
    """One PUT to the settings API, noted when it was answered, or would have been.

    `value` is what the page asked for; `status` is the HTTP status answered, 0 if the
    connection was cut; `stored` says whether the server's state took the value.
    """

    key: str
    value: bool
    status: int
    stored: bool
    at: float


@dataclass(frozen=True)
class Touch:
    """One click event that reached a control, link, label or button of the page.

    `control` is the first of the control's key, id, name, control name, address or text. A click
    on a `<label for>` is two touches, as it is two events: the label's, then its control's.
    `setting` is the key of the setting that the control turns, "" if it turns none.
    """

    control: str
    tag: str
    key: str
    id: str
    trusted: bool
    kind: str
    path: str
    setting: str = ""


@dataclass(frozen=True)
class Request:
    """One request to www.linkedin.com, noted when it arrived; `path` includes the query.

    `headers` holds Cache-Control and Pragma, where sent: they tell a reload past the cache.
    """

    method: str
    path: str
    headers: dict[str, str]
    at: float


@dataclass(frozen=True)
class Shown:
    """What LinkedIn showed of the AI setting: the truth that a claim is measured against.

    One entry for each document rendered below /mypreferences/ or /preload/, noted just before it
    was sent, and one for each answer of the settings API about this setting, where `page` is
    empty. `on` is the value in that very document or answer, whether or not the page draws it.
    `settings` holds the same of every setting, by key, in a document; in an answer of this one.
    """

    page: str
    path: str
    on: bool
    at: float
    settings: dict[str, bool] = field(default_factory=dict, compare=False)
