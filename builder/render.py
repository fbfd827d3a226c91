"""Renders the extension for one browser into memory: path in the package -> bytes."""

import re
from itertools import product
from typing import Literal

from builder.bad_input import BadInputError
from builder.catalogue import Catalogue, compile_catalogue
from builder.catalogue_rules import check_messages
from builder.locales import LOCALES, Locale, numbered
from builder.picture import draw
from builder.policy import compile_policy, load_policy
from builder.source import written_files
from builder.template import EXTENSION, render_json, render_template, write_json
from builder.toml_file import Model, parse_toml, read_model

Target = Literal["chromium", "firefox"]
TARGETS: tuple[Target, ...] = ("chromium", "firefox")
SCRIPTS = EXTENSION / "scripts.toml"
# Larger ones have a drawing of their own.
TOOLBAR_SIZES = (16, 32)
ICON_SIZES = (48, 128)
# What the toolbar button can show; "idle" is the icon, too.
ICON_STATES = ("idle", "on", "off", "busy", "unknown")
# The kinds of files that ship exactly as they are written.
SHIPPED = {".css", ".js"}
RENDERED_SCRIPTS = (
    "catalogue.js",
    "content/overlay-style.js",
    "rights/policy.js",
    "shared/english.js",
)
PARTS = "shared/page.html.j2"
OVERLAY_STYLE = (
    "shared/tokens.css",
    "shared/mark.css",
    "shared/buttons.css",
    "content/overlay.css",
)


class Scripts(Model):
    """extension/scripts.toml: which scripts run together, in reading order."""

    content: list[str]
    background: list[str]
    panel: list[str]


def load_scripts() -> Scripts:
    """What extension/scripts.toml lists.

    Raises:
        BadInputError: it is no TOML, or lists something else.
    """
    return read_model(Scripts, SCRIPTS, parse_toml(SCRIPTS))


def render(target: Target, version: str, catalogue: Catalogue, locales: list[Locale]) -> dict:
    """The package's files.

    Args:
        target: the browser family; only the manifest and the worker differ.
        version: as in pyproject.toml.
        catalogue: what LinkedIn says.
        locales: what we say, English first.

    Returns:
        Path in the package -> its bytes.

    Raises:
        BadInputError: a template names what is not there, or renders to broken JSON; or a setting
            of the catalogue lacks a message.
    """
    check_messages(catalogue, locales[0].messages, LOCALES / f"{locales[0].name}.toml")
    scripts = load_scripts()
    package = _written_files() | _icons(target)
    values = {
        "target": target,
        "version": version,
        "icons": _icon_paths(),
        "matches": [f"https://{catalogue.site.host}{f.path}*" for f in catalogue.site.folders],
        "content": scripts.content,
        "background": scripts.background,
        "catalogue": compile_catalogue(catalogue),
        "policy": compile_policy(load_policy(locales[0].messages)),
        "english": numbered(locales[0], locales[0]),
        "unreviewed": [one.messages["language"].text for one in locales if one.is_unreviewed],
        "overlay_style": _without_comments(b"".join(package[path] for path in OVERLAY_STYLE)),
    }
    package |= _pages(values)
    package["panel/scripts.js"] = _one_file(package, scripts.panel)
    package = {path: text for path, text in package.items() if not _is_within_another(path)}
    package["manifest.json"] = render_json("manifest.json.j2", values)
    for name in RENDERED_SCRIPTS:
        package[name] = render_template(f"{name}.j2", values).encode()
    if target == "chromium":
        package["managed-schema.json"] = render_json("managed-schema.json.j2", values)
        worker = [f"/{script}" for script in scripts.background]
        package["background/worker.js"] = render_template(
            "background/worker.js.j2", {"background": worker}
        ).encode()
    return package | _messages(locales)


def _written_files() -> dict[str, bytes]:
    return {
        file.relative_to(EXTENSION).as_posix(): file.read_bytes()
        for file in written_files(EXTENSION, SHIPPED)
    }


def _one_file(package: dict[str, bytes], paths: list[str]) -> bytes:
    """Several scripts as one, each under its name."""
    missing = [path for path in paths if path not in package]
    if missing:
        message = f"{missing[0]} is not there; take it out, or write it"
        raise BadInputError(SCRIPTS, "panel", message)
    return b"\n".join(f"// {path}\n".encode() + package[path] for path in paths)


def _without_comments(style: bytes) -> str:
    """A style sheet that nobody reads but each page's browser; no string of ours holds a "/*"."""
    return re.sub(r"\s*/\*.*?\*/", "", style.decode(), flags=re.DOTALL).lstrip()


def _is_within_another(path: str) -> bool:
    """Whether a file ships as a part of another one only."""
    part_of_panel = path.startswith("panel/") and path.endswith(".js")
    return path == "content/overlay.css" or (part_of_panel and path != "panel/scripts.js")


def _pages(values: dict) -> dict[str, bytes]:
    """The pages: what they have in common is written once, in shared/page.html.j2."""
    templates = (file.relative_to(EXTENSION) for file in sorted(EXTENSION.rglob("*.html.j2")))
    return {
        path.removesuffix(".j2"): render_template(path, values).encode()
        for path in (template.as_posix() for template in templates)
        if path != PARTS
    }


def _icons(target: Target) -> dict[str, bytes]:
    """The icon, and the toolbar button's for every state."""
    large = (EXTENSION / "icons" / "icon.svg").read_text(encoding="utf-8")
    icons = {f"icons/icon-{size}.png": draw(large, size) for size in ICON_SIZES}
    for state, size in product(ICON_STATES, TOOLBAR_SIZES):
        values = {"state": state, "size": size, "target": target}
        svg = render_template("icons/state.svg.j2", values)
        icons[f"icons/{state}-{size}.png"] = draw(svg, size)
    return icons


def _icon_paths() -> dict[str, str]:
    """The extension's icon by size, for the manifest."""
    return {
        **{str(size): f"icons/idle-{size}.png" for size in TOOLBAR_SIZES},
        **{str(size): f"icons/icon-{size}.png" for size in ICON_SIZES},
    }


def _messages(locales: list[Locale]) -> dict[str, bytes]:
    texts = {locale.name: numbered(locale, locales[0]) for locale in locales}
    return {
        f"_locales/{name}/messages.json": write_json(
            {key: {"message": text} for key, text in spoken.items()}
        )
        for name, spoken in texts.items()
    }
