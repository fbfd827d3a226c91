"""Whether two pictures show the same, to a person's eye.

Single pixels at the edges of letters differ from machine to machine, so what counts is the
average of squares: a small one that differs is a form or a place that changed, a large one is a
colour.
"""

from dataclasses import dataclass

from PIL import Image, ImageChops

# Edge of a square in pixels -> its average difference, 0 to 255, that nobody sees. Two runs were
# seen to differ by half of that.
LIMITS = {6: 24, 24: 8}
MARK = (255, 0, 200)


@dataclass(frozen=True)
class Difference:
    """How far a picture is from the expected one.

    Attributes:
        sizes: of both, where they are not the same; then nothing else was compared.
        worst: edge of the squares -> the greatest average of the differences of one, 0 to 255.
        picture: the actual one, pale, with those squares marked.
    """

    sizes: tuple[tuple[int, int], tuple[int, int]] | None
    worst: dict[int, int]
    picture: Image.Image

    def __str__(self) -> str:
        if self.sizes:
            return f"size {self.sizes[1]} instead of {self.sizes[0]}"
        seen = [f"{edge} pixels by {worst} of 255" for edge, worst in self.worst.items()]
        return f"squares differ: {', '.join(seen)}"

    def __bool__(self) -> bool:
        """Whether a person would see it."""
        return bool(self.sizes) or any(self.worst[edge] > LIMITS[edge] for edge in self.worst)


def distance(one: Image.Image, other: Image.Image) -> Image.Image:
    """For each pixel how far the two are apart: the channel that differs most, 0 to 255."""
    bands = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).split()
    return ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])


def compare(expected: Image.Image, actual: Image.Image) -> Difference:
    """Compare how it was with how it is."""
    plain = actual.convert("RGB")
    if expected.size != actual.size:
        return Difference((expected.size, actual.size), {}, plain)
    apart = distance(expected, actual)
    marked = Image.blend(plain, Image.new("RGB", plain.size, "white"), 0.6)
    worst = {}
    for edge, limit in LIMITS.items():
        squares = apart.reduce(edge)
        worst[edge] = squares.getextrema()[1]
        seen = squares.point([255 * (value > limit) for value in range(256)])
        size = (squares.width * edge, squares.height * edge)
        marked.paste(
            MARK, mask=seen.resize(size, Image.Resampling.NEAREST).crop((0, 0, *plain.size))
        )
    return Difference(None, worst, marked)
