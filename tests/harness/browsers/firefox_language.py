"""Firefox in a language whose texts are not installed here.

It takes the language of its interface only if a language pack has it. An empty one will do: its own
words stay English, and extensions and pages are told the language (measured).
"""

import json
import tempfile
import zipfile
from pathlib import Path

from selenium import webdriver


def add_language(driver: webdriver.Firefox, language: str) -> None:
    """Install an empty language pack, until the browser quits.

    Args:
        driver: of a browser whose `intl.locale.requested` is that language.
        language: as a BCP 47 tag.
    """
    manifest = {
        "manifest_version": 2,
        "name": f"Language pack: {language}",
        "version": "1.0",
        "langpack_id": language,
        "browser_specific_settings": {"gecko": {"id": f"langpack-{language}@offswitch.test"}},
        "languages": {language: {"version": "1", "chrome_resources": {}}},
        "sources": {"browser": {"base_path": "browser/"}},
    }
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "language.xpi")
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("manifest.json", json.dumps(manifest))
        driver.install_addon(str(file), temporary=True)
