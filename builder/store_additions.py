"""What stores and browsers add to a package, or write anew without changing what it does.

Seen in Chromium 156: an installed copy has its JSON and the icons of its manifest written anew.
Firefox keeps the archive as the store signed it.
"""

import json

from builder.picture import shows
from builder.read_copy import MANIFEST
from builder.render import Target
from builder.template import write_json

FILES: dict[Target, set[str]] = {
    "chromium": {"_metadata/computed_hashes.json", "_metadata/verified_contents.json"},
    "firefox": {
        "META-INF/cose.manifest",
        "META-INF/cose.sig",
        "META-INF/manifest.mf",
        "META-INF/mozilla.rsa",
        "META-INF/mozilla.sf",
    },
}
# In Chromium's manifest: where it is updated from, as JSON, and the keys of who it is.
STORES = {
    '"https://clients2.google.com/service/update2/crx"',
    '"https://edge.microsoft.com/extensionwebstorebase/v1/crx"',
}
IDENTITY = ("key", "differential_fingerprint")


def is_added(target: Target, path: str) -> bool:
    """Whether a store, or the browser, puts a file there."""
    return path in FILES[target]


def readable(target: Target, path: str, content: bytes) -> str | None:
    """What a file says, whoever wrote it; None if it is no text.

    Chromium writes JSON anew, in another order, and adds to the manifest.
    """
    try:
        text = content.decode()
        if target == "chromium" and path.endswith(".json"):
            value = json.loads(text, object_pairs_hook=_each_key_once)
            if path == MANIFEST and isinstance(value, dict):
                value = _without_additions(value)
            return write_json(value, sort_keys=True).decode()
    except UnicodeDecodeError:
        return None
    except (ValueError, RecursionError):
        pass  # no JSON, so not written by a browser either
    return text


def is_rewritten(target: Target, path: str, copy: bytes, built: bytes) -> bool:
    """Whether a file that differs says, or shows, the same."""
    if target != "chromium":
        return False
    if path.endswith(".png"):
        return shows(copy, built)
    text = readable(target, path, copy)
    return text is not None and text == readable(target, path, built)


def _each_key_once(pairs: list[tuple[str, object]]) -> dict:
    """An object of JSON; of a key that stands there twice, readers may take either value."""
    if len(made := dict(pairs)) < len(pairs):
        raise ValueError("a key stands there twice")
    return made


def _without_additions(manifest: dict) -> dict:
    store = json.dumps(manifest.get("update_url"))
    added = {*IDENTITY, "update_url"} if store in STORES else {*IDENTITY}
    return {key: value for key, value in manifest.items() if key not in added}
