"""A dataset of a few countries and two shares, made of literals."""

from datetime import date

from generator.data.catalog import Catalog, Direction, Indicator, Kind, Origin, Redistribution, Unit, UnitKind
from generator.data.columns import Columns
from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.data.lists import Lists

CODES = tuple(f"A{chr(65 + at)}A" for at in range(12))


def dataset(values: dict[str, dict[str, dict[int, str]]], *, comparable: bool = True) -> Dataset:
    """Return a dataset of twelve countries with the given figures by indicator, country and year.

    A figure may have a status after it: `30 F`.
    """
    return Dataset(
        countries={code: _country(code) for code in CODES},
        profiles=CODES,
        groups={},
        catalog=Catalog(
            topics={},
            origins={"origin": _origin()},
            indicators={name: _indicator(name, comparable=comparable) for name in ("one", "two", *values)},
            withheld={},
        ),
        statements={},
        scorecards={},
        reference_year=2024,
        observations={name: _columns(name, by_country) for name, by_country in values.items()},
        lists=Lists(),
        digest="literal",
    )


def _columns(name: str, by_country: dict[str, dict[int, str]]) -> Columns:
    rows = [
        (code, year, *text.partition(" ")[::2])
        for code, years in sorted(by_country.items())
        for year, text in sorted(years.items())
    ]
    return Columns(
        indicator=name,
        countries=[code for code, *_row in rows],
        years=[year for _code, year, *_row in rows],
        texts=[text for _code, _year, text, _status in rows],
        statuses=[status or "A" for *_row, status in rows],
        origins=["origin"] * len(rows),
        notes=[""] * len(rows),
        values=[float(text) for _code, _year, text, _status in rows],
    )


def _country(code: str) -> Country:
    return Country(
        code=code,
        alpha2=code[:2],
        m49="",
        name=f"Name {code}",
        slug=code.lower(),
        official_name="",
        native_names=(),
        aliases=(),
        capital="",
        region="Region",
        income_group="",
        income_group_year=None,
        area_km2=None,
        languages=(),
        currencies=(),
        neighbours=(),
    )


def _origin() -> Origin:
    return Origin(
        id="origin",
        producer="Producer",
        title="Set",
        vintage="2026",
        year=2026,
        url="https://example.org",
        license="CC BY 4.0",
        license_url="https://example.org/licence",
        redistribution=Redistribution.YES,
        retrieved_from="mirror",
        commit="0" * 40,
        date_accessed=date(2026, 1, 1),
        transformation="none",
    )


def _indicator(name: str, *, comparable: bool) -> Indicator:
    return Indicator(
        id=name,
        title=f"Title of {name}",
        short_title=f"Short {name}",
        description="",
        topic="",
        unit=Unit(kind=UnitKind.RATE, symbol="units"),
        decimals=1,
        direction=Direction.HIGHER,
        kind=Kind.OFFICIAL,
        origins=("origin",),
        producer_code="",
        default_status="A",
        comparable=comparable,
        not_comparable_reason="counted by different rules",
    )
