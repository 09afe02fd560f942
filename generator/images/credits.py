"""``content/images.yaml``: who made each image, and under which licence it is shown."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import StringConstraints

from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule
from generator.sources.files import IMAGES, Sources
from generator.sources.shapes import NonEmpty, StrictModel
from generator.sources.yaml_file import Located, parse_yaml

CREDITS = "content/images.yaml"

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\S*$")]


class ImageCredit(StrictModel):
    """Of one image, by its path in `content/images/`."""

    credit: NonEmpty
    """Who made it, as readers see it: `Photo: Aigerim Example`."""
    licence: NonEmpty
    """What readers may do with it: `CC BY 4.0`, `All rights reserved`."""
    source: Address | None = None
    """Where the original is; the credit leads there."""


_CREATIVE_COMMONS = re.compile(r"CC (BY(?:-(?:NC|SA|ND))*) (\d\.\d)")


def licence_address(licence: str) -> str:
    """Return where a licence of Creative Commons stands, `CC BY 4.0`; empty for another."""
    if licence in {"CC0", "CC0 1.0"}:
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    found = _CREATIVE_COMMONS.fullmatch(licence)
    return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/" if found else ""


def load_credits(sources: Sources) -> tuple[Mapping[str, ImageCredit] | None, tuple[Diagnostic, ...]]:
    """Return the credit of each image by its path in the project; None where the file cannot be read."""
    source = sources.files.get(CREDITS)
    if source is None:
        return {}, ()
    located, problems = parse_yaml(source, dict[str, ImageCredit])
    if located is None:
        return None, problems
    found = {f"{IMAGES}{name}": credit for name, credit in located.value.items()}
    return found, (*problems, *_without_file(located, sources))


def _without_file(located: Located[dict[str, ImageCredit]], sources: Sources) -> tuple[Diagnostic, ...]:
    known = [source.path.removeprefix(IMAGES) for source in sources.under(IMAGES)]
    return tuple(_missing(name, located.location(name, key=True), known) for name in located.value if name not in known)


def _missing(name: str, where: Location, known: list[str]) -> Diagnostic:
    same = [each for each in known if each.casefold() == name.casefold()]
    hint = suggest(name, same or known, f"Put it there, or take the entry away; paths begin in {IMAGES}.")
    return Diagnostic(
        rule=Rule.IMAGE_MISSING, location=where, message=f"There is no image '{IMAGES}{name}'.", hint=hint
    )
