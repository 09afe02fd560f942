"""Projects and the sites they make, file by file: three countries, and the four provinces of Galicia.

`make golden` writes the files anew.
"""

import os
import shutil
from pathlib import Path

import pytest

from generator.build import build
from generator.cache import SqliteCache
from generator.outputs.search import FOLDER
from generator.state.manifest import MANIFEST
from tests.starter_project import THREE_COUNTRIES

HERE = Path(__file__).parent
PROJECTS = {"site": THREE_COUNTRIES, "galicia": HERE.parent / "galicia"}
"""Golden sites, and the projects they are made from."""
UNREADABLE = (".png", ".gz")
"""A difference of pixels and of packed bytes says nothing.

`tests/outputs` holds pictures to the SVG, and packed tables to the rows they are made from.
"""


def ignored(name: str) -> bool:
    """Whether a file is none of our making.

    These are the list of keys, and the library that draws charts in the browser.
    """
    return name == MANIFEST or (name.startswith("vega.") and name.endswith(".js"))


def made(project: Path) -> dict[str, bytes]:
    site = project / "site"
    files = {
        str(p.relative_to(site)): p
        for p in sorted(site.rglob("*"))
        if p.is_file() and not ignored(p.name) and p.suffix not in UNREADABLE
    }
    return {path: file.read_bytes() for path, file in files.items() if not path.startswith(f"{FOLDER}/")}


@pytest.mark.parametrize("name", PROJECTS)
def test_a_project_makes_its_golden_site(tmp_path: Path, name: str) -> None:
    project, kept = tmp_path / "project", HERE / name
    shutil.copytree(PROJECTS[name], project)
    with SqliteCache(tmp_path / "charts.sqlite") as cache:
        result = build(project, base_url=None, cache=cache, workers=1, strict=True, progress=lambda *_: None)
    assert result.diagnostics == ()
    pages = made(project)
    if os.environ.get("UPDATE_GOLDEN"):
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(
            project / "site",
            kept,
            ignore=shutil.ignore_patterns(MANIFEST, "vega.*.js", FOLDER, *(f"*{end}" for end in UNREADABLE)),
        )
    golden = {str(p.relative_to(kept)): p.read_bytes() for p in sorted(kept.rglob("*")) if p.is_file()}
    assert sorted(pages) == sorted(golden)
    for path, data in golden.items():
        assert pages[path] == data, f"{path} differs; if that is meant, run `make golden` and say why in the commit"
