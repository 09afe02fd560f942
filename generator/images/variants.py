"""The pictures made of an image: in two or three widths as WebP, and one in its own format.

None has anything of the original but its pixels: what a camera writes besides, as the place, is left behind.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from PIL import Image, ImageCms, ImageOps

from generator.cache import Cache
from generator.images.files import ENCODER, ImageFile, ImageFormat
from generator.state.modules import modules_digest

WIDTHS = (480, 960)
"""For phones and for the column of text; the widest is for a lead on a large screen."""
WIDEST = 1600
FALLBACK = 1200
"""Wide enough for the card of a page that is shared."""
WORTH = 0.8
"""A width is left out where the image itself is hardly wider."""
QUALITY = {ImageFormat.WEBP: 78, ImageFormat.JPEG: 80}
FEW_COLOURS = 4096
"""A PNG with no more is a drawing or a screenshot, and keeps its sharp edges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A picture of an image: its format and width, and its file in the site."""

    path: str
    format: ImageFormat
    width: int


def webp_variants(image: ImageFile) -> tuple[Variant, ...]:
    """Return the pictures that browsers choose from, the narrowest first."""
    widest = min(image.width, WIDEST)
    widths = (*(width for width in WIDTHS if width < WORTH * widest), widest)
    return tuple(_variant(image, ImageFormat.WEBP, width) for width in widths)


def fallback(image: ImageFile) -> Variant:
    """Return the picture in the image's own format, for older browsers and cards."""
    return _variant(image, image.format, min(image.width, FALLBACK))


def variants(image: ImageFile) -> Iterator[Variant]:
    """Yield every picture of an image, each once."""
    yield from {each.path: each for each in (*webp_variants(image), fallback(image))}.values()


def height_at(image: ImageFile, width: int) -> int:
    """Return the height of a picture of some width."""
    return max(1, round(image.height * width / image.width))


def _variant(image: ImageFile, kind: ImageFormat, width: int) -> Variant:
    name = re.sub(r"[^a-z0-9]+", "-", PurePosixPath(image.path).stem.lower()).strip("-") or "image"
    return Variant(path=f"images/{name}.{image.digest[:8]}.{width}.{kind}", format=kind, width=width)


def variant_key(image: ImageFile, variant: Variant) -> str:
    """Return what a picture's bytes depend on."""
    return f"picture {image.digest} {variant.format} {variant.width} {ENCODER} {modules_digest(__name__)}"


def variant_bytes(data: bytes, image: ImageFile, variant: Variant, cache: Cache) -> bytes:
    """Return a picture, from the cache or made now."""
    return cache.get_or(variant_key(image, variant), partial(_made, data, image, variant))


def _made(data: bytes, image: ImageFile, variant: Variant) -> bytes:
    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as original:
        original.draft(
            None, (2 * variant.width, 2 * variant.width)
        )  # a large JPEG is decoded smaller, which is quicker
        picture = _plain(ImageOps.exif_transpose(original))
    drawn = image.format is ImageFormat.PNG and picture.getcolors(FEW_COLOURS) is not None
    picture = picture.resize((variant.width, height_at(image, variant.width)), Image.Resampling.LANCZOS)
    picture.info.clear()  # encoders would write what stands there: comments, profiles, XMP
    return _encoded(picture, variant.format, lossless=drawn)


def _plain(image: Image.Image) -> Image.Image:
    """Return an image in the colours of the web, with transparency only where it has some."""
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    clear = image.has_transparency_data
    profile = image.info.get("icc_profile")
    if profile and not clear:
        image = _in_srgb(image, profile)
    return image.convert("RGBA" if clear else "RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return an image as screens show it without its profile; one with a broken profile as it is."""
    try:
        made = ImageCms.profileToProfile(image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return made or image


def _encoded(picture: Image.Image, kind: ImageFormat, *, lossless: bool) -> bytes:
    written = io.BytesIO()
    if kind is ImageFormat.PNG:
        picture.save(written, "PNG", optimize=True)
    elif kind is ImageFormat.JPEG:
        picture.save(written, "JPEG", quality=QUALITY[kind], optimize=True, progressive=True)
    else:
        picture.save(written, "WEBP", quality=QUALITY[kind], method=6, lossless=lossless)
    return written.getvalue()
