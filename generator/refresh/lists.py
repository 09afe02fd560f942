"""Lists of areas: the project's own, and those that come with the program."""

from importlib.resources import files
from pathlib import Path

from generator.sources.files import Source, Sources

FOLDER = "data/imports/areas"


def area_sources(sources: Sources, names: tuple[str, ...]) -> tuple[Source, ...]:
    """Return the lists by their names, a project's own before the program's.

    A name without a list has none.
    """
    found = (sources.files.get(f"{FOLDER}/{name}.csv") or _shipped(name) for name in names)
    return tuple(source for source in found if source)


def _shipped(name: str) -> Source | None:
    """Return a list of the program: in a wheel it lies in the package, in a checkout at its root."""
    here = Path(str(files("generator")))
    for folder in (here / "imports" / "areas_lists", here.parent / FOLDER):
        if (path := folder / f"{name}.csv").is_file():
            return Source(path=f"{FOLDER}/{name}.csv", data=path.read_bytes())
    return None
