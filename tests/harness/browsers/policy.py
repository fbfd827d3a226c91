"""An organisation's policy: real files, for one browser only. The machine's own are left alone."""

import hashlib
import os
import shlex
from dataclasses import dataclass
from pathlib import Path


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


def driver_under(policy: Policy | None, places: tuple[str, ...], driver: str) -> str:
    """Lay the policy over /etc for a driver and the browser that it starts, and for nobody else.

    Args:
        policy: what they find there; None leaves everything as it is.
        places: where its file stands, from /etc.
        driver: the driver's program.

    Returns:
        A program that runs the driver so. It needs Linux, and leave to make a mount namespace:
        root has it, and on most machines so has everybody.
    """
    if policy is None:
        return driver
    etc = policy.folder / "etc"
    for place in places:
        file = etc / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(policy.text, encoding="utf-8")
    root = "" if os.geteuid() == 0 else "--map-root-user"
    mount = f"mount -t overlay overlay -o lowerdir={etc}:/etc /etc"
    inside = f'{mount} && exec "$0" "$@"'
    program = policy.folder / "driver"
    program.write_text(
        f'#!/bin/sh\nexec unshare --mount {root} sh -c {shlex.quote(inside)} {driver} "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o700)
    return str(program)
