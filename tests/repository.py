"""Where this repository is, and a copy of the project it holds."""

import shutil
from pathlib import Path

from generator.sources.folders import PROJECT
from generator.state.last_run import begin, last_said, open_state
from generator.state.request import Request

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


def is_site_of_now() -> bool:
    """Whether a build here would warn of nothing, and say that nothing has changed since `site/` was made."""
    if (begun := begin(REPOSITORY, Request("build"))) is None:
        return False
    with open_state(REPOSITORY) as state:
        said = last_said(begun, state)
    return said is not None and not said.diagnostics
