"""Keys follow the code: every module that draws, and no list of them kept by hand."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from generator.charts.svg import drawn
from generator.state.modules import LIBRARIES, PACKAGE, imported_by, imported_modules, modules_digest

pytestmark = pytest.mark.uncounted  # others count the lines it runs

DRAWING, LOCATOR = "generator.charts.svg.make", "generator.charts.locator.draw"
WITH_KEYS = {"pagefind", "pillow", "thorvg-python"}
"""Libraries whose versions stand in the keys of what they make."""
APART = {"typer", "rich", "packaging", "livereload", "tornado", "watchfiles", "urllib3", "distributed"}
"""Those that make nothing of a site: of the command line, the preview, the network and other machines."""
LISTING = "import importlib, sys; importlib.import_module(sys.argv[1]); print(*(n for n in sys.modules if n.partition('.')[0] == 'generator'))"


def really_imported(name: str) -> set[str]:
    """Return what Python has loaded of this program after it imported a module."""
    run = subprocess.run([sys.executable, "-c", LISTING, name], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize("name", [DRAWING, LOCATOR])
def test_what_is_found_in_the_text_is_what_python_imports(name: str) -> None:
    assert imported_modules(name) == really_imported(name)


@pytest.mark.parametrize("name", [DRAWING, LOCATOR])
def test_a_change_in_any_module_that_draws_changes_the_key(name: str, tmp_path: Path) -> None:
    package = shutil.copytree(PACKAGE, tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__", "locale"))
    before = modules_digest(name, package)
    for module in sorted(really_imported(name)):
        path = package.parent / module.replace(".", "/")
        path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        text = path.read_bytes()
        path.write_bytes(text + b"# changed\n")
        modules_digest.cache_clear()
        assert modules_digest(name, package) != before, module
        path.write_bytes(text)
    modules_digest.cache_clear()
    assert modules_digest(name, package) == before


def test_a_change_elsewhere_keeps_the_key(tmp_path: Path) -> None:
    package = tmp_path / "program"
    package.mkdir()
    for name, text in {
        "__init__": "",
        "top": "from program import middle\nimport json\n",
        "middle": "def late():\n    import program.low\n",
        "low": "",
        "other": "",
    }.items():
        (package / f"{name}.py").write_text(text)
    before = modules_digest("program.top", package)
    (package / "other.py").write_text("x = 1\n")
    modules_digest.cache_clear()
    assert modules_digest("program.top", package) == before
    assert imported_modules("program.top", package) == {"program", "program.top", "program.middle", "program.low"}


@cache
def parsed(text: str) -> set[str]:
    """Return what Python's own parser finds imported in a text, and what of it may be a module."""
    nodes = list(ast.walk(ast.parse(text)))
    whole = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    parts = [(node.module, node.names) for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return whole | {name for module, names in parts for name in (module, *(f"{module}.{n.name}" for n in names))}


def test_the_lines_of_all_modules_say_what_python_reads_in_them() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_bytes()
        named = {name for name in parsed(text.decode()) if name.partition(".")[0] == "generator"}
        assert named <= set(imported_by(text, "generator")), path


def used_by(paths: Iterable[Path]) -> set[str]:
    """Return the libraries that modules import, by the names under which they are installed."""
    installed = packages_distributions()
    roots = {name.partition(".")[0] for path in paths for name in parsed(path.read_text("utf-8"))}
    return {name.lower() for root in roots - {"generator"} for name in installed.get(root, ())}


def test_the_key_of_the_program_names_every_library_that_makes_a_site() -> None:
    used = used_by(PACKAGE.rglob("*.py"))
    assert used - WITH_KEYS - APART - {"pydantic_core"} == set(LIBRARIES)  # pydantic asks for one version of its core


def test_the_key_of_a_drawing_names_every_library_that_draws() -> None:
    files = (PACKAGE.parent.joinpath(*name.split(".")) for name in imported_modules(DRAWING))
    used = used_by(path for each in files for path in (each.with_suffix(".py"), each / "__init__.py") if path.is_file())
    assert used - {"pydantic"} == set(drawn.LIBRARIES)  # records check what they are given; the key has what they hold
