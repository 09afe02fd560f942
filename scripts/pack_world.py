"""A step of making the wheel: the world's data go into it as one compressed file, for `profiles new`.

Run by hatchling; by hand: python -m scripts.pack_world FILE
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any
from zipfile import ZIP_LZMA, ZipFile, ZipInfo

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WORLD = (
    "site.yaml",
    "content/profile.yaml",
    "data/countries.csv",
    "data/groups.yaml",
    "data/catalog",
    "data/geo",
    "data/observations",
)


class PackWorld(BuildHookInterface):  # type: ignore[type-arg]  # any configuration
    """The hook that `pyproject.toml` names."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the file to a wheel; an editable installation reads the repository."""
        if version != "editable":
            self._folder = Path(tempfile.mkdtemp())
            pack(Path(self.root), self._folder / "world.zip")
            build_data["force_include"][str(self._folder / "world.zip")] = "generator/starter/world.zip"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's own
        """Remove the file that is in the wheel now."""
        if version != "editable":
            shutil.rmtree(self._folder)


def pack(root: Path, archive: Path) -> None:
    """Write the world's data at `root` into an archive, the same bytes whenever it is made."""
    with ZipFile(archive, "w", ZIP_LZMA) as file:
        for path in (found for part in WORLD for found in _files(root / part)):
            file.writestr(ZipInfo(path.relative_to(root).as_posix()), path.read_bytes(), ZIP_LZMA)


def _files(part: Path) -> list[Path]:
    return [part] if part.is_file() else sorted(path for path in part.rglob("*") if path.is_file())


if __name__ == "__main__":
    pack(Path.cwd(), Path(sys.argv[1]))
