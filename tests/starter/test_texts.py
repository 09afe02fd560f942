"""The texts of a new project."""

import pytest

from generator import __version__
from generator.starter import project_files
from generator.starter.texts import example_index
from generator.starter.wish import Wish
from tests.repository import REPOSITORY
from tests.starter.world import FILES, WORLD, packed


def test_settings_texts_and_files_around_them_are_filled_in() -> None:
    files = project_files(WORLD, Wish(title='The "two"', countries=("EST", "LVA"), indicators=("population",)))
    assert files["site.yaml"] == (
        'title: "The \\"two\\""\ndescription: "The \\"two\\" in figures and commentary."\n'
        "publisher:\n  name: Our institute\n  repository: https://github.com/our-institute/country-profiles\n"
        "base_url: https://our-institute.github.io/country-profiles/\nedition: 2026-11-24\nreference_year: 2024\n"
        "geometry:\n  file: data/geo/a.json\n  note: N\nprofiles: [EST, LVA]\n"
    )
    assert files["requirements.txt"].endswith(f"country-profiles@v{__version__}\n")
    assert files["README.md"].startswith('# The "two"\n')
    steps = files["content/essays/next-steps.md"]
    assert "[1,300](value:population/EST@2024)" in steps
    assert "![Population in Estonia](chart:population/EST)" in steps
    assert "@" not in "".join(steps.split("@2024"))
    assert "templates" not in {name.partition("/")[0] for name in files}


def test_a_country_without_a_figure_has_no_typed_one() -> None:
    files = project_files(WORLD, Wish(title="T", countries=("ALA", "EST"), indicators=("population",)))
    assert '[…](value:population/ALA "not available")' in files["content/essays/next-steps.md"]


@pytest.mark.parametrize(
    ("decimals", "value", "figure"),
    [
        ("  decimals: 0\n", "41189.66753", "41,190"),
        ("  decimals: 1\n", "92.238", "92.2"),
        ("  decimals: 1\n", "0.0034", "0.003"),
        ("  decimals: 2\n", "-3.4", "−3.40"),
        ("", "5.5", "6"),
    ],
)
def test_the_figure_has_the_decimals_of_the_catalog(decimals: str, value: str, figure: str) -> None:
    catalog = "data/catalog/indicators/people.yaml"
    rows = f"country,year,value,status,origin,note\nEST,2024,{value},A,new,\n"
    entry = FILES[catalog].replace("  topic: people\n", f"  topic: people\n{decimals}", 1)
    world = packed({**FILES, catalog: entry, "data/observations/population.csv": rows})
    files = project_files(world, Wish(title="T", countries=("EST",), indicators=("population",)))
    assert f"[{figure}](value:population/EST@2024)" in files["content/essays/next-steps.md"]


def test_the_monthly_workflow_is_ours_with_an_installed_generator() -> None:
    files = project_files(WORLD, Wish(title="T", countries=("EST",), indicators=("population",)))
    ours = (REPOSITORY / ".github/workflows/refresh.yml").read_text("utf-8")
    changed = {
        "requirements/*.txt": "requirements.txt",
        "      - name: Environment\n        run: make .venv/runtime": "      - name: The generator\n        run: pip install -r requirements.txt",
        ".venv/bin/python -m generator": "profiles",
        ".venv/bin/python": "python",
    }
    for old, new in changed.items():
        assert old in ours
        ours = ours.replace(old, new)
    assert files[".github/workflows/refresh.yml"] == ours


def test_the_example_of_an_index_is_there_where_three_countries_have_its_figures() -> None:
    parts = ("life_expectancy", "gdp_per_head_ppp", "internet_users")
    rows = "".join(f"{code},2019,1,A,o,\n" for code in ("EST", "LVA", "LTU"))
    data = {f"data/observations/{name}.csv": f"country,year,value,status,origin,note\n{rows}" for name in parts}
    example = (REPOSITORY / "tests/three_countries/data/indices/good-life.yaml").read_text("utf-8")
    assert example_index(data) == {"data/indices/good-life.yaml": example}
    assert example_index(data | {"data/observations/internet_users.csv": rows.replace("LTU,2019", "LTU,2018")}) == {}
    assert example_index({}) == {}
