"""A project of three countries for tests: its data and texts do not change with the world's."""

import re
import shutil
from pathlib import Path

THREE_COUNTRIES = Path(__file__).parent / "three_countries"


def write_starter(folder: Path) -> None:
    """Write the project into a new folder."""
    shutil.copytree(THREE_COUNTRIES, folder)


def write_smaller_starter(folder: Path, *without: str) -> None:
    """Write the project without some indicators, and with one chart in each section of profiles.

    For tests that build it often and ask how it is built, not what is on it.
    """
    write_starter(folder)
    layout, entries = folder / "content/profile.yaml", folder / "data/catalog/indicators/all.yaml"
    first_only = re.sub(r"(?m)^( +- \{kind: .*\n) +- \{kind: .*\n", r"\1", layout.read_text("utf-8"))
    layout.write_text(first_only, "utf-8")
    for name in without:
        (folder / f"data/observations/{name}.csv").unlink()
        entries.write_text(re.sub(rf"(?m)^{name}:\n(?:(?: .*)?\n)+", "", entries.read_text("utf-8")), "utf-8")
