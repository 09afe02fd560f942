"""All images of a project with their credits, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath

from generator.cache import Cache
from generator.diagnostics import Diagnostic, Location
from generator.images.credits import ImageCredit, load_credits
from generator.images.files import ImageFault, ImageFile, has_place, read_image
from generator.memo import Memo
from generator.rules import Rule
from generator.sources.files import IMAGES, STATIC, Source, Sources

PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff")
"""Ends of the names of files that may say where they were taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Images:
    """The images that can be shown and the credits, both by path in the project."""

    files: Mapping[str, ImageFile] = field(default_factory=dict)
    credits: Mapping[str, ImageCredit] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()
    """The paths of images that are there and cannot be shown."""
    credits_read: bool = True
    """Whether `content/images.yaml` could be read; without the file nothing has a credit."""


def load_images(sources: Sources, memo: Memo, state: Cache | None) -> tuple[Images, tuple[Diagnostic, ...]]:
    """Return the images of the project and what is wrong; `state` keeps what is known of each."""
    credited, problems = load_credits(sources)
    read = {source.path: memo.get(_key(source), partial(read_image, source, state)) for source in _images(sources)}
    faults = {path: each for path, each in read.items() if isinstance(each, ImageFault)}
    images = Images(
        files={path: each for path, each in read.items() if isinstance(each, ImageFile)},
        credits=credited or {},
        credits_read=credited is not None,
        faulty=frozenset(faults),
    )
    found = (_diagnostic(path, fault) for path, fault in faults.items())
    return images, (*problems, *found, *_with_place(sources, memo))


def _images(sources: Sources) -> Iterator[Source]:
    return (each for each in sources.under(IMAGES) if PurePosixPath(each.path).name != "README.md")


def _key(source: Source) -> tuple[str, str, str]:
    return ("image", source.path, source.digest)


def _diagnostic(path: str, fault: ImageFault) -> Diagnostic:
    return Diagnostic(rule=fault.rule, location=Location(path=path), message=fault.message, hint=fault.hint)


def _with_place(sources: Sources, memo: Memo) -> Iterator[Diagnostic]:
    """Yield a problem for each photo of `static/` that would say to everybody where it was taken."""
    for source in sources.under(STATIC):
        photo = source.path.lower().endswith(PHOTOS)
        if photo and memo.get(("place", source.digest), partial(has_place, source.data)):
            message = "This photo says where it was taken, and goes to the site as it is."
            hint = f"Put it into {IMAGES} and show it in a text, or save it without its metadata."
            yield Diagnostic(rule=Rule.IMAGE_PLACE, location=Location(path=source.path), message=message, hint=hint)
