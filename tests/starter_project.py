"""A project of three countries for tests: its data and texts do not change with the world's."""

import shutil
from pathlib import Path

THREE_COUNTRIES = Path(__file__).parent / "three_countries"


def write_starter(folder: Path) -> None:
    """Write the project into a new folder."""
    shutil.copytree(THREE_COUNTRIES, folder)
