import csv
import json

import pytest

from generator.data.loading.countries import load_countries
from generator.imports.areas import fold, read_areas
from generator.rules import Rule
from generator.sources.entities import Entities
from generator.sources.files import Source, Sources
from tests.imports.lists import COUNTRIES, areas
from tests.recorded import FOLDER
from tests.repository import REPOSITORY

LISTS = sorted(path.stem for path in (REPOSITORY / "generator/imports/areas_lists").glob("*.csv"))


def country(scheme: str, code: str, name: str = "") -> str:
    entry = areas(scheme).find(code, name)
    assert entry is not None, code or name
    return entry.country


@pytest.mark.parametrize("scheme", LISTS)
def test_a_list_that_comes_with_the_program_is_sound(scheme: str) -> None:
    assert areas(scheme).entries


@pytest.mark.parametrize(
    ("scheme", "code", "expected"),
    [
        ("alpha2", "NA", "NAM"),
        ("", "XKX", "XKX"),
        ("alpha2", "XK", "XKX"),
        ("worldbank", "KSV", "XKX"),
        ("worldbank", "NA", "NAM"),
        ("worldbank", "ROM", "ROU"),
        ("worldbank", "ZAR", "COD"),
        ("owid", "OWID_KOS", "XKX"),
        ("eurostat", "EL", "GRC"),
        ("eurostat", "UK", "GBR"),
        ("m49", "004", "AFG"),
        ("imf", "KOS", "XKX"),
        ("imf", "NA", "NAM"),
    ],
)
def test_codes(scheme: str, code: str, expected: str) -> None:
    assert country(scheme, code) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bahamas, The", "BHS"),
        ("Korea, Rep.", "KOR"),
        ("Korea, Dem. People’s Rep.", "PRK"),
        ("Iran, Islamic Rep.", "IRN"),
        ("Türkiye, Republic of", "TUR"),
        ("Taiwan Province of China", "TWN"),
        ("COTE  D`IVOIRE", "CIV"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Rep.", "COG"),
        ("Hong Kong SAR, China", "HKG"),
    ],
)
def test_spellings(name: str, expected: str) -> None:
    assert country("", "", name) == expected


@pytest.mark.parametrize(
    ("scheme", "code", "reason"),
    [
        ("worldbank", "EAS", "aggregate"),
        ("worldbank", "CHI", "territory: Guernsey and Jersey together"),
        ("owid", "OWID_USS", "dissolved"),
        ("", "Scotland", "part of a country"),
        ("undp", "ZZK.WORLD", "aggregate"),
        ("eurostat", "EU27_2020", "aggregate"),
        ("m49", "001", "aggregate"),
    ],
)
def test_what_is_no_country_has_a_reason(scheme: str, code: str, reason: str) -> None:
    entry = areas(scheme).find(code)
    assert entry is not None
    assert (entry.country, entry.reason) == ("", reason)


def test_no_name_is_found_by_likeness_only_advised() -> None:
    found = areas()
    assert found.find("", "Kazakstan") is None
    assert found.find("", "Saint-Martin") is None
    assert "Kazakhstan (KAZ)" in found.close("Kazakstan")
    assert found.close("Atlantis of the deep sea") == ()


def test_all_economies_of_the_world_bank_are_known() -> None:
    economies = json.loads((FOLDER / "worldbank-countries.json").read_text("utf-8"))
    aggregates = [each for each in economies if each["region"]["id"] == "NA"]
    assert (len(economies), len(aggregates)) == (296, 79)
    ours = {row["code"] for row in csv.DictReader(COUNTRIES.data.decode().splitlines())}
    assert [e["id"] for e in economies if e not in aggregates and e["id"] not in ours] == ["CHI"]
    found = areas("worldbank")
    for economy in economies:
        for code, name in ((economy["id"], ""), (economy["iso2Code"], ""), ("", economy["name"])):
            entry = found.find(code, name)
            assert entry is not None, (code, name)
            assert entry.country == ("" if economy in aggregates or economy["id"] == "CHI" else economy["id"])


def test_a_list_is_wrong_with_its_line() -> None:
    text = "code,country,reason\nAA,kaz,\nBB,,\nCC,KAZ,\ncc,UZB,\nDD,,? Chad (TCD)\nEE,ZZZ,\n"
    countries, _problems = load_countries(Sources(files={COUNTRIES.path: COUNTRIES}), Entities())
    found, problems = read_areas((Source(path="data/imports/areas/x.csv", data=text.encode()),), countries or {})
    assert [(p.rule, p.location.line) for p in problems] == [(Rule.AREA_UNKNOWN, line) for line in (2, 3, 5)]
    assert found.find("DD") is None
    entry = found.find("EE")
    assert entry is not None
    assert entry.reason == "not in countries.csv"


def test_folding() -> None:
    assert fold(" Côte  d’IVOIRE ") == "côte d'ivoire"
    assert fold("Ｋ") == "k"
