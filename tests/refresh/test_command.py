import json
import re
import socket
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.publish.lock import locked
from generator.refresh.adopt.wish import Wish
from generator.refresh.command import Done, Options, run_import, run_refresh
from generator.rules import Rule
from generator.terminal.report import DriftFormat
from tests.projects import problems_of
from tests.recorded import FOLDER
from tests.refresh.replies import URL, WDI, Figures, keep, page, project, put, standing

OTHERS: Figures = {("WLD", 2024): "8142056446", ("CHI", 2024): "175346", ("AFG", 2024): "42647492", ("KAZ", 1800): None}


@pytest.fixture(autouse=True)
def _no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def refreshed(root: Path, replies: Path, style: DriftFormat = DriftFormat.TEXT, **more: object) -> Done:
    options = Options(root=root, offline=replies, accepted={})
    for name, value in more.items():
        options = Options(**{**{f: getattr(options, f) for f in options.__slots__}, name: value})
    return run_refresh(options, style)


def state(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted((root / "data").rglob("*")) if p.is_file()}


def test_a_new_year_and_a_revision_are_written_once(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    figures = {**standing(root), ("KAZ", 2025): "20843754", **OTHERS}
    first = min(standing(root))
    figures[first] = "16000001"
    done = refreshed(root, keep(tmp_path / "replies", {URL: page(figures)}))
    assert done.problems == ()
    assert "1 new; new years 2025" in done.report
    assert "vintage 2026-02-24" in done.report
    assert standing(root)[first] == "16000001"
    assert standing(root)["KAZ", 2025] == "20843754"
    receipt = json.loads((root / f"data/imports/receipts/{WDI}.json").read_text("utf-8"))
    assert receipt["vintage"] == "2026-02-24"
    assert receipt["requests"][0]["date"] == "2026-03-01"
    assert receipt["series"]["population"]["areas_left_out"]["WLD"] == "aggregate"
    assert receipt["series"]["population"]["areas_left_out"]["AFG"] == "not in countries.csv"
    before = state(root)
    again = refreshed(root, tmp_path / "replies", DriftFormat.JSON)
    assert state(root) == before
    assert json.loads(again.report)["changed"] is False


def test_any_order_of_records_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = project(tmp_path / "one"), project(tmp_path / "other")
    figures = {**standing(one), ("KAZ", 2025): "20843754"}
    refreshed(one, keep(tmp_path / "a", {URL: page(figures)}))
    refreshed(other, keep(tmp_path / "b", {URL: page(dict(reversed(figures.items())))}))
    path = "data/observations/population.csv"
    assert (one / path).read_bytes() == (other / path).read_bytes()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    before = state(root)
    figures = {**standing(root), ("KAZ", 2025): "20843754"}
    done = refreshed(root, keep(tmp_path / "replies", {URL: page(figures)}), DriftFormat.MARKDOWN, dry=True)
    assert "would be written" in done.report
    assert state(root) == before


def test_a_country_that_is_gone_is_held_back_until_somebody_accepts(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    figures = {key: value for key, value in standing(root).items() if key[0] != "UZB"}
    replies = keep(tmp_path / "replies", {URL: page(figures)})
    before = state(root)
    held = refreshed(root, replies)
    assert {problem.rule for problem in held.problems} == {Rule.IMPORT_HELD}
    assert any("no figure of UZB is left" in problem.message for problem in held.problems)
    assert state(root) == before
    taken = refreshed(root, replies, accepted={"population": "Uzbekistan stopped counting"})
    assert "accepted: Uzbekistan stopped counting" in taken.report
    assert not any(country == "UZB" for country, _year in standing(root))
    receipt = json.loads((root / f"data/imports/receipts/{WDI}.json").read_text("utf-8"))
    assert receipt["accepted"] == {"population": "Uzbekistan stopped counting"}


def test_a_finding_of_plausibility_holds_back(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    figures = {**standing(root), ("KAZ", 2025): "0"}
    before = state(root)
    done = refreshed(root, keep(tmp_path / "replies", {URL: page(figures)}))
    assert {problem.rule for problem in done.problems} == {Rule.IMPORT_HELD}
    assert state(root) == before


@pytest.mark.parametrize(
    ("body", "status", "rule"),
    [
        (
            b'[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]',
            200,
            Rule.REPLY_ERROR,
        ),
        (b"<html><title>Maintenance</title></html>", 200, Rule.REPLY_ERROR),
        (b"x", 404, Rule.REPLY_ERROR),
        (b'[{"page":1', 200, Rule.REPLY_INVALID),
    ],
)
def test_a_bad_reply_leaves_our_rows(tmp_path: Path, body: bytes, status: int, rule: Rule) -> None:
    root = project(tmp_path / "project")
    before = state(root)
    done = refreshed(root, keep(tmp_path / "replies", {URL: body}, status))
    assert [problem.rule for problem in done.problems] == [rule]
    assert done.problems[0].location.path == f"data/imports/{WDI}.yaml"
    assert state(root) == before


def test_without_a_reply_nothing_happens(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    assert [problem.rule for problem in refreshed(root, tmp_path / "none").problems] == [Rule.NETWORK]


def test_unknown_areas_and_flags_stop_an_origin(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    before = state(root)
    done = refreshed(root, keep(tmp_path / "replies", {URL: page({**standing(root), ("QQQ", 2000): "1"})}))
    assert [problem.rule for problem in done.problems] == [Rule.AREA_UNKNOWN]
    put(root / "data/imports/areas/worldbank.csv", "code,country,reason\nQQQ,,aggregate\n")
    refreshed(root, tmp_path / "replies")
    assert state(root).keys() - before.keys() >= {f"data/imports/receipts/{WDI}.json"}


def test_pages_that_change_in_between(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    figures = list({**standing(root), ("KAZ", 2025): "20843754"}.items())
    second = "https://api.worldbank.org/v2/country/all/indicator/SP.POP.TOTL?format=json&per_page=20000&footnote=y&source=2&page=2"
    halves = dict(figures[:20]), dict(figures[20:])
    total = len(figures)
    bodies = {
        URL: page(halves[0], pages=2, total=total),
        second: page(halves[1], page=2, pages=2, total=total, updated="2026-03-02"),
    }
    done = refreshed(root, keep(tmp_path / "drifting", bodies))
    assert "changed between its pages" in done.problems[0].message
    bodies[second] = page(halves[1], page=2, pages=2, total=total)
    assert refreshed(root, keep(tmp_path / "steady", bodies)).problems == ()
    assert standing(root)["KAZ", 2025] == "20843754"


def test_names_on_the_command_line_that_nobody_has(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    done = refreshed(root, tmp_path / "none", origins=("wdi",), only=("people",))
    assert [problem.rule for problem in done.problems] == [Rule.IMPORT_CONTRACT] * 2


def test_a_build_at_work_is_not_disturbed(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    before = state(root)
    replies = keep(tmp_path / "replies", {URL: page({**standing(root), ("KAZ", 2025): "20843754"})})
    with locked(root / "site"):
        done = refreshed(root, replies)
    assert [problem.rule for problem in done.problems] == [Rule.SITE_NOT_WRITTEN]
    assert state(root) == before


def test_a_new_vintage_names_the_sentences_it_makes_false_and_no_others(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    figures = {**standing(root), ("KAZ", 2024): "21000000", ("KAZ", 2025): "21300000", ("UZB", 1996): "23200001"}
    done = refreshed(root, keep(tmp_path / "replies", {URL: page(figures)}))
    named = set(re.findall(r"^ *(content/\S+?:\d+):", done.report, re.MULTILINE))
    false = {
        f"{p.location.path}:{p.location.line}" for p in problems_of(root) if p.location.path.startswith("content/")
    }
    assert named == false == {"content/countries/kazakhstan.md:13", "content/essays/first-essay.md:14"}


def looked(root: Path, path: Path, **wish: object) -> Done:
    given = {"indicator": "hdi", "origin": "", **wish}
    write = bool(given.pop("write", False))
    return run_import(root, str(path), "", Wish(**given), write=write, record=None, offline=None)  # type: ignore[arg-type]


def test_a_file_that_nobody_described(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    before = state(root)
    done = looked(root, FOLDER / "hdr.csv")
    assert done.failure == ""
    assert "header in line 1" in done.report
    assert "1990–2021, yearly" in done.report
    assert "aggregate (11): ZZA.VHHD" in done.report
    assert "KAZ,1990,0.673,A,hdr," in done.report
    assert state(root) == before
    written = looked(root, FOLDER / "hdr.csv", write=True)
    assert "Wrote data/observations/hdi.csv" in written.report
    told = problems_of(root)
    assert {problem.rule for problem in told} == {Rule.CATALOG_INVALID}
    assert len(told) == 10
    complete(root)
    assert [problem for problem in problems_of(root) if not problem.rule.is_warning] == []
    again = run_refresh(Options(root=root, origins=("hdr",), accepted={}), DriftFormat.JSON)
    assert json.loads(again.report)["changed"] is False


def test_a_further_file_of_an_origin_has_a_file_of_its_own(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    for name in ("one", "two"):
        put(tmp_path / f"{name}.csv", f"Country,Year,{name}\nKazakhstan,2000,1\n")
        assert looked(root, tmp_path / f"{name}.csv", indicator=name, origin="tables", write=True).failure == ""
        complete(root)
    contract = (root / "data/imports/tables.yaml").read_text("utf-8")
    assert contract == (
        "reader: table\nfile: one.csv\narea: Country\ntime: Year\n"
        "series:\n  two: {value: two, file: two.csv}\n  one: {value: one}\n"
    )
    again = run_refresh(Options(root=root, origins=("tables",), accepted={}), DriftFormat.JSON)
    assert (again.problems, json.loads(again.report)["changed"]) == ((), False)
    put(tmp_path / "three.csv", "Land,Year,three\nKazakhstan,2000,1\n")
    refused = looked(root, tmp_path / "three.csv", indicator="three", origin="tables")
    assert "reads files of another kind: area" in refused.failure


def test_a_name_that_another_series_has_is_asked(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    put(tmp_path / "bottles.csv", "country,year,value\nKAZ,2021,12.5\n")
    before = state(root)
    done = looked(root, tmp_path / "bottles.csv", indicator="population", write=True)
    assert f"'population' is a series here already: Population (people), from {WDI}." in done.failure
    assert "add bottles to its `origins:`" in done.failure
    assert state(root) == before


def test_figures_that_would_be_replaced_are_counted(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    put(
        root / f"data/imports/{WDI}.yaml",
        "reader: table\nfile: a.csv\narea: country\ntime: year\nseries: {population: {}}\n",
    )
    put(tmp_path / "a.csv", "country,year,value\nKAZ,2021,12\n")
    said = f"Its {len(standing(root))} figures of {WDI} would be replaced."
    assert said in looked(root, tmp_path / "a.csv", indicator="population", origin=WDI).report
    assert "would be replaced" not in looked(root, tmp_path / "a.csv", indicator="bottles").report


def complete(root: Path) -> None:
    """Write what a person would."""
    path = root / "data/catalog/indicators/imported.yaml"
    text = path.read_text("utf-8").replace('"TODO: what it measures, in a sentence."', "An index.")
    text = text.replace("topic: TODO", "topic: economy").replace("kind: count, symbol: TODO", 'kind: index, symbol: ""')
    path.write_text(text, encoding="utf-8")
    origins = root / "data/catalog/origins.yaml"
    text = origins.read_text("utf-8").replace("redistribution: TODO", "redistribution: yes")
    origins.write_text(text.replace(".org/TODO", ".org/").replace("TODO", "what it is"), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("uis-api.json", "AGO,2008,1.325479984283447,E,"),
        ("sdmx-tourism.json", "or --where VARIABLE=…, with one of"),
        ("jsonstat-bundle.json", "Write `name:`, or --name, with one of oecd, canada."),
        ("imf-two-series.json", "INDICATOR has 2 values"),
        ("worldbank-values.json", "a reply of the World Bank's API, perhaps one page of several"),
        ("databank.csv", "KAZ,2000,43.6,A,databank"),
        ("owid-life-expectancy.csv", "part of a country (1): Scotland"),
        ("eurostat.csv", "aggregate (2): EA20; EU27_2020"),
        ("owid-women.csv", "'No' is no number."),
    ],
)
def test_files_of_producers_are_known_by_what_they_have(tmp_path: Path, name: str, said: str) -> None:
    root = project(tmp_path / "project")
    with (root / "data/countries.csv").open("a", encoding="utf-8") as file:
        file.write("AGO,AO,024,Angola,angola,Angola,,,Luanda,Middle Africa,,,,,,\n")
        file.write("AFG,AF,004,Afghanistan,afghanistan,Afghanistan,,,Kabul,Southern Asia,,,,,,\n")
        file.write("ALB,AL,008,Albania,albania,Albania,,,Tirana,Southern Europe,,,,,,\n")
    done = looked(root, FOLDER / name)
    assert said in done.failure + done.report
    assert ("Would write" in done.report) == (not done.failure)


def test_json_that_no_reader_knows(tmp_path: Path) -> None:
    put(tmp_path / "other.json", '{"rows": []}')
    assert "No reader knows this JSON." in looked(project(tmp_path / "project"), tmp_path / "other.json").failure


def test_a_table_in_an_archive(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    with ZipFile(tmp_path / "table.zip", "w") as archive:
        archive.writestr("table.csv", "Country,Year,A\nKazakhstan,2000,1\n")
        archive.writestr("metadata.csv", "Source,Nobody\n")
    done = looked(root, tmp_path / "table.zip", write=True)
    assert "KAZ,2000,1,A,table," in done.report
    complete(root)
    again = run_refresh(Options(root=root, origins=("table",), accepted={}), DriftFormat.JSON)
    assert (again.problems, json.loads(again.report)["changed"]) == ((), False)


def test_the_list_that_knows_most_areas_is_taken(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    done = looked(root, FOLDER / "jsonstat-bundle.json", name="oecd")
    assert "1 area is unknown:\n  EU15\n" in done.report


def test_a_list_that_is_named_answers_what_was_asked_before(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    put(tmp_path / "table.csv", "Place,2019,2020\nKZ,1,2\nUZ,1,2\nXX,3,4\n")
    assert "XX" in looked(root, tmp_path / "table.csv", areas="alpha2").report
    put(root / "data/imports/areas/table.csv", "code,country,reason\nKZ,,?\nXX,,aggregate\n")
    assert "KAZ,2019,1,A,table," in looked(root, tmp_path / "table.csv", areas="alpha2").report


def test_unknown_areas_are_asked_in_a_file_that_is_kept(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    table = tmp_path / "table.csv"
    table.write_text("Place;2019;2020\nKazakstan;1,5;2\nUzbekistan;3;4\nWorld;9;9\nKyrgyzstan;1;1\n", encoding="utf-8")
    done = looked(root, table, decimal=",")
    assert "Kazakstan (like Kazakhstan (KAZ))" in done.report
    questions = root / "data/imports/areas/table.csv"
    assert questions.read_text("utf-8") == "code,country,reason\nKazakstan,,? Kazakhstan (KAZ)\n"
    questions.write_text("code,country,reason\nKazakstan,KAZ,\n", encoding="utf-8")
    assert "KAZ,2019,1.5,A,table," in looked(root, table, decimal=",").report


@pytest.mark.parametrize(
    ("text", "wish", "said"),
    [
        ("Country,Year,Sex,A,B\nKazakhstan,2000,F,1,2\nKazakhstan,2000,M,3,4\n", {}, "Which column holds the figures?"),
        ("Country,Year,Sex,A,B\nKazakhstan,2000,F,1,2\nKazakhstan,2000,M,3,4\n", {"value": "A"}, "--where"),
        ("Country,Month,A\nKazakhstan,2000-01,1\nKazakhstan,2000-02,3\n", {}, "a month each, not years"),
        ("a,b\n1,2\n3,4\n", {}, "No column holds countries"),
        ("Country,A\nKazakhstan,1\n", {}, "No column holds years"),
        ("Country,Year,A\nFrance,2000,1\n", {}, "it has no figure of a country that this project has"),
        ("Country,2000\nKazakhstan,1\n", {"value": "x"}, ""),
    ],
)
def test_what_could_be_several_things_is_asked(tmp_path: Path, text: str, wish: dict[str, object], said: str) -> None:
    root = project(tmp_path / "project")
    table = tmp_path / "table.csv"
    table.write_text(text, encoding="utf-8")
    done = looked(root, table, **wish)
    assert said in done.failure or said in done.report


@pytest.mark.parametrize(
    ("figures", "wish", "said"),
    [
        ("40.700;35.300", {}, "'40.700' can be read in two ways: 40.700 or 40700."),
        ("40.700;35.300", {}, 'Say --decimal "." if the point stands before decimals, --decimal "," --thousands "."'),
        ("40,700;12", {}, 'Say --decimal "," if the comma stands before decimals, --thousands ","'),
        ("40.700;1.2", {}, "KAZ,2020,40.700,"),
        ("40.700;0.123", {}, "KAZ,2020,40.700,"),
        ("40.700;12345", {}, "KAZ,2020,40.700,"),
        ("40.700;35.300", {"decimal": "."}, "KAZ,2020,40.700,"),
        ("40.700;35.300", {"thousands": "."}, "KAZ,2020,40700,"),
        ("40.700;35.300", {"decimal": ",", "thousands": "."}, "KAZ,2020,40700,"),
        ("40.700;35.300", {"decimal": ","}, "'40.700' is no number."),
    ],
)
def test_a_mark_that_may_be_two_things_is_asked(
    tmp_path: Path, figures: str, wish: dict[str, object], said: str
) -> None:
    root = project(tmp_path / "project")
    put(tmp_path / "table.csv", f"Land;2020;2021\nKazakhstan;{figures}\n")
    done = looked(root, tmp_path / "table.csv", **wish)
    assert said in done.failure + done.report


def test_header_in_several_lines_and_words_below(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    table = tmp_path / "table.csv"
    table.write_text(
        "Some title,,,\n\nCountry,People,,Area\n,2000,2001,2001\nKazakhstan,1,2,3\nUzbekistan,4,5,6\nSource: somebody,,,\n",
        encoding="utf-8",
    )
    assert "'People', 'Area'" in looked(root, table).failure
    done = looked(root, table, value="People")
    assert "header in lines 3, 4" in done.report
    assert "KAZ,2001,2,A,table," in done.report
    assert "words only: Source: somebody" in done.report


def test_a_series_of_the_world_bank(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    about = (
        b'[{"page":1},[{"id":"SP.POP.TOTL","name":"Population, total","unit":"","sourceNote":"All residents. More."}]]'
    )
    replies = keep(
        tmp_path / "replies",
        {URL: page(standing(root)), "https://api.worldbank.org/v2/indicator/SP.POP.TOTL?format=json": about},
    )
    wish = Wish(indicator="people", origin=WDI)
    done = run_import(root, "worldbank", "SP.POP.TOTL", wish, write=True, record=None, offline=replies)
    assert done.failure == ""
    contract = (root / f"data/imports/{WDI}.yaml").read_text("utf-8")
    assert contract == CONTRACT_OF_TWO
    entry = (root / "data/catalog/indicators/imported.yaml").read_text("utf-8")
    assert 'title: "Population, total"' in entry
    assert 'description: "All residents."' in entry or "description: All residents." in entry


CONTRACT_OF_TWO = (
    'reader: worldbank\ndataset: "2"\nseries:\n  people: {code: SP.POP.TOTL}\n  population: {code: SP.POP.TOTL}\n'
)


def test_what_import_cannot_do(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    assert "cannot be read" in looked(root, tmp_path / "none.csv").failure
    assert "is no id" in looked(root, FOLDER / "hdr.csv", indicator="A b").failure
    wish = Wish(indicator="people", origin="")
    done = run_import(root, "wordbank", "X", wish, write=False, record=None, offline=tmp_path)
    assert "There is no reader" in done.failure
    done = run_import(root, "sdmx-csv", "http://x.example", wish, write=False, record=None, offline=tmp_path)
    assert "'http://x.example' is no address of data." in done.failure
