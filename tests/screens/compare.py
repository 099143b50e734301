"""Ours beside the design: contact sheets, and how many pixels differ by more than 24 of 255."""

from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from tests.screens.render import Design, Screen, looks

THRESHOLD = 24
GROUND = (128, 128, 128)


def difference(ours: Image.Image, theirs: Image.Image) -> tuple[float, Image.Image]:
    """Percent of pixels that differ visibly, and a picture of where."""
    channels = ImageChops.difference(ours, theirs).split()
    most = channels[0]
    for channel in channels[1:]:
        most = ImageChops.lighter(most, channel)
    marked = most.point([255 if value > THRESHOLD else 0 for value in range(256)])
    count = marked.histogram()[255]
    return 100 * count / (ours.width * ours.height), marked


def theirs(folder: Path, design: Design, size: tuple[int, int]) -> Image.Image | None:
    """The piece of the design picture that shows the page, or None where there is no picture."""
    path = folder / design.picture
    if not path.exists():
        return None
    with Image.open(path) as picture:
        x, y = design.x, design.y
        return picture.convert("RGB").crop((x, y, x + size[0], y + size[1]))


def beside(screen: Screen, pictures: Path, designs: Path) -> list[tuple[str, float]]:
    """Sheets `<name>-<look>-beside.png`: ours, the design, the difference; with percentages."""
    out = []
    for look, design in screen.designs:
        path = pictures / f"{screen.name}-{look}@1x.png"
        with Image.open(path) as picture:
            ours = picture.convert("RGB")
        other = theirs(designs, design, ours.size)
        if other is None:
            continue
        percent, marked = difference(ours, other)
        sheet = Image.new("RGB", (ours.width * 3 + 32, ours.height), GROUND)
        where = ImageOps.invert(marked).convert("RGB")
        for at, piece in enumerate((ours, other, where)):
            sheet.paste(piece, (at * (ours.width + 16), 0))
        sheet.save(pictures / f"{screen.name}-{look}-beside.png", compress_level=1)
        out.append((look, percent))
    return out


def contact_sheet(screen: Screen, pictures: Path) -> Path:
    """Every look of a page at half size on one sheet, double density at quarter size."""
    pieces = []
    for ratio in (1, 2):
        for look in looks(ratio):
            with Image.open(pictures / f"{screen.name}-{look.name}@{ratio}x.png") as picture:
                pieces.append(picture.convert("RGB").reduce(2 * ratio))
    columns = 4
    wide = max(piece.width for piece in pieces) + 8
    high = max(piece.height for piece in pieces) + 8
    rows = -(-len(pieces) // columns)
    sheet = Image.new("RGB", (wide * columns, high * rows), GROUND)
    for at, piece in enumerate(pieces):
        sheet.paste(piece, (at % columns * wide, at // columns * high))
    target = pictures / f"{screen.name}-sheet.png"
    sheet.save(target, compress_level=1)
    return target
