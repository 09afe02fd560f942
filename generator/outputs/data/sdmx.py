"""SDMX: the observations of an indicator as SDMX-CSV 2.0, and the structure they have as SDMX-ML 3.0."""

from collections.abc import Iterable, Iterator

from lxml import etree

from generator.data.dataset import Dataset
from generator.data.statuses import status_meanings
from generator.pages.downloads.csv_rows import csv_text, has_intervals, tidy_rows
from generator.pages.downloads.metadata import Published
from generator.urls import slug_of

FLOW, VERSION = "OBSERVATIONS", "1.0.0"
DIMENSIONS = (("FREQ", "CL_FREQ"), ("REF_AREA", "CL_AREA"), ("INDICATOR", "CL_INDICATOR"))
ATTRIBUTES = (("OBS_STATUS", "CL_OBS_STATUS"), ("ORIGIN", "CL_ORIGIN"), ("COMMENT_OBS", ""))
BOUNDS = ("LOWER_BOUND", "UPPER_BOUND")
"""Attributes of figures with an interval, named as in the SDMX of the Sustainable Development Goals."""
MEASURE = "OBS_VALUE"
COLUMNS = ("FREQ", "REF_AREA", "INDICATOR", "TIME_PERIOD", MEASURE, "OBS_STATUS", "ORIGIN", "COMMENT_OBS")
"""The columns after those that name structure and action."""

SDMX = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
NAMESPACES: dict[str | None, str] = {"m": f"{SDMX}/message", "s": f"{SDMX}/structure", "c": f"{SDMX}/common"}

Named = Iterable[tuple[str, str]]
"""Pairs of id and name."""

Pairs = tuple[tuple[str, str], ...]


def _element(tag: str, *content: etree._Element | str, **attributes: str) -> etree._Element:
    """Return an element, its tag with a prefix: `s:Codelist`."""
    prefix, name = tag.split(":")
    element = etree.Element(f"{{{NAMESPACES[prefix]}}}{name}", attributes, NAMESPACES)  # type: ignore[arg-type]  # the stubs ask for no None
    for part in content:
        if isinstance(part, str):
            element.text = part
        else:
            element.append(part)
    return element


def agency_of(site: Published) -> str:
    """Return the publisher's name as an SDMX id: `COUNTRY_PROFILES`."""
    name = slug_of(site.config.publisher.name).replace("-", "_").upper()
    return name if name[:1].isalpha() else f"P_{name}".rstrip("_")


def sdmx_csv(site: Published, indicator: str) -> str:
    """Return an indicator's observations, one a line, each a part of the data flow `OBSERVATIONS`."""
    rows = site.dataset.preferred(indicator)
    intervals = has_intervals(site.dataset, (indicator,))
    head = ("dataflow", f"{agency_of(site)}:{FLOW}({VERSION})", "I", "A")
    places = range(len(rows.columns.years) if rows else 0)
    cells = tidy_rows(rows.columns, places, intervals=intervals, head=head, named=True) if rows else ()
    return csv_text(("STRUCTURE", "STRUCTURE_ID", "ACTION", *COLUMNS, *(BOUNDS if intervals else ())), cells)


def attributes_of(dataset: Dataset) -> Pairs:
    """Return the attributes of observations with their code lists, those of intervals where needed."""
    bounds = BOUNDS if has_intervals(dataset, dataset.observations) else ()
    return (*ATTRIBUTES, *((name, "") for name in bounds))


