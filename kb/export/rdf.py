"""A graph in, RDF triples out: W3C's Organization Ontology, Wikidata's membership with qualifiers, PROV for sources.

A day that is only known as a month or year is written as that; `kb:startDay` and `kb:endDay` beside it are days, so
that a query need not know about precision.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import networkx as nx
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, RDF, RDFS, SKOS, TIME, XSD

from kb.export.plain import plain

BASE = "https://eurasia-kb.example/"
ENTITY, TERM = Namespace(BASE + "entity/"), Namespace(BASE + "term/")
MEMBERSHIP, DOCUMENT = Namespace(BASE + "membership/"), Namespace(BASE + "document/")
WD = Namespace("http://www.wikidata.org/entity/")
WDS = Namespace("http://www.wikidata.org/entity/statement/")
P, PS, PQ = (Namespace(f"http://www.wikidata.org/prop/{part}") for part in ("", "statement/", "qualifier/"))
WDT = Namespace("http://www.wikidata.org/prop/direct/")
LANGUAGES = ("en", "ru", "kk")
_CLASSES = {"ORG": ORG.FormalOrganization, "COUNTRY": TERM.Country, "TREATY": TERM.Instrument, "PERSON": PROV.Person}
# Kind of an edge -> property; the rest are terms of our own.
_PROPERTIES = {"organ_of": ORG.unitOf, "part_of": ORG.subOrganizationOf, "succeeded": TERM.succeeded}
_DAY_LENGTHS = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def rdf_graph(graph: "nx.MultiDiGraph[str]") -> Graph:
    found = Graph()
    for prefix, space in (("kb", TERM), ("entity", ENTITY), ("membership", MEMBERSHIP), ("document", DOCUMENT),
                          ("org", ORG), ("prov", PROV), ("time", TIME), ("wd", WD), ("wds", WDS), ("wdt", WDT),
                          ("p", P), ("ps", PS), ("pq", PQ), ("dcterms", DCTERMS), ("skos", SKOS)):  # fmt: skip
        found.bind(prefix, space)
    for node, data in graph.nodes(data=True):
        _add_node(found, node, data)
    for source, target, key, data in graph.edges(keys=True, data=True):
        if data["type"] == "membership":
            _add_membership(found, source, target, key, data)
        else:
            _add_relation(found, source, target, key, data)
    return found


def _iri(space: Namespace, name: str) -> URIRef:
    return space[quote(plain(name), safe="-._~")]


def _add_node(found: Graph, node: str, data: Mapping[str, Any]) -> None:
    subject = _iri(ENTITY, node)
    found.add((subject, RDF.type, _CLASSES.get(data.get("type", ""), TERM.Entity)))
    found.add((subject, DCTERMS.identifier, Literal(plain(node))))
    for lang in LANGUAGES:
        if name := data.get(f"name_{lang}"):
            found.add((subject, SKOS.prefLabel, Literal(plain(name), lang=lang)))
        if short := data.get(f"abbr_{lang}"):
            found.add((subject, SKOS.altLabel, Literal(plain(short), lang=lang)))
    if item := data.get("wikidata"):
        found.add((subject, SKOS.exactMatch, _iri(WD, item)))
    _add_days(found, subject, data)


def _add_membership(found: Graph, member: str, body: str, key: str, data: Mapping[str, Any]) -> None:
    row, of_member, of_body = _iri(MEMBERSHIP, key), _iri(ENTITY, member), _iri(ENTITY, body)
    found.add((row, RDF.type, ORG.Membership))
    found.add((row, ORG.member, of_member))
    found.add((row, ORG.organization, of_body))
    found.add((row, ORG.role, _iri(TERM, f"status-{data.get('status', 'member')}")))
    during = BNode()
    found.add((row, ORG.memberDuring, during))
    found.add((during, RDF.type, TIME.Interval))
    for prop, side in ((TIME.hasBeginning, "start"), (TIME.hasEnd, "end")):
        if day := data.get(side):
            instant = BNode()
            found.add((during, prop, instant))
            found.add((instant, RDF.type, TIME.Instant))
            found.add((instant, TIME.inXSDDate, Literal(plain(day), datatype=XSD.date)))
    _add_days(found, row, data)
    for name in ("status", "certainty", "support"):
        if data.get(name):
            found.add((row, TERM[name], Literal(plain(data[name]))))
    _add_statement(found, of_member, of_body, key, data)
    _add_sources(found, row, data)


def _add_statement(found: Graph, member: URIRef, body: URIRef, key: str, data: Mapping[str, Any]) -> None:
    """`member of` (P463) with start time (P580) and end time (P582); only membership proper is `member of`."""
    if data.get("status") != "member":
        return
    statement = _iri(WDS, key)
    found.add((member, P["P463"], statement))
    found.add((statement, PS["P463"], body))
    for prop, side in ((PQ["P580"], "start"), (PQ["P582"], "end")):
        if day := data.get(side):
            found.add((statement, prop, Literal(plain(day), datatype=XSD.date)))
    found.add((member, WDT["P463"], body))


def _add_sources(found: Graph, row: URIRef, data: Mapping[str, Any]) -> None:
    if citation := data.get("citation"):
        source = URIRef(plain(data["source_url"])) if _is_address(data.get("source_url")) else BNode()
        found.add((row, PROV.wasDerivedFrom, source))
        found.add((source, RDF.type, PROV.Entity))
        found.add((source, DCTERMS.bibliographicCitation, Literal(plain(citation))))
    for path in str(data.get("documents") or "").split(","):
        if path:
            document = _iri(DOCUMENT, path)
            found.add((row, PROV.wasDerivedFrom, document))
            found.add((document, RDF.type, PROV.Entity))
            found.add((document, RDFS.label, Literal(plain(path))))


def _is_address(url: object) -> bool:
    text = str(url or "")
    return text.startswith(("http://", "https://")) and not any(c in text for c in ' <>"{}|\\^`')


def _add_relation(found: Graph, source: str, target: str, key: str, data: Mapping[str, Any]) -> None:
    kind = data["type"]
    found.add((_iri(ENTITY, source), _PROPERTIES.get(kind, TERM[kind]), _iri(ENTITY, target)))
    if data.get("start") or data.get("end"):
        dated = _iri(TERM, f"relation-{key}")
        found.add((dated, RDF.type, RDF.Statement))
        found.add((dated, RDF.subject, _iri(ENTITY, source)))
        found.add((dated, RDF.predicate, _PROPERTIES.get(kind, TERM[kind])))
        found.add((dated, RDF.object, _iri(ENTITY, target)))
        _add_days(found, dated, data)


def _add_days(found: Graph, subject: URIRef, data: Mapping[str, Any]) -> None:
    """`start` and `end` as precise as they are known, their first and last days beside them."""
    for side in ("start", "end"):
        stated = plain(data.get(f"{side}_edtf") or "")
        if stated:
            kind = _DAY_LENGTHS.get(len(stated)) if stated.replace("-", "").isdecimal() else None
            found.add((subject, TERM[side], Literal(stated, datatype=kind)))
        if day := data.get(side):
            found.add((subject, TERM[f"{side}Day"], Literal(plain(day), datatype=XSD.date)))
