"""The house in order: a test at the path of its module, folders of a size to be seen at once."""

from pathlib import Path

import pytest

from tests.repository import REPOSITORY

GENERATOR, TESTS = REPOSITORY / "generator", REPOSITORY / "tests"
ROOMS_OF_THEIR_OWN = {"browser", "docs", "golden", "property", "templates", "world"}
"""Rooms that mirror something else than modules: looks, guides, whole sites, laws, style sheets, this world's data."""
ROOT_MODULES, MODULES = 12, 20
FOLDERS = sorted({path.parent for path in GENERATOR.rglob("*.py")})


def mirrored() -> list[Path]:
    files = (path.relative_to(TESTS) for path in sorted(TESTS.rglob("test_*.py")))
    return [path for path in files if path.parts[0] not in ROOMS_OF_THEIR_OWN]


def has_a_module(test: Path) -> bool:
    """Whether a test is of a module or folder of its name, or in the folder that a module with many tests has."""
    base = REPOSITORY if test.parts[0] == "scripts" else GENERATOR
    named = base / test.parent / test.stem.removeprefix("test_")
    return named.is_dir() or named.with_suffix(".py").is_file() or (base / test.parent).with_suffix(".py").is_file()


@pytest.mark.parametrize("test", mirrored(), ids=str)
def test_a_test_stands_where_its_module_does(test: Path) -> None:
    assert has_a_module(test), f"generator/ has no module or folder for tests/{test}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(REPOSITORY)))
def test_a_folder_is_seen_at_once(folder: Path) -> None:
    modules = [path.name for path in folder.glob("*.py") if not path.name.startswith("__")]
    assert len(modules) <= (ROOT_MODULES if folder == GENERATOR else MODULES), modules
