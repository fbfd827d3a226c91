"""Whom AI training concerns, since when, and who said so: catalogue/policy.toml as models."""

from collections.abc import Container, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from builder.bad_input import ROOT, BadInputError
from builder.catalogue_fact import Text
from builder.toml_file import Model, parse_toml, read_model

POLICY = ROOT / "catalogue" / "policy.toml"


def _calendar(text: str) -> str:
    """A year, month or day that there is: the page writes it out."""
    date.fromisoformat(text + "-01" * (2 - text.count("-")))
    return text


Id = Annotated[str, Field(pattern="^[a-z][a-z0-9-]*$")]
Calendar = Annotated[str, Field(pattern=r"^\d{4}(?:-\d\d){0,2}$"), AfterValidator(_calendar)]
SourceIds = Annotated[list[str], Field(min_length=1)]


class PolicySource(Model):
    """Who said something, where, and when (as precisely as is known), and when we read it.

    `secondary`: they report what LinkedIn says or does; else LinkedIn's own words are quoted.
    """

    by: Text
    where: Text
    when: Calendar | None = None
    read: Calendar
    secondary: bool


class Region(Model):
    """Where a member may be. What is not known of it is left out."""

    model_config = ConfigDict(populate_by_name=True)

    id: Id
    since: Calendar | None = None
    basis: Literal["legitimate-interest"] | None = None
    shares_for_ads: Annotated[bool | None, Field(alias="shares-for-ads")] = None
    sources: SourceIds


class PolicyFact(Model):
    """Something that holds in every region; a message of ours says it."""

    id: Id
    sources: SourceIds


class Policy(Model):
    """The whole of catalogue/policy.toml."""

    sources: dict[Id, PolicySource]
    regions: Annotated[list[Region], Field(min_length=1)]
    facts: Annotated[list[PolicyFact], Field(min_length=1)]


def load_policy(messages: Container[str], file: Path = POLICY) -> Policy:
    """Reads and checks the policy facts.

    Args:
        messages: the keys of the English messages.
        file: the TOML file.

    Raises:
        BadInputError: it is broken, or names a source or needs a message that is not there.
    """
    policy = read_model(Policy, file, parse_toml(file))
    for place, problem in _problems(policy, messages):
        raise BadInputError(file, place, problem)
    return policy


def message_of(kind: Literal["region", "fact", "basis"], name: str) -> str:
    """The key of the message that says it, such as fact_under_18."""
    return f"{kind}_{name.replace('-', '_')}"


def needed_messages(policy: Policy) -> Iterator[tuple[str, str]]:
    """What the page says by the names of the data: (place in the file, key of the message)."""
    for number, region in enumerate(policy.regions):
        yield f"regions.{number}", message_of("region", region.id)
        if region.basis:
            yield f"regions.{number}.basis", message_of("basis", region.basis)
    for number, fact in enumerate(policy.facts):
        yield f"facts.{number}", message_of("fact", fact.id)


def compile_policy(policy: Policy) -> dict:
    """What the rights page needs of it: type Policy of extension/core/types.d.ts."""
    return {
        "sources": {name: source.model_dump() for name, source in policy.sources.items()},
        "regions": [
            {
                "id": region.id,
                "since": region.since,
                "basis": region.basis,
                "sharesForAds": region.shares_for_ads,
                "sources": region.sources,
            }
            for region in policy.regions
        ],
        "facts": [fact.model_dump() for fact in policy.facts],
    }


def _problems(policy: Policy, messages: Container[str]) -> Iterator[tuple[str, str]]:
    """Every broken rule: (place, what to do)."""
    entries = [(f"regions.{n}", entry) for n, entry in enumerate(policy.regions)]
    entries += [(f"facts.{n}", entry) for n, entry in enumerate(policy.facts)]
    ids = [entry.id for _, entry in entries]
    used = [source for _, entry in entries for source in entry.sources]
    for place, entry in entries:
        if ids.count(entry.id) > 1:
            yield place, f"{entry.id!r} stands there twice; each has one entry"
        for source in entry.sources:
            if source not in policy.sources:
                yield f"{place}.sources", f"is not one of [sources]: {source!r}"
    for source in policy.sources:
        if source not in used:
            yield f"sources.{source}", "is used by nothing; remove it"
    for place, key in needed_messages(policy):
        if key not in messages:
            yield place, f"has no message {key} in locales/en.toml; add one"
