import io
import zipfile

import pytest

from generator.imports.cells import Cell, Reply, ReplyError
from generator.imports.contract import Reader
from generator.imports.query import Query
from generator.imports.readers import imf_compact, json_stat, owid, sdmx_json, worldbank, worldbank_csv
from generator.imports.reading import read_cells
from generator.imports.vintages import vintage_of
from generator.rules import Rule
from tests.imports.lists import mapped
from tests.recorded import recorded


def cells(reader: Reader, name: str, query: Query | None = None) -> list[Cell]:
    return read_cells(reader, [recorded(name)], query or Query())


def faults(reader: Reader, reply: Reply, query: Query | None = None) -> list[Rule]:
    with pytest.raises(ReplyError) as error:
        read_cells(reader, [reply], query or Query())
    return [fault.rule for fault in error.value.faults]


def test_world_bank_values() -> None:
    head, _records = worldbank.page_of(recorded("worldbank-values.json"))
    found = cells(Reader.WORLDBANK, "worldbank-values.json", Query(code="NY.GDP.MKTP.CD"))
    assert (head["pages"], head["total"], len(found)) == ("3", "122", 50)
    assert [cell.period for cell in found if cell.text is None] == ["2020"]
    assert next(cell.text for cell in found if cell.period == "2019") == "5081769542379.77"
    assert vintage_of(Reader.WORLDBANK, recorded("worldbank-values.json")) == "2021-05-25"


def test_world_bank_answers_that_hold_no_values() -> None:
    assert faults(Reader.WORLDBANK, recorded("worldbank-message.json")) == [Rule.REPLY_ERROR]
    assert faults(Reader.WORLDBANK, recorded("worldbank-error.html", 400)) == [Rule.REPLY_ERROR]
    assert read_cells(Reader.WORLDBANK, [Reply(url="", body=b'[{"page":1,"total":0}, null]')], Query()) == []
    gone = b'[{"message":[{"id":"175","key":"Invalid format","value":"The indicator was not found. It may have been deleted or archived."}]}]'
    with pytest.raises(ReplyError, match="deleted or archived"):
        worldbank.page_of(Reply(url="", body=gone))
    assert faults(Reader.WORLDBANK, Reply(url="", body=b'[{"page": 1')) == [Rule.REPLY_INVALID]
    assert faults(Reader.WORLDBANK, Reply(url="", body=b"[1]")) == [Rule.REPLY_INVALID]


def test_world_bank_bulk_csv() -> None:
    found = mapped(cells(Reader.WORLDBANK_CSV, "worldbank-bulk.csv", Query(code="GB.XPD.RSDV.GD.ZS")), "worldbank")
    assert {row[0] for row in found.rows} == {"KAZ", "NAM"}
    assert ("KAZ", "1997", "0.29337", "A", "o", "", "", "") in found.rows
    assert found.areas_left_out == {"CHI": "territory: Guernsey and Jersey together", "WLD": "aggregate"}
    assert worldbank_csv.last_updated(recorded("worldbank-bulk.csv")) == "2021-09-15"
    assert faults(Reader.WORLDBANK_CSV, recorded("worldbank-bulk.csv"), Query(code="X")) == [Rule.REPLY_INVALID]
    assert faults(Reader.WORLDBANK_CSV, recorded("uis-films.csv")) == [Rule.REPLY_INVALID]


def test_world_bank_bulk_zip() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Metadata_Country_API.csv", "x")
        archive.writestr("API_14.csv", recorded("worldbank-bulk.csv").body)
        archive.writestr("Metadata_Indicator_API.csv", "x")
    query = Query(code="GB.XPD.RSDV.GD.ZS")
    assert read_cells(Reader.WORLDBANK_CSV, [Reply(url="", body=packed.getvalue())], query) == cells(
        Reader.WORLDBANK_CSV, "worldbank-bulk.csv", query
    )
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.csv", b"0" * 5_000_000)
    assert faults(Reader.WORLDBANK_CSV, Reply(url="", body=bomb.getvalue())) == [Rule.REPLY_INVALID]
    assert faults(Reader.WORLDBANK_CSV, Reply(url="", body=packed.getvalue()[:900])) == [Rule.REPLY_INVALID]


def test_export_of_databank() -> None:
    found = mapped(cells(Reader.WORLDBANK_CSV, "databank.csv", Query(code="SH.DYN.MORT")), "worldbank")
    assert {row[0] for row in found.rows} == {"BHS", "KAZ", "PSE"}
    assert ("KAZ", "2002", "39", "A", "o", "", "", "") in found.rows
    assert found.left_out == {"territory": 17, "no figure": 3}
    assert worldbank_csv.last_updated(recorded("databank.csv")) == "03/23/2017"
    old = mapped(cells(Reader.WORLDBANK_CSV, "databank-old-codes.csv", Query(code="NY.GDP.MKTP.KD.ZG")), "worldbank")
    assert {row[0] for row in old.rows} == {"AND", "COD"}


