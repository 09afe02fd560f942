"""CSV on the Web: metadata in `data.csv-metadata.json` that describe `data.csv`."""

from collections.abc import Mapping, Sequence

from generator.data.catalog import Origin
from generator.pages.downloads.metadata import About, JsonObject
from generator.sources.entities import EntityKind

COLUMNS: Mapping[str, Mapping[str, object]] = {
    "indicator": {"datatype": "string", "dc:description": "id of the indicator, as in data/catalog.json"},
    "year": {"datatype": "gYear"},
    "value": {"datatype": "number", "dc:description": "with the producer's digits; empty where the status says why"},
    "status": {"datatype": "string", "dc:description": "observation status, SDMX code list CL_OBS_STATUS"},
    "origin": {"datatype": "string", "dc:description": "id of the origin, as in data.json and data/catalog.json"},
    "note": {"datatype": "string"},
    "lower": {
        "datatype": "number",
        "dc:description": "lower end of the figure's interval, where its producer gives one",
    },
    "upper": {
        "datatype": "number",
        "dc:description": "upper end of the figure's interval, where its producer gives one",
    },
}
"""The meaning of each column of the files."""

NOTHING: Mapping[str, str] = {}
KEYS = ("country", "group", "indicator", "year")


def meanings_for(kind: EntityKind) -> Mapping[str, Mapping[str, object]]:
    """Return the meaning of each column of a site of countries, or of what stands in their place."""
    said = "ISO 3166-1 alpha-3 code; XKX is Kosovo" if kind.of_states else f"code of a {kind.one}, of {kind.codes}"
    return {"country": {"datatype": "string", "dc:description": said}, **COLUMNS}


def describe_csv(
    title: str,
    description: str,
    about: About,
    columns: Sequence[str],
    meanings: Mapping[str, Mapping[str, object]] = COLUMNS,
    keys: Sequence[str] = KEYS,
    constant: Mapping[str, str] = NOTHING,
) -> JsonObject:
    """Return the description of a `data.csv`: title, source, licences, citation, columns.

    `constant` is what every row has in common: columns that no line repeats, virtual ones in CSV on the Web.
    What the Dublin Core has no plain word for stands among the notes, which may have any shape; the origins in full
    stand in `data.json` beside it.
    """
    licences = dict.fromkeys(origin.license_url or origin.license for origin in about.origins)
    said: JsonObject = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": "data.csv",
        "dc:title": title,
        "dc:description": description,
        "dc:isPartOf": about.page,
        "dc:publisher": about.published["publisher"],
        "dc:issued": about.published["edition"],
        "dc:license": list(licences),
        "dc:source": [_source(origin) for origin in about.origins],
        "dc:bibliographicCitation": about.citation.data,
        "notes": [about.without_origins()],
        "tableSchema": {
            "columns": [
                *({"name": name, "titles": name, **meanings[name]} for name in columns),
                *(_virtual(name, value, meanings[name]) for name, value in constant.items()),
            ],
            "primaryKey": [name for name in columns if name in keys],
        },
    }
    return {name: value for name, value in said.items() if value}


def _virtual(name: str, value: str, meaning: Mapping[str, object]) -> JsonObject:
    """Return a column that is in no line, with the value of all: `origin` is `wdi`."""
    return {"name": name, "titles": name, **meaning, "virtual": True, "default": value}


def _source(origin: Origin) -> str:
    """Return producer, dataset and, where it is known, the date of our copy."""
    day = f", {origin.date_accessed.isoformat()}" if origin.date_accessed else ""
    return f"{origin.producer}, {origin.edition}{day}"
