"""The pipeline, one call per stage: read all, decide all, then render one page at a time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path

from generator.cache import Cache, MemoryCache
from generator.content.load import read_beside
from generator.diagnostics import Diagnostic, in_order
from generator.output import Output, RenderFaultError
from generator.outputs.elsewhere import identity_of, made_elsewhere
from generator.outputs.executors import ClusterError
from generator.outputs.kept import entry_of, read_made, still_there
from generator.outputs.made_of import read_story, tell_story, write_story
from generator.outputs.plan import SiteFiles
from generator.outputs.search import search_index
from generator.outputs.shares import draw
from generator.outputs.traces import NO_ANSWERS, Answers, digests_of_facts, entries_of, name_of
from generator.outputs.trial import keep_sound, try_pages
from generator.prepare import Begin, Prepared, Read, prepare
from generator.publish.old_site import read_stamps, size_as_made
from generator.publish.write import WriteResult, write_site
from generator.render.faults import at_template
from generator.sources.files import Sources
from generator.sources.read import read_sources
from generator.state.manifest import Entries, file_as_made, read_manifest


class Stage(StrEnum):
    """The stages of a build."""

    READING = "reading"
    PLANNING = "planning"
    DRAWING = "drawing"
    WRITING = "writing"
    CHECKING = "checking"


Progress = Callable[[Stage, int, int], None]
"""Called during long work with the stage, the steps done and the steps in all; 0 of 0 if unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """The result of a build: counts for the summary, and the diagnostics."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Sources
    pages: int = 0
    files: int = 0
    reused: int = 0
    charts: int = 0
    drawn: int = 0
    size: int = 0


def build(  # noqa: PLR0913 - all but the root are options
    root: Path,
    *,
    base_url: str | None,
    cache: Cache,
    workers: int,
    strict: bool,
    progress: Progress,
    state: Cache | None = None,
    cluster: str = "",
    read: Read = read_sources,
    beside: Begin | None = None,
) -> BuildResult:
    """Build the site of the project at `root` into ``site/``; any error leaves the old site untouched.

    `state` keeps between builds what is known of the site's files. Many pages are made by processes, or by the workers
    of the Dask `cluster` at an address; raises ClusterError. `read` and `beside` are those of `prepare`.
    """
    progress(Stage.READING, 0, 0)
    prepared = prepare(
        root,
        base_url=base_url,
        cache=cache,
        strict=strict,
        state=state,
        read=read,
        beside=beside or partial(read_beside, workers=workers),
    )
    if prepared.files is None:
        return BuildResult(diagnostics=prepared.diagnostics, sources=prepared.sources)
    old, facts = read_manifest(root / "site") or {}, digests_of_facts(prepared.files.site.raw)
    files = replace(
        _after_last(prepared.files, root / "site", old, facts, state), progress=partial(progress, Stage.PLANNING)
    )
    load = partial(_load, root.absolute(), base_url, identity_of(files))
    with made_elsewhere(files, old, root, load, workers, cluster) as made:
        files = replace(files, elsewhere=made.pages, waiting=made.data, of_countries=made.countries)
        drawn = made.drawn | draw(files, workers, partial(progress, Stage.DRAWING))
        write = partial(
            write_site,
            site=root / "site",
            base_path=prepared.base_path,
            progress=_writing(progress),
            derived=search_index(),
            state=state,
            then=partial(_keep, files, facts, state),
        )
        written, problems = _written(files, write)
    return BuildResult(
        diagnostics=in_order((*prepared.diagnostics, *_at_sources(problems, prepared))),
        sources=prepared.sources,
        pages=len(files.pages),
        files=written.files,
        reused=written.reused,
        charts=len({digest for each in files.pages for digest in each.drawings}),
        drawn=len(drawn),
        size=written.size,
    )


def _written(
    files: SiteFiles, write: Callable[[tuple[Output, ...]], tuple[WriteResult, tuple[Diagnostic, ...]]]
) -> tuple[WriteResult, tuple[Diagnostic, ...]]:
    """Write all files; if the template of one fails, return what is wrong with any page."""
    try:
        return write(files.all)
    except RenderFaultError as fault:
        return WriteResult(), tuple(dict.fromkeys((*try_pages(files.site, files.sources), fault.diagnostic)))


def _after_last(files: SiteFiles, site: Path, old: Entries, facts: Mapping[str, str], state: Cache | None) -> SiteFiles:
    """Return the files with what is known of the last build, whose manifest has the `old` entries."""
    answers = Answers(dataset=files.site.dataset, state=state, facts=facts) if state else None
    kept = still_there(read_made(state, answers.last if answers else ""), old)
    sizes, own = partial(size_as_made, old, read_stamps(state)), files.site.project.indices.values()
    have_changed = answers and answers.have_changed(result.contract.indicator for result in own)
    return replace(
        files,
        data=replace(files.data, kept=kept, sizes=sizes, last=answers or NO_ANSWERS),
        kept=kept,
        old=partial(file_as_made, site, old),
        last=answers or NO_ANSWERS,
        standings={} if have_changed else None,
    )


def _keep(files: SiteFiles, facts: Mapping[str, str], state: Cache | None, written: WriteResult) -> None:
    """Keep what a later build has to know of a site that stands."""
    if state is not None:
        story = tell_story(files, written.anew, read_story(state), derived=written.derived)
        asked = entries_of(files.site.dataset, files.questions, state, facts)
        made = entry_of(files.made, name_of(files.site.dataset.rows, facts))
        state.put_all({**made, **asked, **files.answers, **files.site.texts.entries()})
        write_story(state, story)
        keep_sound(files.site, files.sources, state)


@lru_cache(maxsize=1)
def _load(root: Path, base_url: str | None, identity: str) -> SiteFiles:
    """Return the files of a project in a process that has not inherited them; raises ClusterError."""
    files = prepare(root, base_url=base_url, cache=MemoryCache()).files
    if files is None or identity_of(files) != identity:
        message = f"a worker finds another project at {root}, or has another version of this program installed"
        raise ClusterError(message)
    return files


def _at_sources(problems: tuple[Diagnostic, ...], prepared: Prepared) -> Iterator[Diagnostic]:
    """Yield what the crawl found, at the line of a template where one writes it."""
    for problem in problems:
        yield at_template(problem, prepared.sources, prepared.base_path)


def _writing(progress: Progress) -> Callable[[int, int], None]:
    """Return a callback for written files; after the last one they are checked together."""

    def tell(done: int, of: int) -> None:
        progress(Stage.WRITING, done, of)
        if done == of:
            progress(Stage.CHECKING, 0, 0)

    return tell
