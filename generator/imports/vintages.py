"""The vintage of a reply by the producer's own account: `lastupdated`, `updated`, `Prepared`."""

from generator.imports.cells import Reply, ReplyError
from generator.imports.contract import Reader
from generator.imports.readers import imf_compact, json_stat, owid, sdmx_json, worldbank, worldbank_csv


def vintage_of(reader: Reader, reply: Reply, name: str = "") -> str:
    """Return the vintage of a reply; empty where it names none."""
    try:
        return _stated(reader, reply, name)
    except ReplyError:
        return ""


def _stated(reader: Reader, reply: Reply, name: str) -> str:  # noqa: PLR0911 - one for each reader
    match reader:
        case Reader.WORLDBANK:
            return worldbank.page_of(reply)[0].get("lastupdated", "")
        case Reader.WORLDBANK_CSV:
            return worldbank_csv.last_updated(reply)
        case Reader.OWID:
            said = owid.columns_of(reply).values()
            return max((str(column.get("lastUpdated") or "") for column in said), default="")
        case Reader.SDMX_JSON:
            return sdmx_json.vintage_of(reply)
        case Reader.JSON_STAT:
            return json_stat.vintage_of(reply, name)
        case Reader.IMF_COMPACT:
            return imf_compact.vintage_of(reply)
        case _:
            return ""
