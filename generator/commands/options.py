"""The options that commands share, and what each does with them before and after its work."""

import os
import re
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator.cache import Cache, MemoryCache, SqliteCache
from generator.diagnostics import Diagnostic, failed
from generator.sources.files import Sources
from generator.terminal.report import Format, render_diagnostics
from generator.urls import ADDRESS

Root = Annotated[Path, typer.Option("--root", help="The project: a folder with site.yaml.", show_default="here")]
BaseUrl = Annotated[
    str | None, typer.Option("--base-url", help="Where the site will live; overrides site.yaml.", show_default=False)
]
Style = Annotated[Format, typer.Option("--format", help="How problems are printed.")]
Verify = Annotated[bool, typer.Option("--verify", help="Compare what files hold, not when they were saved.")]
Watch = Annotated[bool, typer.Option("--watch", help="Check again after every save, until Ctrl-C.")]
Badges = Annotated[
    bool, typer.Option("--badge", help="Say on each page what it has: figures, words, problems, weight.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")]
Workers = Annotated[
    int, typer.Option("--workers", min=1, help="Processes that make pages and charts.", show_default="all cores")
]
Cluster = Annotated[
    str, typer.Option("--cluster", metavar="ADDRESS", help="A Dask cluster that makes the pages.", show_default=False)
]
Explain = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar="PAGE_OR_FILE",
        help="Build nothing; say what it was made of, and why it was or was not made anew in the last build. "
        "Long lists are cut on a terminal only.",
        show_default=False,
    ),
]
Record = Annotated[Path | None, typer.Option("--record", help="Keep the replies in this folder.")]
Offline = Annotated[Path | None, typer.Option("--offline", help="Use replies kept in this folder; ask nobody.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Port of the preview.")]

HERE = Path()
CORES = os.cpu_count() or 1


def existing_project(root: Path) -> Path:
    """Return the folder of a project; one that does not exist is wrong usage."""
    if not root.is_dir():
        raise typer.BadParameter(f"there is no folder '{root}'", param_hint="--root")
    return root


def valid_address(base_url: str | None) -> str | None:
    """Return an address the site may live at; any other is wrong usage."""
    if base_url is not None and not re.match(ADDRESS, base_url):
        raise typer.BadParameter(
            f"'{base_url}' is no address; write https://example.org/path/", param_hint="--base-url"
        )
    return base_url


def is_project(root: Path) -> bool:
    """Whether a folder is a project; where it is none, nothing is left in it."""
    return (root / "site.yaml").is_file()


def drawings_cache(root: Path) -> AbstractContextManager[Cache]:
    """Return the drawings of a project, to be entered."""
    path = existing_project(root) / ".cache" / "charts.sqlite"
    return SqliteCache(path) if is_project(root) else nullcontext(MemoryCache())


def named_values(texts: list[str], option: str) -> dict[str, str]:
    """Return NAME=VALUE arguments as a mapping."""
    for text in texts:
        if not text.partition("=")[0] or not text.partition("=")[2]:
            raise typer.BadParameter(f"'{text}' is not of the form NAME=VALUE", param_hint=option)
    return {text.partition("=")[0]: text.partition("=")[2] for text in texts}


def report(diagnostics: tuple[Diagnostic, ...], sources: Sources, style: Format, *, strict: bool) -> str:
    """Print the diagnostics and return what was printed; with an error among them the command ends."""
    text = render_diagnostics(diagnostics, sources, style)
    if text:
        typer.echo(text, nl=False, err=style is Format.TEXT)
    if failed(diagnostics, strict=strict):
        errors = sum(strict or d.severity.value == "error" for d in diagnostics)
        fail(f"{errors} {'error' if errors == 1 else 'errors'}: nothing was written.")
    return text


def fail(message: str) -> NoReturn:
    """Print why a command cannot go on, and end it with exit code 1."""
    typer.echo(message if "NO_COLOR" in os.environ else typer.style(message, fg=typer.colors.RED), err=True)
    raise typer.Exit(1)
