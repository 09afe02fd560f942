"""Examples about images: each function puts what its rule says into a project."""

import re
from pathlib import Path

from tests.docs.example_prose import in_essay
from tests.docs.example_surroundings import put
from tests.photos import CREDIT, blank, photo, photo_with_place

NAME = "aktau-port"
_SIZE = re.compile(r"([\d,]+) × ([\d,]+) pixels")


def shown(root: Path, text: str) -> None:
    """Write a text that shows an image, which has a credit."""
    _put(root, f"content/images/{NAME}.jpg", photo())
    put(root, "content/images.yaml", f"{NAME}.jpg: {CREDIT}")
    in_essay(root, text)


def credited(root: Path, text: str) -> None:
    """Write the credits of an image that a text shows."""
    shown(root, f"![Cranes over the port](../images/{NAME}.jpg)")
    put(root, "content/images.yaml", f"{text}\n")


def filed(root: Path, text: str) -> None:
    """Write an image of the size that the example gives, or as a phone, or a broken line, would leave it."""
    path, _, about = text.partition("  ")
    kind = {".jpg": "JPEG", ".png": "PNG"}.get(Path(path).suffix, "PNG")
    size = _SIZE.search(about)
    width, height = (int(each.replace(",", "")) for each in size.groups()) if size else (60, 40)
    sized = blank(width, height) if size else photo(width, height, kind)
    data = photo_with_place() if "taken" in about else sized
    _put(root, path, data[: len(data) // 2] if "half" in about else data)


def _put(root: Path, path: str, data: bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)
