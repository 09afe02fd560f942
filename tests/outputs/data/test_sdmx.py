"""SDMX-CSV and its structure, judged by the readers of `sdmx1`."""

import csv
import gzip
import io
from pathlib import Path

import pytest
import sdmx
from sdmx.message import DataMessage, StructureMessage

from generator.cache import MemoryCache
from generator.outputs.data.sdmx import BOUNDS
from generator.prepare import prepare
from tests.starter_project import write_starter

pytestmark = pytest.mark.uncounted  # others count the lines it runs


def structure_of(published: Path) -> StructureMessage:
    message = sdmx.read_sdmx(published / "data/structure.xml")
    assert isinstance(message, StructureMessage)
    return message


@pytest.mark.usefixtures("judged")
def test_the_structure_and_the_data_fit(published: Path) -> None:
    structure = structure_of(published)
    flow = structure.dataflow["OBSERVATIONS"]
    assert [d.id for d in flow.structure.dimensions] == ["FREQ", "REF_AREA", "INDICATOR", "TIME_PERIOD"]
    assert structure.codelist["CL_AREA"]["KAZ"].name.localized_default() == "Kazakhstan"
    text = gzip.decompress((published / "indicators/population/data.sdmx.csv.gz").read_bytes())
    message = sdmx.read_sdmx(io.BytesIO(text), format="csv", structure=flow)
    assert isinstance(message, DataMessage)
    rows = list(csv.DictReader(io.StringIO(text.decode())))
    observations = [o for data in message.data for o in data.obs]
    assert len(observations) == len(rows)
    assert str(observations[0].value) == rows[0]["OBS_VALUE"]
    assert observations[0].key["REF_AREA"] == rows[0]["REF_AREA"]


@pytest.mark.usefixtures("judged")
def test_ends_of_intervals_are_attributes_of_their_figure(tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    path = tmp_path / "project/data/observations/population.csv"
    head, *lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join((f"{head},lower,upper", *(f"{line},0,9e9" for line in lines), "")), "utf-8")
    made = prepare(tmp_path / "project", base_url="https://example.org/p", cache=MemoryCache()).outputs
    files = {output.path: output for output in made}
    structure = sdmx.read_sdmx(io.BytesIO(files["data/structure.xml"].render()))
    assert isinstance(structure, StructureMessage)
    flow = structure.dataflow["OBSERVATIONS"]
    text = gzip.decompress(files["indicators/population/data.sdmx.csv.gz"].render())
    message = sdmx.read_sdmx(io.BytesIO(text), format="csv", structure=flow)
    assert isinstance(message, DataMessage)
    first = message.data[0].obs[0]
    assert {name: str(first.attrib[name].value) for name in BOUNDS} == {"LOWER_BOUND": "0", "UPPER_BOUND": "9e9"}
    other = gzip.decompress(files["indicators/life_expectancy/data.sdmx.csv.gz"].render())
    assert not any(name.encode() in other for name in BOUNDS)


@pytest.mark.usefixtures("judged")
def test_every_code_is_in_its_list(published: Path) -> None:
    lists = structure_of(published).codelist
    for path in published.glob("indicators/*/data.sdmx.csv.gz"):
        for row in csv.DictReader(io.StringIO(gzip.decompress(path.read_bytes()).decode())):
            for column, name in (("REF_AREA", "CL_AREA"), ("OBS_STATUS", "CL_OBS_STATUS"), ("ORIGIN", "CL_ORIGIN")):
                assert row[column] in lists[name], (path, row)
