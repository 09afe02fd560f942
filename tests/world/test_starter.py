"""The data of `profiles new` are a choice from the data of this repository, made by a script."""

from pathlib import Path

from scripts.make_starter import main
from tests.repository import REPOSITORY

STARTER = REPOSITORY / "generator/starter/data"


def test_the_script_makes_the_starter(tmp_path: Path) -> None:
    main(["--target", str(tmp_path)])
    made = _files(tmp_path)
    kept = {name: data for name, data in _files(STARTER).items() if not name.startswith("indices/")}
    assert sorted(made) == sorted(kept)
    differ = [name for name in made if made[name] != kept[name]]
    assert not differ, "data/ has changed: run scripts/make_starter.py, then make golden"


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
