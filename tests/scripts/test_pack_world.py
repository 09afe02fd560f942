"""The world's data as the wheel has them."""

from pathlib import Path
from zipfile import ZipFile

from scripts.pack_world import pack
from tests.changes import put


def test_the_same_world_is_the_same_bytes(tmp_path: Path) -> None:
    for name in (
        "site.yaml",
        "content/profile.yaml",
        "data/countries.csv",
        "data/groups.yaml",
        "data/observations/a.csv",
    ):
        put(name, f"{name}\n")(tmp_path)
    archives = [tmp_path / "one.zip", tmp_path / "two.zip"]
    for archive in archives:
        pack(tmp_path, archive)
    assert archives[0].read_bytes() == archives[1].read_bytes()
    assert "data/observations/a.csv" in ZipFile(archives[0]).namelist()
