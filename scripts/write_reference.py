"""Writes docs/reference/ from the program: what a person may rely on, as the program has it.

Run: python -m scripts.write_reference
"""

from pathlib import Path

from scripts.reference.content import content_reference
from scripts.reference.settings import settings_reference, settings_schema
from scripts.reference.theme import theme_reference

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"


def references() -> dict[str, str]:
    """Return the files of the reference by name."""
    return {
        "content.md": content_reference(),
        "site.md": settings_reference(),
        "site.schema.json": settings_schema(),
        "theme.md": theme_reference(),
    }


if __name__ == "__main__":
    for name, text in references().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
