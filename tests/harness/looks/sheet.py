"""Many pictures on one sheet, each with its name below."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

CELL = (460, 330)
CAPTION = 22
GAP = 10
PAPER = "#8a8a8a"  # neither scheme's


def contact_sheet(files: list[Path], to: Path, columns: int = 4) -> None:
    """Write all pictures, made smaller where they must be, onto one PNG.

    Args:
        files: the pictures, in reading order; the file's name is the caption. Of a long page its
            beginning is shown.
        to: the sheet.
        columns: how many stand beside each other.
    """
    width, height = CELL[0] + GAP, CELL[1] + CAPTION + GAP
    rows = -(-len(files) // columns)
    sheet = Image.new("RGB", (columns * width + GAP, rows * height + GAP), PAPER)
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(14)
    for number, file in enumerate(files):
        x, y = GAP + number % columns * width, GAP + number // columns * height
        with Image.open(file) as picture:
            small = picture.convert("RGB")
        small = small.crop((0, 0, small.width, min(small.height, small.width * 5 // 4)))
        if small.width > CELL[0] or small.height > CELL[1]:
            small = ImageOps.contain(small, CELL, Image.Resampling.LANCZOS)
        sheet.paste(small, (x, y))
        pen.text((x, y + CELL[1] + 2), file.stem, fill="black", font=font)
    sheet.save(to, optimize=True)
