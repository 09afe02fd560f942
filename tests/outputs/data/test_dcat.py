"""The catalog for portals, read as RDF; its words are those that the vocabularies have."""

import hashlib
import warnings
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SKOS, XSD

VERSION = URIRef("http://www.w3.org/ns/dcat#version")
"""A word of DCAT 3, which rdflib's list, of DCAT 2, has not."""
SPDX = "http://spdx.org/rdf/terms#"
KNOWN = {*dir(DCAT), *dir(DCTERMS), *dir(FOAF), *dir(SKOS), *dir(RDF), VERSION}


@pytest.fixture(scope="module")
def graph(published: Path) -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own reader uses what rdflib has given up
        return Graph().parse(published / "data/catalog.jsonld", format="json-ld")


def test_every_word_is_one_of_its_vocabulary(graph: Graph) -> None:
    words = set(graph.predicates()) | {o for o in graph.objects(None, RDF.type) if isinstance(o, URIRef)}
    assert {word for word in words if word not in KNOWN and not str(word).startswith(SPDX)} == set()


def test_each_dataset_has_what_portals_ask_for(graph: Graph) -> None:
    datasets = set(graph.objects(None, DCAT.dataset))
    assert datasets == set(graph.subjects(RDF.type, DCAT.Dataset))
    for each in datasets:
        for word in (DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.publisher, VERSION):
            assert graph.value(each, word), (each, word)
        for file in graph.objects(each, DCAT.distribution):
            size = graph.value(file, DCAT.byteSize)
            assert isinstance(size, Literal)
            assert size.datatype == XSD.nonNegativeInteger
            assert graph.value(file, DCAT.downloadURL)


def test_sizes_and_digests_are_those_of_the_files(graph: Graph, published: Path) -> None:
    files = set(graph.subjects(RDF.type, DCAT.Distribution))
    assert len(files) > 10
    for file in files:
        data = (
            published / str(graph.value(file, DCAT.downloadURL)).removeprefix("https://example.org/p/")
        ).read_bytes()
        digest = graph.value(graph.value(file, URIRef(f"{SPDX}checksum")), URIRef(f"{SPDX}checksumValue"))
        assert str(graph.value(file, DCAT.byteSize)) == str(len(data))
        assert str(digest).lower() == hashlib.sha256(data).hexdigest()


def test_a_country_named_is_one_that_stands_there(graph: Graph) -> None:
    named = set(graph.objects(None, DCTERMS.spatial))
    assert named
    assert named <= set(graph.subjects(RDF.type, DCTERMS.Location))
