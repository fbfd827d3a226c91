"""What LinkedIn says: catalogue/linkedin.toml as models, and what of it the extension needs."""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from builder.bad_input import ROOT
from builder.catalogue_fact import Fact, Id, Key, Language, SettingsPath, SitePath, Source, Text
from builder.catalogue_rules import check_catalogue
from builder.toml_file import Model, parse_toml, read_model

CATALOGUE = ROOT / "catalogue" / "linkedin.toml"


class Folder(Fact):
    """Where settings pages are."""

    path: Annotated[str, Field(pattern="^/mypreferences/[a-z]/$")]


class MainRegion(Fact):
    """The region of a page that holds its settings."""

    selector: Text


class Themes(Fact):
    """Which of LinkedIn's own themes a page has: selectors of its root, the dark one first."""

    dark: Text
    light: Text


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
    themes: Themes
    saves: Saves
    menu: Menu
    languages: Languages


class Link(Fact):
    """A page of LinkedIn's own that we name."""

    id: Id
    path: SitePath


class Group(Fact):
    """One of LinkedIn's own lists of settings."""

    id: Id
    name: Text
    path: SettingsPath


class SeeAlso(Fact):
    """A page without a switch of ours; or the list that has its row, where it was not seen."""

    id: Id
    name: Text
    path: SettingsPath


class Membership(Fact):
    """The group whose list has a setting's row."""

    id: Id


class KeyOfSetting(Fact):
    """A name that LinkedIn's own code has for a setting."""

    key: Key


class PathOfSetting(Fact):
    """An address of a setting."""

    path: SettingsPath


class Name(Model):
    """What LinkedIn calls a setting in one language, and how sure that is.

    inferred: the words, or that they are this setting's, are deduced; `because` says which.
    """

    language: Language
    title: Text
    label: Text | None = None
    confidence: Literal["high", "medium", "low", "inferred"]
    because: Text | None = None
    source: str

    @model_validator(mode="after")
    def _says_what_is_inferred(self) -> Self:
        if (self.confidence == "inferred") != (self.because is not None):
            raise ValueError("an inferred name, and no other, says why: because = ...")
        return self


class Setting(Model):
    """A setting that Offswitch turns off. LinkedIn may have several keys and paths for it."""

    id: Id
    control: Literal["switch"]
    group: Membership
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
    groups: Annotated[list[Group], Field(min_length=1)]
    see_also: list[SeeAlso]
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

    An unconfirmed key or path and a name of low confidence are not shipped. A group is, even where
    nobody saw the setting in it: it only says where the setting stands on our own page.
    """
    site = catalogue.site
    return {
        "host": site.host,
        "main": site.main.selector,
        "themes": {"dark": site.themes.dark, "light": site.themes.light},
        "saves": site.saves.path,
        "menu": {"settings": site.menu.settings, "privacy": site.menu.privacy},
        "links": {link.id: link.path for link in catalogue.links},
        "groups": [_compile_page(group) for group in catalogue.groups],
        "seeAlso": [_compile_page(page) for page in catalogue.see_also],
        "settings": [_compile_setting(setting) for setting in catalogue.settings],
        "otherKeys": [other.key for other in catalogue.others],
        "otherNames": [other.name for other in catalogue.others],
    }


def _compile_page(page: Group | SeeAlso) -> dict:
    return {"id": page.id, "name": page.name, "path": page.path}


def _compile_setting(setting: Setting) -> dict:
    return {
        "id": setting.id,
        "group": setting.group.id,
        "keys": [fact.key for fact in setting.keys if fact.grade == "observed"],
        "paths": [fact.path for fact in setting.paths if fact.grade == "observed"],
        "names": {name.language: name.title for name in setting.names if name.confidence != "low"},
    }
