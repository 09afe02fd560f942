"""The files that an import would write: contract, catalog drafts, observations, receipt, questions."""

from generator.imports.contract import Reader
from generator.imports.drafts import indicator_text, origin_text, questions_text, series_line, with_series
from generator.imports.observations import of_origin, replaced, rows_of
from generator.imports.receipts import path_of, read_receipt, receipt_text, series_of, updated
from generator.imports.rows import Mapped
from generator.refresh.adopt.wish import Case
from generator.refresh.run import Project

DRAFTS = "data/catalog/indicators/imported.yaml"
ORIGINS = "data/catalog/origins.yaml"


def files_of(case: Case, mapped: Mapped) -> dict[str, bytes]:
    """Return the files of a series whose areas are all known."""
    return {**_contract_file(case), **_catalog_files(case, mapped), **_data_files(case, mapped)}


def questions_of(project: Project, path: str, mapped: Mapped) -> bytes:
    """Return the origin's list of areas with the unknown ones at its end."""
    source = project.sources.files.get(path)
    text = questions_text(mapped.unknown)
    if source is None:
        return text.encode()
    known = source.data.decode("utf-8")
    lines = [line for line in text.splitlines(keepends=True)[1:] if line.partition(",,")[0] + "," not in known]
    return (known + "".join(lines)).encode()


def _contract_file(case: Case) -> dict[str, bytes]:
    """Return the contract: a new one, or the present one with a further series."""
    path, name = case.contract.source.path, case.wish.indicator
    before = case.project.sources.files.get(path)
    if before is None:
        return {path: case.contract.source.data}
    if name in case.project.contracts[case.wish.origin].terms.series:
        return {}
    line = series_line(name, case.contract.terms.series[name])
    return {path: with_series(before.data.decode(), line).encode()}


def _catalog_files(case: Case, mapped: Mapped) -> dict[str, bytes]:
    """Return the catalog with drafts of new entries."""
    terms, name, origin = case.contract.terms, case.wish.indicator, case.wish.origin
    files: dict[str, bytes] = {}
    if name not in case.project.catalog.indicators:
        code = terms.series[name].code
        about = case.about
        entry = indicator_text(
            name,
            title=case.wish.value or about.title,
            origin=origin,
            code=code,
            description=about.description,
            rows=mapped.rows,
            unit=about.unit,
        )
        files[DRAFTS] = _appended(case.project, DRAFTS, entry)
    if origin not in case.project.catalog.origins:
        producer = "World Bank" if terms.reader is Reader.WORLDBANK else ""
        taken = terms.file or (terms.url or case.replies[0].url).partition("?")[0]
        files[ORIGINS] = _appended(
            case.project, ORIGINS, origin_text(origin, producer=producer, vintage=case.vintage, taken_from=taken)
        )
    return files


def _data_files(case: Case, mapped: Mapped) -> dict[str, bytes]:
    """Return the receipt and, where rows have changed, the observations."""
    name, origin = case.wish.indicator, case.wish.origin
    path = f"data/observations/{name}.csv"
    rows = rows_of(case.project.sources.files.get(path))
    before = read_receipt(case.project.sources, origin)
    series = {name: series_of(mapped)}
    receipt = updated(before, vintage=case.vintage, replies=case.replies, series=series, accepted={})
    files = {path_of(origin): receipt_text(receipt).encode()}
    if list(mapped.rows) != of_origin(rows, origin):
        files[path] = replaced(rows, origin, mapped.rows)
    return files


def _appended(project: Project, path: str, entry: str) -> bytes:
    source = project.sources.files.get(path)
    return (source.data.decode().rstrip("\n") + "\n\n" + entry if source else entry).encode()
