"""Photos made for tests: a pattern of colours, with what cameras write besides where it is asked for."""

import io

from PIL import Image

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
ON_ITS_SIDE = 6
"""What a camera writes that was turned by a quarter: viewers turn the picture back."""
CREDIT = '{credit: "Photo: A. Author", licence: CC BY 4.0}\n'
"""An entry of `content/images.yaml`, behind a name and a colon."""


def photo(width: int = 60, height: int = 40, kind: str = "JPEG") -> bytes:
    """Return an image without anything but pixels."""
    return _written(_pattern(width, height), kind)


def blank(width: int, height: int) -> bytes:
    """Return a PNG of black pixels: a small file, however large the image."""
    return _written(Image.new("1", (width, height)), "PNG")


def photo_with_place(width: int = 60, height: int = 40, kind: str = "JPEG") -> bytes:
    """Return a photo as a phone saves it: on its side, with maker, place, comment and XMP."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = ON_ITS_SIDE, "Maker"
    exif.get_ifd(GPS).update({1: "N", 2: (43.0, 39.0, 5.0), 3: "E", 4: (51.0, 9.0, 1.0)})
    more = {"comment": b"A comment"} if kind == "JPEG" else {}
    return _written(_pattern(height, width), kind, exif=exif, xmp=b"<x>exif:GPSLatitude</x>", **more)


def _pattern(width: int, height: int) -> Image.Image:
    """Return colours that rise to the right and downwards."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (across, down, Image.new("L", (width, height), 90)))


def _written(image: Image.Image, kind: str, **more: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()
