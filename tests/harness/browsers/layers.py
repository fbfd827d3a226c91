"""Files laid over a machine's own, for one browser only: nobody else sees them."""

import os
import shlex
from pathlib import Path
from typing import NamedTuple


class Layer(NamedTuple):
    """A folder whose files lie over those of another."""

    folder: Path
    over: Path


def driver_under(layers: list[Layer], driver: str, folder: Path) -> str:
    """Lay files over the machine's for a driver and the browser that it starts.

    Args:
        layers: what lies over what; where there is none, everything is as it is.
        driver: the driver's program.
        folder: where a program may be written that is needed as long as the browser runs.

    Returns:
        A program that runs the driver so. It needs Linux, and leave to make a mount namespace:
        root has it, and on most machines so has everybody.
    """
    if not layers:
        return driver
    root = "" if os.geteuid() == 0 else "--map-root-user"
    mounts = "".join(
        f"mount -t overlay overlay -o lowerdir={layer.folder}:{layer.over} {layer.over} && "
        for layer in layers
    )
    inside = f'{mounts}exec "$0" "$@"'
    program = folder / "driver"
    program.write_text(
        f'#!/bin/sh\nexec unshare --mount {root} sh -c {shlex.quote(inside)} {driver} "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o700)
    return str(program)
