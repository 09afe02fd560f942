"""Lists of areas: the project's own, and those that come with the program."""

from importlib.resources import files

from generator.sources.files import Source, Sources

FOLDER = "data/imports/areas"


def area_sources(sources: Sources, names: tuple[str, ...]) -> tuple[Source, ...]:
    """Return the lists by their names, a project's own before the program's.

    A name without a list has none.
    """
    found = (sources.files.get(f"{FOLDER}/{name}.csv") or _shipped(name) for name in names)
    return tuple(source for source in found if source)


def _shipped(name: str) -> Source | None:
    path = files("generator.imports") / "areas_lists" / f"{name}.csv"
    return Source(path=f"{FOLDER}/{name}.csv", data=path.read_bytes()) if path.is_file() else None
