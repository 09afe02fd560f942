"""The lists of areas that come with the program, and what a series becomes by them."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.data.loading.countries import load_countries
from generator.imports.areas import COMMON, Areas, read_areas
from generator.imports.cells import Cell
from generator.imports.contract import ContractShape, Reader, SeriesShape
from generator.imports.rows import Mapped, map_cells
from generator.refresh.lists import area_sources
from generator.sources.entities import Entities
from generator.sources.files import Source, Sources

COUNTRIES = Source(path="data/countries.csv", data=(Path(__file__).parent / "countries.csv").read_bytes())
"""The countries and territories that the lists name, none of them of a project."""


@cache
def areas(scheme: str = "") -> Areas:
    """Return the list of a scheme with the common ones."""
    countries, _problems = load_countries(Sources(files={"data/countries.csv": COUNTRIES}), Entities())
    assert countries is not None
    found, problems = read_areas(area_sources(Sources(files={}), tuple(filter(None, (scheme, *COMMON)))), countries)
    assert problems == ()
    return found


def mapped(cells: Iterable[Cell], scheme: str = "", reader: Reader = Reader.TABLE, **terms: object) -> Mapped:
    """Return what cells become under the terms of a contract."""
    series = terms.pop("series", SeriesShape())
    assert isinstance(series, SeriesShape)
    shape = ContractShape(reader=reader, series={"x": series}).model_copy(update=terms)
    return map_cells(cells, shape, series, origin="o", default_status="A", areas=areas(scheme))
