"""A fact about LinkedIn: who saw it, how well it is known, and what its parts may look like."""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from builder.toml_file import Model


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
