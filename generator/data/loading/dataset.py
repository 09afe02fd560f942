"""All of ``data/`` to one dataset, or all problems."""

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import PurePosixPath

from generator.cache import Cache
from generator.config import SiteConfig
from generator.data.catalog import Catalog
from generator.data.checks.counts import check_counts
from generator.data.checks.plausible import check_plausible
from generator.data.columns import Columns
from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.data.lasting import with_answers
from generator.data.loading.catalog import load_catalog
from generator.data.loading.countries import COUNTRIES, check_peers, check_profiles, load_countries
from generator.data.loading.groups import load_groups
from generator.data.loading.lists import load_lists
from generator.data.loading.observations import FOLDER, ReadFile, columns_of, load_observations
from generator.data.loading.receipts import FOLDER as RECEIPTS
from generator.data.loading.statements import load_scorecards, load_statements
from generator.data.packed import READ, STATE_KEY, PackedRows, kept_digests, packed_rows
from generator.diagnostics import Diagnostic
from generator.memo import Memo
from generator.sources.csv_file import parse_table
from generator.sources.csv_frame import is_loaded
from generator.sources.files import Sources
from generator.sources.yaml_file import parse_yaml
from generator.state.sound import ALL_CHECKED, Sound

FEW_FILES = 8
NOTED = ("data/catalog", "data/claims")
"""What lies there is read by entry (`data/facts.py`)."""


def data_digest(sources: Sources, config: SiteConfig) -> str:
    """Return a digest of everything the dataset depends on."""
    return hashlib.sha256(f"{_settings(config)}\n{sources.digest('data')}".encode()).hexdigest()


def _settings(config: SiteConfig) -> str:
    given = f"{config.thresholds!r} {config.peers!r} {config.entities!r}"
    return f"{sorted(config.profiles)} {config.reference_year} {config.edition.year} {given}"


def _frame_digest(sources: Sources, config: SiteConfig, *without: str) -> str:
    """Return the same digest without the rows of observations, or other folders; their files' names count."""
    rows = {source.path for source in sources.under(FOLDER, ".csv")}
    other = {source.path for folder in without for source in sources.under(folder)}
    parts = (s.path if s.path in rows | other else f"{s.path} {s.digest}" for s in sources.under("data"))
    return hashlib.sha256("\n".join((_settings(config), *parts)).encode()).hexdigest()


def load_dataset(
    sources: Sources, config: SiteConfig, sound: Sound = ALL_CHECKED, memo: Memo | None = None
) -> tuple[Dataset | None, tuple[Diagnostic, ...]]:
    """Return the dataset of the project; consequences of a broken file are not reported.

    What was `sound` is not asked again whether it is plausible; `memo` keeps what did not change.
    """
    memo = memo or Memo()
    memo.turn()
    listed, described = sources.files.get(COUNTRIES), sources.digest("data/catalog", RECEIPTS)
    of_countries = ("countries", listed, config.entities)
    countries, in_countries = memo.get(of_countries, lambda: load_countries(sources, config.entities))
    catalog, in_catalog = memo.get(("catalog", described), lambda: load_catalog(sources))
    if countries is None or catalog is None or in_catalog:
        return None, (*in_countries, *in_catalog, *_check_form(sources))
    groups, in_groups = load_groups(sources, countries)
    profiles = (*check_profiles(sources, config, countries), *check_peers(sources, config, countries))
    with _uncollected():
        rows = _rows_digests(sources, config, sound.program, catalog)
        once = partial(_once, memo, sound.state, rows)
        observations, in_observations = load_observations(
            sources, catalog, countries, config.edition.year, once, by_rows=_are_few(rows, sound.state)
        )
    of_lists = ("lists", sources.digest("data/lists"), listed, described)
    lists, in_lists = memo.get(of_lists, lambda: load_lists(sources, catalog, countries))
    counts = () if in_observations or in_lists else tuple(check_counts(sources, catalog, observations, lists))
    of_claims = ("claims", sources.digest("data/claims"), listed)
    statements, in_statements = memo.get(of_claims, lambda: load_statements(sources, countries))
    scorecards, in_scorecards = load_scorecards(sources, catalog, countries, None if in_statements else statements)
    named = sorted({code for code in config.profiles if code in countries}, key=lambda code: countries[code].name)
    dataset = Dataset(
        countries=countries,
        profiles=tuple(code for code in named if not countries[code].parent),
        parts=_parts(countries, named),
        groups=groups,
        catalog=catalog,
        statements=statements,
        scorecards=scorecards,
        reference_year=config.reference_year,
        observations=observations,
        lists=lists,
        entities=config.entities,
        least=config.thresholds,
        peers=config.peers,
        digest=data_digest(sources, config),
        frame=_frame_digest(sources, config),
        rest=_frame_digest(sources, config, *NOTED),
        rows={name: f"{rows[name]} with faults" if in_observations else rows[name] for name in observations},
    )
    later = (*in_groups, *profiles, *in_observations, *in_lists, *counts, *in_statements, *in_scorecards)
    with_answers(memo, "data", dataset)
    check = partial(check_plausible, sources, with_answers(memo, "noting", dataset.noting()), memo, sound)
    return dataset, later or sound.unless("data", dataset.digest, lambda: tuple(check()))


