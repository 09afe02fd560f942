import io
import zipfile
from datetime import datetime
from xml.sax.saxutils import escape

import pytest

from generator.imports.cells import Reply, ReplyError
from generator.imports.contract import Reader
from generator.imports.query import Query
from generator.imports.readers.sheet import cell_text, is_sheet, read_sheet
from generator.imports.reading import read_cells
from tests.imports.lists import mapped
from tests.recorded import recorded

Cells = list[list[str | float | None]]
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx(**sheets: Cells) -> Reply:
    """Return a workbook as a spreadsheet program writes it, with only what it needs."""
    names = list(sheets)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        + "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(names, 1))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="r{i}" Type="{OFFICE}/worksheet" Target="worksheets/{i}.xml"/>'
            for i, _ in enumerate(names, 1)
        )
        + "</Relationships>",
        **{f"xl/worksheets/{i}.xml": _sheet(sheets[name]) for i, name in enumerate(names, 1)},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return Reply(url="table.xlsx", body=packed.getvalue())


def _sheet(rows: Cells) -> str:
    lines = (f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(value: str | float | None) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f"<c><v>{value!r}</v></c>"


TABLE: Cells = [
    ["Country", 2000.0, 2001.0],
    ["Namibia", 1029.999971, 3.0],
    ["Kosovo", None, 0.1],
    ["Source: nobody", None, None],
]


def test_numbers_of_a_sheet_in_their_shortest_form() -> None:
    assert is_sheet(xlsx(Data=TABLE))
    assert [cells for _line, cells in read_sheet(xlsx(Data=TABLE))][:3] == [
        ["Country", "2000", "2001"],
        ["Namibia", "1029.999971", "3"],
        ["Kosovo", "", "0.1"],
    ]


OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def ods(rows: Cells) -> Reply:
    """Return a workbook in the format of LibreOffice, with only what it needs."""
    lines = "".join(f"<table:table-row>{''.join(map(_open_cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<office:document-content xmlns:office="{OPEN}:office:1.0" xmlns:table="{OPEN}:table:1.0" xmlns:text="{OPEN}:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Data">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    media = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{OPEN}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/></manifest:manifest>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in (("mimetype", media), ("META-INF/manifest.xml", manifest), ("content.xml", content)):
            archive.writestr(name, text)
    return Reply(url="table.ods", body=packed.getvalue())


def _open_cell(value: str | float | None) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value!r}"/>'


@pytest.mark.parametrize("book", [xlsx(Data=TABLE), ods(TABLE), recorded("figures.xls")], ids=["xlsx", "ods", "xls"])
def test_every_kind_of_workbook_gives_the_same_rows(book: Reply) -> None:
    assert is_sheet(book)
    found = mapped(read_cells(Reader.TABLE, [book], Query(area="Country")))
    assert [row[:3] for row in found.rows] == [
        ("NAM", "2000", "1029.999971"),
        ("NAM", "2001", "3"),
        ("XKX", "2001", "0.1"),
    ]


def test_several_sheets_need_a_name() -> None:
    book = xlsx(Notes=[["words"]], Data=TABLE)
    with pytest.raises(ReplyError, match="several sheets"):
        read_sheet(book)
    assert len(read_sheet(book, "Data")) == 4
    with pytest.raises(ReplyError, match="no sheet 'Dates'"):
        read_sheet(book, "Dates")
    with pytest.raises(ReplyError, match="no sheet with figures"):
        read_sheet(xlsx(Data=[]))


def test_damaged_files() -> None:
    with pytest.raises(ReplyError, match="damaged archive"):
        read_sheet(Reply(url="", body=b"PK\x03\x04 and then nothing"))
    with pytest.raises(ReplyError, match="cannot be opened"):
        read_sheet(Reply(url="", body=b"\xd0\xcf\x11\xe0 and then nothing"))


def test_a_date_is_no_number() -> None:
    assert [
        cell_text(cell)
        for cell in (
            datetime.fromisoformat("2020-01-31"),
            datetime.fromisoformat("2020-01-31T12:30:00"),
            True,
            None,
            float("nan"),
        )
    ] == [
        "2020-01-31",
        "2020-01-31T12:30:00",
        "TRUE",
        "",
        "",
    ]
