"""Pages: Jinja templates of `tests/pages/`, filled with the server's state at that moment."""

import tomllib
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .routes import KEY_AT, SETTING_KEY, SETTING_PATH, bare

if TYPE_CHECKING:
    from .stand_in import LinkedIn

PAGES = Path(__file__).parents[2] / "pages"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(PAGES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


_WORDS: dict[str, dict[str, Any]] = tomllib.loads(
    (PAGES / "languages.toml").read_text(encoding="utf-8")
)

# LinkedIn's interface languages, as `PageOptions.language` takes them.
LANGUAGES = tuple(_WORDS)


def words_of(language: str) -> dict[str, Any]:
    """What a page says in a language; text that the table lacks is some other text of it."""
    words = _WORDS[language]
    filler = {"description": words["label"], "learn_more": words["nav"], "back": words["nav"]}
    return filler | words


def render(page: str, path: str, linkedin: "LinkedIn", settings: dict[str, bool]) -> bytes:
    """One page as LinkedIn's server would send it now.

    Args:
        page: the stem of a file in `tests/pages/`.
        path: the address it is sent for.
        linkedin: whose options are shown.
        settings: the state shown: a copy, so that one document does not show two moments.

    Raises:
        jinja2.UndefinedError: the template names something that is not given here.
    """
    options = linkedin.options_for(path)
    words = words_of(options.language)
    template = _environment().get_template(f"{page}.html")
    return template.render(
        path=path,
        setting_path=SETTING_PATH,
        setting_key=KEY_AT.get(bare(path), SETTING_KEY),
        settings=settings,
        on=settings[SETTING_KEY],
        body=linkedin.body,
        body_controls=linkedin.body_controls,
        options=options,
        late=options.mount_after is not None,
        words=words,
        direction=options.direction or words["direction"],
        page_data={
            "settings": settings,
            "words": {"on": words["on"], "off": words["off"]},
            "options": _camel_case(asdict(options)),
            "serviceWorker": linkedin.service_worker,
        },
    ).encode(errors="replace")


def _camel_case(names: dict[str, Any]) -> dict[str, Any]:
    """`{"mount_after": 1}` as `{"mountAfter": 1}`, the way the page's script spells it."""
    return {_camel(name): value for name, value in names.items()}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(other.capitalize() for other in others)
