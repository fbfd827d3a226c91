"""A Chromium profile between two starts."""

import json
from pathlib import Path

# Measured: what DevTools installs has this bit among its flags, and the next start drops it; what
# a person loads unpacked has the same entry without it, and stays.
_FOR_THIS_START_ONLY = 0x8000


def keep_installed(profile: Path, extension: str) -> None:
    """Have an installed extension stay, as one stays that a person loaded.

    Args:
        profile: the profile's folder; no browser runs in it.
        extension: the id.
    """
    file = profile / "Default" / "Preferences"
    preferences = json.loads(file.read_text(encoding="utf-8"))
    entry = preferences["extensions"]["settings"][extension]
    entry["creation_flags"] &= ~_FOR_THIS_START_ONLY
    file.write_text(json.dumps(preferences), encoding="utf-8")
