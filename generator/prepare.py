"""Everything read and decided, or every problem found; nothing is drawn or written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.cache import Cache, MemoryCache
from generator.charts.specs import know_templates
from generator.config import SiteConfig, load_config
from generator.content.checks.allowances import apply_allowances
from generator.content.checks.consequences import absent_files, without_consequences
from generator.content.load import load_content, read_beside
from generator.data.dataset import Dataset
from generator.data.geo.geometry import load_geometry
from generator.data.loading.catalog import check_files
from generator.data.loading.countries import COUNTRIES
from generator.data.loading.dataset import data_digest, load_dataset
from generator.diagnostics import Diagnostic, failed, in_order
from generator.images.load import load_images
from generator.imports.areas import check_lists
from generator.imports.contracts import load_contracts
from generator.imports.receipts import read_receipts
from generator.indices.load import load_indices, without_consequences_of
from generator.memo import Memo
from generator.messages import OF_COUNTRIES, speak, worded
from generator.output import Output
from generator.outputs.plan import SiteFiles, files_of
from generator.outputs.static import static_sizes
from generator.outputs.texts import no_texts, texts_in
from generator.outputs.trial import SMALL, try_pages
from generator.pages.checks import check_links, check_story
from generator.pages.plan import FindTexts, plan_site
from generator.pages.project import OwnFiles, Project
from generator.pages.prose.texts import Texts
from generator.pages.site import Site
from generator.publish.write import check_site_folder
from generator.render.check import check_templates
from generator.render.classes import check_classes
from generator.render.environment import code_digest
from generator.sources.files import Sources
from generator.sources.read import read_sources
from generator.state.beside import Beside
from generator.state.sound import Sound
from generator.urls import base_path

Read = Callable[[Path], tuple[Sources, tuple[Diagnostic, ...]]]
"""Returns the files of the project at a path, and problems of unreadable ones."""

FromBefore = Callable[[Sound, Project, Dataset], Texts | None]
"""Finds the bound texts of the last build."""

Begin = Callable[[Sources, SiteConfig, Sound], Beside]
"""Returns processes that read the new documents of a project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Everything decided and nothing written; without site and files if a diagnostic forbids them."""

    sources: Sources
    base_path: str
    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    files: SiteFiles | None = None

    @property
    def outputs(self) -> tuple[Output, ...]:
        """Every file of the site, planned now."""
        return self.files.all if self.files else ()


def prepare(  # noqa: PLR0913 - all but the root are options
    root: Path,
    *,
    base_url: str | None,
    cache: Cache,
    strict: bool = False,
    memo: Memo | None = None,
    state: Cache | None = None,
    drafts: bool = False,
    tried: int = 0,
    read: Read = read_sources,
    beside: Begin = read_beside,
) -> Prepared:
    """Read the project and find every problem; without an error its files can be asked for.

    A `memo` keeps what did not change since it was last used, `state` what indices came to and which pages are
    sound. With `drafts` they have pages like other documents. The pages of a site that has at most `tried` are tried:
    who writes all sees what is wrong with them. `read` gives the files of the project, `beside` the processes that
    read its new documents.
    """
    made = check(
        root,
        base_url=base_url,
        strict=strict,
        memo=memo,
        state=state,
        drafts=drafts,
        tried=tried,
        read=read,
        beside=beside,
    )
    if made.site is None:
        return made
    made.site.memo.turn()
    return replace(made, files=files_of(made.site, made.sources, cache, made.site.memo))


def check(  # noqa: PLR0913 - all but the root are options
    root: Path,
    *,
    base_url: str | None,
    strict: bool = False,
    memo: Memo | None = None,
    state: Cache | None = None,
    drafts: bool = False,
    tried: int | None = None,
    read: Read = read_sources,
    beside: Begin = read_beside,
) -> Prepared:
    """Read the project and find every problem; nothing is drawn or written, and no output planned.

    The pages of a site that has more than `tried` are not tried; `state` keeps which of them were sound, what indices
    came to and, where no `memo` does, bound texts.
    """
    from_before = texts_in if memo is None else no_texts
    memo = memo or Memo()
    memo.turn()
    sources, problems = read(root)
    config, site, found = _plan(sources, problems, base_url, memo, state, from_before, beside, drafts=drafts)
    diagnostics = in_order((*problems, *found, *check_site_folder(root / "site")))
    if site is not None and not failed(diagnostics, strict=False):
        files = files_of(site, sources, MemoryCache(), memo.pages)
        settings = sources.files["site.yaml"]
        in_settings = (*check_links(settings, site.by_url), *check_story(settings, site.by_url))
        diagnostics = in_order((*diagnostics, *files.check_static(), *in_settings))
    if site is not None and not failed(diagnostics, strict=False):
        refused = tried is not None and failed(diagnostics, strict=strict)
        most = max(tried or 0, SMALL) if refused else tried
        diagnostics = in_order((*diagnostics, *try_pages(site, sources, most=most, state=state)))
    diagnostics = tuple(map(_worded, diagnostics))
    return Prepared(
        sources=sources,
        base_path=base_path(config.base_url) if config else "",
        site=site if not failed(diagnostics, strict=strict) else None,
        diagnostics=diagnostics,
    )


def _plan(
    sources: Sources,
    unread: tuple[Diagnostic, ...],
    base_url: str | None,
    memo: Memo,
    state: Cache | None,
    from_before: FromBefore,
    begin: Begin,
    *,
    drafts: bool,
) -> tuple[SiteConfig | None, Site | None, tuple[Diagnostic, ...]]:
    """Return configuration and planned site, as far as the pipeline got, with every diagnostic."""
    sound = Sound(state=state, program=code_digest())
    config, problems = load_config(sources)
    speak(config.entities.wording if config else OF_COUNTRIES)
    if config is None:
        return None, None, (*problems, *_check_templates(sources, memo, sound))
    config = _with_base_url(config, base_url)
    with begin(sources, config, sound) as beside:
        templates = _check_templates(sources, memo, sound)
        site, found = _plan_with(
            config, sources, unread, memo, sound, beside, partial(from_before, sound), drafts=drafts
        )
    return config, site, (*problems, *templates, *found)


def _check_templates(sources: Sources, memo: Memo, sound: Sound) -> tuple[Diagnostic, ...]:
    in_use = sources.digest_of_templates()
    return memo.get(("templates", in_use), lambda: sound.unless("templates", in_use, lambda: check_templates(sources)))


def _plan_with(
    config: SiteConfig,
    sources: Sources,
    unread: tuple[Diagnostic, ...],
    memo: Memo,
    sound: Sound,
    beside: Beside,
    texts: FindTexts,
    *,
    drafts: bool,
) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    """Return the planned site with the diagnostics of data and content.

    `beside` reads documents, `texts` finds those bound before.
    """
    state = sound.state
    if state is not None:
        memo.get("chart templates", partial(know_templates, state))
    dataset, in_data = memo.get(
        ("data", data_digest(sources, config)), lambda: load_dataset(sources, config, sound, memo.data)
    )
    if dataset is None:
        return None, in_data
    dataset, indices, in_indices = load_indices(sources, config, dataset, memo, state)
    of_indices = without_consequences_of(in_indices, in_data)
    _contracts, in_contracts = load_contracts(sources, dataset.catalog)
    in_data = (*in_data, *in_contracts, *check_lists(sources))
    if state is not None:
        state.put_all(beside.entries())
    content, in_content = load_content(sources, config, dataset, memo, sound)
    geometry, in_maps = memo.get(
        ("geometry", sources.digest("data/geo"), config, sources.files[COUNTRIES]),
        lambda: load_geometry(sources, config, dataset.countries),
    )
    receipts, in_receipts = read_receipts(sources)
    images, in_images = load_images(sources, memo, state)
    own = OwnFiles(static=static_sizes(sources), images=images)
    site, in_pages = plan_site(
        config, dataset, content, memo, geometry, indices, receipts, own, texts=texts, drafts=drafts
    )
    allowances = [each for document in content.documents for each in document.allowances]
    unreadable = {each.location.path for each in unread}
    absent = (
        each for each in check_files(sources, dataset.catalog) if not unreadable.intersection(each.message.split("'"))
    )
    lost = tuple(absent_files((*in_content, *in_pages), absent, content.documents))
    in_data = (*in_data, *without_consequences_of(of_indices, lost), *in_receipts, *lost)
    classes = [each for document in content.documents for each in document.classes]
    in_prose = (*in_content, *in_pages, *check_classes(classes, sources))
    found = without_consequences(in_prose, (*unread, *in_data, *in_maps), content.documents)
    prose = apply_allowances(tuple(found), allowances)
    return site, (*in_data, *in_maps, *in_images, *prose)


def _worded(each: Diagnostic) -> Diagnostic:
    """Return a problem in the words of the site: `There is no region 'KZ-ALM'.`."""
    return replace(each, message=worded(each.message), hint=worded(each.hint))


def _with_base_url(config: SiteConfig, base_url: str | None) -> SiteConfig:
    return config if base_url is None else config.model_copy(update={"base_url": base_url})
