"""What a project consists of: one file and four folders; and where the theme lies.

Loads nothing but paths: the stamps of "nothing changed" are taken with it.
"""

from pathlib import Path

FOLDERS = ("content", "data", "static", "templates")
PROJECT = ("site.yaml", *FOLDERS)
PACKAGE = Path(__file__).parent.parent


def theme_folder() -> Path:
    """Return where the theme lies: in an installed package within it, in a checkout beside it."""
    inside = PACKAGE / "theme"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"


def is_home_of_theme(root: Path) -> bool:
    """Whether the project at `root` is where the theme itself is written."""
    return (root / "templates").resolve() == theme_folder().resolve()
