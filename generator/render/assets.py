"""Files that pages share: the style sheet under a name with its digest, and the icon."""

import hashlib

from generator.output import Output
from generator.sources import Sources

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#00657e" d="M1 15V9h3v6zM6 15V5h3v10z'
    'M11 15V1h3v14z"/></svg>\n'
)


def _style(sources: Sources) -> str:
    return "\n".join(source.data.decode("utf-8") for source in sources.under("templates/styles", ".css"))


def style_path(sources: Sources) -> str:
    """Return the path of the style sheet: `assets/style.1a2b3c4d.css`."""
    return f"assets/style.{hashlib.sha256(_style(sources).encode()).hexdigest()[:8]}.css"


def plan_assets(sources: Sources) -> tuple[Output, ...]:
    """Return the style sheet and the icon."""
    style = _style(sources)
    return (
        Output(path=style_path(sources), key=style, render=style.encode),
        Output(path="favicon.svg", key=ICON, render=ICON.encode),
    )
