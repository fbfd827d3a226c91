"""Chromium in a language whose texts are not installed here.

It takes the language of its interface only if it finds a file of that language's texts (measured:
else it is en-US for its own direction and for `getUILanguage`). A copy of the English file under
that name will do: its own words stay English, and extensions and pages are told the language.
"""

import shutil
from pathlib import Path

from .layers import Layer

# Debian starts Chromium by a script that stands elsewhere.
_DEBIAN = Path("/usr/lib/chromium")
_ENGLISH = "en-US.pak"


def language_layer(language: str, browser: str, folder: Path) -> Layer | None:
    """Stand in for the texts of a language.

    Args:
        language: as a BCP 47 tag.
        browser: the browser's program.
        folder: an empty folder to keep them in while the browser runs.

    Returns:
        What is to be laid over its own texts; None where it has that language.
    """
    homes = (Path(browser).resolve().parent, _DEBIAN)
    texts = next(home / "locales" for home in homes if (home / "locales" / _ENGLISH).exists())
    if (texts / f"{language}.pak").exists():
        return None
    layer = folder / "locales"
    layer.mkdir()
    shutil.copy(texts / _ENGLISH, layer / f"{language}.pak")
    return Layer(layer, texts)
