"""The files of an index: anyone redoes it from them."""

import csv
import io
import json
from pathlib import Path

import pytest

from generator.outputs.data.index_files import number, score, tables, weights_text
from generator.pages.downloads.csv_rows import csv_text
from tests.changes import swap
from tests.indices.world import contract, loaded, project
from tests.projects import prepared
from tests.starter_project import write_starter

pytestmark = pytest.mark.uncounted  # others count the lines it runs

UP = "direction: higher_is_better"
TEXT = f"""imputation: {{method: mean, at_least: 2}}
minimum: {{country: 0.6}}
nodes: {{top: {{}}, part: {{parent: top, weight: 2}}}}
indicators:
  rising: {{parent: top, {UP}}}
  three: {{parent: part, {UP}}}
  mixed: {{parent: part, {UP}, weight: 3}}
  counted: {{parent: part, {UP}, absent: zero}}
sensitivity: {{seed: 1, draws: 20, weights: 0.2}}
"""
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def files() -> dict[str, Rows]:
    result = loaded(project(test=contract(TEXT)))[1]["test"]
    made = tables(result.contract, result.editions[2019])
    texts = {name: csv_text(columns, rows()) for name, (columns, rows) in made.items()}
    return {name: list(csv.DictReader(io.StringIO(text))) for name, text in texts.items()}


def test_every_step_has_a_file(files: dict[str, Rows]) -> None:
    assert set(files) == {
        "raw", "treated", "normalised", "scores", "ranks", "intervals", "contributions", "leave_one_out",
        "correlations", "treatment", "coverage",
    }  # fmt: skip


def test_raw_values_say_where_they_come_from(files: dict[str, Rows]) -> None:
    first, *_rest, last = files["raw"]
    assert (first["three"], first["three.year"], first["three.status"]) == ("1", "2019", "observed")
    assert (last["three"], last["three.year"], last["three.status"]) == ("5", "", "imputed")
    assert (last["counted"], last["counted.status"]) == ("0", "zero by list")


def test_years_and_statuses_stand_only_where_one_is_not_the_usual(files: dict[str, Rows]) -> None:
    """The usual is a value of the edition's year, and observed."""
    assert ",".join(files["raw"][0]) == ("country,rising,three,three.year,three.status,mixed,counted,counted.status")


def test_scores_follow_from_the_normalised_values(files: dict[str, Rows]) -> None:
    for row, scores in zip(files["normalised"], files["scores"], strict=True):
        part = (float(row["three"]) + 3 * float(row["mixed"]) + float(row["counted"])) / 5
        assert float(scores["top"]) == pytest.approx((float(row["rising"]) + 2 * part) / 3, abs=1e-9)


def test_normalised_values_follow_from_the_treated_ones(files: dict[str, Rows]) -> None:
    values = [float(row["mixed"]) for row in files["treated"]]
    expected = [100 * (value - min(values)) / (max(values) - min(values)) for value in values]
    assert [float(row["mixed"]) for row in files["normalised"]] == pytest.approx(expected, abs=1e-9)


def test_contributions_add_up(files: dict[str, Rows]) -> None:
    scores = {row["country"]: float(row["top"]) for row in files["scores"]}
    for row in files["contributions"]:
        added = sum(float(value) for key, value in row.items() if key != "country")
        assert added == pytest.approx(scores[row["country"]], abs=1e-9)


def test_numbers_come_back_exactly() -> None:
    assert [number(x) for x in (61.25, 1 / 3, 100.0, 0.0, float("nan"), 1e300)] == [
        "61.25", "0.3333333333333333", "100", "0", "", "1e+300",
    ]  # fmt: skip


def test_computed_scores_have_twelve_digits_and_other_numbers_all(files: dict[str, Rows]) -> None:
    assert [score(x) for x in (61.25, 200 / 3, 100.0, 1e-5 / 3, float("nan"))] == [
        "61.25", "66.6666666667", "100", "3.33333333333e-06", "",
    ]  # fmt: skip
    lengths = {
        name: max(len(cell.replace(".", "")) for row in files[name] for key, cell in row.items() if key != "country")
        for name in ("normalised", "scores", "contributions")
    }
    assert lengths == dict.fromkeys(lengths, 12)


def test_the_small_file_holds_scores_and_tree() -> None:
    result = loaded(project(test=contract(TEXT.replace("method: mean", "method: none"))))[1]["test"]
    held = json.loads(weights_text(result.contract, result.editions[2019]))
    assert (held["id"], held["version"], held["year"]) == ("test", "1", 2019)
    assert held["countries"] == list(result.editions[2019].ranked)
    assert held["scores"]["three"] == [0, 50, 100, *[None] * 9]
    assert held["tree"]["top"] == {"parent": None, "weight": 1, "aggregation": "arithmetic"}
    assert held["tree"]["mixed"] == {"parent": "part", "weight": 3}


def test_the_site_has_them_with_a_description_beside_each(tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    path = tmp_path / "project/data/indices/good-life.yaml"
    path.write_text(path.read_text("utf-8") + "published: {indicator: life_expectancy}\n", "utf-8")
    outputs = {output.path: output for output in prepared(tmp_path / "project").outputs}
    folder = "indices/good-life/2019/"
    about = json.loads(outputs[f"{folder}scores.csv-metadata.json"].render())
    columns = outputs[f"{folder}scores.csv"].render().decode().split("\n")[0].split(",")
    assert about["url"] == "scores.csv"
    assert [column["titles"] for column in about["tableSchema"]["columns"]] == columns
    catalog = json.loads(outputs["data/catalog.json"].render())["origins"]
    assert set(about["notes"][0]["origins"]) <= set(catalog)
    assert about["dc:license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert outputs[f"{folder}contract.yaml"].render().startswith(b"# A composite index")
    assert f"{folder}weights.json" in outputs
    assert "indicators/index_good_life/index.html" in outputs
    compared = outputs["indices/good-life/published.csv"].render().decode().splitlines()
    assert compared[0] == "country,year,published,ours,rounded,difference,same"
    kazakhstan = next(line.split(",") for line in compared if line.startswith("KAZ,2019,"))
    assert float(kazakhstan[5]) == pytest.approx(float(kazakhstan[3]) - float(kazakhstan[2]))
    assert kazakhstan[6] == "no"
    assert any(line.endswith(",,,,") for line in compared)
    about = json.loads(outputs["indices/good-life/published.csv-metadata.json"].render())
    assert about["tableSchema"]["primaryKey"] == ["country", "year"]


def test_its_files_are_made_of_what_it_reads_and_of_nothing_else(tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    keys = index_keys(tmp_path / "project")
    assert len(keys) > 20
    swap("data/observations/population.csv", "KAZ,2019,19209555", "KAZ,2019,29209555")(tmp_path / "project")
    assert index_keys(tmp_path / "project") == keys
    swap("data/observations/internet_users.csv", "KAZ,2019,81", "KAZ,2019,82")(tmp_path / "project")
    changed = {path for path, key in index_keys(tmp_path / "project").items() if keys[path] != key}
    assert changed >= {f"indices/good-life/2019/{name}" for name in ("raw.csv", "scores.csv", "weights.json")}
    assert "indices/good-life/2019/contract.yaml" not in changed
    assert "indices/good-life/2019/scores.csv-metadata.json" not in changed


def index_keys(root: Path) -> dict[str, str]:
    return {o.path: o.key_digest for o in prepared(root).outputs if o.path.startswith("indices/good-life/")}