def structure_xml(site: Published) -> bytes:
    """Return the data flow with its dimensions, attributes and code lists."""
    agency, lists = agency_of(site), tuple(_codelists(site.dataset))
    attributes = attributes_of(site.dataset)
    concepts = (*(name for name, _list in DIMENSIONS), "TIME_PERIOD", MEASURE, *(name for name, _l in attributes))
    structures = _element(
        "m:Structures",
        _element("s:Codelists", *(_codelist(agency, name, codes) for name, codes in lists)),
        _element(
            "s:ConceptSchemes", _scheme(agency, "ConceptScheme", "CONCEPTS", "Concept", ((c, c) for c in concepts))
        ),
        _element("s:Dataflows", _flow(agency, site.config.title)),
        _element("s:DataStructures", _structure(agency, attributes)),
    )
    message = _element("m:Structure", _header(agency, site.config.edition.isoformat()), structures)
    return etree.tostring(message, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _header(agency: str, edition: str) -> etree._Element:
    sender = _element("m:Sender", id=agency)
    return _element(
        "m:Header",
        _element("m:ID", "STRUCTURE"),
        _element("m:Test", "false"),
        _element("m:Prepared", f"{edition}T00:00:00Z"),
        sender,
    )


def _codelists(dataset: Dataset) -> Iterator[tuple[str, Named]]:
    yield "CL_FREQ", (("A", "Annual"),)
    yield "CL_AREA", ((code, dataset.countries[code].name) for code in sorted(dataset.countries))
    yield "CL_INDICATOR", ((i.id, i.title) for i in dataset.catalog.indicators.values())
    yield "CL_OBS_STATUS", status_meanings(dataset).items()
    yield "CL_ORIGIN", ((o.id, f"{o.producer}, {o.edition}") for o in dataset.catalog.origins.values())


def _codelist(agency: str, name: str, codes: Named) -> etree._Element:
    return _scheme(agency, "Codelist", name, "Code", codes)


def _scheme(agency: str, kind: str, name: str, item: str, codes: Named) -> etree._Element:
    """Return a list of codes or concepts."""
    items = (_element(f"s:{item}", _element("c:Name", text), id=code) for code, text in codes)
    return _element(f"s:{kind}", _element("c:Name", name), *items, id=name, agencyID=agency, version=VERSION)


def _flow(agency: str, title: str) -> etree._Element:
    structure = _element("s:Structure", _urn("datastructure.DataStructure", agency, FLOW))
    return _element("s:Dataflow", _element("c:Name", title), structure, id=FLOW, agencyID=agency, version=VERSION)


def _structure(agency: str, observed: Pairs) -> etree._Element:
    dimensions = (
        _component(agency, "Dimension", name, codes, position=at) for at, (name, codes) in enumerate(DIMENSIONS, 1)
    )
    time = _component(agency, "TimeDimension", "TIME_PERIOD", "")
    listed = _element("s:DimensionList", *dimensions, time, id="DimensionDescriptor")
    attributes = (_attribute(agency, name, codes) for name, codes in observed)
    measures = _element("s:MeasureList", _component(agency, "Measure", MEASURE, ""), id="MeasureDescriptor")
    parts = _element(
        "s:DataStructureComponents",
        listed,
        _element("s:AttributeList", *attributes, id="AttributeDescriptor"),
        measures,
    )
    return _element("s:DataStructure", _element("c:Name", FLOW), parts, id=FLOW, agencyID=agency, version=VERSION)


def _component(agency: str, kind: str, name: str, codes: str, position: int = 0) -> etree._Element:
    place = {"position": str(position)} if position else {}
    concept = _element("s:ConceptIdentity", _urn("conceptscheme.Concept", agency, "CONCEPTS", name))
    return _element(f"s:{kind}", concept, *_represented(agency, name, codes), id=name, **place)


def _attribute(agency: str, name: str, codes: str) -> etree._Element:
    attribute = _component(agency, "Attribute", name, codes)
    attribute.append(_element("s:AttributeRelationship", _element("s:Observation")))
    return attribute


def _represented(agency: str, name: str, codes: str) -> Iterator[etree._Element]:
    """Yield what the values of a component are: codes of a list, years, numbers, text."""
    if codes:
        yield _element("s:LocalRepresentation", _element("s:Enumeration", _urn("codelist.Codelist", agency, codes)))
        return
    text = {"TIME_PERIOD": "GregorianYear", **dict.fromkeys((MEASURE, *BOUNDS), "Double")}.get(name, "String")
    yield _element("s:LocalRepresentation", _element("s:TextFormat", textType=text))


def _urn(kind: str, agency: str, name: str, item: str = "") -> str:
    urn = f"urn:sdmx:org.sdmx.infomodel.{kind}={agency}:{name}({VERSION})"
    return f"{urn}.{item}" if item else urn
