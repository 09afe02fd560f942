"""The command ``import``.

A first look at a series or a file, drafts of all it needs, and what would be written.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from generator.data.countries import Country
from generator.imports.areas import Areas, read_areas
from generator.imports.asking import indicator_address
from generator.imports.cells import Reply
from generator.imports.contract import FOLDER, RAW, Contract, ContractShape, Reader
from generator.imports.drafts import (
    contract_text,
    indicator_text,
    origin_text,
    questions_text,
    series_line,
    with_series,
)
from generator.imports.observations import of_origin, replaced, rows_of
from generator.imports.readers import owid, worldbank
from generator.imports.readers.table import read_rows
from generator.imports.reading import read_cells
from generator.imports.receipts import path_of, read_receipt, receipt_text, series_of, updated
from generator.imports.rows import Mapped, map_cells
from generator.imports.sniff import Look, LookError, look_at
from generator.imports.vintages import vintage_of
from generator.refresh.collect import Collector
from generator.refresh.lists import FOLDER as LISTS
from generator.refresh.lists import area_sources
from generator.refresh.run import Project
from generator.sources.files import Source

SCHEMES = ("", "worldbank", "owid", "undp", "alpha2", "eurostat", "imf", "m49")
"""Lists of areas that a file's column is compared with, the plain names and our codes first."""
SHOWN = 8
"""Values of a column that a question names."""
DRAFTS = "data/catalog/indicators/imported.yaml"
ORIGINS = "data/catalog/origins.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person asks for: the series' id here, and answers to what a first look could not decide."""

    indicator: str
    origin: str
    area: str = ""
    time: str = ""
    value: str = ""
    areas: str = ""
    sheet: str = ""
    encoding: str = "utf-8"
    decimal: str = "."
    thousands: str = ""
    split_year: str = ""
    missing: tuple[str, ...] = ()
    name: str = ""
    where: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is said of a series in words, for its entry in the catalog."""

    title: str = ""
    description: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """What an import found: the contract, the rows, the drafts, and the files it would write."""

    contract: Contract
    mapped: Mapped
    files: Mapping[str, bytes]
    look: Look | None
    questions: str
    """The path of the list of areas that asks; empty where all are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One series at hand: the contract drafted for it, the replies that hold it.

    What is wished and said of it.
    """

    project: Project
    contract: Contract
    replies: tuple[Reply, ...]
    wish: Wish
    about: About


def adopt_file(project: Project, countries: Mapping[str, Country], path: Path, wish: Wish) -> Adopted:
    """Return what a file holds and what would be written; raises LookError, ReplyError and OSError."""
    reply = Reply(url=path.name, body=path.read_bytes())
    kept = re.sub(r"[^A-Za-z0-9._-]+", "-", path.stem).strip("-.") + path.suffix.lower()
    look, terms = _described(project, countries, reply, wish, kept)
    files = {f"{RAW}/{kept}": reply.body}
    about = About(title=_title(look, path))
    case = _Case(
        project=project,
        contract=_contract(wish, terms),
        replies=(replace(reply, url=f"{RAW}/{kept}"),),
        wish=wish,
        about=about,
    )
    return _adopted(case, countries, look, files)


def adopt_series(
    project: Project, countries: Mapping[str, Country], collector: Collector, reader: Reader, code: str, wish: Wish
) -> Adopted:
    """Return what a producer says of a series and what would be written; raises ReplyError."""
    before = project.contracts.get(wish.origin)
    is_address = code.startswith("https://")
    given = {"code": "" if reader is Reader.OWID or is_address else code, "where": dict(wish.where or {})}
    fresh = {
        "reader": reader.value,
        "dataset": code if reader is Reader.OWID else "2" if reader is Reader.WORLDBANK else "",
        "url": code if is_address else None,
        "area": wish.area,
        "time": wish.time,
        "areas": wish.areas,
        "name": wish.name,
        "series": {wish.indicator: given},
    }
    standing = before.terms.model_dump(mode="json", exclude={"series"}) if before else fresh
    terms = _valid({**standing, "series": {wish.indicator: given}})
    contract = _contract(wish, terms)
    pages = collector.replies(contract, wish.indicator)
    about = _about(collector, contract, code)
    extra = collector.metadata(contract)
    replies = (*pages, *((extra,) if extra else ()))
    case = _Case(project=project, contract=contract, replies=replies, wish=wish, about=about)
    return _adopted(case, countries, None, {})


def _about(collector: Collector, contract: Contract, code: str) -> About:
    """Return what the producer says of a series in words."""
    if contract.terms.reader is Reader.WORLDBANK:
        _head, records = worldbank.page_of(collector.ask(indicator_address(code)))
        said = records[0] if records and isinstance(records[0], dict) else {}
        description = str(said.get("sourceNote") or "").split(". ")[0].strip().rstrip(".")
        return About(title=str(said.get("name") or code), description=f"{description}." if description else "")
    if extra := collector.metadata(contract):
        said = next((column for column in owid.columns_of(extra).values() if isinstance(column, dict)), {})
        title, description = str(said.get("titleShort") or code), str(said.get("descriptionShort") or "")
        return About(title=title, description=description, unit=str(said.get("unit") or ""))
    return About()


def _described(
    project: Project, countries: Mapping[str, Country], reply: Reply, wish: Wish, kept: str
) -> tuple[Look | None, ContractShape]:
    """Return what a file looks like, where it is a table, and the terms of a contract for it."""
    reader = reader_of(reply)
    if reader is not Reader.TABLE:
        given = {
            "reader": reader.value,
            "file": kept,
            "name": wish.name,
            "area": wish.area,
            "time": wish.time,
            "areas": wish.areas,
            "encoding": wish.encoding,
            "forecast_after": "none" if reader is Reader.IMF_COMPACT else None,
            "series": {wish.indicator: {"where": dict(wish.where or {}), "value": wish.value}},
        }
        terms = _valid(given)
        return None, terms
    rows, _separator = read_rows(reply, sheet=wish.sheet, encoding=wish.encoding)
    look = look_at(rows, _schemes(project, countries, wish))
    return look, _terms(look, wish, kept)


def reader_of(reply: Reply) -> Reader:
    """Return the reader of a file by what its first bytes say."""
    head = reply.body[:4_000].decode("utf-8-sig", "replace").lstrip()
    if head.startswith(("{", "[")):
        return (
            Reader.SDMX_JSON
            if "dataSets" in head or '"structure"' in head
            else Reader.IMF_COMPACT
            if "CompactData" in head
            else Reader.JSON_STAT
        )
    first = head.partition("\n")[0].upper()
    if first.startswith("ENTITY,CODE,YEAR"):
        return Reader.OWID
    return Reader.SDMX_CSV if "OBS_VALUE" in first and ("DATAFLOW" in first or "STRUCTURE" in first) else Reader.TABLE


def _schemes(project: Project, countries: Mapping[str, Country], wish: Wish) -> dict[str, Areas]:
    names = (wish.areas,) if wish.areas else SCHEMES
    return {name: _areas(project, countries, wish.origin, name) for name in names}


def _areas(project: Project, countries: Mapping[str, Country], origin: str, scheme: str) -> Areas:
    lists = tuple(dict.fromkeys(name for name in (origin, scheme, "names", "countries") if name))
    return read_areas(area_sources(project.sources, lists), countries)[0]


def _terms(look: Look, wish: Wish, kept: str) -> ContractShape:
    time = wish.time or look.time
    value = wish.value or (look.values[0] if len(look.values) == 1 else "")
    if look.shorter:
        raise LookError(
            f"The periods are {look.shorter} each, not years.",
            "Take the yearly figures; months and quarters cannot be read yet.",
        )
    if look.values and not value:
        raise LookError(
            "Which column holds the figures?",
            f"Name one with --value: {', '.join(map(repr, look.values)) or 'none looks like figures'}.",
        )
    left = {
        name: values
        for name, values in look.open.items()
        if name not in (wish.where or {}) and name not in (value, look.flag, look.note)
    }
    if left and not wish.where:
        shown = "; ".join(
            f"{name}: {', '.join(values[:SHOWN])}{' …' if len(values) > SHOWN else ''}" for name, values in left.items()
        )
        raise LookError(
            "Several rows are of one area and year; which are meant?", f"Say it with --where 'COLUMN=VALUE': {shown}."
        )
    return _valid(
        {
            "reader": Reader.TABLE.value,
            "file": kept,
            "areas": wish.areas or look.scheme,
            "area": wish.area or look.area,
            "area_name": "" if wish.area else look.area_name,
            "time": time,
            "sheet": wish.sheet,
            "header": list(look.header),
            "encoding": wish.encoding,
            "decimal": wish.decimal,
            "thousands": wish.thousands,
            "missing": list(wish.missing),
            "split_year": wish.split_year or None,
            "series": {wish.indicator: {"value": value, "where": dict(wish.where or {})}},
        }
    )


def _valid(given: Mapping[str, object]) -> ContractShape:
    """Return the terms of a contract; raises LookError where an answer of the command line cannot be one."""
    try:
        return ContractShape.model_validate_json(json.dumps(given))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        raise LookError(f"'{first['input']}' cannot stand for {name}.", first["msg"]) from error


def _contract(wish: Wish, terms: ContractShape) -> Contract:
    path = f"{FOLDER}/{wish.origin}.yaml"
    return Contract(origin=wish.origin, source=Source(path=path, data=contract_text(terms).encode()), terms=terms)


def _title(look: Look | None, path: Path) -> str:
    named = look.values[0] if look and len(look.values) == 1 else ""
    return named or path.stem.replace("_", " ").replace("-", " ")


def _adopted(case: _Case, countries: Mapping[str, Country], look: Look | None, files: dict[str, bytes]) -> Adopted:
    """Return what became of the figures: drafts to be written, or the list that asks for areas."""
    terms, wish = case.contract.terms, case.wish
    pages = [reply for reply in case.replies if "metadata.json" not in reply.url]
    mapped = map_cells(
        read_cells(terms.reader, pages, case.contract.query(wish.indicator)),
        terms,
        terms.series[wish.indicator],
        origin=wish.origin,
        default_status=_default_status(case),
        areas=read_areas(area_sources(case.project.sources, case.contract.lists), countries)[0],
    )
    questions = f"{LISTS}/{wish.origin}.csv" if mapped.unknown else ""
    if questions:
        files = {questions: _asked(case.project, questions, mapped)}
    elif not mapped.faults:
        files |= {**_contract_file(case), **_catalog_files(case, mapped), **_data_files(case, mapped)}
    return Adopted(contract=case.contract, mapped=mapped, files=files, look=look, questions=questions)


def _default_status(case: _Case) -> str:
    indicator = case.project.catalog.indicators.get(case.wish.indicator)
    return indicator.default_status if indicator else "A"


def _asked(project: Project, path: str, mapped: Mapped) -> bytes:
    """Return the list that asks, after what it says already."""
    source = project.sources.files.get(path)
    text = questions_text(mapped.unknown)
    if source is None:
        return text.encode()
    known = source.data.decode("utf-8")
    lines = [line for line in text.splitlines(keepends=True)[1:] if line.partition(",,")[0] + "," not in known]
    return (known + "".join(lines)).encode()


def _contract_file(case: _Case) -> dict[str, bytes]:
    """Return the contract: a new one, or the one that stands with a series more."""
    path, name = case.contract.source.path, case.wish.indicator
    before = case.project.sources.files.get(path)
    if before is None:
        return {path: case.contract.source.data}
    if name in case.project.contracts[case.wish.origin].terms.series:
        return {}
    line = series_line(name, case.contract.terms.series[name])
    return {path: with_series(before.data.decode(), line).encode()}


def _catalog_files(case: _Case, mapped: Mapped) -> dict[str, bytes]:
    """Return the catalog with drafts of what it does not have yet."""
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
            case.project, ORIGINS, origin_text(origin, producer=producer, vintage=_vintage(case), taken_from=taken)
        )
    return files


def _data_files(case: _Case, mapped: Mapped) -> dict[str, bytes]:
    """Return the observations where they are others than before, and the receipt."""
    name, origin = case.wish.indicator, case.wish.origin
    path = f"data/observations/{name}.csv"
    rows = rows_of(case.project.sources.files.get(path))
    before = read_receipt(case.project.sources, origin)
    series = {name: series_of(mapped)}
    receipt = updated(before, vintage=_vintage(case), replies=case.replies, series=series, accepted={})
    files = {path_of(origin): receipt_text(receipt).encode()}
    if list(mapped.rows) != of_origin(rows, origin):
        files[path] = replaced(rows, origin, mapped.rows)
    return files


def _vintage(case: _Case) -> str:
    terms = case.contract.terms
    return next((said for reply in case.replies if (said := vintage_of(terms.reader, reply, terms.name))), "")


def _appended(project: Project, path: str, entry: str) -> bytes:
    source = project.sources.files.get(path)
    return (source.data.decode().rstrip("\n") + "\n\n" + entry if source else entry).encode()
