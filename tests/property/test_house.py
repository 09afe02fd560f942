"""The house in order: tests beside their modules, rooms to be seen at once, plain docstrings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import REPOSITORY

GENERATOR, TESTS = REPOSITORY / "generator", REPOSITORY / "tests"
ROOMS_OF_THEIR_OWN = {"browser", "docs", "golden", "property", "templates", "world"}
"""Rooms that mirror something else than modules.

Looks, guides, whole sites, laws, style sheets, this world's data.
"""
WITHIN = ("body", "orelse", "finalbody", "handlers", "cases")
"""Where a statement has others within it."""
ROOT_MODULES, MODULES, FIRST_LINE = 12, 20, 100
PRIVATE_WORDS = re.compile(r"\b(told|held|such|so many)\b", re.IGNORECASE)
FOLDERS = sorted({path.parent for path in GENERATOR.rglob("*.py")})


def mirrored() -> list[Path]:
    files = (path.relative_to(TESTS) for path in sorted(TESTS.rglob("test_*.py")))
    return [path for path in files if path.parts[0] not in ROOMS_OF_THEIR_OWN]


def has_a_module(test: Path) -> bool:
    """Whether a test has a module or folder of its name, or its folder is named after a module."""
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


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield a tree and all statements in it, without their expressions."""
    todo = [tree]
    for node in todo:
        yield node
        todo += (each for name in WITHIN for each in getattr(node, name, ()) if isinstance(each, ast.AST))


def docstrings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and text of each docstring, those of attributes and constants included."""
    for node in statements(ast.parse(path.read_text("utf-8"))):
        for each in getattr(node, "body", None) or ():
            match each:
                case ast.Expr(value=ast.Constant(value=str() as text)):
                    yield each.lineno, text


def test_docstrings_are_short_and_plain() -> None:
    found = [
        (path.relative_to(REPOSITORY), line, text)
        for room in (GENERATOR, TESTS, REPOSITORY / "scripts")
        for path in sorted(room.rglob("*.py"))
        for line, text in docstrings(path)
    ]
    assert len(found) > 1000
    wrong = [
        f"{path}:{line}: {text}"
        for path, line, text in found
        if len(text.split("\n", 1)[0]) > FIRST_LINE or (path.parts[0] == "generator" and PRIVATE_WORDS.search(text))
    ]
    assert not wrong, f"first line of at most {FIRST_LINE} characters, plain words:\n" + "\n".join(wrong)


@pytest.mark.parametrize(
    ("said", "module"), [("get_close_matches", "diagnostics.py")], ids=lambda value: value.removesuffix(".py")
)
def test_what_is_said_once_stands_in_one_module(said: str, module: str) -> None:
    """A second place would say it with other words, or other bounds."""
    found = [str(path.relative_to(GENERATOR)) for path in GENERATOR.rglob("*.py") if said in path.read_text("utf-8")]
    assert found == [module]


OF_THIS_WORLD = re.compile(r"\b(?:real_site|real_project|copy_project|REPOSITORY / \"(?:data|content|site\.yaml)\b)")
SHARED = {"conftest.py", "repository.py", "property/test_house.py"}
"""Where the world's sources are copied and built for `tests/world`."""


def test_only_tests_of_the_world_read_it() -> None:
    found = [
        str(name)
        for path in sorted(TESTS.rglob("*.py"))
        if (name := path.relative_to(TESTS)).parts[0] != "world" and str(name) not in SHARED
        if OF_THIS_WORLD.search(path.read_text("utf-8"))
    ]
    assert not found, f"a fork with other data cannot pass these; use a small project, or tests/world: {found}"


def test_only_tests_mark_what_is_slow_or_needs_a_browser() -> None:
    """`make test` finds the files of slow tests by these words, and imports no others for them."""
    marking = re.compile(r"\bmark\.(?:slow|browser)\b|add_marker\(.*(?:slow|browser)")
    found = {path.relative_to(TESTS).name for path in TESTS.rglob("*.py") if marking.search(path.read_text("utf-8"))}
    assert [name for name in found if not name.startswith("test_")] == []


def room(path: Path) -> str:
    """Return the folder right below `generator/` that a module is in; empty for those at the root."""
    parts = path.relative_to(GENERATOR).parts
    return parts[0] if len(parts) > 1 else ""


def face(tree: ast.Module) -> set[str]:
    """Return the names in `__all__` of a module; none where it has none."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                return set(ast.literal_eval(value))
    return set()


def taken_from_other_rooms(path: Path, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield each name that a module takes from another room, with the module that has it."""
    for node in statements(tree):
        match node:
            case ast.ImportFrom(module=str() as module, names=names):
                if module.startswith("generator.") and module.split(".")[1] != room(path):
                    yield from ((module, alias.name) for alias in names)


def test_the_face_of_a_room_is_what_other_rooms_take() -> None:
    """A module with `__all__` is the face of its room.

    A name more is nobody's, a name less is taken from within.
    """
    faces: dict[str, set[str]] = {}
    found: list[tuple[str, str]] = []
    for path in GENERATOR.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        found += taken_from_other_rooms(path, tree)
        if names := face(tree):
            faces[".".join(path.relative_to(REPOSITORY).with_suffix("").parts).removesuffix(".__init__")] = names
    taken = {module: {name for other, name in found if other == module} for module in faces}
    assert {module.split(".")[1] for module in faces} >= {"charts", "claims", "content", "data", "indices", "pages"}
    assert taken == faces, "`__all__` of these modules is not what other rooms take"
