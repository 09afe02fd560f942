"""The converter on a small kit: digits stay, the catalog decides, nothing withheld comes through."""

from pathlib import Path

import pytest

from scripts.convert_kit import main

CATALOG = {
    "topics.yaml": "society:\n  title: Society\n  description: People.\n",
    "origins.yaml": """wdi:
  producer: World Bank
  title: WDI
  vintage: "2025"
  year: 2025
  url: https://example.org
  license: CC BY 4.0
  license_url: https://example.org/l
  redistribution: yes
  retrieved_from: example.org/mirror
  date_accessed: 2025-10-16
  transformation: none
""",
    "indicators/society.yaml": """population:
  title: Population
  short_title: Population
  description: People.
  topic: society
  unit: {kind: count, symbol: people}
  decimals: 0
  direction: neutral
  kind: official
  origins: [wdi]
  producer_code: SP.POP.TOTL
  default_status: E
""",
}
COUNTRIES = (
    "iso3,iso2,m49,name,official_name,native_names,capital,region,subregion,wb_region,income_group,income_group_year,"
    "income_group_wb_2021,independent,un_member,landlocked,area_km2,lat,lon,languages,currencies,borders,memberships,ioc,flag"
)
KAZ = (
    "KAZ,KZ,398,Kazakhstan,Republic of Kazakhstan,kaz: Қазақстан,Astana,Asia,Central Asia,x,Upper middle income,2024,x,yes,yes,"
    "yes,2724900.4,48,68,kaz: Kazakh; rus: Russian,KZT: Kazakhstani tenge,CHN UZB,x,KAZ,x"
)
KIT = {
    "world/indicators.csv": "iso3,year,indicator,value\nUZB,1990,SP.POP.TOTL,20510000\nKAZ,1991,SP.POP.TOTL,16450.50\n"
    "KAZ,1990,SP.POP.TOTL,1.6e7\nKAZ,1990,EIU.DEMOCRACY,3.1\n",
    "world/countries.csv": f"{COUNTRIES}\n{KAZ}\n",
    "world/country_names.csv": "iso3,lang,kind,name\nKAZ,rus,common,Казахстан\nKAZ,eng,common,Kazakhstan\n",
    "world/memberships.csv": "organisation,iso3,role,since_year,note\nEAEU,KAZ,member,2015,\nEAEU,CUB,observer,,\n",
    "culture/world_heritage_sites.csv": "iso3,unique_number,id_no,name,category,year_inscribed,transboundary,lon,lat\n",
    "culture/olympic_medals_by_games.csv": "iso3,noc,team,games,year,season,gold,silver,bronze,total\n",
}


@pytest.fixture
def kit(tmp_path: Path) -> list[str]:
    for name, text in CATALOG.items():
        path = tmp_path / "project/data/catalog" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for name, text in KIT.items():
        path = tmp_path / "kit" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return ["--source", str(tmp_path / "kit"), "--target", str(tmp_path / "project")]


def write(folder: Path, name: str, text: str) -> None:
    (folder / "kit" / name).write_text(text, "utf-8")


def test_rows_are_sorted_and_digits_kept_and_what_the_catalog_does_not_name_stays_out(
    kit: list[str], tmp_path: Path
) -> None:
    assert main(kit) == 0
    folder = tmp_path / "project/data/observations"
    assert [path.name for path in folder.iterdir()] == ["population.csv"]
    assert (folder / "population.csv").read_text("utf-8") == (
        "country,year,value,status,origin,note\n"
        "KAZ,1990,1.6e7,E,wdi,\nKAZ,1991,16450.50,E,wdi,\nUZB,1990,20510000,E,wdi,\n"
    )


def test_an_earlier_edition_fills_in_only_for_countries_the_newer_copy_lacks(kit: list[str], tmp_path: Path) -> None:
    catalog = tmp_path / "project/data/catalog"
    people, origins = catalog / "indicators/society.yaml", catalog / "origins.yaml"
    people.write_text(people.read_text("utf-8").replace("origins: [wdi]", "origins: [wdi, wdi_2023_09]"), "utf-8")
    origins.write_text(CATALOG["origins.yaml"] + CATALOG["origins.yaml"].replace("wdi:", "wdi_2023_09:"), "utf-8")
    rows = (
        "NAM,2022,SP.POP.TOTL,2023-09-19,2567012",
        "NAM,2022,SP.POP.TOTL,2022-12-22,1",
        "NAM,2022,NY.GDP.MKTP.CD,2023-09-19,1",
        "KAZ,1989,SP.POP.TOTL,2023-09-19,1",
    )
    write(tmp_path, "world/revisions.csv", "\n".join(("iso3,year,indicator,vintage,value", *rows)))
    assert main(kit) == 0
    lines = (tmp_path / "project/data/observations/population.csv").read_text("utf-8").splitlines()
    assert [line for line in lines if "wdi_2023_09" in line] == ["NAM,2022,2567012,E,wdi_2023_09,"]


def test_only_the_countries_asked_for_are_kept(kit: list[str], tmp_path: Path) -> None:
    assert main([*kit, "--countries", "UZB"]) == 0
    lines = (tmp_path / "project/data/observations/population.csv").read_text("utf-8").splitlines()
    assert lines[1:] == ["UZB,1990,20510000,E,wdi,"]


