"""An organisation's policy: real files, for one browser only. The machine's own are left alone."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from .layers import Layer


@dataclass(frozen=True)
class Policy:
    """What an organisation put where the browser looks for it.

    Attributes:
        text: the policy file, as in docs/enterprise.md. Where a browser takes the extension's id
            from the folder that it is loaded from, `EXTENSION_ID` in it becomes that id.
        folder: an empty folder to keep it in while the browser runs.
    """

    text: str
    folder: Path


def id_by_place(package: Path) -> str:
    """Return the id that Chromium gives to an extension loaded from this folder."""
    digest = hashlib.sha256(str(package.resolve()).encode()).hexdigest()[:32]
    return digest.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))


def policy_layer(policy: Policy, places: tuple[str, ...]) -> Layer:
    """What lies over /etc for a browser under this policy.

    Args:
        policy: what it finds there.
        places: where its file stands, from /etc.
    """
    etc = policy.folder / "etc"
    for place in places:
        file = etc / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(policy.text, encoding="utf-8")
    return Layer(etc, Path("/etc"))
