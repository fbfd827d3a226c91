"""What a test may choose for one address, or for one setting, beside what holds for all."""

from dataclasses import replace
from typing import TypeVar

from . import routes
from .scenario import PageOptions, SaveScenario

Choice = TypeVar("Choice")


class Choices:
    """Choices by address and by key; whatever has none goes by the choice for all.

    Addresses are paths without query and without a slash at the end.

    Attributes:
        page: which file of `tests/pages/` stands at the AI setting's address.
        page_options: how a page behaves in the browser.
        save: what becomes of a save.
        page_at: path to the file that stands there.
        options_at: path to how the page there behaves.
        language_at: path to the language of the page there, whatever the options say.
        status_at: path to the HTTP status answered there, with a small error page unless `page_at`
            says another: 429, or LinkedIn's own 999.
        save_of: setting key to what becomes of its saves.
    """

    def choose_nothing(self) -> None:
        """Back to what holds for all, and its defaults."""
        self.page = "keyed-switch"
        self.page_options = PageOptions()
        self.save = SaveScenario()
        self.page_at: dict[str, str] = {}
        self.options_at: dict[str, PageOptions] = {}
        self.language_at: dict[str, str] = {}
        self.status_at: dict[str, int] = {}
        self.save_of: dict[str, SaveScenario] = {}

    def page_for(self, path: str) -> str:
        """The stem of the file that stands at a path."""
        refused = "error-page" if _at(self.status_at, path, 200) != 200 else ""
        return _at(self.page_at, path, refused) or routes.page_at(path, self.page)

    def status_for(self, path: str, page: str) -> int:
        """The HTTP status of a document."""
        return _at(self.status_at, path, routes.STATUS_OF.get(page, 200))

    def options_for(self, path: str) -> PageOptions:
        """How the page at a path behaves, and its language."""
        options = _at(self.options_at, path, self.page_options)
        return replace(options, language=_at(self.language_at, path, options.language))

    def save_for(self, key: str) -> SaveScenario:
        """What becomes of a save of a setting."""
        return self.save_of.get(key, self.save)

    @property
    def cuts_saves(self) -> bool:
        """Whether a save of any setting is cut."""
        return any(scenario.cut for scenario in (self.save, *self.save_of.values()))


def _at(choices: dict[str, Choice], path: str, else_: Choice) -> Choice:
    """What was chosen for a path, in either spelling of its end."""
    return choices.get(routes.bare(path), else_)
