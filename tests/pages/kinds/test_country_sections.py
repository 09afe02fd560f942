"""Charts of a profile: what they compare with, and why one is not drawn."""

import shutil
from pathlib import Path

import pytest

from tests.changes import put, swap
from tests.projects import prepared, problems_of

LAYOUT = """key_figures: [population]
sections:
  - id: people
    title: People
    charts:
      - {kind: strip, indicator: population}
"""


def profile(project: Path) -> str:
    made = prepared(project)
    assert made.diagnostics == ()
    return next(o.render().decode() for o in made.outputs if o.path == "countries/uzbekistan/index.html")


def with_layout(starter: Path, tmp_path: Path, charts: str) -> Path:
    project = shutil.copytree(starter, tmp_path / "project")
    put("content/profile.yaml", f"{LAYOUT.partition('      -')[0]}{charts}")(project)
    shutil.rmtree(project / "content/countries")
    essay = "content/essays/first-essay.md"
    swap(essay, "[the profile of Kazakhstan](../countries/kazakhstan.md#people)", "it")(project)
    return project


def test_a_strip_of_three_places_is_drawn_or_the_reason_said(starter: Path, tmp_path: Path) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    put("content/profile.yaml", LAYOUT)(project)
    shutil.rmtree(project / "content/countries")
    swap("content/essays/first-essay.md", "[the profile of Kazakhstan](../countries/kazakhstan.md#people)", "it")(
        project
    )
    assert "Population: not drawn, as fewer than 10 places have a value for one year." in profile(project)
    swap("site.yaml", "thresholds: {rank: 10, strip: 10}\n", "")(project)
    shown = profile(project)
    assert "not drawn" not in shown
    assert 'id="strip-population' in shown or "strip-population.csv" in shown


def test_a_chart_of_the_layout_compares_with_all_a_group_or_some_between_years(starter: Path, tmp_path: Path) -> None:
    charts = (
        "      - {kind: trend, indicator: population, compare: all, years: [2000, 2010]}\n"
        "      - {kind: ranking, indicator: population, compare: group}\n"
        "      - {kind: slope, indicator: population, compare: [KAZ], years: [2000, 2020]}\n"
    )
    made = prepared(with_layout(starter, tmp_path, charts))
    assert made.diagnostics == ()
    assert made.site
    page = made.site.page(made.site.by_url["/countries/uzbekistan/"])
    trend, ranking, slope = made.site.charts_on(page)
    assert {code for drawn in trend.figures for code in drawn.countries} == {"KAZ", "KGZ", "UZB"}
    assert {(drawn.first, drawn.last) for drawn in trend.figures} == {(2000, 2010)}
    assert {code for drawn in ranking.figures for code in drawn.countries} == {"KAZ", "KGZ", "UZB"}
    assert {code for drawn in slope.figures for code in drawn.countries} == {"KAZ", "UZB"}
    ids = [trend.id, ranking.id, slope.id]
    assert ids == ["trend-population-all-2000-2010", "ranking-population-group", "slope-population-kaz-2000-2020"]


@pytest.mark.parametrize(
    ("chart", "place", "message"),
    [
        ("{kind: trend, indicator: population, compare: [KAZ, FRA]}", "6:61 country-unknown", "FRA"),
        ("{kind: trend, indicator: population, compare: everybody}", "6:55 yaml-value", "compare"),
        (
            "{kind: strip, indicator: population, compare: all}",
            "6:16 chart-invalid",
            "A strip compares with no others.",
        ),
        (
            "{kind: slope, indicator: population, years: [2020]}",
            "6:16 chart-invalid",
            "A slope runs between two years.",
        ),
        (
            "{kind: ranking, indicator: population, years: [2000, 2020]}",
            "6:16 chart-invalid",
            "A ranking shows one year.",
        ),
    ],
)
def test_what_a_chart_cannot_compare_or_show_is_named(
    starter: Path, tmp_path: Path, chart: str, place: str, message: str
) -> None:
    project = with_layout(starter, tmp_path, f"      - {chart}\n")
    found = problems_of(project)[0]
    assert f"{found.location} {found.rule}" == f"content/profile.yaml:{place}"
    assert message in found.message


def test_each_chart_that_is_not_drawn_has_its_reason(starter: Path, tmp_path: Path) -> None:
    charts = (
        "      - {kind: trend, indicator: population, years: [1700, 1701], title: Then}\n"
        "      - {kind: ranking, indicator: internet_users, years: [1961], title: Before the net}\n"
    )
    project = with_layout(starter, tmp_path, charts)
    rows = project / "data/observations/life_expectancy.csv"
    kept = [line for line in rows.read_text("utf-8").splitlines() if not line.startswith("UZB")]
    rows.write_text("\n".join(kept) + "\n", encoding="utf-8")
    layout = project / "content/profile.yaml"
    layout.write_text(f"{layout.read_text('utf-8')}      - {{kind: slope, indicator: life_expectancy}}\n", "utf-8")
    shown = profile(project)
    assert "Then: not drawn, as too few figures are known for the same years." in shown
    assert "Before the net: not drawn, as no figure is known for 1961." in shown
    assert "Life expectancy at birth: not drawn, as no figure is known." in shown
