"""The commands for the site: build, check, drift, serve."""

import sys
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from generator import STARTED
from generator.cache import Cache, MemoryCache
from generator.commands.options import (
    CORES,
    HERE,
    Badges,
    BaseUrl,
    Cluster,
    Explain,
    Port,
    Root,
    Strict,
    Style,
    Verify,
    Watch,
    Workers,
    drawings_cache,
    existing_project,
    fail,
    is_project,
    report,
    valid_address,
)
from generator.publish.old_site import forget_stamps
from generator.sources.files import Sources
from generator.sources.read import read_sources
from generator.state.last_run import STATE, Begun, Said, keep_said, open_state
from generator.state.readings import Readings
from generator.terminal.report import DriftFormat, Format, render_look


def build(  # noqa: PLR0913, PLR0917 - an argument is an option
    context: typer.Context,
    root: Root = HERE,
    base_url: BaseUrl = None,
    style: Style = Format.TEXT,
    strict: Strict = False,
    verify: Verify = False,
    workers: Workers = CORES,
    cluster: Cluster = "",
    explain: Explain = None,
) -> None:
    """Build the site into site/. Errors leave the old site untouched."""
    if explain is not None:
        _explain(root, explain)
        return
    from generator.content.ahead import read_ahead  # start-up time: loads what reads documents

    address = valid_address(base_url)
    with drawings_cache(root) as cache, _state_of(root) as state:
        if verify:
            forget_stamps(state)
        given = read_sources(root)
        beside = read_ahead(given[0], state, workers)
        from generator.build import build as build_site  # start-up time: documents are read while it is loaded
        from generator.outputs.executors import ClusterError  # likewise
        from generator.terminal.progress import Console, render_counts, render_summary  # likewise

        console = Console()
        try:
            result = build_site(
                root,
                base_url=address,
                cache=cache,
                state=state,
                workers=workers,
                strict=strict,
                progress=console.progress,
                cluster=cluster,
                read=lambda _root: given,
                beside=lambda *_given: beside,
            )
        except ClusterError as error:
            raise typer.BadParameter(str(error), param_hint="--cluster") from error
        except KeyboardInterrupt:
            console.finish()
            typer.echo("Interrupted: site/ is whole, as it was or as it was to be.", err=True)
            raise
        finally:
            console.finish()
        said = report(result.diagnostics, result.sources, style, strict=strict)
        typer.echo(render_summary(result, time.perf_counter() - STARTED))
        _keep(context, Said(said, f"Nothing changed: {render_counts(result)}."), state, result.sources)


def _explain(root: Path, asked: str) -> None:
    """Print what a page or file was made of in the last build."""
    from generator.outputs.made_of import read_story, tell_since  # start-up time: loads the build
    from generator.terminal.made_report import FEW, render_story  # likewise

    if not asked:
        fail("Name the address of a page, a path in site/, or a source, after --explain.")
    with _state_of(existing_project(root)) as state:
        story = read_story(state)
    if story is None:
        fail("No build is known: run profiles build first.")
    since = tell_since(story, read_sources(root)[0])
    text = render_story(story, asked, since, few=FEW if sys.stdout.isatty() else None)
    if text is None:
        later = " Sources have changed since." if since.changed else ""
        fail(
            f"The last build made no page and no file '{asked}'.{later} Name an address, a path in site/, or a source."
        )
    typer.echo(text, nl=False)


def check(
    context: typer.Context,
    root: Root = HERE,
    base_url: BaseUrl = None,
    style: Style = Format.TEXT,
    strict: Strict = False,
    verify: Verify = False,  # noqa: ARG001 - it has had its effect before a command is chosen
    watch: Watch = False,
) -> None:
    """Check data, prose and templates without writing anything."""
    if watch:
        _check_again(existing_project(root), valid_address(base_url), style, strict=strict)
        return
    from generator.prepare import check as check_project  # start-up time: loads pandas and Altair

    with _state_of(existing_project(root)) as state:
        prepared = check_project(root, base_url=valid_address(base_url), strict=strict, state=state)
        said = report(prepared.diagnostics, prepared.sources, style, strict=strict)
        summary = f"Checked {len(prepared.site.planned) if prepared.site else 0} pages: no errors."
        typer.echo(summary, err=True)
        _keep(context, Said(said, f"Nothing changed. {summary}"), state, prepared.sources)


def _check_again(root: Path, base_url: str | None, style: Format, *, strict: bool) -> None:
    """Check now and after every save, until interrupted."""
    from generator.memo import Memo  # likewise
    from generator.prepare import check as check_project  # start-up time: loads pandas and Altair
    from generator.preview.watch import after_each_save  # start-up time: loads the watcher

    memo, readings = Memo(), Readings(root / STATE)
    with _state_of(root) as state:

        def look() -> None:
            made = check_project(root, base_url=base_url, strict=strict, memo=memo, state=state, read=readings.read)
            typer.echo(render_look(made.diagnostics, made.sources, style), nl=False, err=style is Format.TEXT)

        after_each_save(root, look)


def _state_of(root: Path) -> AbstractContextManager[Cache]:
    """Return the state file of a project, to be entered; a folder that is none is left as it is."""
    return open_state(root) if is_project(root) else nullcontext(MemoryCache())


def _keep(context: typer.Context, said: Said, state: Cache, sources: Sources) -> None:
    """Keep what was said for the same command; without a beginning, as in a test, nobody will ask for it."""
    if isinstance(context.obj, Begun):
        keep_said(context.obj, said, state, {path: source.digest for path, source in sources.files.items()})


def drift(
    against: Annotated[str, typer.Option("--against", help="A Git revision, or a folder with data/.")],
    root: Root = HERE,
    style: Annotated[DriftFormat, typer.Option("--format", help="How drift is printed.")] = DriftFormat.TEXT,
) -> None:
    """List the sentences that a change of the data touches. Each with old and new value, place and author."""
    from generator.drift.compare import drift as find
    from generator.drift.earlier import RevisionError, read_state  # only this command asks Git
    from generator.terminal.drift_report import render_drift  # start-up time: loads the pages it tells of

    try:
        with _state_of(existing_project(root)) as state:
            found, sources, problems = find(root, read_state(root, against), state)
    except RevisionError as error:
        raise typer.BadParameter(f"'{against}': {error}", param_hint="--against") from error
    report(problems, sources, Format.TEXT, strict=False)
    typer.echo(render_drift(found, style), nl=False)


def serve(root: Root = HERE, base_url: BaseUrl = None, port: Port = 8000, badges: Badges = False) -> None:
    """Preview the site on this machine, drafts with it. Every save appears in the browser."""
    from generator.preview.server import serve as serve_site  # start-up time: loads tornado

    address = valid_address(base_url)
    with drawings_cache(root) as cache, _state_of(root) as state:
        code = serve_site(existing_project(root), port=port, base_url=address, cache=cache, state=state, badges=badges)
    raise typer.Exit(code)
