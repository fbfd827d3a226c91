"""A screen that nobody sees, for what a browser draws on a screen only: Chromium's toolbar."""

import os
import subprocess
from typing import Self

WIDTH, HEIGHT = 1400, 1000  # room for the window, in CSS pixels


class Screen:
    """An X server without a screen, while the `with` lasts.

    Attributes:
        display: its name, for `launch`.
    """

    def __init__(self, scale: int = 1):
        """Start one with room for a window of so many device pixels a CSS pixel."""
        told, tell = os.pipe()
        size = f"{WIDTH * scale}x{HEIGHT * scale}x24"
        command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", size, "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            [*command, "-noreset"], pass_fds=[tell], stderr=subprocess.DEVNULL
        )
        os.close(tell)
        with os.fdopen(told) as answer:
            self.display = f":{answer.readline().strip()}"  # it writes when it is ready

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait()
