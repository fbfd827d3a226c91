"""What LinkedIn says: catalogue/linkedin.toml as models, and what of it the extension needs."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from builder.bad_input import ROOT
from builder.catalogue_rules import check_catalogue
from builder.toml_file import Model, parse_toml, read_model

CATALOGUE = ROOT / "catalogue" / "linkedin.toml"


def _settings_path(path: str) -> str:
    """Only LinkedIn's preferences may be named, in the one spelling that is compared."""
    if not re.fullmatch(r"/mypreferences/[dm]/[a-z0-9/-]*[a-z0-9]", path):
        raise ValueError("a path below /mypreferences/d/ or /m/ without a slash at its end")
    return path


def _path(path: str) -> str:
    """A path on LinkedIn's host: never an address that could lead to another one."""
    if not re.fullmatch(r"/[A-Za-z0-9-][A-Za-z0-9/-]*", path):
        raise ValueError("a path on LinkedIn's own host, such as /help/linkedin/answer/a6278444")
    return path


Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern="^[a-z][a-z-]*$")]
Key = Annotated[str, Field(pattern=r"^[a-z]+(?:[A-Z]+[a-z]*)+$")]
SettingsPath = Annotated[str, AfterValidator(_settings_path)]
SitePath = Annotated[str, AfterValidator(_path)]
When = Annotated[str, Field(pattern=r"^(?:\d{4}(?:-\d\d){0,2}|undated, before \d{4})$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}(?:-[A-Z]{2})?$")]


class Source(Model):
    """Who saw something of LinkedIn's, where, and when (as precisely as is known)."""

    by: Text
    where: Text
    when: When


class Fact(Model):
    """Something about LinkedIn, and how well it is known: seen by a source, or unconfirmed."""

    grade: Literal["observed", "unconfirmed"]
    source: str | None = None
    because: str | None = None

    @model_validator(mode="after")
    def _says_how_it_is_known(self) -> Self:
        if self.grade == "observed" and not self.source:
            raise ValueError("an observed fact names its source; else it is unconfirmed")
        if self.grade == "unconfirmed" and (self.source or not self.because):
            raise ValueError("an unconfirmed fact has no source, and says why: because = ...")
        return self


class Folder(Fact):
    """Where settings pages are."""

    path: Annotated[str, Field(pattern="^/mypreferences/[a-z]/$")]


class MainRegion(Fact):
    """The region of a page that holds its settings."""

    selector: Text


class Saves(Fact):
    """What the addresses of the page's own saves start with."""

    path: Annotated[str, Field(pattern="^/.*/$")]


class Menu(Fact):
    """LinkedIn's own menu words, in English."""

    settings: Text
    privacy: Text


class Languages(Fact):
    """The languages of LinkedIn's interface."""

    codes: Annotated[list[Language], Field(min_length=1)]


class Site(Model):
    """Where LinkedIn's settings are, and how its pages are built."""

    host: Literal["www.linkedin.com"]
    folders: Annotated[list[Folder], Field(min_length=1)]
    main: MainRegion
    saves: Saves
    menu: Menu
    languages: Languages


class Link(Fact):
    """A page of LinkedIn's own that we name."""

    id: Id
    path: SitePath


class KeyOfSetting(Fact):
    """A name that LinkedIn's own code has for a setting."""

    key: Key


class PathOfSetting(Fact):
    """An address of a setting."""

    path: SettingsPath


class Name(Model):
    """What LinkedIn calls a setting in one language, and how sure that is."""

    language: Language
    title: Text
    label: Text | None = None
    confidence: Literal["high", "medium", "low"]
    source: str


class Setting(Model):
    """A setting that Offswitch turns off. LinkedIn may have several keys and paths for it."""

    id: Id
    control: Literal["switch"]
    keys: Annotated[list[KeyOfSetting], Field(min_length=1)]
    paths: Annotated[list[PathOfSetting], Field(min_length=1)]
    names: list[Name]


class Other(Fact):
    """A setting that is known only so that its switch is never taken for another's."""

    key: Key
    name: Text


class Catalogue(Model):
    """The whole of catalogue/linkedin.toml."""

    sources: dict[Id, Source]
    site: Site
    links: list[Link]
    settings: Annotated[list[Setting], Field(min_length=1)]
    others: list[Other]


def load_catalogue(file: Path = CATALOGUE) -> Catalogue:
    """Reads and checks the catalogue.

    Raises:
        BadInputError: it is broken, or breaks a rule of builder/catalogue_rules.py.
    """
    catalogue = read_model(Catalogue, file, parse_toml(file))
    check_catalogue(catalogue, file)
    return catalogue


def compile_catalogue(catalogue: Catalogue) -> dict:
    """What the extension's scripts need of it: type Catalogue of extension/core/types.d.ts.

    An unconfirmed key or path and a name of low confidence are not shipped.
    """
    site = catalogue.site
    return {
        "host": site.host,
        "main": site.main.selector,
        "saves": site.saves.path,
        "menu": {"settings": site.menu.settings, "privacy": site.menu.privacy},
        "links": {link.id: link.path for link in catalogue.links},
        "settings": [_compile_setting(setting) for setting in catalogue.settings],
        "otherKeys": [other.key for other in catalogue.others],
        "otherNames": [other.name for other in catalogue.others],
    }


def _compile_setting(setting: Setting) -> dict:
    return {
        "keys": [fact.key for fact in setting.keys if fact.grade == "observed"],
        "paths": [fact.path for fact in setting.paths if fact.grade == "observed"],
        "names": {name.language: name.title for name in setting.names if name.confidence != "low"},
    }
