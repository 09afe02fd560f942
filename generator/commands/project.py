"""The commands for whoever begins: new, explain."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator.commands.options import fail
from generator.diagnostics import suggest
from generator.rules import Rule


def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make; it must be empty or not exist.")],
    countries: Annotated[
        str, typer.Option("--countries", metavar="CODES", help="As EST,LVA,LTU; an example of three without.")
    ] = "",
    group: Annotated[str, typer.Option("--group", metavar="ID", help="A group or region instead, as eu.")] = "",
    indicators: Annotated[
        str, typer.Option("--indicators", metavar="IDS", help="As population,life_expectancy; or all.")
    ] = "",
    title: Annotated[str, typer.Option("--title", help="The title of the site.")] = "",
) -> None:
    """Make a project of countries of the world. Their indicators come with the program."""
    from generator.starter import StarterError, check_empty, next_step, write_project  # only this command
    from generator.starter.wish import WishError, read_wish
    from generator.starter.world import open_world

    world = open_world()
    asked = {"countries": countries, "group": group, "indicators": indicators, "title": title}
    try:
        check_empty(folder)
        if not any(asked.values()) and sys.stdin.isatty():
            asked |= _ask(sorted(world.groups))
        wish = read_wish(world, **asked)
        count = write_project(folder, world, wish)
    except WishError as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from error
    except StarterError as error:
        _refuse(error)
    command = next_step(folder, Path(sys.argv[0]), Path(sys.executable))
    if not asked["countries"] and not asked["group"]:
        codes = ", ".join(wish.countries)
        typer.echo(
            f"No countries were named, so it has an example of three: {codes}. Name yours with --countries or --group."
        )
    typer.echo(f"Made {folder} with {count} files. Next: {command}")


def _refuse(error: Exception) -> NoReturn:
    """End the command: a folder in use is wrong usage, a disk that refuses is none."""
    from generator.starter import FolderInUseError

    if isinstance(error, FolderInUseError):
        raise typer.BadParameter(str(error), param_hint="FOLDER") from error
    fail(str(error))


def _ask(groups: Sequence[str]) -> dict[str, str]:
    """Ask in the terminal for what no option said; an empty answer means the usual."""
    typer.echo(f"Groups and regions: {', '.join(groups)}.")
    chosen = typer.prompt(
        "Countries, as EST,LVA,LTU, or a group (empty: an example of three)", default="", show_default=False
    )
    indicators = typer.prompt(
        "Indicators, as population,life_expectancy, or all (empty: the usual)", default="", show_default=False
    )
    title = typer.prompt("Title of the site (empty: after the countries)", default="", show_default=False)
    kind = "group" if chosen in groups else "countries"
    return {kind: chosen, "indicators": indicators, "title": title}


def explain(rule: Annotated[str, typer.Argument(help="The name in square brackets, as claim-disagrees.")]) -> None:
    """Explain a rule, with a wrong and a right example."""
    from generator.terminal.explain import explain as explained  # only this command reads the document

    known = [each.value for each in Rule]
    if rule not in known:
        hint = suggest(rule, known, f"Rules are {', '.join(known)}.")
        raise typer.BadParameter(f"there is no rule '{rule}'. {hint}", param_hint="RULE")
    typer.echo(explained(Rule(rule)), nl=False)
