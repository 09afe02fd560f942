"""The command ``profiles``: arguments in, one function called, diagnostics and exit code out.

Stages are imported inside the commands: `--help` and `new` answer at once, without loading pandas and Altair.
"""

import gc
import os
import re
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from generator.cache import SqliteCache
from generator.diagnostics import Diagnostic, failed
from generator.rules import Rule
from generator.sources.files import Sources
from generator.terminal.drift_report import Format as DriftFormat
from generator.terminal.report import Format, render_diagnostics
from generator.urls import ADDRESS

app = typer.Typer(
    name="profiles",
    help="Country profiles from indicator data and Markdown: check, build and preview a site.",
    epilog="Exit codes: 0 fine, 1 errors in the project (with --strict also warnings), 2 wrong usage.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

Root = Annotated[Path, typer.Option("--root", help="The project: a folder with site.yaml.", show_default="here")]
BaseUrl = Annotated[
    str | None, typer.Option("--base-url", help="Where the site will live; overrides site.yaml.", show_default=False)
]
Style = Annotated[Format, typer.Option("--format", help="How problems are printed.")]
Strict = Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")]
Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes that draw charts.", show_default="all cores")]
Record = Annotated[Path | None, typer.Option("--record", help="Keep the replies in this folder.")]
Offline = Annotated[Path | None, typer.Option("--offline", help="Use replies kept in this folder; ask nobody.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Port of the preview.")]

HERE = Path()
CORES = os.cpu_count() or 1


def main() -> None:
    """Run the command line; exits with 0, 1 or 2."""
    gc.set_threshold(100_000, 20, 20)  # records live to the end of a build; collecting often finds nothing
    app()


@app.command()
def build(
    root: Root = HERE,
    base_url: BaseUrl = None,
    style: Style = Format.TEXT,
    strict: Strict = False,
    workers: Workers = CORES,
) -> None:
    """Build the site into [b]site/[/b]. Errors leave the old site untouched."""
    from generator.build import build as build_site  # start-up time: loads pandas and Altair
    from generator.terminal.progress import Console  # start-up time: loads rich

    console = Console()
    with _cache(root) as cache:
        result = build_site(
            _project(root),
            base_url=_address(base_url),
            cache=cache,
            workers=workers,
            strict=strict,
            progress=console.progress,
        )
        console.finish()
    _report(result.diagnostics, result.sources, style, strict=strict)
    console.summary(result)


@app.command()
def check(root: Root = HERE, base_url: BaseUrl = None, style: Style = Format.TEXT, strict: Strict = False) -> None:
    """Check data, prose and templates without writing anything."""
    from generator.build import check as check_project  # start-up time: loads pandas and Altair

    prepared = check_project(_project(root), base_url=_address(base_url), strict=strict)
    _report(prepared.diagnostics, prepared.sources, style, strict=strict)
    pages = len(prepared.site.planned) if prepared.site else 0
    typer.echo(f"Checked {pages} pages: no errors.", err=True)


@app.command()
def drift(
    against: Annotated[str, typer.Option("--against", help="A Git revision, or a folder with data/.")],
    root: Root = HERE,
    style: Annotated[DriftFormat, typer.Option("--format", help="How drift is printed.")] = DriftFormat.TEXT,
) -> None:
    """List the sentences that a change of the data touches, with old and new value, place and author."""
    from generator.drift.compare import drift as find
    from generator.drift.earlier import RevisionError, read_state  # only this command asks Git
    from generator.terminal.drift_report import render_drift  # start-up time: loads the pages it tells of

    try:
        found, sources, problems = find(_project(root), read_state(root, against))
    except RevisionError as error:
        raise typer.BadParameter(f"'{against}': {error}", param_hint="--against") from error
    _report(problems, sources, Format.TEXT, strict=False)
    typer.echo(render_drift(found, style), nl=False)


@app.command()
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
    """Ask the producers for new figures; say what was revised and which sentences that touches."""
    from generator.refresh.command import Options, run_refresh  # only this command and `import` open connections

    options = Options(
        root=_project(root),
        origins=tuple(origins or ()),
        only=tuple(filter(None, only.split(","))),
        accepted=_accepted(accept or []),
        record=record,
        offline=offline,
        dry=dry,
    )
    done = run_refresh(options, style)
    typer.echo(done.report, nl=False)
    _report(done.problems, done.sources, Format.TEXT, strict=False)


@app.command(name="import")
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
    decimal: Annotated[str, typer.Option("--decimal", help="The decimal mark, '.' or ','.")] = ".",
    thousands: Annotated[str, typer.Option("--thousands", help="What separates thousands.")] = "",
    missing: Annotated[list[str] | None, typer.Option("--missing", help="A text that means: no figure.")] = None,
    split_year: Annotated[str, typer.Option("--split-year", help="What 2014/15 counts as: first or last.")] = "",
) -> None:
    """Look at a series or a file for the first time, draft all it needs, and show what would be written."""
    from generator.refresh.adopt import Wish  # only this command looks at what nobody described
    from generator.refresh.command import run_import  # only this command and `refresh` open connections

    wish = Wish(
        indicator=indicator,
        origin=origin,
        area=area,
        time=time,
        value=value,
        where=_pairs(where or [], "--where"),
        areas=areas,
        sheet=sheet,
        name=name,
        encoding=encoding,
        decimal=decimal,
        thousands=thousands,
        missing=tuple(missing or ()),
        split_year=split_year,
    )
    done = run_import(_project(root), what, code, wish, write=write, record=record, offline=offline)
    typer.echo(done.report, nl=False)
    _report(done.problems, done.sources, Format.TEXT, strict=False)
    if done.failure:
        _fail(done.failure)


