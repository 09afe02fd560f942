"""Prints the notes of a release: its section of CHANGELOG.md.

Run: python -m scripts.release_notes v0.2.0
"""

import re
import sys
from pathlib import Path

from generator import __version__

CHANGELOG = Path(__file__).parent.parent / "CHANGELOG.md"


def release_notes(tag: str, changelog: str, version: str = __version__) -> str:
    """Return the section of a tag, `v0.2.0`; raises ValueError where it cannot be released."""
    if tag != f"v{version}":
        raise ValueError(f"The tag '{tag}' is not the version of the program, v{version}.")
    found = re.search(rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## \[|\Z)", changelog, re.DOTALL | re.MULTILINE)
    if found is None or not found[1].strip():
        raise ValueError(f"CHANGELOG.md has no section '## [{version}]' with what is new.")
    return f"{found[1].strip()}\n"


if __name__ == "__main__":
    try:
        sys.stdout.write(release_notes(sys.argv[1], CHANGELOG.read_text("utf-8")))
    except ValueError as error:
        sys.exit(str(error))
