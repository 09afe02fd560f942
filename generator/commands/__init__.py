"""The program of commands: arguments in, one function called, diagnostics and exit code out.

Stages are imported inside the commands: `--help` and `new` answer at once, without loading pandas and Altair.
"""

from typing import Annotated

import typer

from generator import __version__
from generator.commands import data, project, site
from generator.commands.theme import theme

__all__ = ["app"]

app = typer.Typer(
    name="profiles",
    epilog="Exit codes: 0 fine, 1 errors in the project (with --strict also warnings), 2 wrong usage, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # start-up time: help in boxes loads half of rich
)


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"country-profiles {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    _version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Country profiles from indicator data and Markdown: check, build and preview a site."""


app.command()(site.build)
app.command()(site.check)
app.command()(site.drift)
app.command()(data.refresh)
app.command(name="import")(data.import_series)
app.command()(project.explain)
app.command()(data.index)
app.command()(site.serve)
app.command()(project.new)
app.command()(data.tidy)
app.add_typer(theme, name="theme")
