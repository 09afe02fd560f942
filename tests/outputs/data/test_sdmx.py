"""SDMX-CSV and its structure, judged by the readers of `sdmx1`."""

import csv
import gzip
import io
from pathlib import Path

import pytest
import sdmx
from sdmx.message import DataMessage, StructureMessage


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
def test_every_code_is_in_its_list(published: Path) -> None:
    lists = structure_of(published).codelist
    for path in published.glob("indicators/*/data.sdmx.csv.gz"):
        for row in csv.DictReader(io.StringIO(gzip.decompress(path.read_bytes()).decode())):
            for column, name in (("REF_AREA", "CL_AREA"), ("OBS_STATUS", "CL_OBS_STATUS"), ("ORIGIN", "CL_ORIGIN")):
                assert row[column] in lists[name], (path, row)
