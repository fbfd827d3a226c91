"""The policy files that docs/enterprise.md shows."""

import json
import re
from typing import Any

from builder.bad_input import ROOT

PAGE = ROOT / "docs" / "enterprise.md"


def examples(browser: str) -> list[dict[str, Any]]:
    """The two files for a browser: what installs Offswitch, and what sets its preferences."""
    sections = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    [section] = [part for part in sections if part.lower().startswith(browser)]
    return [json.loads(block) for block in re.findall(r"```json\n(.*?)```", section, re.DOTALL)]


def preferences_in(file: dict[str, Any]) -> dict[str, Any]:
    """What a policy file sets for Offswitch: the innermost object, to be read or replaced."""
    while all(isinstance(value, dict) for value in file.values()):
        [file] = file.values()
    return file