def test_our_world_in_data() -> None:
    found = mapped(cells(Reader.OWID, "owid-life-expectancy.csv"), "owid")
    assert {row[0] for row in found.rows} == {"KAZ", "XKX"}
    assert ("KAZ", "2023", "74.4021", "A", "o", "", "", "") in found.rows
    assert found.areas_left_out == {
        "Africa": "aggregate",
        "OWID_USS": "dissolved",
        "OWID_WRL": "aggregate",
        "Scotland": "part of a country",
    }
    columns = owid.columns_of(recorded("owid-life-expectancy.metadata.json"))
    assert columns["life_expectancy_0__sex_total__age_0"]["unit"] == "years"
    assert vintage_of(Reader.OWID, recorded("owid-life-expectancy.metadata.json")) == "2024-12-03"


def test_our_world_in_data_with_words_and_with_the_year_twice() -> None:
    assert [fault.rule for fault in mapped(cells(Reader.OWID, "owid-women.csv"), "owid").faults] == [Rule.VALUE_INVALID]
    assert mapped(cells(Reader.OWID, "owid-year-twice.csv"), "owid").rows[0] == (
        "AFG",
        "1971",
        "1.16035997867584",
        "A",
        "o",
        "",
        "",
        "",
    )
    days = Reply(url="", body=b"Entity,Code,Day,cases\nKazakhstan,KAZ,2020-03-01,1\n")
    assert [fault.rule for fault in mapped(read_cells(Reader.OWID, [days], Query())).faults] == [Rule.YEAR_INVALID]
    two = Reply(url="", body=b"Entity,Code,Year,a,b\nKazakhstan,KAZ,2020,1,2\n")
    assert faults(Reader.OWID, two) == [Rule.REPLY_INVALID]
    assert read_cells(Reader.OWID, [two], Query(value="b"))[0].text == "2"


def test_uis_and_undp() -> None:
    films = cells(Reader.UIS, "uis-films.csv")
    assert (len(films), mapped(films).left_out) == (15, {"no figure": 4})
    api = mapped(cells(Reader.UIS, "uis-api.json", Query(code="ROFST.1T3.GPIA.CP")), reader=Reader.UIS)
    assert api.rows[:2] == (
        ("AGO", "2008", "1.325479984283447", "E", "o", "", "", ""),
        ("AGO", "2009", "1.324949979782104", "A", "o", "", "", ""),
    )
    hdi = mapped(cells(Reader.HDR, "hdr.csv", Query(code="hdi")), "undp")
    assert len(hdi.areas_left_out) == 11
    assert ("KAZ", "2021", "0.811", "A", "o", "", "", "") in hdi.rows
    many = Reply(
        url="",
        body="iso3,country,hdi_2020,le_2020\nKAZ,Kazakhstan,0.8,71\nCIV,Côte d'Ivoire,0.5,58\n".encode("windows-1252"),
    )
    assert [cell.text for cell in read_cells(Reader.HDR, [many], Query(code="le"))] == ["71", "58"]
    assert faults(Reader.HDR, many, Query(code="gni")) == [Rule.REPLY_INVALID]


def test_sdmx_json_is_ambiguous_until_all_dimensions_are_fixed() -> None:
    assert faults(Reader.SDMX_JSON, recorded("sdmx-tourism.json")) == [Rule.IMPORT_AMBIGUOUS]
    query = Query(where={"VARIABLE": "INB_ARRIVALS_TOTAL"})
    found = mapped(cells(Reader.SDMX_JSON, "sdmx-tourism.json", query), reader=Reader.SDMX_JSON)
    assert found.rows[0] == ("AUS", "2008", "5574600.0", "A", "o", "", "", "")
    assert faults(Reader.SDMX_JSON, recorded("sdmx-tourism.json"), Query(where={"VARIABLE": "X"})) == [
        Rule.IMPORT_CONTRACT
    ]
    assert faults(Reader.SDMX_JSON, recorded("sdmx-tourism.json"), Query(where={"VARIABEL": "X"})) == [
        Rule.IMPORT_CONTRACT
    ]
    assert "INB_ARRIVALS_TOTAL" in sdmx_json.dimensions(recorded("sdmx-tourism.json"))["VARIABLE"]


@pytest.mark.parametrize("name", ["sdmx-flat", "sdmx-series", "sdmx-sections", "sdmx-2-flat"])
def test_sdmx_json_at_every_level_of_dimensions(name: str) -> None:
    found = cells(Reader.SDMX_JSON, f"{name}.json", Query(area="CURRENCY"))
    assert sorted((cell.area, cell.period, cell.text, cell.flag) for cell in found) == [
        ("NZD", "2013-01-18", "1.5931", "A"),
        ("NZD", "2013-01-21", "1.5925", "A"),
        ("RUB", "2013-01-18", "40.3426", "A"),
        ("RUB", "2013-01-21", "40.3" if name == "sdmx-2-flat" else "40.3000", "A"),
    ]


