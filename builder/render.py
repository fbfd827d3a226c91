"""Renders the extension for one browser into memory: path in the package -> bytes."""

import json
from pathlib import Path
from typing import Literal

import resvg_py
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from builder.bad_input import ROOT, BadInputError
from builder.catalogue import Catalogue, compile_catalogue
from builder.catalogue_rules import check_messages
from builder.locales import LOCALES, Locale, chrome_messages
from builder.policy import compile_policy, load_policy
from builder.toml_file import Model, parse_toml, read_model

EXTENSION = ROOT / "extension"
Target = Literal["chromium", "firefox"]
TARGETS: tuple[Target, ...] = ("chromium", "firefox")
ICON_SIZES = (16, 32, 48, 128)
# Written by people, read by the build only.
NOT_SHIPPED = {".j2", ".ts", ".toml", ".svg"}
OVERLAY_STYLE = ("shared/tokens.css", "shared/mark.css", "content/overlay.css")


class Scripts(Model):
    """extension/scripts.toml: which scripts run together, in reading order."""

    content: list[str]
    background: list[str]


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
    scripts = read_model(
        Scripts, EXTENSION / "scripts.toml", parse_toml(EXTENSION / "scripts.toml")
    )
    package = _written_files() | _icons()
    values = {
        "target": target,
        "version": version,
        "icons": {str(size): f"icons/icon-{size}.png" for size in ICON_SIZES},
        "matches": [f"https://{catalogue.site.host}{f.path}*" for f in catalogue.site.folders],
        "content": scripts.content,
        "background": scripts.background,
        "catalogue": compile_catalogue(catalogue),
        "policy": compile_policy(load_policy(locales[0].messages)),
        "english": {key: message.text for key, message in locales[0].messages.items()},
        "overlay_style": "".join(package[path].decode() for path in OVERLAY_STYLE),
    }
    package["manifest.json"] = _render_json("manifest.json.j2", values)
    for name in ("catalogue.js", "rights/policy.js", "content/overlay-style.js"):
        package[name] = _render(f"{name}.j2", values).encode()
    if target == "chromium":
        package["managed-schema.json"] = _render_json("managed-schema.json.j2", values)
        worker = [f"/{script}" for script in scripts.background]
        package["background/worker.js"] = _render(
            "background/worker.js.j2", {"background": worker}
        ).encode()
    return package | _messages(locales)


def _written_files() -> dict[str, bytes]:
    """The files that ship exactly as they are written."""
    files = sorted(file for file in EXTENSION.rglob("*") if file.is_file())
    return {
        file.relative_to(EXTENSION).as_posix(): file.read_bytes()
        for file in files
        if file.suffix not in NOT_SHIPPED and not file.name.startswith("tsconfig")
    }


def _icons() -> dict[str, bytes]:
    svg = (EXTENSION / "icons" / "icon.svg").read_text(encoding="utf-8")
    return {
        f"icons/icon-{size}.png": bytes(
            resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size)
        )
        for size in ICON_SIZES
    }


def _messages(locales: list[Locale]) -> dict[str, bytes]:
    english = locales[0].messages
    return {
        f"_locales/{locale.name}/messages.json": _render_json(
            "_locales/messages.json.j2", {"messages": chrome_messages(locale, english)}
        )
        for locale in locales
    }


def _render(template: str, values: dict) -> str:
    environment = Environment(
        loader=FileSystemLoader(EXTENSION),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - JSON and JavaScript, every value through tojson
        keep_trailing_newline=True,
    )
    # Plain JSON: the HTML-safe escapes of Jinja's own filter would be noise in shipped files.
    environment.filters["tojson"] = lambda value: json.dumps(
        value, ensure_ascii=False, default=_refuse
    )
    try:
        return environment.get_template(template).render(values)
    except TemplateError as error:
        raise BadInputError(_file_of(template), _line_of(error), f"{error}; mend it") from None


def _render_json(template: str, values: dict) -> bytes:
    text = _render(template, values)
    try:
        parsed = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInputError(_file_of(template), "", f"renders to broken JSON: {error}") from None
    return (json.dumps(parsed, ensure_ascii=False, indent=2) + "\n").encode()


def _refuse(value: object) -> None:
    """What JSON cannot hold: a name that the template uses and nobody defined says so itself."""
    raise TypeError(str(value))


def _file_of(template: str) -> Path:
    return EXTENSION / template


def _line_of(error: TemplateError) -> str:
    """The template's line, which Jinja puts into the traceback."""
    lineno = getattr(error, "lineno", None)
    traceback = error.__traceback__
    while lineno is None and traceback:
        if traceback.tb_frame.f_code.co_filename.endswith(".j2"):
            return f"line {traceback.tb_lineno}"
        traceback = traceback.tb_next
    return f"line {lineno}" if lineno else ""
