"""The program's own modules: the imports of each, and digests of their text for cache keys."""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
LIBRARIES = (
    *("jinja2", "markupsafe", "markdown", "markdown-it-py", "babel", "nh3", "lxml", "vl-convert-python", "altair"),
    *("pybtex", "pydantic", "pyyaml", "ruamel.yaml", "tinycss2", "rcssmin", "rjsmin", "numpy", "pandas"),
)
"""All that make a site, but for those of which files have a key of their own, as of paintings."""

_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n]*)|import[ \t]+([^\n]+))", re.MULTILINE
)
"""An import: the module with the names taken from it, or all that follows."""
_NAME = re.compile(r"[\w.]+")


@cache
def code_digest() -> str:
    """Return a digest of this package and the versions of the libraries that make a site."""
    code = b"".join(
        path.read_bytes() for path in sorted(PACKAGE.rglob("*")) if path.suffix in {".py", ".json", ".toml"}
    )
    libraries = [version(name) for name in LIBRARIES]
    return hashlib.sha256(code + " ".join(libraries).encode()).hexdigest()


@cache
def modules_digest(name: str, package: Path = PACKAGE) -> str:
    """Return a digest of a module, `generator.charts.svg.make`, and of all it imports of this program."""
    whole = hashlib.sha256()
    for module in sorted(imported_modules(name, package)):
        whole.update(f"{module}\n".encode() + _path(module, package).read_bytes())
    return whole.hexdigest()


@cache
def imported_modules(name: str, package: Path = PACKAGE) -> frozenset[str]:
    """Return the names of a module and of all it imports of this program, directly or by way of others."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        module = waiting.pop()
        if module not in found and _path(module, package).is_file():
            found.add(module)
            waiting += _imports(_path(module, package), package.name)
            waiting += _packages(module)
    return frozenset(found)


def _path(module: str, package: Path) -> Path:
    """Return where a module's text stands; a name that is no module has none."""
    beside = package.parent.joinpath(*module.split("."))
    return beside / "__init__.py" if beside.is_dir() else beside.with_suffix(".py")


def _packages(module: str) -> Iterator[str]:
    """Yield the packages a module lies in, which are run before it."""
    parts = module.split(".")
    yield from (".".join(parts[:n]) for n in range(1, len(parts)))


@cache
def _imports(file: Path, package: str) -> tuple[str, ...]:
    """Return what a file imports of a package; many modules import the same."""
    return tuple(imported_by(file.read_bytes(), package))


def imported_by(text: bytes, package: str) -> Iterator[str]:
    """Yield what a text imports of a package; a name taken from a module may be a module itself.

    The lines are read, as parsing two hundred modules takes a tenth of a second.
    """
    for module, names, whole in _IMPORT.findall(text.decode()):
        found = _NAME.findall(whole) if whole else [module, *(f"{module}.{name}" for name in _NAME.findall(names))]
        yield from (name for name in found if name.partition(".")[0] == package)
