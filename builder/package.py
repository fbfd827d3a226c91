"""What is published: an archive for each store, the source, and the checksums of all three."""

import hashlib

from builder.render import Target
from builder.write import zip_files

ENDINGS: dict[Target, str] = {"chromium": "chromium.zip", "firefox": "firefox.xpi"}
CHECKSUMS = "SHA256SUMS"


def archives(
    version: str, packages: dict[str, dict[str, bytes]], source: dict[str, bytes]
) -> dict[str, bytes]:
    """All that is published: file name -> bytes, which depend on the arguments only.

    Args:
        version: as in pyproject.toml.
        packages: target -> path -> bytes.
        source: path -> bytes; packed into one folder, which unpacking makes.

    Returns:
        The archives, and last `SHA256SUMS` for `sha256sum -c`.
    """
    made = {
        f"offswitch-{version}-{ending}": zip_files(packages[target])
        for target, ending in ENDINGS.items()
    }
    folder = f"offswitch-{version}"
    inside = {f"{folder}/{path}": content for path, content in source.items()}
    made[f"{folder}-source.zip"] = zip_files(inside)
    return made | {CHECKSUMS: _checksums(made)}


def _checksums(files: dict[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()
