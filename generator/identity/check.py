"""The check of a site's look: colours that can be seen, pictures that are there and fit."""

from collections.abc import Callable, Iterator

from generator.diagnostics import Diagnostic, Location
from generator.identity.contrast import check_colours
from generator.identity.look import Look, tokens_of
from generator.identity.pictures import check_picture
from generator.sources.files import Sources


def check_identity(look: Look, sources: Sources, place: Callable[..., Location]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a look that `site.yaml` describes; `place` says where a key stands."""
    yield from check_colours(tokens_of(sources), look.colours, lambda name: place("colours", name))
    pictures = (("logo", "light"), ("logo", "dark"), ("favicon",))
    for keys, path in zip(pictures, _paths(look), strict=True):
        if path:
            yield from check_picture(path, sources, place(*keys))


def _paths(look: Look) -> tuple[str | None, ...]:
    return (look.logo.light if look.logo else None, look.logo.dark if look.logo else None, look.favicon)
