"""What no entry of the catalogue may do: it decides what Offswitch clicks."""

import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from builder.bad_input import BadInputError

if TYPE_CHECKING:
    from builder.catalogue import Catalogue
    from builder.catalogue_fact import Fact

# A mistake here could lock a member out or end an account, so no setting may come near them.
DENIED = (
    "password",
    "twofactor",
    "twostep",
    "passkey",
    "session",
    "device",
    "verification",
    "closeaccount",
    "hibernat",
    "deactivat",
    "delete",
)


def check_catalogue(catalogue: "Catalogue", file: Path) -> None:
    """Checks the rules that no single entry can show.

    Args:
        catalogue: as read.
        file: named in the error.

    Raises:
        BadInputError: a rule is broken; the first place is named.
    """
    for place, problem in _problems(catalogue):
        raise BadInputError(file, place, problem)


def check_messages(catalogue: "Catalogue", messages: Container[str], file: Path) -> None:
    """Checks that every setting is explained in our own words.

    Args:
        catalogue: as read.
        messages: the keys of all English messages.
        file: where those stand, named in the error.

    Raises:
        BadInputError: a setting's message is missing; it is named.
    """
    for setting in catalogue.settings:
        for key in messages_of(setting.id):
            if key not in messages:
                raise BadInputError(file, key, f"is missing; the setting {setting.id!r} needs it")


def messages_of(setting: str) -> tuple[str, str]:
    """The messages that a setting must have, by its id: what it does, what turning it off costs."""
    name = setting.replace("-", "_")
    return f"setting_{name}_does", f"setting_{name}_costs"


def _problems(catalogue: "Catalogue") -> Iterator[tuple[str, str]]:
    """Every broken rule: (place, what to do)."""
    for kind, names in _unique(catalogue).items():
        for name in names:
            if names.count(name) > 1:
                yield name, f"stands there twice; each {kind} has one entry"
    for place, fact in _facts(catalogue):
        if fact.source and fact.source not in catalogue.sources:
            yield f"{place}.source", f"is not one of [sources]: {fact.source!r}"
    yield from _wrongly_shared_paths(catalogue)
    groups = [group.id for group in catalogue.groups]
    for number, setting in enumerate(catalogue.settings):
        place = f"settings.{number}"
        if setting.group.id not in groups:
            yield f"{place}.group.id", f"is not one of [[groups]]: {setting.group.id!r}"
        keys, paths = [fact.key for fact in setting.keys], [fact.path for fact in setting.paths]
        for word in (setting.id, *keys, *paths):
            if _is_denied(word):
                yield place, f"{word!r} is near what Offswitch never touches; remove the setting"
        if "unconfirmed" in (setting.keys[0].grade, setting.paths[0].grade):
            yield place, "its first key and path must be observed: they lead to a click"
        languages = [name.language for name in setting.names]
        if "en" not in languages:
            yield f"{place}.names", "has no English name; add one"
        for language in languages:
            if language not in catalogue.site.languages.codes:
                yield f"{place}.names", f"{language!r} is no language of LinkedIn's interface"


def _is_denied(word: str) -> bool:
    """Whether a path or key names something on the deny list, however it is spelled."""
    letters = re.sub("[^a-z]", "", word.lower())
    return any(denied in letters for denied in DENIED)


def _unique(catalogue: "Catalogue") -> dict[str, list[str]]:
    """What must not stand there twice."""
    return {
        "key": [fact.key for setting in catalogue.settings for fact in setting.keys]
        + [other.key for other in catalogue.others],
        "id": [
            entry.id
            for entries in (
                catalogue.settings,
                catalogue.links,
                catalogue.groups,
                catalogue.see_also,
            )
            for entry in entries
        ],
        "name of a language": [
            f"{setting.id}.{name.language}"
            for setting in catalogue.settings
            for name in setting.names
        ],
    }


def _wrongly_shared_paths(catalogue: "Catalogue") -> Iterator[tuple[str, str]]:
    """Paths that stand there twice, but for a page whose switches are told apart by keys."""
    owners = [(fact.path, setting) for setting in catalogue.settings for fact in setting.paths]
    for path in dict.fromkeys(path for path, _ in owners):
        settings = [setting for owned, setting in owners if owned == path]
        if len(settings) == 1:
            continue
        if len({setting.id for setting in settings}) < len(settings):
            yield path, "stands there twice; each path of a setting has one entry"
        if any(all(key.grade != "observed" for key in setting.keys) for setting in settings):
            yield path, "is shared by settings; each of them needs an observed key"


def _facts(catalogue: "Catalogue") -> Iterator[tuple[str, "Fact"]]:
    """Everything that names a source, with its place."""
    site = catalogue.site
    for name in ("main", "themes", "saves", "menu", "languages"):
        yield f"site.{name}", getattr(site, name)
    yield from _numbered("site.folders", site.folders)
    yield from _numbered("links", catalogue.links)
    yield from _numbered("groups", catalogue.groups)
    yield from _numbered("see_also", catalogue.see_also)
    yield from _numbered("others", catalogue.others)
    for number, setting in enumerate(catalogue.settings):
        yield f"settings.{number}.group", setting.group
        yield from _numbered(f"settings.{number}.keys", setting.keys)
        yield from _numbered(f"settings.{number}.paths", setting.paths)
        yield from _numbered(f"settings.{number}.names", setting.names)


def _numbered(place: str, facts: list) -> Iterator[tuple[str, "Fact"]]:
    return ((f"{place}.{number}", fact) for number, fact in enumerate(facts))
