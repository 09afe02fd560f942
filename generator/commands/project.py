"""The commands for whoever begins: new, explain."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import fail
from generator.diagnostics import suggest
from generator.rules import Rule


def new(folder: Annotated[Path, typer.Argument(help="The folder to make; it must be empty or not exist.")]) -> None:
    """Make a working three-country project to start from."""
    from generator.starter import FolderInUseError, StarterError, next_step, write_starter  # only this command does

    try:
        count = write_starter(folder)
    except FolderInUseError as error:
        raise typer.BadParameter(str(error), param_hint="FOLDER") from error
    except StarterError as error:
        fail(str(error))
    command = next_step(folder, Path(sys.argv[0]), Path(sys.executable))
    typer.echo(f"Made {folder} with {count} files. Next: {command}")


def explain(rule: Annotated[str, typer.Argument(help="The name in square brackets, as claim-disagrees.")]) -> None:
    """Explain a rule, with a wrong and a right example."""
    from generator.terminal.explain import explain as explained  # only this command reads the document

    known = [each.value for each in Rule]
    if rule not in known:
        hint = suggest(rule, known, f"Rules are {', '.join(known)}.")
        raise typer.BadParameter(f"there is no rule '{rule}'. {hint}", param_hint="RULE")
    typer.echo(explained(Rule(rule)), nl=False)
