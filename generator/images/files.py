"""What is known of an image before anything is made of it: kind and size, or why it cannot be shown."""

import io
import json
import struct
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version
from pathlib import PurePosixPath

from PIL import Image, ImageOps

from generator.cache import Cache, read_json
from generator.rules import Rule
from generator.sources.files import Source
from generator.state.modules import modules_digest

__all__ = ("ImageFile",)

MOST_BYTES = 20_000_000
"""A photo as cameras save it has less."""
MOST_PIXELS = 50_000_000
"""Decoded, this is 200 MB of memory."""
ENCODER = f"Pillow {version('pillow')}"
"""What reads and writes pixels; its version is locked."""
GPS = 0x8825
"""The number under which a photo says where it was taken."""


class ImageFormat(StrEnum):
    """The kinds of images that are shown, as files end: the original's kind is what older browsers get."""

    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"


ENDINGS: Mapping[str, ImageFormat] = {
    ".jpg": ImageFormat.JPEG,
    ".jpeg": ImageFormat.JPEG,
    ".png": ImageFormat.PNG,
    ".webp": ImageFormat.WEBP,
}
"""How files of each kind end, in small letters or capitals."""
_FORMATS = {"JPEG": ImageFormat.JPEG, "MPO": ImageFormat.JPEG, "PNG": ImageFormat.PNG, "WEBP": ImageFormat.WEBP}
_BEGINNINGS = (b"\xff\xd8", b"\x89PNG", b"RIFF")
_BROKEN = (OSError, SyntaxError, ValueError, struct.error, EOFError)
"""What the library raises for damaged files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFile:
    """An image of the project: `width` and `height` are those of the upright picture."""

    path: str
    digest: str
    format: ImageFormat
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFault:
    """The reason why a file cannot be shown, and what to do."""

    rule: Rule
    message: str
    hint: str


def read_image(source: Source, state: Cache | None = None) -> ImageFile | ImageFault:
    """Return what is known of an image, or its fault; `state` keeps it, so that it is decoded only once."""
    ending = PurePosixPath(source.path).suffix.lower()
    if ending not in ENDINGS:
        return _other_kind(ending)
    if len(source.data) > MOST_BYTES:
        return _too_large(f"{len(source.data) / 1e6:.1f} MB", f"{MOST_BYTES // 1_000_000} MB")
    if state is None:
        return _of(source, ending, _facts(source.data))
    try:
        return _of(source, ending, state.get_or(_key(source), lambda: _facts(source.data)))
    except (ValueError, LookupError, TypeError):  # something else is kept under the name
        state.put(_key(source), facts := _facts(source.data))
        return _of(source, ending, facts)


def _of(source: Source, ending: str, facts: bytes) -> ImageFile | ImageFault:
    """Return an image, or its fault, by its facts as JSON; raises an error where they are none."""
    known = read_json(facts)
    if "rule" in known:
        return ImageFault(**{**known, "rule": Rule(known["rule"])})
    if known["format"] != ENDINGS[ending]:
        return _misnamed(source.path, known["format"])
    return ImageFile(path=source.path, digest=source.digest, **{**known, "format": ImageFormat(known["format"])})


def has_place(data: bytes) -> bool:
    """Whether a file is an image that says where it was taken."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data)) as image:
            return bool(image.getexif().get_ifd(GPS)) or b"GPSLatitude" in data  # in words where it is XMP
    except (*_BROKEN, Image.DecompressionBombError):
        return False


def _key(source: Source) -> str:
    return f"image {source.digest} {ENCODER} {modules_digest(__name__)}"


def _facts(data: bytes) -> bytes:
    """Return kind and size of an image as JSON, or its fault."""
    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            return json.dumps(_decoded(data)).encode()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        found = _too_large("too many pixels", f"{MOST_PIXELS // 1_000_000} million")
    except _BROKEN:
        found = _broken(data)
    return json.dumps({"rule": found.rule, "message": found.message, "hint": found.hint}).encode()


def _decoded(data: bytes) -> dict[str, object]:
    """Return kind and size of an image whose pixels can all be read, or its fault."""
    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as image:
        if image.width * image.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        kind = _FORMATS[str(image.format)]
        if kind is not ImageFormat.JPEG and getattr(image, "is_animated", False):
            hint = "Show one of its pictures; what moves cannot be printed, and nobody can stop it."
            return {"rule": Rule.IMAGE_FORMAT, "message": "The image moves.", "hint": hint}
        image.load()
        width, height = ImageOps.exif_transpose(image).size
    return {"format": kind, "width": width, "height": height}


def _broken(data: bytes) -> ImageFault:
    if not data.startswith(_BEGINNINGS):
        hint = "Save it as JPEG, PNG or WebP; a renamed file of another kind stays what it is."
        return ImageFault(rule=Rule.IMAGE_UNREADABLE, message="The file is no image that can be shown.", hint=hint)
    hint = "Copy or export it again; it ends too early, or something in it was changed."
    return ImageFault(rule=Rule.IMAGE_UNREADABLE, message="The image is damaged.", hint=hint)


def _other_kind(ending: str) -> ImageFault:
    if ending == ".svg":
        hint = "An SVG can hold scripts. Save it as PNG, twice as wide as it is shown; what data show is a chart: …"
        return ImageFault(rule=Rule.IMAGE_FORMAT, message="An SVG is not shown.", hint=hint)
    message = f"Images of the kind '{ending}' are not shown." if ending else "The file's name has no ending."
    hint = "Save it as JPEG (.jpg), PNG or WebP."
    return ImageFault(rule=Rule.IMAGE_FORMAT, message=message, hint=hint)


def _misnamed(path: str, kind: str) -> ImageFault:
    right = PurePosixPath(path).with_suffix(f".{kind}").name
    message = f"The file is a {ImageFormat(kind).name}, which its name does not say."
    return ImageFault(rule=Rule.IMAGE_FORMAT, message=message, hint=f"Rename it to {right}.")


def _too_large(found: str, most: str) -> ImageFault:
    message = f"The image has {found}; {most} are the most."
    hint = "Save it smaller: no page shows more than 1,600 pixels of width."
    return ImageFault(rule=Rule.IMAGE_TOO_LARGE, message=message, hint=hint)
