"""What LinkedIn says: catalogue/linkedin.toml as models, and what of it the extension needs."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from builder.bad_input import ROOT, BadInputError
from builder.toml_file import Model, parse_toml, read_model

CATALOGUE = ROOT / "catalogue" / "linkedin.toml"


def _settings_path(path: str) -> str:
    """Only LinkedIn's preferences may be named, in the one spelling that is compared."""
    if not re.fullmatch(r"/mypreferences/[dm]/[a-z0-9/-]*[a-z0-9]", path):
        raise ValueError("a path below /mypreferences/d/ or /m/ without a slash at its end")
    return path


Text = Annotated[str, Field(min_length=1)]
Key = Annotated[str, Field(pattern=r"^[a-z]+(?:[A-Z]+[a-z]*)+$")]
SettingsPath = Annotated[str, AfterValidator(_settings_path)]


class Menu(Model):
    """LinkedIn's own menu words, in English."""

    settings: Text
    privacy: Text


class Site(Model):
    """Where LinkedIn's settings are, and how its pages are built."""

    host: Text
    folders: Annotated[list[Text], Field(min_length=1)]
    main: Text
    saves: Annotated[str, Field(pattern="^/.*/$")]
    menu: Menu


class Setting(Model):
    """A setting that Offswitch turns off."""

    id: Annotated[str, Field(pattern="^[a-z][a-z-]*$")]
    key: Key
    paths: Annotated[list[SettingsPath], Field(min_length=1)]
    names: dict[str, Text]
    seen: Text
    grade: Literal["observed", "inferred"]


class Other(Model):
    """A setting that is known only so that its switch is never taken for another's."""

    key: Key
    name: Text
    seen: Text


class Catalogue(Model):
    """The whole of catalogue/linkedin.toml."""

    site: Site
    settings: Annotated[list[Setting], Field(min_length=1)]
    others: list[Other]


def load_catalogue(file: Path = CATALOGUE) -> Catalogue:
    """Reads and checks the catalogue.

    Raises:
        BadInputError: it is broken, or names a key twice, or a setting has no English name.
    """
    catalogue = read_model(Catalogue, file, parse_toml(file))
    keys = [entry.key for entry in [*catalogue.settings, *catalogue.others]]
    for key in keys:
        if keys.count(key) > 1:
            raise BadInputError(file, key, "stands there twice; each key has one entry")
    for number, setting in enumerate(catalogue.settings):
        if "en" not in setting.names:
            raise BadInputError(file, f"settings.{number}.names.en", "is missing; add this key")
    return catalogue


def compile_catalogue(catalogue: Catalogue) -> dict:
    """What the extension's scripts need of it: type Catalogue of extension/core/types.d.ts."""
    site = catalogue.site
    return {
        "host": site.host,
        "main": site.main,
        "saves": site.saves,
        "menu": site.menu.model_dump(),
        "settings": [
            setting.model_dump(include={"key", "paths", "names"}) for setting in catalogue.settings
        ],
        "otherKeys": [other.key for other in catalogue.others],
        "otherNames": [other.name for other in catalogue.others],
    }
