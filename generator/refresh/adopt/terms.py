"""The terms of a contract for a file or series that nobody has described yet."""

import json
import re
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from generator.data.countries import Country
from generator.imports.areas import Areas, read_areas
from generator.imports.cells import Reply
from generator.imports.contract import FOLDER, Contract, ContractShape, Reader
from generator.imports.contracts import ADDRESSED
from generator.imports.drafts import contract_text
from generator.imports.readers.table import read_rows, years_of
from generator.imports.reading import unpacked
from generator.imports.sniff.cells import cell_of
from generator.imports.sniff.look import Look, LookError
from generator.imports.sniff.marks import check_marks
from generator.imports.sniff.table import look_at
from generator.refresh.adopt.wish import Wish
from generator.refresh.lists import area_sources
from generator.refresh.run import Project
from generator.sources.files import Source

SCHEMES = ("", "worldbank", "owid", "undp", "alpha2", "eurostat", "imf", "m49")
"""Lists of areas that a file's column is compared with, the plain names and our codes first."""

MARKS: Mapping[Reader, tuple[bytes, ...]] = {
    Reader.SDMX_JSON: (b'"dataSets"', b'"structure"'),
    Reader.IMF_COMPACT: (b'"CompactData"',),
    Reader.UIS: (b'"indicatorId"',),
    Reader.JSON_STAT: (b'"dimension"', b'"collection"'),
}
"""What the JSON of each producer has in it."""
_PAGE = re.compile(r'\[\s*\{\s*"(?:page|message)"')
SHOWN = 8
"""Values of a column that a question names."""


def look_into(
    project: Project, countries: Mapping[str, Country], reply: Reply, wish: Wish, kept: str
) -> tuple[Look | None, ContractShape]:
    """Return the layout of a file, if it is a table, and the terms of a contract for it."""
    reader = reader_of(unpacked(reply))
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
        terms = valid_terms(given)
        return None, terms
    rows, _separator = read_rows(unpacked(reply), sheet=wish.sheet, encoding=wish.encoding)
    look = look_at(rows, _schemes(project, countries, wish))
    terms = _table_terms(look, wish, kept)
    if not _says_marks(project, wish):
        check_marks(_figures(look, terms.series[wish.indicator].value, terms.time))
    return look, terms


def _says_marks(project: Project, wish: Wish) -> bool:
    """Whether the command line, or the contract that stands, says how figures are written."""
    standing = project.contracts.get(wish.origin)
    told = standing is not None and (standing.terms.decimal, standing.terms.thousands) != (".", "")
    return told or bool(wish.decimal or wish.thousands)


def _figures(look: Look, value: str, time: str) -> Iterator[str]:
    """Yield the cells that hold the figures: of their column, or of the columns of years."""
    columns = [at for at, _period in years_of(look.head, value)]
    if time:
        columns = [at for at, name in enumerate(look.head) if name == value]
    return (cell_of(row, at) for row in look.rows for at in columns)


def reader_of(reply: Reply) -> Reader:
    """Return the reader of a file, by what it has in it; raises LookError for JSON that none knows."""
    head = reply.body[:4_000].decode("utf-8-sig", "replace").lstrip()
    if head.startswith(("{", "[")):
        return _reader_of_json(head, reply.body)
    first = head.partition("\n")[0].upper()
    if first.startswith("ENTITY,CODE,YEAR"):
        return Reader.OWID
    return Reader.SDMX_CSV if "OBS_VALUE" in first and ("DATAFLOW" in first or "STRUCTURE" in first) else Reader.TABLE


def _reader_of_json(head: str, body: bytes) -> Reader:
    if _PAGE.match(head):
        hint = "Let the program ask for all of it: profiles import worldbank SP.POP.TOTL --as population"
        raise LookError("The file is a reply of the World Bank's API, perhaps one page of several.", hint)
    for reader, marks in MARKS.items():
        if any(mark in body for mark in marks):
            return reader
    raise LookError("No reader knows this JSON.", f"There are readers for {', '.join(MARKS)}; others need a CSV.")


def _schemes(project: Project, countries: Mapping[str, Country], wish: Wish) -> dict[str, Areas]:
    names = (wish.areas,) if wish.areas else SCHEMES
    return {name: _areas(project, countries, wish.origin, name) for name in names}


def _areas(project: Project, countries: Mapping[str, Country], origin: str, scheme: str) -> Areas:
    lists = tuple(dict.fromkeys(name for name in (origin, scheme, "names", "countries") if name))
    return read_areas(area_sources(project.sources, lists), countries)[0]


def _table_terms(look: Look, wish: Wish, kept: str) -> ContractShape:
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
    return valid_terms(
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
            "decimal": wish.decimal or ".",
            "thousands": wish.thousands,
            "missing": list(wish.missing),
            "split_year": wish.split_year or None,
            "series": {wish.indicator: {"value": value, "where": dict(wish.where or {})}},
        }
    )


def series_terms(before: Contract | None, wish: Wish, reader: Reader, code: str) -> ContractShape:
    """Return the terms of a producer's series: those of the contract that stands, or new ones."""
    is_address = code.startswith("https://")
    if before is None and not is_address and reader not in ADDRESSED:
        hint = "Write one that begins with https://, or name a file: profiles import FILE --as ID"
        raise LookError(f"'{code}' is no address of data.", hint)
    series = {"code": "" if reader is Reader.OWID or is_address else code, "where": dict(wish.where or {})}
    fresh = {
        "reader": reader.value,
        "dataset": code if reader is Reader.OWID else "2" if reader is Reader.WORLDBANK else "",
        "url": code if is_address else None,
        "area": wish.area,
        "time": wish.time,
        "areas": wish.areas,
        "name": wish.name,
    }
    standing = before.terms.model_dump(mode="json", exclude={"series"}) if before else fresh
    return valid_terms({**standing, "series": {wish.indicator: series}})


def beside(before: Contract | None, terms: ContractShape, name: str) -> ContractShape:
    """Return the terms of one more file for a standing contract; raises LookError where they differ."""
    if before is None:
        return terms
    given = terms.model_dump(mode="json", exclude_defaults=True, exclude={"series", "file", "sheet"})
    standing = before.terms.model_dump(mode="json", exclude={"series"})
    other = [key for key, value in given.items() if standing[key] != value]
    if other:
        raise LookError(
            f"The contract of '{before.origin}' reads files of another kind: {', '.join(other)}.",
            "Give the file an origin of its own with --origin.",
        )
    own = {"file": terms.file} if terms.file != before.terms.file else {}
    own |= {"sheet": terms.sheet} if terms.sheet != before.terms.sheet else {}
    return before.terms.model_copy(update={"series": {name: terms.series[name].model_copy(update=own)}})


def valid_terms(given: Mapping[str, object]) -> ContractShape:
    """Return the terms of a contract; raises LookError for an option that no contract can have."""
    try:
        return ContractShape.model_validate_json(json.dumps(given))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        raise LookError(f"'{first['input']}' cannot stand for {name}.", first["msg"]) from error


def draft_contract(wish: Wish, terms: ContractShape) -> Contract:
    """Return the contract of an origin with these terms, not yet written."""
    path = f"{FOLDER}/{wish.origin}.yaml"
    return Contract(origin=wish.origin, source=Source(path=path, data=contract_text(terms).encode()), terms=terms)
