"""Draws pictures: the same bytes from the same drawing, on every machine."""

import base64

import resvg_py


def draw(svg: str, size: int) -> bytes:
    """An SVG as a square PNG."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size))


def shows(png: bytes, drawn: bytes) -> bool:
    """Whether a PNG of anybody's shows exactly what one of `draw` shows.

    One that says another size is not even decoded: it could be made to fill the memory.
    """
    if png[:24] != drawn[:24]:  # up to width and height
        return False
    size = int.from_bytes(drawn[16:20], "big")
    data = base64.b64encode(png).decode("ascii")
    image = f'<image href="data:image/png;base64,{data}" width="{size}" height="{size}"/>'
    return draw(f'<svg xmlns="http://www.w3.org/2000/svg">{image}</svg>', size) == drawn
