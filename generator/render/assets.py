"""Files that pages share: style sheet and scripts under names with their digests, and the icon."""

import hashlib
from functools import lru_cache
from pathlib import PurePosixPath

import rcssmin
import rjsmin

from generator.identity.look import ICON as ICON_URL
from generator.identity.look import Look
from generator.output import Output
from generator.render.styles import THEMES_OWN, style_texts
from generator.sources.files import Sources

ASSETS = "assets"
"""The folder in the site."""
FILES = 64
"""More style sheets, or scripts, than a site has."""
ACCENT = "#00657e"
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="{accent}" d="M1 15V9h3v6zM6 15V5h3v10z'
    'M11 15V1h3v14z"/></svg>\n'
)


def plan_assets(sources: Sources, look: Look) -> tuple[Output, ...]:
    """Return the style sheets, the scripts, and the icon if the site has none of its own."""
    files = {**_styles(sources, look), **_scripts(sources)}
    shared = (Output(path=_path(name, text), key=text, render=text.encode) for name, text in files.items())
    icon = ICON.format(accent=look.colours.accent or ACCENT)
    own = () if look.favicon else (Output(path=ICON_URL.lstrip("/"), key=icon, render=icon.encode),)
    return (*shared, *own)


def style_paths(sources: Sources, look: Look = THEMES_OWN) -> dict[str, str]:
    """Return the path of each style sheet by name: `style` is `assets/style.1a2b3c4d.css`."""
    return {PurePosixPath(name).stem: _path(name, text) for name, text in _styles(sources, look).items()}


def script_paths(sources: Sources) -> dict[str, str]:
    """Return the path of each script by its name: `site` is `assets/site.1a2b3c4d.js`."""
    return {PurePosixPath(name).stem: _path(name, text) for name, text in _scripts(sources).items()}


def _styles(sources: Sources, look: Look) -> dict[str, str]:
    return {name: _style(text) for name, text in style_texts(sources, look).items()}


@lru_cache(maxsize=FILES)
def _style(text: str) -> str:
    """Return a style sheet without what a browser does not need; of one that is the same it is known."""
    return str(rcssmin.cssmin(text))


def _scripts(sources: Sources) -> dict[str, str]:
    found = sources.under("templates", ".js")
    return {PurePosixPath(source.path).name: _script(source.data) for source in found}


@lru_cache(maxsize=FILES)
def _script(data: bytes) -> str:
    """Return a script, likewise."""
    return str(rjsmin.jsmin(data.decode()))


def _path(name: str, text: str) -> str:
    """Return where a shared file lives; another text lives elsewhere, so browsers may keep it for ever."""
    file = PurePosixPath(name)
    return f"{ASSETS}/{file.stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}{file.suffix}"