def test_sdmx_json_deletions_units_and_quarters() -> None:
    deleted = cells(Reader.SDMX_JSON, "sdmx-delete.json", Query(area="CURRENCY"))
    assert [cell.text for cell in deleted] == ["40.3426", "40.3000"]
    rice = cells(Reader.SDMX_JSON, "sdmx-2-agri.json")
    assert (len(rice), rice[0].unit, rice[0].scale, rice[0].text) == (12, "TONES", 3, "350.154")
    quarters = mapped(cells(Reader.SDMX_JSON, "sdmx-quarters.json"))
    assert [fault.rule for fault in quarters.faults] == [Rule.YEAR_INVALID]
    assert "a quarter" in quarters.faults[0].message
    assert vintage_of(Reader.SDMX_JSON, recorded("sdmx-2-agri.json")) == "2018-03-11T14:30:47"
    assert faults(Reader.SDMX_JSON, Reply(url="", body=b"{}")) == [Rule.REPLY_INVALID]


def test_sdmx_csv() -> None:
    query = Query(area="DIM_2", time="DIM_3")
    texts = {
        name: [c.text for c in cells(Reader.SDMX_CSV, f"sdmx-csv-{name}.csv", query)] for name in ("01", "04", "09A")
    }
    assert texts == {"01": ["12.4", "10.8"], "04": ["12,4", "10,8"], "09A": ["12.4", "10.8", "11.2"]}
    assert cells(Reader.SDMX_CSV, "sdmx-csv-04.csv", query)[0].name == "Value B"
    assert faults(Reader.SDMX_CSV, recorded("sdmx-csv-14.csv"), query) == [Rule.REPLY_INVALID]
    found = mapped(cells(Reader.SDMX_CSV, "eurostat.csv"), "eurostat", Reader.SDMX_CSV)
    assert [row[:4] for row in found.rows] == [
        ("ALB", "2022", "34", "A"),
        ("ALB", "2023", "36", "P"),
        ("GRC", "2022", "67", "A"),
        ("GRC", "2023", "69", "P"),
    ]
    assert found.areas_left_out == {"EA20": "aggregate", "EU27_2020": "aggregate"}


def test_json_stat() -> None:
    assert json_stat.count(recorded("jsonstat-galicia.json")) == 3960
    assert set(faults(Reader.JSON_STAT, recorded("jsonstat-galicia.json"), Query(area="residence"))) == {
        Rule.IMPORT_AMBIGUOUS
    }
    assert faults(Reader.JSON_STAT, recorded("jsonstat-bundle.json")) == [Rule.REPLY_INVALID]
    assert faults(Reader.JSON_STAT, recorded("jsonstat-collection.json")) == [Rule.REPLY_INVALID]
    assert faults(Reader.JSON_STAT, recorded("jsonstat-without-value.json")) == [Rule.REPLY_INVALID]
    rates = mapped(cells(Reader.JSON_STAT, "jsonstat-bundle.json", Query(name="oecd")), "eurostat", Reader.JSON_STAT)
    assert ("AUS", "2003", "5.943826289", "A", "o", "", "", "") in rates.rows
    assert {row[3] for row in rates.rows} == {"A", "E"}
    where = {"concept": "POP", "age": "T", "sex": "T"}
    people = mapped(
        cells(Reader.JSON_STAT, "jsonstat-bundle.json", Query(name="canada", where=where)), "alpha2", Reader.JSON_STAT
    )
    assert people.rows == (("CAN", "2012", "34880500", "A", "o", "", "", ""),)
    assert vintage_of(Reader.JSON_STAT, recorded("jsonstat-bundle.json"), "oecd") == "2012-11-27"


def test_imf_compact() -> None:
    where = Query(where={"INDICATOR": "NGDPD"})
    for name in ("imf-two-series", "imf-one-series", "imf-one-observation"):
        found = mapped(cells(Reader.IMF_COMPACT, f"{name}.json", where), "imf", Reader.IMF_COMPACT)
        assert found.rows[0] == ("USA", "2011", "15542600000000", "A", "o", "", "", "")
    assert faults(Reader.IMF_COMPACT, recorded("imf-two-series.json")) == [Rule.IMPORT_AMBIGUOUS]
    assert faults(Reader.IMF_COMPACT, recorded("imf-empty.json")) == [Rule.REPLY_INVALID]
    assert faults(Reader.IMF_COMPACT, recorded("imf-error.html", 400)) == [Rule.REPLY_ERROR]
    assert imf_compact.vintage_of(recorded("imf-one-series.json")) == "2023-04-29T13:00:01"


def test_rows_wrapped_in_quotes_are_all_named() -> None:
    with pytest.raises(ReplyError) as error:
        read_cells(Reader.TABLE, [recorded("half-quoted.csv")], Query(area="Entity", time="Year", value="gdp_growth"))
    assert [fault.message.partition(":")[0] for fault in error.value.faults] == [
        "10 rows of 'Bahrain'",
        "10 rows of 'Malta'",
    ]
    assert error.value.faults[0].place == "line 4–13"
