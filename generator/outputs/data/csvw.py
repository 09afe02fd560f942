"""CSV on the Web: metadata in `data.csv-metadata.json` that describe `data.csv`."""

from collections.abc import Mapping, Sequence

from generator.data.catalog import Origin
from generator.pages.downloads.metadata import About, JsonObject
from generator.sources.entities import EntityKind

COLUMNS: Mapping[str, Mapping[str, object]] = {
    "indicator": {"dc:description": "id of the indicator, as in data/catalog.json"},
    "year": {"datatype": "gYear"},
    "value": {"datatype": "number", "dc:description": "with the producer's digits; empty where the status says why"},
    "status": {"dc:description": "observation status, SDMX code list CL_OBS_STATUS"},
    "origin": {"dc:description": "id of the origin, as in data.json and data/catalog.json"},
    "note": {},
    "lower": {
        "datatype": "number",
        "dc:description": "lower end of the figure's interval, where its producer gives one",
    },
    "upper": {
        "datatype": "number",
        "dc:description": "upper end of the figure's interval, where its producer gives one",
    },
}
"""The meaning of each column of the files; what has no datatype is text."""

NOTHING: Mapping[str, str] = {}
KEYS = ("country", "group", "indicator", "year")


def meanings_for(kind: EntityKind) -> Mapping[str, Mapping[str, object]]:
    """Return the meaning of each column of a site of countries, or of what stands in their place."""
    said = "ISO 3166-1 alpha-3 code; XKX is Kosovo" if kind.of_states else f"code of a {kind.one}, of {kind.codes}"
    return {"country": {"dc:description": said}, **COLUMNS}


def describe_csv(
    title: str,
    description: str,
    about: About,
    columns: Sequence[str],
    meanings: Mapping[str, Mapping[str, object]] = COLUMNS,
    keys: Sequence[str] = KEYS,
    constant: Mapping[str, str] = NOTHING,
    inherited: Mapping[str, object] = NOTHING,
) -> JsonObject:
    """Return the description of a `data.csv`: title, source, licences, citation, columns.

    `constant` is what every row has in common: columns that no line repeats, virtual ones in CSV on the Web. What all
    rows leave empty needs none. `inherited` holds for each column that does not say otherwise.
    The rest stands in `data.json` beside it.
    """
    virtual = [_virtual(name, value, meanings[name]) for name, value in constant.items() if value]
    written = [{"titles": name, **meanings[name]} for name in columns]
    return {
        **head_of("data.csv", title, description, about),
        "dc:license": list(dict.fromkeys(origin.license_url or origin.license for origin in about.origins)),
        "dc:source": [_source(origin) for origin in about.origins],
        "notes": [{"statuses": dict(about.statuses)}],
        "tableSchema": {**inherited, **schema_of([*written, *virtual], [name for name in columns if name in keys])},
    }


def schema_of(columns: Sequence[JsonObject], key: Sequence[str]) -> JsonObject:
    """Return a schema of columns; those of its key have names, others that of their title."""
    named = ({"name": each["titles"], **each} if each.get("titles") in key else each for each in columns)
    return {"columns": list(named), "primaryKey": list(key)}


def head_of(url: str, title: str, description: str, about: About) -> JsonObject:
    """Return what a description begins with: which file, what, whose, since when, and how it is cited."""
    said: JsonObject = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": url,
        "dc:title": title,
        "dc:description": description,
        "dc:isPartOf": about.page,
        "dc:publisher": about.published["publisher"],
        "dc:issued": about.published["edition"],
        "dc:bibliographicCitation": about.citation.data,
    }
    return {name: value for name, value in said.items() if value}


def _virtual(name: str, value: str, meaning: Mapping[str, object]) -> JsonObject:
    """Return a column that is in no line, with the value of all: `origin` is `wdi`."""
    return {"name": name, **meaning, "virtual": True, "default": value}


def _source(origin: Origin) -> str:
    """Return producer, dataset and, where it is known, the date of our copy."""
    day = f", {origin.date_accessed.isoformat()}" if origin.date_accessed else ""
    return f"{origin.producer}, {origin.edition}{day}"
