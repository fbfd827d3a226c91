"""Reads a TOML file into a model, or says in one line what is wrong with it."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from builder.bad_input import BadInputError


class Model(BaseModel):
    """A part of a file: frozen, and nothing in it that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


SomeModel = TypeVar("SomeModel", bound=BaseModel)


def parse_toml(file: Path) -> dict:
    """The content of a TOML file.

    Raises:
        BadInputError: it is missing, not UTF-8, or not TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadInputError(file, "", "is missing; restore it") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInputError(file, "", f"is not valid TOML in UTF-8: {error}") from None


def read_model(model: type[SomeModel], file: Path, content: dict) -> SomeModel:
    """The content as a model.

    Raises:
        BadInputError: a key is missing, unknown or of the wrong type; the first one is named.
    """
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadInputError(file, place, _expectation(first)) from None


def _expectation(error: dict) -> str:
    known = {
        "missing": "is missing; add this key",
        "extra_forbidden": "is not a known key; see the README beside the file, or remove it",
    }
    return known.get(error["type"], f"{error['msg']}, not {error['input']!r}")
