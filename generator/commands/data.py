"""The commands for data: refresh, import, index, tidy."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands.options import HERE, Offline, Record, Root, existing_project, fail, named_values, report
from generator.terminal.report import DriftFormat, Format


def refresh(
    origins: Annotated[list[str] | None, typer.Argument(help="Origins to ask; all that have a contract.")] = None,
    root: Root = HERE,
    only: Annotated[str, typer.Option("--only", metavar="INDICATOR,…", help="Only these series.")] = "",
    dry: Annotated[bool, typer.Option("--dry-run", help="Write nothing.")] = False,
    record: Record = None,
    offline: Offline = None,
    accept: Annotated[
        list[str] | None, typer.Option("--accept", metavar='INDICATOR="reason"', help="Take what was held back.")
    ] = None,
    style: Annotated[DriftFormat, typer.Option("--format", help="How the report is printed.")] = DriftFormat.TEXT,
) -> None:
    """Ask the producers for new figures. Says what was revised and which sentences that touches."""
    from generator.refresh.command import Options, run_refresh  # only this command and `import` open connections

    options = Options(
        root=existing_project(root),
        origins=tuple(origins or ()),
        only=tuple(filter(None, only.split(","))),
        accepted=_accepted(accept or []),
        record=record,
        offline=offline,
        dry=dry,
    )
    done = run_refresh(options, style)
    typer.echo(done.report, nl=False)
    report(done.problems, done.sources, Format.TEXT, strict=False)


def import_series(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    what: Annotated[str, typer.Argument(metavar="READER CODE | FILE", help="A reader and a code, or a CSV or sheet.")],
    indicator: Annotated[str, typer.Option("--as", metavar="ID", help="The series' id here, as visitor_arrivals.")],
    code: Annotated[str, typer.Argument(metavar="", help="The producer's code, a chart's name, or an address.")] = "",
    root: Root = HERE,
    origin: Annotated[
        str, typer.Option("--origin", help="The origin's id.", show_default="named after the source")
    ] = "",
    write: Annotated[bool, typer.Option("--write", help="Write what is shown.")] = False,
    record: Record = None,
    offline: Offline = None,
    area: Annotated[str, typer.Option("--area", help="The column or dimension of countries.")] = "",
    time: Annotated[str, typer.Option("--time", help="The column or dimension of years.")] = "",
    value: Annotated[str, typer.Option("--value", help="The column of figures.")] = "",
    where: Annotated[
        list[str] | None, typer.Option("--where", metavar="NAME=VALUE", help="Fixes a column or dimension.")
    ] = None,
    areas: Annotated[str, typer.Option("--areas", help="The list of areas, as alpha2 or m49.")] = "",
    sheet: Annotated[str, typer.Option("--sheet", help="The sheet of a file with several.")] = "",
    name: Annotated[str, typer.Option("--name", help="The data set of a bundle.")] = "",
    encoding: Annotated[str, typer.Option("--encoding", help="How the file is encoded, as windows-1252.")] = "utf-8",
    decimal: Annotated[
        str,
        typer.Option(
            "--decimal", help="The decimal mark, '.' or ','.", show_default="'.' where nothing else can be meant"
        ),
    ] = "",
    thousands: Annotated[str, typer.Option("--thousands", help="What separates thousands.")] = "",
    missing: Annotated[list[str] | None, typer.Option("--missing", help="A text that means: no figure.")] = None,
    split_year: Annotated[str, typer.Option("--split-year", help="What 2014/15 counts as: first or last.")] = "",
) -> None:
    """Look at a series or a file for the first time. Drafts all it needs, and shows what would be written."""
    from generator.refresh.adopt.wish import Wish  # only this command looks at what nobody described
    from generator.refresh.command import run_import  # only this command and `refresh` open connections

    wish = Wish(
        indicator=indicator,
        origin=origin,
        area=area,
        time=time,
        value=value,
        where=named_values(where or [], "--where"),
        areas=areas,
        sheet=sheet,
        name=name,
        encoding=encoding,
        decimal=decimal,
        thousands=thousands,
        missing=tuple(missing or ()),
        split_year=split_year,
    )
    done = run_import(existing_project(root), what, code, wish, write=write, record=record, offline=offline)
    typer.echo(done.report, nl=False)
    report(done.problems, done.sources, Format.TEXT, strict=False)
    if done.failure:
        fail(done.failure)


def index(
    name: Annotated[str, typer.Argument(help="The id of an index, as soft-power.", metavar="ID")],
    country: Annotated[str, typer.Option("--explain", help="The code of a country, as KAZ.", metavar="CODE")],
    root: Root = HERE,
) -> None:
    """Print a country's whole calculation in an index, step by step."""
    from generator.indices.project import read_indices  # start-up time: loads pandas
    from generator.terminal.index_report import explain_country

    dataset, results, problems, sources = read_indices(existing_project(root))
    report(problems, sources, Format.TEXT, strict=False)
    if name not in results:
        hint = f"indices here are {', '.join(results)}" if results else "there is none in data/indices/"
        raise typer.BadParameter(f"there is no index '{name}'; {hint}", param_hint="ID")
    shown = results[name].contract.years[-1]
    if dataset is None or country not in results[name].editions[shown].prepared.coverage.index:
        raise typer.BadParameter(f"'{country}' is no country of '{name}'", param_hint="--explain")
    typer.echo(explain_country(results[name], dataset, country), nl=False)


def tidy(files: Annotated[list[Path], typer.Argument(help="CSV files as a spreadsheet saved them.")]) -> None:
    """Rewrite CSV files to the normal form. Commas between cells, points in numbers, Unix line ends."""
    from generator.terminal.tidied import Untidy, tidy_file  # only this command does

    results = [(path, tidy_file(path)) for path in files]
    for path, result in results:
        typer.echo(f"{path}: {result}", err=isinstance(result, Untidy))
    if any(isinstance(result, Untidy) for _path, result in results):
        raise typer.Exit(1)


def _accepted(texts: list[str]) -> dict[str, str]:
    """Return the reasons for which series are accepted; one of nothing but spaces is none."""
    found = named_values(texts, "--accept")
    if bare := [name for name, reason in found.items() if not reason.strip()]:
        raise typer.BadParameter(f"'{bare[0]}' needs a reason", param_hint="--accept")
    return {name: reason.strip() for name, reason in found.items()}
