"""Where this repository is, and a copy of the project it holds."""

import shutil
from pathlib import Path

from generator.sources.folders import PROJECT

REPOSITORY = Path(__file__).parent.parent
WORLD_IS_OURS = (
    "https://github.com/country-profiles/country-profiles" in (REPOSITORY / "site.yaml").read_text("utf-8").split()
)
"""Whether this is the repository of the world that `data/` and `content/` are of.

A fork names another in `site.yaml`.
"""


def copy_project(target: Path) -> Path:
    """Copy the real project's sources to `target` and return it."""
    target.mkdir(parents=True, exist_ok=True)
    for part in PROJECT:
        source = REPOSITORY / part
        if source.is_dir():
            shutil.copytree(source, target / part)
        elif source.exists():
            shutil.copyfile(source, target / part)
    return target
