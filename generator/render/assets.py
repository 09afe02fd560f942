"""Files that pages share: style sheet and scripts under names with their digests, and the icon."""

import hashlib
from pathlib import PurePosixPath

from generator.output import Output
from generator.sources import Sources

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#00657e" d="M1 15V9h3v6zM6 15V5h3v10z'
    'M11 15V1h3v14z"/></svg>\n'
)


def plan_assets(sources: Sources) -> tuple[Output, ...]:
    """Return the style sheet, the scripts and the icon."""
    files = {"style.css": _style(sources), **_scripts(sources)}
    shared = (Output(path=_path(name, text), key=text, render=text.encode) for name, text in files.items())
    return (*shared, Output(path="favicon.svg", key=ICON, render=ICON.encode))


def style_path(sources: Sources) -> str:
    """Return the path of the style sheet: `assets/style.1a2b3c4d.css`."""
    return _path("style.css", _style(sources))


def script_paths(sources: Sources) -> dict[str, str]:
    """Return the path of each script by its name: `site` is `assets/site.1a2b3c4d.js`."""
    return {PurePosixPath(name).stem: _path(name, text) for name, text in _scripts(sources).items()}


def _style(sources: Sources) -> str:
    return "\n".join(source.data.decode("utf-8") for source in sources.under("templates/styles", ".css"))


def _scripts(sources: Sources) -> dict[str, str]:
    found = sources.under("templates/scripts", ".js")
    return {PurePosixPath(source.path).name: source.data.decode("utf-8") for source in found}


def _path(name: str, text: str) -> str:
    """Return where a shared file lives; another text lives elsewhere, so browsers may keep it for ever."""
    file = PurePosixPath(name)
    return f"assets/{file.stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}{file.suffix}"