def test_a_country_carries_its_names_in_other_languages(kit: list[str], tmp_path: Path) -> None:
    assert main(kit) == 0
    row = (tmp_path / "project/data/countries.csv").read_text("utf-8").splitlines()[1]
    assert row.startswith(
        "KAZ,KZ,398,Kazakhstan,kazakhstan,Republic of Kazakhstan,kk: Қазақстан,Казахстан,Astana,Central Asia"
    )
    assert row.endswith("2724900,Kazakh; Russian,KZT: Kazakhstani tenge,CHN; UZB")


def test_names_are_mended_and_readers_names_added(kit: list[str], tmp_path: Path) -> None:
    write(
        tmp_path,
        "world/countries.csv",
        KIT["world/countries.csv"] + KAZ.replace("KAZ,KZ,398,Kazakhstan", "IRN,IR,364,Iran"),
    )
    write(
        tmp_path,
        "world/country_names.csv",
        'iso3,lang,kind,name\nIRN,x,x,"ʁɛpublika de an\'ɡɔla"\nIRN,rus,common,Иран\n',
    )
    assert main(kit) == 0
    row = (tmp_path / "project/data/countries.csv").read_text("utf-8").splitlines()[2]
    assert ",Иран; Persia," in row


def test_what_is_out_of_date_in_the_kit_is_mended(kit: list[str], tmp_path: Path) -> None:
    old = KAZ.replace("KAZ,KZ,398,Kazakhstan", "MDA,MD,498,Moldova").replace(
        "kaz: Kazakh; rus: Russian", "ron: Moldavian"
    )
    cuba = KAZ.replace("KAZ,KZ,398,Kazakhstan", "CUB,CU,192,Cuba").replace("KZT: Kazakhstani tenge", "CUC: x; CUP: y")
    write(tmp_path, "world/countries.csv", f"{COUNTRIES}\n{old}\n{cuba}\n")
    assert main(kit) == 0
    moldova, havana = (tmp_path / "project/data/countries.csv").read_text("utf-8").splitlines()[1:]
    assert ",Chișinău," in moldova
    assert ",Romanian,KZT: Kazakhstani tenge," in moldova
    assert ",Kazakh; Russian,CUP: Cuban peso," in havana


def test_a_nil_is_told_from_what_does_not_apply(kit: list[str], tmp_path: Path) -> None:
    catalog = tmp_path / "project/data/catalog/indicators/society.yaml"
    counted = "".join(
        CATALOG["indicators/society.yaml"]
        .replace("population:", f"{name}:", 1)
        .replace("producer_code: SP.POP.TOTL\n  ", "")
        for name in ("world_heritage_sites", "olympic_medals_summer")
    )
    catalog.write_text(CATALOG["indicators/society.yaml"] + counted, "utf-8")
    write(tmp_path, "world/countries.csv", KIT["world/countries.csv"] + KAZ.replace("KAZ,KZ,398", "TUV,TV,798") + "\n")
    medals = KIT["culture/olympic_medals_by_games.csv"] + "KAZ,KAZ,Kazakhstan,rio-2016,2016,summer,3,5,10,18\n"
    write(tmp_path, "culture/olympic_medals_by_games.csv", medals)
    assert main(kit) == 0
    folder = tmp_path / "project/data/observations"
    assert (folder / "world_heritage_sites.csv").read_text("utf-8").splitlines()[1:] == [
        "KAZ,2019,0,E,wdi,",
        "TUV,2019,,M,wdi,not a state party to the World Heritage Convention in 2019",
    ]
    assert (folder / "olympic_medals_summer.csv").read_text("utf-8").splitlines()[1:] == [
        "KAZ,2016,18,E,wdi,",
        "VAT,2016,,M,wdi,has no National Olympic Committee and sends no team",
    ]


def test_each_country_has_a_point_for_maps(kit: list[str], tmp_path: Path) -> None:
    assert main(kit) == 0
    points = (tmp_path / "project/data/geo/points.csv").read_text("utf-8")
    assert points == "country,latitude,longitude\nKAZ,48,68\n"


def test_groups_that_the_kit_does_not_have_are_kept(kit: list[str], tmp_path: Path) -> None:
    groups = tmp_path / "project/data/groups.yaml"
    own = "nato:\n  title: NATO\n  kind: organisation\n  members: [USA]\n"
    groups.write_text(f"eaeu:\n  title: Old\n\n{own}", "utf-8")
    assert main(kit) == 0
    made = groups.read_text("utf-8")
    assert made.endswith(f"\n\n{own}")
    assert "Old" not in made
    assert main(kit) == 0
    assert groups.read_text("utf-8") == made


def test_groups_tell_members_from_others(kit: list[str], tmp_path: Path) -> None:
    assert main(kit) == 0
    text = (tmp_path / "project/data/groups.yaml").read_text("utf-8")
    assert "  members: [KAZ]\n  others: [{country: CUB, role: observer}]\n" in text


def test_a_kit_that_is_not_there_is_told(kit: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kit/world/indicators.csv").unlink()
    assert main(kit) == 1
    assert "Cannot convert: " in capsys.readouterr().err


def test_a_series_with_a_contract_is_left_to_refresh(kit: list[str], tmp_path: Path) -> None:
    contract = tmp_path / "project/data/imports/wdi.yaml"
    contract.parent.mkdir()
    contract.write_text("reader: worldbank\nseries:\n  population: {code: SP.POP.TOTL}\n", "utf-8")
    assert main(kit) == 0
    assert not (tmp_path / "project/data/observations/population.csv").exists()
