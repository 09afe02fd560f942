"""Metadata beside a CSV file as the W3C's "CSV on the Web" has it: `data.csv-metadata.json` describes `data.csv`."""

from collections.abc import Mapping, Sequence

Record = dict[str, object]

COLUMNS: Mapping[str, Mapping[str, object]] = {
    "country": {"datatype": "string", "dc:description": "ISO 3166-1 alpha-3 code; XKX is Kosovo"},
    "indicator": {"datatype": "string", "dc:description": "id of the indicator, as in data/catalog.json"},
    "year": {"datatype": "gYear"},
    "value": {"datatype": "number", "dc:description": "with the producer's digits; empty where the status says why"},
    "status": {"datatype": "string", "dc:description": "observation status, SDMX code list CL_OBS_STATUS"},
    "origin": {"datatype": "string", "dc:description": "id of the origin, as in data/catalog.json"},
    "note": {"datatype": "string"},
}
"""What each column of the files holds."""

KEYS = ("country", "indicator", "year")


def describe_csv(title: str, description: str, about: Mapping[str, object], columns: Sequence[str]) -> Record:
    """Return the description of a `data.csv`: title, source, licences, citation, and the meaning of its columns."""
    origins = about["origins"]
    licences = [o["license"] for o in origins.values()] if isinstance(origins, dict) else []
    said: Record = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": "data.csv",
        "dc:title": title,
        "dc:description": description,
        "dc:license": list(dict.fromkeys(licences)),
        "dc:bibliographicCitation": about["citation"],
        "dc:publisher": about["published"],
        "dc:source": origins,
        "notes": [{"statuses": about["statuses"]}],
        "tableSchema": {
            "columns": [{"name": name, "titles": name, **COLUMNS[name]} for name in columns],
            "primaryKey": [name for name in columns if name in KEYS],
        },
    }
    return {name: value for name, value in said.items() if value}
