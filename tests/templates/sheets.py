"""The parts of the style sheet as browsers get them: without spaces and remarks."""

import rcssmin

from tests.repository import REPOSITORY


def read_sheet(path: str) -> str:
    """Return a part of the style sheet by its path below `templates`, minified."""
    return str(rcssmin.cssmin((REPOSITORY / "templates" / path).read_text("utf-8")))
