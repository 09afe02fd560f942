"""Writes docs/reference/ from the program: what a person may rely on, as the program has it.

Run: python -m scripts.write_reference
"""

from pathlib import Path

from scripts.reference.columns import columns_reference
from scripts.reference.files import CSV_COLUMNS, YAML_FILES
from scripts.reference.theme import theme_reference

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"


def references() -> dict[str, str]:
    """Return the files of the reference by name."""
    return {
        **{f"{each.name}.md": each.reference() for each in YAML_FILES},
        **{f"{each.name}.schema.json": each.schema() for each in YAML_FILES},
        "columns.md": columns_reference(CSV_COLUMNS),
        "theme.md": theme_reference(),
    }


if __name__ == "__main__":
    for name, text in references().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
