"""The pictures of all images that documents show; what no page shows is not published."""

from collections.abc import Iterator
from functools import partial

from generator.cache import Cache
from generator.images.files import ImageFile
from generator.images.variants import variant_bytes, variant_key, variants
from generator.output import Output
from generator.pages.prose.images import image_path
from generator.pages.site import Site
from generator.sources.files import Sources


def plan_images(site: Site, sources: Sources, cache: Cache) -> Iterator[Output]:
    """Yield each picture once, also of a file that is there twice; `cache` keeps it for later builds."""
    pictures = {each.path: (image, each) for image in _shown(site) for each in variants(image)}
    for image, variant in pictures.values():
        make = partial(variant_bytes, sources.files[image.path].data, image, variant, cache)
        yield Output(path=variant.path, key=variant_key(image, variant), render=make)


def _shown(site: Site) -> Iterator[ImageFile]:
    known = site.project.files.images.files
    for document in site.project.documents.values():
        paths = (image_path(document, each) for each in document.images)
        yield from (known[path] for path in paths if path in known)
