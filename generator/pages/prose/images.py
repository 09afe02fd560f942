"""Images in prose and at the head of a page, with caption, credit and the pictures to choose from."""

from collections.abc import Hashable
from posixpath import dirname, join, normpath, relpath

from generator.content.documents import Document
from generator.content.references import Reference
from generator.diagnostics import Diagnostic, suggest
from generator.images.credits import CREDITS, ImageCredit, licence_address
from generator.images.files import ImageFile
from generator.images.variants import fallback, height_at, webp_variants
from generator.pages.project import Project
from generator.pages.records.parts import ImageFigure
from generator.rules import Rule
from generator.sources.files import IMAGES


def image_path(document: Document, reference: Reference) -> str:
    """Return the path in the project of an image that a document names: `content/images/port.jpg`."""
    return normpath(join(dirname(document.path), reference.target))


def shown_leads(project: Project) -> tuple[Hashable, ...]:
    """Return all that other pages show of the images that documents begin with."""
    return tuple(_shown(project, each, (each.lead,)) for each in project.documents.values() if each.lead)


def shown_images(project: Project, document: Document) -> tuple[Hashable, ...]:
    """Return all that a document's page shows of its images; of a missing one, what it may be instead."""
    return _shown(project, document, document.images)


def _shown(project: Project, document: Document, references: tuple[Reference, ...]) -> tuple[Hashable, ...]:
    paths = tuple(image_path(document, each) for each in references)
    known = project.files.images
    missing = tuple(known.files) if any(path not in known.files for path in paths) else ()
    shown = ((path, known.files.get(path), _plainly(known.credits.get(path)), path in known.faulty) for path in paths)
    return (*shown, missing, known.credits_read)


def _plainly(credit: ImageCredit | None) -> tuple[str, ...]:
    return (credit.credit, credit.licence, credit.source or "") if credit else ()


def bind_image(
    project: Project, document: Document, reference: Reference, *, leads: bool = False
) -> tuple[ImageFigure | None, tuple[Diagnostic, ...]]:
    """Return the image that a document names, or what is wrong with its path or its credit."""
    path = image_path(document, reference)
    image, credit = project.files.images.files.get(path), project.files.images.credits.get(path)
    if image is None:
        return None, () if path in project.files.images.faulty else (_missing(project, document, reference, path),)
    if credit is None:
        return None, (_without_credit(reference, path),) if project.files.images.credits_read else ()
    return _figure(image, credit, reference, leads=leads), ()


def _figure(image: ImageFile, credit: ImageCredit, reference: Reference, *, leads: bool) -> ImageFigure:
    own = fallback(image)
    return ImageFigure(
        alt=reference.text.strip(),
        caption=reference.title,
        credit=credit.credit,
        licence=credit.licence,
        licence_url=licence_address(credit.licence),
        source=credit.source or "",
        url=f"/{own.path}",
        width=own.width,
        height=height_at(image, own.width),
        webp=tuple((f"/{each.path}", each.width) for each in webp_variants(image)),
        leads=leads,
    )


def _missing(project: Project, document: Document, reference: Reference, path: str) -> Diagnostic:
    """Return why there is no image at a path: outside the project or the folder, misspelt, or absent."""
    if path.startswith(("../", "/")):
        hint = f"Put the image into {IMAGES} and write {_from(document, f'{IMAGES}name.jpg')}"
        return reference.fault(Rule.PATH_OUTSIDE, f"'{reference.target}' leads out of the project.", hint)
    if not path.startswith(IMAGES):
        hint = f"Images lie in {IMAGES}: write {_from(document, f'{IMAGES}name.jpg')}"
        return reference.fault(Rule.IMAGE_MISSING, f"No image is shown from '{path}'.", hint)
    same = [each for each in project.files.images.files if each.casefold() == path.casefold()]
    if same:
        message = f"There is no image '{path}': capitals and small letters differ."
        return reference.fault(Rule.IMAGE_MISSING, message, f"Write {_from(document, same[0])}")
    near = [_from(document, each) for each in project.files.images.files]
    hint = suggest(_from(document, path), near, "Put the file there.")
    return reference.fault(Rule.IMAGE_MISSING, f"There is no image '{path}'.", hint)


def _from(document: Document, path: str) -> str:
    return relpath(path, dirname(document.path))


def _without_credit(reference: Reference, path: str) -> Diagnostic:
    name = path.removeprefix(IMAGES)
    message = f"Nothing says who made '{name}', and under which licence it is shown."
    hint = f'Write into {CREDITS}: {name}: {{credit: "Photo: NAME", licence: "CC BY 4.0"}}'
    return reference.fault(Rule.IMAGE_CREDIT_MISSING, message, hint)
