"""What a page finds out when it looks for an extension, by scripts of its own."""

import json
from pathlib import Path
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_INSERT = """const script = document.createElement('script');
  script.textContent = arguments[0];
  document.head.append(script);
  script.remove();"""
_ASK = """const [name, given, done] = arguments;
  window.probes[name](...JSON.parse(given)).then(
    (found) => done(JSON.stringify(found ?? null)), (error) => done(`"${error}"`));"""


def probe(driver: WebDriver, name: str, *given: Any) -> Any:
    """Have the page in the driver's tab run a function of `probes.js`.

    Args:
        driver: at a page whose policy lets it run inline scripts: see `LinkedIn.content_policy`.
        name: the function's name.
        given: JSON values, given to it.

    Returns:
        What it found, as a JSON value; the text of its error if it failed.
    """
    driver.execute_script(_INSERT, _SCRIPT)
    return json.loads(driver.execute_async_script(_ASK, name, json.dumps(given)))