@app.command()
def explain(rule: Annotated[str, typer.Argument(help="The name in square brackets, as claim-disagrees.")]) -> None:
    """Explain a rule, with a wrong and a right example."""
    from generator.terminal.explain import explain as explained  # only this command reads the document

    known = [each.value for each in Rule]
    if rule not in known:
        close = get_close_matches(rule, known, n=1)
        hint = f"did you mean '{close[0]}'?" if close else f"rules are {', '.join(known)}"
        raise typer.BadParameter(f"there is no rule '{rule}'; {hint}", param_hint="RULE")
    typer.echo(explained(Rule(rule)), nl=False)


@app.command()
def index(
    name: Annotated[str, typer.Argument(help="The id of an index, as soft-power.", metavar="ID")],
    country: Annotated[str, typer.Option("--explain", help="The code of a country, as KAZ.", metavar="CODE")],
    root: Root = HERE,
) -> None:
    """Print a country's whole calculation in an index, step by step."""
    from generator.build import read_indices  # start-up time: loads pandas
    from generator.terminal.index_report import explain_country

    dataset, results, problems, sources = read_indices(_project(root))
    _report(problems, sources, Format.TEXT, strict=False)
    if name not in results:
        hint = f"indices here are {', '.join(results)}" if results else "there is none in data/indices/"
        raise typer.BadParameter(f"there is no index '{name}'; {hint}", param_hint="ID")
    shown = results[name].contract.years[-1]
    if dataset is None or country not in results[name].editions[shown].prepared.coverage.index:
        raise typer.BadParameter(f"'{country}' is no country of '{name}'", param_hint="--explain")
    typer.echo(explain_country(results[name], dataset, country), nl=False)


@app.command()
def serve(root: Root = HERE, base_url: BaseUrl = None, port: Port = 8000) -> None:
    """Preview the site on this machine; every save appears in the browser."""
    from generator.preview.server import serve as serve_site  # start-up time: loads tornado

    with _cache(root) as cache:
        raise typer.Exit(serve_site(_project(root), port=port, base_url=_address(base_url), cache=cache))


@app.command()
def new(folder: Annotated[Path, typer.Argument(help="The folder to make; it must be empty or not exist.")]) -> None:
    """Make a working three-country project to start from."""
    from generator.starter import FolderInUseError, StarterError, next_step, write_starter  # only this command does

    try:
        count = write_starter(folder)
    except FolderInUseError as error:
        raise typer.BadParameter(str(error), param_hint="FOLDER") from error
    except StarterError as error:
        _fail(str(error))
    command = next_step(folder, Path(sys.argv[0]), Path(sys.executable))
    typer.echo(f"Made {folder} with {count} files. Next: {command}")


@app.command()
def tidy(files: Annotated[list[Path], typer.Argument(help="CSV files as a spreadsheet saved them.")]) -> None:
    """Rewrite CSV files to the normal form: commas between cells, points in numbers, Unix line ends."""
    from generator.terminal.tidied import Untidy, tidy_file  # only this command does

    results = [(path, tidy_file(path)) for path in files]
    for path, result in results:
        typer.echo(f"{path}: {result}", err=isinstance(result, Untidy))
    if any(isinstance(result, Untidy) for _path, result in results):
        raise typer.Exit(1)


def _project(root: Path) -> Path:
    if not root.is_dir():
        raise typer.BadParameter(f"there is no folder '{root}'", param_hint="--root")
    return root


def _address(base_url: str | None) -> str | None:
    if base_url is not None and not re.match(ADDRESS, base_url):
        raise typer.BadParameter(
            f"'{base_url}' is no address; write https://example.org/path/", param_hint="--base-url"
        )
    return base_url


def _pairs(texts: list[str], option: str) -> dict[str, str]:
    """Return NAME=VALUE arguments as a mapping."""
    for text in texts:
        if not text.partition("=")[0] or not text.partition("=")[2]:
            raise typer.BadParameter(f"'{text}' is not of the form NAME=VALUE", param_hint=option)
    return {text.partition("=")[0]: text.partition("=")[2] for text in texts}


def _accepted(texts: list[str]) -> dict[str, str]:
    """Return the reasons for which series are accepted; one of nothing but spaces is none."""
    found = _pairs(texts, "--accept")
    if bare := [name for name, reason in found.items() if not reason.strip()]:
        raise typer.BadParameter(f"'{bare[0]}' needs a reason", param_hint="--accept")
    return {name: reason.strip() for name, reason in found.items()}


def _cache(root: Path) -> SqliteCache:
    return SqliteCache(_project(root) / ".cache" / "charts.sqlite")


def _report(diagnostics: tuple[Diagnostic, ...], sources: Sources, style: Format, *, strict: bool) -> None:
    text = render_diagnostics(diagnostics, sources, style)
    if text:
        typer.echo(text, nl=False, err=style is Format.TEXT)
    if failed(diagnostics, strict=strict):
        errors = sum(strict or d.severity.value == "error" for d in diagnostics)
        _fail(f"{errors} {'error' if errors == 1 else 'errors'}: nothing was written.")


def _fail(message: str) -> NoReturn:
    typer.echo(message if "NO_COLOR" in os.environ else typer.style(message, fg=typer.colors.RED), err=True)
    raise typer.Exit(1)
