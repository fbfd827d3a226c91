"""Renders one template, of the extension or of a document."""

import json
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, select_autoescape

from builder.bad_input import ROOT, BadInputError

EXTENSION = ROOT / "extension"


def render_template(template: str, values: dict, folder: Path = EXTENSION) -> str:
    """Fills a template.

    Args:
        template: its path in the folder.
        values: by the names that it uses.
        folder: where templates are.

    Raises:
        BadInputError: it names what is not there, or is broken.
    """
    environment = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        # Pages and pictures escape; JSON and JavaScript put every value through tojson instead.
        autoescape=select_autoescape(enabled_extensions=["html.j2", "svg.j2"], default=False),
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Plain JSON: the HTML-safe escapes of Jinja's own filter would be noise in shipped files.
    environment.filters["tojson"] = lambda value: json.dumps(
        value, ensure_ascii=False, default=_refuse
    )
    try:
        return environment.get_template(template).render(values)
    except TemplateError as error:
        raise BadInputError(folder / template, _line_of(error), f"{error}; mend it") from None


def render_json(template: str, values: dict) -> bytes:
    """Fills a template of JSON, and lays it out.

    Raises:
        BadInputError: as above, or what it renders to is no JSON.
    """
    text = render_template(template, values)
    try:
        parsed = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"renders to broken JSON: {error}"
        raise BadInputError(EXTENSION / template, "", message) from None
    return write_json(parsed)


def write_json(value: object, *, sort_keys: bool = False) -> bytes:
    """A value as JSON that people can read."""
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=sort_keys)
    return (text + "\n").encode()


def _refuse(value: object) -> None:
    """What JSON cannot hold: a name that the template uses and nobody defined says so itself."""
    raise TypeError(str(value))


def _line_of(error: TemplateError) -> str:
    """The template's line, which Jinja puts into the traceback."""
    lineno = getattr(error, "lineno", None)
    traceback = error.__traceback__
    while lineno is None and traceback:
        if traceback.tb_frame.f_code.co_filename.endswith(".j2"):
            return f"line {traceback.tb_lineno}"
        traceback = traceback.tb_next
    return f"line {lineno}" if lineno else ""
