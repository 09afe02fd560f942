"""The reader for each kind of reply; of a zip archive the members that hold data."""

import io
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.imports.cells import Cell, Reply, invalid
from generator.imports.contract import Reader
from generator.imports.query import Query
from generator.imports.readers import (
    hdr,
    imf_compact,
    json_stat,
    owid,
    sdmx_csv,
    sdmx_json,
    table,
    uis,
    worldbank,
    worldbank_csv,
)

READERS: Mapping[Reader, Callable[[Reply, Query], Iterator[Cell]]] = {
    Reader.WORLDBANK: worldbank.read,
    Reader.WORLDBANK_CSV: worldbank_csv.read,
    Reader.UIS: uis.read,
    Reader.OWID: owid.read,
    Reader.HDR: hdr.read,
    Reader.SDMX_JSON: sdmx_json.read,
    Reader.SDMX_CSV: sdmx_csv.read,
    Reader.JSON_STAT: json_stat.read,
    Reader.IMF_COMPACT: imf_compact.read,
    Reader.TABLE: table.read,
}
LARGEST = 256 * 1024 * 1024
RATIO = 200
"""How many times larger than packed a member of an archive may be."""


def read_cells(reader: Reader, replies: Sequence[Reply], query: Query) -> list[Cell]:
    """Return the cells of all pages of a reply; raises ReplyError."""
    return [cell for reply in replies for cell in READERS[reader](unpacked(reply), query)]


def unpacked(reply: Reply) -> Reply:
    """Return the data of a zip archive: the one CSV or JSON that is no metadata; anything else as it is."""
    if not reply.body.startswith(b"PK\x03\x04"):
        return reply
    try:
        archive = ZipFile(io.BytesIO(reply.body))
        if "[Content_Types].xml" in archive.namelist() or "mimetype" in archive.namelist():
            return reply
        return replace(reply, body=_member(archive))
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        raise invalid(f"The archive cannot be opened: {error}.", "It may have been cut; ask again.") from error


def _member(archive: ZipFile) -> bytes:
    data = [m for m in archive.infolist() if _is_data(m.filename)]
    if len(data) != 1:
        names = ", ".join(m.filename for m in data) or "none"
        raise invalid("The archive should have one file of data.", f"It has {names}; unpack it and name the file.")
    if data[0].file_size > LARGEST or data[0].file_size > RATIO * max(data[0].compress_size, 1_000):
        raise invalid(
            f"{data[0].filename} would have {data[0].file_size:,} bytes when unpacked.", "This is no file of figures."
        )
    return _inflated(archive, data[0])


def _inflated(archive: ZipFile, member: ZipInfo) -> bytes:
    """Return a member's bytes; no more than it says it has, and no more than we allow."""
    with archive.open(member) as file:
        return file.read(LARGEST)


def _is_data(name: str) -> bool:
    plain = name.rpartition("/")[2].lower()
    return plain.endswith((".csv", ".json")) and "metadata" not in plain and not plain.startswith(".")
