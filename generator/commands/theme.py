"""The commands for the theme: what it has, one of its files, a file taken into the project."""

from typing import Annotated

import typer

from generator.commands.options import HERE, Root, existing_project, fail
from generator.diagnostics import suggest
from generator.sources.files import Source
from generator.sources.folders import is_home_of_theme
from generator.sources.theme import read_theme

Name = Annotated[str, typer.Argument(metavar="PATH", help="A file of the theme, as country.html.")]

theme = typer.Typer(help="List, show and take templates, styles and scripts. They come with the generator.")


@theme.command(name="list")
def list_files(root: Root = HERE) -> None:
    """List the files of the theme, and which the project has replaced."""
    from generator.starter.theme import list_theme  # start-up time: loads pydantic

    for line in list_theme(existing_project(root)):
        typer.echo(line)


@theme.command()
def show(name: Name) -> None:
    """Print a file of the theme."""
    typer.echo(_file(name).data.decode(), nl=False)


@theme.command()
def take(
    name: Name,
    root: Root = HERE,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the project's file; its original is the present one.")
    ] = False,
) -> None:
    """Copy a file of the theme into the project, where it takes its place."""
    from generator.starter import theme as taking  # start-up time: loads pydantic

    source = _file(name)
    if not (existing_project(root) / "site.yaml").is_file():
        raise typer.BadParameter("there is no site.yaml; name the folder of your project", param_hint="--root")
    if is_home_of_theme(existing_project(root)):
        raise typer.BadParameter("this project is where the theme is written", param_hint="--root")
    try:
        if keep:
            taking.keep(root, source, name)
        else:
            taking.take(root, source, name)
    except taking.TakeError as error:
        raise typer.BadParameter(str(error), param_hint="PATH") from error
    except OSError as error:
        fail(f"Cannot write to '{root / 'templates'}': {error.strerror}.")
    typer.echo(f"{'Kept' if keep else 'Made'} templates/{name}; `profiles check` says when the theme's changes.")


def _file(name: str) -> Source:
    """Return a file of the theme; an unknown name is wrong usage."""
    files = read_theme()
    if name not in files:
        hint = suggest(name, files, "`profiles theme list` has all names.")
        raise typer.BadParameter(f"the theme has no '{name}'. {hint}", param_hint="PATH")
    return files[name]
