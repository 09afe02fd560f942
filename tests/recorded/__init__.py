"""Recorded replies of producers, by their file names."""

from pathlib import Path

from generator.imports.cells import Reply

FOLDER = Path(__file__).parent


def recorded(name: str, status: int = 200) -> Reply:
    """Return a recorded reply."""
    return Reply(url=name, body=(FOLDER / name).read_bytes(), status=status)