def _rows_digests(sources: Sources, config: SiteConfig, program: str, catalog: Catalog) -> dict[str, str]:
    """Return a digest of all that the rows of each indicator are read from, its entry and the program too."""
    around = f"{program} {sources.files[COUNTRIES].digest} {config.edition.year}"
    files = {PurePosixPath(source.path).stem: source.digest for source in sources.under(FOLDER, ".csv")}
    entries = {name: repr(catalog.indicators.get(name)) for name in files}
    return {
        name: hashlib.sha256(f"{around} {digest} {entries[name]}".encode()).hexdigest()
        for name, digest in files.items()
    }


def _are_few(rows: Mapping[str, str], state: Cache | None) -> bool:
    """Whether reading what changed since the last build ends before the library of frames is loaded."""
    known = [kept_digests(state, whose) for whose in (STATE_KEY, READ)] if state else []
    few = sum(all(each.get(name) != digest for each in known) for name, digest in rows.items()) <= FEW_FILES
    return few and not is_loaded()


def _once(
    memo: Memo, state: Cache | None, rows: Mapping[str, str], name: str, read: Callable[[], ReadFile]
) -> ReadFile:
    return memo.get(("rows", name, rows[name]), lambda: _kept(state, name, rows[name], read) or read())


def _kept(state: Cache | None, name: str, digest: str, read: Callable[[], ReadFile]) -> ReadFile | None:
    """Return rows that are unpacked when they are asked for; None where those of another file are kept."""
    packed = (packed_rows(state, name, digest) or packed_rows(state, name, digest, READ)) if state else b""
    return (PackedRows(packed=packed, again=partial(_again, read)), ()) if packed else None


def _again(read: Callable[[], ReadFile]) -> Columns | None:
    found, _faults = read()
    return found if isinstance(found, Columns) else None


def _parts(countries: Mapping[str, Country], named: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the codes of parts by the country's, both in order of names."""
    found = {code: tuple(part for part in named if countries[part].parent == code) for code in named}
    return {code: parts for code, parts in found.items() if parts}


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause garbage collection: none of the many records being made can be garbage yet."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _check_form(sources: Sources) -> Iterator[Diagnostic]:
    """Yield the problems of files by themselves, if files they depend on are broken."""
    for source in sources.under("data/observations", ".csv"):
        yield from parse_table(source, columns_of(source))[1]
    for folder in ("data/claims", "data/scorecards"):
        for source in sources.under(folder, ".yaml"):
            yield from parse_yaml(source, dict[str, object])[1]
